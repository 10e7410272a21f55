"""Rules of an evening and of a series of evenings: V-A00 to V-A13, V-P01 to V-P04."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from workshop.domain.plan import Range
from workshop.domain.words import TENDER
from workshop.library.errors import TemplateError
from workshop.library.format import (
    AGENDA_FORMAT,
    PROGRAMME_FORMAT,
    WrittenActivity,
    WrittenAgenda,
    WrittenProgramme,
    WrittenRooms,
)
from workshop.library.rules import Problems, range_fits
from workshop.library.rules_activity import PERSONAL

BETWEEN = frozenset({"pause", "recall"})
LONGEST_WITHOUT_BREAK = 75
LEAST_BREAK = 5
BEFORE_THE_END = 20
"""Minutes that stay after a tender activity."""
FOCUS_AREAS = frozenset({"conflict", "change", "loss", "distance"})
LAST_LIGHT_SESSION = 3
"""No tender activity in the first three sessions of a programme, nor in the last."""
Activities = Mapping[str, WrittenActivity]


class _Evening(Struct, frozen=True, kw_only=True):
    """One session as both formats tell it. `items`: (name, minutes); `done`: what the group did before; `paired`: whether a light
    exercise in rooms was among it."""

    file: str
    items: tuple[tuple[str, int], ...]
    minutes: int
    people: Range
    first: bool
    practice: bool
    tender: bool
    done: frozenset[str] = frozenset()
    paired: bool = False


def check_agenda(file: str, agenda: WrittenAgenda, activities: Activities) -> Problems:
    """Every rule that `agenda` (from `file`.toml) breaks. A practice agenda may be short and begins and ends as it likes."""
    if agenda.format != AGENDA_FORMAT or agenda.id != file:
        yield TemplateError("V-A00", file, f"format must be {AGENDA_FORMAT} and id the file's name", key="format and id")
    if not agenda.practice and not 60 <= agenda.minutes <= 120:
        yield TemplateError("V-A00", file, "must be 60 to 120", key="minutes")
    if not range_fits(agenda.people):
        yield TemplateError("V-T08", file, "min is at least 1, max at least min and at most 100", key="people")
    for item in agenda.items:
        if sum(named is not None for named in (item.activity, item.pause, item.recall)) != 1:
            yield TemplateError("V-A05", file, "each item is one activity, one pause or one recall", key="item")
    evening = _Evening(
        file=file,
        items=tuple((item.name, item.minutes) for item in agenda.items),
        minutes=agenda.minutes,
        people=agenda.people,
        first=True,
        practice=agenda.practice,
        tender=agenda.met_before,
    )
    yield from _check_evening(evening, activities)


def check_programme(file: str, programme: WrittenProgramme, activities: Activities) -> Problems:
    """Every rule that `programme` (from `file`.toml) breaks."""
    sessions = programme.sessions
    whole = [session.n for session in sessions] == list(range(1, len(sessions) + 1))
    if programme.format != PROGRAMME_FORMAT or programme.id != file or not 12 <= len(sessions) <= 16 or not whole:
        yield TemplateError("V-P01", file, "needs 12 to 16 sessions, numbered from 1", key="session")
    done: frozenset[str] = frozenset()
    paired = False
    for session in sessions:
        evening = _Evening(
            file=file,
            items=session.items,
            minutes=session.minutes,
            people=programme.people,
            first=session.n == 1,
            practice=False,
            tender=LAST_LIGHT_SESSION < session.n < len(sessions),
            done=done,
            paired=paired,
        )
        yield from _check_evening(evening, activities)
        names = [name for name, _ in session.items]
        done |= frozenset(names)
        paired = paired or any(_light_pairs(activities[name]) for name in names if name in activities)
        if not session.between:
            yield TemplateError("V-P02", file, f"session {session.n} needs an invitation for the time after it", key="session")
    touched = {area for session in sessions for area in session.focus}
    if touched != FOCUS_AREAS:
        yield TemplateError("V-P03", file, f"must touch {', '.join(sorted(FOCUS_AREAS))}", key="focus")
    if sessions and "spiral-review" not in [name for name, _ in sessions[-1].items]:
        yield TemplateError("V-P04", file, "the last session looks back (spiral-review)", key="session")


def _check_evening(evening: _Evening, activities: Activities) -> Problems:
    yield from _check_frame(evening)
    done, paired, over = set(evening.done), evening.paired, 0
    tender = 0
    for place, (name, minutes) in enumerate(evening.items):
        over += minutes
        if name in BETWEEN:
            continue
        activity = activities.get(name)
        if activity is None:
            yield TemplateError("V-A05", evening.file, f"there is no activity {name}", key="item")
            continue
        yield from _check_item(evening, activity, minutes, done)
        rooms = any(isinstance(stage, WrittenRooms) for stage in activity.stages)
        if rooms and activity.level >= PERSONAL and not paired:
            yield TemplateError("V-A09", evening.file, f"a light exercise in pairs has to come before {name}", key="item")
        paired = paired or _light_pairs(activity)
        if activity.level == TENDER:
            tender += 1
            following = evening.items[place + 1 :]
            yield from _check_tender(evening, activity, activities, following, over)
        done.add(name)
    if tender > 1:
        yield TemplateError("V-A13", evening.file, "has at most one tender activity in a session", key="item")


def _check_frame(evening: _Evening) -> Problems:
    file, names = evening.file, [name for name, _ in evening.items]
    total = sum(minutes for _, minutes in evening.items)
    if total != evening.minutes or not names:
        yield TemplateError("V-A01", file, f"the items take {total} minutes, not {evening.minutes}", key="minutes")
    if not evening.practice:
        if evening.first and names[:2] != ["opening-frame", "group-agreements"]:
            yield TemplateError("V-A02", file, "must begin with opening-frame and group-agreements", key="item")
        if not evening.first and names[:1] != ["recall"]:
            yield TemplateError("V-A02", file, "a later session begins with recall", key="item")
        if "check-in" not in names[:3] or names[-1:] != ["check-out"]:
            yield TemplateError("V-A03", file, "check-in stands near the start and check-out last", key="item")
    breaks = [minutes for name, minutes in evening.items if name == "pause" and minutes >= LEAST_BREAK]
    if evening.minutes > LONGEST_WITHOUT_BREAK and not breaks:
        yield TemplateError("V-A04", file, f"more than {LONGEST_WITHOUT_BREAK} minutes need a break of {LEAST_BREAK}", key="item")


def _check_item(evening: _Evening, activity: WrittenActivity, minutes: int, done: set[str]) -> Problems:
    file, name = evening.file, activity.id
    if minutes < activity.minutes.short:
        least = activity.minutes.short
        yield TemplateError("V-A06", file, f"{name} has {minutes} minutes and needs at least {least}", key="item")
    narrow = activity.people.min > evening.people.min or activity.people.max < evening.people.max
    if narrow and not evening.practice:
        fit = f"{activity.people.min} to {activity.people.max}"
        yield TemplateError("V-A07", file, f"{name} is made for {fit} people", key="people")
    if missing := set(activity.needs) - done:
        yield TemplateError("V-A08", file, f"{name} needs {', '.join(sorted(missing))} before it", key="item")


def _check_tender(
    evening: _Evening, activity: WrittenActivity, activities: Activities, following: Sequence[tuple[str, int]], over: int
) -> Problems:
    file, name = evening.file, activity.id
    if not evening.tender:
        yield TemplateError("V-A10", file, f"{name} is too tender for this place", key="item")
    after = activities.get(following[0][0]) if following else None
    if after is None or after.theme != "regulation" or after.level != 1:
        yield TemplateError("V-A11", file, f"something that settles has to follow {name} at once", key="item")
    if evening.minutes - over < BEFORE_THE_END:
        yield TemplateError("V-A12", file, f"{name} ends less than {BEFORE_THE_END} minutes before the end", key="item")


def _light_pairs(activity: WrittenActivity) -> bool:
    return activity.level < PERSONAL and any(isinstance(stage, WrittenRooms) for stage in activity.stages)
