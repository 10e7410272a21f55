"""Facts about the group's agreements."""

from workshop.domain.events.scopes import SHOWN
from workshop.domain.words import Event, LineId, Nonce


class LinesCollected(Event, frozen=True, tag="lines_collected"):
    """Proposed agreements, shuffled, for the facilitator; writing goes on."""

    touches = frozenset({"shared", "receipts", "console", "screen"})
    run: int
    attempt: int
    lines: tuple[LineId, ...]
    receipts: tuple[Nonce, ...]


class LineApproved(Event, frozen=True, tag="line_approved"):
    touches = SHOWN
    run: int
    line: LineId


class LineHidden(Event, frozen=True, tag="line_hidden"):
    touches = SHOWN
    run: int
    line: LineId


class LinesQuestioned(Event, frozen=True, tag="lines_questioned"):
    """The lines that have an open question now, all of them."""

    touches = SHOWN
    run: int
    lines: tuple[LineId, ...]


class LinesKept(Event, frozen=True, tag="lines_kept"):
    touches = SHOWN
    run: int
    lines: tuple[LineId, ...]
