"""Tender activities are off in real sessions until the organization's desk approves each of them by name."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from realtime.opening import new_desk_link
from tests import nodes, raw
from tests.bearer import Bearer
from tests.engines import Databases
from tests.realtime.test_desk import NEW, OTHERS, SOON
from workshop.records.sessions import create_organization, set_help_page

REAL: dict[str, Any] = {**NEW, "practice": False, "agenda": "change-and-loss"}
"""A real session of an agenda with the tender activity `grief-line`."""
REFUSED = (409, {"error": "tender_not_approved"})


@pytest_asyncio.fixture
async def door(databases: Databases, tmp_path: Path) -> AsyncIterator[raw.Door]:
    async with raw.door(tmp_path, databases.fresh("sqlite")) as made:
        yield made


@pytest_asyncio.fixture
async def desk(door: raw.Door) -> Bearer:
    return Bearer(door.base, await new_desk_link(door.node.tools.database, nodes.ORGANIZATION))


async def decide(desk: Bearer, activity: str, approved: bool) -> None:
    assert await desk.post("desk/tender", {"activity": activity, "approved": approved}) == {}


async def listed(desk: Bearer, activity: str) -> dict[str, Any]:
    return dict(next(one for one in (await desk.get("desk"))["tender"] if one["id"] == activity))


async def test_the_desk_lists_every_tender_activity_with_its_content_note_and_what_to_watch_for(desk: Bearer) -> None:
    shown = (await desk.get("desk"))["tender"]
    names = ["attachment-conversation", "grief-line", "making-room-for-loss", "younger-self-letter"]
    assert [one["id"] for one in shown] == names
    assert all(one["title"] and one["purpose"] and one["note"] and one["watch"] for one in shown)
    assert {(one["approved"], one["decidedMs"]) for one in shown} == {(False, None)}


async def test_an_approval_says_when_it_was_decided_and_can_be_taken_back(desk: Bearer) -> None:
    await decide(desk, "grief-line", True)
    first = await listed(desk, "grief-line")
    assert first["approved"]
    assert first["decidedMs"] > 0
    agenda = next(one for one in (await desk.get("desk"))["agendas"] if one["id"] == "change-and-loss")
    assert (agenda["tender"], agenda["approved"]) == (["grief-line"], ["grief-line"])
    await decide(desk, "grief-line", False)
    after = await listed(desk, "grief-line")
    assert not after["approved"]
    assert after["decidedMs"] >= first["decidedMs"]
    assert not (await listed(desk, "younger-self-letter"))["approved"]


@pytest.mark.parametrize("activity", ["arrivals", "no-such-activity", ""])
async def test_only_a_tender_activity_can_be_approved(desk: Bearer, activity: str) -> None:
    assert await desk.ask("desk/tender", {"activity": activity, "approved": True}) == (404, {"error": "unknown_activity"})


async def test_deciding_needs_the_desks_link(desk: Bearer) -> None:
    asked = {"activity": "grief-line", "approved": True}
    assert await desk.ask("desk/tender", asked, origin="https://elsewhere.example") == (403, {"error": "foreign_page"})
    desk.secret = "0" * 22
    assert await desk.ask("desk/tender", asked) == (401, {"error": "link_ended"})


@pytest.mark.parametrize("starts", [None, SOON])
async def test_a_real_session_is_not_made_before_its_tender_activity_is_approved(desk: Bearer, starts: int | None) -> None:
    wanted = {**REAL, "startsMs": starts}
    assert await desk.ask("desk/sessions", wanted) == REFUSED
    await decide(desk, "younger-self-letter", True)
    assert await desk.ask("desk/sessions", wanted) == REFUSED, "each by its own name"
    await decide(desk, "grief-line", True)
    made = await desk.post("desk/sessions", wanted)
    assert (made["stage"], made["waitsFor"]) == ("live" if starts is None else "scheduled", [])


async def test_an_evening_around_a_tender_exercise_needs_its_approval_too(desk: Bearer) -> None:
    wanted = {**REAL, "agenda": "around-making-room-for-loss"}

    async def offered() -> dict[str, Any]:
        exercises = (await desk.get("desk"))["exercises"]
        return dict(next(one for one in exercises if one["id"] == wanted["agenda"]))

    assert await desk.ask("desk/sessions", wanted) == REFUSED
    one = await offered()
    assert (one["level"], one["metBefore"], one["tender"], one["approved"]) == (3, True, ["making-room-for-loss"], [])
    await decide(desk, "making-room-for-loss", True)
    assert (await offered())["approved"] == ["making-room-for-loss"]
    assert (await desk.post("desk/sessions", wanted))["stage"] == "live"


async def test_a_practice_session_may_play_what_is_not_approved(desk: Bearer) -> None:
    assert (await desk.post("desk/sessions", {**REAL, "practice": True}))["stage"] == "live"


async def test_a_planned_session_waits_for_an_approval_that_was_taken_back(desk: Bearer) -> None:
    await decide(desk, "grief-line", True)
    made = await desk.post("desk/sessions", {**REAL, "startsMs": SOON})
    await decide(desk, "grief-line", False)
    assert (await desk.row(made["id"]))["waitsFor"] == [(await listed(desk, "grief-line"))["title"]]
    for what in ("open", "duplicate"):
        assert await desk.ask(f"desk/sessions/{made['id']}/{what}", {}) == REFUSED
    await decide(desk, "grief-line", True)
    await desk.post(f"desk/sessions/{made['id']}/open")
    assert (await desk.row(made["id"]))["stage"] == "live"


async def test_an_approval_that_is_taken_back_later_does_not_stop_a_running_session(door: raw.Door, desk: Bearer) -> None:
    await decide(desk, "grief-line", True)
    made = await desk.post("desk/sessions", REAL)
    await decide(desk, "grief-line", False)
    assert (await desk.row(made["id"]))["stage"] == "live"
    links = await desk.post(f"desk/sessions/{made['id']}/open")
    await door.ticket(links["console"].partition("#")[2])


async def test_what_one_organization_approves_counts_for_no_other(door: raw.Door, desk: Bearer) -> None:
    database = door.node.tools.database
    await create_organization(database, OTHERS, "Others")
    await set_help_page(database, OTHERS, "Their own words.", 1)
    others = Bearer(door.base, await new_desk_link(database, OTHERS))
    await decide(desk, "grief-line", True)
    assert not (await listed(others, "grief-line"))["approved"]
    assert await others.ask("desk/sessions", REAL) == REFUSED
