"""Sessions that nobody ends: every clock of erasing starts at the end, so the system ends them. Practice too: people who tried it have
written as well.

One that was opened and has not begun is like a planned one: somebody opens the door the evening before, and there is nothing in it yet
but names.
"""

import hashlib

from msgspec import Struct
from sqlalchemy import exists, func, or_, select, update

from workshop.domain import programme
from workshop.domain.decider import replay
from workshop.domain.events import SessionEnded, StageOpened
from workshop.domain.published import ABANDONED_MS, NEVER_OPENED_MS
from workshop.domain.session import new_session
from workshop.domain.words import CommandId, Millis, SessionId, TextId
from workshop.records.engine import Database
from workshop.records.errors import SessionGone, StaleEpoch, told_plainly
from workshop.records.ledger import Writing, writing
from workshop.records.reading import Recorded, read_events
from workshop.records.sessions import session_by_id
from workshop.records.tables import event, session

_FIRST_STAGE = StageOpened.__struct_config__.tag
_DAY = func.coalesce(session.c.starts_ms, session.c.created_ms)
"""When it is announced for, else when it was made."""


class Abandoned(Struct, frozen=True):
    """A live session as it stood when it was found. `at`: when something happened in it last, by its own clock."""

    id: SessionId
    head: int
    epoch: int
    at: Millis


@told_plainly
async def abandoned(database: Database, now: Millis) -> tuple[Abandoned, ...]:
    """Sessions that are live though nothing has happened in them for `ABANDONED_MS`, and those without a first stage only
    `NEVER_OPENED_MS` after their day. `now`: ms since 1970.
    """
    last = select(func.max(event.c.at_ms)).where(event.c.session_id == session.c.id).scalar_subquery()
    wanted = select(session.c.id, session.c.head, session.c.epoch, session.c.origin_ms, session.c.pace, last.label("last_ms"))
    begun = exists().where(event.c.session_id == session.c.id, event.c.type == _FIRST_STAGE)
    async with database.reading() as connection:
        rows = (
            await connection.execute(wanted.where(session.c.state == "live", or_(begun, now - NEVER_OPENED_MS >= _DAY)))
        ).all()
    found = []
    for row in rows:
        last_ms = row.origin_ms if row.last_ms is None else row.last_ms
        quiet = now - row.origin_ms - (last_ms - row.origin_ms) / row.pace
        if quiet >= ABANDONED_MS:
            found.append(Abandoned(SessionId(row.id), row.head, row.epoch, last_ms))
    return tuple(found)


async def end_abandoned(database: Database, one: Abandoned) -> bool:
    """It ends, whatever was open in it: for the clocks of erasing now, for its minutes when something happened last. False: something happened in it after all, or another node was first."""
    named = f"{one.id}:abandoned:{one.epoch}:{one.head}"
    command = CommandId(hashlib.sha256(named.encode()).hexdigest()[:32])
    try:
        async with writing(database, one.id, after=one.head, epoch=one.epoch) as batch:
            if batch.missed or batch.state != "live":
                return False
            batch.end_care()
            if batch.programme_id is not None:
                await _carry_over(database, batch)
            batch.add([Recorded(one.head + 1, command, one.at, SessionEnded())])
            await batch.commit()
    except (SessionGone, StaleEpoch):
        return False
    return True


async def _carry_over(database: Database, batch: Writing) -> None:
    """What a session of a programme leaves to the next one, as if somebody had ended it."""
    row = await session_by_id(database, batch.session_id)
    if row is None:
        raise SessionGone("missing")
    facts = await read_events(database, batch.session_id)
    played = replay(new_session(row.settings, row.plan, row.carried), ((one.event, one.at) for one in facts))
    words = await batch.texts(TextId(one.id) for one in played.agreements if one.words is None)
    texts = {str(line): told for line, told in words.items()}
    batch.carry_over(programme.met(played, await batch.pseudonyms()), programme.to_carry(played, texts))


@told_plainly
async def cancel_never_opened(database: Database, now: Millis) -> int:
    """Sessions that were planned and not opened until `NEVER_OPENED_MS` after their day are cancelled; how many."""
    async with database.changing() as connection:
        done = await connection.execute(
            update(session).where(session.c.state == "scheduled", now - NEVER_OPENED_MS >= _DAY).values(state="cancelled")
        )
    return done.rowcount
