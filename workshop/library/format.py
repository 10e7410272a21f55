"""The shapes of the files: `workshop-activity/1` and `workshop-agenda/1` as they are written.

Reading a file into these finds every missing, unknown and wrongly typed key. What has the right shape may still break
a rule (`validator`); `loader` turns what breaks none into the structs of `workshop.domain.plan`.
"""

from typing import Literal

from msgspec import Struct, field

from workshop.domain.plan import Care, GuideStep, Input, Range, RoomStep, Script, SummaryForm
from workshop.library.errors import NotPlayableYet
from workshop.library.shapes import into

ACTIVITY_FORMAT = "workshop-activity/1"
AGENDA_FORMAT = "workshop-agenda/1"

LATER_KINDS = {"journal": "a private page", "circle": "speaking turns for the whole group", "agree": "agreements"}
LATER_INPUTS = {"fields", "point", "order", "sort", "rings", "line"}
LATER_KEYS = {
    "guide": {"pacer": "a breath pacer"},
    "wall": {"deal": "dealt cards", "reply_to": "replies to dealt cards"},
    "rooms": {"cards": "role cards", "deck": "role cards", "decks": "role cards"},
}
"""Keys that the format knows and this version cannot play, by kind."""

Screen = Literal["none", "text", "bars", "words", "histogram", "wall", "rooms"]


class Written(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a file."""


class Minutes(Written, frozen=True):
    short: int
    usual: int


class WrittenStage(Written, frozen=True, tag_field="kind"):
    id: str
    minutes: int
    phone: str
    screen: Screen
    title: str | None = None
    hint: str | None = None
    optional: bool = False


class WrittenGuide(WrittenStage, frozen=True, kw_only=True, tag="guide"):
    steps: tuple[GuideStep, ...]


class WrittenTally(WrittenStage, frozen=True, kw_only=True, tag="tally"):
    input: Input
    reveal: Literal["manual", "never"]
    summary: SummaryForm


class WrittenWall(WrittenStage, frozen=True, kw_only=True, tag="wall"):
    input: Input
    summary: SummaryForm
    resonate: bool = False


class WrittenRooms(WrittenStage, frozen=True, kw_only=True, tag="rooms"):
    size: int
    rounds: int
    mix: Literal["random", "fresh", "same", "merge"]
    roles: tuple[str, ...]
    swap: bool
    steps: tuple[RoomStep, ...]


AnyStage = WrittenGuide | WrittenTally | WrittenWall | WrittenRooms


class WrittenActivity(Written, frozen=True):
    format: str
    id: str
    title: str
    theme: str
    level: Literal[1, 2, 3]
    minutes: Minutes
    people: Range
    purpose: str
    care: Care
    script: Script
    stages: tuple[AnyStage, ...] = field(name="stage")
    seeds: tuple[str, ...] = ()
    helper: bool = False
    needs: tuple[str, ...] = ()


class WrittenItem(Written, frozen=True):
    activity: str
    minutes: int


class WrittenAgenda(Written, frozen=True):
    format: str
    id: str
    title: str
    minutes: int
    people: Range
    aim: str
    items: tuple[WrittenItem, ...] = field(name="item")
    practice: bool = False
    met_before: bool = False


def read_activity(file: str, table: dict[str, object]) -> WrittenActivity:
    """Raises NotPlayableYet, TemplateError."""
    stages = table.get("stage")
    for stage in stages if isinstance(stages, list) else []:
        if isinstance(stage, dict):
            _look_for_later(file, stage)
    return into(file, table, WrittenActivity)


def read_agenda(file: str, table: dict[str, object]) -> WrittenAgenda:
    """Raises NotPlayableYet, TemplateError."""
    items = table.get("item")
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and ("pause" in item or "recall" in item):
            raise NotPlayableYet(file, "breaks and looking back at agreements come later")
    return into(file, table, WrittenAgenda)


def _look_for_later(file: str, stage: dict[str, object]) -> None:
    kind = stage.get("kind")
    if not isinstance(kind, str):
        return
    name = f'its stage "{stage.get("id")}"'
    if kind in LATER_KINDS:
        raise NotPlayableYet(file, f"{name} is {LATER_KINDS[kind]}")
    for key, meaning in LATER_KEYS.get(kind, {}).items():
        if stage.get(key):
            raise NotPlayableYet(file, f"{name} has {meaning}")
    asked = stage.get("input")
    if kind in ("tally", "wall") and isinstance(asked, dict) and asked.get("type") in LATER_INPUTS:
        raise NotPlayableYet(file, f"{name} asks by {asked['type']}, which comes later")
