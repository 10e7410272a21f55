"""Places in breakouts: who gives one up, who takes one, which room takes a person who has none."""

from collections.abc import Iterable

from msgspec import structs

from workshop.domain.deciding import Context, refuse, stage_of
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.state import fits, over, room_of, state_of, there, with_state
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import SeatId


def standing_round(session: Session, run: int, number: int) -> RoomsState | Refusal:
    """Rooms that are not over, of the round that a wish names."""
    state = state_of(session)
    if isinstance(stage_of(session, run), Refusal) or state is None or state.finished or state.round != number or not state.rooms:
        return refuse("stale_stage")
    return state


def host_for(session: Session, rooms: Iterable[Room], seat: SeatId, context: Context) -> Room | None:
    """Of the rooms that take this person, one with an empty place, whose role is missed, else the one with the fewest people."""
    state = state_of(session)
    assert state is not None
    open_rooms = [
        room
        for room in rooms
        if there(state, room) and not over(session, room) and not room.ending and fits(session, context.apart, seat, room)
    ]
    return min(open_rooms, key=lambda room: (None not in room.places, len(there(state, room)), room.number), default=None)


def with_one_more(room: Room, seat: SeatId, *, watches: bool = False) -> Room:
    """In the first empty place, with its role and turns, else as one more of the last role: nobody else's place or clock changes."""
    if watches:
        return structs.replace(room, places=(*room.places, seat), watching=(*room.watching, seat))
    if None not in room.places:
        return structs.replace(room, places=(*room.places, seat))
    place = room.places.index(None)
    return structs.replace(room, places=(*room.places[:place], seat, *room.places[place + 1 :]))


def without(session: Session, seat: SeatId) -> Session:
    """The rooms after this person has left them. A room goes with the last person who is there."""
    found, state = room_of(session, seat), state_of(session)
    if state is None:
        return session
    away = state.away - {seat}
    if found is None:
        return with_state(session, away=away) if seat in state.away else session
    room, place = found
    watching = tuple(other for other in room.watching if other != seat)
    left = structs.replace(room, places=(*room.places[:place], None, *room.places[place + 1 :]), watching=watching)
    rooms = tuple(left if other.id == room.id else other for other in state.rooms)
    return swept(with_state(session, rooms=rooms, away=away))


def gone_on(session: Session, seat: SeatId, into: SeatId) -> Session:
    """Who goes on as another seat still would like in the rooms what they said before; what was said as that one counts more."""
    state = state_of(session)
    if state is None or seat not in state.choices or into in state.choices or room_of(session, into) is not None:
        return session
    return with_state(session, choices={**state.choices, into: state.choices[seat]})


def swept(session: Session) -> Session:
    """Without rooms in which nobody is any more."""
    state = state_of(session)
    assert state is not None
    rooms = tuple(room for room in state.rooms if there(state, room))
    return with_state(session, rooms=rooms, finished=state.finished or (state.started and not rooms))


def taken_out(session: Session, seat: SeatId) -> Session:
    """`without`, and the room they go to stands even if they were the last one there."""
    state = state_of(session)
    assert state is not None
    rooms = tuple(
        structs.replace(
            room,
            places=tuple(None if other == seat else other for other in room.places),
            watching=tuple(other for other in room.watching if other != seat),
        )
        for room in state.rooms
    )
    return with_state(session, rooms=rooms, away=state.away - {seat}, out=state.out - {seat})
