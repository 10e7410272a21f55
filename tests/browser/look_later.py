"""The first circle in pictures, from the cards to the signed summary."""

import re

from playwright.async_api import Locator

from tests.browser.faces import Face
from tests.browser.look_scene import Scene

STARTS = re.compile(r"Go: start \d+ rooms")

MINE = "Finn would say it was all his fault."
SOFTER = "I would like to put an old anger down."
NOTE = "Could this be said without a name or a place?"
THEMES = ("Hoping to be heard without being fixed", "Coming back to something that was put away")


async def they_write(scene: Scene, phone: Face, narrow: Face) -> None:
    album, console = scene.album, scene.console
    await scene.next("Begin")
    await phone.stands_at("One hope or one hesitation.")
    await phone.page.get_by_role("textbox").fill(MINE)
    await scene.three(phone, "writing a card", "One hope or one hesitation.", dark="phone")
    await scene.tap(phone, "Add mine")
    await album.take(phone, "phone", "card held", heading="Your card is held.", dark=True)
    await console.sees(f"{scene.people + 1} of {scene.people + 1} have answered")
    await scene.next("Close writing")
    await album.take(console, "console", "cards to read", sees=("to read", "Shuffled."), dark=True)
    await album.take(narrow, "console-narrow", "cards to read", sees=("to read",))
    await album.take(phone, "phone", "writing has closed", heading="Writing has closed.")
    await album.take(scene.screen, "screen", "writing has closed", sees=("The cards come as soon as they are read.",))
    await _one_card_is_returned(scene)
    await _one_card_is_veiled(scene)
    await scene.share_all()
    await scene.next("Release")
    await scene.three(phone, "wall", "What people wrote", dark="phone console screen")
    await album.take(phone, "phone", "wall, a veiled card", at=phone.text("Closed until you open it."))
    await _taps_on_cards(scene, phone)
    await _one_card_is_featured(scene, phone)
    await _my_cards(scene, phone)


async def _one_card_is_returned(scene: Scene) -> None:
    card = scene.console.page.get_by_role("article").filter(has_text=MINE)
    await card.get_by_role("button", name="Return").click()
    await scene.console.page.get_by_label("Note to its writer").fill(NOTE)
    await scene.album.take(scene.console, "console", "returning a card", sees=("You will not learn who it is",))
    await scene.answer("Return the card")
    await scene.console.sees("returned with a note")


async def _one_card_is_veiled(scene: Scene) -> None:
    await scene.console.page.get_by_role("article").first.get_by_role("button", name="Veil", exact=True).click()
    await scene.album.take(scene.console, "console", "choosing a veil", sees=("Which veil for this card?",))
    await scene.console.page.get_by_role("dialog").get_by_role("button", name="Loss").click()
    await scene.console.sees("Veiled: loss")


async def _taps_on_cards(scene: Scene, phone: Face) -> None:
    """Everybody taps the same cards, so that totals are shown."""
    shared = scene.others[0].shared
    assert shared is not None and shared.stage is not None and shared.stage.body.__class__.__name__ == "WallView"
    stage = shared.stage
    marks = [f"resonate:{card.id}" for card in getattr(stage.body, "cards", ())[:3]]
    for person in scene.others:
        await person.tap(stage.run, marks)
    await phone.page.get_by_role("button", name="Could be mine").first.tap()
    await scene.album.take(phone, "phone", "wall, could be mine", at=phone.text("so say"))


async def _one_card_is_featured(scene: Scene, phone: Face) -> None:
    open_cards = scene.console.page.locator(".decided li").filter(has_not_text="Veiled")
    await open_cards.get_by_role("button", name="Feature").first.click()
    await scene.screen.page.locator(".featured, [data-featured]").first.wait_for()
    await scene.album.take(scene.screen, "screen", "wall, one card large")
    await scene.album.take(phone, "phone", "wall, one card on the shared screen", at=phone.text("On the shared screen"))
    await scene.press("Show all again")


async def _my_cards(scene: Scene, phone: Face) -> None:
    album = scene.album
    to_cards = phone.button("There is a note about a card of yours.")
    await album.take(phone, "phone", "wall, there is a note", at=to_cards)
    await to_cards.tap()
    await album.take(phone, "phone", "my cards, returned with a note", sees=(NOTE,))
    await scene.tap(phone, "Find other words")
    field = phone.page.get_by_label("Other words for this card")
    await field.fill(SOFTER)
    await album.take(phone, "phone", "my cards, other words", at=field)
    await scene.tap(phone, "Give these words")
    await album.take(phone, "phone", "my cards, rewritten", sees=(SOFTER,))
    await album.take(scene.console, "console", "a card changed late", sees=(SOFTER,))
    await scene.tap(phone, "Take it back")
    await album.take(phone, "phone", "my cards, taken back", sees=("Taken back and erased.",))
    await scene.tap(phone, "Back")


async def they_meet(scene: Scene, phone: Face, narrow: Face) -> None:
    album = scene.album
    await scene.next("Begin")
    await scene.three(phone, "rooms, before", "Small rooms are next.")
    await scene.next("Propose rooms")
    await album.take(scene.console, "console", "rooms, proposed", sees=("Only facilitators see this",), dark=True)
    await scene.next("Announce")
    await album.take(phone, "phone", "rooms, find each other", sees=("You are",))
    await album.take(scene.console, "console", "rooms, announced", sees=("Rooms, announced",))
    await album.take(scene.screen, "screen", "rooms, find each other", heading="Find your partner")
    await scene.next(STARTS)
    await scene.three(phone, "rooms, running", "First person answers", dark="phone console")
    await album.take(narrow, "console-narrow", "rooms, running")
    await scene.next("End softly")
    await album.take(scene.console, "console", "rooms, end before the last turn?", sees=("End before the last turn?",))
    await scene.answer("End softly")
    await album.take(scene.console, "console", "rooms, ending", sees=("Ending",))
    await album.take(scene.screen, "screen", "rooms, ending", heading="Come to a close")
    await scene.press("End now")
    await album.take(scene.console, "console", "rooms, end them for everybody?", sees=("End the rooms for everybody?",))
    await scene.answer("End the rooms")
    await scene.three(phone, "rooms, over", "The rooms have closed.")


async def they_listen_and_part(scene: Scene, phone: Face) -> None:
    album, console = scene.album, scene.console
    await scene.next("Begin")
    await scene.next("Propose rooms")
    await scene.next("Announce")
    await scene.next(STARTS)
    await album.take(phone, "phone", "equal turns", heading="Speaker has the time")
    await album.take(console, "console", "equal turns")
    await album.take(scene.screen, "screen", "equal turns")
    await console.page.keyboard.press("p")
    await console.page.frame_locator("iframe[src='/screen#preview']").locator("h1").first.wait_for()
    await album.take(console, "console", "see as phone and screen", sees=("In the rooms every phone shows its own",))
    await console.page.keyboard.press("p")
    await _panels(scene)
    await scene.next("End softly")
    await scene.answer("End softly")
    await scene.press("End now")
    await scene.answer("End the rooms")
    await phone.stands_at("The rooms have closed.")
    await scene.tap(phone, "Help")
    await scene.tap(phone, "Ask for a person")
    await console.sees("would like a person.")
    await console.page.get_by_role("button", name="End the session").first.click()
    await album.take(
        console, "console", "the end, while somebody has asked for a person", sees=("Somebody has asked for a person",)
    )
    await scene.close_dialog()
    await scene.press("Handed over")
    await album.take(phone, "phone", "somebody comes", sees=("Somebody else was asked to be there for you.",))
    await scene.tap(phone, "Back")
    await console.page.get_by_role("button", name="End the session").first.click()
    await album.take(console, "console", "end the session?", sees=("End the session for everybody?",))
    await scene.answer("End it")
    await album.take(phone, "phone", "the end", heading="Thank you for being here, Ada.", dark=True)
    await album.take(scene.screen, "screen", "the end", heading="Thank you for being here.", dark=True)
    await _closing(scene)


async def _panels(scene: Scene) -> None:
    album, console = scene.album, scene.console
    await console.page.keyboard.press("?")
    await album.take(console, "console", "keys", sees=("No key works while you are writing.",))
    await scene.close_dialog()
    await _person(console, "River").click()
    await album.take(console, "console", "one person", sees=("Say for",))
    await scene.close_dialog()
    await scene.press("Add somebody without a phone")
    await album.take(console, "console", "somebody without a phone", sees=("What shall we call them here?",))
    await scene.close_dialog()


def _person(console: Face, name: str) -> Locator:
    return console.page.locator("button.person", has_text=re.compile(name))


async def _closing(scene: Scene) -> None:
    album, console = scene.album, scene.console
    await album.take(console, "closing", "the summary, before", sees=("The summary", "Left out, and why"))
    for number, theme in enumerate(THEMES, 1):
        await console.page.get_by_label(f"Theme {number}").fill(theme)
    await scene.press("Put them into the preview")
    await album.take(console, "closing", "the summary, whole", sees=("The preview has these themes.",), whole=True, dark=True)
    await scene.press("Sign")
    await album.take(console, "closing", "sign?", sees=("Sign and publish this summary?",))
    await scene.answer("Sign it")
    await album.take(console, "closing", "signed", sees=("The cards are erased.",), whole=True)
    await console.page.emulate_media(media="print")
    await album.take(console, "closing", "print view", whole=True)
    await console.page.emulate_media(media="screen")
