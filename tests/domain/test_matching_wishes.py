"""What is kept whatever else: nobody alone, nobody with whom they are not to be, observers, locked rooms, a facilitator's wishes."""

import random
from collections.abc import Sequence
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.steady import steady
from tests.matching_scenarios import seats
from workshop.domain.matching import How, Seated, Seating, Wanted, next_ring, pair, pairs_in, seated
from workshop.domain.matching.apart import Effort, divided, foes_of
from workshop.domain.matching.sizes import other_sizes, sizes_with_observers
from workshop.domain.words import SeatId

HOW: tuple[How, ...] = get_args(How)
A, B, C, D, E, F, G, H = seats(8)
WATCHERS = seats(6, 101)


def rooms_of(seating: Seating) -> list[list[SeatId]]:
    return sorted(sorted(room.seats) for room in seating.rooms)


def draw(how: How = "fresh", before: Sequence[Sequence[SeatId]] = (), seed: int = 1, **wanted: object) -> Seating:
    return seated(Wanted(**wanted), how, before, random.Random(seed))  # type: ignore[arg-type]


@pytest.mark.parametrize("how", HOW)
def test_one_willing_person_is_out_and_nobody_makes_no_room(how: How) -> None:
    assert draw(how, ring=(A,), size=2) == Seating(rooms=(), out=(A,))
    assert draw(how, ring=(), size=3) == Seating(rooms=())
    assert draw(how, ring=(A,), observers=(B,), size=3).out == (A, B)


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("asked", [(A, B), (B, A)])
def test_two_who_are_apart_are_never_in_one_room_whoever_asked(how: How, asked: tuple[SeatId, SeatId]) -> None:
    for seed in range(20):
        seating = draw(how, [(A, B), (C, D)], seed, ring=(A, B, C, D), size=2, apart=frozenset({asked}))
        assert not seating.out
        assert [A, B] not in rooms_of(seating)


def test_sizes_give_way_before_anybody_is_out() -> None:
    """Four people in threes would be one room."""
    assert sorted(map(len, rooms_of(draw(ring=(A, B, C, D), size=3, apart=frozenset({(A, B)}))))) == [2, 2]
    only_two = draw(ring=(A, B, C, D, E, F), size=3, apart=frozenset((A, other) for other in (C, D, E, F)))
    assert rooms_of(only_two) == [[A, B], [C, D, E, F]]


def test_the_asker_is_out_where_there_is_no_other_way_and_the_others_play() -> None:
    seating = draw(ring=(A, B, C), size=2, apart=frozenset({(C, A)}))
    assert (rooms_of(seating), seating.out) == ([[A, B]], (C,))
    everybody = draw(ring=(A, B, C, D, E), size=2, apart=frozenset((B, other) for other in (A, C, D, E)))
    assert ([len(room) for room in rooms_of(everybody)], everybody.out) == ([2, 2], (B,))


def test_of_two_askers_one_is_out_when_that_is_enough() -> None:
    seating = draw(ring=(A, B, C), size=2, apart=frozenset({(A, B), (B, A)}))
    assert len(seating.out) == 1
    assert seating.out[0] in {A, B}


def test_who_did_not_ask_is_out_only_where_nothing_else_helps() -> None:
    """Without the three askers D would be alone, so D has no room either way."""
    seating = draw(ring=(A, B, C, D), size=2, apart=frozenset({(A, D), (B, D), (C, D)}))
    assert (rooms_of(seating), seating.out) == ([[A, B, C]], (D,))


def test_two_who_are_apart_and_alone_are_both_out() -> None:
    assert draw(ring=(A, B), size=2, apart=frozenset({(A, B)})) == Seating(rooms=(), out=(A, B))


def fewest_out(people: Sequence[SeatId], apart: frozenset[tuple[SeatId, SeatId]], size: int) -> int:
    """By trying everything: how many askers have to go at least; all of them and more where that is not enough."""
    askers = [seat for seat in people if any(seat == one for one, _ in apart)]
    for count in range(len(askers) + 1):
        for gone in combinations(askers, count):
            left = [seat for seat in people if seat not in gone]
            foes = foes_of(left, apart)
            if len(left) >= 2 and any(divided(left, foes, sizes, Effort()) for sizes in other_sizes(len(left), size)):
                return count
    return len(askers) + 1


@steady
@drawn_by(st.integers(0, 10_000), st.integers(2, 6), st.integers(2, 7), st.integers(0, 12), st.sampled_from(HOW))
def test_as_few_askers_as_possible_are_out(seed: int, size: int, count: int, wishes: int, how: How) -> None:
    dice = random.Random(seed)
    people = seats(count)
    apart = frozenset((one, other) for one, other in (dice.sample(people, 2) for _ in range(wishes)))
    before = [people[:2], people[2:5], people[5:]]
    seating = seated(Wanted(ring=people, size=size, apart=apart), how, before, dice)
    fewest = fewest_out(people, apart, size)
    askers = {one for one, _ in apart}
    if fewest <= len(askers):
        assert len(seating.out) == fewest
        assert askers.issuperset(seating.out)
    assert_kept(seating, Wanted(ring=people, size=size, apart=apart))


def assert_kept(seating: Seating, wanted: Wanted) -> None:
    placed = [seat for room in seating.rooms for seat in (*room.seats, *room.observers)]
    assert sorted([*placed, *seating.out]) == sorted({*wanted.ring, *wanted.observers})
    for room in seating.rooms:
        inside = {*room.seats, *room.observers}
        assert not any(one in inside and other in inside for one, other in wanted.apart), room
        if room.seats not in wanted.locked:
            assert 2 <= len(room.seats) <= wanted.size + 1, room
            assert len(room.observers) <= 2
            assert not wanted.observes or not room.observers or len(inside) <= wanted.size + 1


@steady
@drawn_by(st.integers(0, 100_000), st.integers(2, 6), st.integers(0, 18), st.integers(0, 6), st.booleans(), st.sampled_from(HOW))
def test_everybody_has_one_place_and_no_wish_is_broken(
    seed: int, size: int, count: int, watching: int, observes: bool, how: How
) -> None:
    dice = random.Random(seed)
    people, observers = next_ring((), seats(count), dice), WATCHERS[:watching]
    everybody = [*people, *observers]
    some = [tuple(dice.sample(everybody, 2)) for _ in range(dice.randint(0, 9))] if len(everybody) > 1 else []
    near = [tuple(sorted(dice.sample(everybody, 2))) for _ in range(dice.randint(0, 3))] if len(everybody) > 1 else []
    stood = dice.sample(everybody, len(everybody))
    before = [stood[first : first + 3] for first in range(0, len(stood), 3)]
    wanted = Wanted(
        ring=people,
        observers=observers,
        size=size,
        observes=observes,
        met={pair(one, other): dice.randint(1, 4) for one, other in some},
        extra={seat: dice.randint(0, 3) for seat in people},
        apart=frozenset(some[::2]),  # type: ignore[arg-type]
        together=frozenset(near),  # type: ignore[arg-type]
        locked=tuple(tuple(seat for seat in room if seat in people) for room in before[: dice.randint(0, 2)]),
        rounds_left=dice.randint(1, 4),
    )
    assert_kept(seated(wanted, how, before, dice), wanted)


@pytest.mark.parametrize("seed", range(8))
def test_six_people_and_three_observers_in_threes_are_three_rooms_of_two_and_one(seed: int) -> None:
    seating = draw(seed=seed, ring=seats(6), observers=WATCHERS[:3], size=3, observes=True)
    assert [(len(room.seats), len(room.observers)) for room in seating.rooms] == [(2, 1)] * 3
    beside = draw(seed=seed, ring=seats(6), observers=WATCHERS[:3], size=3)
    assert sorted((len(room.seats), len(room.observers)) for room in beside.rooms) == [(3, 1), (3, 2)]


def test_observers_who_find_no_place_are_out() -> None:
    seating = draw(ring=(A, B, C), observers=WATCHERS[:4], size=3)
    assert (len(seating.rooms), len(seating.rooms[0].observers), len(seating.out)) == (1, 2, 2)


@pytest.mark.parametrize("people", range(2, 20))
@pytest.mark.parametrize("size", range(2, 7))
def test_observers_who_count_never_make_a_room_too_small_or_too_large(people: int, size: int) -> None:
    for observers in range(9):
        sizes = sizes_with_observers(people, observers, size)
        assert sum(sizes) == people
        assert 2 <= min(sizes) <= max(sizes) <= size + 1


def test_an_observer_is_never_with_somebody_who_is_to_be_apart_and_others_sit_so_that_there_is_a_place() -> None:
    watcher = WATCHERS[0]
    for seed in range(20):
        apart = frozenset({(A, watcher), (watcher, B)})
        seating = draw(seed=seed, ring=(A, B, C, D), observers=(watcher,), size=2, apart=apart)
        assert not seating.out
        assert [room.seats for room in seating.rooms if {A, B} == set(room.seats)]
        assert all(watcher not in room.observers for room in seating.rooms if A in room.seats)


def test_two_observers_who_are_apart_do_not_watch_one_room() -> None:
    first, second = WATCHERS[:2]
    seating = draw(ring=(A, B), observers=(first, second), size=2, apart=frozenset({(first, second)}))
    assert len(seating.rooms[0].observers) == len(seating.out) == 1


@pytest.mark.parametrize("how", HOW)
def test_a_wish_to_see_two_together_is_kept_and_outweighs_repeats(how: How) -> None:
    for seed in range(10):
        for size in (2, 3):
            seating = draw(
                how,
                [(A, C, D), (B, E, F)],
                seed,
                ring=(A, B, C, D, E, F),
                size=size,
                together=frozenset({(A, B)}),
                met={(A, B): 5},
            )
            assert any({A, B} <= set(room.seats) for room in seating.rooms)
            assert not seating.out


def test_apart_wins_over_together() -> None:
    seating = draw(ring=(A, B, C, D), size=2, together=frozenset({(A, B)}), apart=frozenset({(B, A)}))
    assert [A, B] not in rooms_of(seating)


@pytest.mark.parametrize("how", HOW)
def test_locked_rooms_stand_first_as_they_were_and_the_others_are_seated_around_them(how: How) -> None:
    watcher = WATCHERS[0]
    locked = ((C, A, watcher), (H, F, E, G, seats(1, 50)[0]))
    seating = draw(how, [(A, B), (C, D)], ring=seats(8), observers=(watcher,), size=2, locked=locked)
    assert seating.rooms[:2] == (Seated(seats=(C, A), observers=(watcher,)), Seated(seats=(H, F, E, G)))
    assert rooms_of(Seating(rooms=seating.rooms[2:])) == [[B, D]]


def test_a_locked_room_in_which_two_are_to_be_apart_or_one_is_left_is_seated_anew() -> None:
    seating = draw(ring=(A, B, C, D), size=2, locked=((A, B),), apart=frozenset({(B, A)}))
    assert [A, B] not in rooms_of(seating)
    assert not seating.out
    assert len(draw(ring=(A, B, C, D), size=2, locked=((A,),)).rooms) == 2


def test_the_last_one_beside_locked_rooms_is_out_and_not_alone() -> None:
    seating = draw(ring=(A, B, C), size=2, locked=((A, B),))
    assert seating == Seating(rooms=(Seated(seats=(A, B)),), out=(C,))


def test_the_same_rooms_change_no_more_than_a_wish_asks_for() -> None:
    before = [seats(3), seats(3, 4), seats(3, 7)]
    kept = {couple for room in before for couple in pairs_in(room)}
    for seed in range(10):
        seating = draw("same", before, seed, ring=seats(9), size=3, apart=frozenset({(A, B)}))
        still = sum(couple in kept for room in seating.rooms for couple in pairs_in(room.seats))
        assert (still, len(seating.rooms)) == (5, 3), "two people changed places, one room stayed whole"


def test_who_has_the_first_place_is_drawn() -> None:
    for how in HOW:
        assert {draw(how, [(A, B)], seed, ring=(A, B), size=2).rooms[0].seats[0] for seed in range(20)} == {A, B}
