"""Words and facts are read one after the other: what changes in between is never shown half."""

from collections.abc import Iterable

import pytest

from realtime import texts
from realtime.room import SYSTEM
from tests import ends
from tests.realtime.tapping import Group, group
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.asides import CardWords
from workshop.domain.parts import WallView
from workshop.domain.words import CardId, SessionId
from workshop.records.engine import Database
from workshop.records.reading import read_cards

__all__ = ["group"]


async def test_g_m1_words_that_came_between_reading_facts_and_words_are_not_shown(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A node reads the session anew; while it does, the author of a card on the wall finds other words on the other node."""
    card = (await group.wall())[0]
    here, there = group.there.rooms[1], group.there.rooms[0]
    rewritten: list[CardId] = []

    async def meanwhile(database: Database, session_id: SessionId, ids: Iterable[CardId]) -> dict[CardId, CardWords]:
        if not rewritten:
            rewritten.append(card)
            await there.wish(ends.command_id(group.chance), c.RewriteCard(card=card, text="UNREAD"), SYSTEM)
        return await read_cards(database, session_id, list(ids))

    monkeypatch.setattr(texts, "read_cards", meanwhile)
    await here.reload()
    stage = views.shared(here.session, here.texts).stage
    assert stage is not None
    assert isinstance(stage.body, WallView)
    assert rewritten == [card]
    assert here.seq == there.seq
    assert "UNREAD" not in [shown.text for shown in stage.body.cards]


async def test_words_leave_the_memory_of_every_node_when_the_session_ends(group: Group) -> None:
    cards = await group.wall()
    for room in group.there.rooms:
        assert {f"Card {number}" for number in range(7)} <= set(room.texts.values())
        assert views.card_ids(room.session) == frozenset(cards)
    assert await group.do(c.EndSession()) is None
    for room in group.there.rooms:
        assert not any(words.startswith("Card") for words in room.texts.values())
        assert views.card_ids(room.session) == frozenset()
        console = views.console(room.session, room.texts, views.Signs())
        assert console.queue == ()
