"""Programmes: a series of sessions of one group, and what stays of it from one to the next.

A member is a random id (a pseudonym), the newest alias and the keyed hash of a place that only their phone knows. Every id is looked
up inside its organization or session.
"""

from collections.abc import Callable, Collection

from msgspec import Struct
from sqlalchemy import bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.words import Millis, OrganizationId, SeatId, SessionId
from workshop.records.engine import Database
from workshop.records.errors import MemberElsewhere, ProgrammeGone, UnknownMember, told_plainly
from workshop.records.programme_writing import PSEUDONYMS
from workshop.records.tables import apart, leaves_residue, met, programme, programme_line, programme_seat, seat, session


class ProgrammeRow(Struct, frozen=True, kw_only=True):
    """`template`: its id in the library. `created_ms`: ms since 1970. `people` and `lines` count members and agreements."""

    id: str
    organization_id: OrganizationId
    title: str
    template: str
    created_ms: Millis
    people: int
    lines: int


class Member(Struct, frozen=True):
    """`id` is the pseudonym; `here`: whether a seat of the session that was asked about is theirs."""

    id: str
    alias: str
    here: bool = False

    def __repr__(self) -> str:
        return "<Member>"


class History(Struct, frozen=True):
    """What a session knows of earlier ones when its rooms are drawn."""

    pseudonyms: dict[SeatId, str]
    """Of this session's seats that have one, also of seats that go on as another."""
    met: dict[tuple[str, str], int]
    """Pairs of pseudonyms, the smaller first, and in how many rooms they were together, in sessions that have ended."""
    programme_id: str | None
    sealed: tuple[str, ...]
    """Who is kept apart, as it was sealed: of the programme, else of this session."""

    def __repr__(self) -> str:
        return "<History>"


_PEOPLE = select(func.count()).where(programme_seat.c.programme_id == programme.c.id).scalar_subquery()
_LINES = select(func.count()).where(programme_line.c.programme_id == programme.c.id).scalar_subquery()
_PROGRAMMES = select(
    programme.c.id,
    programme.c.organization_id,
    programme.c.title,
    programme.c.template,
    programme.c.created_ms,
    _PEOPLE.label("people"),
    _LINES.label("lines"),
).where(programme.c.erased_ms.is_(None))
_OF_SESSION = (
    select(programme.c.id)
    .join(session, session.c.programme_id == programme.c.id)
    .where(session.c.id == bindparam("session_id"), programme.c.erased_ms.is_(None))
)
_MET = select(met.c.one, met.c.other, met.c.times).where(met.c.programme_id == bindparam("programme_id"))
_SEALED = select(apart.c.sealed).where(apart.c.scope == bindparam("scope")).order_by(apart.c.id)


@told_plainly
async def create_programme(
    database: Database, organization_id: OrganizationId, programme_id: str, title: str, template: str, created_ms: Millis
) -> None:
    """Raises RecordConflict (the id exists, or no such organization)."""
    values = {"organization_id": organization_id, "id": programme_id, "title": title, "template": template}
    async with database.changing() as connection:
        await connection.execute(insert(programme).values(**values, created_ms=created_ms, erased_ms=None))


@told_plainly
async def programmes_of(database: Database, organization_id: OrganizationId) -> tuple[ProgrammeRow, ...]:
    """Those that were not erased, the newest first."""
    wanted = _PROGRAMMES.where(programme.c.organization_id == organization_id)
    async with database.reading() as connection:
        rows = await connection.execute(wanted.order_by(programme.c.created_ms.desc(), programme.c.id))
        return tuple(ProgrammeRow(**row) for row in rows.mappings())


@told_plainly
async def programme_by_id(database: Database, organization_id: OrganizationId, programme_id: str) -> ProgrammeRow | None:
    """None: no such programme of this organization, or it was erased."""
    wanted = _PROGRAMMES.where(programme.c.organization_id == organization_id, programme.c.id == programme_id)
    async with database.reading() as connection:
        row = (await connection.execute(wanted)).mappings().one_or_none()
    return None if row is None else ProgrammeRow(**row)


@told_plainly
async def history(database: Database, session_id: SessionId) -> History:
    """Empty for a session of no programme, but for who is kept apart in it. Raises DatabaseUnreachable."""
    async with database.reading() as connection:
        return await history_on(connection, session_id)


async def history_on(connection: AsyncConnection, session_id: SessionId) -> History:
    found: str | None = await connection.scalar(_OF_SESSION, {"session_id": session_id})
    sealed = tuple(await connection.scalars(_SEALED, {"scope": found or session_id}))
    if found is None:
        return History(pseudonyms={}, met={}, programme_id=None, sealed=sealed)
    seats = await connection.execute(PSEUDONYMS, {"session_id": session_id})
    pairs = await connection.execute(_MET, {"programme_id": found})
    return History(
        pseudonyms={SeatId(row.id): row.pseudonym for row in seats},
        met={(row.one, row.other): row.times for row in pairs},
        programme_id=found,
        sealed=sealed,
    )


async def lines_to_carry(connection: AsyncConnection, programme_id: str) -> tuple[str, ...]:
    """The agreements that a session of this programme begins with, in their order."""
    wanted = select(programme_line.c.text).where(programme_line.c.programme_id == programme_id)
    return tuple(await connection.scalars(wanted.order_by(programme_line.c.place)))


async def need_programme(connection: AsyncConnection, organization_id: OrganizationId, programme_id: str) -> None:
    """It stays until the end of the caller's transaction. Raises ProgrammeGone (unknown there, or erased)."""
    here = (programme.c.organization_id == organization_id, programme.c.id == programme_id, programme.c.erased_ms.is_(None))
    if await connection.scalar(select(programme.c.id).where(*here).with_for_update(read=True)) is None:
        raise ProgrammeGone


# --- members


@told_plainly
async def member_at(database: Database, session_id: SessionId, place_hash: str) -> Member | None:
    """Who has this place in the programme of this session. Raises ProgrammeGone where it has none, or it was erased."""
    async with database.reading() as connection:
        programme_id: str | None = await connection.scalar(_OF_SESSION, {"session_id": session_id})
        if programme_id is None:
            raise ProgrammeGone
        there = (programme_seat.c.programme_id == programme_id, programme_seat.c.place_hash == place_hash)
        row = (await connection.execute(select(programme_seat.c.id, programme_seat.c.alias).where(*there))).one_or_none()
    return None if row is None else Member(row.id, row.alias)


@told_plainly
async def members(database: Database, session_id: SessionId) -> tuple[Member, ...]:
    """Everybody in the programme of this session by their alias; nobody where it has none."""
    here = exists().where(seat.c.session_id == session_id, seat.c.pseudonym == programme_seat.c.id)
    wanted = select(programme_seat.c.id, programme_seat.c.alias, here.label("here")).where(
        programme_seat.c.programme_id == _OF_SESSION.scalar_subquery()
    )
    async with database.reading() as connection:
        rows = (await connection.execute(wanted, {"session_id": session_id})).all()
    found = (Member(row.id, row.alias, bool(row.here)) for row in rows)
    return tuple(sorted(found, key=lambda member: (member.alias.casefold(), member.id)))


@told_plainly
async def recognise(
    database: Database,
    session_id: SessionId,
    seat_id: SeatId,
    member: str,
    reseal: Callable[[str, str, str, str], tuple[str, str] | None],
    same: Collection[SeatId] = (),
) -> None:
    """The phone of this seat is that member from now on, with its own place. `same`: seats of the same person, this one among them.

    `reseal(programme, sealed, old, new)`: the id and the seal of a wish to be apart that names `new` instead of `old`; None where it
    does not name `old`. So whoever would rather not be with them, and with whom they would rather not be, stays as it was.

    Raises UnknownMember (no such seat here, or no such member of its programme), MemberElsewhere (the member is somebody else here,
    or the phone is somebody whom the programme knows from another session).
    """
    async with database.changing() as connection:
        # With the session's row locked nobody joins meanwhile.
        locked = select(session.c.id).where(session.c.id == session_id).with_for_update(key_share=True)
        await connection.execute(locked)
        programme_id: str | None = await connection.scalar(_OF_SESSION, {"session_id": session_id})
        this = (seat.c.session_id == session_id, seat.c.id == seat_id)
        row = (await connection.execute(select(seat.c.id, seat.c.pseudonym).where(*this))).one_or_none()
        before = None if row is None or row.pseudonym is None else await _known(connection, programme_id, row.pseudonym)
        if row is None or programme_id is None or await _known(connection, programme_id, member) is None:
            raise UnknownMember
        if before is not None and before.id == member:
            return
        own = {seat_id, *same}
        of_member = await connection.scalars(select(seat.c.id).where(seat.c.session_id == session_id, seat.c.pseudonym == member))
        if not own.issuperset(of_member):
            raise MemberElsewhere
        if before is not None:
            await _take_over(connection, session_id, before, member, programme_id)
        await connection.execute(update(seat).where(*this).values(pseudonym=member))
        old = seat_id if before is None else before.id
        await _wish_on(connection, programme_id, lambda sealed: reseal(programme_id, sealed, old, member))


async def _wish_on(connection: AsyncConnection, programme_id: str, renamed: Callable[[str], tuple[str, str] | None]) -> None:
    rows = (await connection.execute(select(apart.c.id, apart.c.sealed).where(apart.c.scope == programme_id))).all()
    there = {row.id for row in rows}
    for row in rows:
        wish = renamed(row.sealed)
        if wish is None:
            continue
        this = (apart.c.scope == programme_id, apart.c.id == row.id)
        if wish[0] in there:
            await connection.execute(delete(apart).where(*this))
        else:
            await connection.execute(update(apart).where(*this).values(id=wish[0], sealed=wish[1]))
            there.add(wish[0])


class _Known(Struct, frozen=True):
    id: str
    place_hash: str
    alias: str

    def __repr__(self) -> str:
        return "<_Known>"


async def _known(connection: AsyncConnection, programme_id: str | None, member: str) -> _Known | None:
    columns = select(programme_seat.c.id, programme_seat.c.place_hash, programme_seat.c.alias)
    wanted = columns.where(programme_seat.c.programme_id == programme_id, programme_seat.c.id == member)
    row = (await connection.execute(wanted)).one_or_none()
    return None if row is None else _Known(row.id, row.place_hash, row.alias)


async def _take_over(connection: AsyncConnection, session_id: SessionId, before: _Known, member: str, programme_id: str) -> None:
    """The place and the alias of somebody who was made a moment ago go to the member, and they themselves away."""
    elsewhere = exists().where(seat.c.pseudonym == before.id, seat.c.session_id != session_id)
    has_met = exists().where(met.c.programme_id == programme_id, or_(met.c.one == before.id, met.c.other == before.id))
    if await connection.scalar(select(or_(elsewhere, has_met))):
        raise MemberElsewhere
    of = programme_seat.c.programme_id == programme_id
    await connection.execute(
        update(seat).where(seat.c.session_id == session_id, seat.c.pseudonym == before.id).values(pseudonym=member)
    )
    await connection.execute(delete(programme_seat).where(of, programme_seat.c.id == before.id))
    await connection.execute(
        update(programme_seat).where(of, programme_seat.c.id == member).values(place_hash=before.place_hash, alias=before.alias)
    )
    await connection.execute(update(session).where(session.c.id == session_id).values(leaves_residue()))
