"""What every handler is given and gives back: the actor, the moment, the dice; events or a refusal."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from workshop.domain.events import AnyEvent
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Session, Stage
from workshop.domain.words import Dice, Event, Millis, Role, SeatId

Apart = frozenset[tuple[SeatId, SeatId]]


class Actor(Struct, frozen=True):
    role: Role
    seat: SeatId | None = None


class Context(Struct, frozen=True):
    actor: Actor
    at: Millis
    dice: Dice
    apart: Apart = frozenset()
    """Who would rather not be in a room with whom: (asker, other). It stands in sealed rows, in no event and no state."""

    def __repr__(self) -> str:
        return f"<Context {self.actor.role}>"


Outcome = tuple[AnyEvent, ...] | Refusal
Decide = Callable[[Session, Any, Context], Outcome]
"""(session, a command of the type it is registered for, context)."""
Evolve = Callable[[Session, Any, Millis], Session]
"""(session, an event of the type it is registered for, when it happened)."""
EvolveTable = dict[type[Event], Evolve]


def refuse(code: RefusalCode) -> Refusal:
    return Refusal(code=code)


def clock_now(session: Session, context: Context) -> Millis:
    """The moment by the clocks that people see: they stand still while the room is calm and are moved on when it resumes."""
    return context.at if session.calm_since is None else session.calm_since


def stage_of(session: Session, run: int) -> Stage | Refusal:
    """The current stage, if it is the one that the wish names."""
    if session.stage is None or session.stage.run != run:
        return refuse("stale_stage")
    return session.stage
