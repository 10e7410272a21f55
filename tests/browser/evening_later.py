"""The first circle, from the check-in to the signed summary: what each face shows is written here by hand."""

import asyncio
import re

from playwright.async_api import expect

from tests.browser.evening import Evening
from tests.browser.faces import WITHIN, Face
from tests.nodes import HELP

HARD = "Finn would say it was all his fault."
SOFTER = "I would like to put an old anger down."
WITHDRAWN = "Ada hopes to find words."
NOTE = "Could this be said without a name or a place?"
THEME = "Hoping to be heard without being fixed"


# --- how I arrive, and the round


async def they_set_sliders(evening: Evening, begin: str, prompt: str, asks: tuple[str, str]) -> None:
    """Seven answers are told in words, never in numbers."""
    await evening.keys.next(begin)
    await evening.phones_stand_at(prompt)

    async def sets(phone: Face) -> None:
        for number, ask in enumerate(asks):
            await phone.page.get_by_role("group", name=ask).get_by_role("radio", name=f"{5 + number} of 7").tap()
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await evening.all_phones(sets)
    await evening.console.sees("7 of 7 have answered")
    await evening.keys.next("Close the question")
    await evening.keys.next("Show the picture")
    await evening.phones_stand_at("Here is the whole group.")
    await evening.screen.sees(*asks)
    await evening.examine()


async def they_take_turns(evening: Evening) -> None:
    """Done, Pass and the facilitator's next look alike; phones that sleep in a pocket change nothing (G-R8, G-M2)."""
    console, screen, keys = evening.console, evening.screen, evening.keys
    await keys.next("Begin")
    await evening.phones_stand_at("When your turn lights up: one word, one sentence, or pass.")
    await screen.sees("in an order that is drawn when we begin")
    await evening.examine()
    await keys.next("Draw the order and start the round")
    first = await speaker(evening)
    await evening.examine()
    await first.tap("Done")
    second = await speaker(evening, after=first)
    await evening.all_phones(lambda phone: phone.sees("1 of 7 have had their turn"))
    await second.tap("Pass")
    third = await speaker(evening, after=second)
    await evening.all_phones(lambda phone: phone.sees("2 of 7 have had their turn"))
    await screen.sees("2 of 7 have had their turn")
    await third.tap("Later")
    await speaker(evening, after=third)
    async with evening.asleep():
        await expect(console.page.get_by_text("phone asleep")).to_have_count(7, timeout=WITHIN)
        for done in range(2, 6):
            await screen.sees(f"{done} of 7 have had their turn")
            await keys.next("Next person")
        await screen.sees(third.name, "After this everybody has had a turn.")
        await keys.next("Next person")
        await screen.stands_at("The round is complete.")
        await console.sees("7 people", "nobody rests")
    await evening.phones_stand_at("The round is complete.")
    await expect(console.page.get_by_text("phone asleep")).to_have_count(0, timeout=WITHIN)


async def speaker(evening: Evening, after: Face | None = None) -> Face:
    """Whose phone lights up; the others read the name, and so does the screen."""

    async def is_on(phone: Face) -> bool:
        return phone is not after and await phone.heading("This is your turn.").is_visible()

    on: list[Face] = []
    async with asyncio.timeout(WITHIN / 1000):
        while not on:
            await evening.phones[0].page.evaluate("new Promise(requestAnimationFrame)")
            on = [phone for phone in evening.phones if await is_on(phone)]
    [one] = on
    await evening.screen.sees(one.name)
    others = [phone for phone in evening.phones if phone is not one]
    await asyncio.gather(*(phone.sees(one.name) for phone in others))
    return one


# --- cards


async def they_mark_what_brought_them(evening: Evening) -> None:
    await evening.keys.next("Begin “Hopes and hesitations”")
    await evening.phones_stand_at("I am here because of...")

    async def marks(phone: Face) -> None:
        for reason in ("plain curiosity", "old hurts"):
            await phone.page.get_by_label(reason).tap()
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await evening.all_phones(marks)
    await evening.console.sees("7 of 7 have answered")
    await evening.keys.next("Close the question")
    await evening.keys.next("Show the picture")
    await evening.phones_stand_at("Here is the whole group.")


def card_of(phone: Face) -> str:
    words = {"Finn": HARD, "Ada": WITHDRAWN}
    return words.get(phone.name, f"{phone.name} hopes to listen without an answer ready.")


async def they_write_and_one_card_is_returned(evening: Evening) -> None:
    """The note reaches the unknown author and nobody else; the other words go out with the whole wall."""
    console, screen, keys, phones = evening.console, evening.screen, evening.keys, evening.phones
    finn = next(phone for phone in phones if phone.name == "Finn")
    await keys.next("Begin")
    await evening.phones_stand_at("One hope or one hesitation.")

    async def writes(phone: Face) -> None:
        await phone.page.get_by_role("textbox").fill(card_of(phone))
        await phone.tap("Add mine")
        await phone.stands_at("Your card is held.")

    await evening.all_phones(writes)
    await console.sees("7 of 7 have answered")
    await keys.next("Close writing")
    await console.sees("7 cards to read")
    await keys.press("m")
    for left in range(7, 0, -1):
        await console.sees(f"{left} cards to read" if left > 1 else "1 card to read")
        card = await console.page.evaluate("document.activeElement.closest('[data-card]')?.innerText ?? ''")
        assert card, "the card to read has no focus"
        if HARD in card:
            await keys.press_on_card("r")
            await console.sees("You will not learn who it is")
            await console.examine()
            await keys.reach("Note to its writer")
            await keys.write(NOTE)
            await keys.enter("Return the card")
        else:
            await keys.press_on_card("a")
    await keys.next("Release 6 cards")
    await evening.phones_stand_at("What people wrote")
    await screen.sees(*(card_of(phone) for phone in phones if phone is not finn))
    for face in (screen, *phones):
        await face.sees_not("all his fault")
    await finn.sees("There is a note about a card of yours.")
    for phone in phones:
        if phone is not finn:
            assert not any(NOTE in frame for frame in phone.heard)
            await phone.sees_not("There is a note about a card of yours.")
    await finds_other_words(finn)
    await console.sees(SOFTER)
    await keys.press("m")
    await keys.press_on_card("a")
    await keys.next("Release")
    await evening.phones_see(SOFTER)
    await screen.sees(SOFTER)
    await evening.examine()


async def finds_other_words(phone: Face) -> None:
    await phone.tap("There is a note about a card of yours.")
    await phone.stands_at("What you wrote today")
    await phone.sees_not("There is a note about a card of yours.")
    await phone.sees("A note from the facilitators, who do not know you wrote this:", NOTE)
    await phone.examine()
    await phone.tap("Find other words")
    await phone.page.get_by_label("Other words for this card").fill(SOFTER)
    await phone.tap("Give these words")
    await phone.tap("Back")


async def one_card_is_taken_back(evening: Evening) -> None:
    """It is gone from every page within moments, and nobody but its author could do that (G-A9)."""
    ada = next(phone for phone in evening.phones if phone.name == "Ada")
    await evening.screen.sees(WITHDRAWN)
    await ada.tap("What I wrote")
    await ada.sees(WITHDRAWN, "Shared with the group.")
    await ada.tap("Take it back")
    await ada.sees("Taken back and erased.")
    await ada.tap("Back")
    for face in (evening.screen, evening.console, *evening.phones):
        await face.sees_not(WITHDRAWN)


# --- rooms with sleeping phones


async def they_meet_with_their_phones_in_their_pockets(evening: Evening) -> None:
    console, screen, keys = evening.console, evening.screen, evening.keys
    await keys.next("Begin “Three short meetings”")
    await keys.next("Propose rooms for 7")
    await keys.next("Announce 3 rooms")
    await keys.next("Go: start 3 rooms")
    await evening.phones_stand_at("First person answers")
    async with evening.asleep():
        for number in (2, 3):
            await console.sees(f"Round {number} of 3.")
            await screen.sees("First person answers")
        await screen.stands_at("Welcome back")
        await console.sees("7 people", "nobody rests")
    await evening.phones_stand_at("The rooms have closed.")


async def they_listen(evening: Evening) -> None:
    console, keys = evening.console, evening.keys
    await keys.next("Begin “Equal turns”")
    await keys.next("Propose rooms for 7")
    await keys.next("Announce 3 rooms")
    await keys.next("Go: start 3 rooms")
    await evening.phones_stand_at("Speaker has the time")
    await keys.next("End softly")
    await console.sees("End before the last turn?")
    await keys.enter("End softly")
    await keys.enter("End now")
    await console.sees("End the rooms for everybody?")
    await keys.enter("End the rooms")
    await evening.phones_stand_at("The rooms have closed.")


# --- the end


async def somebody_asks_for_a_person(evening: Evening) -> None:
    """Named, to the facilitators alone; it has to be settled before the end (G-M3)."""
    console, screen, keys, phones = evening.console, evening.screen, evening.keys, evening.phones
    asking = phones[4]
    await evening.phones_stand_at("One thing I take with me, one word, or pass.")
    await screen.sees("in an order that is drawn when we begin")
    before = {face.name: len(face.heard) for face in (screen, *phones) if face is not asking}
    await asking.tap("Help")
    await asking.sees(HELP)
    await asking.tap("Ask for a person")
    await asking.sees("A person has been told.")
    await console.sees(f"{asking.name} would like a person.")
    for face in (screen, *phones):
        if face is not asking:
            heard = [frame for frame in face.heard[before[face.name] :] if '"t":"beat"' not in frame]
            assert heard == [], f"{face.name} was told something"
    await console.examine()
    await keys.enter("End the session")
    await console.sees("Somebody has asked for a person")
    await keys.enter("Answered")  # in the dialog itself, which then asks about the end
    await asking.sees("Somebody has answered you.")
    await asking.tap("Back")


async def they_part(evening: Evening) -> None:
    console, screen, keys = evening.console, evening.screen, evening.keys
    await console.sees("End the session for everybody?")
    await keys.enter("End it")
    await evening.all_phones(lambda phone: phone.stands_at(f"Thank you for being here, {phone.name}."))
    await evening.phones_see("The facilitators have closed the session.")
    await screen.stands_at("Thank you for being here.")
    for face in (evening.phones[0], screen):
        await face.examine()


async def the_summary_is_signed(evening: Evening) -> None:
    """Themes, the preview of exactly what will be published, what was left out and why, and the signature."""
    console, keys = evening.console, evening.keys
    await console.sees("The summary", "5–7 people", "Left out, and why")
    await console.examine()
    await keys.reach("Theme 1")
    await keys.write(THEME)
    await keys.enter("Put them into the preview")
    await console.sees("The preview has these themes.")
    await expect(console.page.get_by_text(THEME)).to_be_visible(timeout=WITHIN)
    await keys.enter("Sign")
    await console.sees("Sign and publish this summary?")
    await console.examine()
    await keys.enter("Sign it")
    await console.sees("The cards are erased.", THEME)
    text = await console.page.locator("main").inner_text()
    assert not re.search(r"hopes to listen|put an old anger down", text), "a card stands in the summary"
    await console.examine()
