"""One session that is pictured: its three pages, its simulated people, and how it is led on."""

import asyncio
import random
import re

from playwright.async_api import Locator, expect

from realtime.opening import Opened
from realtime.simulated import ALIASES, Phone
from tests.browser.faces import WITHIN, Face, Faces, words
from tests.browser.look_album import SMALL, Album
from tests.nodes import Cluster, NodeProcess


class Gate:
    """Simulated people answer while it is open, and think while it is shut."""

    def __init__(self) -> None:
        self._open = asyncio.Event()
        self._open.set()

    def shut(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    async def wait(self) -> None:
        await self._open.wait()


class Scene:
    def __init__(
        self,
        album: Album,
        faces: Faces,
        node: NodeProcess,
        opened: Opened,
        console: Face,
        screen: Face,
        people: int,
        made: Cluster,
    ) -> None:
        self.album, self.faces, self.node, self.opened = album, faces, node, opened
        self.console, self.screen, self.people = console, screen, people
        self.gate = Gate()
        self.others: list[Phone] = []
        self._made = made

    async def phone(self, name: str = "a phone") -> Face:
        return await self.faces.phone(name, self.opened.code, SMALL)

    async def others_join(self, number: int) -> None:
        for at in range(number):
            person = Phone(self.node.base, self.opened.code, ALIASES[at % len(ALIASES)], random.Random(at), self.gate.wait)
            await person.join()
            self._made.run(person)
            self.others.append(person)

    async def join(self, phone: Face, name: str) -> None:
        await phone.page.get_by_label("What shall we call you here?").fill(name)
        await phone.tap("Come in")

    async def next(self, says: str | re.Pattern[str]) -> None:
        """The one big Next of the console, once it says this."""
        async with self.album.coming(f"console, Next says “{says}”"):
            await self.next_button(says).click(timeout=WITHIN)

    def next_button(self, says: str | re.Pattern[str]) -> Locator:
        return self.console.page.locator("button.next", has_text=words(says) if isinstance(says, str) else says)

    async def press(self, text: str) -> None:
        async with self.album.coming(f"console, a button “{text}”"):
            await self.console.press(text)

    async def answer(self, text: str) -> None:
        async with self.album.coming(f"console, the dialog's answer “{text}”"):
            await self.console.answer(text)

    async def close_dialog(self) -> None:
        await self.console.page.keyboard.press("Escape")

    async def tap(self, phone: Face, text: str) -> None:
        async with self.album.coming(f"phone, a button “{text}”"):
            await phone.tap(text)

    async def three(self, phone: Face, state: str, heading: str, sees: tuple[str, ...] = (), *, dark: str = "") -> None:
        """The same moment on the phone, the console and the shared screen. `dark` names those that are shown in the dark too."""
        for face, page, its in ((phone, "phone", heading), (self.console, "console", ""), (self.screen, "screen", "")):
            await self.album.take(face, page, state, heading=its, sees=sees, dark=page in dark.split())

    async def press_skipping(self, title: str) -> None:
        """Begin an activity; lines that nobody collected are left out."""
        begin = self.next_button(f"Begin “{title}”")
        await self.next(f"Begin “{title}”")
        leave = self.console.page.get_by_role("dialog").get_by_role("button", name=words(title))
        async with self.album.coming(f"console, “{title}” begins"):
            # Either it begins, or the console asks once more.
            await expect(leave.or_(self.console.page.locator("body").filter(has_not=begin)).first).to_be_visible()
            if await leave.is_visible():
                await leave.click()

    async def next_turn(self, phone: Face) -> None:
        """The next person, once the phone has been told of it."""
        before = await phone.page.locator("main").inner_text()
        await self.next("Next person")
        await phone.page.wait_for_function(
            "before => document.querySelector('main').innerText.split(/[0-9]+:[0-9]+/)[0] !== before.split(/[0-9]+:[0-9]+/)[0]",
            arg=before,
        )

    async def share_all(self) -> None:
        """Every card that waits goes out with the next release."""
        waiting = self.console.page.locator("article[data-card]")
        for left in range(await waiting.count(), 0, -1):
            async with self.album.coming(f"console, {left} cards to read"):
                await waiting.first.get_by_role("button", name="Share").click()
                await expect(waiting).to_have_count(left - 1)
