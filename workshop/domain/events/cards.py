"""Facts about the cards of a wall."""

from workshop.domain.events.scopes import ALL, SHOWN
from workshop.domain.words import CardId, Event, TextId, Veil


class CardApproved(Event, frozen=True, tag="card_approved"):
    touches = frozenset({"console"})
    run: int
    card: CardId


class CardHidden(Event, frozen=True, tag="card_hidden"):
    touches = ALL
    run: int
    card: CardId


class CardsReleased(Event, frozen=True, tag="cards_released"):
    """A batch that comes after the cards on the wall; with a late one among them, the whole wall in its new order."""

    touches = ALL
    run: int
    cards: tuple[CardId, ...]


class CardReconsidered(Event, frozen=True, tag="card_reconsidered"):
    touches = frozenset({"console"})
    run: int
    card: CardId


class CardReturned(Event, frozen=True, tag="card_returned"):
    """Not shown; the row `note` is sealed to its unknown author."""

    touches = frozenset({"shared", "notes", "console"})
    run: int
    card: CardId
    note: TextId


class CardVeiled(Event, frozen=True, tag="card_veiled"):
    touches = SHOWN
    run: int
    card: CardId
    veil: Veil | None


class CardFeatured(Event, frozen=True, tag="card_featured"):
    touches = SHOWN
    run: int
    card: CardId | None


class CardWithdrawn(Event, frozen=True, tag="card_withdrawn"):
    """Gone everywhere, in whatever stage it was, and the sealed notes to its author with it."""

    touches = frozenset({"shared", "notes", "console"})
    card: CardId


class CardRewritten(Event, frozen=True, tag="card_rewritten"):
    """Off the wall, and waiting again with other words, in whatever stage it was."""

    touches = SHOWN
    card: CardId


class CardConsentChanged(Event, frozen=True, tag="card_consent_changed"):
    """Its author said whether it may be named as a theme. What they said stands in the card's row alone."""

    touches = frozenset({"console"})
    card: CardId


class GaugeShown(Event, frozen=True, tag="gauge_shown"):
    """Taps per line or card, nobody's in particular."""

    touches = frozenset({"shared"})
    run: int
    totals: dict[str, int]
