"""G-R8: who sleeps is shown as asleep, nobody else ever is, and what a node could not know proves nothing."""

import asyncio
import random
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from realtime.opening import Opened
from realtime.presence import Presence
from realtime.room import SYSTEM
from realtime.settings import Settings
from realtime.simulated import Desk, Phone
from tests import ends, waiting
from tests.engines import Databases, open_session
from tests.nodes import Cluster, NodeProcess, _never
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.words import Millis, SeatId, SessionId, TextId
from workshop.records.engine import open_database

DEFAULT = Settings()
BEAT = DEFAULT.beat
AFTER = DEFAULT.asleep_after
SHORT_SLEEP: Millis = 30_000
"""Never shown: a glance away, a locked screen."""
LATEST: Millis = AFTER + 2 * BEAT
"""Without a proof of life for this long a phone is asleep on every console: one beat until it is told, one until it is looked at."""
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
ADA, BO = SeatId("ada"), SeatId("bo")


# --- one node, by an explicit clock


def test_g_r8_a_phone_is_asleep_after_forty_five_seconds_and_not_before() -> None:
    presence = Presence(AFTER, 2 * BEAT)
    presence.look([ADA], 0)
    presence.seen([ADA], 1_000)
    for now in range(BEAT, AFTER + 1_000, BEAT):
        assert presence.look([ADA], now) == frozenset()
    assert presence.look([ADA], 46_000 - 1) == frozenset()
    assert presence.look([ADA], 46_000) == {ADA}
    presence.seen([ADA], 46_100)
    assert presence.look([ADA], 46_100) == frozenset()


def test_g_r8_who_comes_in_late_is_not_asleep_before_the_phone_could_speak() -> None:
    presence = Presence(AFTER, 2 * BEAT)
    for now in range(0, 10 * AFTER, BEAT):
        presence.look([ADA], now)
    assert presence.look([ADA, BO], 10 * AFTER) == {ADA}


def test_g_r8_a_node_that_stood_still_calls_nobody_asleep_and_wakes_nobody() -> None:
    presence = Presence(AFTER, 2 * BEAT)
    for now in range(0, 2 * AFTER, BEAT):
        presence.seen([ADA], now)
        presence.look([ADA, BO], now)
    stood_still_until = 3 * AFTER + BEAT
    assert presence.look([ADA, BO], stood_still_until) == {BO}
    assert presence.look([ADA, BO], stood_still_until + BEAT) == {BO}
    presence.look([ADA, BO], stood_still_until + 2 * BEAT)


def test_g_r8_a_clock_that_jumps_calls_nobody_asleep() -> None:
    presence = Presence(AFTER, 2 * BEAT)
    for jump in (1_000_000, 500_000, 2_000_000):
        for now in range(jump, jump + AFTER, BEAT):
            assert presence.look([ADA], now) == frozenset()


def test_g_r8_a_late_word_takes_no_proof_back() -> None:
    presence = Presence(AFTER, 2 * BEAT)
    presence.look([ADA], 0)
    presence.seen([ADA], AFTER)
    presence.seen([ADA], 10)
    assert [presence.look([ADA], now) for now in range(AFTER, 2 * AFTER, BEAT)][-1] == frozenset()


# --- two nodes without sockets, by an explicit clock

PEOPLE = 4


class Strip:
    """The people strip of one console: what it showed at every moment, by the frames that reached it."""

    def __init__(self, page: ends.Client) -> None:
        self._page = page

    def asleep(self) -> frozenset[SeatId]:
        self._page.deliver()
        console = self._page.seen.console
        assert console is not None
        return frozenset(person.seat for person in console.people if person.asleep)


@pytest_asyncio.fixture
async def there(databases: Databases) -> AsyncIterator[ends.World]:
    database = open_database(databases.fresh("sqlite"))
    try:
        await open_session(database, plan=of_kinds("circle"))
        async with ends.world(database, SessionId("s1"), random.Random(1)) as world:
            for room in world.rooms:
                room.phones._presence = Presence(AFTER, 2 * BEAT)
            yield world
    finally:
        await database.dispose()


async def joined(there: ends.World, number: int) -> ends.Client:
    """Somebody with a seat and no line yet."""
    seat, alias = SeatId(f"seat-{number}"), TextId(f"text-{number}")
    join = c.Join(seat=seat, key_hash=f"{number:064x}", alias=f"P{number}", alias_text=alias, mark=0)
    assert await there.rooms[0].wish(ends.command_id(random.Random(number)), join, SYSTEM) is None
    return there.client("participant", seat)


async def strips(there: ends.World) -> list[Strip]:
    """A console on each node."""
    found = []
    for room in there.rooms:
        page = there.client("facilitator")
        await page.connect(room)
        found.append(Strip(page))
    return found


async def told(there: ends.World) -> None:
    """What the nodes told each other has arrived, and the consoles' parts are computed."""
    for place in (0, 1):
        while there.buses[place].told:
            there.carry(place, lose=False)
    await there.settled()
    for room in there.rooms:
        room.fanout.tick()


def spoke(phone: ends.Client) -> None:
    """As the gateway notes every frame of a phone."""
    assert phone.room is not None
    assert phone.seat is not None
    phone.room.alive(phone.seat)


async def beats(there: ends.World, due: list[Millis]) -> Millis:
    """Time goes on to the next beat of one of the nodes, and that node beats."""
    place = due.index(min(due))
    there.clock.time = due[place]
    due[place] += BEAT
    there.rooms[place].beat()
    await told(there)
    return there.clock.time


@pytest.mark.parametrize("seed", range(10))
async def test_g_r8_no_console_ever_calls_a_short_sleep_a_sleep_nor_misses_a_long_one(there: ends.World, seed: int) -> None:
    """Phones lock and unlock, drop their lines and change nodes as the seed says."""
    chance = random.Random(seed)
    phones = [await joined(there, number) for number in range(PEOPLE)]
    consoles = await strips(there)
    last, wakes = dict.fromkeys(phones, there.clock.time), dict.fromkeys(phones, 0)
    for phone in phones:
        await phone.connect(chance.choice(there.rooms))
    due = [there.clock.time + chance.randrange(BEAT) for _ in there.rooms]
    short = long = 0
    for _ in range(150):
        now = await beats(there, due)
        for phone in phones:
            if now < wakes[phone]:
                continue
            if not phone.connected:
                await phone.connect(chance.choice(there.rooms))
            spoke(phone)
            last[phone] = now
            if chance.random() < 0.1:
                wakes[phone] = now + chance.choice((SHORT_SLEEP, LATEST + 6 * BEAT))
                if chance.random() < 0.5:
                    phone.drop()
        await told(there)
        for console in consoles:
            asleep = console.asleep()
            for phone in phones:
                silent = now - last[phone]
                assert silent > SHORT_SLEEP or phone.seat not in asleep, f"a sleep of {silent} ms was shown"
                assert silent < LATEST or phone.seat in asleep, f"a sleep of {silent} ms was not shown"
                short += BEAT < silent <= SHORT_SLEEP
                long += silent >= LATEST
    assert short > 20, "this run proves nothing"
    assert long > 20, "this run proves nothing"


async def test_g_r8_somebody_who_comes_in_late_is_never_shown_as_asleep(there: ends.World) -> None:
    """Between the seat and its first frame there may be seconds, and on another node a beat more."""
    consoles = await strips(there)
    due = [there.clock.time, there.clock.time + BEAT // 2]
    for _ in range(4 * AFTER // BEAT):
        await beats(there, due)
    phone = await joined(there, 1)
    for _ in range(5):
        await beats(there, due)
        assert [console.asleep() for console in consoles] == [frozenset(), frozenset()]
    await phone.connect(there.rooms[1])
    for _ in range(2 * AFTER // BEAT):
        spoke(phone)
        await beats(there, due)
        assert [console.asleep() for console in consoles] == [frozenset(), frozenset()]


async def test_g_r8_whoever_wakes_up_is_awake_on_the_other_node_before_its_next_beat(there: ends.World) -> None:
    phone = await joined(there, 1)
    consoles = await strips(there)
    due = [there.clock.time, there.clock.time + BEAT // 2]
    for _ in range(3 * AFTER // BEAT):
        await beats(there, due)
    assert [console.asleep() for console in consoles] == [{phone.seat}, {phone.seat}]
    await phone.connect(there.rooms[1])
    await told(there)
    assert [console.asleep() for console in consoles] == [frozenset(), frozenset()]


async def without_redis(there: ends.World) -> None:
    """Every node is deaf, and has asked SQL who else has this session."""
    for bus, hub in zip(there.buses, there.hubs, strict=True):
        bus.deaf = True
        await hub._renew()


async def test_g_r8_a_node_without_redis_calls_nobody_asleep_who_may_be_at_another(there: ends.World) -> None:
    phone = await joined(there, 1)
    await phone.connect(there.rooms[1])
    here, elsewhere = await strips(there)
    due = [there.clock.time, there.clock.time + BEAT // 2]
    await without_redis(there)
    for _ in range(4 * AFTER // BEAT):
        spoke(phone)
        await beats(there, due)
        assert [here.asleep(), elsewhere.asleep()] == [frozenset(), frozenset()]
    for bus in there.buses:
        bus.deaf = False
    for _ in range(4 * AFTER // BEAT):
        spoke(phone)
        await beats(there, due)
        assert [here.asleep(), elsewhere.asleep()] == [frozenset(), frozenset()]
    phone.drop()
    for _ in range(2 * LATEST // BEAT + 2):
        await beats(there, due)
    assert [here.asleep(), elsewhere.asleep()] == [{phone.seat}, {phone.seat}]


async def test_g_r8_alone_without_redis_a_node_still_sees_who_sleeps(there: ends.World) -> None:
    phone = await joined(there, 1)
    await phone.connect(there.rooms[0])
    here, _ = await strips(there)
    await there.hubs[1].drain()
    await without_redis(there)
    phone.drop()
    due = [there.clock.time, there.clock.time + 1_000 * AFTER]
    for _ in range(AFTER // BEAT + 2):
        await beats(there, due)
    assert here.asleep() == {phone.seat}


# --- real nodes, real lines

SLEEPS = 2_000
DURATIONS: dict[str, object] = {"beat": 200, "silence": 900, "asleep_after": SLEEPS}


class Locked(Phone):
    """A phone whose screen can be locked: its line stays open, no script runs, nothing is read or said."""

    def __init__(self, base: str, opened: Opened, number: int) -> None:
        super().__init__(base, opened.code, f"P{number}", random.Random(number), _never)
        self.awake = asyncio.Event()
        self.awake.set()

    async def _received(self, text: str) -> None:
        await self.awake.wait()
        await super()._received(text)


class Watching(Desk):
    """A console that remembers everybody whom it ever showed as asleep."""

    def __init__(self, base: str, opened: Opened) -> None:
        super().__init__(base, opened.console_secret)
        self.slept: set[str] = set()

    def asleep(self) -> set[str]:
        return {person.alias for person in self.desk.people if person.asleep} if self.desk is not None else set()

    async def told(self, message: object) -> None:
        await super().told(message)  # type: ignore[arg-type]
        self.slept |= self.asleep()


async def watching(cluster: Cluster, node: NodeProcess, opened: Opened) -> Watching:
    desk = Watching(node.base, opened)
    cluster.run(desk)
    await desk.until(lambda: desk.desk is not None)
    return desk


async def locked(cluster: Cluster, node: NodeProcess, opened: Opened, number: int) -> Locked:
    phone = Locked(node.base, opened, number)
    await phone.join()
    cluster.run(phone)
    await phone.until(lambda: phone.position is not None)
    return phone


@ON_SQLITE
async def test_g_r8_a_locked_phone_is_shown_asleep_on_every_node_until_it_wakes(cluster: Cluster) -> None:
    cluster.settings |= DURATIONS
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    phone, other = await locked(cluster, first, opened, 1), await locked(cluster, second, opened, 2)
    consoles = [await watching(cluster, node, opened) for node in (first, second)]
    phone.awake.clear()
    began = waiting.now_ms()
    for console in consoles:
        await console.until(lambda console=console: console.asleep() == {phone.alias})  # type: ignore[misc]
    assert waiting.now_ms() - began > SLEEPS - 2 * 200, "the last proof of life was a beat ago at most"
    phone.awake.set()
    for console in consoles:
        await console.until(lambda console=console: console.asleep() == set())  # type: ignore[misc]
        assert other.alias not in console.slept


@ON_SQLITE
async def test_g_r8_after_a_restart_nobody_is_a_ghost_and_flushing_redis_is_no_absence(cluster: Cluster) -> None:
    cluster.settings |= DURATIONS
    first, second, again = await cluster.start_many(3)
    opened = await cluster.open()
    stays, gone = await locked(cluster, second, opened, 1), await locked(cluster, second, opened, 2)
    console = await watching(cluster, first, opened)
    await second.kill()
    await cluster.gone(gone)
    await cluster.move(again, stays)  # a process that knows of nobody yet, as after a restart
    late = await watching(cluster, again, opened)
    assert await cluster.redis.ask("FLUSHALL") is not None
    for page in (late, console):
        await page.until(lambda page=page: page.asleep() == {gone.alias})  # type: ignore[misc]
        assert page.slept == {gone.alias}
