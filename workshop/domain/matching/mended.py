"""Rooms that were made by another rule, changed no more than the wishes ask for."""

from collections.abc import Sequence
from typing import Final

from workshop.domain.matching.pairs import Pairs
from workshop.domain.matching.search import Walk
from workshop.domain.matching.wanted import Wanted
from workshop.domain.matching.weights import EXTRA_SEAT, between
from workshop.domain.words import Dice, SeatId

LOOKS: Final = 20_000


def mended(
    people: Sequence[SeatId], wanted: Wanted, start: Sequence[Sequence[SeatId]], kept: Pairs, dice: Dice
) -> list[list[SeatId]]:
    """`kept`: pairs that rather stay in one room. The sizes stay."""
    table = between(people, {}, wanted.apart, wanted.together, kept)
    number_of = {seat: number for number, seat in enumerate(people)}
    had = [wanted.extra.get(seat, 0) ** 2 * EXTRA_SEAT for seat in people]
    even = [0] * len(people)
    places = {len(room): had if len(room) > wanted.size and not kept else even for room in start}
    walk = Walk([[[number_of[seat] for seat in room] for room in start]], table, places, dice)
    rooms = walk.go(max(LOOKS, 2 * (len(people) + 15) * len(people)), walk.rounds[0].least())[0]
    return [[people[number] for number in room] for room in rooms]
