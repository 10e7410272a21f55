"""What one person has tapped in a stage, and what may be tapped there."""

import msgspec
from msgspec import Struct

from realtime.held import Place
from workshop.domain.session import AgreeState, Session, WallState
from workshop.domain.words import CardId, LineId, Millis, SeatId

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
    """What people on a node have tapped in a stage run, as totals. Where one person's phone is there, these are theirs.

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
