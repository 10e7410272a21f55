"""G-M1: nothing people wrote reaches a phone or the shared screen before a facilitator lets it; hiding is there within a second."""

import random
import time
from pathlib import Path

import pytest

from realtime.opening import Opened
from realtime.simulated import ALIASES, Desk, Phone
from tests import checks, nodes, plans
from tests.engines import Databases
from workshop.domain import commands as c
from workshop.domain.parts import WallView
from workshop.domain.words import CardId

PEOPLE = 6
WORDS = tuple(f"canary-{number}-zzq what I hope for" for number in range(PEOPLE))


class TapedPhone(Phone):
    """Keeps every frame as it came."""

    def __init__(self, base: str, opened: Opened, number: int) -> None:
        super().__init__(base, opened.code, ALIASES[number], random.Random(number), nodes._never)
        self.tape: list[tuple[float, str]] = []

    async def _received(self, text: str) -> None:
        self.tape.append((time.perf_counter(), text))
        await super()._received(text)


class TapedScreen(Desk):
    def __init__(self, base: str, secret: str) -> None:
        super().__init__(base, secret)
        self.tape: list[tuple[float, str]] = []

    async def _received(self, text: str) -> None:
        self.tape.append((time.perf_counter(), text))
        await super()._received(text)


def on_tape(pages: list[TapedPhone | TapedScreen]) -> set[str]:
    """Which of the words came to any of these pages so far."""
    frames = [text for page in pages for _, text in page.tape]
    return {words for words in WORDS if any(words in frame for frame in frames)}


def wall_of(page: Phone | Desk) -> tuple[str, ...]:
    body = page.shared.stage.body if page.shared and page.shared.stage else None
    return tuple(card.text for card in body.cards) if isinstance(body, WallView) else ()


async def test_g_m1_nothing_is_seen_before_it_was_approved_and_released(databases: Databases, tmp_path: Path) -> None:
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        bases = [node.base for node in await cluster.start_many(2)]
        opened = await cluster.open(plans.wall_plan())
        desk = await cluster.desk(bases[0], opened)
        phones = [TapedPhone(bases[number % 2], opened, number) for number in range(PEOPLE)]
        screen = TapedScreen(bases[1], opened.screen_secret)
        for phone in phones:
            await phone.join()
        for page in (*phones, screen):
            cluster.run(page)
            await page.until(lambda page=page: page.position is not None)  # type: ignore[misc]
        await _moderated(desk, phones, [*phones, screen])


async def _moderated(desk: Desk, phones: list[TapedPhone], pages: list[TapedPhone | TapedScreen]) -> None:
    run = await checks.open_next(desk, 0, *pages)
    for phone, words in zip(phones, WORDS, strict=True):
        await checks.answered(phone, run, plans.card(words))
    assert on_tape(pages) == set()
    assert await desk.do(c.CloseStage(run=run)) is None
    await checks.all_closed([desk, *pages], run)
    await desk.until(lambda: desk.desk is not None and len(desk.desk.queue) == PEOPLE)
    assert desk.desk is not None
    queue = {card.text: card.id for card in desk.desk.queue}
    assert set(queue) == set(WORDS)
    approved, hidden, waiting = WORDS[:4], WORDS[4], WORDS[5]
    for words in approved:
        assert await desk.do(c.ApproveCard(run=run, card=queue[words])) is None
    assert await desk.do(c.HideCard(run=run, card=queue[hidden])) is None
    assert on_tape(pages) == set(), "approved is not released"
    assert await desk.do(c.ReleaseCards(run=run)) is None
    for page in pages:
        await page.until(lambda page=page: set(wall_of(page)) == set(approved))  # type: ignore[misc]
    assert on_tape(pages) == set(approved)
    await _hidden_again(desk, run, approved[0], queue[approved[0]], pages)
    assert on_tape(pages) == set(approved)
    assert waiting not in on_tape(pages)


async def _hidden_again(desk: Desk, run: int, words: str, card: CardId, pages: list[TapedPhone | TapedScreen]) -> None:
    asked = time.perf_counter()
    assert await desk.do(c.HideCard(run=run, card=card)) is None
    for page in pages:
        await page.until(lambda page=page: words not in wall_of(page))  # type: ignore[misc]
    last = max(page.tape[-1][0] for page in pages)
    assert last - asked < 1.0
    assert time.perf_counter() - asked < 1.0


@pytest.mark.parametrize("role", ["participant", "screen"])
async def test_g_m1_only_a_facilitator_moderates(databases: Databases, tmp_path: Path, role: str) -> None:
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        node = await cluster.start()
        opened = await cluster.open(plans.wall_plan(), practice=True)
        desk = await cluster.desk(node.base, opened)
        phone = await cluster.phone(node.base, opened)
        other = phone if role == "participant" else await cluster.screen(node.base, opened)
        run = await checks.open_next(desk, 0, phone)
        await checks.answered(phone, run, plans.card(WORDS[0]))
        assert await other.do(c.CloseStage(run=run)) == "not_permitted"
        assert await desk.do(c.CloseStage(run=run)) is None
        await checks.all_closed([desk, phone], run)
        await desk.until(lambda: desk.desk is not None and len(desk.desk.queue) == 1)
        assert desk.desk is not None
        card = desk.desk.queue[0].id
        for wish in (c.ApproveCard(run=run, card=card), c.HideCard(run=run, card=card), c.ReleaseCards(run=run)):
            assert await other.do(wish) == "not_permitted"
        assert wall_of(phone) == ()
