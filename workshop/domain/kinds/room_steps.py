"""The steps of one breakout: who does what for how long, cut for the number of people in it.

With `swap` the room stays for all rounds and the roles move on by one place a turn; otherwise each round is a new room.
A room of one more than the template has roles plays one turn per person, each shortened, so that all rooms end together.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from workshop.domain.plan import RoomStep, StageTemplate
from workshop.domain.words import Millis


class CutStep(Struct, frozen=True):
    do: str
    length: Millis
    places: tuple[int, ...]
    """Whose step it is; empty for everybody."""
    roles: tuple[str | None, ...]
    """The role of each place while it lasts."""


def _places(who: str, roles: tuple[str | None, ...]) -> tuple[int, ...]:
    return () if who == "all" else tuple(place for place, role in enumerate(roles) if role == who)


def _turn_roles(template: StageTemplate, people: int, turn: int) -> tuple[str | None, ...]:
    roles = template.roles
    if people <= template.size:
        return tuple(roles[(place - turn) % template.size] for place in range(template.size))
    # One more person than roles: each has the first role once, the others share the last.
    return tuple(roles[0] if place == turn else roles[-1] for place in range(people))


def _whole(lengths: Sequence[float]) -> list[Millis]:
    """The lengths in whole milliseconds with the same sum, so that rooms of other pieces end at the same moment."""
    ends = [round(end) for end in accumulate(lengths)]
    return [end - start for start, end in pairwise([0, *ends])]


def _swapped(template: StageTemplate, people: int) -> tuple[CutStep, ...]:
    turns = people if people > template.size else template.rounds
    share = template.rounds / turns
    lengths = iter(_whole([step.seconds * 1000 * share for _ in range(turns) for step in template.room_steps]))
    steps: list[CutStep] = []
    for turn in range(turns):
        roles = _turn_roles(template, people, turn)
        steps += [CutStep(step.do, next(lengths), _places(step.who, roles), roles) for step in template.room_steps]
    return tuple(steps)


def _shared_out(template: StageTemplate, people: int) -> tuple[CutStep, ...]:
    """The named steps of a pair, one per person of a three: the same time in all, split evenly."""
    roles: tuple[str | None, ...] = (*template.roles, *[None] * (people - template.size))
    named = [step for step in template.room_steps if step.who != "all"]
    pieces = len(named) + people - template.size
    lengths = iter(_whole([sum(step.seconds for step in named) * 1000 / pieces] * pieces))
    steps: list[CutStep] = []
    for step in template.room_steps:
        if step.who == "all":
            steps.append(CutStep(step.do, step.seconds * 1000, (), roles))
            continue
        steps.append(CutStep(step.do, next(lengths), _places(step.who, roles), roles))
        if step is named[-1]:
            steps += [CutStep(step.third or step.do, next(lengths), (place,), roles) for place in range(template.size, people)]
    return tuple(steps)


def cut_steps(template: StageTemplate, people: int) -> tuple[CutStep, ...]:
    """The steps of a room that was formed for `people`. A room that shrinks keeps them: a leaver never ends anybody's round."""
    if template.swap:
        return _swapped(template, people)
    if people > template.size and template.roles != ("all",):
        return _shared_out(template, people)
    roles: tuple[str | None, ...] = template.roles if template.roles != ("all",) else (None,) * people

    def cut(step: RoomStep) -> CutStep:
        return CutStep(step.do, step.seconds * 1000, _places(step.who, roles), roles)

    return tuple(cut(step) for step in template.room_steps)


def rounds_of_rooms(template: StageTemplate) -> int:
    """How often new rooms are formed: once when the roles swap inside a room."""
    return 1 if template.swap else template.rounds
