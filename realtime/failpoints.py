"""Named places where a test may let this process die at once, as a power cut would. Off unless a setting names one.

`after_commit` or, to be choosy, `after_commit:wall_closed` (the batch holds such an event).
"""

import os
import signal
from collections.abc import Iterable

NAMES = frozenset(
    {"after_insert", "after_commit", "after_acknowledge", "after_closing", "after_handover", "after_gather", "after_closed"}
)


class Failpoints:
    def __init__(self, chosen: str | None) -> None:
        self._name, _, self._event = (chosen or "").partition(":")
        if chosen is not None and self._name not in NAMES:
            raise ValueError(f"unknown failpoint {self._name}; there are {', '.join(sorted(NAMES))}")

    def reach(self, name: str, events: Iterable[str] = ()) -> None:
        if name == self._name and (not self._event or self._event in events):
            os.kill(os.getpid(), signal.SIGKILL)
