"""Who meets whom: a round robin on a drawn ring, and a repair that lets few meet again, keeps some apart and leaves nobody alone.

`seated` is the way in. `fresh` begins with the turns of the ring and otherwise walks through exchanges of people (`search`); `apart`
says who can be seated at all; `watching` gives observers their places; `standing` has the rooms that stood before.
"""

from workshop.domain.matching.fresh_rooms import fresh_rooms
from workshop.domain.matching.pairs import Pairs, pair, pairs_in, repeats
from workshop.domain.matching.ring import next_ring, turn
from workshop.domain.matching.seating import How, seated
from workshop.domain.matching.sizes import room_sizes
from workshop.domain.matching.standing import merged_rooms, random_rooms, same_rooms
from workshop.domain.matching.wanted import Seated, Seating, Wanted

__all__ = [
    "How",
    "Pairs",
    "Seated",
    "Seating",
    "Wanted",
    "fresh_rooms",
    "merged_rooms",
    "next_ring",
    "pair",
    "pairs_in",
    "random_rooms",
    "repeats",
    "room_sizes",
    "same_rooms",
    "seated",
    "turn",
]
