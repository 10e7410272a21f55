"""The desk's doors to programmes and to the meeting link: what is made, erased, and nobody else's."""

from typing import Any

import pytest
from sqlalchemy import func, select

from realtime.desk_programmes import is_meeting_link
from tests.bearer import Bearer
from tests.realtime.in_programme import NEW, SERIES, Programme, agreed, desk, door, in_rooms, joining, other_desk, programme
from workshop.domain import commands as c
from workshop.domain.words import SessionId
from workshop.records.sessions import session_by_id
from workshop.records.tables import apart, met, programme_line, programme_seat, seat, session

REAL = NEW | {"practice": False}

__all__ = ["desk", "door", "other_desk", "programme"]


async def test_the_desk_offers_the_library_and_makes_the_sessions_of_a_programme(programme: Programme) -> None:
    shown = await programme.desk.get("desk")
    (offer,) = shown["programmeOffers"]
    assert (offer["id"], len(offer["sessions"]), offer["peopleMin"], offer["peopleMax"]) == (SERIES, 12, 6, 12)
    eighth = offer["sessions"][7]
    assert (eighth["phase"], eighth["focus"], eighth["tender"]) == ("work", ["loss"], ["grief-line"])
    assert offer["sessions"][0]["until"].startswith("Listen to one person")
    path = f"desk/programmes/{programme.id}/sessions"
    made = await programme.desk.post(path, REAL | {"number": 3})
    assert (made["title"], made["programme"], made["number"], made["stage"]) == ("What fires in me", "Tuesdays", 3, "live")
    assert await programme.desk.ask(path, REAL | {"number": 8}) == (409, {"error": "tender_not_approved"})
    for number in (0, 13, -1):
        assert await programme.desk.ask(path, NEW | {"number": number}) == (404, {"error": "unknown_programme"})
    planned = await programme.desk.post(path, REAL | {"number": 2, "startsMs": 1_900_000_000_000})
    await programme.desk.post(path, NEW | {"number": 4})  # practice
    states = {one["number"]: one["state"] for one in (await programme.row())["sessions"]}
    assert (states[2], states[3], states[4]) == ("scheduled", "live", None)
    await programme.desk.post(f"desk/sessions/{planned['id']}/cancel")
    assert (await programme.row())["sessions"][1]["session"] is None
    twin = await programme.desk.post(f"desk/sessions/{made['id']}/duplicate")
    assert (twin["programme"], twin["number"]) == ("Tuesdays", 3)


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ({"offer": "nothing", "title": "Tuesdays"}, (404, {"error": "unknown_programme"})),
        ({"offer": SERIES, "title": ""}, (422, {"error": "not_understood"})),
        ({"offer": SERIES, "title": "   "}, (422, {"error": "not_understood"})),
        ({"offer": SERIES, "title": "x" * 81}, (422, {"error": "not_understood"})),
        ({"offer": SERIES, "title": "two\nlines"}, (422, {"error": "not_understood"})),
        ({"offer": SERIES}, (422, {"error": "not_understood"})),
    ],
)
async def test_a_programme_needs_a_series_and_a_title(desk: Bearer, body: dict[str, str], answer: tuple[int, Any]) -> None:
    assert await desk.ask("desk/programmes", body) == answer
    assert (await desk.get("desk"))["programmes"] == []


async def test_another_organizations_programme_is_unknown(programme: Programme, other_desk: Bearer) -> None:
    one = f"desk/programmes/{programme.id}"
    assert (await other_desk.get("desk"))["programmes"] == []
    assert await other_desk.ask(f"{one}/sessions", NEW) == (404, {"error": "unknown_programme"})
    assert await other_desk.ask(f"{one}/erase", {}) == (404, {"error": "unknown_programme"})
    assert (await programme.row())["id"] == programme.id


async def test_erasing_a_programme_leaves_nothing_of_it(programme: Programme) -> None:
    first = await programme.session(1)
    console = await programme.console(first)
    phones = [await programme.comes(first, alias, f"{alias} a b c") for alias in ("Mika", "Noor")]
    await agreed(console)
    await in_rooms(console, phones)
    erase = f"desk/programmes/{programme.id}/erase"
    assert await programme.desk.ask(erase, {}) == (409, {"error": "wrong_state"}), "it is being played"
    assert await console.do(c.EndSession()) is None
    planned = await programme.desk.post(
        f"desk/programmes/{programme.id}/sessions", NEW | {"number": 2, "startsMs": 1_900_000_000_000}
    )
    row = await session_by_id(programme.database, SessionId(planned["id"]))
    assert row is not None
    assert len(row.carried) == 2
    assert await programme.desk.post(erase) == {}
    assert await programme.desk.ask(erase, {}) == (404, {"error": "unknown_programme"})
    async with programme.database.reading() as connection:
        for table in (programme_seat, met, programme_line, apart):
            assert await connection.scalar(select(func.count()).select_from(table)) == 0
        assert set(await connection.scalars(select(seat.c.pseudonym))) == {None}
        assert set(await connection.scalars(select(session.c.carried))) == {"[]"}
    shown = await programme.desk.get("desk")
    assert shown["programmes"] == []
    assert {one["programme"] for one in shown["sessions"] if one["number"]} == {"Tuesdays"}
    opened = await programme.desk.post(f"desk/sessions/{planned['id']}/open")
    assert (await joining(programme.door.base, opened["code"], "Mika", "mika a b c", known=True))[0] == 200, (
        "an evening of its own"
    )


# --- the meeting link


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://meet.example/{room}",
        "https://meet.example:8443/a/{room}?lang=de#config.x=1",
        "https://meet.example/?room={room}",
        "https://meet.example/#/{room}",
    ],
)
def test_a_meeting_link_names_the_room_once_after_the_server(link: str) -> None:
    assert is_meeting_link(link)


@pytest.mark.parametrize(
    "link",
    [
        "http://meet.example/{room}",
        "https://meet.example/",
        "https://meet.example/{room}/{room}",
        "https://{room}.example/",
        "https://meet.example:{room}/",
        "https://a@meet.example/{room}",
        "https:///{room}",
        "https:{room}",
        "javascript:alert('{room}')//https://",
        "https://meet.example/{room} and more",
        "https://meet.example/{room}\n",
        'https://meet.example/{room}"onclick=',
        "https://meet.example/{rooms}{room}",
        "https://[::1/{room}",
        "https://meet.example:99999/{room}",
        "https://meet.example/{room}" + "x" * 300,
    ],
)
def test_what_would_mislead_somebody_is_no_meeting_link(link: str) -> None:
    assert not is_meeting_link(link)


async def test_a_meeting_link_goes_with_the_sessions_that_are_apart(programme: Programme) -> None:
    desk, link = programme.desk, "https://meet.example/{room}"
    assert await desk.ask("desk/meeting", {"link": "http://meet.example/{room}"}) == (422, {"error": "meeting_link_wrong"})
    assert (await desk.get("desk"))["meetingLink"] == ""
    assert await desk.post("desk/meeting", {"link": f" {link} "}) == {}
    assert (await desk.get("desk"))["meetingLink"] == link
    path = f"desk/programmes/{programme.id}/sessions"
    for presence, expected in (("apart", link), ("together", "")):
        made = await desk.post(path, NEW | {"presence": presence})
        row = await session_by_id(programme.database, SessionId(made["id"]))
        assert row is not None
        assert row.settings.meeting_link == expected
    assert await desk.post("desk/meeting", {"link": ""}) == {}
    assert (await desk.get("desk"))["meetingLink"] == ""
