"""Every state of somebody in breakouts on their phone, on a small window and at 200 % zoom: nothing for axe, nothing beside the window."""

from tests.browser.conftest import Launch
from tests.browser.shown import CODE, SMALL, shown
from tests.browser.states_of_own_rooms import NAMES, ROOMS, told


async def test_every_state_of_somebody_in_rooms_fits_and_can_be_read(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}")
    await phone.welcome()
    page, found = phone.page, list[str]()
    for name in ROOMS:
        await phone.tell(*told(name))
        found += await phone.faults(name)
        if name == "a talk":
            await page.get_by_text("Next rooms: Take part").click()
            await page.get_by_role("button", name="My partner is not here").click()
            found += await phone.faults("my partner is not here, and what is next")
    for answer in ("lighter", "something I heard", "a breath"):
        await page.get_by_role("button", name=answer).click()
        found += await phone.faults(f"three taps: {answer}")
    await page.get_by_role("button", name="Rather not with somebody").click()
    await phone.tell(NAMES)
    await page.get_by_role("checkbox", name="Mika").wait_for()
    found += await phone.faults("rather not with somebody")
    assert not found, "\n".join(found)


async def test_the_clock_and_the_ways_out_of_a_scene_stay_in_sight(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}")
    await phone.welcome()
    page = phone.page
    await page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await phone.tell(*told("a role card with scene and twist"))
    await page.get_by_text("What is new in this take").wait_for()
    for top in (0, 10_000):
        await page.evaluate("top => scrollTo(0, top)", top)
        for seen in (page.get_by_role("timer"), page.get_by_role("button", name="Pause"), page.get_by_text("Stop word")):
            box = await seen.bounding_box()
            assert box is not None
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= SMALL[1]
