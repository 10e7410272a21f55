"""Whether words keep what they blur. Which counts they stand for is known, and so is what all counts add up to.

Of six people who each chose one of three, "mixed, mixed, few" can only be 3, 3 and 0: then the words are a number. Such words are
not told, and neither is whether that or too few answers was the reason: the reason alone would say as much as the words.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from workshop.domain.pictures import Band, Density

ALMOST: Final = 2
"""A count that is everybody or nobody but for so many is told in words, however many answered."""
LEAST_REAL: Final = 4
"""Fewer answers are unsealed in practice alone, which says that it hides little."""
LEAST_MIDDLE: Final = 5
"""Of four, the middle is so low or so high that three are on one side of it: the fourth would know about all others."""
ONE: Final = (1, 1)
"""Each answer counts once."""

Each = tuple[int, int]
"""In how many of the counts each answer is, at least and at most."""
Span = tuple[int, int]
"""The smallest and the largest count that there can be."""


def middle_floor(floor: int) -> int:
    """How many have to answer until the middle of them is told, where so many have to for any picture."""
    return floor if floor < LEAST_REAL else max(floor, LEAST_MIDDLE)


def _span(word: Band | Density, answered: int) -> Span:
    """What is told by this word."""
    match word:
        case "few" | "faint":
            return 0, min(ALMOST, answered)
        case "mixed":
            return ALMOST + 1, answered - ALMOST - 1
        case "most":
            return max(ALMOST + 1, answered - ALMOST), answered
        case "present":
            return ALMOST + 1, (answered - 1) // 2
        case "dense":
            return max(ALMOST + 1, (answered + 1) // 2), answered


def gives_away(words: Sequence[Band | Density], answered: int, each: Each = ONE) -> bool:
    """Whether somebody who knows how many answered, and at most their own answer, could solve for a count that is told as few, most,
    faint or dense.

    A count in the middle is no secret: from eight answers on it stands on the screen as a number.
    """
    if answered < LEAST_REAL:
        return False
    spans = [_span(word, answered) for word in words]
    ends = [place for place, word in enumerate(words) if word not in ("mixed", "present")]
    return any(_solved(known, ends, sums) for known, sums in _known(spans, answered, each))


def _known(spans: Sequence[Span], answered: int, each: Each) -> Iterator[tuple[Sequence[Span], Span]]:
    """Each count and what all add up to, as they can be: for whoever was not there, then for each answer that somebody may have given."""
    least, most = each
    yield spans, (least * answered, most * answered)
    others = answered - 1
    for size in range(least, most + 1):
        for own in combinations(range(len(spans)), size):
            known = [(max(low, 1), high) if place in own else (low, min(high, others)) for place, (low, high) in enumerate(spans)]
            yield known, (size + least * others, size + most * others)


def _solved(spans: Sequence[Span], ends: Sequence[int], sums: Span) -> bool:
    """Whether one of the `ends` can only be one count."""
    (least, most), lowest, highest = sums, sum(low for low, _ in spans), sum(high for _, high in spans)
    if lowest > most or highest < least or any(low > high for low, high in spans):
        return False  # nobody of this group answered so
    return any(
        max(low, least - (highest - high)) == min(high, most - (lowest - low)) for low, high in (spans[place] for place in ends)
    )
