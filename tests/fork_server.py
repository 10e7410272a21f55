"""Starts nodes for tests quickly: a process that has imported the app and forks a node at every request.

A fresh Python imports for about 1.5 s of CPU time before a node does anything; a fork has that behind it. Here nothing but the
imports is shared: no event loop, no thread, no database is open before a fork. A node is a process like any other, with its own
id, signals, sockets and log, and gets its settings from an environment of its own.

The test run holds one end of a socket and sends one byte for each node, and with it the node's own line: another socket. On that
line it writes an `Order`; the node answers `started PID` and `ready PORT`, and the server says `ended CODE` once it has reaped it.
When the test run lets go of the socket, however it ended, the server kills what is left and ends too.
"""

import asyncio
import atexit
import importlib
import itertools
import logging
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from secrets import token_hex

import msgspec
import uvloop
from msgspec import Struct

from realtime import app
from realtime.app import Node, bind, serve
from realtime.settings import load_settings

IMPORTED_WHEN_NEEDED = ("aiosqlite", "asyncpg", "uvicorn.lifespan.off", "uvicorn.protocols.http.httptools_impl")
"""What a node would import only while it starts."""
SERVERS = 2
"""Nodes that follow each other come from different servers: then they hash differently, as the nodes of a deployment do, and what
depends on the order of a set differs between them."""


class Order(Struct, frozen=True):
    """How a node starts. `name` begins its node id; `log` is a file that is there already, for what it writes to stderr."""

    name: str
    environment: dict[str, str]
    folder: str
    log: str


# --- in the test run


class Forked(asyncio.Protocol):
    """One process, spoken to as `asyncio.subprocess.Process` is."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self._started, self._ready, self._ended = (loop.create_future() for _ in range(3))
        self._rest = b""
        self._line: asyncio.BaseTransport | None = None

    @property
    def pid(self) -> int:
        return int(self._started.result())

    @property
    def returncode(self) -> int | None:
        return int(self._ended.result()) if self._ended.done() else None

    async def wait(self) -> int:
        return int(await asyncio.shield(self._ended))

    async def port(self) -> int | None:
        """Where it serves, once it does; None if it ends before. Raises ConnectionError where its fork server has ended."""
        await asyncio.wait({self._ready, self._ended}, return_when=asyncio.FIRST_COMPLETED)
        if self._ready.done():
            return int(self._ready.result())
        self._ended.result()
        return None

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            with suppress(ProcessLookupError):  # it has ended and nobody has said so yet
                os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._line = transport

    def data_received(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            word, number = line.split()
            if word == b"ended" and self._line is not None:
                self._line.close()  # first: whoever waited for the end may end the loop next
            {b"started": self._started, b"ready": self._ready, b"ended": self._ended}[word].set_result(int(number))

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 — the loop calls it
        if not self._ended.done():
            self._ended.set_exception(ConnectionError("the fork server has ended"))


class Server:
    """The test run's end of one fork server."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            # A session of its own: Ctrl+C and `timeout` end the test run, and that ends the server and its nodes.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.fork_server", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # not the test run's: who reads that waits for its end
                start_new_session=True,
            )
        atexit.register(self.close)

    async def fork(self, order: Order) -> Forked:
        """Returns before the process has started."""
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._ours, [b"+"], [theirs.fileno()])
        ours.sendall(msgspec.json.encode(order) + b"\n")
        _, forked = await asyncio.get_running_loop().create_unix_connection(Forked, sock=ours)
        return forked

    def close(self) -> None:
        self._ours.close()
        self._process.wait()


_servers: list[Server] = []
_turns = itertools.cycle(range(SERVERS))


async def fork(order: Order) -> Forked:
    """Raises ConnectionError where its fork server has ended."""
    turn = next(_turns)
    if turn == len(_servers):
        _servers.append(Server())
    return await _servers[turn].fork(order)


# --- in the server


def _next_child(requests: socket.socket) -> socket.socket | None:
    """Forks at each request. Returns in every child, with its line; in the server None, when nobody can ask any more."""
    lines: dict[int, socket.socket] = {}
    woken, wakes = socket.socketpair()
    wakes.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)  # select starts again after a signal: only the byte gets through
    signal.set_wakeup_fd(wakes.fileno())
    while True:
        readable, _, _ = select.select([requests, woken], [], [])
        if woken in readable:
            woken.recv(1024)
            _reap(lines)
        if requests in readable:
            said, descriptors, _, _ = socket.recv_fds(requests, 1, 1)
            if not said:
                break
            line = socket.socket(fileno=descriptors[0])
            child = os.fork()
            if child == 0:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                for others in (requests, woken, wakes, *lines.values()):
                    others.close()
                return line
            lines[child] = line
    for left in lines:
        os.kill(left, signal.SIGKILL)
    for left in lines:
        os.waitpid(left, 0)
    return None


def _reap(lines: dict[int, socket.socket]) -> None:
    while lines:
        child, status = os.waitpid(-1, os.WNOHANG)
        if child == 0:
            return
        with lines.pop(child) as line, suppress(OSError):  # nobody may be there to hear it
            line.sendall(b"ended %d\n" % os.waitstatus_to_exitcode(status))


def _begin(line: socket.socket) -> Order:
    """The forked process becomes what a started one is: its line is its stdout, its log its stderr."""
    with line, line.makefile("rb") as read:
        order = msgspec.json.decode(read.readline(), type=Order)
        os.dup2(line.fileno(), sys.stdout.fileno())
    log = os.open(order.log, os.O_WRONLY)
    os.dup2(log, sys.stderr.fileno())
    os.close(log)
    os.environ.clear()
    os.environ.update(order.environment)
    os.chdir(order.folder)
    return order


async def _serve(begins: str) -> None:
    """Unlike `holdspace serve` it takes no lock on SQLite: only in tests several processes share such a database."""
    settings = load_settings(os.environ)
    vars(app)["token_hex"] = lambda length: (begins + token_hex(length))[: 2 * length]  # a node's name, and nothing else there
    logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)

    async def ready(running: Node) -> None:
        _say("ready", running.port)

    await serve(settings, bind("127.0.0.1", settings.port), ready)


def _say(word: str, number: int) -> None:
    sys.stdout.write(f"{word} {number}\n")
    sys.stdout.flush()


def main(loop: Callable[[], asyncio.AbstractEventLoop] = uvloop.new_event_loop) -> None:
    for name in IMPORTED_WHEN_NEEDED:
        importlib.import_module(name)
    line = _next_child(socket.socket(fileno=int(sys.argv[1])))
    if line is None:
        return
    order = _begin(line)
    _say("started", os.getpid())
    with asyncio.Runner(loop_factory=loop) as runner:
        runner.run(_serve(order.name))


if __name__ == "__main__":
    main()
