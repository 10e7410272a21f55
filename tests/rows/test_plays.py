"""Activities of every kind and input, played on a real server from their templates alone; and that the plays can find something."""

import asyncio

import pytest

from realtime import wire
from tests.own_redis import own_redis
from tests.rows import table
from tests.rows.people import MARK, RowPhone
from tests.rows.run import marks_in_redis, run, stored_marks
from workshop.domain.answers import TextAnswer
from workshop.domain.parts import InputView
from workshop.domain.words import CardId
from workshop.library.loader import library, load_activity

SOME = (
    *("breath-pacer", "check-in", "fishbowl", "group-agreements", "interpersonal-inventory", "old-sentences", "one-two-four"),
    *("role-play", "security-steps", "style-map", "transition-timeline", "window-check", "yes-no-maybe"),
)
"""Whole library: `make rows`."""
PACE = 120.0
KINDS = {"guide", "tally", "wall", "journal", "rooms", "circle", "agree"}
INPUTS = {"text", "fields", "choice", "multi", "scale", "point", "order", "sort", "rings", "line"}


def quiet(line: str) -> None:
    pass


def test_every_kind_and_every_input_is_among_those_that_are_played_here() -> None:
    stages = [stage for name in SOME for stage in load_activity(name).stages]
    assert {stage.kind for stage in stages} == KINDS
    inputs = [type(stage.input) for stage in stages if stage.input is not None]
    assert {one.__struct_config__.tag for one in inputs} == INPUTS


async def test_activities_of_every_kind_are_played_as_their_templates_say() -> None:
    outcome = await run(SOME, quiet, PACE)
    assert outcome.failures == []
    assert set(outcome.played) == set(SOME)


async def test_a_word_of_a_private_page_that_a_phone_sends_is_found_and_goes_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    finish = RowPhone.finish_page

    async def leaks(phone: RowPhone, stage_run: int, asked: InputView) -> None:
        leaked = TextAnswer(text=f"{MARK} and not for you", card=CardId("0" * 32), note_key="0" * 64)
        await phone.send(wire.GiveAnswer(run=stage_run, counter=1, answer=leaked))
        await finish(phone, stage_run, asked)

    monkeypatch.setattr(RowPhone, "finish_page", leaks)
    outcome = await run(["quiet-page"], quiet, PACE)
    assert "quiet-page: words of a private page travelled" in outcome.failures
    # The server takes none of it: not into the database, its log or Redis.
    assert all("not taken" in one for one in outcome.failures if "travelled" not in one), outcome.failures


async def test_a_mark_in_redis_is_seen_while_it_passes_and_when_it_stays() -> None:
    async with own_redis() as redis:
        watching = asyncio.create_task(marks_in_redis(redis))
        while not watching.done():  # the watch begins on its own connection
            await redis.ask("PUBLISH", "somewhere", f"a {MARK} word")
        assert await watching
        assert not await stored_marks(redis)
        await redis.ask("SET", "kept", f"a {MARK} word")
        assert await stored_marks(redis)


def test_the_table_of_the_rows_is_the_one_of_this_library_with_everything_played() -> None:
    written = table.written_table(dict.fromkeys(library().activity_ids(), True))
    assert table.ROWS.read_text(encoding="utf-8") == written
    assert written.count(" | yes | ") == 62 + 5


def test_a_row_is_not_played_while_one_of_its_activities_is_not() -> None:
    sound = dict.fromkeys(library().activity_ids(), True)
    assert len(table.played_rows(sound)) == 62
    assert set(table.played_rows(sound)) - set(table.played_rows(sound | {"grounding-senses": False})) == {"S09", "S21"}
