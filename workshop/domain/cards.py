"""What the author of a card may do with it at any time, known by nothing but the card's key: take it back, say it in other words, or
say whether it may be named as a theme.

All reach the card in whatever stage it is, the current one or one that the session has left.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import structs

from workshop.domain.asides import CardWords
from workshop.domain.commands import ConsentCard, RewriteCard, WithdrawCard
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import CardConsentChanged, CardRewritten, CardWithdrawn
from workshop.domain.inputs import other_words, other_words_problem
from workshop.domain.kind_states import AgreeState, KindState, WallState
from workshop.domain.kinds import wall
from workshop.domain.plan import Input
from workshop.domain.session import Session, Stage, with_stage
from workshop.domain.words import CardId, LineId, Millis, TextId


def _stages(session: Session) -> Iterator[Stage]:
    if session.stage is not None:
        yield session.stage
    yield from session.past.values()


def _has_line(state: KindState, card: CardId) -> bool:
    return isinstance(state, AgreeState) and LineId(card) in {*state.proposed, *state.lines, *state.hidden}


def found_as(session: Session, card: CardId) -> Literal["card", "line"] | None:
    """A card of a wall, a proposed agreement, or None: it never was here, or it was withdrawn."""
    if any(isinstance(stage.kind, WallState) and card in stage.kind.queue for stage in _stages(session)):
        return "card"
    kept = any(line.id == LineId(card) for line in session.agreements)
    return "line" if kept or any(_has_line(stage.kind, card) for stage in _stages(session)) else None


def notes_about(session: Session, card: CardId) -> tuple[TextId, ...]:
    """The sealed notes to its author: they go with it."""
    return tuple(note for note, about in session.notes.items() if about == card)


def withdraw_card(session: Session, command: WithdrawCard, context: Context) -> Outcome:
    return refuse("unknown_card") if found_as(session, command.card) is None else (CardWithdrawn(card=command.card),)


def _asked_for(session: Session, card: CardId) -> Input | None:
    """What the wall asked that this card is on."""
    stages = (stage for stage in _stages(session) if isinstance(stage.kind, WallState) and card in stage.kind.queue)
    return next((session.stages[stage.index].template.input for stage in stages), None)


def rewrite_card(session: Session, command: RewriteCard, context: Context) -> Outcome:
    """By the rules of the stage that asked for it. An agreement is not rewritten: others may have supported its words."""
    asked = _asked_for(session, command.card)
    if asked is None:
        return refuse("unknown_card")
    problem = other_words_problem(asked, command.text, command.aside)
    return (CardRewritten(card=command.card),) if problem is None else refuse(problem)


def new_words(session: Session, command: RewriteCard) -> CardWords:
    """As they will be kept. The wish was granted."""
    asked = _asked_for(session, command.card)
    assert asked is not None
    return other_words(asked, command.text, command.aside)


def consent_card(session: Session, command: ConsentCard, context: Context) -> Outcome:
    """Of a card of a wall. An agreement is the group's own words and no theme."""
    known = found_as(session, command.card) == "card"
    return (CardConsentChanged(card=command.card),) if known else refuse("unknown_card")


def _everywhere(session: Session, change: Callable[[KindState], KindState]) -> Session:
    past = {index: structs.replace(stage, kind=change(stage.kind)) for index, stage in session.past.items()}
    changed = structs.replace(session, past=past)
    return changed if changed.stage is None else with_stage(changed, kind=change(changed.stage.kind))


def _without_line(state: AgreeState, line: LineId) -> AgreeState:
    def but(lines: tuple[LineId, ...]) -> tuple[LineId, ...]:
        return tuple(other for other in lines if other != line)

    return structs.replace(
        state,
        proposed=but(state.proposed),
        hidden=but(state.hidden),
        lines=but(state.lines),
        questioned=state.questioned - {line},
        kept=state.kept - {line},
        totals={key: total for key, total in state.totals.items() if key != f"support:{line}"},
    )


def card_withdrawn(session: Session, event: CardWithdrawn, at: Millis) -> Session:
    """Its id stays known, so that nobody can bring another card under it."""

    def gone(state: KindState) -> KindState:
        if isinstance(state, WallState):
            return wall.withdrawn(state, event.card)
        return _without_line(state, LineId(event.card)) if isinstance(state, AgreeState) else state

    agreements = tuple(line for line in session.agreements if line.id != LineId(event.card))
    notes = {note: card for note, card in session.notes.items() if card != event.card}
    return structs.replace(_everywhere(session, gone), agreements=agreements, notes=notes)


def card_rewritten(session: Session, event: CardRewritten, at: Millis) -> Session:
    def waits(state: KindState) -> KindState:
        here = isinstance(state, WallState) and event.card in state.queue
        return wall.rewritten(state, event.card) if isinstance(state, WallState) and here else state

    return _everywhere(session, waits)


def card_consent_changed(session: Session, event: CardConsentChanged, at: Millis) -> Session:
    """What was said stands in the card's row; the session knows only that it is to be read anew."""
    return session


DECIDE: dict[type, Decide] = {WithdrawCard: withdraw_card, RewriteCard: rewrite_card, ConsentCard: consent_card}
EVOLVE: EvolveTable = {
    CardWithdrawn: card_withdrawn,
    CardRewritten: card_rewritten,
    CardConsentChanged: card_consent_changed,
}
