"""Two people as one pair, and how many of them meet again."""

from collections.abc import Iterable
from itertools import combinations

from workshop.domain.words import SeatId

Pairs = frozenset[tuple[SeatId, SeatId]]


def pair(one: SeatId, other: SeatId) -> tuple[SeatId, SeatId]:
    """The same two people, whoever is named first."""
    return (one, other) if one < other else (other, one)


def pairs_in(room: Iterable[SeatId]) -> list[tuple[SeatId, SeatId]]:
    return [pair(one, other) for one, other in combinations(room, 2)]


def repeats(rooms: Iterable[Iterable[SeatId]], met: Pairs) -> int:
    return sum(couple in met for room in rooms for couple in pairs_in(room))
