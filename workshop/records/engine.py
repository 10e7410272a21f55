"""One database: SQLite in a file for one process, PostgreSQL for more. Opening does no I/O; the first statement connects."""

import asyncio
import logging
import random
import socket
import sqlite3
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing, nullcontext, suppress
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import URL, Insert, Table, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, InvalidatePoolError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction, create_async_engine

from workshop.records.errors import (
    DATABASE_ERRORS,
    CommitUnknown,
    DatabaseBusy,
    DatabaseUnreachable,
    is_busy,
    sqlstate,
    told_plainly,
)

Dialect = Literal["sqlite", "postgresql"]

CONNECT_SECONDS = 5
BUSY_MS = 10_000
"""How long a writer waits for its turn before it gives up."""
IDLE_IN_TRANSACTION_MS = 4_000
"""PostgreSQL ends a transaction that stood still for this long: a frozen node must not hold a session's row."""
COMMAND_SECONDS = 20
"""Longer than a writer may wait for its turn; then the server counts as gone."""


class Database:
    """Connections to one database. `place` names it without credentials. Belongs to one event loop.

    `engine` is for reading: its statements stand alone, on PostgreSQL too, which saves two round trips each.
    """

    def __init__(self, engine: AsyncEngine, writer: AsyncEngine, dialect: Dialect, place: str, busy_ms: int = BUSY_MS) -> None:
        self.engine = engine
        self.dialect: Dialect = dialect
        self.place = place
        self._writer = writer
        self._busy_seconds = busy_ms / 1000
        self._probed = False
        # SQLite has one writer at a time and no queue of its own; inside one process this one is fair and doesn't poll.
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection for SELECTs. Raises DatabaseUnreachable."""
        connection = await self._connect(self.engine)
        try:
            yield connection
        finally:
            await _close(connection)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[tuple[AsyncConnection, AsyncTransaction]]:
        """A write transaction that is rolled back unless the body commits it. On SQLite it holds the write lock at once.

        Raises DatabaseUnreachable, DatabaseBusy.
        """
        async with self._turn if self.dialect == "sqlite" else nullcontext():
            connection = await self._connect(self._writer)
            try:
                yield connection, await self._begin(connection)
            finally:
                await _close(connection)

    @asynccontextmanager
    async def changing(self) -> AsyncIterator[AsyncConnection]:
        """A write transaction that commits at the end of the body, or rolls back when it raises.

        Raises DatabaseUnreachable, DatabaseBusy, CommitUnknown.
        """
        async with self.transaction() as (connection, transaction):
            yield connection
            await commit(connection, transaction)

    async def reach(self) -> None:
        """Connect once. Raises DatabaseUnreachable, whose message says what to do."""
        async with self.reading():
            pass

    async def dispose(self) -> None:
        await self._writer.dispose()
        await self.engine.dispose()

    @told_plainly
    async def _begin(self, connection: AsyncConnection) -> AsyncTransaction:
        transaction = await connection.begin()
        if self.dialect == "sqlite":
            await _take_write_lock(connection, self._busy_seconds)
        return transaction

    async def _connect(self, engine: AsyncEngine) -> AsyncConnection:
        try:
            if self.dialect == "sqlite" and not self._probed:
                await asyncio.to_thread(_probe, engine.url.database or "")
                self._probed = True
            return await engine.connect()
        except (*DATABASE_ERRORS, sqlite3.Error) as error:
            failure = DatabaseUnreachable(_why_unreachable(error, engine.url, self.place))
        raise failure


def open_database(
    url: str,
    *,
    pool_size: int = 5,
    busy_ms: int = BUSY_MS,
    idle_in_transaction_ms: int = IDLE_IN_TRANSACTION_MS,
    migrating: bool = False,
) -> Database:
    """`sqlite:///path` or `postgresql://user:password@host/name`.

    Raises DatabaseUnreachable for an address that is neither. `migrating`: no time limits, and no foreign keys on SQLite,
    where changing a table means building it anew.
    """
    _keep_rows_out_of_logs()
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    if address is None:
        raise DatabaseUnreachable(_ADDRESS)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, pool_size, busy_ms, migrating)
    if address.get_backend_name() in ("postgresql", "postgres"):
        limits = {"lock_timeout": str(busy_ms), "idle_in_transaction_session_timeout": str(idle_in_transaction_ms)}
        return _postgresql(address, pool_size, {} if migrating else limits, None if migrating else COMMAND_SECONDS)
    raise DatabaseUnreachable(_ADDRESS)


_ADDRESS = (
    "The database address is not understood. Set HOLDSPACE_DATABASE_URL to sqlite:///folder/file.db "
    "or postgresql://user:password@host/name, or leave it unset."
)


def _keep_rows_out_of_logs() -> None:
    """At DEBUG these two print whole rows, and with them what people wrote; whoever turns on DEBUG must not get that."""
    for name in ("aiosqlite", "sqlalchemy.engine"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.getEffectiveLevel(), logging.INFO))


# --- SQLite


def _sqlite(address: URL, pool_size: int, busy_ms: int, migrating: bool) -> Database:
    if not address.database or address.database == ":memory:":
        raise DatabaseUnreachable("A SQLite database needs a file, such as sqlite:///data/holdspace.db.")
    file = address.set(drivername="sqlite+aiosqlite")
    foreign_keys = "OFF" if migrating else "ON"
    reader = _sqlite_engine(file, pool_size, {**_PRAGMAS, "foreign_keys": foreign_keys})
    writer = _sqlite_engine(file, 1, {**_PRAGMAS, "foreign_keys": foreign_keys, "busy_timeout": 0})
    return Database(reader, writer, "sqlite", f"sqlite:///{address.database}", busy_ms)


def _sqlite_engine(file: URL, pool_size: int, pragmas: Mapping[str, object]) -> AsyncEngine:
    engine = create_async_engine(
        file,
        hide_parameters=True,
        pool_size=pool_size,
        pool_reset_on_return=None,  # `_close` ends what is open
        connect_args={"timeout": BUSY_MS / 1000},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(dbapi_connection: Any, _record: object) -> None:
        dbapi_connection.isolation_level = None  # the driver must not begin transactions on its own
        cursor = dbapi_connection.cursor()
        try:
            for name, value in pragmas.items():
                cursor.execute(f"PRAGMA {name} = {value}")
        except sqlite3.DatabaseError:
            dbapi_connection.close()  # else its thread outlives us: the pool never saw it
            raise
        cursor.close()

    return engine


def _probe(path: str) -> None:
    """Open the file once without aiosqlite, which leaves a thread behind, and its traceback, when a file can't be opened."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA schema_version")


_PRAGMAS = {
    "journal_mode": "WAL",
    # FULL: what was acknowledged as done survives the loss of power too, not only of the process.
    "synchronous": "FULL",
    # Freed pages are overwritten, so that what was erased is gone from the file.
    "secure_delete": "ON",
}


async def _take_write_lock(connection: AsyncConnection, busy_seconds: float) -> None:
    """BEGIN IMMEDIATE, asked again every few milliseconds while another process writes. Raises DatabaseBusy.

    Not by SQLite's own busy_timeout: it sleeps up to 100 ms between tries, so whoever wrote last goes on writing and the
    others starve (measured: 100, 0, 0 and 0 commits of four processes).
    """
    deadline = time.monotonic() + busy_seconds
    while True:
        try:
            await connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if not is_busy(error):
                raise
        else:
            return
        if time.monotonic() > deadline:
            raise DatabaseBusy
        await asyncio.sleep(random.uniform(*_ASK_AGAIN_SECONDS))


_ASK_AGAIN_SECONDS = (0.0005, 0.003)


# --- PostgreSQL


def _postgresql(address: URL, pool_size: int, limits: Mapping[str, str], command_seconds: int | None) -> Database:
    options = dict(address.query)
    if "sslmode" in options:
        options["ssl"] = options.pop("sslmode")  # asyncpg's name for it
    strange = sorted(options.keys() - {"host", "port", "ssl"})
    if strange:
        raise DatabaseUnreachable(
            f"The database address has options this program does not know: {', '.join(strange)}. Take them out."
        )
    writer = create_async_engine(
        address.set(drivername="postgresql+asyncpg", query=options),
        hide_parameters=True,
        pool_size=pool_size,
        pool_use_lifo=True,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": command_seconds,
            "server_settings": {"application_name": "holdspace", **limits},
        },
    )
    host = address.host or str(options.get("host", "localhost"))
    port = f":{address.port}" if address.port else ""

    @event.listens_for(writer.sync_engine, "checkout")
    def alive(dbapi_connection: Any, _record: object, _proxy: object) -> None:
        # A server that went away has closed its sockets; noticing that costs nothing, a ping three round trips.
        if dbapi_connection.driver_connection.is_closed():
            raise InvalidatePoolError

    reader = writer.execution_options(isolation_level="AUTOCOMMIT")
    return Database(reader, writer, "postgresql", f"postgresql://{host}{port}/{address.database or ''}")


# --- both


def insert_new(database: Database, table: Table, values: Mapping[str, object]) -> Insert:
    """INSERT that does nothing (rowcount 0) when the key is there already."""
    if database.dialect == "sqlite":
        return sqlite.insert(table).values(values).on_conflict_do_nothing()
    return postgresql.insert(table).values(values).on_conflict_do_nothing()


async def commit(connection: AsyncConnection, transaction: AsyncTransaction) -> None:
    """COMMIT. Raises CommitUnknown: whatever was said, the answer may have been lost after the commit; reading back tells."""
    try:
        await transaction.commit()
        return
    except DATABASE_ERRORS:
        await connection.invalidate()
    raise CommitUnknown


async def _close(connection: AsyncConnection) -> None:
    """Roll back what is open and give the connection back; one that is broken is thrown away."""
    try:
        if connection.in_transaction():
            await connection.rollback()
    except DATABASE_ERRORS:
        with suppress(*DATABASE_ERRORS):
            await connection.invalidate()
    finally:
        await asyncio.shield(connection.close())


def _why_unreachable(error: BaseException, url: URL, place: str) -> str:
    """A sentence of what is wrong and one of what to do."""
    return f"The database {place} cannot be reached: {_cause(error, url)} Then start again."


def _cause(error: BaseException, url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return _sqlite_cause(Path(url.database or ""))
    if isinstance(error, socket.gaierror):
        return "its host name is not known. Check HOLDSPACE_DATABASE_URL."
    if isinstance(error, TimeoutError):
        return f"no answer within {CONNECT_SECONDS} s. Check the host in HOLDSPACE_DATABASE_URL and the network."
    if isinstance(error, PoolTimeout):
        return "all connections of this process stayed in use. Run more processes."
    state = sqlstate(error) if isinstance(error, DBAPIError) else ""
    if state.startswith("28"):
        return "it refused the user name or password. Check HOLDSPACE_DATABASE_URL."
    if state == "3D000":
        return "there is no database of that name. Create it, or check HOLDSPACE_DATABASE_URL."
    if state == "53300":
        return "it has no free connections. Raise max_connections there, or run fewer processes."
    if state == "57P03":
        return "it is starting or stopping. Give it a moment."
    return "nothing answers there. Start PostgreSQL, or check HOLDSPACE_DATABASE_URL."


def _sqlite_cause(path: Path) -> str:
    if not path.parent.is_dir():
        return f"the folder {path.parent} does not exist. Create it, or change HOLDSPACE_DATABASE_URL."
    if path.is_dir():
        return "that is a folder. Name a file in HOLDSPACE_DATABASE_URL."
    return "the file cannot be opened as a SQLite database. Check its rights and whether it is another kind of file."
