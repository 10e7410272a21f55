"""A group of simulated phones, a console and a shared screen, who do what a transcript says, in its words."""

import random
import re
from collections.abc import Awaitable, Callable

import msgspec

from realtime import wire
from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from realtime.simulated_answers import OwnCard
from tests import waiting
from tests.checks import board
from tests.nodes import Cluster, NodeProcess, _never
from tests.transcripts.pictures import in_one_line
from workshop.domain import commands as c
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer
from workshop.domain.parts import AgreeView, CircleView, ConsoleView, RoleCardView, RoomView, WallView
from workshop.domain.words import CardId, CareOutcome, LineId, Veil

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
Doing = Callable[..., Awaitable[None]]


class HeardPhone(Phone):
    """Keeps all that it was ever told, each room that it was in and each role that it had."""

    def __init__(self, base: str, code: str, alias: str) -> None:
        super().__init__(base, code, alias, random.Random(alias), _never)
        self.heard: list[str] = []
        self.rooms: list[RoomView] = []
        self.roles: list[RoleCardView] = []

    async def told(self, message: wire.ToPage) -> None:
        self.heard.append(wire.encode(message).decode())
        if isinstance(message, wire.RoomPart) and message.body is not None and message.body.state == "running":
            self.rooms.append(message.body)
        if isinstance(message, wire.SeatPart) and message.body.role is not None:
            self.roles.append(message.body.role)
        await super().told(message)


class HeardDesk(Desk):
    def __init__(self, base: str, secret: str) -> None:
        super().__init__(base, secret)
        self.heard: list[str] = []

    async def told(self, message: wire.ToPage) -> None:
        self.heard.append(wire.encode(message).decode())


class Evening:
    def __init__(self, cluster: Cluster, node: NodeProcess, opened: Opened) -> None:
        self.cluster, self.node, self.opened = cluster, node, opened
        self.console = HeardDesk(node.base, opened.console_secret)
        self.screen = HeardDesk(node.base, opened.screen_secret)
        self.phones: dict[str, HeardPhone] = {}
        self._order: list[str] = []
        self._round = 0

    async def begin(self, *people: str) -> None:
        for desk in (self.console, self.screen):
            self.cluster.run(desk)
            await desk.until(lambda desk=desk: desk.shared is not None)  # type: ignore[misc]
        for alias in people:
            await self.come(alias)

    async def come(self, alias: str) -> None:
        phone = HeardPhone(self.node.base, self.opened.code, alias)
        await phone.join()
        self.phones[alias] = phone
        self.cluster.run(phone)
        await phone.until(lambda: phone.shared is not None and phone.seat is not None)

    # --- who is meant

    def look_at_round(self) -> None:
        """The order of a round becomes known as it goes on: whose turn it is, and who is next."""
        stage = self.console.shared.stage if self.console.shared else None
        if stage is not None and stage.run != self._round:
            self._round, self._order = stage.run, []
        if stage is not None and isinstance(stage.body, CircleView):
            named = [one.alias for one in (stage.body.now, stage.body.next) if one is not None]
            self._order += [alias for alias in named if alias not in self._order]

    def place_of(self, alias: str) -> str:
        return PLACES[self._order.index(alias)]

    def knows(self, name: str) -> bool:
        return name not in PLACES or PLACES.index(name) < len(self._order)

    def alias_of(self, name: str) -> str:
        return self._order[PLACES.index(name)] if name in PLACES else name

    # --- what there is

    @property
    def run(self) -> int:
        assert self.console.shared is not None and self.console.shared.stage is not None
        return self.console.shared.stage.run

    @property
    def desk(self) -> ConsoleView:
        assert self.console.desk is not None
        return self.console.desk

    def card(self, text: str) -> CardId:
        return next(card.id for card in self.desk.queue if in_one_line(card.text) == text)

    def approval(self, text: str) -> c.ApproveCard:
        """Of exactly these words."""
        read = next(card for card in self.desk.queue if in_one_line(card.text) == text)
        return c.ApproveCard(run=self.run, card=read.id, rewrites=read.rewrites)

    def line(self, text: str) -> LineId:
        return next(line.id for line in self.desk.lines if line.text == text)

    # --- what is done

    async def do(self, says: str) -> None:
        refusal: str | None = None
        if ", and is refused: " in says:
            says, refusal = says.split(", and is refused: ")
        if says.startswith("the console "):
            assert await self._console(says.removeprefix("the console ")) == refusal
            return
        if says == "the rooms go on until they are over":
            return  # what everybody sees then is waited for
        who, _, what = says.partition(" ")
        while who.endswith(",") or what.startswith("and "):
            more, _, what = what.removeprefix("and ").partition(" ")
            who = f"{who} {more}"
        for name in who.replace(",", "").split():
            await self._person(name, what)

    async def _console(self, says: str) -> str | None:
        if says == "goes on" and self.desk.next.does == "start_rooms":
            await self._can_begin()
        for pattern, wish in CONSOLE_WISHES.items():
            match = re.fullmatch(pattern, says)
            if match is not None:
                return await self.console.do(wish(self, *match.groups()))
        raise AssertionError(f"nobody knows how the console {says}")

    async def _can_begin(self) -> None:
        """Announced rooms can begin after a moment, in which everybody finds out with whom they are."""
        ready = max(room.clock.ends_at or 0 for room in board(self.console).rooms)
        await waiting.until(lambda: self.console.now() >= ready)

    async def _person(self, name: str, says: str) -> None:
        if says == "comes":
            await self.come(name)
            return
        for pattern, doing in PERSON_DOES.items():
            match = re.fullmatch(pattern, says)
            if match is not None:
                await doing(self, self.phones[self.alias_of(name)], *match.groups())
                return
        raise AssertionError(f"nobody knows how {name} {says}")

    async def wishes(self, phone: Phone, command: c.ClientCommand) -> None:
        assert await phone.do(command) is None

    async def answers(self, phone: Phone, answer: Answer) -> None:
        await phone.answer(self.run, answer)
        await self._held(phone)

    async def writes(self, phone: Phone, text: str) -> None:
        await phone.write(self.run, text)
        await self._held(phone)

    async def _held(self, phone: Phone) -> None:
        await phone.until(lambda: phone.given[self.run].receipt is not None)

    async def chooses(self, phone: Phone, number: str) -> None:
        await self.answers(phone, ChoiceAnswer(option=int(number) - 1))

    async def marks(self, phone: Phone, numbers: str) -> None:
        await self.answers(phone, MultiAnswer(options=tuple(int(number) - 1 for number in numbers.split(", "))))

    async def sets(self, phone: Phone, sliders: str) -> None:
        steps = {key: int(step) for key, step in (slider.split(" ") for slider in sliders.split(", "))}
        await self.answers(phone, ScaleAnswer(steps=steps))

    async def passes(self, phone: Phone) -> None:
        await self.answers(phone, PassAnswer())

    async def taps(self, phone: Phone, marks: str) -> None:
        stage = phone.shared.stage if phone.shared else None
        assert stage is not None and isinstance(stage.body, AgreeView)
        wanted = [] if marks == "nothing" else [mark.split(" ") for mark in marks.split(", ")]
        await self._tap(phone, *(f"{kind}:{stage.body.lines[int(number) - 1].id}" for kind, number in wanted))

    async def resonates(self, phone: Phone, text: str) -> None:
        stage = phone.shared.stage if phone.shared else None
        assert stage is not None and isinstance(stage.body, WallView)
        await self._tap(phone, f"resonate:{next(card.id for card in stage.body.cards if card.text == text)}")

    async def _tap(self, phone: Phone, *marks: str) -> None:
        await phone.tap(self.run, marks)
        assert phone.tapped is not None
        counter = phone.tapped.counter
        await phone.until(lambda: phone.taps_taken == counter)
        assert not phone.not_tapped

    async def ends_turn(self, phone: Phone, *_: str) -> None:
        await self.wishes(phone, c.EndTurn(run=self.run, turn=self.desk.next.turn))

    async def puts_later(self, phone: Phone) -> None:
        await self.wishes(phone, c.PutLater(run=self.run, turn=self.desk.next.turn))

    async def rests(self, phone: Phone) -> None:
        await self.wishes(phone, c.Rest())

    async def comes_back(self, phone: Phone) -> None:
        await self.wishes(phone, c.ComeBack())

    async def asks_for_person(self, phone: Phone) -> None:
        await self.wishes(phone, c.AskForPerson())

    async def rewrites(self, phone: Phone, old: str, new: str) -> None:
        assert await phone.rewrite(written(phone, old), new) == (200, {})

    async def withdraws(self, phone: Phone, text: str) -> None:
        assert await phone.withdraw(written(phone, text)) == (200, {})


def written(phone: Phone, text: str) -> OwnCard:
    return next(card for card in phone.cards.values() if card.text == text)


def onward(evening: Evening) -> c.ClientCommand:
    """The one big Next, as the console sends it."""
    ahead, run = evening.desk.next, evening.desk.next.run
    wishes: dict[str, c.ClientCommand] = {
        "open_stage": c.OpenStage(run=run, stage=ahead.stage),
        "step_guide": c.StepGuide(run=run, step=ahead.step),
        "start_pacer": c.StartPacer(run=run),
        "close_stage": c.CloseStage(run=run),
        "reveal_picture": c.RevealPicture(run=run),
        "release_cards": c.ReleaseCards(run=run),
        "make_rooms": c.MakeRooms(run=run, round=ahead.round),
        "announce_rooms": c.AnnounceRooms(run=run, round=ahead.round),
        "start_rooms": c.StartRooms(run=run, round=ahead.round),
        "end_rooms": c.EndRoomsSoftly(run=run),
        "start_circle": c.StartCircle(run=run),
        "end_turn": c.EndTurn(run=run, turn=ahead.turn),
        "end_circle": c.EndCircle(run=run),
        "adopt_lines": c.AdoptLines(run=run, lines=ahead.lines),
        "end_session": c.EndSession(),
    }
    return wishes[ahead.does]


def all_lines(evening: Evening) -> c.ClientCommand:
    return c.AdoptLines(run=evening.run, lines=tuple(line.id for line in evening.desk.lines))


def settle(evening: Evening, alias: str, outcome: str) -> c.ClientCommand:
    care = next(care.id for care in evening.desk.care if care.alias == alias)
    return c.SettleCare(care=care, outcome=msgspec.convert(outcome, CareOutcome))


CONSOLE_WISHES: dict[str, Callable[..., c.ClientCommand]] = {
    "goes on": onward,
    "collects the lines": lambda evening: c.CollectLines(run=evening.run),
    "shows the line “(.+)”": lambda evening, text: c.ApproveLine(run=evening.run, line=evening.line(text)),
    "keeps all lines": all_lines,
    "settles the care of (.+): (.+)": settle,
    "shares “(.+)”": lambda evening, text: evening.approval(text),
    "veils “(.+)” as (.+)": lambda evening, text, veil: c.VeilCard(
        run=evening.run, card=evening.card(text), veil=msgspec.convert(veil, Veil)
    ),
    "returns “(.+)” with the note “(.+)”": lambda evening, text, note: c.ReturnCard(
        run=evening.run, card=evening.card(text), note=note
    ),
    "features “(.+)”": lambda evening, text: c.FeatureCard(run=evening.run, card=evening.card(text)),
    "drops the answers": lambda evening: c.DiscardStage(run=evening.run),
    "ends the round": lambda evening: c.EndCircle(run=evening.run),
}
PERSON_DOES: dict[str, Doing] = {
    "chooses? (.+)": Evening.chooses,
    "marks? (.+)": Evening.marks,
    "sets? (.+)": Evening.sets,
    "passes": Evening.passes,
    "writes “(.+)”": Evening.writes,
    "taps? (.+)": Evening.taps,
    "resonates? with “(.+)”": Evening.resonates,
    "(is done|passes the turn)": Evening.ends_turn,
    "puts the turn later": Evening.puts_later,
    "rests": Evening.rests,
    "comes back": Evening.comes_back,
    "asks for a person": Evening.asks_for_person,
    "rewrites “(.+)” as “(.+)”": Evening.rewrites,
    "withdraws “(.+)”": Evening.withdraws,
}
