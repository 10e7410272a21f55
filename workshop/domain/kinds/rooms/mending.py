"""What follows when people come, go or are missed while rooms stand: nobody is left alone who could be with somebody.

Wishes to be apart are in no state, so every move is a fact of its own, decided with them, and replay never asks for them.
"""

from collections.abc import Collection

from workshop.domain.deciding import Context
from workshop.domain.events import AnyEvent, RoomsFinished, SeatMoved
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.course import ended_early
from workshop.domain.kinds.rooms.people import seat_moved
from workshop.domain.kinds.rooms.places import host_for
from workshop.domain.kinds.rooms.state import begun, choice_of, fits, last_round, over, state_of, takers_there, there, unplaced
from workshop.domain.session import Session
from workshop.domain.words import SeatId


def mended(session: Session, context: Context) -> tuple[AnyEvent, ...]:
    """Moves that leave nobody alone who could be with somebody. `session` is the state after the facts of a wish.

    Who is alone stays in their room only where no other takes them: then whoever comes next joins them.
    """
    events: list[AnyEvent] = []
    # Nobody is sent to and fro: each is moved once, so it comes to an end whatever the rooms are.
    moved: set[SeatId] = set()
    while (move := _next_move(session, context, moved)) is not None:
        events.append(move)
        moved.add(move.seat)
        session = seat_moved(session, move, context.at)
    if session.phase != "ended" and ended_early(session):
        assert session.stage is not None
        events.append(RoomsFinished(run=session.stage.run))
    return tuple(events)


def _next_move(session: Session, context: Context, moved: Collection[SeatId]) -> SeatMoved | None:
    state = state_of(session)
    if session.stage is None or state is None or state.finished or not state.shown or session.phase == "ended":
        return None
    standing = [room for room in state.rooms if not over(session, room)]
    lonely = sorted((room for room in standing if _lonely(state, room)), key=lambda room: (room.step, room.number))
    free = [*(seat for room in lonely for seat in _free(state, room)), *_latecomers(session, state, lonely)]
    loose = [seat for seat in free if seat not in moved]
    alone = {there(state, room) for room in lonely}
    for room in lonely:
        for seat in loose:
            # Who watches gives nobody a partner; company is all the same what somebody needs who is alone.
            welcome = choice_of(session, seat) == "take_part" or (seat,) in alone or len(there(state, room)) == 1
            if welcome and seat not in room.seats and fits(session, context.apart, seat, room):
                return SeatMoved(run=session.stage.run, seat=seat, room=room.id)
    for seat in loose:
        host = host_for(session, (room for room in standing if seat not in room.seats and room not in lonely), seat, context)
        if host is not None:
            return SeatMoved(run=session.stage.run, seat=seat, room=host.id)
    return None


def _lonely(state: RoomsState, room: Room) -> bool:
    """Somebody is in it who has nobody to do it with: two are needed who take part."""
    return len(takers_there(state, room)) < 2


def _free(state: RoomsState, room: Room) -> tuple[SeatId, ...]:
    """Who may go from a lonely room. Whoever watches stays with the one they watch, or two rooms would send them to and fro."""
    return there(state, room) if len(there(state, room)) == 1 else takers_there(state, room)


def _latecomers(session: Session, state: RoomsState, lonely: list[Room]) -> list[SeatId]:
    """Who came while rooms stand. Where another round follows they wait for it, unless nothing has begun yet or somebody is alone."""
    now = last_round(session) or not any(begun(room) for room in state.rooms) or bool(lonely)
    # Whom the drawing left out could not be placed; nobody is put there by the back door.
    return [seat for seat in unplaced(session) if seat not in state.out] if now else []
