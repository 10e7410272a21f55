"""Breakouts for facilitators and on the shared screen in pictures: moments that pages are told of, no session is played."""

from playwright.async_api import Browser

from tests.browser.faces import CONSOLE, SCREEN, words
from tests.browser.look_album import NARROW, Album
from tests.browser.shown import Shown, opened
from tests.browser.states_of_the_board import BOARDS, PANELS, TOLD


async def picture_the_board(album: Album, browser: Browser) -> None:
    """Every moment on the console, at a desk and in the hand, and where it differs on the shared screen; every panel at a desk."""
    console = await opened(browser, "facilitator", "/console#a-link", CONSOLE)
    narrow = await opened(browser, "facilitator", "/console#a-link", NARROW)
    screen = await opened(browser, "screen", "/screen#a-link", SCREEN)
    for state in TOLD:
        for kind, page in (("console", console), ("console-narrow", narrow), ("screen", screen)):
            if kind == "screen" and BOARDS[state].state == "proposed":
                continue  # it does not know of it: the same picture as before
            async with album.coming(f"{kind}, {state}"):
                await page.show(state)
                await page.page.locator("main").wait_for()
                await album.shoot(page.page, kind, state, whole=kind != "screen")
    for state, opens in PANELS:
        async with album.coming(f"console, {state}: {opens}"):
            await _picture_the_panel(album, console, state, opens)


async def _picture_the_panel(album: Album, console: Shown, state: str, opens: str) -> None:
    await console.show(state)
    await console.page.get_by_role("button", name=words(opens)).first.click()
    await console.page.get_by_role("dialog").wait_for()
    await album.shoot(console.page, "console", f"{state}: {opens}")
    await console.page.keyboard.press("Escape")
    await console.page.get_by_role("dialog").wait_for(state="detached")
