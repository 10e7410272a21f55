"""Sums over options: what choice and multi have in common, and when any input is told in words."""

from collections.abc import Sequence

from workshop.domain.inputs.blurred import ALMOST, ONE, Each, gives_away
from workshop.domain.pictures import Band, NoPicture, OptionSums, OptionWords, Sums
from workshop.domain.words import WORDS_BELOW


def band(count: int, answered: int) -> Band:
    """Both ends are blurred, because "everybody" reveals as much as "nobody" (domain §5)."""
    if count <= ALMOST:
        return "few"
    return "most" if count >= answered - ALMOST else "mixed"


def in_words(counts: Sequence[int], answered: int, *, nobody_tells: bool = False) -> bool:
    """Whether what so many people answered is told in words: below 8, and where (almost) all agree.

    *Almost* all: if words for 8 or more stood only where all agree, they would say just that to whoever knows how many answered;
    and one who differs would know of all others.

    `nobody_tells`: each count is a question of its own, yes or no, so that nobody is as telling as everybody; then words stand
    for (almost) nobody too. Where everybody picks one of several, that nobody picked this one says little of any person.
    """
    return (
        answered < WORDS_BELOW
        or max(counts, default=0) >= answered - ALMOST
        or (nobody_tells and min(counts, default=answered) <= ALMOST)
    )


def option_sums(
    options: int, chosen: Sequence[Sequence[int]], floor: int, *, each: Each = ONE, nobody_tells: bool = False
) -> Sums:
    """Marginal sums, or words (`in_words`); nothing below the floor, and no words that give a count away.

    `chosen` has one entry per answer, without any sign of whose it is.
    """
    answered = len(chosen)
    if answered < floor:
        return NoPicture()
    counts = tuple(sum(option in answer for answer in chosen) for option in range(options))
    if in_words(counts, answered, nobody_tells=nobody_tells):
        bands = tuple(band(count, answered) for count in counts)
        return NoPicture() if gives_away(bands, answered, each) else OptionWords(bands=bands)
    return OptionSums(counts=counts, answered=answered)
