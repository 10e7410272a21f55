"""Standing rooms as facilitators lead them and as their people stop them: time, notes, a knock, a call, a pause, a soft end."""

from workshop.domain.commands import (
    AnswerKnock,
    CallFacilitator,
    CloseRoom,
    GiveRoomTime,
    GoOnRoom,
    KnockRoom,
    LockRoom,
    PauseRoom,
    PostRoomNote,
    SettleRoom,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    RoomKnocked,
    RoomLocked,
    RoomNoted,
    RoomPaused,
    RoomsEnding,
    RoomSettled,
    RoomsTimed,
    RoomWentOn,
)
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.state import begun, over, room_named, room_of, state_of, with_room
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import ENDING_SECONDS, LAST_SECONDS, Knock, Millis, RoomId
from workshop.domain.writing import note_problem

MINUTE: Millis = 60_000


def _round(session: Session, run: int, number: int) -> RoomsState | Refusal:
    state = state_of(session)
    if isinstance(stage_of(session, run), Refusal) or state is None or state.finished or state.round != number:
        return refuse("stale_stage")
    return state


def _room(session: Session, run: int, number: int, room_id: RoomId) -> Room | Refusal:
    """A room that stands and is not over, as a facilitator names it."""
    state = _round(session, run, number)
    if isinstance(state, Refusal):
        return state
    room = room_named(session, room_id)
    return refuse("rooms_changed") if room is None or over(session, room) else room


def _own_room(session: Session, run: int, number: int, context: Context) -> Room | Refusal:
    """The room of whoever taps, once people know of it and until it is over."""
    state = _round(session, run, number)
    if isinstance(state, Refusal):
        return state
    if context.actor.seat is None or not state.shown:
        return refuse("stale_stage")
    found = room_of(session, session.seat_of(context.actor.seat))
    if found is None:
        return refuse("not_here")
    return refuse("stale_stage") if over(session, found[0]) else found[0]


def lock_room(session: Session, command: LockRoom, context: Context) -> Outcome:
    room = _room(session, command.run, command.round, command.room)
    if isinstance(room, Refusal):
        return room
    return () if room.locked == command.locked else (RoomLocked(run=command.run, room=room.id, locked=command.locked),)


def give_room_time(session: Session, command: GiveRoomTime, context: Context) -> Outcome:
    """In the step that each room is in. Taking a minute leaves `LAST_SECONDS`, so that nobody is cut off in a sentence."""
    state = _round(session, command.run, command.round)
    if isinstance(state, Refusal):
        return state
    if command.minutes not in (1, -1):
        return refuse("not_permitted")
    if command.room is not None and isinstance(one := _room(session, command.run, command.round, command.room), Refusal):
        return one
    rooms = [room for room in state.rooms if command.room in (None, room.id) and begun(room) and not over(session, room)]
    changes = {room.id: _change(room, command.minutes * MINUTE, clock_now(session, context)) for room in rooms}
    by = {room: change for room, change in changes.items() if change}
    if not rooms:
        return refuse("stale_stage")
    return (RoomsTimed(run=command.run, by=by),) if by else ()


def _change(room: Room, by: Millis, now: Millis) -> Millis:
    left = room.ends_at - (now if room.paused_at is None else room.paused_at)
    return by if by > 0 else -min(-by, max(0, left - LAST_SECONDS * 1000))


def post_room_note(session: Session, command: PostRoomNote, context: Context) -> Outcome:
    room = _room(session, command.run, command.round, command.room)
    if isinstance(room, Refusal):
        return room
    if command.text == "":
        return () if room.note is None else (RoomNoted(run=command.run, room=room.id, note=None),)
    problem = note_problem(command.text)
    return refuse(problem) if problem is not None else (RoomNoted(run=command.run, room=room.id, note=command.note),)


def knock_room(session: Session, command: KnockRoom, context: Context) -> Outcome:
    """A room that calls has asked for it: there nobody is asked again."""
    room = _room(session, command.run, command.round, command.room)
    if isinstance(room, Refusal):
        return room
    if room.knock in ("knocking", "welcome"):
        return ()
    return (RoomKnocked(run=command.run, room=room.id, knock="welcome" if room.called else "knocking"),)


def answer_knock(session: Session, command: AnswerKnock, context: Context) -> Outcome:
    """Any of them answers for all; who has answered first is heard."""
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    if room.knock == "none":
        return refuse("stale_stage")
    knock: Knock = "welcome" if command.welcome else "later"
    return (RoomKnocked(run=command.run, room=room.id, knock=knock),) if room.knock == "knocking" else ()


def settle_room(session: Session, command: SettleRoom, context: Context) -> Outcome:
    room = _room(session, command.run, command.round, command.room)
    if isinstance(room, Refusal):
        return room
    return (RoomSettled(run=command.run, room=room.id),) if room.called or room.knock != "none" else ()


def pause_room(session: Session, command: PauseRoom, context: Context) -> Outcome:
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    if room.paused_at is not None:
        return ()
    return (RoomPaused(run=command.run, room=room.id, at=clock_now(session, context), called=room.called),)


def go_on_room(session: Session, command: GoOnRoom, context: Context) -> Outcome:
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    return () if room.paused_at is None else (_goes_on(session, room, command.run, context),)


def _goes_on(session: Session, room: Room, run: int, context: Context) -> RoomWentOn:
    assert room.paused_at is not None
    return RoomWentOn(run=run, room=room.id, by=max(0, clock_now(session, context) - room.paused_at))


def call_facilitator(session: Session, command: CallFacilitator, context: Context) -> Outcome:
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    if room.called == command.call:
        return ()
    if not command.call:
        return (RoomSettled(run=command.run, room=room.id),)
    since = clock_now(session, context) if room.paused_at is None else room.paused_at
    return (RoomPaused(run=command.run, room=room.id, at=since, called=True),)


def close_room(session: Session, command: CloseRoom, context: Context) -> Outcome:
    """Softly: its people are told, and have a minute. One that nobody has begun is left to Go, or to be joined with another."""
    room = _room(session, command.run, command.round, command.room)
    if isinstance(room, Refusal):
        return room
    if not begun(room):
        return refuse("rooms_changed")
    ends_at = clock_now(session, context) + ENDING_SECONDS * 1000
    return (
        ()
        if room.ending and room.paused_at is None
        else (RoomsEnding(run=command.run, rooms=(room.id,), ends_at=ends_at, last=False),)
    )


def room_locked(session: Session, event: RoomLocked, at: Millis) -> Session:
    return with_room(session, event.room, locked=event.locked)


def rooms_timed(session: Session, event: RoomsTimed, at: Millis) -> Session:
    for room_id, by in event.by.items():
        room = room_named(session, room_id)
        session = session if room is None else with_room(session, room_id, ends_at=room.ends_at + by)
    return session


def room_noted(session: Session, event: RoomNoted, at: Millis) -> Session:
    return with_room(session, event.room, note=event.note)


def room_knocked(session: Session, event: RoomKnocked, at: Millis) -> Session:
    return with_room(session, event.room, knock=event.knock)


def room_settled(session: Session, event: RoomSettled, at: Millis) -> Session:
    return with_room(session, event.room, knock="none", called=False)


def room_paused(session: Session, event: RoomPaused, at: Millis) -> Session:
    return with_room(session, event.room, paused_at=event.at, called=event.called)


def room_went_on(session: Session, event: RoomWentOn, at: Millis) -> Session:
    room = room_named(session, event.room)
    assert room is not None
    return with_room(session, event.room, paused_at=None, ends_at=room.ends_at + event.by)


DECIDE: dict[type, Decide] = {
    LockRoom: lock_room,
    GiveRoomTime: give_room_time,
    PostRoomNote: post_room_note,
    KnockRoom: knock_room,
    AnswerKnock: answer_knock,
    SettleRoom: settle_room,
    PauseRoom: pause_room,
    GoOnRoom: go_on_room,
    CallFacilitator: call_facilitator,
    CloseRoom: close_room,
}
EVOLVE: EvolveTable = {
    RoomLocked: room_locked,
    RoomsTimed: rooms_timed,
    RoomNoted: room_noted,
    RoomKnocked: room_knocked,
    RoomSettled: room_settled,
    RoomPaused: room_paused,
    RoomWentOn: room_went_on,
}
