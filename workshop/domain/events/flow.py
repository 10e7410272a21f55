"""Facts about stages, their closing, and the calm screen."""

from typing import Literal

from msgspec import field

from workshop.domain.events.scopes import ALL, CLOSED, MOVED, ROOMS
from workshop.domain.pictures import Sums
from workshop.domain.words import CardId, Event, Millis, NodeId, Nonce, TextId


class StageOpened(Event, frozen=True, tag="stage_opened"):
    touches = MOVED
    run: int
    stage: int
    ends_at: Millis


class GuideStepped(Event, frozen=True, tag="guide_stepped"):
    touches = ALL
    run: int
    step: int


class PacerStarted(Event, frozen=True, tag="pacer_started"):
    """From its first breath, also once more."""

    touches = ALL
    run: int
    began: Millis


class StageExtended(Event, frozen=True, tag="stage_extended"):
    touches = ALL
    run: int
    ends_at: Millis


class ClosingBegan(Event, frozen=True, tag="closing_began"):
    touches = ALL
    run: int
    attempt: int
    nodes: tuple[NodeId, ...]
    grace_until: Millis
    lapses_at: Millis


class ClosingFellShort(Event, frozen=True, tag="closing_fell_short"):
    """Fewer people than the floor: nothing was unsealed. `count` is how many there were."""

    touches = ALL
    run: int
    attempt: int
    count: int


class StageReopened(Event, frozen=True, tag="stage_reopened"):
    touches = ALL
    run: int
    ends_at: Millis


class StageDropped(Event, frozen=True, tag="stage_dropped"):
    """Too few people: what was held is forgotten everywhere, unopened."""

    touches = CLOSED
    run: int
    outcome: Literal["discarded", "spoken", "skipped"]


class StageReturned(Event, frozen=True, tag="stage_returned"):
    """An earlier stage is shown again as it was left, under its own run."""

    touches = MOVED
    run: int
    stage: int


class NoteSent(Event, frozen=True, tag="note_sent"):
    """A note to everybody; None: it was taken off."""

    touches = frozenset({"shared"})
    note: TextId | None


class TallyClosed(Event, frozen=True, tag="tally_closed"):
    touches = CLOSED
    run: int
    sums: Sums
    receipts: tuple[Nonce, ...]
    by_five: tuple[str, ...] = ()
    """What five people or more answered (of a square: eight), where the sums may be words that hold no number: the keys of the
    sliders, the cards, the sixths of a line, else "answer". The summary goes by it, and no page is told: it would say more of
    those who passed than the words do."""


class WallClosed(Event, frozen=True, tag="wall_closed"):
    touches = CLOSED
    run: int
    cards: tuple[CardId, ...]
    receipts: tuple[Nonce, ...]
    replies: dict[CardId, CardId] = field(default_factory=dict)
    """A card and the dealt one it replies to."""


class PictureRevealed(Event, frozen=True, tag="picture_revealed"):
    touches = ALL
    run: int


class PictureHidden(Event, frozen=True, tag="picture_hidden"):
    touches = ALL
    run: int


class ConsoleMissed(Event, frozen=True, tag="console_missed"):
    touches = frozenset({"shared"})


class ConsoleMet(Event, frozen=True, tag="console_met"):
    touches = frozenset({"shared"})


class RoomCalmed(Event, frozen=True, tag="room_calmed"):
    touches = ROOMS


class RoomResumed(Event, frozen=True, tag="room_resumed"):
    touches = ROOMS
    by: Millis


class DeadlinesShifted(Event, frozen=True, tag="deadlines_shifted"):
    touches = ROOMS
    by: Millis


class SessionEnded(Event, frozen=True, tag="session_ended"):
    touches = MOVED
