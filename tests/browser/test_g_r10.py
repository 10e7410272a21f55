"""Each page tells the truth about its line, and whoever was away comes back to the place they left, with the words they had begun.

How soon is measured in the page itself, by the moments at which it changed.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces
from tests.engines import Databases
from tests.nodes import cluster
from tests.plans import rooms_plan, wall_plan

SILENCE = 1500
DURATIONS: dict[str, object] = {"beat": 500, "silence": SILENCE, "asleep_after": 3000}
BACK_WITHIN = 2000
"""Milliseconds from the moment at which a phone could be back to the one at which it is."""
SHOWN = 500
"""Milliseconds for a page to draw what it knows."""
MOMENT_AGO = "from a moment ago"
"""What the console and the shared screen say of themselves without a line."""
DRAFT = "half a sentence that nobody has"

_WATCH = """() => {
    window.shown = [];
    const note = () => window.shown.push([Date.now(), `${document.querySelector("h1")?.innerText}\n${document.body.innerText}`]);
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    note();
}"""


def now_ms() -> int:
    return round(time.time() * 1000)


async def took(phone: Face, since: int, right: Callable[[str], bool]) -> int:
    """Milliseconds from `since` until the watched page was right, by its own record."""
    shown: list[tuple[int, str]] = await phone.page.evaluate("window.shown")
    moments = [at for at, text in shown if at >= since and right(re.sub("[\u2066-\u2069]", "", text))]
    assert moments, f"{phone.name} was never right: {[text for at, text in shown if at >= since]}"
    return max(0, moments[0] - since)


async def test_g_r10_a_phone_without_a_network_says_so_and_comes_back_to_its_place(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite"), **DURATIONS) as made:
        node = await made.start()
        opened = await made.open(wall_plan(), pace=30.0)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phone = await faces.phone("Ada", opened.code)
            await phone.tap("Come in")
            await console.press("Begin")
            writing = phone.page.get_by_role("textbox")
            await writing.fill(DRAFT)
            await phone.page.evaluate(_WATCH)
            away = now_ms()
            await phone.page.context.set_offline(True)
            await phone.sees("Reconnecting.")
            assert await took(phone, away, lambda text: "Reconnecting." in text) < SILENCE + SHOWN
            await expect(writing).to_have_value(DRAFT)
            await expect(console.page.get_by_text("phone asleep")).to_have_count(1, timeout=WITHIN)
            await console.sees("nobody rests")  # a phone that is away is not a person who is
            await phone.tap("Help")
            await phone.sees("You can call")  # the help page needs no line
            await phone.tap("Back")
            back = now_ms()
            await phone.page.context.set_offline(False)
            await phone.sees_not("Reconnecting.")
            assert await took(phone, back, lambda text: "Reconnecting." not in text) < BACK_WITHIN
            await expect(writing).to_have_value(DRAFT)
            await expect(console.page.get_by_text("phone asleep")).to_have_count(0, timeout=WITHIN)


async def test_g_r10_console_and_shared_screen_say_that_they_are_away_and_are_back_soon(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite"), **DURATIONS) as made:
        node = await made.start()
        opened = await made.open(wall_plan(), practice=True)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            both = [await faces.console(opened.console_secret), await faces.screen(opened.screen_secret)]
            for face in both:
                await face.page.get_by_role("heading", level=1).wait_for()
                await face.sees_not(MOMENT_AGO)
                await face.page.evaluate(_WATCH)
                away = now_ms()
                await face.page.context.set_offline(True)
                await face.sees(MOMENT_AGO)
                assert await took(face, away, lambda text: MOMENT_AGO in text) < SILENCE + SHOWN
                back = now_ms()
                await face.page.context.set_offline(False)
                await face.sees_not(MOMENT_AGO)
                assert await took(face, back, lambda text: MOMENT_AGO not in text) < BACK_WITHIN


async def test_g_r10_a_locked_phone_wakes_up_where_the_group_is(launch: Launch, databases: Databases, tmp_path: Path) -> None:
    """No script runs while it is locked; the group goes on; on waking it stands where everybody stands and says what it missed."""
    async with cluster(tmp_path, databases.fresh("sqlite"), **DURATIONS) as made:
        node = await made.start()
        opened = await made.open(wall_plan(), pace=30.0, practice=True)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phone, other = await _come_in(faces, opened.code, "Ada"), await _come_in(faces, opened.code, "Bo")
            await console.press("Begin")
            await phone.page.get_by_role("textbox").fill(DRAFT)
            locked = await phone.page.context.new_cdp_session(phone.page)
            await locked.send("Debugger.enable")
            await locked.send("Debugger.pause")
            await expect(console.page.get_by_text("phone asleep")).to_have_count(1, timeout=WITHIN)
            await other.tap("Pass")
            await console.sees("1 of 2 have answered")
            await console.press("Close writing")
            await console.press("End the session")
            await console.press("End it")
            await other.stands_at("Thank you for being here, Bo.")
            await locked.detach()
            await phone.stands_at("Thank you for being here, Ada.")
            await phone.sees_not("Reconnecting.")


async def test_g_r10_a_phone_that_was_locked_is_back_with_the_same_person_at_the_same_step_within_two_seconds(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite"), **DURATIONS) as made:
        node = await made.start()
        opened = await made.open(rooms_plan(seconds=135), pace=30.0, practice=True)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phone, other = await _come_in(faces, opened.code, "Ada"), await _come_in(faces, opened.code, "Bo")
            await phone.page.evaluate(_WATCH)
            for leads in ("Begin", "Propose rooms", "Announce 1 room", "Go: start 1 room"):
                await console.press(leads)
            await phone.stands_at("Arrive: three breaths, look up")
            locked = await phone.page.context.new_cdp_session(phone.page)
            await locked.send("Debugger.enable")
            await locked.send("Debugger.pause")
            await other.stands_at("Speaker has the time")
            await expect(console.page.get_by_text("phone asleep")).to_have_count(1, timeout=WITHIN)
            woke = now_ms()
            await locked.detach()
            await expect(console.page.get_by_text("phone asleep")).to_have_count(0, timeout=WITHIN)
            await phone.sees_not("Reconnecting.")

            def right(text: str) -> bool:
                return text.startswith("Speaker has the time") and "You are with Bo." in text and "Reconnecting." not in text

            assert await took(phone, woke, right) < BACK_WITHIN


async def _come_in(faces: Faces, code: str, name: str) -> Face:
    phone = await faces.phone(name, code)
    await phone.page.get_by_label("What shall we call you here?").fill(name)
    await phone.tap("Come in")
    await phone.stands_at(f"You are in, {name}.")
    return phone
