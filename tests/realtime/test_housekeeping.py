"""What lapses by itself: tickets, cards that nobody signed in time, events at retention. And the command that erases at once."""

import time
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from realtime.cli import main
from realtime.housekeeping import keep_house
from tests import nodes
from tests.command_line import holdspace, is_plain
from tests.domain.given import WALL, Story, written
from tests.engines import ORGANIZATION, run_in_own_loop
from tests.records.test_erasure import played, stored
from workshop.domain.commands import EndSession
from workshop.domain.published import ABANDONED_MS, CARDS_LIVE_MS, DAY_MS, NEVER_OPENED_MS
from workshop.domain.words import CommandId, SessionId
from workshop.records.engine import Database
from workshop.records.ledger import writing
from workshop.records.migrate import migrate
from workshop.records.reading import Recorded, read_cards, read_events
from workshop.records.sessions import (
    NewSession,
    SessionRow,
    create_organization,
    create_session,
    session_by_id,
    set_help_page,
)
from workshop.records.summaries import latest
from workshop.records.tables import session
from workshop.records.tickets import spend_ticket


async def an_evening(database: Database, *, ended: bool = True, state: Literal["scheduled", "live"] = "live") -> SessionRow:
    """A session of nine people that has ended, with five cards that nobody signed. `state`: planned only, nothing in it yet."""
    story = Story().people(9).open(WALL)
    story.close(written(5))
    if ended:
        story.do(EndSession())
    settings = story.session.settings
    await create_organization(database, settings.organization_id, "Harbour")
    await set_help_page(database, settings.organization_id, nodes.HELP, 0)
    await create_session(database, NewSession(settings=settings, plan=story.session.plan, origin_ms=0, created_ms=0, state=state))
    if state == "scheduled":
        return await found(database, settings.id)
    async with writing(database, settings.id, after=0, epoch=1) as batch:
        batch.add_cards([(card, "a hope", "note-key") for card in story.session.cards])
        batch.add([Recorded(seq, CommandId(f"c{seq}"), at, fact) for seq, (fact, at) in enumerate(story.log, start=1)])
        await batch.commit()
    return await found(database, settings.id)


async def found(database: Database, session_id: SessionId) -> SessionRow:
    row = await session_by_id(database, session_id)
    assert row is not None
    return row


async def cards_of(database: Database, row: SessionRow) -> int:
    """Cards that are there still."""
    story = Story().people(9).open(WALL)
    story.close(written(5))
    return len(await read_cards(database, row.settings.id, story.session.cards))


async def test_cards_that_nobody_signed_in_a_day_go_and_only_the_numbers_are_published(database: Database) -> None:
    row = await an_evening(database)
    assert row.ended_ms is not None
    await keep_house(database, row.ended_ms + CARDS_LIVE_MS - 1)
    assert await cards_of(database, row) == 5
    assert await latest(database, row.settings.id) is None
    await keep_house(database, row.ended_ms + CARDS_LIVE_MS)
    assert await cards_of(database, row) == 0
    published = await latest(database, row.settings.id)
    assert published is not None
    assert (published.version, published.signed_ms, published.themes, published.summary.people) == (1, None, (), "8-11")
    assert "no_themes" in {one.reason for one in published.summary.left_out}
    await keep_house(database, row.ended_ms + CARDS_LIVE_MS)
    assert (await found(database, row.settings.id)).summary_version == 1


async def test_events_go_at_retention_and_what_was_published_stays(database: Database) -> None:
    row = await an_evening(database)
    assert row.ended_ms is not None
    await keep_house(database, row.ended_ms + CARDS_LIVE_MS)
    assert await read_events(database, row.settings.id)
    erased_ms = (await found(database, row.settings.id)).cards_erased_ms
    assert erased_ms is not None
    await keep_house(database, erased_ms + row.retention_days * DAY_MS)
    assert await read_events(database, row.settings.id) == []
    after = await found(database, row.settings.id)
    assert (after.state, after.summary_version) == ("erased", 1)


async def test_cards_go_even_where_the_numbers_cannot_be_computed(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    row = await played(database)  # keeps a line without a stage: no replay gets through that
    assert row.ended_ms is not None
    await keep_house(database, row.ended_ms + CARDS_LIVE_MS)
    after = await stored(database)
    assert after.cards_erased_ms is not None
    assert after.summary_version == 0
    assert "could not be computed" in caplog.text
    assert "words of" not in caplog.text


async def test_a_session_that_nobody_ended_is_ended_and_then_its_clocks_run(database: Database) -> None:
    """Nobody was there to end it; a day later its cards go, and its events at retention."""
    row = await an_evening(database, ended=False)
    last = (await read_events(database, row.settings.id))[-1].at
    await keep_house(database, last + ABANDONED_MS - 1)
    assert (await found(database, row.settings.id)).state == "live"
    await keep_house(database, last + ABANDONED_MS)
    ended = await found(database, row.settings.id)
    assert ended.state == "ended"
    assert ended.ended_ms is not None
    assert await cards_of(database, row) == 5
    await keep_house(database, ended.ended_ms + CARDS_LIVE_MS)
    assert await cards_of(database, row) == 0
    published = await latest(database, row.settings.id)
    assert published is not None
    assert published.summary.people == "8-11"
    erased_ms = (await found(database, row.settings.id)).cards_erased_ms
    assert erased_ms is not None
    await keep_house(database, erased_ms + row.retention_days * DAY_MS)
    assert (await found(database, row.settings.id)).state == "erased"


async def test_cards_of_practice_that_nobody_ended_go_too(database: Database) -> None:
    row = await an_evening(database, ended=False)
    async with database.changing() as connection:
        await connection.execute(update(session).values(practice=True))
    await keep_house(database, (await read_events(database, row.settings.id))[-1].at + ABANDONED_MS)
    ended = await found(database, row.settings.id)
    assert ended.ended_ms is not None
    await keep_house(database, ended.ended_ms + CARDS_LIVE_MS)
    assert await cards_of(database, row) == 0
    assert await latest(database, row.settings.id) is not None


async def test_a_session_that_nobody_opened_is_cancelled(database: Database) -> None:
    row = await an_evening(database, ended=False, state="scheduled")
    await keep_house(database, row.created_ms + NEVER_OPENED_MS)
    assert (await found(database, row.settings.id)).state == "cancelled"


async def test_tickets_that_lapsed_are_forgotten(database: Database) -> None:
    await create_organization(database, ORGANIZATION, "Harbour")
    assert await spend_ticket(database, ORGANIZATION, "old", 1)
    await keep_house(database, round(time.time() * 1000))
    assert await spend_ticket(database, ORGANIZATION, "old", 1)


# --- holdspace erase


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A data folder with the session s1 in it."""
    url = f"sqlite:///{tmp_path / 'holdspace.db'}"
    migrate(url)
    run_in_own_loop(url)
    return tmp_path


def asked(folder: Path, *words: str, typed: str = "") -> tuple[int, str]:
    environment = {"HOLDSPACE_DATA": str(folder)}
    done = CliRunner().invoke(main, ["erase", *words], env=environment, input=typed)
    return done.exit_code, done.output


@pytest.mark.parametrize("name", ["s1", "CODE-s1"])
def test_a_session_is_erased_once_its_code_is_typed(kept: Path, name: str) -> None:
    code, said = asked(kept, name, typed="CODE-s1\n")
    assert code == 0, said
    assert "Nothing" in said and "for good" in said
    assert said.rstrip().endswith("for as long as you keep those.")
    code, said = asked(kept, "s1", "--yes")
    assert "(erased, code" in said


def test_another_code_erases_nothing(kept: Path) -> None:
    code, said = asked(kept, "s1", typed="CODE-s2\n")
    assert code == 1
    assert "Nothing was changed." in said
    assert "(live, code" in asked(kept, "s1", typed="\n")[1]


def test_erasing_without_asking_is_an_option(kept: Path) -> None:
    code, said = asked(kept, "CODE-s1", "--yes")
    assert code == 0
    assert "Type its code" not in said


def test_a_session_that_is_not_there_is_said(kept: Path) -> None:
    is_plain(*holdspace("erase", "NOBODY", data=kept), "no session NOBODY", "Nothing was changed")
