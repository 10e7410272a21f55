"""The nodes that tests start are processes of their own, although they are forked."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from tests.nodes import Cluster
from tests.waiting import WITHIN, until

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)

ANOTHER_RUN = """
import asyncio, json, sys
from pathlib import Path
from tests import nodes

async def main():
    for _ in range(3):
        started = await nodes.start_process(Path(sys.argv[1]), json.loads(sys.argv[2]))
        print(started.process.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_node_ends_alone_and_nothing_of_it_stays(cluster: Cluster) -> None:
    killed, asked, stays = await cluster.start_many(3)
    assert len({os.getpid(), killed.process.pid, asked.process.pid, stays.process.pid}) == 4
    killed.process.kill()
    asked.terminate()
    assert (await killed.died(), await asked.died()) == (-9, 0)
    assert not lives(killed.process.pid)
    assert not lives(asked.process.pid)
    assert stays.alive
    assert (await stays.health())["database"]


async def test_a_node_that_cannot_start_says_why_and_the_next_one_starts(cluster: Cluster) -> None:
    for _ in range(2):
        with pytest.raises(AssertionError, match="HOLDSPACE_GRACE cannot be used"):
            await cluster.start(grace="a while")
    assert (await cluster.start()).alive


async def test_nodes_die_with_a_test_run_that_is_killed(cluster: Cluster, tmp_path: Path) -> None:
    settings = json.dumps({name: str(value) for name, value in cluster.settings_with({}).items()})
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ANOTHER_RUN, str(tmp_path), settings, stdout=asyncio.subprocess.PIPE
    )
    assert run.stdout is not None
    try:
        async with asyncio.timeout(2 * WITHIN):
            started = [int(await run.stdout.readline()) for _ in range(3)]
        assert all(lives(node) for node in started)
    finally:
        run.kill()
        await run.communicate()
    await until(lambda: not any(lives(node) for node in started))
