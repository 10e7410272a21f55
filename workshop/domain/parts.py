"""The shapes of what an audience sees: one struct per part, generated as types for the pages.

A phone gets `shared`, its `seat` and (in a breakout) its `room`; the console `shared` and `console`; the screen `shared` and
`screen`. Whatever is in `shared` is known to everybody, so nothing unapproved, unreleased or personal may ever stand there.
Times are milliseconds of the session's clock; the pages know its offset and pace from `welcome`.
"""

from typing import Literal

from workshop.domain.pictures import Sums
from workshop.domain.plan import ScaleItem
from workshop.domain.words import (
    CardId,
    CareOutcome,
    LineId,
    Millis,
    Nonce,
    PersonState,
    Phase,
    Presence,
    RoomId,
    SeatId,
    StageKind,
    TextId,
    Value,
    Veil,
)

InputType = Literal["text", "choice", "multi", "scale"]


class InputView(Value, frozen=True):
    """What the phone asks. Only the fields of its type are filled."""

    type: InputType
    options: tuple[str, ...] = ()
    pick: int = 1
    steps: int = 0
    items: tuple[ScaleItem, ...] = ()
    max: int = 0


class Clock(Value, frozen=True):
    """`ends_at` while it runs; `left` (milliseconds) while the room is calm and every clock stands still."""

    ends_at: Millis | None
    left: Millis | None


class ActivityView(Value, frozen=True):
    title: str
    note: str
    sit_out: str
    number: int
    of: int


class CardView(Value, frozen=True):
    id: CardId
    text: str
    veil: Veil | None = None
    """It lies closed until somebody opens it on purpose."""
    resonance: int | None = None
    """None before the first totals were shown."""


class GuideView(Value, frozen=True, tag_field="t", tag="guide"):
    steps: tuple[str, ...]
    """The ones shown so far."""
    step: int
    of: int
    """How many there are in all."""
    purpose: Literal["read", "pause", "recall"] = "read"


class TallyView(Value, frozen=True, tag_field="t", tag="tally"):
    input: InputView
    picture: Sums | None
    """Only once it is revealed."""
    reveals: bool
    """Whether the group may see a picture of it at all."""
    as_words: bool = False
    """On the shared screen the options stand as words, larger where more chose them, instead of as bars."""


class WallView(Value, frozen=True, tag_field="t", tag="wall"):
    input: InputView
    cards: tuple[CardView, ...]
    """Released cards, in the order of the wall."""
    resonates: bool = False
    featured: CardId | None = None


class RoomsView(Value, frozen=True, tag_field="t", tag="rooms"):
    round: int
    rounds: int
    state: Literal["before", "formed", "running", "finished"]
    roles: tuple[str, ...]


class NameView(Value, frozen=True):
    alias: str
    mark: int


class CircleView(Value, frozen=True, tag_field="t", tag="circle"):
    mode: Literal["round", "open"]
    state: Literal["before", "running", "finished"]
    turn: int
    now: NameView | None
    next: NameView | None
    done: int
    """How many had their turn; spoken or passed, nobody can tell."""
    of: int
    clock: Clock
    """Of this turn. It offers to go on and cuts nobody off."""


class LineView(Value, frozen=True):
    id: LineId
    text: str
    support: int | None
    """None before the first totals were shown."""
    question: bool
    """Somebody has an open question about it."""
    kept: bool


class AgreeView(Value, frozen=True, tag_field="t", tag="agree"):
    lines: tuple[LineView, ...]
    propose: bool
    input: InputView
    """What a proposed line may be; it is given as a `text` answer."""


class StageView(Value, frozen=True):
    run: int
    kind: StageKind
    phase: Literal["open", "closing", "short", "closed"]
    outcome: Literal["open", "unsealed", "discarded", "spoken", "skipped", "done"]
    prompt: str
    title: str | None
    number: int
    of: int
    clock: Clock
    body: GuideView | TallyView | WallView | RoomsView | CircleView | AgreeView
    again: bool = False
    """An earlier stage that is shown again; nothing is asked."""


class SharedView(Value, frozen=True):
    title: str
    phase: Phase
    practice: bool
    presence: Presence
    floor: int
    people: int
    """How many have come and not left."""
    calm: bool
    unattended: bool
    """No console is here, or was not when everything became calm."""
    note: str | None
    """The facilitators' note to everybody."""
    agreements: tuple[str, ...]
    """What the group keeps."""
    activity: ActivityView | None
    stage: StageView | None


class ReceiptView(Value, frozen=True):
    run: int
    nonces: tuple[Nonce, ...]
    """Answers that were included; none where the stage was dropped."""


class ReceiptsView(Value, frozen=True):
    """Every stage that was unsealed or dropped so far: a phone finds its own nonce here, without asking."""

    stages: tuple[ReceiptView, ...]


class NotesView(Value, frozen=True):
    """Notes to unknown authors, all of one length: a phone reads those that its own cards' note keys open."""

    sealed: tuple[str, ...]


class CareRequestView(Value, frozen=True):
    id: TextId
    outcome: CareOutcome | None
    """None: a person has not come yet."""


class SeatView(Value, frozen=True):
    """What only this person's phone sees."""

    alias: str
    mark: int
    state: PersonState
    room: RoomId | None
    place: int | None
    turn: Literal["now", "next", "later", "done"] | None = None
    """In a running round."""
    care: CareRequestView | None = None
    """The newest request of this person."""


class RoomStepView(Value, frozen=True):
    do: str
    seconds: int
    places: tuple[int, ...]
    """Whose step it is; empty for everybody."""


class MemberView(Value, frozen=True):
    place: int
    alias: str
    mark: int
    role: str | None
    """The role in the current turn."""


class RoomView(Value, frozen=True):
    """One breakout, as its people see it. A room has no content: what is said in it is spoken."""

    id: RoomId
    number: int
    state: Literal["formed", "gathering", "running", "finished"]
    members: tuple[MemberView, ...]
    steps: tuple[RoomStepView, ...]
    step: int
    clock: Clock


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
    state: Literal["waiting", "approved", "released", "hidden", "returned"]
    veil: Veil | None
    rewrites: int
    """Which words these are: an approval names them, so that nobody approves what they have not read."""
    late: bool
    """Goes out only with the whole wall, shuffled anew."""


class NextView(Value, frozen=True):
    """The one big Next: what it will do, and the numbers that its words need. `does` names the command the console sends."""

    does: Literal[
        "open_stage",
        "step_guide",
        "close_stage",
        "reveal_picture",
        "release_cards",
        "make_rooms",
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
    """A breakout on the shared screen and the console: who is where, no content."""

    number: int
    people: tuple[str, ...]
    step: str
    clock: Clock
    state: Literal["formed", "gathering", "running", "finished"]


class ClosingView(Value, frozen=True):
    """Why a closing takes a while: nodes that have not handed over yet."""

    missing: int
    alone_without_redis: bool
    gives_up_at: Millis
    """From then on the facilitator may drop the stage unopened and go on (`discard_stage`)."""


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
    rooms: tuple[TileView, ...]
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


class ScreenView(Value, frozen=True):
    code: str
    locked: bool
    answered: int
    staying: int
    rooms: tuple[TileView, ...]
