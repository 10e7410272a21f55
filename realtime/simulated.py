"""Somebody with a simulated phone who takes part: answers, proposes, taps, takes their turn, and keeps the keys of what they wrote.

The other simulated pages are reached through this module as well.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable
from secrets import token_hex
from typing import Any

import msgspec

from realtime import wire
from realtime.simulated_answers import (
    LINES,
    OwnCard,
    opened_notes,
    own_card,
    own_lines,
    some_answer,
    some_feelings,
    some_page,
)
from realtime.simulated_pages import Desk, JoinRefused, Page, post
from workshop.domain.answers import Answer, FieldsAnswer, TextAnswer
from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.commands import AskForChair, AskForPerson, EndTurn, FindPartner
from workshop.domain.parts import AgreeView, CircleView, InputView, JournalView, ReceiptsView, RoomsView, TallyView, WallView
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, RoomId

__all__ = ["ALIASES", "Desk", "JoinRefused", "Page", "Phone", "post"]

ALIASES = (
    "River", "Mika", "Juniper", "Ash", "Sol", "Wren", "Hazel", "Linden", "Robin", "Sage", "Brook", "Fern", "Rowan", "Sky",
    "Heath", "Iris", "Clay", "Maple", "Reed", "Dawn",
)  # fmt: skip
SPEAKS_INSIDE = 0.7
"""So many would like a chair of a fishbowl."""


class Phone(Page):
    """Somebody who takes part: answers what is asked after a while, and repeats it after every reconnect."""

    def __init__(self, base: str, code: str, alias: str, chance: random.Random, think: Callable[[], Awaitable[None]]) -> None:
        """`think` waits as long as a person would before answering."""
        super().__init__(base)
        self.code, self.alias, self.key = code, alias, token_hex(16)
        self.chance, self.think = chance, think
        self.given: dict[int, wire.GiveAnswer] = {}
        self.nonces: dict[int, str] = {}
        self.included: set[int] = set()
        self.left_out: set[int] = set()
        self.proposed: set[int] = set()
        """Stages in which a line was proposed: it is collected when the facilitator does, or not at all."""
        self.stages: set[int] = set()
        self.not_held: list[RefusalCode] = []
        self.own_words: str | None = None
        """What this person writes on the next card, instead of words by chance."""
        self.cards: dict[CardId, OwnCard] = {}
        """Own cards and lines, in the order they were written."""
        self.dealt: dict[int, tuple[wire.DealtCard, ...]] = {}
        self._drawing: set[int] = set()
        """Stages whose cards were asked for and have not come."""
        self.shown: dict[int, CardId] = {}
        """The one of them that this phone drew, by run."""
        self.tapped: wire.Tap | None = None
        self.taps_taken = 0
        self.not_tapped: list[RefusalCode] = []
        self.felt: wire.Tap | None = None
        """What was chosen in a check-in last."""
        self.felt_taken = 0
        self._thinking: dict[tuple[int, int], asyncio.Task[None]] = {}
        """By run and, in a circle, turn (else 0); of a check-in its number below zero."""
        self._to_repeat = False
        self.names: list[tuple[wire.NamedPerson, ...]] = []
        self.unmet = False
        """Who is here, each time that this phone asked."""
        self.undecided = False
        """This person would like to say something before rooms are made."""
        self.missed = self.found = 0
        """How often their partners could not find them, and how often they said that they are here."""
        self.apart_from: tuple[str, int] | None = None
        """The name and mark of somebody whom this person would rather not be in a room with."""
        self.was_with: list[RoomId] = []
        """Rooms in which they were all the same."""
        self._finding: asyncio.Task[None] | None = None

    async def join(self) -> None:
        """Raises JoinRefused."""
        status, answer = await post(self.base, "/api/join", {"code": self.code, "alias": self.alias, "key": self.key})
        if status != 200:
            raise JoinRefused(answer["error"])

    async def proof(self) -> wire.SeatProof:
        return wire.SeatProof(code=self.code, key=self.key)

    async def answer(self, run: int, answer: Answer) -> None:
        counter = self.given[run].counter + 1 if run in self.given else 1
        self.given[run] = wire.GiveAnswer(run=run, counter=counter, answer=answer)
        await self.send(self.given[run])

    async def write(self, run: int, text: str, aside: Aside = NO_ASIDE) -> OwnCard:
        """A card or a line, whose keys stay here."""
        return await self.hand_in(run, own_card(text, aside))

    async def hand_in(self, run: int, card: OwnCard) -> OwnCard:
        self.cards[card.id] = card
        await self.answer(run, card.answer())
        return card

    async def draw(self, run: int) -> wire.DealtCard | None:
        """Asks for a card and says which one this phone shows: one of those that are not its own and still stand."""
        self.dealt.pop(run, None)
        self._drawing.add(run)
        await self.send(wire.Draw(run=run))
        await self.until(lambda: run in self.dealt)
        self._drawing.discard(run)
        return self.shows_of(run)

    def shows_of(self, run: int) -> wire.DealtCard | None:
        body = self.shared.stage.body if self.shared is not None and self.shared.stage is not None else None
        stands = body.standing if isinstance(body, WallView) else ()
        others = [card for card in self.dealt.get(run, ()) if card.id in stands and card.id not in self.cards]
        shown = next((card for card in others if card.id == self.shown.get(run)), None)
        if shown is None and others:
            shown = self.chance.choice(others)
            self.shown[run] = shown.id
        return shown

    async def reply(self, run: int, text: str) -> OwnCard:
        """A card to the one that this phone shows, or to none."""
        shown, card = await self.draw(run), own_card(text)
        self.cards[card.id] = card
        await self.answer(run, msgspec.structs.replace(card.answer(), reply_to=None if shown is None else shown.id))
        return card

    async def tap(self, run: int, marks: Iterable[str]) -> None:
        """From now on exactly these are tapped."""
        counter = 1 if self.tapped is None else self.tapped.counter + 1
        first = self.tapped is None or self.tapped.run < run
        self.tapped = wire.Tap(run=run, counter=counter, marks=tuple(marks))
        await self.send(msgspec.structs.replace(self.tapped, first=first))

    async def feel(self, number: int, marks: Iterable[str]) -> None:
        """From now on exactly these are chosen in this check-in."""
        counter = 1 if self.felt is None else self.felt.counter + 1
        first = self.felt is None
        self.felt = wire.Tap(run=number, counter=counter, marks=tuple(marks), about="check_in")
        await self.send(msgspec.structs.replace(self.felt, first=first))

    async def ask_names(self) -> tuple[wire.NamedPerson, ...]:
        """Who is here, in the order of the alphabet."""
        told = len(self.names)
        await self.send(wire.AskNames())
        await self.until(lambda: len(self.names) > told)
        return self.names[-1]

    async def ask_for_person(self) -> RefusalCode | None:
        return await self.do(AskForPerson())

    async def withdraw(self, card: OwnCard) -> tuple[int, dict[str, Any]]:
        return await self._change(card, None)

    async def rewrite(self, card: OwnCard, text: str, aside: Aside = NO_ASIDE) -> tuple[int, dict[str, Any]]:
        return await self._change(card, text, aside=msgspec.to_builtins(aside))

    async def consent(self, card: OwnCard, nameable: bool) -> tuple[int, dict[str, Any]]:
        return await self._change(card, None, nameable=nameable)

    async def _change(self, card: OwnCard, text: str | None, **more: object) -> tuple[int, dict[str, Any]]:
        asked: dict[str, object] = {"code": self.code, "key": card.key, "text": text, **more}
        return await post(self.base, "/api/card", asked)

    def read_notes(self) -> dict[CardId, list[str]]:
        """Of all sealed notes those to this phone's cards."""
        return opened_notes(self.notes, self.cards)

    def stop_thinking(self) -> None:
        """What was not answered yet stays so."""
        for thinking in self._thinking.values():
            thinking.cancel()
        if self._finding is not None:
            self._finding.cancel()

    async def took(self, message: wire.ToPage) -> None:
        match message:
            case wire.Held() if message.run in self.given:
                self.nonces[message.run] = message.nonce
                self.given[message.run] = msgspec.structs.replace(self.given[message.run], receipt=message.receipt)
            case wire.NotHeld():
                self.not_held.append(message.code)
            case wire.Dealt():
                self.dealt[message.run] = message.cards
            case wire.Tapped(about="check_in"):
                self.felt_taken = message.counter
            case wire.Tapped():
                self.taps_taken = message.counter
            case wire.NotTapped():
                self.not_tapped.append(message.code)
            case wire.Names():
                self.names.append(message.people)
                self.unmet = message.unmet

    async def told(self, message: wire.ToPage) -> None:
        if isinstance(message, wire.ReceiptsPart):
            self._settle(message.body)
        if isinstance(message, wire.RoomPart) and message.body is not None:
            people = {(member.alias, member.mark) for member in message.body.members}
            self.was_with += [message.body.id] if self.apart_from in people else []
        if isinstance(message, (wire.SharedPart, wire.SeatPart)):
            self._take_part()

    def _take_part(self) -> None:
        """Whatever is asked of this person now, once and after a while."""
        self._check_in()
        stage = self.shared.stage if self.shared is not None else None
        if stage is None:
            return
        self.stages.add(stage.run)
        if self.seat is not None and self.seat.state in ("waiting", "left"):
            return
        if stage.phase != "open":
            return
        body, asked = stage.body, stage.run not in self.given
        if isinstance(body, (TallyView, WallView)) and asked:
            self._think_about(stage.run, 0, lambda: self._decide(stage.run, body.input))
        elif isinstance(body, JournalView) and asked:
            self._think_about(stage.run, 0, lambda: self.finish_page(stage.run, body.input))
        elif isinstance(body, CircleView) and body.mode == "fishbowl" and body.state != "finished":
            self._think_about(stage.run, 0, lambda: self._sit_inside(stage.run))
        elif isinstance(body, AgreeView) and body.propose and asked:
            self._think_about(stage.run, 0, lambda: self._propose(stage.run))
        elif isinstance(body, CircleView) and body.now is not None and self.seat is not None and self.seat.turn == "now":
            self._think_about(stage.run, body.turn, lambda: self._speak(stage.run, body.turn))
        elif isinstance(body, RoomsView) and self.seat is not None and self.seat.away:
            self._look_up(stage.run)

    def _check_in(self) -> None:
        number = self.shared.check_in if self.shared is not None else 0
        here = self.seat is not None and self.seat.state == "here"
        if number == 0 or not here or (self.felt is not None and self.felt.run == number):
            return

        async def say() -> None:
            if self.shared is not None and self.shared.check_in == number:
                await self.feel(number, some_feelings(self.chance))

        self._think_about(-number, 0, say)

    def _think_about(self, run: int, turn: int, then: Callable[[], Awaitable[None]]) -> None:
        async def after_a_while() -> None:
            await self.think()
            await then()

        if (run, turn) not in self._thinking:
            self._thinking[run, turn] = asyncio.create_task(after_a_while())

    def _look_up(self, run: int) -> None:
        """Their partners could not find them; they have been here all the time."""
        if self._finding is None or self._finding.done():
            self.missed += 1
            self._finding = asyncio.create_task(self._find(run))

    async def _find(self, run: int) -> None:
        while self._plays(run) and self.seat is not None and self.seat.away:
            await self.think()
            stage = self.shared.stage if self.shared is not None else None
            number = stage.body.round if stage is not None and isinstance(stage.body, RoomsView) else 0
            if await self.do(FindPartner(run=run, round=number)) is None:
                self.found += 1
                return

    def _settle(self, receipts: ReceiptsView) -> None:
        """What became of the answers: a stage that was dropped includes none and leaves none out, and a line may come too late."""
        for stage in receipts.stages:
            if stage.run in self.given and stage.nonces:
                if self.nonces.get(stage.run) in stage.nonces:
                    self.included.add(stage.run)
                elif stage.run not in self.proposed:
                    self.left_out.add(stage.run)

    async def _decide(self, run: int, asked: InputView) -> None:
        if self._plays(run) and run not in self.given:
            answer = self.thought(asked)
            if asked.type == "text" and self.own_words is not None:
                words, self.own_words = self.own_words, None
                await self.write(run, words)
            elif isinstance(answer, TextAnswer) and self._replies():
                await self.reply(run, answer.text)
            elif isinstance(answer, TextAnswer):
                await self.write(run, answer.text)
            elif isinstance(answer, FieldsAnswer):
                await self.hand_in(run, own_lines(answer.fields))
            else:
                await self.answer(run, answer)

    def thought(self, asked: InputView) -> Answer:
        """What this person answers to that."""
        return some_answer(asked, self.chance)

    async def finish_page(self, run: int, asked: InputView) -> None:  # noqa: ARG002 — for those who write something
        """Says that a private page is done; whatever it asks stays here."""
        if self._plays(run) and run not in self.given:
            await self.answer(run, some_page(self.chance))

    async def _sit_inside(self, run: int) -> None:
        """Not everybody would like to: who listens outside takes part as well."""
        if self._plays(run) and self.chance.random() < SPEAKS_INSIDE:
            await self.do(AskForChair(run=run))

    def _replies(self) -> bool:
        body = self.shared.stage.body if self.shared is not None and self.shared.stage is not None else None
        return isinstance(body, WallView) and body.replies

    async def _propose(self, run: int) -> None:
        """Most people propose nothing."""
        if self._plays(run) and run not in self.given and self.chance.random() < 0.4:
            self.proposed.add(run)
            await self.write(run, self.chance.choice(LINES))

    async def _speak(self, run: int, turn: int) -> None:
        """Spoken or passed: nobody can tell, not even from here."""
        if self._plays(run):
            await self.do(EndTurn(run=run, turn=turn))

    def _plays(self, run: int) -> bool:
        return self.shared is not None and self.shared.stage is not None and self.shared.stage.run == run

    async def _received(self, text: str) -> None:
        welcome, position = self.welcome, self.position
        await super()._received(text)
        self._to_repeat = self._to_repeat or self.welcome is not welcome
        if self._to_repeat and self.position != position:
            # The first view after a reconnect is whole: now it is known whether the stage is still open.
            self._to_repeat = False
            await self._repeat()

    async def _repeat(self) -> None:
        stage = self.shared.stage if self.shared else None
        if stage is not None and stage.run in self.given and stage.phase != "closed" and stage.run not in self.included:
            await self.send(self.given[stage.run])
        if stage is not None and stage.run in self._drawing:
            await self.send(wire.Draw(run=stage.run))  # asked for while there was no line
        if stage is not None and self.tapped is not None and self.tapped.run == stage.run:
            await self.send(self.tapped)
        if self.shared is not None and self.felt is not None and self.felt.run == self.shared.check_in:
            await self.send(self.felt)
