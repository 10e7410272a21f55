"""One of several processes that write to one session: `python -m tests.records.racer URL SESSION NAME COMMITS`.

Prints "ready", waits for a line on stdin, then writes that many batches of one event and prints how long each took.
"""

import asyncio
import json
import sys
import time

from workshop.domain.events import DoorLocked, DoorUnlocked
from workshop.domain.words import CommandId, SessionId
from workshop.records.engine import open_database
from workshop.records.ledger import writing
from workshop.records.reading import Recorded, heads


async def race(url: str, session_id: SessionId, name: str, commits: int) -> None:
    database = open_database(url)
    try:
        await heads(database, [session_id])
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        applied = 0
        took: list[float] = []
        for number in range(commits):
            command = CommandId(f"{name}-{number}")
            began = time.perf_counter()
            async with writing(database, session_id, after=applied, epoch=1) as batch:
                seq = batch.head + 1
                batch.add([Recorded(seq, command, seq, DoorLocked() if seq % 2 else DoorUnlocked())])
                await batch.commit()
                assert [one.seq for one in batch.missed] == list(range(applied + 1, seq))
                applied = batch.head
            took.append(time.perf_counter() - began)
        took.sort()
        said = {"name": name, "p99_ms": round(took[int(commits * 0.99) - 1] * 1000, 1), "longest_ms": round(took[-1] * 1000, 1)}
        sys.stdout.write(json.dumps(said) + "\n")
    finally:
        await database.dispose()


if __name__ == "__main__":
    asyncio.run(race(sys.argv[1], SessionId(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
