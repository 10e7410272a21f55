"""Answers until their stage closes: in this node's memory and nowhere else.

Per stage run and person the highest counter wins. The nonce is a receipt of its own; it stays with the person's answer through
every change, and comes back with the sealed receipt when the phone repeats the answer to another node.
"""

from collections.abc import Callable, Iterable

import msgspec
from msgspec import Struct

from realtime.secrets import new_nonce
from workshop.domain.answers import TakenBack
from workshop.domain.commands import HeldAnswer
from workshop.domain.words import Millis, Nonce, SeatId


class Kept(Struct, frozen=True):
    """One person's answer, and since when the socket that brought it was there (wall time).

    A copy may stand on two nodes, when a line broke before the receipt came: the newer answer wins, and of equal ones the one
    that came through the newer socket, because its receipt is the one that the phone has.
    """

    answer: HeldAnswer
    since: Millis

    @property
    def place(self) -> tuple[int, Millis]:
        """The higher one is the one that counts."""
        return self.answer.counter, self.since

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

    def take(self, held: HeldAnswer, since: Millis, shown: Nonce | None) -> Taken:
        """Keeps it unless something newer of the same person is here. An older one is answered like the newer.

        `shown` is the nonce of the receipt that came with it: it stays the answer's, because the phone knows it for sure.
        """
        known = self._by_seat.get(held.seat)
        if known is not None and held.counter < known.answer.counter:
            return Taken(nonce=known.answer.nonce, newcomer=False, another_socket=False)
        nonce = shown or (held.nonce if known is None else known.answer.nonce)
        self._by_seat[held.seat] = Kept(msgspec.structs.replace(held, nonce=nonce), since)
        return Taken(nonce=nonce, newcomer=known is None, another_socket=known is None or known.since != since)

    def place_of(self, seat: SeatId) -> tuple[int, Millis] | None:
        known = self._by_seat.get(seat)
        return None if known is None else known.place

    def dropped(self, seat: SeatId, place: tuple[int, Millis]) -> bool:
        """Another node took this person's answer over: the older copy goes. True if there was one."""
        known = self._by_seat.get(seat)
        if known is None or known.place > place:
            return False
        del self._by_seat[seat]
        return True

    def adopt(self, many: Iterable[Kept]) -> None:
        for one in many:
            known = self._by_seat.get(one.answer.seat)
            if known is None or one.place > known.place:
                self._by_seat[one.answer.seat] = one

    def merge(self, seat_of: Callable[[SeatId], SeatId]) -> None:
        """Two seats turned out to be one person: the newer answer of the two is theirs."""
        moved = [seat for seat in self._by_seat if seat_of(seat) != seat]
        for seat in moved:
            kept = self._by_seat.pop(seat)
            self.adopt([Kept(msgspec.structs.replace(kept.answer, seat=seat_of(seat)), kept.since)])

    def count(self) -> int:
        """People whose answer or pass is here."""
        return sum(not isinstance(one.answer.answer, TakenBack) for one in self._by_seat.values())

    def all(self) -> tuple[Kept, ...]:
        return tuple(self._by_seat.values())


def one_per_person(many: Iterable[Kept]) -> tuple[HeldAnswer, ...]:
    """What all nodes hold together, one answer for each person."""
    together = HeldAnswers(0)
    together.adopt(many)
    return tuple(one.answer for one in together.all())


def fresh_nonce() -> Nonce:
    return new_nonce()
