"""What a person answers. These values are *held*: they live in memory until the stage closes and are in no event, row or log.

Their `repr` says only what kind they are, so that no log line or traceback can quote one.
"""

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


class PassAnswer(Hidden, frozen=True, tag="pass"):
    """A full answer that says nothing."""

    __repr__ = Hidden.__repr__


class TakenBack(Hidden, frozen=True, tag="taken_back"):
    """The person took the answer back while the stage was open."""

    __repr__ = Hidden.__repr__


Answer = TextAnswer | ChoiceAnswer | MultiAnswer | ScaleAnswer | PassAnswer | TakenBack
