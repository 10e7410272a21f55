"""What a session plays: an agenda with its activities, as loaded from the library and stored with the session.

The structs mirror the template format `workshop-activity/1` (snake case, as in the TOML); the loader fills them and
says in plain words what does not fit. Minutes are whole minutes, seconds whole seconds.
"""

from typing import Literal

from msgspec import Struct

from workshop.domain.words import StageKind


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece of a template."""


class ScaleItem(Part, frozen=True):
    key: str
    ask: str
    low: str
    high: str


class TextInput(Part, frozen=True, tag_field="type", tag="text"):
    max: int


class ChoiceInput(Part, frozen=True, tag_field="type", tag="choice"):
    options: tuple[str, ...]


class MultiInput(Part, frozen=True, tag_field="type", tag="multi"):
    pick: int
    options: tuple[str, ...]


class ScaleInput(Part, frozen=True, tag_field="type", tag="scale"):
    steps: Literal[5, 7]
    items: tuple[ScaleItem, ...]


Input = TextInput | ChoiceInput | MultiInput | ScaleInput


class GuideStep(Part, frozen=True):
    text: str
    seconds: int | None = None


class RoomStep(Part, frozen=True):
    do: str
    who: str
    seconds: int
    third: str | None = None
    """What the step is called for the third person, where a pair's list has one step per person."""


class SummaryForm(Part, frozen=True):
    form: Literal["bands", "middle", "themes", "count", "none"]


class StageTemplate(Part, frozen=True):
    id: str
    kind: StageKind
    minutes: int
    phone: str
    screen: Literal["none", "text", "bars", "words", "histogram", "wall", "rooms", "list", "turns"]
    title: str | None = None
    hint: str | None = None
    optional: bool = False
    # guide and rooms
    guide_steps: tuple[GuideStep, ...] = ()
    purpose: Literal["read", "pause", "recall"] = "read"
    """`pause` is a break with a clock; `recall` reads the agreements that were kept."""
    room_steps: tuple[RoomStep, ...] = ()
    # tally and wall
    input: Input | None = None
    reveal: Literal["manual", "never"] = "never"
    resonate: bool = False
    summary: SummaryForm | None = None
    # rooms
    size: int = 2
    rounds: int = 1
    mix: Literal["random", "fresh", "same", "merge"] = "fresh"
    roles: tuple[str, ...] = ()
    swap: bool = False
    # circle
    mode: Literal["round", "open"] = "round"
    turn_seconds: int = 0
    # agree
    start: tuple[str, ...] = ()
    propose: bool = False
    keep: Literal["session", "programme"] = "session"


class Care(Part, frozen=True):
    note: str
    sit_out: str
    watch: str


class Script(Part, frozen=True):
    say: tuple[str, ...]
    ask: tuple[str, ...]
    carry: str | None = None


class Range(Part, frozen=True):
    min: int
    max: int


class Activity(Part, frozen=True):
    id: str
    title: str
    theme: str
    level: Literal[1, 2, 3]
    short: int
    usual: int
    people: Range
    needs: tuple[str, ...]
    purpose: str
    care: Care
    script: Script
    stages: tuple[StageTemplate, ...]


class PlanItem(Part, frozen=True):
    activity: Activity
    minutes: int


class Plan(Part, frozen=True):
    """One agenda, with the full text of its activities: what is stored with a session and never changes under it."""

    id: str
    title: str
    minutes: int
    people: Range
    aim: str
    practice: bool
    items: tuple[PlanItem, ...]


class PlannedStage(Part, frozen=True):
    """One stage in playing order. `number` and `of` count within its activity."""

    item: int
    number: int
    of: int
    activity: Activity
    template: StageTemplate
    seconds: int


LEAST_STAGE_SECONDS = 60


def _shrunk(lengths: list[int], left: int) -> list[int]:
    """The lengths in proportion, so that together they take `left` seconds; one that would be under a minute is a minute."""
    least: set[int] = set()
    while True:
        total = sum(length for index, length in enumerate(lengths) if index not in least)
        rest = left - LEAST_STAGE_SECONDS * len(least)
        if len(least) == len(lengths):
            return [LEAST_STAGE_SECONDS] * len(lengths)
        if total <= rest:
            return lengths
        under = {index for index, length in enumerate(lengths) if length * rest < LEAST_STAGE_SECONDS * total} - least
        if not under:
            return [LEAST_STAGE_SECONDS if index in least else length * rest // total for index, length in enumerate(lengths)]
        least |= under


def stages_of(plan: Plan) -> tuple[PlannedStage, ...]:
    """The stages in playing order, fitted into the minutes of their items.

    An item shorter than its stages: rooms keep their seconds, the others shrink in proportion, never under 60 s (domain §4).
    """
    planned: list[PlannedStage] = []
    for index, item in enumerate(plan.items):
        stages = item.activity.stages
        rooms = sum(stage.minutes * 60 for stage in stages if stage.kind == "rooms")
        others = iter(_shrunk([stage.minutes * 60 for stage in stages if stage.kind != "rooms"], item.minutes * 60 - rooms))
        planned += [
            PlannedStage(
                item=index,
                number=number,
                of=len(stages),
                activity=item.activity,
                template=stage,
                seconds=stage.minutes * 60 if stage.kind == "rooms" else next(others),
            )
            for number, stage in enumerate(stages, start=1)
        ]
    return tuple(planned)
