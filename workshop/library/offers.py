"""A series of sessions as it is offered, before a group has begun it."""

from typing import Literal

from msgspec import Struct

from workshop.domain.plan import Range


class SessionOffer(Struct, frozen=True):
    """One session of a series. `activities`: their titles, in order; `tender`: ids of its tender ones."""

    number: int
    phase: Literal["arrive", "work", "carry"]
    title: str
    minutes: int
    focus: tuple[str, ...]
    activities: tuple[str, ...]
    tender: tuple[str, ...]
    until: str


class ProgrammeOffer(Struct, frozen=True):
    """A series of sessions as it is offered."""

    id: str
    title: str
    aim: str
    before: str
    after: str
    people: Range
    sessions: tuple[SessionOffer, ...]
