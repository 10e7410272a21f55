"""Organizations, sessions, links and tickets on both engines."""

import time

import msgspec
import pytest

from tests.engines import ORGANIZATION, new_session, open_session
from workshop.domain.plan import Activity, Care, GuideStep, Plan, PlanItem, Range, Script, StageTemplate
from workshop.domain.words import OrganizationId, SessionId
from workshop.records.engine import Database
from workshop.records.errors import CodeTaken, HelpPageMissing, RecordConflict, SessionGone
from workshop.records.links import Link, add_desk_link, add_link, find_desk_link, find_link, replace_links
from workshop.records.sessions import (
    NewSession,
    OrganizationRow,
    bump_epoch,
    cancel_scheduled,
    count_live,
    create_organization,
    create_session,
    open_scheduled,
    organization_of,
    session_by_code,
    session_by_id,
    sessions_of,
    set_help_page,
)
from workshop.records.tickets import spend_ticket, sweep_tickets

S1 = SessionId("s1")


def plan_with_words() -> Plan:
    stage = StageTemplate(
        id="read", kind="guide", minutes=3, phone="Read along", screen="text", guide_steps=(GuideStep(text="Żółw", seconds=30),)
    )
    activity = Activity(
        id="opening-frame",
        title="Opening frame",
        theme="arriving",
        level=1,
        short=5,
        usual=10,
        people=Range(min=3, max=30),
        needs=(),
        purpose="to arrive",
        care=Care(note="", sit_out="", watch=""),
        script=Script(say=("Hello",), ask=()),
        stages=(stage,),
    )
    return Plan(
        id="short",
        title="Short",
        minutes=10,
        people=Range(min=3, max=30),
        aim="to arrive",
        practice=True,
        items=(PlanItem(activity=activity, minutes=10),),
    )


async def test_a_session_is_read_as_it_was_created(database: Database) -> None:
    created = await open_session(database, plan=plan_with_words())
    assert (created.state, created.head, created.epoch, created.pace) == ("live", 0, 1, 1.0)
    assert created.plan == plan_with_words()
    assert created.help_page == "You can call 000 at any time."
    assert await session_by_id(database, S1) == created
    assert await session_by_code(database, "CODE-s1") == created
    assert await session_by_id(database, SessionId("other")) is None
    assert await session_by_code(database, "other") is None


@pytest.mark.parametrize("page", [None, "", "  \n"])
async def test_g_m3_a_real_session_needs_a_help_page_and_practice_does_not(database: Database, page: str | None) -> None:
    await create_organization(database, ORGANIZATION, "Harbour")
    await create_organization(database, ORGANIZATION, "Harbour again")
    await set_help_page(database, ORGANIZATION, page, 0)
    with pytest.raises(HelpPageMissing):
        await create_session(database, new_session("s1"))
    assert await count_live(database) == 0
    await create_session(database, new_session("s1", practice=True))
    assert await count_live(database) == 1


async def test_a_session_belongs_to_an_organization_that_exists(database: Database) -> None:
    with pytest.raises(RecordConflict):
        await create_session(database, new_session("s1", practice=True))


async def test_a_code_is_free_again_once_its_session_ended(database: Database) -> None:
    await open_session(database)
    with pytest.raises(CodeTaken):
        await create_session(database, new_session("s2", code="CODE-s1"))
    await bump_epoch(database, S1, state="ended")
    ended = await session_by_code(database, "CODE-s1")
    assert ended is not None
    assert (ended.settings.id, ended.state) == ("s1", "ended")
    later = msgspec.structs.replace(new_session("s2", code="CODE-s1"), created_ms=1)
    assert await create_session(database, later) == await session_by_code(database, "CODE-s1")
    assert await count_live(database) == 1


async def test_an_erased_session_has_no_code(database: Database) -> None:
    await open_session(database)
    await bump_epoch(database, S1, state="erased")
    assert await session_by_code(database, "CODE-s1") is None


async def test_the_same_session_twice_is_a_conflict_of_its_own(database: Database) -> None:
    await open_session(database)
    with pytest.raises(RecordConflict):
        await create_session(database, new_session("s1", code="OTHER"))


async def test_a_link_opens_its_session_while_it_lives(database: Database) -> None:
    await open_session(database)
    await add_link(database, S1, "facilitator", "hash-1")
    await add_link(database, S1, "screen", "hash-2")
    assert await find_link(database, "hash-1") == Link(ORGANIZATION, S1, "facilitator")
    assert await find_link(database, "hash-2") == Link(ORGANIZATION, S1, "screen")
    assert await find_link(database, "hash-3") is None
    with pytest.raises(RecordConflict):
        await add_link(database, S1, "screen", "hash-1")
    with pytest.raises(SessionGone):
        await add_link(database, SessionId("other"), "screen", "hash-4")
    await bump_epoch(database, S1, state="ended")
    assert await find_link(database, "hash-1") is None


async def test_g_s1_a_ticket_is_spent_once(database: Database) -> None:
    await open_session(database)
    lapsed, fresh = 1, round(time.time() * 1000) + 30_000
    assert await spend_ticket(database, ORGANIZATION, "t1", fresh)
    assert not await spend_ticket(database, ORGANIZATION, "t1", fresh)
    assert await spend_ticket(database, ORGANIZATION, "t2", lapsed)
    assert await sweep_tickets(database) == 1
    assert not await spend_ticket(database, ORGANIZATION, "t1", fresh)


# --- scheduled


def scheduled(session_id: str, *, practice: bool = False, code: str | None = None, created_ms: int = 1) -> NewSession:
    new = new_session(session_id, practice=practice, code=code)
    return msgspec.structs.replace(
        new, state="scheduled", starts_ms=5_000, retention_days=0, agenda="first", created_ms=created_ms
    )


async def with_help_page(database: Database, page: str | None = "You can call 000.") -> None:
    await create_organization(database, ORGANIZATION, "Harbour")
    await set_help_page(database, ORGANIZATION, page, 0)


async def test_a_scheduled_session_becomes_live_when_it_is_opened(database: Database) -> None:
    await with_help_page(database)
    created = await create_session(database, scheduled("s1"))
    assert (created.state, created.starts_ms, created.retention_days, created.agenda) == ("scheduled", 5_000, 0, "first")
    assert await count_live(database) == 0
    await open_scheduled(database, S1, 7_000)
    opened = await session_by_id(database, S1)
    assert opened == msgspec.structs.replace(created, state="live", origin_ms=7_000)
    with pytest.raises(SessionGone, match="live"):
        await open_scheduled(database, S1, 8_000)
    with pytest.raises(SessionGone, match="missing"):
        await open_scheduled(database, SessionId("other"), 8_000)


async def test_g_m3_a_real_session_whose_help_page_went_away_does_not_open(database: Database) -> None:
    await with_help_page(database)
    await create_session(database, scheduled("s1"))
    await create_session(database, scheduled("s2", practice=True))
    await set_help_page(database, ORGANIZATION, "  ", 1)
    with pytest.raises(HelpPageMissing):
        await open_scheduled(database, S1, 7_000)
    assert await count_live(database) == 0
    await open_scheduled(database, SessionId("s2"), 7_000)
    assert await count_live(database) == 1


async def test_a_cancelled_session_never_opens_and_its_code_is_free(database: Database) -> None:
    await with_help_page(database)
    await create_session(database, scheduled("s1"))
    with pytest.raises(CodeTaken):
        await create_session(database, new_session("s2", code="CODE-s1"))
    await cancel_scheduled(database, S1)
    with pytest.raises(SessionGone, match="cancelled"):
        await open_scheduled(database, S1, 7_000)
    with pytest.raises(SessionGone, match="cancelled"):
        await cancel_scheduled(database, S1)
    await create_session(database, new_session("s2", code="CODE-s1"))


async def test_a_live_session_is_ended_and_not_cancelled(database: Database) -> None:
    await open_session(database)
    with pytest.raises(SessionGone, match="live"):
        await cancel_scheduled(database, S1)


async def test_the_approval_of_a_session_is_kept(database: Database) -> None:
    await with_help_page(database)
    new = new_session("s1")
    careful = msgspec.structs.replace(new, settings=msgspec.structs.replace(new.settings, approval=True))
    assert (await create_session(database, careful)).settings.approval
    found = await session_by_id(database, S1)
    assert found is not None
    assert found.settings.approval


# --- the desk


async def test_the_sessions_of_an_organization_come_newest_first(database: Database) -> None:
    await with_help_page(database)
    created = [await create_session(database, scheduled(f"s{number}", created_ms=number)) for number in (2, 3, 1)]
    newest_first = sorted(created, key=lambda row: -row.created_ms)
    assert await sessions_of(database, ORGANIZATION) == tuple(newest_first)
    assert await sessions_of(database, OrganizationId("other")) == ()


async def test_an_organization_is_read_with_its_help_page(database: Database) -> None:
    assert await organization_of(database, ORGANIZATION) is None
    await with_help_page(database)
    expected = OrganizationRow(id=ORGANIZATION, name="Harbour", help_page="You can call 000.", help_checked_ms=0)
    assert await organization_of(database, ORGANIZATION) == expected


async def test_a_desk_link_opens_the_desk_of_its_organization_only(database: Database) -> None:
    await with_help_page(database)
    await add_desk_link(database, ORGANIZATION, "hash-1")
    assert await find_desk_link(database, "hash-1") == ORGANIZATION
    assert await find_desk_link(database, "hash-2") is None
    with pytest.raises(RecordConflict):
        await add_desk_link(database, ORGANIZATION, "hash-1")
    with pytest.raises(RecordConflict):
        await add_desk_link(database, OrganizationId("other"), "hash-3")


async def test_links_that_were_replaced_open_nothing(database: Database) -> None:
    await open_session(database)
    await add_link(database, S1, "facilitator", "old")
    await replace_links(database, S1, {"facilitator": "new-1", "screen": "new-2"})
    assert await find_link(database, "old") is None
    assert await find_link(database, "new-1") == Link(ORGANIZATION, S1, "facilitator")
    assert await find_link(database, "new-2") == Link(ORGANIZATION, S1, "screen")
    with pytest.raises(SessionGone):
        await replace_links(database, SessionId("other"), {"screen": "new-3"})


async def test_a_link_still_opens_the_closing_page_once_the_session_ended(database: Database) -> None:
    await open_session(database)
    await add_link(database, S1, "facilitator", "hash")
    await bump_epoch(database, S1, state="ended")
    assert await find_link(database, "hash") is None
    assert await find_link(database, "hash", states=frozenset({"live", "ended"})) is not None
