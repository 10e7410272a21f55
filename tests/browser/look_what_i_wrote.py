"""What somebody wrote, on their phone, in pictures: in light, in the dark and at 200 %."""

from playwright.async_api import Browser

from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, ZOOMED, shown
from tests.browser.states_of_what_i_wrote import moments

DARK = frozenset({"a long card before it leaves", "what became of cards"})


async def picture_what_was_written(album: Album, browser: Browser, *, every: bool = False) -> None:
    """`every`: each moment in the dark and at 200 % too, to be looked at by whoever changes it."""
    phone = await shown(browser, "participant", f"/{CODE}")
    page = phone.page
    await page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    async with album.coming("phone, what I wrote"):
        async for moment in moments(phone):
            await album.shoot(page, "phone", moment, whole=moment == "what became of cards")
            if every or moment in DARK:
                await page.emulate_media(color_scheme="dark")
                await album.shoot(page, "phone", f"{moment}, dark", whole=moment == "what became of cards")
                await page.emulate_media(color_scheme="light")
            if every:
                await page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
                await album.shoot(page, "phone", f"{moment}, 200 %", whole=True)
                await page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
