"""A programme on a node in this process, with its people and its desk: what tests of programmes have in common."""

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from itertools import combinations
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
import pytest_asyncio

from realtime.desk_programmes import named
from realtime.opening import Opened, Terms, make_session, new_desk_link, new_links
from realtime.simulated import Desk, JoinRefused, Phone, post
from tests import nodes, raw
from tests.bearer import Bearer
from tests.checks import open_next
from tests.engines import Databases, EngineName
from workshop.domain import commands as c
from workshop.domain.plan import stages_of
from workshop.domain.words import LineId, OrganizationId
from workshop.library.loader import load_programme_session
from workshop.records.sessions import create_organization, set_help_page

SERIES = "twelve-weeks"
FIRST = load_programme_session(SERIES, 1)
AGREE = next(index for index, one in enumerate(stages_of(FIRST)) if one.template.kind == "agree")
ROOMS = next(index for index, one in enumerate(stages_of(FIRST)) if one.template.kind == "rooms")
NEW: dict[str, Any] = {
    "number": 1,
    "practice": True,
    "presence": "together",
    "floor": 5,
    "approval": False,
    "startsMs": None,
    "retentionDays": 7,
}
PACE = 100.0
"""So that rooms which were announced can begin in a tenth of a second."""


def place_of(words: str) -> str:
    """What a phone makes of its four words."""
    return hashlib.sha256(f"holdspace place:{' '.join(words.lower().split())}".encode()).hexdigest()[:32]


class Comer(Phone):
    """Somebody with a key of four words; `known`: they typed it by hand."""

    def __init__(self, base: str, code: str, alias: str, words: str, *, known: bool = False) -> None:
        super().__init__(base, code, alias, random.Random(alias), _never)
        self.words, self.known = words, known

    async def join(self) -> None:
        status, answer = await joining(self.base, self.code, self.alias, self.words, known=self.known, key=self.key)
        if status != 200:
            raise JoinRefused(answer["error"])

    async def room_mates(self) -> frozenset[str]:
        """The names in this phone's room, its own among them, once it has begun."""
        await self.until(lambda: self.room is not None and self.room.state == "running")
        assert self.room is not None
        return frozenset(member.alias for member in self.room.members)


async def _never() -> None:
    await asyncio.Event().wait()


async def joining(
    base: str, code: str, alias: str, words: str | None, *, known: bool = False, key: str | None = None
) -> tuple[int, dict[str, Any]]:
    place = {} if words is None else {"place": place_of(words), "known": known}
    body: dict[str, Any] = {"code": code, "alias": alias, "key": key or token_hex(16), **place}
    return await post(base, "/api/join", body)


class Programme:
    """One on a node in this process, led from the desk."""

    def __init__(self, door: raw.Door, desk: Bearer, programme_id: str) -> None:
        self.door, self.desk, self.id = door, desk, programme_id
        self.database = door.node.tools.database
        self._running: list[asyncio.Task[None]] = []

    async def session(self, number: int, *, pace: float = PACE, approval: bool = False, practice: bool = False) -> Opened:
        """A live one, in which time goes faster than the desk's own sessions have it."""
        plan = named(load_programme_session(SERIES, number), "Tuesdays")
        terms = Terms(practice=practice, presence="together", floor=1 if practice else 5, approval=approval)
        now = self.door.node.tools.wall.now()
        made = await make_session(self.database, plan, now, nodes.ORGANIZATION, terms, pace=pace, programme=(self.id, number))
        return await new_links(self.database, made)

    async def console(self, opened: Opened) -> Desk:
        console = Desk(self.door.base, opened.console_secret)
        self.run(console)
        await console.until(lambda: console.desk is not None)
        return console

    async def comes(self, opened: Opened, alias: str, words: str, *, known: bool = False) -> Comer:
        phone = Comer(self.door.base, opened.code, alias, words, known=known)
        await phone.join()
        self.run(phone)
        await phone.until(lambda: phone.seat is not None and phone.shared is not None)
        return phone

    def run(self, page: Desk | Phone) -> None:
        self._running.append(asyncio.create_task(page.run()))

    async def members(self, opened: Opened) -> dict[str, dict[str, Any]]:
        """By alias."""
        page = await Bearer(self.door.base, opened.console_secret).get("members")
        return {one["alias"]: one for one in page["members"]}

    async def row(self) -> dict[str, Any]:
        return dict(next(one for one in (await self.desk.get("desk"))["programmes"] if one["id"] == self.id))

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


@pytest_asyncio.fixture
async def door(databases: Databases, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[raw.Door]:
    """On SQLite, where a test does not name an engine."""
    engine: EngineName = getattr(request, "param", "sqlite")
    async with raw.door(tmp_path, databases.fresh(engine)) as made:
        yield made


@pytest_asyncio.fixture
async def desk(door: raw.Door) -> Bearer:
    return Bearer(door.base, await new_desk_link(door.node.tools.database, nodes.ORGANIZATION))


@pytest_asyncio.fixture
async def other_desk(door: raw.Door) -> Bearer:
    database, others = door.node.tools.database, OrganizationId("others")
    await create_organization(database, others, "Others")
    await set_help_page(database, others, "Their own words.", 1)
    return Bearer(door.base, await new_desk_link(database, others))


@pytest_asyncio.fixture
async def programme(door: raw.Door, desk: Bearer) -> AsyncIterator[Programme]:
    made = await desk.post("desk/programmes", {"offer": SERIES, "title": "Tuesdays"})
    there = Programme(door, desk, made["id"])
    yield there
    await there.close()


async def in_rooms(console: Desk, phones: list[Comer]) -> set[frozenset[str]]:
    """Rooms are made, begun and ended; who was with whom, by the names their phones showed them."""
    run = await open_next(console, ROOMS, *phones)
    assert await console.do(c.MakeRooms(run=run, round=1)) is None
    assert await console.do(c.AnnounceRooms(run=run, round=1)) is None
    while (refused := await console.do(c.StartRooms(run=run, round=1))) == "rooms_announced":
        pass  # each try is a way to the server and back
    assert refused is None
    together = {await phone.room_mates() for phone in phones}
    assert await console.do(c.EndRooms(run=run)) is None
    return {frozenset(pair) for room in together for pair in combinations(room, 2)}


async def agreed(console: Desk) -> tuple[str, ...]:
    """The first two lines that the template proposes are kept."""
    run = await open_next(console, AGREE)
    assert await console.do(c.AdoptLines(run=run, lines=(LineId("start-0"), LineId("start-1")))) is None
    await console.until(lambda: console.shared is not None and len(console.shared.agreements) == 2)
    assert console.shared is not None
    return console.shared.agreements
