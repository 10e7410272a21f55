"""Encode once, write many: prepared websocket frames go straight to a socket's transport.

uvicorn offers no way past its per-message path, so its protocol class is extended: it hands the endpoint a `FrameWriter` in the
ASGI scope. Where that is missing (another server), `PlainWriter` does the same through ordinary `send_text`.
What both keep true: nothing before the handshake or after a close; never past a paused transport; in order with ordinary sends.
"""

import asyncio
import socket
from collections.abc import Callable
from typing import Any, Protocol, cast

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

EXTENSION = "holdspace.frames"
SEND_BUFFER = 65536
"""Bytes the kernel may hold for one socket (SO_SNDBUF)."""
NOT_SENT_LOW = 16384
"""Bytes the kernel takes that are not sent yet (TCP_NOTSENT_LOWAT): a slow phone's backlog stays where we can replace it."""
HIGH_WATER = 65536
"""Bytes in the process before a socket counts as paused."""


def text_frame(payload: bytes) -> bytes:
    """One unmasked, final text frame (RFC 6455 §5.2) around UTF-8 `payload`."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, size)) + payload
    if size < 65536:
        return b"\x81\x7e" + size.to_bytes(2, "big") + payload
    return b"\x81\x7f" + size.to_bytes(8, "big") + payload


class Writer(Protocol):
    """The way out to one socket."""

    on_drain: Callable[[], None] | None

    @property
    def paused(self) -> bool: ...

    def write(self, frames: bytes) -> None:
        """Framed bytes, whole frames only. Dropped when the socket is gone."""


class FrameWriter:
    def __init__(self, protocol: "FrameProtocol") -> None:
        self._protocol = protocol
        self.on_drain: Callable[[], None] | None = None
        self.paused = False

    def write(self, frames: bytes) -> None:
        protocol = self._protocol
        open_now = protocol.handshake_complete and not protocol.close_sent and not protocol.disconnected
        if open_now and not protocol.transport.is_closing():
            protocol.transport.write(frames)


class FrameProtocol(WebSocketsSansIOProtocol):
    """uvicorn's websocket protocol with bounded kernel buffers and a `FrameWriter` in the scope's extensions."""

    writer: FrameWriter | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=HIGH_WATER)
        raw = transport.get_extra_info("socket")
        if raw is not None and raw.family in (socket.AF_INET, socket.AF_INET6):
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if hasattr(socket, "TCP_NOTSENT_LOWAT"):
                raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, NOT_SENT_LOW)

    async def run_asgi(self) -> None:
        self.writer = FrameWriter(self)
        extensions = cast(dict[str, Any], self.scope["extensions"])
        extensions[EXTENSION] = self.writer
        await super().run_asgi()

    def send_receive_event_to_app(self) -> None:
        """A text that is no UTF-8 goes on as the bytes it is, which no endpoint of ours takes; uvicorn would log a traceback."""
        if self.curr_msg_data_type == "text" and not _is_text(b"".join(self.frames)):
            self.curr_msg_data_type = "bytes"
        super().send_receive_event_to_app()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self.writer is not None:
            self.writer.paused = True

    def resume_writing(self) -> None:
        super().resume_writing()
        if self.writer is not None:
            self.writer.paused = False
            if self.writer.on_drain is not None:
                self.writer.on_drain()


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


class PlainWriter:
    """The portable fallback: one task per socket sends texts one after the other; while one is under way it counts as paused."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self._texts: list[str] = []
        self._task: asyncio.Task[None] | None = None
        self.on_drain: Callable[[], None] | None = None

    @property
    def paused(self) -> bool:
        return self._task is not None

    def write(self, frames: bytes) -> None:
        self._texts += unframed(frames)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._send())

    async def _send(self) -> None:
        try:
            while self._texts:
                await self._websocket.send_text(self._texts.pop(0))
        except (WebSocketDisconnect, WebSocketDisconnected):
            self._texts.clear()
        finally:
            self._task = None
        if self.on_drain is not None:
            self.on_drain()


def unframed(frames: bytes) -> list[str]:
    """The texts of frames made by `text_frame`."""
    texts: list[str] = []
    at = 0
    while at < len(frames):
        size, start = frames[at + 1], at + 2
        if size == 126:
            size, start = int.from_bytes(frames[at + 2 : at + 4], "big"), at + 4
        elif size == 127:
            size, start = int.from_bytes(frames[at + 2 : at + 10], "big"), at + 10
        texts.append(frames[start : start + size].decode())
        at = start + size
    return texts


def writer_of(websocket: WebSocket) -> Writer:
    found = websocket.scope.get("extensions", {}).get(EXTENSION)
    return cast(Writer, found) if found is not None else PlainWriter(websocket)
