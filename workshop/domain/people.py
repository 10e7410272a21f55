"""Seats, the door, and who is here, resting or gone. Phones are no concern of this module: a person changes only by a tap,
their own or a facilitator's for them.
"""

from msgspec import structs

from workshop.domain.commands import (
    AdmitPerson,
    ComeBack,
    DeclinePerson,
    Join,
    Leave,
    LockDoor,
    MarkPerson,
    MergeSeats,
    NameSeat,
    Rest,
    UnlockDoor,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import (
    DoorLocked,
    DoorUnlocked,
    PersonAdmitted,
    PersonDeclined,
    PersonLeft,
    PersonRested,
    PersonReturned,
    SeatJoined,
    SeatNamed,
    SeatsMerged,
)
from workshop.domain.kinds import circle
from workshop.domain.kinds.rooms.places import gone_on, without
from workshop.domain.session import Person, Session
from workshop.domain.words import Millis, PersonState, SeatId
from workshop.domain.writing import alias_problem, normalized

_MOST_PRESENT: tuple[PersonState, ...] = ("here", "resting", "waiting", "left")


def _at_the_door(session: Session) -> int:
    return sum(person.state == "waiting" for person in session.people.values())


def join(session: Session, command: Join, context: Context) -> Outcome:
    """A new seat. A taken alias gets a mark and is never refused; a late person is as welcome as an early one.

    A facilitator adds somebody without a phone through a locked door as well, and nobody needs to admit them.
    """
    if command.seat in session.people:
        return ()
    into = None if command.into is None else session.people.get(session.seat_of(command.into))
    if session.locked and context.actor.role != "facilitator":
        return refuse("door_locked")
    if into is None and session.staying() + _at_the_door(session) >= session.settings.capacity:
        return refuse("session_full")
    problem = alias_problem(normalized(command.alias))
    if problem is not None:
        return refuse(problem)
    waits = session.settings.approval and command.phone
    joined = SeatJoined(seat=command.seat, alias=command.alias_text, mark=command.mark, waiting=waits, phone=command.phone)
    # Another phone of somebody who is here already takes up no place, and what they have goes on.
    return (joined,) if into is None else (joined, SeatsMerged(seat=command.seat, into=into.seat))


def _own(session: Session, context: Context) -> Person | None:
    """Who wishes: a phone of a merged seat speaks for the person it goes on as."""
    return None if context.actor.seat is None else session.people.get(session.seat_of(context.actor.seat))


def _named(session: Session, seat: SeatId) -> Person | None:
    """The person whom a facilitator means. A merged seat is nobody any more."""
    return None if seat in session.merged else session.people.get(seat)


def rest(session: Session, command: Rest, context: Context) -> Outcome:
    person = _own(session, context)
    if person is None or person.state in ("waiting", "left"):
        return refuse("not_here")
    return () if person.state == "resting" else (PersonRested(seat=person.seat),)


def come_back(session: Session, command: ComeBack, context: Context) -> Outcome:
    """From resting, or after having left: the place was kept. Who was not let in yet comes back to the door."""
    person = _own(session, context)
    if person is None:
        return refuse("not_here")
    return (PersonReturned(seat=person.seat),) if person.state in ("resting", "left") else ()


def leave(session: Session, command: Leave, context: Context) -> Outcome:
    person = _own(session, context)
    if person is None:
        return refuse("not_here")
    return () if person.state == "left" else (PersonLeft(seat=person.seat),)


def name_seat(session: Session, command: NameSeat, context: Context) -> Outcome:
    person = _own(session, context)
    if person is None or person.state == "left":
        return refuse("not_here")
    problem = alias_problem(normalized(command.alias))
    if problem is not None:
        return refuse(problem)
    return (SeatNamed(seat=person.seat, alias=command.alias_text, mark=command.mark),)


def admit_person(session: Session, command: AdmitPerson, context: Context) -> Outcome:
    """Also who was declined, or went away from the door, before somebody looked."""
    person = _named(session, command.seat)
    if person is None:
        return refuse("unknown_person")
    return () if person.admitted else (PersonAdmitted(seat=person.seat),)


def decline_person(session: Session, command: DeclinePerson, context: Context) -> Outcome:
    """Only at the door: who was let in is never sent away by this."""
    person = _named(session, command.seat)
    if person is None:
        return refuse("unknown_person")
    if person.admitted:
        return refuse("not_permitted")
    return (PersonDeclined(seat=person.seat),) if person.state == "waiting" else ()


def mark_person(session: Session, command: MarkPerson, context: Context) -> Outcome:
    """The same facts as that person's own tap. For somebody at the door, `here` lets them in and `left` does not."""
    person = _named(session, command.seat)
    if person is None:
        return refuse("unknown_person")
    if command.state == "waiting":
        return refuse("not_permitted")
    if person.state == command.state:
        return ()
    if command.state == "left":
        return (PersonLeft(seat=person.seat) if person.admitted else PersonDeclined(seat=person.seat),)
    if command.state == "here":
        return (PersonReturned(seat=person.seat) if person.admitted else PersonAdmitted(seat=person.seat),)
    return (PersonRested(seat=person.seat),) if person.admitted else refuse("not_here")


def merge_seats(session: Session, command: MergeSeats, context: Context) -> Outcome:
    same = command.seat == command.into
    if same or _named(session, command.seat) is None or _named(session, command.into) is None:
        return refuse("unknown_person")
    return (SeatsMerged(seat=command.seat, into=command.into),)


def lock_door(session: Session, command: LockDoor, context: Context) -> Outcome:
    return () if session.locked else (DoorLocked(),)


def unlock_door(session: Session, command: UnlockDoor, context: Context) -> Outcome:
    return (DoorUnlocked(),) if session.locked else ()


def _changed(session: Session, seat: SeatId, **changes: object) -> Session:
    person = structs.replace(session.people[seat], **changes)
    return structs.replace(session, people={**session.people, seat: person})


def _arrived(session: Session, seat: SeatId, at: Millis) -> Session:
    """A running round keeps a turn for whoever comes while it goes on."""
    return circle.joined(session, seat, at) if session.people[seat].state == "here" else session


def _gone(session: Session, seat: SeatId, at: Millis) -> Session:
    return circle.without(without(session, seat), seat, at)


def seat_joined(session: Session, event: SeatJoined, at: Millis) -> Session:
    person = Person(
        seat=event.seat,
        alias=event.alias,
        mark=event.mark,
        state="waiting" if event.waiting else "here",
        phone=event.phone,
        admitted=not event.waiting,
    )
    return _arrived(structs.replace(session, people={**session.people, event.seat: person}), event.seat, at)


def person_admitted(session: Session, event: PersonAdmitted, at: Millis) -> Session:
    return _arrived(_changed(session, event.seat, state="here", admitted=True), event.seat, at)


def person_declined(session: Session, event: PersonDeclined, at: Millis) -> Session:
    return _changed(session, event.seat, state="left")


def seat_named(session: Session, event: SeatNamed, at: Millis) -> Session:
    return _changed(session, event.seat, alias=event.alias, mark=event.mark)


def seats_merged(session: Session, event: SeatsMerged, at: Millis) -> Session:
    """The turn and the place in a room of `seat` are over; `into` keeps its own, but nobody gets a second turn for a second seat.
    Who was let in once need not wait at the door with another phone.
    """
    old, into = session.people[event.seat], session.people[event.into]
    admitted = old.admitted or into.admitted
    state = min(old.state, into.state, key=_MOST_PRESENT.index)
    if admitted and "waiting" in (old.state, into.state):
        state = "here"
    merged = without(_changed(session, event.seat, state="left"), event.seat)
    merged = circle.merged(merged, event.seat, event.into, at)
    merged = gone_on(merged, event.seat, event.into)
    merged = structs.replace(merged, merged={**merged.merged, event.seat: event.into})
    merged = _changed(merged, event.into, state=state, phone=old.phone or into.phone, admitted=admitted)
    return merged if into.state == "here" else _arrived(merged, event.into, at)


def person_rested(session: Session, event: PersonRested, at: Millis) -> Session:
    return _gone(_changed(session, event.seat, state="resting"), event.seat, at)


def person_returned(session: Session, event: PersonReturned, at: Millis) -> Session:
    admitted = session.people[event.seat].admitted
    return _arrived(_changed(session, event.seat, state="here" if admitted else "waiting"), event.seat, at)


def person_left(session: Session, event: PersonLeft, at: Millis) -> Session:
    return _gone(_changed(session, event.seat, state="left"), event.seat, at)


def door_locked(session: Session, event: DoorLocked, at: Millis) -> Session:
    return structs.replace(session, locked=True)


def door_unlocked(session: Session, event: DoorUnlocked, at: Millis) -> Session:
    return structs.replace(session, locked=False)


DECIDE: dict[type, Decide] = {
    Join: join,
    Rest: rest,
    ComeBack: come_back,
    Leave: leave,
    NameSeat: name_seat,
    AdmitPerson: admit_person,
    DeclinePerson: decline_person,
    MarkPerson: mark_person,
    MergeSeats: merge_seats,
    LockDoor: lock_door,
    UnlockDoor: unlock_door,
}
EVOLVE: EvolveTable = {
    SeatJoined: seat_joined,
    PersonRested: person_rested,
    PersonReturned: person_returned,
    PersonLeft: person_left,
    PersonAdmitted: person_admitted,
    PersonDeclined: person_declined,
    SeatNamed: seat_named,
    SeatsMerged: seats_merged,
    DoorLocked: door_locked,
    DoorUnlocked: door_unlocked,
}
