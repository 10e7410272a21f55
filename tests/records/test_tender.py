"""What organizations decide about tender activities, and what a real session needs of it, on both engines."""

import pytest
from msgspec import structs

from tests.engines import ORGANIZATION, new_session, open_session
from workshop.domain.plan import Plan
from workshop.domain.words import OrganizationId, SessionId
from workshop.library.loader import load_plan
from workshop.records.engine import Database
from workshop.records.errors import RecordConflict, TenderNotApproved
from workshop.records.sessions import (
    count_live,
    create_organization,
    create_session,
    open_scheduled,
    session_by_id,
    set_help_page,
)
from workshop.records.tender import TenderDecision, decide_tender, tender_decisions, tender_in

TENDER_PLAN = load_plan("change-and-loss")
S1 = SessionId("s1")


async def harbour(database: Database) -> None:
    await create_organization(database, ORGANIZATION, "Harbour")
    await set_help_page(database, ORGANIZATION, "You can call 000.", 0)


def twice_tender() -> Plan:
    """A plan with two of them, as a series of evenings might have."""
    letter = next(item for item in load_plan("younger-self").items if item.activity.id == "younger-self-letter")
    return structs.replace(TENDER_PLAN, items=(*TENDER_PLAN.items, letter))


async def test_a_decision_is_kept_with_its_time_until_another_one_is_made(database: Database) -> None:
    await harbour(database)
    assert await tender_decisions(database, ORGANIZATION) == ()
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=5)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=6)
    await decide_tender(database, ORGANIZATION, "a-letter", approved=False, decided_ms=7)
    assert await tender_decisions(database, ORGANIZATION) == (
        TenderDecision("a-letter", approved=False, decided_ms=7),
        TenderDecision("grief-line", approved=True, decided_ms=5),
    )
    await decide_tender(database, ORGANIZATION, "grief-line", approved=False, decided_ms=8)
    assert (await tender_decisions(database, ORGANIZATION))[1] == TenderDecision("grief-line", approved=False, decided_ms=8)


async def test_a_decision_is_an_organizations_own(database: Database) -> None:
    await harbour(database)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=5)
    await create_organization(database, OrganizationId("others"), "Others")
    assert await tender_decisions(database, OrganizationId("others")) == ()
    with pytest.raises(RecordConflict):
        await decide_tender(database, OrganizationId("nobody"), "grief-line", approved=True, decided_ms=5)


async def test_a_real_session_needs_every_approval_and_practice_none(database: Database) -> None:
    await harbour(database)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=5)
    assert [activity.id for activity in tender_in(twice_tender())] == ["grief-line", "younger-self-letter"]
    with pytest.raises(TenderNotApproved, match="approval of younger-self-letter first") as refused:
        await create_session(database, new_session("s1", plan=twice_tender()))
    assert refused.value.activities == ("younger-self-letter",)
    assert await count_live(database) == 0
    await create_session(database, new_session("s2", plan=twice_tender(), practice=True))
    await decide_tender(database, ORGANIZATION, "younger-self-letter", approved=True, decided_ms=6)
    await create_session(database, new_session("s1", plan=twice_tender()))
    assert await count_live(database) == 2


async def test_a_planned_session_is_refused_when_it_is_made_and_again_when_it_is_opened(database: Database) -> None:
    await harbour(database)
    planned = structs.replace(new_session("s1", plan=TENDER_PLAN), state="scheduled")
    with pytest.raises(TenderNotApproved):
        await create_session(database, planned)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=5)
    await create_session(database, planned)
    await create_session(database, structs.replace(new_session("s2", plan=TENDER_PLAN, practice=True), state="scheduled"))
    await decide_tender(database, ORGANIZATION, "grief-line", approved=False, decided_ms=6)
    with pytest.raises(TenderNotApproved):
        await open_scheduled(database, S1, 7_000)
    assert await count_live(database) == 0
    await open_scheduled(database, SessionId("s2"), 7_000)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=8)
    await open_scheduled(database, S1, 7_000)
    assert await count_live(database) == 2


async def test_a_running_session_goes_on_when_an_approval_is_taken_back(database: Database) -> None:
    await harbour(database)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=True, decided_ms=5)
    running = await open_session(database, plan=TENDER_PLAN)
    await decide_tender(database, ORGANIZATION, "grief-line", approved=False, decided_ms=6)
    assert await session_by_id(database, S1) == running
