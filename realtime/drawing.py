"""Rooms are worked out beside the session: in a thread, outside of any transaction, from what is true now. When it is decided, people may
have come or gone; then they are worked out once more.
"""

import asyncio
import logging
from collections.abc import Callable

from msgspec import structs

from realtime.decisions import Wish
from realtime.earlier import earlier
from realtime.tools import Tools
from workshop.domain.commands import MakeRooms
from workshop.domain.deciding import refuse
from workshop.domain.kinds.rooms.draw import draw_rooms
from workshop.domain.permits import permitted
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import CommandId, SessionId
from workshop.records.errors import RecordsError
from workshop.records.programmes import history

log = logging.getLogger("holdspace.drawing")

MOST_TRIES = 5
"""Times that rooms are worked out for one wish while people come and go; then the wish is refused, and whoever wished looks again."""


class Drawing:
    def __init__(
        self, tools: Tools, session_id: SessionId, session: Callable[[], Session], submit: Callable[[Wish], None]
    ) -> None:
        """`submit`: to the decisions of the session."""
        self._tools, self._session_id, self._session, self._submit = tools, session_id, session, submit
        self._under_way: dict[CommandId, asyncio.Task[Refusal | None]] = {}
        self._asked: dict[CommandId, list[Wish]] = {}
        """Who waits for the same wish: a console that lost its line while it was worked out asks again from a new one."""

    def begin(self, wish: Wish, command: MakeRooms) -> None:
        """Never waits. The same wish again while it is worked out gets the same answer."""
        self._asked.setdefault(wish.id, []).append(wish)
        if wish.id not in self._under_way:
            task = asyncio.get_running_loop().create_task(self._draw(wish, command))
            self._under_way[wish.id] = task
            task.add_done_callback(lambda done: self._ended(wish.id, done))

    def stop(self) -> None:
        for task in self._under_way.values():
            task.cancel()

    def _ended(self, wish_id: CommandId, done: "asyncio.Task[Refusal | None]") -> None:
        self._under_way.pop(wish_id, None)
        asked = self._asked.pop(wish_id, [])
        if done.cancelled():
            return
        if done.exception() is not None:
            log.error("rooms could not be worked out", exc_info=done.exception())
        for wish in asked:
            wish.answer(refuse("busy") if done.exception() is not None else done.result())

    async def _draw(self, wish: Wish, command: MakeRooms) -> Refusal | None:
        """Why not, or None once it is done."""
        refusal: Refusal | None = refuse("rooms_changed")
        for _ in range(MOST_TRIES):
            session = self._session()
            if not permitted(session.phase, MakeRooms, wish.actor.role):
                # Whether it was done already, before the phase moved on, only the decisions can tell.
                return await self._decided(structs.replace(wish, command=command))
            try:
                known = earlier(session, await history(self._tools.database, self._session_id), self._tools.secrets)
            except RecordsError:
                return refuse("busy")
            formed = await asyncio.to_thread(draw_rooms, session, command, self._tools.dice, apart=known.apart, met=known.met)
            refusal = await self._decided(structs.replace(wish, command=formed))
            if refusal is None or refusal.code != "rooms_changed":
                break
        return refusal

    async def _decided(self, wish: Wish) -> Refusal | None:
        decided: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()

        def answer(refusal: Refusal | None) -> None:
            if not decided.done():
                decided.set_result(refusal)

        self._submit(structs.replace(wish, answer=answer))
        return await decided
