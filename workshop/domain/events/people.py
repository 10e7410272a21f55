"""Facts about people, the door and care."""

from workshop.domain.events.scopes import ARRIVED, DESK, PEOPLE
from workshop.domain.words import CareOutcome, Event, SeatId, TextId


class SeatJoined(Event, frozen=True, tag="seat_joined"):
    touches = ARRIVED
    seat: SeatId
    alias: TextId
    mark: int
    waiting: bool = False
    """At the door until a facilitator admits them."""
    phone: bool = True


class PersonAdmitted(Event, frozen=True, tag="person_admitted"):
    touches = ARRIVED
    seat: SeatId


class PersonDeclined(Event, frozen=True, tag="person_declined"):
    touches = frozenset({"console", "seat"})
    seat: SeatId


class SeatNamed(Event, frozen=True, tag="seat_named"):
    """Another alias: the row of the old one is deleted with this fact."""

    touches = PEOPLE
    seat: SeatId
    alias: TextId
    mark: int


class SeatsMerged(Event, frozen=True, tag="seats_merged"):
    """`seat` is gone; its phone is one of `into` from now on."""

    touches = PEOPLE
    seat: SeatId
    into: SeatId


class HelpOffered(Event, frozen=True, tag="help_offered"):
    """To everybody alike, so that it singles nobody out. `number` counts the offers: each is put away by itself."""

    touches = frozenset({"shared"})
    number: int


class PersonRested(Event, frozen=True, tag="person_rested"):
    touches = PEOPLE
    seat: SeatId


class PersonReturned(Event, frozen=True, tag="person_returned"):
    touches = ARRIVED
    seat: SeatId


class PersonLeft(Event, frozen=True, tag="person_left"):
    touches = PEOPLE
    seat: SeatId


class DoorLocked(Event, frozen=True, tag="door_locked"):
    touches = DESK


class DoorUnlocked(Event, frozen=True, tag="door_unlocked"):
    touches = DESK


class CareAsked(Event, frozen=True, tag="care_asked"):
    """The row `care` names who asked; nothing here does."""

    touches = frozenset({"console", "seats"})
    care: TextId


class CareSettled(Event, frozen=True, tag="care_settled"):
    touches = frozenset({"console", "seats"})
    care: TextId
    outcome: CareOutcome
