"""Short cards without a name: held while people write, shuffled at closing, read by a facilitator, released in batches.

Nothing that was not approved and released is in any part but the console's. What a facilitator does with the queue is in `wall_queue`.

Released cards of a wall that deals are in no part either: each phone is dealt a stranger's one by its node (`realtime.dealing`). Cards of
a wall that replies may each name the dealt one; who was dealt it is known to nobody.
"""

from collections.abc import Mapping, Sequence

from msgspec import structs

from workshop.domain.answers import Answer, CardAnswer, TextAnswer
from workshop.domain.asides import aside_of, veils_over
from workshop.domain.events import AnyEvent, WallClosed
from workshop.domain.inputs import input_view
from workshop.domain.kind_states import WallState
from workshop.domain.parts import CardView, QueueCardView, WallView
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Session, Stage, rows_of_words
from workshop.domain.signals import SignalsOf, no_signals
from workshop.domain.words import CardId, CardState, Nonce


def unseal(session: Session, stage: Stage, answers: Sequence[Answer], receipts: tuple[Nonce, ...]) -> tuple[AnyEvent, ...]:
    """The queue, in the order that `answers` was shuffled into. A card id that was there before is dropped.

    Also one that another row of words has: its words would be shown in place of the row's, and the other way round.
    """
    taken = rows_of_words(session)
    cards: list[CardId] = []
    replies: dict[CardId, CardId] = {}
    stands = standing(session, stage) if session.stages[stage.index].template.reply_to is not None else ()
    for answer in answers:
        if isinstance(answer, CardAnswer) and answer.card not in taken and answer.card not in cards:
            cards.append(answer.card)
            dealt = replied_to(answer)
            # Its author may have taken the dealt card back meanwhile: then the reply stands for itself.
            if dealt is not None and dealt in stands:
                replies[answer.card] = dealt
    return (WallClosed(run=stage.run, cards=tuple(cards), receipts=receipts, replies=replies),)


def replied_to(answer: Answer) -> CardId | None:
    """The dealt card that this answer says to be a reply to."""
    return answer.reply_to if isinstance(answer, TextAnswer) else None


def dealing(session: Session, stage: Stage) -> Stage | None:
    """The stage whose cards are dealt while `stage` is played: itself, or the one that it replies to, as it was left."""
    planned = session.stages[stage.index]
    if planned.template.reply_to is None:
        return stage if planned.template.deal else None
    known = {**session.past, stage.index: stage}
    same = (one for index, one in known.items() if session.stages[index].item == planned.item)
    return next((one for one in same if session.stages[one.index].template.id == planned.template.reply_to), None)


def deals_only(template: StageTemplate) -> bool:
    """Whether the released cards are dealt and stand on no wall: where the shared screen shows none."""
    return template.deal and template.screen != "wall"


def standing(session: Session, stage: Stage) -> tuple[CardId, ...]:
    """The cards that may be dealt now: approved and released, and not taken back, hidden or being rewritten since."""
    found = dealing(session, stage)
    return found.kind.released if found is not None and isinstance(found.kind, WallState) else ()


def waiting(state: WallState) -> tuple[CardId, ...]:
    """Not decided, or to be decided anew."""
    decided = {*state.approved, *state.hidden}
    return tuple(card for card in state.queue if card not in decided)


def ready(state: WallState) -> tuple[CardId, ...]:
    """Approved, and not on the wall yet."""
    return tuple(card for card in state.approved if card not in state.released)


def releasable(state: WallState, batch: int) -> tuple[CardId, ...]:
    """What a release would put on the wall now: a batch of `batch` or more, and at the end whatever is left.

    Fewer approved cards than a batch in all make no wall: one or two cards would stand alone. A late card would stand alone
    among cards that were read already, so it goes out only when nothing waits, and then with the whole wall in a new order.
    """
    cards = ready(state)
    if waiting(state):
        in_time = tuple(card for card in cards if card not in state.late)
        return in_time if len(in_time) >= batch else ()
    if not cards or len(state.approved) < batch:
        return ()
    return state.approved if state.late.intersection(cards) else cards


def without(cards: tuple[CardId, ...], card: CardId) -> tuple[CardId, ...]:
    return tuple(other for other in cards if other != card)


def off_the_wall(state: WallState, card: CardId) -> WallState:
    """Not shown, and neither approved nor hidden: it waits, unless it is hidden next."""
    return structs.replace(
        state,
        before={**state.before, card: card_state(state, card)},
        approved=without(state.approved, card),
        released=without(state.released, card),
        hidden=without(state.hidden, card),
        returned=without(state.returned, card),
        featured=None if state.featured == card else state.featured,
    )


def _but(before: Mapping[CardId, CardState], card: CardId) -> dict[CardId, CardState]:
    """Nobody decided about these words yet."""
    return {other: was for other, was in before.items() if other != card}


def _untold(state: WallState, card: CardId) -> dict[str, int]:
    return {key: total for key, total in state.totals.items() if key != f"resonate:{card}"}


def withdrawn(state: WallState, card: CardId) -> WallState:
    """The wall as if the card had never been there."""
    return structs.replace(
        off_the_wall(state, card),
        queue=without(state.queue, card),
        late=state.late - {card},
        before=_but(state.before, card),
        veils={other: veil for other, veil in state.veils.items() if other != card},
        replies={reply: dealt for reply, dealt in state.replies.items() if card not in (reply, dealt)},
        totals=_untold(state, card),
    )


def rewritten(state: WallState, card: CardId) -> WallState:
    """Waiting again, and late. Resonance was for the old words; a veil stays until a facilitator has read the new ones."""
    return structs.replace(
        off_the_wall(state, card),
        late=state.late | {card},
        totals=_untold(state, card),
        rewrites={**state.rewrites, card: state.rewrites.get(card, 0) + 1},
        before=_but(state.before, card),
    )


def view(session: Session, stage: Stage, state: WallState, texts: Mapping[str, str]) -> WallView:
    template, stands = session.stages[stage.index].template, standing(session, stage)
    assert template.input is not None

    def one(card: CardId) -> CardView:
        resonance = None if state.totals_at is None else state.totals.get(f"resonate:{card}", 0)
        dealt = state.replies.get(card)
        return CardView(
            id=card,
            text=str(texts[card]),
            veils=veils_over(aside_of(texts[card]), state.veils.get(card)),
            note=aside_of(texts[card]).note,
            resonance=resonance,
            reply_to=dealt if dealt in stands else None,
        )

    shown = () if deals_only(template) else state.released
    return WallView(
        input=input_view(template.input),
        cards=tuple(one(card) for card in shown if card in texts),
        resonates=template.resonate,
        featured=state.featured if state.featured in shown else None,
        deals=deals_only(template),
        replies=template.reply_to is not None,
        standing=stands,
    )


def card_state(state: WallState, card: CardId) -> CardState:
    if card in state.released:
        return "released"
    if card in state.approved:
        return "approved"
    if card in state.returned:
        return "returned"
    return "hidden" if card in state.hidden else "waiting"


def queue_view(
    session: Session, stage: Stage, state: WallState, texts: Mapping[str, str], signals_of: SignalsOf = no_signals
) -> tuple[QueueCardView, ...]:
    """Every card that still exists, in the queue's order, for facilitators only. Below replies: the cards that were dealt for them."""
    stands = standing(session, stage)

    def one(card: CardId) -> QueueCardView:
        dealt = state.replies.get(card)
        return QueueCardView(
            id=card,
            text=str(texts[card]),
            state=card_state(state, card),
            veil=state.veils.get(card),
            aside=aside_of(texts[card]),
            rewrites=state.rewrites.get(card, 0),
            late=card in state.late,
            # Other words than those that were dealt would explain nothing.
            reply_to=str(texts.get(dealt, "")) if dealt is not None and dealt in stands else "",
            before=state.before.get(card, "waiting"),
            signals=signals_of(card, texts[card]),
        )

    return (*(one(card) for card in state.queue if card in texts), *_dealt(session, stage, state, texts, signals_of))


def _dealt(
    session: Session, stage: Stage, state: WallState, texts: Mapping[str, str], signals_of: SignalsOf
) -> tuple[QueueCardView, ...]:
    """The dealt cards, each with how many approved replies it has: a facilitator sees which have none, and may hide one at any time."""
    found = dealing(session, stage)
    if found is None or found.index == stage.index or not isinstance(found.kind, WallState):
        return ()
    dealt, answered = found.kind, [state.replies.get(card) for card in state.approved]
    return tuple(
        QueueCardView(
            id=card,
            text=str(texts[card]),
            state="released",
            veil=dealt.veils.get(card),
            aside=aside_of(texts[card]),
            rewrites=dealt.rewrites.get(card, 0),
            late=False,
            replies=answered.count(card),
            signals=signals_of(card, texts[card]),
        )
        for card in dealt.released
        if card in texts
    )
