"""Bring a database to this version's schema. Runs once, in the parent, before any node starts."""

import asyncio
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from workshop.records.engine import Database, open_database
from workshop.records.errors import DatabaseNewer, RecordsFault, told_plainly

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def migrate(url: str) -> None:
    """Upgrade to the newest schema; does nothing when it is there. Must not be called from a running event loop.

    Raises DatabaseUnreachable, DatabaseNewer: both messages say what to do.
    """
    asyncio.run(upgrade(url))


async def upgrade(url: str) -> None:
    """`migrate` for callers that have an event loop."""
    database = open_database(url, migrating=True)
    try:
        await _upgrade(database)
    finally:
        await database.dispose()


@told_plainly
async def _upgrade(database: Database) -> None:
    async with database.changing() as connection:
        await connection.run_sync(_to_head, database.place)


def _to_head(connection: Connection, place: str) -> None:
    """Runs in the caller's transaction: all of it happens, or nothing."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    _refuse_newer(connection, ScriptDirectory.from_config(config), place)
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RecordsFault("a migration left rows that refer to nothing")


def _refuse_newer(connection: Connection, scripts: ScriptDirectory, place: str) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    strange = set(MigrationContext.configure(connection).get_current_heads()) - known
    if strange:
        raise DatabaseNewer(
            f"A newer version of Holdspace wrote the database {place} (schema {', '.join(sorted(strange))}). "
            "Install that version, or set HOLDSPACE_DATABASE_URL to another database. Nothing was changed."
        )
