"""Every state of breakouts on console and shared screen: nothing for axe, nothing beside the window, and every panel of them fits."""

import pytest

from tests.browser.conftest import Launch
from tests.browser.faces import words
from tests.browser.shown import shown
from tests.browser.states_of_the_board import PANELS, TOLD


@pytest.mark.parametrize(("role", "path"), [("facilitator", "/console#a-link"), ("screen", "/screen#a-link")])
async def test_every_state_of_breakouts_fits_and_can_be_read(launch: Launch, role: str, path: str) -> None:
    page = await shown(await launch(), role, path)
    await page.welcome()
    found: list[str] = []
    for state in TOLD:
        await page.show(state)
        found += await page.faults(state)
    assert not found, "\n".join(found)


async def test_every_panel_of_breakouts_fits_and_can_be_read(launch: Launch) -> None:
    console = await shown(await launch(), "facilitator", "/console#a-link")
    page, found = console.page, list[str]()
    await console.welcome()
    for state, opens in PANELS:
        await console.show(state)
        await page.get_by_role("button", name=words(opens)).first.click()
        await page.get_by_role("dialog").wait_for()
        found += await console.faults(f"{state}: {opens}")
        await page.keyboard.press("Escape")
        await page.get_by_role("dialog").wait_for(state="detached")
    assert not found, "\n".join(found)
