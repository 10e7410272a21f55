"""Every kind of input, with as many possible answers as an exact solver gets through."""

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from msgspec import structs

from tests.domain.asked import BOTH, DOTS, SQUARE, a_line, a_map, piles
from tests.domain.solving import Cell, Question
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, OrderAnswer, PointAnswer, ScaleAnswer
from workshop.domain.inputs.line import slot_heights
from workshop.domain.inputs.point import field_of
from workshop.domain.plan import (
    ChoiceInput,
    LineInput,
    MultiInput,
    OrderInput,
    RingsInput,
    ScaleInput,
    ScaleItem,
    SortInput,
    SummaryForm,
)

BANDS: Final = SummaryForm(form="bands")
LETTERS: Final = "abcdef"


def some_of(options: int, least: int, most: int) -> list[tuple[int, ...]]:
    return [one for size in range(least, most + 1) for one in combinations(range(options), size)]


def cells(kind: str, places: Iterable[int]) -> frozenset[Cell]:
    return frozenset((kind, place) for place in places)


def choice(options: int) -> Question:
    possible = tuple((ChoiceAnswer(option=one), cells("option", [one])) for one in range(options))
    return Question(ChoiceInput(options=tuple(LETTERS[:options])), BANDS, possible)


def multi(options: int, pick: int) -> Question:
    possible = tuple((MultiAnswer(options=one), cells("option", one)) for one in some_of(options, 1, pick))
    return Question(MultiInput(options=tuple(LETTERS[:options]), pick=pick), BANDS, possible)


def order(options: int) -> Question:
    """One order for each upper half."""
    half, all_of_them = options // 2, range(options)
    upper = some_of(options, half, half)
    possible = tuple(
        (OrderAnswer(options=(*one, *(rest for rest in all_of_them if rest not in one))), cells("option", one)) for one in upper
    )
    return Question(OrderInput(options=tuple(LETTERS[:options])), BANDS, possible)


def rings(count: int, most: int) -> Question:
    possible = tuple((a_map(*((ring, None) for ring in one)), cells("ring", one)) for one in some_of(count, 1, most))
    return Question(RingsInput(max=most, rings=tuple(LETTERS[:count]), marks=()), BANDS, possible, ("ring",))


def marked_rings() -> Question:
    dots = [(ring, mark) for ring in range(2) for mark in (None, 0, 1)]
    maps = [one for size in (1, 2) for one in combinations(dots, size)]
    found = {cells("ring", (r for r, _ in one)) | cells("mark", (m for _, m in one if m is not None)): one for one in maps}
    possible = tuple((a_map(*one), counted) for counted, one in found.items())
    return Question(RingsInput(max=2, rings=("in", "out"), marks=("strength", "mixed")), BANDS, possible, DOTS)


def sort(rows: Iterable[str], bins: int) -> Question:
    listed = list(rows)

    def counted(row: str) -> frozenset[Cell]:
        found: set[Cell] = set()
        for card, sign in enumerate(row):
            found |= set() if sign == "-" else {("card", card, int(sign)), ("card", card, "touched")}
        return frozenset(found)

    possible = tuple((answer, counted(row)) for answer, row in zip(piles(*listed), listed, strict=True))
    return Question(SortInput(cards=tuple("rst"[: len(listed[0])]), bins=tuple("xyz"[:bins])), BANDS, possible)


def scale(*rows: dict[str, int], items: int = 1) -> Question:
    """Of several sliders few steps are possible here, and then more of them is certain; what counts is who touched which."""
    keys = tuple(LETTERS[:items])
    asked = ScaleInput(steps=5, items=tuple(ScaleItem(key=key, ask=f"{key}?", low="l", high="h") for key in keys))

    def counted(row: dict[str, int]) -> frozenset[Cell]:
        touched: set[Cell] = {("item", keys.index(key), "touched") for key in row}
        steps: set[Cell] = {("item", keys.index(key), step) for key, step in row.items()}
        return frozenset(touched | (steps if items == 1 else set()))

    return Question(asked, SummaryForm(form="middle"), tuple((ScaleAnswer(steps=row), counted(row)) for row in rows))


def square() -> Question:
    """In five of its ninths."""
    answers = [PointAnswer(x=x, y=y) for x, y in ((0, 0), (0, 20), (10, 10), (20, 0), (20, 20))]
    possible = tuple((answer, cells("field", [field_of(answer)])) for answer in answers)
    return Question(SQUARE, SummaryForm(form="heat3"), possible)


def line() -> Question:
    """Three heights, from end to end or in the left half alone; the counts are of lines that pass a sixth."""
    asked = LineInput(mode="points", max=2, x=("then", "now"), y=("heavy", "light"))
    lines = [a_line((0, height), (end, height)) for end in (20, 9) for height in (0, 10, 20)]
    possible: list[tuple[Answer, frozenset[Cell]]] = []
    for one in lines:
        passed = [slot for slot, height in enumerate(slot_heights(one)) if height is not None]
        possible.append((one, frozenset(("slot", slot, "touched") for slot in passed)))
    return Question(asked, SummaryForm(form="shape"), tuple(possible), BOTH)


QUESTIONS: Final[dict[str, Question]] = {
    "choice of 2": choice(2),
    "choice of 3": choice(3),
    "choice of 4": choice(4),
    "one of 2": multi(2, 1),
    "both of 2": multi(2, 2),
    "one of 3": multi(3, 1),
    "two of 3": multi(3, 2),
    "two of 4": multi(4, 2),
    "order of 3": order(3),
    "order of 4": order(4),
    "order of 5": order(5),
    "one ring of 3": rings(3, 1),
    "two rings of 3": rings(3, 2),
    "rings and marks": marked_rings(),
    "one card": sort("012", 3),
    "two cards": sort(("00", "01", "10", "11", "0-", "1-", "-0", "-1"), 2),
    "slider": scale(*({"a": step} for step in range(1, 6))),
    "two sliders": scale(*({"a": a} for a in (1, 5)), *({"b": b} for b in (1, 5)), *({"a": a, "b": a} for a in (1, 5)), items=2),
    "square": square(),
    "line": line(),
}
MANY: Final = ((6, 9), (10, 7), (20, 6))
"""Up to so many possible answers there are few enough groups of so many people."""


def _touched_alone(question: Question) -> Question:
    counted = tuple((answer, frozenset(cell for cell in cells if cell[-1] == "touched")) for answer, cells in question.possible)
    return structs.replace(question, possible=counted)


BESIDE: Final = _touched_alone(sort(("0-", "1-", "-0", "-1", "00"), 2))
"""Two cards of which many sort one. With so few ways to do it, what counts is how many sorted each."""


def most_people(question: Question) -> int:
    return next(people for possible, people in MANY if question.passing <= possible)
