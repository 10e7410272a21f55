"""Simulated pages over real sockets: what all of them have in common, and the ones that lead. For practice, rehearsals and tests.

They speak the wire as a page does and keep what they were told, so that a test can compare it with a fresh view.
"""

import asyncio
import hashlib
import json
import logging
import random
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from realtime import wire
from realtime.codes import Close
from workshop.domain.commands import ClientCommand
from workshop.domain.parts import (
    ConsoleView,
    NotesView,
    ReceiptsView,
    RoomView,
    ScreenView,
    SeatView,
    SharedView,
)
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CommandId, Millis

log = logging.getLogger("holdspace.simulated")

BACK_OFF = 0.3
UNPROVED_RETRIES = 3
"""Closes with 4401 in a row that a page does not believe yet."""
_decoder: msgspec.json.Decoder[wire.ToPage] = msgspec.json.Decoder(wire.ToPage)

_directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
"""To the server it was given, whatever proxy the environment names; the sockets go directly too."""


class JoinRefused(Exception):
    """The door said no; `args[0]` is its code."""


async def post(base: str, path: str, body: Mapping[str, object]) -> tuple[int, dict[str, Any]]:
    """A JSON request as a page of `base` makes it: (status, answer)."""

    def ask() -> tuple[int, dict[str, Any]]:
        headers = {"Content-Type": "application/json", "Origin": base}
        request = urllib.request.Request(base + path, json.dumps(body).encode(), headers)
        try:
            with _directly.open(request, timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    return await asyncio.to_thread(ask)


class Page:
    """One page with one socket at a time. `shared` and the other parts are what it was told last."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.shared: SharedView | None = None
        self.seat: SeatView | None = None
        self.receipts: ReceiptsView | None = None
        self.notes: NotesView | None = None
        self.room: RoomView | None = None
        self.desk: ConsoleView | None = None
        self.screen: ScreenView | None = None
        self.position: str | None = None
        self.welcome: wire.Welcome | None = None
        self.closed: int | None = None
        self.frames = 0
        self.arrivals: dict[str, float] = {}
        """When each state of `shared` (by the hash of its frame) came first."""
        self.refusals: list[RefusalCode] = []
        self.done = 0
        self._socket: ClientConnection | None = None
        self._pending: dict[CommandId, asyncio.Future[RefusalCode | None]] = {}
        self._wishes: dict[CommandId, ClientCommand] = {}
        self._changed = asyncio.Event()
        self._unproved = 0
        self._heard_at: tuple[Millis, float] = (0, 0.0)
        """What the session's clock said last, and when that was."""

    def now(self) -> Millis:
        """The session's clock."""
        said, heard = self._heard_at
        pace = 1.0 if self.welcome is None else self.welcome.pace
        return said + round((time.monotonic() - heard) * 1000 * pace)

    async def proof(self) -> wire.SeatProof | wire.TicketProof:
        raise NotImplementedError

    async def run(self) -> None:
        """Connects, and again after every loss, until the server says not to."""
        while self.closed is None:
            try:
                await self._session()
            except (OSError, InvalidHandshake, TimeoutError, urllib.error.URLError):
                log.debug("no connection; trying again")
            await asyncio.sleep(BACK_OFF * (0.5 + random.random()))

    async def until(self, true: Callable[[], bool], within: float = 30.0) -> None:
        """Waits for something to be true of what this page was told. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while not true():
                self._changed.clear()
                await self._changed.wait()

    async def wait(self, seconds: float) -> None:
        """So long by the session's clock."""
        await asyncio.sleep(seconds / (1.0 if self.welcome is None else self.welcome.pace))

    async def do(self, command: ClientCommand, command_id: CommandId | None = None) -> RefusalCode | None:
        """Sends a wish and waits until it is decided, however many connections that takes. None: done."""
        identity = command_id or CommandId(token_hex(16))
        future: asyncio.Future[RefusalCode | None] = asyncio.get_running_loop().create_future()
        self._pending[identity], self._wishes[identity] = future, command
        await self.send(wire.Do(id=identity, command=command))
        refusal = await future
        if refusal is None:
            self.done += 1
        else:
            self.refusals.append(refusal)
        return refusal

    async def send(self, message: wire.FromPage) -> None:
        if self._socket is not None:
            try:
                await self._socket.send(msgspec.json.encode(message).decode())
            except ConnectionClosed:
                log.debug("not sent; it is repeated after the next connection")

    async def drop(self) -> None:
        """Cuts the line without a word, as a phone that loses its network does."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def _session(self) -> None:
        url = self.base.replace("http", "ws", 1) + "/ws"
        async with connect(url, origin=self.base, proxy=None, max_size=None, compression=None, open_timeout=10) as socket:  # type: ignore[arg-type]
            hello = wire.Hello(protocol=wire.PROTOCOL, proof=await self.proof(), position=self.position)
            try:
                await socket.send(msgspec.json.encode(hello).decode())
                self._socket = socket  # only now: a wish must never be the first frame
                async for text in socket:
                    await self._received(text if isinstance(text, str) else text.decode())
            except ConnectionClosed:
                log.debug("the line broke")
            finally:
                self._socket = None
            self._ended(socket.close_code)

    def _ended(self, code: int | None) -> None:
        close = next((close for close in Close if close.code == code), None)
        if close is Close.UNPROVED and self._unproved < UNPROVED_RETRIES:
            self._unproved += 1  # as the pages do: a hello that was lost on a slow line looks the same
            return
        if close is not None and not close.may_reconnect:
            self.closed = code
            self._changed.set()

    async def _received(self, text: str) -> None:
        self.frames += 1
        message = _decoder.decode(text)
        match message:
            case wire.Welcome():
                self.welcome = message
                self._unproved = 0
                self._heard_at = (message.now, time.monotonic())
                for identity, command in list(self._wishes.items()):
                    await self.send(wire.Do(id=identity, command=command))
            case wire.SharedPart(body=body):
                self.shared = body
                self.arrivals.setdefault(shared_key(text), time.perf_counter())
            case wire.ReceiptsPart(body=receipts):
                self.receipts = receipts
            case wire.NotesPart(body=notes):
                self.notes = notes
            case wire.SeatPart(body=seat):
                self.seat = seat
            case wire.RoomPart(body=room):
                self.room = room
            case wire.ConsolePart(body=desk):
                self.desk = desk
            case wire.ScreenPart(body=screen):
                self.screen = screen
            case wire.At(position=position):
                self.position = position
            case wire.Done(id=identity):
                self._decided(identity, None)
            case wire.Refused(id=identity, code=code):
                self._decided(identity, code)
            case wire.Beat(now=now):
                self._heard_at = (now, time.monotonic())
                await self.send(wire.Alive())
            case _:
                await self.took(message)
        await self.told(message)
        self._changed.set()

    def _decided(self, identity: CommandId, code: RefusalCode | None) -> None:
        self._wishes.pop(identity, None)
        future = self._pending.pop(identity, None)
        if future is not None and not future.done():
            future.set_result(code)

    async def took(self, message: wire.ToPage) -> None:
        """A receipt came."""

    async def told(self, message: wire.ToPage) -> None:
        """Something came."""


def shared_key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class Desk(Page):
    """A console or a shared screen, by the secret of its link."""

    def __init__(self, base: str, secret: str) -> None:
        super().__init__(base)
        self.secret = secret

    async def proof(self) -> wire.TicketProof:
        status, answer = await post(self.base, "/api/ticket", {"secret": self.secret})
        if status != 200:
            raise OSError(f"no ticket: {answer}")
        return wire.TicketProof(ticket=answer["ticket"])
