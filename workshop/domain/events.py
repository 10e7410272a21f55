"""Every fact of a session. The closed union is what the log holds; `touches` is proved by a property test.

An event names ids, never words. No event between a stage's opening and closing names a seat because it answered or passed.
"""

from typing import Literal

from workshop.domain.commands import FormedRoom
from workshop.domain.pictures import Sums
from workshop.domain.words import CardId, Event, Millis, NodeId, Nonce, PartScope, RoomId, SeatId, TextId

_ALL: frozenset[PartScope] = frozenset({"shared", "console", "screen"})
_PEOPLE: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seat", "seats", "rooms"})
_ROOMS: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seats", "rooms"})
_DESK: frozenset[PartScope] = frozenset({"console", "screen"})


class SeatJoined(Event, tag="seat_joined"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId
    alias: TextId
    mark: int


class PersonRested(Event, tag="person_rested"):
    touches = _PEOPLE
    seat: SeatId


class PersonReturned(Event, tag="person_returned"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId


class PersonLeft(Event, tag="person_left"):
    touches = _PEOPLE
    seat: SeatId


class DoorLocked(Event, tag="door_locked"):
    touches = _DESK


class DoorUnlocked(Event, tag="door_unlocked"):
    touches = _DESK


class StageOpened(Event, tag="stage_opened"):
    touches = _ROOMS
    run: int
    stage: int
    ends_at: Millis


class GuideStepped(Event, tag="guide_stepped"):
    touches = _ALL
    run: int
    step: int


class StageExtended(Event, tag="stage_extended"):
    touches = _ALL
    run: int
    ends_at: Millis


class ClosingBegan(Event, tag="closing_began"):
    touches = _ALL
    run: int
    attempt: int
    nodes: tuple[NodeId, ...]
    grace_until: Millis
    lapses_at: Millis


class ClosingFellShort(Event, tag="closing_fell_short"):
    """Fewer people than the floor: nothing was unsealed. `count` is how many there were."""

    touches = _ALL
    run: int
    attempt: int
    count: int


class StageReopened(Event, tag="stage_reopened"):
    touches = _ALL
    run: int
    ends_at: Millis


class StageDropped(Event, tag="stage_dropped"):
    """Too few people: what was held is forgotten everywhere, unopened."""

    touches = _ALL
    run: int
    outcome: Literal["discarded", "spoken"]


class TallyClosed(Event, tag="tally_closed"):
    touches = _ALL
    run: int
    sums: Sums
    receipts: tuple[Nonce, ...]


class WallClosed(Event, tag="wall_closed"):
    touches = _ALL
    run: int
    cards: tuple[CardId, ...]
    receipts: tuple[Nonce, ...]


class PictureRevealed(Event, tag="picture_revealed"):
    touches = _ALL
    run: int


class PictureHidden(Event, tag="picture_hidden"):
    touches = _ALL
    run: int


class CardApproved(Event, tag="card_approved"):
    touches = frozenset({"console"})
    run: int
    card: CardId


class CardHidden(Event, tag="card_hidden"):
    touches = _ALL
    run: int
    card: CardId


class CardsReleased(Event, tag="cards_released"):
    touches = _ALL
    run: int
    cards: tuple[CardId, ...]


class RoomsFormed(Event, tag="rooms_formed"):
    touches = _ROOMS
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...]
    starts_at: Millis | None
    """None: they wait for the facilitator's Go."""


class RoomsStarted(Event, tag="rooms_started"):
    touches = _ROOMS
    run: int
    round: int
    at: Millis


class RoomStepped(Event, tag="room_stepped"):
    """The rooms whose step was over, each with the step it is in now."""

    touches = frozenset({"rooms", "console", "screen"})
    run: int
    round: int
    steps: dict[RoomId, int]


class RoomsFinished(Event, tag="rooms_finished"):
    touches = _ROOMS
    run: int


class RoomCalmed(Event, tag="room_calmed"):
    touches = _ROOMS


class RoomResumed(Event, tag="room_resumed"):
    touches = _ROOMS
    by: Millis


class DeadlinesShifted(Event, tag="deadlines_shifted"):
    touches = _ROOMS
    by: Millis


class SessionEnded(Event, tag="session_ended"):
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
