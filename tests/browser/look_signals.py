"""What facilitators may want to look at twice, in pictures: moments that pages are told of, in light and in the dark."""

from playwright.async_api import Browser

from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, ZOOMED, Shown, shown
from tests.browser.states_of_the_signals import CARDS, LINES, OFFERED, TRUE_STATES, told

CONSOLE = (1440, 900)


async def picture_the_signals(album: Album, browser: Browser, *, every: bool = False) -> None:
    """`every`: also at 200 %, and the console on a phone, to be looked at by whoever changes it."""
    console = await shown(browser, "facilitator", "/console#a-link")
    await console.page.set_viewport_size({"width": CONSOLE[0], "height": CONSOLE[1]})
    await console.welcome()
    for name in TRUE_STATES:
        async with album.coming(f"console, {name}"):
            await console.tell(*told(name))
            await console.page.locator("mark.signal").first.wait_for()
            await _both(album, console, "console", name, dark=name != LINES)
    async with album.coming("console, what can be done"):
        await console.tell(*told(CARDS))
        await console.page.get_by_role("button", name="What you can do").first.click()
        await console.page.get_by_role("dialog").wait_for()
        await _both(album, console, "console", "words that may be about harm", dark=True)
        await console.page.get_by_role("button", name="Write to its writer").click()
        await console.page.get_by_role("textbox").wait_for()
        await _both(album, console, "console", "a note to the unknown writer", dark=every)
        await console.page.keyboard.press("Escape")
    if every:
        await console.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
        await console.page.locator(".phone").wait_for()
        await album.shoot(console.page, "console", "cards on a phone", whole=True)
    async with album.coming("phone, help is offered"):
        phone = await shown(browser, "participant", f"/{CODE}")
        await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
        await phone.welcome()
        await phone.tell(*told(OFFERED))
        await phone.page.locator(".help-offered").wait_for()
        await _both(album, phone, "phone", OFFERED, dark=True)
        if every:
            await phone.page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
            await album.shoot(phone.page, "phone", f"{OFFERED}, 200 %", whole=True)


async def _both(album: Album, page: Shown, kind: str, name: str, *, dark: bool) -> None:
    await page.page.mouse.move(0, 0)
    await album.shoot(page.page, kind, name)
    if dark:
        await page.page.emulate_media(color_scheme="dark")
        await album.shoot(page.page, kind, f"{name}, dark")
        await page.page.emulate_media(color_scheme="light")
