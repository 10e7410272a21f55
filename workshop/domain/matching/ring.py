"""The round robin: one person stays, the others turn by one place a round, opposite places meet (the circle method).

For an even number of people who all stay, its N−1 rounds hold no repeat. It is the plan to begin from: whoever looks only one round
ahead can use up the good partners early (three rounds of six people may leave two triangles, in which nobody finds a new partner).
"""

from collections.abc import Sequence
from typing import TypeVar

from workshop.domain.words import Dice, SeatId

Person = TypeVar("Person")


def next_ring(ring: Sequence[SeatId], people: Sequence[SeatId], dice: Dice) -> tuple[SeatId, ...]:
    """The drawn order with those who went taken out and those who came put at its end, shuffled among themselves."""
    present = set(people)
    kept = [seat for seat in ring if seat in present]
    newcomers: list[SeatId] = sorted(present.difference(kept))
    dice.shuffle(newcomers)
    return (*kept, *newcomers)


def turn(ring: Sequence[Person], number: int) -> list[list[Person]]:
    """The pairs of turn `number` (0-based); with an odd ring the one left over comes last, alone."""
    places: list[Person | None] = list(ring)
    if len(places) % 2:
        places.append(None)
    moved = number % (len(places) - 1)
    circle = [places[0], *places[1 + moved :], *places[1 : 1 + moved]]
    half = len(circle) // 2
    opposite = zip(circle[:half], reversed(circle[half:]), strict=True)
    rooms = [[person for person in couple if person is not None] for couple in opposite]
    return sorted(rooms, key=len, reverse=True)
