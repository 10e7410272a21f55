"""A check-in on real pages: it fits at every size, covers nothing that somebody writes, and is over when it is closed."""

import json

from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.shown import CODE, SMALL, Shown, shown
from tests.browser.states import ROOM, SEAT
from tests.browser.states_of_the_check_in import ASKED, BESIDE, ON_CONSOLE, of_console, of_screen, shared_part
from workshop.domain.parts import NotesView, ReceiptsView, SeatView


async def tell_phone(phone: Shown, state: str, seat: SeatView = SEAT, check_in: int = 1) -> None:
    await phone.tell(
        shared_part(state, check_in),
        wire.ReceiptsPart(body=ReceiptsView(stages=())),
        wire.NotesPart(body=NotesView(sealed=())),
        wire.SeatPart(body=seat),
        wire.RoomPart(body=ROOM if BESIDE[state] == "rooms" else None),
        wire.At(position=f"{state} {check_in}"),
    )


async def unfold(phone: Shown) -> None:
    fold = phone.page.get_by_role("button", name="Answer")
    if await fold.is_visible():
        await fold.click()
    await phone.page.get_by_role("group", name="My mood").wait_for()


async def test_the_sheet_of_a_check_in_fits_and_can_be_read_folded_and_open(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}")
    await phone.welcome()
    found: list[str] = []
    for number, state in enumerate(BESIDE, start=1):
        await tell_phone(phone, state, check_in=number)
        found += await phone.faults(f"{state}, as it comes")
        await unfold(phone)
        found += await phone.faults(f"{state}, open")
        await phone.page.get_by_role("radio", name="1 of 5, on guard").click()
        await phone.page.get_by_role("button", name="I would like somebody to come to me").wait_for()
        found += await phone.faults(f"{state}, tapped")
        await tell_phone(phone, state, ASKED, check_in=number)
        found += await phone.faults(f"{state}, asked for a person")
    assert not found, "\n".join(found)


async def test_a_check_in_covers_nothing_that_somebody_writes_and_leaves_it_as_it_is(launch: Launch) -> None:
    phone = await shown(await launch(), "participant", f"/{CODE}")
    await phone.page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})
    await phone.welcome()
    await tell_phone(phone, "check-in, somebody writes", check_in=0)
    area = phone.page.get_by_role("textbox")
    await area.fill("Half a sentence")
    await area.focus()
    await tell_phone(phone, "check-in, somebody writes")
    sheet = phone.page.get_by_role("region", name="Check-in")
    await sheet.wait_for()
    assert await area.evaluate("one => one === document.activeElement"), "the focus stays where somebody writes"
    await area.press_sequentially(" goes on")
    assert await area.input_value() == "Half a sentence goes on"
    await unfold(phone)
    boxes = [await one.bounding_box() for one in (phone.page.get_by_role("region", name="How are you just now?"), area)]
    assert boxes[0] is not None and boxes[1] is not None
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"], "the sheet stands above, not over it"
    await phone.page.get_by_role("radio", name="1 of 5, heavy").click()
    await phone.reload()
    await phone.welcome()
    await tell_phone(phone, "check-in, somebody writes")
    assert await phone.page.get_by_role("radio", name="1 of 5, heavy").is_checked()
    assert await phone.page.get_by_role("textbox").input_value() == "Half a sentence goes on"
    await phone.page.get_by_role("radio", name="1 of 5, heavy").press("Space")
    assert not await phone.page.get_by_role("radio", name="1 of 5, heavy").is_checked(), "Space takes it away"
    await phone.page.get_by_role("radio", name="2 of 5").first.click()
    await phone.page.get_by_role("radio", name="2 of 5").first.click()
    assert not await phone.page.get_by_role("radio", name="2 of 5").first.is_checked(), "and so does a second tap"
    await phone.page.get_by_role("radio", name="2 of 5").first.press("ArrowRight")
    assert await phone.page.get_by_role("radio", name="3 of 5").first.is_checked()
    await tell_phone(phone, "check-in, somebody writes", check_in=0)
    await phone.page.get_by_role("region", name="How are you just now?").wait_for(state="detached")
    assert await phone.page.get_by_role("textbox").input_value() == "Half a sentence goes on"
    taps = [json.loads(frame) for frame in phone.heard if '"tap"' in frame]
    assert {one["about"] for one in taps} == {"check_in"}
    assert [one["marks"] for one in taps] == [["mood:1"], ["mood:1"], [], ["mood:2"], [], ["mood:3"]]


async def test_the_gauges_of_a_check_in_fit_and_can_be_read_on_the_console(launch: Launch) -> None:
    console = await shown(await launch(), "facilitator", "/console#a-link")
    await console.welcome()
    found: list[str] = []
    for name in ON_CONSOLE:
        await console.tell(*of_console(name), wire.At(position=name))
        await console.page.get_by_role("heading", name="Check-in").wait_for()
        found += await console.faults(name)
    assert not found, "\n".join(found)


async def test_the_shared_screen_says_that_a_check_in_is_open_and_fits(launch: Launch) -> None:
    screen = await shown(await launch(), "screen", "/screen#a-link")
    await screen.welcome()
    found: list[str] = []
    for state in BESIDE:
        await screen.tell(shared_part(state), of_screen(state), wire.At(position=state))
        await screen.page.get_by_text("A check-in is open on your phone").wait_for()
        found += await screen.faults(state)
    assert not found, "\n".join(found)
