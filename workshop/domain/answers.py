"""What a person answers. These values are *held*: they live in memory until the stage closes and are in no event, row or log.

Their `repr` says only what kind they are, so that no log line or traceback can quote one.
"""

from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.words import CardId, Value


class Hidden(Value, frozen=True, tag_field="t"):
    """A value whose content must never be printed."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class TextAnswer(Hidden, frozen=True, tag="text"):
    text: str
    card: CardId
    note_key: str
    """32 bytes as 64 hex digits: a note to the unknown author is sealed to it."""
    reply_to: CardId | None = None
    """The dealt card that this one replies to."""
    aside: Aside = NO_ASIDE

    __repr__ = Hidden.__repr__


class FieldsAnswer(Hidden, frozen=True, tag="fields"):
    """A card of labelled lines. An empty line says nothing; at least one has words."""

    fields: dict[str, str]
    """Field key to words."""
    card: CardId
    note_key: str
    aside: Aside = NO_ASIDE

    __repr__ = Hidden.__repr__


class ChoiceAnswer(Hidden, frozen=True, tag="choice"):
    option: int

    __repr__ = Hidden.__repr__


class MultiAnswer(Hidden, frozen=True, tag="multi"):
    options: tuple[int, ...]

    __repr__ = Hidden.__repr__


class ScaleAnswer(Hidden, frozen=True, tag="scale"):
    steps: dict[str, int]
    """Item key to step, counted from 1; an item left untouched is absent."""

    __repr__ = Hidden.__repr__


class PointAnswer(Hidden, frozen=True, tag="point"):
    x: int
    """0 (left) … GRID."""
    y: int
    """0 (bottom) … GRID."""

    __repr__ = Hidden.__repr__


class OrderAnswer(Hidden, frozen=True, tag="order"):
    options: tuple[int, ...]
    """Every option once, the first place first."""

    __repr__ = Hidden.__repr__


class SortAnswer(Hidden, frozen=True, tag="sort"):
    piles: tuple[int | None, ...]
    """A pile per card, in the order of the cards; None where the person left it out."""

    __repr__ = Hidden.__repr__


class Dot(Value, frozen=True):
    """Somebody on a map of rings. Who it is stays on the phone."""

    ring: int
    mark: int | None

    def __repr__(self) -> str:
        return "<Dot>"


class RingsAnswer(Hidden, frozen=True, tag="rings"):
    dots: tuple[Dot, ...]

    __repr__ = Hidden.__repr__


class LinePoint(Value, frozen=True):
    """0 … GRID from left to right. `y` is None where only the places on the line travel."""

    x: int
    y: int | None

    def __repr__(self) -> str:
        return "<LinePoint>"


class LineAnswer(Hidden, frozen=True, tag="line"):
    points: tuple[LinePoint, ...]
    """From left to right."""

    __repr__ = Hidden.__repr__


class DoneAnswer(Hidden, frozen=True, tag="done"):
    """A private page is done. Nothing of it travels."""

    __repr__ = Hidden.__repr__


class PassAnswer(Hidden, frozen=True, tag="pass"):
    """A full answer that says nothing."""

    __repr__ = Hidden.__repr__


class TakenBack(Hidden, frozen=True, tag="taken_back"):
    """The person took the answer back while the stage was open."""

    __repr__ = Hidden.__repr__


CardAnswer = TextAnswer | FieldsAnswer
"""What becomes a card."""
Answer = (
    TextAnswer
    | FieldsAnswer
    | ChoiceAnswer
    | MultiAnswer
    | ScaleAnswer
    | PointAnswer
    | OrderAnswer
    | SortAnswer
    | RingsAnswer
    | LineAnswer
    | DoneAnswer
    | PassAnswer
    | TakenBack
)
