"""Many activities on one real server, several sessions at once, and whether a word of a private page is found anywhere afterwards."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from tests import nodes
from tests.own_redis import Redis
from tests.rows.check import failures_of
from tests.rows.people import MARK
from tests.rows.play import QUIET, Played, play
from workshop.domain.plan import Activity
from workshop.library.errors import TemplateError, UnknownTemplate
from workshop.library.loader import load_activity
from workshop.records.migrate import upgrade

AT_ONCE = 6
"""Sessions side by side on one server."""
PACE = 60.0
"""The sessions' clocks run that fast: a step of twenty seconds still takes a third of one."""


class Outcome:
    def __init__(self) -> None:
        self.played: dict[str, Played] = {}
        self.failures: list[str] = []


async def run(names: Sequence[str], told: Callable[[str], None], pace: float = PACE, at_once: int = AT_ONCE) -> Outcome:
    """Plays these activities. `told` is given a line for each that is through."""
    outcome = Outcome()
    activities = list(_loaded(names, outcome))
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="holdspace-rows-")))
        url = f"sqlite:///{folder / 'rows.db'}"
        await upgrade(url)
        cluster = await stack.enter_async_context(nodes.cluster(folder, url, **QUIET))
        watching = asyncio.create_task(marks_in_redis(cluster.redis))
        node = await cluster.start(log_level="debug")
        gate = asyncio.Semaphore(at_once)

        async def one(activity: Activity) -> None:
            async with gate:
                played = await play(cluster, node, activity, pace)
            outcome.played[activity.id] = played
            found = failures_of(played)
            outcome.failures += found
            told(f"{len(outcome.played)} of {len(activities)}: {activity.id}" + "".join(f"\n  {failure}" for failure in found))

        # The long ones first, so that none of them is left alone at the end.
        await asyncio.gather(*(one(activity) for activity in sorted(activities, key=_rooms_minutes, reverse=True)))
        watching.cancel()
        outcome.failures += [f"words of a private page are in {place}" for place in _marked_files(folder)]
        if await stored_marks(cluster.redis) or await _seen(watching):
            outcome.failures.append("words of a private page went through Redis")
    return outcome


def _loaded(names: Sequence[str], outcome: Outcome) -> Iterator[Activity]:
    """Those whose template is sound; what is wrong with another is a failure of its play."""
    for name in names:
        try:
            yield load_activity(name)
        except (TemplateError, UnknownTemplate) as error:
            outcome.failures.append(f"{name}: {error}")


def _rooms_minutes(activity: Activity) -> int:
    return sum(stage.minutes for stage in activity.stages if stage.kind == "rooms")


def _marked_files(folder: Path) -> list[str]:
    """Database, its journals, and the log of the server."""
    return [path.name for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]


async def marks_in_redis(redis: Redis) -> bool:
    """Follows every command that Redis is given, until it is cancelled; ends with True at the first mark."""
    reader, writer = await asyncio.open_unix_connection(str(redis.socket), limit=1 << 24)
    try:
        writer.write(b"MONITOR\r\n")
        assert await reader.readline() == b"+OK\r\n"
        while line := await reader.readline():
            if MARK.encode() in line:
                return True
        return False
    finally:
        writer.close()


async def _seen(watching: "asyncio.Task[bool]") -> bool:
    (found,) = await asyncio.gather(watching, return_exceptions=True)
    return found is True


async def stored_marks(redis: Redis) -> bool:
    keys = await redis.ask("KEYS", "*") or []
    dumped = [await redis.ask("DUMP", key if isinstance(key, str) else key.decode()) for key in keys]
    return any(MARK.encode() in (one if isinstance(one, bytes) else str(one).encode()) for one in (*keys, *dumped))
