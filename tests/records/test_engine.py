"""Addresses, and databases that cannot be reached: each message says what to do and holds no credential."""

import socket
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.engines import Databases
from workshop.records.engine import Database, open_database
from workshop.records.errors import DatabaseBusy, DatabaseUnreachable, told_plainly
from workshop.records.migrate import upgrade

SECRET = "hunter2-secret"


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


async def why(url: str) -> str:
    with pytest.raises(DatabaseUnreachable) as refused:
        await upgrade(url)
    assert SECRET not in refused.value.message
    assert refused.value.__context__ is None
    return refused.value.message


@pytest.mark.parametrize("url", ["", "nonsense", f"mysql://root:{SECRET}@host/name", "sqlite://", "sqlite:///:memory:"])
async def test_an_address_that_is_none_is_said(url: str) -> None:
    assert "sqlite:///" in await why(url)


async def test_an_unknown_option_is_named() -> None:
    assert "shoe_size" in await why(f"postgresql://me:{SECRET}@localhost/name?shoe_size=43")


async def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    message = await why(f"sqlite:///{tmp_path}/nowhere/holdspace.db")
    assert f"the folder {tmp_path}/nowhere does not exist" in message
    assert not (tmp_path / "nowhere").exists()


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "that is a folder" in await why(f"sqlite:///{tmp_path}")


async def test_another_kind_of_file_is_left_alone(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, " * 100)
    assert "another kind of file" in await why(f"sqlite:///{diary}")
    assert diary.read_text() == "Dear diary, " * 100


async def test_a_closed_port_is_said(closed_port: int) -> None:
    message = await why(f"postgresql://me:{SECRET}@127.0.0.1:{closed_port}/name")
    assert f"postgresql://127.0.0.1:{closed_port}/name" in message
    assert "nothing answers there" in message


async def test_an_unknown_host_is_said() -> None:
    assert "its host name is not known" in await why(f"postgresql://me:{SECRET}@no-such-host.invalid/name")


async def test_a_missing_socket_is_said(tmp_path: Path) -> None:
    assert "nothing answers there" in await why(f"postgresql://me:{SECRET}@/name?host={tmp_path}")


async def test_a_missing_database_is_said(databases: Databases) -> None:
    assert "there is no database of that name" in await why(databases.postgres.url("nobody_made_this"))


async def test_an_unknown_user_is_said(databases: Databases) -> None:
    url = databases.postgres.url("postgres").replace("postgres@", f"stranger:{SECRET}@")
    assert "refused the user name or password" in await why(url)


async def test_a_writer_that_waits_too_long_is_told(database_url: str, database: Database) -> None:
    impatient = open_database(database_url, busy_ms=100)
    async with database.changing() as holder:
        await holder.execute(text("UPDATE alembic_version SET version_num = version_num"))
        with pytest.raises(DatabaseBusy):
            await _touch(impatient)
    await _touch(impatient)
    await impatient.dispose()


@told_plainly
async def _touch(database: Database) -> None:
    async with database.changing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


async def test_sqlite_keeps_its_promises(databases: Databases) -> None:
    database = open_database(databases.fresh("sqlite"))
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    async with database.reading() as reader:
        assert {name: await reader.scalar(text(f"PRAGMA {name}")) for name in wanted} == wanted
    async with database.changing() as writer:
        assert {name: await writer.scalar(text(f"PRAGMA {name}")) for name in wanted} == wanted
    await database.dispose()
