"""Rules of a deck of scenes for role-play: V-C01 to V-C05."""

import msgspec

from workshop.library.errors import TemplateError
from workshop.library.format import SCENARIOS_FORMAT, WrittenDeck
from workshop.library.rules import DIAGNOSING, NOT_OUR_WORDS, VIOLENCE, Problems, texts


def check_deck(file: str, deck: WrittenDeck) -> Problems:
    """Every rule that `deck` (from `file`.toml) breaks. V-C03, wrong keys or level, is found while reading."""
    if deck.format != SCENARIOS_FORMAT or deck.id != file:
        yield TemplateError("V-C01", file, f"format must be {SCENARIOS_FORMAT} and id the file's name", key="format and id")
    scenes = deck.scenarios
    if not 5 <= len(scenes) <= 12 or len({scene.id for scene in scenes}) != len(scenes):
        yield TemplateError("V-C02", file, "needs 5 to 12 scenes with different ids", key="scenario")
    for scene in scenes:
        told = (scene.situation, scene.speaker, scene.responder, scene.observer, scene.twist)
        if not all(20 <= len(text) <= 320 for text in told):
            yield TemplateError("V-C04", file, f'the texts of scene "{scene.id}" must have 20 to 320 characters', key="scenario")
        for text in texts(msgspec.to_builtins(scene)):
            found = NOT_OUR_WORDS.search(text) or DIAGNOSING.search(text) or VIOLENCE.search(text)
            if found:
                yield TemplateError("V-C05", file, f'"{found[0]}" has no place in scene "{scene.id}"', key="scenario")
