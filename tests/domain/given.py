"""Given facts, when somebody wishes, then these facts or this refusal: the language of the tests of the pure core.

Every session here is a *real* one: floor 5, batch 3. Only what is said otherwise is practice. It plays the agenda `taster`;
the wide session has the circle and the agreements as well.
"""

import hashlib
import random
from collections.abc import Iterable, Sequence
from typing import Any, Final

from msgspec import structs

from workshop.domain.answers import Answer, ChoiceAnswer, PassAnswer, TextAnswer
from workshop.domain.asides import with_consent
from workshop.domain.commands import (
    AnnounceRooms,
    AnyCommand,
    BeginClosing,
    CompleteClosing,
    FormRooms,
    HeldAnswer,
    Join,
    MakeRooms,
    OpenStage,
    StartCircle,
    StartRooms,
)
from workshop.domain.decider import decide, evolve, kept
from workshop.domain.deciding import Actor, Apart, Outcome
from workshop.domain.events import AnyEvent
from workshop.domain.kind_states import AgreeState, CircleState, RoomsState, TallyState, WallState
from workshop.domain.kinds.rooms.draw import draw_rooms
from workshop.domain.plan import Pacer, Plan, PlanItem, StageTemplate, TextInput
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Session, Settings, new_session
from workshop.domain.words import (
    ANNOUNCE_SECONDS,
    CardId,
    Dice,
    Millis,
    NodeId,
    Nonce,
    OrganizationId,
    SeatId,
    SessionId,
    TextId,
)
from workshop.library.loader import load_plan

PLAN: Final = load_plan("taster")
GUIDE, CHOICE, MULTI, WALL, FRESH, SWAP, SCALE = range(7)
"""The stages of the taster by what they are: `FRESH` has three rounds with new partners, `SWAP` one with roles that move."""

CIRCLE, OPEN_CIRCLE, AGREE = range(7, 10)
"""What the wide session has after them: a round of 30 s a turn, a circle without an order, agreements with three lines to start from."""

PACER, JOURNAL, FISHBOWL, DEAL, REPLY = range(10, 15)
"""What the broad session has after them: a breath, a private page, two chairs, cards that are dealt, and replies to those."""

FACILITATOR: Final = Actor(role="facilitator")
SYSTEM: Final = Actor(role="system")
SCREEN: Final = Actor(role="screen")
START_LINES: Final = ("Stories stay here", "Passing is fine", "One speaks at a time")
START: Final[Millis] = 1_000_000
GRACE: Final[Millis] = 3_000
LAPSE: Final[Millis] = 60_000


def settings(*, practice: bool = False, capacity: int = 200, approval: bool = False) -> Settings:
    floor, batch = (1, 1) if practice else (5, 3)
    return Settings(
        id=SessionId("session-1"),
        organization_id=OrganizationId("organization-1"),
        code="KLMNPQ",
        practice=practice,
        presence="together",
        floor=floor,
        batch=batch,
        capacity=capacity,
        approval=approval,
    )


def a_session(*, practice: bool = False, capacity: int = 200, approval: bool = False) -> Session:
    return new_session(settings(practice=practice, capacity=capacity, approval=approval), PLAN)


def wide_plan() -> Plan:
    """The taster and one more activity with the kinds that it does not play."""
    activity = PLAN.items[0].activity
    stages = (
        StageTemplate(id="round", kind="circle", minutes=5, phone="One word", screen="turns", mode="round", turn_seconds=30),
        StageTemplate(id="open", kind="circle", minutes=3, phone="Whoever likes", screen="turns", mode="open"),
        StageTemplate(
            id="agree", kind="agree", minutes=8, phone="How we want to be", screen="list", start=START_LINES, propose=True
        ),
    )
    wide = structs.replace(activity, id="wide", title="Together", stages=stages)
    return structs.replace(PLAN, items=(*PLAN.items, PlanItem(activity=wide, minutes=16)))


def a_wide_session(*, practice: bool = False, capacity: int = 200, approval: bool = False) -> Session:
    return new_session(settings(practice=practice, capacity=capacity, approval=approval), wide_plan())


def broad_plan() -> Plan:
    """The wide plan and one more activity: what is followed, kept on the phone, sat in, dealt and replied to."""
    activity = PLAN.items[0].activity
    card, page = TextInput(max=200), TextInput(max=400)
    stages = (
        StageTemplate(
            id="breath",
            kind="guide",
            minutes=2,
            phone="Breathe",
            screen="pacer",
            pacer=Pacer(breathe_in=4, breathe_out=6, cycles=5),
        ),
        StageTemplate(id="page", kind="journal", minutes=4, phone="For yourself", screen="none", input=page),
        StageTemplate(
            id="bowl", kind="circle", minutes=8, phone="Two chairs", screen="turns", mode="fishbowl", turn_seconds=90, chairs=2
        ),
        StageTemplate(id="dealt", kind="wall", minutes=4, phone="A sentence", screen="none", input=card, deal=True),
        StageTemplate(id="reply", kind="wall", minutes=4, phone="A reply", screen="wall", input=card, reply_to="dealt"),
    )
    broad = structs.replace(activity, id="broad", title="Kindly", stages=stages)
    wide = wide_plan()
    return structs.replace(wide, items=(*wide.items, PlanItem(activity=broad, minutes=22)))


def a_broad_session(*, practice: bool = False, capacity: int = 200, approval: bool = False) -> Session:
    return new_session(settings(practice=practice, capacity=capacity, approval=approval), broad_plan())


def seat(number: int) -> SeatId:
    return SeatId(f"seat-{number:04d}-canary")


def seats(count: int, first: int = 1) -> tuple[SeatId, ...]:
    return tuple(seat(number) for number in range(first, first + count))


def person(number: int) -> Actor:
    return Actor(role="participant", seat=seat(number))


def alias_of(number: int) -> str:
    return f"Mika{number:03d}"


def join(number: int, alias: str | None = None, mark: int = 0) -> Join:
    name = alias_of(number) if alias is None else alias
    return Join(seat=seat(number), key_hash=f"{number:064x}", alias=name, alias_text=TextId(f"alias-{number}"), mark=mark)


def card_id(name: object) -> CardId:
    return CardId(hashlib.sha256(str(name).encode()).hexdigest()[:32])


def text_answer(name: object, text: str = "A hope", reply_to: CardId | None = None) -> TextAnswer:
    note_key = hashlib.sha256(f"note {name}".encode()).hexdigest()
    return TextAnswer(text=text, card=card_id(name), note_key=note_key, reply_to=reply_to)


def held(number: int, answer: Answer, counter: int = 1) -> HeldAnswer:
    return HeldAnswer(seat=seat(number), counter=counter, nonce=Nonce(f"nonce-{number}-{counter}"), answer=answer)


def written(count: int, first: int = 1) -> tuple[HeldAnswer, ...]:
    """That many people, each with a card of their own."""
    return tuple(held(number, text_answer(number)) for number in range(first, first + count))


def chosen(options: Iterable[int]) -> tuple[HeldAnswer, ...]:
    return tuple(held(number, ChoiceAnswer(option=option)) for number, option in enumerate(options, start=1))


def passed(count: int, first: int = 1) -> tuple[HeldAnswer, ...]:
    return tuple(held(number, PassAnswer()) for number in range(first, first + count))


def drawn(session: Session, run: int, number: int, dice: Dice, apart: Apart = frozenset()) -> FormRooms:
    """The rooms of round `number`, drawn as a node draws them."""
    return draw_rooms(session, MakeRooms(run=run, round=number), dice, apart=apart)


class AsTheyCame:
    """Dice that leave every order as it is."""

    def shuffle(self, x: list[Any], /) -> None:
        pass


class Story:
    """One session as it goes on: its state, its rows of words, and everything that happened."""

    def __init__(self, session: Session | None = None, dice: Dice | None = None) -> None:
        self.start = a_session() if session is None else session
        self.session = self.start
        self.dice: Dice = random.Random(7) if dice is None else dice
        self.at: Millis = START
        self.apart: Apart = frozenset()
        """Who would rather not be in a room with whom."""
        self.texts: dict[str, str] = {}
        self.log: list[tuple[AnyEvent, Millis]] = []

    def wish(self, command: AnyCommand, actor: Actor = FACILITATOR) -> Outcome:
        """What the core answers; nothing happens yet."""
        return decide(self.session, command, actor, self.at, self.dice, self.apart)

    def apply(self, *events: AnyEvent) -> None:
        for event in events:
            self.session = evolve(self.session, event, self.at)
            self.log.append((event, self.at))

    def do(self, command: AnyCommand, actor: Actor = FACILITATOR) -> tuple[AnyEvent, ...]:
        """The wish is granted and has happened, with the rows that come with it."""
        outcome = self.wish(command, actor)
        assert not isinstance(outcome, Refusal), f"{command!r} was refused: {outcome.code}"
        self.grant(command, outcome, actor)
        return outcome

    def grant(self, command: AnyCommand, events: tuple[AnyEvent, ...], actor: Actor = FACILITATOR) -> None:
        """What the wish led to happens, and its rows are kept, changed and deleted."""
        rows = kept(self.session, command, actor, events)
        self.texts.update({row.alias_text: row.alias for row in rows.seats})
        self.texts.update({card.id: card.text for card in rows.cards})
        self.texts.update({card.id: card.text for card in rows.rewritten})
        self.texts.update(
            {one.id: with_consent(self.texts[one.id], one.nameable) for one in rows.consented if one.id in self.texts}
        )
        self.texts.update({row.id: row.words for row in rows.texts})
        gone = {*rows.gone_texts, *rows.gone_cards, *(self.session.care if rows.end_care else ())}
        self.texts = {row: words for row, words in self.texts.items() if row not in gone}
        self.apply(*events)

    def refused(self, command: AnyCommand, actor: Actor = FACILITATOR) -> RefusalCode:
        outcome = self.wish(command, actor)
        assert isinstance(outcome, Refusal), f"{command!r} was granted: {outcome!r}"
        return outcome.code

    def later(self, millis: Millis) -> "Story":
        self.at += millis
        return self

    def people(self, count: int, first: int = 1) -> "Story":
        for number in range(first, first + count):
            self.do(join(number), SYSTEM)
        return self

    @property
    def run(self) -> int:
        return self.session.stage.run if self.session.stage else 0

    @property
    def template(self) -> StageTemplate:
        assert self.session.template is not None
        return self.session.template

    def open(self, stage: int) -> "Story":
        self.do(OpenStage(run=self.run, stage=stage))
        return self

    def begin_closing(self) -> "Story":
        self.do(BeginClosing(run=self.run, nodes=(NodeId("node-1"),), grace=GRACE, lapse=LAPSE))
        return self.later(GRACE)

    def complete(self, answers: Sequence[HeldAnswer]) -> tuple[AnyEvent, ...]:
        assert self.session.stage is not None
        command = CompleteClosing(run=self.run, attempt=self.session.stage.attempts, held=tuple(answers))
        return self.do(command, SYSTEM)

    def close(self, answers: Sequence[HeldAnswer]) -> tuple[AnyEvent, ...]:
        self.begin_closing()
        return self.complete(answers)

    def form(self, number: int = 1, actor: Actor = FACILITATOR) -> tuple[AnyEvent, ...]:
        return self.do(drawn(self.session, self.run, number, self.dice, self.apart), actor)

    def announce(self) -> "Story":
        """The proposed rooms are announced, and can begin now."""
        self.do(AnnounceRooms(run=self.run, round=self.rooms.round))
        return self.later(ANNOUNCE_SECONDS * 1000)

    def go(self) -> tuple[AnyEvent, ...]:
        """Announced, and begun by the facilitator."""
        self.announce()
        return self.do(StartRooms(run=self.run, round=self.rooms.round))

    def in_rooms(self, people: int, stage: int = FRESH) -> "Story":
        """That many people in the running rooms of `stage`."""
        self.people(people).open(stage).form()
        self.go()
        return self

    @property
    def wall(self) -> WallState:
        assert self.session.stage is not None and isinstance(self.session.stage.kind, WallState)
        return self.session.stage.kind

    @property
    def tally(self) -> TallyState:
        assert self.session.stage is not None and isinstance(self.session.stage.kind, TallyState)
        return self.session.stage.kind

    def in_circle(self, people: int) -> "Story":
        """That many people in a running round of the wide session."""
        self.people(people).open(CIRCLE)
        self.do(StartCircle(run=self.run))
        return self

    @property
    def circle(self) -> CircleState:
        assert self.session.stage is not None and isinstance(self.session.stage.kind, CircleState)
        return self.session.stage.kind

    @property
    def agree(self) -> AgreeState:
        assert self.session.stage is not None and isinstance(self.session.stage.kind, AgreeState)
        return self.session.stage.kind

    @property
    def rooms(self) -> RoomsState:
        assert self.session.stage is not None and isinstance(self.session.stage.kind, RoomsState)
        return self.session.stage.kind


class When:
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def then(self, *events: AnyEvent) -> None:
        assert self.outcome == events

    def nothing(self) -> None:
        """Granted, because it is already so."""
        self.then()

    def refused(self, code: RefusalCode) -> None:
        assert self.outcome == Refusal(code=code)


class Given:
    def __init__(self, session: Session) -> None:
        self.session = session

    def when(self, command: AnyCommand, actor: Actor = FACILITATOR, at: Millis = START) -> When:
        return When(decide(self.session, command, actor, at, random.Random(7)))


def given(events: Iterable[AnyEvent] = (), session: Session | None = None, at: Millis = START) -> Given:
    """A real session in which these facts have happened, all at `at`."""
    session = a_session() if session is None else session
    for event in events:
        session = evolve(session, event, at)
    return Given(session)


def with_template(session: Session, stage: int, **changes: object) -> Session:
    """The session with fields of one stage's template replaced: for shapes that the taster does not have."""
    planned = session.stages[stage]
    replaced = structs.replace(planned, template=structs.replace(planned.template, **changes))
    return structs.replace(session, stages=(*session.stages[:stage], replaced, *session.stages[stage + 1 :]))
