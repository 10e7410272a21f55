"""Rooms of two to six: as even as possible, nobody alone, and in larger rooms as few as possible meet again."""

import random
from collections import Counter
from time import process_time

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.steady import steady
from tests.matching_scenarios import seats
from workshop.domain.matching import (
    Pairs,
    fresh_rooms,
    merged_rooms,
    next_ring,
    pairs_in,
    random_rooms,
    repeats,
    room_sizes,
    same_rooms,
)
from workshop.domain.words import SeatId
from workshop.library.loader import library

SIZES = {
    (activity, stage.id): stage.size
    for activity in library().activity_ids()
    for stage in library().load_activity(activity).stages
    if stage.kind == "rooms"
}
"""The size of every stage with rooms that comes with the package."""


@pytest.mark.parametrize("size", sorted({*SIZES.values(), *range(2, 7)}))
def test_every_packaged_size_seats_two_to_sixty_people_evenly_and_nobody_alone(size: int) -> None:
    for people in range(2, 61):
        sizes = room_sizes(people, size)
        assert sum(sizes) == people
        assert min(sizes) >= 2, f"{people} people in rooms of {size}: {sizes}"
        assert max(sizes) <= size + 1, f"{people} people in rooms of {size}: {sizes}"
        assert max(sizes) - min(sizes) <= 1
        assert sizes == sorted(sizes, reverse=True)


def test_some_sizes_by_hand() -> None:
    assert [room_sizes(people, 2) for people in (2, 3, 4, 5, 7)] == [[2], [3], [2, 2], [3, 2], [3, 2, 2]]
    assert [room_sizes(people, 3) for people in (2, 3, 4, 5, 6, 7, 8)] == [[2], [3], [4], [3, 2], [3, 3], [4, 3], [4, 4]]
    assert [room_sizes(people, 4) for people in (5, 6, 7, 9, 10, 11)] == [[5], [3, 3], [4, 3], [5, 4], [5, 5], [4, 4, 3]]
    assert [room_sizes(people, 5) for people in (6, 7, 8, 36)] == [[6], [4, 3], [4, 4], [6, 5, 5, 5, 5, 5, 5]]
    assert room_sizes(8, 6) == [4, 4]
    assert [room_sizes(people, size) for people in (0, 1) for size in (2, 5)] == [[], [], [], []]


def rounds(people: int, size: int, count: int, seed: int) -> list[list[list[SeatId]]]:
    """That many rounds with everybody staying."""
    dice = random.Random(seed)
    ring, met, played = next_ring((), seats(people), dice), frozenset[tuple[SeatId, SeatId]](), list[list[list[SeatId]]]()
    for _ in range(count):
        played.append(fresh_rooms(ring, met, dice, size))
        met |= {couple for room in played[-1] for couple in pairs_in(room)}
    return played


def again(played: list[list[list[SeatId]]]) -> int:
    met = Counter(couple for rooms in played for room in rooms for couple in pairs_in(room))
    return sum(times - 1 for times in met.values())


@pytest.mark.parametrize("people", [2, 3, 4, 5, 7, 8, 11, 16, 23, 37, 60])
@pytest.mark.parametrize("size", range(2, 7))
def test_everybody_has_one_place_in_every_round(people: int, size: int) -> None:
    for rooms in rounds(people, size, 4, seed=people):
        assert sorted(seat for room in rooms for seat in room) == list(seats(people))
        assert sorted(map(len, rooms), reverse=True) == room_sizes(people, size)


@pytest.mark.parametrize(("people", "size", "count"), [(9, 3, 4), (15, 3, 4), (16, 4, 3), (25, 5, 3), (60, 3, 10), (60, 6, 4)])
def test_nobody_meets_again_where_a_plan_without_repeats_exists(people: int, size: int, count: int) -> None:
    for seed in range(5):
        assert again(rounds(people, size, count, seed)) == 0


@pytest.mark.parametrize(("people", "size", "count"), [(6, 3, 3), (7, 3, 3), (12, 4, 4), (20, 5, 5)])
def test_where_repeats_are_unavoidable_there_are_no_more_than_in_the_best_of_two_hundred_drawn_plans(
    people: int, size: int, count: int
) -> None:
    dice = random.Random(5)
    drawn = min(again([random_rooms(seats(people), size, dice) for _ in range(count)]) for _ in range(200))
    assert max(again(rounds(people, size, count, seed)) for seed in range(5)) <= drawn


@pytest.mark.parametrize(("people", "size"), [(19, 4), (23, 4), (27, 4), (29, 5)])
def test_nobody_is_in_the_odd_room_twice_in_three_rounds_where_that_costs_no_repeat(people: int, size: int) -> None:
    """The one room of another size; where the many have it, there is none."""
    for seed in range(8):
        played = rounds(people, size, 3, seed)
        usual = Counter(map(len, played[0])).most_common(1)[0][0]
        odd = Counter(seat for rooms in played for room in rooms if len(room) != usual for seat in room)
        assert max(odd.values()) == 1, f"seed {seed}"


def test_sixty_people_are_seated_within_fifty_milliseconds_of_work() -> None:
    worst = 0.0
    for size in range(2, 7):
        dice = random.Random(size)
        ring, met = next_ring((), seats(60), dice), frozenset[tuple[SeatId, SeatId]]()
        for _ in range(10):
            begun = process_time()
            rooms = fresh_rooms(ring, met, dice, size)
            worst = max(worst, process_time() - begun)
            met |= {couple for room in rooms for couple in pairs_in(room)}
    assert worst < 0.05, f"{worst * 1000:.0f} ms"


@steady
@drawn_by(st.integers(0, 10_000), st.integers(2, 6), st.lists(st.sets(st.integers(1, 24), min_size=2), min_size=1, max_size=6))
def test_people_who_come_and_go_are_never_alone_and_never_twice(seed: int, size: int, present: list[set[int]]) -> None:
    dice, ring, met = random.Random(seed), tuple[SeatId, ...](), frozenset[tuple[SeatId, SeatId]]()
    before: list[list[SeatId]] = []
    for numbers in present:
        people = sorted(seats(1, number)[0] for number in numbers)
        ring = next_ring(ring, people, dice)
        fresh = fresh_rooms(ring, met, dice, size)
        for rooms in (fresh, merged_rooms(before, ring, size, dice), same_rooms(before, ring, size, dice)):
            assert sorted(seat for room in rooms for seat in room) == people
            assert all(2 <= len(room) <= size + 1 for room in rooms), rooms
        met |= {couple for room in fresh for couple in pairs_in(room)}
        before = fresh


@steady
@drawn_by(st.integers(0, 10_000), st.lists(st.integers(1, 6), min_size=1, max_size=12), st.integers(0, 9), st.integers(2, 6))
def test_joined_rooms_hold_everybody_and_nobody_alone_whatever_stood_before(
    seed: int, groups: list[int], newcomers: int, size: int
) -> None:
    dice, people = random.Random(seed), list(seats(sum(groups) + newcomers))
    places = iter(people)
    before = [[next(places) for _ in range(count)] for count in groups]
    if len(people) < 2:
        return
    for rooms in (merged_rooms(before, people, size, dice), same_rooms(before, people, size, dice)):
        assert sorted(seat for room in rooms for seat in room) == people
        assert all(2 <= len(room) <= size + 1 for room in rooms), rooms


@pytest.mark.parametrize("people", [4, 8, 12, 16, 20, 40])
def test_pairs_become_fours_of_two_whole_pairs(people: int) -> None:
    before = [list(seats(2, first)) for first in range(1, people, 2)]
    rooms = merged_rooms(before, seats(people), 4, random.Random(3))
    assert [len(room) for room in rooms] == [4] * (people // 4)
    assert all(any(set(couple) <= set(room) for room in rooms) for couple in before)


def test_a_three_meets_a_pair_and_who_is_left_over_is_spread() -> None:
    before = [list(seats(3)), list(seats(2, 4)), list(seats(2, 6)), list(seats(2, 8))]
    rooms = merged_rooms(before, seats(9), 4, random.Random(3))
    assert sorted(map(len, rooms)) == [4, 5]
    assert all(any(set(group) <= set(room) for room in rooms) for group in before)
    five = merged_rooms([list(seats(2, first)) for first in (1, 3, 5, 7, 9)], seats(10), 4, random.Random(3))
    assert sorted(map(len, five)) == [5, 5]


def test_the_last_one_of_a_room_is_never_left_alone_by_full_rooms() -> None:
    before = [list(seats(5, first)) for first in (1, 6, 11, 16)] + [list(seats(1, 21))]
    for seed in range(10):
        rooms = merged_rooms(before, seats(21), 4, random.Random(seed))
        assert sorted(map(len, rooms)) == [2, 4, 5, 5, 5]


def test_threes_that_stay_whole_leave_no_room_empty() -> None:
    before = [list(seats(3, first)) for first in (1, 4, 7)]
    rooms = merged_rooms(before, seats(9), 2, random.Random(3))
    assert [len(room) for room in rooms] == [3, 3, 3]


def test_who_left_is_out_and_who_came_is_added_evenly() -> None:
    before = [list(seats(2, first)) for first in (1, 3, 5, 7)]
    people = (*seats(1), *seats(6, 3), *seats(2, 20))
    rooms = merged_rooms(before, people, 4, random.Random(3))
    assert sorted(map(len, rooms)) == [4, 5]
    assert sorted(seat for room in rooms for seat in room) == sorted(people)


def test_the_same_rooms_stand_again_and_the_others_join_where_there_is_a_place() -> None:
    before = [list(seats(3)), list(seats(3, 4)), list(seats(3, 7))]
    assert sorted(map(sorted, same_rooms(before, seats(9), 3, random.Random(1)))) == before
    without_two = (*seats(1), *seats(6, 4), *seats(1, 20))
    rooms = same_rooms(before, without_two, 3, random.Random(1))
    assert sorted(map(len, rooms)) == [2, 3, 3]
    assert any(set(before[1]) <= set(room) for room in rooms)


def test_which_people_meet_is_drawn() -> None:
    met: Pairs = frozenset()
    for size in (2, 3, 5):
        ring = next_ring((), seats(12), random.Random(1))
        seen = {str(fresh_rooms(next_ring((), ring, random.Random(seed)), met, random.Random(seed), size)) for seed in range(20)}
        assert len(seen) > 10
    assert repeats(random_rooms(seats(12), 3, random.Random(1)), met) == 0
