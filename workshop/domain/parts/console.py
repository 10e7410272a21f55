"""What facilitators and the shared screen see on top of `shared`."""

from typing import Literal

from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.parts.asked import Clock, quiet
from workshop.domain.pictures import Sums
from workshop.domain.published import Band
from workshop.domain.words import (
    CardId,
    CardState,
    CareOutcome,
    Feeling,
    Knock,
    LineId,
    Millis,
    RoomId,
    SeatId,
    Signal,
    StageKind,
    TextId,
    Value,
    Veil,
)


class PersonView(Value, frozen=True):
    seat: SeatId
    alias: str
    mark: int
    state: Literal["waiting", "here", "left"]
    """Resting is a number, never a name (`resting` of the console)."""
    asleep: bool
    phone: bool


class CareView(Value, frozen=True):
    """Somebody would like a person to check on them. For facilitators only."""

    id: TextId
    alias: str
    mark: int
    outcome: CareOutcome | None


class QueueLineView(Value, frozen=True):
    id: LineId
    text: str
    state: Literal["proposed", "shown", "hidden", "kept"]
    question: bool
    signals: tuple[Signal, ...] = ()

    __repr__ = quiet


class PlanStageView(Value, frozen=True):
    stage: int
    """Index in playing order."""
    title: str
    kind: StageKind
    does: Literal["open_stage", "look_back"] | None
    """What going there would be; None for the current one and for what is not possible."""


class PlanItemView(Value, frozen=True):
    title: str
    minutes: int
    least: int
    """Minutes it can be shortened to (the activity's short form)."""
    stages: tuple[PlanStageView, ...]
    state: Literal["done", "now", "ahead"]


class QueueCardView(Value, frozen=True):
    id: CardId
    text: str
    state: CardState
    veil: Veil | None
    """The facilitators' own, beside what the author says."""
    rewrites: int
    """Which words these are: an approval names them, so that nobody approves what they have not read."""
    late: bool
    """Goes out only with the whole wall, shuffled anew."""
    reply_to: str = ""
    """The words of the dealt card that it replies to."""
    aside: Aside = NO_ASIDE
    """What its author says beside it: it stays, whatever facilitators veil."""
    replies: int | None = None
    """Of a dealt card while replies are moderated: how many approved ones it has, so that none stays without."""
    before: CardState = "waiting"
    """What it was before its last decision: whoever decided at the same moment is told what the other did."""
    signals: tuple[Signal, ...] = ()
    """Where a facilitator may want to look twice. For this eye only; nothing follows from it by itself."""

    __repr__ = quiet


class NextView(Value, frozen=True):
    """The one big Next: what it will do, and the numbers that its words need. `does` names the command the console sends."""

    does: Literal[
        "open_stage",
        "step_guide",
        "start_pacer",
        "close_stage",
        "reveal_picture",
        "release_cards",
        "make_rooms",
        "announce_rooms",
        "start_rooms",
        "end_rooms",
        "end_session",
        "start_circle",
        "end_turn",
        "end_circle",
        "adopt_lines",
        "wait_closing",
        "decide_short",
        "ended",
    ]
    run: int
    stage: int = 0
    step: int = 0
    round: int = 0
    turn: int = 0
    lines: tuple[LineId, ...] = ()
    count: int = 0
    waiting: int = 0
    title: str = ""


class TileView(Value, frozen=True):
    """A breakout on the shared screen: who is where, no content."""

    number: int
    people: tuple[str, ...]
    step: str
    clock: Clock
    state: Literal["formed", "gathering", "running", "finished"]
    ending: bool = False
    turn: int = 0
    """From 1; 0 while none is played. Where the roles swap a room plays several, each in its own time."""
    turns: int = 0


class PlacedView(Value, frozen=True):
    """Somebody in a room, or in none, on the console."""

    seat: SeatId
    name: str
    role: str | None = None
    """In the current turn."""
    watching: bool = False
    away: bool = False
    """Somebody in the room has said that they are not here."""
    asleep: bool = False


class BoardRoomView(Value, frozen=True):
    """A room on the facilitators' board: its people, step, clock, calls. No words from inside."""

    id: RoomId
    number: int
    people: tuple[PlacedView, ...]
    state: Literal["formed", "gathering", "running", "finished"]
    """`formed`: proposed, or announced and not begun."""
    step: str
    turn: int
    turns: int
    clock: Clock
    paused: bool
    called: bool
    knock: Knock
    ending: bool
    locked: bool
    alone: bool
    """Fewer than two are there who take part: it cannot be announced, or somebody waits for company."""
    note: str | None
    link: str | None


class BoundView(Value, frozen=True):
    """Two people whom the facilitators want together or apart."""

    one: SeatId
    other: SeatId
    how: Literal["together", "apart"]


class BoardView(Value, frozen=True):
    """Everything about the rooms of this stage that leads them. Numbers say what people would like, never names."""

    state: Literal["before", "proposed", "announced", "running", "finished"]
    round: int
    rounds: int
    taking_part: int
    observing: int
    sitting_out: int
    rooms: tuple[BoardRoomView, ...]
    loose: tuple[PlacedView, ...]
    """Who would like to be in a room and is in none: came late, could not be placed, or was missed by a partner."""
    bound: tuple[BoundView, ...]
    ending: bool
    before: bool
    """Rooms stood earlier in this session: "the same as before" is possible."""
    none: bool
    """Rooms were wished for, and none can be made of those who take part."""


class ClosingView(Value, frozen=True):
    """Why a closing takes a while: nodes that have not handed over yet."""

    missing: int
    alone_without_redis: bool
    gives_up_at: Millis
    """From then on the facilitator may drop the stage unopened and go on (`discard_stage`)."""


class DeckView(Value, frozen=True):
    id: str
    title: str
    brief: str


class FeelingView(Value, frozen=True):
    """What a check-in may say of one of the three. Both words are None before they were first shown."""

    feeling: Feeling
    low: Band | None = None
    """How many are at the low end."""
    high: Band | None = None
    earlier: bool = False
    """The words are those of an earlier check-in; in this one there were none yet."""
    trend: Literal["lower", "same", "higher"] | None = None
    """Against what an earlier check-in had shown."""


class CheckInView(Value, frozen=True):
    """`number` is that of the last check-in, 0 before the first."""

    number: int
    open: bool
    feelings: tuple[FeelingView, ...]
    changes: int
    """So many have to answer otherwise than at the last showing before there are other words."""


class ConsoleView(Value, frozen=True):
    code: str
    locked: bool
    plan: tuple[PlanItemView, ...]
    next: NextView
    say: tuple[str, ...]
    ask: tuple[str, ...]
    watch: str
    people: tuple[PersonView, ...]
    here: int
    staying: int
    """The m of "n of m have answered": whoever rests may have answered before."""
    resting: int
    answered: int
    """People whose answer or pass is held; a number, never who."""
    short_by: int | None
    coming_back: int
    """Answers that a lost node held and whose phones have not repeated them yet."""
    picture: Sums | None
    queue: tuple[QueueCardView, ...]
    board: BoardView | None
    """None outside of rooms."""
    closing: ClosingView | None
    shifted: Millis
    activity: int
    """Which item of the plan is played; -1 before the first."""
    stage: int
    """Its stage's index in playing order; -1 before the first."""
    started_at: Millis | None
    item_started_at: Millis | None
    care: tuple[CareView, ...]
    """Open ones first."""
    lines: tuple[QueueLineView, ...]
    featured: CardId | None
    approval: bool
    decks: tuple[DeckView, ...] = ()
    """Scenes to choose from before rooms are made; the chosen one first."""
    check_in: CheckInView = CheckInView(number=0, open=False, feelings=(), changes=0)

    __repr__ = quiet


class ScreenView(Value, frozen=True):
    code: str
    locked: bool
    answered: int
    staying: int
    rooms: tuple[TileView, ...]
