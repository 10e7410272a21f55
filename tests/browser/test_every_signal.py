"""What to look at twice, and offered help, on a small window and at 200 % zoom: nothing for axe, nothing beside the window."""

from tests.browser.conftest import Launch
from tests.browser.shown import CODE, shown
from tests.browser.states_of_the_signals import CARDS, OFFERED, TRUE_STATES, WORRY, told


async def test_every_state_of_signals_on_the_console_fits_and_can_be_read(launch: Launch) -> None:
    console = await shown(await launch(), "facilitator", "/console#a-link")
    page, found = console.page, list[str]()
    await console.welcome()
    for name in TRUE_STATES:
        await console.tell(*told(name))
        await page.locator("mark.signal").first.wait_for()
        found += await console.faults(name)
    await console.tell(*told(CARDS))
    await page.get_by_role("button", name="What you can do").first.click()
    await page.get_by_role("dialog").wait_for()
    found += await console.faults("what can be done")
    await page.get_by_role("button", name="Write to its writer").click()
    await page.get_by_role("textbox").wait_for()
    found += await console.faults("a note with its draft")
    assert not found, "\n".join(found)


async def test_offered_help_on_a_phone_fits_and_can_be_read_and_the_screen_shows_nothing(launch: Launch) -> None:
    browser = await launch()
    phone = await shown(browser, "participant", f"/{CODE}")
    await phone.welcome()
    await phone.tell(*told(OFFERED))
    await phone.page.locator(".help-offered").wait_for()
    found = await phone.faults(OFFERED)
    assert WORRY not in await phone.page.content()
    screen = await shown(browser, "screen", "/screen#a-link")
    await screen.welcome()
    await screen.show("writing")
    await screen.page.locator("main").wait_for()
    before = await screen.page.locator("body").inner_text()
    await screen.tell(*(part for part in told(OFFERED) if type(part).__name__ in ("SharedPart", "At")))
    await screen.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
    assert await screen.page.locator("body").inner_text() == before
    assert not found, "\n".join(found)
