"""One round while people change places. A person is a number here, and so is a room."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workshop.domain.matching.weights import KEPT, TOGETHER, WEIGHT, WISH, Between

Places = Mapping[int, Sequence[int]]
"""For each size of a room: what it weighs when each person sits in one of that size."""
Couples = list[tuple[int, int]]


class Change(NamedTuple):
    """Two people change places, or (`other` is nobody) one goes over into a room that is one smaller, so the sizes stay as they are."""

    by: int
    one: int
    other: int
    there: int


NOBODY = -1
FAR = 10**30


class Round:
    """Rooms, and what they weigh."""

    def __init__(self, rooms: Sequence[Sequence[int]], between: Between, places: Places) -> None:
        self.between = between
        self.places = places
        self._sit(rooms)
        self.lowest = -max((-WEIGHT[sign] for sign in (KEPT, TOGETHER) if any(sign in row for row in between)), default=0)
        """What a pair weighs at least."""
        largest = max(map(len, self.rooms))
        partners = [min(row.count(TOGETHER), largest - 1) for row in between]
        lowest = [min(places[size][person] for size in {len(room) for room in self.rooms}) for person in range(len(between))]
        self.ideal = [low - WISH * partner for low, partner in zip(lowest, partners, strict=True)]
        """What each person weighs where nothing could be better."""

    def _sit(self, rooms: Sequence[Sequence[int]]) -> None:
        self.rooms = [list(room) for room in rooms]
        self.room_of = [0] * len(self.between)
        self.costs = [0] * len(self.between)
        for number, room in enumerate(self.rooms):
            for person in room:
                self.room_of[person] = number
            self._count(room)

    def unhappy(self, person: int) -> bool:
        return self.costs[person] > self.ideal[person]

    def weight(self) -> int:
        """Of the round; each pair once."""
        return sum(self._pairs(person) for room in self.rooms for person in room) // 2 + sum(
            self.places[len(room)][person] for room in self.rooms for person in room
        )

    def least(self) -> int:
        """No seating weighs less than that (with two sizes of rooms a seating as light as that may exist)."""
        wishes = sum(row.count(TOGETHER) for row in self.between) // 2
        sizes = sorted(map(len, self.rooms), reverse=True)
        people = range(len(self.between))
        if len(set(sizes)) == 2:
            larger, smaller = self.places[sizes[0]], self.places[sizes[-1]]
            differences = sorted(larger[person] - smaller[person] for person in people)
            seats = sizes[0] * sizes.count(sizes[0])
            return sum(smaller[person] for person in people) + sum(differences[:seats]) - WISH * wishes
        return sum(min(self.places[size][person] for size in set(sizes)) for person in people) - WISH * wishes

    def changes(self, one: int, order: Sequence[int]) -> list[Change]:
        """The lightest first ones of what this person could do, at most a handful; of equal ones those first in the order."""
        row, here = self.between[one], self.room_of[one]
        others = [person for person in self.rooms[here] if person != one]
        costs, room_of, between = self.costs, self.room_of, self.between
        places, lowest = self.places[len(others) + 1], self.lowest * len(others)
        # What this person weighs there less than here.
        into = [sum([WEIGHT[row[person]] for person in room]) + self.places[len(room)][one] - costs[one] for room in self.rooms]
        found: list[Change] = []
        least = FAR
        for other in order:
            there = room_of[other]
            if there != here:
                by = into[there] - WEIGHT[row[other]] - costs[other] + places[other]
                # Most cannot become lighter by whom they would come to sit with, and need not be counted to the end.
                if by + lowest < least:
                    theirs = between[other]
                    by += sum([WEIGHT[theirs[person]] for person in others])
                    if by < least:
                        least = by
                        found.append(Change(by, one, other, there))
        for there, room in enumerate(self.rooms):
            if len(room) == len(others) and there != here:
                by = self._by_going(one, others, room)
                if by <= least:
                    least = by
                    found.append(Change(by, one, NOBODY, there))
        return found[::-1]

    def make(self, change: Change) -> tuple[Couples, Couples]:
        """Returns who no longer sits together, and who now does."""
        _, one, other, there = change
        here = self.room_of[one]
        left, entered = self.rooms[here], self.rooms[there]
        left.remove(one)
        gone = [(one, person) for person in left]
        come: Couples = []
        if other != NOBODY:
            entered.remove(other)
            gone += [(other, person) for person in entered]
            come += [(other, person) for person in left]
            left.append(other)
            self.room_of[other] = here
        come += [(one, person) for person in entered]
        entered.append(one)
        self.room_of[one] = there
        self._count(left)
        self._count(entered)
        return gone, come

    def met(self, couples: Couples, times: int) -> None:
        """Another round of the plan has so many meetings more (or fewer) of these pairs."""
        for one, other in couples:
            if self.between[one][other] < KEPT:
                self.between[one][other] += times
                self.between[other][one] += times
                if self.room_of[one] == self.room_of[other]:
                    self._count((one, other))

    def _pairs(self, person: int) -> int:
        row = self.between[person]
        return sum([WEIGHT[row[other]] for other in self.rooms[self.room_of[person]]])

    def _count(self, people: Sequence[int]) -> None:
        for person in people:
            self.costs[person] = self._pairs(person) + self.places[len(self.rooms[self.room_of[person]])][person]

    def _by_going(self, one: int, others: Sequence[int], room: Sequence[int]) -> int:
        row = self.between[one]
        by = sum(WEIGHT[row[person]] for person in room) - sum(WEIGHT[row[person]] for person in others)
        larger, smaller = self.places[len(room) + 1], self.places[len(others)]
        return (
            by
            + sum(larger[person] - smaller[person] for person in room)
            - sum(larger[person] - smaller[person] for person in others)
        )
