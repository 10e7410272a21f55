"""What people and facilitators of a random session might wish about their rooms."""

import random
from typing import Protocol

from tests.domain.given import FACILITATOR, Story
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.kind_states import RoomsState
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.session import Session
from workshop.domain.words import RoomId, SeatId, TextId


class Drawn(Protocol):
    """What is needed of the group."""

    dice: random.Random
    story: Story

    def somebody(self) -> SeatId: ...
    def row(self, kind: str) -> TextId: ...


def proposed(session: Session) -> bool:
    state = room_state.state_of(session)
    return state is not None and bool(state.rooms) and not state.shown


def _round(group: Drawn, state: RoomsState) -> int:
    return state.round if group.dice.random() < 0.95 else state.round + 1


def _room(group: Drawn, state: RoomsState) -> RoomId:
    rooms = [room.id for room in state.rooms]
    return group.dice.choice(rooms) if rooms and group.dice.random() < 0.95 else RoomId("elsewhere")


def wish_in_room(group: Drawn) -> tuple[c.AnyCommand, Actor] | None:
    """A tap of somebody about their own place; None where no rooms are played."""
    session, run, dice = group.story.session, group.story.run, group.dice
    state = room_state.state_of(session)
    if state is None:
        return None
    inside = [seat for room in state.rooms for seat in room.seats]
    who = dice.choice(inside) if inside and dice.random() < 0.8 else group.somebody()
    if state.away and dice.random() < 0.5:
        found_again = c.FindPartner(run=run, round=_round(group, state))
        return found_again, Actor(role="participant", seat=dice.choice(sorted(state.away)))
    number, found = _round(group, state), room_state.room_of(session, who)
    choice = c.ChooseRound(run=run, choice=dice.choice(["take_part", "take_part", "observe", "sit_out"]))
    missed = c.MissPartner(run=run, round=number, place=dice.randrange(len(found[0].places) + 1 if found else 2))
    taps: list[c.AnyCommand] = [
        *(choice, choice, missed),
        c.FindPartner(run=run, round=number),
        c.BeginRoom(run=run, round=number),
        c.PauseRoom(run=run, round=number),
        c.GoOnRoom(run=run, round=number),
        c.GoOnRoom(run=run, round=number),
        c.CallFacilitator(run=run, round=number, call=dice.random() < 0.7),
        c.AnswerKnock(run=run, round=number, welcome=dice.random() < 0.5),
        c.SealApart(id="0" * 32, sealed="sealed"),
    ]
    return dice.choice(taps), Actor(role="participant", seat=who)


def wish_about_rooms(group: Drawn) -> tuple[c.AnyCommand, Actor] | None:
    """What a facilitator does with proposed and with standing rooms."""
    session, run, dice = group.story.session, group.story.run, group.dice
    state = room_state.state_of(session)
    if state is None:
        return None
    number, room, seat = _round(group, state), _room(group, state), group.somebody()
    inside = [one for standing in state.rooms for one in standing.seats]
    other = dice.choice(inside) if inside else group.somebody()
    into = room if dice.random() < (0.5 if proposed(session) else 0.8) else None
    note = dice.choice(["", "Two more minutes", "x" * 400])
    wishes: list[c.AnyCommand] = [
        *(c.MoveSeat(run=run, round=number, seat=seat, room=into), c.MoveSeat(run=run, round=number, seat=other, room=into)),
        *([c.ExchangeSeats(run=run, round=number, one=dice.choice(inside), other=other)] * 2 if inside else []),
        c.LockRoom(run=run, round=number, room=room, locked=dice.random() < 0.8),
        c.BindPeople(one=seat, other=other, how=dice.choice(["together", "apart", "free"])),
        c.AnnounceRooms(run=run, round=number),
        c.GiveRoomTime(run=run, round=number, room=into, minutes=dice.choice([1, -1, -1, 2])),
        c.PostRoomNote(run=run, round=number, room=room, note=group.row("note"), text=note),
        c.KnockRoom(run=run, round=number, room=room),
        c.KnockRoom(run=run, round=number, room=room),
        c.SettleRoom(run=run, round=number, room=room),
        c.JoinRooms(run=run, round=number, room=room, into=_room(group, state)),
        c.CloseRoom(run=run, round=number, room=room),
        *([c.EndRoomsSoftly(run=run)] if dice.random() < 0.5 else []),
    ]
    return dice.choice(wishes), FACILITATOR
