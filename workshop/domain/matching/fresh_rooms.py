"""Fresh rooms for those who have no wishes: the short way in."""

from collections.abc import Sequence

from workshop.domain.matching.pairs import Pairs
from workshop.domain.matching.seating import seated
from workshop.domain.matching.wanted import Wanted
from workshop.domain.words import Dice, SeatId


def fresh_rooms(ring: Sequence[SeatId], met: Pairs, dice: Dice, size: int = 2) -> list[list[SeatId]]:
    """Rooms in which as few as possible meet again. Who sits in the first place is drawn.

    Nobody is alone unless only one person is there (then there is no room at all).
    """
    wanted = Wanted(ring=tuple(ring), size=size, met=dict.fromkeys(sorted(met), 1))
    return [list(room.seats) for room in seated(wanted, "fresh", (), dice).rooms]
