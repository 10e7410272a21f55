"""A small practice session whose door is watched: waiting to come in, reading the agreements again, a break, nobody leading."""

from msgspec import structs
from playwright.async_api import BrowserContext

from tests.browser.faces import Face, Faces
from tests.browser.look_album import SMALL, Album
from tests.browser.look_scene import Scene
from tests.nodes import Cluster, NodeProcess
from workshop.domain.plan import Plan
from workshop.library.between import pause, recall
from workshop.library.loader import load_plan

OTHERS = 5


def small_plan() -> Plan:
    """Agreements, the same read again, and a break."""
    whole = load_plan("first-circle")
    items = (
        whole.items[1],
        recall("Read them once more, each at your own pace.", 2),
        pause("Water, air, or nothing at all.", 10),
    )
    return structs.replace(whole, title="A small practice circle", items=items)


async def play_the_small_plan(album: Album, made: Cluster, serving: NodeProcess, faces: Faces) -> None:
    opened = await made.open(small_plan(), practice=True, approval=True)
    console, screen = await faces.console(opened.console_secret), await faces.screen(opened.screen_secret)
    scene = Scene(album, faces, serving, opened, console, screen, OTHERS, made)
    phone, declined = await scene.phone("Noa"), await scene.phone("Ines")
    await album.take(phone, "phone", "join, practice", heading="A small practice circle")
    await scene.join(phone, "Noa")
    await album.take(phone, "phone", "waiting at the door", heading="You are at the door, Noa.")
    await scene.join(declined, "Ines")
    await scene.others_join(OTHERS)
    await album.take(console, "console", "people at the door, practice", sees=(f"{OTHERS + 2} people wait to come in",))
    await _at_the_door(console, "Ines", "Decline")
    await album.take(console, "console", "not let somebody in?", sees=("Their phone says that they were not let in.",))
    await console.answer("Do not let them in")
    await album.take(declined, "phone", "not let in", heading="You were not let in.")
    for left in range(OTHERS + 1, 0, -1):
        async with album.coming(f"console, {left} at the door"):
            await console.page.get_by_role("button", name="Admit").first.click()
            await console.page.wait_for_function("left => document.querySelectorAll('.at-door li').length < left", arg=left)
    await phone.stands_at("You are in, Noa.")
    await _recall_and_break(scene, phone)
    await _ways_out(scene, phone)
    await _nobody_leads(scene)


async def _at_the_door(console: Face, name: str, does: str) -> None:
    await console.page.locator(".at-door li", has_text=name).get_by_role("button", name=does).click()


async def _recall_and_break(scene: Scene, phone: Face) -> None:
    await scene.next("Begin")
    await scene.album.take(phone, "phone", "agreements, practice", heading="Support, question or add a line.")
    await scene.next("Read them with the group")
    await scene.next("Keep")
    await phone.sees("We keep this")
    await scene.press_skipping("What we promised each other")
    await scene.three(phone, "reading the agreements again", "")
    await scene.next("Begin")
    await scene.three(phone, "a break", "")


async def _ways_out(scene: Scene, phone: Face) -> None:
    album = scene.album
    other = await _same_phone(phone, scene)
    await other.sees("left")
    await album.take(phone, "phone", "went on with another device", heading="You went on in another place.")
    await scene.console.page.locator("button.person", has_text="Noa").click()
    await scene.answer("Has left")
    await album.take(other, "phone", "marked as gone", heading="You are marked as gone.")
    await scene.tap(other, "Come back")
    await other.sees_not("You are marked as gone.")
    await scene.tap(other, "Help")
    await scene.tap(other, "Leave quietly")
    await scene.tap(other, "Leave")
    await album.take(other, "phone", "left", heading="You have left.")
    await scene.tap(other, "Come back")
    await other.sees_not("You have left.")


async def _same_phone(phone: Face, scene: Scene) -> Face:
    """The same person on another device: with the same key."""
    context: BrowserContext = phone.page.context
    return await scene.faces.open(
        "another device",
        f"/{scene.opened.code}",
        SMALL,
        has_touch=True,
        is_mobile=True,
        storage_state=await context.storage_state(),
    )


async def _nobody_leads(scene: Scene) -> None:
    album, phone = scene.album, scene.faces.all[-1]
    await scene.console.page.close()
    async with album.coming("phone, calm while nobody leads"):
        await phone.page.get_by_role("heading", level=1, name="We are waiting for the facilitators.").wait_for(timeout=40_000)
    await album.take(phone, "phone", "calm, nobody leads")
    await album.take(scene.screen, "screen", "calm, nobody leads")
    scene.faces.all.remove(scene.console)
    scene.console = await scene.faces.console(scene.opened.console_secret)
    await album.take(scene.console, "console", "nobody led for a while", sees=("No facilitator was connected",))
    await scene.press("End the session")
    await scene.answer("End it")
    await phone.stands_at("Thank you for being here")
    late = await scene.phone("somebody late")
    await album.take(late, "phone", "the session has ended", heading="This session has ended.")
