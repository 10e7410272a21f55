"""Migrations: they make what the tables say, can be repeated, and leave alone what is newer."""

import asyncio
import subprocess
import sys

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from tests.engines import Databases, EngineName, open_session
from workshop.domain.asides import NO_ASIDE, aside_of
from workshop.domain.words import CardId, SessionId
from workshop.records.engine import Database, open_database
from workshop.records.errors import DatabaseNewer
from workshop.records.links import find_link
from workshop.records.migrate import MIGRATIONS, migrate, upgrade
from workshop.records.programmes import History, create_programme, history
from workshop.records.reading import read_cards, seat_by_key
from workshop.records.sessions import organization_of, session_by_id
from workshop.records.tables import metadata
from workshop.records.tender import tender_decisions


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
    migrating = [sys.executable, "-c", "import sys; from workshop.records.migrate import migrate; migrate(sys.argv[1])", url]
    both = [subprocess.Popen(migrating) for _ in range(2)]
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


def _upgrade_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


BEFORE = (
    "INSERT INTO organization (id, name, help_page) VALUES ('harbour', 'Harbour', 'call 000')",
    (
        "INSERT INTO session (organization_id, id, code, practice, presence, floor, batch, capacity, pace, origin_ms, created_ms, "
        "ended_ms, plan, state, head, epoch) VALUES ('harbour', 's1', 'CODE', {no}, 'together', 5, 3, 200, 1.0, 1, 1, NULL, "
        '\'{{"id":"taster","title":"Taster","minutes":0,"people":{{"min":2,"max":30}},"aim":"","practice":false,'
        "\"items\":[]}}', 'live', 0, 1)"
    ),
    "INSERT INTO card (organization_id, session_id, id, text, note_key) VALUES ('harbour', 's1', 'c1', 'a card', 'k')",
    "INSERT INTO seat (organization_id, session_id, id, alias, key_hash) VALUES ('harbour', 's1', 'p1', 'a1', 'key')",
    "INSERT INTO link (organization_id, session_id, role, secret_hash) VALUES ('harbour', 's1', 'facilitator', 'hash')",
)
"""A database as version 0001 of the schema left it."""


async def test_a_database_with_sessions_in_it_is_brought_forward(databases: Databases, engine_name: EngineName) -> None:
    url = databases.empty(engine_name)
    migrating = open_database(url, migrating=True)
    async with migrating.changing() as connection:
        await connection.run_sync(_upgrade_to, "0001")
        for statement in BEFORE:
            await connection.exec_driver_sql(statement.format(no="0" if engine_name == "sqlite" else "false"))
    await migrating.dispose()
    await upgrade(url)
    database = open_database(url)
    row = await session_by_id(database, SessionId("s1"))
    assert row is not None
    assert (row.settings.approval, row.state, row.agenda, row.retention_days, row.signed_ms) == (False, "live", "", 7, None)
    assert await find_link(database, "hash") is not None
    cards = await read_cards(database, SessionId("s1"), [CardId("c1")])
    assert cards == {"c1": "a card"}
    assert aside_of(cards[CardId("c1")]) == NO_ASIDE, "nobody was asked: it is not covered, and it is not to be named"
    assert await tender_decisions(database, row.settings.organization_id) == (), "nothing is approved that nobody approved"
    assert (row.programme_id, row.programme_number, row.carried, row.settings.meeting_link) == (None, None, (), "")
    assert await seat_by_key(database, SessionId("s1"), "key") == "p1"
    assert await history(database, SessionId("s1")) == History(pseudonyms={}, met={}, programme_id=None, sealed=())
    organization = await organization_of(database, row.settings.organization_id)
    assert organization is not None
    assert organization.meeting_link == ""
    await create_programme(database, row.settings.organization_id, "p1", "Tuesdays", "twelve-weeks", 1)
    async with database.changing() as connection:
        assert await connection.run_sync(_differences) == []
    await database.dispose()
