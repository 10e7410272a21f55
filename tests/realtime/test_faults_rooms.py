"""Breakouts while things go wrong: phones that drop, two tabs, rooms that lose everybody, nodes that die, and a thousand people."""

import asyncio
import random
import time
from collections.abc import Coroutine, Iterable
from secrets import token_hex

import pytest
from msgspec import structs

from realtime.simulated import Desk, Phone
from tests import checks, ends
from tests.checks import all_show_the_truth, named_events
from tests.domain.given import SYSTEM
from tests.engines import ORGANIZATION, Databases, new_session
from tests.nodes import Cluster
from tests.plans import rooms_plan
from tests.realtime.test_faults_deadlines import PACE, running_rooms
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import BoardView
from workshop.domain.words import ANNOUNCE_SECONDS, CommandId, SeatId, SessionId, TextId
from workshop.records.engine import Database, open_database
from workshop.records.sessions import create_organization, create_session, set_help_page

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
LONG = 600
"""Wall seconds of a step that no test waits for."""
MANY = 1_000


def board(desk: Desk) -> BoardView:
    assert desk.desk is not None
    assert desk.desk.board is not None
    return desk.desk.board


def rooms_of(phones: Iterable[Phone]) -> list[tuple[str, int]]:
    return [(phone.room.id, phone.room.step) for phone in phones if phone.room is not None]


def names_in(phone: Phone) -> set[tuple[str, int]]:
    return {(member.alias, member.mark) for member in phone.room.members} if phone.room is not None else set()


async def place_of_partner(phone: Phone) -> int:
    assert phone.room is not None
    assert phone.seat is not None
    return next(member.place for member in phone.room.members if member.place != phone.seat.place)


async def test_half_of_the_phones_drop_at_once_and_come_back_to_the_same_rooms_and_step(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, first.base, [first.base] * 4 + [second.base] * 4, LONG)
    before = rooms_of(phones)
    gone = phones[::2]
    welcomes = [phone.welcome for phone in gone]
    await asyncio.gather(*(phone.drop() for phone in gone))
    for phone, old in zip(gone, welcomes, strict=True):
        await phone.until(lambda phone=phone, old=old: phone.welcome is not old and phone.room is not None)  # type: ignore[misc]
    assert rooms_of(phones) == before
    assert await named_events(cluster.database, opened.id, "seat_moved") == []
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)


@ON_SQLITE
async def test_a_second_tab_is_the_same_person_in_the_same_room_and_go_counts_once(cluster: Cluster) -> None:
    node = await cluster.start()
    opened = await cluster.open(rooms_plan(LONG * PACE), pace=PACE)
    desk = await cluster.desk(node.base, opened)
    phones = await cluster.phones([node.base] * 4, opened)
    run = await checks.open_next(desk, 0, *phones)
    await checks.announced(desk, run)
    tab = Phone(node.base, opened.code, phones[0].alias, random.Random(1), asyncio.Event().wait)  # type: ignore[arg-type]
    tab.key = phones[0].key
    cluster.run(tab)
    await phones[0].until(lambda: phones[0].closed is not None)
    await tab.until(lambda: tab.room is not None)
    assert phones[0].room is not None
    assert tab.room is not None
    assert tab.room.id == phones[0].room.id
    wish = CommandId(token_hex(16))
    answers = await asyncio.gather(tab.do(c.BeginRoom(run=run, round=1), wish), tab.do(c.BeginRoom(run=run, round=1)))
    assert set(answers) == {None}
    assert len(await named_events(cluster.database, opened.id, "rooms_started")) == 1
    inside = [person.seat for room in board(desk).rooms for person in room.people]
    assert len(inside) == len(set(inside)) == 4


async def test_a_room_that_loses_everybody_is_gone_and_the_others_go_on(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, first.base, [first.base] * 2 + [second.base] * 2, LONG)
    leaving = [phone for phone in phones if names_in(phone) == names_in(phones[0])]
    staying = [phone for phone in phones if phone not in leaving]
    before = rooms_of(staying)
    await asyncio.gather(*(phone.do(c.Leave()) for phone in leaving))
    await desk.until(lambda: len(board(desk).rooms) == 1)
    for phone in staying:
        # Whoever stayed for a moment longer may have been moved to the others, and has left from there.
        await phone.until(lambda phone=phone: len(names_in(phone)) == 2)  # type: ignore[misc]
    assert [room for room, _ in rooms_of(staying)] == [room for room, _ in before]
    assert await desk.do(c.EndRooms(run=board_run(desk))) is None
    for phone in staying:
        await phone.until(lambda phone=phone: phone.room is None)  # type: ignore[misc]
    await all_show_the_truth(cluster.database, opened.id, [desk, *staying], 5)


def board_run(desk: Desk) -> int:
    assert desk.desk is not None
    return desk.desk.next.run


async def test_whose_partner_is_missing_is_with_others_at_once_and_the_partner_comes_back_by_one_tap(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, first.base, [first.base] * 2 + [second.base] * 2, LONG)
    reporter = phones[0]
    lost = next(phone for phone in phones[1:] if names_in(phone) == names_in(reporter))
    await cluster.gone(lost)
    run = board_run(desk)
    assert await reporter.do(c.MissPartner(run=run, round=1, place=await place_of_partner(reporter))) is None
    await reporter.until(lambda: len(names_in(reporter)) == 3)
    await desk.until(lambda: [person.away for person in board(desk).loose] == [True])
    back = Phone(second.base, opened.code, lost.alias, random.Random(1), asyncio.Event().wait)  # type: ignore[arg-type]
    back.key = lost.key
    cluster.run(back)
    await back.until(lambda: back.seat is not None and back.seat.away)
    assert await back.do(c.FindPartner(run=run, round=1)) is None
    await back.until(lambda: back.room is not None and len(names_in(back)) == 4)
    others = [phone for phone in phones if phone is not lost]
    await all_show_the_truth(cluster.database, opened.id, [desk, back, *others], 5)


@pytest.mark.parametrize("event", ["rooms_formed", "rooms_announced", "rooms_started"])
@pytest.mark.parametrize("place", ["after_insert", "after_commit", "after_acknowledge"])
@ON_SQLITE
async def test_a_node_that_dies_while_rooms_are_formed_leaves_each_person_in_one_room(
    cluster: Cluster, place: str, event: str
) -> None:
    dying, survivor = await asyncio.gather(cluster.start(failpoint=f"{place}:{event}"), cluster.start())
    opened = await cluster.open(rooms_plan(LONG * PACE), pace=PACE)
    desk = await cluster.desk(dying.base, opened)
    phones = await cluster.phones([dying.base] * 2 + [survivor.base] * 3, opened)
    run = await checks.open_next(desk, 0, *phones)
    led = asyncio.create_task(checks.begun(desk, run))
    assert await dying.died() < 0
    await cluster.move(survivor, desk, *phones[:2])
    await led
    for phone in phones:
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.state == "running")  # type: ignore[misc]
    for one in ("rooms_formed", "rooms_announced", "rooms_started"):
        assert len(await named_events(cluster.database, opened.id, one)) == 1, one
    await desk.until(lambda: sorted(len(room.people) for room in board(desk).rooms) == [2, 3])
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)


@ON_SQLITE
async def test_without_a_console_rooms_that_stand_still_and_rooms_that_wait_become_calm(cluster: Cluster) -> None:
    cluster.settings["console_missing"] = 1_500
    node = await cluster.start()
    opened = await cluster.open(rooms_plan(LONG * PACE), pace=PACE)
    desk = await cluster.desk(node.base, opened)
    phones = await cluster.phones([node.base] * 4, opened)
    run = await checks.open_next(desk, 0, *phones)
    await checks.announced(desk, run)
    assert await phones[0].do(c.BeginRoom(run=run, round=1)) is None
    assert await phones[0].do(c.CallFacilitator(run=run, round=1)) is None
    await cluster.gone(desk)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.shared is not None and phone.shared.calm)  # type: ignore[misc]
    again = await cluster.desk(node.base, opened)
    assert await again.do(c.ResumeRoom()) is None
    await again.until(lambda: again.shared is not None and not again.shared.calm)
    await again.until(lambda: [room.called for room in board(again).rooms].count(True) == 1)
    assert await again.do(c.StartRooms(run=run, round=1)) is None
    await again.until(lambda: {room.state for room in board(again).rooms} == {"running"})


async def test_a_thousand_people_are_put_into_pairs_beside_everything_else(databases: Databases) -> None:
    """While the rooms are worked out this node answers others, and each wish of a person in a room stays cheap."""
    database = open_database(databases.fresh("sqlite"))
    try:
        await _session_for_many(database)
        async with ends.world(database, SessionId("s1"), random.Random(1)) as there:
            room, desk = there.rooms[0], Actor(role="facilitator")

            async def do(command: c.AnyCommand, actor: Actor) -> None:
                refusal = await room.wish(CommandId(token_hex(16)), command, actor)
                assert refusal is None, refusal.code

            await asyncio.gather(*(do(_joining(number), SYSTEM) for number in range(MANY)))
            await do(c.OpenStage(run=0, stage=0), desk)
            longest = await _longest_pause_while(do(c.MakeRooms(run=1, round=1), desk))
            await do(c.AnnounceRooms(run=1, round=1), desk)
            there.clock.time += ANNOUNCE_SECONDS * 1000
            await do(c.StartRooms(run=1, round=1), desk)
            state = room_state.state_of(room.session)
            assert state is not None
            assert [len(one.seats) for one in state.rooms] == [2] * (MANY // 2)
            assert len(room.session.met) == MANY // 2
            assert longest < 1.0, "nobody waited for the rooms to be worked out"
            spent = time.process_time()
            for number in range(20):
                await do(c.PauseRoom(run=1, round=1), Actor(role="participant", seat=SeatId(f"seat-{number}")))
            assert (time.process_time() - spent) / 20 < 0.2
    finally:
        await database.dispose()


async def _session_for_many(database: Database) -> None:
    await create_organization(database, ORGANIZATION, "Harbour")
    await set_help_page(database, ORGANIZATION, "You can call 000 at any time.", 1_790_000_000_000)
    new = new_session("s1", plan=rooms_plan(LONG))
    await create_session(database, structs.replace(new, settings=structs.replace(new.settings, capacity=MANY)))


def _joining(number: int) -> c.Join:
    return c.Join(
        seat=SeatId(f"seat-{number}"), key_hash=f"{number:064x}", alias=f"P{number}", alias_text=TextId(f"text-{number}"), mark=0
    )


async def _longest_pause_while(work: Coroutine[None, None, None]) -> float:
    """How long at most nothing else ran on this loop, in seconds."""
    task = asyncio.get_running_loop().create_task(work)
    longest, last = 0.0, time.monotonic()
    while not task.done():
        await asyncio.sleep(0)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    await task
    return longest
