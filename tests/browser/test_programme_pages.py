"""A programme's pages on a small window, and at 200 % zoom: nothing for axe, nothing beside the window. And what leaves a phone of its
four words: nothing."""

import json

from msgspec import structs
from playwright.async_api import Request, expect

from realtime import desk_shapes as d
from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.faces import AXE, words
from tests.browser.shown import BASE, CODE, DOOR, Shown, shown
from tests.browser.states import SHARED
from tests.browser.states_of_the_desk import AT, DAY, DESK, LINKS, LONG_TITLE, ROW
from workshop.domain import parts
from workshop.domain.words import SessionId

TITLE = "Thursdays in spring, for people who work at night"
FOCUS = {6: ("conflict",), 7: ("change",), 8: ("loss",), 11: ("distance",)}
OFFER = d.ProgrammeOffer(
    id="twelve-weeks",
    title="Twelve weeks of interpersonal practice",
    aim="A closed group meets weekly. Three sessions to arrive and choose a focus, seven to work, two to carry it out.",
    before="A short personal talk with each applicant: hopes, current support, and how to be reached.",
    after="A personal talk or message to each member within ten days.",
    people_min=6,
    people_max=12,
    sessions=tuple(
        d.ProgrammeSessionOffer(
            number=number,
            phase="arrive" if number < 4 else "work" if number < 11 else "carry",
            title=LONG_TITLE if number == 6 else f"Evening {number}",
            minutes=90,
            focus=FOCUS.get(number, ()),
            activities=("What we keep to", "How I arrive", "Clear and kind"),
            tender=("grief-line",) if number == 8 else (),
            until="Listen to one person for five minutes without answering.",
        )
        for number in range(1, 13)
    ),
)
STATES = ("signed", "signed", "ended", "scheduled")
PROGRAMME = d.ProgrammeRowView(
    id="p1",
    title=TITLE,
    offer=OFFER.id,
    created_ms=AT - 30 * DAY,
    people=9,
    lines=5,
    sessions=tuple(
        d.ProgrammeSessionView(
            number=one.number,
            title=one.title,
            session=SessionId(f"s{one.number}") if one.number < 5 else None,
            state=STATES[one.number - 1] if one.number < 5 else None,  # type: ignore[arg-type]
            until=one.until,
        )
        for one in OFFER.sessions
    ),
)
WITH = structs.replace(
    DESK,
    programmes=(PROGRAMME,),
    programme_offers=(OFFER,),
    sessions=(
        structs.replace(ROW, id=SessionId("s4"), programme=TITLE, number=4),
        structs.replace(ROW, id=SessionId("s1"), code="D5ZQ2RNE", stage="signed", has_summary=True, programme=TITLE, number=1),
    ),
)
SERIES = parts.ProgrammeView(
    title=TITLE,
    number=4,
    of=12,
    focus=(),
    since="Catch one habitual move, only to notice it.",
    until="Use one clear line in an easy place.",
)
AT_THE_DOOR = {**DOOR, "state": "open", "approval": False, "programme": {"title": TITLE, "number": 4, "of": 12}}


async def press(page: Shown, name: str) -> None:
    await page.page.get_by_role("button", name=words(name)).first.click()


async def tell(page: Shown, state: str) -> None:
    await page.show(state)
    await page.tell(
        wire.SharedPart(body=structs.replace(SHARED[state], programme=SERIES)), wire.At(position=f"{state}, of a programme")
    )


async def test_every_programme_page_of_the_desk_fits_and_can_be_read(launch: Launch) -> None:
    answers: dict[str, object] = {
        "/api/desk": WITH,
        "/api/desk/meeting": {},
        "/api/desk/programmes": PROGRAMME,
        "/api/desk/programmes/p1/sessions": ROW,
        "/api/desk/sessions/s1/open": LINKS,
    }
    page = await shown(await launch(), "desk", "/desk#a-link", answers)
    await page.page.get_by_role("heading", name="Sessions").wait_for()
    found = await page.faults("sessions of a programme")
    await press(page, "Programmes")
    found += await page.faults("programmes")
    await press(page, "Erase the programme")
    await page.page.get_by_role("dialog").wait_for()
    found += await page.faults("erase?")
    await press(page, "Leave it as it is")
    await press(page, "Start a programme")
    found += await page.faults("start a programme")
    await press(page, "Start it")
    await page.page.get_by_text("Started: ").wait_for()
    await press(page, "Make session 5 ready")
    await page.page.get_by_label("Plan it for later").check()
    found += await page.faults("a session of a programme")
    await press(page, "Calls")
    await page.page.get_by_label("Link to a room").fill("https://meet.example.org/the-quiet-house-at-the-canal-{room}")
    found += await page.faults("a link")
    await page.page.get_by_label("Link to a room").fill("http://meet.example.org/")
    await press(page, "Save the link")
    found += await page.faults("a link that cannot be")
    assert not found, "\n".join(found)


async def test_the_phone_in_a_programme_fits_and_its_words_never_leave_it(launch: Launch) -> None:
    page = await shown(await launch(), "participant", "/?new", {"/api/door": AT_THE_DOOR, "/api/join": {}})
    sent: list[str] = []

    def note(request: Request) -> None:
        sent.append(f"{request.url} {request.post_data or ''}")

    page.page.on("request", note)
    await page.page.goto(f"{BASE}/{CODE}?new")
    await page.page.evaluate(AXE.read_text())
    await page.page.get_by_role("heading", level=1).wait_for()
    for closed in await page.page.locator("summary").all():
        await closed.click()
    found = await page.faults("door")
    await press(page, "I have four words")
    await page.page.get_by_role("textbox").fill("amber qwertyuiopasdfghjklzxcvbnm river moss")
    await page.page.get_by_role("button", name="Come in", exact=True).click()
    await expect(page.page.get_by_role("main").get_by_text("is not among our words")).to_be_visible()
    found += await page.faults("a word that is on no list")
    await press(page, "Come in without them")
    await page.page.get_by_role("button", name="Come in", exact=True).click()
    await page.welcome()
    await tell(page, "lobby")
    await page.page.get_by_text("Since last time").wait_for()
    found += await page.faults("lobby")
    own = (await page.page.locator(".four-words").inner_text()).split()
    assert len(own) == 4
    await page.page.get_by_role("button", name="Help").click()
    await press(page, "Your name")
    found += await page.faults("your name")
    await press(page, "Back")
    await tell(page, "the end")
    await page.page.get_by_text("Until next time").wait_for()
    found += await page.faults("the end")
    kept = json.loads(await page.page.evaluate("JSON.stringify({ ...localStorage })"))
    assert [json.loads(text)["words"] for text in kept.values() if "words" in text] == [own]
    gone_out = "\n".join([*sent, *page.heard, page.page.url, await page.page.title()])
    assert not [word for word in own if f'"{word}' in gone_out or " ".join(own) in gone_out]
    await press(page, "Wipe them from this phone")
    assert await page.page.evaluate("Object.keys(localStorage).filter(key => key.includes('place')).length") == 0
    assert not found, "\n".join(found)


async def test_a_place_that_is_given_back_fits_and_can_be_read(launch: Launch) -> None:
    members = d.MembersPage(
        members=(
            d.ProgrammeMemberView(id="a" * 32, alias="Ada of the long winding road", here=False),
            d.ProgrammeMemberView(id="b" * 32, alias="Mika", here=True),
        )
    )
    page = await shown(await launch(), "facilitator", "/console#a-link", {"/api/members": members})
    await page.welcome()
    await tell(page, "lobby")
    await press(page, "Plan and more")
    found = await page.faults("the plan of a programme's session")
    await press(page, "Mika")
    await page.page.get_by_role("combobox", name="Who they were before").select_option("a" * 32)
    await press(page, "Give it back")
    await expect(page.page.get_by_role("button", name="Leave it as it is")).to_be_focused()
    found += await page.faults("a place given back?")
    assert not found, "\n".join(found)
