"""Two consoles on two nodes decide about one card at the same moment: each is told, and whichever came first, nothing is lost."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from msgspec import Struct

from realtime.simulated import Desk, Phone
from realtime.simulated_answers import OwnCard
from tests import checks, nodes, plans
from tests.engines import Databases
from workshop.domain import commands as c
from workshop.domain.parts import QueueCardView, WallView
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, CardState, SignalKind

PEOPLE = 6
ROUNDS = 6
"""How often the same two wishes meet: who comes first is left to the machine."""


class Moderating(Struct, frozen=True):
    one: Desk
    other: Desk
    phones: Sequence[Phone]
    cards: Sequence[OwnCard]
    run: int

    def seen(self, desk: Desk, card: CardId) -> QueueCardView:
        assert desk.desk is not None
        return next(found for found in desk.desk.queue if found.id == card)

    async def stands(self, card: CardId, *states: CardState) -> QueueCardView:
        """Both consoles come to show the card as one of these, and the same."""
        both = (self.one, self.other)
        for desk in both:
            await desk.until(lambda desk=desk: self.seen(desk, card).state in states)  # type: ignore[misc]
        await self.other.until(lambda: self.seen(self.one, card) == self.seen(self.other, card))
        return self.seen(self.one, card)

    async def waits(self, card: CardId) -> None:
        state = self.seen(self.one, card).state
        if state != "waiting":
            assert await self.one.do(c.ReconsiderCard(run=self.run, card=card, seen=state)) is None
        await self.stands(card, "waiting")

    async def both(self, one: c.FacilitatorCommand, other: c.FacilitatorCommand) -> tuple[RefusalCode | None, RefusalCode | None]:
        return tuple(await asyncio.gather(self.one.do(one), self.other.do(other)))  # type: ignore[return-value]


@asynccontextmanager
async def moderating(databases: Databases, folder: Path) -> AsyncIterator[Moderating]:
    async with AsyncExitStack() as stack:
        cluster = await stack.enter_async_context(nodes.cluster(folder, databases.fresh("sqlite")))
        bases = [node.base for node in await cluster.start_many(2)]
        opened = await cluster.open(plans.wall_plan())
        one, other = await cluster.desk(bases[0], opened), await cluster.desk(bases[1], opened)
        phones = await cluster.phones([bases[number % 2] for number in range(PEOPLE)], opened)
        run = await checks.open_next(one, 0, other, *phones)
        cards = [await phone.write(run, f"I want to kill myself, number {number}") for number, phone in enumerate(phones)]
        assert await one.do(c.CloseStage(run=run)) is None
        await checks.all_closed([one, other, *phones], run)
        for desk in (one, other):
            await desk.until(lambda desk=desk: desk.desk is not None and len(desk.desk.queue) == PEOPLE)  # type: ignore[misc]
        yield Moderating(one, other, phones, cards, run)


async def test_approve_and_hide_at_once_hide_it_and_both_can_tell(databases: Databases, tmp_path: Path) -> None:
    async with moderating(databases, tmp_path) as room:
        card, run = room.cards[0].id, room.run
        for _ in range(ROUNDS):
            approved, hidden = await room.both(c.ApproveCard(run=run, card=card, seen="waiting"), c.HideCard(run=run, card=card))
            assert hidden is None
            now = await room.stands(card, "hidden")
            # Refused: whoever approved reads why. Granted first: the card says what it had been.
            assert (approved, now.before) in {("card_hidden", "waiting"), (None, "approved")}
            await room.waits(card)


async def test_hide_and_a_note_at_once_lose_no_note(databases: Databases, tmp_path: Path) -> None:
    async with moderating(databases, tmp_path) as room:
        card, run, author = room.cards[0], room.run, room.phones[0]
        said: list[str] = []
        for number in range(ROUNDS):
            wish = c.ReturnCard(run=run, card=card.id, note=f"Thank you {number}", seen="waiting")
            hidden, returned = await room.both(c.HideCard(run=run, card=card.id), wish)
            assert hidden is None
            if returned is not None:
                assert returned == "card_hidden"
                await room.stands(card.id, "hidden")
                again = c.ReturnCard(run=run, card=card.id, note=f"Thank you {number}", seen="hidden")
                assert await room.other.do(again) is None
            said.append(f"Thank you {number}")
            # A note that came first stays: hiding what is not shown anyway changes nothing. One that was hidden first says so.
            now = await room.stands(card.id, "returned")
            assert now.before == ("waiting" if returned is None else "hidden")
            await author.until(lambda: author.read_notes().get(card.id) == said)
            await room.waits(card.id)


async def test_release_and_hide_at_once_leave_the_hidden_card_on_no_phone(databases: Databases, tmp_path: Path) -> None:
    async with moderating(databases, tmp_path) as room:
        run, bad = room.run, room.cards[0].id
        batch = [card.id for card in room.cards[:4]]
        for card in batch:
            assert await room.one.do(c.ApproveCard(run=run, card=card, seen="waiting")) is None
        await room.stands(batch[-1], "approved")
        released, hidden = await room.both(c.ReleaseCards(run=run, count=4), c.HideCard(run=run, card=bad))
        assert hidden is None
        now = await room.stands(bad, "hidden")
        assert (released, now.before) in {("cards_changed", "approved"), (None, "released")}
        if released is not None:
            await room.one.until(lambda: room.one.desk is not None and room.one.desk.next.count == 3)
            assert await room.one.do(c.ReleaseCards(run=run, count=3)) is None
        for phone in room.phones:
            await phone.until(lambda phone=phone: on_wall(phone) == set(batch[1:]))  # type: ignore[misc]


def on_wall(phone: Phone) -> set[CardId]:
    body = phone.shared.stage.body if phone.shared and phone.shared.stage else None
    return {card.id for card in body.cards} if isinstance(body, WallView) else set()


def marks(desk: Desk, card: CardId) -> tuple[int, list[SignalKind]] | None:
    """Which words these are, and their signals; None while the card is not there."""
    queue = () if desk.desk is None else desk.desk.queue
    return next(((one.rewrites, [signal.kind for signal in one.signals]) for one in queue if one.id == card), None)


async def test_both_consoles_show_the_signals_of_the_new_words_only(databases: Databases, tmp_path: Path) -> None:
    async with moderating(databases, tmp_path) as room:
        card, author = room.cards[0], room.phones[0]
        for desk in (room.one, room.other):
            assert {signal.kind for signal in room.seen(desk, card.id).signals} == {"worry"}
        assert (await author.rewrite(card, "Write to mika@example.org"))[0] == 200
        for desk in (room.one, room.other):
            # A node that has yet to read the new words shows the card not at all meanwhile.
            await desk.until(lambda desk=desk: marks(desk, card.id) == (1, ["mail"]))  # type: ignore[misc]
        late = c.ApproveCard(run=room.run, card=card.id, rewrites=0, seen="waiting")
        assert await room.one.do(late) == "stale_card"


async def test_help_that_two_facilitators_offer_at_once_is_offered_once(databases: Databases, tmp_path: Path) -> None:
    async with moderating(databases, tmp_path) as room:
        assert await room.both(c.OfferHelp(offered=0), c.OfferHelp(offered=0)) == (None, None)
        for page in (*room.phones, room.one, room.other):
            await page.until(lambda page=page: page.shared is not None and page.shared.help_offered == 1)  # type: ignore[misc]
        assert await room.other.do(c.OfferHelp(offered=1)) is None
        await room.phones[0].until(lambda: room.phones[0].shared is not None and room.phones[0].shared.help_offered == 2)
        assert await room.phones[0].do(c.OfferHelp(offered=2)) == "not_permitted"
