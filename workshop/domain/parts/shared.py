"""What everybody who was let in may know."""

from typing import Literal

from workshop.domain.parts.asked import Clock, InputView, NameView
from workshop.domain.pictures import Sums
from workshop.domain.words import CardId, LineId, Nonce, Phase, Presence, StageKind, Value, Veil


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
