"""The steps of one breakout: who does what for how long, cut for the number of people in it.

With `swap` the room stays for all rounds and the roles move on by one place a turn; otherwise each round is a new room.
A room of more people than roles plays one turn per person, each shortened; a room of fewer leaves out the steps of the roles that it
has not and spreads their seconds. So all rooms end together.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from msgspec import Struct, structs

from workshop.domain.plan import RoomStep, StageTemplate
from workshop.domain.words import OBSERVER, Millis

EVERYBODY = ("all",)
"""The roles of a room that has none."""


class CutStep(Struct, frozen=True):
    do: str
    length: Millis
    places: tuple[int, ...]
    """Whose step it is; empty for everybody, and for those who watch (`watchers`)."""
    roles: tuple[str | None, ...]
    """The role of each place while it lasts."""
    turn: int = 0
    """0-based; each turn moves the roles on."""
    take: int = 0
    """How many steps of the first role have begun in this turn, this one with it: 2 in a second take."""
    watchers: bool = False
    """It is the step of those who only watch."""


class _Shape(Struct, frozen=True):
    """What the steps depend on beside the number of people."""

    steps: tuple[RoomStep, ...]
    roles: tuple[str, ...]
    size: int
    rounds: int
    swap: bool
    watched: bool

    @property
    def millis(self) -> Millis:
        """How long one room takes, whoever is in it."""
        return sum(step.seconds for step in self.steps) * 1000 * (self.rounds if self.swap else 1)


def cut_steps(template: StageTemplate, people: int, *, watched: bool = False) -> tuple[CutStep, ...]:
    """The steps of a room that was formed for `people`. A room that shrinks keeps them: a leaver never ends anybody's round.

    `watched`: somebody more is there who has the observer's role in every turn, so that the others take turns at the other roles.
    """
    observed = watched and has_observer(template)
    roles = tuple(role for role in template.roles if role != OBSERVER) if observed else template.roles
    size = template.size - observed
    return _cut(_Shape(template.room_steps, roles, size, template.rounds, template.swap, observed), people)


def has_observer(template: StageTemplate) -> bool:
    return OBSERVER in template.roles


def rounds_of_rooms(template: StageTemplate) -> int:
    """How often new rooms are formed: once when the roles swap inside a room."""
    return 1 if template.swap else template.rounds


def role_at(step: CutStep, place: int) -> str | None:
    """Somebody who joined a standing room is one more of its last role."""
    return step.roles[place] if place < len(step.roles) else step.roles[-1]


@lru_cache(maxsize=512)
def _cut(shape: _Shape, people: int) -> tuple[CutStep, ...]:
    if shape.swap:
        steps = _swapped(shape, people)
    elif shape.roles != EVERYBODY and people > shape.size:
        steps = _shared_out(shape, people)
    else:
        steps = _turns(shape, people, 1)
    return _with_takes(steps, shape.roles[0] if shape.roles else "")


def _swapped(shape: _Shape, people: int) -> tuple[CutStep, ...]:
    """One turn per person where people and roles are not as many, else one a round."""
    return _turns(shape, people, people if people > shape.size else min(shape.rounds, max(people, 1)))


def _turns(shape: _Shape, people: int, turns: int) -> tuple[CutStep, ...]:
    own = _own_steps(shape, people)
    share = shape.millis / (turns * sum(step.seconds for step in own))
    lengths = iter(_whole([step.seconds * share for _ in range(turns) for step in own]))
    steps: list[CutStep] = []
    for turn in range(turns):
        roles = _turn_roles(shape, people, turn)
        steps += [
            CutStep(step.do, next(lengths), _places(step.who, roles), roles, turn, watchers=_watches(shape, step)) for step in own
        ]
    return tuple(steps)


def _own_steps(shape: _Shape, people: int) -> tuple[RoomStep, ...]:
    """Without the steps of roles that nobody has. Where nothing would be left, everything is everybody's."""
    there = {"all", *(shape.roles if shape.roles == EVERYBODY else shape.roles[:people])}
    there |= {OBSERVER} if shape.watched else set()
    own = tuple(step for step in shape.steps if step.who in there)
    return own or tuple(structs.replace(step, who="all") for step in shape.steps)


def _turn_roles(shape: _Shape, people: int, turn: int) -> tuple[str | None, ...]:
    """Each place has each role once in as many turns as there are people; those without a role of their own share the last."""
    if shape.roles == EVERYBODY:
        return (None,) * people
    last = len(shape.roles) - 1
    return tuple(shape.roles[min((place - turn) % people, last)] for place in range(people))


def _watches(shape: _Shape, step: RoomStep) -> bool:
    return shape.watched and step.who == OBSERVER


def _places(who: str, roles: tuple[str | None, ...]) -> tuple[int, ...]:
    return () if who == "all" else tuple(place for place, role in enumerate(roles) if role == who)


def _whole(lengths: Sequence[float]) -> list[Millis]:
    """The lengths in whole milliseconds with the same sum, so that rooms of other pieces end at the same moment."""
    ends = [round(end) for end in accumulate(lengths)]
    return [end - start for start, end in pairwise([0, *ends])]


def _shared_out(shape: _Shape, people: int) -> tuple[CutStep, ...]:
    """The named steps of a pair, one per person of a three: the same time in all, split evenly."""
    roles: tuple[str | None, ...] = (*shape.roles, *[None] * (people - shape.size))
    named = [step for step in shape.steps if step.who != "all"]
    pieces = len(named) + people - shape.size
    lengths = iter(_whole([sum(step.seconds for step in named) * 1000 / pieces] * pieces))
    steps: list[CutStep] = []
    for step in shape.steps:
        if step.who == "all":
            steps.append(CutStep(step.do, step.seconds * 1000, (), roles))
            continue
        steps.append(CutStep(step.do, next(lengths), _places(step.who, roles), roles, watchers=_watches(shape, step)))
        if step is named[-1]:
            steps += [CutStep(step.third or step.do, next(lengths), (place,), roles) for place in range(shape.size, people)]
    return tuple(steps)


def _with_takes(steps: tuple[CutStep, ...], first: str) -> tuple[CutStep, ...]:
    counted: list[CutStep] = []
    turn, take = 0, 0
    for step in steps:
        take = take if step.turn == turn else 0
        turn = step.turn
        take += any(step.roles[place] == first for place in step.places)
        counted.append(structs.replace(step, take=take))
    return tuple(counted)
