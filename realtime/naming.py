"""Who is here, told to the one phone that asks because its person would rather not be in a room with somebody.

Also unasked, to the phones of those who would rather not, when that is why no rooms can be made: nobody else may learn of it.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping

from realtime import wire
from realtime.earlier import earlier
from realtime.fanout import Audience
from realtime.frames import text_frame
from realtime.tools import Tools
from workshop.domain.deciding import Apart
from workshop.domain.kinds.rooms.state import state_of
from workshop.domain.session import Session
from workshop.domain.words import SeatId, SessionId
from workshop.records.errors import RecordsError
from workshop.records.programmes import History, history

AGAIN_AFTER = 1.0
"""Seconds until the database, which did not answer, is asked once more."""

log = logging.getLogger("holdspace.naming")


class Naming:
    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        known: Callable[[], tuple[Session, Mapping[str, str]]],
        phones: Callable[[], Iterable[Audience]],
    ) -> None:
        self._tools, self._session_id, self._known, self._phones = tools, session_id, known, phones
        self._asked: dict[Audience, asyncio.Task[None]] = {}
        self._again: set[Audience] = set()
        self._unmet = False

    def tell(self, audience: Audience, *, asked: bool = True) -> None:
        """One reading at a time for a phone: what it asks meanwhile is read once more, because the first may be older than its wish."""
        if audience.seat is None:
            return
        if audience in self._asked:
            self._again.add(audience)
            return
        task = asyncio.get_running_loop().create_task(self._tell(audience, audience.seat, asked=asked))
        self._asked[audience] = task
        task.add_done_callback(lambda _: self._told(audience))

    def _told(self, audience: Audience) -> None:
        self._asked.pop(audience, None)
        if audience in self._again:
            self._again.discard(audience)
            self.tell(audience)

    def follow(self) -> None:
        """After every fact. Phones learn that no rooms can be made, and that this is over."""
        unmet = _no_rooms(self._known()[0])
        if unmet != self._unmet:
            self._unmet = unmet
            for audience in list(self._phones()):
                self.tell(audience, asked=False)

    def entered(self, audience: Audience) -> None:
        if self._unmet:
            self.tell(audience, asked=False)

    def stop(self) -> None:
        self._again.clear()
        for task in self._asked.values():
            task.cancel()

    async def _history(self) -> History:
        while True:
            try:
                return await history(self._tools.database, self._session_id)
            except RecordsError:
                log.info("who is here could not be read now; it is tried again")
                await asyncio.sleep(AGAIN_AFTER)

    async def _tell(self, audience: Audience, seat: SeatId, *, asked: bool) -> None:
        found = await self._history()
        session, texts = self._known()
        people = _others(session, texts, session.seat_of(seat), earlier(session, found, self._tools.secrets).apart)
        wished = any(person.apart for person in people)
        if asked or wished:
            names = wire.Names(people=people, unmet=wished and _no_rooms(session))
            audience.outbox.reply(text_frame(wire.encode(names)))


def _no_rooms(session: Session) -> bool:
    state = state_of(session)
    return state is not None and state.none


def _others(session: Session, texts: Mapping[str, str], asker: SeatId, apart: Apart) -> tuple[wire.NamedPerson, ...]:
    """In the order of the alphabet. Whoever was not let in yet knows nobody."""
    if not session.people[asker].admitted:
        return ()
    people = [
        wire.NamedPerson(
            seat=person.seat, alias=texts.get(person.alias, ""), mark=person.mark, apart=(asker, person.seat) in apart
        )
        for person in session.people.values()
        if person.seat != asker and person.seat not in session.merged and person.state in ("here", "resting")
    ]
    return tuple(sorted(people, key=lambda one: (one.alias.casefold(), one.mark)))
