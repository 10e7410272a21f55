"""How few meet again: the round robin, every seating of small groups, and plans drawn at random for whole evenings."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest

from tests.matching_scenarios import (
    Evening,
    again,
    best_drawn,
    best_known,
    played,
    repeats_of,
    seats,
    steady,
    with_changes,
)
from workshop.domain.matching import Wanted, next_ring, pairs_in, room_sizes, seated
from workshop.domain.words import SeatId


@pytest.mark.parametrize("tells_rounds", [True, False])
def test_a_thousand_groups_of_an_even_number_meet_everybody_once_before_anybody_twice(tells_rounds: bool) -> None:
    for seed in range(500):
        people = 4 + 2 * (seed % 9)
        evening = Evening(size=2, present=[seats(people)] * (people - 1), tells_rounds=tells_rounds)
        rounds = played(evening, seed + 500 * tells_rounds)
        assert repeats_of(evening, rounds) == 0, f"seed {seed}, {people} people"
        assert all(len(room.seats) == 2 for seating in rounds for room in seating.rooms)


def every_seating(people: Sequence[SeatId], sizes: Sequence[int]) -> Iterator[list[tuple[SeatId, ...]]]:
    """All ways to fill rooms of these sizes."""
    if not people:
        yield []
        return
    first, *others = people
    for size in sorted(set(sizes)):
        rest = list(sizes)
        rest.remove(size)
        for company in combinations(others, size - 1):
            for rooms in every_seating([seat for seat in others if seat not in company], rest):
                yield [(first, *company), *rooms]


@pytest.mark.parametrize("size", [2, 3, 4])
@pytest.mark.parametrize("people", range(4, 9))
def test_up_to_eight_people_no_seating_at_all_has_fewer_repeats(people: int, size: int) -> None:
    for seed in range(12):
        dice = random.Random(seed)
        couples = pairs_in(seats(people))
        met = {couple: dice.randint(1, 3) for couple in sorted(dice.sample(couples, dice.randint(0, len(couples))))}
        every = list(every_seating(seats(people), room_sizes(people, size)))
        fewest = min(again([rooms], met) for rooms in every)
        wanted = Wanted(ring=next_ring((), seats(people), dice), size=size, met=met)
        rooms = [room.seats for room in seated(wanted, "fresh", (), dice).rooms]
        assert again([rooms], met) == fewest, f"seed {seed}"
        times = min(
            sum(met.get(couple, 0) for room in one for couple in pairs_in(room)) for one in every if again([one], met) == fewest
        )
        assert sum(met.get(couple, 0) for room in rooms for couple in pairs_in(room)) == times, f"seed {seed}"


@pytest.mark.parametrize("size", [2, 3, 4])
def test_leavers_latecomers_and_rests_cost_no_more_repeats_than_the_best_of_two_hundred_plans_that_knew_of_them(
    size: int,
) -> None:
    for seed in range(4):
        dice = random.Random(seed)
        people, rounds = dice.randint(4 * size + 1, 20), dice.randint(3, 7)
        evening = with_changes(
            people, size, rounds, dice, leave=dice.randint(0, 2), come=dice.randint(0, 2), rest=dice.randint(0, 2)
        )
        ours = played(evening, seed)
        assert repeats_of(evening, ours) <= best_drawn(evening, ours, seed), f"seed {seed}"


@pytest.mark.parametrize("size", [2, 3, 4])
def test_the_smallest_groups_go_on_with_no_more_repeats_than_the_best_of_two_hundred_plans_whatever_happened(size: int) -> None:
    """Nobody knows who will leave: a drawn plan that does can win among six. From each round on, knowing the same, none does."""
    for seed in range(3):
        dice = random.Random(seed)
        evening = with_changes(dice.randint(5, 4 * size), size, dice.randint(3, 5), dice, leave=1, come=1, rest=1)
        for number, going_on in enumerate(best_known(evening, played(evening, seed))):
            ours = played(going_on, seed)
            assert repeats_of(going_on, ours) <= best_drawn(going_on, ours, seed), f"seed {seed}, round {number}"


@pytest.mark.parametrize(("people", "rounds"), [(200, 8), (201, 8), (240, 6)])
def test_more_than_two_hundred_people_have_at_most_one_repeat_in_a_hundred_pairs(people: int, rounds: int) -> None:
    evening = with_changes(people, 2, rounds, random.Random(people), leave=9, come=7, rest=11)
    ours = played(evening, 1)
    pairs = sum(len(pairs_in(room.seats)) for seating in ours for room in seating.rooms)
    assert repeats_of(evening, ours) * 100 <= pairs


def test_who_met_in_earlier_sessions_meets_last_and_those_who_met_often_last_of_all() -> None:
    one, two, three, four = seats(4)
    often = {(one, two): 1, (three, four): 1, (one, three): 2, (two, four): 3, (one, four): 2, (two, three): 2}
    for seed in range(20):
        wanted = Wanted(ring=next_ring((), seats(4), random.Random(seed)), size=2, met=often)
        rooms = seated(wanted, "fresh", (), random.Random(seed)).rooms
        assert sorted(sorted(room.seats) for room in rooms) == [[one, two], [three, four]]
        del often[three, four]
        wanted = Wanted(ring=wanted.ring, size=2, met=often)
        assert [one, two] in [sorted(room.seats) for room in seated(wanted, "fresh", (), random.Random(seed)).rooms]
        often[three, four] = 1


@pytest.mark.parametrize(("people", "size", "rounds"), [(9, 2, 3), (11, 2, 3), (16, 3, 4), (22, 3, 4)])
def test_nobody_has_the_extra_seat_twice_before_everybody_had_it_once(people: int, size: int, rounds: int) -> None:
    for seed in range(5):
        evening = Evening(size=size, present=[seats(people)] * rounds, tells_rounds=False)
        had = Counter(
            seat for seating in played(evening, seed) for room in seating.rooms if len(room.seats) > size for seat in room.seats
        )
        assert max(had.values()) == 1, f"seed {seed}"


def test_where_nobody_met_the_extra_seat_goes_to_those_who_had_it_least() -> None:
    people = seats(10)
    wanted = Wanted(ring=people, size=3, extra={seat: 1 + (seat == people[0]) for seat in people[:6]})
    for seed in range(10):
        rooms = seated(wanted, "fresh", (), random.Random(seed)).rooms
        assert [sorted(room.seats) for room in rooms if len(room.seats) == 4] == [list(people[6:])]


def test_the_same_dice_make_the_same_rooms() -> None:
    evening = with_changes(13, 3, 4, random.Random(3), leave=2, come=1, rest=1)
    assert played(evening, 5) == played(evening, 5) != played(evening, 6)


def test_a_steady_evening_in_odd_numbers_uses_up_new_partners_before_anybody_meets_again() -> None:
    evening = steady(11, 2, 5)
    for seed in range(4):
        assert repeats_of(evening, played(evening, seed)) == 0
