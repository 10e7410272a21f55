"""No picture makes sure what somebody answered: also not to who knows how many answered, and to who took part."""

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement, permutations

import pytest

from tests.domain.asked import BOTH, FLOOR, SQUARE, a_line, a_map, piles
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, OrderAnswer, PointAnswer, ScaleAnswer
from workshop.domain.inputs import aggregate
from workshop.domain.pictures import Sums
from workshop.domain.plan import (
    ChoiceInput,
    Input,
    LineInput,
    MultiInput,
    OrderInput,
    RingsInput,
    ScaleInput,
    ScaleItem,
    SortInput,
)

Facts = frozenset[tuple[int | bool, ...]]
"""What an answer says, question by question."""
Possible = list[tuple[Answer, Facts]]
"""Every answer that there may be, and what it says."""


def chosen_of(options: int, pick: int) -> list[tuple[int, ...]]:
    return [chosen for size in range(1, pick + 1) for chosen in combinations(range(options), size)]


def each_or_not(options: int, chosen: Sequence[int]) -> Facts:
    return frozenset((option, option in chosen) for option in range(options))


def choice(options: int) -> tuple[Input, Possible]:
    asked = ChoiceInput(options=tuple("abcd"[:options]))
    return asked, [(ChoiceAnswer(option=option), frozenset({(option,)})) for option in range(options)]


def multi(options: int, pick: int) -> tuple[Input, Possible]:
    asked = MultiInput(options=tuple("abc"[:options]), pick=pick)
    return asked, [(MultiAnswer(options=one), each_or_not(options, one)) for one in chosen_of(options, pick)]


def scale() -> tuple[Input, Possible]:
    asked = ScaleInput(steps=5, items=(ScaleItem(key="one", ask="?", low="l", high="h"),))
    return asked, [(ScaleAnswer(steps={"one": step}), frozenset({(step,)})) for step in range(1, 6)]


def order() -> tuple[Input, Possible]:
    rows = list(permutations(range(3)))
    return OrderInput(options=("a", "b", "c")), [(OrderAnswer(options=row), each_or_not(3, row[:1]) | {row}) for row in rows]


def rings() -> tuple[Input, Possible]:
    asked = RingsInput(max=2, rings=("closest", "close", "around"), marks=())
    return asked, [(a_map(*((ring, None) for ring in one)), each_or_not(3, one)) for one in chosen_of(3, 2)]


def sort() -> tuple[Input, Possible]:
    asked = SortInput(cards=("rest",), bins=("yes", "half", "no"))
    return asked, [(answer, frozenset({(pile,)})) for pile, answer in enumerate(piles("0", "1", "2"))]


def square() -> tuple[Input, Possible]:
    """In four of its ninths: if more were possible, less would be certain."""
    corners = [(x, y) for x in (0, 20) for y in (0, 20)]
    return SQUARE, [(PointAnswer(x=x, y=y), frozenset({(x, y)})) for x, y in corners]


def line() -> tuple[Input, Possible]:
    asked = LineInput(mode="points", max=2, x=("then", "now"), y=("heavy", "light"))
    return asked, [(a_line((0, height), (20, height)), frozenset({(height,)})) for height in (0, 5, 20)]


ASKED = {
    "choice of 2": choice(2),
    "choice of 3": choice(3),
    "choice of 4": choice(4),
    "one of 2": multi(2, 1),
    "both of 2": multi(2, 2),
    "two of 3": multi(3, 2),
    "scale": scale(),
    "order": order(),
    "rings": rings(),
    "sort": sort(),
    "square": square(),
    "line": line(),
}


def told(asked: Input, answers: Sequence[Answer]) -> Sums:
    send = BOTH if isinstance(asked, LineInput) else ("ring",) if isinstance(asked, RingsInput) else ()
    return aggregate(asked, answers, FLOOR, send)


def certain(name: str, people: int) -> dict[tuple[Sums, int | None], Facts]:
    """What everybody says in every one of the groups that would be shown this picture.

    To whom: somebody who took part knows what they answered themselves (its place among the possible ones), others know of no
    answer (None).
    """
    asked, possible = ASKED[name]
    found: dict[tuple[Sums, int | None], Facts] = {}
    said_by_all: dict[frozenset[int], Facts] = {}
    for group in combinations_with_replacement(range(len(possible)), people):
        picture, given = told(asked, [possible[one][0] for one in group]), frozenset(group)
        for own in (None, *given):
            others = given - {own} if own is not None and group.count(own) == 1 else given
            if others not in said_by_all:
                said_by_all[others] = frozenset.intersection(*(possible[one][1] for one in others))
            known = said_by_all[others]
            found[picture, own] = found.get((picture, own), known) & known
    return {key: facts for key, facts in found.items() if facts}


@pytest.mark.parametrize("name", ASKED)
def test_no_picture_makes_sure_what_anybody_answered(name: str) -> None:
    for people in range(FLOOR, 13):
        sure = certain(name, people)
        if name == "order" and people < 8:
            # Of six, "mixed" is three, so "mixed, mixed, few" says that nobody has the third one first: like a choice where nobody
            # chose it. It is nobody's order.
            sure = {key: facts for key, facts in sure.items() if any(len(fact) != 2 or fact[1] for fact in facts)}
        assert not sure, f"{people} answers: {next(iter(sure.items()))}"
