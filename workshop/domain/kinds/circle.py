"""Everybody in turn, in a drawn order. What is said is spoken: nothing is sent and nothing is kept.

A pass, a turn that is over and one that a facilitator ends are the same fact. A turn's clock offers to go on and cuts nobody off:
it is no deadline, and nothing happens when it is over. The chairs of a fishbowl are in `fishbowl`.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import structs

from workshop.domain.clocks import clock, folded_now
from workshop.domain.commands import EndCircle, EndTurn, GiveTime, PutLater, StartCircle
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import AnyEvent, CircleFinished, CircleStarted, TurnEnded, TurnExtended, TurnPutLater
from workshop.domain.kind_states import CircleState
from workshop.domain.kinds import fishbowl
from workshop.domain.parts import CircleView, NameView
from workshop.domain.plan import PlannedStage, StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, with_stage
from workshop.domain.words import Millis, SeatId

LEAST_TURN_SECONDS = 10
GIVEN_SECONDS = range(5, 121)
"""What a facilitator may give to the turn that runs."""


def state_of(session: Session) -> CircleState | None:
    kind = session.stage.kind if session.stage else None
    return kind if isinstance(kind, CircleState) else None


def running(session: Session) -> bool:
    state = state_of(session)
    return state is not None and state.started and not state.finished


def turn_seconds(planned: PlannedStage, people: int) -> int:
    """The template's, or less where so many people would not fit into the stage; never under ten."""
    return max(LEAST_TURN_SECONDS, min(planned.template.turn_seconds, planned.seconds // people))


def _circle(session: Session, run: int) -> CircleState | Refusal:
    stage = stage_of(session, run)
    if isinstance(stage, Refusal):
        return stage
    return stage.kind if isinstance(stage.kind, CircleState) else refuse("stale_stage")


def _turn(session: Session, run: int, turn: int, context: Context) -> CircleState | Refusal:
    """The running round, if the wish means the current turn and comes from a facilitator or whoever has it."""
    state = _circle(session, run)
    if isinstance(state, Refusal):
        return state
    if state.now is None or state.turn != turn:
        return refuse("stale_stage")
    actor = context.actor
    if actor.role == "participant" and (actor.seat is None or session.seat_of(actor.seat) != state.now):
        return refuse("not_your_turn")
    return state


def start_circle(session: Session, command: StartCircle, context: Context) -> Outcome:
    state = _circle(session, command.run)
    if isinstance(state, Refusal):
        return state
    if state.started:
        return ()
    planned, stage = session.planned, session.stage
    assert planned is not None
    assert stage is not None
    if planned.template.mode == "open":
        return (CircleStarted(run=command.run, order=(), seconds=0, ends_at=stage.ends_at),)
    if planned.template.mode == "fishbowl":
        stay = planned.template.turn_seconds
        ends_at = clock_now(session, context) + stay * 1000
        return (CircleStarted(run=command.run, order=(), seconds=stay, ends_at=ends_at),)
    order = list(session.here())
    if not order:
        return refuse("too_few_people")
    context.dice.shuffle(order)
    seconds = turn_seconds(planned, len(order))
    ends_at = clock_now(session, context) + seconds * 1000
    return (CircleStarted(run=command.run, order=tuple(order), seconds=seconds, ends_at=ends_at),)


def end_turn(session: Session, command: EndTurn, context: Context) -> Outcome:
    state = _turn(session, command.run, command.turn, context)
    if isinstance(state, Refusal):
        return state
    ends_at = clock_now(session, context) + state.seconds * 1000
    ended: tuple[AnyEvent, ...] = (TurnEnded(run=command.run, turn=command.turn, ends_at=ends_at),)
    return ended if state.waiting else (*ended, CircleFinished(run=command.run))


def put_later(session: Session, command: PutLater, context: Context) -> Outcome:
    """Whoever is the last one anyway gets a fresh clock."""
    state = _turn(session, command.run, command.turn, context)
    if isinstance(state, Refusal):
        return state
    ends_at = clock_now(session, context) + state.seconds * 1000
    return (TurnPutLater(run=command.run, turn=command.turn, ends_at=ends_at),)


def give_time(session: Session, command: GiveTime, context: Context) -> Outcome:
    state = _turn(session, command.run, command.turn, context)
    if isinstance(state, Refusal):
        return state
    if command.seconds not in GIVEN_SECONDS:
        return refuse("not_permitted")
    start = max(state.ends_at, clock_now(session, context))
    return (TurnExtended(run=command.run, turn=command.turn, ends_at=start + command.seconds * 1000),)


def end_circle(session: Session, command: EndCircle, context: Context) -> Outcome:
    state = _circle(session, command.run)
    if isinstance(state, Refusal):
        return state
    if not state.started:
        return refuse("stale_stage")
    return () if state.finished else (CircleFinished(run=command.run),)


def _with(session: Session, state: CircleState) -> Session:
    return with_stage(session, kind=state)


def _state(session: Session) -> CircleState:
    state = state_of(session)
    assert state is not None
    return state


def _onward(state: CircleState, waiting: tuple[SeatId, ...], done: tuple[SeatId, ...], ends_at: Millis) -> CircleState:
    """The next turn, or the end of the round when nobody waits."""
    if not waiting:
        return structs.replace(state, now=None, waiting=(), done=done, finished=True)
    return structs.replace(state, turn=state.turn + 1, now=waiting[0], waiting=waiting[1:], done=done, ends_at=ends_at)


def circle_started(session: Session, event: CircleStarted, at: Millis) -> Session:
    started = structs.replace(_state(session), started=True, seconds=event.seconds, ends_at=event.ends_at)
    if session.template is not None and session.template.mode == "fishbowl":
        return _with(session, fishbowl.seated(started, session.template.chairs, folded_now(session, at)))
    return _with(session, _onward(started, event.order, (), event.ends_at) if event.order else started)


def turn_ended(session: Session, event: TurnEnded, at: Millis) -> Session:
    state = _state(session)
    assert state.now is not None
    return _with(session, _onward(state, state.waiting, (*state.done, state.now), event.ends_at))


def turn_put_later(session: Session, event: TurnPutLater, at: Millis) -> Session:
    state = _state(session)
    assert state.now is not None
    return _with(session, _onward(state, (*state.waiting, state.now), state.done, event.ends_at))


def turn_extended(session: Session, event: TurnExtended, at: Millis) -> Session:
    return _with(session, structs.replace(_state(session), ends_at=event.ends_at))


def circle_finished(session: Session, event: CircleFinished, at: Millis) -> Session:
    return _with(session, structs.replace(_state(session), now=None, waiting=(), inside=(), asking=(), finished=True))


def without(session: Session, seat: SeatId, at: Millis) -> Session:
    """The round after this person rests or left. Whose turn it was looks like somebody whose turn is over."""
    session = fishbowl.without(session, seat, at)
    state = state_of(session)
    if state is None or not running(session):
        return session
    if state.now == seat:
        ends_at = folded_now(session, at) + state.seconds * 1000
        return _with(session, _onward(state, state.waiting, (*state.done, seat), ends_at))
    return _with(session, structs.replace(state, waiting=tuple(other for other in state.waiting if other != seat)))


def merged(session: Session, seat: SeatId, into: SeatId, at: Millis) -> Session:
    """The round after `seat` turned out to be the same person as `into`: whoever had a turn as either of them has had it."""
    session = fishbowl.without(session, seat, at)
    state = state_of(session)
    if state is None or not running(session):
        return session
    if seat != state.now and seat not in state.done:
        return without(session, seat, at)
    waiting = tuple(other for other in state.waiting if other != into)
    moved = without(_with(session, structs.replace(state, waiting=waiting)), seat, at)
    state = _state(moved)
    done = tuple(other for other in state.done if other not in (seat, into))
    return _with(moved, structs.replace(state, done=done if state.now == into else (*done, into)))


def joined(session: Session, seat: SeatId, at: Millis) -> Session:
    """The round after this person came or came back: who had no turn yet has one at the end."""
    state = state_of(session)
    if state is None or not running(session) or state.now is None or seat in (state.now, *state.waiting, *state.done):
        return session
    return _with(session, structs.replace(state, waiting=(*state.waiting, seat)))


def shifted(session: Session, by: Millis) -> Session:
    """The turn's clock moved by that long; other kinds have none."""
    state = state_of(session)
    if state is None or not running(session):
        return session
    return _with(session, structs.replace(state, ends_at=state.ends_at + by))


def name(session: Session, seat: SeatId | None, texts: Mapping[str, str]) -> NameView | None:
    person = None if seat is None else session.people.get(seat)
    return None if person is None else NameView(alias=texts.get(person.alias, ""), mark=person.mark)


def view(session: Session, template: StageTemplate, state: CircleState, texts: Mapping[str, str]) -> CircleView:
    phase: Literal["before", "running", "finished"]
    phase = "before" if not state.started else "finished" if state.finished else "running"
    is_running = phase == "running"
    ahead = state.asking if template.mode == "fishbowl" else state.waiting if is_running else ()
    # A fishbowl's clock is about whoever sits there, and only where the template suggests a stay.
    timed = is_running and (template.mode != "fishbowl" or bool(state.inside and state.seconds))
    sitting = (name(session, seat, texts) for seat in state.inside)
    return CircleView(
        mode=template.mode,
        state=phase,
        turn=state.turn,
        now=name(session, state.now, texts),
        next=name(session, ahead[0], texts) if ahead else None,
        done=len(state.done),
        of=len(state.done) + len(state.waiting) + (state.now is not None),
        clock=clock(session, state.ends_at if timed else None),
        inside=tuple(one for one in sitting if one is not None),
        chairs=template.chairs,
        asking=len(state.asking),
    )


DECIDE: dict[type, Decide] = {
    StartCircle: start_circle,
    EndTurn: end_turn,
    PutLater: put_later,
    GiveTime: give_time,
    EndCircle: end_circle,
}
EVOLVE: EvolveTable = {
    CircleStarted: circle_started,
    TurnEnded: turn_ended,
    TurnPutLater: turn_put_later,
    TurnExtended: turn_extended,
    CircleFinished: circle_finished,
}
