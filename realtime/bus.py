"""Redis between nodes: what was committed, who is awake, and sealed answers on their way to a hand-over. It may lose everything.

One connection publishes, another listens; the listener has no read timeout (redis-py would retry silently) and knows itself deaf
by a probe it sends to itself. Everything here is repaired elsewhere: the head check finds lost events, hand-overs are repeated.
"""

import asyncio
import logging
import time
from collections.abc import Callable

import msgspec
from msgspec import Struct
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from realtime.engine import connect
from workshop.domain.events import AnyEvent
from workshop.domain.words import CommandId, Millis, NodeId, SeatId, SessionId

log = logging.getLogger("holdspace.bus")

PROBE_EVERY = 2.0
DEAF_AFTER = 6.0
"""Seconds without an own probe coming back: the bus counts as deaf."""
RETRY_AFTER = 0.5
FLUSH_WITHIN = 1.0
PREFIX = "holdspace:session:"


class Note(Struct, frozen=True, kw_only=True, tag_field="t"):
    """Something one node tells the others about a session."""

    node: NodeId


class Committed(Note, frozen=True, kw_only=True, tag="committed"):
    """Events `after`+1 … in SQL, in order."""

    after: int
    epoch: int
    events: list[tuple[CommandId, Millis, AnyEvent]]


class Counted(Note, frozen=True, kw_only=True, tag="counted"):
    """How many answers this node holds for a stage run. Between nodes a count travels only like this."""

    run: int
    count: int


class Awake(Note, frozen=True, kw_only=True, tag="awake"):
    seats: list[SeatId]


class Entered(Note, frozen=True, kw_only=True, tag="entered"):
    """A seat's phone is here since `at` (wall time): a socket elsewhere is superseded if it is older than that.

    Without the time a late note would end the very socket that superseded its sender.
    """

    seat: SeatId
    at: Millis


class Sealed(Note, frozen=True, kw_only=True, tag="sealed"):
    """Answers, a word about one, or totals of taps, readable only with the deployment secret. `purpose` is what it was sealed for."""

    purpose: str
    run: int
    attempt: int
    content: bytes


class Attended(Note, frozen=True, kw_only=True, tag="attended"):
    """A console of this session is open on this node."""


class Probe(Note, frozen=True, kw_only=True, tag="probe"):
    pass


AnyNote = Committed | Counted | Awake | Entered | Sealed | Attended | Probe
Listener = Callable[[AnyNote], None]
_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[AnyNote] = msgspec.msgpack.Decoder(AnyNote)


class Bus:
    def __init__(self, url: str, node: NodeId) -> None:
        self.node = node
        self._out = connect(url, timeout=1.0)
        self._in = connect(url, timeout=None)
        self._listeners: dict[str, Listener] = {}
        self._pubsub: PubSub | None = None
        self._heard = 0.0
        self._probe = f"holdspace:probe:{node}"
        self._own_probe = _encoder.encode(Probe(node=node))
        self._queue: asyncio.Queue[tuple[str, bytes]] = asyncio.Queue(maxsize=10_000)

    @property
    def hears(self) -> bool:
        """The last probe to itself came back in time."""
        return time.monotonic() - self._heard < DEAF_AFTER

    async def listen(self, session: SessionId, listener: Listener) -> None:
        channel = PREFIX + session
        self._listeners[channel] = listener
        if self._pubsub is not None:
            try:
                await self._pubsub.subscribe(channel)
            except (RedisError, OSError):
                log.info("could not subscribe; the listener's next connection does")

    async def forget(self, session: SessionId) -> None:
        channel = PREFIX + session
        self._listeners.pop(channel, None)
        if self._pubsub is not None:
            try:
                await self._pubsub.unsubscribe(channel)
            except (RedisError, OSError):
                log.info("could not unsubscribe; the channel is ignored")

    def tell(self, session: SessionId, note: AnyNote) -> None:
        """Sent soon, in order, or lost. Never waits: a full queue means that Redis is away, and then it is lost."""
        self._send(PREFIX + session, _encoder.encode(note))

    async def flushed(self) -> None:
        """Returns when everything told so far was sent or lost, at the latest after a second."""
        try:
            async with asyncio.timeout(FLUSH_WITHIN):
                await self._queue.join()
        except TimeoutError:
            log.info("Redis did not take everything in time")

    async def run(self) -> None:
        """Until cancelled: publish, listen, probe."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._publish())
            tasks.create_task(self._listen())
            tasks.create_task(self._probe_itself())

    async def close(self) -> None:
        await self._out.aclose()
        await self._in.aclose()

    def _send(self, channel: str, content: bytes) -> None:
        try:
            self._queue.put_nowait((channel, content))
        except asyncio.QueueFull:
            log.warning("a publication was dropped: Redis does not take them")

    async def _publish(self) -> None:
        while True:
            channel, content = await self._queue.get()
            try:
                await self._out.publish(channel, content)
            except (RedisError, OSError):
                log.info("a publication was lost: Redis is away")
            finally:
                self._queue.task_done()

    async def _listen(self) -> None:
        while True:
            try:
                async with self._in.pubsub() as pubsub:
                    await self._subscribe_all(pubsub)
                    self._send(self._probe, self._own_probe)
                    began = time.monotonic()
                    while True:
                        # None also stands for a confirmed subscription, so silence is measured and not counted.
                        message = await pubsub.get_message(ignore_subscribe_messages=True, timeout=DEAF_AFTER)
                        if message is not None:
                            self._hear(message["channel"], message["data"])
                        elif time.monotonic() - max(began, self._heard) >= DEAF_AFTER:
                            break  # a line that is silent though we probe: start anew
            except (RedisError, OSError, TimeoutError):
                log.info("Redis is away; trying again")
            finally:
                self._pubsub = None
            await asyncio.sleep(RETRY_AFTER)

    async def _subscribe_all(self, pubsub: PubSub) -> None:
        """Also to what comes while the line is made: two tasks must not both make it. Raises TimeoutError, RedisError, OSError."""
        known = [self._probe, *self._listeners]
        async with asyncio.timeout(DEAF_AFTER):  # the listener's line itself has no limit
            await pubsub.subscribe(*known)
            self._pubsub = pubsub
            later = [channel for channel in self._listeners if channel not in known]
            if later:
                await pubsub.subscribe(*later)

    def _hear(self, channel: bytes | str, content: bytes) -> None:
        name = channel.decode() if isinstance(channel, bytes) else channel
        if name == self._probe:
            self._heard = time.monotonic()
            return
        try:
            note = _decoder.decode(content)
        except msgspec.DecodeError:
            log.warning("a publication was not understood: does another version write to this Redis?")
            return
        listener = self._listeners.get(name)
        if listener is not None and note.node != self.node:
            listener(note)

    async def _probe_itself(self) -> None:
        while True:
            self._send(self._probe, self._own_probe)
            await asyncio.sleep(PROBE_EVERY)
