"""Who meets whom: fresh partners, nobody alone, one three when the number is odd."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.steady import steady
from tests.matching_scenarios import seats
from workshop.domain.matching import Pairs, fresh_rooms, next_ring, pair, pairs_in, repeats, turn
from workshop.domain.words import SeatId


def rounds(people: Sequence[SeatId], count: int, seed: int) -> list[list[list[SeatId]]]:
    """That many rounds with everybody staying."""
    dice, ring, met = random.Random(seed), next_ring((), people, random.Random(seed)), frozenset[tuple[SeatId, SeatId]]()
    played = []
    for _ in range(count):
        ring = next_ring(ring, people, dice)
        rooms = fresh_rooms(ring, met, dice)
        met |= {couple for room in rooms for couple in pairs_in(room)}
        played.append(rooms)
    return played


def assert_everybody_is_placed(rooms: list[list[SeatId]], people: Sequence[SeatId]) -> None:
    assert sorted(seat for room in rooms for seat in room) == sorted(people)
    assert Counter(len(room) for room in rooms)[3] == len(people) % 2
    assert {len(room) for room in rooms} <= {2, 3}


@pytest.mark.parametrize("count", range(4, 21, 2))
def test_an_even_number_who_all_stay_meet_everybody_once_before_anybody_twice(count: int) -> None:
    for seed in range(12):
        played = rounds(seats(count), count - 1, seed)
        couples = [couple for rooms in played for room in rooms for couple in pairs_in(room)]
        assert len(set(couples)) == len(couples) == count * (count - 1) // 2


@pytest.mark.parametrize("count", range(3, 20, 2))
def test_an_odd_number_has_one_three_each_round_and_nobody_alone(count: int) -> None:
    for seed in range(3):
        for rooms in rounds(seats(count), count, seed):
            assert_everybody_is_placed(rooms, seats(count))


def in_three(played: list[list[list[SeatId]]]) -> Counter[SeatId]:
    return Counter(seat for rooms in played for room in rooms if len(room) == 3 for seat in room)


@pytest.mark.parametrize("count", [9, 11, 13, 15, 17])
def test_from_nine_people_on_nobody_is_in_the_three_twice_in_three_rounds(count: int) -> None:
    for seed in range(12):
        assert max(in_three(rounds(seats(count), 3, seed)).values()) == 1


@pytest.mark.parametrize("count", [5, 7])
def test_among_five_or_seven_everybody_is_in_the_three_at_some_time(count: int) -> None:
    for seed in range(5):
        assert len(in_three(rounds(seats(count), count, seed))) == count


def test_nobody_or_one_person_makes_no_room_and_two_or_three_make_one() -> None:
    dice = random.Random(1)
    assert fresh_rooms((), frozenset(), dice) == []
    assert fresh_rooms(seats(1), frozenset(), dice) == []
    assert [sorted(room) for room in fresh_rooms(seats(2), frozenset(), dice)] == [list(seats(2))]
    assert [sorted(room) for room in fresh_rooms(seats(3), frozenset(), dice)] == [list(seats(3))]


def test_two_people_may_meet_again_when_there_is_nobody_else() -> None:
    one, other = seats(2)
    assert len(fresh_rooms((one, other), frozenset({(one, other)}), random.Random(1))) == 1


@steady
@drawn_by(st.integers(0, 10_000), st.lists(st.sets(st.integers(1, 16), min_size=2), min_size=1, max_size=8))
def test_people_who_come_and_go_are_never_alone_and_never_twice(seed: int, present: list[set[int]]) -> None:
    dice, ring, met = random.Random(seed), tuple[SeatId, ...](), frozenset[tuple[SeatId, SeatId]]()
    for numbers in present:
        people = [seats(1, number)[0] for number in sorted(numbers)]
        ring = next_ring(ring, people, dice)
        assert sorted(ring) == people
        rooms = fresh_rooms(ring, met, dice)
        assert_everybody_is_placed(rooms, people)
        met |= {couple for room in rooms for couple in pairs_in(room)}


@steady
@drawn_by(st.integers(2, 12), st.integers(0, 1000), st.integers(0, 40))
def test_no_turn_of_the_ring_has_fewer_repeats_than_the_one_taken(count: int, seed: int, known: int) -> None:
    dice = random.Random(seed)
    people = seats(count)
    couples = pairs_in(people)
    met: Pairs = frozenset(dice.sample(couples, min(known, len(couples))))
    taken = repeats(fresh_rooms(people, met, dice), met)
    if count % 2 == 0:
        assert taken <= min(repeats(turn(people, number), met) for number in range(count - 1))


def test_who_stays_keeps_the_place_on_the_ring_and_who_comes_is_put_at_its_end() -> None:
    one, two, three, four = seats(4)
    assert next_ring((three, one, two), (one, three, four), random.Random(1)) == (three, one, four)


def test_the_first_place_of_a_room_is_drawn() -> None:
    firsts = {fresh_rooms(seats(2), frozenset(), random.Random(seed))[0][0] for seed in range(20)}
    assert firsts == set(seats(2))


def test_newcomers_are_shuffled_among_themselves() -> None:
    assert len({next_ring((), seats(4), random.Random(seed)) for seed in range(40)}) > 10


def test_two_people_are_one_pair_whoever_is_named_first() -> None:
    one, other = seats(2)
    assert pair(one, other) == pair(other, one)
