"""Breakouts before they begin: proposed to the facilitators, made anew as they like, announced to everybody."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from workshop.domain.commands import AnnounceRooms, FormedRoom, FormRooms
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import RoomCalmed, RoomsAnnounced, RoomsFinished, RoomsFormed, RoomsNotFound
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.scenes import deck_of
from workshop.domain.kinds.rooms.state import apart_in, due_wish, observers, standing, state_of, takers, template_of, with_state
from workshop.domain.kinds.rooms.steps import rounds_of_rooms
from workshop.domain.matching import pairs_in
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import ANNOUNCE_SECONDS, GATHER_SECONDS, MOST_IN_A_ROOM, Millis, SeatId


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
    if not standing(session):
        return refuse("rooms_changed")
    if not _kept_apart(session, context, (room.seats for room in state.rooms)):
        return refuse("rooms_unfit")
    until = clock_now(session, context) + ANNOUNCE_SECONDS * 1000
    return (RoomsAnnounced(run=stage.run, round=state.round, until=until),)


def counted(session: Session, couples: list[tuple[SeatId, SeatId]]) -> Session:
    """These have met once more."""
    met = dict(session.met)
    for couple in couples:
        met[couple] = met.get(couple, 0) + 1
    return structs.replace(session, met=met)


def met_in(session: Session, rooms: tuple[Room, ...]) -> Session:
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
    return met_in(changed, formed) if event.starts_at is not None else changed


def rooms_not_found(session: Session, event: RoomsNotFound, at: Millis) -> Session:
    """A proposal that stood is withdrawn: it could not be made again."""
    state = state_of(session)
    assert state is not None
    return with_state(session, none=True) if state.started else with_state(session, none=True, rooms=(), out=frozenset(), round=0)


def rooms_announced(session: Session, event: RoomsAnnounced, at: Millis) -> Session:
    return with_state(session, announced=event.until)


DECIDE: dict[type, Decide] = {
    FormRooms: form_rooms,
    AnnounceRooms: announce_rooms,
}
EVOLVE: EvolveTable = {
    RoomsFormed: rooms_formed,
    RoomsNotFound: rooms_not_found,
    RoomsAnnounced: rooms_announced,
}
