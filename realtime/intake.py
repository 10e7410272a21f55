"""Taking answers while a stage is open, and knowing how many there are on all nodes. Nothing here is ever stored.

A first answer is taken until the grace after closing is over; a repeat that shows its sealed receipt until the stage is closed.
"""

from collections.abc import Callable

import msgspec

from realtime import wire
from realtime.bus import Counted, Sealed
from realtime.clock import SessionClock
from realtime.held import HeldAnswers, fresh_nonce, pack, unpack
from realtime.tools import Tools
from workshop.domain.commands import HeldAnswer
from workshop.domain.inputs import answer_problem
from workshop.domain.refusals import RefusalCode
from workshop.domain.session import ASKING_KINDS, Session
from workshop.domain.words import NodeId, Nonce, SeatId, SessionId

_TAKEN_OVER: msgspec.msgpack.Decoder[tuple[SeatId, int]] = msgspec.msgpack.Decoder(tuple[SeatId, int])


class Intake:
    def __init__(self, tools: Tools, session_id: SessionId, clock: SessionClock, counted: Callable[[], None]) -> None:
        """`counted` is called whenever the number of answers may have changed."""
        self._tools, self._session_id, self._clock, self._counted = tools, session_id, clock, counted
        self.held = HeldAnswers(0)
        self._elsewhere: dict[NodeId, int] = {}
        self.coming_back = 0
        """Answers of a lost node whose phones have not repeated them yet."""

    def follow(self, session: Session) -> None:
        """Keeps what belongs to the stage that is still gathering; forgets everything once it is closed."""
        run = session.stage.run if session.stage else 0
        over = session.phase in ("closed", "ended")
        if run != self.held.run or (over and self.held.all()):
            self.held = HeldAnswers(run)
            self._elsewhere.clear()
            self.coming_back = 0

    def answered(self) -> int:
        return self.held.count() + sum(self._elsewhere.values())

    def take(self, session: Session, seat: SeatId, given: wire.GiveAnswer) -> wire.Held | wire.NotHeld:
        receipt = given.receipt
        shown = None if receipt is None else self._tools.secrets.open_receipt(self._session_id, given.run, seat, receipt)
        problem = self._problem(session, seat, given, shown)
        if problem is not None:
            return wire.NotHeld(run=given.run, counter=given.counter, code=problem)
        taken = self.held.take(HeldAnswer(seat=seat, counter=given.counter, nonce=shown or fresh_nonce(), answer=given.answer))
        if taken.newcomer and shown is not None:
            self._say_taken_over(given.run, seat, given.counter)
            self.coming_back = max(0, self.coming_back - 1)
        self.changed()
        sealed = self._tools.secrets.seal_receipt(self._session_id, given.run, seat, taken.nonce)
        return wire.Held(run=given.run, counter=given.counter, nonce=taken.nonce, receipt=sealed)

    def _problem(self, session: Session, seat: SeatId, given: wire.GiveAnswer, shown: Nonce | None) -> RefusalCode | None:
        stage, template = session.stage, session.template
        if stage is None or template is None or stage.run != given.run or template.kind not in ASKING_KINDS:
            return "stale_stage"
        person = session.people.get(seat)
        if person is None or person.state == "left":
            return "not_here"
        in_grace = stage.closing is not None and self._clock.now() < stage.closing.grace_until
        repeated = shown is not None and session.phase in ("closing", "short")
        if not (session.phase == "open" or in_grace or repeated):
            return "intake_closed"
        assert template.input is not None
        return answer_problem(template.input, given.answer)

    def changed(self) -> None:
        """Tells the others how many are here, and the own console."""
        count = Counted(node=self._tools.node, run=self.held.run, count=self.held.count())
        self._tools.bus.tell(self._session_id, count)
        self._counted()

    def hear_count(self, note: Counted) -> None:
        if note.run == self.held.run and self._elsewhere.get(note.node) != note.count:
            self._elsewhere[note.node] = note.count
            self._counted()

    def lost(self, nodes: set[NodeId]) -> None:
        """These nodes no longer live: what they held is coming back from the phones."""
        for node in nodes & set(self._elsewhere):
            self.coming_back += self._elsewhere.pop(node)
            self._counted()

    def known_elsewhere(self) -> set[NodeId]:
        return set(self._elsewhere)

    def _say_taken_over(self, run: int, seat: SeatId, counter: int) -> None:
        content = msgspec.msgpack.encode((seat, counter))
        self._tell_sealed("taken", run, 0, content)

    def hear_taken_over(self, note: Sealed) -> None:
        content = self._opened(note)
        if content is not None and note.run == self.held.run:
            seat, counter = _TAKEN_OVER.decode(content)
            if self.held.dropped(seat, counter):
                self.changed()

    def give_away(self) -> None:
        """This node goes: whoever hears it keeps a copy of what it held."""
        if self.held.all():
            self._tell_sealed("adopt", self.held.run, 0, pack(self.held.all()))

    def hear_given_away(self, note: Sealed) -> None:
        content = self._opened(note)
        if content is not None and note.run == self.held.run:
            self.held.adopt(unpack(content))
            self._elsewhere.pop(note.node, None)
            self.changed()

    def hand_over(self, run: int, attempt: int) -> None:
        self._tell_sealed("handover", run, attempt, pack(self.held.all()))

    def handed_over(self, note: Sealed) -> tuple[HeldAnswer, ...] | None:
        content = self._opened(note)
        return None if content is None else unpack(content)

    def _purpose(self, purpose: str, run: int, attempt: int, node: NodeId) -> str:
        return f"{purpose}:{run}:{attempt}:{node}"

    def _tell_sealed(self, purpose: str, run: int, attempt: int, content: bytes) -> None:
        named = self._purpose(purpose, run, attempt, self._tools.node)
        sealed = self._tools.secrets.seal_handover(self._session_id, named, content)
        note = Sealed(node=self._tools.node, purpose=purpose, run=run, attempt=attempt, content=sealed)
        self._tools.bus.tell(self._session_id, note)

    def _opened(self, note: Sealed) -> bytes | None:
        named = self._purpose(note.purpose, note.run, note.attempt, note.node)
        return self._tools.secrets.open_handover(self._session_id, named, note.content)
