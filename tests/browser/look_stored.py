"""What is stored now, in pictures: while a session runs, after its end, and once it was erased in front of the group."""

from playwright.async_api import expect

from realtime.opening import new_desk_link
from tests import nodes, plans
from tests.browser.faces import Face, Faces
from tests.browser.look_album import SMALL, Album
from tests.browser.look_scene import Scene
from tests.nodes import Cluster, NodeProcess

OTHERS = 6
ZOOMED = (180, 390)
"""The small phone at 200 %."""


async def play_what_is_stored(album: Album, made: Cluster, serving: NodeProcess, faces: Faces) -> None:
    opened = await made.open(plans.wall_plan(1))
    console, screen = await faces.console(opened.console_secret), await faces.screen(opened.screen_secret)
    scene = Scene(album, faces, serving, opened, console, screen, OTHERS, made)
    phone = await scene.phone()
    await scene.join(phone, "Noa")
    await scene.others_join(OTHERS)
    await scene.next("Begin")
    await phone.page.get_by_role("textbox").fill("That I can be here without having to keep it all together.")
    await scene.tap(phone, "Add mine")
    await phone.stands_at("Your card is held.")
    await console.sees(f"{OTHERS + 1} of {OTHERS + 1} have answered")
    await scene.next("Close writing")
    await scene.tap(phone, "Help")
    await scene.tap(phone, "Your name")
    await album.take(phone, "phone", "your name, and what is stored", at=phone.text("What is stored now"))
    await scene.tap(phone, "What is stored now")
    await album.take(
        phone, "phone", "what is stored now", heading="What is stored about this session now", sees=("Cards",), dark=True
    )
    await _zoomed(album, phone, "what is stored now, 200 %")
    await scene.press("What is stored now")
    await album.take(console, "console", "what is stored now", sees=("Numbers stand on this page alone",), dark=True)
    await scene.close_dialog()
    await scene.tap(phone, "Back")
    await scene.press("End the session")
    await scene.answer("End it")
    await _erased(scene, phone)
    await _afterwards(album, made, faces, phone)


async def _erased(scene: Scene, phone: Face) -> None:
    album, console, screen = scene.album, scene.console, scene.screen
    await phone.stands_at("Thank you for being here")
    await album.take(phone, "phone", "the end, what is stored", at=phone.text("What is stored now"))
    await album.take(screen, "screen", "the end, what is stored", sees=("Cards",))
    await console.sees("Read from the database")
    await album.take(console, "closing", "what is stored, before signing", at=console.button("Erase now"))
    await scene.press("Erase now, with everybody watching")
    await album.take(console, "closing", "erase this session now?", sees=("What goes",))
    await scene.answer("Erase it now")
    await album.take(console, "closing", "erased", heading="This session is erased.", sees=("The signed line",), dark=True)
    await album.take(screen, "screen", "erased", sees=("Nothing that anybody wrote", "before: stored"), dark=True)
    await phone.sees("Nothing that anybody wrote", "before: stored")
    await album.take(phone, "phone", "erased", at=phone.text("Erased on"), dark=True)
    await album.take(phone, "phone", "erased, the line", at=phone.button("Save this line"))
    await _zoomed(album, phone, "erased, 200 %")


async def _afterwards(album: Album, made: Cluster, faces: Faces, phone: Face) -> None:
    line = await phone.page.locator(".signed-line .num").text_content() or ""
    check = await faces.open("a saved line", "/check", SMALL, has_touch=True, is_mobile=True)
    await check.page.get_by_label("The line").fill(line)
    await check.tap("Check it")
    await album.take(check, "phone", "a saved line, checked", sees=("This server signed it",), dark=True)
    desk = await faces.open("the desk", f"/desk#{await new_desk_link(made.database, nodes.ORGANIZATION)}", (1440, 900))
    await desk.press("What is stored now")
    await album.take(desk, "desk", "what is stored about a session", sees=("Read from the database",))
    await desk.page.get_by_role("button", name="New session").first.click()
    await desk.page.get_by_label("What is kept after the end").select_option("0")
    await album.take(desk, "desk", "a new session without trace", at=desk.page.get_by_label("What is kept after the end"))
    without = await faces.open("without names", "/without-names", (1440, 900))
    await album.take(without, "desk", "what “without names” means", heading="“Without names”", dark=True)
    await expect(without.page.get_by_role("button", name="Print")).to_be_visible()
    opened = await made.open(plans.wall_plan(1), retention_days=0)
    door = await faces.phone("without trace", opened.code, SMALL)
    await album.take(
        door, "phone", "join, without trace", sees=("Nothing is kept after it ends.",), at=door.text("Nothing is kept")
    )
    await door.page.get_by_text("What is kept, and until when").tap()
    await album.take(door, "phone", "what is kept, without trace", at=door.text("Nothing is kept after it ends."), whole=True)


async def _zoomed(album: Album, phone: Face, state: str) -> None:
    await phone.page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
    await album.shoot(phone.page, "phone", state)
    await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
