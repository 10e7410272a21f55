"""A simulated facilitator: does what the one big Next says, after the time that a group would need, and reads what people wrote."""

import asyncio
import os
import time
from collections.abc import Sequence

import click

from realtime.simulated import Desk, Phone
from workshop.domain import commands as c
from workshop.domain.parts import BoardRoomView, ConsoleView, GuideView, JournalView, NextView, QueueCardView
from workshop.domain.words import ANNOUNCE_SECONDS, CardId, CommandId, LineId

READ = 15.0
"""Session seconds that are left for a text."""
TALK = 60.0
"""Session seconds of a talk without turns."""
GO_AFTER = 8.0
"""Session seconds that people have to begin by themselves, once their rooms can."""
VISIT = 20.0
"""Session seconds in a room that has called."""
HARD_WORDS = "It was all his fault"
"""A card with these words is returned with a note: simulated people write it on purpose."""
NOTE = "Would you say the same without pointing at anybody? I am here if you want to talk."


class Lead:
    def __init__(
        self, console: Desk, phones: list[Phone], pace: float, asked: Sequence[Phone] = (), check_in_at: int | None = None
    ) -> None:
        """`phones`: those whose last one to see a change is measured. `asked`: who may want to say something before rooms are made.
        `check_in_at`: in which stage (from 1) a check-in is opened, until the end."""
        self.console, self.phones, self.pace = console, phones, pace
        self.latencies: list[float] = []
        self.stages = 0
        self.visits = 0
        """Rooms that called and were gone to."""
        self.returned: list[CardId] = []
        self._asked, self._check_in_at = asked, check_in_at
        self._left_open: set[LineId] = set()
        """Agreements that somebody has a question about: talked over in the room, not kept."""

    async def play(self) -> None:
        """Until the session has ended. Raises TimeoutError where something never happens."""
        await self.console.until(lambda: self.console.desk is not None)
        while (step := self._desk().next).does != "ended":
            await self._settle_care()
            await self._take(step)

    async def _take(self, step: NextView) -> None:
        match step.does:
            case "open_stage":
                if self._on_private_page():
                    await self.console.until(self._everybody_answered)
                await self._open(step)
            case "step_guide":
                await self._pause(READ)
                await self._measured(c.StepGuide(run=step.run, step=step.step))
            case "start_pacer":
                await self._measured(c.StartPacer(run=step.run))
                await self._pause(self._breathing())
            case "close_stage":
                await self.console.until(self._everybody_answered)
                await self._measured(c.CloseStage(run=step.run))
            case "wait_closing":
                await self.console.until(lambda: self._next() != "wait_closing", within=60)
            case "decide_short":
                await self._granted(c.SpeakStage(run=step.run))
            case "reveal_picture":
                await self._measured(c.RevealPicture(run=step.run))
                await self._pause(READ)
            case "release_cards":
                await self._read_queue(step.run)
            case "make_rooms":
                await asyncio.gather(*(_has_decided(phone) for phone in self._asked))
                await self._granted(c.MakeRooms(run=step.run, round=1))
            case "announce_rooms":
                await self._measured(c.AnnounceRooms(run=step.run, round=step.round))
            case "start_rooms":
                await self._go(step)
            case "end_rooms":
                await self._stay_near(step)
            case "start_circle":
                await self._measured(c.StartCircle(run=step.run))
            case "end_turn":
                await self._listen(step)
            case "end_circle":
                await self._pause(TALK)
                await self._granted(c.EndCircle(run=step.run))
            case "adopt_lines":
                await self._agree(step)
            case "end_session":
                if self._on_private_page():
                    await self.console.until(self._everybody_answered)
                if self._desk().check_in.open:
                    await self.console.do(c.CloseCheckIn(check_in=self._desk().check_in.number))
                await self._measured(c.EndSession())
                await self.console.until(lambda: self._next() == "ended")

    # --- what Next means

    async def _open(self, step: NextView) -> None:
        await self._measured(c.OpenStage(run=step.run, stage=step.stage))
        self.stages += 1
        self._say_progress()
        if self.stages == self._check_in_at:
            await self.console.do(c.OpenCheckIn(after=self._desk().check_in.number))

    async def _go(self, step: NextView) -> None:
        """People find each other first, and some begin by themselves; then Go for all the others."""
        await self._pause(ANNOUNCE_SECONDS + GO_AFTER)
        if self._next() == "start_rooms":
            await self._measured(c.StartRooms(run=step.run, round=self._desk().next.round))

    async def _stay_near(self, step: NextView) -> None:
        """Rooms come to their own end; one that calls is gone to."""
        while self._next() == "end_rooms":
            await self.console.until(lambda: self._next() != "end_rooms" or bool(self._calling()), within=180)
            for room in self._calling():
                await self._visit(step.run, room)

    async def _visit(self, run: int, room: BoardRoomView) -> None:
        board = self._desk().board
        number = 0 if board is None else board.round
        if await self.console.do(c.KnockRoom(run=run, round=number, room=room.id)) is None:
            self.visits += 1
            await self._pause(VISIT)
            await self.console.do(c.SettleRoom(run=run, round=number, room=room.id))
        await self.console.until(lambda: all(one.id != room.id for one in self._calling()))

    async def _listen(self, step: NextView) -> None:
        """The person says when they are done; the facilitator goes on when the clock has offered to and nobody did."""
        try:
            await self.console.until(lambda: self._desk().next.turn != step.turn or self._next() != "end_turn", 60 / self.pace)
        except TimeoutError:
            await self._granted(c.EndTurn(run=step.run, turn=step.turn))

    async def _agree(self, step: NextView) -> None:
        """What people proposed is collected and approved first; a line with an open question is left out."""
        await self._pause(READ)
        if self._desk().answered:
            await self._granted(c.CollectLines(run=step.run))
            await self.console.until(lambda: self._next() != "wait_closing", within=60)
        for line in self._desk().lines:
            if line.state == "proposed":
                await self.console.do(c.ApproveLine(run=step.run, line=line.id))
        await self._pause(READ)
        open_lines = {line.id for line in self._desk().lines if line.state == "shown" and not line.question}
        lines = tuple(line.id for line in self._desk().lines if line.id in open_lines)
        if lines:
            await self._granted(c.AdoptLines(run=step.run, lines=lines))

    async def _read_queue(self, run: int) -> None:
        """A hard card goes back to its unknown author with a note; the others are approved."""
        reading = self._waiting()
        for card in reading:
            if HARD_WORDS in card.text:
                self.returned.append(card.id)
                await self.console.do(c.ReturnCard(run=run, card=card.id, note=NOTE))
            else:
                await self.console.do(c.ApproveCard(run=run, card=card.id, rewrites=card.rewrites))
        read = {(card.id, card.text) for card in reading}
        # The same card may wait again already, with other words.
        await self.console.until(lambda: not any((one.id, one.text) in read for one in self._waiting()))
        if self._next() == "release_cards" and self._desk().next.count:
            await self._measured(c.ReleaseCards(run=run))
            await self._pause(READ)

    async def _settle_care(self) -> None:
        for request in self._desk().care:
            if request.outcome is None:
                await self.console.do(c.SettleCare(care=request.id, outcome="answered"))

    # --- how it is done

    def _desk(self) -> ConsoleView:
        assert self.console.desk is not None
        return self.console.desk

    def _waiting(self) -> list[QueueCardView]:
        return [card for card in self._desk().queue if card.state == "waiting"]

    def _calling(self) -> list[BoardRoomView]:
        board = self._desk().board
        return [] if board is None else [room for room in board.rooms if room.called]

    def _next(self) -> str:
        return self._desk().next.does

    def _on_private_page(self) -> bool:
        stage = self.console.shared.stage if self.console.shared is not None else None
        return stage is not None and isinstance(stage.body, JournalView) and not stage.again

    def _breathing(self) -> float:
        """Session seconds that the pacer's breaths take."""
        stage = self.console.shared.stage if self.console.shared is not None else None
        pacer = stage.body.pacer if stage is not None and isinstance(stage.body, GuideView) else None
        return 0.0 if pacer is None else float(pacer.cycles * (pacer.breathe_in + pacer.breathe_out))

    def _everybody_answered(self) -> bool:
        return self._desk().answered >= self._desk().here

    async def _pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.pace)

    async def _granted(self, command: c.ClientCommand) -> None:
        """Sends the wish and waits until Next is another one: what it says before that is what was true before."""
        asked = self._desk().next
        if await self.console.do(command, CommandId(os.urandom(16).hex())) is None:
            await self.console.until(lambda: self._desk().next != asked)

    async def _measured(self, command: c.ClientCommand) -> None:
        """The same, until the last phone has seen what it changed."""
        before = set(self.console.arrivals)
        start = time.perf_counter()
        await self._granted(command)
        fresh = [key for key in self.console.arrivals if key not in before]
        if fresh and self.phones:
            newest = max(fresh, key=self.console.arrivals.__getitem__)
            await asyncio.gather(*(_saw(phone, newest) for phone in self.phones))
            self.latencies.append(max(phone.arrivals[newest] for phone in self.phones) - start)

    def _say_progress(self) -> None:
        shared = self.console.shared
        title = shared.activity.title if shared is not None and shared.activity is not None else ""
        click.echo(f"stage {self.stages}: {title}", err=True)


async def _has_decided(phone: Phone) -> None:
    await phone.until(lambda: not phone.undecided)


async def _saw(phone: Phone, state: str) -> None:
    await phone.until(lambda: state in phone.arrivals)
