"""The anonymized summary: what an organizer will ever see of a session, as words with floors (domain §5).

Pure, from the session as it was left: each stage as it stands in `session.past`. No count of answers gets out of here, neither as
a number nor in a form from which it could be solved for: both ends of every band are blurred.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from workshop.domain.inputs import WHOLE
from workshop.domain.inputs.options import band
from workshop.domain.inputs.scale import middle_of, spread_of
from workshop.domain.pictures import OptionSums, OptionWords, ScalePicture, ScaleSums
from workshop.domain.plan import Activity, ChoiceInput, MultiInput, PlannedStage, ScaleInput, ScaleItem
from workshop.domain.published import (
    PUBLISH_FLOOR,
    THEME_LENGTH,
    BandLine,
    LeftOut,
    LeftOutReason,
    MiddleLine,
    PublishedActivity,
    PublishedStage,
    Summary,
    ThemesOf,
)
from workshop.domain.session import Session, Stage, TallyState, WallState
from workshop.domain.words import Millis
from workshop.domain.writing import normalized, text_problem

MINUTE: Millis = 60_000
ROUNDED_MINUTES = 5

ThemeProblem = Literal["theme_empty", "theme_too_long"]


def tidy_theme(text: str) -> str:
    """One line, as it will be published."""
    return " ".join(normalized(text).split())


def theme_problem(text: str) -> ThemeProblem | None:
    """Why this phrase cannot be published, or None. `text` must be `tidy_theme`d; unreadable counts as empty."""
    problem = text_problem(text, THEME_LENGTH, lines=False)
    if problem == "text_too_long":
        return "theme_too_long"
    return None if problem is None else "theme_empty"


def summarize(session: Session, ended_at: Millis, themes: Sequence[ThemesOf]) -> Summary:
    """What is published of this session. `ended_at` by the session's clock; `themes` must have no `theme_problem`."""
    people = came(session)
    started = ended_at if session.started_at is None else session.started_at
    minutes = rounded_minutes(ended_at - started)
    if people < PUBLISH_FLOOR:
        listed = [planned for planned in session.stages if planned.template.summary is not None]
        return Summary(
            title=session.plan.title,
            minutes=minutes,
            people=None,
            activities=(),
            left_out=tuple(_left_out(planned, "small_session") for planned in listed),
        )
    written = {one.stage: one.themes for one in themes}
    activities: list[PublishedActivity] = []
    left_out: list[LeftOut] = []
    for item, planned_item in enumerate(session.plan.items):
        published: list[PublishedStage] = []
        reached = False
        for index, planned in enumerate(session.stages):
            if planned.item != item:
                continue
            reached = reached or _reached(session, index)
            if planned.template.summary is None:
                continue
            told = _told(session, index, written.get(index, ()))
            published += told[0]
            left_out += told[1]
        if reached and not _between(planned_item.activity):
            activities.append(PublishedActivity(title=planned_item.activity.title, stages=tuple(published)))
    return Summary(
        title=session.plan.title,
        minutes=minutes,
        people=_range(people),
        activities=tuple(activities),
        left_out=tuple(left_out),
    )


def came(session: Session) -> int:
    """People who were ever let in; a seat that turned out to be the same person is not another one."""
    return sum(person.admitted and seat not in session.merged for seat, person in session.people.items())


def rounded_minutes(millis: Millis) -> int:
    return max(0, (millis + ROUNDED_MINUTES * MINUTE // 2) // (ROUNDED_MINUTES * MINUTE) * ROUNDED_MINUTES)


def _range(count: int) -> Literal["5-7", "8-11", "12-19", "20+"]:
    return "5-7" if count < 8 else "8-11" if count < 12 else "12-19" if count < 20 else "20+"


def _reached(session: Session, index: int) -> bool:
    stage = session.past.get(index)
    return stage is not None and stage.outcome != "skipped"


def _between(activity: Activity) -> bool:
    """A pause, or the agreements read again: no activity of its own."""
    return all(stage.purpose in ("pause", "recall") for stage in activity.stages)


def stage_title(planned: PlannedStage) -> str:
    return planned.template.title or planned.template.phone


def _left_out(planned: PlannedStage, reason: LeftOutReason, what: str | None = None) -> LeftOut:
    return LeftOut(activity=planned.activity.title, stage=what or stage_title(planned), reason=reason)


_Told = tuple[tuple[PublishedStage, ...], tuple[LeftOut, ...]]


def _told(session: Session, index: int, themes: Sequence[str]) -> _Told:
    """One stage: what is published of it, and what is left out of it."""
    planned, stage = session.stages[index], session.past.get(index)
    assert planned.template.summary is not None
    form = planned.template.summary.form
    if form == "none":
        return (), (_left_out(planned, "never_published"),)
    if stage is None or stage.outcome != "unsealed":
        return (), (_left_out(planned, "not_asked"),)
    match form, stage.kind:
        case "bands", TallyState() as tally:
            return _bands(session, planned, stage, tally)
        case "middle", TallyState() as tally:
            return _middles(session, planned, stage, tally)
        case (("themes" | "count"), WallState() as wall):
            return _wall(planned, stage, wall, themes)
        case _:
            return (), (_left_out(planned, "never_published"),)


def _bands(session: Session, planned: PlannedStage, stage: Stage, tally: TallyState) -> _Told:
    asked = planned.template.input
    assert isinstance(asked, (ChoiceInput, MultiInput))
    match tally.sums:
        case OptionSums(counts=counts, answered=answered) if answered >= PUBLISH_FLOOR:
            bands = [band(count, answered) for count in counts]
        case OptionWords(bands=words) if _enough_in_words(session, tally, WHOLE):
            bands = list(words)
        case _:
            return (), (_left_out(planned, "below_floor"),)
    lines = tuple(BandLine(label=option, band=one) for option, one in zip(asked.options, bands, strict=True))
    return (PublishedStage(stage=stage.index, title=stage_title(planned), form="bands", bands=lines),), ()


def _enough_in_words(session: Session, tally: TallyState, what: str) -> bool:
    """Whether words, which hold no number, surely stand for five answers or more: with a lower floor only the closing knew."""
    return session.settings.floor >= PUBLISH_FLOOR or what in tally.by_five


def _middles(session: Session, planned: PlannedStage, stage: Stage, tally: TallyState) -> _Told:
    asked = planned.template.input
    assert isinstance(asked, ScaleInput)
    items = tally.sums.items if isinstance(tally.sums, ScalePicture) else ()
    known = {item.key: item for item in items}
    lines: list[MiddleLine] = []
    left: list[ScaleItem] = []
    for item in asked.items:
        line = _middle(session, tally, item, known.get(item.key), asked.steps)
        if line is None:
            left.append(item)
        else:
            lines.append(line)
    if not lines:
        return (), (_left_out(planned, "below_floor"),)
    published = PublishedStage(stage=stage.index, title=stage_title(planned), form="middle", middles=tuple(lines))
    return (published,), tuple(_left_out(planned, "below_floor", item.ask) for item in left)


def _middle(session: Session, tally: TallyState, item: ScaleItem, sums: ScaleSums | None, steps: int) -> MiddleLine | None:
    if sums is None:
        return None
    if sums.counts is not None:
        values = [step for step, count in enumerate(sums.counts, start=1) for _ in range(count)]
        if len(values) < PUBLISH_FLOOR:
            return None
        middle, spread = middle_of(values, steps), spread_of(values, steps)
    elif sums.middle is not None and sums.spread is not None and _enough_in_words(session, tally, item.key):
        middle, spread = sums.middle, sums.spread
    else:
        return None
    return MiddleLine(ask=item.ask, low=item.low, high=item.high, middle=middle, spread=spread)


def _wall(planned: PlannedStage, stage: Stage, wall: WallState, themes: Sequence[str]) -> _Told:
    assert planned.template.summary is not None
    cards = len(set(_cards(wall)))
    if cards < PUBLISH_FLOOR:
        return (), (_left_out(planned, "below_floor"),)
    title = stage_title(planned)
    if planned.template.summary.form == "count":
        return (PublishedStage(stage=stage.index, title=title, form="count", count=_range(cards)),), ()
    if not themes:
        return (), (_left_out(planned, "no_themes"),)
    return (PublishedStage(stage=stage.index, title=title, form="themes", themes=tuple(themes)),), ()


def _cards(wall: WallState) -> Iterable[str]:
    """Every card of the stage that was not taken back."""
    return (*wall.queue, *wall.approved, *wall.hidden, *wall.released)
