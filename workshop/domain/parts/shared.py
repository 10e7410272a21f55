"""What everybody who was let in may know."""

from typing import Literal

from workshop.domain.parts.asked import Clock, InputView, NameView, quiet
from workshop.domain.pictures import Sums
from workshop.domain.words import CardId, LineId, Millis, Nonce, Phase, Presence, StageKind, Value, Veil


class ActivityView(Value, frozen=True):
    title: str
    note: str
    sit_out: str
    number: int
    of: int


class CardView(Value, frozen=True):
    id: CardId
    text: str
    veils: tuple[Veil, ...] = ()
    """What it touches on, as its author or the facilitators say: with any it lies closed until somebody opens it on purpose."""
    note: str = ""
    """The author's content note: it stands on the closed card."""
    resonance: int | None = None
    """None before the first totals were shown."""
    reply_to: CardId | None = None
    """The dealt card that this one replies to. On a wall of labelled lines `text` has one line per field."""

    __repr__ = quiet


class PacerView(Value, frozen=True):
    """A breath pacer. Seconds in and out; after `cycles` breaths it rests. `began` is None until a facilitator starts it."""

    breathe_in: int
    breathe_out: int
    cycles: int
    began: Millis | None


class GuideView(Value, frozen=True, tag_field="t", tag="guide"):
    steps: tuple[str, ...]
    """The ones shown so far."""
    step: int
    of: int
    """How many there are in all."""
    purpose: Literal["read", "pause", "recall"] = "read"
    pacer: "PacerView | None" = None


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
    deals: bool = False
    """No wall: each phone is dealt a stranger's card."""
    replies: bool = False
    """A card replies to what the phone was dealt."""
    standing: tuple[CardId, ...] = ()
    """Where something is dealt or replied to: the cards that may be dealt now. A phone forgets a dealt one that is not among them."""


class JournalView(Value, frozen=True, tag_field="t", tag="journal"):
    """A private page: what is written stays in the phone's tab."""

    input: InputView


class RoomsView(Value, frozen=True, tag_field="t", tag="rooms"):
    round: int
    rounds: int
    state: Literal["before", "formed", "running", "finished"]
    """`before`: nothing is known yet, or only proposed; `formed`: announced."""
    roles: tuple[str, ...]
    deck: str = ""
    """The title of the scenes that are played; empty without scenes."""


class CircleView(Value, frozen=True, tag_field="t", tag="circle"):
    mode: Literal["round", "open", "fishbowl"]
    state: Literal["before", "running", "finished"]
    turn: int
    """Counts the turns, in a fishbowl the changes of who sits inside: a wish names the one that it means."""
    now: NameView | None
    next: NameView | None
    done: int
    """How many had their turn; spoken or passed, nobody can tell."""
    of: int
    clock: Clock
    """Of this turn. It offers to go on and cuts nobody off."""
    inside: tuple[NameView, ...] = ()
    """Who sits in a fishbowl, in the order they took their chairs."""
    chairs: int = 0
    asking: int = 0
    """How many would like a chair; `next` is the first of them."""


class LineView(Value, frozen=True):
    id: LineId
    text: str
    support: int | None
    """None before the first totals were shown."""
    question: bool
    """Somebody has an open question about it."""
    kept: bool

    __repr__ = quiet


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
    body: GuideView | TallyView | WallView | JournalView | RoomsView | CircleView | AgreeView
    stage: int = 0
    """Index in playing order: under it a phone keeps a private page."""
    copied: int | None = None
    """The earlier stage whose private page is copied on the phone."""
    hint: str | None = None
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
    programme: "ProgrammeView | None" = None
    """None: an evening of its own."""
    check_in: int = 0
    """Which check-in can be answered now, from 1; 0: none."""
    help_offered: int = 0
    """How often the facilitators have pointed everybody to the help page. A phone shows it once each time; the screen does not."""

    __repr__ = quiet


class ProgrammeView(Value, frozen=True):
    """Which session of a series this is."""

    title: str
    number: int
    """From 1."""
    of: int
    focus: tuple[str, ...]
    """Areas that this session touches: conflict, change, loss, distance."""
    since: str
    """The invitation of the session before; empty for the first."""
    until: str
    """The invitation until the next one; empty for the last."""


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
