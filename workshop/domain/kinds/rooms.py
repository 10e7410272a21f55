"""Breakouts: pairs with roles and timed steps on one clock, fresh partners each round, one three when the number is odd.

Nothing is sent from a room: what is said in it is spoken. Steps advance by themselves; a leaver never ends anybody's round, and where
there is no next round nobody who comes late or returns is left without a room.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import structs

from workshop.domain.commands import AdvanceRooms, EndRooms, FormRooms, StartRooms
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import AnyEvent, RoomCalmed, RoomsFinished, RoomsFormed, RoomsStarted, RoomStepped
from workshop.domain.kinds.room_scenes import deck_of, turned
from workshop.domain.kinds.room_steps import cut_steps, rounds_of_rooms
from workshop.domain.matching import pairs_in
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import Room, RoomsState, Session, with_stage
from workshop.domain.words import GATHER_SECONDS, Millis, RoomId, SeatId


def state_of(session: Session) -> RoomsState | None:
    stage = session.stage
    return stage.kind if stage is not None and isinstance(stage.kind, RoomsState) else None


def _template(session: Session) -> StageTemplate:
    assert session.template is not None
    return session.template


def running(session: Session) -> bool:
    state = state_of(session)
    return state is not None and state.started and not state.finished


def room_of(session: Session, seat: SeatId) -> tuple[Room, int] | None:
    """The breakout and the place of this person, or None outside of rooms."""
    state = state_of(session)
    if state is None or state.finished or session.phase == "ended":
        return None
    return next(((room, room.places.index(seat)) for room in state.rooms if seat in room.places), None)


def unplaced(session: Session) -> tuple[SeatId, ...]:
    """People who are here and in no room."""
    state = state_of(session)
    placed = {seat for room in state.rooms for seat in room.seats} if state else set()
    return tuple(seat for seat in session.here() if seat not in placed)


def standing(session: Session) -> bool:
    """Whether the formed rooms can start: they hold everybody who is here, and nobody is alone."""
    state = state_of(session)
    rooms = state.rooms if state else ()
    return bool(rooms) and not unplaced(session) and all(len(room.seats) > 1 for room in rooms)


def _over(session: Session, room: Room) -> bool:
    return room.step >= len(cut_steps(_template(session), room.formed))


def next_deadline(session: Session) -> Millis | None:
    """When something is due: the next step of a room, or the next round once all rooms are through. None while calm."""
    state = state_of(session)
    if state is None or not running(session) or session.calm_since is not None or session.phase == "ended":
        return None
    ahead = [room.ends_at for room in state.rooms if not _over(session, room)]
    if ahead:
        return min(ahead)
    return max((room.ends_at for room in state.rooms), default=0)


def due_wish(session: Session) -> Literal["advance", "form"]:
    state = state_of(session)
    assert state is not None
    return "form" if all(_over(session, room) for room in state.rooms) else "advance"


def form_rooms(session: Session, command: FormRooms, context: Context) -> Outcome:
    """Takes the drawn rooms if they hold exactly the people who are here, nobody alone, none larger than one over the size."""
    stage = stage_of(session, command.run)
    state = state_of(session)
    if isinstance(stage, Refusal) or state is None:
        return refuse("stale_stage")
    again = state.round == 1 and not state.started and context.actor.role == "facilitator"
    onward = command.round == state.round + 1 and (state.started or state.round == 0)
    if state.finished or not (onward or (again and command.round == 1)):
        return refuse("stale_stage")
    if state.started and due_wish(session) != "form":
        return refuse("rooms_stand")
    if command.round > rounds_of_rooms(_template(session)):
        return refuse("stale_stage")
    if session.unled and state.started:
        return (RoomCalmed(),)
    seats = [seat for room in command.rooms for seat in room.seats]
    if len(session.here()) < 2:
        return (RoomsFinished(run=stage.run),) if state.started else refuse("too_few_people")
    size = _template(session).size
    if sorted(seats) != sorted(session.here()) or not all(2 <= len(room.seats) <= size + 1 for room in command.rooms):
        return refuse("rooms_changed")
    deck = deck_of(_template(session), state)
    if not {scene for room in command.rooms for scene in room.scenes} <= {scene.id for scene in (deck.scenes if deck else ())}:
        return refuse("rooms_changed")
    starts_at = clock_now(session, context) + GATHER_SECONDS * 1000 if state.started else None
    return (RoomsFormed(run=stage.run, round=command.round, rooms=command.rooms, ring=command.ring, starts_at=starts_at),)


def start_rooms(session: Session, command: StartRooms, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    state = state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round != command.round or state.round == 0:
        return refuse("stale_stage")
    if state.started:
        return ()
    if not standing(session):
        return refuse("rooms_changed")
    return (RoomsStarted(run=stage.run, round=state.round, at=clock_now(session, context)),)


def _stepped(session: Session, room: Room, at: Millis) -> int:
    """The step this room is in at `at`, several steps on if that much time has passed."""
    steps = cut_steps(_template(session), room.formed)
    step, ends_at = room.step, room.ends_at
    while step < len(steps) and ends_at <= at:
        step += 1
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
    through = {
        room.id for room in state.rooms if steps.get(room.id, room.step) >= len(cut_steps(_template(session), room.formed))
    }
    if session.unled and steps.keys() - through:
        # Nobody leads: what was begun is finished, and nothing new begins (guarantee M5).
        return (RoomCalmed(),)
    last_round = state.round >= rounds_of_rooms(_template(session))
    stepped: tuple[AnyEvent, ...] = (RoomStepped(run=command.run, round=command.round, steps=steps),) if steps else ()
    if not last_round or len(through) < len(state.rooms):
        return stepped
    calm = (RoomCalmed(),) if session.unled else ()
    return (*stepped, RoomsFinished(run=command.run), *calm)


def end_rooms(session: Session, command: EndRooms, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    state = state_of(session)
    if isinstance(stage, Refusal) or state is None or state.round == 0:
        return refuse("stale_stage")
    return () if state.finished else (RoomsFinished(run=stage.run),)


def _with_rooms(session: Session, state: RoomsState) -> Session:
    return with_stage(session, kind=state)


def _met(session: Session, rooms: tuple[Room, ...]) -> Session:
    couples = {couple for room in rooms for couple in pairs_in(room.seats)}
    return structs.replace(session, met=session.met | couples)


def rooms_formed(session: Session, event: RoomsFormed, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    formed = tuple(
        Room(
            id=room.id,
            number=number,
            places=room.seats,
            formed=len(room.seats),
            step=-1,
            ends_at=event.starts_at or 0,
            scenes=room.scenes,
        )
        for number, room in enumerate(event.rooms, start=1)
    )
    changed = _with_rooms(session, structs.replace(state, round=event.round, rooms=formed))
    changed = structs.replace(changed, ring=event.ring)
    return _met(changed, formed) if event.starts_at is not None else changed


def rooms_started(session: Session, event: RoomsStarted, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    template = _template(session)
    started = tuple(
        structs.replace(room, step=0, ends_at=event.at + cut_steps(template, room.formed)[0].length) for room in state.rooms
    )
    return _met(_with_rooms(session, structs.replace(state, rooms=started, started=True)), started)


def room_stepped(session: Session, event: RoomStepped, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    template = _template(session)
    deck = deck_of(template, state)

    def moved(room: Room) -> Room:
        step, steps = event.steps.get(room.id, room.step), cut_steps(template, room.formed)
        turns = steps[min(step, len(steps) - 1)].turn - steps[max(room.step, 0)].turn if step > room.step else 0
        lengths = [cut.length for cut in steps[room.step + 1 : step + 1]]
        return structs.replace(turned(deck, room, turns), step=step, ends_at=room.ends_at + sum(lengths))

    return _with_rooms(session, structs.replace(state, rooms=tuple(moved(room) for room in state.rooms)))


def rooms_finished(session: Session, event: RoomsFinished, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    return _with_rooms(session, structs.replace(state, finished=True, started=True))


def shifted(session: Session, by: Millis) -> Session:
    """Every running room's deadline moved by that long; other kinds have none."""
    state = state_of(session)
    if state is None or not running(session):
        return session
    rooms = tuple(structs.replace(room, ends_at=room.ends_at + by) for room in state.rooms)
    return _with_rooms(session, structs.replace(state, rooms=rooms))


def without(session: Session, seat: SeatId) -> Session:
    """The rooms after this person has left them. Who would be alone then joins another room like somebody who comes late."""
    found = room_of(session, seat)
    state = state_of(session)
    if found is None or state is None:
        return session
    room, place = found
    emptied = structs.replace(room, places=(*room.places[:place], None, *room.places[place + 1 :]))
    rooms = [emptied if other.id == room.id else other for other in state.rooms]
    others = [other for other in rooms if other.id != room.id]
    host = _host(session, others)
    if len(emptied.seats) == 1 and host is not None:
        rooms = [_with_one_more(other, emptied.seats[0]) if other.id == host.id else other for other in others]
    if not emptied.seats:
        rooms = others
    finished = state.finished or (state.started and not rooms)
    left = _with_rooms(session, structs.replace(state, rooms=tuple(rooms), finished=finished))
    return _met(left, tuple(rooms)) if state.started else left


def _host(session: Session, rooms: Iterable[Room]) -> Room | None:
    """Of the rooms that are not over one with an empty place, whose role is missed, else the one with the fewest people."""
    open_rooms = [room for room in rooms if room.seats and not _over(session, room)]
    return min(open_rooms, key=lambda room: (None not in room.places, len(room.seats), room.number), default=None)


def _with_one_more(room: Room, seat: SeatId) -> Room:
    """In the first empty place, with its role and turns, else as one more of the last role: nobody else's place or clock changes."""
    if None not in room.places:
        return structs.replace(room, places=(*room.places, seat))
    place = room.places.index(None)
    return structs.replace(room, places=(*room.places[:place], seat, *room.places[place + 1 :]))


def joined(session: Session, seat: SeatId) -> Session:
    """The rooms after this person came or came back. Where rooms are formed only once there is no next round to wait for, so whoever
    comes while they run joins one that is not over.
    """
    state = state_of(session)
    if state is None or not running(session) or rounds_of_rooms(_template(session)) > 1 or room_of(session, seat) is not None:
        return session
    host = _host(session, state.rooms)
    if host is None:
        return session
    rooms = tuple(_with_one_more(room, seat) if room.id == host.id else room for room in state.rooms)
    return _met(_with_rooms(session, structs.replace(state, rooms=rooms)), rooms)


DECIDE: dict[type, Decide] = {
    FormRooms: form_rooms,
    StartRooms: start_rooms,
    AdvanceRooms: advance_rooms,
    EndRooms: end_rooms,
}
EVOLVE: EvolveTable = {
    RoomsFormed: rooms_formed,
    RoomsStarted: rooms_started,
    RoomStepped: room_stepped,
    RoomsFinished: rooms_finished,
}
