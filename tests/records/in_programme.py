"""A programme in the records and who came to it: what tests of programmes have in common."""

from msgspec import structs
from sqlalchemy import Table, func, select

from tests.engines import ORGANIZATION, new_session, open_session, small_plan
from workshop.domain.events import SessionEnded
from workshop.domain.plan import ProgrammePlace
from workshop.domain.words import CommandId, SeatId, SessionId, TextId
from workshop.records.engine import Database
from workshop.records.ledger import Writing, writing
from workshop.records.programmes import (
    create_programme,
)
from workshop.records.reading import Recorded
from workshop.records.sessions import (
    NewSession,
    create_session,
)

P1 = "p" * 32
S1, S2 = SessionId("s1"), SessionId("s2")
MIKA, NOOR, SOL = "a" * 32, "b" * 32, "c" * 32
PLACE = ProgrammePlace(title="Tuesdays", number=1, of=12, phase="arrive", focus=(), since="", until="Listen.")


def of_programme(session_id: str, number: int = 1, *, scheduled: bool = False) -> NewSession:
    new = new_session(session_id, plan=structs.replace(small_plan(), programme=PLACE))
    state = structs.replace(new, programme_id=P1, programme_number=number)
    return structs.replace(state, state="scheduled") if scheduled else state


async def begun(database: Database) -> None:
    """A programme with its first session, and a session of none."""
    await open_session(database, "alone")
    await create_programme(database, ORGANIZATION, P1, "Tuesdays", "twelve-weeks", 5)
    await create_session(database, of_programme("s1"))


async def has_come(batch: Writing, seat_id: str, member: str, alias: str) -> None:
    """Somebody joins with a place of their own, `place-ALIAS`; known or new."""
    batch.add_text(TextId(f"alias-{seat_id}"), "alias", alias)
    batch.add_seat(SeatId(seat_id), TextId(f"alias-{seat_id}"), f"key-{batch.session_id}-{seat_id}", member)
    known = await batch.member_at(f"place-{alias}")
    if known is None:
        batch.add_member(member, f"place-{alias}", alias)
    else:
        batch.rename_member(known, alias)


async def first_session(database: Database) -> None:
    """Mika and Noor were in two rooms together, and the group made two promises."""
    await begun(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        await has_come(batch, "m", MIKA, "Mika")
        await has_come(batch, "n", NOOR, "Noor")
        batch.add_apart("x1", "sealed one")
        batch.carry_over({(MIKA, NOOR): 2}, ("We speak for ourselves.", "What is said here stays here."))
        batch.add([Recorded(1, CommandId("end"), 1_000, SessionEnded())])
        await batch.commit()


async def count(database: Database, *tables: Table) -> list[int]:
    async with database.reading() as connection:
        found = [await connection.scalar(select(func.count()).select_from(table)) for table in tables]
    return [number or 0 for number in found]
