"""What the author of a card says beside its words: what it touches on, and whether it may be named as a theme.

All of it is written by somebody, so it stands where the words stand: held with them, in their row, and in no event.
"""

from typing import get_args

from msgspec import structs

from workshop.domain.words import Value, Veil

VEILS: tuple[Veil, ...] = get_args(Veil)


class Aside(Value, frozen=True):
    """`veils` and `note` cover the card wherever the group sees it, until somebody opens it for themselves."""

    veils: tuple[Veil, ...] = ()
    """Topics, each at most once."""
    note: str = ""
    """The author's own content note: one line of at most `CONTENT_NOTE_LENGTH` letters, shown on the closed card."""
    nameable: bool = False
    """The author agrees that facilitators name this card as a theme. Only what is agreed to is offered for that."""

    def __repr__(self) -> str:
        return "<Aside>"


NO_ASIDE = Aside()


class CardWords(str):
    """The words of a card together with what stands beside them: one value, so that nobody shows a card without what covers it."""

    __slots__ = ("aside",)
    aside: Aside

    def __new__(cls, words: str, aside: Aside = NO_ASIDE) -> "CardWords":
        made = super().__new__(cls, words)
        made.aside = aside
        return made

    def __repr__(self) -> str:
        return "<CardWords>"


def aside_of(words: str) -> Aside:
    return words.aside if isinstance(words, CardWords) else NO_ASIDE


def with_consent(words: str, nameable: bool) -> CardWords:
    """The same card, of which its author says now whether it may be named."""
    return CardWords(str(words), structs.replace(aside_of(words), nameable=nameable))


def veils_over(aside: Aside, veil: Veil | None) -> tuple[Veil, ...]:
    """The topics a card is closed under, in the order of `VEILS`: its author's and the facilitators' one together.

    Facilitators add and never take the author's away. A note in own words without a topic closes the card under `other`.
    """
    chosen = {*aside.veils, *(() if veil is None else (veil,))}
    if aside.note and not chosen:
        chosen = {"other"}
    return tuple(topic for topic in VEILS if topic in chosen)
