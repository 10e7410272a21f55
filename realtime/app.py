"""The composition root: reads as one list. Everything below takes what it needs as an argument."""

import asyncio
import logging
import random
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from secrets import token_hex

import uvicorn
from msgspec import Struct
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute

import facilitator_ui
import participant_ui
from realtime.bus import Bus
from realtime.clock import WallClock
from realtime.closing_doors import ClosingDoors
from realtime.codes import Close
from realtime.desk import DeskDoors
from realtime.engine import private_engine, reach
from realtime.failpoints import Failpoints
from realtime.frames import FrameProtocol
from realtime.gateway import Gateway
from realtime.housekeeping import housekeeping
from realtime.http import Doors
from realtime.hub import Hub
from realtime.lease import Lease
from realtime.limits import Limiter
from realtime.member_doors import MemberDoors
from realtime.pages import PageHeaders
from realtime.secrets import Secrets, load_root
from realtime.settings import Settings
from realtime.stored_doors import StoredDoors
from realtime.tools import Tools
from realtime.wire import MAX_FRAME
from workshop.domain.words import NodeId
from workshop.library.signal_words import load_signal_reader
from workshop.records.attached import offset_ms
from workshop.records.engine import open_database

log = logging.getLogger("holdspace.app")

TRIES_PER_ADDRESS = 20
TRIES_OVER_ALL = 2_000
TRIES_WINDOW_MS = 600_000
PING_SECONDS = 20
GRACEFUL_SECONDS = 3


class Node(Struct, frozen=True):
    """A running server process and what belongs to it."""

    tools: Tools
    hub: Hub
    port: int
    server: uvicorn.Server


class BindError(Exception):
    """The address cannot be used; the message says what to do."""


def bind(host: str, port: int) -> socket.socket:
    """A listening socket, taken before anything else starts so that a busy port is said at once."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, port))
            listening.listen(2048)
            listening.setblocking(False)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        raise BindError(
            f"Port {port} on {host} cannot be used ({error.strerror}). Try another one: make run PORT={port + 1}"
        ) from None
    return listening


def web(hub: Hub) -> Starlette:
    limiter = Limiter(per_address=TRIES_PER_ADDRESS, over_all=TRIES_OVER_ALL, window_ms=TRIES_WINDOW_MS)
    gateway = Gateway(hub)
    return Starlette(
        routes=[
            WebSocketRoute("/ws", gateway.endpoint),
            *Doors(hub, limiter).routes(),
            *DeskDoors(hub).routes(),
            *ClosingDoors(hub).routes(),
            *MemberDoors(hub).routes(),
            *StoredDoors(hub, limiter).routes(),
            *facilitator_ui.routes(),
            *participant_ui.routes(),
        ],
        middleware=[Middleware(PageHeaders)],
    )


class _Server(uvicorn.Server):
    """Tells the sockets goodbye, with leave to come back elsewhere, before uvicorn closes what is left."""

    hub: Hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self.hub.drain()
        for room in list(self.hub.rooms.values()):
            for audience in list(room.fanout.audiences):
                audience.close(Close.BYE)
        await asyncio.sleep(0)  # the goodbyes are tasks of their own: let them write before uvicorn closes what is left
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Ends in order on a signal. uvicorn raises it again afterwards, which would skip everything that closes after it."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)


def _keep_frames_out_of_logs() -> None:
    """Below this level these write paths, queries and whole frames, and with them what people wrote, whoever turns on DEBUG."""
    for name in ("uvicorn.error", "uvicorn.access", "websockets"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.getEffectiveLevel(), logging.WARNING))


def _server(app: Starlette, hub: Hub) -> _Server:
    _keep_frames_out_of_logs()
    config = uvicorn.Config(
        app,
        ws=FrameProtocol,
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        ws_max_size=MAX_FRAME,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=GRACEFUL_SECONDS,
    )
    server = _Server(config)
    server.hub = hub
    return server


@asynccontextmanager
async def node(settings: Settings, listening: socket.socket) -> AsyncIterator[Node]:
    """A node that is ready to serve on `listening`. Raises RecordsError, EngineError, SecretError with what to do."""
    async with AsyncExitStack() as stack:
        database = open_database(settings.database_url)
        stack.push_async_callback(database.dispose)
        await database.reach()
        redis_url = settings.redis_url
        if redis_url is None:
            redis_url = await stack.enter_async_context(private_engine(settings.data / "engine"))
        else:
            await reach(redis_url)
        wall = WallClock()
        wall.offset_ms = await offset_ms(database)
        name = NodeId(token_hex(8))
        bus = Bus(redis_url, name)
        stack.push_async_callback(bus.close)
        tools = Tools(
            node=name,
            started=wall.now(),
            database=database,
            bus=bus,
            secrets=Secrets(load_root(settings.secret, settings.data)),
            settings=settings,
            lease=Lease(settings.lapse, settings.attach_renew),
            wall=wall,
            dice=random.SystemRandom(),
            signals=load_signal_reader(),
            failpoints=Failpoints(settings.failpoint),
        )
        hub = Hub(tools)
        stack.push_async_callback(hub.close)
        for work in (bus.run(), hub.run(), housekeeping(tools)):
            stack.push_async_callback(_cancelled, asyncio.get_running_loop().create_task(_essential(work)))
        yield Node(tools, hub, listening.getsockname()[1], _server(web(hub), hub))


async def _essential(work: Awaitable[None]) -> None:
    """A dead task ends the process: half a node would look alive and be deaf."""
    try:
        await work
    except Exception:
        log.critical("essential work has stopped; this process ends", exc_info=True)
        asyncio.get_running_loop().stop()
        raise


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def serve(settings: Settings, listening: socket.socket, ready: Callable[[Node], Awaitable[None]]) -> None:
    """Serves until a signal ends it; `ready` is called once the node accepts connections."""
    async with node(settings, listening) as running:
        serving = asyncio.create_task(running.server.serve(sockets=[listening]))
        # uvicorn has no event for this; the sockets listen already, so a poll loses nothing.
        while not running.server.started and not serving.done():  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        if not serving.done():
            await ready(running)
        await serving
