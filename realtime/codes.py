"""Why a socket was closed: one table of code, reason, and whether the phone may come back by itself.

4000–4099 may reconnect; 4400–4499 may not without something new (a key, a ticket, a newer page).
"""

from enum import Enum


class Close(Enum):
    """Members are (code, reason, may_reconnect)."""

    BYE = (4000, "this server is going away", True)
    SLOW = (4001, "too far behind; start again with a fresh view", True)
    OVERTAKEN = (4002, "this seat went on elsewhere", False)
    BUSY = (4005, "the server could not look that up now; try again", True)
    MALFORMED = (4400, "a frame was not understood", False)
    UNPROVED = (4401, "no valid key or ticket", False)
    PROTOCOL = (4402, "this page speaks another version; reload it", False)
    ENDED = (4410, "the session has ended", False)
    TOO_MANY = (4429, "too many frames", True)

    @property
    def code(self) -> int:
        return self.value[0]

    @property
    def reason(self) -> str:
        return self.value[1]

    @property
    def may_reconnect(self) -> bool:
        return self.value[2]
