"""A card's row: its words and what its author says beside them, written and read as one."""

from typing import TypedDict, cast

from sqlalchemy import Boolean, bindparam, update

from workshop.domain.asides import VEILS, Aside, CardWords, aside_of
from workshop.domain.words import Veil
from workshop.records.tables import card

_THIS_CARD = (card.c.session_id == bindparam("of_session"), card.c.id == bindparam("of_card"))
_NAMEABLE = bindparam("new_nameable", type_=Boolean)
REWRITE = (
    update(card)
    .where(*_THIS_CARD)
    .values(
        text=bindparam("new_text"),
        veils=bindparam("new_veils"),
        content_note=bindparam("new_content_note"),
        nameable=_NAMEABLE,
    )
)
"""With `new_` before each of the columns that `columns_of` gives."""
CONSENT = update(card).where(*_THIS_CARD).values(nameable=_NAMEABLE)


class Columns(TypedDict):
    text: str
    veils: str
    content_note: str
    nameable: bool


def columns_of(words: str) -> Columns:
    """What of a card its author wrote. `words` are `CardWords` where something stands beside them."""
    aside = aside_of(words)
    return Columns(text=str(words), veils=",".join(aside.veils), content_note=aside.note, nameable=aside.nameable)


def words_of(text: str, veils: str, note: str, nameable: bool) -> CardWords:
    # A topic that this program does not know closes the card all the same.
    known = (veil if veil in VEILS else "other" for veil in veils.split(",") if veil)
    topics = cast("tuple[Veil, ...]", tuple(dict.fromkeys(known)))
    return CardWords(text, Aside(veils=topics, note=note, nameable=nameable))
