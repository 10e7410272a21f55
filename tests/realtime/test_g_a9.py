"""G-A9: whoever has a card's key takes it back at any time until it is erased, everywhere, and nobody is asked who they are."""

import time
from secrets import token_hex

import pytest
from sqlalchemy import select

from realtime.desk_shapes import CardRequest
from realtime.opening import Opened
from realtime.simulated import Desk, Page, Phone, post
from realtime.simulated_answers import OwnCard, own_card
from tests import checks
from tests.bearer import Bearer
from tests.checks import all_closed, answered, stage_run
from tests.nodes import Cluster
from tests.plans import card, wall_plan
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.events import CardWithdrawn
from workshop.domain.parts import WallView
from workshop.domain.plan import Plan
from workshop.domain.words import CardId, LineId
from workshop.records import tables

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
WITHIN = 2.0


def on_wall(page: Page) -> list[str]:
    stage = page.shared.stage if page.shared else None
    return [one.text for one in stage.body.cards] if stage and isinstance(stage.body, WallView) else []


def in_queue(desk: Desk) -> list[str]:
    return [one.text for one in desk.desk.queue] if desk.desk else []


class Evening:
    """A wall of six cards on two nodes; `own` is the first phone's."""

    def __init__(self, cluster: Cluster, opened: Opened) -> None:
        self.cluster, self.opened = cluster, opened
        self.run = 0
        self.phones: list[Phone] = []
        self.desks: list[Desk] = []

    async def begin(self) -> OwnCard:
        first, second = await self.cluster.start_many(2)
        self.desks = [await self.cluster.desk(node.base, self.opened) for node in (first, second)]
        self.screen = await self.cluster.screen(second.base, self.opened)
        self.phones = await self.cluster.phones([first.base, second.base] * 3, self.opened)
        self.run = await checks.open_next(self.desks[0], 0, *self.phones)
        own = await self.phones[0].write(self.run, "Mine alone")
        for number, phone in enumerate(self.phones[1:]):
            await answered(phone, self.run, card(f"Card {number}"))
        await self.phones[0].until(lambda: self.phones[0].given[self.run].receipt is not None)
        assert await self.desks[0].do(c.CloseStage(run=self.run)) is None
        await all_closed([*self.desks, *self.phones], self.run)
        for desk in self.desks:
            await desk.until(lambda desk=desk: "Mine alone" in in_queue(desk))  # type: ignore[misc]
        return own

    async def release(self) -> None:
        desk = self.desks[0]
        assert desk.desk is not None
        for queued in desk.desk.queue:
            assert await desk.do(c.ApproveCard(run=self.run, card=queued.id)) is None
        assert await desk.do(c.ReleaseCards(run=self.run)) is None
        for page in (*self.phones, self.screen):
            await page.until(lambda page=page: "Mine alone" in on_wall(page))  # type: ignore[misc]

    async def gone_everywhere(self) -> None:
        started = time.monotonic()
        for page in (*self.phones, self.screen, *self.desks):
            await page.until(lambda page=page: "Mine alone" not in on_wall(page), WITHIN)  # type: ignore[misc]
        for desk in self.desks:
            await desk.until(lambda desk=desk: "Mine alone" not in in_queue(desk), WITHIN)  # type: ignore[misc]
        assert time.monotonic() - started < WITHIN

    async def rows(self) -> set[str]:
        async with self.cluster.database.reading() as connection:
            return set(await connection.scalars(select(tables.card.c.text)))


async def evening(cluster: Cluster, plan: Plan | None = None) -> tuple[Evening, OwnCard]:
    made = Evening(cluster, await cluster.open(plan or wall_plan()))
    return made, await made.begin()


@ON_SQLITE
@pytest.mark.parametrize("released", [False, True])
async def test_g_a9_a_withdrawn_card_vanishes_on_every_page_of_both_nodes_within_two_seconds(
    cluster: Cluster, released: bool
) -> None:
    there, own = await evening(cluster)
    if released:
        await there.release()
    assert await there.phones[0].withdraw(own) == (200, {})
    await there.gone_everywhere()
    assert await there.rows() == {f"Card {number}" for number in range(5)}
    fresh = await cluster.desk(cluster.nodes[1].base, there.opened)
    assert "Mine alone" not in [*in_queue(fresh), *on_wall(fresh)]


@ON_SQLITE
async def test_g_a9_from_a_later_stage_and_after_leaving(cluster: Cluster) -> None:
    there, own = await evening(cluster, of_kinds("wall", "guide"))
    await there.release()
    kept = await there.rows()
    run = await checks.open_next(there.desks[0], 1, *there.phones)
    assert run == there.run + 1
    assert await there.phones[0].do(c.Leave()) is None
    assert await there.phones[0].withdraw(own) == (200, {})
    assert await there.rows() == kept - {"Mine alone"}
    assert await there.desks[0].do(c.LookBack(run=run, stage=0)) is None
    for page in (*there.phones[1:], there.screen):
        await page.until(lambda page=page: stage_run(page) == there.run and len(on_wall(page)) == 5)  # type: ignore[misc]
    await there.gone_everywhere()


@ON_SQLITE
async def test_g_a9_after_the_end_until_the_cards_are_erased(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    assert await there.desks[0].do(c.EndSession()) is None
    await there.phones[0].until(lambda: there.phones[0].shared is not None and there.phones[0].shared.phase == "ended")
    assert await there.phones[0].withdraw(own) == (200, {})
    assert "Mine alone" not in await there.rows()
    await there.gone_everywhere()
    # The code may belong to another session now: the key still finds its card.
    assert await there.phones[0].rewrite(own, "Other words") == (200, {})
    assert "Other words" not in await there.rows()


@ON_SQLITE
async def test_g_a9_an_agreement_that_was_kept_is_taken_back_after_the_summary_was_signed(cluster: Cluster) -> None:
    """Signing erases the cards; a line that the group kept stays as long as the events, and so does the way to take it back."""
    node = await cluster.start()
    opened = await cluster.open(of_kinds("agree"))
    desk, phones = await cluster.desk(node.base, opened), await cluster.phones([node.base] * 2, opened)
    run = await checks.open_next(desk, 0, *phones)
    own = await phones[0].write(run, "Mine alone")
    await phones[0].until(lambda: phones[0].given[run].receipt is not None)
    assert await desk.do(c.CollectLines(run=run)) is None
    await phones[0].until(lambda: run in phones[0].included)
    assert await desk.do(c.ApproveLine(run=run, line=LineId(own.id))) is None
    assert await desk.do(c.AdoptLines(run=run, lines=(LineId(own.id),))) is None
    assert await desk.do(c.EndSession()) is None
    await Bearer(node.base, opened.console_secret).post("closing/sign", {"version": 0})
    assert await lines_of(cluster) == {"Mine alone"}
    assert await phones[0].withdraw(own) == (200, {})
    assert await lines_of(cluster) == set()
    (gone,) = await checks.named_events(cluster.database, opened.id, "card_withdrawn")
    assert isinstance(gone, CardWithdrawn)
    assert gone.card == own.id


async def lines_of(cluster: Cluster) -> set[str]:
    async with cluster.database.reading() as connection:
        return set(await connection.scalars(select(tables.text.c.text).where(tables.text.c.kind == "line")))


@ON_SQLITE
async def test_g_a9_nobody_else_can_and_no_answer_says_whether_there_is_such_a_card(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    base, code = there.phones[0].base, there.opened.code
    foreign = own_card("x")
    other = await cluster.open(wall_plan())
    answers = [
        await post(base, "/api/card", {"code": code, "key": foreign.key, "text": None}),
        await post(base, "/api/card", {"code": code, "key": own.id, "text": None}),
        await post(base, "/api/card", {"code": other.code, "key": own.key, "text": None}),
        await post(base, "/api/card", {"code": "ZZZZZZ", "key": own.key, "text": None}),
        await post(base, "/api/card", {"code": code, "key": own.note_key, "text": None}),
        await post(base, "/api/card", {"code": code, "key": own.key + "0", "text": None}),
        await post(base, "/api/card", {"code": code, "key": foreign.key, "text": "Other words"}),
    ]
    assert answers == [(200, {})] * len(answers)
    assert "Mine alone" in await there.rows()
    assert await there.phones[0].withdraw(own) == (200, {})
    assert await there.phones[0].withdraw(own) == (200, {})
    assert "Mine alone" not in await there.rows()
    withdrawn = await checks.named_events(cluster.database, there.opened.id, "card_withdrawn")
    assert len(withdrawn) == 1


def test_g_a9_a_request_has_no_field_for_who_asks() -> None:
    assert set(CardRequest.__struct_fields__) == {"code", "key", "text", "aside", "nameable", "pad"}


@ON_SQLITE
async def test_a_rewritten_card_waits_again_with_its_new_words_on_both_nodes(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    await there.release()
    assert await there.phones[0].rewrite(own, " ") == (422, {"error": "text_empty"})
    assert await there.phones[0].rewrite(own, "Said otherwise") == (200, {})
    await there.gone_everywhere()
    for desk in there.desks:
        await desk.until(lambda desk=desk: "Said otherwise" in in_queue(desk))  # type: ignore[misc]
    assert await there.rows() == {"Said otherwise", *(f"Card {number}" for number in range(5))}
    assert not any("Said otherwise" in on_wall(page) for page in there.phones)
    assert await there.desks[1].do(c.ApproveCard(run=there.run, card=own.id, rewrites=0)) == "stale_card"
    assert await there.desks[1].do(c.ApproveCard(run=there.run, card=own.id, rewrites=1)) is None
    assert await there.desks[1].do(c.ReleaseCards(run=there.run)) is None
    for page in (*there.phones, there.screen):
        await page.until(lambda page=page: "Said otherwise" in on_wall(page))  # type: ignore[misc]


@ON_SQLITE
async def test_a_note_about_a_card_is_read_by_its_author_alone(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    note = "Please without the name. Ещё раз: " + "ы" * 200
    assert await there.desks[1].do(c.ReturnCard(run=there.run, card=own.id, note=note)) is None
    for phone in there.phones:
        await phone.until(lambda phone=phone: phone.notes is not None and len(phone.notes.sealed) == 1)  # type: ignore[misc]
    assert there.phones[0].read_notes() == {own.id: [note]}
    assert [phone.read_notes() for phone in there.phones[1:]] == [{}] * 5
    assert len({phone.notes for phone in there.phones}) == 1
    refused = await there.desks[0].do(c.ReturnCard(run=there.run, card=CardId(token_hex(16)), note=note))
    assert refused == "unknown_card"
    assert await there.desks[0].do(c.ReturnCard(run=there.run, card=own.id, note=" ")) == "text_empty"
