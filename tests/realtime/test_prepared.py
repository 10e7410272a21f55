"""What a node adds to a wish before it is decided, and what becomes of rows, on one node in memory."""

import random
from collections.abc import AsyncIterator

import pytest_asyncio
from sqlalchemy import select

from realtime import wire
from realtime.held import one_per_person
from realtime.room import SYSTEM
from realtime.secrets import open_note
from realtime.simulated_answers import OwnCard, own_card
from tests import ends
from tests.engines import Databases, open_session
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.events import LinesCollected
from workshop.domain.kind_states import AgreeState
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import NOTE_LENGTH, SeatId, SessionId, TextId
from workshop.records import tables
from workshop.records.engine import open_database
from workshop.records.reading import read_events

CONSOLE = Actor(role="facilitator")


class Group:
    def __init__(self, there: ends.World) -> None:
        self.there, self.chance = there, random.Random(2)
        self.phones: list[ends.Client] = []

    async def do(self, command: c.AnyCommand, actor: Actor = CONSOLE, place: int = 0) -> RefusalCode | None:
        refusal = await self.there.rooms[place].wish(ends.command_id(self.chance), command, actor)
        return None if refusal is None else refusal.code

    async def begin(self) -> None:
        for number in range(5):
            seat, alias = SeatId(f"seat-{number}"), TextId(f"text-{number}")
            await self.do(c.Join(seat=seat, key_hash=f"{number:064x}", alias=f"P{number}", alias_text=alias, mark=0), SYSTEM)
            phone = self.there.client("participant", seat)
            await phone.connect(self.there.rooms[0])
            self.phones.append(phone)

    def propose(self, number: int, card: OwnCard, counter: int = 1, receipt: str | None = None) -> wire.Held | wire.NotHeld:
        room = self.there.rooms[0]
        given = wire.GiveAnswer(run=1, counter=counter, answer=card.answer(), receipt=receipt)
        seat = SeatId(f"seat-{number}")
        return room.intake.take(room.session, (seat, seat), given, 1)

    async def collect(self) -> tuple[str, ...]:
        """The lines that this collection found."""
        assert await self.do(c.CollectLines(run=1)) is None
        room = self.there.rooms[0]
        stage = room.session.stage
        assert stage is not None
        assert stage.closing is not None
        self.there.clock.time = max(self.there.clock.time, stage.closing.grace_until)
        held = one_per_person(room.intake.held.all(), room.session.seat_of)
        assert await self.do(c.CompleteClosing(run=1, attempt=stage.closing.attempt, held=held), SYSTEM) is None
        facts = await read_events(self.there.database, self.there.session_id)
        return [one.event for one in facts if isinstance(one.event, LinesCollected)][-1].lines

    async def rows(self, kind: str) -> list[str]:
        async with self.there.database.reading() as connection:
            return list(await connection.scalars(select(tables.text.c.text).where(tables.text.c.kind == kind)))


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


async def test_lines_are_collected_again_and_again_and_what_was_held_is_forgotten_each_time(group: Group) -> None:
    await group.do(c.OpenStage(run=0, stage=0))
    first, second, third = own_card("One"), own_card("Two"), own_card("Three")
    held = group.propose(0, first)
    assert isinstance(held, wire.Held)
    assert await group.collect() == (first.id,)
    assert group.there.rooms[0].intake.answered() == 0
    # The phone repeats what is in already: it is held, and not gathered twice.
    repeated = group.propose(0, first, receipt=held.receipt)
    assert isinstance(repeated, wire.Held)
    assert repeated.nonce == held.nonce
    assert group.there.rooms[0].intake.answered() == 0
    again = group.propose(0, second, counter=2, receipt=held.receipt)
    assert isinstance(again, wire.Held)
    assert again.nonce != held.nonce
    group.propose(1, third)
    assert set(await group.collect()) == {second.id, third.id}
    assert group.there.rooms[0].session.receipts[0].nonces == (held.nonce,)
    assert again.nonce in group.there.rooms[0].session.receipts[1].nonces
    stage = group.there.rooms[0].session.stage
    assert stage is not None
    assert isinstance(stage.kind, AgreeState)
    assert {str(line) for line in stage.kind.proposed} == {str(card.id) for card in (first, second, third)}
    assert sorted(await group.rows("line")) == ["One", "Three", "Two"]
    assert await group.collect() == ()


async def test_a_note_to_all_replaces_the_one_before_and_an_empty_one_takes_it_off(group: Group) -> None:
    assert await group.do(c.SendNote(text=" Back at nine ")) is None
    assert await group.rows("note") == ["Back at nine"]
    assert await group.do(c.SendNote(text="Back at ten")) is None
    assert await group.rows("note") == ["Back at ten"]
    assert "Back at nine" not in group.there.rooms[0].texts.values()
    assert await group.do(c.SendNote(text="")) is None
    assert await group.rows("note") == []
    assert await group.do(c.SendNote(text="x" * (NOTE_LENGTH + 1))) == "text_too_long"


async def test_one_open_request_of_a_person_is_enough_and_only_they_take_it_back(group: Group) -> None:
    first, second = (Actor(role="participant", seat=SeatId(f"seat-{number}")) for number in (0, 1))
    for _ in range(2):
        assert await group.do(c.AskForPerson(), first) is None
    assert await group.rows("care") == ["seat-0"]
    (care,) = group.there.rooms[0].session.open_care()
    assert await group.do(c.TakeBackCare(care=care), second) == "unknown_person"
    assert await group.do(c.TakeBackCare(care=care), first) is None
    assert await group.do(c.AskForPerson(), first) is None
    assert len(await group.rows("care")) == 2
    (care,) = group.there.rooms[0].session.open_care()
    assert await group.do(c.SettleCare(care=care, outcome="answered")) is None
    assert await group.do(c.EndSession()) is None
    assert await group.rows("care") == []
    assert "seat-0" not in group.there.rooms[0].texts.values()


async def test_what_only_a_facilitator_may_is_refused_before_anything_is_looked_up(group: Group) -> None:
    someone = Actor(role="participant", seat=SeatId("seat-0"))
    for wish in (c.SendNote(text="x"), c.AddPerson(alias="x"), c.ReturnCard(run=1, card=own_card("x").id, note="x")):
        assert await group.do(wish, someone) == "not_permitted"


async def test_a_returned_card_leaves_a_note_that_its_key_opens(group: Group) -> None:
    await group.do(c.OpenStage(run=0, stage=1))
    cards = [own_card(f"Card {number}") for number in range(5)]
    for number, card in enumerate(cards):
        assert isinstance(group.propose(number, card), wire.Held)
    assert await group.do(c.CloseStage(run=1)) is None
    room = group.there.rooms[0]
    assert room.session.stage is not None
    assert room.session.stage.closing is not None
    group.there.clock.time = room.session.stage.closing.grace_until
    held = one_per_person(room.intake.held.all(), room.session.seat_of)
    assert await group.do(c.CompleteClosing(run=1, attempt=1, held=held), SYSTEM) is None
    assert await group.do(c.ReturnCard(run=1, card=cards[0].id, note="ы" * NOTE_LENGTH)) is None
    assert await group.do(c.ReturnCard(run=1, card=cards[1].id, note="Short")) is None
    notes = await group.rows("note")
    assert len({len(note) for note in notes}) == 1
    opened = [[open_note(card.note_key, note) for note in notes] for card in cards]
    assert opened == [["ы" * NOTE_LENGTH, None], [None, "Short"], *[[None, None]] * 3]


async def test_words_that_were_taken_back_leave_the_other_nodes_memory_and_are_not_looked_for_again(group: Group) -> None:
    assert await group.do(c.SendNote(text="Back at nine")) is None
    group.there.buses[0].told.clear()
    await group.there.look(1)
    other = group.there.rooms[1]
    assert "Back at nine" in other.texts.values()
    assert await group.do(c.SendNote(text="")) is None
    while group.there.buses[0].told:
        group.there.carry(0, lose=False)
    assert "Back at nine" not in other.texts.values()
    assert not other._words.lacks(other.session)
