"""All sessions on this node: opens them once, keeps them in step with SQL, beats to their sockets, lets idle ones go."""

import asyncio
import logging
from collections.abc import Callable, Coroutine

from realtime.room import Room
from realtime.tools import Tools
from workshop.domain.words import Millis, NodeId, SessionId
from workshop.records import attached
from workshop.records.errors import RecordsError
from workshop.records.links import links_there
from workshop.records.reading import heads
from workshop.records.sessions import SessionRow, session_by_code, session_by_id

log = logging.getLogger("holdspace.hub")

IDLE: Millis = 600_000
"""A session without sockets and without held answers is let go after this long."""
OFFSET_EVERY = 60.0
"""Seconds between two looks at the database's clock."""
CLOSED = ("scheduled", "cancelled")
"""States of a session in which nobody can be."""
MOST_OFFSET: Millis = 2_000
"""A node whose clock differs more than this from the database's says so in its log."""


class Hub:
    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self.rooms: dict[SessionId, Room] = {}
        self._opening: dict[SessionId, asyncio.Task[Room]] = {}
        self._going = False
        """Draining: nobody shall wait for this node any more, so it attaches to nothing."""

    async def room_of_code(self, code: str) -> Room | None:
        """None: no such session, one that was erased, or one that is not open yet. Raises RecordsError."""
        found = await self.found(code)
        return found if isinstance(found, Room) else None

    async def found(self, code: str) -> Room | SessionRow | None:
        """The room of this code; the row of a session that is scheduled or was cancelled, for those have none. Raises RecordsError."""
        known = next((room for room in self.rooms.values() if room.row.settings.code == code and not room.ended), None)
        if known is not None:
            known.idle_since = self.tools.wall.now()  # whoever asks comes in next
            return known
        row = await session_by_code(self.tools.database, code)
        return row if row is not None and row.state in CLOSED else await self._open(row)

    async def room(self, session_id: SessionId) -> Room | None:
        known = self.rooms.get(session_id)
        return known if known is not None else await self._open(await session_by_id(self.tools.database, session_id))

    async def _open(self, row: SessionRow | None) -> Room | None:
        if row is None or row.state == "erased" or row.state in CLOSED:
            return None
        session_id = row.settings.id
        if session_id in self.rooms:
            return self.rooms[session_id]
        task = self._opening.get(session_id)
        if task is None:
            task = self._opening[session_id] = asyncio.get_running_loop().create_task(self._opened(row))
            task.add_done_callback(lambda done: self._open_ended(session_id, done))
        return await asyncio.shield(task)

    def _open_ended(self, session_id: SessionId, done: asyncio.Task[Room]) -> None:
        """Whether or not somebody still waits: a kept one would bring back a room that was let go."""
        self._opening.pop(session_id, None)
        if not done.cancelled() and done.exception() is not None:
            log.info("a session could not be opened now")

    async def _opened(self, row: SessionRow) -> Room:
        room = Room(self.tools, row)
        await attached.attach(self.tools.database, room.id, self.tools.node)
        try:
            await room.open()
        except RecordsError:
            await room.close()
            raise
        self.rooms[room.id] = room
        return room

    async def run(self) -> None:
        """Until cancelled. Each piece of work goes on by itself when SQL comes back."""
        settings = self.tools.settings
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._every(settings.head_check / 1000, self._check_heads))
            tasks.create_task(self._every(settings.head_check / 1000, self.check_links))
            tasks.create_task(self._every(settings.attach_renew / 1000, self._renew))
            tasks.create_task(self._every(settings.beat / 1000, self._beat))
            tasks.create_task(self._every(OFFSET_EVERY, self._measure_offset))
            tasks.create_task(self._every(IDLE / 1000, self._let_idle_go))

    async def drain(self) -> None:
        """This node goes: what it holds goes to the others first, then nobody waits for it any more."""
        self._going = True
        for room in list(self.rooms.values()):
            room.intake.give_away(await self._heir(room))
            room.gathering.hand_over()
            room.gauges.give_away()
        await self.tools.bus.flushed()
        for room in list(self.rooms.values()):
            try:
                await attached.detach(self.tools.database, room.id, self.tools.node)
            except RecordsError:
                log.info("could not detach; the others wait until this node has lapsed")

    async def _heir(self, room: Room) -> NodeId | None:
        """The lowest other node of this session; None where there is none, or SQL cannot tell."""
        try:
            live = await attached.live(self.tools.database, room.id, self.tools.lease.lapse)
        except RecordsError:
            return None
        return min((node for node in live if node != self.tools.node), default=None)

    async def close(self) -> None:
        for room in list(self.rooms.values()):
            await room.close()
        self.rooms.clear()

    async def _every(self, seconds: float, work: Callable[[], Coroutine[None, None, None]]) -> None:
        while True:
            try:
                await work()
            except RecordsError:
                log.info("the database did not answer; going on when it does")
            await asyncio.sleep(seconds)

    async def _check_heads(self) -> None:
        """One query for all rooms: a lost publication, a deaf bus and Redis away are all repaired here."""
        asked = list(self.rooms.items())  # a room that is opened meanwhile is not in the answer, and must not be taken for gone
        found = await heads(self.tools.database, [session_id for session_id, _ in asked])
        checks: list[Coroutine[None, None, None]] = []
        for session_id, room in asked:
            if session_id not in found or found[session_id][2] == "erased":
                room.gone()
                continue
            head, epoch, _ = found[session_id]
            checks.append(room.check(epoch, head))
        # Side by side: a room that waits for the database must not keep the others behind.
        await asyncio.gather(*checks)

    async def check_links(self) -> None:
        """Consoles and screens whose link was replaced are closed, here and so on every node, with Redis or without. Raises RecordsError."""
        asked = frozenset(link for room in self.rooms.values() for link in room.links())
        ended = asked - await links_there(self.tools.database, asked)
        for room in list(self.rooms.values()) if ended else ():
            room.end_links(ended)

    async def _renew(self) -> None:
        if self._going:
            return
        held = list(self.rooms.items())
        alive = await attached.renew(self.tools.database, self.tools.node, [session_id for session_id, _ in held])
        self.tools.lease.renewed()
        for session_id, room in held:
            if not self.tools.bus.hears:
                live = set(await attached.live(self.tools.database, session_id, self.tools.lease.lapse))
                room.phones.shared_with_others = bool(live - {self.tools.node})
            if session_id not in alive and not room.ended and not self._going:
                await attached.attach(self.tools.database, session_id, self.tools.node)
            if room.intake.known_elsewhere():
                live = set(await attached.live(self.tools.database, session_id, self.tools.lease.lapse))
                room.intake.lost(room.intake.known_elsewhere() - live)

    async def _beat(self) -> None:
        for room in list(self.rooms.values()):
            room.beat()

    async def _measure_offset(self) -> None:
        offset = await attached.offset_ms(self.tools.database)
        self.tools.wall.offset_ms = offset
        if abs(offset) > MOST_OFFSET:
            log.warning("this machine's clock differs by %d ms from the database's", offset)

    async def _let_idle_go(self) -> None:
        now = self.tools.wall.now()
        for session_id, room in list(self.rooms.items()):
            idle = not room.fanout.audiences and not room.intake.held.all() and now - room.idle_since > IDLE
            if idle:
                # Detached while it is still found: who opens it anew afterwards attaches anew.
                await attached.detach(self.tools.database, session_id, self.tools.node)
                if room.fanout.audiences or self.rooms.get(session_id) is not room:
                    continue
                del self.rooms[session_id]
                await room.close()
