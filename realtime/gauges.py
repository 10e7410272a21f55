"""Taps on agreements and cards: in this node's memory per person, between nodes as sealed totals, and told to the group as totals only.

A gauge is shown when enough people used it, enough of them changed since, and only on a fixed beat of the session's clock: when it is
shown says nothing about whose tap came last. An open question is told at once, as a yes or no. One node speaks for all: the lowest of
those that were heard of lately.

What may have been told before is never a change: a set that a phone brings anew, to whichever node, counts as told. So a move, a lost
node or a group that looks back can only make the totals come later. What a gauge is about is its `Subject`.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct, structs

from realtime import wire
from realtime.bus import Sealed
from realtime.clock import Alarm, SessionClock
from realtime.held import Place
from realtime.sealed import opened, tell_sealed
from realtime.taps import (
    GAUGED,
    NO_MARKS,
    QUESTION,
    RESONATE,
    SUPPORT,
    Gauged,
    StageTaps,
    Subject,
    Tapping,
    gauge_of,
    least_changes,
    may_tap,
)
from realtime.tools import Tools
from workshop.domain.commands import AnyCommand, QuestionLines
from workshop.domain.kind_states import AgreeState
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Session
from workshop.domain.words import CardId, LineId, Millis, NodeId, SeatId, SessionId

AGAIN_AFTER = 1.0
"""Seconds until what was not granted is looked at again."""
QUIET_BEATS = 2.5
"""So long a node listens before it speaks for all: others may know what it does not, and phones bring their taps anew. A node that said
nothing for as long may be gone, its phones here already: no totals are shown until it speaks or has lapsed."""


class Heard(Struct, frozen=True):
    """What another node said last, and when (wall time)."""

    note: Gauged
    at: Millis


class Gauges:
    """The taps of one stage run, or whatever else `subject` is about."""

    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        clock: SessionClock,
        session: Callable[[], Session],
        wish: Callable[[AnyCommand], "asyncio.Future[Refusal | None]"],
        subject: Subject | None = None,
    ) -> None:
        self._subject: Subject = subject or StageTaps()
        self._tools, self._session_id, self._clock = tools, session_id, clock
        self._session, self._wish = session, wish
        self._run = 0
        self._by_seat: dict[SeatId, Tapping] = {}
        self._before: dict[SeatId, frozenset[str]] = {}
        """What people had tapped at the last showing of an earlier run; for subjects whose runs ask the same again."""
        self._shown_at: Millis | None = None
        self._others: dict[NodeId, Heard] = {}
        self._told: Gauged | None = None
        self._asked: asyncio.Future[Refusal | None] | None = None
        """The wish that says which lines have a question."""
        self._showing: asyncio.Future[Refusal | None] | None = None
        self._added: frozenset[LineId] = frozenset()
        """Questions that were added while this node could not know all: each once, or two nodes would contradict each other for ever."""
        self._listens_since = tools.wall.now()
        self._alarm, self._beats = Alarm(), Alarm()
        self._due: Millis | None = None
        """The beat at which it is looked whether the totals are shown (session time)."""

    def __repr__(self) -> str:
        return f"<Gauges run={self._run}>"

    # --- what happens

    def follow(self) -> None:
        """The session has another state now: another stage forgets every tap, and who left takes theirs along."""
        session = self._session()
        run, shown_at = self._subject.run(session), self._subject.shown_at(session)
        if run != self._run:
            self._next_run(run, shown_at)
            if self._subject.looked_back(session):
                self._listens_since = self._tools.wall.now()  # the phones say again what they had tapped
        elif shown_at != self._shown_at:
            self._shown_at = shown_at
            self._by_seat = {seat: structs.replace(one, told=one.marks) for seat, one in self._by_seat.items()}
        for seat in [seat for seat in self._by_seat if not may_tap(session, seat)]:
            self._merge(session, seat)
        self._before = {seat: told for seat, told in self._before.items() if may_tap(session, seat)}
        self._look()

    def _next_run(self, run: int, shown_at: Millis | None) -> None:
        before = self._before | {seat: one.told for seat, one in self._by_seat.items()} if self._subject.asks_again else {}
        self.forget()
        self._before, self._run, self._shown_at = before, run, shown_at

    def forget(self) -> None:
        self._by_seat.clear()
        self._before.clear()
        self._others.clear()
        self._added, self._told = frozenset(), None
        self.stop()

    def stop(self) -> None:
        self._alarm.cancel()
        self._beats.cancel()
        self._due = None

    def take(
        self, seats: tuple[SeatId, SeatId], tap: wire.Tap, since: Millis, of: frozenset[str] | None = None
    ) -> wire.Tapped | wire.NotTapped:
        """`seats`: whom it counts for, and whose key the socket showed. `since`: when that socket entered. `of`: those of the marks
        that are this gauge's, where it is not all.

        An older set is answered like the newer one.
        """
        problem = self._problem(seats[0], tap)
        if problem is not None:
            return wire.NotTapped(run=tap.run, counter=tap.counter, code=problem, about=tap.about)
        known, place = self._by_seat.get(seats[0]), Place(seats[1], tap.counter, since)
        if known is None or not known.place.newer_than(place):
            marks = frozenset(tap.marks) if of is None else of
            stale = NO_MARKS if known is None else known.stale & marks
            self._by_seat[seats[0]] = Tapping(
                place, marks - stale, stale, self._may_be_told(seats[0], place, marks - stale, tap.first)
            )
            self._look()
        return wire.Tapped(run=tap.run, counter=tap.counter, about=tap.about)

    def _may_be_told(self, seat: SeatId, place: Place, marks: frozenset[str], first: bool) -> frozenset[str]:
        """What of a set that comes in must be taken for told. This node knows it where it saw every set of this phone."""
        known = self._by_seat.get(seat)
        if self._shown_at is None:
            return NO_MARKS
        if first:
            return NO_MARKS if known is None else known.told
        if known is not None and known.place.phone == place.phone:
            before = known.place
            if place.since == before.since or place.counter == before.counter:
                return known.told
        return marks if known is not None else self._before.get(seat, marks)

    def reworded(self, card: CardId) -> None:
        """It was taken back, or says something else now: nobody has tapped that yet."""
        gone = frozenset(kind + card for kind in (SUPPORT, QUESTION, RESONATE))
        for seat, one in self._by_seat.items():
            stale = one.stale | (one.marks & gone)
            self._by_seat[seat] = structs.replace(one, marks=one.marks - gone, stale=stale, told=one.told - gone)

    def moved(self, seats: Iterable[SeatId]) -> None:
        """These people's phones are at another node, and send their taps there anew."""
        gone = list(seats)
        for seat in gone:
            self._before.pop(seat, None)
        if [seat for seat in gone if self._by_seat.pop(seat, None) is not None]:
            self._look()

    @property
    def wishing(self) -> bool:
        """Something was wished and is not decided yet."""
        return any(one is not None and not one.done() for one in (self._asked, self._showing))

    def held(self, seat: SeatId) -> bool:
        return seat in self._by_seat

    def hear(self, note: Sealed) -> None:
        told = opened(self._tools, self._session_id, note, GAUGED)
        if told is not None and told.run == self._run:
            self._others[note.node] = Heard(told, self._tools.wall.now())
            self._look()

    def beat(self) -> None:
        """Said again: a lost note is repaired, and who comes later learns it."""
        if not self._tools.bus.hears:
            self._listens_since = self._tools.wall.now()
        self._told = None
        self._look()
        self._tick()

    def give_away(self) -> None:
        """This node goes: the phones bring their taps to another one, and must not count twice meanwhile."""
        self._by_seat.clear()
        self._tell()

    def questioned(self) -> tuple[LineId, ...]:
        """Shown lines with an open question, on any node that was heard of lately."""
        state = self._lines()
        found = set(self._own_questions())
        if state is not None and not self._knows_all():
            found |= state.questioned
        for heard in self._lately().values():
            found.update(heard.note.questioned)
        return tuple(line for line in state.lines if line in found) if state is not None else ()

    def _lines(self) -> AgreeState | None:
        """Only lines can have a question."""
        state = gauge_of(self._session()) if self._subject.purpose == StageTaps.purpose else None
        return state if isinstance(state, AgreeState) else None

    # --- what is said

    def _look(self) -> None:
        """Tells the others what is new, and whether there is a question; the totals wait for their beat."""
        if not self._run:
            return
        self._tell()
        if self._due is None:
            self._set(next_showing(self._clock.now()))
        if not self._speaks() or (self._asked is not None and not self._asked.done()):
            return
        wish = self._question_wish()
        if wish is not None:
            self._asked = self._wish(wish)
            self._asked.add_done_callback(self._answered)

    def _answered(self, asked: "asyncio.Future[Refusal | None]") -> None:
        """Something may have changed meanwhile; what was refused is not wished again at once."""
        if asked.cancelled() or asked.result() is not None:
            self._alarm.set(AGAIN_AFTER, self._look)
        else:
            self._look()

    def _set(self, due: Millis) -> None:
        self._due = due
        self._beats.set(self._clock.seconds_until(due), self._tick)

    def _tick(self) -> None:
        """Only here totals are shown; what was not granted waits for the next beat."""
        if self._due is None:
            return
        now = self._clock.now()
        if now < self._due:  # a timer may be a little early
            self._set(self._due)
            return
        self._set(next_showing(now))
        waits = self._showing is not None and not self._showing.done()
        if not self._run or waits or not self._speaks():
            return
        wish = self._gauge_wish()
        if wish is not None:
            self._showing = self._wish(wish)

    def _tell(self) -> None:
        note = Gauged(
            run=self._run,
            totals=dict(self._own_totals()),
            questioned=self._own_questions(),
            people=self._own_people(),
            changes=self._own_changes(),
            since=self._shown_at,
        )
        if note != self._told and self._run:
            self._told = note
            tell_sealed(self._tools, self._session_id, self._subject.purpose, note.run, 0, msgspec.msgpack.encode(note))

    def _speaks(self) -> bool:
        return all(self._tools.node < node for node in self._lately())

    def _question_wish(self) -> QuestionLines | None:
        state = self._lines()
        if state is None:
            return None
        open_now, known = frozenset(self.questioned()), state.questioned & frozenset(state.lines)
        if not self._knows_all():
            fresh = frozenset(self._own_questions()) - known - self._added
            self._added |= fresh
            open_now = known | fresh
        if open_now == known:
            return None
        return QuestionLines(run=self._run, lines=tuple(line for line in state.lines if line in open_now))

    def _gauge_wish(self) -> AnyCommand | None:
        session = self._session()
        lately = [heard.note for heard in self._lately().values()]
        people = self._own_people() + sum(note.people for note in lately)
        # A note from before the last totals counts changes that were told with them.
        changes = self._own_changes() + sum(note.changes for note in lately if note.since == self._shown_at)
        totals = self._own_totals()
        for note in lately:
            totals.update(note.totals)
        allowed = self._allowed()
        told = {mark: count for mark, count in sorted(totals.items()) if mark in allowed}
        if people < session.settings.floor or changes < least_changes(session):
            return None
        if self._somebody_is_silent() or not self._knows_all():
            return None
        return self._subject.wish(session, told, people, changes)

    # --- who is there

    def _lately(self) -> dict[NodeId, Heard]:
        """Other nodes heard of within the lapse."""
        since = self._tools.wall.now() - self._tools.settings.lapse
        return {node: heard for node, heard in self._others.items() if heard.at >= since}

    def _knows_all(self) -> bool:
        """It heard of what everybody has tapped, on whichever node."""
        return self._tools.bus.hears and self._tools.wall.now() - self._listens_since >= self._quiet()

    def _quiet(self) -> float:
        return QUIET_BEATS * self._tools.settings.beat

    def _somebody_is_silent(self) -> bool:
        since = self._tools.wall.now() - self._quiet()
        return any(heard.at < since for heard in self._lately().values())

    # --- what is here

    def _own_totals(self) -> Counter[str]:
        return Counter(mark for one in self._by_seat.values() for mark in self._gauged(one.marks))

    def _own_questions(self) -> tuple[LineId, ...]:
        allowed = self._allowed()
        marks = {mark for one in self._by_seat.values() for mark in one.marks if mark.startswith(QUESTION) and mark in allowed}
        return tuple(sorted(LineId(mark.removeprefix(QUESTION)) for mark in marks))

    def _own_people(self) -> int:
        return sum(bool(self._gauged(one.marks)) for one in self._by_seat.values())

    def _own_changes(self) -> int:
        return sum(self._gauged(one.marks) != self._gauged(one.told) for one in self._by_seat.values())

    def _gauged(self, marks: frozenset[str]) -> frozenset[str]:
        """Those that are told as totals, of what is shown now."""
        return frozenset(mark for mark in marks & self._allowed() if not mark.startswith(QUESTION))

    def _allowed(self) -> frozenset[str]:
        return self._subject.marks(self._session())

    def _problem(self, seat: SeatId, tap: wire.Tap) -> RefusalCode | None:
        session = self._session()
        problem = self._subject.problem(session, tap)
        return "not_here" if problem is None and not may_tap(session, seat) else problem

    def _merge(self, session: Session, seat: SeatId) -> None:
        """Who is not here any more; or the same person has two phones, and the newer taps count."""
        one, into = self._by_seat.pop(seat), session.seat_of(seat)
        known = self._by_seat.get(into)
        if into != seat and may_tap(session, into) and (known is None or one.place.newer_than(known.place)):
            self._by_seat[into] = one
