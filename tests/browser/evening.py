"""The first circle, from the door to the agreements: what each face shows is written here by hand, line by line."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Locator, expect

from realtime.opening import Opened
from tests.browser.by_keyboard import Keyboard
from tests.browser.faces import WITHIN, Face, Faces, words
from tests.browser.gathering import Workshop

NAMES = ("Ada", "Bo", "Cleo", "Dara", "Emre", "Finn", "Gül")
PROPOSED = "We let each other finish."
FIRST_LINE = "What is told here stays here"
SECOND_LINE = "I speak for myself and from my own life."


class Evening(Workshop):
    """Everybody of the first circle; the console is led by keyboard alone, the phones are touched."""

    def __init__(self, faces: Faces, opened: Opened, console: Face, screen: Face) -> None:
        super().__init__(faces, opened, console, screen)
        self.keys = Keyboard(console)

    @asynccontextmanager
    async def asleep(self) -> AsyncIterator[None]:
        """All phones, as when they are locked and in a pocket: no script of their pages runs meanwhile, sockets stay open."""
        sessions = [await phone.page.context.new_cdp_session(phone.page) for phone in self.phones]
        try:
            for session in sessions:
                await session.send("Debugger.enable")
                await session.send("Debugger.pause")
            yield
        finally:
            for session in sessions:
                await session.detach()


async def they_arrive(evening: Evening) -> None:
    """Two taps from the link to being in: the name is there already."""
    console, screen = evening.console, evening.screen
    await console.stands_at("The room gathers.")
    await screen.stands_at("First circle: safe enough to begin")

    async def comes(name: str) -> Face:
        phone = await evening.faces.phone(name, evening.opened.code)
        await phone.stands_at("First circle: safe enough to begin")
        await phone.sees("For adults. This is a workshop, not treatment.", "No account, no e-mail.")
        field = phone.page.get_by_label("What shall we call you here?")
        assert await field.input_value() != ""
        await field.fill(name)
        await phone.tap("Come in")
        await phone.stands_at(f"You are in, {name}.")
        return phone

    evening.phones = [await comes(NAMES[0])]
    await evening.phones[0].examine()
    evening.phones += await asyncio.gather(*(comes(name) for name in NAMES[1:]))
    await console.sees("7 people are here.", *NAMES)
    await screen.sees("7 people are here.")
    await evening.examine()


async def they_read_and_say_that_they_are_ready(evening: Evening) -> None:
    console, screen, keys = evening.console, evening.screen, evening.keys
    await keys.next("Begin “What this is, and what it is not”")
    await evening.phones_stand_at("How we meet here")
    for step in (
        "Passing, resting and leaving are always fine.",
        "Shared cards carry no name.",
        "ask for a person to check on you",
    ):
        await keys.next("Next step")
        await evening.phones_see(step)
        await screen.sees(step)
    await evening.examine()
    await keys.press("h")
    await evening.phones_stand_at("We pause here for a moment.")
    await keys.next("Go on where we were")
    await evening.phones_stand_at("How we meet here")
    await keys.next("Begin")
    await evening.phones_stand_at("Where are you with this?")

    async def answers(phone: Face) -> None:
        await phone.page.get_by_label(words("I am ready to go on")).tap()
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await evening.all_phones(answers)
    await console.sees("7 of 7 have answered")
    await keys.next("Close the question")
    await evening.phones_stand_at("This is closed.")


async def they_agree_on_promises(evening: Evening) -> None:
    """A question holds one line back, shown as yes or no at once; a proposed line is collected, read, shown and kept."""
    console, screen, keys, phones = evening.console, evening.screen, evening.keys, evening.phones
    proposing, asking = phones[0], phones[1]
    await keys.next("Begin “What we promise each other”")
    await evening.phones_see(FIRST_LINE, SECOND_LINE, "We take no pictures and record nothing.")
    await screen.sees(FIRST_LINE, "On your phone you can add a line, support one, or ask about one.")
    await evening.examine()
    await line_of(asking, SECOND_LINE).get_by_role("button", name="I have a question").tap()
    await asking.sees("of questions only whether there is one")
    await screen.sees("there is a question")
    await console.sees("open question")
    await evening.phones_see("There is a question about this")
    await proposing.page.get_by_role("textbox").fill(PROPOSED)
    await proposing.tap("Propose it")
    await proposing.sees("Your line is held until the facilitators collect lines.")
    for face in (console, screen, *phones[1:]):
        await face.sees_not(PROPOSED)
    await keys.press("c")
    await console.sees("1 proposed line to read", PROPOSED)
    await proposing.sees("Your line is with the facilitators, who are not told whose it is.")
    for face in (screen, *phones[1:]):
        await face.sees_not(PROPOSED)
    await console.examine()
    await keys.press("m")
    await keys.press_on_card("a")
    await evening.phones_see(PROPOSED)
    await screen.sees(PROPOSED)
    await keys.next("Keep 7 agreements")
    await evening.all_phones(lambda phone: kept(phone, 7))
    await screen.sees("kept")
    await line_of(asking, SECOND_LINE).get_by_role("button", name="I have a question").tap()
    await screen.sees_not("there is a question")
    await keys.next("Keep 1 agreement")
    await evening.all_phones(lambda phone: kept(phone, 8))
    await evening.examine()


def line_of(phone: Face, text: str) -> Locator:
    return phone.page.get_by_role("listitem").filter(has_text=text)


async def kept(phone: Face, lines: int) -> None:
    await expect(phone.page.get_by_text("We keep this")).to_have_count(lines, timeout=WITHIN)
