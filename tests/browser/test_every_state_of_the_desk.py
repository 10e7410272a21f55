"""The organizer's desk and the closing on a small window, and at 200 % zoom: nothing for axe, nothing beside the window."""

from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import words
from tests.browser.shown import Shown, shown
from tests.browser.states_of_the_desk import DESK, EMPTY, FEW, LINKS, NAMEABLE, PAGE, ROWS, SIGNED


async def press(page: Shown, name: str) -> None:
    await page.page.get_by_role("button", name=words(name)).first.click()


async def test_every_part_of_the_desk_fits_and_can_be_read(launch: Launch) -> None:
    page = await shown(
        await launch(),
        "desk",
        "/desk#a-link",
        {
            "/api/desk": EMPTY,
            "/api/desk/help": {},
            "/api/desk/tender": {},
            "/api/desk/sessions/s0/open": LINKS,
            "/api/desk/sessions/s1/open": LINKS,
            "/api/desk/sessions/s3/open": LINKS,
            "/api/desk/sessions/s4/summary": SIGNED,
            "/api/desk/sessions/s6/duplicate": ROWS[0],
        },
    )
    await page.page.get_by_role("heading", name="Sessions").wait_for()
    found = await page.faults("no sessions yet, no help page")
    await press(page, "Write the help page")
    found += await page.faults("help page")
    page.answers["/api/desk"] = DESK
    await page.page.get_by_label("What the page says").fill("In the house: Ines Amara.")
    await press(page, "Save")
    await page.page.get_by_text("Saved, and checked today.").wait_for()
    found += await page.faults("said")
    await press(page, "Sessions")
    found += await page.faults("sessions")
    await page.page.get_by_role("button", name="Duplicate").last.click()
    await expect(page.page.get_by_role("status")).to_be_in_viewport()
    found += await page.faults("a copy")
    for does in ("Cancel", "New links", "New link to the console", "End early", "Erase"):
        await page.page.get_by_role("button", name=does, exact=True).first.click()
        await page.page.get_by_role("dialog").wait_for()
        found += await page.faults(f"{does}?")
        await press(page, "Leave it as it is")
    await press(page, "Summary")
    await page.page.get_by_role("button", name="Print").wait_for()
    found += await page.faults("summary")
    await press(page, "Back to the sessions")
    await page.page.get_by_role("button", name="Open", exact=True).first.click()
    await page.page.get_by_text("The door is open").wait_for()
    found += await page.faults("links")
    await press(page, "Sessions")
    await page.page.get_by_role("button", name="Tender activities", exact=True).first.click()
    found += await page.faults("tender activities")
    await press(page, "Approve it")
    await page.page.get_by_text("Approved: ").wait_for()
    found += await page.faults("an approval")
    await press(page, "Sessions")
    await press(page, "New link to the console")
    await page.page.get_by_role("button", name="Make a new link").click()
    await page.page.get_by_role("heading", name="The console of").wait_for()
    found += await page.faults("a link after the end")
    await press(page, "New session")
    await page.page.get_by_label("Real", exact=False).first.check()
    await page.page.get_by_label("Plan it for later").check()
    await press(page, "Make the session")
    found += await page.faults("new session")
    await page.page.get_by_label("One exercise, with what it needs around it").check()
    await page.page.get_by_role("radio", name=words("Drawing a loss")).check()
    found += await page.faults("one exercise, and its evening")
    await page.page.get_by_label("Search by a word").fill("zebra")
    await page.page.get_by_role("button", name=words("Show all")).wait_for()
    found += await page.faults("no exercise found")
    assert not found, "\n".join(found)


async def test_the_closing_fits_and_can_be_read(launch: Launch) -> None:
    page = await shown(
        await launch(),
        "facilitator",
        "/console#a-link",
        {"/api/closing": PAGE, "/api/closing/cards": NAMEABLE, "/api/closing/themes": PAGE, "/api/closing/sign": SIGNED},
    )
    await page.welcome()
    await page.show("the end")
    await page.page.get_by_text("Exactly this will be published").wait_for()
    await page.page.get_by_text("These may be named as a theme").wait_for()
    found = await page.faults("themes and preview")
    await page.page.emulate_media(media="print")
    found += ["a card on paper"] if await page.page.get_by_text("nobody says his name").is_visible() else []
    for what in ("button", "textbox"):
        on_paper = await page.page.get_by_role(what).count()
        found += [f"{on_paper} × {what} on paper"] if on_paper else []
    beside = "one => getComputedStyle(one).display"
    if await page.page.locator(".closing-both").evaluate(beside) != "block":
        found.append("side by side on paper: what runs over a page's end is printed over what stands beside it")
    await page.page.emulate_media(media="screen")
    await page.page.get_by_label("Theme 1").first.fill("y" * 61)
    found += await page.faults("a theme that is too long")
    await page.page.get_by_label("Theme 1").first.fill("y" * 40)
    await press(page, "Sign")
    await page.page.get_by_role("dialog").wait_for()
    found += await page.faults("sign?")
    await press(page, "Sign it")
    await page.page.get_by_text("Signed on").wait_for()
    found += await page.faults("signed")
    page.answers["/api/closing"] = FEW
    await page.reload()
    await page.welcome()
    await page.show("the end")
    await page.page.get_by_text("We were fewer than five.").wait_for()
    found += await page.faults("fewer than five")
    assert not found, "\n".join(found)
