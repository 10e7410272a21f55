"""`python -m tests.matching_report`: many evenings, what must never happen counted, how few meet again, how long it takes; one JSON line.

Two bounds on repeats, both the best of two hundred plans drawn by chance for the same people in rooms of the same sizes. Groups larger
than four rooms' worth: the whole evening, where the drawn plans know who will come and go and we do not. Smaller ones: from each round
on, as if everybody stayed. Two hundred plans among six people hit upon nearly everything, so that the best of them knows the future,
which nobody can match (`tests/domain/test_matching_foresight.py`); how often it wins by that is told as `small_by_hindsight`.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from statistics import mean

from msgspec import structs

from tests.matching_scenarios import (
    Evening,
    alone,
    best_drawn,
    best_known,
    broken,
    drawn_plan,
    played,
    repeats_of,
    seats,
    steady,
    with_changes,
)
from workshop.domain.matching import Wanted, next_ring, pairs_in, seated
from workshop.domain.words import SeatId

EVENINGS = 240
BOUND_60 = 50
BOUND_1000 = 2_000
"""Milliseconds of work for one round."""

QUALITY: dict[str, Callable[[int], Evening]] = {
    "12 in pairs, 11 rounds": lambda seed: steady(12, 2, 11),
    "11 in pairs, 9 rounds, 3 leave": lambda seed: with_changes(11, 2, 9, random.Random(seed), leave=3, come=0, rest=0),
    "7 in pairs, 6 rounds, 1 comes, 1 rests": lambda seed: with_changes(7, 2, 6, random.Random(seed), leave=0, come=1, rest=1),
    "9 in threes, 4 rounds": lambda seed: steady(9, 3, 4),
    "24 in threes, 6 rounds": lambda seed: steady(24, 3, 6),
    "14 in fours, 4 rounds, 2 leave": lambda seed: with_changes(14, 4, 4, random.Random(seed), leave=2, come=0, rest=0),
    "60 in pairs, 8 rounds, 5 leave, 4 come": lambda seed: with_changes(60, 2, 8, random.Random(seed), leave=5, come=4, rest=0),
    "60 in sixes, 5 rounds": lambda seed: steady(60, 6, 5),
    "200 in pairs, 8 rounds, 12 leave": lambda seed: with_changes(200, 2, 8, random.Random(seed), leave=12, come=0, rest=9),
}


def progress(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def some_evening(seed: int) -> Evening:
    """Drawn; small groups the most often. Every third one has wishes to be apart, every fourth one observers."""
    dice = random.Random(seed)
    size = dice.choice([2, 2, 2, 3, 3, 4, 5, 6])
    people = dice.choice([dice.randint(4, 9), dice.randint(8, 14), dice.randint(10, 24), dice.randint(20, 44)])
    rounds = dice.randint(2, 8)
    evening = with_changes(people, size, rounds, dice, leave=dice.randint(0, 3), come=dice.randint(0, 3), rest=dice.randint(0, 3))
    everybody = list(seats(people))
    apart = frozenset[tuple[SeatId, SeatId]]()
    if seed % 3 == 0:
        apart = frozenset((one, other) for one, other in (dice.sample(everybody, 2) for _ in range(dice.randint(1, people // 2))))
    observers = [seats(dice.randint(0, 3), 901) for _ in range(rounds)] if seed % 4 == 0 else ()
    return Evening(
        size=size,
        present=evening.present,
        observers=observers,
        observes=dice.random() < 0.5,
        apart=apart,
        tells_rounds=dice.random() < 0.7,
    )


def never() -> Counter[str]:
    """What must not happen, counted over many evenings; and the evenings of each sort."""
    found = Counter(alone=0, kept_apart_broken=0, repeats_over_bound=0, evenings=0, small=0, small_by_hindsight=0)
    found["evenings_compared"] = 0
    for seed in range(EVENINGS):
        evening = some_evening(seed)
        rounds = played(evening, seed)
        found["evenings"] += 1
        found["alone"] += alone(evening, rounds)
        found["kept_apart_broken"] += broken(evening, rounds)
        if not evening.apart:
            compare(evening, seed, found)
        if seed % 40 == 39:
            progress(f"{seed + 1} of {EVENINGS} evenings: {dict(found)}")
    return found


def compare(evening: Evening, seed: int, found: Counter[str]) -> None:
    rounds = played(evening, seed)
    over = repeats_of(evening, rounds) > best_drawn(evening, rounds, seed)
    found["evenings_compared"] += 1
    if min(map(len, evening.present)) > 4 * evening.size:
        if over:
            progress(f"evening {seed}: more repeats than a drawn plan")
        found["repeats_over_bound"] += over
        return
    found["small"] += 1
    found["small_by_hindsight"] += over
    for number, going_on in enumerate(best_known(evening, rounds)[:3]):
        ours = played(going_on, seed)
        if repeats_of(going_on, ours) > best_drawn(going_on, ours, seed):
            progress(f"evening {seed}, from round {number} on: more repeats than a drawn plan")
            found["repeats_over_bound"] += 1


def round_robins(seeds: int = 1_000) -> int:
    """Repeats of even groups who all stay, until everybody has met everybody."""
    found = 0
    for seed in range(seeds):
        people = 4 + 2 * (seed % 9)
        evening = Evening(size=2, present=[seats(people)] * (people - 1), tells_rounds=seed % 2 == 0)
        found += repeats_of(evening, played(evening, seed))
    return found


def quality() -> dict[str, list[float]]:
    """Mean repeats: ours, of the best of two hundred drawn plans, of one drawn plan."""
    table = {}
    for name, made in QUALITY.items():
        ours, best, chance = [], [], []
        for seed in range(5):
            evening, dice = made(seed), random.Random(seed)
            rounds = played(evening, seed)
            ours.append(repeats_of(evening, rounds))
            best.append(best_drawn(evening, rounds, seed))
            chance.append(mean(drawn_plan(evening, rounds, dice) for _ in range(20)))
        table[name] = [round(mean(one), 1) for one in (ours, best, chance)]
        progress(f"{name}: ours {table[name][0]}, best of 200 {table[name][1]}, by chance {table[name][2]}")
    return table


def slowest(people: int) -> float:
    """Milliseconds of work for one round at most: every size, even and one more, up to five rounds before, some wishes to be apart."""
    worst = 0.0
    for size in range(2, 7):
        for count in (people - 1, people):
            dice = random.Random(size)
            ring, met, extra = next_ring((), seats(count), dice), Counter[tuple[SeatId, SeatId]](), Counter[SeatId]()
            apart = frozenset((ring[number], ring[-1 - number]) for number in range(min(6, count // 3)))
            for number in range(6):
                wanted = Wanted(ring=ring, size=size, met=met, extra=extra, apart=apart, rounds_left=6 - number)
                begun = time.process_time()
                rounds = [seated(wanted, "fresh", (), dice)]
                middle = time.process_time()
                rounds.append(seated(structs.replace(wanted, rounds_left=1), "fresh", (), dice))
                worst = max(worst, middle - begun, time.process_time() - middle)
                met.update(couple for room in rounds[0].rooms for couple in pairs_in(room.seats))
                extra.update(seat for room in rounds[0].rooms if len(room.seats) > size for seat in room.seats)
    progress(f"{people} people: {worst * 1000:.0f} ms")
    return round(worst * 1000, 1)


def main() -> int:
    started = time.perf_counter()
    times = {f"ms_{people}": slowest(people) for people in (12, 60, 200, 1000)}
    found = never()
    robin = round_robins()
    progress(f"1000 round robins: {robin} repeats")
    result = {
        **{name: found.pop(name) for name in ("alone", "kept_apart_broken", "repeats_over_bound")},
        **times,
        "round_robin_repeats": robin,
        **found,
        "mean_repeats_ours_best_of_200_chance": quality(),
        "seconds": round(time.perf_counter() - started),
    }
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    wrong = result["alone"] or result["kept_apart_broken"] or result["repeats_over_bound"] or robin
    return 1 if wrong or times["ms_60"] > BOUND_60 or times["ms_1000"] > BOUND_1000 else 0


if __name__ == "__main__":
    sys.exit(main())
