"""What a rehearsal sees of its rooms on the facilitators' board: what happened, and whether somebody was left alone."""

import time
from collections import Counter

from realtime import wire
from realtime.simulated import Desk
from workshop.domain.parts import BoardRoomView, BoardView, ConsoleView
from workshop.domain.words import MOST_IN_A_ROOM, RoomId, SeatId

MOMENT = 1.0
"""Wall seconds that somebody may be alone in a running room while two others could take them: one of those may hold somebody whom
they are kept apart from."""


class RoomsSeen:
    def __init__(self) -> None:
        self._found: dict[str, set[object]] = {}
        self.alone: Counter[RoomId] = Counter()
        """Rooms in which somebody was alone for longer than a moment, and how often that was seen."""
        self._since: dict[RoomId, float] = {}

    def counts(self) -> dict[str, int]:
        kinds = ("announced", "begun", "paused", "called", "visited", "observing", "sitting_out")
        return {kind: len(self._found.get(kind, ())) for kind in kinds}

    def look(self, desk: ConsoleView, now: float) -> None:
        """`now`: wall seconds of any clock that only goes on."""
        board, run = desk.board, desk.next.run
        if board is None:
            self._since.clear()
            return
        if board.state == "announced":
            self._add("announced", *(room.id for room in board.rooms))
        self._add("observing", *((run, number) for number in range(board.observing)))
        self._add("sitting_out", *((run, number) for number in range(board.sitting_out)))
        for room in board.rooms:
            happened = {
                "begun": room.state == "running",
                "paused": room.paused,
                "called": room.called,
                "visited": room.knock == "welcome",
            }
            for kind, so in happened.items():
                self._add(kind, *([room.id] if so else []))
        self._look_for_who_is_alone(board, now)

    def _add(self, kind: str, *found: object) -> None:
        self._found.setdefault(kind, set()).update(found)

    def _look_for_who_is_alone(self, board: BoardView, now: float) -> None:
        lonely = {room.id for room in board.rooms if room.state == "running" and len(_there(room)) == 1}
        self._since = {room: self._since.get(room, now) for room in lonely if _hosts(board, room) > 1}
        for room, since in self._since.items():
            if now - since > MOMENT:
                self.alone[room] += 1


def _there(room: BoardRoomView) -> list[SeatId]:
    return [person.seat for person in room.people if not person.away]


def _hosts(board: BoardView, alone: RoomId) -> int:
    """Rooms that could take somebody."""
    return sum(
        room.id != alone and room.state != "finished" and not room.ending and 0 < len(_there(room)) < MOST_IN_A_ROOM
        for room in board.rooms
    )


class WatchingDesk(Desk):
    """A console that sees."""

    def __init__(self, base: str, secret: str) -> None:
        super().__init__(base, secret)
        self.seen = RoomsSeen()

    async def told(self, message: wire.ToPage) -> None:
        if self.desk is not None and isinstance(message, wire.ConsolePart | wire.Beat):
            self.seen.look(self.desk, time.monotonic())
        await super().told(message)
