"""How a clock is told: when it is over while it runs, how much was left while everything stands still."""

from workshop.domain.parts import Clock
from workshop.domain.session import Session
from workshop.domain.words import Millis


def clock(session: Session, ends_at: Millis | None) -> Clock:
    """A running clock, or how much was left when the room was calmed."""
    if ends_at is None:
        return Clock(ends_at=None, left=None)
    if session.calm_since is not None:
        return Clock(ends_at=None, left=max(0, ends_at - session.calm_since))
    return Clock(ends_at=ends_at, left=None)


def folded_now(session: Session, at: Millis) -> Millis:
    """`deciding.clock_now` for what is folded: the clocks that people see stand still while the room is calm."""
    return at if session.calm_since is None else session.calm_since
