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
from workshop.records.programmes import history

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
        self._warning: set[asyncio.Task[None]] = set()
        self._unmet = False

    def tell(self, audience: Audience) -> None:
        """One reading at a time for a phone: what it asks meanwhile is read once more, because the first may be older than its wish."""
        if audience.seat is None:
            return
        if audience in self._asked:
            self._again.add(audience)
            return
        task = asyncio.get_running_loop().create_task(self._tell(audience, audience.seat))
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
            self._warn(self._phones())

    def entered(self, audience: Audience) -> None:
        if self._unmet:
            self._warn([audience])

    def stop(self) -> None:
        self._again.clear()
        for task in (*self._asked.values(), *self._warning):
            task.cancel()

    def _warn(self, audiences: Iterable[Audience]) -> None:
        """One reading for all of them."""
        task = asyncio.get_running_loop().create_task(self._tell_askers(list(audiences)))
        self._warning.add(task)
        task.add_done_callback(self._warning.discard)

    async def _tell(self, audience: Audience, seat: SeatId) -> None:
        self._say(audience, seat, await self._apart())

    async def _tell_askers(self, audiences: list[Audience]) -> None:
        apart = await self._apart()
        session, _ = self._known()
        askers = {asker for asker, _ in apart}
        for audience in audiences:
            if audience.seat is not None and session.seat_of(audience.seat) in askers:
                self._say(audience, audience.seat, apart)

    async def _apart(self) -> Apart:
        while True:
            try:
                found = await history(self._tools.database, self._session_id)
            except RecordsError:
                log.info("who is here could not be read now; it is tried again")
                await asyncio.sleep(AGAIN_AFTER)
            else:
                return earlier(self._known()[0], found, self._tools.secrets).apart

    def _say(self, audience: Audience, seat: SeatId, apart: Apart) -> None:
        session, texts = self._known()
        people = _others(session, texts, session.seat_of(seat), apart)
        unmet = _no_rooms(session) and any(person.apart for person in people)
        audience.outbox.reply(text_frame(wire.encode(wire.Names(people=people, unmet=unmet))))


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
