"""A short list of promises that the group makes itself: collected, approved, supported or questioned, kept.

Proposed lines are held like answers and collected by a facilitator; support and questions are gauges, known only as totals.
"""

from collections.abc import Mapping

from workshop.domain.deciding import Decide, EvolveTable
from workshop.domain.parts import AgreeView, InputView, LineView, QueueLineView
from workshop.domain.plan import StageTemplate
from workshop.domain.session import AgreeState
from workshop.domain.words import LINE_LENGTH, LineId

START = "start-"


def start_lines(template: StageTemplate) -> tuple[LineId, ...]:
    return tuple(LineId(f"{START}{number}") for number in range(len(template.start)))


def words_of(template: StageTemplate, line: LineId, texts: Mapping[str, str]) -> str | None:
    """The template's words or the row's; None where the row was taken back."""
    return template.start[int(line.removeprefix(START))] if line.startswith(START) else texts.get(line)


def view(template: StageTemplate, state: AgreeState, texts: Mapping[str, str]) -> AgreeView:
    lines: list[LineView] = []
    for line in state.lines:
        words = words_of(template, line, texts)
        if words is not None:
            support = None if state.totals_at is None else state.totals.get(f"support:{line}", 0)
            question = line in state.questioned
            lines.append(LineView(id=line, text=words, support=support, question=question, kept=line in state.kept))
    return AgreeView(lines=tuple(lines), propose=template.propose, input=InputView(type="text", max=LINE_LENGTH))


def queue_view(template: StageTemplate, state: AgreeState, texts: Mapping[str, str]) -> tuple[QueueLineView, ...]:
    """For facilitators only: what was proposed, and what became of every line."""

    def one(line: LineId, text: str) -> QueueLineView:
        question = line in state.questioned
        if line in state.kept:
            return QueueLineView(id=line, text=text, state="kept", question=question)
        if line in state.lines:
            return QueueLineView(id=line, text=text, state="shown", question=question)
        return QueueLineView(id=line, text=text, state="hidden" if line in state.hidden else "proposed", question=question)

    known = ((line, words_of(template, line, texts)) for line in (*state.proposed, *state.lines, *state.hidden))
    return tuple(one(line, words) for line, words in known if words is not None)


DECIDE: dict[type, Decide] = {}
EVOLVE: EvolveTable = {}
