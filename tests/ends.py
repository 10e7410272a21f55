"""A session on two nodes without sockets, Redis or timers: every delivery, loss and tick happens because a seed said so.

Rooms, fan-out, decisions and the database are the real ones. Only the ends are ours: `BusEnd` keeps what was told until the world
delivers or loses it, `WireEnd` keeps the frames of one connection on their way, and `Clock` stands still until it is moved.
"""

import asyncio
import random
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import msgspec

from realtime import wire
from realtime.bus import AnyNote, Bus, Listener
from realtime.clock import WallClock
from realtime.codes import Close
from realtime.failpoints import Failpoints
from realtime.fanout import Audience
from realtime.frames import unframed
from realtime.hub import Hub
from realtime.lease import Lease
from realtime.marking import Marking
from realtime.outbox import Outbox
from realtime.room import Room
from realtime.secrets import Secrets
from realtime.settings import load_settings
from realtime.tools import Tools
from tests.seen import Seen, of_phone
from workshop.domain import views
from workshop.domain.decider import replay
from workshop.domain.events import AnyEvent
from workshop.domain.session import Session, new_session
from workshop.domain.words import CommandId, Millis, NodeId, Role, SeatId, SessionId
from workshop.library.signal_words import load_signal_reader
from workshop.records.card_rows import words_of
from workshop.records.engine import Database
from workshop.records.sessions import SessionRow, session_by_id

ROOT = b"the deployment secret of tests with ends"
READER = load_signal_reader()
FOREVER = "1000000000"
"""Milliseconds after which something happens by itself: never, in a test with ends."""
_event: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
_decoder: msgspec.json.Decoder[wire.ToPage] = msgspec.json.Decoder(wire.ToPage)


class Clock(WallClock):
    def __init__(self, now: Millis) -> None:
        super().__init__()
        self.time = now

    def now(self) -> Millis:
        return self.time


class BusEnd(Bus):
    """One node's end of a Redis that delivers when it is told to."""

    def __init__(self, node: NodeId) -> None:
        self.node = node
        self.told: deque[AnyNote] = deque()
        self.deaf = False
        self._listeners: dict[str, Listener] = {}

    @property
    def hears(self) -> bool:
        return not self.deaf

    async def listen(self, session: SessionId, listener: Listener) -> None:
        self._listeners[session] = listener

    async def forget(self, session: SessionId) -> None:
        self._listeners.pop(session, None)

    def tell(self, session: SessionId, note: AnyNote) -> None:  # noqa: ARG002 (one session per world)
        self.told.append(note)

    async def flushed(self) -> None:
        pass

    async def close(self) -> None:
        pass

    def hear(self, note: AnyNote) -> None:
        for listener in () if self.deaf else self._listeners.values():
            listener(note)


class WireEnd:
    """The writer of one connection: frames wait here until they are delivered. Paused as a full transport is."""

    def __init__(self) -> None:
        self.on_drain: Callable[[], None] | None = None
        self.paused = False
        self.cut = False
        self.on_the_way: deque[str] = deque()

    def write(self, frames: bytes) -> None:
        if not self.cut:
            self.on_the_way.extend(unframed(frames))

    def resume(self) -> None:
        self.paused = False
        if self.on_drain is not None:
            self.on_drain()


class Client:
    """A page in memory: shows what reached it, and keeps its position over every connection."""

    def __init__(self, world: "World", role: Role, seat: SeatId | None) -> None:
        self.world, self.role, self.seat = world, role, seat
        self.seen = Seen()
        self.position: str | None = None
        self.stood: tuple[int, int] = (0, 0)
        self.wire: WireEnd | None = None
        self.room: Room | None = None
        self._audience: Audience | None = None
        self.connections = 0
        self.frames = 0

    @property
    def connected(self) -> bool:
        return self._audience is not None

    async def connect(self, room: Room) -> None:
        """As the gateway does after a proof: catches up, then enters."""
        assert self._audience is None
        await room.stands_at(self.position, self.seat)
        self.wire, self.room = WireEnd(), room
        audience = Audience(self.role, self.seat, Outbox(self.wire, self._overflowed), self._closed)
        self._audience = audience
        self.connections += 1
        room.enter(audience)

    def drop(self) -> None:
        """The line breaks: what was on the way is lost."""
        if self._audience is not None and self.room is not None and self.wire is not None:
            self.wire.cut = True
            self.wire.on_the_way.clear()
            self.room.leave(self._audience)
        self._audience = self.wire = self.room = None

    def deliver(self, most: int | None = None) -> None:
        """The next `most` frames arrive (None: all)."""
        waiting = self.wire.on_the_way if self.wire is not None else deque[str]()
        for _ in range(len(waiting) if most is None else min(most, len(waiting))):
            self._take(_decoder.decode(waiting.popleft()))

    def ask(self, wish: wire.Do) -> None:
        assert self._audience is not None
        assert self.room is not None
        self.room.ask(self._audience, wish)

    def answer(self, given: wire.GiveAnswer) -> None:
        assert self._audience is not None
        assert self.room is not None
        self.room.take_answer(self._audience, given)

    def draw(self, draw: wire.Draw) -> None:
        assert self._audience is not None
        assert self.room is not None
        self.room.deal(self._audience, draw)

    def tap(self, tap: wire.Tap) -> None:
        assert self._audience is not None
        assert self.room is not None
        self.room.take_taps(self._audience, tap)

    def _closed(self, _close: Close) -> None:
        self._audience = self.wire = self.room = None

    def _overflowed(self) -> None:
        self.drop()

    def _take(self, message: wire.ToPage) -> None:
        self.frames += 1
        match message:
            case wire.SharedPart(body=shared):
                self.seen.shared = shared
            case wire.SeatPart(body=seat):
                self.seen.seat = seat
            case wire.RoomPart(body=room):
                self.seen.room = room
            case wire.ReceiptsPart(body=receipts):
                self.seen.receipts = receipts
            case wire.NotesPart(body=notes):
                self.seen.notes = notes
            case wire.ConsolePart(body=console):
                self.seen.console = console
            case wire.ScreenPart(body=screen):
                self.seen.screen = screen
            case wire.At(position=position):
                stands = self.world.secrets.open_position(self.world.session_id, position)
                assert stands is not None
                assert stands >= self.stood, f"time ran backwards: from {self.stood} to {stands}"
                self.stood, self.position = stands, position
            case _:
                pass


class Archive:
    """What SQL alone says of one session, read past everything that is tested, in a SQLite file."""

    def __init__(self, path: str, row: SessionRow) -> None:
        self._sql = sqlite3.connect(path)
        self._id = row.settings.id
        self._new = new_session(row.settings, row.plan, row.carried)

    def close(self) -> None:
        self._sql.close()

    def stands(self) -> tuple[int, int]:
        """(epoch, head)."""
        epoch, head = self._sql.execute("SELECT epoch, head FROM session WHERE id = ?", (self._id,)).fetchone()
        return int(epoch), int(head)

    def replayed(self, upto: int | None = None) -> tuple[Session, dict[str, str]]:
        """The state up to that fact (None: all), and every word there is."""
        most = self.stands()[1] if upto is None else upto
        asked = "SELECT body, at_ms FROM event WHERE session_id = ? AND seq <= ? ORDER BY seq"
        facts = self._sql.execute(asked, (self._id, most)).fetchall()
        session = replay(self._new, ((_event.decode(body), at) for body, at in facts))
        texts: dict[str, str] = dict(self._sql.execute("SELECT id, text FROM text"))
        cards = self._sql.execute("SELECT id, text, veils, content_note, nameable FROM card")
        return session, texts | {
            card: words_of(words, veils, note, bool(nameable)) for card, words, veils, note, nameable in cards
        }


class World:
    """Two nodes on one database."""

    def __init__(
        self, database: Database, archive: Archive, session_id: SessionId, rooms: list[Room], buses: list[BusEnd], clock: Clock
    ) -> None:
        self.database, self.archive, self.session_id = database, archive, session_id
        self.rooms, self.buses, self.clock = rooms, buses, clock
        self.secrets = Secrets(ROOT)
        self.clients: list[Client] = []
        self.hubs: list[Hub] = []

    def client(self, role: Role, seat: SeatId | None = None) -> Client:
        made = Client(self, role, seat)
        self.clients.append(made)
        return made

    async def settled(self) -> None:
        """Nothing reads on any more by itself."""
        for room in self.rooms:
            # A room has no event for "settled".
            while room._behind.is_set() or room.turn.locked() or room.drawing._under_way:  # noqa: ASYNC110
                await asyncio.sleep(0)

    def carry(self, place: int, *, lose: bool) -> None:
        """The oldest thing that node `place` told reaches the other, or is lost."""
        if self.buses[place].told:
            note = self.buses[place].told.popleft()
            if not lose:
                self.buses[1 - place].hear(note)

    async def look(self, place: int) -> None:
        """The head check of one node."""
        epoch, head = self.archive.stands()
        await self.rooms[place].check(epoch, head)

    def fresh(self, client: Client, upto: int | None = None) -> Seen:
        """What the database alone makes of this client's view, at position `upto` (None: now). Counts of the moment left out."""
        session, texts = self.archive.replayed(upto)
        seen = Seen(shared=views.shared(session, texts))
        if client.seat is not None:
            seen = of_phone(session, texts, client.seat)
            seen.receipts = views.receipts(session)
            seen.notes = views.notes(session, texts)
        if client.role == "facilitator":
            seen.console = views.console(session, texts, views.Signs(), Marking(READER).now(session, texts))
        if client.role == "screen":
            seen.screen = views.screen(session, texts, views.Signs())
        return seen


def tools_of(node: NodeId, database: Database, bus: BusEnd, clock: Clock, chance: random.Random) -> Tools:
    names = ("FAN_OUT", "GRACE", "LAPSE", "ASLEEP_AFTER", "PARTNER_QUIET", "MISSED_DEADLINE", "FIRE_STAGGER")
    settings = load_settings({f"HOLDSPACE_{name}": FOREVER for name in names})
    return Tools(
        node=node,
        started=clock.now(),
        database=database,
        bus=bus,
        secrets=Secrets(ROOT),
        settings=settings,
        lease=Lease(settings.lapse, settings.attach_renew),
        wall=clock,
        dice=chance,
        signals=READER,
        failpoints=Failpoints(None),
    )


@asynccontextmanager
async def world(database: Database, session_id: SessionId, chance: random.Random) -> AsyncIterator[World]:
    """Two rooms of a session that exists, opened; nobody is connected."""
    row = await session_by_id(database, session_id)
    assert row is not None
    clock = Clock(row.origin_ms)
    buses = [BusEnd(NodeId("node-a")), BusEnd(NodeId("node-b"))]
    hubs = [Hub(tools_of(bus.node, database, bus, clock, chance)) for bus in buses]
    rooms: list[Room] = []
    archive = Archive(database.place.removeprefix("sqlite:///"), row)
    try:
        for hub in hubs:
            room = await hub.room(session_id)
            assert room is not None
            room.fanout.tick()
            rooms.append(room)
        made = World(database, archive, session_id, rooms, buses, clock)
        made.hubs = hubs
        yield made
    finally:
        for hub in hubs:
            await hub.close()
        archive.close()


async def passed(turns: int = 20) -> None:
    """What is ready to run has run, also where it waits for the database's thread."""
    for _ in range(turns):
        await asyncio.sleep(0)


def command_id(chance: random.Random) -> CommandId:
    return CommandId(f"{chance.getrandbits(128):032x}")


async def replayed_head(database: Database, session_id: SessionId) -> int:
    """How many facts the session has."""
    row = await session_by_id(database, session_id)
    assert row is not None
    return row.head
