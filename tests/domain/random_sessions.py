"""Random sessions: people and facilitators who wish anything at any time, with everything drawn from one seed.

Every answer is marked text, so that a test can look for it where it must not be. `Moment` is one fact with the state around it.
"""

import random
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from tests.domain.pictures_of import Part, Parts, parts_of
from tests.domain.random_check_ins import OFTEN, wish_about_check_in
from tests.domain.random_wishes import Group
from workshop.domain import views
from workshop.domain.commands import AnyCommand
from workshop.domain.decider import evolve
from workshop.domain.deciding import Actor, Apart
from workshop.domain.events import AnyEvent
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import Millis

SEEDS = tuple(range(80))
PINNED: tuple[int, ...] = ()
"""Seeds that once failed, each with what it found."""
STEPS = 280


class Moment(Struct, frozen=True):
    event: AnyEvent
    at: Millis
    before: Session
    texts_before: Mapping[str, str]
    after: Session
    texts_after: Mapping[str, str]
    settled: bool
    """Whether it is the last fact of its wish: what comes before it is never seen by a node."""
    apart: Apart
    """Who would rather not be in a room with whom."""


class Played(Struct, frozen=True):
    seed: int
    start: Session
    moments: tuple[Moment, ...]
    wished: int
    refused: int
    written: tuple[str, ...]
    """Every card that anybody wrote, shown or not."""

    @property
    def end(self) -> Session:
        return self.moments[-1].after

    def settled(self) -> list[Moment]:
        return [moment for moment in self.moments if moment.settled]


def moments(group: Group) -> Iterator[Moment | Refusal]:
    """What one wish leads to: its facts one by one, or a refusal."""
    group.story.at += group.dice.choice([0, 40, 900, 7_000])
    yield from granted(group, *group.wish())


def granted(group: Group, command: AnyCommand, actor: Actor) -> Iterator[Moment | Refusal]:
    story = group.story
    outcome = story.wish(command, actor)
    if isinstance(outcome, Refusal):
        yield outcome
        return
    before, texts_before, logged = story.session, dict(story.texts), len(story.log)
    story.grant(command, outcome, actor)
    happened = story.log[logged:]
    for number, (event, at) in enumerate(happened, start=1):
        after = evolve(before, event, at)
        settled = len(happened) == number
        yield Moment(event, at, before, texts_before, after, dict(story.texts), settled, story.apart)
        before, texts_before = after, dict(story.texts)


@cache
def played(seed: int) -> Played:
    group, beside = Group(seed), random.Random(seed)
    found: list[Moment] = []
    refused = wished = 0
    for _ in range(STEPS):
        came = list(moments(group))
        wished += 1
        if beside.random() < OFTEN:
            came += granted(group, *wish_about_check_in(group.story.session, beside))
            wished += 1
        for one in came:
            if isinstance(one, Refusal):
                refused += 1
            else:
                found.append(one)
    return Played(seed, group.story.start, tuple(found), wished, refused, tuple(group.written))


class Change(Struct, frozen=True):
    """One fact with all parts before and after it."""

    moment: Moment
    before: Parts
    after: Parts

    @property
    def declared(self) -> set[Part]:
        event = self.moment.event
        return views.touched(self.moment.after, type(event).touches, getattr(event, "seat", None))


@cache
def changes(seed: int) -> tuple[Change, ...]:
    found: list[Change] = []
    one = played(seed)
    before = parts_of(one.start, {})
    for moment in one.moments:
        after = parts_of(moment.after, moment.texts_after)
        found.append(Change(moment, before, after))
        before = after
    return tuple(found)


def all_played() -> Iterator[Played]:
    for seed in (*SEEDS, *PINNED):
        yield played(seed)
