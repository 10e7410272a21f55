"""Slowing down guesses. Only failures count, so a whole workshop behind one address joins unhindered.

In process and without Redis, hence per node: with k nodes an attacker has k times the guesses, and code lengths allow for that.
"""

import ipaddress
from collections import Counter, deque

from workshop.domain.words import Millis

UNKNOWN = "unknown"
"""Callers without a readable address share one count."""


class Limiter:
    """Failed tries of the last `window_ms`: at most `per_address` from one place and `over_all` from everywhere.

    One place is an IPv4 address or an IPv6 /64, which is what one household or server is given. Memory is bounded by
    `over_all` entries: when they are used up nothing is allowed, and a failure that was already under way pushes the oldest out.
    """

    def __init__(self, *, per_address: int, over_all: int, window_ms: Millis) -> None:
        if not 0 < per_address <= over_all or window_ms <= 0:
            raise ValueError("a limiter needs 0 < per_address <= over_all and a window")
        self.per_address = per_address
        self.over_all = over_all
        self.window_ms = window_ms
        self._failures: deque[tuple[Millis, str]] = deque()
        self._by_place: Counter[str] = Counter()

    def allowed(self, address: str, now: Millis) -> bool:
        """Whether a try from `address` may be looked at. Ask before checking the code, so that a refused guess learns nothing."""
        self._forget(now)
        return len(self._failures) < self.over_all and self._by_place[place_of(address)] < self.per_address

    def failed(self, address: str, now: Millis) -> None:
        self._forget(now)
        if len(self._failures) == self.over_all:
            self._drop_oldest()
        place = place_of(address)
        self._failures.append((now, place))
        self._by_place[place] += 1

    def _forget(self, now: Millis) -> None:
        while self._failures and self._failures[0][0] <= now - self.window_ms:
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        _, place = self._failures.popleft()
        self._by_place[place] -= 1
        if not self._by_place[place]:
            del self._by_place[place]


def place_of(address: str) -> str:
    """The count an address belongs to: `192.0.2.7` itself, `2001:db8:1:2::/64` for every address of that network."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(parsed) >> 64 << 64, 64)))
