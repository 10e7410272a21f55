"""Rooms on a phone in pictures: moments that a phone is told of, in light, in the dark and at 200 %."""

from playwright.async_api import Browser, Page

from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, ZOOMED, Shown, shown
from tests.browser.states_of_own_rooms import NAMES, ROOMS, told


async def picture_the_rooms(album: Album, browser: Browser, *, every: bool = False) -> None:
    """`every`: each moment in the dark and at 200 % too, to be looked at by whoever changes it."""
    phone = await shown(browser, "participant", f"/{CODE}")
    await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await phone.welcome()
    for name in ROOMS:
        async with album.coming(f"phone, {name}"):
            await phone.tell(*told(name))
            await phone.page.wait_for_load_state("networkidle")
            await phone.page.mouse.move(0, 0)
            await phone.page.evaluate("scrollTo(0, 0)")
            await _shoot(album, phone.page, name, every or name == "a role card with scene and twist", every)
        if name == "a talk":
            await _missing(album, phone, every)
        if name == "after a role play":
            await _after(album, phone, every)


async def _shoot(album: Album, page: Page, name: str, dark: bool, zoomed: bool) -> None:
    await album.shoot(page, "phone", name)
    if dark:
        await page.emulate_media(color_scheme="dark")
        await album.shoot(page, "phone", f"{name}, dark")
        await page.emulate_media(color_scheme="light")
    if zoomed:
        await page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
        await album.shoot(page, "phone", f"{name}, 200 %", whole=True)
        await page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})


async def _missing(album: Album, phone: Shown, every: bool) -> None:
    async with album.coming("phone, my partner is not here"):
        await phone.page.get_by_role("button", name="My partner is not here").click()
        await phone.page.get_by_role("button", name="Not here", exact=True).scroll_into_view_if_needed()
        await _shoot(album, phone.page, "my partner is not here", every, every)


async def _after(album: Album, phone: Shown, every: bool) -> None:
    async with album.coming("phone, three taps"):
        for answer in ("lighter", "something I heard", "a breath"):
            await phone.page.get_by_role("button", name=answer).click()
        await phone.page.get_by_text("For you to keep").wait_for()
        await _shoot(album, phone.page, "three taps, kept", every, every)
    async with album.coming("phone, not with somebody"):
        await phone.page.get_by_role("button", name="Rather not with somebody").click()
        await phone.tell(NAMES)
        await phone.page.get_by_text("Mika").last.wait_for()
        await _shoot(album, phone.page, "not with somebody", every, every)
