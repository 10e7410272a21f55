"""PostgreSQL goes away at the worst moment: what is known afterwards, and that reading back tells the rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest

from tests.engines import ORGANIZATION, Databases, open_session
from workshop.domain.events import DoorLocked
from workshop.domain.words import CommandId, SessionId
from workshop.records.engine import Database, open_database
from workshop.records.errors import CommitUnknown, DatabaseUnreachable
from workshop.records.ledger import read_back, writing
from workshop.records.reading import Recorded, read_events
from workshop.records.tickets import spend_ticket

S1 = SessionId("s1")
C1 = CommandId("c1")
FACT = Recorded(1, C1, 5, DoorLocked())


class Cut:
    """A proxy in front of the server. Armed, it cuts the line at COMMIT: before it goes out, or before its answer comes back."""

    def __init__(self, server: Path) -> None:
        self.server = server
        self.armed: Literal["before", "after"] | None = None
        self.writers: list[asyncio.StreamWriter] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_unix_connection(str(self.server))
        self.writers += [writer, up_writer]
        answers = asyncio.create_task(self._pump(up_reader, writer))
        while data := await reader.read(65536):
            if self.armed and b"COMMIT" in data:
                answers.cancel()
                await asyncio.gather(answers, return_exceptions=True)
                if self.armed == "after":
                    up_writer.write(data)
                    assert b"COMMIT" in await up_reader.read(65536)
                self.armed = None
                writer.transport.abort()
                break
            up_writer.write(data)
        answers.cancel()
        await asyncio.gather(answers, return_exceptions=True)
        up_writer.close()
        writer.close()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()


@asynccontextmanager
async def behind_proxy(databases: Databases) -> AsyncIterator[tuple[Database, Cut]]:
    name = databases.fresh("postgresql").removeprefix("postgresql://postgres@/").partition("?")[0]
    cut = Cut(databases.postgres.socket)
    proxy = await asyncio.start_server(cut.serve, "127.0.0.1", 0)
    database = open_database(f"postgresql://postgres@127.0.0.1:{proxy.sockets[0].getsockname()[1]}/{name}")
    try:
        await open_session(database)
        yield database, cut
    finally:
        await database.dispose()
        proxy.close()
        await proxy.wait_closed()


@pytest.mark.parametrize(("moment", "kept"), [("before", False), ("after", True)])
async def test_g_r1_an_unknown_commit_is_read_back(databases: Databases, moment: Literal["before", "after"], kept: bool) -> None:
    async with behind_proxy(databases) as (database, cut):
        async with writing(database, S1, after=0, epoch=1) as batch:
            batch.add([FACT])
            cut.armed = moment
            with pytest.raises(CommitUnknown):
                await batch.commit()
        assert await read_back(database, S1, [C1]) == ({C1} if kept else frozenset())
        assert await read_events(database, S1) == ([FACT] if kept else [])


async def test_a_ticket_whose_commit_was_lost_is_not_called_unspent(databases: Databases) -> None:
    async with behind_proxy(databases) as (database, cut):
        cut.armed = "after"
        with pytest.raises(CommitUnknown):
            await spend_ticket(database, ORGANIZATION, "t1", 1)
        assert not await spend_ticket(database, ORGANIZATION, "t1", 1)


async def test_g_r1_a_backend_killed_before_commit_leaves_nothing(databases: Databases) -> None:
    url = databases.fresh("postgresql")
    name = url.removeprefix("postgresql://postgres@/").partition("?")[0]

    def kill(failpoint: str) -> None:
        if failpoint == "after_insert":
            kill_all = f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'"
            assert int(databases.postgres.psql(kill_all)) >= 1

    database = open_database(url)
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1, at=kill) as batch:
        batch.add([FACT])
        with pytest.raises(CommitUnknown):
            await batch.commit()
    assert await read_back(database, S1, [C1]) == frozenset()
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([FACT])
        await batch.commit()
    assert await read_events(database, S1) == [FACT]
    await database.dispose()


async def test_g_r5_a_frozen_writer_does_not_hold_the_others(databases: Databases) -> None:
    database = open_database(databases.fresh("postgresql"), idle_in_transaction_ms=200)
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as frozen:
        frozen.add([FACT])
        async with writing(database, S1, after=0, epoch=1) as other:  # gets its turn only when the server ends the first one
            other.add([FACT])
            await other.commit()
        with pytest.raises(DatabaseUnreachable):
            await frozen.commit()
    assert await read_events(database, S1) == [FACT]
    await database.dispose()
