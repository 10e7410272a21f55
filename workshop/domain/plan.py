"""What a session plays: an agenda with its activities, as loaded from the library and stored with the session.

The structs mirror the template format `workshop-activity/1` (snake case, as in the TOML); the loader fills them and
says in plain words what does not fit. Minutes are whole minutes, seconds whole seconds.
"""

from typing import Literal

from msgspec import Struct, field

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
    starter: str | None = None
    """How a sentence may begin."""
    copied: str | None = field(name="from", default=None)
    """The id of an earlier journal stage of the same activity and type: its page is copied on the phone, here and below."""


class Field(Part, frozen=True):
    key: str
    label: str


class FieldsInput(Part, frozen=True, tag_field="type", tag="fields"):
    """Labelled lines, each of at most `max` letters on a page; on a wall that is the length of the whole card."""

    max: int
    fields: tuple[Field, ...]
    copied: str | None = field(name="from", default=None)


class ChoiceInput(Part, frozen=True, tag_field="type", tag="choice"):
    options: tuple[str, ...]


class MultiInput(Part, frozen=True, tag_field="type", tag="multi"):
    pick: int
    options: tuple[str, ...]


class ScaleInput(Part, frozen=True, tag_field="type", tag="scale"):
    steps: Literal[5, 7]
    items: tuple[ScaleItem, ...]


class PointInput(Part, frozen=True, tag_field="type", tag="point"):
    """A place in a square; `x` and `y` name both ends, left and right, bottom and top."""

    ask: str
    x: tuple[str, ...]
    y: tuple[str, ...]
    copied: str | None = field(name="from", default=None)


class OrderInput(Part, frozen=True, tag_field="type", tag="order"):
    options: tuple[str, ...]


class SortInput(Part, frozen=True, tag_field="type", tag="sort"):
    cards: tuple[str, ...]
    bins: tuple[str, ...]


class RingsInput(Part, frozen=True, tag_field="type", tag="rings"):
    """Up to `max` people as dots in rings (innermost first), each with a mark and words that stay on the phone."""

    max: int
    rings: tuple[str, ...]
    marks: tuple[str, ...]
    copied: str | None = field(name="from", default=None)


class LineInput(Part, frozen=True, tag_field="type", tag="line"):
    """Up to `max` points with words that stay on the phone, or a drawn curve; `x` and `y` name both ends."""

    mode: Literal["points", "curve"]
    max: int
    x: tuple[str, ...]
    y: tuple[str, ...]
    copied: str | None = field(name="from", default=None)


Input = (
    TextInput | FieldsInput | ChoiceInput | MultiInput | ScaleInput | PointInput | OrderInput | SortInput | RingsInput | LineInput
)


class GuideStep(Part, frozen=True):
    text: str
    seconds: int | None = None


class Pacer(Part, frozen=True):
    """A breath pacer: seconds in, seconds out, how many breaths. There is no holding."""

    breathe_in: int = field(name="in")
    breathe_out: int = field(name="out")
    cycles: int


class Scene(Part, frozen=True):
    """An invented situation for a rehearsal; each role sees its own card only. `twist` is for the second take."""

    id: str
    title: str
    level: Literal[1, 2]
    situation: str
    speaker: str
    responder: str
    observer: str
    twist: str


class Starters(Part, frozen=True):
    """Ways to begin a sentence, for each place of a scene."""

    speaker: tuple[str, ...] = ()
    responder: tuple[str, ...] = ()
    observer: tuple[str, ...] = ()


class Deck(Part, frozen=True):
    id: str
    title: str
    brief: str
    scenes: tuple[Scene, ...]
    starters: Starters = Starters()


class RoomStep(Part, frozen=True):
    do: str
    who: str
    seconds: int
    third: str | None = None
    """What the step is called for the third person, where a pair's list has one step per person."""


class SummaryForm(Part, frozen=True):
    form: Literal["bands", "middle", "heat3", "shape", "themes", "count", "none"]


class StageTemplate(Part, frozen=True):
    id: str
    kind: StageKind
    minutes: int
    phone: str
    screen: Literal[
        "none", "text", "pacer", "bars", "words", "histogram", "heat", "rings", "lines", "wall", "rooms", "turns", "list"
    ]
    title: str | None = None
    hint: str | None = None
    optional: bool = False
    # guide and rooms
    guide_steps: tuple[GuideStep, ...] = ()
    purpose: Literal["read", "pause", "recall"] = "read"
    """`pause` is a break with a clock; `recall` reads the agreements that were kept."""
    pacer: Pacer | None = None
    """A guide that paces the breath has no steps to read."""
    room_steps: tuple[RoomStep, ...] = ()
    # tally, wall and journal
    input: Input | None = None
    reveal: Literal["manual", "never"] = "never"
    resonate: bool = False
    send: tuple[Literal["ring", "mark", "x", "y"], ...] = ()
    """What travels of rings and lines; words never do."""
    deal: bool = False
    """Each phone is dealt a stranger's card. The cards stand on a wall besides only where the shared screen shows one."""
    reply_to: str | None = None
    """The id of the dealing stage of the same activity that these cards reply to."""
    summary: SummaryForm | None = None
    # rooms
    size: int = 2
    rounds: int = 1
    mix: Literal["random", "fresh", "same", "merge"] = "fresh"
    roles: tuple[str, ...] = ()
    swap: bool = False
    role_cards: dict[str, str] = {}
    """Role to what stands on its private card."""
    decks: tuple[Deck, ...] = ()
    """Whole, so that a session keeps what it plays; the first is the one to begin with."""
    # circle
    mode: Literal["round", "open", "fishbowl"] = "round"
    turn_seconds: int = 0
    chairs: int = 0
    """Of a fishbowl: how many sit inside."""
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


class ProgrammePlace(Part, frozen=True):
    """Which session of which series this is. `title`: what the group's programme is called; `number` counts from 1."""

    title: str
    number: int
    of: int
    phase: Literal["arrive", "work", "carry"]
    focus: tuple[str, ...]
    since: str
    """The invitation of the session before; empty for the first."""
    until: str
    """The invitation until the next one; empty for the last."""


class Plan(Part, frozen=True):
    """One agenda, with the full text of its activities: what is stored with a session and never changes under it."""

    id: str
    title: str
    minutes: int
    people: Range
    aim: str
    practice: bool
    items: tuple[PlanItem, ...]
    programme: ProgrammePlace | None = None
    """None: an evening of its own."""


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
