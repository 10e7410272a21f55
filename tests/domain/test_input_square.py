"""A place in a square: nine fields, and words where a count would say where somebody stands."""

import random

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import FLOOR, SQUARE, points, with_passes
from tests.domain.steady import steady
from workshop.domain.answers import PointAnswer
from workshop.domain.inputs import WHOLE, aggregate, answer_problem, answered_by, input_view
from workshop.domain.inputs.point import density, field_of
from workshop.domain.pictures import HeatSums, HeatWords, NoPicture
from workshop.domain.words import GRID

LOW, MIDDLE, HIGH = 3, 10, 17
"""A place in each third."""


@pytest.mark.parametrize(("x", "y"), [(0, 0), (GRID, GRID), (0, GRID), (7, 13)])
def test_a_place_within_the_square_fits(x: int, y: int) -> None:
    assert answer_problem(SQUARE, PointAnswer(x=x, y=y)) is None


@pytest.mark.parametrize(("x", "y"), [(-1, 0), (0, -1), (GRID + 1, 0), (0, GRID + 1), (10_000, 10_000)])
def test_a_place_outside_of_the_square_does_not(x: int, y: int) -> None:
    assert answer_problem(SQUARE, PointAnswer(x=x, y=y)) == "invalid_answer"


@pytest.mark.parametrize(
    ("x", "y", "field"),
    [(0, 20, 0), (6, 14, 0), (7, 20, 1), (13, 20, 1), (14, 20, 2), (0, 13, 3), (10, 10, 4), (20, 7, 5), (0, 6, 6), (20, 0, 8)],
)
def test_the_fields_are_counted_from_the_top_and_from_the_left(x: int, y: int, field: int) -> None:
    assert field_of(PointAnswer(x=x, y=y)) == field


def test_each_field_is_as_wide_as_any_other() -> None:
    fields = [field_of(PointAnswer(x=x, y=y)) for x in range(GRID + 1) for y in range(GRID + 1)]
    assert {fields.count(field) for field in range(9)} == {49}


@pytest.mark.parametrize(
    ("count", "answered", "word"),
    [(0, 5, "faint"), (2, 5, "faint"), (3, 5, "dense"), (3, 7, "present"), (4, 8, "dense"), (4, 9, "present"), (12, 12, "dense")],
)
def test_a_field_is_faint_up_to_two_and_dense_from_half_of_all(count: int, answered: int, word: str) -> None:
    assert density(count, answered) == word


def test_from_eight_answers_on_there_are_numbers() -> None:
    answers = points(*[(LOW, HIGH)] * 5, *[(MIDDLE, MIDDLE)] * 2, (HIGH, LOW))
    assert aggregate(SQUARE, answers, FLOOR) == HeatSums(counts=(5, 0, 0, 0, 2, 0, 0, 0, 1), answered=8)


def test_below_eight_answers_there_are_words() -> None:
    answers = points(*[(LOW, HIGH)] * 5, *[(HIGH, LOW)] * 2)
    picture = aggregate(SQUARE, answers, FLOOR)
    assert isinstance(picture, HeatWords)
    assert list(picture.densities) == ["dense", *["faint"] * 8]


def test_words_that_say_which_fields_are_empty_are_not_told() -> None:
    assert aggregate(SQUARE, points(*[(LOW, HIGH)] * 4, *[(HIGH, LOW)] * 3), FLOOR) == NoPicture()


@pytest.mark.parametrize("elsewhere", [0, 1, 2])
def test_all_in_one_field_and_almost_all_are_the_same_words(elsewhere: int) -> None:
    answers = points(*[(MIDDLE, MIDDLE)] * (20 - elsewhere), *[(LOW, HIGH)] * elsewhere)
    words = aggregate(SQUARE, answers, FLOOR)
    assert words == aggregate(SQUARE, points(*[(MIDDLE, MIDDLE)] * 20), FLOOR)
    assert isinstance(words, HeatWords)


def test_three_elsewhere_are_counted() -> None:
    assert isinstance(aggregate(SQUARE, points(*[(MIDDLE, MIDDLE)] * 17, *[(LOW, HIGH)] * 3), FLOOR), HeatSums)


@pytest.mark.parametrize("answered", range(FLOOR))
def test_fewer_answers_than_the_floor_are_no_picture(answered: int) -> None:
    assert aggregate(SQUARE, with_passes(points(*[(1, 1)] * answered), 20), FLOOR) == NoPicture()


@pytest.mark.parametrize(("answered", "known"), [(5, ()), (7, ()), (8, (WHOLE,)), (30, (WHOLE,))])
def test_a_square_counts_as_answered_from_eight_on(answered: int, known: tuple[str, ...]) -> None:
    assert answered_by(SQUARE, with_passes(points(*[(1, 1)] * answered), 9), 5) == known


@steady
@drawn_by(st.lists(st.tuples(st.integers(0, GRID), st.integers(0, GRID)), max_size=30), st.integers(0, 9), st.randoms())
def test_a_square_is_told_from_the_floor_on_and_counted_from_eight_on(
    places: list[tuple[int, int]], passes: int, chance: random.Random
) -> None:
    answers = with_passes(points(*places), passes)
    picture = aggregate(SQUARE, answers, FLOOR)
    chance.shuffle(answers)
    assert aggregate(SQUARE, answers, FLOOR) == picture
    match picture:
        case NoPicture():
            assert len(places) < FLOOR
        case HeatWords(densities=densities):
            assert len(places) >= FLOOR and len(densities) == 9
        case HeatSums(counts=counts, answered=answered):
            assert sum(counts) == answered == len(places) >= 8
            assert max(counts) < answered - 2
        case _:
            raise AssertionError(picture)


def test_the_phone_asks_with_the_names_of_all_ends() -> None:
    asked = input_view(SQUARE)
    assert (asked.type, asked.ask, asked.x, asked.y) == ("point", "Where?", ("left", "right"), ("bottom", "top"))
