"""The exercises beyond the first circle in pictures: moments that pages are told of, no session is played."""

from msgspec import structs
from playwright.async_api import Browser

from realtime import wire
from tests.browser.faces import CONSOLE, SCREEN
from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, Shown, opened
from tests.browser.states import SHARED
from tests.browser.states_of_the_exercises import EXERCISES, FIELDS, LINE, ORDER, POINT, RINGS, SORT
from workshop.domain import parts

BREATH = "breath"
"""The one moment whose picture moves."""


ASKED = {"a map": RINGS, "a line": LINE, "a place": POINT, "an order": ORDER, "piles": SORT, "labelled lines": FIELDS}


async def picture_the_exercises(album: Album, browser: Browser) -> None:
    """Every moment on the shared screen, every one but the pictures on the console, and every picture on a phone."""
    screen = await opened(browser, "screen", "/screen#a-link", SCREEN)
    console = await opened(browser, "facilitator", "/console#a-link", CONSOLE)
    phone = await opened(browser, "participant", f"/{CODE}", SMALL)
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
    await _picture_what_is_asked(album, phone)


async def _picture_what_is_asked(album: Album, phone: Shown) -> None:
    """Each widget as a phone finds it, on a private page."""
    await phone.show("guide")
    before = SHARED["guide"]
    assert before.stage is not None
    for number, (name, asked) in enumerate(ASKED.items(), start=200):
        async with album.coming(f"phone, private page with {name}"):
            body = parts.JournalView(input=structs.replace(asked, send=()))
            stage = structs.replace(
                before.stage,
                run=number,
                stage=number,
                kind="journal",
                phase="open",
                prompt="Only for you.",
                title=None,
                body=body,
            )
            await phone.tell(wire.SharedPart(body=structs.replace(before, stage=stage)), wire.At(position=f"asked {number}"))
            await phone.page.get_by_text("Only on this phone", exact=False).first.wait_for()
            await phone.page.wait_for_load_state("networkidle")
            await album.shoot(phone.page, "phone", f"private page with {name}")
