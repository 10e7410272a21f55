"""A group before and in rooms on a node in this process, whose pages keep every frame: what tests of wishes about rooms have in common."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest_asyncio
from sqlalchemy import select

from realtime.opening import Opened, open_session
from realtime.simulated import Desk, Phone
from tests import nodes, raw
from tests.checks import named_events, open_next
from tests.engines import Databases
from tests.plans import rooms_plan
from tests.transcripts.evening import HeardDesk, HeardPhone
from workshop.domain import commands as c
from workshop.domain.events import RoomsFormed
from workshop.domain.words import Presence, SeatId
from workshop.records import tables
from workshop.records.engine import Database

PACE = 100.0
"""So that rooms which were announced can begin in a tenth of a second."""
LONG = 36_000
"""Seconds of a step: no test sees the next one."""
UNSEEN = ("beat", "done", "refused", "names", "welcome")
"""What says nothing about the session."""


class Group:
    """A console, a screen and so many phones, before rooms of pairs."""

    def __init__(self, door: raw.Door, opened: Opened) -> None:
        self.door, self.opened = door, opened
        self.console = HeardDesk(door.base, opened.console_secret)
        self.screen = HeardDesk(door.base, opened.screen_secret)
        self.phones: list[HeardPhone] = []
        self.run = 0
        self._notes = 0
        self._running: list[asyncio.Task[None]] = []

    @property
    def database(self) -> Database:
        return self.door.node.tools.database

    @property
    def pages(self) -> list[HeardDesk | HeardPhone]:
        return [self.console, self.screen, *self.phones]

    async def begin(self, *aliases: str) -> None:
        for desk in (self.console, self.screen):
            self.go_live(desk)
            await desk.until(lambda desk=desk: desk.shared is not None)  # type: ignore[misc]
        for alias in aliases:
            await self.come(HeardPhone(self.door.base, self.opened.code, alias))
        self.run = await open_next(self.console, 0, *self.pages)
        await self.told_of(nothing)  # whatever was on the way has arrived

    async def come(self, phone: HeardPhone) -> None:
        await phone.join()
        self.phones.append(phone)
        self.go_live(phone)
        await phone.until(lambda: phone.seat is not None and phone.position is not None)
        await self.console.until(lambda: self.console.desk is not None and self.console.desk.here >= len(self.phones))

    def go_live(self, page: Desk | Phone) -> None:
        self._running.append(asyncio.create_task(page.run()))

    def seat(self, alias: str) -> SeatId:
        assert self.console.desk is not None
        return next(person.seat for person in self.console.desk.people if person.alias == alias)

    def phone(self, alias: str) -> HeardPhone:
        return next(phone for phone in self.phones if phone.alias == alias)

    async def lead(self, command: c.ClientCommand) -> None:
        assert await self.console.do(command) is None

    async def make(self) -> list[set[str]]:
        """Rooms are proposed (once more); who is with whom, in the order of the rooms."""
        await self.lead(c.MakeRooms(run=self.run, round=1, mix="random"))
        formed = (await named_events(self.database, self.opened.id, "rooms_formed"))[-1]
        assert isinstance(formed, RoomsFormed)
        return [{self.alias(seat) for seat in (*room.seats, *room.watching)} for room in formed.rooms]

    def alias(self, seat: SeatId) -> str:
        assert self.console.desk is not None
        return next(person.alias for person in self.console.desk.people if person.seat == seat)

    async def keep_apart(self, asker: str, other: str, *, apart: bool = True) -> None:
        assert await self.phone(asker).do(c.KeepApart(seat=self.seat(other), apart=apart)) is None

    async def told_of(self, act: Callable[[], Awaitable[object]]) -> dict[str, list[str]]:
        """The kinds of frames that each page is told because of `act` and of a note after it."""
        fanout = self.door.node.hub.rooms[self.opened.id].fanout
        fanout.tick()  # what was decided so far is told on its own, and so is what `act` leads to
        marks = [len(page.heard) for page in self.pages]
        await act()
        fanout.tick()
        self._notes += 1
        await self.lead(c.SendNote(text=f"Note {self._notes}"))
        for page in self.pages:
            await page.until(lambda page=page: self._has_seen_the_note(page))  # type: ignore[misc]
        names = ["console", "screen", *(phone.alias for phone in self.phones)]
        return {name: kinds(page.heard[mark:]) for name, page, mark in zip(names, self.pages, marks, strict=True)}

    def _has_seen_the_note(self, page: HeardDesk | HeardPhone) -> bool:
        return page.shared is not None and page.shared.note == f"Note {self._notes}" and kinds(page.heard)[-1] == "at"

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


def kinds(frames: list[str]) -> list[str]:
    found = [str(msgspec.json.decode(frame)["t"]) for frame in frames]
    return [kind for kind in found if kind not in UNSEEN]


async def nothing() -> None:
    """What is done where only the note is."""


async def rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that is stored, by table."""
    async with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table))] for table in tables.metadata.sorted_tables
        }


Opening = Callable[..., Awaitable[Group]]


@pytest_asyncio.fixture
async def door(databases: Databases, tmp_path: Path) -> AsyncIterator[raw.Door]:
    async with raw.door(tmp_path, databases.fresh("sqlite"), beat=200, asleep_after=1_000, partner_quiet=1_500) as made:
        yield made


@pytest_asyncio.fixture
async def opening(door: raw.Door) -> AsyncIterator[Opening]:
    """Opens a session with these people, its stage of rooms open."""
    groups: list[Group] = []

    async def open_one(*aliases: str, presence: Presence = "together") -> Group:
        database, now = door.node.tools.database, door.node.tools.wall.now()
        opened = await open_session(
            database, rooms_plan(LONG), now, organization=nodes.ORGANIZATION, presence=presence, pace=PACE
        )
        groups.append(Group(door, opened))
        await groups[-1].begin(*aliases)
        return groups[-1]

    yield open_one
    for group in groups:
        await group.close()
