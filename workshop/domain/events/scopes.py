"""Sets of parts that several events change."""

from workshop.domain.words import PartScope

ALL: frozenset[PartScope] = frozenset({"shared", "console", "screen"})


CLOSED: frozenset[PartScope] = frozenset({"shared", "receipts", "console", "screen"})


PEOPLE: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seat", "seats", "rooms"})


ARRIVED: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seat"})


ROOMS: frozenset[PartScope] = frozenset({"shared", "console", "screen", "seats", "rooms"})


MOVED: frozenset[PartScope] = ROOMS | {"receipts"}
"""Another stage, or none: lines that nobody collected are left out, and phones learn it from the receipts."""


SHOWN: frozenset[PartScope] = frozenset({"shared", "console"})


TURNS: frozenset[PartScope] = frozenset({"shared", "console", "seats"})


CHAIR: frozenset[PartScope] = frozenset({"shared", "console", "seat"})


DESK: frozenset[PartScope] = frozenset({"console", "screen"})


CARDS: frozenset[PartScope] = frozenset({"seats"})
"""Only what stands on the private cards of a rehearsal."""


BOARD: frozenset[PartScope] = frozenset({"console"})
"""Only what facilitators see."""


ROOM: frozenset[PartScope] = frozenset({"console", "rooms"})
"""Something about single rooms that everybody in them sees."""


ROOM_CLOCK: frozenset[PartScope] = ROOM | {"screen"}


PLACED: frozenset[PartScope] = frozenset({"console", "screen", "seat", "seats", "rooms"})
"""Somebody is elsewhere. With them a room may go in which somebody else has still a place."""


STEPPED: frozenset[PartScope] = CARDS | {"console", "screen", "rooms"}
