"""Every fact of a session. The closed union is what the log holds; `touches` is proved by a property test.

An event names ids, never words. No event between a stage's opening and closing names a seat because it answered or passed.
"""

from typing import Literal

from workshop.domain.commands import FormedRoom
from workshop.domain.pictures import Sums
from workshop.domain.words import CardId, Event, Millis, NodeId, Nonce, PartScope, RoomId, SeatId, TextId

_ALL: frozenset[PartScope] = frozenset({"shared", "console", "screen"})
_CLOSED: frozenset[PartScope] = frozenset({"shared", "receipts", "console", "screen"})
_PEOPLE: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seat", "seats", "rooms"})
_ROOMS: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seats", "rooms"})
_DESK: frozenset[PartScope] = frozenset({"console", "screen"})


class SeatJoined(Event, frozen=True, tag="seat_joined"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId
    alias: TextId
    mark: int


class PersonRested(Event, frozen=True, tag="person_rested"):
    touches = _PEOPLE
    seat: SeatId


class PersonReturned(Event, frozen=True, tag="person_returned"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId


class PersonLeft(Event, frozen=True, tag="person_left"):
    touches = _PEOPLE
    seat: SeatId


class DoorLocked(Event, frozen=True, tag="door_locked"):
    touches = _DESK


class DoorUnlocked(Event, frozen=True, tag="door_unlocked"):
    touches = _DESK


class StageOpened(Event, frozen=True, tag="stage_opened"):
    touches = _ROOMS
    run: int
    stage: int
    ends_at: Millis


class GuideStepped(Event, frozen=True, tag="guide_stepped"):
    touches = _ALL
    run: int
    step: int


class StageExtended(Event, frozen=True, tag="stage_extended"):
    touches = _ALL
    run: int
    ends_at: Millis


class ClosingBegan(Event, frozen=True, tag="closing_began"):
    touches = _ALL
    run: int
    attempt: int
    nodes: tuple[NodeId, ...]
    grace_until: Millis
    lapses_at: Millis


class ClosingFellShort(Event, frozen=True, tag="closing_fell_short"):
    """Fewer people than the floor: nothing was unsealed. `count` is how many there were."""

    touches = _ALL
    run: int
    attempt: int
    count: int


class StageReopened(Event, frozen=True, tag="stage_reopened"):
    touches = _ALL
    run: int
    ends_at: Millis


class StageDropped(Event, frozen=True, tag="stage_dropped"):
    """Too few people: what was held is forgotten everywhere, unopened."""

    touches = _CLOSED
    run: int
    outcome: Literal["discarded", "spoken"]


class TallyClosed(Event, frozen=True, tag="tally_closed"):
    touches = _CLOSED
    run: int
    sums: Sums
    receipts: tuple[Nonce, ...]


class WallClosed(Event, frozen=True, tag="wall_closed"):
    touches = _CLOSED
    run: int
    cards: tuple[CardId, ...]
    receipts: tuple[Nonce, ...]


class PictureRevealed(Event, frozen=True, tag="picture_revealed"):
    touches = _ALL
    run: int


class PictureHidden(Event, frozen=True, tag="picture_hidden"):
    touches = _ALL
    run: int


class CardApproved(Event, frozen=True, tag="card_approved"):
    touches = frozenset({"console"})
    run: int
    card: CardId


class CardHidden(Event, frozen=True, tag="card_hidden"):
    touches = _ALL
    run: int
    card: CardId


class CardsReleased(Event, frozen=True, tag="cards_released"):
    touches = _ALL
    run: int
    cards: tuple[CardId, ...]


class RoomsFormed(Event, frozen=True, tag="rooms_formed"):
    touches = _ROOMS
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...]
    starts_at: Millis | None
    """None: they wait for the facilitator's Go."""


class RoomsStarted(Event, frozen=True, tag="rooms_started"):
    touches = _ROOMS
    run: int
    round: int
    at: Millis


class RoomStepped(Event, frozen=True, tag="room_stepped"):
    """The rooms whose step was over, each with the step it is in now."""

    touches = frozenset({"rooms", "console", "screen"})
    run: int
    round: int
    steps: dict[RoomId, int]


class RoomsFinished(Event, frozen=True, tag="rooms_finished"):
    touches = _ROOMS
    run: int


class RoomCalmed(Event, frozen=True, tag="room_calmed"):
    touches = _ROOMS


class RoomResumed(Event, frozen=True, tag="room_resumed"):
    touches = _ROOMS
    by: Millis


class DeadlinesShifted(Event, frozen=True, tag="deadlines_shifted"):
    touches = _ROOMS
    by: Millis


class SessionEnded(Event, frozen=True, tag="session_ended"):
    touches = _ROOMS


AnyEvent = (
    SeatJoined
    | PersonRested
    | PersonReturned
    | PersonLeft
    | DoorLocked
    | DoorUnlocked
    | StageOpened
    | GuideStepped
    | StageExtended
    | ClosingBegan
    | ClosingFellShort
    | StageReopened
    | StageDropped
    | TallyClosed
    | WallClosed
    | PictureRevealed
    | PictureHidden
    | CardApproved
    | CardHidden
    | CardsReleased
    | RoomsFormed
    | RoomsStarted
    | RoomStepped
    | RoomsFinished
    | RoomCalmed
    | RoomResumed
    | DeadlinesShifted
    | SessionEnded
)
