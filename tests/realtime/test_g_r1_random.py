"""G-R1: nodes, Redis and the database server are killed while people go on; what was done stays, what was held is in or is missed."""

import asyncio
import os
import random
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import pytest

from realtime.simulated import Page
from tests import checks, nodes, waiting
from tests.checks import all_closed, all_show_the_truth, answered, events_of, named_events
from tests.engines import PostgresServer
from tests.nodes import Cluster
from tests.plans import choice
from workshop.domain import commands as c
from workshop.domain.events import TallyClosed
from workshop.domain.words import CommandId
from workshop.records.migrate import upgrade

ROUNDS = 2
KILLS = 2


@pytest.mark.timeout(90)
async def test_g_r1_random_kills_of_nodes_and_redis_lose_nothing_done(cluster: Cluster) -> None:
    seed = int(os.environ.get("SEED", random.SystemRandom().randrange(10**6)))
    print(f"SEED={seed}")  # noqa: T201 — shown when it fails, so that it can be repeated
    chance = random.Random(seed)
    alive = await cluster.start_many(3)
    opened = await cluster.open()
    desk = await cluster.desk(alive[0].base, opened)
    phones = await cluster.phones([chance.choice(alive).base for _ in range(7)], opened)
    pages: list[Page] = [desk, *phones]
    done: list[CommandId] = []

    async def kill_one() -> None:
        """Its pages find another node; a fresh one comes into its place."""
        killed = alive.pop(chance.randrange(len(alive)))
        await killed.kill()
        for page in pages:
            if page.base == killed.base:
                page.base = chance.choice(alive).base
        if chance.random() < 0.3:
            await cluster.redis.kill()
            await cluster.redis.start()
        alive.append(await cluster.start())

    async def wish(command: c.ClientCommand) -> None:
        identity = CommandId(token_hex(16))
        assert await desk.do(command, identity) is None
        done.append(identity)

    for stage in range(ROUNDS):
        run = checks.stage_run(desk) + 1
        await wish(c.OpenStage(run=run - 1, stage=stage))
        for phone in phones:
            await phone.until(lambda phone=phone, run=run: checks.stage_run(phone) == run)  # type: ignore[misc]
        for _ in range(KILLS):
            killing = asyncio.create_task(kill_one())
            await asyncio.gather(wish(c.ExtendStage(run=run, minutes=1)), *(answered(phone, run, choice()) for phone in phones))
            await killing
        await wish(c.CloseStage(run=run))
        if chance.random() < 0.5:
            await kill_one()
        await all_closed(pages, run)
        closed = (await named_events(cluster.database, opened.id, "tally_closed"))[stage]
        assert isinstance(closed, TallyClosed)
        for phone in phones:
            await phone.until(lambda phone=phone, run=run: run in phone.included | phone.left_out)  # type: ignore[misc]
            assert (run in phone.included) == (phone.nonces[run] in closed.receipts)
        assert len(closed.receipts) == sum(run in phone.included for phone in phones)
    kept = {one.command for one in await events_of(cluster.database, opened.id)}
    assert kept.issuperset(done)
    assert len(await named_events(cluster.database, opened.id, "tally_closed")) == ROUNDS
    await all_show_the_truth(cluster.database, opened.id, pages, 5)


@pytest.fixture
def own_server() -> Iterator[PostgresServer]:
    """A PostgreSQL of this test alone, to be killed."""
    data = Path(tempfile.gettempdir()) / f"holdspace-pgk-{token_hex(4)}"
    server = PostgresServer(data)
    yield server
    server.stop()
    shutil.rmtree(data, ignore_errors=True)


async def test_g_r1_what_was_done_survives_a_killed_database_server(own_server: PostgresServer, tmp_path: Path) -> None:
    database_url = own_server.create()
    await upgrade(database_url)
    async with nodes.cluster(tmp_path, database_url) as cluster:
        first, second = await cluster.start_many(2)
        opened = await cluster.open()
        desk = await cluster.desk(first.base, opened)
        phones = await cluster.phones([first.base] * 3 + [second.base] * 3, opened)
        run = await checks.open_next(desk, 0, *phones)
        for phone in phones:
            await answered(phone, run, choice())
        acknowledged = CommandId(token_hex(16))
        assert await desk.do(c.ExtendStage(run=run, minutes=1), acknowledged) is None
        killed = [own_server.pid]
        killed += [int(pid) for pid in own_server.psql("SELECT pid FROM pg_stat_activity").split()]
        for pid in killed:
            if lives(pid):
                os.kill(pid, signal.SIGKILL)
        closing = asyncio.create_task(desk.do(c.CloseStage(run=run)))
        await waiting.until_so(lambda: _is(first, False))
        await waiting.until(lambda: not any(lives(pid) for pid in killed))
        await asyncio.to_thread(started_again, own_server)
        assert await closing is None, first.said()[-3000:]
        await all_closed([desk, *phones], run)
        assert acknowledged in {one.command for one in await events_of(cluster.database, opened.id)}
        for phone in phones:
            await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
        await waiting.until_so(lambda: _is(second, True))


def lives(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


async def _is(node: nodes.NodeProcess, database: bool) -> bool:
    return (await node.health()).get("database") is database


def started_again(server: PostgresServer) -> None:
    """At the same address, with what was written."""
    try:
        server._server.ensure_postgres_running()
    except subprocess.SubprocessError as error:
        raise AssertionError(server.log.read_text(errors="replace")[-2000:]) from error
