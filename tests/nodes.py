"""Real nodes for tests: OS processes on one database and one Redis, with pages on chosen nodes, and everything cleaned up.

Who gathers the answers of a closing is the lowest node id, and a node's name begins its id, so nodes are named in the order of their
start. They come from `tests.fork_server`; what somebody starts at a terminal is in `tests.command_line`.
"""

import asyncio
import json
import os
import random
import signal
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from realtime.app import Node, bind, node
from realtime.opening import Opened, open_session
from realtime.settings import load_settings
from realtime.simulated import ALIASES, Desk, Page, Phone
from tests.fork_server import Forked, Order, fork
from tests.own_redis import Redis, own_redis
from tests.plans import choice_plan
from tests.waiting import WITHIN, now_ms, until
from workshop.domain.plan import Plan
from workshop.domain.published import RETENTION_DAYS
from workshop.domain.words import OrganizationId, Presence
from workshop.records.engine import Database, open_database
from workshop.records.sessions import create_organization, set_help_page

ORGANIZATION = OrganizationId("harbour")
HELP = "You can call 000 at any time."
SECRET = "a deployment secret that only the tests know, and long enough"
SHORT: dict[str, object] = {
    "head_check": 250,
    "grace": 200,
    "lapse": 1500,
    "attach_renew": 300,
    "beat": 400,
    "silence": 900,
    "asleep_after": 5000,
}
"""Settings (without their prefix) that let a fault take seconds instead of minutes. Their relations are those of the defaults."""


# --- nodes


class NodeProcess:
    """One server process."""

    def __init__(self, process: Forked, port: int, log: Path) -> None:
        self.process, self.port, self.log = process, port, log
        self.base = f"http://127.0.0.1:{port}"

    @property
    def alive(self) -> bool:
        return self.process.returncode is None

    async def died(self, within: float = WITHIN) -> int:
        """Its exit code, once it has ended by itself: negative for a signal."""
        async with asyncio.timeout(within):
            return await self.process.wait()

    async def kill(self) -> None:
        self.process.kill()
        await self.process.wait()

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def terminate(self) -> None:
        """Asks it to go, as a deployment does; `died` waits for it."""
        self.process.send_signal(signal.SIGTERM)

    async def health(self) -> dict[str, Any]:
        """What /health says; empty while the node does not answer at all."""
        return await health(self.base)

    def said(self) -> str:
        """Its log so far."""
        return self.log.read_text(errors="replace")


_directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""To our own node, whatever proxy the environment names."""


async def health(base: str) -> dict[str, Any]:
    def ask() -> dict[str, Any]:
        try:
            with _directly.open(f"{base}/health", timeout=5) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:
            return dict(json.load(error))
        except (OSError, urllib.error.URLError):
            return {}

    return await asyncio.to_thread(ask)


def environment(settings: dict[str, object]) -> dict[str, str]:
    """The process environment with these settings and no others of Holdspace."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HOLDSPACE_")}
    return {**kept, **{f"HOLDSPACE_{name.upper()}": str(value) for name, value in settings.items()}}


async def start_process(folder: Path, settings: dict[str, object], name: str = "") -> NodeProcess:
    """A node that serves. Fails with its log where it does not get so far."""
    log = folder / f"node-{token_hex(4)}.log"
    log.touch()
    process = await fork(Order(name, environment(settings), str(Path.cwd()), str(log.absolute())))
    async with asyncio.timeout(30):
        port = await process.port()
    if port is None:
        raise AssertionError(f"the node did not start:\n{log.read_text(errors='replace')[-3000:]}")
    return NodeProcess(process, port, log)


# --- people


async def _never() -> None:
    await asyncio.Event().wait()


async def _at_once() -> None:
    await asyncio.sleep(0)


class Cluster:
    """One database, one Redis, and the nodes and pages that a test starts on them."""

    def __init__(self, folder: Path, database_url: str, database: Database, redis: Redis, settings: dict[str, object]) -> None:
        self.folder, self.database_url, self.database, self.redis = folder, database_url, database, redis
        self.settings = settings
        self.nodes: list[NodeProcess] = []
        self.pages: list[Page] = []
        self._running: list[asyncio.Task[None]] = []
        self._started = 0

    def settings_with(self, changes: dict[str, object]) -> dict[str, object]:
        return {
            "data": self.folder,
            "database_url": self.database_url,
            "redis_url": self.redis.url,
            "secret": SECRET,
            "port": 0,
            **self.settings,
            **changes,
        }

    async def start(self, **settings: object) -> NodeProcess:
        """The earliest started of those that live gathers a closing."""
        self._started += 1
        started = await start_process(self.folder, self.settings_with(settings), f"{self._started:02d}")
        self.nodes.append(started)
        return started

    async def start_many(self, number: int, **settings: object) -> list[NodeProcess]:
        return list(await asyncio.gather(*(self.start(**settings) for _ in range(number))))

    async def open(
        self,
        plan: Plan | None = None,
        *,
        practice: bool = False,
        floor: int | None = None,
        presence: Presence = "together",
        capacity: int = 200,
        pace: float = 1.0,
        approval: bool = False,
        retention_days: int = RETENTION_DAYS,
    ) -> Opened:
        """A live session of an organization that has its help page; a real one with floor 5 unless said otherwise."""
        await create_organization(self.database, ORGANIZATION, "Harbour")
        now = now_ms()
        await set_help_page(self.database, ORGANIZATION, HELP, now)
        return await open_session(
            self.database,
            plan or choice_plan(),
            now,
            organization=ORGANIZATION,
            practice=practice,
            presence=presence,
            floor=floor,
            capacity=capacity,
            pace=pace,
            approval=approval,
            retention_days=retention_days,
        )

    def run(self, page: Page) -> None:
        """Lets it connect, and stay, until the test ends."""
        self.pages.append(page)
        self._running.append(asyncio.create_task(page.run()))

    async def desk(self, base: str, opened: Opened) -> Desk:
        desk = Desk(base, opened.console_secret)
        self.run(desk)
        await desk.until(lambda: desk.desk is not None)
        return desk

    async def screen(self, base: str, opened: Opened) -> Desk:
        screen = Desk(base, opened.screen_secret)
        self.run(screen)
        await screen.until(lambda: screen.screen is not None)
        return screen

    async def phone(self, base: str, opened: Opened, *, answers: bool = False) -> Phone:
        """Somebody who has joined at `base`. `answers`: answers by itself, at once; else only when the test says so."""
        number = len(self.pages)
        alias = f"{ALIASES[number % len(ALIASES)]} {number}"
        phone = Phone(base, opened.code, alias, random.Random(number), _at_once if answers else _never)
        await phone.join()
        self.run(phone)
        await phone.until(lambda: phone.shared is not None and phone.position is not None)
        return phone

    async def phones(self, bases: Iterable[str], opened: Opened, *, answers: bool = False) -> list[Phone]:
        """One for each base, in that order."""
        return list(await asyncio.gather(*(self.phone(base, opened, answers=answers) for base in bases)))

    async def move(self, node: NodeProcess, *pages: Page) -> None:
        """These pages go to another node, as they do when theirs went silent; returns once they are live there."""
        before = [page.welcome for page in pages]
        for page in pages:
            page.base = node.base
            await page.drop()
        for page, old in zip(pages, before, strict=True):
            await page.until(lambda page=page, old=old: page.welcome is not old and page.base == node.base)  # type: ignore[misc]

    async def gone(self, page: Page) -> None:
        """This page closes for good, without a word."""
        at = self.pages.index(page)
        self._running[at].cancel()
        with suppress(asyncio.CancelledError):
            await self._running[at]

    async def close(self) -> None:
        for process in self.nodes:  # first: a page waits for a node that stands still
            await process.kill()
        for page, task in zip(self.pages, self._running, strict=True):
            task.cancel()
            if isinstance(page, Phone):
                page.stop_thinking()
        await asyncio.gather(*self._running, return_exceptions=True)


@asynccontextmanager
async def cluster(folder: Path, database_url: str, **settings: object) -> AsyncIterator[Cluster]:
    """`settings` for every node, by their names without the prefix; durations are `SHORT` unless given."""
    async with AsyncExitStack() as stack:
        redis = await stack.enter_async_context(own_redis())
        database = open_database(database_url)
        stack.push_async_callback(database.dispose)
        made = Cluster(folder, database_url, database, redis, {**SHORT, **settings})
        stack.push_async_callback(made.close)
        yield made


@asynccontextmanager
async def node_here(settings: dict[str, object]) -> AsyncIterator[Node]:
    """A node in this process and loop, for tests that look inside. It listens on `node.port`."""
    loaded = load_settings(environment(settings))
    listening = bind("127.0.0.1", 0)
    try:
        async with node(loaded, listening) as running:
            # Not `serve`, which would take over the signals of the test run.
            serving = asyncio.create_task(running.server._serve(sockets=[listening]))
            await until(lambda: running.server.started or serving.done())
            try:
                yield running
            finally:
                running.server.should_exit = True
                await serving
    finally:
        listening.close()
