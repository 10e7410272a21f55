"""The frozen state of one session: what replaying its events gives.

Never mutated: `evolve` returns a new one. Mappings are copied on write and must not be changed in place.
"""

from collections.abc import Mapping

from msgspec import structs

from workshop.domain.kind_states import KindState, State
from workshop.domain.plan import Plan, PlannedStage, StageTemplate, stages_of
from workshop.domain.published import Band
from workshop.domain.words import (
    Binding,
    CardId,
    CareOutcome,
    Feeling,
    LineId,
    Millis,
    NodeId,
    Nonce,
    OrganizationId,
    PersonState,
    Phase,
    Presence,
    SeatId,
    SessionId,
    TextId,
)


class Settings(State, frozen=True):
    """Fixed when the session is created; never changed by an event (guarantee A6)."""

    id: SessionId
    organization_id: OrganizationId
    code: str
    practice: bool
    presence: Presence
    floor: int
    batch: int
    capacity: int
    approval: bool = False
    """Whether a facilitator admits each person."""
    meeting_link: str = ""
    """Where people meet by voice, with `{room}` for the room's name; empty: nowhere. Only used where the presence is `apart`."""


class Person(State, frozen=True):
    seat: SeatId
    alias: TextId
    mark: int
    """0, or 2, 3 … for the second, third person of the same alias."""
    state: PersonState
    phone: bool = True
    admitted: bool = True
    """False at the door of a session with approval, until a facilitator lets them in; it stays so when they go away from there."""


class Closing(State, frozen=True):
    """A stage whose intake has ended and whose answers are being gathered from the nodes that held some."""

    attempt: int
    nodes: tuple[NodeId, ...]
    grace_until: Millis
    lapses_at: Millis


class Stage(State, frozen=True):
    """The stage that is being played. `run` counts the stages opened so far, so a stage played again has a new one."""

    run: int
    index: int
    ends_at: Millis
    """When its clock offers to close. It never closes by itself."""
    kind: KindState
    closing: Closing | None = None
    attempts: int = 0
    short_by: int | None = None
    """How many people's answers are there when they were too few to unseal."""
    outcome: str = "open"
    """open, unsealed, discarded, spoken, skipped, or done (nothing was asked)."""


class Receipts(State, frozen=True):
    """Which answers a stage included when it was unsealed: their nonces, in an order of their own."""

    run: int
    nonces: tuple[Nonce, ...]


class Agreement(State, frozen=True):
    """A line that the group keeps. `words` where it came with the template, else the row `id` has them."""

    id: LineId
    words: str | None


class FeltWords(State, frozen=True):
    """What check-ins have shown of one of the three: how many were at the low and at the high end."""

    check_in: int
    """In which one it was shown last."""
    at: Millis
    low: Band
    high: Band
    before: tuple[Band, Band] | None
    """What an earlier check-in had shown last."""


class CheckIn(State, frozen=True):
    """`number` counts the check-ins of this session; the last one may still be open."""

    number: int = 0
    open: bool = False
    felt: Mapping[Feeling, FeltWords] = {}


class Session(State, frozen=True):
    settings: Settings
    plan: Plan
    stages: tuple[PlannedStage, ...]
    phase: Phase = "lobby"
    locked: bool = False
    people: Mapping[SeatId, Person] = {}
    stage: Stage | None = None
    runs: int = 0
    """Stages opened so far: the next one's run is one more."""
    past: Mapping[int, Stage] = {}
    """Earlier stages by index, each as it was left: what `back` shows again and the summary is made from."""
    asked: frozenset[int] = frozenset()
    """Indexes of stages that were opened and asked something: not asked again in this session."""
    receipts: tuple[Receipts, ...] = ()
    """One entry per stage that was unsealed or dropped, and per collection of agreement lines: a phone that slept finds out later what became of its answer."""
    calm_since: Millis | None = None
    unled: bool = False
    """No console is here; calm comes as soon as the rooms' current step is over."""
    calm_unled: bool = False
    """The room is calm because no console was here; whoever comes finds it so and resumes."""
    note: TextId | None = None
    help_offered: int = 0
    """How often the facilitators have pointed everybody to the help page."""
    agreements: tuple[Agreement, ...] = ()
    notes: Mapping[TextId, CardId] = {}
    """Sealed notes to unknown authors, in the order they were written, each with the card it is about."""
    care: Mapping[TextId, CareOutcome | None] = {}
    """Care requests; None while one is open. Who asked stands in its row alone."""
    merged: Mapping[SeatId, SeatId] = {}
    """A seat that turned out to be the same person, and the seat it goes on as."""
    started_at: Millis | None = None
    item_started_at: Millis | None = None
    """When the first stage, and the current activity, was opened."""
    cards: frozenset[CardId] = frozenset()
    """Every card id of this session: a second one of the same id would be somebody else's withdrawal."""
    met: Mapping[tuple[SeatId, SeatId], int] = {}
    """Pairs, smaller id first, and in how many rooms they were together."""
    extra: Mapping[SeatId, int] = {}
    """How often somebody had the extra seat: in a room of one more than its stage asks for."""
    bound: Mapping[tuple[SeatId, SeatId], Binding] = {}
    """Pairs that the facilitators want together or apart, smaller id first."""
    ring: tuple[SeatId, ...] = ()
    """The drawn order of the round robin (see `matching`)."""
    last_at: Millis = 0
    shifted: Millis = 0
    """How long nobody ran in all: said on the console, so that a shifted clock surprises nobody."""
    check_in: CheckIn = CheckIn()

    def here(self) -> tuple[SeatId, ...]:
        return tuple(seat for seat, person in self.people.items() if person.state == "here")

    def staying(self) -> int:
        """People who have not left: what `n of m` and the capacity count."""
        return sum(person.state not in ("left", "waiting") for person in self.people.values())

    def seat_of(self, seat: SeatId) -> SeatId:
        """The seat that this one goes on as."""
        while seat in self.merged:
            seat = self.merged[seat]
        return seat

    def latest(self) -> Stage | None:
        """The stage opened last; another one than `stage` while an earlier one is shown again."""
        if self.stage is None or self.stage.run == self.runs:
            return self.stage
        return next((stage for stage in self.past.values() if stage.run == self.runs), self.stage)

    @property
    def unattended(self) -> bool:
        """Nobody is here to lead, or whoever came has not resumed yet what became calm meanwhile."""
        return self.unled or self.calm_unled

    def open_check_in(self) -> int:
        """Which check-in can be answered now; 0: none."""
        return self.check_in.number if self.check_in.open and self.phase != "ended" else 0

    def open_care(self) -> tuple[TextId, ...]:
        return tuple(care for care, outcome in self.care.items() if outcome is None)

    @property
    def planned(self) -> PlannedStage | None:
        return None if self.stage is None else self.stages[self.stage.index]

    @property
    def template(self) -> StageTemplate | None:
        return None if self.planned is None else self.planned.template


CARRIED = "carried-"
"""How the id of an agreement of an earlier session begins: no row of words has it, and no phone makes one like it."""


def new_session(settings: Settings, plan: Plan, carried: tuple[str, ...] = ()) -> Session:
    """`carried`: the words of the agreements that the group made in earlier sessions of its programme, in their order."""
    agreements = tuple(Agreement(id=LineId(f"{CARRIED}{place}"), words=words) for place, words in enumerate(carried, start=1))
    return Session(settings=settings, plan=plan, stages=stages_of(plan), agreements=agreements)


def with_stage(session: Session, **changes: object) -> Session:
    """The session with fields of its current stage replaced."""
    assert session.stage is not None
    return structs.replace(session, stage=structs.replace(session.stage, **changes))


def rows_of_words(session: Session) -> frozenset[str]:
    """The ids of all rows of words that there are or were: no other may have one of them.

    Phones choose the ids of cards and lines, and know some that are taken: of their own care request, of lines that are shown.
    """
    texts = (*session.care, *session.notes, *(person.alias for person in session.people.values()))
    return frozenset({*texts, *session.cards, *(() if session.note is None else (session.note,))})


ASKING_KINDS = frozenset({"tally", "wall", "agree"})
"""Kinds whose answers are held until closing."""
HOLDING_KINDS = ASKING_KINDS | {"journal"}
"""… and the kind of which only a bare "done" is held, and forgotten with the stage."""
