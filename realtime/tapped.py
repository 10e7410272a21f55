"""Everything that people tap in one session on this node: in a stage, and in a check-in.

A check-in has a gauge of its own for each of the three that it asks, so that the rule of three changes holds for each by itself.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from realtime import wire
from realtime.bus import Sealed
from realtime.clock import SessionClock
from realtime.gauges import Gauges
from realtime.taps import StageTaps
from realtime.tools import Tools
from workshop.domain import check_in
from workshop.domain.commands import AnyCommand, ShowCheckIn
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Session
from workshop.domain.words import CHECK_IN_STEPS, CardId, Feeling, LineId, Millis, SeatId, SessionId

PURPOSES: Final = frozenset({StageTaps.purpose, *(f"felt:{feeling}" for feeling in check_in.FEELINGS)})
"""What the nodes tell each other of taps is sealed for one of these."""


class FeelingTaps:
    """One of the three that a check-in asks."""

    asks_again = True

    def __init__(self, feeling: Feeling) -> None:
        self._feeling = feeling
        self.purpose = f"felt:{feeling}"

    def run(self, session: Session) -> int:
        return session.open_check_in()

    def shown_at(self, session: Session) -> Millis | None:
        shown = session.check_in.felt.get(self._feeling)
        return None if shown is None else shown.at

    def looked_back(self, session: Session) -> bool:  # noqa: ARG002 — a check-in that was closed is not opened again
        return False

    def marks(self, session: Session) -> frozenset[str]:
        return self.of(check_in.marks_of(session))

    def of(self, marks: Iterable[str]) -> frozenset[str]:
        return frozenset(mark for mark in marks if mark.startswith(f"{self._feeling}:"))

    def problem(self, session: Session, tap: wire.Tap) -> RefusalCode | None:
        if tap.run != self.run(session) or tap.run == 0:
            return "stale_check_in"
        asked = Counter(mark.partition(":")[0] for mark in tap.marks)
        fits = set(tap.marks) <= check_in.marks_of(session) and all(count == 1 for count in asked.values())
        return None if fits else "invalid_answer"

    def wish(self, session: Session, totals: Mapping[str, int], people: int, changes: int) -> AnyCommand | None:
        """Also where the words would be the same: every showing begins to count changes anew."""
        counts = tuple(totals.get(f"{self._feeling}:{step}", 0) for step in range(1, CHECK_IN_STEPS + 1))
        return ShowCheckIn(check_in=self.run(session), feeling=self._feeling, counts=counts, people=people, changes=changes)


class Tapped:
    """The gauges of one session."""

    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        clock: SessionClock,
        session: Callable[[], Session],
        wish: Callable[[AnyCommand], "asyncio.Future[Refusal | None]"],
    ) -> None:
        self._stage = Gauges(tools, session_id, clock, session, wish)
        subjects = [FeelingTaps(feeling) for feeling in check_in.FEELINGS]
        self._felt = [(subject, Gauges(tools, session_id, clock, session, wish, subject)) for subject in subjects]
        self._all = (self._stage, *(gauge for _, gauge in self._felt))
        self._by_purpose = {StageTaps.purpose: self._stage} | {subject.purpose: gauge for subject, gauge in self._felt}

    def __repr__(self) -> str:
        return "<Tapped>"

    def take(self, seats: tuple[SeatId, SeatId], tap: wire.Tap, since: Millis) -> wire.Tapped | wire.NotTapped:
        """See `Gauges.take`. A check-in is taken whole or not at all."""
        if tap.about == "stage":
            return self._stage.take(seats, tap, since)
        (first, gauge), *others = self._felt
        answer = gauge.take(seats, tap, since, first.of(tap.marks))
        if isinstance(answer, wire.Tapped):
            for subject, other in others:
                other.take(seats, tap, since, subject.of(tap.marks))
        return answer

    def hear(self, note: Sealed) -> None:
        self._by_purpose[note.purpose].hear(note)

    def follow(self) -> None:
        for gauge in self._all:
            gauge.follow()

    def forget(self) -> None:
        for gauge in self._all:
            gauge.forget()

    def stop(self) -> None:
        for gauge in self._all:
            gauge.stop()

    def beat(self) -> None:
        for gauge in self._all:
            gauge.beat()

    def give_away(self) -> None:
        for gauge in self._all:
            gauge.give_away()

    def moved(self, seats: Iterable[SeatId]) -> None:
        gone = list(seats)
        for gauge in self._all:
            gauge.moved(gone)

    @property
    def wishing(self) -> bool:
        return any(gauge.wishing for gauge in self._all)

    def held(self, seat: SeatId) -> bool:
        """Whether somebody's taps, in a stage or a check-in, are here."""
        return any(gauge.held(seat) for gauge in self._all)

    def reworded(self, card: CardId) -> None:
        self._stage.reworded(card)

    def questioned(self) -> tuple[LineId, ...]:
        return self._stage.questioned()
