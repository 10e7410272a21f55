"""Who can be seated at all when some are never in one room, and how many sit in each.

First everybody, in the usual sizes, then in any other; only then somebody goes without a room: as few askers as it takes, and who did
not ask only where nothing else helps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final

from workshop.domain.matching.pairs import Pairs
from workshop.domain.matching.sizes import SMALL, other_sizes
from workshop.domain.words import Dice, SeatId

Foes = Mapping[SeatId, frozenset[SeatId]]
"""For each person with whom they cannot be in one room; whoever can be with everybody is not in it."""

MOST_STEPS: Final = 2_000
"""Places tried for one division; what is not found by then counts as impossible."""
MOST_EFFORT: Final = 20_000
"""Places tried for all divisions of one round, about 50 ms. After that the first way out that is found is taken."""
MOST_TRIES: Final = 250
"""Groups of people without a room that are tried before they are simply taken out one by one."""


class Effort:
    """What is left of it: bounds the work of many wishes in a group that cannot keep them all."""

    def __init__(self) -> None:
        self.left = MOST_EFFORT


def foes_of(people: Sequence[SeatId], apart: Pairs) -> Foes:
    found: dict[SeatId, set[SeatId]] = {}
    present = set(people)
    for one, other in apart:
        if one in present and other in present and one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {seat: frozenset(found[seat]) for seat in people if seat in found}


def seatable(
    people: Sequence[SeatId], apart: Pairs, size: int, usual: Callable[[int], list[int]], dice: Dice
) -> tuple[list[list[SeatId]], list[SeatId]]:
    """Rooms in which no wish is broken, and who is out. `usual`: the sizes that so many people would have without any wish."""
    drawn = list(people)
    dice.shuffle(drawn)
    foes = foes_of(drawn, apart)
    askers = {one for one, other in apart}
    willing = sorted((seat for seat in drawn if seat in askers and seat in foes), key=lambda seat: -len(foes[seat]))
    others = sorted((seat for seat in drawn if seat not in askers and seat in foes), key=lambda seat: -len(foes[seat]))
    effort = Effort()
    for out in _out(willing, others, foes, effort):
        gone = frozenset(out)
        rooms = _seated([seat for seat in drawn if seat not in gone], foes, size, usual, effort)
        if rooms:
            return rooms, [seat for seat in people if seat in gone]
    return [], list(people)


def _out(willing: Sequence[SeatId], others: Sequence[SeatId], foes: Foes, effort: Effort) -> Iterator[Sequence[SeatId]]:
    """Who could go, the best first; at last one after the other of those with the most wishes, until nobody is left to ask."""
    yield ()
    if len(foes) <= SMALL:
        some = (
            (*more, *unasked)
            for count in range(len(others) + 1)
            for asked in range(len(willing) + 1)
            for unasked in combinations(others, count)
            for more in combinations(willing, asked)
        )
        for out in islice(some, MOST_TRIES):
            if effort.left <= 0:
                break
            yield out
    gone: list[SeatId] = []
    for group in (willing, others):
        left = list(group)
        while left:
            worst = max(left, key=lambda seat: len(foes[seat].difference(gone)))
            left.remove(worst)
            gone.append(worst)
            yield tuple(gone)


def _seated(
    people: Sequence[SeatId], foes: Foes, size: int, usual: Callable[[int], list[int]], effort: Effort
) -> list[list[SeatId]] | None:
    present = frozenset(people)
    left = {seat: foes[seat] & present for seat in people if seat in foes}
    if len(people) < 2 or any(len(some) >= len(people) - 1 for some in left.values()):
        return None
    preferred = usual(len(people))
    rooms = divided(people, left, preferred, effort)
    if rooms is None:
        for sizes in other_sizes(len(people), size):
            if effort.left <= 0:
                break
            rooms = divided(people, left, sizes, effort)
            if rooms is not None:
                break
    return rooms


def divided(people: Sequence[SeatId], foes: Foes, sizes: Sequence[int], effort: Effort) -> list[list[SeatId]] | None:
    """One way to fill rooms of these sizes, if there is one: those with the most wishes first, and back where that leads nowhere."""
    hard = sorted((seat for seat in people if foes.get(seat)), key=lambda seat: -len(foes[seat]))
    rooms: list[list[SeatId]] = [[] for _ in sizes]
    open_to: list[Iterator[int]] = []
    sitting: list[int] = []
    steps = min(MOST_STEPS, max(effort.left, 0)) + 2 * len(hard)
    while len(sitting) < len(hard):
        seat = hard[len(sitting)]
        if len(open_to) == len(sitting):
            open_to.append(iter(_open_to(foes[seat], rooms, sizes)))
        chosen = next(open_to[-1], None)
        steps -= 1
        effort.left -= 1
        if steps < 0 or (chosen is None and not sitting):
            return None
        if chosen is None:
            open_to.pop()
            rooms[sitting.pop()].pop()
        else:
            rooms[chosen].append(seat)
            sitting.append(chosen)
    rest = iter([seat for seat in people if not foes.get(seat)])
    return [[*room, *(next(rest) for _ in range(count - len(room)))] for room, count in zip(rooms, sizes, strict=True)]


def _open_to(foes: frozenset[SeatId], rooms: Sequence[Sequence[SeatId]], sizes: Sequence[int]) -> list[int]:
    """Rooms where somebody with these foes may sit, begun ones first; of the empty ones of a size one is as good as another."""
    begun = [number for number, room in enumerate(rooms) if room and len(room) < sizes[number] and foes.isdisjoint(room)]
    empty = {sizes[number]: number for number, room in reversed(list(enumerate(rooms))) if not room}
    return [*begun, *(empty[size] for size in sorted(empty))]
