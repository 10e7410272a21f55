"""What one person has tapped, and what may be tapped: in a stage here, in a check-in in `tapped`."""

from collections.abc import Mapping
from typing import Protocol

import msgspec
from msgspec import Struct

from realtime import wire
from realtime.held import Place
from workshop.domain.commands import AnyCommand, ShowGauge
from workshop.domain.kind_states import AgreeState, WallState
from workshop.domain.refusals import RefusalCode
from workshop.domain.session import Session
from workshop.domain.words import GAUGE_CHANGES, MOST_MARKS, CardId, LineId, Millis, SeatId

SUPPORT, QUESTION, RESONATE = "support:", "question:", "resonate:"
NO_MARKS: frozenset[str] = frozenset()


class Tapping(Struct, frozen=True):
    """One person's taps."""

    place: Place
    marks: frozenset[str]
    stale: frozenset[str] = NO_MARKS
    """Tapped before its words were changed: it counts again when this person has taken it away and tapped anew."""
    told: frozenset[str] = NO_MARKS
    """What was tapped when the totals were shown last, or may have been."""

    def __repr__(self) -> str:
        return "<Tapping>"


class Gauged(Struct, frozen=True, kw_only=True):
    """What people on a node have tapped in a stage run or a check-in, as totals. Where one person's phone is there, these are theirs.

    `people` used the gauge, `changes` of them otherwise than when it was shown at `since` (session time; None: never yet);
    `questioned` lines have an open question.
    """

    run: int
    totals: dict[str, int]
    questioned: tuple[LineId, ...]
    people: int
    changes: int
    since: Millis | None

    def __repr__(self) -> str:
        return f"<Gauged {self.run}>"


GAUGED: msgspec.msgpack.Decoder[Gauged] = msgspec.msgpack.Decoder(Gauged)


def gauge_of(session: Session) -> AgreeState | WallState | None:
    """The state of the stage that people can tap in now; None where there is nothing to tap."""
    state, template = session.stage.kind if session.stage else None, session.template
    if isinstance(state, AgreeState):
        return state
    return state if isinstance(state, WallState) and template is not None and template.resonate else None


def marks_of(session: Session) -> frozenset[str]:
    """What can be tapped: the lines and cards that everybody sees."""
    state = gauge_of(session)
    if isinstance(state, AgreeState):
        return frozenset(kind + line for line in state.lines for kind in (SUPPORT, QUESTION))
    return frozenset() if state is None else frozenset(RESONATE + card for card in state.released)


def was_there(session: Session, mark: str) -> bool:
    """A phone that slept may still bring what was tapped and is shown no longer: that does no harm, and counts for nothing."""
    kind, _, what = mark.partition(":")
    return f"{kind}:" in (SUPPORT, QUESTION, RESONATE) and CardId(what) in session.cards


def may_tap(session: Session, seat: SeatId) -> bool:
    person = session.people.get(seat)
    return person is not None and seat not in session.merged and person.state in ("here", "resting")


class Subject(Protocol):
    """What a gauge is about."""

    purpose: str
    """Under which the nodes tell each other the totals."""
    asks_again: bool
    """Later runs ask the same people the same: what was told in one counts in the next."""

    def run(self, session: Session) -> int:
        """What the taps belong to now; 0: nothing can be tapped."""

    def shown_at(self, session: Session) -> Millis | None:
        """When totals were shown last."""

    def looked_back(self, session: Session) -> bool:
        """Taps of this run were known before: the phones say them again."""

    def marks(self, session: Session) -> frozenset[str]:
        """What can be tapped now."""

    def problem(self, session: Session, tap: "wire.Tap") -> RefusalCode | None: ...

    def wish(self, session: Session, totals: Mapping[str, int], people: int, changes: int) -> AnyCommand | None:
        """To show these totals, where that would say something new."""


class StageTaps:
    """Lines of agreements, and cards on a wall."""

    purpose = "gauged"
    asks_again = False

    def run(self, session: Session) -> int:
        return session.stage.run if session.stage is not None and gauge_of(session) is not None else 0

    def shown_at(self, session: Session) -> Millis | None:
        state = gauge_of(session)
        return None if state is None else state.totals_at

    def looked_back(self, session: Session) -> bool:
        state = gauge_of(session)
        return state is not None and (state.totals_at is not None or (isinstance(state, AgreeState) and bool(state.questioned)))

    def marks(self, session: Session) -> frozenset[str]:
        return marks_of(session)

    def problem(self, session: Session, tap: "wire.Tap") -> RefusalCode | None:
        state = gauge_of(session)
        if state is None or session.stage is None or session.stage.run != tap.run:
            return "stale_stage"
        if len(tap.marks) > MOST_MARKS:
            return "too_many_marks"
        shown = marks_of(session)
        if not all(mark in shown or was_there(session, mark) for mark in tap.marks):
            return "unknown_line" if isinstance(state, AgreeState) else "unknown_card"
        return None

    def wish(self, session: Session, totals: Mapping[str, int], people: int, changes: int) -> AnyCommand | None:
        state = gauge_of(session)
        shown = state is None or (state.totals_at is not None and dict(state.totals) == totals)
        if shown or session.phase not in ("open", "closed"):
            return None
        return ShowGauge(run=self.run(session), totals=dict(totals), people=people, changes=changes)


def least_changes(session: Session) -> int:
    return 1 if session.settings.practice else GAUGE_CHANGES
