"""Organizations, sessions, links and tickets on both engines."""

import time

import msgspec
import pytest

from tests.engines import ORGANIZATION, new_session, open_session
from workshop.domain.plan import Activity, Care, GuideStep, Plan, PlanItem, Range, Script, StageTemplate
from workshop.domain.words import SessionId
from workshop.records.engine import Database
from workshop.records.errors import CodeTaken, HelpPageMissing, RecordConflict, SessionGone
from workshop.records.sessions import (
    Link,
    add_link,
    bump_epoch,
    count_live,
    create_organization,
    create_session,
    find_link,
    session_by_code,
    session_by_id,
    set_help_page,
    spend_ticket,
    sweep_tickets,
)

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
