"""Taking answers while a stage is open, and knowing how many there are on all nodes. Nothing here is ever stored.

A first answer is taken until the grace after closing is over; a repeat that shows its sealed receipt until the stage is closed.
"""

import logging
from collections.abc import Callable
from typing import TypeVar

import msgspec

from realtime import wire
from realtime.bus import Counted, Sealed
from realtime.clock import SessionClock
from realtime.held import HeldAnswers, Kept, Place, fresh_nonce
from realtime.sealed import opened, tell_sealed
from realtime.tools import Tools
from workshop.domain.answers import TextAnswer
from workshop.domain.closing import intake_problem
from workshop.domain.commands import HeldAnswer
from workshop.domain.refusals import RefusalCode
from workshop.domain.session import HOLDING_KINDS, Session
from workshop.domain.words import Millis, NodeId, Nonce, SeatId, SessionId

T = TypeVar("T")
log = logging.getLogger("holdspace.intake")

_TAKEN_OVER: msgspec.msgpack.Decoder[tuple[SeatId, Place, bool]] = msgspec.msgpack.Decoder(tuple[SeatId, Place, bool])
_GIVEN_AWAY: msgspec.msgpack.Decoder[tuple[NodeId, tuple[Kept, ...]]] = msgspec.msgpack.Decoder(tuple[NodeId, tuple[Kept, ...]])
_HANDED_OVER: msgspec.msgpack.Decoder[tuple[Kept, ...]] = msgspec.msgpack.Decoder(tuple[Kept, ...])


class Intake:
    def __init__(self, tools: Tools, session_id: SessionId, clock: SessionClock, counted: Callable[[], None]) -> None:
        """`counted` is called whenever the number of answers may have changed."""
        self._tools, self._session_id, self._clock, self._counted = tools, session_id, clock, counted
        self.held = HeldAnswers(0)
        self._collected = 0
        """How often this stage's answers were gathered already: agreement lines are as often as a facilitator likes."""
        self._elsewhere: dict[NodeId, int] = {}
        self._came_over: dict[NodeId, int] = {}
        """Repeats heard of since that node last said how many it holds: some of them may have been its own."""
        self._lost: dict[NodeId, int] = {}
        """Nodes that went silently, and how many of their answers no phone has repeated yet."""
        self._asking = False
        """The stage's answers are still being gathered."""
        self._going = False
        """This node goes: what it holds belongs to its heir, so it counts nothing any more."""

    def follow(self, session: Session) -> None:
        """Keeps what belongs to the stage that is still gathering; forgets everything once it is closed."""
        run = session.stage.run if session.stage else 0
        template = session.template
        asks = template is not None and template.kind in HOLDING_KINDS
        self._asking = asks and session.phase in ("open", "closing", "short")
        collected = sum(one.run == run for one in session.receipts)
        if run != self.held.run or not self._asking or collected != self._collected:
            self._forget(run)
            self._collected = collected
        else:
            self.held.merge(session.seat_of)

    def forget(self) -> None:
        """The session is gone: what people said in it goes too."""
        self._asking = False
        self._forget(self.held.run)

    def _forget(self, run: int) -> None:
        self.held = HeldAnswers(run)
        self._elsewhere.clear()
        self._came_over.clear()
        self._lost.clear()

    @property
    def coming_back(self) -> int:
        """Answers of lost nodes whose phones have not repeated them yet."""
        return sum(self._lost.values())

    def answered(self) -> int:
        return self.held.count() + sum(self._still_with(node) for node in self._elsewhere)

    def _still_with(self, node: NodeId) -> int:
        return max(0, self._elsewhere[node] - self._came_over.get(node, 0))

    def take(
        self, session: Session, seats: tuple[SeatId, SeatId], given: wire.GiveAnswer, since: Millis
    ) -> wire.Held | wire.NotHeld:
        """`seats`: whom it counts for, and whose key the socket showed (another one once two seats are one person).
        `since`: when the socket that brings it entered, by the wall clock.
        """
        seat, shown = seats[0], self._shown(given, seats)
        if shown is not None and any(shown in one.nonces for one in session.receipts if one.run == given.run):
            if isinstance(given.answer, TextAnswer) and given.answer.card in session.cards:
                assert given.receipt is not None
                # It was gathered already, and the phone does not know that yet.
                return wire.Held(run=given.run, counter=given.counter, nonce=shown, receipt=given.receipt)
            shown = None  # the next line of the same person gets a receipt of its own
        problem = self._problem(session, seat, given, shown)
        if problem is not None:
            return wire.NotHeld(run=given.run, counter=given.counter, code=problem)
        held = HeldAnswer(seat=seat, counter=given.counter, nonce=fresh_nonce(), answer=given.answer)
        taken = self.held.take(held, since, seats[1], shown)
        if taken.another_socket:
            # Also without a receipt: the line may have broken after another node took it and before it could say so.
            repeated = taken.newcomer and shown is not None
            self._say_taken_over(given.run, seat, Place(seats[1], given.counter, since), repeated)
            if repeated:
                self._came_back(self._tools.node)
        self.changed()
        sealed = self._tools.secrets.seal_receipt(self._session_id, given.run, seat, taken.nonce)
        return wire.Held(run=given.run, counter=given.counter, nonce=taken.nonce, receipt=sealed)

    def _shown(self, given: wire.GiveAnswer, seats: tuple[SeatId, SeatId]) -> Nonce | None:
        """What the sealed receipt says that the phone shows; None for none, or for one that is not its own."""
        if given.receipt is None:
            return None
        opened = (self._tools.secrets.open_receipt(self._session_id, given.run, seat, given.receipt) for seat in seats)
        return next((nonce for nonce in opened if nonce is not None), None)

    def _problem(self, session: Session, seat: SeatId, given: wire.GiveAnswer, shown: Nonce | None) -> RefusalCode | None:
        stage, template = session.stage, session.template
        if stage is None or template is None or stage.run != given.run or template.kind not in HOLDING_KINDS:
            return "stale_stage"
        person = session.people.get(seat)
        if person is None or person.state in ("left", "waiting"):
            return "not_here"
        in_grace = session.phase == "closing" and stage.closing is not None and self._clock.now() < stage.closing.grace_until
        repeated = shown is not None and session.phase in ("closing", "short")
        if not (session.phase == "open" or in_grace or repeated):
            return "intake_closed"
        if template.kind == "agree" and not template.propose:
            return "intake_closed"
        return intake_problem(session, stage, given.answer)

    def changed(self) -> None:
        """Tells the others how many are here, and the own console."""
        self.tell_count()
        self._counted()

    def tell_count(self) -> None:
        """Said again with every beat: a lost one is repaired, and who comes later learns it."""
        if self._asking and not self._going:
            count = Counted(node=self._tools.node, run=self.held.run, count=self.held.count())
            self._tools.bus.tell(self._session_id, count)

    def hear_count(self, note: Counted) -> None:
        if self._asking and note.run == self.held.run and self._elsewhere.get(note.node) != note.count:
            self._elsewhere[note.node] = note.count
            self._counted()
        if note.run == self.held.run:
            self._came_over.pop(note.node, None)
            self._lost.pop(note.node, None)  # it only stood still

    def lost(self, nodes: set[NodeId]) -> None:
        """These nodes no longer live: what they held is coming back from the phones."""
        for node in nodes & set(self._elsewhere):
            self._lost[node] = self._still_with(node)
            del self._elsewhere[node]
            self._counted()

    def known_elsewhere(self) -> set[NodeId]:
        return set(self._elsewhere)

    def _came_back(self, taker: NodeId) -> None:
        """A phone repeated its answer to `taker`: one fewer is missing, or it was with another node until now."""
        waited = next((node for node, count in self._lost.items() if count), None)
        if waited is not None:
            self._lost[waited] -= 1
            return
        for node in self._elsewhere:
            if node != taker:
                self._came_over[node] = self._came_over.get(node, 0) + 1

    def _say_taken_over(self, run: int, seat: SeatId, place: Place, repeated: bool) -> None:
        self._tell_sealed("taken", run, 0, msgspec.msgpack.encode((seat, place, repeated)))

    def hear_taken_over(self, note: Sealed) -> None:
        content = self._opened(note, _TAKEN_OVER)
        if content is not None and note.run == self.held.run:
            seat, place, repeated = content
            if repeated:
                self._came_back(note.node)
            if self.held.dropped(seat, place):
                self.changed()
            elif (ours := self.held.place_of(seat)) is not None:
                # A late frame or a node that stood still: it holds the older copy, and learns that here.
                self._say_taken_over(note.run, seat, ours, False)
            elif repeated:
                self.changed()  # it was not ours: the others need not wonder

    def give_away(self, heir: NodeId | None) -> None:
        """This node goes: the heir keeps what it held until the phones repeat it. One heir, or people would count twice."""
        self._going = True
        if heir is not None and self.held.all():
            content = msgspec.msgpack.encode((heir, self.held.all()))
            self._tell_sealed("adopt", self.held.run, 0, content)

    def hear_given_away(self, note: Sealed) -> None:
        content = self._opened(note, _GIVEN_AWAY)
        if content is None or note.run != self.held.run or not self._asking:
            return
        heir, kept = content
        self._elsewhere.pop(note.node, None)
        if heir == self._tools.node:
            self.held.adopt(kept)
        self.changed()

    def hand_over(self, run: int, attempt: int) -> None:
        self._tell_sealed("handover", run, attempt, msgspec.msgpack.encode(self.held.all()))

    def handed_over(self, note: Sealed) -> tuple[Kept, ...] | None:
        return self._opened(note, _HANDED_OVER)

    def _tell_sealed(self, purpose: str, run: int, attempt: int, content: bytes) -> None:
        tell_sealed(self._tools, self._session_id, purpose, run, attempt, content)

    def _opened(self, note: Sealed, shape: msgspec.msgpack.Decoder[T]) -> T | None:
        return opened(self._tools, self._session_id, note, shape)
