"""Sessions that nobody ends or opens: the system ends them, once, and only those that are real and where nothing happens."""

import asyncio

import pytest
from sqlalchemy import update

from tests.engines import open_session
from tests.records.test_erasure import S1, played, stored, texts
from workshop.domain.events import LineHidden, SessionEnded, StageOpened
from workshop.domain.published import ABANDONED_MS, NEVER_OPENED_MS
from workshop.domain.words import CommandId, LineId
from workshop.records.abandoned import abandoned, cancel_never_opened, end_abandoned
from workshop.records.engine import Database
from workshop.records.ledger import writing
from workshop.records.reading import Recorded, read_events
from workshop.records.tables import session

LAST = 2_000
"""When something happened last in the session of `played`, by its own clock."""


async def begun(database: Database) -> None:
    """Its first stage was opened, and nobody has ended it."""
    await played(database, ended=False)
    async with writing(database, S1, after=2, epoch=1) as batch:
        batch.add([Recorded(3, CommandId("c3"), LAST, StageOpened(run=1, stage=0, ends_at=LAST))])
        await batch.commit()


async def real(database: Database, **values: object) -> None:
    async with database.changing() as connection:
        await connection.execute(update(session).values(practice=False, origin_ms=0, pace=1.0, **values))


async def test_a_session_in_which_nothing_happens_for_long_is_ended_with_everything_that_ends_then(database: Database) -> None:
    await begun(database)
    await real(database)
    assert await abandoned(database, LAST + ABANDONED_MS - 1) == ()
    (found,) = await abandoned(database, LAST + ABANDONED_MS)
    assert await end_abandoned(database, found)
    row = await stored(database)
    assert row.state == "ended"
    assert row.ended_ms is not None
    assert row.ended_ms > LAST + ABANDONED_MS, "the clocks of erasing begin now"
    assert "care:1" not in await texts(database)
    last = (await read_events(database, S1))[-1]
    assert (last.event, last.at) == (SessionEnded(), LAST), "nobody was there any more: these are no minutes of the session"
    assert await abandoned(database, LAST + 2 * ABANDONED_MS) == ()


async def test_a_session_that_runs_faster_is_measured_by_the_wall(database: Database) -> None:
    await begun(database)
    await real(database)
    async with database.changing() as connection:
        await connection.execute(update(session).values(pace=2.0))
    assert await abandoned(database, LAST // 2 + ABANDONED_MS - 1) == ()
    assert len(await abandoned(database, LAST // 2 + ABANDONED_MS)) == 1


@pytest.mark.parametrize("starts_ms", [5_000, None])
async def test_a_session_that_was_opened_early_and_has_not_begun_is_left_like_a_planned_one(
    database: Database, starts_ms: int | None
) -> None:
    """Somebody opened it the evening before: until then people come, and nothing is asked. Without a day it counts from when it was made."""
    await open_session(database)
    await real(database, starts_ms=starts_ms, created_ms=5_000)
    assert await abandoned(database, 5_000 + NEVER_OPENED_MS - 1) == ()
    (found,) = await abandoned(database, 5_000 + NEVER_OPENED_MS)
    assert await end_abandoned(database, found)
    assert (await stored(database)).state == "ended"


async def test_a_session_that_was_opened_long_after_its_day_is_not_ended_while_people_come(database: Database) -> None:
    await open_session(database)
    await real(database, starts_ms=0, created_ms=0)
    async with database.changing() as connection:
        await connection.execute(update(session).values(origin_ms=NEVER_OPENED_MS))
    assert await abandoned(database, NEVER_OPENED_MS + ABANDONED_MS - 1) == ()
    assert len(await abandoned(database, NEVER_OPENED_MS + ABANDONED_MS)) == 1


async def test_what_happens_in_the_last_moment_keeps_it(database: Database) -> None:
    await begun(database)
    await real(database)
    (found,) = await abandoned(database, LAST + ABANDONED_MS)
    async with writing(database, S1, after=3, epoch=1) as batch:
        batch.add([Recorded(4, CommandId("c4"), LAST + ABANDONED_MS, LineHidden(run=1, line=LineId("line-kept")))])
        await batch.commit()
    assert not await end_abandoned(database, found)
    assert (await stored(database)).state == "live"


async def test_of_four_nodes_one_ends_it(database: Database) -> None:
    await begun(database)
    await real(database)
    (found,) = await abandoned(database, LAST + ABANDONED_MS)
    assert sorted(await asyncio.gather(*(end_abandoned(database, found) for _ in range(4)))) == [False, False, False, True]
    assert sum(isinstance(one.event, SessionEnded) for one in await read_events(database, S1)) == 1


async def test_practice_ends_by_the_same_rules(database: Database) -> None:
    """People who tried it have written too."""
    await begun(database)
    await real(database)
    async with database.changing() as connection:
        await connection.execute(update(session).values(practice=True, starts_ms=0))
    assert await abandoned(database, LAST + ABANDONED_MS - 1) == ()
    (found,) = await abandoned(database, LAST + ABANDONED_MS)
    assert await end_abandoned(database, found)
    async with database.changing() as connection:
        await connection.execute(update(session).values(state="scheduled"))
    assert await cancel_never_opened(database, NEVER_OPENED_MS) == 1


@pytest.mark.parametrize("starts_ms", [5_000, None])
async def test_a_planned_session_that_nobody_opens_is_cancelled_long_after_its_day(
    database: Database, starts_ms: int | None
) -> None:
    """Without a day it counts from when it was made."""
    await open_session(database)
    await real(database, state="scheduled", starts_ms=starts_ms, created_ms=5_000)
    assert await abandoned(database, 10**15) == ()
    assert await cancel_never_opened(database, 5_000 + NEVER_OPENED_MS - 1) == 0
    assert await cancel_never_opened(database, 5_000 + NEVER_OPENED_MS) == 1
    assert (await stored(database)).state == "cancelled"
    assert await cancel_never_opened(database, 5_000 + NEVER_OPENED_MS) == 0
