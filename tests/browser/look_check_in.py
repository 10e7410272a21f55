"""A check-in in pictures: moments that pages are told of, no session is played."""

from playwright.async_api import Browser

from realtime import wire
from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, ZOOMED, shown
from tests.browser.states_of_the_check_in import ON_CONSOLE, of_console, of_screen, shared_part
from tests.browser.test_check_in_pages import tell_phone, unfold

SCREEN, CONSOLE = (1920, 1080), (1440, 900)


async def picture_the_check_in(album: Album, browser: Browser) -> None:
    """The sheet as it comes, open and tapped; the gauges; the line on the shared screen."""
    phone = await shown(browser, "participant", f"/{CODE}")
    await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await phone.welcome()
    await tell_phone(phone, "check-in, somebody writes")
    await phone.page.get_by_role("button", name="Answer").wait_for()
    await album.shoot(phone.page, "phone", "check-in, beside a card that somebody writes")
    await unfold(phone)
    await album.shoot(phone.page, "phone", "check-in, opened by hand")
    await phone.page.get_by_role("radio", name="2 of 5").first.click()
    await phone.page.get_by_role("radio", name="1 of 5, on guard").click()
    await album.shoot(phone.page, "phone", "check-in, tapped")
    await phone.page.emulate_media(color_scheme="dark")
    await album.shoot(phone.page, "phone", "check-in, tapped, dark")
    await phone.page.emulate_media(color_scheme="light")
    await phone.page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
    await album.shoot(phone.page, "phone", "check-in, tapped, at 200 %")
    await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await tell_phone(phone, "check-in, lobby", check_in=2)
    await phone.page.get_by_role("button", name="Not now").wait_for()
    await album.shoot(phone.page, "phone", "check-in, in the lobby")
    console = await shown(browser, "facilitator", "/console#a-link")
    await console.page.set_viewport_size({"width": CONSOLE[0], "height": CONSOLE[1]})
    await console.welcome()
    for name in ON_CONSOLE:
        await console.tell(*of_console(name), wire.At(position=name))
        await console.page.get_by_role("heading", name="Check-in").wait_for()
        await album.shoot(console.page, "console", name)
    screen = await shown(browser, "screen", "/screen#a-link")
    await screen.page.set_viewport_size({"width": SCREEN[0], "height": SCREEN[1]})
    await screen.welcome()
    for state in ("check-in, lobby", "check-in, somebody writes"):
        await screen.tell(shared_part(state), of_screen(state), wire.At(position=state))
        await screen.page.get_by_text("A check-in is open on your phone").wait_for()
        await album.shoot(screen.page, "screen", state)
