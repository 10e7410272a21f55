"""A short list of promises that the group makes itself: collected, approved, supported or questioned, kept.

Proposed lines are held like answers and collected by a facilitator; support and questions are gauges, known only as totals.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import structs

from workshop.domain.answers import Answer, TextAnswer
from workshop.domain.commands import ApproveLine, HideLine, KeepLines, QuestionLines
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import AnyEvent, LineApproved, LineHidden, LinesCollected, LinesKept, LinesQuestioned
from workshop.domain.kind_states import AgreeState
from workshop.domain.parts import AgreeView, InputView, LineView, QueueLineView
from workshop.domain.plan import StageTemplate, TextInput
from workshop.domain.refusals import Refusal
from workshop.domain.session import Agreement, Session, Stage, rows_of_words, with_stage
from workshop.domain.signals import SignalsOf, no_signals
from workshop.domain.words import LINE_LENGTH, CardId, LineId, Millis, Nonce

START = "start-"
PROPOSAL = TextInput(max=LINE_LENGTH)
"""What a proposed line may be; the template has no input of its own."""


def start_lines(template: StageTemplate) -> tuple[LineId, ...]:
    return tuple(LineId(f"{START}{number}") for number in range(len(template.start)))


def words_of(template: StageTemplate, line: LineId, texts: Mapping[str, str]) -> str | None:
    """The template's words or the row's; None where the row was taken back."""
    return template.start[int(line.removeprefix(START))] if line.startswith(START) else texts.get(line)


def opened(template: StageTemplate) -> AgreeState:
    return AgreeState(lines=start_lines(template))


def collect(session: Session, stage: Stage, answers: Sequence[Answer], receipts: tuple[Nonce, ...]) -> tuple[AnyEvent, ...]:
    """The lines, in the order that `answers` was shuffled into. An id that was there before is dropped.

    Also one that another row of words has: one line that cannot be kept would keep all the others from being collected.
    """
    taken = rows_of_words(session)
    lines: list[LineId] = []
    for answer in answers:
        if isinstance(answer, TextAnswer) and answer.card not in taken and LineId(answer.card) not in lines:
            lines.append(LineId(answer.card))
    return (LinesCollected(run=stage.run, attempt=stage.attempts, lines=tuple(lines), receipts=receipts),)


def state_of(session: Session) -> AgreeState | None:
    kind = session.stage.kind if session.stage else None
    return kind if isinstance(kind, AgreeState) else None


def _agree(session: Session, run: int) -> AgreeState | Refusal:
    stage = stage_of(session, run)
    if isinstance(stage, Refusal):
        return stage
    return stage.kind if isinstance(stage.kind, AgreeState) else refuse("stale_stage")


def approve_line(session: Session, command: ApproveLine, context: Context) -> Outcome:
    state = _agree(session, command.run)
    if isinstance(state, Refusal):
        return state
    if command.line in state.lines:
        return ()
    if command.line not in (*state.proposed, *state.hidden):
        return refuse("unknown_line")
    return (LineApproved(run=command.run, line=command.line),)


def hide_line(session: Session, command: HideLine, context: Context) -> Outcome:
    """Not shown, or taken off the list again. One that was kept is kept no longer."""
    state = _agree(session, command.run)
    if isinstance(state, Refusal):
        return state
    if command.line in state.hidden:
        return ()
    if command.line not in (*state.proposed, *state.lines):
        return refuse("unknown_line")
    return (LineHidden(run=command.run, line=command.line),)


def question_lines(session: Session, command: QuestionLines, context: Context) -> Outcome:
    state = _agree(session, command.run)
    if isinstance(state, Refusal):
        return state
    lines = tuple(line for line in state.lines if line in command.lines)
    return () if set(lines) == state.questioned else (LinesQuestioned(run=command.run, lines=lines),)


def keep_lines(session: Session, command: KeepLines, context: Context) -> Outcome:
    """Which lines have an open question is what the nodes know now; what was shown last may be older."""
    state = _agree(session, command.run)
    if isinstance(state, Refusal):
        return state
    if not set(command.lines) <= set(state.lines):
        return refuse("unknown_line")
    if set(command.lines) & set(command.questioned):
        return refuse("line_questioned")
    lines = tuple(line for line in state.lines if line in command.lines and line not in state.kept)
    return (LinesKept(run=command.run, lines=lines),) if lines else ()


def _state(session: Session) -> AgreeState:
    state = state_of(session)
    assert state is not None
    return state


def _but(lines: tuple[LineId, ...], line: LineId) -> tuple[LineId, ...]:
    return tuple(other for other in lines if other != line)


def _agreement(template: StageTemplate, line: LineId) -> Agreement:
    return Agreement(id=line, words=words_of(template, line, {}))


def _with(session: Session, state: AgreeState) -> Session:
    """The session with the lines of this stage, and those of them that are kept, in the order of its list."""
    template, before = session.template, _state(session)
    assert template is not None
    mine = {_agreement(template, line) for line in (*before.lines, *state.lines)}
    others = tuple(one for one in session.agreements if one not in mine)
    kept = tuple(_agreement(template, line) for line in state.lines if line in state.kept)
    return structs.replace(with_stage(session, kind=state), agreements=(*others, *kept))


def lines_collected(session: Session, event: LinesCollected, at: Millis) -> Session:
    """`closing` folds what it means for the stage; this is what it means for the lines."""
    state = _state(session)
    collected = with_stage(session, kind=structs.replace(state, proposed=(*state.proposed, *event.lines)))
    return structs.replace(collected, cards=session.cards.union(CardId(line) for line in event.lines))


def line_approved(session: Session, event: LineApproved, at: Millis) -> Session:
    state = _state(session)
    return _with(
        session,
        structs.replace(
            state,
            lines=(*state.lines, event.line),
            proposed=_but(state.proposed, event.line),
            hidden=_but(state.hidden, event.line),
        ),
    )


def line_hidden(session: Session, event: LineHidden, at: Millis) -> Session:
    state = _state(session)
    return _with(
        session,
        structs.replace(
            state,
            hidden=(*state.hidden, event.line),
            proposed=_but(state.proposed, event.line),
            lines=_but(state.lines, event.line),
            questioned=state.questioned - {event.line},
            kept=state.kept - {event.line},
        ),
    )


def lines_questioned(session: Session, event: LinesQuestioned, at: Millis) -> Session:
    return with_stage(session, kind=structs.replace(_state(session), questioned=frozenset(event.lines)))


def lines_kept(session: Session, event: LinesKept, at: Millis) -> Session:
    state = _state(session)
    return _with(session, structs.replace(state, kept=state.kept.union(event.lines)))


def view(template: StageTemplate, state: AgreeState, texts: Mapping[str, str]) -> AgreeView:
    lines: list[LineView] = []
    for line in state.lines:
        words = words_of(template, line, texts)
        if words is not None:
            support = None if state.totals_at is None else state.totals.get(f"support:{line}", 0)
            question = line in state.questioned
            lines.append(LineView(id=line, text=words, support=support, question=question, kept=line in state.kept))
    return AgreeView(lines=tuple(lines), propose=template.propose, input=InputView(type="text", max=PROPOSAL.max))


def queue_view(
    template: StageTemplate, state: AgreeState, texts: Mapping[str, str], signals_of: SignalsOf = no_signals
) -> tuple[QueueLineView, ...]:
    """For facilitators only: what was proposed, and what became of every line."""

    def one(line: LineId, text: str) -> QueueLineView:
        shown: Literal["shown", "kept"] = "kept" if line in state.kept else "shown"
        return QueueLineView(
            id=line,
            text=text,
            state=shown if line in state.lines else "hidden" if line in state.hidden else "proposed",
            question=line in state.questioned,
            # The template's own lines were written by nobody here.
            signals=() if line.startswith(START) else signals_of(line, text),
        )

    known = ((line, words_of(template, line, texts)) for line in (*state.proposed, *state.lines, *state.hidden))
    return tuple(one(line, words) for line, words in known if words is not None)


DECIDE: dict[type, Decide] = {
    ApproveLine: approve_line,
    HideLine: hide_line,
    QuestionLines: question_lines,
    KeepLines: keep_lines,
}
EVOLVE: EvolveTable = {
    LineApproved: line_approved,
    LineHidden: line_hidden,
    LinesQuestioned: lines_questioned,
    LinesKept: lines_kept,
}
