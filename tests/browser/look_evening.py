"""The first circle in pictures, from the door to the round."""

from playwright.async_api import expect

from tests.browser.faces import WITHIN, Face
from tests.browser.look_album import NARROW, SMALL, StateMissingError
from tests.browser.look_later import they_listen_and_part, they_meet, they_write
from tests.browser.look_scene import Scene

NAME = "Ada"
LINE = "We let each other finish."
NOTE = "The corridor is free too. We begin again at ten past."


async def play_the_evening(scene: Scene) -> None:
    phone = await they_arrive(scene)
    narrow = await scene.faces.console(scene.opened.console_secret, NARROW)
    await scene.album.take(narrow, "console-narrow", "the room gathers", sees=("The room gathers.",))
    await they_read(scene, phone)
    await what_is_always_there(scene, phone)
    await they_choose(scene, phone, narrow)
    await they_agree(scene, phone, narrow)
    await they_set_sliders(scene, phone)
    await they_take_turns(scene, phone, narrow)
    await they_mark(scene, phone)
    await they_write(scene, phone, narrow)
    await they_meet(scene, phone, narrow)
    await they_listen_and_part(scene, phone)


async def they_arrive(scene: Scene) -> Face:
    album, console = scene.album, scene.console
    enter = await scene.faces.open("somebody", "/", SMALL, has_touch=True, is_mobile=True)
    await album.take(enter, "phone", "enter a code", heading="Which session?")
    await album.take(console, "console", "nobody here yet", sees=("Nobody has come in yet.",))
    await album.take(scene.screen, "screen", "lobby, nobody here yet", sees=("You are welcome as you arrive.",))
    phone = await scene.phone()
    title = "First circle: safe enough to begin"
    await album.take(phone, "phone", "join", heading=title, dark=True)
    privacy = phone.page.locator("summary", has_text="What is kept, and until when")
    await privacy.tap()
    await album.take(phone, "phone", "join, with what is kept opened", sees=("Taps on cards and lines",), whole=True)
    await scene.press("Lock the door")
    late = await scene.phone("somebody late")
    await album.take(late, "phone", "the door is locked", heading="The door is closed for now.")
    await album.take(console, "console", "the door is locked", sees=("Unlock the door",))
    await scene.press("Unlock the door")
    await scene.others_join(scene.people)
    await scene.join(phone, NAME)
    await scene.three(phone, "lobby", f"You are in, {NAME}.", dark="phone screen")
    await scene.press("Join panel")
    await album.take(console, "console", "join panel", sees=("Scan this, or open",))
    await scene.close_dialog()
    return phone


async def they_read(scene: Scene, phone: Face) -> None:
    await scene.next("Begin")
    await phone.stands_at("How we meet here")
    await scene.next("Next step")
    await scene.three(phone, "guide", "How we meet here")


async def what_is_always_there(scene: Scene, phone: Face) -> None:
    album = scene.album
    await scene.press("Calm the room")
    await scene.three(phone, "calm", "We pause here for a moment.", dark="phone screen")
    await scene.press("Go on where we were")
    await phone.stands_at("How we meet here")
    await scene.tap(phone, "Help")
    await album.take(phone, "phone", "help", heading="Somebody to turn to", dark=True)
    await scene.tap(phone, "Ask for a person")
    await album.take(phone, "phone", "asked for a person", sees=("A person has been told.",))
    await scene.console.sees(f"{NAME} would like a person.")
    await scene.tap(phone, "Agreements")
    await album.take(phone, "phone", "agreements, none yet", heading="What we keep to")
    await scene.tap(phone, "Back")
    await scene.tap(phone, "Help")
    await scene.tap(phone, "Your name")
    await album.take(phone, "phone", "your name", heading="The group sees you as")
    await scene.tap(phone, "Back")
    await scene.tap(phone, "Help")
    await scene.tap(phone, "Leave quietly")
    await album.take(phone, "phone", "leave this session?", sees=("Leave this session?",))
    await scene.tap(phone, "Stay")
    await album.take(scene.console, "console", "somebody asks for a person")
    await scene.press("Answered")
    await scene.tap(phone, "Rest")
    await album.take(phone, "phone", "resting", heading="You are resting.")
    await scene.tap(phone, "Come back")
    await phone.stands_at("How we meet here")
    await _note_to_everyone(scene, phone)


async def _note_to_everyone(scene: Scene, phone: Face) -> None:
    await scene.press("Note to everyone")
    await scene.console.page.get_by_role("dialog").get_by_role("textbox").fill(NOTE)
    await scene.album.take(scene.console, "console", "note to everyone, being written", sees=("It stands on all phones",))
    await scene.answer("Show it")
    await scene.album.take(phone, "phone", "a note from the facilitators", sees=(NOTE,))
    await scene.console.page.get_by_role("button", name="Change").click()
    await scene.answer("Clear it")
    await phone.sees_not(NOTE)


async def they_choose(scene: Scene, phone: Face, narrow: Face) -> None:
    album = scene.album
    scene.gate.shut()
    for _ in range(2):
        await scene.next("Next step")
    await scene.next("Begin")
    await scene.three(phone, "choice", "Where are you with this?", dark="phone console")
    await album.take(narrow, "console-narrow", "choice")
    await phone.page.get_by_label("I am ready to go on").tap()
    await album.take(phone, "phone", "choice, chosen")
    await scene.tap(phone, "Add mine")
    await album.take(phone, "phone", "held", heading="Yours is held.")
    await scene.tap(phone, "Change it")
    await scene.tap(phone, "Pass")
    await album.take(phone, "phone", "passed", heading="Passed.")
    await _the_line_is_lost(scene, phone)
    scene.gate.open()
    await scene.console.sees(f"{scene.people + 1} of {scene.people + 1} have answered")
    await scene.next("Close the question")
    await scene.album.take(phone, "phone", "choice, closed", heading="This is closed.")


async def _the_line_is_lost(scene: Scene, phone: Face) -> None:
    scene.node.freeze()
    try:
        await scene.three(phone, "reconnecting", "Passed.", ("Reconnecting.",))
    finally:
        scene.node.thaw()
    await phone.sees_not("Reconnecting.")
    await scene.console.sees_not("Reconnecting.")


async def they_agree(scene: Scene, phone: Face, narrow: Face) -> None:
    album, console = scene.album, scene.console
    scene.gate.shut()
    await scene.next("Begin")
    await scene.three(phone, "agreements", "Support, question or add a line.")
    line = phone.page.get_by_role("listitem").filter(has_text="I speak for myself")
    question = line.get_by_role("button", name="I have a question")
    await question.tap()
    await album.take(phone, "phone", "agreements, a question", sees=("There is a question about this",), at=line)
    await scene.screen.sees("there is a question")
    await album.take(scene.screen, "screen", "agreements, a question")
    await phone.page.get_by_role("textbox").fill(LINE)
    await album.take(phone, "phone", "agreements, proposing a line", at=phone.page.get_by_role("textbox"))
    await scene.tap(phone, "Propose it")
    held = phone.text("Your line is held")
    await album.take(phone, "phone", "agreements, own line held", at=held)
    scene.gate.open()
    await question.tap()
    await scene.screen.sees_not("there is a question")
    await console.page.keyboard.press("c")
    await album.take(console, "console", "agreements, lines to read", sees=("to read", LINE))
    await album.take(narrow, "console-narrow", "agreements, lines to read", sees=(LINE,))
    await console.page.locator("[data-line], article", has_text=LINE).first.get_by_role("button", name="Show").click()
    await scene.screen.sees(LINE)
    await scene.next("Keep 8 agreements")
    await scene.next_button("Begin").wait_for()
    kept = phone.text("We keep this")
    await album.take(phone, "phone", "agreements, kept", at=kept)
    await album.take(scene.screen, "screen", "agreements, kept", sees=("kept",))
    await album.take(console, "console", "agreements, kept")
    await scene.tap(phone, "Help")
    await scene.tap(phone, "Agreements")
    await album.take(phone, "phone", "what we keep to", sees=("What is told here stays here",))
    await scene.tap(phone, "Back")


async def they_set_sliders(scene: Scene, phone: Face) -> None:
    album = scene.album
    await scene.press_skipping("How I arrive")
    await album.take(phone, "phone", "sliders, untouched", heading="Right now I am")
    await phone.page.get_by_role("group", name="My energy").get_by_role("radio", name="5 of 7").tap()
    await album.take(phone, "phone", "sliders, one set")
    await scene.tap(phone, "Add mine")
    await phone.stands_at("Yours is held.")
    await scene.console.sees(f"{scene.people + 1} of {scene.people + 1} have answered")
    await album.take(scene.screen, "screen", "sliders, everybody has answered", sees=("have answered",))
    await scene.next("Close the question")
    await album.take(scene.console, "console", "picture, not shown yet", sees=("Only this console sees it",))
    await scene.next("Show the picture")
    await scene.three(phone, "picture", "Here is the whole group.", dark="phone screen")


async def they_take_turns(scene: Scene, phone: Face, narrow: Face) -> None:
    album = scene.album
    scene.gate.shut()
    await scene.next("Begin")
    await scene.three(phone, "round, before", "When your turn lights up")
    await scene.next("Draw the order")
    await phone.sees("have had their turn")
    await _my_place_in_the_round(scene, phone)
    await album.take(narrow, "console-narrow", "round")
    await scene.press("End the round")
    await album.take(scene.console, "console", "round, end it for everybody?", sees=("End the round for everybody?",))
    await scene.answer("End the round")
    await scene.three(phone, "round, complete", "The round is complete.")
    scene.gate.open()


async def _my_place_in_the_round(scene: Scene, phone: Face) -> None:
    """The order is drawn by lot: who comes too early for a place says Later, once, and so comes to every place."""
    album, mine = scene.album, phone.heading("This is your turn.")
    places = {"round, later": "Your turn comes.", "round, next": "Nothing is needed from you yet."}
    for _ in range(2 * scene.people):
        if not places and await mine.is_visible():
            break
        if await mine.is_visible():
            await scene.tap(phone, "Later")
            await expect(mine).to_be_hidden(timeout=WITHIN)
        for state, says in list(places.items()):
            if await phone.text(says).is_visible():
                await album.take(phone, "phone", state)
                del places[state]
        if await phone.text("Nothing is needed from you yet.").is_visible():
            # Who speaks now is put later, so that somebody still comes after this phone.
            await scene.press("Later")
            await expect(mine).to_be_visible(timeout=WITHIN)
        else:
            await scene.next_turn(phone)
    if places:
        raise StateMissingError(f"These states do not come: phone, {' and '.join(places)}.")
    await scene.three(phone, "round, my turn", "This is your turn.", dark="phone")
    await scene.tap(phone, "Done")
    await album.take(phone, "phone", "round, had my turn", sees=("You have had your turn.",))


async def they_mark(scene: Scene, phone: Face) -> None:
    await scene.next("Begin")
    await phone.stands_at("I am here because of")
    for reason in ("plain curiosity", "old hurts"):
        await phone.page.get_by_label(reason).tap()
    await scene.album.take(phone, "phone", "choose up to three")
    await scene.tap(phone, "Add mine")
    await scene.console.sees(f"{scene.people + 1} of {scene.people + 1} have answered")
    await scene.next("Close the question")
    await scene.next("Show the picture")
    await scene.three(phone, "picture of reasons", "Here is the whole group.")
