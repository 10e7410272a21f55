"""What is stored, on every page that says it, on a small window and at 200 %: nothing for axe, nothing beside the window."""

from tests.browser.conftest import Launch
from tests.browser.shown import CODE, shown
from tests.browser.states_of_the_desk import DESK, PAGE, SIGNED
from tests.browser.states_of_what_is_stored import CHECKED, LINE, page


async def test_what_is_stored_fits_on_the_phone_and_can_be_read(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}", {"/api/stored": page("open")})
    await phone.welcome()
    await phone.show("guide")
    await phone.page.get_by_role("button", name="Help").click()
    await phone.page.get_by_role("button", name="Your name").click()
    found = await phone.faults("your name")
    await phone.page.get_by_role("button", name="What is stored now").click()
    await phone.page.get_by_text("Read from the database").wait_for()
    found += await phone.faults("open")
    await phone.page.get_by_role("button", name="Back").click()
    phone.answers["/api/stored"] = page("over")
    await phone.show("the end")
    await phone.page.locator("summary", has_text="What is stored now").click()
    found += await phone.faults("over")
    for state, says in (("erasing", "Being erased."), ("erased", "The signed line")):
        phone.answers["/api/stored"] = page(state)  # type: ignore[arg-type]
        await phone.page.get_by_role("button", name="Read it again").click()
        await phone.page.get_by_role("main").get_by_text(says).wait_for()
        found += await phone.faults(state)
    assert not found, "\n".join(found)


async def test_a_saved_line_is_checked_on_any_phone(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", "/check", {"/api/stored/check": CHECKED})
    await phone.page.get_by_label("The line").fill(LINE)
    await phone.page.get_by_role("button", name="Check it").click()
    await phone.page.get_by_role("main").get_by_text("This server signed it").wait_for()
    found = await phone.faults("checked")
    assert not found, "\n".join(found)


async def test_what_is_stored_fits_on_console_desk_and_screen_and_can_be_read(launch: Launch) -> None:
    browser, stored = await launch(), "/api/closing/stored"
    console = await shown(browser, "facilitator", "/console#a-link", {stored: page("open", "leads")})
    await console.welcome()
    await console.show("lobby")
    await console.page.get_by_role("button", name="Plan and more").click()
    await console.page.get_by_role("button", name="What is stored now").click()
    await console.page.get_by_text("Read from the database").wait_for()
    found = await console.faults("console, open")
    await console.page.keyboard.press("Escape")
    console.answers |= {stored: page("over", "leads"), "/api/closing": PAGE, "/api/closing/erase": page("erased", "leads")}
    await console.show("the end")
    await console.page.get_by_role("button", name="Erase now, with everybody watching").click()
    found += await console.faults("console, erase?")
    console.answers |= {stored: page("erased", "leads"), "/api/closing": SIGNED}
    await console.page.get_by_role("button", name="Erase it now").click()
    await console.page.get_by_text("The signed line").wait_for()
    found += await console.faults("console, erased")
    row = next(row for row in DESK.sessions if row.stage == "erased")
    desk = await shown(
        browser, "desk", "/desk#a-link", {"/api/desk": DESK, f"/api/desk/sessions/{row.id}/stored": page("erased")}
    )
    await desk.page.get_by_role("button", name="What is stored now").last.click()
    await desk.page.get_by_text("The signed line").wait_for()
    found += await desk.faults("desk")
    screen = await shown(browser, "screen", "/screen#a-link", {"/api/stored": page("over")})
    await screen.welcome()
    await screen.show("the end")
    await screen.page.get_by_text("Cards").wait_for()
    found += await screen.faults("screen")
    without = await shown(browser, "desk", "/without-names")
    await without.page.get_by_role("heading", level=1).wait_for()
    await without.page.set_viewport_size({"width": 1440, "height": 900})
    assert await without.page.evaluate("document.documentElement.scrollHeight") <= 900, "it is one screen long"
    found += await without.faults("without names")
    assert not found, "\n".join(found)
