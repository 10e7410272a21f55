"""An open question about a line: told at once, as a yes or no, and kept while it is not known to be settled."""

import random

import pytest

from tests import ends
from tests.engines import Databases, open_session
from tests.realtime.circle_plans import of_kinds
from tests.realtime.tapping import LISTENED, Group, group
from workshop.domain import commands as c
from workshop.domain.events import LinesQuestioned
from workshop.domain.words import LineId, SessionId
from workshop.records.engine import open_database

__all__ = ["group"]


async def test_an_open_question_is_told_at_once_and_only_as_a_yes_or_no(group: Group) -> None:
    await group.tap(5, "question:start-1")
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-1"),)]
    await group.tap(0, "question:start-1")
    assert len(await group.facts(LinesQuestioned)) == 1
    await group.tap(5)
    assert len(await group.facts(LinesQuestioned)) == 1
    await group.tap(0)
    assert [one.lines for one in await group.facts(LinesQuestioned)][1:] == [()]
    assert await group.shown() == []


@pytest.mark.parametrize("place", [0, 1])
async def test_a_line_with_an_open_question_on_another_node_is_not_kept(group: Group, place: int) -> None:
    await group.tap(5, "question:start-1")
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-1"),)), place=place) == "line_questioned"
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-0"),)), place=place) is None
    await group.tap(5)
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-1"),)), place=place) is None


async def test_a_node_that_opens_the_session_later_takes_no_question_for_settled(databases: Databases) -> None:
    """It knows nobody's taps yet: neither what the other node holds nor what the phones bring anew."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=of_kinds("agree", "wall"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            group = Group(there)
            await group.begin()
            await group.tap(0, "question:start-0")
        async with ends.world(database, SessionId("s1"), random.Random(2)) as there:
            again = Group(there)
            again.chance = random.Random(8)  # other command ids: the same ones are done already
            await again.told()
            assert [one.lines for one in await again.facts(LinesQuestioned)] == [(LineId("start-0"),)]
            assert await again.do(c.AdoptLines(run=1, lines=(LineId("start-0"),)), place=1) == "line_questioned"
            await again.later(LISTENED)
            assert [one.lines for one in await again.facts(LinesQuestioned)] == [(LineId("start-0"),), ()]
    finally:
        await database.dispose()
