"""One connection as a state machine without I/O: awaiting hello → live → closed. Texts in, signals out.

It knows nothing of sessions: the gateway proves, enters and answers. Time is an argument, so that every race can be written down.
"""

from enum import Enum, auto

from msgspec import Struct

from realtime import wire
from realtime.codes import Close

BURST = 120
"""Frames that may come at once."""
PER_SECOND = 30.0
"""Frames a socket may send in the long run; a person sends far fewer."""


class PeerState(Enum):
    AWAITING_HELLO = auto()
    LIVE = auto()
    CLOSED = auto()


class Proving(Struct, frozen=True):
    """The first frame: somebody says who they are. The gateway answers with `entered` or closes."""

    hello: wire.Hello


class Asking(Struct, frozen=True):
    wish: wire.Do


class Answering(Struct, frozen=True):
    given: wire.GiveAnswer


class Tapping(Struct, frozen=True):
    tap: wire.Tap


class Drawing(Struct, frozen=True):
    draw: wire.Draw


class AskingNames(Struct, frozen=True):
    """Who is here?"""


class Breathing(Struct, frozen=True):
    """A proof of life and nothing else."""


class Closing(Struct, frozen=True):
    close: Close


Signal = Proving | Asking | Answering | Tapping | Drawing | AskingNames | Breathing | Closing


class Peer:
    def __init__(self, now: float) -> None:
        self.state = PeerState.AWAITING_HELLO
        self._proving = False
        self._tokens, self._refilled = float(BURST), now

    def received(self, text: str | None, now: float) -> Signal:
        """What this frame means. `text` is None for a binary frame: there are none in this protocol."""
        if self.state is PeerState.CLOSED:
            return Breathing()
        if not self._allowed(now):
            return self._close(Close.TOO_MANY)
        message = None if text is None else wire.decode(text)
        if message is None:
            return self._close(Close.MALFORMED)
        if self.state is PeerState.AWAITING_HELLO:
            return self._first(message)
        match message:
            case wire.Do():
                return Asking(message)
            case wire.GiveAnswer():
                return Answering(message)
            case wire.Tap():
                return Tapping(message)
            case wire.Draw():
                return Drawing(message)
            case wire.AskNames():
                return AskingNames()
            case wire.Alive():
                return Breathing()
            case wire.Hello():
                return self._close(Close.MALFORMED)

    def entered(self) -> None:
        """The proof was good."""
        assert self.state is PeerState.AWAITING_HELLO
        self.state = PeerState.LIVE

    def unproved(self) -> Closing:
        """No valid hello in time, or a proof that is not good."""
        return self._close(Close.UNPROVED)

    def closed(self) -> None:
        self.state = PeerState.CLOSED

    def _first(self, message: wire.FromPage) -> Signal:
        if not isinstance(message, wire.Hello) or self._proving:
            return self._close(Close.MALFORMED)
        if message.protocol not in wire.SPOKEN:
            return self._close(Close.PROTOCOL)
        self._proving = True
        return Proving(message)

    def _close(self, close: Close) -> Closing:
        self.state = PeerState.CLOSED
        return Closing(close)

    def _allowed(self, now: float) -> bool:
        self._tokens = min(BURST, self._tokens + (now - self._refilled) * PER_SECOND)
        self._refilled = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True
