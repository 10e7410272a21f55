"""A published summary in plain sentences, as every export tells it: nothing here is escaped, and nothing is counted."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

from realtime.desk_shapes import SummaryPage
from workshop.domain.published import (
    PUBLISH_FLOOR,
    BandLine,
    HeatField,
    LeftOutReason,
    MiddleLine,
    PublishedStage,
    Shape,
)

BANDS: Final = {"few": "few or none", "mixed": "some", "most": "most or all"}
DENSITIES: Final = {"faint": "few or none", "present": "some", "dense": "half or more"}
SPREADS: Final = {"close": ", close together", "spread": ", spread out"}
SIXTHS: Final = ("at the beginning", "soon after", "before the middle", "after the middle", "towards the end", "at the end")
REASONS: Final[dict[LeftOutReason, str]] = {
    "below_floor": f"Fewer than {PUBLISH_FLOOR} people answered, or the words would have been as good as a number. "
    "Which of these it was is not said, because that would tell as much.",
    "not_played": "It was not played in this session.",
    "not_asked": "It was not asked without names: skipped, let go unopened, or talked about aloud.",
    "never_published": "It was for the room only. No picture of it leaves the room.",
    "no_themes": "No themes were written for it. Cards themselves are never published.",
    "small_session": f"Fewer than {PUBLISH_FLOOR} people were there.",
}
TRUTH: Final = "Words instead of counts, and no sentence that anybody wrote. It was put together once, at the closing."
SIGNED: Final = "It was signed by whoever led. The cards are erased."
UNSIGNED: Final = "Nobody signed it in time, so only the numbers were published. The cards are erased."
PRACTICE: Final = "It was a practice session."
NOTHING: Final = "Nothing of it is published."
NOTHING_LEFT_OUT: Final = "Nothing was left out."
LEFT_OUT: Final = "Left out, and why"
SMALL: Final = f"We were fewer than {PUBLISH_FLOOR}. So only the title and the minutes are kept."


class ToldLine(Struct, frozen=True):
    """`of` is what was asked or offered, "" where the words stand for themselves."""

    part: str
    of: str
    words: str


class ToldStage(Struct, frozen=True):
    title: str
    form: str
    lines: tuple[ToldLine, ...]


class ToldActivity(Struct, frozen=True):
    title: str
    stages: tuple[ToldStage, ...]


class ToldLeftOut(Struct, frozen=True):
    activity: str
    stage: str
    why: str


class ToldSummary(Struct, frozen=True):
    title: str
    facts: tuple[str, ...]
    activities: tuple[ToldActivity, ...]
    left_out: tuple[ToldLeftOut, ...]
    notes: tuple[str, ...]


def day_of(page: SummaryPage) -> str:
    """The day on which the session ended, in UTC: "2026-11-26"."""
    return datetime.fromtimestamp(page.ended_ms / 1000, UTC).date().isoformat()


def told(page: SummaryPage) -> ToldSummary:
    summary = page.summary
    people = SMALL if summary.people is None else f"{_range(summary.people)} people"
    facts = (page.organization, day_of(page), people, f"{summary.minutes} minutes")
    activities = (ToldActivity(one.title, tuple(_stage(stage) for stage in one.stages)) for one in summary.activities)
    return ToldSummary(
        title=summary.title,
        facts=tuple(fact for fact in facts if fact),
        activities=tuple(activities),
        left_out=tuple(ToldLeftOut(one.activity, one.stage, REASONS[one.reason]) for one in summary.left_out),
        notes=(
            TRUTH,
            UNSIGNED if page.signed_ms is None else SIGNED,
            f"Version {page.version}.",
            *([PRACTICE] if page.practice else []),
        ),
    )


def _range(range_: str) -> str:
    return range_.replace("-", "–")


def _stage(stage: PublishedStage) -> ToldStage:
    lines = [
        *_bands("", stage.bands),
        *_bands("in the upper half of people’s order", stage.upper),
        *(line for card in stage.cards for line in _bands(card.card, card.piles)),
        *_bands("somebody there", stage.rings),
        *_bands("somebody with this sign", stage.marks),
        *(ToldLine("", line.ask, _middle(line)) for line in stage.middles),
        *(_heat(stage.heat) if stage.heat is not None else ()),
        *(_shape(stage.shape) if stage.shape is not None else ()),
        *(ToldLine("theme", "", theme) for theme in stage.themes),
        *([ToldLine("", "", f"{_range(stage.count)} cards")] if stage.count is not None else ()),
    ]
    return ToldStage(stage.title, stage.form, tuple(lines))


def _bands(part: str, lines: Sequence[BandLine]) -> Iterable[ToldLine]:
    return (ToldLine(part, line.label, BANDS[line.band]) for line in lines)


def _middle(line: MiddleLine) -> str:
    where = {"low": f"rather {line.low}", "high": f"rather {line.high}", "middle": "in the middle"}[line.middle]
    return where + ("" if line.spread is None else SPREADS[line.spread])


def _heat(heat: HeatField) -> Iterable[ToldLine]:
    """Row by row from the top, left to right; each ninth by the ends it is nearest to."""
    (left, right), (bottom, top) = heat.x, heat.y
    for ninth, density in enumerate(heat.densities):
        down, across = divmod(ninth, 3)
        ends = [name for name in ((top, "", bottom)[down], (left, "", right)[across]) if name]
        yield ToldLine(heat.ask, " / ".join(ends) or "in the middle", DENSITIES[density])


def _shape(shape: Shape) -> Iterable[ToldLine]:
    (start, end), (low, high) = shape.x, shape.y
    for when, level in zip(SIXTHS, shape.levels, strict=True):
        words = {"low": f"rather {low}", "high": f"rather {high}", "middle": "in the middle", None: "left open"}[level]
        yield ToldLine(f"{start} – {end}", when, words)
