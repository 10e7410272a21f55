"""Facts about turns."""

from workshop.domain.events.scopes import CHAIR, TURNS
from workshop.domain.words import Event, Millis, SeatId


class CircleStarted(Event, frozen=True, tag="circle_started"):
    touches = TURNS
    run: int
    order: tuple[SeatId, ...]
    seconds: int
    ends_at: Millis


class TurnEnded(Event, frozen=True, tag="turn_ended"):
    """Spoken, passed, or said for them: it looks the same. `ends_at` is the next turn's."""

    touches = TURNS
    run: int
    turn: int
    ends_at: Millis


class TurnPutLater(Event, frozen=True, tag="turn_put_later"):
    touches = TURNS
    run: int
    turn: int
    ends_at: Millis


class TurnExtended(Event, frozen=True, tag="turn_extended"):
    touches = frozenset({"shared"})
    run: int
    turn: int
    ends_at: Millis


class ChairAsked(Event, frozen=True, tag="chair_asked"):
    touches = CHAIR
    run: int
    seat: SeatId


class ChairTaken(Event, frozen=True, tag="chair_taken"):
    touches = CHAIR
    run: int
    seat: SeatId


class ChairLeft(Event, frozen=True, tag="chair_left"):
    """Out of the fishbowl or its queue."""

    touches = TURNS
    run: int
    seat: SeatId


class CircleFinished(Event, frozen=True, tag="circle_finished"):
    touches = TURNS
    run: int
