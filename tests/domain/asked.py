"""What is asked in the tests of the inputs, and answers to it."""

from collections.abc import Sequence
from typing import Final

from tests.domain.given import text_answer
from workshop.domain.answers import (
    Answer,
    Dot,
    FieldsAnswer,
    LineAnswer,
    LinePoint,
    OrderAnswer,
    PassAnswer,
    PointAnswer,
    RingsAnswer,
    SortAnswer,
)
from workshop.domain.plan import (
    ChoiceInput,
    Field,
    FieldsInput,
    LineInput,
    MultiInput,
    OrderInput,
    PointInput,
    RingsInput,
    ScaleInput,
    ScaleItem,
    SortInput,
    TextInput,
)
from workshop.domain.words import ORGANIZATION_FLOOR

FLOOR: Final = ORGANIZATION_FLOOR
CHOICE: Final = ChoiceInput(options=("a", "b", "c"))
SEVERAL: Final = MultiInput(pick=2, options=("a", "b", "c"))
SLIDERS: Final = ScaleInput(
    steps=5,
    items=(ScaleItem(key="one", ask="?", low="l", high="h"), ScaleItem(key="two", ask="?", low="l", high="h")),
)
CARD: Final = TextInput(max=10, starter="I wish")
LINES: Final = FieldsInput(
    max=20, fields=(Field(key="part", label="One part"), Field(key="other", label="The other"), Field(key="both", label="Both"))
)
SQUARE: Final = PointInput(ask="Where?", x=("left", "right"), y=("bottom", "top"))
ORDER: Final = OrderInput(options=("a", "b", "c", "d", "e"))
SORT: Final = SortInput(cards=("rest", "play", "help"), bins=("yes", "half", "no"))
MAP: Final = RingsInput(max=4, rings=("closest", "close", "around"), marks=("strength", "mixed"))
CURVE: Final = LineInput(mode="points", max=6, x=("then", "now"), y=("heavy", "light"))
BOTH: Final = ("x", "y")
"""What travels of a line."""
DOTS: Final = ("ring", "mark")
"""What travels of a map."""


def fields_answer(name: object, **fields: str) -> FieldsAnswer:
    card = text_answer(name)
    return FieldsAnswer(fields=fields, card=card.card, note_key=card.note_key)


def points(*places: tuple[int, int]) -> list[Answer]:
    return [PointAnswer(x=x, y=y) for x, y in places]


def orders(*rows: str) -> list[Answer]:
    """ "bacde": b first, then a …"""
    return [OrderAnswer(options=tuple("abcde".index(letter) for letter in row)) for row in rows]


def piles(*rows: str) -> list[Answer]:
    """ "0-2": the first card on the first pile, the second left out, the third on the last."""
    return [SortAnswer(piles=tuple(None if sign == "-" else int(sign) for sign in row)) for row in rows]


def a_map(*dots: tuple[int, int | None]) -> RingsAnswer:
    return RingsAnswer(dots=tuple(Dot(ring=ring, mark=mark) for ring, mark in dots))


def a_line(*places: tuple[int, int | None]) -> LineAnswer:
    return LineAnswer(points=tuple(LinePoint(x=x, y=y) for x, y in places))


def flat(*heights: int) -> list[Answer]:
    """Lines from end to end, each at one height."""
    return [a_line((0, height), (20, height)) for height in heights]


def with_passes(answers: Sequence[Answer], passes: int) -> list[Answer]:
    return [*answers, *[PassAnswer() for _ in range(passes)]]
