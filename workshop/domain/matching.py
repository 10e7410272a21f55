"""Who meets whom: fresh pairs by a round robin on a drawn ring, fresh larger rooms by exchanging people until few meet again.

The circle method: one person stays, the others turn by one place a round, opposite places meet. For an even number of people
who all stay, its N−1 rounds hold no repeat. Of all turns the one with the fewest repeats is taken, so a ring that lost or won
people starts from what has really happened, not from a counter. With an odd number the one left over joins a pair as a third.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from workshop.domain.words import Dice, SeatId

Pairs = frozenset[tuple[SeatId, SeatId]]


def pair(one: SeatId, other: SeatId) -> tuple[SeatId, SeatId]:
    """The same two people, whoever is named first."""
    return (one, other) if one < other else (other, one)


def pairs_in(room: Iterable[SeatId]) -> list[tuple[SeatId, SeatId]]:
    return [pair(one, other) for one, other in combinations(room, 2)]


def next_ring(ring: Sequence[SeatId], people: Sequence[SeatId], dice: Dice) -> tuple[SeatId, ...]:
    """The drawn order with those who went taken out and those who came put at its end, shuffled among themselves."""
    present = set(people)
    kept = [seat for seat in ring if seat in present]
    newcomers: list[SeatId] = sorted(present.difference(kept))
    dice.shuffle(newcomers)
    return (*kept, *newcomers)


def turn(ring: Sequence[SeatId], number: int) -> list[list[SeatId]]:
    """The pairs of turn `number` (0-based); with an odd ring the one left over comes last, alone."""
    places: list[SeatId | None] = list(ring)
    if len(places) % 2:
        places.append(None)
    moved = number % (len(places) - 1)
    circle = [places[0], *places[1 + moved :], *places[1 : 1 + moved]]
    half = len(circle) // 2
    opposite = zip(circle[:half], reversed(circle[half:]), strict=True)
    rooms = [[seat for seat in couple if seat is not None] for couple in opposite]
    return sorted(rooms, key=len, reverse=True)


def with_third(rooms: list[list[SeatId]], met: Pairs, known: Mapping[SeatId, int]) -> list[list[SeatId]]:
    """The one left over joins the pair where it meets the fewest people again.

    Of several such pairs, the one that knows the fewest people: a three knows more, so nobody is in the three every time.
    """
    if len(rooms[-1]) > 1 or len(rooms) == 1:
        return rooms
    *pairs, (alone,) = rooms
    host = min(pairs, key=lambda room: (sum(pair(alone, seat) in met for seat in room), sum(known[seat] for seat in room)))
    return [[*room, alone] if room is host else room for room in pairs]


def repeats(rooms: Iterable[Iterable[SeatId]], met: Pairs) -> int:
    return sum(couple in met for room in rooms for couple in pairs_in(room))


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
    return [people // rooms + (number < people % rooms) for number in range(rooms)]


def random_rooms(people: Sequence[SeatId], size: int, dice: Dice) -> list[list[SeatId]]:
    drawn = list(people)
    dice.shuffle(drawn)
    places = iter(drawn)
    return [[next(places) for _ in range(count)] for count in room_sizes(len(drawn), size)]


def fresh_rooms(ring: Sequence[SeatId], met: Pairs, dice: Dice, size: int = 2) -> list[list[SeatId]]:
    """Rooms in which as few as possible meet again. Who sits in the first place is drawn.

    Nobody is alone unless only one person is there (then there is no room at all).
    """
    if size == 2:
        return _fresh_pairs(ring, met, dice)
    known = Counter(seat for couple in met for seat in couple)
    return _fresh_larger({seat: known[seat] for seat in ring}, met, dice, size)


def _fresh_pairs(ring: Sequence[SeatId], met: Pairs, dice: Dice) -> list[list[SeatId]]:
    """Rooms of two, one of three for an odd number, with the fewest repeats that any turn of the ring has."""
    if len(ring) < 2:
        return []
    turns = len(ring) - 1 + len(ring) % 2
    known = Counter(seat for couple in met for seat in couple)
    best: list[list[SeatId]] = []
    fewest: tuple[int, int] | None = None
    for number in range(turns):
        rooms = with_third(turn(ring, number), met, known)
        again = repeats(rooms, met), sum(known[seat] for room in rooms if len(room) > 2 for seat in room)
        if fewest is None or again < fewest:
            best, fewest = rooms, again
        if fewest == (0, 0):
            break
    for room in best:
        dice.shuffle(room)
    return best


MOST_LOOKS = 20_000
"""Exchanges of two people that are looked at for one round of larger rooms: bounds the work, however many are there."""
TRIES = 8
"""Drawn beginnings; the best end is taken."""
REPEAT = 1_000_000
"""A pair that meets again weighs more than any unevenness of who sits in the larger rooms."""


def _fresh_larger(known: Mapping[SeatId, int], met: Pairs, dice: Dice, size: int) -> list[list[SeatId]]:
    """Drawn rooms, in which two people of different rooms change places as long as that lets fewer meet again.

    `known`: everybody who is here, and how many people each one knows. Where the rooms are not all of one size, whoever knows many
    sits in a smaller one: so nobody is in the odd one every time.
    """
    best: list[list[SeatId]] = []
    fewest: int | None = None
    looks = MOST_LOOKS
    for _ in range(TRIES):
        seating = _Seating(_begun(known, dice, size), met, known)
        looks = seating.improve(looks)
        weight = seating.weight()
        if fewest is None or weight < fewest:
            best, fewest = seating.rooms(), weight
        if fewest <= seating.least() or looks <= 0:
            break
    for room in best:
        dice.shuffle(room)
    return best


def _begun(known: Mapping[SeatId, int], dice: Dice, size: int) -> list[list[SeatId]]:
    """Drawn rooms; where few are larger than the others, those who know the fewest people sit there, where few are smaller, the most."""
    rooms = random_rooms(list(known), size, dice)
    larger = [room for room in rooms if len(room) > len(rooms[-1])]
    few = larger if 2 * len(larger) < len(rooms) else [room for room in rooms if room not in larger]
    if not larger:
        return rooms
    drawn = [seat for room in rooms for seat in room]
    dice.shuffle(drawn)
    chosen = iter(sorted(drawn, key=lambda seat: known[seat], reverse=few is not larger)[: sum(map(len, few))])
    odd = [[next(chosen) for _ in room] for room in few]
    sitting = {seat for room in odd for seat in room}
    rest = iter(seat for seat in drawn if seat not in sitting)
    others = [[next(rest) for _ in room] for room in rooms if room not in few]
    return sorted([*odd, *others], key=len, reverse=True)


class _Seating:
    """Who sits where while people change places. A person is a number here, and so is a room."""

    def __init__(self, rooms: Sequence[Sequence[SeatId]], met: Pairs, known: Mapping[SeatId, int]) -> None:
        self.seats = [seat for room in rooms for seat in room]
        self.room = [number for number, room in enumerate(rooms) for _ in room]
        self.sizes = [len(room) for room in rooms]
        number_of = {seat: number for number, seat in enumerate(self.seats)}
        self.known = [known[seat] for seat in self.seats]
        self.friends: list[set[int]] = [set() for _ in self.seats]
        for one, other in met:
            if one in number_of and other in number_of:
                self.friends[number_of[one]].add(number_of[other])
                self.friends[number_of[other]].add(number_of[one])
        self.again = [[0] * len(rooms) for _ in self.seats]
        """How many people each person would meet again in each room."""
        for person, friends in enumerate(self.friends):
            for friend in friends:
                self.again[person][self.room[friend]] += 1

    def improve(self, looks: int) -> int:
        """Until no exchange makes it better, or so many were looked at. Returns how many looks are left."""
        better = True
        while better and looks > 0:
            better = False
            for one in range(len(self.seats)):
                if looks <= 0:
                    break
                # Whoever meets nobody again has a reason to move only where rooms differ in size.
                if not self.again[one][self.room[one]] and self.sizes[0] == self.sizes[-1]:
                    continue
                for other in range(len(self.seats)):
                    looks -= 1
                    if self._gain(one, other) > 0:
                        self._exchange(one, other)
                        better = True
        return looks

    def _gain(self, one: int, other: int) -> int:
        """By how much the weight falls when these two change places."""
        here, there = self.room[one], self.room[other]
        if here == there:
            return 0
        mine, theirs = self.again[one], self.again[other]
        fewer = mine[here] - mine[there] + theirs[there] - theirs[here] + 2 * (other in self.friends[one])
        return fewer * REPEAT + (self.sizes[here] - self.sizes[there]) * (self.known[one] - self.known[other])

    def _exchange(self, one: int, other: int) -> None:
        here, there = self.room[one], self.room[other]
        for person, left, entered in ((one, here, there), (other, there, here)):
            self.room[person] = entered
            for friend in self.friends[person]:
                self.again[friend][left] -= 1
                self.again[friend][entered] += 1

    def least(self) -> int:
        """The weight of rooms in which nobody meets again and those who know the most sit in the smallest."""
        places = sorted(size for size in self.sizes for _ in range(size))
        return sum(size * known for size, known in zip(places, sorted(self.known, reverse=True), strict=True))

    def weight(self) -> int:
        repeated = sum(self.again[person][room] for person, room in enumerate(self.room)) // 2
        uneven = sum(self.sizes[room] * known for room, known in zip(self.room, self.known, strict=True))
        return repeated * REPEAT + uneven

    def rooms(self) -> list[list[SeatId]]:
        sitting = list(zip(self.seats, self.room, strict=True))
        return [[seat for seat, room in sitting if room == number] for number in range(len(self.sizes))]


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
