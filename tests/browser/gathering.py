"""The first half of the session: they come in, read, answer one by one, and see the group in one picture."""

import asyncio
from collections.abc import Callable, Coroutine

from playwright.async_api import expect

from realtime.opening import Opened
from tests.browser.faces import Face, Faces, words
from tests.nodes import HELP
from workshop.library.loader import load_plan

NAMES = ("Ada", "Bo", "Cleo", "Dara", "Mika", "Mika")
"""A seventh keeps the name that the phone suggests. The second Mika gets a mark."""


class Workshop:
    """Everybody who takes part, and what they stand on."""

    def __init__(self, faces: Faces, opened: Opened, console: Face, screen: Face) -> None:
        self.faces, self.opened, self.console, self.screen = faces, opened, console, screen
        self.phones: list[Face] = []

    async def all_phones(self, do: Callable[[Face], Coroutine[None, None, None]]) -> None:
        await asyncio.gather(*(do(phone) for phone in self.phones))

    async def phones_see(self, *texts: str) -> None:
        await self.all_phones(lambda phone: phone.sees(*texts))

    async def phones_stand_at(self, heading: str) -> None:
        await self.all_phones(lambda phone: phone.stands_at(heading))

    async def examine(self) -> None:
        """All three faces as they stand, the phone once for all seven."""
        for face in (self.console, self.screen, self.phones[0]):
            await face.examine()

    async def begin(self, activity: str) -> None:
        await self.console.press(f"Begin “{activity}”")


# --- coming in


async def they_come_in(workshop: Workshop) -> None:
    console, screen, code = workshop.console, workshop.screen, workshop.opened.code
    spaced = f"{code[:4]} {code[4:]}"
    await console.stands_at("The room gathers.")
    await console.sees("Nobody has come in yet.", f"code {spaced}")
    await screen.stands_at("A first taste")
    await screen.sees(spaced, "You are welcome as you arrive.")
    await expect(screen.page.get_by_role("img", name=words("QR code for"))).to_have_js_property("complete", True)
    # The link is one tap; the name is there already; the second tap is the last.
    first = await workshop.faces.phone("a phone", code)
    await first.stands_at("A first taste")
    await first.sees("if at least 5 people answer or pass", "A key on this phone keeps your place")
    await first.examine()
    first.name = await first.page.get_by_label("What shall we call you here?").input_value()
    await first.tap("Come in")
    await first.stands_at(f"You are in, {first.name}.")
    others = await asyncio.gather(*(_comes_in(workshop, name) for name in NAMES[:-1]))
    again = await _comes_in(workshop, NAMES[-1])
    again.name = "Mika 2"
    workshop.phones = [first, *others, again]
    await workshop.all_phones(lambda phone: phone.stands_at(f"You are in, {phone.name}."))
    await workshop.all_phones(lambda phone: phone.sees("7 people are here"))
    await console.sees("7 people are here.", *(phone.name for phone in workshop.phones))
    await screen.sees("7 people are here.")
    await workshop.examine()
    await console.press("Join panel")
    await console.sees("Scan this, or open")
    await console.examine()
    await console.page.keyboard.press("Escape")


async def _comes_in(workshop: Workshop, name: str) -> Face:
    phone = await workshop.faces.phone(name, workshop.opened.code)
    await phone.page.get_by_label("What shall we call you here?").fill(name)
    await phone.tap("Come in")
    await phone.stands_at(f"You are in, {name}")
    return phone


# --- reading and answering


async def they_read_the_frame(workshop: Workshop) -> None:
    console, screen, phone = workshop.console, workshop.screen, workshop.phones[0]
    steps = [step.text for step in load_plan("taster").items[0].activity.stages[0].guide_steps]
    await workshop.begin("What this is, and what it is not")
    await workshop.phones_stand_at("How we meet here")
    await screen.sees(steps[0])
    for step in steps[1:]:
        await console.press("Next step")
        await workshop.phones_see(step)
        await screen.sees(step)
    await workshop.examine()
    await _help_is_one_tap_away(phone)
    await _the_room_is_calmed(workshop)


async def _help_is_one_tap_away(phone: Face) -> None:
    await phone.tap("Help")
    await phone.sees(HELP, "Leave quietly")
    await phone.examine()
    await phone.tap("Back")
    await phone.stands_at("How we meet here")


async def _the_room_is_calmed(workshop: Workshop) -> None:
    await workshop.console.page.keyboard.press("h")
    await workshop.phones_stand_at("We pause here for a moment.")
    await workshop.screen.stands_at("We pause here for a moment.")
    await workshop.examine()
    await workshop.console.press("Go on where we were")
    await workshop.phones_stand_at("How we meet here")


async def they_answer_one_choice(workshop: Workshop) -> None:
    """One passes, one rests and comes back. This picture is never shown."""
    console, screen, (passing, resting, *others) = workshop.console, workshop.screen, workshop.phones
    await console.press("Begin")
    await workshop.phones_stand_at("Where are you with this?")
    await passing.sees("Counted without your name.")
    await workshop.examine()
    await _rests_and_comes_back(workshop, resting)

    async def answers(phone: Face) -> None:
        await phone.page.get_by_label(words("I am ready to go on")).tap()
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await passing.tap("Pass")
    await passing.stands_at("Passed.")
    await passing.examine()
    await asyncio.gather(*(answers(phone) for phone in (resting, *others)))
    await console.sees("7 of 7 have answered")
    await screen.sees("7 of 7 have answered")
    await others[0].examine()
    await console.press("Close the question")
    await workshop.phones_stand_at("This is closed.")
    await asyncio.gather(*(phone.sees("Yours was included.") for phone in (resting, *others)))
    await passing.sees_not("Yours was included.")
    await screen.sees("Answering has closed.")
    await workshop.examine()


async def _rests_and_comes_back(workshop: Workshop, phone: Face) -> None:
    await phone.tap("Rest")
    await phone.stands_at("You are resting.")
    await workshop.console.sees("1 rests", "0 of 7 have answered")
    await phone.examine()
    await phone.tap("Come back")
    await phone.stands_at("Where are you with this?")
    await workshop.console.sees("nobody rests")


async def they_mark_reasons_and_see_the_picture(workshop: Workshop) -> None:
    console, screen, phones = workshop.console, workshop.screen, workshop.phones
    await workshop.begin("Hopes and hesitations")
    await workshop.phones_stand_at("I am here because of...")

    async def marks(phone: Face) -> None:
        await phone.page.get_by_label(words("plain curiosity")).tap()
        await phone.page.get_by_label(words("a change or a loss")).tap()
        await phone.page.get_by_label(words("old hurts")).tap()
        await phone.sees("3 chosen, no more can be added")
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await phones[0].page.get_by_label(words("plain curiosity")).tap()
    await phones[0].examine()
    await phones[0].page.get_by_label(words("plain curiosity")).tap()
    await workshop.all_phones(marks)
    await console.sees("7 of 7 have answered")
    await console.press("Close the question")
    await console.sees("What the group said", "Only this console sees it until you show it.")
    await workshop.phones_stand_at("This is closed.")
    await screen.sees_not("Told in words")
    await console.press("Show the picture")
    await workshop.phones_stand_at("Here is the whole group.")
    for face in (console, screen, *phones):
        # Seven answers and all alike: words instead of sums.
        await face.sees("Most or all chose", "Told in words, because few answered or nearly all agree.")
    await workshop.examine()
