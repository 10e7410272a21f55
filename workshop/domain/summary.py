"""The anonymized summary: what an organizer will ever see of a session, as words with floors (domain §5).

Pure, from the session as it was left: each stage as it stands in `session.past`. No count of answers gets out of here, neither as
a number nor in a form from which it could be solved for: both ends of every band are blurred.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import structs

from workshop.domain.kind_states import TallyState, WallState
from workshop.domain.plan import Activity, PlannedStage
from workshop.domain.published import (
    PUBLISH_FLOOR,
    THEME_LENGTH,
    LeftOut,
    LeftOutReason,
    PublishedActivity,
    PublishedStage,
    Summary,
    ThemesOf,
)
from workshop.domain.session import Session, Stage
from workshop.domain.summary_forms import tally_told
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
        listed = [(index, planned) for index, planned in enumerate(session.stages) if planned.template.summary is not None]
        return Summary(
            title=session.plan.title,
            minutes=minutes,
            people=None,
            activities=(),
            left_out=tuple(
                _left_out(planned, "small_session" if index in session.past else "not_played") for index, planned in listed
            ),
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


def corrected(published: Summary, anew: Summary) -> Summary:
    """`published` with the themes of `anew`, which is of the same session. Its numbers were told once and stay as they were told:
    two versions with other words would say together what neither says.
    """
    if len(published.activities) != len(anew.activities):
        return published  # another product made the plan of it: nothing of it is known well enough to be changed
    activities = tuple(
        structs.replace(old, stages=tuple(sorted((*_numbers(old), *_themes(new)), key=lambda one: one.stage)))
        for old, new in zip(published.activities, anew.activities, strict=True)
    )
    without = [one for one in anew.left_out if one.reason == "no_themes"]
    kept = [one for one in published.left_out if one.reason != "no_themes"]
    order = {one: place for place, one in enumerate(anew.left_out)}
    left_out = sorted((*kept, *without), key=lambda one: order.get(one, len(order)))
    return structs.replace(published, activities=activities, left_out=tuple(left_out))


def _numbers(activity: PublishedActivity) -> Sequence[PublishedStage]:
    return [stage for stage in activity.stages if stage.form != "themes"]


def _themes(activity: PublishedActivity) -> Sequence[PublishedStage]:
    return [stage for stage in activity.stages if stage.form == "themes"]


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
    if stage is None:
        return (), (_left_out(planned, "not_played"),)
    if form == "none":
        return (), (_left_out(planned, "never_published"),)
    if stage.outcome != "unsealed":
        return (), (_left_out(planned, "not_asked"),)
    match form, stage.kind:
        case (("bands" | "middle" | "heat3" | "shape"), TallyState() as tally):
            return _tally(session, planned, stage, tally)
        case (("themes" | "count"), WallState() as wall):
            return _wall(planned, stage, wall, themes)
        case _:
            return (), (_left_out(planned, "never_published"),)


def _tally(session: Session, planned: PlannedStage, stage: Stage, tally: TallyState) -> _Told:
    asked, form = planned.template.input, planned.template.summary
    assert asked is not None and form is not None
    assert form.form in ("bands", "middle", "heat3", "shape")
    titled = PublishedStage(stage=stage.index, title=stage_title(planned), form=form.form)
    told = tally_told(titled, asked, tally, session.settings.floor)
    if told.stage is None:
        return (), (_left_out(planned, "below_floor"),)
    return (told.stage,), tuple(_left_out(planned, "below_floor", what) for what in told.left)


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
