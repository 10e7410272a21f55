"""Phones, awake or asleep: shown on the console, never used for anything.

A phone is asleep when no node had a proof of life from it for `asleep_after`. After a restart nobody is a ghost: every seat
counts as seen at the moment this node opened the session.
"""

from collections.abc import Iterable

from workshop.domain.words import Millis, SeatId


class Presence:
    def __init__(self, asleep_after: Millis, opened: Millis) -> None:
        self._asleep_after = asleep_after
        self._opened = opened
        self._seen: dict[SeatId, Millis] = {}

    def seen(self, seats: Iterable[SeatId], now: Millis) -> None:
        for seat in seats:
            self._seen[seat] = now

    def asleep(self, seats: Iterable[SeatId], now: Millis) -> frozenset[SeatId]:
        return frozenset(seat for seat in seats if now - self._seen.get(seat, self._opened) >= self._asleep_after)

    def recently(self, seats: Iterable[SeatId], since: Millis) -> list[SeatId]:
        """Those with a proof of life at or after `since`."""
        return [seat for seat in seats if self._seen.get(seat, -1) >= since]
