"""One session on this node: follows the log (`following`), lets sockets see it, and puts their wishes into the queue."""

import asyncio
import logging
from collections.abc import Sequence
from secrets import token_hex

from realtime import wire
from realtime.attendance import Attendance
from realtime.bus import AnyNote, Attended, Awake, Committed, Counted, Entered, Probe, Sealed
from realtime.clock import SessionClock
from realtime.codes import Close
from realtime.deadlines import Deadlines
from realtime.dealing import Dealing
from realtime.decisions import Decisions, Wish
from realtime.drawing import Drawing
from realtime.fanout import CONSOLE, SCREEN, Audience, Fanout
from realtime.following import Following
from realtime.frames import text_frame
from realtime.gathering import Gathering
from realtime.intake import Intake
from realtime.marking import Marking
from realtime.naming import Naming
from realtime.no_trace import NoTrace
from realtime.phones import Phones
from realtime.tapped import PURPOSES, Tapped
from realtime.tools import Tools
from workshop.domain import views
from workshop.domain.commands import AnyCommand, CompleteClosing, MakeRooms
from workshop.domain.deciding import Actor
from workshop.domain.events import CardRewritten, CardVeiled, CardWithdrawn
from workshop.domain.refusals import Refusal
from workshop.domain.words import CommandId, LineId, Millis, PartScope, SeatId
from workshop.records.reading import Recorded
from workshop.records.sessions import SessionRow

log = logging.getLogger("holdspace.room")
SYSTEM = Actor(role="system")
WORDS_IN: frozenset[PartScope] = frozenset({"shared", "notes", "console", "screen", "seats", "rooms"})
"""Parts that show words of rows."""
ROOM_PARTS: frozenset[PartScope] = frozenset({"rooms"})


class Room(Following):
    """Made by the hub: `row` as read from SQL, then `open` before anything else."""

    def __init__(self, tools: Tools, row: SessionRow) -> None:
        super().__init__(tools, row)
        self.clock = SessionClock(tools.wall, row.origin_ms, row.pace)
        self.idle_since = tools.wall.now()
        self._tasks: list[asyncio.Task[None]] = []
        self.decisions = Decisions(self, tools)
        self.drawing = Drawing(tools, self.id, lambda: self.session, self.decisions.submit)
        self.naming = Naming(tools, self.id, lambda: (self.session, self.texts), lambda: self.fanout.audiences)
        interval = tools.settings.fan_out / 1000
        self._marking = Marking(tools.signals)
        self.fanout = Fanout(
            lambda: self.session,
            lambda: self.texts,
            self.signs,
            lambda: self._marking.now(self.session, self.texts),
            self.position,
            interval,
            self._stop,
        )
        self.intake = Intake(tools, self.id, self.clock, self._signs_changed)
        self.gathering = Gathering(
            tools, self.id, row.created_ms, self.clock, self.intake, lambda: self.session, self._complete, self._signs_changed
        )
        self.phones = Phones(
            tools,
            self.id,
            lambda: self.session,
            board=lambda: self.fanout.touch([CONSOLE]),
            rooms=lambda: self.fanout.touch(views.touched(self.session, ROOM_PARTS, None)),
        )
        self.deadlines = Deadlines(tools, self.id, self.clock, lambda: self.session, lambda: self.wrote_last, self._system_wish)
        self.gauges = Tapped(tools, self.id, self.clock, lambda: self.session, self._own_wish)
        self.dealing = Dealing(tools.dice)
        self._no_trace = NoTrace(tools, self.id, row.retention_days, lambda: self.session)
        self._drawing: dict[Audience, wire.Draw] = {}
        """Phones that wait for a card while its words are still being read."""
        self.attendance = Attendance(
            tools, self.id, lambda: self.session, lambda: self.seq, self.fanout.has_console, self._system_wish
        )

    # --- life

    async def open(self) -> None:
        """Reads the whole log and starts working. Raises RecordsError."""
        await self.tools.bus.listen(self.id, self.hear)
        await self.read_on()
        for work in (self.decisions.run(), self.catch_up_when_behind()):
            task = asyncio.get_running_loop().create_task(work)
            # A room whose work stopped must not look alive: the hub ends the process.
            task.add_done_callback(self._work_ended)
            self._tasks.append(task)

    def _work_ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and task.exception() is not None:
            log.critical("a session's work has stopped", exc_info=task.exception())
            self._stop()

    def _stop(self) -> None:
        """Half a session would look alive: this process ends, and its phones go on elsewhere."""
        asyncio.get_running_loop().stop()

    async def close(self) -> None:
        self.gathering.stop()
        self.deadlines.stop()
        self.attendance.stop()
        self.gauges.stop()
        self.drawing.stop()
        self.naming.stop()
        self._no_trace.stop()
        self.fanout.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.tools.bus.forget(self.id)

    # --- wishes and answers

    def wish(self, command_id: CommandId, command: AnyCommand, actor: Actor) -> "asyncio.Future[Refusal | None]":
        """Decided later; never waits. The result is None when it is done."""
        future: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()

        def answer(refusal: Refusal | None) -> None:
            if not future.done():
                future.set_result(refusal)

        self._submit(Wish(command_id, command, actor, answer))
        return future

    def _submit(self, wish: Wish) -> None:
        """Rooms are worked out first, beside everything else that people wish meanwhile."""
        if isinstance(wish.command, MakeRooms):
            self.drawing.begin(wish, wish.command)
        else:
            self.decisions.submit(wish)

    def ask(self, audience: Audience, wish: wire.Do) -> None:
        """A wish from a socket; the answer goes into its outbox when it is decided."""

        def answer(refusal: Refusal | None) -> None:
            message = wire.Done(id=wish.id) if refusal is None else wire.Refused(id=wish.id, code=refusal.code)
            audience.outbox.reply(text_frame(wire.encode(message)))

        actor = Actor(role=audience.role, seat=audience.seat)
        self._submit(Wish(wish.id, wish.command, actor, answer))

    def take_answer(self, audience: Audience, given: wire.GiveAnswer) -> None:
        if audience.seat is None:
            refused = wire.NotHeld(run=given.run, counter=given.counter, code="not_permitted")
            audience.outbox.reply(text_frame(wire.encode(refused)))
            return
        taken = self.intake.take(self.session, (audience.seat, audience.proved or audience.seat), given, audience.since)
        audience.outbox.reply(text_frame(wire.encode(taken)))

    def take_taps(self, audience: Audience, tap: wire.Tap) -> None:
        if audience.seat is None:
            taken: wire.Tapped | wire.NotTapped = wire.NotTapped(
                run=tap.run, counter=tap.counter, code="not_permitted", about=tap.about
            )
        else:
            taken = self.gauges.take((audience.seat, audience.proved or audience.seat), tap, audience.since)
        audience.outbox.reply(text_frame(wire.encode(taken)))

    def tell_names(self, audience: Audience) -> None:
        self.naming.tell(audience)

    def deal(self, audience: Audience, draw: wire.Draw) -> None:
        """To this socket alone. What is dealt is in this node's memory and in that phone's tab, and nowhere else."""
        self._drawing[audience] = draw
        self._deal()

    def _deal(self) -> None:
        """Words of the dealing stage may have to be read first: who drew too early is dealt to then."""
        if self._words.lacks(self.session):
            return
        drawing, self._drawing = self._drawing, {}
        for audience, draw in drawing.items():
            dealt = wire.Dealt(run=draw.run, cards=self.dealing.dealt(self.session, self.texts, audience.seat, draw.run))
            audience.outbox.reply(text_frame(wire.encode(dealt)))

    def _deal_again(self) -> None:
        """Whoever was dealt cards here is told of a new veil; all of them, so that no message says who has the veiled one."""
        draw = wire.Draw(run=self.session.stage.run if self.session.stage else 0)
        self._drawing |= {audience: draw for audience in self.fanout.audiences if self.dealing.has_dealt_to(audience.seat)}

    def _system_wish(self, command_id: CommandId, command: AnyCommand) -> None:
        self._submit(Wish(command_id, command, SYSTEM, lambda refusal: None))

    def _own_wish(self, command: AnyCommand) -> "asyncio.Future[Refusal | None]":
        return self.wish(CommandId(token_hex(16)), command, SYSTEM)

    async def _complete(self, command_id: CommandId, command: CompleteClosing) -> None:
        await self.wish(command_id, command, SYSTEM)

    # --- sockets

    async def stands_at(self, position: str | None, seat: SeatId | None) -> None:
        """Catches up to what this page has seen already, and to its own seat. Raises RecordsError where SQL cannot tell now."""
        seen = None if position is None else self.tools.secrets.open_position(self.id, position)
        if seen is not None and seen[0] > self.epoch:
            await self.reload()
        elif (
            self._stands_before(seen) or (seat is not None and seat not in self.session.people) or self._words.lacks(self.session)
        ):
            await self.read_on()
            if self._stands_before(seen):
                # SQL has less than this page has seen: an older copy was put back, and the head check has not come round yet.
                await self.reload()

    def _stands_before(self, seen: tuple[int, int] | None) -> bool:
        return seen is not None and seen > (self.epoch, self.seq)

    def enter(self, audience: Audience) -> None:
        """Supersedes the seat's older socket and sends the fresh view."""
        audience.since = self.tools.wall.now()
        if audience.proved is not None:
            self.supersede(audience.proved, audience.since)
            audience.seat = self.session.seat_of(audience.proved)
            self.phones.came(audience.seat, audience.since)
            self.tools.bus.tell(self.id, Entered(node=self.tools.node, seat=audience.proved, at=audience.since))
        self.fanout.add(audience)
        self.naming.entered(audience)
        if audience.role == "facilitator":
            self.attendance.entered()

    def alive(self, seat: SeatId) -> None:
        self.phones.alive(seat)

    def leave(self, audience: Audience) -> None:
        """A socket closed. A superseded one changes nothing: presence belongs to the seat, not to a socket."""
        self.fanout.remove(audience)
        self._drawing.pop(audience, None)
        self.idle_since = self.tools.wall.now()

    def links(self) -> set[str]:
        """Whose sockets are open here: of consoles and screens."""
        return {audience.link for audience in self.fanout.audiences if audience.link is not None}

    def end_links(self, ended: frozenset[str]) -> None:
        """These links lead nowhere any more; what was opened with them closes."""
        for audience in [one for one in self.fanout.audiences if one.link in ended]:
            self.fanout.remove(audience)
            audience.close(Close.UNPROVED)

    def supersede(self, seat: SeatId, at: Millis) -> None:
        """The seat's phone came in at `at`, here or elsewhere: what came in later is not older, however late this is heard."""
        for other in self.fanout.of_seat(seat):
            if other.since <= at:
                self.fanout.remove(other)
                other.close(Close.OVERTAKEN)

    def position(self) -> str:
        return self.tools.secrets.seal_position(self.id, self.epoch, self.seq)

    # --- following

    def questioned(self) -> tuple[LineId, ...]:
        return self.gauges.questioned()

    def publish(self, recorded: list[Recorded]) -> None:
        if recorded:
            events = [(one.command, one.at, one.event) for one in recorded]
            self.tools.bus.tell(
                self.id, Committed(node=self.tools.node, after=recorded[0].seq - 1, epoch=self.epoch, events=events)
            )

    def hear(self, note: AnyNote) -> None:
        match note:
            case Committed():
                self.hear_committed(note)
            case Counted():
                self.intake.hear_count(note)
            case Awake():
                self._moved(note.seats)  # where `Entered` was lost
                self.phones.heard(note.seats, self.tools.wall.now())
            case Entered():
                self.supersede(note.seat, note.at)
                seat, now = self.session.seat_of(note.seat), self.tools.wall.now()
                self._moved([seat])
                self.phones.heard([seat], min(note.at, now))
            case Sealed() if note.purpose in PURPOSES:
                self.gauges.hear(note)
            case Sealed(purpose="taken"):
                self.intake.hear_taken_over(note)
            case Sealed(purpose="adopt"):
                self.intake.hear_given_away(note)
            case Sealed():
                self.gathering.hear(note)
            case Attended():
                self.attendance.heard()
            case Probe():
                pass

    def _moved(self, seats: Sequence[SeatId]) -> None:
        """Phones of these people are at another node. Who has one here as well stays counted here."""
        self.gauges.moved(seat for seat in seats if not self.fanout.has_seat(seat))

    def gone(self) -> None:
        self.ended = True
        self.gathering.stop()
        self.deadlines.stop()
        self.attendance.stop()
        self.gauges.forget()
        self.intake.forget()
        self.dealing.forget()
        self._drawing.clear()
        for audience in list(self.fanout.audiences):
            self.fanout.remove(audience)
            audience.close(Close.ENDED)

    def words_came(self) -> None:
        self.fanout.touch(views.touched(self.session, WORDS_IN, None))

    def restored(self) -> None:
        for audience in list(self.fanout.audiences):
            if audience.seat is not None and audience.seat not in self.session.people:
                self.fanout.remove(audience)
                audience.close(Close.UNPROVED)
        self.fanout.forget()

    def changed(self, recorded: Sequence[Recorded]) -> None:
        self._words.keep_only_what_is_shown(self.session)
        self._marking.keep_only(self.texts)
        for audience in self.fanout.audiences:
            if audience.proved is not None:
                audience.seat = self.session.seat_of(audience.proved)
        for one in recorded:
            seat = getattr(one.event, "seat", None)
            self.fanout.touch(views.touched(self.session, type(one.event).touches, seat))
            if isinstance(one.event, (CardRewritten, CardWithdrawn)):
                self.gauges.reworded(one.event.card)
            elif isinstance(one.event, CardVeiled):
                self._deal_again()
        self.dealing.follow(self.session)
        self._deal()
        self.intake.follow(self.session)
        self.gathering.follow(self.session)
        self.deadlines.follow()
        self.attendance.follow()
        self.naming.follow()
        self.gauges.follow()
        self._no_trace.follow()
        self.ended = self.ended or self.session.phase == "ended"

    # --- signs

    def signs(self) -> views.Signs:
        return views.Signs(
            answered=self.intake.answered(),
            asleep=self.phones.asleep,
            quiet=self.phones.quiet,
            coming_back=self.intake.coming_back,
            missing_nodes=self.gathering.missing,
            alone_without_redis=self.gathering.alone,
        )

    def _signs_changed(self) -> None:
        self.fanout.touch([CONSOLE, SCREEN])

    def beat(self) -> None:
        """One prepared beat to every socket; the others learn whose phones are awake here."""
        frame = text_frame(wire.encode(wire.Beat(now=self.clock.now())))
        for audience in self.fanout.audiences:
            audience.outbox.hint(frame)
        self.intake.tell_count()
        self.gauges.beat()
        self.attendance.beat()
        self.phones.beat()
