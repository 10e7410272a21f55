"""Time: the wall's, corrected to the database's; and each session's own, which a rehearsal lets run faster.

Deadlines are state, and any node may fire them. The node that wrote last is first, the others follow a little apart;
the same deadline carries the same command id from every node, so it takes effect once.
"""

import asyncio
import hashlib
import time
from collections.abc import Callable

from msgspec import Struct

from workshop.domain.words import CommandId, Millis, NodeId, SessionId


class WallClock:
    """Milliseconds since 1970 by the database's clock: ours plus the offset that was last measured."""

    def __init__(self) -> None:
        self.offset_ms: Millis = 0

    def now(self) -> Millis:
        return time.time_ns() // 1_000_000 + self.offset_ms


class SessionClock:
    """A session's time: `origin` plus what passed on the wall since then, `pace` times as fast (1 outside of rehearsals)."""

    def __init__(self, wall: WallClock, origin: Millis, pace: float) -> None:
        self._wall, self._origin, self.pace = wall, origin, pace

    def now(self) -> Millis:
        return self._origin + round((self._wall.now() - self._origin) * self.pace)

    def seconds_until(self, moment: Millis) -> float:
        """Wall seconds from now until this session time; negative once it is past."""
        return (moment - self.now()) / self.pace / 1000

    def of_wall(self, duration: Millis) -> Millis:
        """A wall duration (a grace, a lapse) in session time."""
        return round(duration * self.pace)


class Deadline(Struct, frozen=True):
    """Something due in a session: what the state said, and which wish answers it."""

    due: Millis
    run: int
    round: int

    def command_id(self, session: SessionId, wish: str) -> CommandId:
        """The same on every node."""
        named = f"{session}:{self.run}:{self.round}:{self.due}:{wish}"
        return CommandId(hashlib.sha256(named.encode()).hexdigest()[:32])


STAGGER_PLACES = 4


def stagger_place(node: NodeId, wrote_last: bool) -> int:
    """0 for the node that wrote last; the others spread over the places after it."""
    return 0 if wrote_last else 1 + int(hashlib.sha256(node.encode()).hexdigest(), 16) % STAGGER_PLACES


class Alarm:
    """Calls back once at a wall delay from now; setting it again replaces the earlier time."""

    def __init__(self) -> None:
        self._handle: asyncio.TimerHandle | None = None

    def set(self, delay: float, call: Callable[[], None]) -> None:
        self.cancel()
        self._handle = asyncio.get_running_loop().call_later(max(0.0, delay), call)

    def cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
