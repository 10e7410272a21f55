"""What is taken away for good: cards when the summary is signed, events when retention ends, a session when somebody says so.

Deleting rows is one thing; that the files hold nothing of them is another (`clean_files`). A session whose rows were deleted has
`residue` until the files are clean, so that a node which died in between is made up for by the next one.
"""

import asyncio
import logging
import time
from collections.abc import Sequence

import msgspec
from sqlalchemy import BigInteger, ColumnElement, Table, and_, case, cast, delete, func, select, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.events import LineHidden, LinesKept
from workshop.domain.published import CARDS_LIVE_MS, DAY_MS
from workshop.domain.words import LineId, Millis, SessionId
from workshop.records.engine import BUSY_MS, Database
from workshop.records.errors import DatabaseBusy, DatabaseNewer, RecordsError, SessionGone, told_plainly
from workshop.records.tables import (
    apart,
    attached,
    card,
    event,
    leaves_residue,
    link,
    met,
    now_ms,
    programme,
    programme_line,
    programme_seat,
    seat,
    session,
    summary,
    text,
)

log = logging.getLogger("holdspace.erasure")

CLEAN_SECONDS = 10.0
"""How long cleaning waits for whoever could still see what was deleted."""
ASK_AGAIN_SECONDS = 0.05
CHECKPOINT_MS = 200
HOLD_WORDS = (card, text, summary, programme_seat, programme_line, apart, session)
"""The tables that hold what people wrote; a summary has the themes, a session the agreements that it began with."""
HOLD_STEPS = (event, seat, attached)
"""The tables that say how it went: written anew only where a session was erased whole, because one of them is large."""
OVER = ("ended", "signed")

_kept: msgspec.json.Decoder[LinesKept | LineHidden] = msgspec.json.Decoder(LinesKept | LineHidden)


# --- cards


@told_plainly
async def erase_cards(database: Database, session_id: SessionId) -> bool:
    """Cards, notes, drafts of themes and lines that were not kept are gone, from the files too.

    False: it was done before, or the session has not ended.
    """
    async with database.changing() as connection:
        first = await forget_cards(connection, session_id)
    if first:
        await clean_when_possible(database)
    return first


async def forget_cards(connection: AsyncConnection, session_id: SessionId) -> bool:
    """Delete those rows in the caller's transaction; the caller cleans the files after its commit.

    False: it was done before; what came since then (drafts for a new version) is deleted all the same.
    """
    claimed = await connection.execute(
        update(session)
        .where(session.c.id == session_id, session.c.state.in_(OVER), session.c.cards_erased_ms.is_(None))
        .values(cards_erased_ms=now_ms())
    )
    await connection.execute(
        update(session).where(session.c.id == session_id, session.c.cards_erased_ms.is_not(None)).values(leaves_residue())
    )
    over = select(session.c.id).where(session.c.id == session_id, session.c.cards_erased_ms.is_not(None)).scalar_subquery()
    await connection.execute(delete(card).where(card.c.session_id == over))
    await connection.execute(delete(text).where(text.c.session_id == over, text.c.kind.in_(("note", "themes"))))
    kept = await _kept_lines(connection, session_id)
    await connection.execute(delete(text).where(text.c.session_id == over, text.c.kind == "line", text.c.id.not_in(kept)))
    return claimed.rowcount == 1


async def _kept_lines(connection: AsyncConnection, session_id: SessionId) -> list[LineId]:
    """The agreements of the group: they stay as long as the events. One that was hidden later is none any more."""
    tags = [kind.__struct_config__.tag for kind in (LinesKept, LineHidden)]
    ours = select(event.c.body).where(event.c.session_id == session_id, event.c.type.in_(tags)).order_by(event.c.seq)
    kept: dict[LineId, None] = {}
    try:
        for body in await connection.scalars(ours):
            fact = _kept.decode(body)
            if isinstance(fact, LineHidden):
                kept.pop(fact.line, None)
            else:
                kept.update(dict.fromkeys(fact.lines))
        return list(kept)
    except msgspec.ValidationError:
        pass
    raise DatabaseNewer("This session holds a fact that this version does not know. Update Holdspace.")


# --- events, and everything


@told_plainly
async def erase_events(database: Database, session_id: SessionId) -> bool:
    """Nothing of how it went is left: no event, alias, seat, text. The session's row and what was published stay.

    From here on every write of a node that still holds the session is refused. False: it was done before, or has not ended.
    """
    async with database.changing() as connection:
        if not await _mark_erased(connection, session.c.id == session_id, session.c.state.in_(OVER)):
            return False
        for table in (event, seat, attached, card, text):
            await connection.execute(delete(table).where(table.c.session_id == session_id))
        await connection.execute(delete(apart).where(apart.c.scope == session_id))
    await clean_when_possible(database)
    return True


@told_plainly
async def erase_session(database: Database, session_id: SessionId) -> bool:
    """Everything at once, in whichever state it is: also what was published and the links. Its row stays, with the title.

    False: no such session.
    """
    async with database.changing() as connection:
        if not await _mark_erased(connection, session.c.id == session_id):
            return False
        for table in (event, seat, attached, card, text, summary, link):
            await connection.execute(delete(table).where(table.c.session_id == session_id))
        await connection.execute(delete(apart).where(apart.c.scope == session_id))
    await clean_when_possible(database)
    return True


@told_plainly
async def erase_programme(database: Database, programme_id: str) -> bool:
    """Nobody is known any more, nor who met whom and what was agreed on. Its row and those of its sessions stay, with their titles.

    False: no such programme, or it was done before. Raises SessionGone while one of its sessions is live: what is being played
    began with these agreements, and a node would tell them otherwise than another.
    """
    async with database.changing() as connection:
        # First the programme, so that nobody makes a session of it meanwhile; then its sessions, so that none opens.
        here = (programme.c.id == programme_id, programme.c.erased_ms.is_(None))
        erased = update(programme).where(*here).values(erased_ms=now_ms())
        if (await connection.execute(erased)).rowcount != 1:
            return False
        ours = session.c.programme_id == programme_id
        states = (await connection.scalars(select(session.c.state).where(ours).order_by(session.c.id).with_for_update())).all()
        if "live" in states:
            raise SessionGone("live")
        for table in (met, programme_line, programme_seat):
            await connection.execute(delete(table).where(table.c.programme_id == programme_id))
        await connection.execute(delete(apart).where(apart.c.scope == programme_id))
        of_sessions = seat.c.session_id.in_(select(session.c.id).where(ours))
        await connection.execute(update(seat).where(of_sessions, seat.c.pseudonym.is_not(None)).values(pseudonym=None))
        await connection.execute(update(session).where(ours).values(carried="[]", **leaves_residue()))
    await clean_when_possible(database)
    return True


async def _mark_erased(connection: AsyncConnection, *which: ColumnElement[bool]) -> bool:
    """The claim: whoever changes the state goes on; a second one finds it changed."""
    erased = func.coalesce(session.c.cards_erased_ms, now_ms())
    values = {"state": "erased", "epoch": session.c.epoch + 1, "cards_erased_ms": erased, "carried": "[]", **leaves_residue()}
    return (await connection.execute(update(session).where(*which).values(values))).rowcount == 1


# --- what is due


@told_plainly
async def due_for_card_erasure(database: Database, now: Millis) -> tuple[SessionId, ...]:
    """Sessions that ended so long ago (`CARDS_LIVE_MS`) that their cards go unsigned. `now`: ms since 1970."""
    return await _due(database, session.c.cards_erased_ms.is_(None), session.c.ended_ms <= now - CARDS_LIVE_MS)


@told_plainly
async def due_without_trace(database: Database, now: Millis) -> tuple[SessionId, ...]:
    """Sessions of which nothing is kept and that have ended: a node died before it had erased them."""
    return await _due(database, session.c.retention_days == 0, session.c.ended_ms <= now)


@told_plainly
async def due_for_event_erasure(database: Database, now: Millis) -> tuple[SessionId, ...]:
    """Sessions whose retention has ended. It begins with signing, or with the erasing of the cards where nobody signed."""
    begun = func.coalesce(session.c.signed_ms, session.c.cards_erased_ms)
    return await _due(database, begun + cast(session.c.retention_days, BigInteger) * DAY_MS <= now)


async def _due(database: Database, *which: ColumnElement[bool]) -> tuple[SessionId, ...]:
    wanted = select(session.c.id).where(session.c.state.in_(OVER), *which).order_by(session.c.ended_ms)
    async with database.reading() as connection:
        return tuple(SessionId(one) for one in await connection.scalars(wanted))


# --- the files


async def clean_when_possible(database: Database) -> None:
    """`clean_files`, left to the next housekeeping where it cannot be done now: the rows are gone in any case."""
    try:
        await clean_files(database)
    except RecordsError:
        log.warning("what was erased may stand in the database's files for another hour: the database was busy")


@told_plainly
async def clean_residue(database: Database) -> bool:
    """Clean the files if a node deleted rows and did not come so far. False: there was nothing to do."""
    async with database.reading() as connection:
        waiting = await connection.scalar(select(session.c.id).where(session.c.residue.is_(True)).limit(1))
    if waiting is None:
        return False
    await clean_files(database)
    return True


@told_plainly
async def clean_files(database: Database) -> None:
    """After this no file of the database but PostgreSQL's log holds what was deleted before. Safe to do twice, on several nodes.

    Raises DatabaseBusy (somebody who can still see the rows did not finish in time), DatabaseUnreachable.
    """
    async with database.reading() as connection:
        marked = select(session.c.id, session.c.deletions, session.c.state).where(session.c.residue.is_(True))
        cleaned = (await connection.execute(marked)).all()
    whole = any(one.state == "erased" for one in cleaned)
    if database.dialect == "sqlite":
        await _truncate_log(database)
    else:
        await _rewrite_tables(database, (*HOLD_WORDS, *HOLD_STEPS) if whole else HOLD_WORDS)
    first = and_(session.c.state == "erased", session.c.erased_ms.is_(None))
    clean = {"residue": False, "erased_ms": case((first, now_ms()), else_=session.c.erased_ms)}
    async with database.changing() as connection:
        for one in cleaned:
            # Not where rows were deleted meanwhile: these wait for the next cleaning.
            same = (session.c.id == one.id, session.c.deletions == one.deletions)
            await connection.execute(update(session).where(*same).values(clean))


async def _truncate_log(database: Database) -> None:
    """SQLite has overwritten the rows in its file (`secure_delete`); its log holds every copy until it is cut to nothing."""
    deadline = time.monotonic() + CLEAN_SECONDS
    while True:
        async with database.reading() as connection:
            # While it waits for readers no writer gets on, so it waits briefly and asks again.
            await connection.exec_driver_sql(f"PRAGMA busy_timeout = {CHECKPOINT_MS}")
            try:
                row = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).one()
            finally:
                await connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_MS}")
        if row[0] == 0:
            return
        await _patience(deadline)


_NEXT = sql("SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS xid) AS text)")
_WHO_STILL_SEES = sql(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND greatest(age(backend_xmin), age(backend_xid)) > age(CAST(CAST(:next AS text) AS xid))"
)


async def _rewrite_tables(database: Database, tables: Sequence[Table] = HOLD_WORDS) -> None:
    """PostgreSQL leaves deleted rows where they are, and VACUUM leaves copies of them; VACUUM FULL writes the table anew.

    It takes along rows that a running transaction could still see, so whatever began before is waited for.
    """
    deadline = time.monotonic() + CLEAN_SECONDS
    async with database.reading() as connection:
        upto = await connection.scalar(_NEXT)
        while await connection.scalar(_WHO_STILL_SEES, {"next": upto}):
            await _patience(deadline)
        for table in tables:
            await connection.exec_driver_sql(f'VACUUM FULL "{table.name}"')


async def _patience(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise DatabaseBusy
    await asyncio.sleep(ASK_AGAIN_SECONDS)
