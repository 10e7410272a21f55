"""What waits for one socket: bounded, and of each part only the newest.

While the transport is paused, parts replace their older selves (at most one of each kind waits) and direct replies queue up to
`MOST_REPLIES`; a socket that lets even those overflow is closed and starts again with a fresh view.
"""

from collections import deque
from collections.abc import Callable, Mapping

from realtime.frames import Writer

MOST_REPLIES = 64


class Outbox:
    def __init__(self, writer: Writer, overflowed: Callable[[], None]) -> None:
        self._writer = writer
        self._overflowed = overflowed
        self._replies: deque[bytes] = deque()
        self._parts: dict[str, bytes] = {}
        self._position: bytes = b""
        self.sent_frames = 0
        writer.on_drain = self._drained

    def reply(self, frame: bytes) -> None:
        """A frame for this socket alone, never dropped."""
        if not self._writer.paused and not self._replies:
            self._write(frame, 1)
        elif len(self._replies) < MOST_REPLIES:
            self._replies.append(frame)
        else:
            self._overflowed()

    def hint(self, frame: bytes) -> None:
        """A frame that is worth nothing later (a beat): dropped when the socket is behind."""
        if not self._writer.paused:
            self._write(frame, 1)

    def parts(self, parts: Mapping[str, bytes], position: bytes) -> None:
        """New views by part name, then where they stand. Older ones that still wait are replaced."""
        if self._writer.paused or self._parts:
            self._parts.update(parts)
            self._position = position
            return
        self._write(b"".join([*parts.values(), position]), len(parts) + 1)

    def _write(self, frames: bytes, count: int) -> None:
        self.sent_frames += count
        self._writer.write(frames)

    def _drained(self) -> None:
        while self._replies and not self._writer.paused:
            self._write(self._replies.popleft(), 1)
        if self._parts and not self._writer.paused:
            parts, self._parts = self._parts, {}
            self._write(b"".join([*parts.values(), self._position]), len(parts) + 1)
