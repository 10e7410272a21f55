"""The shape of a session's anonymized summary: everything that an organizer will ever see of what was said.

Nothing here is a person's own words: titles come from the library, themes from a facilitator, the rest are words for sums.
"""

from typing import Literal

from workshop.domain.words import Millis, Value

Band = Literal["few", "mixed", "most"]
PeopleRange = Literal["5-7", "8-11", "12-19", "20+"]
CardsRange = Literal["5-7", "8-11", "12-19", "20+"]
LeftOutReason = Literal[
    "below_floor",  # fewer than five people answered, or its words would give a count away; which of both would tell as much
    "not_played",  # never opened in this session
    "not_asked",  # skipped, discarded, or asked aloud
    "never_published",  # its form is `none`: no picture of it leaves the room
    "no_themes",  # a facilitator wrote none
    "small_session",  # fewer than five people: title and minutes only
]
THEME_LENGTH = 60
MOST_THEMES = 5
PUBLISH_FLOOR = 5
"""People (or cards) below which nothing of a stage is published."""
HEAT_FLOOR = 8
"""… and people below which nothing of a square is: nine fields of five people would be mostly empty ones."""
CARDS_LIVE_HOURS = 24
"""Cards are erased when the summary is signed, at latest this long after the end; then only the numbers are published."""
CARDS_LIVE_MS: Millis = CARDS_LIVE_HOURS * 3_600_000
ABANDONED_HOURS = 12
"""A session that has begun and in which nothing has happened for so long is ended by the system, and the clocks above begin."""
ABANDONED_MS: Millis = ABANDONED_HOURS * 3_600_000
NEVER_OPENED_DAYS = 30
"""A session that was planned and not opened until so long after its day is cancelled by the system, one not begun ended."""
RETENTION_DAYS = 7
"""Days after signing until the events are erased, unless the session was created with another number. 0: nothing is kept, so that
everything is erased when it ends and there is no summary."""
DAY_MS: Millis = 24 * 3_600_000
NEVER_OPENED_MS: Millis = NEVER_OPENED_DAYS * DAY_MS


class BandLine(Value, frozen=True):
    label: str
    band: Band


class MiddleLine(Value, frozen=True):
    ask: str
    low: str
    high: str
    middle: Literal["low", "middle", "high"]
    spread: Literal["close", "spread"] | None
    """None: of so few that it would tell about each of them."""


class SortedCard(Value, frozen=True):
    """A card, and how many put it on each pile."""

    card: str
    piles: tuple[BandLine, ...]


class HeatField(Value, frozen=True):
    """A square; `x` and `y` name both ends, left and right, bottom and top."""

    ask: str
    x: tuple[str, ...]
    y: tuple[str, ...]
    densities: tuple[Literal["faint", "present", "dense"], ...]
    """Of its ninths, row by row from the top, left to right."""


class Shape(Value, frozen=True):
    """How lines went; `x` and `y` name both ends, left and right, bottom and top."""

    x: tuple[str, ...]
    y: tuple[str, ...]
    levels: tuple[Literal["low", "middle", "high"] | None, ...]
    """Of its sixths, from left to right; None where fewer than five lines pass."""


class PublishedStage(Value, frozen=True):
    """One stage; only the fields of its form and input are filled. Form `bands` is one of the first five."""

    stage: int
    """Index in playing order: themes are written for it."""
    title: str
    form: Literal["bands", "middle", "heat3", "shape", "themes", "count"]
    bands: tuple[BandLine, ...] = ()
    """How many chose each option."""
    upper: tuple[BandLine, ...] = ()
    """How many have each option in the upper half of their order."""
    cards: tuple[SortedCard, ...] = ()
    rings: tuple[BandLine, ...] = ()
    """How many have somebody in each ring of their map …"""
    marks: tuple[BandLine, ...] = ()
    """… and somebody with each mark."""
    middles: tuple[MiddleLine, ...] = ()
    heat: HeatField | None = None
    shape: Shape | None = None
    themes: tuple[str, ...] = ()
    count: CardsRange | None = None


class PublishedActivity(Value, frozen=True):
    title: str
    stages: tuple[PublishedStage, ...] = ()


class LeftOut(Value, frozen=True):
    """What was left out and why, so that a missing picture is never read as a low one."""

    activity: str
    stage: str
    reason: LeftOutReason


class Summary(Value, frozen=True):
    """`minutes` from the first stage to the end, rounded to five. `people` is None below five: then only title and minutes."""

    title: str
    minutes: int
    people: PeopleRange | None
    activities: tuple[PublishedActivity, ...]
    left_out: tuple[LeftOut, ...]


class ThemesOf(Value, frozen=True):
    """What a facilitator wrote for one wall."""

    stage: int
    themes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<ThemesOf {self.stage}>"
