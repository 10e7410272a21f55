"""Where observers sit: evenly, two in a room at most, never with somebody who is to be apart."""

from collections.abc import Mapping, Sequence

from workshop.domain.matching.apart import Foes
from workshop.domain.matching.pairs import pair
from workshop.domain.matching.sizes import MOST_WATCHING
from workshop.domain.words import SeatId


class Watching:
    """Observers are given places one after the other; whoever finds none may ask others to move on (augmenting paths)."""

    def __init__(self, rooms: Sequence[Sequence[SeatId]], foes: Foes, met: Mapping[tuple[SeatId, SeatId], int]) -> None:
        self.rooms = rooms
        self.foes = foes
        self.met = met
        self.watching: list[list[SeatId]] = [[] for _ in rooms]

    def place(self, observers: Sequence[SeatId], most: Sequence[int]) -> list[SeatId]:
        """At most so many in each room. First one in each room, then two: so they are spread. Returns who found no place."""
        missing = list(observers)
        for level in range(1, MOST_WATCHING + 1):
            limits = [min(level, one) for one in most]
            missing = [seat for seat in missing if not self._placed(seat, limits, set())]
        return missing

    def _placed(self, seat: SeatId, limits: Sequence[int], asked: set[int]) -> bool:
        for room in sorted(
            self._open_to(seat), key=lambda room: (len(self.watching[room]) >= limits[room], self._again(seat, room))
        ):
            if room in asked or not limits[room]:
                continue
            asked.add(room)
            for other in (None, *self.watching[room]):
                if other is None:
                    if len(self.watching[room]) < limits[room] and self._agrees(seat, room, None):
                        self.watching[room].append(seat)
                        return True
                elif self._agrees(seat, room, other):
                    self.watching[room].remove(other)
                    self.watching[room].append(seat)
                    if self._placed(other, limits, asked):
                        return True
                    self.watching[room].remove(seat)
                    self.watching[room].append(other)
        return False

    def _open_to(self, seat: SeatId) -> list[int]:
        foes = self.foes.get(seat, frozenset())
        return [number for number, room in enumerate(self.rooms) if foes.isdisjoint(room)]

    def _agrees(self, seat: SeatId, room: int, instead_of: SeatId | None) -> bool:
        foes = self.foes.get(seat, frozenset())
        return all(other == instead_of or other not in foes for other in self.watching[room])

    def _again(self, seat: SeatId, room: int) -> int:
        return sum(self.met.get(pair(seat, other), 0) for other in self.rooms[room])
