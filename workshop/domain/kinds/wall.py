"""Short cards without a name: held while people write, shuffled at closing, read by a facilitator, released in batches.

Nothing that was not approved and released is in any part but the console's.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import structs

from workshop.domain.answers import Answer, TextAnswer
from workshop.domain.commands import ApproveCard, HideCard, ReleaseCards
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import AnyEvent, CardApproved, CardHidden, CardsReleased, WallClosed
from workshop.domain.inputs import input_view
from workshop.domain.parts import CardView, QueueCardView, WallView
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, Stage, WallState, with_stage
from workshop.domain.words import CardId, Millis, Nonce


def unseal(session: Session, stage: Stage, answers: Sequence[Answer], receipts: tuple[Nonce, ...]) -> tuple[AnyEvent, ...]:
    """The queue, in the order that `answers` was shuffled into. A card id that was there before is dropped."""
    cards: list[CardId] = []
    for answer in answers:
        if isinstance(answer, TextAnswer) and answer.card not in session.cards and answer.card not in cards:
            cards.append(answer.card)
    return (WallClosed(run=stage.run, cards=tuple(cards), receipts=receipts),)


def waiting(state: WallState) -> tuple[CardId, ...]:
    decided = {*state.approved, *state.hidden}
    return tuple(card for card in state.queue if card not in decided)


def ready(state: WallState) -> tuple[CardId, ...]:
    """Approved, and not on the wall yet."""
    return tuple(card for card in state.approved if card not in state.released)


def releasable(state: WallState, batch: int) -> tuple[CardId, ...]:
    """What a release would put on the wall now: a batch of `batch` or more, and at the end whatever is left.

    Fewer approved cards than a batch in all make no wall: one or two cards would stand alone.
    """
    cards = ready(state)
    if waiting(state):
        return cards if len(cards) >= batch else ()
    return cards if len(state.approved) >= batch else ()


def _wall(session: Session, run: int) -> WallState | Refusal:
    stage = stage_of(session, run)
    if isinstance(stage, Refusal):
        return stage
    return stage.kind if isinstance(stage.kind, WallState) else refuse("stale_stage")


def approve_card(session: Session, command: ApproveCard, context: Context) -> Outcome:
    state = _wall(session, command.run)
    if isinstance(state, Refusal):
        return state
    if command.card not in state.queue:
        return refuse("unknown_card")
    return () if command.card in state.approved else (CardApproved(run=command.run, card=command.card),)


def hide_card(session: Session, command: HideCard, context: Context) -> Outcome:
    state = _wall(session, command.run)
    if isinstance(state, Refusal):
        return state
    if command.card not in state.queue:
        return refuse("unknown_card")
    return () if command.card in state.hidden else (CardHidden(run=command.run, card=command.card),)


def release_cards(session: Session, command: ReleaseCards, context: Context) -> Outcome:
    state = _wall(session, command.run)
    if isinstance(state, Refusal):
        return state
    cards = list(releasable(state, session.settings.batch))
    if not cards:
        if state.released and not ready(state) and not waiting(state):
            return ()
        return refuse("batch_waits" if waiting(state) else "too_few_cards")
    context.dice.shuffle(cards)
    return (CardsReleased(run=command.run, cards=tuple(cards)),)


def _with(session: Session, **changes: tuple[CardId, ...]) -> Session:
    assert session.stage is not None
    return with_stage(session, kind=structs.replace(session.stage.kind, **changes))


def _state(session: Session) -> WallState:
    assert session.stage is not None
    assert isinstance(session.stage.kind, WallState)
    return session.stage.kind


def _but(cards: tuple[CardId, ...], card: CardId) -> tuple[CardId, ...]:
    return tuple(other for other in cards if other != card)


def card_approved(session: Session, event: CardApproved, at: Millis) -> Session:
    state = _state(session)
    return _with(session, approved=(*state.approved, event.card), hidden=_but(state.hidden, event.card))


def card_hidden(session: Session, event: CardHidden, at: Millis) -> Session:
    state = _state(session)
    return _with(
        session,
        hidden=(*state.hidden, event.card),
        approved=_but(state.approved, event.card),
        released=_but(state.released, event.card),
    )


def cards_released(session: Session, event: CardsReleased, at: Millis) -> Session:
    return _with(session, released=(*_state(session).released, *event.cards))


def view(template: StageTemplate, state: WallState, texts: Mapping[str, str]) -> WallView:
    assert template.input is not None

    def one(card: CardId) -> CardView:
        resonance = None if state.totals_at is None else state.totals.get(f"resonate:{card}", 0)
        return CardView(id=card, text=texts[card], veil=state.veils.get(card), resonance=resonance)

    cards = tuple(one(card) for card in state.released if card in texts)
    featured = state.featured if state.featured in state.released else None
    return WallView(input=input_view(template.input), cards=cards, resonates=template.resonate, featured=featured)


def card_state(state: WallState, card: CardId) -> Literal["waiting", "approved", "released", "hidden", "returned"]:
    if card in state.released:
        return "released"
    if card in state.approved:
        return "approved"
    if card in state.returned:
        return "returned"
    return "hidden" if card in state.hidden else "waiting"


def queue_view(state: WallState, texts: Mapping[str, str]) -> tuple[QueueCardView, ...]:
    """Every card that still exists, in the queue's order, for facilitators only."""

    def one(card: CardId) -> QueueCardView:
        return QueueCardView(
            id=card, text=texts[card], state=card_state(state, card), veil=state.veils.get(card), late=card in state.late
        )

    return tuple(one(card) for card in state.queue if card in texts)


DECIDE: dict[type, Decide] = {ApproveCard: approve_card, HideCard: hide_card, ReleaseCards: release_cards}
EVOLVE: EvolveTable = {CardApproved: card_approved, CardHidden: card_hidden, CardsReleased: cards_released}
