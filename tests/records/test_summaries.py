"""Drafts of themes, signed versions, and the numbers that nobody signed."""

import pytest

from tests.engines import open_session
from tests.records.test_erasure import NUMBERS, S1, played, rows, stored, texts
from workshop.domain.events import DoorLocked, SessionEnded
from workshop.domain.published import LeftOut, PublishedActivity, PublishedStage, Summary, ThemesOf
from workshop.domain.words import CommandId, SessionId
from workshop.records.engine import Database
from workshop.records.errors import SessionGone, StaleVersion
from workshop.records.ledger import writing
from workshop.records.reading import Recorded
from workshop.records.summaries import SignedSummary, drafted_themes, latest, publish_unsigned, save_themes, sign, summary_of

FIRST = ThemesOf(stage=3, themes=("being heard", "małe kroki"))
OTHER = ThemesOf(stage=11, themes=("time",))
STAGE = PublishedStage(stage=3, title="A hope", form="themes", themes=FIRST.themes)
SUMMARY = Summary(
    title="First circle",
    minutes=75,
    people="8-11",
    activities=(PublishedActivity(title="Hopes", stages=(STAGE,)),),
    left_out=(LeftOut(activity="Hopes", stage="Reasons", reason="below_floor"),),
)


async def test_drafts_are_read_as_they_were_saved(database: Database) -> None:
    await played(database)
    assert await drafted_themes(database, SessionId("other")) == ()
    await save_themes(database, S1, (OTHER, FIRST))
    assert await drafted_themes(database, S1) == (FIRST, OTHER)
    await save_themes(database, S1, (FIRST,))
    assert await drafted_themes(database, S1) == (FIRST,)
    await save_themes(database, S1, ())
    assert await drafted_themes(database, S1) == ()


async def test_signing_publishes_erases_the_cards_and_leaves_no_draft(database: Database) -> None:
    await played(database)
    await save_themes(database, S1, (FIRST,))
    assert await latest(database, S1) is None
    assert await sign(database, S1, SUMMARY, (FIRST,), 0) == 1
    row = await stored(database)
    assert (row.state, row.summary_version) == ("signed", 1)
    assert row.signed_ms is not None
    assert await latest(database, S1) == SignedSummary(SUMMARY, (FIRST,), 1, row.signed_ms)
    assert "card" not in await rows(database)
    assert await texts(database) == {"alias:1", "line-kept"}


async def test_themes_are_corrected_by_a_new_version_only(database: Database) -> None:
    await played(database)
    await sign(database, S1, SUMMARY, (FIRST,), 0)
    first = await stored(database)
    with pytest.raises(StaleVersion) as refused:
        await sign(database, S1, NUMBERS, (), 0)
    assert refused.value.version == 1
    await save_themes(database, S1, (OTHER,))
    assert await sign(database, S1, NUMBERS, (OTHER,), 1) == 2
    second = await latest(database, S1)
    assert second is not None
    assert (second.summary, second.themes, second.version) == (NUMBERS, (OTHER,), 2)
    assert (await stored(database)).signed_ms == first.signed_ms
    assert await drafted_themes(database, S1) == ()
    assert (await rows(database))["summary"] == 2


async def test_a_version_that_is_refused_leaves_the_cards(database: Database) -> None:
    await played(database)
    with pytest.raises(StaleVersion):
        await sign(database, S1, SUMMARY, (), 1)
    assert (await rows(database))["card"] == 1
    assert await latest(database, S1) is None


async def test_nothing_is_published_of_a_session_that_goes_on(database: Database) -> None:
    row = await open_session(database)
    for work in (
        save_themes(database, S1, (FIRST,)),
        sign(database, S1, SUMMARY, (), 0),
        publish_unsigned(database, S1, SUMMARY),
        summary_of(database, row),
    ):
        with pytest.raises(SessionGone):
            await work


async def test_numbers_that_nobody_signed_can_be_signed_later(database: Database) -> None:
    await played(database)
    await save_themes(database, S1, (FIRST,))
    assert await publish_unsigned(database, S1, NUMBERS)
    assert await latest(database, S1) == SignedSummary(NUMBERS, (), 1, None)
    assert not await publish_unsigned(database, S1, NUMBERS)
    assert await drafted_themes(database, S1) == ()
    assert await sign(database, S1, SUMMARY, (FIRST,), 1) == 2


async def test_the_summary_is_computed_from_the_events(database: Database) -> None:
    opened = await open_session(database)
    facts = [Recorded(1, CommandId("c1"), 60_000, DoorLocked()), Recorded(2, CommandId("c2"), 120_000, SessionEnded())]
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add(facts)
        await batch.commit()
    with pytest.raises(SessionGone):
        await summary_of(database, opened)
    assert await summary_of(database, await stored(database)) == Summary(
        title="Nothing", minutes=0, people=None, activities=(), left_out=()
    )


def test_no_repr_holds_a_theme() -> None:
    signed = SignedSummary(SUMMARY, (FIRST,), 1, None)
    assert "being heard" not in repr(signed)
