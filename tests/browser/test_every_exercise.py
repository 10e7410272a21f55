"""Every moment of the exercises on console and shared screen, and every picture on a phone: nothing for axe, nothing beside the window,
and on a large screen nothing below its end and no letter too small to be read from the back of the room."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import AXE
from tests.browser.shown import CODE, SHOWS_NEXT, shown
from tests.browser.states_of_the_exercises import EXERCISES

LARGE = (1920, 1080)
SMALL_DESK = (1366, 820)
LEAST_LETTER = 28
"""CSS pixels on 1080 lines: 2.6 % of the height."""
BEYOND = """least => {
    const main = document.querySelector("main"), seen = [];
    const end = main.getBoundingClientRect();
    for (const one of main.querySelectorAll("*")) {
        if (one.closest(".hidden") || one.closest("defs") || one.closest("g[clip-path]")) continue;
        const box = one.getBoundingClientRect();
        if (box.width > 1 && (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || (getComputedStyle(one).display !== "inline" && box.top < end.top - 1)))
            seen.push(`beside the screen: ${one.outerHTML.slice(0, 120)}`);
        const says = [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "");
        if (!says) continue;
        const scale = one instanceof SVGElement ? one.getScreenCTM().a : 1;
        const letter = parseFloat(getComputedStyle(one).fontSize) * scale;
        if (letter < least - 0.5) seen.push(`${letter.toFixed(1)} px: ${one.textContent.trim()}`);
    }
    return seen;
}"""


@pytest.mark.parametrize(("role", "path"), [("facilitator", "/console#a-link"), ("screen", "/screen#a-link")])
async def test_every_moment_of_an_exercise_fits_and_can_be_read(launch: Launch, role: str, path: str) -> None:
    page = await shown(await launch(), role, path)
    await page.welcome()
    found: list[str] = []
    for state in EXERCISES:
        await page.show(state)
        found += await page.faults(state)
    assert not found, "\n".join(found)


async def test_every_picture_fits_a_phone(launch: Launch) -> None:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    found: list[str] = []
    for state in EXERCISES:
        if state.startswith("picture of "):
            await page.show(state)
            await page.page.locator("figure").first.wait_for()
            found += await page.faults(state)
    assert not found, "\n".join(found)


async def test_the_shared_screen_can_be_read_from_the_back_of_the_room(launch: Launch) -> None:
    screen = await shown(await launch(), "screen", "/screen#a-link")
    await screen.page.set_viewport_size({"width": LARGE[0], "height": LARGE[1]})
    await screen.welcome()
    await screen.page.evaluate(AXE.read_text())
    found: list[str] = []
    for state in EXERCISES:
        await screen.show(state)
        await screen.page.evaluate(SHOWS_NEXT)
        found += [f"{state}, {fault}" for fault in await screen.page.evaluate(BEYOND, LEAST_LETTER)]
    assert not found, "\n".join(found)


async def test_proposed_rooms_are_in_sight_on_a_small_desk_where_decks_can_be_chosen(launch: Launch) -> None:
    console = await shown(await launch(), "facilitator", "/console#a-link")
    await console.page.set_viewport_size({"width": SMALL_DESK[0], "height": SMALL_DESK[1]})
    await console.welcome()
    await console.show("scenes, proposed")
    room = console.page.locator("li.tile", has_text="Room 1")
    await expect(room).to_be_in_viewport(ratio=0.9)
    await expect(room.locator(".placed").last).to_be_in_viewport(ratio=0.9)
    await console.page.get_by_text("Choose another deck").click()
    await expect(console.page.get_by_role("radio")).to_have_count(6)
