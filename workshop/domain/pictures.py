"""What a group picture holds: marginal sums per option or step, or words where sums would say too much."""

from typing import Literal

from workshop.domain.words import Value

Band = Literal["few", "mixed", "most"]
"""0–2, something between, all but at most 2 (domain §5)."""
Middle = Literal["low", "middle", "high"]
Spread = Literal["close", "spread"]


class OptionSums(Value, frozen=True, tag_field="t", tag="option_sums"):
    """Answers per option, in the order of the options."""

    counts: tuple[int, ...]
    answered: int


class OptionWords(Value, frozen=True, tag_field="t", tag="option_words"):
    bands: tuple[Band, ...]


class ScaleSums(Value, frozen=True):
    key: str
    counts: tuple[int, ...] | None
    """Answers per step; None where words stand instead, or fewer than F people touched this item."""
    middle: Middle | None
    spread: Spread | None


class ScalePicture(Value, frozen=True, tag_field="t", tag="scale_sums"):
    items: tuple[ScaleSums, ...]


class NoPicture(Value, frozen=True, tag_field="t", tag="no_picture"):
    """Fewer answers than the floor: nothing is shown to anybody."""


Sums = OptionSums | OptionWords | ScalePicture | NoPicture
