"""Organizations, sessions, the links that lead to them, and tickets spent."""

from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.plan import Plan
from workshop.domain.session import Settings
from workshop.domain.words import OrganizationId, SessionId
from workshop.records.engine import Database, insert_new
from workshop.records.errors import CodeTaken, HelpPageMissing, RecordConflict, SessionGone, told_plainly
from workshop.records.tables import link, now_ms, organization, session, spent_ticket

SessionState = Literal["live", "ended", "erased"]
LinkRole = Literal["facilitator", "screen"]
TICKET_SLACK_MS = 600_000
"""A spent ticket is remembered this long after it lapsed, in case a node's clock is behind the database's."""


class NewSession(Struct, frozen=True, kw_only=True):
    """`origin_ms` is the moment (ms since 1970) at which the wall and the session's clock showed the same; from there the session's
    runs `pace` times as fast."""

    settings: Settings
    plan: Plan
    pace: float = 1.0
    origin_ms: int
    created_ms: int


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


class Link(Struct, frozen=True):
    organization_id: OrganizationId
    session_id: SessionId
    role: LinkRole


_encode = msgspec.json.Encoder()
_plan = msgspec.json.Decoder(Plan)


@told_plainly
async def create_organization(database: Database, organization_id: OrganizationId, name: str) -> None:
    """Does nothing when it is there already."""
    values = {"id": organization_id, "name": name}
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


async def create_session(database: Database, new: NewSession) -> SessionRow:
    """Raises HelpPageMissing for a real session without the organization's help page, CodeTaken."""
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
        help_page = await connection.scalar(select(organization.c.help_page).where(organization.c.id == settings.organization_id))
        if not settings.practice and not (help_page or "").strip():
            raise HelpPageMissing
        values = {name: getattr(settings, name) for name in Settings.__struct_fields__}
        await connection.execute(
            insert(session).values(
                **values,
                pace=new.pace,
                origin_ms=new.origin_ms,
                created_ms=new.created_ms,
                plan=_encode.encode(new.plan).decode(),
                state="live",
                head=0,
                epoch=1,
            )
        )
    return SessionRow(
        settings=settings,
        plan=new.plan,
        pace=new.pace,
        origin_ms=new.origin_ms,
        created_ms=new.created_ms,
        ended_ms=None,
        epoch=1,
        head=0,
        state="live",
        help_page=help_page,
    )


@told_plainly
async def session_by_id(database: Database, session_id: SessionId) -> SessionRow | None:
    async with database.reading() as connection:
        return await _first_session(connection, session.c.id == session_id)


@told_plainly
async def session_by_code(database: Database, code: str) -> SessionRow | None:
    """The live session of this code, else the newest ended one (so that its phones can be told), else None."""
    async with database.reading() as connection:
        return await _first_session(connection, session.c.code == code, session.c.state != "erased")


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


async def _first_session(connection: AsyncConnection, *where: ColumnElement[bool]) -> SessionRow | None:
    row = (
        (
            await connection.execute(
                select(session, organization.c.help_page)
                .join(organization, organization.c.id == session.c.organization_id)
                .where(*where)
                .order_by(session.c.state != "live", session.c.created_ms.desc())
                .limit(1)
            )
        )
        .mappings()
        .one_or_none()
    )
    return None if row is None else _session_row(row)


def _session_row(row: RowMapping) -> SessionRow:
    return SessionRow(
        settings=Settings(**{name: row[name] for name in Settings.__struct_fields__}),
        plan=_plan.decode(row["plan"]),
        **{name: row[name] for name in ("pace", "origin_ms", "created_ms", "ended_ms", "epoch", "head", "state", "help_page")},
    )


# --- links and tickets


@told_plainly
async def add_link(database: Database, session_id: SessionId, role: LinkRole, secret_hash: str) -> None:
    """`secret_hash`: SHA-256 of the link's secret, hex. Raises SessionGone, RecordConflict (the hash exists)."""
    values = select(session.c.organization_id, session.c.id, literal(role), literal(secret_hash)).where(
        session.c.id == session_id
    )
    async with database.changing() as connection:
        added = await connection.execute(
            insert(link).from_select(["organization_id", "session_id", "role", "secret_hash"], values)
        )
    if added.rowcount != 1:
        raise SessionGone("missing")


@told_plainly
async def find_link(database: Database, secret_hash: str) -> Link | None:
    """What the link opens, while its session is live."""
    async with database.reading() as connection:
        row = (
            await connection.execute(
                select(link.c.organization_id, link.c.session_id, link.c.role)
                .join(session, session.c.id == link.c.session_id)
                .where(link.c.secret_hash == secret_hash, session.c.state == "live")
            )
        ).one_or_none()
    return None if row is None else Link(OrganizationId(row.organization_id), SessionId(row.session_id), row.role)


@told_plainly
async def spend_ticket(database: Database, organization_id: OrganizationId, ticket_id: str, expires_ms: int) -> bool:
    """False when it was spent before. `expires_ms`: when the ticket lapses, ms since 1970."""
    values = {"organization_id": organization_id, "id": ticket_id, "expires_ms": expires_ms}
    async with database.changing() as connection:
        return (await connection.execute(insert_new(database, spent_ticket, values))).rowcount == 1


@told_plainly
async def sweep_tickets(database: Database) -> int:
    """Forget tickets that lapsed long ago; how many."""
    async with database.changing() as connection:
        return (
            await connection.execute(delete(spent_ticket).where(spent_ticket.c.expires_ms < now_ms() - TICKET_SLACK_MS))
        ).rowcount
