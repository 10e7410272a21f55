"""Rooms that stood before: whole ones joined into larger ones, or the same ones once more."""

from collections.abc import Iterable, Sequence

from workshop.domain.matching.sizes import room_sizes
from workshop.domain.words import Dice, SeatId


def random_rooms(people: Sequence[SeatId], size: int, dice: Dice) -> list[list[SeatId]]:
    return dealt(people, room_sizes(len(people), size), dice)


def dealt(people: Sequence[SeatId], sizes: Iterable[int], dice: Dice) -> list[list[SeatId]]:
    """Drawn rooms of these sizes."""
    drawn = list(people)
    dice.shuffle(drawn)
    places = iter(drawn)
    return [[next(places) for _ in range(count)] for count in sizes]


def merged_rooms(before: Iterable[Sequence[SeatId]], people: Sequence[SeatId], size: int, dice: Dice) -> list[list[SeatId]]:
    """Rooms that stood `before` joined into larger ones, whole where they fit; people who were in none are added evenly.

    Who is not among `people` is out.
    """
    sizes = room_sizes(len(people), size)
    if not sizes:
        return []
    rooms: list[list[SeatId]] = [[] for _ in sizes]
    whole, single = _still_together(before, people, dice)
    for group in sorted(whole, key=len, reverse=True):
        host = min(rooms, key=len)
        if len(host) + len(group) <= sizes[0]:
            host += group
        else:
            single += group
    for seat in single:
        min(rooms, key=len).append(seat)
    # Where threes stay whole among pairs, fewer rooms are needed than people and size give.
    return _nobody_alone([room for room in rooms if room])


def same_rooms(before: Iterable[Sequence[SeatId]], people: Sequence[SeatId], size: int, dice: Dice) -> list[list[SeatId]]:
    """Rooms that stood `before`, where two people or more of them are here and not too many; the others join smaller ones.

    Those for whom there is no free place get rooms of their own.
    """
    whole, single = _still_together(before, people, dice)
    rooms = [group for group in whole if 2 <= len(group) <= size + 1]
    single += [seat for group in whole if group not in rooms for seat in group]
    while single and rooms and len(min(rooms, key=len)) < size:
        min(rooms, key=len).append(single.pop())
    if len(single) != 1 or not rooms:
        return rooms + random_rooms(single, size, dice)
    smallest = min(rooms, key=len)
    if len(smallest) <= size:
        smallest += single
        return rooms
    return _nobody_alone([*rooms, single])


def _still_together(
    before: Iterable[Sequence[SeatId]], people: Sequence[SeatId], dice: Dice
) -> tuple[list[list[SeatId]], list[SeatId]]:
    """What is left of each room, and who was in none; both in a drawn order."""
    missing = set(people)
    whole: list[list[SeatId]] = []
    for room in before:
        group = [seat for seat in dict.fromkeys(room) if seat in missing]
        missing.difference_update(group)
        if group:
            whole.append(group)
    single: list[SeatId] = sorted(missing)
    dice.shuffle(whole)
    dice.shuffle(single)
    return whole, single


def _nobody_alone(rooms: list[list[SeatId]]) -> list[list[SeatId]]:
    """Whoever would be alone is given company out of the largest room."""
    for room in rooms:
        if len(room) == 1 and len(rooms) > 1:
            room.append(max(rooms, key=len).pop())
    return rooms
