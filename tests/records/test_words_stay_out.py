"""G-A3 for the records: what a person wrote is in no error, traceback or log, whatever the database said about its row."""

import logging
import traceback
from collections.abc import Callable
from typing import cast

import pytest

from tests.engines import Databases, open_session
from workshop.domain.words import CardId, SeatId, SessionId, TextId
from workshop.records.engine import Database, open_database
from workshop.records.errors import RecordConflict, RecordsError
from workshop.records.ledger import Writing, writing
from workshop.records.reading import read_cards

CANARY = "canary-7f3a the thing I never told anybody"
S1 = SessionId("s1")


def same_card_twice(batch: Writing) -> None:
    batch.add_cards([(CardId("a"), CANARY, CANARY), (CardId("a"), CANARY, CANARY)])


def same_seat_twice(batch: Writing) -> None:
    batch.add_seat(SeatId("p1"), TextId(CANARY), "hash")
    batch.add_seat(SeatId("p2"), TextId(CANARY), "hash")


def no_note_key(batch: Writing) -> None:
    batch.add_cards([(CardId("a"), CANARY, cast(str, None))])


def not_a_text(batch: Writing) -> None:
    batch.add_text(TextId("a"), "alias", cast(str, {CANARY: CANARY}))


def half_a_character(batch: Writing) -> None:
    batch.add_text(TextId("a"), "alias", CANARY + "\ud800")


@pytest.mark.parametrize("wrong", [same_card_twice, same_seat_twice, no_note_key, not_a_text, half_a_character])
async def test_g_a3_no_error_quotes_what_was_written(
    database_url: str, wrong: Callable[[Writing], None], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        database = open_database(database_url)
        await open_session(database)
        with pytest.raises(RecordsError) as refused:
            await _write(database, wrong)
        await database.dispose()
    error = refused.value
    told = [caplog.text, "".join(traceback.format_exception(error)), *map(repr, error.args), repr(vars(error))]
    assert not [one for one in told if "canary" in one]
    assert error.__context__ is None
    assert error.__cause__ is None


async def _write(database: Database, wrong: Callable[[Writing], None]) -> None:
    async with writing(database, S1, after=0, epoch=1) as batch:
        wrong(batch)
        await batch.commit()


async def test_g_a3_the_server_itself_writes_no_card_into_its_log(databases: Databases) -> None:
    database = open_database(databases.fresh("postgresql"))
    await open_session(database)
    with pytest.raises(RecordConflict, match="pk_card"):
        await _write(database, same_card_twice)
    await database.dispose()
    log = databases.postgres.log.read_text(errors="replace")
    assert "pk_card" in log
    assert CANARY not in log


async def test_g_a3_reading_and_writing_cards_logs_none_of_them(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        database = open_database(database_url)
        await open_session(database)
        await _write(database, lambda batch: batch.add_cards([(CardId("a"), CANARY, "k")]))
        assert await read_cards(database, S1, [CardId("a")]) == {"a": CANARY}
        await database.dispose()
    assert "canary" not in caplog.text
