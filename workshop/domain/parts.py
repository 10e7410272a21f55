"""The shapes of what an audience sees: one struct per part, generated as types for the pages.

A phone gets `shared`, its `seat` and (in a breakout) its `room`; the console `shared` and `console`; the screen `shared` and
`screen`. Whatever is in `shared` is known to everybody, so nothing unapproved, unreleased or personal may ever stand there.
Times are milliseconds of the session's clock; the pages know its offset and pace from `welcome`.
"""

from typing import Literal

from workshop.domain.pictures import Sums
from workshop.domain.plan import ScaleItem
from workshop.domain.words import CardId, Millis, Nonce, PersonState, Phase, Presence, RoomId, StageKind, Value

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


class GuideView(Value, frozen=True, tag_field="t", tag="guide"):
    steps: tuple[str, ...]
    """The ones shown so far."""
    step: int
    of: int
    """How many there are in all."""


class TallyView(Value, frozen=True, tag_field="t", tag="tally"):
    input: InputView
    picture: Sums | None
    """Only once it is revealed."""
    reveals: bool
    """Whether the group may see a picture of it at all."""


class WallView(Value, frozen=True, tag_field="t", tag="wall"):
    input: InputView
    cards: tuple[CardView, ...]
    """Released cards, in the order of the wall."""


class RoomsView(Value, frozen=True, tag_field="t", tag="rooms"):
    round: int
    rounds: int
    state: Literal["before", "formed", "running", "finished"]
    roles: tuple[str, ...]


class StageView(Value, frozen=True):
    run: int
    kind: StageKind
    phase: Literal["open", "closing", "short", "closed"]
    outcome: Literal["open", "unsealed", "discarded", "spoken", "done"]
    prompt: str
    title: str | None
    number: int
    of: int
    clock: Clock
    body: GuideView | TallyView | WallView | RoomsView


class SharedView(Value, frozen=True):
    title: str
    phase: Phase
    practice: bool
    presence: Presence
    floor: int
    people: int
    """How many have come and not left."""
    calm: bool
    activity: ActivityView | None
    stage: StageView | None


class ReceiptView(Value, frozen=True):
    run: int
    nonces: tuple[Nonce, ...]
    """Answers that were included; none where the stage was dropped."""


class ReceiptsView(Value, frozen=True):
    """Every stage that was unsealed or dropped so far: a phone finds its own nonce here, without asking."""

    stages: tuple[ReceiptView, ...]


class SeatView(Value, frozen=True):
    """What only this person's phone sees."""

    alias: str
    mark: int
    state: PersonState
    room: RoomId | None
    place: int | None


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
    alias: str
    mark: int
    state: Literal["here", "left"]
    """Resting is a number, never a name (`resting` of the console)."""
    asleep: bool


class PlanItemView(Value, frozen=True):
    title: str
    minutes: int
    state: Literal["done", "now", "ahead"]


class QueueCardView(Value, frozen=True):
    id: CardId
    text: str
    state: Literal["waiting", "approved", "released", "hidden"]


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
        "wait_closing",
        "decide_short",
        "ended",
    ]
    run: int
    stage: int = 0
    step: int = 0
    round: int = 0
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


class ScreenView(Value, frozen=True):
    code: str
    locked: bool
    answered: int
    staying: int
    rooms: tuple[TileView, ...]
