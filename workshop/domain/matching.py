"""Who meets whom: fresh pairs by a round robin on a drawn ring.

The circle method: one person stays, the others turn by one place a round, opposite places meet. For an even number of people
who all stay, its N−1 rounds hold no repeat. Of all turns the one with the fewest repeats is taken, so a ring that lost or won
people starts from what has really happened, not from a counter. With an odd number the one left over joins a pair as a third.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from workshop.domain.words import Dice, SeatId

Pairs = frozenset[tuple[SeatId, SeatId]]


def pair(one: SeatId, other: SeatId) -> tuple[SeatId, SeatId]:
    """The same two people, whoever is named first."""
    return (one, other) if one < other else (other, one)


def pairs_in(room: Iterable[SeatId]) -> list[tuple[SeatId, SeatId]]:
    return [pair(one, other) for one, other in combinations(room, 2)]


def next_ring(ring: Sequence[SeatId], people: Sequence[SeatId], dice: Dice) -> tuple[SeatId, ...]:
    """The drawn order with those who went taken out and those who came put at its end, shuffled among themselves."""
    present = set(people)
    kept = [seat for seat in ring if seat in present]
    newcomers: list[SeatId] = sorted(present.difference(kept))
    dice.shuffle(newcomers)
    return (*kept, *newcomers)


def turn(ring: Sequence[SeatId], number: int) -> list[list[SeatId]]:
    """The pairs of turn `number` (0-based); with an odd ring the one left over comes last, alone."""
    places: list[SeatId | None] = list(ring)
    if len(places) % 2:
        places.append(None)
    moved = number % (len(places) - 1)
    circle = [places[0], *places[1 + moved :], *places[1 : 1 + moved]]
    half = len(circle) // 2
    opposite = zip(circle[:half], reversed(circle[half:]), strict=True)
    rooms = [[seat for seat in couple if seat is not None] for couple in opposite]
    return sorted(rooms, key=len, reverse=True)


def with_third(rooms: list[list[SeatId]], met: Pairs, known: Mapping[SeatId, int]) -> list[list[SeatId]]:
    """The one left over joins the pair where it meets the fewest people again.

    Of several such pairs, the one that knows the fewest people: a three knows more, so nobody is in the three every time.
    """
    if len(rooms[-1]) > 1 or len(rooms) == 1:
        return rooms
    *pairs, (alone,) = rooms
    host = min(pairs, key=lambda room: (sum(pair(alone, seat) in met for seat in room), sum(known[seat] for seat in room)))
    return [[*room, alone] if room is host else room for room in pairs]


def repeats(rooms: Iterable[Iterable[SeatId]], met: Pairs) -> int:
    return sum(couple in met for room in rooms for couple in pairs_in(room))


def fresh_rooms(ring: Sequence[SeatId], met: Pairs, dice: Dice) -> list[list[SeatId]]:
    """Rooms of two, one of three for an odd number, with the fewest repeats that any turn of the ring has.

    Nobody is alone unless only one person is there (then there is no room at all). Who sits in the first place is drawn.
    """
    if len(ring) < 2:
        return []
    turns = len(ring) - 1 + len(ring) % 2
    known = Counter(seat for couple in met for seat in couple)
    best: list[list[SeatId]] = []
    fewest: tuple[int, int] | None = None
    for number in range(turns):
        rooms = with_third(turn(ring, number), met, known)
        again = repeats(rooms, met), sum(known[seat] for room in rooms if len(room) > 2 for seat in room)
        if fewest is None or again < fewest:
            best, fewest = rooms, again
        if fewest == (0, 0):
            break
    for room in best:
        dice.shuffle(room)
    return best
