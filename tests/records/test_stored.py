"""What a page says is stored is what the database holds, for every table there is."""

import pytest
from sqlalchemy import Integer, Table, func, insert, select, update

from tests.engines import ORGANIZATION, open_session
from tests.records.in_programme import P1, S1, first_session
from tests.records.test_erasure import played, stored
from workshop.domain.decider import NewText
from workshop.domain.stored import STORED
from workshop.domain.words import SessionId
from workshop.records import erasure, tables
from workshop.records.engine import Database
from workshop.records.erasure import clean_residue, erase_events, erase_session
from workshop.records.errors import DatabaseBusy
from workshop.records.stored import ALSO, ROWS, Stored, stored_of
from workshop.records.summaries import THEMES

TEXT_KINDS = {"alias", "care", "line", "note", "themes"}


def test_g_a11_every_table_has_its_line() -> None:
    """A new table: say in `workshop.domain.stored` what it is, who reads it and when it goes, and in `workshop.records.stored` which
    rows of it are a session's."""
    known = {rows.table.name for rows in (*ROWS.values(), *ALSO.values())}
    assert known == set(tables.metadata.tables)
    assert set(ROWS) == set(STORED)


def test_g_a11_every_kind_of_text_has_its_line() -> None:
    """A new kind of row in `text`: give it a line as a new table would have."""
    written = NewText.__annotations__["kind"].__args__
    assert {*written, THEMES} == TEXT_KINDS
    said = {
        str(rows.which.compile(compile_kwargs={"literal_binds": True})) for rows in ROWS.values() if rows.table is tables.text
    }
    assert {kind for kind in TEXT_KINDS if any(f"'{kind}'" in one for one in said)} == TEXT_KINDS
    assert len(said) == len(TEXT_KINDS)


async def now(database: Database, session_id: str = "s1") -> Stored:
    found = await stored_of(database, SessionId(session_id))
    assert found is not None
    return found


async def one_of_everything(database: Database) -> None:
    """Every table has rows of this session or of what it belongs to, and each also of others."""
    await first_session(database)
    async with database.changing() as connection:
        for number, table in enumerate(tables.metadata.sorted_tables, start=2):
            if table in (tables.session, tables.organization, tables.programme):
                continue
            for of in range(number):
                await connection.execute(insert(table).values(_row(table, of, "s1", P1)))
            others = _row(table, number, "alone", P1 if "session_id" in table.c or "scope" in table.c else "other")
            if "programme_id" not in table.c:
                await connection.execute(insert(table).values(others | ({"scope": "alone"} if "scope" in table.c else {})))
        for kind in sorted(TEXT_KINDS):
            values = _row(tables.text, 50, "s1", P1) | {"id": f"of-{kind}", "kind": kind}
            await connection.execute(insert(tables.text).values(values))


def _row(table: Table, number: int, session_id: str, programme_id: str) -> dict[str, object]:
    """Something in every column that may not be empty."""
    known = {"organization_id": ORGANIZATION, "session_id": session_id, "programme_id": programme_id, "scope": session_id}
    row: dict[str, object] = {}
    for column in table.c:
        if column.name in known:
            row[column.name] = known[column.name]
        elif not column.nullable:
            whole = isinstance(column.type, Integer)
            row[column.name] = 100 + number if whole else f"{session_id}-{column.name}-{number}"
    row |= {"kind": "note"} if table is tables.text else {}
    return row | dict.fromkeys({"approved", "nameable"} & row.keys(), True) | ({"role": "screen"} if "role" in row else {})


async def test_g_a11_the_counts_are_those_of_the_database(database: Database) -> None:
    await one_of_everything(database)
    counts = (await now(database)).counts
    async with database.reading() as connection:
        for name, table in tables.metadata.tables.items():
            if name in ("apart", "met"):  # both are in one kind: looked at together below
                continue
            wanted = select(func.count()).select_from(table)
            if "session_id" in table.c:
                wanted = wanted.where(table.c.session_id == S1)
            elif name == "session":
                wanted = wanted.where(table.c.id == S1)
            there = await connection.scalar(wanted) or 0
            said = sum(counts[kind] for kind, rows in ROWS.items() if rows.table is table)
            assert (name, said) == (name, there)
        met = await connection.scalar(select(func.count()).select_from(tables.met)) or 0
        apart = tables.apart
        of_programme = await connection.scalar(select(func.count()).select_from(apart).where(apart.c.scope == P1)) or 0
        of_session = await connection.scalar(select(func.count()).select_from(apart).where(apart.c.scope == S1)) or 0
    assert of_session > 0 and of_programme > 0 and met > 0
    assert (counts["programme_met"], counts["apart"]) == (met + of_programme, of_session)


async def test_a_session_that_does_not_exist_has_nothing(database: Database) -> None:
    await open_session(database)
    assert await stored_of(database, SessionId("nowhere")) is None


async def test_g_a11_erased_is_said_when_the_files_are_clean_and_not_before(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await played(database)
    assert (await now(database)).state == "over"

    async def busy(*_: object) -> None:
        raise DatabaseBusy

    name = "_truncate_log" if database.dialect == "sqlite" else "_rewrite_tables"
    clean = getattr(erasure, name)
    monkeypatch.setattr(erasure, name, busy)
    assert await erase_events(database, SessionId("s1"))
    waiting = await now(database)
    assert (waiting.state, waiting.erased_ms) == ("erasing", None)
    monkeypatch.setattr(erasure, name, clean)
    assert await clean_residue(database), "whoever starts next finishes it"
    done = await now(database)
    assert done.state == "erased"
    assert done.erased_ms is not None
    left = {kind for kind, count in done.counts.items() if count and STORED[kind].of == "session"}
    assert left == {"links", "session"}


async def test_erasing_twice_says_the_first_moment(database: Database) -> None:
    await played(database)
    assert await erase_events(database, SessionId("s1"))
    first = (await now(database)).erased_ms
    assert not await erase_events(database, SessionId("s1"))
    assert await erase_session(database, SessionId("s1"))
    assert (await now(database)).erased_ms == first
    assert (await now(database)).counts["links"] == 0


async def test_cleaning_what_was_signed_does_not_say_that_it_was_erased(database: Database) -> None:
    await played(database)
    async with database.changing() as connection:
        await connection.execute(update(tables.session).values(residue=True))
    assert await clean_residue(database)
    assert (await stored(database)).state == "ended"
    assert (await now(database)).erased_ms is None
