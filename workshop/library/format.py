"""The shapes of the files: `workshop-activity/1`, `workshop-agenda/1`, `workshop-scenarios/1`, `workshop-programme/1`, as written.

Reading a file into these finds every missing, unknown and wrongly typed key. What has the right shape may still break
a rule (`rules`); `loader` turns what breaks none, and can be played, into the structs of `workshop.domain.plan`.
"""

from typing import Literal

from msgspec import Struct, field

from workshop.domain.plan import Care, GuideStep, Input, Pacer, Range, RoomStep, Scene, Script, Starters
from workshop.library.shapes import into

ACTIVITY_FORMAT = "workshop-activity/1"
AGENDA_FORMAT = "workshop-agenda/1"
SCENARIOS_FORMAT = "workshop-scenarios/1"
PROGRAMME_FORMAT = "workshop-programme/1"

Screen = Literal[
    "none", "text", "pacer", "bars", "words", "histogram", "heat", "rings", "lines", "wall", "rooms", "turns", "list"
]
Form = Literal["bands", "middle", "heat3", "shape", "themes", "count", "none"]


class Written(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a file."""


class WrittenForm(Written, frozen=True):
    form: Form


# --- stages


class WrittenStage(Written, frozen=True, tag_field="kind"):
    id: str
    minutes: int
    phone: str
    screen: Screen
    title: str | None = None
    hint: str | None = None
    optional: bool = False


class WrittenGuide(WrittenStage, frozen=True, kw_only=True, tag="guide"):
    steps: tuple[GuideStep, ...] = ()
    pacer: Pacer | None = None


class WrittenTally(WrittenStage, frozen=True, kw_only=True, tag="tally"):
    input: Input
    reveal: Literal["manual", "never"]
    summary: WrittenForm
    send: tuple[str, ...] | None = None


class WrittenWall(WrittenStage, frozen=True, kw_only=True, tag="wall"):
    input: Input
    summary: WrittenForm
    resonate: bool = False
    deal: bool = False
    reply_to: str | None = None


class WrittenJournal(WrittenStage, frozen=True, kw_only=True, tag="journal"):
    input: Input


class WrittenRooms(WrittenStage, frozen=True, kw_only=True, tag="rooms"):
    size: int
    rounds: int
    mix: Literal["random", "fresh", "same", "merge"]
    roles: tuple[str, ...]
    swap: bool
    steps: tuple[RoomStep, ...]
    cards: dict[str, str] = {}
    deck: str | None = None
    decks: tuple[str, ...] = ()


class WrittenCircle(WrittenStage, frozen=True, kw_only=True, tag="circle"):
    mode: Literal["round", "open", "fishbowl"]
    seconds: int
    seats: int | None = None


class WrittenAgree(WrittenStage, frozen=True, kw_only=True, tag="agree"):
    start: tuple[str, ...]
    propose: bool
    adopt: Literal["no-objection"]
    keep: Literal["session", "programme"]


AnyStage = WrittenGuide | WrittenTally | WrittenWall | WrittenJournal | WrittenRooms | WrittenCircle | WrittenAgree


class Minutes(Written, frozen=True):
    short: int
    usual: int


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


# --- agendas, programmes, decks


class WrittenItem(Written, frozen=True):
    """An activity, a `pause` (its words) or a `recall` (the words before the agreements)."""

    minutes: int
    activity: str | None = None
    pause: str | None = None
    recall: str | None = None

    @property
    def name(self) -> str:
        return self.activity or ("pause" if self.pause is not None else "recall")


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


class WrittenDeck(Written, frozen=True):
    format: str
    id: str
    title: str
    theme: str
    brief: str
    starters: Starters
    scenarios: tuple[Scene, ...] = field(name="scenario")


class WrittenSession(Written, frozen=True):
    """One session of a programme; `items` are pairs of a name and minutes."""

    n: int
    phase: Literal["arrive", "work", "carry"]
    title: str
    minutes: int
    items: tuple[tuple[str, int], ...]
    between: str
    focus: tuple[str, ...] = ()


class WrittenProgramme(Written, frozen=True):
    format: str
    id: str
    title: str
    people: Range
    aim: str
    before: str
    after: str
    sessions: tuple[WrittenSession, ...] = field(name="session")


class Row(Written, frozen=True):
    """An exercise or practice of the founding texts. `at` is where: text, line, a word of that line."""

    id: str
    name: str
    at: tuple[str, ...]


class WrittenRows(Written, frozen=True):
    format: str
    rows: tuple[Row, ...] = field(name="row")


def read_activity(file: str, table: dict[str, object]) -> WrittenActivity:
    """Raises TemplateError."""
    return into(file, table, WrittenActivity)


def read_agenda(file: str, table: dict[str, object]) -> WrittenAgenda:
    """Raises TemplateError."""
    return into(file, table, WrittenAgenda)
