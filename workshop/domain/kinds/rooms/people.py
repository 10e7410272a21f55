"""What people wish about their own place in the rooms: take part, observe or sit out; a partner who cannot be found, and who is back."""

from workshop.domain.commands import ChooseRound, FindPartner, MissPartner, SealApart
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import PartnerFound, PartnerMissed, RoundChosen, SeatMoved
from workshop.domain.kind_states import RoomsState
from workshop.domain.kinds.rooms.forming import counted
from workshop.domain.kinds.rooms.places import host_for, standing_round, swept, taken_out, with_one_more, without
from workshop.domain.kinds.rooms.state import (
    begun,
    choice_of,
    fits,
    over,
    room_named,
    room_of,
    state_of,
    takers_there,
    there,
    with_room,
    with_state,
)
from workshop.domain.matching import pair
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import Millis, SeatId


def choose_round(session: Session, command: ChooseRound, context: Context) -> Outcome:
    stage, state, seat = stage_of(session, command.run), state_of(session), context.actor.seat
    if isinstance(stage, Refusal) or state is None or state.finished:
        return refuse("stale_stage")
    if seat is None or (own := session.seat_of(seat)) not in session.here():
        return refuse("not_here")
    return () if choice_of(session, own) == command.choice else (RoundChosen(run=stage.run, seat=own, choice=command.choice),)


def _own(session: Session, run: int, number: int, context: Context) -> tuple[RoomsState, SeatId] | Refusal:
    state = standing_round(session, run, number)
    if isinstance(state, Refusal):
        return state
    if context.actor.seat is None or not state.shown:
        return refuse("stale_stage")
    return state, session.seat_of(context.actor.seat)


def miss_partner(session: Session, command: MissPartner, context: Context) -> Outcome:
    own = _own(session, command.run, command.round, context)
    if isinstance(own, Refusal):
        return own
    state, seat = own
    found = room_of(session, seat)
    if found is None or over(session, found[0]):
        return refuse("stale_stage")
    places = found[0].places
    missed = places[command.place] if 0 <= command.place < len(places) else None
    if missed is None or missed == seat:
        return refuse("rooms_changed")
    if seat in state.away:
        return refuse("not_here")  # whoever was missed says first that they are here
    return () if missed in state.away else (PartnerMissed(run=command.run, seat=missed),)


def find_partner(session: Session, command: FindPartner, context: Context) -> Outcome:
    own = _own(session, command.run, command.round, context)
    if isinstance(own, Refusal):
        return own
    state, seat = own
    if seat not in state.away:
        return ()
    found = PartnerFound(run=command.run, seat=seat)
    room = room_of(session, seat)
    if room is not None and fits(session, context.apart, seat, room[0]):
        return (found,)
    host = host_for(session, state.rooms, seat, context)
    return (found,) if host is None else (found, SeatMoved(run=command.run, seat=seat, room=host.id))


def round_chosen(session: Session, event: RoundChosen, at: Millis) -> Session:
    """Before a room begins, who would rather watch does so at once, where two others take part."""
    state = state_of(session)
    assert state is not None
    chosen = with_state(session, choices={**state.choices, event.seat: event.choice})
    if event.choice == "sit_out":
        return without(chosen, event.seat)
    found = room_of(chosen, event.seat)
    if found is None or begun(found[0]):
        return chosen
    room = found[0]
    others = tuple(seat for seat in room.watching if seat != event.seat)
    if event.choice == "take_part":
        return with_room(chosen, room.id, watching=others)
    alone = len([seat for seat in takers_there(state, room) if seat != event.seat]) < 2
    return chosen if alone else with_room(chosen, room.id, watching=(*others, event.seat))


def seat_moved(session: Session, event: SeatMoved, at: Millis) -> Session:
    moved = taken_out(session, event.seat)
    room, state = room_named(moved, event.room), state_of(moved)
    assert room is not None
    assert state is not None
    others = there(state, room)
    watches = choice_of(session, event.seat) == "observe"
    grown = with_one_more(room, event.seat, watches=watches)
    rooms = tuple(grown if other.id == grown.id else other for other in state.rooms)
    placed = swept(with_state(moved, rooms=rooms))
    return counted(placed, [pair(event.seat, other) for other in others]) if not room.waits else placed


def partner_missed(session: Session, event: PartnerMissed, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    return swept(with_state(session, away=state.away | {event.seat}))


def partner_found(session: Session, event: PartnerFound, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    return with_state(session, away=state.away - {event.seat})


def seal_apart(session: Session, command: SealApart, context: Context) -> Outcome:
    """No fact at all: the row says it, and only the next drawing of rooms knows of it."""
    return ()


DECIDE: dict[type, Decide] = {
    SealApart: seal_apart,
    ChooseRound: choose_round,
    MissPartner: miss_partner,
    FindPartner: find_partner,
}
EVOLVE: EvolveTable = {
    RoundChosen: round_chosen,
    SeatMoved: seat_moved,
    PartnerMissed: partner_missed,
    PartnerFound: partner_found,
}
