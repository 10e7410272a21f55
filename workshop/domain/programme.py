"""A session as one of a series: what everybody sees of it, and what it leaves to the next one."""

from collections.abc import Mapping

from workshop.domain.parts import ProgrammeView
from workshop.domain.session import Session
from workshop.domain.words import SeatId


def view(session: Session) -> ProgrammeView | None:
    place = session.plan.programme
    if place is None:
        return None
    return ProgrammeView(
        title=place.title, number=place.number, of=place.of, focus=place.focus, since=place.since, until=place.until
    )


def kept_words(session: Session, texts: Mapping[str, str]) -> tuple[str, ...]:
    """What the group keeps; a line whose row was taken back is not there."""
    words = (one.words if one.words is not None else texts.get(one.id) for one in session.agreements)
    return tuple(word for word in words if word is not None)


def to_carry(session: Session, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The agreements that the next session begins with, each once: a first session that is played again makes the same promises."""
    return tuple(dict.fromkeys(kept_words(session, texts)))


def met(session: Session, pseudonyms: Mapping[SeatId, str]) -> dict[tuple[str, str], int]:
    """Who was with whom and in how many rooms, as pairs of pseudonyms with the smaller one first. `pseudonyms`: of seats that have one.

    Several seats of one person are one; a person none of whose seats has a pseudonym is in no pair.
    """
    people: dict[SeatId, str] = {}
    for seat in session.people:
        own = session.seat_of(seat)
        # The seat that the others go on as comes first; then those of its other phones.
        named = pseudonyms.get(own) or pseudonyms.get(seat)
        if named:
            people.setdefault(own, named)
    met: dict[tuple[str, str], int] = {}
    for (first, second), rooms in session.met.items():
        one, other = people.get(session.seat_of(first)), people.get(session.seat_of(second))
        if one is not None and other is not None and one != other:
            pair = (min(one, other), max(one, other))
            met[pair] = met.get(pair, 0) + rooms
    return met
