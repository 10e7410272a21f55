"""Why the bound on repeats is one without foresight: a proof by trying everything, for six people in pairs of whom two leave.

Whatever the first two rounds are, there are two people after whose leaving somebody meets again within two more rounds; and there are
first rounds, chosen by whoever knew these two, after which nobody does. So plans that know who will leave cannot always be matched by
any method that does not, ours or another. (Two rounds without a repeat are a ring of six; two neighbours of it leave.)
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

Couple = tuple[int, int]
Round = tuple[Couple, ...]
PEOPLE = (0, 1, 2, 3, 4, 5)


def pairings(people: Sequence[int]) -> Iterator[Round]:
    """Every way to pair these."""
    if not people:
        yield ()
        return
    first, *others = people
    for other in others:
        for rest in pairings([one for one in others if one != other]):
            yield ((first, other), *rest)


def repeats(rounds: Sequence[Round]) -> int:
    """How many couples met before, over all rounds."""
    couples = [couple for pairing in rounds for couple in pairing]
    return len(couples) - len(set(couples))


def fewest(begun: Sequence[Round], staying: Sequence[int]) -> int:
    """Repeats over the whole evening, if two more rounds of those who stay are chosen as well as can be."""
    return min(repeats([*begun, third, fourth]) for third in pairings(staying) for fourth in pairings(staying))


def staying_without(leaving: Couple) -> list[int]:
    return [one for one in PEOPLE if one not in leaving]


def test_whoever_leaves_there_are_rounds_that_knew_it_and_had_no_repeat() -> None:
    known = {
        leaving: min(
            fewest((first, second), staying_without(leaving)) for first in pairings(PEOPLE) for second in pairings(PEOPLE)
        )
        for leaving in combinations(PEOPLE, 2)
    }
    assert set(known.values()) == {0}


def test_no_two_first_rounds_are_safe_from_everybody_who_may_leave() -> None:
    for first in pairings(PEOPLE):
        for second in pairings(PEOPLE):
            worst = max(fewest((first, second), staying_without(leaving)) for leaving in combinations(PEOPLE, 2))
            assert worst > 0, (first, second)
