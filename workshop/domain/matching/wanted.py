"""What is asked for, and what comes of it."""

from collections.abc import Mapping

from msgspec import Struct

from workshop.domain.matching.pairs import Pairs
from workshop.domain.words import SeatId


class Wanted(Struct, frozen=True, kw_only=True):
    """Who is to be seated, and what has to be kept."""

    ring: tuple[SeatId, ...]
    """Everybody who takes part, in the drawn order of the round robin (`next_ring`)."""
    observers: tuple[SeatId, ...] = ()
    """Who only watches this round; not in the ring."""
    size: int
    """People in a room, 2 … 6; one more where it does not come out even."""
    observes: bool = False
    """A role of the template is filled by an observer: an observer then counts as one of `size`."""
    met: Mapping[tuple[SeatId, SeatId], int] = {}
    """How often each pair (smaller id first) was in one room before."""
    extra: Mapping[SeatId, int] = {}
    """How often each person sat in a room with one more than the size."""
    apart: Pairs = frozenset()
    """(who asked, the other one): never in one room."""
    together: Pairs = frozenset()
    """Pairs (smaller id first) that a facilitator wants in one room; `apart` wins."""
    locked: tuple[tuple[SeatId, ...], ...] = ()
    """Rooms that stay as they are. Whoever of them is not here is ignored."""
    rounds_left: int = 1
    """With this one."""


class Seated(Struct, frozen=True):
    """One room."""

    seats: tuple[SeatId, ...]
    """Who takes part, in a drawn order: place 0 has the first role."""
    observers: tuple[SeatId, ...] = ()


class Seating(Struct, frozen=True):
    """One round."""

    rooms: tuple[Seated, ...]
    """The locked ones first."""
    out: tuple[SeatId, ...] = ()
    """Who is without a room."""
