"""What a node does for all its sessions at once."""

import random
from collections.abc import Sequence

import pytest

from realtime.hub import Hub
from realtime.opening import open_session
from tests.ends import BusEnd, Clock, tools_of
from tests.engines import Databases
from tests.nodes import ORGANIZATION
from tests.plans import choice_plan
from tests.waiting import now_ms
from workshop.domain.words import NodeId, SessionId
from workshop.records.engine import Database, open_database
from workshop.records.migrate import upgrade
from workshop.records.reading import heads
from workshop.records.sessions import create_organization


async def test_a_session_opened_while_the_heads_are_asked_for_is_not_taken_for_gone(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = databases.fresh("sqlite")
    await upgrade(url)
    database = open_database(url)
    try:
        await create_organization(database, ORGANIZATION, "Harbour")
        opened = await open_session(database, choice_plan(), now_ms(), organization=ORGANIZATION, practice=True)
        one = Hub(tools_of(NodeId("node-a"), database, BusEnd(NodeId("node-a")), Clock(now_ms()), random.Random(0)))

        async def slowly(database: Database, session_ids: Sequence[SessionId]) -> dict[SessionId, tuple[int, int, str]]:
            found = await heads(database, session_ids)
            await one.room(opened.id)
            return found

        monkeypatch.setattr("realtime.hub.heads", slowly)
        await one._check_heads()
        room = await one.room(opened.id)
        assert room is not None
        assert not room.ended
        await one.close()
    finally:
        await database.dispose()
