"""Phones, awake or asleep: shown on the console, never used for anything.

A phone is asleep when no node had a proof of life from it for `asleep_after`. What a node could not know proves nothing: it counts
anew for those who were awake when it stood still, or while it did not hear the other nodes. A seat counts from when this node
first knew of it, so after a restart nobody is a ghost, and nobody who comes in is called asleep before their phone could speak.
"""

from collections.abc import Iterable

from workshop.domain.words import Millis, SeatId


class Presence:
    def __init__(self, asleep_after: Millis, stood_still: Millis) -> None:
        """`stood_still`: who did not look for longer than this did not hear anybody meanwhile."""
        self._asleep_after, self._stood_still = asleep_after, stood_still
        self._proofs: dict[SeatId, Millis] = {}
        self._counted_from: dict[SeatId, Millis] = {}
        self._asleep: frozenset[SeatId] = frozenset()
        self._looked: Millis | None = None
        self._untold: set[SeatId] = set()

    def proved(self, seat: SeatId, now: Millis) -> None:
        """A proof of life on this node; the others are to be told, even where the line is gone by then."""
        self.seen([seat], now)
        self._untold.add(seat)

    def seen(self, seats: Iterable[SeatId], at: Millis) -> None:
        """Proofs of life anywhere; one that is heard of late takes nothing back."""
        for seat in seats:
            self._proofs[seat] = max(at, self._proofs.get(seat, at))

    def look(self, seats: Iterable[SeatId], now: Millis, *, deaf: bool = False) -> frozenset[SeatId]:
        """Who of `seats` is asleep. `deaf`: another node may have heard of them, and this one does not hear of it."""
        unknown = deaf or (self._looked is not None and not 0 <= now - self._looked <= self._stood_still)
        self._looked = now
        found: set[SeatId] = set()
        for seat in seats:
            if seat not in self._counted_from or (unknown and seat not in self._asleep):
                self._counted_from[seat] = now
            if now - max(self._counted_from[seat], self._proofs.get(seat, 0)) >= self._asleep_after:
                found.add(seat)
        self._asleep = frozenset(found)
        return self._asleep

    def quiet(self, after: Millis, now: Millis) -> frozenset[SeatId]:
        """Of whom nothing was heard for `after`, of those who were looked at last."""
        return frozenset(seat for seat in self._asleep if now - max(self._counted_from[seat], self._proofs.get(seat, 0)) >= after)

    def to_tell(self) -> list[SeatId]:
        """Those with a proof of life on this node since this was asked last."""
        untold, self._untold = self._untold, set()
        return sorted(untold)
