"""While the shared screen has lost its line it says so in a line of its own: over nothing that the room reads."""

import pytest

from tests.browser.conftest import Launch
from tests.browser.faces import SCREEN
from tests.browser.shown import shown

COVERED = """() => {
    const said = document.querySelector(".from-before").getBoundingClientRect();
    const over = box => box.bottom > said.top && box.top < said.bottom && box.right > said.left && box.left < said.right;
    const read = [...document.querySelectorAll("main *")].filter(one => one.children.length === 0 && one.textContent.trim() !== "");
    const covered = read.filter(one => over(one.getBoundingClientRect())).map(one => one.textContent);
    return said.bottom > innerHeight ? [...covered, "below the window"] : covered;
}"""


@pytest.mark.parametrize("state", ["choice", "agreements", "rooms", "round", "wall", "lobby"])
async def test_that_it_reconnects_covers_nothing_on_the_shared_screen(launch: Launch, state: str) -> None:
    screen = await shown(await launch(), "screen", "/screen#a-link")
    await screen.page.set_viewport_size({"width": SCREEN[0], "height": SCREEN[1]})
    await screen.welcome()
    await screen.show(state)
    await screen.page.get_by_role("heading", level=1).wait_for()
    await screen.lose()
    await screen.page.locator(".from-before").wait_for()
    assert await screen.page.evaluate(COVERED) == []
