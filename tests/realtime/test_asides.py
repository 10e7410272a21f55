"""What an author says beside a card, through real sockets on two nodes: held, moderated, shown as a cover, taken back, agreed to."""

import msgspec
import pytest
from sqlalchemy import select

from realtime.opening import Opened
from realtime.simulated import Desk, Page, Phone, post
from realtime.simulated_answers import OwnCard, own_card
from tests import checks
from tests.bearer import Bearer
from tests.checks import all_closed, answered
from tests.nodes import Cluster
from tests.plans import card, wall_plan
from workshop.domain import commands as c
from workshop.domain.asides import Aside
from workshop.domain.parts import CardView, QueueCardView, WallView
from workshop.records import tables

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
NOTE = "canary-zzq about my father"
BESIDE = Aside(veils=("loss", "family"), note=NOTE)


def shown(page: Page, own: OwnCard) -> CardView | None:
    stage = page.shared.stage if page.shared else None
    cards = stage.body.cards if stage and isinstance(stage.body, WallView) else ()
    return next((one for one in cards if one.id == own.id), None)


def queued(desk: Desk, own: OwnCard) -> QueueCardView | None:
    return next((one for one in desk.desk.queue if one.id == own.id), None) if desk.desk else None


class Evening:
    """A wall of six cards on two nodes, closed; `own` is the first phone's, and something stands beside it."""

    def __init__(self, cluster: Cluster, opened: Opened, desks: list[Desk], phones: list[Phone], screen: Page, run: int) -> None:
        self.cluster, self.opened, self.desks, self.phones, self.screen, self.run = cluster, opened, desks, phones, screen, run
        self.closing = Bearer(desks[0].base, opened.console_secret)

    async def release(self, own: OwnCard) -> None:
        desk = self.desks[0]
        assert desk.desk is not None
        for one in desk.desk.queue:
            assert await desk.do(c.ApproveCard(run=self.run, card=one.id, rewrites=one.rewrites)) is None
        assert await desk.do(c.ReleaseCards(run=self.run)) is None
        for page in (*self.phones, self.screen):
            await page.until(lambda page=page: shown(page, own) is not None)  # type: ignore[misc]

    async def notes(self) -> set[str]:
        async with self.cluster.database.reading() as connection:
            return set(await connection.scalars(select(tables.card.c.content_note)))


async def evening(cluster: Cluster) -> tuple[Evening, OwnCard]:
    opened = await cluster.open(wall_plan())
    one, two = await cluster.start_many(2)
    desks = [await cluster.desk(node.base, opened) for node in (one, two)]
    screen = await cluster.screen(two.base, opened)
    phones = await cluster.phones([one.base, two.base] * 3, opened)
    run = await checks.open_next(desks[0], 0, *phones)
    own = await phones[0].write(run, "Mine alone", BESIDE)
    for number, phone in enumerate(phones[1:]):
        await answered(phone, run, card(f"Card {number}"))
    await phones[0].until(lambda: phones[0].given[run].receipt is not None)
    there = Evening(cluster, opened, desks, phones, screen, run)
    assert await there.notes() == set(), "held, and not stored"
    assert await desks[0].do(c.CloseStage(run=run)) is None
    await all_closed([*desks, *phones], run)
    for desk in desks:
        await desk.until(lambda desk=desk: queued(desk, own) is not None)  # type: ignore[misc]
    return there, own


def told(page: Page) -> bytes:
    return msgspec.json.encode(page.shared)


async def test_a_content_note_travels_from_the_phone_to_the_queue_and_covers_the_card_for_everybody(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    for desk in there.desks:
        waiting = queued(desk, own)
        assert waiting is not None
        assert (waiting.aside, waiting.veil) == (BESIDE, None)
    assert await there.notes() == {NOTE, ""}
    assert not any(NOTE.encode() in told(page) for page in (*there.phones, there.screen)), "nobody read it yet"
    await there.release(own)
    assert await there.desks[1].do(c.VeilCard(run=there.run, card=own.id, veil="illness")) is None
    for page in (*there.phones, there.screen):
        await page.until(
            lambda page=page: (found := shown(page, own)) is not None and found.veils == ("loss", "illness", "family")  # type: ignore[misc]
        )
        found = shown(page, own)
        assert found is not None
        assert found.note == NOTE
    assert await there.desks[1].do(c.VeilCard(run=there.run, card=own.id, veil=None)) is None
    for page in (*there.phones, there.screen):
        await page.until(lambda page=page: (found := shown(page, own)) is not None and found.veils == ("loss", "family"))  # type: ignore[misc]
    assert await there.phones[0].withdraw(own) == (200, {})
    for page in (*there.phones, there.screen):
        await page.until(lambda page=page: NOTE.encode() not in told(page))  # type: ignore[misc]
    assert await there.notes() == {""}


@ON_SQLITE
async def test_a_rewritten_card_has_its_new_cover_and_nothing_of_the_old_one(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    await there.release(own)
    changed = Aside(veils=("separation",), note="other words for it")
    assert await there.phones[0].rewrite(own, "Said otherwise", changed) == (200, {})
    for desk in there.desks:
        await desk.until(lambda desk=desk: (found := queued(desk, own)) is not None and found.aside == changed)  # type: ignore[misc]
    assert await there.notes() == {"", "other words for it"}
    for page in (*there.phones, there.screen):
        await page.until(lambda page=page: NOTE.encode() not in told(page))  # type: ignore[misc]


async def test_an_author_agrees_to_a_theme_and_takes_it_back_and_no_other_page_changes(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    await there.release(own)
    seen = [told(page) for page in (*there.phones, there.screen)]
    for nameable in (True, False, True):
        assert await there.phones[0].consent(own, nameable) == (200, {})
        for desk in there.desks:
            await desk.until(lambda desk=desk: (found := queued(desk, own)) is not None and found.aside.nameable == nameable)  # type: ignore[misc] # noqa: B023
    assert [told(page) for page in (*there.phones, there.screen)] == seen
    assert len(await checks.named_events(there.cluster.database, there.opened.id, "card_consent_changed")) == 3

    assert await there.closing.ask("closing/cards") == (409, {"error": "wrong_state"}), "not before the end"
    assert await there.desks[0].do(c.EndSession()) is None
    agreed = {"walls": [{"stage": 0, "cards": [{"text": "Mine alone", "note": NOTE}], "others": 5}]}
    assert await there.closing.get("closing/cards") == agreed
    assert await there.phones[0].consent(own, False) == (200, {})
    assert await there.closing.get("closing/cards") == {"walls": [{"stage": 0, "cards": [], "others": 6}]}
    assert await there.phones[0].consent(own, True) == (200, {})
    assert await there.closing.get("closing/cards") == agreed
    page = await there.closing.get("closing")
    assert NOTE not in str(page)
    signed = await there.closing.post("closing/sign", {"version": 0})
    assert NOTE not in str(signed)
    assert await there.closing.get("closing/cards") == {"walls": []}, "erased"
    assert await there.phones[0].consent(own, False) == (200, {}), "no answer says whether there is such a card"


@ON_SQLITE
async def test_the_cards_that_may_be_named_are_for_the_console_of_this_session_alone(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    other = await cluster.open(wall_plan())
    assert await there.desks[0].do(c.EndSession()) is None
    for secret in ("", "x" * 43, there.opened.screen_secret, own.key):
        assert await Bearer(there.desks[0].base, secret).ask("closing/cards") == (401, {"error": "link_ended"})
    assert await Bearer(there.desks[0].base, other.console_secret).ask("closing/cards") == (409, {"error": "wrong_state"})


@ON_SQLITE
async def test_what_cannot_stand_beside_a_card_is_refused_at_its_door(cluster: Cluster) -> None:
    there, own = await evening(cluster)
    base, code = there.phones[0].base, there.opened.code

    async def asked(aside: object, text: str | None = "Other words", **more: object) -> tuple[int, object]:
        return await post(base, "/api/card", {"code": code, "key": own.key, "text": text, "aside": aside, **more})

    full: dict[str, object] = {"veils": [], "note": "", "nameable": False}
    assert await asked({**full, "note": "x" * 61}) == (422, {"error": "text_too_long"})
    assert await asked({**full, "note": "a\x00b"}) == (422, {"error": "text_unreadable"})
    assert await asked({**full, "veils": ["weather"]}) == (422, {"error": "not_understood"})
    assert await asked({**full, "seat": "x"}) == (422, {"error": "not_understood"})
    assert await asked(full, None, nameable="yes") == (422, {"error": "not_understood"})
    foreign = await post(base, "/api/card", {"code": code, "key": own_card("x").key, "text": None, "nameable": True})
    assert foreign == (200, {}), "no answer says whether there is such a card"
    found = queued(there.desks[0], own)
    assert found is not None
    assert (found.text, found.aside) == ("Mine alone", BESIDE)
    assert await checks.named_events(there.cluster.database, there.opened.id, "card_consent_changed") == []
