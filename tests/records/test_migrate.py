"""Migrations: they make what the tables say, can be repeated, and leave alone what is newer."""

import asyncio
import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from tests.engines import Databases, EngineName, open_session
from workshop.records.engine import Database, open_database
from workshop.records.errors import DatabaseNewer
from workshop.records.migrate import migrate, upgrade
from workshop.records.sessions import session_by_id
from workshop.records.tables import metadata


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata))


async def test_migrations_and_tables_agree(database: Database) -> None:
    async with database.changing() as connection:
        assert await connection.run_sync(_differences) == []


async def test_migrating_again_keeps_everything(database_url: str, database: Database) -> None:
    created = await open_session(database)
    await upgrade(database_url)
    assert await session_by_id(database, created.settings.id) == created


def test_two_processes_may_migrate_at_once(databases: Databases, engine_name: EngineName) -> None:
    url = databases.empty(engine_name)
    command = [sys.executable, "-c", "import sys; from workshop.records.migrate import migrate; migrate(sys.argv[1])", url]
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [one.wait(timeout=60) for one in both] == [0, 0]
    migrate(url)


def test_a_newer_database_is_left_alone(database_url: str) -> None:
    async def from_the_future() -> None:
        database = open_database(database_url)
        async with database.changing() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await database.dispose()

    asyncio.run(from_the_future())
    with pytest.raises(DatabaseNewer, match=r"newer version of Holdspace wrote the database .*9999.*Install that version"):
        migrate(database_url)
