"""G-A4: sharing and passing look alike. What every other phone receives has the same number of frames and the same sizes."""

import random
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest

from realtime import wire
from realtime.held import one_per_person
from realtime.room import SYSTEM
from tests import ends, plans
from tests.engines import Databases, open_session
from tests.realtime.circle_plans import of_kinds
from tests.realtime.dealing_plans import PAGE, dealing_plan
from workshop.domain import commands as c
from workshop.domain.answers import Answer, DoneAnswer, PassAnswer, TakenBack
from workshop.domain.asides import VEILS, Aside
from workshop.domain.deciding import Actor
from workshop.domain.kind_states import CircleState
from workshop.domain.plan import Plan
from workshop.domain.words import CONTENT_NOTE_LENGTH, SeatId, SessionId, TextId
from workshop.records.engine import open_database

CONSOLE = Actor(role="facilitator")
PEOPLE = 6
Play = Callable[["Evening"], Awaitable[None]]


class Evening:
    """Six people on two nodes; the first one's phone is watched by nobody here, the others' frames are all kept."""

    def __init__(self, there: ends.World) -> None:
        self.there, self.chance = there, random.Random(4)
        self.phones: list[ends.Client] = []
        self.frames: list[list[str]] = [[] for _ in range(PEOPLE)]

    async def do(self, command: c.AnyCommand, actor: Actor = CONSOLE) -> None:
        refusal = await self.there.rooms[0].wish(ends.command_id(self.chance), command, actor)
        assert refusal is None, refusal
        await self.shown()

    async def shown(self) -> None:
        """What was decided reaches everybody: one tick of both nodes."""
        for place in (0, 1):
            while self.there.buses[place].told:
                self.there.carry(place, lose=False)
        await self.there.settled()
        for room in self.there.rooms:
            room.fanout.tick()
        for frames, phone in zip(self.frames, self.phones, strict=False):
            assert phone.wire is not None
            frames.extend(phone.wire.on_the_way)
            phone.wire.on_the_way.clear()

    async def begin(self, stage: int) -> None:
        for number in range(PEOPLE):
            seat, alias = SeatId(f"seat-{number}"), TextId(f"text-{number}")
            await self.do(c.Join(seat=seat, key_hash=f"{number:064x}", alias=f"P{number}", alias_text=alias, mark=0), SYSTEM)
        await self.do(c.OpenStage(run=0, stage=stage))
        for number in range(PEOPLE):
            phone = self.there.client("participant", SeatId(f"seat-{number}"))
            await phone.connect(self.there.rooms[number % 2])
            self.phones.append(phone)
        await self.shown()

    async def answer(self, number: int, answer: Answer) -> None:
        self.phones[number].answer(wire.GiveAnswer(run=1, counter=1, answer=answer))
        await self.shown()

    async def close(self) -> None:
        await self.do(c.CloseStage(run=1))
        stage = self.there.rooms[0].session.stage
        assert stage is not None
        assert stage.closing is not None
        self.there.clock.time = stage.closing.grace_until
        held = [one for room in self.there.rooms for one in room.intake.held.all()]
        seat_of = self.there.rooms[0].session.seat_of
        await self.do(c.CompleteClosing(run=1, attempt=1, held=one_per_person(held, seat_of)), SYSTEM)


async def sizes(databases: Databases, stage: int, play: Play, plan: Plan | None = None) -> list[list[int]]:
    """The sizes of all frames that each phone but the first received, in order."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=plan or of_kinds("wall", "circle", "tally"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            evening = Evening(there)
            await evening.begin(stage)
            await play(evening)
            return [[len(frame.encode()) for frame in frames] for frames in evening.frames[1:]]
    finally:
        await database.dispose()


def all_answer(first: Answer) -> Play:
    """Everybody writes a card, the first one gives this; then the stage is closed."""

    async def play(evening: Evening) -> None:
        await evening.answer(0, first)
        for number in range(1, PEOPLE):
            await evening.answer(number, plans.card(f"Card {number}"))
        await evening.close()

    return play


async def test_g_a4_others_receive_the_same_whether_somebody_shares_or_passes(databases: Databases) -> None:
    shared = await sizes(databases, 0, all_answer(plans.card("Something long that only I could have written, at some length.")))
    passed = await sizes(databases, 0, all_answer(PassAnswer()))
    covered = plans.card("Covered.", Aside(veils=VEILS, note="\u00e9" * CONTENT_NOTE_LENGTH, nameable=True))
    assert shared == passed == await sizes(databases, 0, all_answer(covered))
    assert all(len(frames) > 8 for frames in shared)


async def test_g_a4_the_comparison_sees_a_difference_where_there_is_one(databases: Databases) -> None:
    async def rests(evening: Evening) -> None:
        await evening.do(c.Rest(), Actor(role="participant", seat=SeatId("seat-0")))
        for number in range(1, PEOPLE):
            await evening.answer(number, plans.card(f"Card {number}"))
        await evening.close()

    assert await sizes(databases, 0, all_answer(PassAnswer())) != await sizes(databases, 0, rests)


def _circle(evening: Evening) -> CircleState:
    stage = evening.there.rooms[0].session.stage
    assert stage is not None
    assert isinstance(stage.kind, CircleState)
    return stage.kind


async def test_g_a4_a_turn_that_is_spoken_passed_or_ended_for_somebody_looks_the_same(databases: Databases) -> None:
    """There is one wish for all three, so what can differ is only who sends it and how long it took."""

    def turn(by_console: bool, seconds: int) -> Play:
        async def play(evening: Evening) -> None:
            await evening.do(c.StartCircle(run=1))
            while (now := _circle(evening).now) is not None:
                evening.there.clock.time += seconds * 1000 if now == SeatId("seat-0") else 5000
                actor = CONSOLE if by_console and now == SeatId("seat-0") else Actor(role="participant", seat=now)
                await evening.do(c.EndTurn(run=1, turn=_circle(evening).turn), actor)

        return play

    spoken = await sizes(databases, 1, turn(by_console=False, seconds=19))
    passed = await sizes(databases, 1, turn(by_console=False, seconds=1))
    ended = await sizes(databases, 1, turn(by_console=True, seconds=9))
    assert spoken == passed == ended
    assert all(len(frames) > PEOPLE for frames in spoken)


@pytest.mark.parametrize(
    "answer", [PassAnswer(), plans.card("A card"), plans.card("A card", Aside(note="covered", nameable=True))]
)
async def test_g_a4_the_receipt_of_a_pass_is_as_long_as_that_of_a_card(databases: Databases, answer: Answer) -> None:
    found: list[Any] = []

    async def play(evening: Evening) -> None:
        before = len(evening.frames[0])
        await evening.answer(0, answer)
        found.extend(frame for frame in evening.frames[0][before:] if msgspec.json.decode(frame)["t"] == "held")

    await sizes(databases, 0, play)
    assert [len(frame) for frame in found] == [len('{"t":"held","run":1,"counter":1,"nonce":"","receipt":""}') + 32 + 59]


def a_page_of(*first: Answer) -> Play:
    """The first person does this with a private page, the others are done; then the group goes on."""

    async def play(evening: Evening) -> None:
        for answer in first:
            await evening.answer(0, answer)
        for number in range(1, PEOPLE):
            await evening.answer(number, DoneAnswer())
        await evening.do(c.OpenStage(run=1, stage=1))

    return play


async def test_g_a4_others_receive_the_same_whatever_somebody_does_with_a_private_page(databases: Databases) -> None:
    """Done, passed, taken up again, or nothing at all: on the other phones nothing happens."""
    done = await sizes(databases, PAGE, a_page_of(DoneAnswer()), dealing_plan())
    passed = await sizes(databases, PAGE, a_page_of(PassAnswer()), dealing_plan())
    again = await sizes(databases, PAGE, a_page_of(DoneAnswer(), TakenBack()), dealing_plan())
    nothing = await sizes(databases, PAGE, a_page_of(), dealing_plan())
    assert done == passed == again == nothing
    assert all(len(frames) > 8 for frames in done)


@pytest.mark.parametrize("answer", [DoneAnswer(), PassAnswer(), TakenBack()])
async def test_g_a4_the_receipt_of_a_private_page_has_one_size(databases: Databases, answer: Answer) -> None:
    found: list[Any] = []

    async def play(evening: Evening) -> None:
        before = len(evening.frames[0])
        await evening.answer(0, answer)
        found.extend(frame for frame in evening.frames[0][before:] if msgspec.json.decode(frame)["t"] == "held")

    await sizes(databases, PAGE, play, dealing_plan())
    assert [len(frame) for frame in found] == [len('{"t":"held","run":1,"counter":1,"nonce":"","receipt":""}') + 32 + 59]


def checks_in(marks: tuple[str, ...] | None) -> Play:
    """The first one chooses these (none: "not now"), or does nothing at all; the others answer, and words are shown."""

    async def play(evening: Evening) -> None:
        await evening.do(c.OpenCheckIn(after=0))
        for number, phone in enumerate(evening.phones):
            chosen = ("safety:2", "mood:4") if number else marks
            if chosen is not None:
                phone.tap(wire.Tap(run=1, counter=1, marks=chosen, about="check_in", first=True))
        await evening.shown()
        counts = (0, PEOPLE, 0, 0, 0)
        await evening.do(c.ShowCheckIn(check_in=1, feeling="safety", counts=counts, people=PEOPLE, changes=PEOPLE), SYSTEM)
        await evening.do(c.CloseCheckIn(check_in=1))

    return play


async def test_g_a4_others_receive_the_same_whatever_somebody_does_in_a_check_in(databases: Databases) -> None:
    received = [await sizes(databases, 0, checks_in(marks)) for marks in (("safety:1", "energy:1"), ("mood:5",), (), None)]
    assert all(one == received[0] for one in received)
    assert all(frames for frames in received[0])
