"""The way in: who sits with whom in the next round."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import structs

from workshop.domain.matching.apart import Foes, foes_of, seatable
from workshop.domain.matching.fresh import fresh
from workshop.domain.matching.mended import mended
from workshop.domain.matching.pairs import pairs_in
from workshop.domain.matching.sizes import MOST_WATCHING, sizes_with_observers
from workshop.domain.matching.standing import dealt, merged_rooms, same_rooms
from workshop.domain.matching.wanted import Seated, Seating, Wanted
from workshop.domain.matching.watching import Watching
from workshop.domain.words import Dice, SeatId

How = Literal["fresh", "random", "same", "merge"]
Rooms = list[list[SeatId]]


def seated(wanted: Wanted, how: How, before: Sequence[Sequence[SeatId]], dice: Dice) -> Seating:
    """Everybody who can have one in one room; nobody alone, and nobody with whom they are not to be.

    `before`: the rooms that stood, for "same" (they stand again where they can, others join smaller ones) and "merge" (whole ones are
    joined into larger ones).
    """
    locked = _locked(wanted)
    placed = {seat for room in locked for seat in (*room.seats, *room.observers)}
    people = [seat for seat in dict.fromkeys(wanted.ring) if seat not in placed]
    watching = [seat for seat in dict.fromkeys(wanted.observers) if seat not in placed and seat not in wanted.ring]
    wanted = structs.replace(wanted, observers=tuple(watching))
    rooms, out = _rooms(people, wanted, how, before, dice)
    seats, missing = _watched(rooms, wanted, dice)
    if missing and rooms:
        # Whom an observer is not to be with sits together, where that leaves another room free for the observer.
        foes = foes_of([*people, *watching], wanted.apart)
        near = wanted.together.union(*(pairs_in(foes.get(seat, ())) for seat in missing))
        other_rooms, other_out = _rooms(people, structs.replace(wanted, together=near), how, before, dice)
        other_seats, still_missing = _watched(other_rooms, wanted, dice)
        if len(other_out) == len(out) and len(still_missing) < len(missing):
            seats, out, missing = other_seats, other_out, still_missing
    return Seating(rooms=(*locked, *seats), out=(*out, *missing))


def _locked(wanted: Wanted) -> list[Seated]:
    """The locked rooms as they were, without those who are not here; not one in which nobody could stay."""
    free, watching = dict.fromkeys(wanted.ring), dict.fromkeys(wanted.observers)
    rooms = []
    for room in wanted.locked:
        seats = tuple(seat for seat in dict.fromkeys(room) if seat in free)
        observers = tuple(seat for seat in dict.fromkeys(room) if seat in watching and seat not in free)
        if len(seats) >= 2 and not foes_of([*seats, *observers], wanted.apart):
            rooms.append(Seated(seats=seats, observers=observers))
            for seat in (*seats, *observers):
                free.pop(seat, None)
                watching.pop(seat, None)
    return rooms


def _rooms(
    people: Sequence[SeatId], wanted: Wanted, how: How, before: Sequence[Sequence[SeatId]], dice: Dice
) -> tuple[Rooms, list[SeatId]]:
    """Of those who take part, and who of them is out."""
    if len(people) < 2:
        return [], list(people)
    watching = len(wanted.observers) if wanted.observes else 0
    foes = foes_of(people, wanted.apart)
    start: Rooms | None = None
    out: list[SeatId] = []
    if foes:
        start, out = seatable(
            people, wanted.apart, wanted.size, lambda count: sizes_with_observers(count, watching, wanted.size), dice
        )
        people = [seat for seat in people if seat not in set(out)]
    if not people:
        return [], out
    sizes = sizes_with_observers(len(people), watching, wanted.size) if start is None else [len(room) for room in start]
    if how == "fresh":
        rooms = fresh(people, wanted, sizes, start, dice)
    elif how == "random":
        rooms = mended(people, wanted, dealt(people, sizes, dice) if start is None else start, frozenset(), dice)
    else:
        rooms = _stood(people, wanted, how, before, dice)
    if start is not None and _broken(rooms, foes):
        # Not found by exchanging people, but there is a way.
        rooms = start
    for room in rooms:
        dice.shuffle(room)
    return rooms, out


def _stood(people: Sequence[SeatId], wanted: Wanted, how: How, before: Sequence[Sequence[SeatId]], dice: Dice) -> Rooms:
    rooms = (merged_rooms if how == "merge" else same_rooms)(before, people, wanted.size, dice)
    together = any(len({one, other} & set(room)) == 1 for room in rooms for one, other in wanted.together)
    foes = foes_of(people, wanted.apart)
    if not together and not _broken(rooms, foes):
        return rooms
    return mended(people, wanted, rooms, frozenset(pair for room in before for pair in pairs_in(room)), dice)


def _broken(rooms: Iterable[Sequence[SeatId]], foes: Foes) -> bool:
    return any(not foes[seat].isdisjoint(room) for room in rooms for seat in room if seat in foes)


def _watched(rooms: Rooms, wanted: Wanted, dice: Dice) -> tuple[list[Seated], list[SeatId]]:
    """The rooms with their observers, and the observers without a place."""
    drawn = list(wanted.observers)
    dice.shuffle(drawn)
    foes = foes_of([*(seat for room in rooms for seat in room), *drawn], wanted.apart)
    drawn.sort(key=lambda seat: -len(foes.get(seat, ())))
    places = [min(MOST_WATCHING, max(0, wanted.size + 1 - len(room))) if wanted.observes else MOST_WATCHING for room in rooms]
    watching = Watching(rooms, foes, wanted.met)
    missing = watching.place(drawn, places)
    found = [Seated(seats=tuple(room), observers=tuple(sees)) for room, sees in zip(rooms, watching.watching, strict=True)]
    return found, [seat for seat in wanted.observers if seat in set(missing)]
