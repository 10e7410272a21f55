"""Erasing programmes and their sessions leaves nothing, whoever is at work meanwhile, on both engines."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from msgspec import structs
from sqlalchemy import select

from tests.engines import ORGANIZATION, open_session
from tests.records.in_programme import MIKA, NOOR, P1, S1, S2, begun, count, first_session, has_come, of_programme
from workshop.domain.events import SessionEnded
from workshop.domain.words import CommandId, SessionId
from workshop.records.engine import Database
from workshop.records.erasure import erase_events, erase_programme, erase_session
from workshop.records.errors import ProgrammeGone, SessionGone
from workshop.records.ledger import writing
from workshop.records.programmes import (
    create_programme,
    history,
    members,
    programme_by_id,
    programmes_of,
)
from workshop.records.reading import Recorded
from workshop.records.sessions import (
    create_session,
    open_scheduled,
)
from workshop.records.tables import apart, met, programme_line, programme_seat, seat, session


async def test_an_erased_programme_leaves_its_title_and_nothing_else(database: Database) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2, scheduled=True))
    assert await erase_programme(database, P1)
    assert not await erase_programme(database, P1)
    assert await count(database, programme_seat, met, programme_line, apart) == [0, 0, 0, 0]
    async with database.reading() as connection:
        assert set(await connection.scalars(select(seat.c.pseudonym))) == {None}
        assert set(await connection.scalars(select(session.c.carried))) == {"[]"}
        assert set(await connection.scalars(select(session.c.residue))) == {False}, "the files are clean"
    assert await programmes_of(database, ORGANIZATION) == ()
    with pytest.raises(ProgrammeGone):
        await create_session(database, of_programme("s3", 3))
    # A session that was planned before is one of its own.
    await open_scheduled(database, S2, 7)
    assert (await history(database, S2)).programme_id is None
    async with writing(database, S2, after=0, epoch=1) as batch:
        assert batch.programme_id is None
        batch.carry_over({(MIKA, NOOR): 1}, ("Nothing stays.",))
        batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
        await batch.commit()
    assert await count(database, met, programme_line) == [0, 0]


async def test_a_programme_is_not_erased_under_a_running_session(database: Database) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    with pytest.raises(SessionGone):
        await erase_programme(database, P1)
    assert await count(database, programme_seat, met, programme_line, apart) == [2, 1, 2, 1]
    assert await programme_by_id(database, ORGANIZATION, P1) is not None


async def test_a_programme_is_erased_or_a_session_of_it_is_made_never_both(database: Database) -> None:
    await open_session(database, "alone")
    for number in range(6):
        programme_id, session_id = f"p{number}", f"race-{number}"
        await create_programme(database, ORGANIZATION, programme_id, "Tuesdays", "twelve-weeks", 5)
        new = structs.replace(of_programme(session_id), programme_id=programme_id)
        both = await asyncio.gather(
            create_session(database, new), erase_programme(database, programme_id), return_exceptions=True
        )
        made, erased = not isinstance(both[0], BaseException), not isinstance(both[1], BaseException)
        assert made is not erased, both
        assert isinstance(both[0 if erased else 1], ProgrammeGone if erased else SessionGone)
        assert (await programme_by_id(database, ORGANIZATION, programme_id) is None) is erased


async def test_people_come_while_somebody_tries_to_erase(database: Database) -> None:
    """Neither waits for the other for good, and nobody is lost."""
    await begun(database)

    async def come(number: int) -> None:
        async with writing(database, S1, after=0, epoch=1) as batch:
            await has_come(batch, f"s{number}", f"{number:032x}", f"Person {number}")
            await batch.commit()

    outcomes = await asyncio.gather(
        *(come(number) for number in range(8)), *(erase_programme(database, P1) for _ in range(4)), return_exceptions=True
    )
    assert outcomes[:8] == [None] * 8
    assert [type(one) for one in outcomes[8:]] == [SessionGone] * 4
    assert len(await members(database, S1)) == 8


@pytest.mark.parametrize("erase", [erase_events, erase_session])
async def test_erasing_a_session_takes_what_was_carried_into_it_and_leaves_the_programme(
    database: Database, erase: Callable[[Database, SessionId], Awaitable[bool]]
) -> None:
    await first_session(database)
    await create_session(database, of_programme("s2", 2))
    alone = SessionId("alone")
    for session_id in (S2, alone):
        async with writing(database, session_id, after=0, epoch=1) as batch:
            batch.add_apart("x9", "of its own")
            batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
            await batch.commit()
        assert await erase(database, session_id)
    async with database.reading() as connection:
        assert set(await connection.scalars(select(session.c.carried).where(session.c.id == S2))) == {"[]"}
    assert (await history(database, alone)).sealed == ()
    assert await count(database, programme_seat, met, programme_line, apart) == [2, 1, 2, 2]
