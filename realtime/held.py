"""Answers until their stage closes: in this node's memory and nowhere else.

Per stage run and person the newest wins (`Place`). The nonce is a receipt of its own; it stays with the person's answer through
every change, and comes back with the sealed receipt when the phone repeats the answer to another node.
"""

from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct

from realtime.secrets import new_nonce
from workshop.domain.answers import TakenBack
from workshop.domain.commands import HeldAnswer
from workshop.domain.words import Millis, Nonce, SeatId


class Place(Struct, frozen=True):
    """Where something that a person sent stands among what else they sent.

    A copy may stand on two nodes, when a line broke before the receipt came: of one phone the higher counter is the newer one, and of
    equal ones what came through the newer socket, because its receipt is the one that the phone has. Two phones of one person
    count for themselves: there the newer socket goes first.
    """

    phone: SeatId
    """Whose key the socket showed."""
    counter: int
    since: Millis
    """When the socket that brought it entered, by the wall clock."""

    def __repr__(self) -> str:
        return "<Place>"

    def newer_than(self, other: "Place") -> bool:
        if self.phone == other.phone:
            return (self.counter, self.since) > (other.counter, other.since)
        return (self.since, self.counter, self.phone) > (other.since, other.counter, other.phone)

    def replaces(self, known: "Place") -> bool:
        """Whether it is kept instead of `known` when it arrives: the same phone may say the same again."""
        return self.counter >= known.counter if self.phone == known.phone else self.newer_than(known)


class Kept(Struct, frozen=True):
    """One person's answer, and its place."""

    answer: HeldAnswer
    since: Millis
    phone: SeatId

    @property
    def place(self) -> Place:
        return Place(self.phone, self.answer.counter, self.since)

    def __repr__(self) -> str:
        return "<Kept>"


class Taken(Struct, frozen=True):
    nonce: Nonce
    newcomer: bool
    """This node did not hold anything of this person before."""
    another_socket: bool
    """It came through a socket that had brought none yet: another node may hold an older copy."""


class HeldAnswers:
    """The answers of one stage run on this node."""

    def __init__(self, run: int) -> None:
        self.run = run
        self._by_seat: dict[SeatId, Kept] = {}

    def __repr__(self) -> str:
        return f"<HeldAnswers run={self.run} of {len(self._by_seat)}>"

    def take(self, held: HeldAnswer, since: Millis, phone: SeatId, shown: Nonce | None) -> Taken:
        """Keeps it unless something newer of the same person is here. An older one is answered like the newer.

        `shown` is the nonce of the receipt that came with it: it stays the answer's, because the phone knows it for sure.
        """
        known = self._by_seat.get(held.seat)
        if known is not None and not Place(phone, held.counter, since).replaces(known.place):
            return Taken(nonce=known.answer.nonce, newcomer=False, another_socket=False)
        nonce = shown or (held.nonce if known is None else known.answer.nonce)
        self._by_seat[held.seat] = Kept(msgspec.structs.replace(held, nonce=nonce), since, phone)
        return Taken(nonce=nonce, newcomer=known is None, another_socket=known is None or known.since != since)

    def place_of(self, seat: SeatId) -> Place | None:
        known = self._by_seat.get(seat)
        return None if known is None else known.place

    def dropped(self, seat: SeatId, place: Place) -> bool:
        """Another node took this person's answer over: the older copy goes. True if there was one."""
        known = self._by_seat.get(seat)
        if known is None or known.place.newer_than(place):
            return False
        del self._by_seat[seat]
        return True

    def adopt(self, many: Iterable[Kept]) -> None:
        for one in many:
            known = self._by_seat.get(one.answer.seat)
            if known is None or one.place.newer_than(known.place):
                self._by_seat[one.answer.seat] = one

    def merge(self, seat_of: Callable[[SeatId], SeatId]) -> None:
        """Two seats turned out to be one person: the newer answer of the two is theirs."""
        moved = [seat for seat in self._by_seat if seat_of(seat) != seat]
        for seat in moved:
            kept = self._by_seat.pop(seat)
            self.adopt([_as(kept, seat_of(seat))])

    def count(self) -> int:
        """People whose answer or pass is here."""
        return sum(not isinstance(one.answer.answer, TakenBack) for one in self._by_seat.values())

    def all(self) -> tuple[Kept, ...]:
        return tuple(self._by_seat.values())


def _as(kept: Kept, seat: SeatId) -> Kept:
    return msgspec.structs.replace(kept, answer=msgspec.structs.replace(kept.answer, seat=seat))


def one_per_person(many: Iterable[Kept], seat_of: Callable[[SeatId], SeatId]) -> tuple[HeldAnswer, ...]:
    """What all nodes hold together, one answer for each person, whichever of their seats they gave it as."""
    together = HeldAnswers(0)
    together.adopt(_as(kept, seat_of(kept.answer.seat)) for kept in many)
    return tuple(one.answer for one in together.all())


def fresh_nonce() -> Nonce:
    return new_nonce()
