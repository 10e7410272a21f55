"""Random sessions: people and facilitators who wish anything at any time, with everything drawn from one seed.

Every answer is marked text, so that a test can look for it where it must not be. `Moment` is one fact with the state around it.
"""

import random
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from tests.domain.given import (
    FACILITATOR,
    GRACE,
    LAPSE,
    SYSTEM,
    Story,
    a_session,
    drawn,
    held,
    join,
    person,
    text_answer,
)
from tests.domain.pictures_of import Part, Parts, parts_of
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TakenBack
from workshop.domain.decider import evolve
from workshop.domain.deciding import Actor
from workshop.domain.events import AnyEvent
from workshop.domain.kinds import rooms
from workshop.domain.next_step import next_step
from workshop.domain.plan import ChoiceInput, Input, MultiInput, ScaleInput, TextInput
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, WallState
from workshop.domain.words import CardId, Millis, NodeId

SEEDS = tuple(range(80))
PINNED: tuple[int, ...] = ()
"""Seeds that once failed, each with what it found."""
STEPS = 180
MARK = "canary"


class Moment(Struct, frozen=True):
    event: AnyEvent
    at: Millis
    before: Session
    texts_before: Mapping[str, str]
    after: Session
    texts_after: Mapping[str, str]
    settled: bool
    """Whether it is the last fact of its wish: what comes before it is never seen by a node."""


class Played(Struct, frozen=True):
    seed: int
    start: Session
    moments: tuple[Moment, ...]
    wished: int
    refused: int
    written: tuple[str, ...]
    """Every card that anybody wrote, shown or not."""

    @property
    def end(self) -> Session:
        return self.moments[-1].after

    def settled(self) -> list[Moment]:
        return [moment for moment in self.moments if moment.settled]


class _Random:
    """What a random group would wish next."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.story = Story(a_session(practice=self.dice.random() < 0.15, capacity=14), self.dice)
        self.joined = 0
        self.written: list[str] = []
        self.eager = self.dice.random() < 0.7
        """Whether the group is large enough to come through its closings more often than not."""

        self.most = self.dice.choice([3, 14, 14])

    def wish(self) -> tuple[c.AnyCommand, Actor]:
        session, draw = self.story.session, self.dice.random()
        if self.joined < (7 if self.eager else 2) or (draw < 0.05 and self.joined < self.most):
            return self.somebody_comes()
        if draw < 0.22:
            return self.somebody_taps()
        if draw < 0.27:
            return self.desk()
        if session.phase == "closing" and draw < 0.8:
            return self.closing()
        if rooms.next_deadline(session) is not None and draw < 0.75:
            return self.clockwork()
        if draw < 0.37:
            return self.anything()
        return self.next()

    def somebody_comes(self) -> tuple[c.AnyCommand, Actor]:
        self.joined += self.dice.random() < 0.95
        return join(max(1, self.joined), alias=self.dice.choice(["Mika", "Noa", "Sol", "Ada"]), mark=self.joined), SYSTEM

    def somebody_taps(self) -> tuple[c.AnyCommand, Actor]:
        who = person(self.dice.randint(1, self.joined + 1))
        taps: list[c.AnyCommand] = [c.Rest(), c.Leave(), c.ComeBack(), c.ComeBack(), c.ComeBack()]
        return self.dice.choice(taps), who

    def answer(self, asked: Input) -> Answer:
        draw = self.dice.random()
        if draw < 0.1:
            return PassAnswer()
        if draw < 0.15:
            return TakenBack()
        match asked:
            case TextInput():
                text = f"{MARK} {len(self.written)} {self.dice.random()}"
                self.written.append(text)
                return text_answer(self.dice.randint(1, 40) if draw < 0.2 else text, text)
            case ChoiceInput(options=options):
                return ChoiceAnswer(option=self.dice.randrange(len(options) + (draw < 0.2)))
            case MultiInput(options=options, pick=pick):
                return MultiAnswer(options=tuple(self.dice.sample(range(len(options)), self.dice.randint(1, pick))))
            case ScaleInput(steps=steps, items=items):
                return ScaleAnswer(steps={item.key: self.dice.randint(1, steps) for item in items if self.dice.random() < 0.8})

    def closing(self) -> tuple[c.AnyCommand, Actor]:
        session = self.story.session
        assert session.stage is not None and session.stage.closing is not None and session.template is not None
        asked = session.template.input
        assert asked is not None
        self.story.at = max(self.story.at, session.stage.closing.grace_until - (self.dice.random() < 0.1))
        share = self.dice.choice([0.3, 1.0, 1.0, 1.0])
        answering = [number for number in range(1, self.joined + 1) if self.dice.random() < share]
        answers = [held(number, self.answer(asked), counter) for number in answering for counter in (1, 2)]
        self.dice.shuffle(answers)
        attempt = session.stage.closing.attempt - (self.dice.random() < 0.1)
        return c.CompleteClosing(run=session.stage.run, attempt=attempt, held=tuple(answers)), SYSTEM

    def clockwork(self) -> tuple[c.AnyCommand, Actor]:
        session, state = self.story.session, rooms.state_of(self.story.session)
        due = rooms.next_deadline(session)
        assert due is not None and state is not None
        self.story.at = max(self.story.at, due + self.dice.choice([0, 0, 900, 200_000]))
        if self.dice.random() < 0.1:
            return c.ShiftDeadlines(due=due, by=self.story.at - due), SYSTEM
        if rooms.due_wish(session) == "form":
            return drawn(session, self.story.run, state.round + 1, self.dice), SYSTEM
        return c.AdvanceRooms(run=self.story.run, round=state.round, due=due), SYSTEM

    def desk(self) -> tuple[c.AnyCommand, Actor]:
        run = self.story.run
        wishes: list[c.AnyCommand] = [
            c.LockDoor(),
            c.UnlockDoor(),
            c.CalmRoom(),
            c.ResumeRoom(),
            c.ResumeRoom(),
            c.ExtendStage(run=run, minutes=self.dice.randint(0, 11)),
            c.HidePicture(run=run),
            c.RevealPicture(run=run),
            c.EndRooms(run=run),
            c.OpenStage(run=run, stage=self.dice.choice([0, 4, 5])),
            *([c.EndSession()] if self.dice.random() < 0.05 else []),
        ]
        return self.dice.choice(wishes), FACILITATOR

    def card(self) -> CardId:
        stage = self.story.session.stage
        queue = stage.kind.queue if stage is not None and isinstance(stage.kind, WallState) else ()
        return self.dice.choice(queue) if queue else CardId("0" * 32)

    def anything(self) -> tuple[c.AnyCommand, Actor]:
        """A wish that may well be stale, out of turn, or somebody else's."""
        run, draw = self.story.run - (self.dice.random() < 0.3), self.dice.randint(-1, 7)
        wishes: list[c.AnyCommand] = [
            c.OpenStage(run=run, stage=draw),
            c.StepGuide(run=run, step=draw),
            c.BeginClosing(run=run, nodes=(NodeId("node-1"),), grace=GRACE, lapse=LAPSE),
            c.ReopenStage(run=run, minutes=draw),
            c.DiscardStage(run=run),
            c.SpeakStage(run=run),
            c.HideCard(run=run, card=self.card()),
            c.ApproveCard(run=run, card=self.card()),
            c.ReleaseCards(run=run),
            drawn(self.story.session, run, max(1, draw), self.dice),
            c.StartRooms(run=run, round=max(1, draw)),
            c.AdvanceRooms(run=run, round=1, due=self.story.at),
            c.CompleteClosing(run=run, attempt=1, held=()),
            c.CloseStage(run=run),
            c.MakeRooms(run=run, round=1),
        ]
        actors = (FACILITATOR, FACILITATOR, FACILITATOR, SYSTEM, person(1))
        return self.dice.choice(wishes), self.dice.choice(actors)

    def one_of(self, *wishes: c.AnyCommand) -> c.AnyCommand:
        return self.dice.choice(wishes)

    def next(self) -> tuple[c.AnyCommand, Actor]:
        """What the console's one big Next would send."""
        session, run = self.story.session, self.story.run
        ahead = next_step(session)
        match ahead.does:
            case "open_stage":
                stage = ahead.stage if self.dice.random() < 0.8 else self.dice.randrange(len(session.stages))
                return c.OpenStage(run=run, stage=stage), FACILITATOR
            case "step_guide":
                return c.StepGuide(run=run, step=ahead.step), FACILITATOR
            case "close_stage":
                return c.BeginClosing(run=run, nodes=(NodeId("node-1"),), grace=GRACE, lapse=LAPSE), FACILITATOR
            case "reveal_picture":
                return c.RevealPicture(run=run), FACILITATOR
            case "release_cards":
                approve, hide = c.ApproveCard(run=run, card=self.card()), c.HideCard(run=run, card=self.card())
                return self.one_of(approve, approve, approve, hide, c.ReleaseCards(run=run)), FACILITATOR
            case "make_rooms":
                return drawn(session, run, ahead.round, self.dice), FACILITATOR
            case "start_rooms":
                return c.StartRooms(run=run, round=ahead.round), FACILITATOR
            case "decide_short":
                reopen = c.ReopenStage(run=run, minutes=self.dice.randint(1, 3))
                return self.one_of(reopen, reopen, c.DiscardStage(run=run), c.SpeakStage(run=run)), FACILITATOR
            case "end_session" if self.dice.random() < 0.2:
                return c.EndSession(), FACILITATOR
            case _:
                return c.LockDoor() if self.dice.random() < 0.1 else c.UnlockDoor(), FACILITATOR

    def moments(self) -> Iterator[Moment | Refusal]:
        """What one wish leads to: its facts one by one, or a refusal."""
        story = self.story
        story.at += self.dice.choice([0, 40, 900, 7_000])
        command, actor = self.wish()
        outcome = story.wish(command, actor)
        if isinstance(outcome, Refusal):
            yield outcome
            return
        before, texts_before, logged = story.session, dict(story.texts), len(story.log)
        story.grant(command, outcome)
        happened = story.log[logged:]
        for number, (event, at) in enumerate(happened, start=1):
            after = evolve(before, event, at)
            settled = len(happened) == number
            yield Moment(event, at, before, texts_before, after, dict(story.texts), settled)
            before, texts_before = after, dict(story.texts)


@cache
def played(seed: int) -> Played:
    group = _Random(seed)
    moments: list[Moment] = []
    refused = 0
    for _ in range(STEPS):
        for one in group.moments():
            if isinstance(one, Refusal):
                refused += 1
            else:
                moments.append(one)
    return Played(seed, group.story.start, tuple(moments), STEPS, refused, tuple(group.written))


class Change(Struct, frozen=True):
    """One fact with all parts before and after it."""

    moment: Moment
    before: Parts
    after: Parts

    @property
    def declared(self) -> set[Part]:
        event = self.moment.event
        return views.touched(self.moment.after, type(event).touches, getattr(event, "seat", None))


@cache
def changes(seed: int) -> tuple[Change, ...]:
    found: list[Change] = []
    one = played(seed)
    before = parts_of(one.start, {})
    for moment in one.moments:
        after = parts_of(moment.after, moment.texts_after)
        found.append(Change(moment, before, after))
        before = after
    return tuple(found)


def all_played() -> Iterator[Played]:
    for seed in (*SEEDS, *PINNED):
        yield played(seed)
