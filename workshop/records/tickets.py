"""Tickets that were spent: a console or a screen enters with each of them once."""

from sqlalchemy import delete

from workshop.domain.words import OrganizationId
from workshop.records.engine import Database, insert_new
from workshop.records.errors import told_plainly
from workshop.records.tables import now_ms, spent_ticket

TICKET_SLACK_MS = 600_000
"""A spent ticket is remembered this long after it lapsed, in case a node's clock is behind the database's."""


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
