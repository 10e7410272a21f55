"""How migrations run: in the connection that the program gives, or in one of its own from `alembic -x url=…`."""

import asyncio

from alembic import context
from sqlalchemy import Connection, text

from workshop.records.engine import open_database
from workshop.records.tables import metadata

ADVISORY_LOCK = 7_304_185_226_041_917
"""Any number that is ours: one migration at a time on a PostgreSQL server."""


def run(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        # Wait long for another migration, but never long for a table: waiting there would stop every running session.
        connection.execute(text("SET LOCAL lock_timeout = '120s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ADVISORY_LOCK})
        connection.execute(text("SET LOCAL lock_timeout = '5s'"))
    context.configure(
        connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite", compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()


async def run_alone(url: str) -> None:
    database = open_database(url, migrating=True)
    try:
        async with database.changing() as connection:
            await connection.run_sync(run)
    finally:
        await database.dispose()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    address = context.get_x_argument(as_dictionary=True).get("url")
    if not address:
        raise SystemExit("Say which database: alembic -x url=sqlite:///data/holdspace.db …")
    asyncio.run(run_alone(address))
