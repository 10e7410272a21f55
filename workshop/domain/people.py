"""Seats, the door, and who is here, resting or gone. Phones are no concern of this module: a person changes only by a tap."""

from msgspec import structs

from workshop.domain.commands import ComeBack, Join, Leave, LockDoor, Rest, UnlockDoor
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import DoorLocked, DoorUnlocked, PersonLeft, PersonRested, PersonReturned, SeatJoined
from workshop.domain.kinds import rooms
from workshop.domain.session import Person, Session
from workshop.domain.words import Millis, PersonState, SeatId
from workshop.domain.writing import alias_problem, normalized


def join(session: Session, command: Join, context: Context) -> Outcome:
    """A new seat. A taken alias gets a mark and is never refused; a late person is as welcome as an early one."""
    if command.seat in session.people:
        return ()
    if session.locked:
        return refuse("door_locked")
    if session.staying() >= session.settings.capacity:
        return refuse("session_full")
    problem = alias_problem(normalized(command.alias))
    if problem is not None:
        return refuse(problem)
    return (SeatJoined(seat=command.seat, alias=command.alias_text, mark=command.mark),)


def _person_state(session: Session, context: Context) -> PersonState | None:
    person = session.people.get(context.actor.seat) if context.actor.seat is not None else None
    return None if person is None else person.state


def rest(session: Session, command: Rest, context: Context) -> Outcome:
    match _person_state(session, context):
        case "here":
            assert context.actor.seat is not None
            return (PersonRested(seat=context.actor.seat),)
        case "resting":
            return ()
        case _:
            return refuse("not_here")


def come_back(session: Session, command: ComeBack, context: Context) -> Outcome:
    """From resting, or after having left: the place was kept."""
    match _person_state(session, context):
        case "resting" | "left":
            assert context.actor.seat is not None
            return (PersonReturned(seat=context.actor.seat),)
        case "here":
            return ()
        case _:
            return refuse("not_here")


def leave(session: Session, command: Leave, context: Context) -> Outcome:
    match _person_state(session, context):
        case "here" | "resting":
            assert context.actor.seat is not None
            return (PersonLeft(seat=context.actor.seat),)
        case "left":
            return ()
        case _:
            return refuse("not_here")


def lock_door(session: Session, command: LockDoor, context: Context) -> Outcome:
    return () if session.locked else (DoorLocked(),)


def unlock_door(session: Session, command: UnlockDoor, context: Context) -> Outcome:
    return (DoorUnlocked(),) if session.locked else ()


def seat_joined(session: Session, event: SeatJoined, at: Millis) -> Session:
    person = Person(seat=event.seat, alias=event.alias, mark=event.mark, state="here")
    return structs.replace(session, people={**session.people, event.seat: person})


def _with_person(session: Session, seat: SeatId, state: PersonState) -> Session:
    person = structs.replace(session.people[seat], state=state)
    return structs.replace(session, people={**session.people, seat: person})


def person_rested(session: Session, event: PersonRested, at: Millis) -> Session:
    return rooms.without(_with_person(session, event.seat, "resting"), event.seat)


def person_returned(session: Session, event: PersonReturned, at: Millis) -> Session:
    return _with_person(session, event.seat, "here")


def person_left(session: Session, event: PersonLeft, at: Millis) -> Session:
    return rooms.without(_with_person(session, event.seat, "left"), event.seat)


def door_locked(session: Session, event: DoorLocked, at: Millis) -> Session:
    return structs.replace(session, locked=True)


def door_unlocked(session: Session, event: DoorUnlocked, at: Millis) -> Session:
    return structs.replace(session, locked=False)


DECIDE: dict[type, Decide] = {
    Join: join,
    Rest: rest,
    ComeBack: come_back,
    Leave: leave,
    LockDoor: lock_door,
    UnlockDoor: unlock_door,
}
EVOLVE: EvolveTable = {
    SeatJoined: seat_joined,
    PersonRested: person_rested,
    PersonReturned: person_returned,
    PersonLeft: person_left,
    DoorLocked: door_locked,
    DoorUnlocked: door_unlocked,
}
