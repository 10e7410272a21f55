"""Which nodes hold a session: one row per session and node, renewed by the database's clock, without seats."""

import time
from collections.abc import Iterable

from sqlalchemy import delete, insert, literal, select, update

from workshop.domain.words import NodeId, SessionId
from workshop.records.engine import Database
from workshop.records.errors import told_plainly
from workshop.records.tables import attached, now_ms, session


@told_plainly
async def attach(database: Database, session_id: SessionId, node: NodeId) -> bool:
    """Say that this node holds the session. Attached already: renewed, `started_ms` stays. False: no such live session."""
    async with database.changing() as connection:
        renewed = await connection.execute(
            update(attached).where(attached.c.session_id == session_id, attached.c.node == node).values(renewed_ms=now_ms())
        )
        if renewed.rowcount == 1:
            return True
        row = select(session.c.organization_id, session.c.id, literal(node), now_ms(), now_ms()).where(
            session.c.id == session_id, session.c.state == "live"
        )
        names = ["organization_id", "session_id", "node", "renewed_ms", "started_ms"]
        return (await connection.execute(insert(attached).from_select(names, row))).rowcount == 1


@told_plainly
async def renew(database: Database, node: NodeId, session_ids: Iterable[SessionId]) -> frozenset[SessionId]:
    """Those that are attached still; a node attaches the others again."""
    wanted = sorted(session_ids)
    if not wanted:
        return frozenset()
    async with database.changing() as connection:
        rows = await connection.scalars(
            update(attached)
            .where(attached.c.node == node, attached.c.session_id.in_(wanted))
            .values(renewed_ms=now_ms())
            .returning(attached.c.session_id)
        )
        return frozenset(SessionId(one) for one in rows)


@told_plainly
async def detach(database: Database, session_id: SessionId, node: NodeId) -> None:
    async with database.changing() as connection:
        await connection.execute(delete(attached).where(attached.c.session_id == session_id, attached.c.node == node))


@told_plainly
async def live(database: Database, session_id: SessionId, within_ms: int) -> tuple[NodeId, ...]:
    """Nodes that renewed within that time by the database's clock, sorted."""
    async with database.reading() as connection:
        rows = await connection.scalars(
            select(attached.c.node).where(attached.c.session_id == session_id, attached.c.renewed_ms >= now_ms() - within_ms)
        )
        return tuple(sorted(NodeId(node) for node in rows))


@told_plainly
async def offset_ms(database: Database) -> int:
    """The database's clock minus ours, good to half the time the question takes."""
    async with database.reading() as connection:
        await connection.execute(select(now_ms()))  # prepared once, so that the second question is only a round trip
        before = time.time()
        theirs = (await connection.execute(select(now_ms()))).scalar_one()
        ours = (before + time.time()) / 2
    return round(theirs - ours * 1000)
