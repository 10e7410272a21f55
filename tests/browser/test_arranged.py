"""An order, piles, labelled lines, chairs and role cards in a real browser: by a finger on a small phone, and by keys alone."""

import json

from msgspec import structs

from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.shown import CODE, Shown, shown
from tests.browser.states import ROOM, SEAT, SHARED
from tests.browser.states_of_the_exercises import EXERCISES, FIELDS, ORDER, SORT
from tests.browser.test_drawn import touch
from workshop.domain import parts
from workshop.domain.parts import NotesView, ReceiptsView, SeatView

OPTIONS = ORDER.options


async def shows(launch: Launch, body: object, kind: str, seat: SeatView = SEAT) -> Shown:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    before = SHARED["guide"]
    assert before.stage is not None
    stage = structs.replace(before.stage, kind=kind, phase="open", prompt="Where is it now?", title=None, body=body)
    await page.tell(
        wire.SharedPart(body=structs.replace(before, stage=stage)),
        wire.ReceiptsPart(body=ReceiptsView(stages=())),
        wire.NotesPart(body=NotesView(sealed=())),
        wire.SeatPart(body=seat),
        wire.RoomPart(body=ROOM if seat.room is not None else None),
        wire.At(position="asked"),
    )
    await page.page.get_by_role("heading", level=1).wait_for()
    return page


async def asks(launch: Launch, asked: parts.InputView) -> Shown:
    if asked.type == "fields":
        return await shows(launch, parts.WallView(input=asked, cards=()), "wall")
    return await shows(launch, parts.TallyView(input=asked, picture=None, reveals=True), "tally")


async def answered(page: Shown, name: str) -> dict[str, object]:
    assert not await page.faults(name)
    await page.page.get_by_role("button", name="Add mine").click()
    await page.page.get_by_role("heading", name="on its way").wait_for()
    (answer,) = (json.loads(frame)["answer"] for frame in page.heard if json.loads(frame)["t"] == "answer")
    assert isinstance(answer, dict)
    return answer


async def test_a_finger_drags_into_an_order_and_may_leave_the_list(launch: Launch) -> None:
    page = await asks(launch, ORDER)
    rows = page.page.locator(".ordered li")
    grips = page.page.locator(".ordered .grip")
    first, third = await grips.nth(0).bounding_box(), await grips.nth(2).bounding_box()
    assert first is not None and third is not None
    down = (third["y"] - first["y"]) / first["height"]
    await touch(grips.nth(0), [(0.5, 0.5), (0.5, 0.5 + down / 2), (0.5, 0.6 + down)])
    assert (await rows.nth(2).inner_text()).endswith(OPTIONS[0])
    await touch(grips.nth(5), [(0.5, 0.5), (-1, -4), (-9, -12)])
    assert (await rows.nth(0).inner_text()).endswith(OPTIONS[5])
    assert await answered(page, "an order") == {"t": "order", "options": [5, 1, 2, 0, 3, 4]}


async def test_an_order_is_made_by_keys_alone_and_the_focus_goes_along(launch: Launch) -> None:
    page = await asks(launch, ORDER)
    keys = page.page.keyboard
    await page.page.get_by_role("heading", level=1).focus()
    for _ in range(3):  # down of the first, then up and down of the second
        await keys.press("Tab")
    name = await page.page.evaluate("document.activeElement.getAttribute('aria-label')")
    while name != f"{OPTIONS[1]}: a place up":
        await keys.press("Tab")
        name = await page.page.evaluate("document.activeElement.getAttribute('aria-label')")
    await keys.press("Enter")
    assert await page.page.evaluate("document.activeElement.getAttribute('aria-label')") == name
    assert await answered(page, "an order by keys") == {"t": "order", "options": [1, 0, 2, 3, 4, 5]}


async def test_a_finger_taps_and_drags_cards_onto_piles_and_a_drop_outside_changes_nothing(launch: Launch) -> None:
    page = await asks(launch, SORT)
    await page.page.get_by_role("button", name="rest", exact=True).tap()
    await page.page.get_by_role("button", name="running dry", exact=True).tap()
    card = page.page.locator(".sortable", has_text="a say in decisions").locator(".grip")
    pile = page.page.locator("[data-pile='0']")
    await pile.scroll_into_view_if_needed()
    await card.scroll_into_view_if_needed()
    start, end = await card.bounding_box(), await pile.bounding_box()
    assert start is not None and end is not None
    across = (end["x"] + 20 - start["x"]) / start["width"]
    down = (end["y"] + 20 - start["y"]) / start["height"]
    await touch(card, [(0.5, 0.5), (0.5, 1.0), (across, down)])
    other = page.page.locator(".sortable", has_text="honesty").locator(".grip")
    await touch(other, [(0.5, 0.5), (0.5, -1.0), (0.5, -40)])
    assert await answered(page, "piles") == {"t": "sort", "piles": [2, None, None, None, None, None, None, None, None, 0]}


async def test_cards_are_sorted_by_keys_alone_in_both_forms(launch: Launch) -> None:
    page = await asks(launch, SORT)
    keys = page.page.keyboard
    await page.page.get_by_role("button", name="rest", exact=True).focus()
    for key in ("Space", "Tab", "Tab", "Enter"):  # the card, the first pile, the second, onto it
        await keys.press(key)
    await page.page.get_by_role("button", name="As a list").focus()
    await keys.press("Enter")
    assert not await page.faults("piles as a list")
    await page.page.get_by_role("group", name="closeness").get_by_role("radio", name="well fed").focus()
    await keys.press("Space")
    assert await answered(page, "piles by keys") == {"t": "sort", "piles": [1, None, None, 0, None, None, None, None, None, None]}


async def test_labelled_lines_are_written_by_keys_alone(launch: Launch) -> None:
    page = await asks(launch, FIELDS)
    keys = page.page.keyboard
    await page.page.get_by_label("When this happens").focus()
    await keys.type("late")
    await keys.press("Tab")
    await keys.press("Tab")
    await keys.type("a word")
    answer = await answered(page, "labelled lines")
    assert answer["fields"] == {"when": "late", "ask": "a word"}


async def test_a_chair_is_asked_for_and_a_role_card_is_covered_by_keys_alone(launch: Launch) -> None:
    bowl = parts.CircleView(
        mode="fishbowl",
        state="running",
        turn=0,
        now=None,
        next=None,
        done=0,
        of=12,
        clock=parts.Clock(ends_at=None, left=None),
        inside=(parts.NameView(alias="Mika", mark=0),),
        chairs=4,
        asking=2,
    )
    page = await shows(launch, bowl, "circle")
    assert not await page.faults("chairs")
    await page.page.get_by_role("button", name="Ask for the open chair").focus()
    await page.page.keyboard.press("Enter")
    assert json.loads(page.heard[-1])["command"] == {"t": "ask_for_chair", "run": 3}

    card = parts.RoleCardView(
        role="speaker", card="Say it once.", scene="late", title="Late", situation="They write late.", twist="New.", may_swap=True
    )
    rooms = parts.RoomsView(round=1, rounds=3, state="running", roles=("speaker", "responder"), deck="No")
    room = await shows(launch, rooms, "rooms", structs.replace(SEAT, room="room-1", place=0, role=card))
    assert not await room.faults("a role card")
    await room.page.get_by_role("button", name="Cover").focus()
    await room.page.keyboard.press("Enter")
    assert "Say it once." not in await room.page.locator("body").inner_text()
    await room.page.get_by_role("button", name="Other scene").focus()
    await room.page.keyboard.press("Enter")
    assert json.loads(room.heard[-1])["command"] == {"t": "swap_scene", "run": 3, "round": 1, "scene": "late"}


async def test_every_moment_of_an_exercise_fits_a_phone(launch: Launch) -> None:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    found: list[str] = []
    for state in EXERCISES:
        await page.show(state)
        await page.page.get_by_role("heading", level=1).wait_for()
        found += await page.faults(state)
    assert not found, "\n".join(found)
