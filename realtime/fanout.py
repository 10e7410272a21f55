"""Views to sockets: a touched part is computed once, encoded once, framed once, and the same bytes go to everybody who sees it.

At once when quiet, at most every `fan_out` milliseconds while busy. A part whose bytes did not change is not sent.
"""

import asyncio
from collections.abc import Callable, Iterable

from realtime import wire
from realtime.codes import Close
from realtime.frames import text_frame
from realtime.outbox import Outbox
from workshop.domain import views
from workshop.domain.kinds.rooms import room_of
from workshop.domain.session import Session
from workshop.domain.words import Millis, PartScope, Role, RoomId, SeatId

Part = tuple[PartScope, str]
SHARED: Part = ("shared", "")
RECEIPTS: Part = ("receipts", "")
CONSOLE: Part = ("console", "")
SCREEN: Part = ("screen", "")
_NO_ROOM = text_frame(wire.encode(wire.RoomPart(body=None)))


class Audience:
    """One socket: who looks, and the way there."""

    def __init__(self, role: Role, seat: SeatId | None, outbox: Outbox, close: Callable[[Close], None]) -> None:
        self.role, self.seat, self.outbox, self.close = role, seat, outbox, close
        self.room: RoomId | None = None
        self.since: Millis = 0
        """When it entered, by the wall clock."""


class Fanout:
    def __init__(
        self,
        session: Callable[[], Session],
        texts: Callable[[], views.Texts],
        signs: Callable[[], views.Signs],
        position: Callable[[], str],
        interval: float,
        failed: Callable[[], None],
    ) -> None:
        """The callables give what is true now; `interval` is in seconds; `failed` is called when a view cannot be made."""
        self._failed = failed
        self._session, self._texts, self._signs, self._position = session, texts, signs, position
        self._interval = interval
        self.audiences: set[Audience] = set()
        self._frames: dict[Part, bytes] = {}
        self._dirty: set[Part] = set()
        self._ahead: dict[Part, bytes] = {}
        """Dirty parts that a newcomer was sent already; the others get the same bytes with the next tick."""
        self._apart: set[Part] = set()
        """Parts that changed again since: somebody shows other bytes than the rest, so the next ones go to everybody."""
        self._timer: asyncio.TimerHandle | None = None
        self._last_tick = -interval
        self.computed = 0
        """Parts computed so far: a test counts them."""

    def add(self, audience: Audience) -> None:
        """Sends the fresh view: the same bytes as anybody else's, and where it stands."""
        self.audiences.add(audience)
        parts: dict[str, bytes] = {}
        if audience.seat is not None:
            audience.room = self._room_of(audience.seat)
            parts["seat"] = self._newest(("seat", audience.seat))
            parts["room"] = self._newest(("rooms", audience.room)) if audience.room else _NO_ROOM
            parts["receipts"] = self._newest(RECEIPTS)
        parts["shared"] = self._newest(SHARED)
        if audience.role == "facilitator":
            parts["console"] = self._newest(CONSOLE)
        if audience.role == "screen":
            parts["screen"] = self._newest(SCREEN)
        audience.outbox.parts(parts, self._at())

    def remove(self, audience: Audience) -> None:
        self.audiences.discard(audience)

    def of_seat(self, seat: SeatId) -> list[Audience]:
        return [audience for audience in self.audiences if audience.seat == seat]

    def touch(self, parts: Iterable[Part]) -> None:
        touched = set(parts)
        self._dirty |= touched
        for part in touched & self._ahead.keys():
            del self._ahead[part]
            self._apart.add(part)
        if self._dirty and self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(loop.time(), self._last_tick + self._interval), self._due)

    def forget(self) -> None:
        """Everything may have changed (the session was restored)."""
        self._frames.clear()
        self._ahead.clear()
        self.touch([SHARED, RECEIPTS, CONSOLE, SCREEN, *(("seat", one.seat) for one in self.audiences if one.seat is not None)])

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _due(self) -> None:
        try:
            self.tick()
        except BaseException:
            # A timer's error would only be logged, and everybody would look at a view that stands still.
            self._failed()
            raise

    def tick(self) -> None:
        """Computes what was touched and somebody sees, and sends what is new."""
        self._last_tick = asyncio.get_running_loop().time()
        self.stop()
        dirty, self._dirty = self._dirty, set()
        changed = self._changed(dirty)
        if not changed:
            return
        position = self._at()
        for audience in self.audiences:
            parts = self._parts_for(audience, changed)
            if parts:
                audience.outbox.parts(parts, position)

    def _changed(self, dirty: set[Part]) -> dict[Part, bytes]:
        changed: dict[Part, bytes] = {}
        watched = self._watched()
        for part in dirty:
            before = self._frames.pop(part, None)
            if part in watched:
                frame = self._frames[part] = self._ahead.get(part) or self._computed(part)
                if frame != before or part in self._apart:
                    changed[part] = frame
        self._ahead.clear()
        self._apart.clear()
        return changed

    def _watched(self) -> set[Part]:
        parts: set[Part] = {SHARED, RECEIPTS}
        for audience in self.audiences:
            if audience.seat is not None:
                parts.add(("seat", audience.seat))
                room = self._room_of(audience.seat)
                if room is not None:
                    parts.add(("rooms", room))
            elif audience.role == "facilitator":
                parts.add(CONSOLE)
            else:
                parts.add(SCREEN)
        return parts

    def _parts_for(self, audience: Audience, changed: dict[Part, bytes]) -> dict[str, bytes]:
        parts: dict[str, bytes] = {}
        if audience.seat is not None:
            seat_part: Part = ("seat", audience.seat)
            if seat_part in changed:
                parts["seat"] = changed[seat_part]
            room = self._room_of(audience.seat)
            if room != audience.room:
                audience.room = room
                parts["room"] = self._frame(("rooms", room)) if room else _NO_ROOM
            elif room is not None and ("rooms", room) in changed:
                parts["room"] = changed["rooms", room]
            if RECEIPTS in changed:
                parts["receipts"] = changed[RECEIPTS]
        if SHARED in changed:
            parts["shared"] = changed[SHARED]
        if audience.role == "facilitator" and CONSOLE in changed:
            parts["console"] = changed[CONSOLE]
        if audience.role == "screen" and SCREEN in changed:
            parts["screen"] = changed[SCREEN]
        return parts

    def _room_of(self, seat: SeatId) -> RoomId | None:
        found = room_of(self._session(), seat)
        return found[0].id if found else None

    def _at(self) -> bytes:
        return text_frame(wire.encode(wire.At(position=self._position())))

    def _frame(self, part: Part) -> bytes:
        known = self._frames.get(part)
        if known is None:
            known = self._frames[part] = self._computed(part)
        return known

    def _newest(self, part: Part) -> bytes:
        """As it is now, even between two ticks: older bytes under the newer position would let time run backwards."""
        if part not in self._dirty:
            return self._frame(part)
        known = self._ahead.get(part)
        if known is None:
            known = self._ahead[part] = self._computed(part)
        return known

    def _computed(self, part: Part) -> bytes:
        self.computed += 1
        return text_frame(wire.encode(self._message(part)))

    def _message(self, part: Part) -> wire.ToPage:
        session, texts = self._session(), self._texts()
        scope, name = part
        match scope:
            case "shared":
                return wire.SharedPart(body=views.shared(session, texts))
            case "receipts":
                return wire.ReceiptsPart(body=views.receipts(session))
            case "console":
                return wire.ConsolePart(body=views.console(session, texts, self._signs()))
            case "screen":
                return wire.ScreenPart(body=views.screen(session, texts, self._signs()))
            case "seat" | "seats":
                return wire.SeatPart(body=views.seat(session, SeatId(name), texts))
            case "rooms":
                return wire.RoomPart(body=views.room(session, RoomId(name), texts))
