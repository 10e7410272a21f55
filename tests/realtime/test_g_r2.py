"""G-R2: each wish takes effect exactly once, in one gap-free sequence, whatever arrives twice, late or on another node."""

import asyncio
from collections import Counter
from secrets import token_hex

import pytest
from sqlalchemy import delete, update

from realtime import wire
from realtime.codes import Close
from realtime.simulated import Desk
from tests import checks
from tests.checks import all_show_the_truth, events_of
from tests.nodes import Cluster
from workshop.domain import commands as c
from workshop.domain.words import CommandId, SessionId
from workshop.records import tables
from workshop.records.engine import Database
from workshop.records.sessions import bump_epoch

EACH = 12
"""Wishes of each racing console."""
NEVER = 600_000


def fresh_id() -> CommandId:
    return CommandId(token_hex(16))


async def test_g_r2_the_same_wish_twice_has_one_effect_also_on_another_node(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    here, there = await cluster.desk(first.base, opened), await cluster.desk(second.base, opened)
    await checks.open_next(here, 0, there)
    ids = [fresh_id() for _ in range(8)]
    longer = c.ExtendStage(run=1, minutes=1)
    doubled = [(desk, one) for one in ids for desk in (here, there)]
    assert set(await asyncio.gather(*(desk.do(longer, one) for desk, one in doubled))) == {None}
    # And once more, in another order, long after.
    assert set(await asyncio.gather(*(desk.do(longer, one) for desk, one in reversed(doubled)))) == {None}
    counted = Counter(one.command for one in await events_of(cluster.database, opened.id))
    assert all(counted[one] == 1 for one in ids)
    assert counted.total() == 1 + len(ids)
    await all_show_the_truth(cluster.database, opened.id, [here, there], 2)


async def test_g_r2_four_processes_race_on_one_session(cluster: Cluster) -> None:
    started = await cluster.start_many(4)
    opened = await cluster.open()
    desks = [await cluster.desk(node.base, opened) for node in started]
    await checks.open_next(desks[0], 0, *desks)
    ids = {desk: [fresh_id() for _ in range(EACH)] for desk in desks}

    async def race(desk: Desk) -> None:
        for one in ids[desk]:
            assert await desk.do(c.ExtendStage(run=1, minutes=1), one) is None

    async with asyncio.timeout(30):
        await asyncio.gather(*(race(desk) for desk in desks))
    recorded = await events_of(cluster.database, opened.id)
    assert Counter(one.command for one in recorded[1:]) == Counter(one for many in ids.values() for one in many)
    # Nobody starves: everybody's last wish is in the later half.
    place = {one.command: one.seq for one in recorded}
    assert all(place[many[-1]] > len(recorded) / 2 for many in ids.values())
    await all_show_the_truth(cluster.database, opened.id, desks, 2)


async def restored(database: Database, session_id: SessionId, head: int) -> None:
    """The operator puts back an older copy: what came after `head` never was, and the epoch says so."""
    async with database.changing() as connection:
        await connection.execute(delete(tables.event).where(tables.event.c.session_id == session_id, tables.event.c.seq > head))
        await connection.execute(update(tables.session).where(tables.session.c.id == session_id).values(head=head))
    await bump_epoch(database, session_id)


@pytest.mark.parametrize("head_check", [NEVER, 250], ids=["by its next write", "by the head check"])
async def test_g_r2_after_a_restore_a_stale_node_reloads_before_it_writes(cluster: Cluster, head_check: int) -> None:
    first, second = await cluster.start_many(2, head_check=head_check)
    opened = await cluster.open()
    here, there = await cluster.desk(first.base, opened), await cluster.desk(second.base, opened)
    phones = await cluster.phones([first.base, second.base], opened)
    await checks.open_next(here, 0, there, *phones)
    before = len(await events_of(cluster.database, opened.id))
    for desk in (here, there):
        assert await desk.do(c.ExtendStage(run=1, minutes=9)) is None
    await all_show_the_truth(cluster.database, opened.id, [here, there, *phones], 5)
    await restored(cluster.database, opened.id, before)
    if head_check == NEVER:
        # One minute more than what was restored, and not than the nine minutes that never were.
        assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
        assert await there.do(c.ExtendStage(run=1, minutes=1)) is None
        assert len(await events_of(cluster.database, opened.id)) == before + 2
    await all_show_the_truth(cluster.database, opened.id, [here, there, *phones], 5)


async def test_g_r2_after_erasure_every_socket_is_told_and_nothing_is_written(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    here, there = await cluster.desk(first.base, opened), await cluster.desk(second.base, opened)
    phones = await cluster.phones([first.base, second.base], opened)
    await checks.open_next(here, 0, there, *phones)
    before = len(await events_of(cluster.database, opened.id))
    await bump_epoch(cluster.database, opened.id, state="erased")
    for page in (here, there, *phones):
        await page.until(lambda page=page: page.closed == Close.ENDED.code, 2)  # type: ignore[misc]
    assert len(await events_of(cluster.database, opened.id)) == before


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
async def test_g_r2_a_wish_on_an_erased_session_is_refused_before_any_check_has_run(cluster: Cluster) -> None:
    node = await cluster.start(head_check=NEVER)
    opened = await cluster.open()
    desk = await cluster.desk(node.base, opened)
    await bump_epoch(cluster.database, opened.id, state="erased")
    await desk.send(wire.Do(id=fresh_id(), command=c.LockDoor()))
    await desk.until(lambda: desk.closed == Close.ENDED.code, 2)
    assert not await events_of(cluster.database, opened.id)
