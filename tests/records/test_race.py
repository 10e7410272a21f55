"""Four processes on one session: one gap-free sequence, every id once, and nobody starves."""

import json
import subprocess
import sys
import time
from collections import Counter

import pytest

from tests.engines import run_in_own_loop
from workshop.domain.words import SessionId
from workshop.records.engine import Database
from workshop.records.reading import read_events

WRITERS = 4
COMMITS = 100
LEAST_SHARE = 1 / 5
"""Of its fair share, while all of them write."""


@pytest.fixture
def raced(database_url: str) -> tuple[list[dict[str, object]], float]:
    run_in_own_loop(database_url)
    command = [sys.executable, "-m", "tests.records.racer", database_url, "s1"]
    racers = [
        subprocess.Popen([*command, f"w{number}", str(COMMITS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for number in range(WRITERS)
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    began = time.perf_counter()
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate(timeout=60)[0] for racer in racers]
    seconds = time.perf_counter() - began
    assert [racer.returncode for racer in racers] == [0] * WRITERS
    return [json.loads(line) for line in said], seconds


async def test_g_r2_four_processes_race_on_one_session(
    raced: tuple[list[dict[str, object]], float], database: Database, engine_name: str
) -> None:
    said, seconds = raced
    facts = await read_events(database, SessionId("s1"))
    assert [one.seq for one in facts] == list(range(1, WRITERS * COMMITS + 1))
    assert sorted(one.command for one in facts) == sorted(f"w{w}-{n}" for w in range(WRITERS) for n in range(COMMITS))
    while_all = _until_the_first_is_done([one.command.partition("-")[0] for one in facts])
    sys.stdout.write(f"{engine_name}: {len(facts) / seconds:.0f} commits/s; while all wrote {dict(while_all)}; {said}\n")
    assert min(while_all.values()) >= LEAST_SHARE * while_all.total() / WRITERS


def _until_the_first_is_done(writers: list[str]) -> Counter[str]:
    """How many commits each writer had when the first one had all of its own."""
    counts = Counter({f"w{number}": 0 for number in range(WRITERS)})
    for writer in writers:
        counts[writer] += 1
        if counts[writer] == COMMITS:
            break
    return counts
