"""Breakouts from the proposal to the end: proposed to the facilitators, announced to everybody, begun by Go, stepped by one clock.

Nothing is sent from a room: what is said in it is spoken. Steps advance by themselves; a leaver never ends anybody's round
(`room_people`), and afterwards everybody is in one place.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs

from workshop.domain.commands import (
    AdvanceRooms,
    AnnounceRooms,
    BeginRoom,
    EndRooms,
    EndRoomsSoftly,
    FormedRoom,
    FormRooms,
    StartRooms,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    AnyEvent,
    RoomCalmed,
    RoomsAnnounced,
    RoomsEnding,
    RoomsFinished,
    RoomsFormed,
    RoomsNotFound,
    RoomsStarted,
    RoomStepped,
)
from workshop.domain.kinds.rooms.scenes import deck_of, turned
from workshop.domain.kinds.rooms.state import (
    all_through,
    apart_in,
    begun,
    due_wish,
    last_round,
    next_deadline,
    observers,
    over,
    room_of,
    running,
    standing,
    state_of,
    steps_of,
    takers,
    template_of,
    there,
    through,
    waiting,
    with_state,
)
from workshop.domain.kinds.rooms.steps import has_observer, rounds_of_rooms
from workshop.domain.matching import pairs_in
from workshop.domain.refusals import Refusal
from workshop.domain.session import Room, RoomsState, Session
from workshop.domain.words import (
    ANNOUNCE_SECONDS,
    ENDING_SECONDS,
    GATHER_SECONDS,
    MOST_IN_A_ROOM,
    Millis,
    RoomId,
    SeatId,
)


def form_rooms(session: Session, command: FormRooms, context: Context) -> Outcome:
    """Takes the drawn rooms if they hold exactly the people who would like to be in one, nobody alone and nobody with whom they are
    kept apart from. Proposed rooms can be made anew until one has begun.
    """
    stage, state = stage_of(session, command.run), state_of(session)
    if isinstance(stage, Refusal) or state is None:
        return refuse("stale_stage")
    again = command.round == state.round == 1 and not state.started and context.actor.role == "facilitator"
    onward = command.round == state.round + 1 and (state.started or state.round == 0)
    if state.finished or not (onward or again) or command.round > rounds_of_rooms(template_of(session)):
        return refuse("stale_stage")
    if state.started and due_wish(session) != "form":
        return refuse("rooms_stand")
    if session.unled and state.started:
        return (RoomCalmed(),)
    finished = (RoomsFinished(run=stage.run),) if state.started else ()
    if len(takers(session)) < 2:
        return finished or refuse("too_few_people")
    if not _holds(session, state, command, context):
        return refuse("rooms_changed")
    if not command.rooms:
        return (*(() if state.none else (RoomsNotFound(run=stage.run),)), *finished)
    starts_at = clock_now(session, context) + GATHER_SECONDS * 1000 if state.started else None
    formed = RoomsFormed(
        run=stage.run, round=command.round, rooms=command.rooms, ring=command.ring, starts_at=starts_at, out=command.out
    )
    return (formed,)


def _holds(session: Session, state: RoomsState, command: FormRooms, context: Context) -> bool:
    """Whether the drawn rooms are right for the people who are here now."""
    seats = [seat for room in command.rooms for seat in room.seats]
    watching = [seat for room in command.rooms for seat in room.watching]
    everybody = sorted([*seats, *watching, *command.out])
    if everybody != sorted([*takers(session), *observers(session)]) or not set(watching) <= set(observers(session)):
        return False
    largest = template_of(session).size + 1
    if not all(2 <= len(room.seats) <= (MOST_IN_A_ROOM if room.locked else largest) for room in command.rooms):
        return False
    if not _kept_apart(session, context, ((*room.seats, *room.watching) for room in command.rooms)):
        return False
    deck = deck_of(template_of(session), state)
    scenes = {scene.id for scene in deck.scenes} if deck else set[str]()
    return {scene for room in command.rooms for scene in room.scenes} <= scenes


def _kept_apart(session: Session, context: Context, rooms: Iterable[Sequence[SeatId]]) -> bool:
    """Whether no two who are kept apart are in one of these rooms: somebody may have wished it since they were drawn."""
    apart = apart_in(session, context.apart)
    return not any((one, other) in apart or (other, one) in apart for room in rooms for one, other in pairs_in(room))


def announce_rooms(session: Session, command: AnnounceRooms, context: Context) -> Outcome:
    stage, state = stage_of(session, command.run), state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round != command.round or state.round == 0 or state.finished:
        return refuse("stale_stage")
    if state.shown:
        return ()
    if not standing(session) or not _kept_apart(session, context, (room.seats for room in state.rooms)):
        return refuse("rooms_changed")
    until = clock_now(session, context) + ANNOUNCE_SECONDS * 1000
    return (RoomsAnnounced(run=stage.run, round=state.round, until=until),)


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


def counted(session: Session, couples: list[tuple[SeatId, SeatId]]) -> Session:
    """These have met once more."""
    met = dict(session.met)
    for couple in couples:
        met[couple] = met.get(couple, 0) + 1
    return structs.replace(session, met=met)


def _met(session: Session, rooms: tuple[Room, ...]) -> Session:
    """Who begins together has met, and who sits in a room of more than its size has had the extra seat."""
    size, extra = template_of(session).size, dict(session.extra)
    for room in rooms:
        for seat in room.takers if len(room.takers) > size else ():
            extra[seat] = extra.get(seat, 0) + 1
    couples = [couple for room in rooms for couple in pairs_in(room.seats)]
    return counted(structs.replace(session, extra=extra), couples)


def new_room(number: int, formed: FormedRoom, starts_at: Millis | None) -> Room:
    """As it was drawn: it gathers until `starts_at`, or waits for Go."""
    return Room(
        id=formed.id,
        number=number,
        places=(*formed.seats, *formed.watching),
        formed=len(formed.seats),
        step=-1,
        ends_at=starts_at or 0,
        scenes=formed.scenes,
        watching=formed.watching,
        watched=bool(formed.watching),
        waits=starts_at is None,
        locked=formed.locked,
        door=formed.door,
    )


def rooms_formed(session: Session, event: RoomsFormed, at: Millis) -> Session:
    formed = tuple(new_room(number, room, event.starts_at) for number, room in enumerate(event.rooms, start=1))
    changed = with_state(
        session, round=event.round, rooms=formed, announced=event.starts_at, out=frozenset(event.out), none=False
    )
    changed = structs.replace(changed, ring=event.ring)
    return _met(changed, formed) if event.starts_at is not None else changed


def rooms_not_found(session: Session, event: RoomsNotFound, at: Millis) -> Session:
    """A proposal that stood is withdrawn: it could not be made again."""
    state = state_of(session)
    assert state is not None
    return with_state(session, none=True) if state.started else with_state(session, none=True, rooms=(), out=frozenset(), round=0)


def rooms_announced(session: Session, event: RoomsAnnounced, at: Millis) -> Session:
    return with_state(session, announced=event.until)


def _begun(session: Session, state: RoomsState, room: Room, at: Millis) -> Room:
    """Its steps are cut anew for those who are there now: people came and went since it was drawn."""
    taking = tuple(seat for seat in room.takers if seat not in state.away)
    rest = tuple(seat for seat in room.seats if seat not in taking)
    watched = any(seat in room.watching for seat in rest) and has_observer(template_of(session))
    begins = structs.replace(room, places=(*taking, *rest), formed=max(2, len(taking)), watched=watched, waits=False, step=0)
    return structs.replace(begins, ends_at=at + steps_of(session, begins)[0].length)


def rooms_started(session: Session, event: RoomsStarted, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    rooms = tuple(_begun(session, state, room, event.at) if room.id in event.rooms else room for room in state.rooms)
    started = with_state(session, rooms=rooms, started=True)
    return _met(started, tuple(room for room in rooms if room.id in event.rooms))


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
    FormRooms: form_rooms,
    AnnounceRooms: announce_rooms,
    StartRooms: start_rooms,
    BeginRoom: begin_room,
    AdvanceRooms: advance_rooms,
    EndRoomsSoftly: end_rooms_softly,
    EndRooms: end_rooms,
}
EVOLVE: EvolveTable = {
    RoomsFormed: rooms_formed,
    RoomsNotFound: rooms_not_found,
    RoomsAnnounced: rooms_announced,
    RoomsStarted: rooms_started,
    RoomStepped: room_stepped,
    RoomsEnding: rooms_ending,
    RoomsFinished: rooms_finished,
}
