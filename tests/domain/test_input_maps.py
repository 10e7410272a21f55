"""People in rings: what travels is where somebody stands and with which mark, never who, and never how many somebody has."""

import random

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import DOTS, FLOOR, MAP, a_map, with_passes
from tests.domain.steady import steady
from workshop.domain.answers import Answer, RingsAnswer
from workshop.domain.inputs import WHOLE, aggregate, answer_problem, answered_by, input_view
from workshop.domain.pictures import NoPicture, RingsSums, RingsWords

ONE_CLOSE = a_map((0, 0))


@pytest.mark.parametrize("answer", [ONE_CLOSE, a_map((2, None)), a_map(*[(1, 1)] * 4), a_map((0, 0), (1, 1), (2, None), (0, 0))])
def test_a_map_fits(answer: RingsAnswer) -> None:
    assert answer_problem(MAP, answer, DOTS) is None


@pytest.mark.parametrize(
    "answer", [a_map(), a_map(*[(0, 0)] * 5), a_map((3, 0)), a_map((-1, 0)), a_map((0, 2)), a_map((0, -1)), a_map((0, 0), (9, 0))]
)
def test_an_empty_or_crowded_map_and_dots_outside_of_it_do_not(answer: RingsAnswer) -> None:
    assert answer_problem(MAP, answer, DOTS) == "invalid_answer"


def test_a_mark_that_does_not_travel_is_refused() -> None:
    assert answer_problem(MAP, a_map((2, None)), ("ring",)) is None
    assert answer_problem(MAP, a_map((2, 0)), ("ring",)) == "invalid_answer"


def test_a_ring_that_does_not_travel_is_refused() -> None:
    assert answer_problem(MAP, a_map((0, 1)), ("mark",)) is None
    assert answer_problem(MAP, a_map((1, 1)), ("mark",)) == "invalid_answer"


def test_nothing_of_a_map_travels_unless_the_template_says_so() -> None:
    assert answer_problem(MAP, ONE_CLOSE) == "invalid_answer"


def people(*maps: tuple[RingsAnswer, int]) -> list[Answer]:
    return [answer for answer, times in maps for _ in range(times)]


def test_people_are_counted_who_have_somebody_there_and_not_how_many_they_have() -> None:
    answers = people((a_map((0, 0), (0, 0), (0, 1)), 3), (a_map((1, None)), 4), (a_map((2, 1), (1, 0)), 3))
    assert aggregate(MAP, answers, FLOOR, DOTS) == RingsSums(rings=(3, 7, 3), marks=(6, 6), answered=10)


def test_marks_that_do_not_travel_are_nowhere() -> None:
    answers = people((a_map((0, None)), 4), (a_map((1, None), (2, None)), 5))
    assert aggregate(MAP, answers, FLOOR, ("ring",)) == RingsSums(rings=(4, 5, 5), marks=(), answered=9)


def test_rings_that_do_not_travel_are_nowhere() -> None:
    answers = people((a_map((0, 0)), 4), (a_map((0, 1)), 5))
    assert aggregate(MAP, answers, FLOOR, ("mark",)) == RingsSums(rings=(), marks=(4, 5), answered=9)


def test_below_eight_maps_there_are_words() -> None:
    answers = people((a_map((0, 0)), 3), (a_map((1, 1)), 4))
    assert aggregate(MAP, answers, FLOOR, DOTS) == RingsWords(rings=("mixed", "mixed", "few"), marks=("mixed", "mixed"))


@pytest.mark.parametrize("answer", [a_map((0, 0), (1, None), (2, 1)), a_map((1, 0))])
def test_where_everybody_or_nobody_has_somebody_in_a_ring_there_are_words(answer: RingsAnswer) -> None:
    answers = people((answer, 6), (a_map((1, 1), (0, 1)), 6))
    assert isinstance(aggregate(MAP, answers, FLOOR, DOTS), RingsWords)


@pytest.mark.parametrize("there", [0, 1, 2])
def test_almost_nobody_in_a_ring_and_nobody_are_the_same_words(there: int) -> None:
    answers = people((a_map((0, 0)), 5), (a_map((1, 1)), 5 - there), (a_map((2, 1)), there))
    assert aggregate(MAP, answers, FLOOR, DOTS) == RingsWords(rings=("mixed", "mixed", "few"), marks=("mixed", "mixed"))


@pytest.mark.parametrize("answered", range(FLOOR))
def test_fewer_maps_than_the_floor_are_no_picture(answered: int) -> None:
    assert aggregate(MAP, with_passes(people((ONE_CLOSE, answered)), 20), FLOOR, DOTS) == NoPicture()


def test_a_map_is_answered_as_a_whole() -> None:
    assert answered_by(MAP, people((ONE_CLOSE, 5)), 5) == (WHOLE,)
    assert answered_by(MAP, with_passes(people((ONE_CLOSE, 4)), 5), 5) == ()


@steady
@drawn_by(
    st.lists(st.lists(st.tuples(st.integers(0, 2), st.none() | st.integers(0, 1)), min_size=1, max_size=4), max_size=20),
    st.randoms(),
)
def test_a_map_is_told_from_the_floor_on_and_counted_from_eight_on(
    maps: list[list[tuple[int, int | None]]], chance: random.Random
) -> None:
    answers: list[Answer] = [a_map(*dots) for dots in maps]
    picture = aggregate(MAP, answers, FLOOR, DOTS)
    chance.shuffle(answers)
    assert aggregate(MAP, answers, FLOOR, DOTS) == picture
    match picture:
        case NoPicture():
            assert len(maps) < FLOOR
        case RingsWords(rings=rings, marks=marks):
            assert len(maps) >= FLOOR and (len(rings), len(marks)) == (3, 2)
        case RingsSums(rings=rings, marks=marks, answered=answered):
            assert answered == len(maps) >= 8
            assert all(2 < count < answered - 2 for count in (*rings, *marks))
        case _:
            raise AssertionError(picture)


@steady
@drawn_by(st.lists(st.tuples(st.integers(0, 2), st.none() | st.integers(0, 1)), min_size=5, max_size=20), st.randoms())
def test_a_map_does_not_say_which_marks_are_in_which_ring(dots: list[tuple[int, int | None]], chance: random.Random) -> None:
    marks = [mark for _, mark in dots]
    chance.shuffle(marks)
    mixed = [a_map((ring, mark)) for (ring, _), mark in zip(dots, marks, strict=True)]
    assert aggregate(MAP, mixed, FLOOR, DOTS) == aggregate(MAP, [a_map(dot) for dot in dots], FLOOR, DOTS)


def test_the_phone_asks_for_rings_and_marks_and_knows_what_travels() -> None:
    asked = input_view(MAP, ("ring",))
    assert (asked.type, asked.max, asked.rings, asked.marks, asked.send) == ("rings", 4, MAP.rings, MAP.marks, ("ring",))
    assert input_view(MAP).send == ()
