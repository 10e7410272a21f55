"""The second half: cards without a name while a node dies, rooms that go on by themselves, and the end."""

import asyncio
import re
from typing import Any

from playwright.async_api import expect

from tests.browser.faces import WITHIN, Face, words
from tests.browser.gathering import Workshop
from tests.nodes import HELP, NodeProcess
from tests.proxy import Proxy
from tests.waiting import until

KEPT = "holdspace:seat:"

# --- cards


def card_of(phone: Face) -> str:
    return f"{phone.name.split()[-1]} hopes to listen without an answer ready."


async def they_write_cards_while_a_node_dies(workshop: Workshop, nodes: list[NodeProcess], in_front: Proxy) -> None:
    console, screen, phones = workshop.console, workshop.screen, workshop.phones
    await console.press("Begin")
    await workshop.phones_stand_at("One hope or one hesitation.")
    await phones[0].sees("Kept without your name, place, device or time.")
    await phones[0].page.get_by_role("textbox").fill("half a sen")
    await workshop.examine()

    async def writes(phone: Face) -> None:
        await phone.page.get_by_role("textbox").fill(card_of(phone))
        await phone.tap("Add mine")
        await phone.stands_at("Your card is held.")
        await phone.sees(card_of(phone))

    await workshop.all_phones(writes)
    await console.sees("7 of 7 have answered", "No cards yet. 7 people have written or passed.")
    await phones[0].examine()
    victim = max(nodes, key=lambda node: in_front.lines_to(node.port))
    before = {phone.name: phone.sockets for phone in phones}
    await victim.kill()
    await until(lambda: any(phone.sockets > before[phone.name] for phone in phones))
    await workshop.all_phones(lambda phone: phone.sees_not("Reconnecting."))
    await console.sees_not("Reconnecting.")
    await screen.sees_not("Reconnecting.")
    # They repeated what they had written, to the node that is left.
    await console.sees("7 of 7 have answered")
    await console.press("Close writing")
    await workshop.phones_stand_at("Writing has closed.")
    await workshop.all_phones(lambda phone: phone.sees("Your card is among those the facilitators read."))
    await console.sees("7 cards to read", "Shuffled. Nobody here knows whose they are.")
    await screen.sees("The cards come as soon as they are read.")
    await workshop.examine()


async def cards_are_read_and_released(workshop: Workshop) -> None:
    console, screen, phones = workshop.console, workshop.screen, workshop.phones
    hidden, *shown = phones
    texts = [card_of(phone) for phone in shown]
    await console.page.get_by_role("article").filter(has_text=card_of(hidden)).get_by_role("button", name="Hide").click()
    await console.sees("6 cards to read")
    for text in texts:
        await console.page.get_by_role("article").filter(has_text=text).get_by_role("button", name="Share").click()
    await console.sees("All cards are read")
    for face in (screen, *phones):
        await face.sees_not(*texts[:1])  # nothing is out before it is released
    await console.press("Release 6 cards")
    await workshop.phones_stand_at("What people wrote")
    await workshop.all_phones(lambda phone: phone.sees("6 cards in mixed order.", *texts))
    await screen.sees(*texts)
    for face in (screen, *phones):
        await face.sees_not(card_of(hidden))
    for phone in shown:
        await expect(phone.page.get_by_role("listitem").filter(has_text="Yours. Only your phone marks it.")).to_contain_text(
            card_of(phone)
        )
    await hidden.sees("Your card is not among the ones shown so far.")
    await workshop.examine()


# --- rooms


async def rooms_on(console: Face) -> list[list[str]]:
    """Who is with whom, as the console shows it, by number of the room."""
    tiles = console.page.locator("li.tile")
    names = await tiles.evaluate_all(
        "tiles => tiles.map(tile => [...tile.querySelectorAll('.name')].map(name => name.textContent))"
    )
    return [[re.sub(r"[\u2066-\u2069]", "", name) for name in room] for room in names]


async def phones_know_their_rooms(workshop: Workshop, rooms: list[list[str]]) -> None:
    assert sorted(name for room in rooms for name in room) == sorted(phone.name for phone in workshop.phones)
    assert sorted(len(room) for room in rooms) == [2, 2, 3]

    async def knows(phone: Face) -> None:
        [room] = [room for room in rooms if phone.name in room]
        others = sorted(name for name in room if name != phone.name)
        said = phone.page.get_by_text(re.compile("You are (with|a group of three or more, with)")).first
        for name in others:
            await expect(said).to_have_text(words(name), timeout=WITHIN)

    await workshop.all_phones(knows)


async def they_meet_three_people(workshop: Workshop) -> None:
    """Three rounds by themselves. Nobody meets anybody twice, and who sits with two others has the same time as they have."""
    console, screen = workshop.console, workshop.screen
    await workshop.begin("Three short meetings")
    await workshop.phones_stand_at("Small rooms are next.")
    await screen.sees("In a moment you meet in small rooms.")
    await workshop.examine()
    await console.press("Propose rooms")
    await console.sees("Announce 3 rooms")
    rooms = await rooms_on(console)
    await console.press("Announce 3 rooms")
    await phones_know_their_rooms(workshop, rooms)
    await screen.stands_at("Find your partner")
    await workshop.examine()
    await console.press("Go: start 3 rooms")
    met = couples(rooms)
    await workshop.phones_stand_at("First person answers")
    await screen.stands_at("First person answers")
    await workshop.phones_stand_at("Second person answers")
    await workshop.examine()
    for number in (2, 3):
        await console.sees(f"Round {number} of 3.")
        rooms = await rooms_on(console)
        await phones_know_their_rooms(workshop, rooms)
        assert not met & couples(rooms), "somebody met somebody twice"
        met |= couples(rooms)
    await workshop.phones_stand_at("The rooms have closed.")
    await screen.stands_at("Welcome back")


def couples(rooms: list[list[str]]) -> set[frozenset[str]]:
    return {frozenset((one, other)) for room in rooms for one in room for other in room if one != other}


async def they_listen_in_turns(workshop: Workshop) -> None:
    """In each room the roles move on by one place a turn, on every phone of the room at once."""
    console, screen = workshop.console, workshop.screen
    await workshop.begin("Equal turns")
    await console.press("Propose rooms")
    await console.sees("Announce 3 rooms")
    rooms = await rooms_on(console)
    await console.press("Announce 3 rooms")
    await phones_know_their_rooms(workshop, rooms)
    await console.press("Go: start 3 rooms")
    await workshop.phones_stand_at("Speaker has the time")
    first = await _speakers(workshop)
    await workshop.examine()
    # The three share the same time, so their turns are shorter; by now each first speaker has become a listener.
    await asyncio.gather(*(phone.sees("You: listener") for phone in workshop.phones if phone.name in first))
    second = await _speakers(workshop)
    assert not first & second, "somebody was the speaker twice in a row"
    for room in rooms:
        assert len(first & set(room)) == len(second & set(room)) == 1
    await ends_softly(console)
    await console.press("End now")
    await console.answer("End the rooms")
    await workshop.phones_stand_at("The rooms have closed.")
    await screen.stands_at("Welcome back")


async def ends_softly(console: Face) -> None:
    """Asked once more while turns are to come."""
    await console.press("End softly")
    asked = console.page.get_by_role("dialog").get_by_role("button", name="End softly", exact=True)
    await expect(asked.or_(console.button("End now")).first).to_be_visible(timeout=WITHIN)
    if await asked.is_visible():
        await asked.click()


async def _speakers(workshop: Workshop) -> set[str]:
    said = await asyncio.gather(*(phone.page.locator("main").inner_text() for phone in workshop.phones))
    return {phone.name for phone, text in zip(workshop.phones, said, strict=True) if words("You: speaker").search(text)}


# --- the end


async def they_say_how_it_was(workshop: Workshop) -> None:
    console, screen, phones = workshop.console, workshop.screen, workshop.phones
    await console.press("Begin")
    await workshop.phones_stand_at("Being listened to like this was...")

    async def touches(phone: Face) -> None:
        for ask, step in (("As a speaker", "6 of 7"), ("As a listener", "7 of 7")):
            await phone.page.get_by_role("group", name=ask).get_by_role("radio", name=step).tap()
        await phone.tap("Add mine")
        await phone.stands_at("Yours is held.")

    await workshop.examine()
    await workshop.all_phones(touches)
    await console.sees("7 of 7 have answered")
    await console.press("Close the question")
    await console.press("Show the picture")
    await workshop.phones_stand_at("Here is the whole group.")
    for face in (console, screen, *phones):
        await face.sees("Rather good for me", "Rather easy")
    await workshop.examine()


async def they_part(workshop: Workshop) -> None:
    console, screen, phone = workshop.console, workshop.screen, workshop.phones[0]
    await console.press("End the session for everybody")
    await console.sees("End the session for everybody?")
    await console.examine()
    await console.press("End it")
    await workshop.all_phones(lambda phone: phone.stands_at(f"Thank you for being here, {phone.name}."))
    await workshop.all_phones(_keeps_nothing)
    await screen.stands_at("Thank you for being here.")
    await console.stands_at("The summary")
    await phone.tap("If something stays with you")
    await phone.sees(HELP)
    await phone.examine()
    await console.examine()
    await screen.examine()


async def _keeps_nothing(phone: Face) -> None:
    kept: dict[str, Any] = await phone.page.evaluate("({ ...localStorage, ...sessionStorage })")
    assert not [name for name in kept if name.startswith(KEPT)]
    assert card_of(phone) not in str(kept)
