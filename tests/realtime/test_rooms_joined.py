"""Who returns or comes late while rooms run that are formed once sees a room on the phone, and its people see them."""

import random
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest_asyncio

from tests import ends
from tests.domain.given import SYSTEM
from tests.engines import Databases, open_session
from tests.realtime.test_g_a4 import PEOPLE, Evening
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.words import ANNOUNCE_SECONDS, SeatId, SessionId, TextId
from workshop.library.loader import load_plan
from workshop.records.engine import open_database

SWAP = 5
"""The stage of the taster in which roles move inside one room."""


@pytest_asyncio.fixture
async def evening(databases: Databases) -> AsyncIterator[Evening]:
    """Six people on two nodes, in three running rooms."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=load_plan("taster"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            made = Evening(there)
            await made.begin(SWAP)
            await made.do(c.MakeRooms(run=1, round=1))
            await made.do(c.AnnounceRooms(run=1, round=1))
            there.clock.time += ANNOUNCE_SECONDS * 1000
            await made.do(c.StartRooms(run=1, round=1))
            yield made
    finally:
        await database.dispose()


def told_last(evening: Evening, number: int, part: str) -> Any:
    """What this phone was told last of this part."""
    read = [msgspec.json.decode(frame) for frame in evening.frames[number]]
    return [frame["body"] for frame in read if frame["t"] == part][-1]


def people_in(room: Any) -> set[str]:
    return {member["alias"] for member in room["members"]}


async def test_who_rests_and_comes_back_sees_a_room_again_and_its_people_see_them(evening: Evening) -> None:
    me = Actor(role="participant", seat=SeatId("seat-0"))
    await evening.do(c.Rest(), me)
    assert told_last(evening, 0, "room") is None
    await evening.do(c.ComeBack(), me)
    mine = told_last(evening, 0, "room")
    assert (mine["state"], told_last(evening, 0, "seat")["room"]) == ("running", mine["id"])
    together = [number for number in range(PEOPLE) if f"P{number}" in people_in(mine)]
    assert 0 in together
    assert len(together) == 3
    assert all(told_last(evening, number, "room") == mine for number in together)


async def test_who_comes_late_is_seen_by_the_people_of_a_room(evening: Evening) -> None:
    late = c.Join(seat=SeatId("seat-9"), key_hash="9" * 64, alias="P9", alias_text=TextId("text-9"), mark=0)
    await evening.do(late, SYSTEM)
    seen = [people_in(told_last(evening, number, "room")) for number in range(PEOPLE)]
    assert sum("P9" in people for people in seen) == 2
