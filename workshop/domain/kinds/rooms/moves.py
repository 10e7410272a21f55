"""Proposed and standing rooms changed by the facilitators' hand: people moved and exchanged, rooms joined, pairs kept together or apart."""

from msgspec import structs

from workshop.domain.commands import BindPeople, ExchangeSeats, FormedRoom, JoinRooms, MoveSeat
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import PeopleBound, RoomAdded, SeatMoved, SeatsExchanged
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.forming import new_room
from workshop.domain.kinds.rooms.places import standing_round, with_one_more
from workshop.domain.kinds.rooms.scenes import deal, deck_of
from workshop.domain.kinds.rooms.state import (
    bound_pairs,
    fits,
    over,
    room_named,
    room_of,
    state_of,
    template_of,
    there,
    with_state,
)
from workshop.domain.matching import pair
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import Binding, Dice, Millis, RoomId, SeatId

BOUND: tuple[Binding, ...] = ("together", "apart")
DOOR_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def door_name(dice: Dice) -> str:
    """A name for the room's meeting that nobody guesses: 12 of 32 letters, none twice."""
    letters = list(DOOR_LETTERS)
    dice.shuffle(letters)
    return "".join(letters[:12])


def move_seat(session: Session, command: MoveSeat, context: Context) -> Outcome:
    """Whoever would be alone after it follows by `mended` once people know the rooms; a proposal may be unfinished meanwhile."""
    state = standing_round(session, command.run, command.round)
    if isinstance(state, Refusal):
        return state
    seat = session.seat_of(command.seat)
    if seat not in session.here():
        return refuse("not_here")
    if command.room is None:
        return refuse("rooms_stand") if state.shown else (*_added(session, state, context), _moved(command.run, state, seat))
    room = room_named(session, command.room)
    if room is None or over(session, room):
        return refuse("rooms_changed")
    if seat in room.seats and seat not in state.away:
        return ()
    return (
        (SeatMoved(run=command.run, seat=seat, room=room.id),)
        if fits(session, context.apart, seat, room)
        else refuse("room_unfit")
    )


def _next_room(run: int, state: RoomsState) -> RoomId:
    return RoomId(f"{run}.{state.round}.{max((room.number for room in state.rooms), default=0) + 1}")


def _moved(run: int, state: RoomsState, seat: SeatId) -> SeatMoved:
    return SeatMoved(run=run, seat=seat, room=_next_room(run, state))


def _added(session: Session, state: RoomsState, context: Context) -> tuple[RoomAdded, ...]:
    assert session.stage is not None
    deck = deck_of(template_of(session), state)
    scenes = () if deck is None else deal(deck, context.dice, first_round=state.round == 1)
    room = FormedRoom(id=_next_room(session.stage.run, state), seats=(), scenes=scenes, door=door_name(context.dice))
    return (RoomAdded(run=session.stage.run, room=room),)


def exchange_seats(session: Session, command: ExchangeSeats, context: Context) -> Outcome:
    """Two who take part, in two rooms of a proposal."""
    state = standing_round(session, command.run, command.round)
    if isinstance(state, Refusal):
        return state
    if state.shown:
        return refuse("rooms_stand")
    one, other = room_of(session, command.one), room_of(session, command.other)
    if one is None or other is None:
        return refuse("rooms_changed")
    here, over_there = one[0], other[0]
    if here.id == over_there.id:
        return ()
    if (command.one in here.watching) != (command.other in over_there.watching):
        return refuse("room_unfit")
    into = structs.replace(over_there, places=tuple(None if seat == command.other else seat for seat in over_there.places))
    back = structs.replace(here, places=tuple(None if seat == command.one else seat for seat in here.places))
    if not fits(session, context.apart, command.one, into) or not fits(session, context.apart, command.other, back):
        return refuse("room_unfit")
    return (SeatsExchanged(run=command.run, one=command.one, other=command.other),)


def join_rooms(session: Session, command: JoinRooms, context: Context) -> Outcome:
    """One after the other, as far as the room they go to takes them all; else nobody goes."""
    state = standing_round(session, command.run, command.round)
    if isinstance(state, Refusal):
        return state
    room, into = room_named(session, command.room), room_named(session, command.into)
    if room is None or into is None or room.id == into.id or over(session, into):
        return refuse("rooms_changed")
    moves: list[SeatMoved] = []
    for seat in there(state, room):
        if not fits(session, context.apart, seat, into):
            return refuse("room_unfit")
        into = with_one_more(into, seat, watches=seat in room.watching)
        moves.append(SeatMoved(run=command.run, seat=seat, room=into.id))
    return tuple(moves)


def bind_people(session: Session, command: BindPeople, context: Context) -> Outcome:
    one, other = session.seat_of(command.one), session.seat_of(command.other)
    if one == other or one not in session.people or other not in session.people:
        return refuse("unknown_person")
    before = next((how for how in BOUND if pair(one, other) in bound_pairs(session, how)), "free")
    return () if before == command.how else (PeopleBound(one=one, other=other, how=command.how),)


def room_added(session: Session, event: RoomAdded, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    number = max((room.number for room in state.rooms), default=0) + 1
    return with_state(session, rooms=(*state.rooms, new_room(number, event.room, None)))


def seats_exchanged(session: Session, event: SeatsExchanged, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    other = {event.one: event.other, event.other: event.one}

    def exchanged(room: Room) -> Room:
        places = tuple(None if seat is None else other.get(seat, seat) for seat in room.places)
        return structs.replace(room, places=places, watching=tuple(other.get(seat, seat) for seat in room.watching))

    return with_state(session, rooms=tuple(exchanged(room) for room in state.rooms))


def people_bound(session: Session, event: PeopleBound, at: Millis) -> Session:
    wanted = pair(event.one, event.other)
    bound = {
        couple: how
        for couple, how in session.bound.items()
        if pair(session.seat_of(couple[0]), session.seat_of(couple[1])) != wanted
    }
    if event.how != "free":
        bound[wanted] = event.how
    return structs.replace(session, bound=bound)


DECIDE: dict[type, Decide] = {
    MoveSeat: move_seat,
    ExchangeSeats: exchange_seats,
    JoinRooms: join_rooms,
    BindPeople: bind_people,
}
EVOLVE: EvolveTable = {
    RoomAdded: room_added,
    SeatsExchanged: seats_exchanged,
    PeopleBound: people_bound,
}
