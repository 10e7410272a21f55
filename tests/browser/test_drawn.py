"""The drawn inputs in a real browser: a finger on a small phone, and what of it travels."""

import json

import msgspec
import pytest
from msgspec import structs
from playwright.async_api import Locator, Page

from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.shown import CODE, Shown, shown
from tests.browser.states import SEAT, SHARED
from workshop.domain import parts
from workshop.domain.answers import Answer
from workshop.domain.inputs import answer_problem, input_view
from workshop.domain.parts import NotesView, ReceiptsView
from workshop.domain.parts.asked import Travels
from workshop.domain.plan import Input, LineInput, PointInput, RingsInput

POINT = PointInput(
    ask="With someone hard",
    x=("I keep most of it in", "I say what I think"),
    y=("little room for the other", "much room for the other"),
)
MAP = RingsInput(
    max=12,
    rings=("closest", "close", "around me"),
    marks=("gives me strength", "mixed", "costs me strength", "missing or lost"),
)
POINTS = LineInput(mode="points", max=8, x=("early life", "today"), y=("very heavy", "very light"))
CURVE = structs.replace(POINTS, mode="curve", max=60)
DRAWN: dict[str, tuple[Input, tuple[Travels, ...]]] = {
    "a point": (POINT, ()),
    "a map": (MAP, ("ring", "mark")),
    "points on a line": (POINTS, ("x", "y")),
    "heights of points": (POINTS, ("y",)),
    "a curve": (CURVE, ("x", "y")),
}


async def asks(launch: Launch, name: str) -> Shown:
    """A phone that is asked this."""
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    body = parts.TallyView(input=input_view(*DRAWN[name]), picture=None, reveals=True)
    before = SHARED["guide"]
    assert before.stage is not None
    stage = structs.replace(before.stage, kind="tally", phase="open", prompt="Where is it now?", body=body)
    await page.tell(
        wire.SharedPart(body=structs.replace(before, stage=stage)),
        wire.ReceiptsPart(body=ReceiptsView(stages=())),
        wire.NotesPart(body=NotesView(sealed=())),
        wire.SeatPart(body=SEAT),
        wire.RoomPart(body=None),
        wire.At(position="asked"),
    )
    await page.page.locator(".drawn").wait_for()
    return page


async def touch(picture: Locator, places: list[tuple[float, float]], end: str = "touchEnd") -> None:
    """A finger from place to place, in shares of the picture; one place is a tap."""
    page: Page = picture.page
    await picture.scroll_into_view_if_needed()
    box = await picture.bounding_box()
    assert box is not None
    line = await page.context.new_cdp_session(page)
    points = [{"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]} for x, y in places]
    await line.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        await line.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    await line.send("Input.dispatchTouchEvent", {"type": end, "touchPoints": []})
    await line.detach()


async def answered(page: Shown, name: str) -> object:
    """The answer as it is kept to be sent again: what goes out on the line, without what fills it up. The server takes it."""
    await page.page.get_by_role("button", name="Add mine").click()
    kept = await page.page.evaluate(f"sessionStorage.getItem('holdspace:answers:{CODE}')")
    (held,) = json.loads(kept).values()
    asked, send = DRAWN[name]
    assert answer_problem(asked, msgspec.convert(held["answer"], Answer), send) is None
    return held["answer"]


@pytest.mark.parametrize("name", DRAWN)
async def test_a_drawn_input_fits_and_can_be_read_as_a_picture_and_in_its_plain_form(launch: Launch, name: str) -> None:
    page = await asks(launch, name)
    found = await page.faults(name)
    await page.page.get_by_role("button", name="As sliders").or_(page.page.get_by_role("button", name="As a list")).click()
    found += await page.faults(f"{name}, plain")
    assert not found, "\n".join(found)


async def test_a_finger_that_leaves_the_square_ends_at_its_border(launch: Launch) -> None:
    page = await asks(launch, "a point")
    await touch(page.page.locator("[data-picture]"), [(0.5, 0.5), (0.8, 0.4), (1.1, -0.2)])
    assert await answered(page, "a point") == {"t": "point", "x": 20, "y": 20}


async def test_the_page_does_not_scroll_under_a_finger_that_draws(launch: Launch) -> None:
    page = await asks(launch, "a curve")
    await page.page.set_viewport_size({"width": 360, "height": 500})
    picture = page.page.locator("[data-picture]")
    await picture.scroll_into_view_if_needed()
    before = await page.page.evaluate("scrollY")
    await touch(picture, [(0.0, 0.9), (0.25, 0.1), (0.5, 0.9), (0.75, 0.1), (1.0, 0.1)])
    assert await page.page.evaluate("scrollY") == before
    answer = await answered(page, "a curve")
    assert isinstance(answer, dict) and [point["x"] for point in answer["points"]] == list(range(21))


async def test_a_finger_places_marks_and_moves_somebody_and_only_numbers_travel(launch: Launch) -> None:
    page = await asks(launch, "a map")
    await page.page.get_by_role("button", name="Add someone").tap()
    await page.page.get_by_label("First name or a sign").fill("Secret")
    await page.page.get_by_role("button", name="Next: their place").tap()
    picture = page.page.locator("[data-picture]")
    await touch(picture, [(0.675, 0.5)])
    await page.page.get_by_role("button", name="costs me strength").tap()
    await touch(picture, [(0.675, 0.5), (0.8, 0.5), (0.955, 0.5)])
    assert await answered(page, "a map") == {"t": "rings", "dots": [{"ring": 2, "mark": 2}]}


async def test_a_point_on_a_line_is_placed_and_dragged_by_a_finger(launch: Launch) -> None:
    page = await asks(launch, "points on a line")
    picture = page.page.locator("[data-picture]")
    await touch(picture, [(0.25, 0.5)])
    await touch(picture, [(0.75, 0.5)])
    await touch(picture, [(0.25, 0.5), (0.4, 0.3), (0.5, 0.25)])
    assert await answered(page, "points on a line") == {"t": "line", "points": [{"x": 10, "y": 15}, {"x": 15, "y": 10}]}


async def test_everything_is_reached_by_keys_alone(launch: Launch) -> None:
    page = await asks(launch, "a map")
    keys = page.page.keyboard
    await page.page.get_by_role("button", name="Add someone").focus()
    await keys.press("Enter")
    await keys.type("Jo")
    await keys.press("Enter")
    await keys.press("Tab")
    await keys.press("Enter")  # the second ring
    await keys.press("Enter")  # the first sign
    assert await answered(page, "a map") == {"t": "rings", "dots": [{"ring": 1, "mark": 0}]}


async def test_where_places_stay_here_only_heights_travel_in_their_order(launch: Launch) -> None:
    page = await asks(launch, "heights of points")
    picture = page.page.locator("[data-picture]")
    for x, y in ((0.6, 0.5), (0.1, 0.98), (0.2, 0.75), (0.9, 0.02)):
        await touch(picture, [(x, y)])
    assert await answered(page, "heights of points") == {
        "t": "line",
        "points": [{"x": 0, "y": 0}, {"x": 7, "y": 5}, {"x": 13, "y": 10}, {"x": 20, "y": 20}],
    }
