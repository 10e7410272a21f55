"""What it weighs when two people sit in one room, as one byte for each pair.

Each kind outweighs everything below it: a wish to be apart, a facilitator's wish to see two together, a repeat, how often that pair
met already, who has the extra seat, and who knows more people than others.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workshop.domain.matching.pairs import Pairs
from workshop.domain.words import SeatId

Between = list[bytearray]
"""For each person (by number) and each other one: how often they met, or one of the signs below."""

OFTEN: Final = 200
"""More meetings than that are counted as so many."""
KEPT: Final = 253
TOGETHER: Final = 254
APART: Final = 255

REPEAT: Final = 10**10
FOR_EACH_TIME: Final = 10**6
EXTRA_SEAT: Final = 10**3
WISH: Final = 10**14
NEVER: Final = 10**18

WEIGHT: Final = (0, *(REPEAT + times * FOR_EACH_TIME for times in range(1, KEPT)), -REPEAT, -WISH, NEVER)


def between(
    people: Sequence[SeatId], met: Mapping[tuple[SeatId, SeatId], int], apart: Pairs, together: Pairs, kept: Pairs = frozenset()
) -> Between:
    """`kept`: who sat together and should go on so."""
    numbers = {seat: number for number, seat in enumerate(people)}
    table = [bytearray(len(people)) for _ in people]

    def mark(couples: Iterable[tuple[SeatId, SeatId]], sign: int) -> None:
        for one, other in couples:
            if one in numbers and other in numbers:
                table[numbers[one]][numbers[other]] = table[numbers[other]][numbers[one]] = sign

    for couple, times in met.items():
        mark((couple,), min(times, OFTEN))
    mark(kept, KEPT)
    mark(together, TOGETHER)
    mark(apart, APART)
    return table


def known(people: Sequence[SeatId], met: Mapping[tuple[SeatId, SeatId], int]) -> dict[SeatId, int]:
    """How many of all people each one has met."""
    counts = dict.fromkeys(people, 0)
    for couple, times in met.items():
        for seat in couple:
            if times and seat in counts:
                counts[seat] += 1
    return counts


def with_rounds(table: Between, rounds: Iterable[Iterable[Sequence[int]]]) -> Between:
    """As if those rounds had been played."""
    rows = [bytearray(row) for row in table]
    for rooms in rounds:
        for room in rooms:
            for one in room:
                for other in room:
                    if one != other and rows[one][other] < KEPT:
                        rows[one][other] += 1
    return rows
