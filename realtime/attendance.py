"""Whether somebody leads: is a console of this session open, here or on another node (guarantee M5).

Each node tells the others with every beat that one is open here. When none was heard of for `console_missing`, the group is told to
be calm; a console that comes in ends that at once. What a node cannot know (Redis away, or it stood still itself) proves nothing:
then it counts anew.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable

from realtime.bus import Attended
from realtime.clock import Alarm, stagger_place
from realtime.tools import Tools
from workshop.domain.commands import AnyCommand, MeetConsole, MissConsole
from workshop.domain.flow import to_be_missed
from workshop.domain.session import Session
from workshop.domain.words import CommandId, Millis, SessionId
from workshop.records import attached
from workshop.records.errors import RecordsError

log = logging.getLogger("holdspace.attendance")

AGAIN_AFTER = 1.0
"""Seconds until a group without a console is looked at again (the wish may have been lost, or the database was away)."""


class Attendance:
    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        session: Callable[[], Session],
        position: Callable[[], int],
        here: Callable[[], bool],
        wish: Callable[[CommandId, AnyCommand], None],
    ) -> None:
        """`position`: how many facts this node knows. `here`: whether a console's socket is open on this node."""
        self._tools, self._session_id = tools, session_id
        self._session, self._position, self._here, self._wish = session, position, here, wish
        self._heard: Millis = tools.wall.now()
        """When a console was last known to be open, or could have been; a session that never had one counts from here."""
        self._deaf_at: Millis | None = None
        """When this node last did not hear Redis."""
        self._alarm = Alarm()
        self._looking: asyncio.Task[None] | None = None

    def follow(self) -> None:
        """The session has another state now."""
        session = self._session()
        if session.unled and self._here():
            self._wish(self._command_id("met"), MeetConsole())
        elif to_be_missed(session):
            self._set((self._heard + self._patience() - self._tools.wall.now()) / 1000)
        else:
            self._alarm.cancel()

    def entered(self) -> None:
        """A console came in here, or is here still."""
        self.heard()
        self._tools.bus.tell(self._session_id, Attended(node=self._tools.node))

    def heard(self) -> None:
        """A console is open somewhere."""
        self._heard = self._tools.wall.now()
        self.follow()

    def beat(self) -> None:
        if not self._tools.bus.hears:
            self._deaf_at = self._tools.wall.now()
        if self._here():
            self.entered()

    def stop(self) -> None:
        self._alarm.cancel()
        if self._looking is not None:
            self._looking.cancel()

    def _patience(self) -> Millis:
        """Each node waits a little longer than the one before it, so that one of them speaks for all."""
        settings = self._tools.settings
        return settings.console_missing + stagger_place(self._tools.node, wrote_last=False) * settings.fire_stagger

    def _set(self, delay: float) -> None:
        at = self._tools.wall.now() + max(0, round(delay * 1000))
        self._alarm.set(delay, lambda: self._due(at))

    def _due(self, at: Millis) -> None:
        if self._tools.wall.now() - at > self._tools.settings.beat:
            self.heard()  # this process stood still: it would not have heard anybody
        elif self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().create_task(self._look())

    async def _look(self) -> None:
        try:
            unknown = await self._others_unheard()
        except RecordsError:
            log.info("the database did not answer; looking again for a console")
            self._set(AGAIN_AFTER)
            return
        if unknown or self._here():
            self.heard()
        elif to_be_missed(self._session()) and self._tools.wall.now() - self._heard >= self._patience():
            self._wish(self._command_id("missed"), MissConsole())
            self._set(AGAIN_AFTER)

    async def _others_unheard(self) -> bool:
        """Whether another node may have a console of which this one could not hear. Raises RecordsError."""
        deaf = not self._tools.bus.hears or (self._deaf_at is not None and self._deaf_at >= self._heard)
        if not deaf:
            return False
        live = await attached.live(self._tools.database, self._session_id, self._tools.lease.lapse)
        return any(node != self._tools.node for node in live)

    def _command_id(self, wish: str) -> CommandId:
        """The same on every node that knows the same facts; what one of them lags behind is found when it is decided."""
        named = f"{self._session_id}:console:{self._position()}:{wish}"
        return CommandId(hashlib.sha256(named.encode()).hexdigest()[:32])
