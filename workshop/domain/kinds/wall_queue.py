"""What a facilitator does with the cards of a wall: read, approve, hide, return to the unknown author, veil, feature, release.

Every decision can be taken back, and every one but a release is about a single card that has no author here.
"""

from collections.abc import Callable

from msgspec import structs

from workshop.domain.commands import (
    ApproveCard,
    FeatureCard,
    HideCard,
    PostReturn,
    ReconsiderCard,
    ReleaseCards,
    VeilCard,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import (
    CardApproved,
    CardFeatured,
    CardHidden,
    CardReconsidered,
    CardReturned,
    CardsReleased,
    CardVeiled,
)
from workshop.domain.kind_states import WallState
from workshop.domain.kinds.wall import card_state, dealing, deals_only, off_the_wall, ready, releasable, standing, waiting
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Session, Stage, with_stage
from workshop.domain.words import CardId, CardState, Millis

MEANWHILE: dict[CardState, RefusalCode] = {
    "waiting": "card_waits",
    "approved": "card_approved",
    "released": "card_released",
    "hidden": "card_hidden",
    "returned": "card_returned",
}
"""What is said to a facilitator who decided about a card that another one had decided about at the same moment."""


def _wall(session: Session, run: int) -> WallState | Refusal:
    stage = stage_of(session, run)
    if isinstance(stage, Refusal):
        return stage
    return stage.kind if isinstance(stage.kind, WallState) else refuse("stale_stage")


def _wall_with(session: Session, run: int, card: CardId) -> WallState | Refusal:
    state = _wall(session, run)
    if isinstance(state, Refusal):
        return state
    return state if card in state.queue else refuse("unknown_card")


def _decided_meanwhile(state: WallState, card: CardId, seen: CardState | None) -> Refusal | None:
    """What another facilitator made of the card since it was seen, where that is something else."""
    now = card_state(state, card)
    return None if seen is None or seen == now else refuse(MEANWHILE[now])


def _dealing(session: Session, run: int, card: CardId) -> Stage | None:
    """The stage whose card this is, where it may be dealt now while that run is played: itself, or the one that is replied to."""
    stage = session.stage
    if stage is None or stage.run != run or card not in standing(session, stage):
        return None
    return dealing(session, stage)


def approve_card(session: Session, command: ApproveCard, context: Context) -> Outcome:
    state = _wall_with(session, command.run, command.card)
    if isinstance(state, Refusal):
        return state
    if command.rewrites != state.rewrites.get(command.card, 0):
        return refuse("stale_card")
    if command.card in state.approved:
        return ()
    meanwhile = _decided_meanwhile(state, command.card, command.seen)
    return (CardApproved(run=command.run, card=command.card),) if meanwhile is None else meanwhile


def hide_card(session: Session, command: HideCard, context: Context) -> Outcome:
    """Also a dealt card while people reply to it: it is hidden in the stage that dealt it."""
    found = _dealing(session, command.run, command.card)
    if found is not None:
        return (CardHidden(run=found.run, card=command.card),)
    if session.phase != "closed":
        return refuse("unknown_card")
    state = _wall_with(session, command.run, command.card)
    if isinstance(state, Refusal):
        return state
    return () if command.card in state.hidden else (CardHidden(run=command.run, card=command.card),)


def reconsider_card(session: Session, command: ReconsiderCard, context: Context) -> Outcome:
    """Not for a card on the wall: taking that off is a decision of its own."""
    state = _wall_with(session, command.run, command.card)
    if isinstance(state, Refusal):
        return state
    if command.card in waiting(state):
        return ()
    meanwhile = _decided_meanwhile(state, command.card, command.seen)
    if meanwhile is not None:
        return meanwhile
    if command.card in state.released:
        return refuse("unknown_card")
    return (CardReconsidered(run=command.run, card=command.card),)


def post_return(session: Session, command: PostReturn, context: Context) -> Outcome:
    """A second note to the same author is another note: the first one was sealed and cannot be unsaid."""
    state = _wall_with(session, command.run, command.card)
    if isinstance(state, Refusal):
        return state
    meanwhile = _decided_meanwhile(state, command.card, command.seen)
    return (CardReturned(run=command.run, card=command.card, note=command.note),) if meanwhile is None else meanwhile


def veil_card(session: Session, command: VeilCard, context: Context) -> Outcome:
    """Also a dealt card while people reply to it: it is veiled in the stage that dealt it."""
    found = _dealing(session, command.run, command.card)
    if found is not None:
        assert isinstance(found.kind, WallState)
        same = found.kind.veils.get(command.card) == command.veil
        return () if same else (CardVeiled(run=found.run, card=command.card, veil=command.veil),)
    if session.phase != "closed":
        return refuse("unknown_card")
    state = _wall_with(session, command.run, command.card)
    if isinstance(state, Refusal):
        return state
    same = state.veils.get(command.card) == command.veil
    return () if same else (CardVeiled(run=command.run, card=command.card, veil=command.veil),)


def feature_card(session: Session, command: FeatureCard, context: Context) -> Outcome:
    """Only a card that everybody sees already: what was dealt is between a phone and its card."""
    state = _wall(session, command.run)
    if isinstance(state, Refusal):
        return state
    deals = session.template is not None and deals_only(session.template)
    if command.card is not None and (deals or command.card not in state.released):
        return refuse("unknown_card")
    return () if command.card == state.featured else (CardFeatured(run=command.run, card=command.card),)


def release_cards(session: Session, command: ReleaseCards, context: Context) -> Outcome:
    state = _wall(session, command.run)
    if isinstance(state, Refusal):
        return state
    cards = list(releasable(state, session.settings.batch))
    if command.count is not None and len(cards) != command.count:
        return refuse("cards_changed")
    if not cards:
        if state.released and not ready(state) and not waiting(state):
            return ()
        return refuse("batch_waits" if waiting(state) else "too_few_cards")
    context.dice.shuffle(cards)
    return (CardsReleased(run=command.run, cards=tuple(cards)),)


def _state(session: Session) -> WallState:
    assert session.stage is not None
    assert isinstance(session.stage.kind, WallState)
    return session.stage.kind


def _late(state: WallState, card: CardId) -> frozenset[CardId]:
    """Whoever was in the room when the wall was read would know a card that was hidden then and comes alone now."""
    return state.late | {card} if state.released and card in state.hidden else state.late


def card_approved(session: Session, event: CardApproved, at: Millis) -> Session:
    state = _state(session)
    cleared = off_the_wall(state, event.card)
    return with_stage(
        session, kind=structs.replace(cleared, approved=(*cleared.approved, event.card), late=_late(state, event.card))
    )


def _with_wall(session: Session, run: int, change: Callable[[WallState], WallState]) -> Session:
    """The session with the wall of this run changed: the current one, or the one whose cards are dealt now."""
    assert session.stage is not None
    found = session.stage if session.stage.run == run else dealing(session, session.stage)
    assert found is not None
    assert isinstance(found.kind, WallState)
    changed = structs.replace(found, kind=change(found.kind))
    if found.run == session.stage.run:
        return structs.replace(session, stage=changed)
    return structs.replace(session, past={**session.past, found.index: changed})


def _hidden(state: WallState, card: CardId) -> WallState:
    cleared = off_the_wall(state, card)
    return structs.replace(cleared, hidden=(*cleared.hidden, card))


def card_hidden(session: Session, event: CardHidden, at: Millis) -> Session:
    """In the current stage, or in the one whose cards are dealt now."""
    return _with_wall(session, event.run, lambda state: _hidden(state, event.card))


def card_reconsidered(session: Session, event: CardReconsidered, at: Millis) -> Session:
    state = _state(session)
    return with_stage(session, kind=structs.replace(off_the_wall(state, event.card), late=_late(state, event.card)))


def card_returned(session: Session, event: CardReturned, at: Millis) -> Session:
    hidden = _hidden(_state(session), event.card)
    returned = structs.replace(hidden, returned=(*hidden.returned, event.card))
    return structs.replace(with_stage(session, kind=returned), notes={**session.notes, event.note: event.card})


def card_veiled(session: Session, event: CardVeiled, at: Millis) -> Session:
    """In the current stage, or in the one whose cards are dealt now."""

    def veiled(state: WallState) -> WallState:
        veils = {card: veil for card, veil in state.veils.items() if card != event.card}
        if event.veil is not None:
            veils[event.card] = event.veil
        return structs.replace(state, veils=veils)

    return _with_wall(session, event.run, veiled)


def card_featured(session: Session, event: CardFeatured, at: Millis) -> Session:
    return with_stage(session, kind=structs.replace(_state(session), featured=event.card))


def cards_released(session: Session, event: CardsReleased, at: Millis) -> Session:
    """A batch comes after what is there; with a late card in it, it is the whole wall in its new order."""
    state = _state(session)
    anew = bool(state.late.intersection(event.cards))
    released = event.cards if anew else (*state.released, *event.cards)
    before = {**state.before, **{card: card_state(state, card) for card in event.cards}}
    late = state.late.difference(event.cards)
    return with_stage(session, kind=structs.replace(state, released=released, late=late, before=before))


DECIDE: dict[type, Decide] = {
    ApproveCard: approve_card,
    HideCard: hide_card,
    ReconsiderCard: reconsider_card,
    PostReturn: post_return,
    VeilCard: veil_card,
    FeatureCard: feature_card,
    ReleaseCards: release_cards,
}
EVOLVE: EvolveTable = {
    CardApproved: card_approved,
    CardHidden: card_hidden,
    CardReconsidered: card_reconsidered,
    CardReturned: card_returned,
    CardVeiled: card_veiled,
    CardFeatured: card_featured,
    CardsReleased: cards_released,
}
