"""Wishes about turns in the whole group."""

from workshop.domain.words import Command


class StartCircle(Command, frozen=True, tag="start_circle"):
    """Draws the order of everybody who is here."""

    run: int


class EndTurn(Command, frozen=True, tag="end_turn"):
    """From the person whose turn it is or from a facilitator. Passing is this very wish, so that nobody can tell them apart."""

    run: int
    turn: int


class PutLater(Command, frozen=True, tag="put_later"):
    """Whose turn it is goes to the end of the order."""

    run: int
    turn: int


class GiveTime(Command, frozen=True, tag="give_time"):
    run: int
    turn: int
    seconds: int


class AskForChair(Command, frozen=True, tag="ask_for_chair"):
    """A chair in the fishbowl: at once if one is free, else next in the queue."""

    run: int


class LeaveChair(Command, frozen=True, tag="leave_chair"):
    """Out of the fishbowl, or out of its queue."""

    run: int


class FreeChair(Command, frozen=True, tag="free_chair"):
    """A facilitator asks whoever has sat longest to let somebody in. `turn` is the one they saw: two who tap at once send one out."""

    run: int
    turn: int


class EndCircle(Command, frozen=True, tag="end_circle"):
    run: int
