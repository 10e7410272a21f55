"""Rules of a deck of scenes for role-play: V-C01 to V-C06."""

import msgspec

from workshop.library.errors import TemplateError
from workshop.library.format import SCENARIOS_FORMAT, WrittenDeck
from workshop.library.rules import DIAGNOSING, NOT_OUR_WORDS, VIOLENCE, Problems, said_twice, texts, twice

PLACES = ("speaker", "responder", "observer")
LONGEST_STARTER = 80


def check_deck(file: str, deck: WrittenDeck) -> Problems:
    """Every rule that `deck` (from `file`.toml) breaks. V-C03, wrong keys or level, is found while reading."""
    if deck.format != SCENARIOS_FORMAT:
        yield TemplateError("V-C01", file, f"must be {SCENARIOS_FORMAT}", key="format")
    if deck.id != file:
        yield TemplateError("V-C01", file, f'must be the file\'s name, "{file}"', key="id")
    scenes = deck.scenarios
    if not 5 <= len(scenes) <= 12 or twice([scene.id for scene in scenes]):
        found = said_twice([scene.id for scene in scenes]) or f"there are {len(scenes)}"
        yield TemplateError("V-C02", file, f"needs 5 to 12 scenes with different ids; {found}", key="scenario")
    for place in PLACES:
        starters: tuple[str, ...] = getattr(deck.starters, place)
        if not 2 <= len(starters) <= 3 or not all(5 <= len(starter) <= LONGEST_STARTER for starter in starters):
            expected = f"needs 2 or 3 ways to begin, each of 5 to {LONGEST_STARTER} characters"
            yield TemplateError("V-C06", file, expected, key=f"starters.{place}")
    for scene in scenes:
        for part in ("situation", "speaker", "responder", "observer", "twist"):
            letters = len(getattr(scene, part))
            if not 20 <= letters <= 320:
                expected = f'must have 20 to 320 characters in scene "{scene.id}", and has {letters}'
                yield TemplateError("V-C04", file, expected, key=f"scenario.{part}")
        for place, text in (*texts(msgspec.to_builtins(scene)), *texts(msgspec.to_builtins(deck.starters))):
            unsaid = NOT_OUR_WORDS.search(text) or DIAGNOSING.search(text) or VIOLENCE.search(text)
            if unsaid:
                expected = f'"{unsaid[0]}" has no place in a scene ("{scene.id}"); say it in other words'
                yield TemplateError("V-C05", file, expected, key=f"scenario.{place}")
