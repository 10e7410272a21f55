"""Pictures of the main states of all faces, light and dark, to look at: `python -m tests.browser.look FOLDER [PEOPLE]`.

Not a test. A practice session with simulated people on a server of its own; every picture is of the same session.
"""

import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from playwright.async_api import expect

from realtime.opening import Opened
from tests.browser.chromium import find, launched
from tests.browser.faces import Face, Faces, Scheme
from tests.nodes import Cluster, NodeProcess, cluster
from workshop.library.loader import load_plan
from workshop.records.migrate import upgrade

PACE = 4.0
SMALL = (360, 780)
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
PEOPLE = 12
ALIAS = {"light": "Ada", "dark": "Bartholomew of the Hills"}


class Looking:
    """One set of faces per scheme, all in one session."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faces: list[tuple[Face, str]] = []
        """Each with what its pictures are called after the state."""
        self.phones: list[Face] = []
        self.consoles: list[Face] = []

    def add(self, face: Face, kind: str) -> None:
        self.faces.append((face, kind))

    async def shoot(self, state: str, only: str = "") -> None:
        for face, kind in self.faces:
            if only in kind:
                await face.page.screenshot(path=self.folder / f"{state}-{kind}.png")

    async def press(self, text: str) -> None:
        await self.consoles[0].press(text)

    async def phones_see(self, text: str) -> None:
        for phone in self.phones:
            await phone.stands_at(text)


async def look(folder: Path, people: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    async with AsyncExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="holdspace-look-")))
        url = f"sqlite:///{home / 'look.db'}"
        await upgrade(url)
        made = await stack.enter_async_context(cluster(home, url, beat=2000, silence=3500, asleep_after=45_000))
        serving = await made.start()
        opened = await made.open(load_plan("taster"), practice=True, pace=PACE)
        browser = await stack.enter_async_context(launched(find(), home))
        looking = Looking(folder)
        for scheme in SCHEMES:
            faces = Faces(browser, serving.base, scheme, examined=False)
            await _opened(looking, faces, opened, scheme)
        await _played(looking, made, serving, opened, people)


async def _opened(looking: Looking, faces: Faces, opened: Opened, scheme: Scheme) -> None:
    enter = await faces.open("somebody", "/", SMALL, has_touch=True, is_mobile=True)
    await enter.stands_at("Which session?")
    await enter.page.screenshot(path=looking.folder / f"00-enter-phone-{scheme}.png")
    phone = await faces.phone("a phone", opened.code, SMALL)
    await phone.page.get_by_label("What shall we call you here?").fill(ALIAS[scheme])
    looking.phones.append(phone)
    console = await faces.console(opened.console_secret)
    looking.consoles.append(console)
    looking.add(phone, f"phone-{scheme}")
    looking.add(console, f"console-{scheme}")
    looking.add(await faces.console(opened.console_secret, SMALL), f"small-console-{scheme}")
    looking.add(await faces.screen(opened.screen_secret), f"screen-{scheme}")


async def _played(looking: Looking, made: Cluster, serving: NodeProcess, opened: Opened, people: int) -> None:
    await looking.consoles[0].stands_at("The room gathers.")
    await looking.shoot("01-door")
    for _ in range(people):
        await made.phone(serving.base, opened, answers=True)
    for phone in looking.phones:
        await phone.tap("Come in")
    await looking.phones_see("You are in")
    await looking.shoot("02-lobby")
    await looking.press("Join panel")
    await looking.shoot("03-join-panel", "light")
    await looking.consoles[0].page.keyboard.press("Escape")
    await _frame(looking)
    await _question(looking)
    await _wall(looking)
    await _rooms(looking)
    await _scale_and_end(looking)


async def _frame(looking: Looking) -> None:
    await looking.press("Begin")
    await looking.phones_see("Please read at your own pace.")
    await looking.press("Next step")
    await looking.phones[0].sees("You decide what you share.")
    await looking.shoot("04-guide")
    await looking.press("Calm the room")
    await looking.phones_see("We pause here")
    await looking.shoot("05-calm")
    await looking.press("Go on where we were")
    await looking.phones_see("Please read")
    for phone in looking.phones:
        await phone.tap("Help")
    await looking.shoot("06-help", "phone")
    for phone in looking.phones:
        await phone.tap("Back")
        await phone.tap("Rest")
        await phone.stands_at("You are resting.")
    await looking.shoot("07-resting")
    for phone in looking.phones:
        await phone.tap("Come back")
    await looking.press("Next step")
    await looking.phones[0].sees("Your private pages")
    await looking.press("Next step")
    await looking.phones[0].sees("If things feel too much")


async def _question(looking: Looking) -> None:
    await looking.press("Begin")
    await looking.phones_see("Where are you with this?")
    await looking.shoot("08-choice")
    for phone in looking.phones:
        await phone.tap("Pass")
        await phone.stands_at("Passed.")
    await looking.shoot("09-passed", "phone")
    await looking.press("Close the question")
    await looking.phones_see("This is closed.")
    await looking.shoot("10-choice-closed")
    await looking.press("Begin")
    await looking.phones_see("I am here because of")
    for phone in looking.phones:
        await phone.page.get_by_label("plain curiosity").tap()
    await looking.shoot("11-multi")
    for phone in looking.phones:
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")
    await looking.shoot("12-held", "phone")
    await looking.press("Close the question")
    await looking.consoles[0].sees("What the group said")
    await looking.shoot("13-picture-before", "console")
    await looking.press("Show the picture")
    await looking.phones_see("Here is the whole group.")
    await looking.shoot("14-picture")


async def _wall(looking: Looking) -> None:
    await looking.press("Begin")
    await looking.phones_see("One hope or one hesitation.")
    for phone in looking.phones:
        await phone.page.get_by_role("textbox").fill(
            "That I can be here without having to be the one who keeps it all together, for once."
        )
    await looking.shoot("15-write")
    for phone in looking.phones:
        await phone.tap("Add mine")
        await phone.stands_at("Your card is held.")
    await looking.shoot("16-card-held", "phone")
    await looking.press("Close writing")
    await looking.phones_see("Writing has closed.")
    console = looking.consoles[0].page
    cards = await console.get_by_role("article").count()
    await console.get_by_role("article").first.get_by_role("button", name="Hide").click()
    await expect(console.get_by_role("article")).to_have_count(cards - 1)
    await looking.shoot("17-queue")
    waiting = console.get_by_role("article")
    for left in range(await waiting.count(), 0, -1):
        await waiting.first.get_by_role("button", name="Share").click()
        await expect(waiting).to_have_count(left - 1)
    await looking.shoot("18-read", "console")
    await looking.press("Release")
    await looking.phones_see("What people wrote")
    await looking.shoot("19-wall")


async def _rooms(looking: Looking) -> None:
    await looking.press("Begin")
    await looking.phones_see("Small rooms are next.")
    await looking.shoot("20-rooms-before")
    await looking.press("Form the rooms")
    await looking.consoles[0].sees("Start 7 rooms")
    await looking.shoot("21-rooms-formed")
    await looking.press("Start 7 rooms")
    await looking.phones_see("First person answers")
    await looking.shoot("22-rooms-running")
    await looking.press("End the rooms")
    await looking.phones_see("The rooms have closed.")
    await looking.shoot("23-rooms-over")
    await looking.press("Begin")
    await looking.press("Form the rooms")
    await looking.press("Start 7 rooms")
    await looking.phones_see("Speaker has the time")
    await looking.shoot("24-turns")
    await looking.press("End the rooms")


async def _scale_and_end(looking: Looking) -> None:
    await looking.press("Begin")
    await looking.phones_see("Being listened to like this was")
    for phone in looking.phones:
        await phone.page.get_by_role("radio", name="5 of 7").first.tap()
    await looking.shoot("25-scale")
    await looking.phones[0].tap("Add mine")
    await looking.press("Close the question")
    await looking.press("Show the picture")
    await looking.phones_see("Here is the whole group.")
    await looking.shoot("26-histogram")
    await looking.press("End the session for everybody")
    await looking.shoot("27-end-asked", "console-light")
    await looking.press("End it")
    await looking.phones_see("Thank you for being here")
    await looking.shoot("28-ended")


if __name__ == "__main__":
    asyncio.run(look(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE))
