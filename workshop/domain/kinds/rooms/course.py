"""Breakouts from Go to the end: begun by one of their people or a facilitator, stepped by one clock, closed softly or at once.

Nothing is sent from a room: what is said in it is spoken. Steps advance by themselves; a leaver never ends anybody's round
(`room_people`), and afterwards everybody is in one place.
"""

from msgspec import structs

from workshop.domain.commands import (
    AdvanceRooms,
    BeginRoom,
    EndRooms,
    EndRoomsSoftly,
    StartRooms,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    AnyEvent,
    RoomCalmed,
    RoomsEnding,
    RoomsFinished,
    RoomsStarted,
    RoomStepped,
)
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.forming import met_in
from workshop.domain.kinds.rooms.scenes import deck_of, turned
from workshop.domain.kinds.rooms.state import (
    all_through,
    begun,
    last_round,
    next_deadline,
    over,
    room_of,
    running,
    state_of,
    steps_of,
    template_of,
    there,
    through,
    waiting,
    with_state,
)
from workshop.domain.kinds.rooms.steps import has_observer
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import (
    ENDING_SECONDS,
    Millis,
    RoomId,
)


def _announced(session: Session, run: int, number: int, context: Context) -> RoomsState | Refusal:
    """The state of rooms that can begin now."""
    stage, state = stage_of(session, run), state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round != number or state.finished or state.announced is None:
        return refuse("stale_stage")
    return state if clock_now(session, context) >= state.announced else refuse("rooms_announced")


def start_rooms(session: Session, command: StartRooms, context: Context) -> Outcome:
    """Go for every room that has not begun."""
    state = _announced(session, command.run, command.round, context)
    if isinstance(state, Refusal):
        return state
    rooms = tuple(room.id for room in waiting(state))
    started = RoomsStarted(run=command.run, round=state.round, at=clock_now(session, context), rooms=rooms)
    return (started,) if rooms else ()


def begin_room(session: Session, command: BeginRoom, context: Context) -> Outcome:
    """Go from within: one of them says it for all. A second tap, of another phone, finds it begun."""
    state, seat = _announced(session, command.run, command.round, context), context.actor.seat
    if isinstance(state, Refusal):
        return state
    found = None if seat is None else room_of(session, session.seat_of(seat))
    if found is None:
        return refuse("not_here")
    room = found[0]
    if not room.waits:
        return ()
    if len(there(state, room)) < 2:
        return refuse("too_few_people")
    return (RoomsStarted(run=command.run, round=state.round, at=clock_now(session, context), rooms=(room.id,)),)


def _stepped(session: Session, room: Room, at: Millis) -> int:
    """The step this room is in at `at`, several steps on if that much time has passed; one that comes to a close is through then."""
    steps = steps_of(session, room)
    step, ends_at = room.step, room.ends_at
    if room.waits or room.paused_at is not None:
        return step
    while step < len(steps) and ends_at <= at:
        step = len(steps) if room.ending else step + 1
        ends_at += steps[step].length if step < len(steps) else 0
    return step


def advance_rooms(session: Session, command: AdvanceRooms, context: Context) -> Outcome:
    state = state_of(session)
    if state is None or session.stage is None or session.stage.run != command.run or state.round != command.round:
        return refuse("stale_stage")
    if next_deadline(session) != command.due or context.at < command.due:
        return refuse("stale_stage")
    steps: dict[RoomId, int] = {}
    for room in state.rooms:
        step = _stepped(session, room, context.at)
        if step != room.step:
            steps[room.id] = step
    ended = {room.id for room in state.rooms if steps.get(room.id, room.step) >= len(steps_of(session, room))}
    ended |= {room.id for room in state.rooms if through(session, state, room)}
    if session.unled and steps.keys() - ended:
        # Nobody leads: what was begun is finished, and nothing new begins (guarantee M5).
        return (RoomCalmed(),)
    stepped: tuple[AnyEvent, ...] = (RoomStepped(run=command.run, round=command.round, steps=steps),) if steps else ()
    if not last_round(session) or len(ended) < len(state.rooms):
        return stepped
    calm = (RoomCalmed(),) if session.unled else ()
    return (*stepped, RoomsFinished(run=command.run), *calm)


def end_rooms_softly(session: Session, command: EndRoomsSoftly, context: Context) -> Outcome:
    """Everybody is told, and has a minute. Rooms that nobody has begun are over at once."""
    stage, state = stage_of(session, command.run), state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round == 0:
        return refuse("stale_stage")
    stopped = any(room.paused_at is not None and not over(session, room) for room in state.rooms)
    if state.finished or (state.ending and not stopped):
        return ()
    rooms = tuple(
        room.id
        for room in state.rooms
        if begun(room) and not over(session, room) and (room.paused_at is not None or not room.ending)
    )
    if not rooms:
        return (RoomsFinished(run=stage.run),)
    ends_at = clock_now(session, context) + ENDING_SECONDS * 1000
    return (RoomsEnding(run=stage.run, rooms=rooms, ends_at=ends_at, last=True),)


def end_rooms(session: Session, command: EndRooms, context: Context) -> Outcome:
    stage, state = stage_of(session, command.run), state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round == 0:
        return refuse("stale_stage")
    return () if state.finished else (RoomsFinished(run=stage.run),)


def _begun(session: Session, state: RoomsState, room: Room, at: Millis) -> Room:
    """Its steps are cut anew for those who are there now: people came and went since it was drawn."""
    taking = tuple(seat for seat in room.takers if seat not in state.away)
    rest = tuple(seat for seat in room.seats if seat not in taking)
    watched = any(seat in room.watching for seat in rest) and has_observer(template_of(session))
    begins = structs.replace(room, places=(*taking, *rest), formed=max(2, len(taking)), watched=watched, waits=False, step=0)
    if room.paused_at is not None:
        # It stood still before it began; of its first step nothing has passed.
        begins = structs.replace(begins, paused_at=at)
    return structs.replace(begins, ends_at=at + steps_of(session, begins)[0].length)


def rooms_started(session: Session, event: RoomsStarted, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    rooms = tuple(_begun(session, state, room, event.at) if room.id in event.rooms else room for room in state.rooms)
    started = with_state(session, rooms=rooms, started=True)
    return met_in(started, tuple(room for room in rooms if room.id in event.rooms))


def room_stepped(session: Session, event: RoomStepped, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    deck = deck_of(template_of(session), state)

    def moved(room: Room) -> Room:
        step, steps = event.steps.get(room.id, room.step), steps_of(session, room)
        turns = steps[min(step, len(steps) - 1)].turn - steps[max(room.step, 0)].turn if step > room.step else 0
        lengths = [] if room.ending else [cut.length for cut in steps[room.step + 1 : step + 1]]
        return structs.replace(turned(deck, room, turns), step=step, ends_at=room.ends_at + sum(lengths))

    return with_state(session, rooms=tuple(moved(room) for room in state.rooms))


def rooms_ending(session: Session, event: RoomsEnding, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None

    def closing(room: Room) -> Room:
        steps = steps_of(session, room)
        if room.id in event.rooms:
            last = room.step == len(steps) - 1 and room.paused_at is None
            ends_at = min(room.ends_at, event.ends_at) if last else event.ends_at
            return structs.replace(room, ending=True, ends_at=ends_at, paused_at=None)
        unbegun = event.last and not begun(room)
        return structs.replace(room, waits=False, paused_at=None, step=len(steps), ends_at=event.ends_at) if unbegun else room

    return with_state(session, rooms=tuple(closing(room) for room in state.rooms), ending=state.ending or event.last)


def rooms_finished(session: Session, event: RoomsFinished, at: Millis) -> Session:
    return with_state(session, finished=True, started=True)


def ended_early(session: Session) -> bool:
    """Whether nothing is left to wait for: people went until all rooms that stand are through, and there is no further round."""
    return running(session) and last_round(session) and all_through(session)


def shifted(session: Session, by: Millis) -> Session:
    """Every room's deadline, and the moment since when it stands still, moved by that long; other kinds have none."""
    state = state_of(session)
    if state is None or state.finished:
        return session
    rooms = tuple(
        structs.replace(room, ends_at=room.ends_at + by, paused_at=None if room.paused_at is None else room.paused_at + by)
        for room in state.rooms
    )
    announced = None if state.announced is None else state.announced + by
    return with_state(session, rooms=rooms, announced=announced)


DECIDE: dict[type, Decide] = {
    StartRooms: start_rooms,
    BeginRoom: begin_room,
    AdvanceRooms: advance_rooms,
    EndRoomsSoftly: end_rooms_softly,
    EndRooms: end_rooms,
}
EVOLVE: EvolveTable = {
    RoomsStarted: rooms_started,
    RoomStepped: room_stepped,
    RoomsEnding: rooms_ending,
    RoomsFinished: rooms_finished,
}
