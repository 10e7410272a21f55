"""Each page tells the truth about its line, and whoever was away comes back to the place they left, with the words they had begun."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces
from tests.engines import Databases
from tests.nodes import cluster
from tests.plans import wall_plan

DURATIONS: dict[str, object] = {"beat": 500, "silence": 1500, "asleep_after": 3000}
DRAFT = "half a sentence that nobody has"


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
            await phone.page.context.set_offline(True)
            await phone.sees("Reconnecting.")
            await expect(writing).to_have_value(DRAFT)
            await expect(console.page.get_by_text("phone asleep")).to_have_count(1, timeout=WITHIN)
            await console.sees("nobody rests")  # a phone that is away is not a person who is
            await phone.tap("Help")
            await phone.sees("You can call")  # the help page needs no line
            await phone.tap("Back")
            await phone.page.context.set_offline(False)
            await phone.sees_not("Reconnecting.")
            await expect(writing).to_have_value(DRAFT)
            await expect(console.page.get_by_text("phone asleep")).to_have_count(0, timeout=WITHIN)


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


async def _come_in(faces: Faces, code: str, name: str) -> Face:
    phone = await faces.phone(name, code)
    await phone.page.get_by_label("What shall we call you here?").fill(name)
    await phone.tap("Come in")
    await phone.stands_at(f"You are in, {name}.")
    return phone
