"""Wishes about the cards of a wall: a facilitator's, and those of whoever has a card's key."""

from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.words import CardId, CardState, Command, TextId, Veil


class ApproveCard(Command, frozen=True, tag="approve_card"):
    """`rewrites` says which words were read: those after so many times that its author found others."""

    run: int
    card: CardId
    rewrites: int = 0
    seen: CardState | None = None
    """What it was to whoever decides: where another facilitator has decided meanwhile, it is refused and said. None: whatever it is."""


class HideCard(Command, frozen=True, tag="hide_card"):
    """Not shown, or taken off the wall again. Whatever anybody decided meanwhile: hiding is the safe side."""

    run: int
    card: CardId


class ReconsiderCard(Command, frozen=True, tag="reconsider_card"):
    """Undo: an approved card that is not on the wall, a hidden or a returned one waits again. `seen` as in `ApproveCard`."""

    run: int
    card: CardId
    seen: CardState | None = None


class ReturnCard(Command, frozen=True, tag="return_card"):
    """Ask the unknown author for other words. The node seals `note` to the card's note key. `seen` as in `ApproveCard`."""

    run: int
    card: CardId
    note: str
    seen: CardState | None = None

    def __repr__(self) -> str:
        return f"<ReturnCard {self.card}>"


class VeilCard(Command, frozen=True, tag="veil_card"):
    """The facilitators' veil, beside the author's: None takes off their own, never what the author said."""

    run: int
    card: CardId
    veil: Veil | None


class FeatureCard(Command, frozen=True, tag="feature_card"):
    """Large on the shared screen; None: all of them again."""

    run: int
    card: CardId | None


class ReleaseCards(Command, frozen=True, tag="release_cards"):
    """`count` says how many would go out as they were seen: where it is another number now, it is refused. None: however many."""

    run: int
    count: int | None = None


class PostReturn(Command, frozen=True, tag="post_return"):
    """`ReturnCard` with the sealed note (base64url), as it stands in the row `note` and goes to all phones."""

    run: int
    card: CardId
    note: TextId
    sealed: str
    seen: CardState | None = None


class WithdrawCard(Command, frozen=True, tag="withdraw_card"):
    """By whoever has the card's key, without identity. Its row is deleted in the same transaction."""

    card: CardId


class RewriteCard(Command, frozen=True, tag="rewrite_card"):
    """New words for a card, and what stands beside them, by its key: it waits for a facilitator again and goes out only with the
    whole wall."""

    card: CardId
    text: str
    aside: Aside = NO_ASIDE

    def __repr__(self) -> str:
        return f"<RewriteCard {self.card}>"


class ConsentCard(Command, frozen=True, tag="consent_card"):
    """Whether facilitators may name this card as a theme, by its key: agreed to, or taken back, as long as the card is kept."""

    card: CardId
    nameable: bool

    def __repr__(self) -> str:
        return f"<ConsentCard {self.card}>"


class ShowGauge(Command, frozen=True, tag="show_gauge"):
    """Totals of taps per line or card. `people` is how many used it, `changes` how many of them changed since it was shown."""

    run: int
    totals: dict[str, int]
    people: int
    changes: int
