"""The taster in pictures: the same pages, a shorter way."""

import re

from tests.browser.look_scene import Scene

STARTS = re.compile(r"Go: start \d+ rooms")


async def play_the_taster(scene: Scene) -> None:
    album, console = scene.album, scene.console
    phone = await scene.phone()
    await album.take(phone, "phone", "join", heading="A first taste")
    await scene.others_join(scene.people)
    await scene.join(phone, "Ada")
    await scene.three(phone, "lobby", "You are in, Ada.")
    await scene.next("Begin")
    await scene.three(phone, "guide", "How we meet here")
    for _ in range(3):
        await scene.next("Next step")
    await scene.next("Begin")
    await scene.three(phone, "choice", "Where are you with this?", dark="phone console")
    await scene.tap(phone, "Pass")
    await album.take(phone, "phone", "passed", heading="Passed.")
    await scene.next("Close the question")
    await scene.next("Begin")
    await phone.stands_at("I am here because of")
    await phone.page.get_by_label("plain curiosity").tap()
    await scene.tap(phone, "Add mine")
    await album.take(phone, "phone", "held", heading="Yours is held.")
    await scene.next("Close the question")
    await scene.next("Show the picture")
    await scene.three(phone, "picture", "Here is the whole group.")
    await scene.next("Begin")
    await phone.stands_at("One hope or one hesitation.")
    await phone.page.get_by_role("textbox").fill("That I can be here without having to keep it all together.")
    await album.take(phone, "phone", "writing a card")
    await scene.tap(phone, "Add mine")
    await phone.stands_at("Your card is held.")
    await scene.next("Close writing")
    await album.take(console, "console", "cards to read", sees=("to read",))
    await scene.share_all()
    await scene.next("Release")
    await scene.three(phone, "wall", "What people wrote")
    await scene.next("Begin")
    await scene.next("Propose rooms")
    await scene.next("Announce")
    await scene.next(STARTS)
    await scene.three(phone, "rooms", "First person answers")
    await console.page.get_by_role("button", name="End the session").first.click()
    await scene.answer("End it")
    await album.take(phone, "phone", "the end", heading="Thank you for being here, Ada.")
    await album.take(scene.screen, "screen", "the end", heading="Thank you for being here.")
    await album.take(console, "closing", "the summary", sees=("The summary",), whole=True)
