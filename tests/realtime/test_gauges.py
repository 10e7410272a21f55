"""Taps: totals of enough people, seldom, and never whose; an open question at once. Two nodes without sockets, and two real ones."""

import random
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from realtime import wire
from realtime.bus import Gauged
from realtime.held import one_per_person
from realtime.room import SYSTEM
from realtime.simulated import Page
from realtime.simulated_answers import own_card
from tests import checks, ends
from tests.engines import Databases, open_session
from tests.nodes import Cluster
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.events import AnyEvent, GaugeShown, LinesQuestioned
from workshop.domain.parts import AgreeView
from workshop.domain.refusals import RefusalCode
from workshop.domain.session import WallState
from workshop.domain.words import GAUGE_EVERY, MOST_MARKS, CardId, LineId, SeatId, SessionId, TextId
from workshop.records.engine import open_database
from workshop.records.reading import read_events

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
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
        self.counters[number] += 1
        self.phones[number].tap(wire.Tap(run=self.run, counter=self.counters[number], marks=marks))
        await self.told()

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
        self.there.clock.time += by
        for room in self.there.rooms:
            room.beat()
        await self.told()

    async def facts(self, kind: type[AnyEvent]) -> list[Any]:
        recorded = await read_events(self.there.database, self.there.session_id)
        return [one.event for one in recorded if isinstance(one.event, kind)]

    async def shown(self) -> list[dict[str, int]]:
        return [one.totals for one in await self.facts(GaugeShown)]

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


async def test_totals_are_shown_when_enough_people_on_all_nodes_used_the_gauge(group: Group) -> None:
    for number in (0, 1, 4, 5):
        await group.tap(number, "support:start-0")
    assert await group.shown() == []
    await group.tap(6, "support:start-1")
    assert await group.shown() == [{"support:start-0": 4, "support:start-1": 1}]


async def test_totals_are_shown_again_when_enough_changed_and_not_before_their_time(group: Group) -> None:
    for number in range(5):
        await group.tap(number, "support:start-0")
    for number in (0, 1, 4):
        await group.tap(number)
    assert len(await group.shown()) == 1
    await group.later(GAUGE_EVERY - 1000)
    assert len(await group.shown()) == 1
    await group.tap(5, "support:start-0")
    await group.tap(6, "support:start-0")
    await group.later(1000)
    # Five changed, and only four use it now.
    assert len(await group.shown()) == 1
    await group.tap(0, "support:start-2")
    assert (await group.shown())[1:] == [{"support:start-0": 4, "support:start-2": 1}]


async def test_two_changes_show_nothing(group: Group) -> None:
    for number in range(7):
        await group.tap(number, "support:start-0")
    assert await group.shown() == [{"support:start-0": 5}]
    await group.later(GAUGE_EVERY)
    assert len(await group.shown()) == 1
    await group.tap(0, "support:start-0", "support:start-1")
    assert (await group.shown())[1:] == [{"support:start-0": 7, "support:start-1": 1}]


async def test_an_open_question_is_told_at_once_and_only_as_a_yes_or_no(group: Group) -> None:
    await group.tap(5, "question:start-1")
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-1"),)]
    await group.tap(0, "question:start-1")
    assert len(await group.facts(LinesQuestioned)) == 1
    await group.tap(5)
    assert len(await group.facts(LinesQuestioned)) == 1
    await group.tap(0)
    assert [one.lines for one in await group.facts(LinesQuestioned)][1:] == [()]
    assert await group.shown() == []


@pytest.mark.parametrize("place", [0, 1])
async def test_a_line_with_an_open_question_on_another_node_is_not_kept(group: Group, place: int) -> None:
    await group.tap(5, "question:start-1")
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-1"),)), place=place) == "line_questioned"
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-0"),)), place=place) is None
    await group.tap(5)
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-1"),)), place=place) is None


async def test_a_phone_that_moves_to_another_node_is_counted_once(group: Group) -> None:
    for number in (0, 1, 4, 5):
        await group.tap(number, "support:start-0")
    phone = group.phones[0]
    phone.drop()
    await phone.connect(group.there.rooms[1])
    phone.tap(wire.Tap(run=1, counter=group.counters[0], marks=("support:start-0",)))
    await group.told()
    assert await group.shown() == []
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [False, True]
    await group.tap(6, "support:start-0")
    assert await group.shown() == [{"support:start-0": 5}]


async def test_a_phone_whose_move_was_not_heard_of_is_counted_once_after_the_next_beat(group: Group) -> None:
    await group.tap(0, "support:start-0")
    phone = group.phones[0]
    phone.drop()
    await phone.connect(group.there.rooms[1])
    while group.there.buses[1].told:
        group.there.carry(1, lose=True)
    phone.tap(wire.Tap(run=1, counter=1, marks=("support:start-0",)))
    await group.told()
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [True, True]
    await group.later(500)
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [False, True]


async def test_who_leaves_takes_their_taps_along_and_who_rests_does_not(group: Group) -> None:
    for number in range(4):
        await group.tap(number, "support:start-0")
    await group.do(c.Rest(), Actor(role="participant", seat=group.seats[0]))
    await group.do(c.Leave(), Actor(role="participant", seat=group.seats[1]))
    assert [group.there.rooms[0].gauges.held(group.seats[number]) for number in (0, 1)] == [True, False]
    await group.tap(1, "support:start-0")
    assert isinstance(group.answers(1)[-1], wire.NotTapped)


async def test_nothing_between_the_nodes_names_a_seat_or_says_what_one_person_of_several_tapped(group: Group) -> None:
    for number in range(3):
        group.phones[number].tap(wire.Tap(run=1, counter=1, marks=("support:start-0", "question:start-1")))
    notes = [note for note in group.there.buses[0].told if isinstance(note, Gauged)]
    assert notes[-1].totals == {"support:start-0": 3}
    assert notes[-1].questioned == (LineId("start-1"),)
    assert not any("seat-" in repr(note) for note in notes)


async def test_what_is_not_shown_cannot_be_tapped_and_nobody_taps_without_end(group: Group) -> None:
    codes: list[RefusalCode] = []
    for marks in (
        ("support:unknown",),
        ("resonate:start-0",),
        ("applause:start-0",),
        tuple(["support:start-0"] * (MOST_MARKS + 1)),
    ):
        group.phones[0].tap(wire.Tap(run=1, counter=1, marks=marks))
    group.phones[0].tap(wire.Tap(run=2, counter=1, marks=()))
    for answer in group.answers(0):
        assert isinstance(answer, wire.NotTapped)
        codes.append(answer.code)
    assert codes == ["unknown_line"] * 3 + ["too_many_marks", "stale_stage"]
    assert not group.there.rooms[0].gauges.held(group.seats[0])


async def test_an_older_set_of_taps_does_not_replace_a_newer_one(group: Group) -> None:
    group.phones[0].tap(wire.Tap(run=1, counter=2, marks=("question:start-0",)))
    group.phones[0].tap(wire.Tap(run=1, counter=1, marks=()))
    assert [type(answer) for answer in group.answers(0)] == [wire.Tapped] * 2
    await group.told()
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-0"),)]


async def test_of_two_phones_of_one_person_the_newer_one_is_heard(group: Group) -> None:
    group.counters[0] = 8
    await group.tap(0, "question:start-0")
    group.there.clock.time += 1
    group.phones[1].drop()
    await group.phones[1].connect(group.there.rooms[0])
    assert await group.do(c.MergeSeats(seat=group.seats[0], into=group.seats[1])) is None
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-0"),)]
    await group.tap(1)
    assert [one.lines for one in await group.facts(LinesQuestioned)][1:] == [()]


def resonate(card: CardId) -> str:
    return f"resonate:{card}"


async def test_resonance_with_the_old_words_never_comes_back_to_the_new_ones(group: Group) -> None:
    cards = await group.wall()
    for number in range(7):
        await group.tap(number, resonate(cards[0]))
    assert (await group.shown())[-1] == {resonate(cards[0]): 5}
    await group.rewritten(cards[0])
    for number in range(7):
        await group.tap(number, resonate(cards[0]), resonate(cards[1]))  # as a phone that slept meanwhile says it
    await group.later(GAUGE_EVERY)
    assert (await group.shown())[-1] == {resonate(cards[1]): 7}
    for number in range(5):
        await group.tap(number, resonate(cards[1]))
        await group.tap(number, resonate(cards[0]), resonate(cards[1]))
    await group.later(GAUGE_EVERY)
    assert (await group.shown())[-1] == {resonate(cards[0]): 5, resonate(cards[1]): 7}


@pytest.mark.parametrize("again", [False, True])
async def test_a_phone_that_still_has_a_tap_on_a_card_that_is_gone_can_go_on_tapping(group: Group, again: bool) -> None:
    cards = await group.wall()
    await group.tap(0, resonate(cards[0]))
    assert await group.do(c.WithdrawCard(card=cards[0]), SYSTEM) is None
    if again:
        group.phones[0].drop()
        await group.phones[0].connect(group.there.rooms[1])
    await group.tap(0, resonate(cards[0]), resonate(cards[1]))
    assert isinstance(group.answers(0)[-1], wire.Tapped)
    await group.tap(0, resonate(CardId("0" * 32)))
    assert group.answers(0)[-1] == wire.NotTapped(run=2, counter=group.counters[0], code="unknown_card")


async def test_the_next_stage_knows_no_taps_of_the_one_before(group: Group) -> None:
    await group.tap(0, "question:start-0")
    assert await group.do(c.OpenStage(run=1, stage=1)) is None
    assert not any(room.gauges.held(group.seats[0]) for room in group.there.rooms)
    assert all(room.gauges.questioned() == () for room in group.there.rooms)


async def test_a_node_that_opens_the_session_later_takes_no_question_for_settled(databases: Databases) -> None:
    """It knows nobody's taps yet: neither what the other node holds nor what the phones bring anew."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=of_kinds("agree", "wall"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            group = Group(there)
            await group.begin()
            await group.tap(0, "question:start-0")
        async with ends.world(database, SessionId("s1"), random.Random(2)) as there:
            again = Group(there)
            again.chance = random.Random(8)  # other command ids: the same ones are done already
            await again.told()
            assert [one.lines for one in await again.facts(LinesQuestioned)] == [(LineId("start-0"),)]
            assert await again.do(c.AdoptLines(run=1, lines=(LineId("start-0"),)), place=1) == "line_questioned"
            await again.later(LISTENED)
            assert [one.lines for one in await again.facts(LinesQuestioned)] == [(LineId("start-0"),), ()]
    finally:
        await database.dispose()


@ON_SQLITE
async def test_a_due_gauge_is_shown_by_itself_on_two_real_nodes(cluster: Cluster) -> None:
    """20 s of the session's clock pass; nobody taps again when they are over."""
    running = await cluster.start_many(2)
    opened = await cluster.open(of_kinds("agree", "wall"), pace=8)
    desk = await cluster.desk(running[0].base, opened)
    phones = await cluster.phones([node.base for node in running] * 3, opened)
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones:
        await phone.tap(run, ["support:start-0"])
    for page in (desk, *phones):
        # On both nodes: a tap that comes before its node knows of the totals counts as told with them.
        await page.until(lambda page=page: support(page) in (5, 6))  # type: ignore[misc]
    for phone in phones[:4]:
        await phone.tap(run, ["support:start-0", "support:start-1"])
    # The fourth comes with the next totals where these were due between two taps.
    await desk.until(lambda: support(desk, 1) in (3, 4))
    shown = await checks.named_events(cluster.database, opened.id, "gauge_shown")
    assert len(shown) >= 2
    await cluster.move(running[1], phones[0])
    await phones[0].until(lambda: phones[0].taps_taken == 2)
    await phones[1].tap(run, ["support:start-0", "question:start-1"])
    for phone in phones:
        await phone.until(lambda phone=phone: questioned(phone) == ["start-1"])  # type: ignore[misc]


def _lines(page: Page) -> AgreeView:
    assert page.shared is not None
    assert page.shared.stage is not None
    assert isinstance(page.shared.stage.body, AgreeView)
    return page.shared.stage.body


def support(page: Page, line: int = 0) -> int | None:
    return _lines(page).lines[line].support


def questioned(page: Page) -> list[str]:
    return [line.id for line in _lines(page).lines if line.question]
