"""Who is here, told to the one phone that asks because its person would rather not be in a room with somebody."""

import asyncio
import logging
from collections.abc import Callable, Mapping

from realtime import wire
from realtime.earlier import earlier
from realtime.fanout import Audience
from realtime.frames import text_frame
from realtime.tools import Tools
from workshop.domain.deciding import Apart
from workshop.domain.session import Session
from workshop.domain.words import SeatId, SessionId
from workshop.records.errors import RecordsError
from workshop.records.programmes import history

log = logging.getLogger("holdspace.naming")


class Naming:
    def __init__(self, tools: Tools, session_id: SessionId, known: Callable[[], tuple[Session, Mapping[str, str]]]) -> None:
        self._tools, self._session_id, self._known = tools, session_id, known
        self._asked: dict[Audience, asyncio.Task[None]] = {}

    def tell(self, audience: Audience) -> None:
        """Only what was asked last by a phone is under way: asking again and again costs one reading."""
        if audience.seat is None or audience in self._asked:
            return
        task = asyncio.get_running_loop().create_task(self._tell(audience, audience.seat))
        self._asked[audience] = task
        task.add_done_callback(lambda _: self._asked.pop(audience, None))

    def stop(self) -> None:
        for task in self._asked.values():
            task.cancel()

    async def _tell(self, audience: Audience, seat: SeatId) -> None:
        try:
            found = await history(self._tools.database, self._session_id)
        except RecordsError:
            log.info("who is here could not be read now; the phone asks again")
            return
        session, texts = self._known()
        names = wire.Names(
            people=_others(session, texts, session.seat_of(seat), earlier(session, found, self._tools.secrets).apart)
        )
        audience.outbox.reply(text_frame(wire.encode(names)))


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
