"""Organizations and their sessions."""

from typing import Any, Literal

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, Select, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.plan import Plan
from workshop.domain.published import RETENTION_DAYS
from workshop.domain.session import Settings
from workshop.domain.words import Millis, OrganizationId, SessionId
from workshop.records.engine import Database, insert_new
from workshop.records.errors import CodeTaken, HelpPageMissing, RecordConflict, SessionGone, told_plainly
from workshop.records.programmes import lines_to_carry, need_programme
from workshop.records.tables import leaves_residue, organization, session, summary
from workshop.records.tender import need_approvals

SessionState = Literal["scheduled", "live", "ended", "signed", "cancelled", "erased"]
"""`signed` has ended too, and its cards are erased; of an `erased` one only the row and what was published are left."""


class OrganizationRow(Struct, frozen=True, kw_only=True):
    """`help_checked_ms`: when somebody last said that the help page is right (ms since 1970)."""

    id: OrganizationId
    name: str
    help_page: str | None
    help_checked_ms: int | None
    meeting_link: str = ""
    """Where people who are apart meet, with `{room}` for the room's name; empty: nowhere."""


class NewSession(Struct, frozen=True, kw_only=True):
    """`origin_ms` is the moment (ms since 1970) at which the wall and the session's clock showed the same; from there the session's
    runs `pace` times as fast. A scheduled session gets its own when it opens."""

    settings: Settings
    plan: Plan
    pace: float = 1.0
    origin_ms: int
    created_ms: int
    agenda: str = ""
    """The agenda's id in the library; empty: the plan's own."""
    starts_ms: int | None = None
    retention_days: int = RETENTION_DAYS
    state: Literal["scheduled", "live"] = "live"
    programme_id: str | None = None
    programme_number: int | None = None
    """Which session of the programme it is, from 1."""


class SessionRow(Struct, frozen=True, kw_only=True):
    settings: Settings
    plan: Plan
    pace: float
    origin_ms: int
    created_ms: int
    ended_ms: int | None
    epoch: int
    head: int
    state: SessionState
    help_page: str | None
    agenda: str
    starts_ms: int | None
    retention_days: int
    signed_ms: int | None
    cards_erased_ms: int | None
    summary_version: int
    """The newest published one; 0: none."""
    programme_id: str | None = None
    programme_number: int | None = None
    carried: tuple[str, ...] = ()
    """Words of the agreements that it begins with."""

    def __repr__(self) -> str:
        return f"<SessionRow {self.settings.id} {self.state}>"


_encode = msgspec.json.Encoder()
_plan = msgspec.json.Decoder(Plan)
_carried = msgspec.json.Decoder(tuple[str, ...])


@told_plainly
async def create_organization(database: Database, organization_id: OrganizationId, name: str) -> None:
    """Does nothing when it is there already."""
    values = {"id": organization_id, "name": name, "meeting_link": ""}
    async with database.changing() as connection:
        await connection.execute(insert_new(database, organization, values))


@told_plainly
async def set_help_page(database: Database, organization_id: OrganizationId, help_page: str | None, checked_ms: int) -> None:
    """`checked_ms`: when somebody last checked what it says (ms since 1970)."""
    async with database.changing() as connection:
        await connection.execute(
            update(organization)
            .where(organization.c.id == organization_id)
            .values(help_page=help_page, help_checked_ms=checked_ms)
        )


@told_plainly
async def set_meeting_link(database: Database, organization_id: OrganizationId, meeting_link: str) -> None:
    """For the sessions that are made from now on; empty: none."""
    async with database.changing() as connection:
        await connection.execute(
            update(organization).where(organization.c.id == organization_id).values(meeting_link=meeting_link)
        )


@told_plainly
async def organization_of(database: Database, organization_id: OrganizationId) -> OrganizationRow | None:
    async with database.reading() as connection:
        row = (
            (await connection.execute(select(organization).where(organization.c.id == organization_id))).mappings().one_or_none()
        )
    return None if row is None else OrganizationRow(**row)


@told_plainly
async def organizations(database: Database) -> tuple[OrganizationRow, ...]:
    """All of them, by name."""
    async with database.reading() as connection:
        rows = await connection.execute(select(organization).order_by(organization.c.name, organization.c.id))
        return tuple(OrganizationRow(**row) for row in rows.mappings())


async def create_session(database: Database, new: NewSession) -> SessionRow:
    """A session of a programme begins with the agreements of the one before, and one whose people are apart with its organization's
    meeting link where it brings none.

    Raises HelpPageMissing or TenderNotApproved for a real session without the help page or an approval it needs, CodeTaken,
    ProgrammeGone.
    """
    try:
        return await _create_session(database, new)
    except RecordConflict as conflict:
        if conflict.constraint not in ("uq_session_live_code", "UNIQUE constraint failed: session.code"):
            raise
    raise CodeTaken


@told_plainly
async def _create_session(database: Database, new: NewSession) -> SessionRow:
    settings = new.settings
    async with database.changing() as connection:
        if new.state == "live":  # it may be planned without one
            await _need_help_page(connection, settings.organization_id, settings.practice)
        if not settings.practice:
            await need_approvals(connection, settings.organization_id, new.plan)
        if new.programme_id is not None:
            await need_programme(connection, settings.organization_id, new.programme_id)
        values = {name: getattr(settings, name) for name in Settings.__struct_fields__}
        values["meeting_link"] = settings.meeting_link or await _meeting_link(connection, settings)
        await connection.execute(
            insert(session).values(
                **values,
                pace=new.pace,
                origin_ms=new.origin_ms,
                created_ms=new.created_ms,
                plan=_encode.encode(new.plan).decode(),
                state=new.state,
                head=0,
                epoch=1,
                agenda=new.agenda or new.plan.id,
                starts_ms=new.starts_ms,
                retention_days=new.retention_days,
                residue=False,
                deletions=0,
                programme_id=new.programme_id,
                programme_number=new.programme_number,
                carried=await _to_carry(connection, new.programme_id),
            )
        )
        created = await _first_session(connection, session.c.id == settings.id)
    assert created is not None
    return created


async def _meeting_link(connection: AsyncConnection, settings: Settings) -> str:
    if settings.presence != "apart":
        return ""
    wanted = select(organization.c.meeting_link).where(organization.c.id == settings.organization_id)
    return await connection.scalar(wanted) or ""


async def _to_carry(connection: AsyncConnection, programme_id: str | None) -> str:
    lines = () if programme_id is None else await lines_to_carry(connection, programme_id)
    return _encode.encode(lines).decode()


async def _need_help_page(connection: AsyncConnection, organization_id: str, practice: bool) -> None:
    page: str | None = await connection.scalar(select(organization.c.help_page).where(organization.c.id == organization_id))
    if not practice and not (page or "").strip():
        raise HelpPageMissing


@told_plainly
async def open_scheduled(database: Database, session_id: SessionId, origin_ms: Millis) -> None:
    """From now on people may come. `origin_ms`: now, ms since 1970. The agreements of its programme may be newer than when it was made.

    Raises SessionGone (it is not scheduled; the error has its state, or `missing`), HelpPageMissing, TenderNotApproved.
    """
    async with database.changing() as connection:
        row = await _scheduled(connection, session_id)
        await _need_help_page(connection, row.organization_id, row.practice)
        if not row.practice:
            await need_approvals(connection, row.organization_id, _plan.decode(row.plan))
        changes: dict[str, Any] = {"state": "live", "origin_ms": origin_ms}
        if row.programme_id is not None:
            carried = await _to_carry(connection, row.programme_id)
            changes |= {} if carried == row.carried else {"carried": carried, **leaves_residue()}
        await connection.execute(update(session).where(session.c.id == session_id).values(changes))


@told_plainly
async def cancel_scheduled(database: Database, session_id: SessionId) -> None:
    """It will not take place; its code is free again. Raises SessionGone (it is not scheduled)."""
    async with database.changing() as connection:
        await _scheduled(connection, session_id)
        await connection.execute(update(session).where(session.c.id == session_id).values(state="cancelled"))


async def _scheduled(connection: AsyncConnection, session_id: SessionId) -> Any:
    terms = (session.c.organization_id, session.c.practice, session.c.state, session.c.plan)
    columns = select(*terms, session.c.programme_id, session.c.carried)
    row = (await connection.execute(columns.where(session.c.id == session_id).with_for_update())).one_or_none()
    if row is None or row.state != "scheduled":
        raise SessionGone("missing" if row is None else row.state)
    return row


@told_plainly
async def session_by_id(database: Database, session_id: SessionId) -> SessionRow | None:
    async with database.reading() as connection:
        return await _first_session(connection, session.c.id == session_id)


@told_plainly
async def session_by_code(database: Database, code: str, *, erased: bool = False) -> SessionRow | None:
    """The live session of this code, else the newest other one (so that its phones can be told), else None. `erased`: one that was
    erased is one too."""
    which = () if erased else (session.c.state != "erased",)
    async with database.reading() as connection:
        return await _first_session(connection, session.c.code == code, *which)


@told_plainly
async def sessions_of(database: Database, organization_id: OrganizationId) -> tuple[SessionRow, ...]:
    """All of them, the newest first."""
    wanted = _sessions().where(session.c.organization_id == organization_id)
    async with database.reading() as connection:
        rows = await connection.execute(wanted.order_by(session.c.created_ms.desc(), session.c.id))
        return tuple(_session_row(row) for row in rows.mappings())


@told_plainly
async def count_live(database: Database) -> int:
    async with database.reading() as connection:
        return await connection.scalar(select(func.count()).select_from(session).where(session.c.state == "live")) or 0


@told_plainly
async def bump_epoch(database: Database, session_id: SessionId, *, state: SessionState | None = None) -> int:
    """The new epoch: from here on every write of a node that loaded the session before is refused. Raises SessionGone."""
    changes = {} if state is None else {"state": state}
    async with database.changing() as connection:
        epoch: int | None = await connection.scalar(
            update(session)
            .where(session.c.id == session_id)
            .values(epoch=session.c.epoch + 1, **changes)
            .returning(session.c.epoch)
        )
    if epoch is None:
        raise SessionGone("missing")
    return epoch


def _sessions() -> Select[Any]:
    newest = select(func.coalesce(func.max(summary.c.version), 0)).where(summary.c.session_id == session.c.id)
    return select(session, organization.c.help_page, newest.scalar_subquery().label("summary_version")).join(
        organization, organization.c.id == session.c.organization_id
    )


async def _first_session(connection: AsyncConnection, *where: ColumnElement[bool]) -> SessionRow | None:
    wanted = _sessions().where(*where).order_by(session.c.state != "live", session.c.created_ms.desc()).limit(1)
    row = (await connection.execute(wanted)).mappings().one_or_none()
    return None if row is None else _session_row(row)


def _session_row(row: RowMapping) -> SessionRow:
    same = [name for name in SessionRow.__struct_fields__ if name not in ("settings", "plan", "carried")]
    return SessionRow(
        settings=Settings(**{name: row[name] for name in Settings.__struct_fields__}),
        plan=_plan.decode(row["plan"]),
        carried=_carried.decode(row["carried"]),
        **{name: row[name] for name in same},
    )
