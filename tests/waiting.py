"""Waiting for what nobody announces."""

import asyncio
import time
from collections.abc import Awaitable, Callable

WITHIN = 20.0
"""Seconds after which something that was waited for counts as never happening."""


def now_ms() -> int:
    return time.time_ns() // 1_000_000


async def until(true: Callable[[], bool], within: float = WITHIN) -> None:
    """Looks again and again. For what nobody announces (a process, a file); pages have `until`, which waits for what they are told."""
    async with asyncio.timeout(within):
        while not true():  # noqa: ASYNC110 — nobody announces it
            await asyncio.sleep(0.01)


async def until_so(true: Callable[[], Awaitable[bool]], within: float = WITHIN) -> None:
    """Like `until`, for what has to be asked (SQL, Redis, /health)."""
    async with asyncio.timeout(within):
        while not await true():  # noqa: ASYNC110 — it has to be asked
            await asyncio.sleep(0.02)
