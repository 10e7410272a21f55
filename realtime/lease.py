"""How long ago another node may have renewed its hold on a session and still count as living.

A node renews in SQL. While SQL is away nobody can, and when it comes back every row looks lapsed: whoever asked first would close a
stage over the heads of living nodes and lose what they hold. So the time in which this node itself could not renew does not count,
and the others get one more lapse to renew theirs.
"""

import time
from collections.abc import Callable

from workshop.domain.words import Millis


class Lease:
    def __init__(self, lapse: Millis, renew_every: Millis, now: Callable[[], float] = time.monotonic) -> None:
        """`lapse` and `renew_every` in wall milliseconds; `now` in seconds, monotonic."""
        self._lapse, self._renew_every, self._now = lapse, renew_every, now
        self._renewed = now()
        self._outage: Millis = 0
        self._outage_until = self._renewed
        """Until when the last outage still excuses others."""

    def renewed(self) -> None:
        """This node renewed everything it holds."""
        away = self._away()
        self._renewed = self._now()
        if away > 0:
            self._outage, self._outage_until = max(away, self._excused()), self._renewed + self._lapse / 1000

    @property
    def lapse(self) -> Millis:
        """Who renewed within this time by the database's clock lives."""
        return self._lapse + max(self._away(), self._excused())

    def _excused(self) -> Millis:
        return self._outage if self._now() < self._outage_until else 0

    def _away(self) -> Millis:
        """For how long this node should have renewed and could not."""
        return max(0, round((self._now() - self._renewed) * 1000) - 2 * self._renew_every)
