"""Programmes in the records: who comes again, who met whom, what is carried over, on both engines."""

import pytest
from msgspec import structs
from sqlalchemy import update

from realtime.secrets import Secrets
from tests.engines import ORGANIZATION, new_session
from tests.records.in_programme import MIKA, NOOR, P1, S1, S2, SOL, begun, first_session, has_come, of_programme
from workshop.domain.events import AnyEvent, DoorLocked, LineApproved, LinesCollected, LinesKept, SessionEnded, StageOpened
from workshop.domain.plan import stages_of
from workshop.domain.words import CommandId, LineId, OrganizationId, SeatId, SessionId, TextId
from workshop.library.loader import load_programme_session
from workshop.records.abandoned import abandoned, end_abandoned
from workshop.records.engine import Database
from workshop.records.errors import MemberElsewhere, ProgrammeGone, RecordConflict, UnknownMember
from workshop.records.ledger import writing
from workshop.records.programmes import (
    History,
    Member,
    create_programme,
    history,
    member_at,
    members,
    programme_by_id,
    programmes_of,
    recognise,
)
from workshop.records.reading import Recorded
from workshop.records.sessions import (
    create_organization,
    create_session,
    open_scheduled,
    session_by_id,
    set_meeting_link,
)
from workshop.records.tables import session

SECRETS = Secrets(bytes(32))


async def test_a_programme_counts_its_people_and_agreements_and_is_an_organizations_own(database: Database) -> None:
    await first_session(database)
    await create_organization(database, OrganizationId("others"), "Others")
    (row,) = await programmes_of(database, ORGANIZATION)
    assert (row.id, row.title, row.template, row.created_ms, row.people, row.lines) == (P1, "Tuesdays", "twelve-weeks", 5, 2, 2)
    assert await programme_by_id(database, ORGANIZATION, P1) == row
    assert await programmes_of(database, OrganizationId("others")) == ()
    assert await programme_by_id(database, OrganizationId("others"), P1) is None
    strange = new_session("s3")
    settings = structs.replace(strange.settings, organization_id=OrganizationId("others"), practice=True)
    with pytest.raises(ProgrammeGone):
        await create_session(database, structs.replace(strange, settings=settings, programme_id=P1, programme_number=1))


async def test_the_next_session_begins_with_the_agreements_and_knows_who_met(database: Database) -> None:
    await first_session(database)
    second = await create_session(database, of_programme("s2", 2))
    assert second.carried == ("We speak for ourselves.", "What is said here stays here.")
    assert (second.programme_id, second.programme_number) == (P1, 2)
    async with writing(database, S2, after=0, epoch=1) as batch:
        await has_come(batch, "m2", MIKA, "Mika")
        await has_come(batch, "s2", SOL, "Sol")
        assert await batch.pseudonyms() == {"m2": MIKA, "s2": SOL}
        await batch.commit()
    assert await history(database, S2) == History(
        pseudonyms={SeatId("m2"): MIKA, SeatId("s2"): SOL}, met={(MIKA, NOOR): 2}, programme_id=P1, sealed=("sealed one",)
    )
    async with writing(database, S2, after=0, epoch=1) as batch:
        batch.carry_over({(MIKA, NOOR): 1, (MIKA, SOL): 1}, ("We speak for ourselves.",))
        batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
        await batch.commit()
    assert (await history(database, S2)).met == {(MIKA, NOOR): 3, (MIKA, SOL): 1}
    third = await create_session(database, of_programme("s3", 3))
    assert third.carried == ("We speak for ourselves.",), "what is no agreement any more is not carried over"


async def test_a_planned_session_reads_the_agreements_again_when_it_opens(database: Database) -> None:
    await begun(database)
    planned = await create_session(database, of_programme("s2", 2, scheduled=True))
    assert planned.carried == ()
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.carry_over({}, ("We begin on time.",))
        batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
        await batch.commit()
    await open_scheduled(database, S2, 7)
    row = await session_by_id(database, S2)
    assert row is not None
    assert (row.state, row.carried) == ("live", ("We begin on time.",))
    assert "begin" not in repr(row)


async def test_a_place_is_found_in_its_own_programme_only(database: Database) -> None:
    await first_session(database)
    await create_programme(database, ORGANIZATION, "other", "Thursdays", "twelve-weeks", 6)
    await create_session(database, structs.replace(of_programme("s2"), programme_id="other"))
    assert await member_at(database, S1, "place-Mika") == Member(MIKA, "Mika")
    assert await member_at(database, S2, "place-Mika") is None
    with pytest.raises(ProgrammeGone):
        await member_at(database, SessionId("alone"), "place-Mika")
    assert [member.alias for member in await members(database, S1)] == ["Mika", "Noor"]
    assert await members(database, S2) == ()
    assert await members(database, SessionId("alone")) == ()


async def test_who_comes_again_keeps_the_place_under_the_newest_alias(database: Database) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    async with writing(database, S2, after=0, epoch=1) as batch:
        assert await batch.member_at("place-Mika") == MIKA
        assert await batch.seat_of_member(MIKA) is None
        batch.add_text(TextId("t"), "alias", "Mika R")
        batch.add_seat(SeatId("m2"), TextId("t"), "key", MIKA)
        assert await batch.seat_of_member(MIKA) == "m2", "also before anything is written"
        batch.rename_member(MIKA, "Mika R")
        batch.add_member(SOL, "place-Sol", "Sol")
        assert await batch.member_at("place-Sol") == SOL
        await batch.commit()
    found = await members(database, S2)
    assert [(member.alias, member.here) for member in found] == [("Mika R", True), ("Noor", False), ("Sol", False)]
    assert "Mika" not in repr(found)
    async with writing(database, S2, after=0, epoch=1) as batch:
        assert await batch.seat_of_member(MIKA) == "m2"


async def test_one_place_is_one_member(database: Database) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    async with writing(database, S2, after=0, epoch=1) as batch:
        batch.add_member(SOL, "place-Mika", "Sol")
        with pytest.raises(RecordConflict):
            await batch.commit()
    async with writing(database, SessionId("alone"), after=0, epoch=1) as batch:
        assert (batch.programme_id, await batch.member_at("place-Mika")) == (None, None)
        with pytest.raises(RecordConflict):
            batch.add_member(SOL, "place-Sol", "Sol")


async def test_who_is_kept_apart_is_kept_for_the_programme_else_for_the_session(database: Database) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    async with writing(database, S2, after=0, epoch=1) as batch:
        batch.add_apart("x1", "sealed anew")
        batch.add_apart("x2", "sealed two")
        batch.add_apart("x3", "taken back at once")
        batch.delete_apart(["x3"])
        await batch.commit()
    assert (await history(database, S1)).sealed == ("sealed anew", "sealed two")
    alone = SessionId("alone")
    async with writing(database, alone, after=0, epoch=1) as batch:
        batch.add_apart("x1", "of this session")
        await batch.commit()
    assert await history(database, alone) == History(pseudonyms={}, met={}, programme_id=None, sealed=("of this session",))
    async with writing(database, alone, after=0, epoch=1) as batch:
        batch.delete_apart(["x1", "x2"])
        await batch.commit()
    assert (await history(database, alone)).sealed == ()
    assert (await history(database, S2)).sealed == ("sealed anew", "sealed two"), "another scope"
    assert "sealed" not in repr(await history(database, S2))


async def test_a_line_that_is_taken_back_after_the_end_is_not_carried_over(database: Database) -> None:
    await begun(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add_text(TextId("l1"), "line", "Mine.")
        batch.carry_over({}, ("Mine.", "Ours."))
        batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
        await batch.commit()
    async with writing(database, S1, after=1, epoch=1) as batch:
        batch.delete_texts(["l1"])
        await batch.commit()
    assert (await create_session(database, of_programme("s2", 2))).carried == ("Ours.",)


async def test_an_abandoned_session_is_carried_over_like_one_that_was_ended(database: Database) -> None:
    await begun(database)
    plan = load_programme_session("twelve-weeks", 1)
    await create_session(database, structs.replace(of_programme("s2"), plan=plan))
    agree = [one.template.kind for one in stages_of(plan)].index("agree")
    facts: tuple[AnyEvent, ...] = (
        StageOpened(run=1, stage=agree, ends_at=2_000),
        LinesCollected(run=1, attempt=1, lines=(LineId("l1"), LineId("l2")), receipts=()),
        LineApproved(run=1, line=LineId("l1")),
        LinesKept(run=1, lines=(LineId("start-1"), LineId("l1"))),
    )
    async with writing(database, S2, after=0, epoch=1) as batch:
        batch.add_text(TextId("l1"), "line", "Nobody interrupts.")
        batch.add([Recorded(seq, CommandId(f"c{seq}"), 1_000, fact) for seq, fact in enumerate(facts, start=1)])
        await batch.commit()
    (found,) = [one for one in await abandoned(database, 1_790_100_000_000) if one.id == S2]
    assert await end_abandoned(database, found)
    lines = (await create_session(database, of_programme("s3", 2))).carried
    assert lines[-1] == "Nobody interrupts."
    assert len(lines) == 2


# --- recognising


async def lost_key(database: Database) -> None:
    """Mika comes to the second session with a new phone, as if for the first time."""
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    async with writing(database, S2, after=0, epoch=1) as batch:
        await has_come(batch, "m2", SOL, "M.")
        await batch.commit()


async def test_a_lost_key_is_replaced_by_the_place_of_the_phone_that_was_recognised(database: Database) -> None:
    await lost_key(database)
    await recognise(database, S2, SeatId("m2"), MIKA, SECRETS.reseal_apart)
    assert [(one.id, one.alias, one.here) for one in await members(database, S2)] == [(MIKA, "M.", True), (NOOR, "Noor", False)]
    assert await member_at(database, S2, "place-M.") == Member(MIKA, "M.")
    assert await member_at(database, S2, "place-Mika") is None, "the lost key opens nothing"
    assert (await history(database, S2)).pseudonyms == {"m2": MIKA}
    await recognise(database, S2, SeatId("m2"), MIKA, SECRETS.reseal_apart)  # saying it again changes nothing


async def test_a_seat_without_a_place_can_be_recognised_too(database: Database) -> None:
    await lost_key(database)
    async with writing(database, S2, after=0, epoch=1) as batch:
        batch.add_seat(SeatId("n2"), TextId("t"), "key")
        await batch.commit()
    await recognise(database, S2, SeatId("n2"), NOOR, SECRETS.reseal_apart)
    assert (await history(database, S2)).pseudonyms == {"m2": SOL, "n2": NOOR}
    assert await member_at(database, S2, "place-Noor") == Member(NOOR, "Noor")


async def test_nobody_is_recognised_who_is_somebody_else(database: Database) -> None:
    await lost_key(database)
    for seat_id, member in (("m2", "nobody"), ("nowhere", MIKA), ("m", MIKA)):
        with pytest.raises(UnknownMember):
            await recognise(database, S2, SeatId(seat_id), member, SECRETS.reseal_apart)
    with pytest.raises(UnknownMember):
        await recognise(database, SessionId("alone"), SeatId("m2"), MIKA, SECRETS.reseal_apart)
    async with writing(database, S2, after=0, epoch=1) as batch:
        await has_come(batch, "n2", NOOR, "Noor")
        await batch.commit()
    with pytest.raises(MemberElsewhere):
        await recognise(database, S2, SeatId("m2"), NOOR, SECRETS.reseal_apart)
    with pytest.raises(MemberElsewhere):
        await recognise(database, S2, SeatId("n2"), MIKA, SECRETS.reseal_apart)  # the programme knows Noor from before
    assert {one.id for one in await members(database, S2)} == {MIKA, NOOR, SOL}
    # Two phones that facilitators merged are one person.
    await recognise(database, S2, SeatId("m2"), NOOR, SECRETS.reseal_apart, same=[SeatId("m2"), SeatId("n2")])
    assert (await history(database, S2)).pseudonyms == {"m2": NOOR, "n2": NOOR}


# --- the meeting link


async def test_sessions_that_are_apart_are_made_with_the_organizations_meeting_link(database: Database) -> None:
    await begun(database)
    await set_meeting_link(database, ORGANIZATION, "https://meet.example/{room}")
    together = await create_session(database, new_session("s2"))
    assert together.settings.meeting_link == ""
    new = new_session("s3")
    distant = structs.replace(new, settings=structs.replace(new.settings, presence="apart"))
    assert (await create_session(database, distant)).settings.meeting_link == "https://meet.example/{room}"
    await set_meeting_link(database, ORGANIZATION, "")
    row = await session_by_id(database, SessionId("s3"))
    assert row is not None
    assert row.settings.meeting_link == "https://meet.example/{room}", "what was announced stays"


async def test_no_text_of_a_carried_line_is_lost_on_the_way(database: Database) -> None:
    await begun(database)
    lines = ('"quoted", \\ and 🩷', "two\nlines", "ünïcödé")
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.carry_over({}, lines)
        batch.add([Recorded(1, CommandId("lock"), 1_000, DoorLocked())])
        await batch.commit()
    assert (await create_session(database, of_programme("s2", 2))).carried == lines
    async with database.changing() as connection:
        await connection.execute(update(session).where(session.c.id == S2).values(carried="[]"))
    row = await session_by_id(database, S2)
    assert row is not None
    assert row.carried == ()
