"""What people and the facilitator of a lossy run wish about rooms: whatever may be wished then, and now and then what may not."""

import random

from workshop.domain import commands as c
from workshop.domain.kind_states import RoomsState
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.session import Session
from workshop.domain.words import RoomId, SeatId


def pick(chance: random.Random, *commands: c.ClientCommand) -> c.ClientCommand:
    return chance.choice(commands)


def some_tap(session: Session, run: int, chance: random.Random) -> c.ClientCommand:
    """Of somebody, about their own room. What leaves no fact may be wished at any time."""
    state = room_state.state_of(session)
    keep_apart = c.KeepApart(seat=chance.choice(sorted(session.people)), apart=chance.random() < 0.7)
    if state is None:
        return keep_apart
    number = state.round
    return pick(
        chance,
        *(keep_apart, c.ChooseRound(run=run, choice=chance.choice(["take_part", "take_part", "observe", "sit_out"]))),
        *(c.BeginRoom(run=run, round=number), c.PauseRoom(run=run, round=number), c.GoOnRoom(run=run, round=number)),
        c.CallFacilitator(run=run, round=number, call=chance.random() < 0.7),
        c.AnswerKnock(run=run, round=number, welcome=chance.random() < 0.5),
        c.MissPartner(run=run, round=number, place=chance.randrange(3)),
        *(c.FindPartner(run=run, round=number), c.FindPartner(run=run, round=number)),
    )


def lead_rooms(session: Session, run: int, chance: random.Random) -> c.ClientCommand:
    """Onward more often than not, so that rooms stand and end."""
    state = room_state.state_of(session)
    assert state is not None
    number = state.round
    if not state.rooms or state.finished:
        return pick(chance, *[c.MakeRooms(run=run, round=number + 1)] * 4, c.EndRooms(run=run))
    if not state.shown:
        onward: c.ClientCommand = c.AnnounceRooms(run=run, round=number)
    elif room_state.waiting(state):
        onward = c.StartRooms(run=run, round=number)
    else:
        onward = c.GiveRoomTime(run=run, round=number, room=None, minutes=chance.choice([1, -1]))
    if chance.random() < (0.2 if state.started else 0.5):
        return onward
    if state.started and chance.random() < 0.1:
        return pick(chance, c.EndRoomsSoftly(run=run), c.EndRooms(run=run))
    if not state.shown:
        return _arrange(session, state, run, chance)
    return _lead(state, run, chance, chance.choice(sorted(session.people)))


def _some_room(state: RoomsState, chance: random.Random) -> RoomId:
    return chance.choice([room.id for room in state.rooms])


def _arrange(session: Session, state: RoomsState, run: int, chance: random.Random) -> c.ClientCommand:
    """What is only proposed."""
    number, people = state.round, sorted(session.people)
    one, other = chance.choice(people), chance.choice(people)
    room = _some_room(state, chance) if chance.random() < 0.7 else None
    return pick(
        chance,
        c.MakeRooms(run=run, round=1, mix=chance.choice([None, "fresh", "random"])),
        c.MoveSeat(run=run, round=number, seat=one, room=room),
        c.ExchangeSeats(run=run, round=number, one=one, other=other),
        c.LockRoom(run=run, round=number, room=_some_room(state, chance), locked=chance.random() < 0.7),
        c.BindPeople(one=one, other=other, how=chance.choice(["together", "apart", "free"])),
    )


def _lead(state: RoomsState, run: int, chance: random.Random, seat: SeatId) -> c.ClientCommand:
    """What everybody knows."""
    number, room = state.round, _some_room(state, chance)
    return pick(
        chance,
        c.MoveSeat(run=run, round=number, seat=seat, room=_some_room(state, chance)),
        c.JoinRooms(run=run, round=number, room=room, into=_some_room(state, chance)),
        c.SendRoomNote(run=run, round=number, room=room, text=chance.choice(["", "Two more minutes", "Back at nine"])),
        c.GiveRoomTime(run=run, round=number, room=room, minutes=chance.choice([1, -1])),
        *(c.KnockRoom(run=run, round=number, room=room), c.SettleRoom(run=run, round=number, room=room)),
        c.CloseRoom(run=run, round=number, room=room),
    )
