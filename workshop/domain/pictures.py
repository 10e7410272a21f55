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


class OrderSums(Value, frozen=True, tag_field="t", tag="order_sums"):
    """How people ordered the options, in the order of the options."""

    places: tuple[int, ...]
    """Mean place in tenths: 10 is the first place of everybody."""
    upper: tuple[int, ...]
    """Answers that have it in their upper half (of five options: the first two)."""
    answered: int


class OrderWords(Value, frozen=True, tag_field="t", tag="order_words"):
    bands: tuple[Band, ...]
    """How many have it in their upper half."""


class SortSums(Value, frozen=True, tag_field="t", tag="sort_sums"):
    piles: tuple[tuple[int, ...], ...]
    """Per card, answers per pile; who left a card out is in none. Empty for a card that fewer than F people sorted."""
    answered: int


class SortWords(Value, frozen=True, tag_field="t", tag="sort_words"):
    bands: tuple[tuple[Band, ...], ...]
    """Per card, a band per pile; empty for a card that fewer than F people sorted."""


Density = Literal["faint", "present", "dense"]
"""0–2, something between, at least half (domain §5)."""


class HeatSums(Value, frozen=True, tag_field="t", tag="heat_sums"):
    """A square of 3 × 3 fields, row by row from the top, left to right."""

    counts: tuple[int, ...]
    answered: int


class HeatWords(Value, frozen=True, tag_field="t", tag="heat_words"):
    densities: tuple[Density, ...]


class RingsSums(Value, frozen=True, tag_field="t", tag="rings_sums"):
    """People whose map has somebody there, innermost ring first. Never how many each person has."""

    rings: tuple[int, ...]
    """Empty where rings do not travel."""
    marks: tuple[int, ...]
    """Empty where marks do not travel."""
    answered: int


class RingsWords(Value, frozen=True, tag_field="t", tag="rings_words"):
    rings: tuple[Band, ...]
    marks: tuple[Band, ...]


LINE_SLOTS = 6


class LineSlot(Value, frozen=True):
    """A sixth of the line, from left to right. None where fewer than F lines pass it."""

    level: Middle | None
    median: int | None
    """0 … GRID; None where words stand instead."""


class LinePicture(Value, frozen=True, tag_field="t", tag="line_slots"):
    slots: tuple[LineSlot, ...]


class NoPicture(Value, frozen=True, tag_field="t", tag="no_picture"):
    """Fewer answers than the floor, or words that would give a count away: nothing is shown to anybody."""


Sums = (
    OptionSums
    | OptionWords
    | ScalePicture
    | OrderSums
    | OrderWords
    | SortSums
    | SortWords
    | HeatSums
    | HeatWords
    | RingsSums
    | RingsWords
    | LinePicture
    | NoPicture
)
