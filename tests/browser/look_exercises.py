"""The exercises beyond the first circle in pictures: moments that pages are told of, no session is played."""

from playwright.async_api import Browser

from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, Shown, shown
from tests.browser.states_of_the_exercises import EXERCISES

SCREEN, CONSOLE = (1920, 1080), (1440, 900)
BREATH = "breath"
"""The one moment whose picture moves."""


async def _opened(browser: Browser, role: str, path: str, size: tuple[int, int]) -> Shown:
    page = await shown(browser, role, path)
    await page.page.set_viewport_size({"width": size[0], "height": size[1]})
    await page.welcome()
    return page


async def picture_the_exercises(album: Album, browser: Browser) -> None:
    """Every moment on the shared screen, every one but the pictures on the console, and every picture on a phone."""
    screen = await _opened(browser, "screen", "/screen#a-link", SCREEN)
    console = await _opened(browser, "facilitator", "/console#a-link", CONSOLE)
    phone = await _opened(browser, "participant", f"/{CODE}", SMALL)
    for state in EXERCISES:
        pictured = state.startswith("picture of ")
        for kind, page in (("screen", screen), ("phone" if pictured else "console", phone if pictured else console)):
            async with album.coming(f"{kind}, {state}"):
                await page.show(state)
                await page.page.locator("main").wait_for()
                if kind == "screen" and state == BREATH:
                    await page.page.emulate_media(reduced_motion="no-preference")
                await album.shoot(page.page, kind, state)
        if pictured:
            await screen.page.emulate_media(color_scheme="dark")
            await album.shoot(screen.page, "screen", f"{state}, dark")
            await screen.page.emulate_media(color_scheme="light")
