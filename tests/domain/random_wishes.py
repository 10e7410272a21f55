"""What people, facilitators and nodes of a random session might wish next: plausible, stale, out of turn, or somebody else's."""

import random

from msgspec import structs

from tests.domain.given import (
    AGREE,
    CIRCLE,
    DEAL,
    FACILITATOR,
    FISHBOWL,
    FRESH,
    GRACE,
    GUIDE,
    JOURNAL,
    LAPSE,
    OPEN_CIRCLE,
    PACER,
    REPLY,
    SWAP,
    SYSTEM,
    Story,
    a_broad_session,
    a_wide_session,
    drawn,
    held,
    join,
    person,
    seat,
    text_answer,
)
from tests.domain.random_rooms import proposed, wish_about_rooms, wish_in_room
from tests.domain.rehearsals import FOURS, MIRROR, REHEARSAL, TWOS, a_rehearsing_session
from workshop.domain import commands as c
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TakenBack
from workshop.domain.asides import Aside
from workshop.domain.closing import asked_input
from workshop.domain.deciding import Actor
from workshop.domain.kind_states import WallState
from workshop.domain.kinds import agree, circle, fishbowl, gauge, wall
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.kinds.wall import card_state
from workshop.domain.next_step import next_step
from workshop.domain.parts import NextView
from workshop.domain.plan import ChoiceInput, Input, MultiInput, ScaleInput, TextInput
from workshop.domain.words import CardId, CardState, LineId, NodeId, SeatId, TextId

MARK = "canary"
ALIASES = ("Mika", "Noa", "Sol", "Ada")


class Group:
    """What a random group would wish next, with everything drawn from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.aside = random.Random(f"aside {seed}")
        """Decides what a wish names besides, so that no other wish is another one for that."""

        plays = self.dice.choice([a_wide_session, a_broad_session, a_rehearsing_session])
        session = plays(practice=self.dice.random() < 0.15, capacity=14, approval=self.dice.random() < 0.2)
        self.story = Story(session, self.dice)
        self.joined = 0
        self.made = 0
        """Rows of words beside cards: each has an id of its own."""

        self.written: list[str] = []
        self.eager = self.dice.random() < 0.7
        """Whether the group is large enough to come through its closings more often than not."""

        self.most = self.dice.choice([3, 14, 14])
        for _ in range(self.dice.choice([0, 0, 2, 5])):
            one, other = self.dice.sample(range(1, 15), 2)
            self.story.apart |= {(seat(one), seat(other))}

    def wish(self) -> tuple[c.AnyCommand, Actor]:
        session, draw = self.story.session, self.dice.random()
        if self.joined < (7 if self.eager else 2) or (draw < 0.05 and self.joined < self.most):
            return self.somebody_comes()
        chairs = fishbowl.state_of(session)
        busy = chairs is not None and not chairs.finished
        if room_state.running(session) and session.template is not None and session.template.decks:
            busy = True
        board = 0.4 if proposed(session) else 0.1
        rooms = (
            wish_about_rooms(self) if self.dice.random() < board else wish_in_room(self) if self.dice.random() < 0.15 else None
        )
        if rooms is not None:
            return rooms
        if draw < (0.5 if busy else 0.2):
            return self.somebody_taps()
        if draw < 0.24:
            return self.nodes()
        if draw < 0.33:
            return self.desk()
        if session.phase == "closing" and draw < 0.8:
            return self.closing()
        if room_state.next_deadline(session) is not None and draw < 0.75:
            return self.clockwork()
        if draw < 0.42:
            return self.anything()
        return self.next()

    def somebody_comes(self) -> tuple[c.AnyCommand, Actor]:
        self.joined += self.dice.random() < 0.95
        comes = join(max(1, self.joined), alias=self.dice.choice(ALIASES), mark=self.joined)
        if self.dice.random() < 0.1:
            return structs.replace(comes, phone=False), FACILITATOR
        return comes, SYSTEM

    def row(self, kind: str) -> TextId:
        self.made += 1
        return TextId(f"{kind}-{self.made}-row")

    def somebody(self) -> SeatId:
        return seat(self.dice.randint(1, self.joined + 1))

    def care_of(self, who: SeatId) -> TextId | None:
        mine = [care for care in self.story.session.open_care() if self.story.texts.get(care) == who]
        return mine[0] if mine else None

    def care(self) -> TextId:
        return self.dice.choice([*self.story.session.care, TextId("care-unknown")])

    def somebody_taps(self) -> tuple[c.AnyCommand, Actor]:
        session, who = self.story.session, self.somebody()
        state = circle.state_of(session)
        if state is not None and state.now is not None and self.dice.random() < 0.7:
            turn: c.AnyCommand = c.EndTurn(run=self.story.run, turn=state.turn)
            named = c.NameSeat(alias=self.dice.choice(ALIASES), alias_text=self.row("alias"), mark=self.made)
            turn = self.one_of(turn, turn, turn, turn, c.PutLater(run=self.story.run, turn=state.turn), named)
            return turn, Actor(role="participant", seat=state.now if self.dice.random() < 0.8 else who)
        if room_state.running(session) and self.dice.random() < 0.5:
            return self.scene(who), Actor(role="participant", seat=who)
        if fishbowl.state_of(session) is not None and self.dice.random() < 0.7:
            ask, leave = c.AskForChair(run=self.story.run), c.LeaveChair(run=self.story.run)
            return self.one_of(ask, ask, ask, leave), Actor(role="participant", seat=who)
        taps: list[c.AnyCommand] = [
            *(c.Rest(), c.Leave(), c.ComeBack(), c.ComeBack(), c.ComeBack()),
            c.NameSeat(alias=self.dice.choice(ALIASES), alias_text=self.row("alias"), mark=self.made),
            c.OpenCare(care=self.row("care"), waiting=self.care_of(session.seat_of(who))),
            c.TakeBackCare(care=self.care_of(session.seat_of(who)) or self.care()),
        ]
        return self.dice.choice(taps), Actor(role="participant", seat=who)

    def scene(self, who: SeatId) -> c.AnyCommand:
        """Another scene for the own room, or the same once more; also a scene that the room has no more."""
        found, state = room_state.room_of(self.story.session, who), room_state.state_of(self.story.session)
        number = state.round if state is not None and self.dice.random() < 0.9 else 0
        scenes = found[0].scenes if found is not None else ()
        played = scenes[found[0].scene] if found is not None and scenes else "nothing"
        swap = c.SwapScene(run=self.story.run, round=number, scene=self.dice.choice([played, played, *scenes]))
        keep = c.KeepScene(run=self.story.run, round=number, keep=self.dice.random() < 0.7)
        return self.one_of(swap, swap, keep)

    def free_chair(self) -> c.FreeChair:
        """Of the chairs as they stand now."""
        state = fishbowl.state_of(self.story.session)
        return c.FreeChair(run=self.story.run, turn=state.turn if state is not None else 0)

    def deck(self) -> c.ChooseDeck:
        template = self.story.session.template
        known = [deck.id for deck in template.decks] if template is not None else []
        return c.ChooseDeck(run=self.story.run, deck=self.dice.choice([*known, *known, "elsewhere"]))

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
                return text_answer(self.dice.randint(1, 40) if draw < 0.2 else text, text, self.dealt())
            case ChoiceInput(options=options):
                return ChoiceAnswer(option=self.dice.randrange(len(options) + (draw < 0.2)))
            case MultiInput(options=options, pick=pick):
                return MultiAnswer(options=tuple(self.dice.sample(range(len(options)), self.dice.randint(1, pick))))
            case ScaleInput(steps=steps, items=items):
                return ScaleAnswer(steps={item.key: self.dice.randint(1, steps) for item in items if self.dice.random() < 0.8})
            case _:
                raise AssertionError(f"nothing that a random session plays asks for {type(asked).__name__}")

    def dealt(self) -> CardId | None:
        """A card that this one might be a reply to; also one that was never dealt."""
        stage = self.story.session.stage
        stands = wall.standing(self.story.session, stage) if stage is not None else ()
        return self.dice.choice([None, CardId("0" * 32), *stands, *stands]) if self.dice.random() < 0.9 else None

    def closing(self) -> tuple[c.AnyCommand, Actor]:
        session = self.story.session
        assert session.stage is not None and session.stage.closing is not None and session.template is not None
        asked = asked_input(session.template)
        self.story.at = max(self.story.at, session.stage.closing.grace_until - (self.dice.random() < 0.1))
        share = self.dice.choice([0.3, 1.0, 1.0, 1.0])
        answering = [number for number in range(1, self.joined + 1) if self.dice.random() < share]
        answers = [held(number, self.answer(asked), counter) for number in answering for counter in (1, 2)]
        self.dice.shuffle(answers)
        attempt = session.stage.closing.attempt - (self.dice.random() < 0.1)
        return c.CompleteClosing(run=session.stage.run, attempt=attempt, held=tuple(answers)), SYSTEM

    def clockwork(self) -> tuple[c.AnyCommand, Actor]:
        session, state = self.story.session, room_state.state_of(self.story.session)
        due = room_state.next_deadline(session)
        assert due is not None and state is not None
        self.story.at = max(self.story.at, due + self.dice.choice([0, 0, 900, 200_000]))
        if self.dice.random() < 0.1:
            return c.ShiftDeadlines(due=due, by=self.story.at - due), SYSTEM
        draw = self.dice.random()
        if draw < 0.02:
            return c.EndSession(), FACILITATOR
        if draw < 0.06:
            return c.MergeSeats(seat=self.somebody(), into=self.somebody()), FACILITATOR
        waiting = [seat for seat, one in session.people.items() if one.state == "waiting"]
        if waiting and draw < 0.2:
            return c.AdmitPerson(seat=self.dice.choice(waiting)), FACILITATOR
        if room_state.due_wish(session) == "form":
            return drawn(session, self.story.run, state.round + 1, self.dice, self.story.apart), SYSTEM
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
            c.OpenStage(run=run, stage=self.dice.choice([GUIDE, FRESH, SWAP, CIRCLE, CIRCLE, OPEN_CIRCLE, AGREE])),
            c.OpenStage(run=run, stage=self.dice.choice([PACER, JOURNAL, FISHBOWL, FISHBOWL, DEAL, DEAL, REPLY])),
            self.free_chair(),
            c.OpenStage(run=run, stage=self.dice.choice([REHEARSAL, REHEARSAL, TWOS, FOURS, MIRROR])),
            self.deck(),
            c.SkipStage(run=run),
            c.LookBack(run=run, stage=self.dice.choice([*self.story.session.past, 1])),
            c.LookBack(run=run, stage=self.dice.choice([*self.story.session.asked, 1])),
            self.to_everybody(c.PostNote(note=self.row("note"), text=self.dice.choice(["", "Five more minutes", "x" * 400]))),
            c.AdmitPerson(seat=self.somebody()),
            c.AdmitPerson(seat=self.somebody()),
            c.DeclinePerson(seat=self.somebody()),
            c.MarkPerson(seat=self.somebody(), state=self.dice.choice(["here", "here", "resting", "left", "waiting"])),
            c.MergeSeats(seat=self.somebody(), into=self.somebody()),
            c.SettleCare(care=self.care(), outcome=self.dice.choice(["answered", "handed_over", "taken_back"])),
            c.SettleCare(care=self.care(), outcome="answered"),
            c.EndCircle(run=run),
            *([c.EndSession()] if self.dice.random() < 0.05 else []),
        ]
        return self.dice.choice(wishes), FACILITATOR

    def to_everybody(self, note: c.PostNote) -> c.AnyCommand:
        """A note, or that the help page is there; now and then as another facilitator has just offered it."""
        offered = self.story.session.help_offered - (self.aside.random() < 0.3)
        return note if self.aside.random() < 0.6 else c.OfferHelp(offered=offered)

    def card(self) -> CardId:
        stage = self.story.session.stage
        queue = stage.kind.queue if stage is not None and isinstance(stage.kind, WallState) else ()
        return self.dice.choice(queue) if queue else CardId("0" * 32)

    def line(self) -> LineId:
        state = agree.state_of(self.story.session)
        lines = (*state.proposed, *state.lines, *state.hidden) if state is not None else ()
        return self.dice.choice([*lines, LineId("start-99")])

    def lines(self) -> tuple[LineId, ...]:
        state = agree.state_of(self.story.session)
        lines = state.lines if state is not None else ()
        return tuple(line for line in lines if self.dice.random() < 0.3)

    def any_card(self) -> CardId:
        """Of whatever stage it is, or a proposed line."""
        return self.dice.choice([*sorted(self.story.session.cards), CardId("0" * 32)])

    def nodes(self) -> tuple[c.AnyCommand, Actor]:
        """What nodes wish by themselves, and who has a card's key."""
        session, run = self.story.session, self.story.run
        stage, template = session.stage, session.template
        tapped = sorted(gauge.keys(template, stage.kind)) if stage is not None and template is not None else []
        totals = {key: self.dice.randint(0, 5) for key in tapped}
        shows = c.ShowGauge(run=run, totals=totals, people=self.dice.randint(3, 9), changes=self.dice.randint(0, 9))
        self.made += 1
        written = f"{MARK} {self.made} {self.dice.random()}"
        self.written.append(written)
        return self.one_of(
            c.QuestionLines(run=run, lines=self.lines()),
            shows,
            shows,
            c.MissConsole(),
            c.MeetConsole(),
            c.WithdrawCard(card=self.any_card()),
            self.by_its_key(self.dice.choice([self.any_card(), self.card()]), written),
        ), SYSTEM

    def by_its_key(self, card: CardId, written: str) -> c.AnyCommand:
        """Every third time its author says whether it may be named, else they find other words."""
        if self.made % 3 == 0:
            return c.ConsentCard(card=card, nameable=self.made % 2 == 0)
        return c.RewriteCard(card=card, text=written, aside=Aside(veils=("loss",), note=written))

    def approval(self, run: int, card: CardId) -> c.ApproveCard:
        """Of the words that stand there now."""
        state = self.story.session.stage.kind if self.story.session.stage else None
        rewrites = state.rewrites.get(card, 0) if isinstance(state, WallState) else 0
        return c.ApproveCard(run=run, card=card, rewrites=rewrites, seen=self.seen(card))

    def seen(self, card: CardId) -> CardState | None:
        """What it is, mostly; what it was to a facilitator who has not heard of the other's decision yet; or nothing is said of it."""
        state = self.story.session.stage.kind if self.story.session.stage else None
        now = card_state(state, card) if isinstance(state, WallState) else None
        stale: list[CardState] = ["waiting", "approved", "hidden"]
        return now if self.aside.random() < 0.9 else self.aside.choice([None, *stale])

    def count(self) -> int | None:
        """How many cards would go out, mostly; or how many would have a moment ago."""
        state = self.story.session.stage.kind if self.story.session.stage else None
        now = len(wall.releasable(state, self.story.session.settings.batch)) if isinstance(state, WallState) else None
        return now if self.aside.random() < 0.9 else self.aside.choice([None, 1, 3])

    def queue(self) -> c.AnyCommand:
        """What a facilitator does with the cards of a wall."""
        run, card = self.story.run, self.card()
        approve = self.approval(run, card)
        return self.one_of(
            *(approve, approve, approve, approve, c.HideCard(run=run, card=card)),
            *(c.ReleaseCards(run=run), c.ReleaseCards(run=run, count=self.count())),
            c.ReconsiderCard(run=run, card=card, seen=self.seen(card)),
            c.PostReturn(run=run, card=card, note=self.row("note"), sealed=f"sealed-{self.made}"),
            c.VeilCard(run=run, card=card, veil=self.dice.choice([None, "loss", "family"])),
            c.FeatureCard(run=run, card=self.dice.choice([None, card, card])),
        )

    def agreement(self, ahead: NextView) -> c.AnyCommand:
        """What a facilitator does with the lines of an agreement."""
        run, state = self.story.run, agree.state_of(self.story.session)
        assert state is not None
        return self.one_of(
            c.BeginClosing(run=run, nodes=(NodeId("node-1"),), grace=GRACE, lapse=LAPSE),
            c.ApproveLine(run=run, line=self.line()),
            c.ApproveLine(run=run, line=self.line()),
            c.HideLine(run=run, line=self.line()),
            c.KeepLines(run=run, lines=ahead.lines or self.lines(), questioned=tuple(state.questioned)),
        )

    def anything(self) -> tuple[c.AnyCommand, Actor]:
        """A wish that may well be stale, out of turn, or somebody else's."""
        run, draw = self.story.run - (self.dice.random() < 0.3), self.dice.randint(-1, 10)
        wishes: list[c.AnyCommand] = [
            c.OpenStage(run=run, stage=draw),
            c.StepGuide(run=run, step=draw),
            c.BeginClosing(run=run, nodes=(NodeId("node-1"),), grace=GRACE, lapse=LAPSE),
            c.ReopenStage(run=run, minutes=draw),
            c.DiscardStage(run=run),
            c.SpeakStage(run=run),
            c.HideCard(run=run, card=self.card()),
            self.approval(run, self.card()),
            c.ReleaseCards(run=run),
            drawn(self.story.session, run, max(1, draw), self.dice),
            c.StartRooms(run=run, round=max(1, draw)),
            c.AdvanceRooms(run=run, round=1, due=self.story.at),
            c.CompleteClosing(run=run, attempt=1, held=()),
            c.CloseStage(run=run),
            c.MakeRooms(run=run, round=1),
            c.StartCircle(run=run),
            c.EndTurn(run=run, turn=draw),
            c.PutLater(run=run, turn=draw),
            c.GiveTime(run=run, turn=draw, seconds=draw),
            c.EndCircle(run=run),
            c.StartPacer(run=run),
            c.AskForChair(run=run),
            c.LeaveChair(run=run),
            c.FreeChair(run=run, turn=draw),
            c.LookBack(run=run, stage=draw),
            c.SkipStage(run=run),
            c.ApproveLine(run=run, line=self.line()),
            c.HideLine(run=run, line=self.line()),
            c.KeepLines(run=run, lines=self.lines(), questioned=self.lines()),
            c.QuestionLines(run=run, lines=self.lines()),
            c.CollectLines(run=run),
            self.queue(),
        ]
        actors = (FACILITATOR, FACILITATOR, FACILITATOR, SYSTEM, person(1))
        return self.dice.choice(wishes), self.dice.choice(actors)

    def one_of(self, *wishes: c.AnyCommand) -> c.AnyCommand:
        return self.dice.choice(wishes)

    def next(self) -> tuple[c.AnyCommand, Actor]:
        """What the console's one big Next would send."""
        session, run = self.story.session, self.story.run
        ahead = next_step(session)
        if agree.state_of(session) is not None and session.phase == "open" and self.dice.random() < 0.7:
            return self.agreement(ahead), FACILITATOR
        if isinstance(session.stage and session.stage.kind, WallState) and session.phase == "closed" and self.dice.random() < 0.5:
            return self.queue(), FACILITATOR
        if session.template is not None and session.template.reveal == "manual" and self.dice.random() < 0.2:
            return self.one_of(c.HidePicture(run=run), c.RevealPicture(run=run)), FACILITATOR
        match ahead.does:
            case "start_circle":
                return c.StartCircle(run=run), FACILITATOR
            case "end_turn":
                more = c.GiveTime(run=run, turn=ahead.turn, seconds=self.dice.randint(1, 130))
                return self.one_of(c.EndTurn(run=run, turn=ahead.turn), more), FACILITATOR
            case "start_pacer":
                return c.StartPacer(run=run), FACILITATOR
            case "end_circle":
                sits = fishbowl.state_of(session) is not None
                return self.one_of(c.EndCircle(run=run), *([self.free_chair()] * 3 if sits else [])), FACILITATOR
            case "adopt_lines":
                return c.KeepLines(run=run, lines=ahead.lines, questioned=()), FACILITATOR
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
                return self.queue(), FACILITATOR
            case "make_rooms":
                return drawn(session, run, ahead.round, self.dice, self.story.apart), FACILITATOR
            case "announce_rooms" if self.dice.random() < 0.3 and session.template is not None and session.template.decks:
                return self.deck(), FACILITATOR
            case "announce_rooms":
                return c.AnnounceRooms(run=run, round=ahead.round), FACILITATOR
            case "start_rooms":
                state = room_state.state_of(session)
                assert state is not None and state.announced is not None
                self.story.at = max(self.story.at, state.announced - (self.dice.random() < 0.1))
                if session.past and self.dice.random() < 0.25:
                    return c.LookBack(run=run, stage=self.dice.choice(list(session.past))), FACILITATOR
                return c.StartRooms(run=run, round=ahead.round), FACILITATOR
            case "decide_short":
                reopen = c.ReopenStage(run=run, minutes=self.dice.randint(1, 3))
                return self.one_of(reopen, reopen, c.DiscardStage(run=run), c.SpeakStage(run=run)), FACILITATOR
            case "end_session" if self.dice.random() < 0.2:
                return c.EndSession(), FACILITATOR
            case _:
                return c.LockDoor() if self.dice.random() < 0.1 else c.UnlockDoor(), FACILITATOR
