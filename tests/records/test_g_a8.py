"""G-A8: after erasure no card text is in any live file, except PostgreSQL's log.

Every byte of every file of the database is read. The mutants are the ways of erasing that look right and leave the words there.
"""

import functools
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec import structs
from sqlalchemy import select, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from tests.engines import ORGANIZATION, Databases, EngineName, new_session, open_session
from workshop.domain.asides import Aside, CardWords
from workshop.domain.events import DoorLocked, SessionEnded
from workshop.domain.published import Summary, ThemesOf
from workshop.domain.words import CardId, CommandId, SessionId, TextId
from workshop.records import erasure
from workshop.records.engine import Database, open_database
from workshop.records.erasure import clean_residue, erase_cards, erase_events, erase_programme, erase_session
from workshop.records.ledger import writing
from workshop.records.programmes import create_programme
from workshop.records.reading import Recorded
from workshop.records.sessions import create_session
from workshop.records.summaries import publish_unsigned, save_themes, sign
from workshop.records.tables import session

S1, LATER = SessionId("s1"), SessionId("s2")
CARDS = tuple(f"canary-{number:03d}-qzz the thing I never told anybody" for number in range(100))
BESIDE = tuple(f"canary-{number:03d}-zqq what it touches on" for number in range(100))
OTHERS = ("canary-note-qzz to an unknown author", "canary-line-qzz that nobody kept", "canary-theme-qzz")
WORDS = (*CARDS, *BESIDE, *OTHERS)
NUMBERS = Summary(title="Nothing", minutes=75, people="8-11", activities=(), left_out=())


class Store:
    """One database and its files."""

    def __init__(self, databases: Databases, engine: EngineName) -> None:
        self.databases, self.engine = databases, engine
        self.url = databases.fresh(engine)
        self.database = open_database(self.url)

    def files(self) -> list[Path]:
        if self.engine == "sqlite":
            path = Path(self.database.place.removeprefix("sqlite:///"))
            return [one for one in path.parent.glob(path.name + "*") if one.is_file()]
        # The server is shared with other tests: of the folder with its databases only this one is ours.
        data, own = self.databases.postgres.data, self.databases.postgres.data / "base" / self._folder
        mine = [one for one in data.rglob("*") if one.is_file() and not {"pg_wal", "base"} & set(one.relative_to(data).parts)]
        return [*mine, *(one for one in own.rglob("*") if one.is_file())]

    @functools.cached_property
    def _folder(self) -> str:
        return self.psql("SELECT oid FROM pg_database WHERE datname = current_database()")

    def found(self, words: Iterable[str] = WORDS) -> dict[str, int]:
        """How many of the words each file holds."""
        self.settle()
        counted = {str(path): content_holds(path, words) for path in self.files()}
        return {path: count for path, count in counted.items() if count}

    def settle(self) -> None:
        if self.engine == "postgresql":
            self.databases.postgres.psql("CHECKPOINT")

    def sampled(self) -> bool:
        """Whether PostgreSQL keeps samples of the words: it compresses them, so they are asked for, not searched for."""
        shown = "SELECT coalesce(histogram_bounds::text, '') || coalesce(most_common_vals::text, '') FROM pg_stats"
        return self.engine == "postgresql" and any(word in self.psql(shown) for word in WORDS)

    def name(self) -> str:
        return self.url.removeprefix("postgresql://postgres@/").partition("?")[0]

    def psql(self, statement: str) -> str:
        return self.databases.postgres.psql(statement, self.name())


def content_holds(path: Path, words: Iterable[str]) -> int:
    try:
        content = path.read_bytes()
    except FileNotFoundError:  # PostgreSQL took it away meanwhile
        return 0
    return sum(word.encode() in content for word in words)


@asynccontextmanager
async def written(databases: Databases, engine: EngineName) -> AsyncIterator[Store]:
    """A session that has ended, with a hundred cards, and another one that goes on, whose card stands behind them."""
    store = Store(databases, engine)
    try:
        await open_session(store.database, "s1")
        await create_session(store.database, new_session("s2"))
        await _write(store.database, S1, CARDS, OTHERS)
        await _write(store.database, LATER, ("a card that stays",), ("a note that stays",), ended=False)
        await save_themes(store.database, S1, (ThemesOf(stage=1, themes=(OTHERS[2],)),))
        if engine == "postgresql":
            store.psql("ANALYZE")
        assert store.found(), "the scan reads nothing"
        yield store
    finally:
        await store.database.dispose()


async def _write(
    database: Database, session_id: SessionId, cards: Iterable[str], texts: tuple[str, ...], *, ended: bool = True
) -> None:
    async with writing(database, session_id, after=0, epoch=1) as batch:
        beside = dict(zip(CARDS, BESIDE, strict=True))
        said = [CardWords(words, Aside(veils=("loss",), note=beside.get(words, ""))) for words in cards]
        batch.add_cards([(CardId(f"{number:032x}"), words, "note-key") for number, words in enumerate(said)])
        for number, (kind, words) in enumerate(zip(("note", "line"), texts, strict=False)):
            batch.add_text(TextId(f"{kind}-{number}"), kind, words)
        batch.add([Recorded(1, CommandId("c1"), 1000, SessionEnded() if ended else DoorLocked())])
        await batch.commit()


@pytest.mark.parametrize("how", ["sign", "unsigned", "cards", "events"])
async def test_g_a8_after_erasure_no_file_holds_a_card(databases: Databases, engine_name: EngineName, how: str) -> None:
    async with written(databases, engine_name) as store:
        match how:
            case "sign":
                await sign(store.database, S1, NUMBERS, (), 0)
            case "unsigned":
                assert await publish_unsigned(store.database, S1, NUMBERS)
            case "cards":
                assert await erase_cards(store.database, S1)
            case _:
                assert await erase_events(store.database, S1)
        assert store.found() == {}
        assert not store.sampled()
        assert store.found(["a card that stays"])


async def test_g_a8_after_erasing_a_signed_session_no_file_holds_its_themes(
    databases: Databases, engine_name: EngineName
) -> None:
    async with written(databases, engine_name) as store:
        for version, theme in enumerate(("canary-first-qzz", OTHERS[2])):
            await sign(store.database, S1, NUMBERS, (ThemesOf(stage=1, themes=(theme,)),), version)
        if engine_name == "postgresql":
            store.psql("ANALYZE")
        assert store.found(["canary-first-qzz", OTHERS[2]])
        assert await erase_session(store.database, S1)
        assert store.found([*WORDS, "canary-first-qzz"]) == {}
        assert not store.sampled()


async def test_g_a8_after_erasing_a_programme_no_file_holds_its_people_and_agreements(
    databases: Databases, engine_name: EngineName
) -> None:
    alias, line, sealed = words = ("canary-alias-qzz", "canary-carried-qzz we promise", "canary-sealed-qzz")
    async with written(databases, engine_name) as store:
        await create_programme(store.database, ORGANIZATION, "p1", "Tuesdays", "twelve-weeks", 1)
        for number, session_id in enumerate(("s3", "s4"), start=1):
            # The second one begins with what the first one agreed on.
            await create_session(
                store.database, structs.replace(new_session(session_id), programme_id="p1", programme_number=number)
            )
            async with writing(store.database, SessionId(session_id), after=0, epoch=1) as batch:
                if number == 1:
                    batch.add_member("m1", "hash", alias)
                batch.add_apart("x1", sealed)
                batch.carry_over({}, (line,))
                batch.add([Recorded(1, CommandId("c1"), 1000, SessionEnded())])
                await batch.commit()
        if engine_name == "postgresql":
            store.psql("ANALYZE")
            shown = store.psql(
                "SELECT coalesce(histogram_bounds::text, '') || coalesce(most_common_vals::text, '') FROM pg_stats"
            )
            assert "canary-alias" not in shown and "canary-carried" not in shown and "canary-sealed" not in shown
        assert all(store.found([word]) for word in words), "the scan reads nothing"
        assert await erase_programme(store.database, "p1")
        assert store.found(words) == {}


async def test_g_a8_after_erasing_a_session_no_file_holds_what_was_carried_into_it(
    databases: Databases, engine_name: EngineName
) -> None:
    async with written(databases, engine_name) as store:
        async with store.database.changing() as connection:
            await connection.execute(update(session).where(session.c.id == S1).values(carried='["canary-carried-qzz"]'))
        assert store.found(["canary-carried-qzz"])
        assert await erase_events(store.database, S1)
        assert store.found(["canary-carried-qzz"]) == {}


def test_g_a8_the_mutant_that_only_deletes_is_caught_on_sqlite(tmp_path: Path) -> None:
    """Without `secure_delete`, as SQLite is by default, the file keeps what was deleted."""
    path = tmp_path / "mutant.db"
    mutant = sqlite3.connect(path)
    mutant.execute("PRAGMA secure_delete = OFF")
    mutant.execute("CREATE TABLE card (text TEXT)")
    mutant.executemany("INSERT INTO card VALUES (?)", [(words,) for words in CARDS])
    mutant.commit()
    mutant.execute("DELETE FROM card")
    mutant.commit()
    mutant.close()
    assert content_holds(path, CARDS) > 0


async def test_g_a8_the_mutant_that_leaves_the_log_is_caught_on_sqlite(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with written(databases, "sqlite") as store:
        monkeypatch.setattr(erasure, "_truncate_log", _nothing)
        await erase_cards(store.database, S1)
        assert [path for path in store.found() if path.endswith("-wal")]


async def _nothing(_database: Database, *_tables: object) -> None:
    """What a mutant does to clean the files."""


@pytest.mark.parametrize("instead", ["", "VACUUM card"])
async def test_g_a8_the_mutants_that_delete_or_vacuum_are_caught_on_postgresql(
    databases: Databases, monkeypatch: pytest.MonkeyPatch, instead: str
) -> None:
    async with written(databases, "postgresql") as store:
        monkeypatch.setattr(erasure, "_rewrite_tables", _nothing)
        await erase_cards(store.database, S1)
        if instead:
            store.psql(instead)
        assert store.found(CARDS)


async def test_g_a8_the_mutant_that_lets_words_be_sampled_is_caught_on_postgresql(databases: Databases) -> None:
    """ANALYZE, which runs by itself, keeps samples of values: erasing the rows does not reach them."""
    async with written(databases, "postgresql") as store:
        store.psql("ALTER TABLE card ALTER COLUMN text SET STATISTICS 100")
        store.psql("ANALYZE card")
        await erase_cards(store.database, S1)
        assert store.sampled()


async def test_g_a8_cleaning_waits_for_whoever_still_sees_the_cards(
    databases: Databases, engine_name: EngineName, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that began before would make VACUUM FULL, or SQLite's log, keep them. Housekeeping makes up for it."""
    monkeypatch.setattr(erasure, "CLEAN_SECONDS", 0.3)
    async with written(databases, engine_name) as store:
        reader = open_database(store.url)
        async with reader.transaction() if engine_name == "postgresql" else _read_transaction(reader) as (connection, _):
            if engine_name == "postgresql":
                await connection.execute(sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            await connection.execute(select(session.c.id))
            assert await erase_cards(store.database, S1)
            assert store.found()
        await reader.dispose()
        assert await clean_residue(store.database)
        assert store.found() == {}


@asynccontextmanager
async def _read_transaction(reader: Database) -> AsyncIterator[tuple[AsyncConnection, None]]:
    async with reader.reading() as connection:
        await connection.exec_driver_sql("BEGIN")
        yield connection, None
