"""Reading breakouts: who is in which, who would like to be, what stands, what is over, and what is due next."""

from collections.abc import Iterator
from typing import Literal

from msgspec import structs

from workshop.domain.deciding import Apart
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.steps import CutStep, cut_steps, rounds_of_rooms
from workshop.domain.matching import pair
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Session, with_stage
from workshop.domain.words import MOST_IN_A_ROOM, Binding, Millis, RoomId, RoundChoice, SeatId


def state_of(session: Session) -> RoomsState | None:
    stage = session.stage
    return stage.kind if stage is not None and isinstance(stage.kind, RoomsState) else None


def template_of(session: Session) -> StageTemplate:
    assert session.template is not None
    return session.template


def with_state(session: Session, **changes: object) -> Session:
    state = state_of(session)
    assert state is not None
    return with_stage(session, kind=structs.replace(state, **changes))


def with_room(session: Session, room_id: RoomId, **changes: object) -> Session:
    state = state_of(session)
    assert state is not None
    rooms = tuple(structs.replace(room, **changes) if room.id == room_id else room for room in state.rooms)
    return with_state(session, rooms=rooms)


def steps_of(session: Session, room: Room) -> tuple[CutStep, ...]:
    """Of a room that waits for Go for the people who are in it now: they are cut anew when it begins."""
    people = max(2, len(room.takers)) if room.waits else room.formed
    return cut_steps(template_of(session), people, watched=room.watched)


def running(session: Session) -> bool:
    state = state_of(session)
    return state is not None and state.started and not state.finished


def room_named(session: Session, room_id: RoomId | None) -> Room | None:
    state = state_of(session)
    return next((room for room in state.rooms if room.id == room_id), None) if state is not None else None


def room_of(session: Session, seat: SeatId) -> tuple[Room, int] | None:
    """The breakout and the place of this person, also of one that is only proposed; None outside of rooms."""
    state = state_of(session)
    if state is None or state.finished or session.phase == "ended":
        return None
    return next(((room, room.places.index(seat)) for room in state.rooms if seat in room.places), None)


def shown_room_of(session: Session, seat: SeatId) -> tuple[Room, int] | None:
    """… as its people may know it: what is only proposed is known to the facilitators alone."""
    state = state_of(session)
    return room_of(session, seat) if state is not None and state.shown else None


def choice_of(session: Session, seat: SeatId) -> RoundChoice:
    state = state_of(session)
    return "take_part" if state is None else state.choices.get(seat, "take_part")


def _willing(session: Session, choice: RoundChoice) -> Iterator[SeatId]:
    state = state_of(session)
    away = state.away if state is not None else frozenset()
    return (seat for seat in session.here() if seat not in away and choice_of(session, seat) == choice)


def takers(session: Session) -> tuple[SeatId, ...]:
    """Who is here, was not missed by a partner, and takes part in the next rooms."""
    return tuple(_willing(session, "take_part"))


def observers(session: Session) -> tuple[SeatId, ...]:
    return tuple(_willing(session, "observe"))


def unplaced(session: Session) -> tuple[SeatId, ...]:
    """Who would like to be in a room and is in none."""
    state = state_of(session)
    placed = {seat for room in state.rooms for seat in room.seats} if state else set()
    return tuple(seat for seat in (*takers(session), *observers(session)) if seat not in placed)


def there(state: RoomsState, room: Room) -> tuple[SeatId, ...]:
    """Its people without those whom their partners could not find."""
    return tuple(seat for seat in room.seats if seat not in state.away)


def takers_there(state: RoomsState, room: Room) -> tuple[SeatId, ...]:
    return tuple(seat for seat in there(state, room) if seat not in room.watching)


def begun(room: Room) -> bool:
    return room.step >= 0


def over(session: Session, room: Room) -> bool:
    return room.step >= len(steps_of(session, room))


def through(session: Session, state: RoomsState, room: Room) -> bool:
    """Whether nobody waits for this room: it is over, or one person waits in it for company and nobody has begun it."""
    return over(session, room) or (room.waits and len(there(state, room)) < 2)


def all_through(session: Session) -> bool:
    state = state_of(session)
    return state is not None and all(through(session, state, room) for room in state.rooms)


def last_round(session: Session) -> bool:
    state = state_of(session)
    return state is not None and (state.ending or state.round >= rounds_of_rooms(template_of(session)))


def waiting(state: RoomsState) -> tuple[Room, ...]:
    """Announced rooms that wait for Go, and in which somebody is to begin with."""
    return tuple(room for room in state.rooms if room.waits and len(there(state, room)) > 1)


def standing(session: Session) -> bool:
    """Whether proposed rooms can be announced: nobody is alone, and everybody has one whom the drawing has not left out."""
    state = state_of(session)
    if state is None or not state.rooms or set(unplaced(session)) - state.out:
        return False
    # Of sealed wishes nothing is known here; the announcement looks at them too.
    if any({one, other} <= set(room.seats) for one, other in bound_pairs(session, "apart") for room in state.rooms):
        return False
    return all(2 <= len(takers_there(state, room)) <= MOST_IN_A_ROOM for room in state.rooms)


def next_deadline(session: Session) -> Millis | None:
    """When something is due: the next step of a room, or the next round once all rooms are through. None while calm, and while
    every room that is not through stands still.
    """
    state = state_of(session)
    if state is None or not running(session) or session.calm_since is not None or session.phase == "ended":
        return None
    ahead = [room for room in state.rooms if not through(session, state, room)]
    if not ahead:
        return max((room.ends_at for room in state.rooms), default=0)
    return min((room.ends_at for room in ahead if room.paused_at is None and not room.waits), default=None)


def due_wish(session: Session) -> Literal["advance", "form"]:
    return "form" if all_through(session) else "advance"


def apart_in(session: Session, apart: Apart) -> Apart:
    """Sealed wishes and what the facilitators want apart, both as (asker, other)."""
    bound = bound_pairs(session, "apart")
    now = ((session.seat_of(asker), session.seat_of(other)) for asker, other in apart)
    return frozenset(now).union(bound, ((other, one) for one, other in bound))


def bound_pairs(session: Session, how: Binding) -> list[tuple[SeatId, SeatId]]:
    """Whom the facilitators want so. Somebody who goes on as another seat is that one."""
    pairs = ((session.seat_of(one), session.seat_of(other)) for (one, other), wanted in session.bound.items() if wanted == how)
    return [pair(one, other) for one, other in pairs if one != other]


def fits(session: Session, apart: Apart, seat: SeatId, room: Room) -> bool:
    """Whether this person can go into this room: it has a place, and nobody there whom they are kept apart from."""
    kept = apart_in(session, apart)
    together = [other for other in room.seats if other != seat]
    crowded = len([other for other in together if other not in room.watching]) >= MOST_IN_A_ROOM
    return not crowded and not any((seat, other) in kept or (other, seat) in kept for other in together)
