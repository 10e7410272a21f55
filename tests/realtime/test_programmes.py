"""A programme over real doors and sockets: two of its sessions, and people who come again with their key."""

import asyncio
import json
import logging
from pathlib import Path
from secrets import token_hex

import msgspec
import pytest
from sqlalchemy import select

from realtime.app import TRIES_PER_ADDRESS
from realtime.simulated import post
from tests.checks import events_of, open_next
from tests.engines import ENGINES
from tests.realtime.in_programme import (
    ROOMS,
    SERIES,
    Programme,
    agreed,
    desk,
    door,
    in_rooms,
    joining,
    place_of,
    programme,
)
from workshop.domain import commands as c
from workshop.domain.parts import GuideView
from workshop.records.programmes import history
from workshop.records.tables import seat

__all__ = ["desk", "door", "programme"]


@pytest.mark.parametrize("door", ENGINES, indirect=True)
async def test_two_sessions_are_one_programme(programme: Programme) -> None:
    base = programme.door.base
    first = await programme.session(1)
    console = await programme.console(first)
    phones = [await programme.comes(first, alias, f"{alias} reads old maps") for alias in ("Mika", "Noor", "Sol", "Wren")]
    assert await joining(base, first.code, "Guest", None) == (200, {}), "nobody needs a place"
    assert console.shared is not None
    assert console.shared.programme is not None
    place = console.shared.programme
    assert (place.title, place.number, place.of, place.since) == ("Tuesdays", 1, 12, "")
    assert place.until == "Listen to one person for five minutes without answering."
    promises = await agreed(console)
    couples = await in_rooms(console, phones)
    assert await console.do(c.EndSession()) is None
    row = await programme.row()
    assert (row["people"], row["lines"], row["title"], row["offer"]) == (4, 2, "Tuesdays", SERIES)
    assert [(one["number"], one["session"], one["state"]) for one in row["sessions"][:2]] == [
        (1, first.id, "ended"),
        (2, None, None),
    ]

    second = await programme.session(2)
    ids = {alias: one["id"] for alias, one in (await programme.members(second)).items()}
    assert sorted(ids) == ["Mika", "Noor", "Sol", "Wren"]
    found = await history(programme.database, second.id)
    names = {member: alias for alias, member in ids.items()}
    seen = {frozenset((names[one], names[other])): times for (one, other), times in found.met.items()}
    named_pairs = {pair for pair in couples if "Guest" not in pair}
    assert seen == dict.fromkeys(named_pairs, 1)
    assert seen

    console = await programme.console(second)
    assert console.shared is not None
    assert console.shared.agreements == promises
    back = await programme.comes(second, "Mika", "mika reads OLD  maps", known=True)
    nameless = await programme.comes(second, "", "noor reads old maps", known=True)
    assert nameless.seat is not None
    assert nameless.seat.alias == "Noor", "who says no name is called as before"
    run = await open_next(console, 0, back)
    assert run == 1
    body = back.shared.stage.body if back.shared is not None and back.shared.stage is not None else None
    assert isinstance(body, GuideView)
    assert body.purpose == "recall"
    assert set(promises) <= set(body.steps)
    members = await programme.members(second)
    assert {alias: one["here"] for alias, one in members.items()} == {"Mika": True, "Noor": True, "Sol": False, "Wren": False}
    assert {alias: one["id"] for alias, one in members.items()} == ids
    assert sorted((await history(programme.database, second.id)).pseudonyms.values()) == sorted([ids["Mika"], ids["Noor"]])
    log = " ".join(msgspec.json.encode(one.event).decode() for one in await events_of(programme.database, second.id))
    assert not [member for member in ids.values() if member in log], "no event names a pseudonym"
    assert not [member for member in ids.values() if member in msgspec.json.encode(console.desk).decode()]


async def test_the_name_of_a_member_follows_what_they_are_called_now(programme: Programme) -> None:
    first, second = await programme.session(1), await programme.session(2)
    await programme.comes(first, "Mika", "a b c d")
    await programme.comes(second, "Mika Rose", "a b c d", known=True)
    assert list(await programme.members(first)) == ["Mika Rose"]


async def test_an_unknown_key_that_was_typed_joins_nobody_and_is_limited(programme: Programme) -> None:
    base, opened = programme.door.base, await programme.session(1)
    for number in range(TRIES_PER_ADDRESS):
        answer = await joining(base, opened.code, "Mika", f"wrong words {number} here", known=True)
        assert answer == (404, {"error": "unknown_place"})
    assert await joining(base, opened.code, "Mika", "another guess of it", known=True) == (429, {"error": "too_many_tries"})
    assert await programme.members(opened) == {}
    assert await events_of(programme.database, opened.id) == []


async def test_trying_places_without_coming_in_is_limited(programme: Programme) -> None:
    opened = await programme.session(1)
    answers = [await joining(programme.door.base, opened.code, "", f"guess number {number} here") for number in range(25)]
    assert {answer for answer, _ in answers[:5]} == {422}
    assert answers[-1] == (429, {"error": "too_many_tries"})


async def test_practice_leaves_nothing_in_the_programme_and_does_not_stand_for_its_session(programme: Programme) -> None:
    opened = await programme.session(1, practice=True)
    status, _ = await joining(programme.door.base, opened.code, "Rita", "rita tries it out")
    assert status == 200
    console = await programme.console(opened)
    assert await console.do(c.EndSession()) is None
    row = await programme.row()
    assert (row["people"], row["lines"]) == (0, 0)
    assert row["sessions"][0]["session"] is None


async def test_new_keys_are_not_limited_and_one_key_is_one_person_however_often_it_joins(programme: Programme) -> None:
    base, opened = programme.door.base, await programme.session(1)
    many = range(TRIES_PER_ADDRESS + 2)
    answers = [await joining(base, opened.code, f"Person {number}", f"key number {number} x") for number in many]
    assert {status for status, _ in answers} == {200}
    both = await asyncio.gather(*(joining(base, opened.code, "Mika", "one key two phones") for _ in range(2)))
    assert [status for status, _ in both] == [200, 200]
    assert len(await programme.members(opened)) == len(many) + 1


async def test_a_second_phone_with_the_same_key_becomes_the_same_person(programme: Programme) -> None:
    opened = await programme.session(1)
    console = await programme.console(opened)
    phones = [await programme.comes(opened, alias, f"{alias} a b c") for alias in ("Mika", "Noor")]
    run = await open_next(console, ROOMS, *phones)
    assert await console.do(c.MakeRooms(run=run, round=1)) is None
    assert await console.do(c.AnnounceRooms(run=run, round=1)) is None
    mika = phones[0]
    await mika.until(lambda: mika.seat is not None and mika.seat.room is not None)
    assert mika.seat is not None
    before = mika.seat
    again = await programme.comes(opened, "Somebody", "mika A B C", known=True)
    await again.until(lambda: again.seat is not None and again.seat == before)
    assert console.desk is not None
    await console.until(lambda: console.desk is not None and len(console.desk.people) == 2)
    assert mika.closed is None
    assert await again.do(c.Rest()) is None
    await mika.until(lambda: mika.seat is not None and mika.seat.state == "resting")


async def test_a_known_key_lets_nobody_through_a_locked_door_and_waits_for_approval_like_everybody(programme: Programme) -> None:
    first = await programme.session(1)
    await programme.comes(first, "Mika", "a b c d")
    second = await programme.session(2, approval=True)
    console = await programme.console(second)
    mika = await programme.comes(second, "", "a b c d", known=True)
    assert mika.seat is not None
    assert (mika.seat.alias, mika.seat.state) == ("Mika", "waiting")
    await console.until(lambda: console.desk is not None and len(console.desk.people) == 1)
    assert console.desk is not None
    assert await console.do(c.AdmitPerson(seat=console.desk.people[0].seat)) is None
    again = await programme.comes(second, "", "a b c d", known=True)
    await again.until(lambda: again.seat is not None and again.seat.state == "here")
    assert await console.do(c.LockDoor()) is None
    assert await joining(programme.door.base, second.code, "", "a b c d", known=True) == (409, {"error": "door_locked"})


async def test_a_place_means_nothing_in_a_session_of_no_programme(programme: Programme) -> None:
    door = programme.door
    assert (await joining(door.base, door.opened.code, "Mika", "never seen before now", known=True))[0] == 200
    for place in ("A" * 32, "0" * 31, "0" * 33, "x", "0" * 32 + "\n"):
        body = {"code": door.opened.code, "alias": "Mika", "key": token_hex(16), "place": place}
        assert await post(door.base, "/api/join", body) == (422, {"error": "not_understood"})
    async with programme.database.reading() as connection:
        assert set(await connection.scalars(select(seat.c.pseudonym))) == {None}


async def test_what_a_phone_keeps_to_itself_is_in_no_store_and_no_log(
    programme: Programme, caplog: pytest.LogCaptureFixture
) -> None:
    words, opened = "canary words of mine", await programme.session(1)
    with caplog.at_level(logging.DEBUG):
        assert (await joining(programme.door.base, opened.code, "Mika", words))[0] == 200
        assert (await joining(programme.door.base, opened.code, "Mika", "canary guess of it", known=True))[0] == 404
        assert (await joining(programme.door.base, opened.code, "", words, known=True))[0] == 200
    member = (await programme.members(opened))["Mika"]["id"]
    told = caplog.text
    assert not [secret for secret in (place_of(words), place_of("canary guess of it"), member, "canary") if secret in told]
    path = Path(programme.database.place.removeprefix("sqlite:///"))
    stored = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    assert member.encode() in stored, "the scan reads nothing"
    assert place_of(words).encode() not in stored


async def test_the_door_says_which_session_of_what_it_is(programme: Programme) -> None:
    opened = await programme.session(2)
    for code, expected in ((opened.code, {"title": "Tuesdays", "number": 2, "of": 12}), (programme.door.opened.code, None)):
        status, answer = await programme.door.ask("/api/door", {"code": code})
        assert (status, json.loads(answer)["programme"]) == (200, expected)


async def test_who_comes_back_late_is_not_put_with_somebody_they_are_kept_apart_from_since_last_week(
    programme: Programme,
) -> None:
    first, second = await programme.session(1), await programme.session(1)
    asker = await programme.comes(first, "Mika", "mika reads old maps")
    await programme.comes(first, "Noor", "noor reads old maps")
    other = next(person.seat for person in await asker.ask_names() if person.alias == "Noor")
    assert await asker.do(c.KeepApart(seat=other, apart=True)) is None

    console = await programme.console(second)
    there = [await programme.comes(second, alias, f"{alias} reads old maps") for alias in ("Noor", "Sol")]
    run = await open_next(console, ROOMS, *there)
    assert await console.do(c.MakeRooms(run=run, round=1)) is None
    assert await console.do(c.AnnounceRooms(run=run, round=1)) is None
    await there[0].until(lambda: there[0].room is not None)
    late = await programme.comes(second, "Mika", "mika reads old maps", known=True)
    stranger = await programme.comes(second, "Wren", "wren reads old maps")
    await stranger.until(lambda: stranger.room is not None)
    assert late.seat is not None
    assert (late.seat.room, late.seat.state) == (None, "here")
