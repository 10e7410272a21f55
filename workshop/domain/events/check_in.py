"""Facts about check-ins. None names a seat or says when somebody answered, and none has a number of people."""

from workshop.domain.events.scopes import BOARD, SHOWN
from workshop.domain.published import Band
from workshop.domain.words import Event, Feeling


class CheckInOpened(Event, frozen=True, tag="check_in_opened"):
    touches = SHOWN
    check_in: int


class CheckInClosed(Event, frozen=True, tag="check_in_closed"):
    touches = SHOWN
    check_in: int


class CheckInShown(Event, frozen=True, tag="check_in_shown"):
    """In words, on a beat: how many are at the low and at the high end of one of the three."""

    touches = BOARD
    check_in: int
    feeling: Feeling
    low: Band
    high: Band
