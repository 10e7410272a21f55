"""Every fact of a session. The closed union is what the log holds; `touches` is proved by a property test.

An event names ids, never words. No event between a stage's opening and closing names a seat because it answered or passed.
"""

from typing import Literal

from workshop.domain.commands import FormedRoom
from workshop.domain.pictures import Sums
from workshop.domain.words import (
    CardId,
    CareOutcome,
    Event,
    LineId,
    Millis,
    NodeId,
    Nonce,
    PartScope,
    RoomId,
    SeatId,
    TextId,
    Veil,
)

_ALL: frozenset[PartScope] = frozenset({"shared", "console", "screen"})
_CLOSED: frozenset[PartScope] = frozenset({"shared", "receipts", "console", "screen"})
_PEOPLE: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seat", "seats", "rooms"})
_ROOMS: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seats", "rooms"})
_MOVED: frozenset[PartScope] = _ROOMS | {"receipts"}
"""Another stage, or none: lines that nobody collected are left out, and phones learn it from the receipts."""
_SHOWN: frozenset[PartScope] = frozenset({"shared", "console"})
_TURNS: frozenset[PartScope] = frozenset({"shared", "console", "seats"})
_DESK: frozenset[PartScope] = frozenset({"console", "screen"})


class SeatJoined(Event, frozen=True, tag="seat_joined"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId
    alias: TextId
    mark: int
    waiting: bool = False
    """At the door until a facilitator admits them."""
    phone: bool = True


class PersonAdmitted(Event, frozen=True, tag="person_admitted"):
    touches = frozenset({"shared", "console", "screen", "seat"})
    seat: SeatId


class PersonDeclined(Event, frozen=True, tag="person_declined"):
    touches = frozenset({"console", "seat"})
    seat: SeatId


class SeatNamed(Event, frozen=True, tag="seat_named"):
    """Another alias: the row of the old one is deleted with this fact."""

    touches = _PEOPLE
    seat: SeatId
    alias: TextId
    mark: int


class SeatsMerged(Event, frozen=True, tag="seats_merged"):
    """`seat` is gone; its phone is one of `into` from now on."""

    touches = _PEOPLE
    seat: SeatId
    into: SeatId


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
    touches = _MOVED
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
    outcome: Literal["discarded", "spoken", "skipped"]


class StageReturned(Event, frozen=True, tag="stage_returned"):
    """An earlier stage is shown again as it was left, under its own run."""

    touches = _MOVED
    run: int
    stage: int


class NoteSent(Event, frozen=True, tag="note_sent"):
    """A note to everybody; None: it was taken off."""

    touches = frozenset({"shared"})
    note: TextId | None


class TallyClosed(Event, frozen=True, tag="tally_closed"):
    touches = _CLOSED
    run: int
    sums: Sums
    receipts: tuple[Nonce, ...]
    by_five: tuple[str, ...] = ()
    """What five people or more answered, where the sums may be words that hold no number: the keys of the sliders, else
    "answer". The summary goes by it, and no page is told: it would say more of those who passed than the words do."""


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
    """A batch that comes after the cards on the wall; with a late one among them, the whole wall in its new order."""

    touches = _ALL
    run: int
    cards: tuple[CardId, ...]


class CardReconsidered(Event, frozen=True, tag="card_reconsidered"):
    touches = frozenset({"console"})
    run: int
    card: CardId


class CardReturned(Event, frozen=True, tag="card_returned"):
    """Not shown; the row `note` is sealed to its unknown author."""

    touches = frozenset({"shared", "notes", "console"})
    run: int
    card: CardId
    note: TextId


class CardVeiled(Event, frozen=True, tag="card_veiled"):
    touches = _SHOWN
    run: int
    card: CardId
    veil: Veil | None


class CardFeatured(Event, frozen=True, tag="card_featured"):
    touches = _SHOWN
    run: int
    card: CardId | None


class CardWithdrawn(Event, frozen=True, tag="card_withdrawn"):
    """Gone everywhere, in whatever stage it was, and the sealed notes to its author with it."""

    touches = frozenset({"shared", "notes", "console"})
    card: CardId


class CardRewritten(Event, frozen=True, tag="card_rewritten"):
    """Off the wall, and waiting again with other words, in whatever stage it was."""

    touches = _SHOWN
    card: CardId


class GaugeShown(Event, frozen=True, tag="gauge_shown"):
    """Taps per line or card, nobody's in particular."""

    touches = frozenset({"shared"})
    run: int
    totals: dict[str, int]


class LinesCollected(Event, frozen=True, tag="lines_collected"):
    """Proposed agreements, shuffled, for the facilitator; writing goes on."""

    touches = frozenset({"shared", "receipts", "console", "screen"})
    run: int
    attempt: int
    lines: tuple[LineId, ...]
    receipts: tuple[Nonce, ...]


class LineApproved(Event, frozen=True, tag="line_approved"):
    touches = _SHOWN
    run: int
    line: LineId


class LineHidden(Event, frozen=True, tag="line_hidden"):
    touches = _SHOWN
    run: int
    line: LineId


class LinesQuestioned(Event, frozen=True, tag="lines_questioned"):
    """The lines that have an open question now, all of them."""

    touches = _SHOWN
    run: int
    lines: tuple[LineId, ...]


class LinesKept(Event, frozen=True, tag="lines_kept"):
    touches = _SHOWN
    run: int
    lines: tuple[LineId, ...]


class CircleStarted(Event, frozen=True, tag="circle_started"):
    touches = _TURNS
    run: int
    order: tuple[SeatId, ...]
    seconds: int
    ends_at: Millis


class TurnEnded(Event, frozen=True, tag="turn_ended"):
    """Spoken, passed, or said for them: it looks the same. `ends_at` is the next turn's."""

    touches = _TURNS
    run: int
    turn: int
    ends_at: Millis


class TurnPutLater(Event, frozen=True, tag="turn_put_later"):
    touches = _TURNS
    run: int
    turn: int
    ends_at: Millis


class TurnExtended(Event, frozen=True, tag="turn_extended"):
    touches = frozenset({"shared"})
    run: int
    turn: int
    ends_at: Millis


class CircleFinished(Event, frozen=True, tag="circle_finished"):
    touches = _TURNS
    run: int


class CareAsked(Event, frozen=True, tag="care_asked"):
    """The row `care` names who asked; nothing here does."""

    touches = frozenset({"console", "seats"})
    care: TextId


class CareSettled(Event, frozen=True, tag="care_settled"):
    touches = frozenset({"console", "seats"})
    care: TextId
    outcome: CareOutcome


class ConsoleMissed(Event, frozen=True, tag="console_missed"):
    touches = frozenset({"shared"})


class ConsoleMet(Event, frozen=True, tag="console_met"):
    touches = frozenset({"shared"})


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
    touches = _MOVED


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
    | PersonAdmitted
    | PersonDeclined
    | SeatNamed
    | SeatsMerged
    | StageReturned
    | NoteSent
    | CardReconsidered
    | CardReturned
    | CardVeiled
    | CardFeatured
    | CardWithdrawn
    | CardRewritten
    | GaugeShown
    | LinesCollected
    | LineApproved
    | LineHidden
    | LinesQuestioned
    | LinesKept
    | CircleStarted
    | TurnEnded
    | TurnPutLater
    | TurnExtended
    | CircleFinished
    | CareAsked
    | CareSettled
    | ConsoleMissed
    | ConsoleMet
)
