"""The websocket endpoint: origin, proof, then a pump that hands on what comes and never waits for a decision.

Nobody learns anything of a session before the proof: a foreign origin is refused before the handshake, and a socket without a
valid hello in time is closed before any session code runs.
"""

import asyncio
import logging
import time
from typing import NamedTuple

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from realtime import peer as p
from realtime import wire
from realtime.codes import Close
from realtime.fanout import Audience
from realtime.frames import text_frame, writer_of
from realtime.hub import Hub
from realtime.opening import help_of
from realtime.outbox import Outbox
from realtime.proof import key_hash, same_origin, tidy_code
from realtime.room import Room
from realtime.settings import Settings
from workshop.domain.words import Role, SeatId
from workshop.records.errors import RecordsError
from workshop.records.links import links_there
from workshop.records.reading import seat_by_key
from workshop.records.tickets import spend_ticket

log = logging.getLogger("holdspace.gateway")

_GONE = (WebSocketDisconnect, WebSocketDisconnected)


class Gateway:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._settings = hub.tools.settings

    async def endpoint(self, websocket: WebSocket) -> None:
        if not same_origin(websocket, self._settings):
            await websocket.close()
            return
        await websocket.accept()
        connection = _Connection(websocket, self._hub, self._settings)
        try:
            await connection.run()
        except _GONE:
            pass
        finally:
            connection.left()


class _Proved(NamedTuple):
    """Who looks: a seat's phone, or a console or screen that came with a link."""

    room: Room
    role: Role
    seat: SeatId | None
    link: str | None


class _Connection:
    """One accepted socket until it closes."""

    def __init__(self, websocket: WebSocket, hub: Hub, settings: Settings) -> None:
        self._websocket, self._hub, self._settings = websocket, hub, settings
        self._peer = p.Peer(time.monotonic())
        self._room: Room | None = None
        self._audience: Audience | None = None
        self._closer: asyncio.Task[None] | None = None

    async def run(self) -> None:
        closing = await self._prove()
        while closing is None:
            signal = self._peer.received(await self._receive(), time.monotonic())
            closing = self._handle(signal)
        await self._say_close(closing.close)

    def left(self) -> None:
        self._peer.closed()
        if self._room is not None and self._audience is not None:
            self._room.leave(self._audience)

    def close(self, close: Close) -> None:
        """From outside the pump: superseded, too slow, or the session is gone."""
        if self._closer is None:
            self._peer.closed()
            self._closer = asyncio.get_running_loop().create_task(self._close_quietly(close))

    async def _close_quietly(self, close: Close) -> None:
        try:
            await self._say_close(close)
        except _GONE:
            log.debug("the socket was gone already")

    async def _say_close(self, close: Close) -> None:
        await self._websocket.close(close.code, close.reason)

    async def _receive(self) -> str | None:
        message = await self._websocket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        text: str | None = message.get("text")
        return text

    async def _prove(self) -> p.Closing | None:
        """Hello, proof and first view within the time for it; None when the socket is live."""
        try:
            async with asyncio.timeout(self._settings.hello_timeout / 1000):
                signal = self._peer.received(await self._receive(), time.monotonic())
        except TimeoutError:
            return self._peer.unproved()
        if isinstance(signal, p.Closing):
            return signal
        if not isinstance(signal, p.Proving):
            return self._peer.unproved()
        try:
            async with asyncio.timeout(self._settings.hello_timeout / 1000):
                found = await self._proved(signal.hello.proof)
                return self._peer.unproved() if found is None else await self._enter(signal.hello, found)
        except (TimeoutError, RecordsError):
            # The proof may be good: only the database did not answer, so the page may try again.
            return p.Closing(Close.BUSY)

    async def _enter(self, hello: wire.Hello, proved: "_Proved") -> p.Closing | None:
        room, role, seat = proved.room, proved.role, proved.seat
        if room.ended:
            return p.Closing(Close.ENDED)
        await room.stands_at(hello.position, seat)
        self._peer.entered()
        writer = writer_of(self._websocket)
        outbox = Outbox(writer, lambda: self.close(Close.SLOW))
        outbox.reply(text_frame(wire.encode(_welcome(room, role, self._settings))))
        self._room, self._audience = room, Audience(role, seat, outbox, self.close)
        self._audience.link = proved.link
        room.enter(self._audience)
        return None

    async def _proved(self, proof: wire.SeatProof | wire.TicketProof) -> "_Proved | None":
        database = self._hub.tools.database
        if isinstance(proof, wire.SeatProof):
            room = await self._hub.room_of_code(tidy_code(proof.code))
            seat = None if room is None else await seat_by_key(database, room.id, key_hash(proof.key))
            return None if room is None or seat is None else _Proved(room, "participant", seat, None)
        ticket = self._hub.tools.secrets.open_ticket(proof.ticket, self._hub.tools.wall.now())
        room = None if ticket is None else await self._hub.room(ticket.session)
        if ticket is None or room is None:
            return None
        if not await links_there(database, [ticket.link]):
            return None
        organization = room.row.settings.organization_id
        if not await spend_ticket(database, organization, ticket.id, ticket.expires):
            return None
        return _Proved(room, ticket.role, None, ticket.link)

    def _handle(self, signal: p.Signal) -> p.Closing | None:
        room, audience = self._room, self._audience
        if isinstance(signal, p.Closing):
            return signal
        assert room is not None
        assert audience is not None
        if audience.seat is not None:
            room.alive(audience.seat)
        match signal:
            case p.Asking(wish):
                room.ask(audience, wish)
            case p.Answering(given):
                room.take_answer(audience, given)
            case p.Tapping(tap):
                room.take_taps(audience, tap)
            case p.Drawing(draw):
                room.deal(audience, draw)
            case p.AskingNames():
                room.tell_names(audience)
        return None


def _welcome(room: Room, role: Role, settings: Settings) -> wire.Welcome:
    assert role != "system"
    return wire.Welcome(
        protocol=wire.PROTOCOL,
        role=role,
        now=room.clock.now(),
        pace=room.clock.pace,
        silence=settings.silence,
        help=help_of(room.row),
        retention_days=room.row.retention_days,
    )
