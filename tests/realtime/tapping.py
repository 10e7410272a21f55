"""Seven people who tap on two nodes without sockets: what tests of gauges have in common."""

import random
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest_asyncio

from realtime import wire
from realtime.bus import Sealed
from realtime.held import one_per_person
from realtime.room import SYSTEM
from realtime.sealed import opened
from realtime.simulated_answers import own_card
from realtime.taps import GAUGED, Gauged
from tests import ends
from tests.engines import Databases, open_session
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.events import AnyEvent, GaugeShown
from workshop.domain.kind_states import WallState
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, SeatId, SessionId, TextId
from workshop.records.engine import open_database
from workshop.records.reading import read_events

LISTENED = 10_000
"""Milliseconds after which a node knows what all others hold."""
CONSOLE = Actor(role="facilitator")


class Group:
    """Seven people of a real session (F = 5), the first four at node a, in the agreements."""

    def __init__(self, there: ends.World) -> None:
        self.there = there
        self.chance = random.Random(7)
        self.seats = [SeatId(f"seat-{number}") for number in range(7)]
        self.phones: list[ends.Client] = []
        self.counters = [0] * 7
        self.run = 1
        self.tapped: dict[tuple[int, int], tuple[str, ...]] = {}
        """By person and run."""

    async def do(self, command: c.AnyCommand, actor: Actor = CONSOLE, place: int = 0) -> RefusalCode | None:
        refusal = await self.there.rooms[place].wish(ends.command_id(self.chance), command, actor)
        await self.told()
        return None if refusal is None else refusal.code

    async def begin(self) -> None:
        for number, seat in enumerate(self.seats):
            alias = TextId(f"text-{number}")
            assert (
                await self.do(c.Join(seat=seat, key_hash=f"{number:064x}", alias=f"P{number}", alias_text=alias, mark=0), SYSTEM)
                is None
            )
        assert await self.do(c.OpenStage(run=0, stage=0)) is None
        for number, seat in enumerate(self.seats):
            phone = self.there.client("participant", seat)
            self.phones.append(phone)
            await phone.connect(self.there.rooms[number // 4])
        await self.later(LISTENED)

    async def told(self) -> None:
        """Everything that the nodes say reaches the other one, and what follows from it is decided."""
        quiet = 0
        while quiet < 3:
            notes = sum(len(bus.told) for bus in self.there.buses)
            for place in (0, 1):
                self.there.carry(place, lose=False)
            await self.there.settled()
            await ends.passed()
            quiet = 0 if notes or any(room.gauges.wishing for room in self.there.rooms) else quiet + 1

    async def tap(self, number: int, *marks: str) -> None:
        """From now on exactly these are tapped."""
        self.counters[number] += 1
        first = (number, self.run) not in self.tapped
        self.tapped[number, self.run] = marks
        self.phones[number].tap(wire.Tap(run=self.run, counter=self.counters[number], marks=marks, first=first))
        await self.told()

    async def again(self, number: int) -> None:
        """The phone says what it has tapped once more, as after a reconnect."""
        marks = self.tapped[number, self.run]
        self.phones[number].tap(wire.Tap(run=self.run, counter=self.counters[number], marks=marks))
        await self.told()

    async def move(self, number: int, place: int) -> None:
        """The phone's line breaks, and it goes on at another node."""
        self.phones[number].drop()
        await self.phones[number].connect(self.there.rooms[place])
        await self.again(number)

    async def wall(self) -> tuple[CardId, ...]:
        """Everybody wrote a card, and all of them are on the wall."""
        assert await self.do(c.OpenStage(run=1, stage=1)) is None
        self.run = 2
        for number, phone in enumerate(self.phones):
            phone.answer(wire.GiveAnswer(run=2, counter=1, answer=own_card(f"Card {number}").answer()))
        assert await self.do(c.CloseStage(run=2)) is None
        stage = self.there.rooms[0].session.stage
        assert stage is not None
        assert stage.closing is not None
        self.there.clock.time = stage.closing.grace_until
        held = one_per_person([one for room in self.there.rooms for one in room.intake.held.all()], lambda seat: seat)
        assert await self.do(c.CompleteClosing(run=2, attempt=1, held=held), SYSTEM) is None
        cards = self.queue()
        for card in cards:
            assert await self.do(c.ApproveCard(run=2, card=card)) is None
        assert await self.do(c.ReleaseCards(run=2)) is None
        await self.later(LISTENED)
        return cards

    def queue(self) -> tuple[CardId, ...]:
        stage = self.there.rooms[0].session.stage
        assert stage is not None
        assert isinstance(stage.kind, WallState)
        assert len(stage.kind.queue) == 7
        return stage.kind.queue

    async def rewritten(self, card: CardId) -> None:
        """It has other words, and is on the wall again."""
        assert await self.do(c.RewriteCard(card=card, text="Other words"), SYSTEM) is None
        assert await self.do(c.ApproveCard(run=2, card=card, rewrites=1)) is None
        assert await self.do(c.ReleaseCards(run=2)) is None

    async def later(self, by: int) -> None:
        """The nodes hear of each other shortly before the time is over, and when it is."""
        for passed in (by - 1, 1):
            self.there.clock.time += passed
            for room in self.there.rooms:
                room.beat()
            await self.told()

    async def next_beat(self) -> None:
        """Until totals may be shown again."""
        now = self.there.clock.time
        await self.later(next_showing(now) - now)

    async def facts(self, kind: type[AnyEvent]) -> list[Any]:
        recorded = await read_events(self.there.database, self.there.session_id)
        return [one.event for one in recorded if isinstance(one.event, kind)]

    async def shown(self) -> list[dict[str, int]]:
        return [one.totals for one in await self.facts(GaugeShown)]

    def gauged(self, place: int) -> list[Gauged]:
        """What node `place` has told of taps and is still on its way, as the other node reads it."""
        tools = self.there.rooms[1 - place].tools
        notes = [note for note in self.there.buses[place].told if isinstance(note, Sealed) and note.purpose == "gauged"]
        told = [opened(tools, self.there.session_id, note, GAUGED) for note in notes]
        assert None not in told
        return [one for one in told if one is not None]

    def answers(self, number: int) -> list[wire.ToPage]:
        phone = self.phones[number]
        assert phone.wire is not None
        frames = [msgspec.json.decode(frame, type=wire.ToPage) for frame in phone.wire.on_the_way]
        return [frame for frame in frames if isinstance(frame, (wire.Tapped, wire.NotTapped))]


@pytest_asyncio.fixture
async def group(databases: Databases) -> AsyncIterator[Group]:
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=of_kinds("agree", "wall"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            made = Group(there)
            await made.begin()
            yield made
    finally:
        await database.dispose()


def resonate(card: CardId) -> str:
    return f"resonate:{card}"
