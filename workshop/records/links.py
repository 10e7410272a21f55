"""The links that lead to a session's console and screen, and to an organizer's desk. Only the SHA-256 of a secret is kept."""

from collections.abc import Collection, Mapping
from typing import Literal

from msgspec import Struct
from sqlalchemy import delete, insert, literal, select

from workshop.domain.words import OrganizationId, SessionId
from workshop.records.engine import Database
from workshop.records.errors import SessionGone, told_plainly
from workshop.records.sessions import SessionState
from workshop.records.tables import desk_link, link, session

LinkRole = Literal["facilitator", "screen"]


class Link(Struct, frozen=True):
    organization_id: OrganizationId
    session_id: SessionId
    role: LinkRole


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
async def replace_links(database: Database, session_id: SessionId, links: Mapping[LinkRole, str]) -> None:
    """These links (role to SHA-256 of the secret) are the only ones from now on. Raises SessionGone, RecordConflict."""
    async with database.changing() as connection:
        owner = await connection.scalar(select(session.c.organization_id).where(session.c.id == session_id))
        if owner is None:
            raise SessionGone("missing")
        await connection.execute(delete(link).where(link.c.session_id == session_id))
        rows = [
            {"organization_id": owner, "session_id": session_id, "role": role, "secret_hash": secret_hash}
            for role, secret_hash in links.items()
        ]
        await connection.execute(insert(link), rows)


@told_plainly
async def find_link(
    database: Database, secret_hash: str, *, states: Collection[SessionState] = frozenset({"live"})
) -> Link | None:
    """What the link opens, while its session is in one of these states (the summary is signed after the end)."""
    async with database.reading() as connection:
        row = (
            await connection.execute(
                select(link.c.organization_id, link.c.session_id, link.c.role)
                .join(session, session.c.id == link.c.session_id)
                .where(link.c.secret_hash == secret_hash, session.c.state.in_(states))
            )
        ).one_or_none()
    return None if row is None else Link(OrganizationId(row.organization_id), SessionId(row.session_id), row.role)


@told_plainly
async def links_there(database: Database, hashes: Collection[str]) -> frozenset[str]:
    """Those of these links that were not replaced, whatever became of their session."""
    if not hashes:
        return frozenset()
    async with database.reading() as connection:
        return frozenset(await connection.scalars(select(link.c.secret_hash).where(link.c.secret_hash.in_(sorted(hashes)))))


@told_plainly
async def add_desk_link(database: Database, organization_id: OrganizationId, secret_hash: str) -> None:
    """A link to the organizer's desk. Raises RecordConflict (the hash exists, or no such organization)."""
    async with database.changing() as connection:
        await connection.execute(insert(desk_link).values(organization_id=organization_id, secret_hash=secret_hash))


@told_plainly
async def replace_desk_links(database: Database, organization_id: OrganizationId, secret_hash: str) -> None:
    """This is the only link to the organizer's desk from now on. Raises RecordConflict (no such organization)."""
    async with database.changing() as connection:
        await connection.execute(delete(desk_link).where(desk_link.c.organization_id == organization_id))
        await connection.execute(insert(desk_link).values(organization_id=organization_id, secret_hash=secret_hash))


@told_plainly
async def find_desk_link(database: Database, secret_hash: str) -> OrganizationId | None:
    """Whose desk the secret opens."""
    async with database.reading() as connection:
        found = await connection.scalar(select(desk_link.c.organization_id).where(desk_link.c.secret_hash == secret_hash))
    return None if found is None else OrganizationId(found)
