"""What simulated people say: answers to whatever is asked, cards with keys that only their phone has, lines for the agreements.

Everything here is invented; of a private page nothing is ever made up, because nothing of one is ever sent.
"""

import hashlib
import random
from secrets import token_hex

from msgspec import Struct

from realtime.secrets import open_note
from workshop.domain.answers import (
    Answer,
    CardAnswer,
    ChoiceAnswer,
    DoneAnswer,
    Dot,
    FieldsAnswer,
    LineAnswer,
    LinePoint,
    MultiAnswer,
    OrderAnswer,
    PassAnswer,
    PointAnswer,
    RingsAnswer,
    ScaleAnswer,
    SortAnswer,
    TextAnswer,
)
from workshop.domain.asides import NO_ASIDE, VEILS, Aside
from workshop.domain.check_in import FEELINGS
from workshop.domain.inputs.line import LEAST_POINTS, even_places
from workshop.domain.parts import InputView, NotesView
from workshop.domain.words import CHECK_IN_STEPS, GRID, CardId

CARDS = (
    "I hope to listen without preparing my answer.",
    "I am a little afraid of being the quiet one.",
    "To find words for things I usually swallow.",
    "That nobody tries to fix me.",
    "I would like to leave with one sentence that is mine.",
    "I hesitate because I talk a lot when I am nervous.",
)
LOOK_TWICE = (
    "I would like to tell River something that I kept back.",
    "If it gets late you can reach me: 0171 2345678.",
)
"""Now and then somebody names a person or leaves a number: a facilitator who practises meets a card to look at twice."""
PHRASES = (
    "the quiet after a long day",
    "a message I did not answer",
    "being asked how I am",
    "saying it a little sooner",
    "a walk with somebody",
    "my own pace",
)
"""For labelled lines."""
MOST_DOTS = 8
MOST_POINTS = 12
PASSES = 0.125
"""One in eight passes."""
COVERS = 0.2
AGREES = 0.5
CONTENT_NOTES = ("about somebody who died", "a quarrel, and shouting", "about being very ill")
LINES = (
    "We let each other finish.",
    "What is said here stays here.",
    "Nobody has to explain a pass.",
    "We ask before we give advice.",
)


class OwnCard(Struct, frozen=True):
    """A card as its author's phone keeps it: `key` takes it back, `note_key` opens a note about it."""

    key: str
    note_key: str
    text: str
    fields: dict[str, str] | None = None
    """Instead of `text` where labelled lines were asked for."""
    aside: Aside = NO_ASIDE

    def __repr__(self) -> str:
        return "<OwnCard>"

    @property
    def id(self) -> CardId:
        return CardId(hashlib.sha256(bytes.fromhex(self.key)).hexdigest()[:32])

    def answer(self) -> CardAnswer:
        if self.fields is not None:
            return FieldsAnswer(fields=self.fields, card=self.id, note_key=self.note_key, aside=self.aside)
        return TextAnswer(text=self.text, card=self.id, note_key=self.note_key, aside=self.aside)


def own_card(text: str, aside: Aside = NO_ASIDE) -> OwnCard:
    return OwnCard(key=token_hex(16), note_key=token_hex(32), text=text, aside=aside)


def own_lines(fields: dict[str, str], aside: Aside = NO_ASIDE) -> OwnCard:
    """A card of labelled lines: field key to words."""
    return OwnCard(key=token_hex(16), note_key=token_hex(32), text="\n".join(fields.values()), fields=fields, aside=aside)


def opened_notes(notes: NotesView | None, cards: dict[CardId, OwnCard]) -> dict[CardId, list[str]]:
    """What was written to the unknown author of these cards, by card."""
    sealed = () if notes is None else notes.sealed
    read = {card.id: [open_note(card.note_key, one) for one in sealed] for card in cards.values()}
    return {card: [note for note in found if note is not None] for card, found in read.items() if any(found)}


def some_answer(asked: InputView, chance: random.Random) -> Answer:
    """What somebody may answer; one in eight passes."""
    if chance.random() < PASSES:
        return PassAnswer()
    match asked.type:
        case "text":
            return own_card(chance.choice((*CARDS, *CARDS, *LOOK_TWICE))[: asked.max], some_aside(chance)).answer()
        case "fields":
            return own_lines(_some_lines(asked, chance), some_aside(chance)).answer()
        case "choice":
            return ChoiceAnswer(option=chance.randrange(len(asked.options)))
        case "multi":
            return MultiAnswer(options=tuple(chance.sample(range(len(asked.options)), chance.randint(1, asked.pick))))
        case "scale":
            return ScaleAnswer(steps={item.key: chance.randint(1, asked.steps) for item in asked.items})
        case "point":
            return PointAnswer(x=chance.randint(0, GRID), y=chance.randint(0, GRID))
        case "order":
            return OrderAnswer(options=tuple(chance.sample(range(len(asked.options)), len(asked.options))))
        case "sort":
            return SortAnswer(piles=_some_piles(asked, chance))
        case "rings":
            dots = chance.randint(1, min(asked.max, MOST_DOTS))
            return RingsAnswer(dots=tuple(_some_dot(asked, chance) for _ in range(dots)))
        case "line":
            return LineAnswer(points=_some_points(asked, chance))


def some_page(chance: random.Random) -> Answer:
    """What leaves a private page: that it is done, or a pass."""
    return PassAnswer() if chance.random() < PASSES else DoneAnswer()


def some_feelings(chance: random.Random) -> list[str]:
    """What somebody chooses in a check-in: mostly all three, now and then less, or "not now"."""
    if chance.random() < PASSES:
        return []
    return [f"{feeling}:{chance.randint(1, CHECK_IN_STEPS)}" for feeling in FEELINGS if chance.random() < 0.9]


def some_aside(chance: random.Random) -> Aside:
    """Most say nothing beside their card; some close it under a topic, some add words of their own, some agree to a theme."""
    veils = (chance.choice(VEILS),) if chance.random() < COVERS else ()
    note = chance.choice(CONTENT_NOTES) if chance.random() < COVERS / 2 else ""
    return Aside(veils=veils, note=note, nameable=chance.random() < AGREES)


def _some_lines(asked: InputView, chance: random.Random) -> dict[str, str]:
    """Now and then a line says nothing, but never all of them."""
    each = asked.max // len(asked.fields)
    lines = {field.key: "" if chance.random() < 0.2 else chance.choice(PHRASES)[:each] for field in asked.fields}
    lines[chance.choice(asked.fields).key] = chance.choice(PHRASES)[:each]
    return lines


def _some_piles(asked: InputView, chance: random.Random) -> tuple[int | None, ...]:
    """Now and then a card is left out, but never all of them."""
    piles = [None if chance.random() < 0.1 else chance.randrange(len(asked.bins)) for _ in asked.cards]
    piles[chance.randrange(len(piles))] = chance.randrange(len(asked.bins))
    return tuple(piles)


def _some_dot(asked: InputView, chance: random.Random) -> Dot:
    marked = "mark" in asked.send and chance.random() < 0.9
    return Dot(
        ring=chance.randrange(len(asked.rings)) if "ring" in asked.send else 0,
        mark=chance.randrange(len(asked.marks)) if marked else None,
    )


def _some_points(asked: InputView, chance: random.Random) -> tuple[LinePoint, ...]:
    points = chance.randint(LEAST_POINTS, min(asked.max, MOST_POINTS))
    places = sorted(chance.randint(0, GRID) for _ in range(points)) if "x" in asked.send else even_places(points)
    return tuple(LinePoint(x=place, y=chance.randint(0, GRID) if "y" in asked.send else None) for place in places)
