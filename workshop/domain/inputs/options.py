"""Sums over options: what choice and multi have in common."""

from collections.abc import Sequence

from workshop.domain.pictures import Band, NoPicture, OptionSums, OptionWords, Sums
from workshop.domain.words import WORDS_BELOW


def band(count: int, answered: int) -> Band:
    """Both ends are blurred, because "everybody" reveals as much as "nobody" (domain §5)."""
    if count <= 2:
        return "few"
    return "most" if count >= answered - 2 else "mixed"


def all_alike(counts: Sequence[int], answered: int) -> bool:
    """Whether one of the counts is everybody or nobody, where either tells what every single person answered."""
    return any(count in (0, answered) for count in counts)


def option_sums(options: int, chosen: Sequence[Sequence[int]], floor: int) -> Sums:
    """Marginal sums; words below 8 answers or where all agree; nothing below the floor.

    `chosen` has one entry per answer, without any sign of whose it is.
    """
    answered = len(chosen)
    if answered < floor:
        return NoPicture()
    counts = tuple(sum(option in answer for answer in chosen) for option in range(options))
    if answered < WORDS_BELOW or answered in counts:
        return OptionWords(bands=tuple(band(count, answered) for count in counts))
    return OptionSums(counts=counts, answered=answered)
