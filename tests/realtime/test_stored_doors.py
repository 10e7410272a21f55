"""What is stored now, asked by phones, the console and the desk; and erasing while all of them read, and while a node dies."""

import asyncio
import http.client
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from realtime.opening import Opened, new_desk_link
from realtime.simulated import Desk, Phone, post
from realtime.stored_shapes import MOST_LINE
from tests import checks, nodes, plans
from tests.bearer import Bearer
from tests.engines import Databases, EngineName
from tests.nodes import Cluster, NodeProcess
from tests.waiting import until
from workshop.domain import commands as c
from workshop.domain.words import OrganizationId
from workshop.records.engine import Database, open_database
from workshop.records.sessions import create_organization
from workshop.records.tables import session

PEOPLE = 5
WORDS = tuple(f"canary-{number}-zzq what I hope for" for number in range(PEOPLE))


class Evening:
    """A session in which five people wrote a card each, and whoever asks about it."""

    def __init__(self, cluster: Cluster, node: NodeProcess, url: str, opened: Opened, desk: Desk, phones: list[Phone]) -> None:
        self.cluster, self.node, self.url, self.opened, self.console, self.phones = cluster, node, url, opened, desk, phones
        self.closing = Bearer(node.base, opened.console_secret)

    async def organizer(self, organization: OrganizationId = nodes.ORGANIZATION) -> Bearer:
        return Bearer(self.node.base, await new_desk_link(self.cluster.database, organization))

    async def asked(self, code: str | None = None) -> tuple[int, dict[str, Any]]:
        """As a phone or the screen asks."""
        return await post(self.node.base, "/api/stored", {"code": self.opened.code if code is None else code})

    async def seen(self) -> dict[str, Any]:
        status, page = await self.asked()
        assert status == 200, page
        return page

    async def until(self, state: str) -> dict[str, Any]:
        """The first page in that state."""
        async with asyncio.timeout(10):
            page = await self.seen()
            while page["state"] != state:
                page = await self.seen()
        return page

    async def ended(self) -> None:
        assert await self.console.do(c.EndSession()) is None


@asynccontextmanager
async def an_evening(databases: Databases, folder: Path, engine: EngineName, **terms: Any) -> AsyncIterator[Evening]:
    url = databases.fresh(engine)
    async with nodes.cluster(folder, url) as cluster:
        node = await cluster.start()
        opened = await cluster.open(plans.wall_plan(1), **terms)
        desk, phones = await cluster.desk(node.base, opened), await cluster.phones([node.base] * PEOPLE, opened)
        run = await checks.open_next(desk, 0, *phones)
        for phone, words in zip(phones, WORDS, strict=True):
            await checks.answered(phone, run, plans.card(words))
        assert await desk.do(c.CloseStage(run=run)) is None
        await checks.all_closed([desk, *phones], run)
        yield Evening(cluster, node, url, opened, desk, phones)


@pytest_asyncio.fixture
async def evening(databases: Databases, tmp_path: Path) -> AsyncIterator[Evening]:
    async with an_evening(databases, tmp_path, "sqlite") as made:
        yield made


def kinds(page: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["kind"]: one for one in page["things"]}


def left(page: dict[str, Any]) -> set[str]:
    return {one["kind"] for one in page["things"] if one["of"] == "session" and one["there"] is not False}


async def test_g_a11_phones_and_the_desk_see_no_number_and_the_console_does(evening: Evening) -> None:
    organizer = await evening.organizer()
    phone, console = await evening.seen(), await evening.closing.get("closing/stored")
    assert await organizer.get(f"desk/sessions/{evening.opened.id}/stored") == phone
    assert {one["count"] for one in phone["things"]} == {None}
    assert (kinds(phone)["cards"]["there"], kinds(phone)["names"]["there"]) == (None, True)
    assert (kinds(console)["cards"]["count"], kinds(console)["names"]["count"]) == (PEOPLE, PEOPLE)
    assert kinds(console)["apart"]["count"] is None
    assert (phone["state"], phone["line"], phone["erasedMs"], phone["engine"]) == ("open", "", None, "sqlite")
    assert not any(words in json.dumps([phone, console]) for words in WORDS)


async def test_g_a11_somebody_who_asks_for_a_person_or_takes_a_card_back_moves_nothing_on_a_phone(evening: Evening) -> None:
    before = await evening.seen()
    assert await evening.phones[0].do(c.AskForPerson()) is None
    assert await evening.phones[1].do(c.Rest()) is None
    await evening.console.until(lambda: evening.console.desk is not None and len(evening.console.desk.care) == 1)
    assert await evening.seen() == before


async def test_one_answer_for_a_session_that_is_not_there_and_for_one_of_others(evening: Evening) -> None:
    others = OrganizationId("others")
    await create_organization(evening.cluster.database, others, "Others")
    stranger, ours = await evening.organizer(others), await evening.organizer()
    unknown = (404, {"error": "unknown_session"})
    assert await stranger.ask(f"desk/sessions/{evening.opened.id}/stored") == unknown
    assert await ours.ask("desk/sessions/nowhere/stored") == unknown
    assert await stranger.ask("desk/sessions/nowhere/stored") == unknown
    for code in ("", "ABCD2345", "x" * 300, evening.opened.code[:-1]):
        assert await evening.asked(code) == (404, {"error": "no_session"})
    for secret in ("x" * 22, evening.opened.screen_secret, ""):
        wrong = Bearer(evening.node.base, secret)
        assert await wrong.ask("closing/stored") == (401, {"error": "link_ended"})
        assert await wrong.ask("closing/erase", {}) == (401, {"error": "link_ended"})


async def test_codes_are_not_tried_out_here_either(evening: Evening) -> None:
    answers = [(await evening.asked(f"ABCD{number:04d}"))[0] for number in range(22)]
    assert set(answers[:20]) == {404}
    assert answers[-1] == 429


@pytest.mark.parametrize("body", [b"", b"[]", b'{"code":1}', b'{"code":"A","more":1}', b'{"code":"' + b"x" * 20_000 + b'"}'])
async def test_what_no_page_sends_is_not_understood(evening: Evening, body: bytes) -> None:
    for path in ("stored", "stored/check", "closing/erase"):
        if path == "closing/erase" and body == b"[]":
            continue
        status, answer = await evening.closing.ask(path, body)
        assert (status in (413, 422), answer) == (True, {"error": "not_understood"})
    assert (await evening.closing.ask("closing/erase", {}, origin="https://elsewhere.example"))[0] == 403
    assert (await evening.closing.ask("stored/check", {"text": "x" * (MOST_LINE + 1)}))[0] == 422


async def test_a_session_that_runs_is_not_erased_from_here(evening: Evening) -> None:
    assert await evening.closing.ask("closing/erase", {}) == (409, {"error": "wrong_state"})
    assert (await evening.seen())["state"] == "open"


@pytest.mark.parametrize("signed", [False, True])
async def test_g_a11_erased_in_front_of_the_group_and_twice(evening: Evening, *, signed: bool) -> None:
    await evening.ended()
    if signed:
        await evening.closing.post("closing/sign", {"version": 0})
    before = await evening.seen()
    assert (before["state"], kinds(before)["cards"]["there"], before["line"]) == ("over", not signed, "")
    console = await evening.closing.post("closing/erase")
    after = await evening.seen()
    assert (console["state"], after["state"], after["line"]) == ("erased", "erased", console["line"])
    stays = {"links", "session"} | ({"summary"} if signed else set())
    assert (left(after), left(console)) == (stays, stays)
    _, told = await post(evening.node.base, "/api/stored/check", {"text": f"kept:\n{after['line']}\n"})
    assert (told["verdict"], told["says"]["summary"], told["says"]["code"]) == ("signed", signed, evening.opened.code)
    assert await evening.closing.post("closing/erase") == console, "twice is once"
    assert await evening.seen() == after
    assert (await evening.closing.ask("closing"))[0] == (200 if signed else 409)
    # Whoever has the link can look again later, also with a console that is opened anew.
    assert await evening.closing.get("closing/stored") == console


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_g_a11_erasing_while_console_desk_and_phones_read(databases: Databases, tmp_path: Path, engine: EngineName) -> None:
    async with an_evening(databases, tmp_path, engine) as evening:
        await evening.ended()
        await evening.closing.post("closing/sign", {"version": 0})
        organizer, over = await evening.organizer(), asyncio.Event()
        seen: list[tuple[str, int]] = []

        async def reading(path: str, who: Bearer | None) -> None:
            while not over.is_set():
                status, _ = await (evening.asked() if who is None else who.ask(path))
                seen.append((path, status))

        one = f"desk/sessions/{evening.opened.id}"
        readers = [
            asyncio.create_task(reading(path, who))
            for path, who in (
                ("stored", None),
                ("closing", evening.closing),
                ("closing/stored", evening.closing),
                (f"{one}/export.json", organizer),
                (f"{one}/stored", organizer),
                ("desk", organizer),
            )
        ]
        await until(lambda: len({path for path, _ in seen}) == len(readers))
        asked = [await evening.closing.post("closing/erase") for _ in range(2)]
        over.set()
        await asyncio.gather(*readers)
        assert {status for _, status in seen} == {200}
        assert asked[-1]["state"] == "erased"
        assert left(await evening.seen()) == {"links", "session", "summary"}


@asynccontextmanager
async def reads_for_long(url: str, engine: EngineName) -> AsyncIterator[Database]:
    """Somebody who began to read before, and goes on: what they could still see stays in the files."""
    reader = open_database(url)
    try:
        async with reader.reading() if engine == "sqlite" else reader.transaction() as opened:
            connection: AsyncConnection = opened if isinstance(opened, AsyncConnection) else opened[0]
            if engine == "sqlite":
                await connection.exec_driver_sql("BEGIN")
            else:
                await connection.execute(sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
                await connection.execute(sql("SET idle_in_transaction_session_timeout = 0"))
            await connection.execute(select(session.c.id))
            yield reader
    finally:
        await reader.dispose()


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_g_a11_a_node_that_dies_while_it_erases_is_made_up_for_by_whoever_starts_next(
    databases: Databases, tmp_path: Path, engine: EngineName
) -> None:
    async with an_evening(databases, tmp_path, engine) as evening:
        await evening.ended()
        async with reads_for_long(evening.url, engine):
            erasing = asyncio.create_task(evening.closing.ask("closing/erase", {}))
            page = await evening.until("erasing")
            assert (left(page), page["line"], page["erasedMs"]) == ({"links", "session"}, "", None), "nothing is claimed yet"
            await evening.node.kill()
            with pytest.raises((http.client.HTTPException, ConnectionError)):
                await erasing
        evening.node = await evening.cluster.start()
        assert (await evening.until("erased"))["line"]
