"""What is taken away, what stays, and that several nodes do it once."""

import asyncio

import pytest
from sqlalchemy import func, insert, select, update

from tests.engines import ORGANIZATION, open_session
from workshop.domain.events import CardWithdrawn, LineHidden, LinesKept, SessionEnded
from workshop.domain.published import CARDS_LIVE_MS, DAY_MS, Summary
from workshop.domain.words import CardId, CommandId, LineId, NodeId, SeatId, SessionId, TextId
from workshop.records import erasure
from workshop.records.attached import attach
from workshop.records.card_rows import columns_of
from workshop.records.engine import Database
from workshop.records.erasure import (
    clean_residue,
    due_for_card_erasure,
    due_for_event_erasure,
    due_without_trace,
    erase_cards,
    erase_events,
    erase_session,
)
from workshop.records.errors import SessionGone
from workshop.records.ledger import writing
from workshop.records.links import add_link, find_link
from workshop.records.reading import Recorded
from workshop.records.sessions import SessionRow, SessionState, session_by_id
from workshop.records.summaries import publish_unsigned, save_themes, sign
from workshop.records.tables import attached, card, event, metadata, seat, session, summary, text

S1 = SessionId("s1")
ERASED: frozenset[SessionState] = frozenset({"erased"})
NUMBERS = Summary(title="Nothing", minutes=75, people="8-11", activities=(), left_out=())


async def played(database: Database, *, ended: bool = True) -> SessionRow:
    """A session with one row of everything, and two lines of which one is kept."""
    await open_session(database)
    await add_link(database, S1, "facilitator", "hash")
    await attach(database, S1, NodeId("n1"))
    lines = (LineId("line-kept"), LineId("line-hidden"))
    facts: list[LinesKept | LineHidden | SessionEnded] = [
        LinesKept(run=1, lines=lines),
        LineHidden(run=1, line=LineId("line-hidden")),
    ]
    facts += [SessionEnded()] if ended else []
    async with writing(database, S1, after=0, epoch=1) as batch:
        for kind in ("alias", "note", "themes", "care"):
            batch.add_text(TextId(f"{kind}:1"), kind, f"words of {kind}")
        for line in ("line-kept", "line-hidden", "line-not"):
            batch.add_text(TextId(line), "line", f"words of {line}")
        batch.add_seat(SeatId("seat-1"), TextId("alias:1"), "key-hash")
        batch.add_cards([(CardId("card-1"), "words of a card", "note-key")])
        batch.add([Recorded(seq, CommandId(f"c{seq}"), 1000 * seq, fact) for seq, fact in enumerate(facts, start=1)])
        await batch.commit()
    return await stored(database)


async def stored(database: Database) -> SessionRow:
    row = await session_by_id(database, S1)
    assert row is not None
    return row


async def texts(database: Database) -> set[str]:
    async with database.reading() as connection:
        return set(await connection.scalars(select(text.c.id)))


async def rows(database: Database) -> dict[str, int]:
    """Tables of a session that have rows."""
    async with database.reading() as connection:
        tables = [table for table in metadata.sorted_tables if "session_id" in table.c]
        counted = {table.name: await connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}
    return {name: count for name, count in counted.items() if count}


async def changed(database: Database, **values: object) -> None:
    async with database.changing() as connection:
        await connection.execute(update(session).values(**values))


async def test_who_asked_for_a_person_is_forgotten_when_the_session_ends(database: Database) -> None:
    await played(database, ended=False)
    assert "care:1" in await texts(database)
    async with writing(database, S1, after=2, epoch=1) as batch:
        batch.add([Recorded(3, CommandId("c3"), 3000, SessionEnded())])
        await batch.commit()
    row = await stored(database)
    assert row.state == "ended"
    assert row.ended_ms is not None
    assert "care:1" not in await texts(database)


async def test_cards_go_with_notes_drafts_and_lines_that_nobody_kept(database: Database) -> None:
    await played(database)
    assert await erase_cards(database, S1)
    assert await texts(database) == {"alias:1", "line-kept"}
    assert "card" not in await rows(database)
    row = await stored(database)
    assert row.cards_erased_ms is not None
    assert (row.state, row.epoch, row.head) == ("ended", 1, 3)
    assert not await erase_cards(database, S1)


async def test_cards_of_a_session_that_goes_on_stay(database: Database) -> None:
    await played(database, ended=False)
    assert not await erase_cards(database, S1)
    assert not await erase_events(database, S1)
    assert (await rows(database))["card"] == 1


async def test_g_r2_events_go_with_everything_but_the_row_and_what_was_published(database: Database) -> None:
    await played(database)
    await sign(database, S1, NUMBERS, (), 0)
    assert await erase_events(database, S1)
    assert await rows(database) == {"link": 1, "summary": 1}
    row = await stored(database)
    assert (row.state, row.epoch, row.plan.title, row.summary_version) == ("erased", 2, "Nothing", 1)
    assert await find_link(database, "hash") is None
    assert await find_link(database, "hash", states=ERASED) is not None
    assert not await erase_events(database, S1)
    with pytest.raises(SessionGone):
        async with writing(database, S1, after=3, epoch=1):
            pass


@pytest.mark.parametrize("ended", [True, False])
async def test_g_r2_a_session_is_erased_at_once_in_any_state(database: Database, *, ended: bool) -> None:
    await played(database, ended=ended)
    if ended:
        await sign(database, S1, NUMBERS, (), 0)
    assert await erase_session(database, S1)
    assert await rows(database) == {}
    row = await stored(database)
    assert (row.state, row.epoch, row.plan.title, row.summary_version) == ("erased", 2, "Nothing", 0)
    assert not await erase_session(database, SessionId("nobody"))


async def test_cards_are_due_a_day_after_the_end_and_only_once(database: Database) -> None:
    row = await played(database)
    assert row.ended_ms is not None
    assert await due_for_card_erasure(database, row.ended_ms + CARDS_LIVE_MS - 1) == ()
    assert await due_for_card_erasure(database, row.ended_ms + CARDS_LIVE_MS) == (S1,)
    await erase_cards(database, S1)
    assert await due_for_card_erasure(database, row.ended_ms + CARDS_LIVE_MS) == ()


@pytest.mark.parametrize("days", [1, 90])
async def test_events_are_due_at_retention_after_signing(database: Database, days: int) -> None:
    await played(database)
    await changed(database, retention_days=days)
    assert await due_for_event_erasure(database, 10**15) == ()
    await sign(database, S1, NUMBERS, (), 0)
    row = await stored(database)
    assert row.signed_ms is not None
    assert await due_for_event_erasure(database, row.signed_ms + days * DAY_MS - 1) == ()
    assert await due_for_event_erasure(database, row.signed_ms + days * DAY_MS) == (S1,)


async def test_events_that_nobody_signs_go_too(database: Database) -> None:
    await played(database)
    await publish_unsigned(database, S1, NUMBERS)
    row = await stored(database)
    assert (row.state, row.signed_ms) == ("ended", None)
    assert row.cards_erased_ms is not None
    assert await due_for_event_erasure(database, row.cards_erased_ms + 7 * DAY_MS) == (S1,)


async def test_of_a_session_without_trace_nothing_is_published_and_what_its_node_left_is_due_at_once(database: Database) -> None:
    await played(database)
    await changed(database, retention_days=0)
    row = await stored(database)
    assert row.ended_ms is not None
    with pytest.raises(SessionGone):
        await sign(database, S1, NUMBERS, (), 0)
    with pytest.raises(SessionGone):
        await save_themes(database, S1, ())
    assert await due_without_trace(database, row.ended_ms - 1) == ()
    assert await due_without_trace(database, row.ended_ms) == (S1,)
    assert await erase_events(database, S1)
    assert await rows(database) == {"link": 1}
    assert await due_without_trace(database, row.ended_ms) == ()


async def test_a_session_with_a_trace_is_not_due_at_once(database: Database) -> None:
    row = await played(database)
    assert row.ended_ms is not None
    assert await due_without_trace(database, row.ended_ms) == ()


async def test_of_four_nodes_one_erases(database: Database) -> None:
    await played(database)
    assert sorted(await asyncio.gather(*(erase_cards(database, S1) for _ in range(4)))) == [False, False, False, True]
    assert sorted(await asyncio.gather(*(erase_events(database, S1) for _ in range(4)))) == [False, False, False, True]


async def test_what_a_lost_node_left_in_the_files_is_cleaned_by_the_next_one(database: Database) -> None:
    await played(database)
    assert not await clean_residue(database)
    await changed(database, residue=True)
    assert await clean_residue(database)
    assert not await clean_residue(database)


async def test_a_row_that_is_deleted_while_the_files_are_cleaned_waits_for_the_next_cleaning(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await played(database)
    await changed(database, residue=True)
    name = "_truncate_log" if database.dialect == "sqlite" else "_rewrite_tables"
    clean = getattr(erasure, name)

    async def and_then_somebody_deletes(cleaning: Database, *tables: object) -> None:
        await clean(cleaning, *tables)
        monkeypatch.setattr(erasure, name, clean)
        async with writing(database, S1, after=3, epoch=1) as batch:
            batch.delete_cards(["card-1"])
            batch.add([Recorded(4, CommandId("c4"), 4000, CardWithdrawn(card=CardId("card-1")))])
            await batch.commit()

    monkeypatch.setattr(erasure, name, and_then_somebody_deletes)
    assert await clean_residue(database)
    assert await clean_residue(database), "the mark of the second deletion was cleared by a cleaning that came before it"
    assert not await clean_residue(database)


async def test_other_sessions_keep_everything(database: Database) -> None:
    await played(database)
    names = ["organization_id", "session_id", "id"]
    async with database.changing() as connection:
        columns = [column for column in session.c if column.name not in ("id", "code")]
        copied = select(*columns, (session.c.id + "-other").label("id"), (session.c.code + "-other").label("code"))
        await connection.execute(insert(session).from_select([*(one.name for one in columns), "id", "code"], copied))
        row = dict(zip(names, (ORGANIZATION, "s1-other", "other"), strict=True))
        await connection.execute(insert(card).values(**row, note_key="k", **columns_of("other words")))
        await connection.execute(insert(text).values(**row, kind="note", text="other words"))
        await connection.execute(insert(seat).values(**row, alias="a", key_hash="k"))
    await erase_session(database, S1)
    assert await rows(database) == {"card": 1, "text": 1, "seat": 1}


def test_every_table_of_a_session_is_thought_of() -> None:
    """A new one must be given its moment in `erasure`."""
    known = {"attached", "card", "event", "link", "seat", "summary", "text"}
    assert {table.name for table in metadata.sorted_tables if "session_id" in table.c} == known
    assert {attached.name, event.name, summary.name} < known
