"""A card and its author's phone, in a real browser on a real node: a long card pauses before it leaves and is never lost to that, a
phone that slept through closing says so and has the words, and a card is taken back while it is large on the shared screen.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import WebSocket, expect

from realtime.opening import Opened
from realtime.settings import Settings
from realtime.simulated import Desk, Phone
from tests import checks, nodes
from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces
from tests.checks import answered
from tests.engines import Databases
from tests.plans import card, wall_plan
from workshop.domain import commands as c
from workshop.domain.events import CardWithdrawn
from workshop.domain.parts import WallView
from workshop.domain.published import CARDS_LIVE_HOURS

LONG = "I have not told anybody yet, and I would like to tell somebody who does not answer."
SHORT = "Mine alone"
PAUSE = "Your card leaves in a moment."
OTHERS = 4
"""With the browser as many as the floor asks for."""
GONE_WITHIN = 2000
"""Milliseconds, as G-A9 says."""
SILENCE = 1500
KEPT_DAYS = 3
"""Not what it is unless somebody says so."""


def on_wall(phone: Phone) -> list[str]:
    stage = phone.shared.stage if phone.shared else None
    return [one.text for one in stage.body.cards] if stage and isinstance(stage.body, WallView) else []


class Evening:
    """A real session: one person in a browser, the others and the console on lines of their own."""

    def __init__(self, cluster: nodes.Cluster, faces: Faces, opened: Opened, ada: Face, desk: Desk, others: list[Phone]) -> None:
        self.cluster, self.faces, self.opened = cluster, faces, opened
        self.ada, self.desk, self.others = ada, desk, others
        self.run = 0
        self.given: list[str] = []
        """Kinds of the answers that the browser sent."""
        ada.page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", lambda frame: self._hear(str(frame)))

    def _hear(self, frame: str) -> None:
        message = json.loads(frame)
        if message["t"] == "answer":
            self.given.append(message["answer"]["t"])

    async def writing(self) -> None:
        self.run = await checks.open_next(self.desk, 0, *self.others)
        await self.ada.page.get_by_role("textbox").wait_for()

    async def others_write(self) -> None:
        for number, phone in enumerate(self.others):
            await answered(phone, self.run, card(f"Card {number}"))

    async def adds(self, words: str) -> None:
        await self.ada.page.get_by_role("textbox").fill(words)
        await self.ada.tap("Add mine")

    async def closes(self) -> None:
        assert await self.desk.do(c.CloseStage(run=self.run)) is None
        await checks.all_closed([self.desk, *self.others], self.run)

    async def queue(self, count: int) -> list[str]:
        await self.desk.until(lambda: self.desk.desk is not None and len(self.desk.desk.queue) == count)
        assert self.desk.desk is not None
        return sorted(one.text for one in self.desk.desk.queue)


@asynccontextmanager
async def evening(
    launch: Launch, databases: Databases, folder: Path, people: int = OTHERS, **settings: object
) -> AsyncIterator[Evening]:
    async with nodes.cluster(folder, databases.fresh("sqlite"), **settings) as made:
        node = await made.start()
        opened = await made.open(wall_plan(), retention_days=KEPT_DAYS)
        desk = await made.desk(node.base, opened)
        others = await made.phones([node.base] * people, opened)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(folder):
            ada = await faces.phone("Ada", opened.code)
            played = Evening(made, faces, opened, ada, desk, others)
            await ada.tap("Come in")
            await ada.stands_at("You are in")
            yield played


async def test_a_stage_that_closes_in_the_pause_takes_the_card_along(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    """With the grace and the pause of a deployment: the phone hears of closing and sends at once, which is early enough."""
    async with evening(launch, databases, tmp_path, grace=Settings().grace) as there:
        await there.writing()
        await there.others_write()
        await there.adds(LONG)
        await there.ada.stands_at(PAUSE)
        assert there.given == []
        await there.closes()
        assert there.given == ["text"]
        assert await there.queue(OTHERS + 1) == sorted([LONG, *(f"Card {number}" for number in range(OTHERS))])
        await there.ada.sees("Your card is among those the facilitators read.")


async def test_g_m4_the_truth_under_an_input_has_the_numbers_of_its_session(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with evening(launch, databases, tmp_path) as there:
        ada = there.ada
        await there.writing()
        await ada.sees("If at least 5 people write or pass", f"at the latest {CARDS_LIVE_HOURS} hours after the end")
        await ada.tap("Help")
        await ada.tap("Your name")
        await ada.sees(f"It stays in the record until {KEPT_DAYS} days after the summary is signed.")


async def test_a_card_taken_back_in_the_pause_has_never_left(launch: Launch, databases: Databases, tmp_path: Path) -> None:
    async with evening(launch, databases, tmp_path) as there:
        await there.writing()
        await there.others_write()
        await there.adds(LONG)
        await there.ada.stands_at(PAUSE)
        await there.ada.tap("Take it back")
        await expect(there.ada.page.get_by_role("textbox")).to_have_value(LONG)
        await there.ada.tap("Pass")
        await there.ada.stands_at("Passed.")
        await there.closes()
        assert there.given == ["pass"]
        assert await there.queue(OTHERS) == [f"Card {number}" for number in range(OTHERS)]


async def test_a_page_that_is_loaded_again_in_the_pause_has_given_its_card(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with evening(launch, databases, tmp_path) as there:
        await there.writing()
        await there.others_write()
        await there.adds(LONG)
        await there.ada.stands_at(PAUSE)
        await there.ada.page.reload()
        await there.ada.stands_at("Your card is held.")
        await there.ada.sees(LONG)
        await there.closes()
        assert LONG in await there.queue(OTHERS + 1)


@pytest.mark.parametrize("words", [SHORT, LONG])
async def test_a_phone_that_sleeps_through_closing_says_that_its_card_was_not_included_and_has_the_words(
    launch: Launch, databases: Databases, tmp_path: Path, words: str
) -> None:
    """Also a long card that is in its pause when the line goes: it waits for the line like every other one."""
    async with evening(launch, databases, tmp_path, OTHERS + 1, beat=500, silence=SILENCE) as there:
        await there.writing()
        await there.others_write()
        ada = there.ada
        if words == LONG:
            await there.adds(LONG)
            await ada.stands_at(PAUSE)
            await ada.page.context.set_offline(True)
        else:
            await ada.page.context.set_offline(True)
            await ada.sees("Reconnecting.")
            await there.adds(SHORT)
        await ada.stands_at("Your card is on its way.")
        await there.closes()
        assert words not in await there.queue(OTHERS + 1)
        await ada.page.context.set_offline(False)
        await ada.sees("Yours was not included: it was lost on the way before this closed.", "your words are still here")
        await checks.open_next(there.desk, 1, *there.others)
        await ada.page.get_by_role("textbox").wait_for()
        await ada.tap("What I wrote")
        await ada.sees("Not included: it did not come along when writing closed.", words)
        await expect(ada.button("Take it back")).to_have_count(0)


@pytest.mark.parametrize("tabs", [1, 2])
async def test_g_a9_a_card_that_is_large_on_the_shared_screen_is_taken_back_calmly_and_only_once(
    launch: Launch, databases: Databases, tmp_path: Path, tabs: int
) -> None:
    async with evening(launch, databases, tmp_path) as there:
        ada, desk = there.ada, there.desk
        screen = await there.faces.screen(there.opened.screen_secret)
        await there.writing()
        await there.others_write()
        await there.adds(SHORT)
        await ada.stands_at("Your card is held.")
        await there.closes()
        await there.queue(OTHERS + 1)
        assert desk.desk is not None
        for queued in desk.desk.queue:
            assert await desk.do(c.ApproveCard(run=there.run, card=queued.id)) is None
        own = next(queued.id for queued in desk.desk.queue if queued.text == SHORT)
        assert await desk.do(c.ReleaseCards(run=there.run)) is None
        assert await desk.do(c.FeatureCard(run=there.run, card=own)) is None
        await expect(screen.page.locator(".featured")).to_contain_text(SHORT, timeout=WITHIN)
        await ada.sees("On the shared screen")

        pages = [ada]
        if tabs == 2:  # another tab of the same phone: it has the line from now on, and the same keys
            second = Face(await ada.page.context.new_page(), "Ada’s second tab", "", examined=False)
            await second.page.goto(f"/{there.opened.code}")
            await second.stands_at("What people wrote")
            await ada.stands_at("You went on in another place.")
            pages = [ada, second]
        for face in pages:
            await face.tap("What I wrote")
            await face.sees("Shared with the group.")
        for face in pages:
            await face.tap("Take it back")
        for face in pages:
            await face.sees("Taken back and erased.")
        await expect(screen.page.get_by_text(SHORT)).to_have_count(0, timeout=GONE_WITHIN)
        await expect(screen.page.locator(".featured")).to_have_count(0)
        await screen.stands_at("One hope")
        await screen.sees("Card 0")  # the wall as it stands without it, and no word about what was there
        for phone in there.others:
            await phone.until(lambda phone=phone: SHORT not in on_wall(phone))  # type: ignore[misc]
        gone = await checks.named_events(there.cluster.database, there.opened.id, "card_withdrawn")
        assert [event.card for event in gone if isinstance(event, CardWithdrawn)] == [own]
