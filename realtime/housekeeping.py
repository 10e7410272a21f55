"""What lapses by itself, on every node at start and hourly: spent tickets, sessions that nobody ended or opened, cards that nobody
signed in time, events at retention.

Each ending and erasure is claimed by an UPDATE, so that several nodes do it once.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from realtime.tools import Tools
from workshop.domain.words import Millis, SessionId
from workshop.records.abandoned import abandoned, cancel_never_opened, end_abandoned
from workshop.records.engine import Database
from workshop.records.erasure import (
    clean_residue,
    due_for_card_erasure,
    due_for_event_erasure,
    due_without_trace,
    erase_cards,
    erase_events,
)
from workshop.records.errors import DatabaseUnreachable, RecordsError
from workshop.records.sessions import session_by_id
from workshop.records.summaries import publish_unsigned, summary_of
from workshop.records.tickets import sweep_tickets

log = logging.getLogger("holdspace.housekeeping")

EVERY = 3600.0


async def housekeeping(tools: Tools) -> None:
    while True:
        await keep_house(tools.database, tools.wall.now())
        await asyncio.sleep(EVERY)


async def keep_house(database: Database, now: Millis) -> None:
    """Everything that is due. `now`: ms since 1970. What fails is tried again at the next hour."""
    await _try("lapsed tickets", sweep_tickets(database))
    await _try("sessions that nobody ended", _end_abandoned(database, now))
    await _try("sessions that nobody opened", cancel_never_opened(database, now))
    await _try("sessions without trace", _each(database, now, due_without_trace, erase_events))
    await _try("cards", _each(database, now, due_for_card_erasure, publish_numbers))
    await _try("events", _each(database, now, due_for_event_erasure, erase_events))
    await _try("the database's files", clean_residue(database))


async def _end_abandoned(database: Database, now: Millis) -> None:
    for one in await abandoned(database, now):
        await _try("a session that nobody ended", end_abandoned(database, one))


async def publish_numbers(database: Database, session_id: SessionId) -> None:
    """Nobody signed in time: only the numbers are published, and the cards are erased. They go even where there are no numbers."""
    row = await session_by_id(database, session_id)
    if row is None:
        return
    try:
        numbers = await summary_of(database, row)
    except DatabaseUnreachable:
        raise
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the numbers must not keep the cards
        log.error("the numbers of a session could not be computed (%s); its cards are erased without", type(error).__name__)
        await erase_cards(database, session_id)
        return
    await publish_unsigned(database, session_id, numbers)


async def _each(
    database: Database,
    now: Millis,
    due: Callable[[Database, Millis], Awaitable[tuple[SessionId, ...]]],
    erase: Callable[[Database, SessionId], Awaitable[object]],
) -> None:
    for session_id in await due(database, now):
        await _try("a session", erase(database, session_id))


async def _try(what: str, work: Awaitable[object]) -> None:
    try:
        await work
    except RecordsError as error:
        log.warning("%s: left to the next hour (%s)", what, type(error).__name__)
