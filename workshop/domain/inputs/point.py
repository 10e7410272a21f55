"""A place in a square. What is told of many is how full each ninth of it is."""

from collections.abc import Sequence
from typing import Final

from workshop.domain.answers import PointAnswer
from workshop.domain.inputs.blurred import ALMOST, gives_away
from workshop.domain.inputs.options import in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import Density, HeatSums, HeatWords, NoPicture, Sums
from workshop.domain.plan import PointInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import GRID

THIRDS: Final = 3


def problem(asked: PointInput, answer: PointAnswer) -> RefusalCode | None:
    return None if 0 <= answer.x <= GRID and 0 <= answer.y <= GRID else "invalid_answer"


def density(count: int, answered: int) -> Density:
    if count <= ALMOST:
        return "faint"
    return "dense" if 2 * count >= answered else "present"


def _third(place: int) -> int:
    return place * THIRDS // (GRID + 1)


def field_of(answer: PointAnswer) -> int:
    """Which ninth it lies in, row by row from the top, left to right."""
    return (THIRDS - 1 - _third(answer.y)) * THIRDS + _third(answer.x)


def aggregate(asked: PointInput, answers: Sequence[PointAnswer], floor: int) -> Sums:
    """Counts per ninth; words below 8 answers or where (almost) all agree; nothing below the floor, and no words that give a count
    away."""
    answered = len(answers)
    if answered < floor:
        return NoPicture()
    fields = [field_of(answer) for answer in answers]
    counts = tuple(fields.count(field) for field in range(THIRDS * THIRDS))
    if in_words(counts, answered):
        densities = tuple(density(count, answered) for count in counts)
        return NoPicture() if gives_away(densities, answered) else HeatWords(densities=densities)
    return HeatSums(counts=counts, answered=answered)


def view(asked: PointInput) -> InputView:
    return InputView(type="point", ask=asked.ask, x=asked.x, y=asked.y)
