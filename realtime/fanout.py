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
from workshop.domain.kinds.rooms.state import shown_room_of
from workshop.domain.session import Session
from workshop.domain.signals import SignalsOf
from workshop.domain.words import Millis, PartScope, Role, RoomId, SeatId

Part = tuple[PartScope, str]
SHARED: Part = ("shared", "")
DOOR: Part = ("shared", "door")
"""What everybody may know, for somebody whom nobody let in yet."""
RECEIPTS: Part = ("receipts", "")
NOTES: Part = ("notes", "")
CONSOLE: Part = ("console", "")
SCREEN: Part = ("screen", "")
_NO_ROOM = text_frame(wire.encode(wire.RoomPart(body=None)))


class Audience:
    """One socket: who looks, and the way there."""

    def __init__(self, role: Role, seat: SeatId | None, outbox: Outbox, close: Callable[[Close], None]) -> None:
        self.role, self.seat, self.outbox, self.close = role, seat, outbox, close
        self.proved = seat
        """Whose key it showed: `seat`, or one that was found to be the same person later."""
        self.link: str | None = None
        """The SHA-256 of the link that let it in; None: a phone."""
        self.shows: dict[str, Part | None] = {}
        """Which part it shows under which name; None: in no breakout."""
        self.since: Millis = 0
        """When it entered, by the wall clock."""


class Fanout:
    def __init__(
        self,
        session: Callable[[], Session],
        texts: Callable[[], views.Texts],
        signs: Callable[[], views.Signs],
        signals: Callable[[], SignalsOf],
        position: Callable[[], str],
        interval: float,
        failed: Callable[[], None],
    ) -> None:
        """The callables give what is true now; `interval` is in seconds; `failed` is called when a view cannot be made."""
        self._failed = failed
        self._session, self._texts, self._signs, self._position = session, texts, signs, position
        self._signals = signals
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
        audience.shows = self._seen_by(audience)
        parts = {name: _NO_ROOM if part is None else self._newest(part) for name, part in audience.shows.items()}
        audience.outbox.parts(parts, self._at())

    def remove(self, audience: Audience) -> None:
        self.audiences.discard(audience)

    def of_seat(self, seat: SeatId) -> list[Audience]:
        """Sockets that showed the key of this very seat."""
        return [audience for audience in self.audiences if audience.proved == seat]

    def has_seat(self, seat: SeatId) -> bool:
        return any(audience.seat == seat for audience in self.audiences)

    def has_console(self) -> bool:
        return any(audience.role == "facilitator" for audience in self.audiences)

    def touch(self, parts: Iterable[Part]) -> None:
        touched = set(parts)
        if SHARED in touched:
            touched.add(DOOR)
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
        self.touch(
            [SHARED, RECEIPTS, NOTES, CONSOLE, SCREEN, *(("seat", one.seat) for one in self.audiences if one.seat is not None)]
        )

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
        seen = {audience: self._seen_by(audience) for audience in self.audiences}
        watched = {SHARED, RECEIPTS, NOTES, *(part for shows in seen.values() for part in shows.values() if part is not None)}
        changed = self._changed(dirty, watched)
        position = self._at()
        for audience, shows in seen.items():
            parts = self._parts_for(audience, shows, changed)
            if parts:
                audience.outbox.parts(parts, position)

    def _changed(self, dirty: set[Part], watched: set[Part]) -> dict[Part, bytes]:
        changed: dict[Part, bytes] = {}
        for part in dirty:
            before = self._frames.pop(part, None)
            if part in watched:
                frame = self._frames[part] = self._ahead.get(part) or self._computed(part)
                if frame != before or part in self._apart:
                    changed[part] = frame
        self._ahead.clear()
        self._apart.clear()
        return changed

    def _seen_by(self, audience: Audience) -> dict[str, Part | None]:
        """Which parts are for it, under the names by which a page knows them."""
        if audience.role == "facilitator":
            return {"shared": SHARED, "console": CONSOLE}
        if audience.seat is None:
            return {"shared": SHARED, "screen": SCREEN}
        own: Part = ("seat", audience.seat)
        if not views.sees_session(self._session(), audience.seat):
            return {"seat": own, "room": None, "shared": DOOR}
        room = self._room_of(audience.seat)
        return {"seat": own, "room": ("rooms", room) if room else None, "receipts": RECEIPTS, "notes": NOTES, "shared": SHARED}

    def _parts_for(self, audience: Audience, shows: dict[str, Part | None], changed: dict[Part, bytes]) -> dict[str, bytes]:
        """What is new for it: parts that changed, and those that it sees in the place of others."""
        before, audience.shows = audience.shows, shows
        parts: dict[str, bytes] = {}
        for name, part in shows.items():
            if name not in before or before[name] != part:
                parts[name] = _NO_ROOM if part is None else self._frame(part)
            elif part is not None and part in changed:
                parts[name] = changed[part]
        return parts

    def _room_of(self, seat: SeatId) -> RoomId | None:
        found = shown_room_of(self._session(), seat)
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
                return wire.SharedPart(body=views.shared(session, texts) if part == SHARED else views.at_the_door(session))
            case "receipts":
                return wire.ReceiptsPart(body=views.receipts(session))
            case "notes":
                return wire.NotesPart(body=views.notes(session, texts))
            case "console":
                return wire.ConsolePart(body=views.console(session, texts, self._signs(), self._signals()))
            case "screen":
                return wire.ScreenPart(body=views.screen(session, texts, self._signs()))
            case "seat" | "seats":
                return wire.SeatPart(body=views.seat(session, SeatId(name), texts))
            case "rooms":
                return wire.RoomPart(body=views.room(session, RoomId(name), texts, self._signs().quiet))
