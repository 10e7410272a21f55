"""Evenings in which people come, go, rest, watch and are kept apart: what the tests of the matching and `make matching` play."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.domain.matching import Pairs, Seating, Wanted, next_ring, pairs_in, seated
from workshop.domain.words import SeatId

Met = Mapping[tuple[SeatId, SeatId], int]
PLANS = 200
"""Plans drawn at random for a whole evening, of which the best is what we are measured by."""


def seats(count: int, first: int = 1) -> tuple[SeatId, ...]:
    return tuple(SeatId(f"seat-{number:04d}") for number in range(first, first + count))


@dataclass(frozen=True)
class Evening:
    """Who takes part and who watches in each round."""

    size: int
    present: Sequence[Sequence[SeatId]]
    observers: Sequence[Sequence[SeatId]] = ()
    observes: bool = False
    apart: Pairs = frozenset()
    met: Met = field(default_factory=dict)
    """From earlier activities."""
    tells_rounds: bool = True
    """Whether the matching is told how many rounds are still to come."""

    def watching(self, number: int) -> Sequence[SeatId]:
        return self.observers[number] if self.observers else ()


def steady(people: int, size: int, rounds: int) -> Evening:
    return Evening(size=size, present=[seats(people)] * rounds)


def with_changes(people: int, size: int, rounds: int, dice: random.Random, leave: int, come: int, rest: int) -> Evening:
    """So many leave for good, come late and rest for one round, each at a drawn time; never fewer than four take part."""
    here = list(seats(people))
    leaving = Counter(dice.randrange(1, rounds) for _ in range(leave)) if rounds > 1 else Counter[int]()
    coming = Counter(dice.randrange(1, rounds) for _ in range(come)) if rounds > 1 else Counter[int]()
    resting = Counter(dice.randrange(rounds) for _ in range(rest))
    present, newest = [], people
    for number in range(rounds):
        for _ in range(min(leaving[number], len(here) - 4)):
            here.remove(dice.choice(here))
        here += seats(coming[number], newest + 1)
        newest += coming[number]
        tired = dice.sample(here, min(resting[number], len(here) - 4))
        present.append([seat for seat in here if seat not in tired])
    return Evening(size=size, present=present)


def played(evening: Evening, seed: int) -> list[Seating]:
    """The evening as our matching plays it, round by round, without knowing who will come and go."""
    dice, ring, met, extra = random.Random(seed), tuple[SeatId, ...](), dict(evening.met), Counter[SeatId]()
    rounds = []
    for number, people in enumerate(evening.present):
        ring = next_ring(ring, people, dice)
        wanted = Wanted(
            ring=ring,
            observers=tuple(evening.watching(number)),
            size=evening.size,
            observes=evening.observes,
            met=met,
            extra=extra,
            apart=evening.apart,
            rounds_left=len(evening.present) - number if evening.tells_rounds else 1,
        )
        rounds.append(seated(wanted, "fresh", (), dice))
        for room in rounds[-1].rooms:
            for couple in pairs_in(room.seats):
                met[couple] = met.get(couple, 0) + 1
            extra.update(room.seats if len(room.seats) > evening.size else ())
    return rounds


def again(rounds: Iterable[Iterable[Sequence[SeatId]]], met: Met) -> int:
    """Pairs who take part and meet once more."""
    known = set(met)
    found = 0
    for rooms in rounds:
        couples = [couple for room in rooms for couple in pairs_in(room)]
        found += sum(couple in known for couple in couples)
        known.update(couples)
    return found


def repeats_of(evening: Evening, rounds: Sequence[Seating]) -> int:
    return again(([room.seats for room in round_.rooms] for round_ in rounds), evening.met)


def drawn_plan(evening: Evening, rounds: Sequence[Seating], dice: random.Random) -> int:
    """The repeats of a plan made by chance: in every round the same people in rooms of the same sizes."""
    plan = []
    for round_ in rounds:
        people = [seat for room in round_.rooms for seat in room.seats]
        dice.shuffle(people)
        places = iter(people)
        plan.append([[next(places) for _ in room.seats] for room in round_.rooms])
    return again(plan, evening.met)


def best_drawn(evening: Evening, rounds: Sequence[Seating], seed: int, plans: int = PLANS) -> int:
    dice = random.Random(seed)
    return min(drawn_plan(evening, rounds, dice) for _ in range(plans))


def broken(evening: Evening, rounds: Sequence[Seating]) -> int:
    """Wishes to be apart that were not kept."""
    found = 0
    for round_ in rounds:
        for room in round_.rooms:
            inside = {*room.seats, *room.observers}
            found += sum(one in inside and other in inside for one, other in evening.apart)
    return found


def alone(evening: Evening, rounds: Sequence[Seating]) -> int:
    """Rooms with fewer than two or too many people, and people who are in no room or in several."""
    found = 0
    for number, round_ in enumerate(rounds):
        found += sum(not 2 <= len(room.seats) <= evening.size + 1 for room in round_.rooms)
        found += sum(len(room.observers) > 2 for room in round_.rooms)
        placed = [seat for room in round_.rooms for seat in (*room.seats, *room.observers)]
        found += sorted([*placed, *round_.out]) != sorted([*evening.present[number], *evening.watching(number)])
        askers = {one for one, _ in evening.apart}
        found += sum(seat not in askers and seat not in evening.watching(number) for seat in round_.out)
    return found


def best_known(evening: Evening, rounds: Sequence[Seating]) -> list[Evening]:
    """From each round on, everybody who is there staying: what anybody can know who does not know the future."""
    met, evenings = Counter[tuple[SeatId, SeatId]](evening.met), []
    for number, round_ in enumerate(rounds):
        left = len(rounds) - number
        evenings.append(Evening(size=evening.size, present=[evening.present[number]] * left, met=dict(met)))
        met.update(couple for room in round_.rooms for couple in pairs_in(room.seats))
    return evenings
