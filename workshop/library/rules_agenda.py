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
WHERE_TENDER = (
    f"expected in an agenda with met_before = true, or in a programme after session {LAST_LIGHT_SESSION} and before the last one"
)
Activities = Mapping[str, WrittenActivity]


class _Evening(Struct, frozen=True, kw_only=True):
    """One session as both formats tell it. `items`: (name, minutes); `done`: what the group did before; `paired`: whether a light
    exercise in rooms was among it; `key`: where the items stand in the file."""

    file: str
    key: str
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
    if agenda.format != AGENDA_FORMAT:
        yield TemplateError("V-A00", file, f"must be {AGENDA_FORMAT}", key="format")
    if agenda.id != file:
        yield TemplateError("V-A00", file, f'must be the file\'s name, "{file}"', key="id")
    if not agenda.practice and not 60 <= agenda.minutes <= 120:
        yield TemplateError(
            "V-A00", file, f"must be 60 to 120 where practice is not true, and is {agenda.minutes}", key="minutes"
        )
    if not range_fits(agenda.people):
        yield TemplateError("V-T08", file, "expected min of at least 1, and max of at least min and at most 100", key="people")
    for place, item in enumerate(agenda.items):
        if sum(named is not None for named in (item.activity, item.pause, item.recall)) != 1:
            yield TemplateError("V-A05", file, "must have exactly one of activity, pause and recall", key=f"item[{place}]")
    evening = _Evening(
        file=file,
        key="item",
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
    numbers = [session.n for session in sessions]
    if programme.format != PROGRAMME_FORMAT:
        yield TemplateError("V-P01", file, f"must be {PROGRAMME_FORMAT}", key="format")
    if programme.id != file:
        yield TemplateError("V-P01", file, f'must be the file\'s name, "{file}"', key="id")
    if not 12 <= len(sessions) <= 16 or numbers != list(range(1, len(sessions) + 1)):
        yield TemplateError(
            "V-P01",
            file,
            "needs 12 to 16 sessions with n = 1, 2, 3 and so on; there are " + ", ".join(map(str, numbers)),
            key="session",
        )
    done: frozenset[str] = frozenset()
    paired = False
    for session in sessions:
        evening = _Evening(
            file=file,
            key=f"items of session {session.n}",
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
            yield TemplateError(
                "V-P02", file, "must be an invitation for the time after it, and is empty", key=f"between of session {session.n}"
            )
    touched = {area for session in sessions for area in session.focus}
    if touched != FOCUS_AREAS:
        yield TemplateError(
            "V-P03",
            file,
            f"must be touched by some session each: {', '.join(sorted(FOCUS_AREAS - touched or touched - FOCUS_AREAS))}",
            key="focus",
        )
    if sessions and "spiral-review" not in [name for name, _ in sessions[-1].items]:
        yield TemplateError(
            "V-P04",
            file,
            "must have spiral-review among them: the last session looks back",
            key=f"items of session {sessions[-1].n}",
        )


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
            yield TemplateError(
                "V-A05", evening.file, f'must name activities of the library, and "{name}" is none', key=f"{evening.key}[{place}]"
            )
            continue
        yield from _check_item(evening, activity, minutes, done)
        rooms = any(isinstance(stage, WrittenRooms) for stage in activity.stages)
        if rooms and activity.level >= PERSONAL and not paired:
            yield TemplateError(
                "V-A09",
                evening.file,
                f"needs a light exercise in rooms (level 1, such as listening-turns) before {name}",
                key=evening.key,
            )
        paired = paired or _light_pairs(activity)
        if activity.level == TENDER:
            tender += 1
            following = evening.items[place + 1 :]
            yield from _check_tender(evening, activity, activities, following, over)
        done.add(name)
    if tender > 1:
        yield TemplateError("V-A13", evening.file, f"must have at most one tender activity, and has {tender}", key=evening.key)


def _check_frame(evening: _Evening) -> Problems:
    file, key, names = evening.file, evening.key, [name for name, _ in evening.items]
    total = sum(minutes for _, minutes in evening.items)
    if total != evening.minutes or not names:
        yield TemplateError("V-A01", file, f"must be the sum of the items, {total}, and is {evening.minutes}", key="minutes")
    if not evening.practice:
        if evening.first and names[:2] != ["opening-frame", "group-agreements"]:
            yield TemplateError("V-A02", file, "must begin with opening-frame and group-agreements", key=key)
        if not evening.first and names[:1] != ["recall"]:
            yield TemplateError("V-A02", file, "must begin with recall: it is a later session", key=key)
        if "check-in" not in names[:3] or names[-1:] != ["check-out"]:
            yield TemplateError("V-A03", file, "must have check-in among the first three and check-out last", key=key)
    breaks = [minutes for name, minutes in evening.items if name == "pause" and minutes >= LEAST_BREAK]
    if evening.minutes > LONGEST_WITHOUT_BREAK and not breaks:
        yield TemplateError(
            "V-A04",
            file,
            f"needs a pause of at least {LEAST_BREAK} minutes, because it takes more than {LONGEST_WITHOUT_BREAK}",
            key=key,
        )


def _check_item(evening: _Evening, activity: WrittenActivity, minutes: int, done: set[str]) -> Problems:
    file, key, name = evening.file, evening.key, activity.id
    if minutes < activity.minutes.short:
        least = activity.minutes.short
        yield TemplateError("V-A06", file, f"must give {name} at least {least} minutes, and gives it {minutes}", key=key)
    narrow = activity.people.min > evening.people.min or activity.people.max < evening.people.max
    if narrow and not evening.practice:
        fit = f"{activity.people.min} to {activity.people.max}"
        yield TemplateError("V-A07", file, f"must lie within {fit}, because {name} is made for that many", key="people")
    if missing := set(activity.needs) - done:
        yield TemplateError("V-A08", file, f"must have {', '.join(sorted(missing))} before {name}, which needs it", key=key)


def _check_tender(
    evening: _Evening, activity: WrittenActivity, activities: Activities, following: Sequence[tuple[str, int]], over: int
) -> Problems:
    file, key, name = evening.file, evening.key, activity.id
    if not evening.tender:
        yield TemplateError("V-A10", file, f"{name} is tender: {WHERE_TENDER}", key=key)
    after = activities.get(following[0][0]) if following else None
    if after is None or after.theme != "regulation" or after.level != 1:
        yield TemplateError(
            "V-A11", file, f"must have something that settles (theme regulation, level 1) right after {name}", key=key
        )
    if evening.minutes - over < BEFORE_THE_END:
        yield TemplateError(
            "V-A12", file, f"must leave {BEFORE_THE_END} minutes after {name}, and leaves {evening.minutes - over}", key=key
        )


def _light_pairs(activity: WrittenActivity) -> bool:
    return activity.level < PERSONAL and any(isinstance(stage, WrittenRooms) for stage in activity.stages)
