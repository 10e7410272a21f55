"""Wishes about check-ins: how people are just now, asked beside whatever is played."""

from workshop.domain.words import Command, Feeling


class OpenCheckIn(Command, frozen=True, tag="open_check_in"):
    """`after`: how many check-ins this session had before. Two facilitators who tap at once open one."""

    after: int


class CloseCheckIn(Command, frozen=True, tag="close_check_in"):
    check_in: int
    """Which one, from 1."""


class ShowCheckIn(Command, frozen=True, tag="show_check_in"):
    """How many people chose each step for one of the three, on all nodes.

    `people` have answered it, `changes` of them otherwise than when words for it were shown last, in this check-in or an earlier one.
    """

    check_in: int
    feeling: Feeling
    counts: tuple[int, ...]
    people: int
    changes: int

    def __repr__(self) -> str:
        return f"<ShowCheckIn {self.check_in}>"
