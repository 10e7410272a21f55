"""The frozen state of a stage, by its kind: what replaying its events gives. A part of the session's state (`session`)."""

from collections.abc import Mapping

from msgspec import Struct

from workshop.domain.pictures import Sums
from workshop.domain.words import (
    CardId,
    CardState,
    Knock,
    LineId,
    Millis,
    RoomId,
    RoundChoice,
    SeatId,
    TextId,
    Veil,
)


class State(Struct, frozen=True, kw_only=True):
    """A part of the session's state."""


class Room(State, frozen=True):
    """A breakout. `places` keep their number while the room stands: who leaves leaves an empty place."""

    id: RoomId
    number: int
    places: tuple[SeatId | None, ...]
    formed: int
    """People the steps were cut for when the room was formed."""
    step: int
    """-1 while people find each other."""
    ends_at: Millis
    scenes: tuple[str, ...] = ()
    """Scene ids in the order that this room plays them, over and over."""
    scene: int = 0
    """Which of them is played now."""
    keeps: bool = False
    """The same scene again in the next turn."""
    watching: tuple[SeatId, ...] = ()
    """Those of `places` who only observe, from the first turn to the last."""
    watched: bool = False
    """Its steps were cut with somebody watching: then the others do not take turns at the observer's role."""
    waits: bool = False
    """For Go: announced, and nobody has begun it."""
    paused_at: Millis | None = None
    """Its own clock stands still since then."""
    called: bool = False
    """Somebody in it would like a facilitator to come."""
    knock: Knock = "none"
    note: TextId | None = None
    """The facilitators' note to this room alone."""
    ending: bool = False
    """It comes to a close softly: when `ends_at` is reached it is over, whatever step it is in."""
    locked: bool = False
    """Making rooms again leaves it as it is."""
    door: str = ""
    """What stands for `{room}` in the organization's meeting link; only where people are apart."""

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return tuple(seat for seat in self.places if seat is not None)

    @property
    def takers(self) -> tuple[SeatId, ...]:
        """Who takes part: everybody but those who watch."""
        return tuple(seat for seat in self.seats if seat not in self.watching)


class GuideState(State, frozen=True, tag="guide"):
    step: int = 0
    began: Millis | None = None
    """When the breath pacer was started last."""


class TallyState(State, frozen=True, tag="tally"):
    sums: Sums | None = None
    shown: bool = False
    by_five: frozenset[str] = frozenset()
    """What five people or more answered (`TallyClosed`): the summary may publish words for these."""


class WallState(State, frozen=True, tag="wall"):
    queue: tuple[CardId, ...] = ()
    """Shuffled once, at closing."""
    approved: tuple[CardId, ...] = ()
    hidden: tuple[CardId, ...] = ()
    released: tuple[CardId, ...] = ()
    """In the order of the wall."""
    returned: tuple[CardId, ...] = ()
    """Those of the hidden ones whose author was asked for other words."""
    late: frozenset[CardId] = frozenset()
    """Decided anew after a release (rewritten, or hidden and approved again): these go out only with the whole wall, shuffled anew."""
    rewrites: Mapping[CardId, int] = {}
    """How often its author found other words; absent: never."""
    veils: Mapping[CardId, Veil] = {}
    before: Mapping[CardId, CardState] = {}
    """What a card was before its last decision; absent: waiting."""
    featured: CardId | None = None
    replies: Mapping[CardId, CardId] = {}
    """A card and the dealt one it replies to."""
    totals: Mapping[str, int] = {}
    """Resonance per card, as shown last; empty before the first."""
    totals_at: Millis | None = None


class JournalState(State, frozen=True, tag="journal"):
    """Nothing of a private page is known here."""


class RoomsState(State, frozen=True, tag="rooms"):
    round: int = 0
    """0 before the first rooms are formed."""
    deck: str | None = None
    """The scenes that a facilitator chose; None: the first of the template."""
    rooms: tuple[Room, ...] = ()
    announced: Millis | None = None
    """When the announced rooms can begin; None while they are only proposed, to the facilitators."""
    started: bool = False
    """A first room has begun, in this round or an earlier one."""
    finished: bool = False
    ending: bool = False
    """No further round: the rooms come to a close."""
    choices: Mapping[SeatId, RoundChoice] = {}
    """Who would rather observe or sit out; whoever is not here takes part."""
    out: frozenset[SeatId] = frozenset()
    """Whom the drawing left without a room this time."""
    none: bool = False
    """When rooms were last wished for, none could be made of those who took part."""
    away: frozenset[SeatId] = frozenset()
    """Whom their partners could not find. They keep their place where their room stands, and come back by a tap."""

    @property
    def shown(self) -> bool:
        """Whether people may know who is in which room."""
        return self.started or self.announced is not None


class CircleState(State, frozen=True, tag="circle"):
    """Nobody speaks before `started` and after `finished`. Who comes late or comes back goes to the end of `waiting`."""

    started: bool = False
    finished: bool = False
    turn: int = 0
    """Counts the turns, in a fishbowl the changes of who sits inside; a wish names the one that it means."""
    now: SeatId | None = None
    waiting: tuple[SeatId, ...] = ()
    done: tuple[SeatId, ...] = ()
    inside: tuple[SeatId, ...] = ()
    """Who sits in the fishbowl, in the order they took their chairs."""
    asking: tuple[SeatId, ...] = ()
    seconds: int = 0
    ends_at: Millis = 0
    """When the turn's clock offers to go on. It never cuts anybody off."""


class AgreeState(State, frozen=True, tag="agree"):
    proposed: tuple[LineId, ...] = ()
    """Collected and not decided yet."""
    hidden: tuple[LineId, ...] = ()
    lines: tuple[LineId, ...] = ()
    """What everybody sees: those to start from, then the approved ones."""
    questioned: frozenset[LineId] = frozenset()
    kept: frozenset[LineId] = frozenset()
    totals: Mapping[str, int] = {}
    """Support per line, as shown last."""
    totals_at: Millis | None = None


KindState = GuideState | TallyState | WallState | JournalState | RoomsState | CircleState | AgreeState
