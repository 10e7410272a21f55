"""Rooms in which as few as possible meet again: the round robin where it still holds, else a repair that looks some rounds ahead."""

from collections.abc import Sequence
from typing import Final

from workshop.domain.matching.ring import turn
from workshop.domain.matching.round import Places
from workshop.domain.matching.search import Rooms, Walk
from workshop.domain.matching.wanted import Wanted
from workshop.domain.matching.weights import EXTRA_SEAT, NEVER, REPEAT, TOGETHER, WEIGHT, Between, between, known, with_rounds
from workshop.domain.words import Dice, SeatId

FEW_LOOKS: Final = 8_000
"""Places that are looked at for one round at least: about 5 ms."""
MOST_LOOKS: Final = 40_000
"""… and at most for a plan of several: about 40 ms. More were tried and found hardly anything better."""
AHEAD: Final = 12
"""Rounds that are planned together at most."""
PEOPLE_AHEAD: Final = 30
"""Up to so many people rounds are planned together. Larger groups have new partners enough."""


def fresh(
    people: Sequence[SeatId], wanted: Wanted, sizes: Sequence[int], start: list[list[SeatId]] | None, dice: Dice
) -> list[list[SeatId]]:
    """`people` in the order of the ring; `start`: rooms that break no wish to be apart, where there are such wishes."""
    table = between(people, wanted.met, wanted.apart, wanted.together)
    ahead = max(1, min(wanted.rounds_left, AHEAD)) if len(people) <= PEOPLE_AHEAD else 1
    turns = _turns(table, ahead) if set(sizes) == {2} else []
    if len(turns) >= ahead and turns[ahead - 1][0] < REPEAT and not any(TOGETHER in row for row in table):
        rooms = turn(range(len(people)), turns[0][1])
    else:
        plan: list[Rooms] = [turn(range(len(people)), number) for weight, number in turns[:ahead] if weight < NEVER]
        if start is not None:
            number_of = {seat: number for number, seat in enumerate(people)}
            plan += [[[number_of[seat] for seat in room] for room in start]] * (ahead - len(plan))
        rooms = _repaired(table, _places(people, wanted, sizes), _filled(plan, ahead, len(people), sizes, dice), dice)
    return [[people[number] for number in room] for room in rooms]


def _turns(table: Between, enough: int) -> list[tuple[int, int]]:
    """Weight and number of each turn of the ring, the lightest first; no more are looked at when so many hold no repeat."""
    found = []
    for number in range(len(table) - 1):
        if enough:
            found.append((sum(WEIGHT[table[one][other]] for one, other in turn(range(len(table)), number)), number))
            enough -= found[-1][0] < REPEAT
    return sorted(found)


def _filled(first: list[Rooms], ahead: int, people: int, sizes: Sequence[int], dice: Dice) -> list[Rooms]:
    """A plan of so many rounds to begin from; what is missing is drawn."""
    drawn = list(range(people))
    plan = list(first)
    while len(plan) < ahead:
        dice.shuffle(drawn)
        places = iter(drawn)
        plan.append([[next(places) for _ in range(size)] for size in sizes])
    return plan


def _repaired(table: Between, places: Places, plan: list[Rooms], dice: Dice) -> Rooms:
    """The round to be played: of a plan of several the one with the fewest repeats, and in it the seats that cost none."""
    people = len(table)
    if len(plan) > 1:
        level = {size: [0] * people for size in places}
        plan = Walk(plan, table, level, dice).go(min(16_000 + 30 * people**2, MOST_LOOKS), _fewest(table, plan))
        plan.sort(key=lambda rooms: sum(WEIGHT[table[one][other]] for room in rooms for one in room for other in room))
        table = with_rounds(table, plan[1:])
    walk = Walk(plan[:1], table, places, dice)
    return walk.go(max(FEW_LOOKS, min(600 * people, MOST_LOOKS // 2), 2 * people**2), walk.rounds[0].least())[0]


def _fewest(table: Between, plan: list[Rooms]) -> int:
    """What a plan weighs that has no repeat but those for which there are not enough pairs who never met."""
    meetings = sum(len(room) * (len(room) - 1) // 2 for rooms in plan for room in rooms)
    unmet = sum(row.count(0) - 1 for row in table) // 2
    wishes = len(plan) * sum(row.count(TOGETHER) for row in table) // 2
    missing = max(0, meetings - unmet - wishes)
    return missing * (REPEAT + REPEAT // 100) + wishes * WEIGHT[TOGETHER]


def _places(people: Sequence[SeatId], wanted: Wanted, sizes: Sequence[int]) -> Places:
    """Who has had the extra seat leaves it to others. Beside that, whoever knows many people sits in a smaller room."""
    knows = known(people, wanted.met)
    had = [wanted.extra.get(seat, 0) ** 2 * EXTRA_SEAT for seat in people]
    watching = len(wanted.observers) if wanted.observes else 0
    over = max(sizes) if len(people) + watching > wanted.size * len(sizes) else wanted.size + 1
    return {
        size: [size * knows[seat] + (extra if size >= over else 0) for seat, extra in zip(people, had, strict=True)]
        for size in sorted(set(sizes))
    }
