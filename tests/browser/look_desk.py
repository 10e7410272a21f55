"""The organizer's desk in pictures, and the doors of sessions that are planned or cancelled."""

import re

from realtime.opening import new_desk_link
from tests.browser.faces import Face, Faces
from tests.browser.look_album import SMALL, Album
from tests.nodes import Cluster
from workshop.domain.words import OrganizationId
from workshop.records.sessions import create_organization

ORGANIZATION = OrganizationId("quiet-house")
HELP = (
    "In the house: Ines Amara, room 2, until 22:00.\n"
    "Any time: call 000, the crisis line of this town. They speak several languages.\n"
    "In danger now: the emergency number of the place where you are."
)


async def play_the_desk(album: Album, made: Cluster, faces: Faces) -> None:
    await create_organization(made.database, ORGANIZATION, "The Quiet House")
    secret = await new_desk_link(made.database, ORGANIZATION)
    desk = await faces.open("the desk", f"/desk#{secret}", (1440, 900))
    await album.take(desk, "desk", "no sessions yet", heading="Sessions")
    await desk.press("Write the help page")
    await desk.page.get_by_label("What the page says").fill(HELP)
    await album.take(desk, "desk", "help page", heading="Help page")
    await desk.press("Save: it is right as of today")
    await desk.sees("Saved, and checked today.")
    await _a_session(desk, real=True, later=True)
    await album.take(desk, "desk", "new session", whole=True, dark=True)
    await desk.press("Make the session")
    await desk.sees("The session is planned.")
    planned = await _code_of(desk)
    await _a_session(desk, real=True, later=False)
    await desk.press("Make it and open it")
    await album.take(desk, "desk", "links", heading="The door is open")
    await desk.page.get_by_role("button", name="Sessions").click()
    await desk.page.get_by_role("button", name="Duplicate").first.click()
    await desk.sees("A copy stands at the top")
    await desk.page.get_by_role("button", name="Cancel").first.click()
    await album.take(desk, "desk", "cancel this session?", sees=("Cancel this session?",))
    cancelled = await _code_of(desk)
    await desk.answer("Cancel the session")
    await desk.sees("The session is cancelled.")
    await album.take(desk, "desk", "sessions", heading="Sessions", dark=True)
    await _a_programme(album, desk, faces)
    for state, code, heading in (
        ("not open yet", planned, "Not open yet."),
        ("cancelled", cancelled, "This session will not take place."),
    ):
        phone = await faces.phone(state, code, SMALL)
        await album.take(phone, "phone", state, heading=heading)


async def _a_programme(album: Album, desk: Face, faces: Faces) -> None:
    """Started, its first session made ready, and its door and lobby on a phone that comes for the first time."""
    await desk.page.get_by_role("button", name="Programmes").click()
    await desk.press("Start a programme")
    await album.take(desk, "desk", "start a programme", sees=("Before the first session",), whole=True)
    await desk.page.get_by_label("What this one is called").fill("Thursdays in spring")
    await desk.press("Start it")
    await album.take(desk, "desk", "programmes", sees=("Started: Thursdays in spring.",), whole=True)
    await desk.press("Make session 1 ready")
    await album.take(desk, "desk", "a session of a programme", sees=("Session 1 of 12",))
    await desk.page.get_by_role("radio", name=re.compile("^Real")).check()  # practice has no place in a programme
    await desk.press("Make it and open it")
    await desk.sees("The door is open")
    link = await desk.page.locator("#link-join").input_value()
    phone = await faces.phone("of a programme", link.rsplit("/", 1)[-1], SMALL)
    await album.take(phone, "phone", "join a programme's session", sees=("I have four words",))
    await phone.press("I have four words")
    await album.take(phone, "phone", "come in with four words", heading="Your four words")
    await phone.press("Come in without them")
    await phone.page.get_by_role("button", name="Come in", exact=True).click()
    await album.take(phone, "phone", "lobby of a programme", sees=("Your four words",), whole=True)
    await desk.page.get_by_role("button", name="Calls").click()
    await desk.page.get_by_label("Link to a room").fill("https://meet.example.org/{room}")
    await album.take(desk, "desk", "calls for small rooms", heading="Calls for small rooms")


async def _a_session(desk: Face, *, real: bool, later: bool) -> None:
    await desk.page.get_by_role("button", name="New session").first.click()
    await desk.page.get_by_role("radio", name=re.compile("^First circle")).check()
    if real:
        await desk.page.get_by_role("radio", name=re.compile("^Real")).check()
    if later:
        await desk.page.get_by_role("radio", name="Plan it for later").check()


async def _code_of(desk: Face) -> str:
    """Of the session that stands first."""
    said = await desk.page.locator(".session-facts .num").first.inner_text()
    return said.removeprefix("code").replace(" ", "").strip("\u2068\u2069")
