"""G-M3 in a real browser: the help page stands there without a network, before anything was sent, also after a reload."""

from pathlib import Path

from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces, words
from tests.engines import Databases
from tests.nodes import HELP, cluster
from tests.plans import wall_plan

KEPT = """async () => {
    const worker = await navigator.serviceWorker.ready;
    return { state: worker.active.state, scope: new URL(worker.scope).pathname, files: (await (await caches.open("phone")).keys()).length };
}"""
NOTHING_KEPT = """async () => {
    const left = [...(await navigator.serviceWorker.getRegistrations()), ...(await caches.keys()), ...Object.keys(sessionStorage)];
    return left.length === 0;
}"""
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"


async def reads_help(phone: Face) -> None:
    await phone.tap("Help")
    await phone.sees(HELP)
    await phone.tap("Back")


async def test_g_m3_the_help_page_stands_without_a_network_before_anything_is_sent(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite")) as made:
        node = await made.start()
        opened = await made.open(wall_plan())
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            phone = await faces.phone("Ada", opened.code)
            offline = phone.page.context.set_offline
            await phone.button("Come in").wait_for()
            await offline(True)
            await phone.page.get_by_text(words("Somebody to turn to")).click()
            await phone.sees(HELP)  # at the door: nobody has sent a name yet
            await offline(False)
            await phone.tap("Come in")
            await phone.button("Help").wait_for()
            kept = await phone.page.evaluate(KEPT)
            assert kept["scope"] == f"/{opened.code}", "no other page on this phone meets the worker"
            await offline(True)
            await reads_help(phone)
            await phone.page.reload()
            await reads_help(phone)
            await node.kill()
            await offline(False)
            await phone.page.reload()  # a server that is away is no other case
            await reads_help(phone)


async def test_g_m3_a_reload_without_a_network_keeps_place_and_page_and_the_end_keeps_nothing(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite")) as made:
        node = await made.start()
        opened = await made.open(wall_plan(), practice=True)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phone = await faces.phone("Ada", opened.code)
            await phone.tap("Come in")
            await phone.button("Help").wait_for()
            await phone.page.evaluate(KEPT)
            await phone.page.context.set_offline(True)
            await phone.page.reload()
            await reads_help(phone)
            await phone.page.context.set_offline(False)
            await phone.sees("You are in,")
            await console.press("End the session")
            await console.press("End it")
            await phone.sees("Thank you for being here,")
            await expect(phone.page.get_by_role("button", name="Help")).to_have_count(1, timeout=WITHIN)
            await phone.page.wait_for_function(NOTHING_KEPT)
            assert await console.page.evaluate(REGISTERED) == 0
