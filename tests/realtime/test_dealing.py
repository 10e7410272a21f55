"""Dealt cards: everybody is dealt somebody else's, all about equally often, and who was dealt what is in nobody's memory but the node's."""

import random
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping

import msgspec
import pytest
import pytest_asyncio

from realtime import wire
from realtime.dealing import NEIGHBOURS, Dealing
from realtime.simulated import Desk, Phone
from tests import checks, ends
from tests.checks import all_closed, answered
from tests.domain.given import DEAL as DOMAIN_DEAL
from tests.domain.given import SYSTEM, Story, a_broad_session, card_id, held, person, seat, text_answer
from tests.engines import Databases, open_session
from tests.nodes import Cluster
from tests.plans import card
from tests.realtime.dealing_plans import DEAL, PAGE, REPLY, dealing_plan
from tests.realtime.test_g_a4 import CONSOLE, Evening
from workshop.domain import commands as c
from workshop.domain.events import WallClosed
from workshop.domain.kind_states import WallState
from workshop.domain.kinds.wall import standing
from workshop.domain.parts import WallView
from workshop.domain.session import Session
from workshop.domain.words import CardId, SeatId, SessionId
from workshop.records.engine import open_database

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
PEOPLE = 9


def dealt_stage(people: int = PEOPLE) -> Story:
    """Everybody has written one card, named by their number; all are released."""
    story = Story(a_broad_session()).people(people).open(DOMAIN_DEAL)
    story.close([held(number, text_answer(number, f"Card {number}")) for number in range(1, people + 1)])
    for one in story.wall.queue:
        story.do(c.ApproveCard(run=1, card=one))
    story.do(c.ReleaseCards(run=1))
    return story


def drawn(dealing: Dealing, story: Story, number: int) -> tuple[CardId, ...]:
    return tuple(one.id for one in dealing.dealt(story.session, story.texts, seat(number), story.run))


@pytest.mark.parametrize("seed", range(20))
def test_everybody_is_dealt_two_cards_of_which_one_is_not_their_own(seed: int) -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(seed))
    for number in range(1, PEOPLE + 1):
        cards = drawn(dealing, story, number)
        assert len(set(cards)) == NEIGHBOURS


@pytest.mark.parametrize("seed", range(20))
def test_every_card_is_dealt_about_equally_often(seed: int) -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(seed))
    cards = {number: drawn(dealing, story, number) for number in range(1, PEOPLE + 1)}
    assert set(Counter(one for pair in cards.values() for one in pair).values()) == {NEIGHBOURS}


def test_the_ring_is_another_one_each_time() -> None:
    story = dealt_stage()
    rings = {tuple(drawn(Dealing(random.Random(seed)), story, number) for number in range(1, PEOPLE + 1)) for seed in range(9)}
    assert len(rings) == 9


def test_who_draws_again_and_again_gets_nothing_new() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    first = drawn(dealing, story, 1)
    others = [drawn(dealing, story, number) for number in (2, 3)]
    assert {drawn(dealing, story, 1) for _ in range(50)} == {first}
    assert [drawn(dealing, story, number) for number in (2, 3)] == others


def test_only_who_was_dealt_a_card_that_is_gone_is_dealt_another_one() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    before = {number: drawn(dealing, story, number) for number in range(1, PEOPLE + 1)}
    gone = before[4][1]
    story.do(c.WithdrawCard(card=gone), SYSTEM)
    after = {number: drawn(dealing, story, number) for number in range(1, PEOPLE + 1)}
    for number, cards in after.items():
        assert gone not in cards
        assert len(set(cards)) == NEIGHBOURS
        assert (cards == before[number]) == (gone not in before[number])
        assert set(before[number]) - {gone} <= set(cards)
    assert after[4][0] == before[4][0]


def test_with_one_card_left_it_is_dealt_alone_and_with_none_nothing() -> None:
    story, dealing = dealt_stage(5), Dealing(random.Random(1))
    for number in (1, 2, 3, 4):
        story.do(c.WithdrawCard(card=card_id(number)), SYSTEM)
    assert drawn(dealing, story, 1) == (card_id(5),)
    story.do(c.WithdrawCard(card=card_id(5)), SYSTEM)
    assert drawn(dealing, story, 1) == ()


def test_who_was_dealt_one_card_alone_is_dealt_a_second_one_when_more_stand() -> None:
    story, dealing = dealt_stage(5), Dealing(random.Random(1))
    for number in (1, 2):
        story.do(c.WithdrawCard(card=card_id(number)), SYSTEM)
    for number in (3, 4):
        story.do(c.RewriteCard(card=card_id(number), text="Other words"), SYSTEM)
    assert drawn(dealing, story, 1) == (card_id(5),)
    for number in (3, 4):
        story.do(c.ApproveCard(run=1, card=card_id(number), rewrites=1))
    story.do(c.ReleaseCards(run=1))
    assert drawn(dealing, story, 1)[0] == card_id(5)
    assert len(drawn(dealing, story, 1)) == NEIGHBOURS


def test_a_card_without_words_is_not_dealt() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    texts: Mapping[str, str] = {card_id(1): "Card 1", card_id(2): "Card 2"}
    cards = dealing.dealt(story.session, texts, seat(5), story.run)
    assert {one.id for one in cards} == {card_id(1), card_id(2)}
    assert {one.text for one in cards} == {"Card 1", "Card 2"}


def test_a_veil_comes_with_its_card() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    first = drawn(dealing, story, 1)[0]
    story.do(c.VeilCard(run=1, card=first, veil="loss"))
    assert dealing.dealt(story.session, story.texts, seat(1), 1)[0].veils == ("loss",)


def test_cards_that_are_released_later_are_dealt_too_and_nobody_loses_what_they_have() -> None:
    story = Story(a_broad_session()).people(9).open(DOMAIN_DEAL)
    story.close([held(number, text_answer(number)) for number in range(1, 10)])
    dealing = Dealing(random.Random(2))
    for one in story.wall.queue[:3]:
        story.do(c.ApproveCard(run=1, card=one))
    story.do(c.ReleaseCards(run=1))
    first = [drawn(dealing, story, number) for number in (1, 2, 3, 4)]
    for one in story.wall.queue[3:]:
        story.do(c.ApproveCard(run=1, card=one))
    story.do(c.ReleaseCards(run=1))
    assert [drawn(dealing, story, number) for number in (1, 2, 3, 4)] == first
    assert len({one for number in range(1, 10) for one in drawn(dealing, story, number)}) == 9


def nobody(session: Session, seat_id: SeatId | None, run: int, story: Story) -> bool:
    return Dealing(random.Random(1)).dealt(session, story.texts, seat_id, run) == ()


def test_only_who_was_let_in_is_dealt_a_card_and_only_in_this_run() -> None:
    story = dealt_stage()
    assert not nobody(story.session, seat(1), 1, story)
    assert nobody(story.session, None, 1, story)
    assert nobody(story.session, seat(99), 1, story)
    assert nobody(story.session, seat(1), 0, story)
    assert nobody(story.session, seat(1), 2, story)
    story.do(c.Leave(), person(2))
    assert nobody(story.session, seat(2), 1, story)
    story.do(c.Rest(), person(3))
    assert not nobody(story.session, seat(3), 1, story)
    story.do(c.OpenStage(run=1, stage=0))
    assert nobody(story.session, seat(1), 2, story)


def test_with_the_stage_it_is_forgotten() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    drawn(dealing, story, 1)
    assert dealing._given and dealing._ring
    story.do(c.OpenStage(run=1, stage=0))
    dealing.follow(story.session)
    assert not dealing._given and not dealing._ring


def test_g_a1_who_was_dealt_what_can_not_be_printed() -> None:
    story, dealing = dealt_stage(), Dealing(random.Random(1))
    cards = dealing.dealt(story.session, story.texts, seat(1), 1)
    assert not any(one.text in repr((dealing, cards)) for one in cards)
    assert not any(one in repr((dealing, cards)) for one in story.wall.queue)


# --- two nodes without sockets


def dealt_in(frames: Iterable[str]) -> list[list[str]]:
    """The words of each `dealt` among these frames."""
    read = [msgspec.json.decode(frame) for frame in frames]
    return [[one["text"] for one in frame["cards"]] for frame in read if frame["t"] == "dealt"]


def veils_in(frames: Iterable[str]) -> list[list[list[str]]]:
    """The veils of each `dealt` among these frames."""
    read = [msgspec.json.decode(frame) for frame in frames]
    return [[one["veils"] for one in frame["cards"]] for frame in read if frame["t"] == "dealt"]


def standing_in(evening: Evening) -> tuple[CardId, ...]:
    session = evening.there.rooms[0].session
    assert session.stage is not None
    return standing(session, session.stage)


async def dealt_to(evening: Evening, client: ends.Client, run: int) -> list[list[str]]:
    assert client.wire is not None
    client.wire.on_the_way.clear()
    client.draw(wire.Draw(run=run))
    return dealt_in(client.wire.on_the_way)


@pytest_asyncio.fixture
async def evening(databases: Databases) -> AsyncIterator[Evening]:
    """Six people have written a card each, and all are released."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=dealing_plan())
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            made = Evening(there)
            await made.begin(DEAL)
            for number in range(len(made.phones)):
                await made.answer(number, card(f"Card {number}"))
            await made.close()
            queue = there.rooms[0].session.stage
            assert queue is not None and isinstance(queue.kind, WallState)
            for one in queue.kind.queue:
                await made.do(c.ApproveCard(run=1, card=one))
            await made.do(c.ReleaseCards(run=1))
            yield made
    finally:
        await database.dispose()


async def test_a_card_goes_to_the_phone_that_drew_and_to_no_other_page(evening: Evening) -> None:
    console = evening.there.client("facilitator")
    await console.connect(evening.there.rooms[0])
    before = [list(bus.told) for bus in evening.there.buses]
    (cards,) = await dealt_to(evening, evening.phones[0], 1)
    assert len(cards) == NEIGHBOURS
    assert await dealt_to(evening, console, 1) == [[]]
    for frames in evening.frames[1:]:
        assert dealt_in(frames) == []
        assert not any("Card " in frame for frame in frames)
    assert [list(bus.told) for bus in evening.there.buses] == before


async def test_a_veil_closes_a_card_that_was_dealt_already_and_nobody_is_dealt_another_one(evening: Evening) -> None:
    await evening.do(c.OpenStage(run=1, stage=REPLY))
    console = evening.there.client("facilitator")
    await console.connect(evening.there.rooms[0])
    before = [(await dealt_to(evening, phone, 2))[0] for phone in evening.phones[:4]]
    await evening.shown()
    for frames in evening.frames:
        frames.clear()
    for one in sorted(standing_in(evening)):
        await evening.do(c.VeilCard(run=2, card=one, veil="loss"))
    for cards, frames in zip(before, evening.frames, strict=False):
        assert dealt_in(frames)[-1] == cards
        assert veils_in(frames)[-1] == [["loss"]] * NEIGHBOURS
    # Who did not draw is told nothing of a card, and everybody who did is told as often: no message says who has the veiled one.
    assert [len(dealt_in(frames)) for frames in evening.frames] == [6, 6, 6, 6, 0, 0]
    assert console.wire is not None
    assert dealt_in(console.wire.on_the_way) == []


async def test_who_draws_before_the_words_are_there_is_dealt_to_when_they_are(evening: Evening) -> None:
    """The replying stage opens after one that needs none of the words, so the other node has to read them again."""
    await evening.do(c.OpenStage(run=1, stage=PAGE))
    room, phone = evening.there.rooms[1], evening.phones[1]
    refusal = await evening.there.rooms[0].wish(ends.command_id(evening.chance), c.OpenStage(run=2, stage=REPLY), CONSOLE)
    assert refusal is None
    while evening.there.buses[0].told:
        evening.there.carry(0, lose=False)
    assert room._words.lacks(room.session)
    assert await dealt_to(evening, phone, 3) == []
    await evening.there.settled()
    assert phone.wire is not None
    (cards,) = dealt_in(phone.wire.on_the_way)
    assert len(cards) == NEIGHBOURS


# --- over real sockets, on two nodes


class Sockets:
    def __init__(self, session_id: SessionId, desk: Desk, phones: list[Phone]) -> None:
        self.session_id, self.desk, self.phones = session_id, desk, phones

    async def close(self, run: int) -> None:
        assert await self.desk.do(c.CloseStage(run=run)) is None
        await all_closed([self.desk, *self.phones], run)

    async def release(self, run: int) -> None:
        desk = self.desk
        await desk.until(lambda: desk.desk is not None and len(self.to_decide()) == len(self.phones))
        for one in self.to_decide():
            assert await desk.do(c.ApproveCard(run=run, card=one)) is None
        assert await desk.do(c.ReleaseCards(run=run)) is None

    def to_decide(self) -> list[CardId]:
        assert self.desk.desk is not None
        return [one.id for one in self.desk.desk.queue if one.replies is None]


def wall(phone: Phone) -> WallView:
    assert phone.shared is not None and phone.shared.stage is not None
    assert isinstance(phone.shared.stage.body, WallView)
    return phone.shared.stage.body


async def dealt_on_two_nodes(cluster: Cluster) -> tuple[Sockets, int]:
    """Six people have written a card each; all are released, and the replying stage is open."""
    first, second = await cluster.start_many(2)
    opened = await cluster.open(dealing_plan())
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base, second.base] * 3, opened)
    there = Sockets(opened.id, desk, phones)
    run = await checks.open_next(desk, DEAL, *phones)
    for number, phone in enumerate(phones):
        await phone.write(run, f"Card {number}")
        await phone.until(lambda phone=phone, run=run: phone.given[run].receipt is not None)  # type: ignore[misc]
    await there.close(run)
    await there.release(run)
    for phone in phones:
        await phone.until(lambda phone=phone: len(wall(phone).standing) == 6)  # type: ignore[misc]
    assert all(wall(phone).cards == () for phone in phones)
    return there, await checks.open_next(desk, REPLY, *phones)


@ON_SQLITE
async def test_on_two_nodes_everybody_replies_to_a_strangers_card_and_the_link_names_no_seat(cluster: Cluster) -> None:
    there, run = await dealt_on_two_nodes(cluster)
    own = []
    for number, phone in enumerate(there.phones):
        own.append(await phone.reply(run, f"Reply {number}"))
        assert len(phone.dealt[run]) == NEIGHBOURS
        shows = phone.shows_of(run)
        assert shows is not None and shows.text != f"Card {number}"
        await phone.until(lambda phone=phone: phone.given[run].receipt is not None)  # type: ignore[misc]
        assert phone.not_held == []
    for phones in (there.phones[::2], there.phones[1::2]):
        pairs = Counter(one.id for phone in phones for one in phone.dealt[run])
        assert max(pairs.values()) <= NEIGHBOURS
    links = {card.id: shows.id for card, phone in zip(own, there.phones, strict=True) if (shows := phone.shows_of(run))}
    await there.close(run)
    closed = await checks.named_events(cluster.database, there.session_id, "wall_closed")
    assert isinstance(closed[-1], WallClosed)
    assert closed[-1].replies == links
    await there.release(run)
    for phone in there.phones:
        await phone.until(lambda phone=phone: {one.id: one.reply_to for one in wall(phone).cards} == links)  # type: ignore[misc]


@ON_SQLITE
async def test_g_a9_a_dealt_card_that_is_taken_back_stands_nowhere_within_two_seconds(cluster: Cluster) -> None:
    there, run = await dealt_on_two_nodes(cluster)
    for phone in there.phones:
        await phone.draw(run)
    # Of two neighbours one is somebody else's, whatever the ring is.
    shown = there.phones[0].shows_of(run)
    assert shown is not None
    author = there.phones[int(shown.text.removeprefix("Card "))]
    (own,) = [one for one in author.cards.values() if one.text == shown.text]
    holders = [phone for phone in there.phones if phone is not author and own.id in [one.id for one in phone.dealt[run]]]
    assert there.phones[0] in holders
    assert await author.withdraw(own) == (200, {})
    for phone in there.phones:
        await phone.until(lambda phone=phone: own.id not in wall(phone).standing, 2.0)  # type: ignore[misc]
    for phone in holders:
        again = await phone.draw(run)
        assert again is not None
        assert own.id not in [one.id for one in phone.dealt[run]]


@ON_SQLITE
async def test_a_reply_to_a_card_that_was_never_dealt_is_not_taken_and_one_to_nobody_is(cluster: Cluster) -> None:
    there, run = await dealt_on_two_nodes(cluster)
    phone = there.phones[0]
    await phone.answer(run, text_answer("mine", "A reply", card_id("never written")))
    await phone.until(lambda: phone.not_held == ["invalid_answer"])
    await answered(phone, run, card("To nobody in particular"))
