"""The organizer's desk: one organization's sessions from the invitation to the erasure, and nothing of anybody else's."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
import pytest_asyncio

from realtime.desk_access import MOST_DESK_BODY
from realtime.opening import new_desk_link
from realtime.secrets import hash_secret
from tests import nodes, raw
from tests.bearer import Bearer
from tests.engines import Databases
from workshop.domain.words import OrganizationId
from workshop.records.links import find_desk_link, find_link
from workshop.records.sessions import create_organization, set_help_page

OTHERS = OrganizationId("others")
NEW: dict[str, Any] = {
    "agenda": "taster",
    "practice": True,
    "presence": "together",
    "floor": 5,
    "approval": False,
    "startsMs": None,
    "retentionDays": 7,
}
SOON = 1_900_000_000_000


@pytest_asyncio.fixture
async def door(databases: Databases, tmp_path: Path) -> AsyncIterator[raw.Door]:
    async with raw.door(tmp_path, databases.fresh("sqlite")) as made:
        yield made


@pytest_asyncio.fixture
async def desk(door: raw.Door) -> Bearer:
    return Bearer(door.base, await new_desk_link(door.node.tools.database, nodes.ORGANIZATION))


@pytest_asyncio.fixture
async def other_desk(door: raw.Door) -> Bearer:
    """Of another organization, with a help page of its own."""
    database = door.node.tools.database
    await create_organization(database, OTHERS, "Others")
    await set_help_page(database, OTHERS, "Their own words.", 1)
    return Bearer(door.base, await new_desk_link(database, OTHERS))


async def door_state(door: raw.Door, code: str) -> dict[str, Any]:
    status, answer = await door.ask("/api/door", {"code": code})
    assert status == 200, answer
    return dict(json.loads(answer))


async def joining(door: raw.Door, code: str) -> tuple[int, dict[str, Any]]:
    status, answer = await door.ask("/api/join", {"code": code, "alias": "Mika", "key": token_hex(16)})
    return status, json.loads(answer)


async def test_the_desk_shows_its_organization_its_help_page_and_what_can_be_played(door: raw.Door, desk: Bearer) -> None:
    shown = await desk.get("desk")
    assert (shown["organization"], shown["helpPage"]["text"]) == ("Harbour", "You can call 000 at any time.")
    assert [row["id"] for row in shown["sessions"]] == [door.opened.id]
    taster = next(agenda for agenda in shown["agendas"] if agenda["id"] == "taster")
    assert (taster["practice"], taster["metBefore"], taster["tender"]) == (True, False, [])
    assert [agenda["id"] for agenda in shown["agendas"] if agenda["metBefore"]] == ["change-and-loss", "younger-self"]


async def test_every_exercise_is_offered_with_the_evening_around_it_and_can_be_made(desk: Bearer) -> None:
    shown = await desk.get("desk")
    exercises = {one["id"]: one for one in shown["exercises"]}
    assert len(exercises) == 62
    assert [one["title"].casefold() for one in shown["exercises"]] == sorted(
        one["title"].casefold() for one in shown["exercises"]
    )
    kind_no = exercises["around-kind-no"]
    assert (kind_no["title"], kind_no["theme"], kind_no["level"], kind_no["tender"]) == ("Clear and kind", "boundaries", 2, [])
    assert len(kind_no["activities"]) == len(kind_no["activityMinutes"])
    assert kind_no["title"] in kind_no["activities"]
    assert sum(kind_no["activityMinutes"]) == kind_no["minutes"]
    made = await desk.post("desk/sessions", {**NEW, "agenda": "around-kind-no", "practice": False})
    assert (made["agenda"], made["title"], made["stage"]) == ("around-kind-no", "Clear and kind", "live")
    for unknown in ("around-check-in", "around-nothing", "around-"):
        assert await desk.ask("desk/sessions", {**NEW, "agenda": unknown}) == (404, {"error": "unknown_agenda"})


async def test_all_that_is_offered_stays_a_small_answer(desk: Bearer) -> None:
    """It is read again after every change."""
    assert len(json.dumps(await desk.get("desk"), ensure_ascii=False).encode()) < 64_000


@pytest.mark.parametrize("secret", ["", "x", "0" * 22])
async def test_an_unknown_secret_opens_nothing(door: raw.Door, desk: Bearer, secret: str) -> None:
    desk.secret = secret
    one = f"desk/sessions/{door.opened.id}"
    for path in ("desk", f"{one}/summary"):
        assert await desk.ask(path) == (401, {"error": "link_ended"})
    for path in (f"{one}/open", f"{one}/duplicate", f"{one}/cancel", f"{one}/end", f"{one}/erase"):
        assert await desk.ask(path, {}) == (401, {"error": "link_ended"})
    assert await desk.ask("desk/help", {"text": "Mine now."}) == (401, {"error": "link_ended"})
    assert await desk.ask("desk/sessions", NEW) == (401, {"error": "link_ended"})


async def test_a_console_secret_is_no_desk_secret_and_the_store_has_only_hashes(door: raw.Door, desk: Bearer) -> None:
    database = door.node.tools.database
    assert await find_desk_link(database, desk.secret) is None
    assert await find_desk_link(database, hash_secret(desk.secret)) is not None
    desk.secret = door.opened.console_secret
    assert await desk.ask("desk") == (401, {"error": "link_ended"})


async def test_a_foreign_page_may_not_speak_with_a_secret_it_has(desk: Bearer) -> None:
    asked: list[tuple[str, Any]] = [("desk", None), ("desk/help", {"text": "Mine now."}), ("desk/sessions", NEW)]
    for path, body in asked:
        assert await desk.ask(path, body, origin="https://elsewhere.example") == (403, {"error": "foreign_page"})
    assert await desk.ask("desk/help", {"text": "Mine now."}, origin=None) == (403, {"error": "foreign_page"})
    assert (await desk.get("desk"))["helpPage"]["text"] == "You can call 000 at any time."


@pytest.mark.parametrize("what", ["open", "duplicate", "cancel", "end", "erase", "summary"])
async def test_what_belongs_to_others_is_unknown(door: raw.Door, desk: Bearer, other_desk: Bearer, what: str) -> None:
    made = await desk.post("desk/sessions", {**NEW, "startsMs": SOON})
    body: dict[str, Any] | None = None if what == "summary" else {}
    for session in (made["id"], door.opened.id, "no-such-session"):
        assert await other_desk.ask(f"desk/sessions/{session}/{what}", body) == (404, {"error": "unknown_session"})
    assert (await other_desk.get("desk"))["sessions"] == []
    assert {row["stage"] for row in (await desk.get("desk"))["sessions"]} == {"scheduled", "live"}


async def test_the_help_page_is_kept_with_the_day_it_was_checked_and_for_this_organization_only(
    desk: Bearer, other_desk: Bearer
) -> None:
    before = await desk.get("desk")
    assert await desk.post("desk/help", {"text": " Anna, the green door.\n"}) == {}
    page = (await desk.get("desk"))["helpPage"]
    assert page["text"] == "Anna, the green door."
    assert page["checkedMs"] >= before["helpPage"]["checkedMs"]
    assert (await other_desk.get("desk"))["helpPage"]["text"] == "Their own words."


async def test_a_scheduled_session_is_announced_and_nobody_comes_before_it_opens(door: raw.Door, desk: Bearer) -> None:
    made = await desk.post("desk/sessions", {**NEW, "startsMs": SOON, "approval": True})
    assert (made["stage"], made["startsMs"], made["floor"]) == ("scheduled", SOON, 1)
    terms = await door_state(door, made["code"])
    assert (terms["state"], terms["starts_ms"]) == ("scheduled", SOON)
    assert (terms["approval"], terms["help"]) == (True, "You can call 000 at any time.")
    assert await joining(door, made["code"]) == (409, {"error": "not_open_yet"})
    links = await desk.post(f"desk/sessions/{made['id']}/open")
    assert links["join"] == f"{door.base}/{made['code']}"
    assert (await desk.row(made["id"]))["stage"] == "live"
    assert (await door_state(door, made["code"]))["state"] == "open"
    assert await joining(door, made["code"]) == (200, {})
    await door.ticket(links["console"].partition("#")[2])
    await door.ticket(links["screen"].partition("#")[2])


async def test_opening_a_live_session_again_gives_new_links_and_ends_the_old_ones(door: raw.Door, desk: Bearer) -> None:
    database = door.node.tools.database
    links = await desk.post(f"desk/sessions/{door.opened.id}/open")
    assert await find_link(database, hash_secret(door.opened.console_secret)) is None
    await door.ticket(links["console"].partition("#")[2])


async def test_without_a_time_it_opens_at_once(door: raw.Door, desk: Bearer) -> None:
    made = await desk.post("desk/sessions", NEW)
    assert made["stage"] == "live"
    assert await joining(door, made["code"]) == (200, {})


async def test_a_cancelled_session_says_so_at_its_door_and_cannot_be_opened(door: raw.Door, desk: Bearer) -> None:
    made = await desk.post("desk/sessions", {**NEW, "startsMs": SOON})
    assert await desk.post(f"desk/sessions/{made['id']}/cancel") == {}
    assert (await desk.row(made["id"]))["stage"] == "cancelled"
    assert (await door_state(door, made["code"]))["state"] == "cancelled"
    assert await joining(door, made["code"]) == (410, {"error": "session_ended"})
    for what in ("open", "cancel", "end"):
        assert await desk.ask(f"desk/sessions/{made['id']}/{what}", {}) == (409, {"error": "wrong_state"})


async def test_a_duplicate_has_the_same_terms_another_code_and_waits_to_be_opened(desk: Bearer) -> None:
    made = await desk.post("desk/sessions", {**NEW, "startsMs": SOON, "approval": True, "presence": "apart", "retentionDays": 0})
    again = await desk.post(f"desk/sessions/{made['id']}/duplicate")
    for same in ("title", "agenda", "practice", "presence", "floor", "approval"):
        assert again[same] == made[same]
    assert (again["stage"], again["startsMs"]) == ("scheduled", None)
    assert again["id"] != made["id"]
    assert again["code"] != made["code"]


async def test_what_cannot_be_made_is_refused_with_its_reason(desk: Bearer, other_desk: Bearer) -> None:
    assert await desk.ask("desk/sessions", {**NEW, "agenda": "no-such-agenda"}) == (404, {"error": "unknown_agenda"})
    assert await desk.ask("desk/sessions", {**NEW, "practice": False}) == (409, {"error": "only_practice"}), (
        "a taster is no evening"
    )
    for agenda in (await desk.get("desk"))["agendas"]:
        made, _row = await desk.ask("desk/sessions", {**NEW, "agenda": agenda["id"], "startsMs": SOON})
        assert made == 200, "practice may play everything"


async def test_a_real_session_needs_the_help_page(desk: Bearer) -> None:
    real = next(a["id"] for a in (await desk.get("desk"))["agendas"] if not a["practice"] and not a["tender"])
    await desk.post("desk/help", {"text": "  "})
    assert await desk.ask("desk/sessions", {**NEW, "agenda": real, "practice": False}) == (409, {"error": "help_page_missing"})
    await desk.post("desk/help", {"text": "Anna, the green door."})
    assert (await desk.post("desk/sessions", {**NEW, "agenda": real, "practice": False, "floor": 4}))["floor"] == 4


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        {**NEW, "floor": 1},
        {**NEW, "retentionDays": 91},
        {**NEW, "startsMs": -1},
        {**NEW, "startsMs": 10**19},
        {**NEW, "presence": "somewhere"},
        {**NEW, "organization": "others"},
    ],
)
async def test_what_no_page_sends_is_not_understood(desk: Bearer, body: Any) -> None:
    assert await desk.ask("desk/sessions", body) == (422, {"error": "not_understood"})


async def test_bodies_are_limited(desk: Bearer) -> None:
    assert await desk.ask("desk/help", b" " * (MOST_DESK_BODY + 1)) == (413, {"error": "not_understood"})
    assert await desk.ask("desk/help", {"text": "x" * 4001}) == (422, {"error": "not_understood"})
    assert await desk.ask("desk/help", {"text": "\U0001f33f" * 4000}) == (200, {})
