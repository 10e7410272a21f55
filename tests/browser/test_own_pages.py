"""Private pages in a real browser: what is written stays there, a file of it is made without a request, and keys alone are enough."""

import json

import pytest
from msgspec import structs
from playwright.async_api import Request

from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.shown import CODE, SHOWS_NEXT, Shown, shown
from tests.browser.states import SEAT, SHARED
from workshop.domain import parts
from workshop.domain.inputs import input_view
from workshop.domain.parts import NotesView, ReceiptsView
from workshop.domain.plan import StageTemplate
from workshop.library.loader import library

MARK = "Zanzibar"
LETTER = parts.InputView(type="text", max=1500, starter="Dear younger me,")
JOURNALS: list[tuple[str, StageTemplate]] = [
    (activity, stage)
    for activity in library().activity_ids()
    for stage in library().load_activity(activity).stages
    if stage.kind == "journal"
]


def asking(body: object, **changes: object) -> parts.SharedView:
    before = SHARED["guide"]
    assert before.stage is not None
    kind = "journal" if isinstance(body, parts.JournalView) else "tally"
    stage = structs.replace(before.stage, kind=kind, phase="open", prompt="Where is it now?", title=None, body=body, **changes)
    return structs.replace(before, stage=stage)


async def tell(page: Shown, told: parts.SharedView) -> None:
    await page.tell(
        wire.SharedPart(body=told),
        wire.ReceiptsPart(body=ReceiptsView(stages=())),
        wire.NotesPart(body=NotesView(sealed=())),
        wire.SeatPart(body=SEAT),
        wire.RoomPart(body=None),
        wire.At(position="asked"),
    )


async def asks(launch: Launch, told: parts.SharedView) -> Shown:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    await tell(page, told)
    await page.page.get_by_role("button", name="I am done").wait_for()
    return page


async def fill(page: Shown, asked: parts.InputView) -> bool:
    """Marked words into everything that takes words. False where the input takes none."""
    if asked.type == "rings":
        await page.page.get_by_role("button", name="Add someone").click()
        await page.page.get_by_label("First name or a sign").fill(MARK)
        await page.page.get_by_role("button", name="Next: their place").click()
        await page.page.get_by_role("button", name=asked.rings[0], exact=True).click()
        return True
    if asked.type == "line":
        picture = page.page.locator("[data-picture]")
        if asked.mode == "curve":  # a line is one from two points on
            await picture.drag_to(picture, source_position={"x": 60, "y": 60}, target_position={"x": 160, "y": 90})
            return False
        await picture.click(position={"x": 60, "y": 60})
        await page.page.get_by_label("Words for point 1").fill(MARK)
        return True
    boxes = page.page.locator("main textarea")
    for index in range(await boxes.count()):
        await boxes.nth(index).fill(f"{MARK} {index}")
    return await boxes.count() > 0


async def test_words_on_the_private_pages_of_every_template_are_in_no_frame_address_title_log_or_cache(launch: Launch) -> None:
    page = await asks(launch, asking(parts.JournalView(input=LETTER)))
    requests: list[str] = []
    logged: list[str] = []

    def asked_for(request: Request) -> None:
        requests.append(f"{request.url} {request.post_data or ''}")

    page.page.on("request", asked_for)
    page.page.on("console", lambda said: logged.append(said.text))
    page.page.on("pageerror", lambda error: logged.append(str(error)))
    with_words = 0
    for number, (_, template) in enumerate(JOURNALS):
        assert template.input is not None
        asked = input_view(template.input)
        told = asking(parts.JournalView(input=asked), run=100 + number, stage=number)
        assert told.stage is not None
        await tell(page, structs.replace(told, stage=structs.replace(told.stage, prompt=f"{template.phone} ({number})")))
        await page.page.get_by_role("heading", name=f"({number})").wait_for()
        with_words += await fill(page, asked)
        await page.page.get_by_role("button", name="I am done").click()
        await page.page.locator("[data-state=page-done]").wait_for()
    assert len(JOURNALS) > 35
    assert with_words > 30
    answers = [frame for frame in page.heard if json.loads(frame)["t"] == "answer"]
    assert len(answers) == len(JOURNALS)
    assert {json.loads(frame)["answer"]["t"] for frame in answers} == {"done"}
    assert len({len(frame) for frame in answers}) == 1
    kept = await page.page.evaluate("[...Object.values(sessionStorage)].filter(text => text.includes('Zanzibar')).length")
    assert kept == with_words
    elsewhere = await page.page.evaluate(
        "async () => [location.href, document.title, document.cookie, JSON.stringify(localStorage), JSON.stringify(history.state),"
        " ...(self.caches === undefined ? [] : await caches.keys())]"
    )
    assert MARK not in "\n".join([*page.heard, *requests, *logged, *map(str, elsewhere)])


async def test_the_keyboard_is_asked_to_keep_out_of_own_words(launch: Launch) -> None:
    page = await asks(launch, asking(parts.JournalView(input=LETTER)))
    box = page.page.locator("main textarea")
    names = ("autocomplete", "autocorrect", "spellcheck")
    assert [await box.get_attribute(name) for name in names] == ["off", "off", "false"]
    assert await page.page.locator("form").count() == 0


async def focused(page: Shown) -> str:
    """What the element with the focus says, once the page has drawn what came of the last key."""
    await page.page.evaluate(SHOWS_NEXT)
    said: str = await page.page.evaluate("document.activeElement.innerText")
    return said


async def test_a_page_is_written_saved_without_a_request_and_wiped_by_keys_alone(launch: Launch) -> None:
    page = await asks(launch, asking(parts.JournalView(input=LETTER)))
    keys = page.page.keyboard
    await page.page.locator("main textarea").focus()
    await keys.type(f"Dear {MARK}")
    await page.page.get_by_role("button", name="What I wrote").focus()
    await keys.press("Enter")
    assert not await page.faults("own pages")
    requests: list[str] = []
    page.page.on("request", lambda request: requests.append(request.url))
    async with page.page.expect_download() as coming:
        await page.page.get_by_role("button", name="Save what I wrote").focus()
        await keys.press("Enter")
    file = await coming.value
    assert file.suggested_filename == "my-notes.html"
    saved = (await file.path()).read_text(encoding="utf-8")
    assert f"Dear {MARK}" in saved
    assert [url for url in requests if not url.startswith("blob:")] == []
    alone = await page.page.context.new_page()
    await alone.context.set_offline(True)
    await alone.set_content(saved)
    assert MARK in await alone.locator("body").inner_text()
    await alone.close()
    await page.page.keyboard.press("Tab")
    assert await focused(page) == "Wipe what I wrote"
    await keys.press("Enter")
    assert await focused(page) == "Wipe it from this phone?"
    await keys.press("Tab")
    assert await focused(page) == "Keep it"
    await keys.press("Enter")
    assert await focused(page) == "Wipe what I wrote"
    await keys.press("Enter")
    assert await focused(page) == "Wipe it from this phone?"
    await keys.press("Tab")
    await keys.press("Tab")
    assert await focused(page) == "Wipe it now"
    await keys.press("Enter")
    assert await focused(page) == "It is gone from this phone."
    assert MARK not in await page.page.evaluate("JSON.stringify(sessionStorage)")
    assert MARK not in await page.page.locator("body").inner_text()


async def test_after_the_end_own_pages_stand_in_the_open_page_only(launch: Launch) -> None:
    page = await asks(launch, asking(parts.JournalView(input=LETTER)))
    await page.page.locator("main textarea").fill(MARK)
    await tell(page, structs.replace(SHARED["guide"], phase="ended", stage=None, activity=None))
    await page.page.get_by_role("button", name="Save what I wrote").wait_for()
    assert not await page.faults("the end with own pages")
    assert MARK not in await page.page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")


@pytest.mark.parametrize("kind", ["rings", "line"])
async def test_an_earlier_page_is_copied_and_no_name_of_it_travels(launch: Launch, kind: str) -> None:
    drawn = {
        "rings": parts.InputView(type="rings", max=12, rings=("closest", "close"), marks=("gives", "costs")),
        "line": parts.InputView(type="line", mode="points", max=8, x=("early", "today"), y=("heavy", "light")),
    }[kind]
    page = await asks(launch, asking(parts.JournalView(input=drawn), stage=1))
    assert await fill(page, drawn)
    if kind == "line":
        await page.page.locator("[data-picture]").click(position={"x": 200, "y": 90})
    sends = structs.replace(drawn, send=("ring", "mark") if kind == "rings" else ("y",))
    told = asking(parts.TallyView(input=sends, picture=None, reveals=True), run=9, stage=2, copied=1)
    await tell(page, told)
    await page.page.get_by_role("button", name="Use my map" if kind == "rings" else "Use my line").click()
    await page.page.get_by_role("button", name="Add mine").click()
    await page.page.get_by_text("Yours is").first.wait_for()
    (answer,) = (json.loads(frame)["answer"] for frame in page.heard if json.loads(frame)["t"] == "answer")
    assert answer["t"] == kind
    assert MARK not in "\n".join(page.heard)
