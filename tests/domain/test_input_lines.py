"""A line through points: six heights in the middle of all lines, and no single line."""

import random

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import BOTH, CURVE, FLOOR, a_line, flat, with_passes
from tests.domain.steady import steady
from workshop.domain.answers import Answer, LineAnswer
from workshop.domain.inputs import aggregate, answer_problem, answered_by, input_view
from workshop.domain.inputs.line import even_places, slot_heights
from workshop.domain.pictures import LinePicture, LineSlot, NoPicture
from workshop.domain.words import GRID

EMPTY = LineSlot(level=None, median=None)


@pytest.mark.parametrize(
    "answer",
    [a_line((0, 0), (20, 20)), a_line((3, 4), (3, 9)), a_line(*[(7, 7)] * 6), a_line((0, 20), (5, 0), (5, 10), (20, 3))],
)
def test_a_line_from_left_to_right_fits(answer: LineAnswer) -> None:
    assert answer_problem(CURVE, answer, BOTH) is None


@pytest.mark.parametrize(
    "answer",
    [
        a_line(),
        a_line((0, 0)),
        a_line(*[(7, 7)] * 7),
        a_line((5, 0), (4, 0)),
        a_line((-1, 0), (4, 0)),
        a_line((0, 0), (21, 0)),
        a_line((0, -1), (4, 0)),
        a_line((0, 0), (4, 21)),
        a_line((0, 0), (4, None)),
        a_line(*[(1, 1)] * 10_000),
    ],
)
def test_a_line_of_one_point_backwards_outside_or_without_heights_does_not(answer: LineAnswer) -> None:
    assert answer_problem(CURVE, answer, BOTH) == "invalid_answer"


@pytest.mark.parametrize(
    ("points", "places"),
    [(2, (0, 20)), (3, (0, 10, 20)), (4, (0, 7, 13, 20)), (6, (0, 4, 8, 12, 16, 20)), (9, (0, 3, 5, 8, 10, 13, 15, 18, 20))],
)
def test_places_that_do_not_travel_are_spread_evenly(points: int, places: tuple[int, ...]) -> None:
    assert even_places(points) == places


def test_with_heights_alone_any_other_places_are_refused() -> None:
    assert answer_problem(CURVE, a_line((0, 5), (10, 9), (20, 1)), ("y",)) is None
    for other in ((0, 9, 20), (0, 11, 20), (0, 10, 19), (1, 10, 20)):
        answer = a_line(*[(place, 5) for place in other])
        assert answer_problem(CURVE, answer, ("y",)) == "invalid_answer"


def test_with_places_alone_heights_are_refused_and_there_is_no_picture() -> None:
    answer = a_line((0, None), (9, None))
    assert answer_problem(CURVE, answer, ("x",)) is None
    assert answer_problem(CURVE, a_line((0, 5), (9, None)), ("x",)) == "invalid_answer"
    assert aggregate(CURVE, [answer] * 20, FLOOR, ("x",)) == NoPicture()
    assert answered_by(CURVE, [answer] * 20, 5) == ()


@pytest.mark.parametrize(
    ("answer", "heights"),
    [
        (a_line((0, 0), (20, 20)), (2, 5, 8, 12, 15, 18)),
        (a_line((0, 20), (20, 20)), (20,) * 6),
        (a_line((0, 0), (5, 9), (10, 0), (20, 0)), (3, 9, 3, 0, 0, 0)),
        (a_line((8, 4), (12, 12)), (None, None, 5, 11, None, None)),
        (a_line((3, 7), (3, 7)), (7, None, None, None, None, None)),
        (a_line((5, 0), (5, 20)), (None, 10, None, None, None, None)),
        (a_line((20, 3), (20, 3)), (None, None, None, None, None, 3)),
        (a_line((0, None), (20, None)), (None,) * 6),
    ],
)
def test_a_line_has_a_height_in_each_sixth_that_it_passes_or_ends_in(answer: LineAnswer, heights: tuple[int | None, ...]) -> None:
    assert slot_heights(answer) == heights


def test_the_middle_of_all_lines_is_told_per_sixth() -> None:
    answers = flat(1, 1, 2, 4, 9, 18, 19, 20)
    assert aggregate(CURVE, answers, FLOOR, BOTH) == LinePicture(slots=(LineSlot(level="low", median=4),) * 6)


@pytest.mark.parametrize(("height", "level"), [(0, "low"), (6, "low"), (7, "middle"), (13, "middle"), (14, "high"), (20, "high")])
def test_levels_are_thirds(height: int, level: str) -> None:
    picture = aggregate(CURVE, flat(*[height] * 9), FLOOR, BOTH)
    assert isinstance(picture, LinePicture)
    assert {slot.level for slot in picture.slots} == {level}


def test_below_eight_lines_or_where_almost_all_are_at_one_height_there_is_only_a_level() -> None:
    for answers in (flat(1, 2, 3, 4, 5, 6, 7), flat(*[4] * 30), flat(*[4] * 28, 0, 20)):
        assert aggregate(CURVE, answers, FLOOR, BOTH) == LinePicture(slots=(LineSlot(level="low", median=None),) * 6)


def test_each_sixth_has_its_own_floor() -> None:
    short: list[Answer] = [a_line((0, 15), (3, 15)) for _ in range(4)]
    picture = aggregate(CURVE, [*short, *flat(15, 16, 17, 18)], FLOOR, BOTH)
    assert picture == LinePicture(slots=(LineSlot(level="high", median=15), EMPTY, EMPTY, EMPTY, EMPTY, EMPTY))
    assert answered_by(CURVE, with_passes([*short, *flat(15)], 9), 5) == ("slot-0",)


@pytest.mark.parametrize("answered", range(FLOOR))
def test_fewer_lines_than_the_floor_are_no_picture(answered: int) -> None:
    assert aggregate(CURVE, with_passes(flat(*[3] * answered), 20), FLOOR, BOTH) == NoPicture()


lines = st.lists(st.tuples(st.integers(0, GRID), st.integers(0, GRID)), min_size=2, max_size=6)


@steady
@drawn_by(lines)
def test_a_line_is_never_higher_or_lower_than_its_points(places: list[tuple[int, int]]) -> None:
    heights = [height for height in slot_heights(a_line(*sorted(places))) if height is not None]
    assert heights
    assert min(y for _, y in places) <= min(heights) <= max(heights) <= max(y for _, y in places)


@steady
@drawn_by(st.lists(lines, max_size=14), st.integers(2, 8), st.randoms())
def test_no_sixth_is_told_below_the_floor_and_none_has_a_number_below_eight(
    rows: list[list[tuple[int, int]]], floor: int, chance: random.Random
) -> None:
    answers = [a_line(*sorted(row)) for row in rows]
    touched = [[heights[slot] for heights in map(slot_heights, answers) if heights[slot] is not None] for slot in range(6)]
    least = floor if floor < 4 else max(floor, 5)
    picture = aggregate(CURVE, answers, floor, BOTH)
    chance.shuffle(answers)
    assert aggregate(CURVE, answers, floor, BOTH) == picture
    if isinstance(picture, NoPicture):
        assert max(map(len, touched)) < least
        return
    assert isinstance(picture, LinePicture)
    for slot, heights in zip(picture.slots, touched, strict=True):
        assert (slot.level is not None) == (len(heights) >= least)
        if slot.median is not None:
            assert len(heights) >= max(8, floor) and len(set(heights)) > 1


def test_the_phone_asks_for_a_line_and_knows_what_travels() -> None:
    asked = input_view(CURVE, ("y",))
    assert (asked.type, asked.mode, asked.max, asked.x, asked.y, asked.send) == ("line", "points", 6, CURVE.x, CURVE.y, ("y",))
