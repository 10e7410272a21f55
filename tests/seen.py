"""What a page shows, gathered part by part, so that a test can compare it with what the database alone makes of it."""

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from workshop.domain import views
from workshop.domain.kinds.rooms.state import shown_room_of as room_of
from workshop.domain.parts import ConsoleView, NotesView, ReceiptsView, RoomView, ScreenView, SeatView, SharedView
from workshop.domain.session import Session
from workshop.domain.words import SeatId


class Seen(Struct, kw_only=True):
    """What a page shows."""

    shared: SharedView | None = None
    seat: SeatView | None = None
    room: RoomView | None = None
    receipts: ReceiptsView | None = None
    notes: NotesView | None = None
    console: ConsoleView | None = None
    screen: ScreenView | None = None


def of_phone(session: Session, texts: Mapping[str, str], seat: SeatId) -> Seen:
    found = room_of(session, seat)
    room = views.room(session, found[0].id, texts) if found else None
    return Seen(shared=views.shared(session, texts), seat=views.seat(session, seat, texts), room=room)


def plain(seen: Seen) -> Seen:
    """Without the signs of the moment, which are in no event: how many answered, who sleeps, who hands over."""
    console, screen = seen.console, seen.screen
    if console is not None:
        people = tuple(msgspec.structs.replace(person, asleep=False) for person in console.people)
        closing = (
            None if console.closing is None else msgspec.structs.replace(console.closing, missing=0, alone_without_redis=False)
        )
        console = msgspec.structs.replace(console, answered=0, coming_back=0, people=people, closing=closing)
    if screen is not None:
        screen = msgspec.structs.replace(screen, answered=0)
    return Seen(
        shared=seen.shared,
        seat=seen.seat,
        room=seen.room,
        receipts=seen.receipts,
        notes=seen.notes,
        console=console,
        screen=screen,
    )
