"""G-R10, the part that is not a browser's: a person is always in exactly one place, and has at most one line to it."""

import random
from collections import Counter
from collections.abc import AsyncIterator

import msgspec
import pytest
import pytest_asyncio

from realtime.codes import Close
from realtime.room import SYSTEM
from realtime.simulated import Phone
from tests import ends, waiting
from tests.domain.random_sessions import SEEDS, played
from tests.engines import Databases, open_session
from tests.nodes import Cluster, NodeProcess, _never
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.kind_states import Room
from workshop.domain.kinds import circle
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.session import Session
from workshop.domain.words import SeatId, SessionId, TextId
from workshop.records.engine import open_database

DRAWN = SEEDS[:30]
"""Of the random sessions, which other tests read as well."""
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


# --- by the facts


def places(session: Session, seat: SeatId) -> list[str]:
    """Where this person is, by everything that knows of one: each source is asked, whatever the others say.

    Nobody is in a room that is only proposed yet.
    """
    person = session.people[seat]
    state = room_state.state_of(session)
    breakouts = [] if state is None or not state.shown else rooms_of(session)
    found = [f"room {room.number}" for room in breakouts for place in room.places if place == seat]
    found += [person.state] if person.state in ("waiting", "resting", "left") else []
    if not found:
        found.append({"lobby": "lobby", "ended": "ended"}.get(session.phase, "stage"))
    return found


def rooms_of(session: Session) -> tuple[Room, ...]:
    """Also those that are only proposed."""
    state = room_state.state_of(session)
    return () if state is None or state.finished or session.phase == "ended" else state.rooms


def turns(session: Session, seat: SeatId) -> list[str]:
    """Where this person stands in the running round."""
    state = circle.state_of(session)
    if state is None or not circle.running(session):
        return []
    named = {"now": [] if state.now is None else [state.now], "waiting": state.waiting, "done": state.done}
    return [name for name, seats in named.items() for one in seats if one == seat]


def check_places(session: Session, texts: dict[str, str]) -> Counter[str]:
    """Of everybody, and that each face says the same of it. How many are where."""
    counted: Counter[str] = Counter()
    present = [seat for seat in session.people if seat not in session.merged]
    for seat in present:
        (place,) = places(session, seat)
        assert [other for room in rooms_of(session) for other in room.places].count(seat) <= 1, "also of a proposal"
        counted[place.partition(" ")[0]] += 1
        view = views.seat(session, seat, texts)
        assert (view.room is None) == (not place.startswith("room"))
        if view.room is not None:
            room = views.room(session, view.room, texts)
            assert room is not None
            assert view.state == "here"
            assert [member.place for member in room.members].count(view.place or 0) == 1
        waits = [turn for turn in turns(session, seat) if turn != "done"]
        assert len(turns(session, seat)) <= 1
        assert not waits or session.people[seat].state == "here", "who is not here is waited for by nobody"
    for seat, into in session.merged.items():
        assert views.seat(session, seat, texts) == views.seat(session, session.seat_of(into), texts), "one person, one place"
    console = views.console(session, texts, views.Signs())
    assert sorted(person.seat for person in console.people) == sorted(present), "each is in the strip once"
    assert console.staying == sum(counted.values()) - counted["waiting"] - counted["left"]
    assert console.resting == counted["resting"]
    return counted


def test_g_r10_by_the_facts_everybody_is_always_in_exactly_one_place() -> None:
    reached: Counter[str] = Counter()
    for seed in DRAWN:
        for moment in played(seed).settled():
            try:
                reached += check_places(moment.after, dict(moment.texts_after))
            except (AssertionError, ValueError) as failed:
                raise AssertionError(f"seed {seed}, after {moment.event!r}: {failed}") from failed
    assert set(reached) == {"lobby", "stage", "room", "resting", "left", "waiting", "ended"}


def test_g_r10_somebody_in_two_rooms_would_be_seen() -> None:
    session = next(
        moment.after
        for seed in DRAWN
        for moment in played(seed).settled()
        if (state := room_state.state_of(moment.after)) is not None
        and len(state.rooms) > 1
        and not state.finished
        and state.shown
    )
    state, stage = room_state.state_of(session), session.stage
    assert state is not None and stage is not None
    first, second, *others = state.rooms
    doubled = msgspec.structs.replace(second, places=(*second.places, first.seats[0]))
    wrong = msgspec.structs.replace(state, rooms=(first, doubled, *others))
    session = msgspec.structs.replace(session, stage=msgspec.structs.replace(stage, kind=wrong))
    assert len(places(session, first.seats[0])) == 2
    with pytest.raises(ValueError, match="too many values"):
        check_places(session, {})


# --- by the lines, two nodes without sockets

PEOPLE = 3
PAGES = 4
"""Phones and tabs that each person has the key in."""


@pytest_asyncio.fixture
async def there(databases: Databases) -> AsyncIterator[ends.World]:
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=of_kinds("circle"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as world:
            yield world
    finally:
        await database.dispose()


async def delivered(there: ends.World) -> None:
    """What the nodes told each other has arrived, and what followed from it as well."""
    quiet = 0
    while quiet < 3:
        told = sum(len(bus.told) for bus in there.buses)
        for place in (0, 1):
            there.carry(place, lose=False)
        await there.settled()
        await ends.passed()
        quiet = 0 if told else quiet + 1


@pytest.mark.parametrize("seed", range(10))
async def test_g_r10_of_many_pages_with_one_key_only_the_newest_keeps_its_line(there: ends.World, seed: int) -> None:
    chance = random.Random(seed)
    seats = [SeatId(f"seat-{number}") for number in range(PEOPLE)]
    for number, seat in enumerate(seats):
        alias = TextId(f"text-{number}")
        join = c.Join(seat=seat, key_hash=f"{number:064x}", alias=f"P{number}", alias_text=alias, mark=0)
        assert await there.rooms[0].wish(ends.command_id(chance), join, SYSTEM) is None
    pages = [there.client("participant", seat) for seat in seats for _ in range(PAGES)]
    newest: dict[SeatId, ends.Client] = {}
    entered: set[ends.Client] = set()
    overtaken = 0
    for _ in range(60):
        page = chance.choice(pages)
        assert page.seat is not None
        there.clock.time += chance.randint(1, 400)
        if page.connected and chance.random() < 0.3:
            page.drop()
            entered.discard(page)
        elif not page.connected:
            await page.connect(chance.choice(there.rooms))
            entered.add(page)
            newest[page.seat] = page
        if chance.random() < 0.5:
            there.carry(chance.randrange(2), lose=False)
        if chance.random() < 0.3:
            await delivered(there)
            for seat in seats:
                live = [one for one in pages if one.seat == seat and one.connected]
                assert len(live) <= 1, f"{seat} has {len(live)} lines"
                assert not live or live[0] is newest[seat], "an older page outlived the newer one"
            closed = {page for page in entered if not page.connected}
            overtaken += len(closed)
            entered -= closed
    assert overtaken > 5, "this run proves nothing"


# --- by the lines, two real nodes


@ON_SQLITE
async def test_g_r10_a_key_in_three_tabs_on_two_nodes_leaves_one_of_them_live(cluster: Cluster) -> None:
    nodes = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(nodes[0].base, opened)
    for node in nodes:
        await waiting.until_so(lambda node=node: _hears(node))  # type: ignore[misc]
    tabs: list[Phone] = []
    for number in range(3):
        tab = Phone(nodes[number % 2].base, opened.code, "Ada", random.Random(number), _never)
        if tabs:
            tab.key = tabs[0].key
        else:
            await tab.join()
        cluster.run(tab)
        await tab.until(lambda tab=tab: tab.shared is not None)  # type: ignore[misc]
        for older in tabs:
            await older.until(lambda older=older: older.closed == Close.OVERTAKEN.code)  # type: ignore[misc]
        tabs.append(tab)
    assert [tab.closed for tab in tabs[-1:]] == [None]
    assert await tabs[-1].do(c.Rest()) is None
    await desk.until(lambda: desk.desk is not None and desk.desk.resting == 1)
    assert desk.desk is not None
    assert [(person.alias, person.state) for person in desk.desk.people] == [("Ada", "here")]
    assert desk.desk.staying == 1


async def _hears(node: NodeProcess) -> bool:
    health = await node.health()
    return health.get("bus") is True
