"""A circle of a few chairs: who sits inside speaks, the others listen, and whoever likes asks for a chair.

Asking is possible before it starts, too; those who asked first sit down first. A chair that becomes free, in whatever way, is taken at
once by whoever has asked longest. The clock is a suggestion: how long whoever sat down last may stay without a thought for the
next one. It cuts nobody off.
"""

from msgspec import structs

from workshop.domain.clocks import folded_now
from workshop.domain.commands import AskForChair, FreeChair, LeaveChair
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import ChairAsked, ChairLeft, ChairTaken
from workshop.domain.kind_states import CircleState
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, with_stage
from workshop.domain.words import Millis, SeatId


def state_of(session: Session) -> CircleState | None:
    """The chairs of the current stage; None where it is no fishbowl."""
    kind, template = session.stage.kind if session.stage else None, session.template
    fishbowl = template is not None and template.mode == "fishbowl"
    return kind if fishbowl and isinstance(kind, CircleState) else None


def _bowl(session: Session, run: int) -> CircleState | Refusal:
    stage, state = stage_of(session, run), state_of(session)
    if isinstance(stage, Refusal):
        return stage
    return refuse("stale_stage") if state is None or state.finished else state


def _chairs(session: Session) -> int:
    return session.template.chairs if session.template is not None else 0


def _own(session: Session, context: Context) -> SeatId | None:
    """The person who wishes; None for nobody of the session."""
    seat = None if context.actor.seat is None else session.seat_of(context.actor.seat)
    return seat if seat in session.people else None


def ask_for_chair(session: Session, command: AskForChair, context: Context) -> Outcome:
    state = _bowl(session, command.run)
    if isinstance(state, Refusal):
        return state
    seat = _own(session, context)
    if seat is None or session.people[seat].state != "here":
        return refuse("not_here")
    if seat in state.inside or seat in state.asking:
        return ()
    if state.started and len(state.inside) < _chairs(session):
        return (ChairTaken(run=command.run, seat=seat),)
    return (ChairAsked(run=command.run, seat=seat),)


def leave_chair(session: Session, command: LeaveChair, context: Context) -> Outcome:
    state = _bowl(session, command.run)
    if isinstance(state, Refusal):
        return state
    seat = _own(session, context)
    if seat is None:
        return refuse("not_here")
    return (ChairLeft(run=command.run, seat=seat),) if seat in state.inside or seat in state.asking else ()


def free_chair(session: Session, command: FreeChair, context: Context) -> Outcome:
    """Only for somebody who asks: an empty chair would help nobody. Who sits there must still be who sat there when it was tapped."""
    state = _bowl(session, command.run)
    if isinstance(state, Refusal):
        return state
    if command.turn != state.turn:
        return refuse("stale_stage")
    if not state.inside or not state.asking:
        return refuse("nobody_asks")
    return (ChairLeft(run=command.run, seat=state.inside[0]),)


def seated(state: CircleState, chairs: int, now: Millis) -> CircleState:
    """The chairs after everybody has sat down for whom one is free."""
    sitting = state.asking[: max(0, chairs - len(state.inside))] if state.started else ()
    if not sitting:
        return state
    return structs.replace(
        state,
        inside=(*state.inside, *sitting),
        asking=state.asking[len(sitting) :],
        ends_at=now + state.seconds * 1000,
        turn=state.turn + 1,
    )


def _with(session: Session, state: CircleState, at: Millis) -> Session:
    return with_stage(session, kind=seated(state, _chairs(session), folded_now(session, at)))


def chair_asked(session: Session, event: ChairAsked | ChairTaken, at: Millis) -> Session:
    """Where a chair is free, whoever asks sits down."""
    state = state_of(session)
    assert state is not None
    return _with(session, structs.replace(state, asking=(*state.asking, event.seat)), at)


def chair_left(session: Session, event: ChairLeft, at: Millis) -> Session:
    return without(session, event.seat, at)


def without(session: Session, seat: SeatId, at: Millis) -> Session:
    """The chairs after this person went, rests, or turned out to be somebody else's second seat."""
    state = state_of(session)
    if state is None or seat not in (*state.inside, *state.asking):
        return session
    inside = tuple(other for other in state.inside if other != seat)
    asking = tuple(other for other in state.asking if other != seat)
    turn = state.turn + (inside != state.inside)
    return _with(session, structs.replace(state, inside=inside, asking=asking, turn=turn), at)


DECIDE: dict[type, Decide] = {AskForChair: ask_for_chair, LeaveChair: leave_chair, FreeChair: free_chair}
EVOLVE: EvolveTable = {ChairAsked: chair_asked, ChairTaken: chair_asked, ChairLeft: chair_left}
