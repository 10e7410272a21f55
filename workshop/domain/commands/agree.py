"""Wishes about the group's agreements."""

from workshop.domain.words import Command, LineId


class CollectLines(Command, frozen=True, tag="collect_lines"):
    """Gather the agreement lines that people wrote. The node turns it into `BeginClosing`; writing goes on afterwards."""

    run: int


class ApproveLine(Command, frozen=True, tag="approve_line"):
    run: int
    line: LineId


class HideLine(Command, frozen=True, tag="hide_line"):
    run: int
    line: LineId


class AdoptLines(Command, frozen=True, tag="adopt_lines"):
    """Keep these lines. The node adds which of them have an open question and turns it into `KeepLines`."""

    run: int
    lines: tuple[LineId, ...]


class KeepLines(Command, frozen=True, tag="keep_lines"):
    """`AdoptLines` with what only the nodes' memory knows: which lines of the stage have an open question now."""

    run: int
    lines: tuple[LineId, ...]
    questioned: tuple[LineId, ...]


class QuestionLines(Command, frozen=True, tag="question_lines"):
    """All lines that have an open question now: yes or no, never how many."""

    run: int
    lines: tuple[LineId, ...]
