"""How many people sit in each room, before anybody is named."""

from collections.abc import Iterator

SMALL = 16
"""Up to so many people every way to divide them is tried before somebody goes without a room."""
MOST_WATCHING = 2
"""Observers in one room: more would be an audience."""


def room_sizes(people: int, size: int) -> list[int]:
    """How many people sit in each room, largest first: as even as possible, never one alone, none larger than one over the size.

    As many rooms as people and size give, rounded, a half downwards; but rather fours than a pair among threes, where nobody could
    observe. No room at all for fewer than two people.
    """
    if people < 2:
        return []
    least = -(-people // (size + 1))
    rooms = max(1, -((size - 2 * people) // (2 * size)), least)
    if size == 3 and people // rooms == 2:
        rooms = max(least, rooms - 1)
    return evenly(people, rooms)


def evenly(people: int, rooms: int) -> list[int]:
    return [people // rooms + (number < people % rooms) for number in range(rooms)]


def sizes_with_observers(people: int, observers: int, size: int) -> list[int]:
    """How many *take part* in each room where an observer fills one of the places, those with most observers last.

    Six people and three observers in threes are three rooms of two and one. As many rooms as two in each who take part allow, so
    that no more observers than that are left without a place.
    """
    rooms = len(room_sizes(people + observers, size))
    rooms = min(max(rooms, -(-observers // MOST_WATCHING)), people // 2)
    if rooms < 1 or not observers:
        return room_sizes(people, size)
    watching = min(observers, MOST_WATCHING * rooms, rooms * (size + 1) - people)
    if watching < 0:
        return room_sizes(people, size)
    totals = evenly(people + watching, rooms)
    taking = [total - seen for total, seen in zip(totals, evenly(watching, rooms), strict=True)]
    return sorted(taking, reverse=True) if min(taking) >= 2 else evenly(people, rooms)


def other_sizes(people: int, size: int) -> Iterator[list[int]]:
    """Other ways to divide them, the most even first: rooms of two and more, none larger than one over the size.

    Wishes to be apart can ask for them: of four people in threes, who would be one room, two pairs can still be made.
    For many people only the likely ones: other numbers of rooms, and a few rooms that are smaller than the rest.
    """
    if people <= SMALL:
        yield from sorted(_divided(people, 2, size + 1), key=lambda sizes: (_unevenness(sizes, size), sizes))
        return
    usual = len(room_sizes(people, size))
    smallest = people // 2
    more = {min(usual + extra, smallest) for extra in (1, 2, 3)} | {
        usual + (smallest - usual) * step // 4 for step in range(1, 5)
    }
    yield from (evenly(people, rooms) for rooms in sorted(more) if rooms > usual)
    for small in range(2, size + 1):
        for count in (1, 2, 3, 4):
            if people - small * count > SMALL // 2:
                yield [*room_sizes(people - small * count, size), *([small] * count)]


def _divided(people: int, least: int, most: int) -> Iterator[list[int]]:
    if not people:
        yield []
    for first in range(least, min(people, most) + 1):
        for rest in _divided(people - first, first, most):
            yield [*rest, first]


def _unevenness(sizes: list[int], size: int) -> int:
    return sum((one - size) ** 2 for one in sizes)
