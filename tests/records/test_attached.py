"""Nodes that hold a session, by the database's clock."""

from sqlalchemy import update

from tests.engines import open_session
from workshop.domain.words import NodeId, SessionId
from workshop.records import attached, tables
from workshop.records.engine import Database
from workshop.records.sessions import bump_epoch

S1, S2 = SessionId("s1"), SessionId("s2")
N1, N2 = NodeId("n1"), NodeId("n2")
MINUTE = 60_000


async def age(database: Database, node: NodeId, by_ms: int) -> None:
    """As if the node had renewed that long ago."""
    async with database.changing() as connection:
        await connection.execute(
            update(tables.attached).where(tables.attached.c.node == node).values(renewed_ms=tables.attached.c.renewed_ms - by_ms)
        )


async def test_a_node_counts_until_it_lapses_or_lets_go(database: Database) -> None:
    await open_session(database)
    assert await attached.attach(database, S1, N2)
    assert await attached.attach(database, S1, N1)
    assert await attached.live(database, S1, MINUTE) == (N1, N2)
    await age(database, N1, 2 * MINUTE)
    assert await attached.live(database, S1, MINUTE) == (N2,)
    assert await attached.renew(database, N1, [S1, S2]) == {S1}
    assert await attached.live(database, S1, MINUTE) == (N1, N2)
    await attached.detach(database, S1, N2)
    assert await attached.live(database, S1, MINUTE) == (N1,)
    assert await attached.renew(database, N2, [S1]) == frozenset()
    assert await attached.renew(database, N2, []) == frozenset()


async def test_attaching_again_renews(database: Database) -> None:
    await open_session(database)
    assert await attached.attach(database, S1, N1)
    await age(database, N1, 2 * MINUTE)
    assert await attached.attach(database, S1, N1)
    assert await attached.live(database, S1, MINUTE) == (N1,)


async def test_only_a_live_session_can_be_held(database: Database) -> None:
    await open_session(database)
    assert not await attached.attach(database, S2, N1)
    await bump_epoch(database, S1, state="ended")
    assert not await attached.attach(database, S1, N1)


async def test_the_database_on_this_machine_has_this_machines_clock(database: Database) -> None:
    assert abs(await attached.offset_ms(database)) < 1000
