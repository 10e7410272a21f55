"""Several rounds at once, in which people change places as long as that lets fewer meet again.

A walk with a short memory (tabu search): the best change is made even when it makes things worse for the moment, and nobody goes
straight back. So it leaves the seatings in which every single exchange is a loss, where a plain descent of a small group ends.
The way was described for the social golfer problem by Dotú and Van Hentenryck (CPAIOR 2005).
"""

from collections.abc import Sequence
from typing import Final

from workshop.domain.matching.round import FAR, Change, Places, Round
from workshop.domain.matching.weights import Between
from workshop.domain.words import Dice

Rooms = list[list[int]]

STALE: Final = 60
"""Changes without a better seating, beside one for each person, after which somebody is moved at random."""


class Walk:
    """The rounds of a plan, what they weigh together, and the lightest that they were on the way."""

    def __init__(self, plan: Sequence[Sequence[Sequence[int]]], table: Between, places: Places, dice: Dice) -> None:
        self.rounds: list[Round] = []
        self.weight = 0
        self.dice = dice
        for rooms in plan:
            joining = Round(rooms, [bytearray(row) for row in table], places)
            for earlier in self.rounds:
                joining.met(_couples(earlier), 1)
            self.weight += joining.weight()
            for earlier in self.rounds:
                earlier.met(_couples(joining), 1)
            self.rounds.append(joining)
        self.order = list(range(len(table)))
        self.tenure = 1 + min(len(table) // 5, 8)
        self.closed: dict[tuple[int, int, int], int] = {}
        """Until which step a person does not go back to a room of a round."""
        self.step = self.stale = 0
        self.lightest = FAR
        self.best: list[Rooms] = []
        self._look()

    def go(self, looks: int, enough: int) -> list[Rooms]:
        """Until it weighs as little as `enough`, or so many places were looked at. Returns the rooms of each round."""
        moved = True
        while moved and looks > 0 and self.lightest > enough:
            moved = False
            self.dice.shuffle(self.order)
            for person in tuple(self.order):
                for number, seated in enumerate(self.rounds):
                    if looks > 0 and self.lightest > enough and seated.unhappy(person):
                        looks -= len(self.order) + 15 + 2 * len(self.rounds) * len(seated.rooms[0])
                        moved = self._change(number, seated.changes(person, self.order)) or moved
            if self.stale > STALE + len(self.order):
                self._stumble()
        return self.best

    def _change(self, number: int, changes: Sequence[Change]) -> bool:
        chosen = next((change for change in changes if self._allowed(number, change)), None)
        if chosen is not None:
            self._make(number, chosen)
        return bool(changes)

    def _allowed(self, number: int, change: Change) -> bool:
        if self.weight + change.by < self.lightest:
            return True
        here = self.rounds[number].room_of[change.one]
        closed = self.closed.get((number, change.one, change.there), 0), self.closed.get((number, change.other, here), 0)
        return max(closed) <= self.step

    def _make(self, number: int, change: Change) -> None:
        here = self.rounds[number].room_of[change.one]
        gone, come = self.rounds[number].make(change)
        for other, seated in enumerate(self.rounds):
            if other != number:
                seated.met(gone, -1)
                seated.met(come, 1)
        self.weight += change.by
        self.step += 1
        self.closed[number, change.one, here] = self.step + self.tenure
        self.closed[number, change.other, change.there] = self.step + self.tenure
        self._look()

    def _look(self) -> None:
        self.stale += 1
        if self.weight < self.lightest:
            self.lightest, self.stale = self.weight, 0
            self.best = [[list(room) for room in seated.rooms] for seated in self.rounds]

    def _stumble(self) -> None:
        """A quarter of the people change places with whom they happen to: elsewhere there may be a better seating."""
        self.stale = 0
        for number, seated in enumerate(self.rounds):
            self.dice.shuffle(self.order)
            for place in range(0, len(self.order) // 2, 2):
                for change in seated.changes(self.order[place], self.order[place + 1 : place + 2])[-1:]:
                    self._make(number, change)


def _couples(seated: Round) -> list[tuple[int, int]]:
    return [(one, other) for room in seated.rooms for number, one in enumerate(room) for other in room[:number]]
