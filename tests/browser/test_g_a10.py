"""G-A10: what is written on a private page leaves the phone in nothing at all.

Every private page of the library is asked in a real session on a real node. A person with a real browser writes a marked word into
every field of each, by keys and touch, says that it is done, or passes, or goes on; loses the line, and loads the page again. Then
everything that left the page or stands somewhere is read.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec import structs
from playwright.async_api import expect

from realtime.engine import connect
from realtime.opening import Opened
from tests import checks, nodes
from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces
from tests.browser.overheard import Overheard, forms_of, holds
from tests.browser.writer import STEM, Writer
from tests.engines import Databases
from tests.plans import taster
from tests.realtime.test_g_a1 import KeepingRedis, Stores, content_of
from tests.rows.people import RowDesk, RowPhone, frames
from tests.rows.play import approve
from workshop.domain import commands as c
from workshop.domain.plan import (
    Plan,
    PlanItem,
    PlannedStage,
    stages_of,
)
from workshop.library.loader import library
from workshop.records.engine import open_database

FORMS = forms_of(STEM)
OTHERS = 4
"""With the browser as many as the floor asks for."""
PACE = 100.0
HALVES = 2


def plan_of_pages(half: int) -> Plan:
    """Each activity that has a private page, with its private pages and with what is copied from them; every other one."""
    items: list[PlanItem] = []
    for name in library().activity_ids():
        activity = library().load_activity(name)
        stages = tuple(one for one in activity.stages if one.kind == "journal" or getattr(one.input, "copied", None) is not None)
        if stages:
            minutes = sum(stage.minutes for stage in stages)
            items.append(PlanItem(activity=structs.replace(activity, stages=stages), minutes=minutes))
    return structs.replace(taster(), items=tuple(items[half::HALVES]))


class Evening:
    """One person in a browser, the others and the console on lines of their own."""

    def __init__(self, cluster: nodes.Cluster, opened: Opened, face: Face, desk: RowDesk, others: list[RowPhone]) -> None:
        self.cluster, self.opened, self.face, self.desk, self.others = cluster, opened, face, desk, others
        self.published: list[bytes] = []
        """What nodes said to each other through Redis, with the channels."""
        self.heard, self.writer = Overheard(face.page), Writer(face)
        self.pages: set[int] = set()
        """Runs that were private pages."""

    async def follow(self) -> None:
        """Everything that goes through Redis, until it is cancelled."""
        client = connect(self.cluster.redis.url, timeout=None)
        async with client.pubsub() as said:
            await said.psubscribe("*")
            async for message in said.listen():
                self.published.append(b"%b %b" % (message["channel"], str(message["data"]).encode()))

    async def play(self, number: int, planned: PlannedStage) -> None:
        run = await checks.open_next(self.desk, number, *self.others)
        template = planned.template
        await self.face.stands_at(template.phone)
        if template.kind == "journal":
            self.pages.add(run)
            await self.writer.fill(template.input)
            await self.heard.look()
            await self._goes_on(len(self.pages))
        else:
            await self.face.tap("Use my")
            await self.face.tap("Add mine")
            await self.face.sees("Yours is held.")
        await self.desk.until(lambda: self.desk.desk is not None and self.desk.desk.answered == OTHERS + 1)
        await self.heard.look()
        if template.kind != "journal":
            assert await self.desk.do(c.CloseStage(run=run)) is None
            await checks.all_closed([self.desk], run)

    async def _goes_on(self, times: int) -> None:
        """Most say that they are done. Before that the line is lost once, and the page loaded again and an error thrown once."""
        face, page = self.face, self.face.page
        if times == 2:
            await page.context.set_offline(True)
            await face.sees("Reconnecting.")
            await self._writes_more()
            await page.context.set_offline(False)
            await face.sees_not("Reconnecting.")
        if times == 4:
            await page.reload()
            await face.sees("I am done")
            await page.evaluate("setTimeout(() => { throw new Error(document.title) }); void Promise.reject(new Error('none'))")
        if times % 5 == 3:
            await face.button("Pass").press("Enter")
            await expect(page.locator("[data-state=page-passed]")).to_be_visible(timeout=WITHIN)
            return
        # By a key: a tap so soon after a drag on a picture is none for the browser.
        await face.button("I am done").press("Enter")
        await expect(page.locator("[data-state=page-done]")).to_be_visible(timeout=WITHIN)
        if times % 5 == 0:
            await face.tap("I go on")
            await self._writes_more()
            await face.tap("I am done")
            await expect(page.locator("[data-state=page-done]")).to_be_visible(timeout=WITHIN)

    async def _writes_more(self) -> None:
        lines = self.face.page.locator("main textarea")
        if await lines.count() > 0:
            await self.writer.write(lines.first)


@asynccontextmanager
async def evening(launch: Launch, databases: Databases, folder: Path, plan: Plan) -> AsyncIterator[tuple[Evening, Stores]]:
    """A live session on one node that logs all it can, beside a Redis that keeps all it can."""
    place = Path(tempfile.mkdtemp(prefix="holdspace-k-"))
    redis, url = KeepingRedis(place), databases.fresh("sqlite")
    database = open_database(url)
    settings = {**nodes.SHORT, "beat": 500, "silence": 1500, "log_level": "debug"}
    cluster = nodes.Cluster(folder, url, database, redis, settings)
    try:
        await redis.start()
        node = await cluster.start()
        for item in plan.items:
            await approve(cluster, item.activity)
        opened = await cluster.open(plan, pace=PACE)
        desk, screen = RowDesk(node.base, opened.console_secret), RowDesk(node.base, opened.screen_secret)
        others = [RowPhone(node.base, opened, number, PACE, passes=number == 0) for number in range(OTHERS)]
        await asyncio.gather(*(other.join() for other in others))
        for page in (desk, screen, *others):
            cluster.run(page)
            await page.until(lambda page=page: page.shared is not None)  # type: ignore[misc]
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(folder):
            face = await faces.phone("Ada", opened.code)
            played = Evening(cluster, opened, face, desk, others)
            await face.tap("Come in")
            await face.stands_at("You are in")
            following = asyncio.create_task(played.follow())
            try:
                yield played, Stores(cluster, databases, "sqlite", redis)
            finally:
                following.cancel()
                await asyncio.gather(following, return_exceptions=True)
    finally:
        await cluster.close()
        await redis.kill()
        await database.dispose()
        shutil.rmtree(place, ignore_errors=True)


async def nothing_left_the_phone(played: Evening, stores: Stores) -> None:
    """No mark is anywhere but in this tab; and what is read is really there."""
    await played.heard.look()
    await stores.flush()
    assert played.heard.places_of(FORMS) == []
    told = frames([*played.others, *(page for page in played.cluster.pages if isinstance(page, RowDesk))])
    assert [frame for frame in told if holds(frame.encode(), FORMS)] == []
    assert [message for message in played.published if holds(message, FORMS)] == []
    files = [*stores.database_files(), *stores.redis.files(), *stores.logs()]
    assert [path for path in files if holds(content_of(path), FORMS)] == []
    # Words that do travel are found in the same places, in each of them.
    code, session, alias = (word.encode() for word in (played.opened.code, played.opened.id, played.others[0].alias))
    assert {"a frame that was sent", "a frame that was received", "localStorage", "a request", "a cache"} <= {
        where for where, _ in played.heard.pieces
    }
    assert {"the address", "an address of the line", "the history", "a request's headers"} <= set(
        played.heard.places_of([code, b"127.0.0.1"])
    )
    assert any(alias in frame.encode() for frame in told)
    assert any(alias in content_of(path) for path in stores.database_files())
    assert any(session in message for message in played.published)
    assert all(path.is_file() for path in stores.logs())


@pytest.mark.parametrize("half", range(HALVES))
async def test_g_a10_marked_words_on_every_private_page_are_found_nowhere_but_in_their_tab(
    launch: Launch, databases: Databases, tmp_path: Path, half: int
) -> None:
    plan = plan_of_pages(half)
    async with evening(launch, databases, tmp_path, plan) as (played, stores):
        face, writer = played.face, played.writer
        for number, planned in enumerate(stages_of(plan)):
            await played.play(number, planned)
        kept = await played.heard.in_this_tab()
        assert [mark for mark in writer.marks if mark not in kept] == []
        await nothing_left_the_phone(played, stores)

        answers = [(message["answer"]["t"], size) for message, size in played.heard.answers() if message["run"] in played.pages]
        assert {message["run"] for message, _ in played.heard.answers()} >= played.pages
        assert {kind for kind, _ in answers} == {"done", "pass", "taken_back"}
        assert len({size for _, size in answers}) == 1

        if half == 0:
            await face.tap("What I wrote")
            await face.sees(writer.marks[0])
            await face.tap("Wipe what I wrote")
            await face.tap("Wipe it now")
            await face.sees("It is gone from this phone.")
            await is_gone(played)
            await face.tap("Back")
            await played.writer.fill(stages_of(plan)[-1].template.input)
        assert await played.desk.do(c.EndSession()) is None
        await face.stands_at("Thank you for being here")
        assert not holds((await played.heard.in_this_tab()).encode(), FORMS)
        await nothing_left_the_phone(played, stores)
        await face.tap("Wipe my pages")
        await face.sees("Nobody can bring them back.")
        await is_gone(played)
        await nothing_left_the_phone(played, stores)


async def is_gone(played: Evening) -> None:
    assert not holds((await played.heard.in_this_tab()).encode(), FORMS)
    assert not holds((await played.face.page.content()).encode(), FORMS)


LEAKS = {
    "the address": "history.replaceState(null, '', `#${word}`)",
    "the history's state": "history.replaceState({ word: encodeURIComponent(word) }, '')",
    "the title": "document.title = word",
    "cookies": "document.cookie = `word=${word}`",
    "localStorage": "localStorage.setItem('word', btoa(` ${word}`))",
    "IndexedDB": "new Promise(done => { const asked = indexedDB.open('words'); asked.onupgradeneeded = () =>"
    " asked.result.createObjectStore('all').put(word, 1); asked.onsuccess = () => { asked.result.close(); done(); }; })",
    "a cache": "caches.open('words').then(cache => cache.put('/somewhere', new Response(word)))",
    "the console": "console.debug(word)",
    "an error report": "void Promise.reject(new Error(word))",
    "a request's body": "fetch('/health', { method: 'POST', body: word })",
    "a request's headers": "fetch('/health', { headers: { 'x-word': word } })",
    "a request": "fetch(`/health?${word}`)",
    "a frame that was sent": "new Promise(done => { const line = new WebSocket('/ws'); line.onopen = () =>"
    " { line.send(JSON.stringify({ t: 'hello', pad: word })); done(); }; })",
}
"""Where a page may leave a word, and how."""


async def test_g_a10_a_page_that_leaves_a_word_anywhere_is_caught(launch: Launch, databases: Databases, tmp_path: Path) -> None:
    async with evening(launch, databases, tmp_path, plan_of_pages(0)) as (played, _):
        await played.heard.look()
        assert played.heard.places_of(FORMS) == []
        for leak in LEAKS.values():
            await played.face.page.evaluate(f"async word => {{ await ({leak}); }}", STEM)
        await played.heard.look()
        assert set(LEAKS) - set(played.heard.places_of(FORMS)) == set()


def test_g_a10_every_private_page_of_the_library_is_asked_once() -> None:
    asked = [
        one.template.phone for half in range(HALVES) for one in stages_of(plan_of_pages(half)) if one.template.kind == "journal"
    ]
    there = [
        stage.phone
        for name in library().activity_ids()
        for stage in library().load_activity(name).stages
        if stage.kind == "journal"
    ]
    assert sorted(asked) == sorted(there)
    assert len(set(there)) == len(there) > 35
