"""How often somebody who only guesses is right, exactly: the number of hits when guesses are one to one and everything is shuffled.

Of a stage somebody guesses `cards` cards, each another one of `people` people. Where nothing is known every way of giving these cards
to people is equally likely, so the hits are counted by inclusion and exclusion, and stages add up by convolution.
"""

import functools
import math
from collections import Counter
from collections.abc import Sequence

Group = tuple[int, int]
"""(cards guessed, people among whom) of one stage."""
NEGLIGIBLE = 1e-40


@functools.cache
def hits_of_one(cards: int, people: int) -> tuple[float, ...]:
    """Probabilities of 0, 1, … hits in one stage."""
    whole = math.perm(people, cards)

    def none_of(left: int, among: int) -> int:
        """Ways of giving `left` cards to `among` people without a single hit."""
        signed = ((-1) ** wrong * math.comb(left, wrong) * math.perm(among - wrong, left - wrong) for wrong in range(left + 1))
        return sum(signed)

    return tuple(math.comb(cards, hits) * none_of(cards - hits, people - hits) / whole for hits in range(cards + 1))


def _added(one: Sequence[float], other: Sequence[float]) -> list[float]:
    sums = [0.0] * (len(one) + len(other) - 1)
    for at, share in enumerate(one):
        if share > NEGLIGIBLE:
            for more, part in enumerate(other):
                sums[at + more] += share * part
    while len(sums) > 1 and sums[-1] <= NEGLIGIBLE:
        sums.pop()
    return sums


@functools.lru_cache(maxsize=4096)
def _hits(groups: tuple[tuple[Group, int], ...]) -> tuple[float, ...]:
    together = [1.0]
    for (cards, people), times in groups:
        one, power = hits_of_one(cards, people), [1.0]
        for _ in range(times):
            power = _added(power, one)
        together = _added(together, power)
    return tuple(together)


def p_of(groups: Sequence[Group], hits: int) -> float:
    """How likely so many hits or more are by guessing."""
    distribution = _hits(tuple(sorted(Counter(groups).items())))
    return min(1.0, math.fsum(distribution[hits:]))


def expected(groups: Sequence[Group]) -> float:
    """Hits by guessing, in the mean."""
    return math.fsum(cards / people for cards, people in groups)


def deviation(groups: Sequence[Group]) -> float:
    """The standard deviation of the hits by guessing."""
    return math.sqrt(math.fsum(_variance(cards, people) for cards, people in groups))


def _variance(cards: int, people: int) -> float:
    mean = cards / people
    return math.fsum(share * (hits - mean) ** 2 for hits, share in enumerate(hits_of_one(cards, people)))
