"""Answers until their stage closes: in this node's memory and nowhere else.

Per stage run and person the highest counter wins. The nonce is a receipt of its own; it stays with the person's answer through
every change, and comes back with the sealed receipt when the phone repeats the answer to another node.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from realtime.secrets import new_nonce
from workshop.domain.answers import TakenBack
from workshop.domain.commands import HeldAnswer
from workshop.domain.words import Nonce, SeatId

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[tuple[HeldAnswer, ...]] = msgspec.msgpack.Decoder(tuple[HeldAnswer, ...])


class Taken(Struct, frozen=True):
    nonce: Nonce
    newcomer: bool
    """This node did not hold anything of this person before."""


class HeldAnswers:
    """The answers of one stage run on this node."""

    def __init__(self, run: int) -> None:
        self.run = run
        self._by_seat: dict[SeatId, HeldAnswer] = {}

    def __repr__(self) -> str:
        return f"<HeldAnswers run={self.run} of {len(self._by_seat)}>"

    def take(self, held: HeldAnswer) -> Taken:
        """Keeps it unless something newer of the same person is here. An older one is answered like the newer."""
        known = self._by_seat.get(held.seat)
        if known is None or held.counter >= known.counter:
            nonce = known.nonce if known is not None else held.nonce
            self._by_seat[held.seat] = msgspec.structs.replace(held, nonce=nonce)
            return Taken(nonce=nonce, newcomer=known is None)
        return Taken(nonce=known.nonce, newcomer=False)

    def holds(self, seat: SeatId) -> bool:
        return seat in self._by_seat

    def dropped(self, seat: SeatId, counter: int) -> bool:
        """Another node took this person's answer over: the older copy goes. True if there was one."""
        known = self._by_seat.get(seat)
        if known is None or known.counter > counter:
            return False
        del self._by_seat[seat]
        return True

    def adopt(self, many: Iterable[HeldAnswer]) -> None:
        for one in many:
            known = self._by_seat.get(one.seat)
            if known is None or one.counter > known.counter:
                self._by_seat[one.seat] = one

    def count(self) -> int:
        """People whose answer or pass is here."""
        return sum(not isinstance(one.answer, TakenBack) for one in self._by_seat.values())

    def all(self) -> tuple[HeldAnswer, ...]:
        return tuple(self._by_seat.values())


def pack(held: Iterable[HeldAnswer]) -> bytes:
    """Only ever sealed before it leaves this process."""
    return _encoder.encode(tuple(held))


def unpack(content: bytes) -> tuple[HeldAnswer, ...]:
    return _decoder.decode(content)


def fresh_nonce() -> Nonce:
    return new_nonce()
