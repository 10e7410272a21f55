"""Firing what is due in a session: exactly one node's wish takes effect, because all of them use the same command id."""

from collections.abc import Callable

from realtime.clock import Alarm, Deadline, SessionClock, stagger_place
from realtime.tools import Tools
from workshop.domain.commands import AdvanceRooms, AnyCommand, MakeRooms, ShiftDeadlines
from workshop.domain.kinds.rooms.state import due_wish, next_deadline, state_of
from workshop.domain.session import Session
from workshop.domain.words import CommandId, SessionId

AGAIN_AFTER = 1.0
"""Seconds until a deadline that is still due is tried again (the database may have been away)."""


class Deadlines:
    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        clock: SessionClock,
        session: Callable[[], Session],
        wrote_last: Callable[[], bool],
        wish: Callable[[CommandId, AnyCommand], None],
    ) -> None:
        self._tools, self._session_id, self._clock = tools, session_id, clock
        self._session, self._wrote_last, self._wish = session, wrote_last, wish
        self._alarm = Alarm()

    def follow(self) -> None:
        """The state may have another deadline now."""
        deadline = self._deadline()
        if deadline is None:
            self._alarm.cancel()
            return
        place = stagger_place(self._tools.node, self._wrote_last())
        delay = self._clock.seconds_until(deadline.due) + place * self._tools.settings.fire_stagger / 1000
        self._alarm.set(delay, self._fire)

    def stop(self) -> None:
        self._alarm.cancel()

    def _deadline(self) -> Deadline | None:
        session = self._session()
        due, state = next_deadline(session), state_of(session)
        if due is None or state is None or session.stage is None:
            return None
        return Deadline(due=due, run=session.stage.run, round=state.round)

    def _fire(self) -> None:
        deadline = self._deadline()
        if deadline is None:
            return
        late = self._clock.now() - deadline.due
        if late < 0:
            self.follow()
            return
        self._alarm.set(AGAIN_AFTER, self._fire)
        if late > self._clock.of_wall(self._tools.settings.missed_deadline):
            self._send(deadline, "shift", ShiftDeadlines(due=deadline.due, by=late))
        elif due_wish(self._session()) == "form":
            self._send(deadline, "form", MakeRooms(run=deadline.run, round=deadline.round + 1))
        else:
            self._send(deadline, "advance", AdvanceRooms(run=deadline.run, round=deadline.round, due=deadline.due))

    def _send(self, deadline: Deadline, name: str, command: AnyCommand) -> None:
        self._wish(deadline.command_id(self._session_id, name), command)
