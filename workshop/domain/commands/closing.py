"""Wishes about how a stage that asked something ends."""

from workshop.domain.answers import Answer
from workshop.domain.words import Command, Millis, NodeId, Nonce, SeatId, Value


class CloseStage(Command, frozen=True, tag="close_stage"):
    """Ends intake. The node turns it into `BeginClosing`, which names who holds answers."""

    run: int


class ReopenStage(Command, frozen=True, tag="reopen_stage"):
    """Too few people: let them answer a while longer."""

    run: int
    minutes: int


class DiscardStage(Command, frozen=True, tag="discard_stage"):
    run: int


class SpeakStage(Command, frozen=True, tag="speak_stage"):
    """Too few people: drop what was written and ask it aloud."""

    run: int


class BeginClosing(Command, frozen=True, tag="begin_closing"):
    run: int
    nodes: tuple[NodeId, ...]
    grace: Millis
    lapse: Millis


class HeldAnswer(Value, frozen=True):
    """One person's answer as a node hands it over. `counter` is the phone's own; the highest wins."""

    seat: SeatId
    counter: int
    nonce: Nonce
    answer: Answer

    def __repr__(self) -> str:
        return "<HeldAnswer>"


class CompleteClosing(Command, frozen=True, tag="complete_closing"):
    """The gathered answers, one per person. Decide checks the floor, strips the seats, shuffles, and keeps sums or cards."""

    run: int
    attempt: int
    held: tuple[HeldAnswer, ...]

    def __repr__(self) -> str:
        return f"<CompleteClosing run={self.run}>"
