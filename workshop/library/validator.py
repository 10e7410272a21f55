"""The rules a template keeps, numbered: V-T… for activities, V-A… for agendas. A test has one spoiled example for each.

What a shape alone can say (a missing, unknown or wrongly typed key, a value that is none of the possible) is found while
reading (`shapes`): V-T00, V-T02, V-T06, V-T15, V-T16, V-T20, V-T30 and parts of others. The rest stand here.
Rules of what cannot be played yet (journals, circles, decks, tender activities) come with it; the numbers are kept for them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Set

import msgspec

from workshop.domain.plan import ChoiceInput, Input, MultiInput, Range, ScaleInput, TextInput
from workshop.library.errors import TemplateError
from workshop.library.format import (
    ACTIVITY_FORMAT,
    AGENDA_FORMAT,
    AnyStage,
    WrittenActivity,
    WrittenAgenda,
    WrittenGuide,
    WrittenRooms,
    WrittenTally,
    WrittenWall,
)

THEMES = frozenset(
    {
        *("frame", "arrive", "connection", "patterns", "attachment", "boundaries", "needs", "listening", "regulation"),
        *("self", "grief", "transition", "conflict", "younger-self", "future"),
    }
)
SCREENS: Mapping[type, frozenset[str]] = {
    WrittenGuide: frozenset({"none", "text"}),
    WrittenWall: frozenset({"none", "wall"}),
    WrittenRooms: frozenset({"none", "rooms"}),
}
TALLY_SCREENS: Mapping[type, frozenset[str]] = {
    ChoiceInput: frozenset({"none", "bars"}),
    MultiInput: frozenset({"none", "bars", "words"}),
    ScaleInput: frozenset({"none", "histogram"}),
}
TALLY_FORMS: Mapping[type, frozenset[str]] = {
    ChoiceInput: frozenset({"none", "bands"}),
    MultiInput: frozenset({"none", "bands"}),
    ScaleInput: frozenset({"none", "middle"}),
}
WALL_FORMS = frozenset({"themes", "count", "none"})
ID = re.compile(r"[a-z][a-z0-9-]{2,39}")
KEY = re.compile(r"[a-z][a-z0-9_]{0,23}")
SEED = re.compile(r"S\d\d")
NOT_OUR_WORDS = re.compile(
    r"\b(you must|you should|patients?|disorders?|symptoms?|toxic|narciss\w*|codependen\w*|broken people|"
    r"DBT|DEAR ?MAN|NVC|ECR(-R)?|PHQ|GAD-7|Gottman|four horsemen|TKI|36 questions)\b",
    re.IGNORECASE,
)
DIAGNOSING = re.compile(r"\bdiagnos\w*", re.IGNORECASE)
ROOMS_TOLERANCE = 30
"""Seconds by which the steps of rooms may exceed the minutes of their stage."""

Problems = Iterator[TemplateError]


def check_activity(file: str, activity: WrittenActivity, known: Set[str]) -> Problems:
    """Every rule that `activity` (from `file`.toml) breaks. `known` are the ids of all activities."""
    yield from _check_head(file, activity, known)
    yield from _check_texts(file, activity)
    yield from _check_stage_list(file, activity)
    for stage in activity.stages:
        yield from _check_stage(file, activity, stage)


def _check_head(file: str, activity: WrittenActivity, known: Set[str]) -> Problems:
    minutes = activity.minutes
    if activity.format != ACTIVITY_FORMAT:
        yield TemplateError("V-T01", file, f"must be {ACTIVITY_FORMAT}", key="format")
    if not ID.fullmatch(activity.id) or activity.id != file:
        yield TemplateError("V-T03", file, "must be small letters with hyphens and the same as the file's name", key="id")
    if activity.theme not in THEMES:
        yield TemplateError("V-T05", file, f"must be one of {', '.join(sorted(THEMES))}", key="theme")
    if not 0 < minutes.short <= minutes.usual <= 60:
        yield TemplateError("V-T07", file, "short is at least 1, usual at least short and at most 60", key="minutes")
    if not _range_fits(activity.people):
        yield TemplateError("V-T08", file, "min is at least 1, max at least min and at most 100", key="people")
    for need in activity.needs:
        if need not in known or need == activity.id:
            yield TemplateError("V-T09", file, f"names an activity that does not exist, {need}", key="needs")
    if (not activity.seeds and not activity.helper) or not all(SEED.fullmatch(seed) for seed in activity.seeds):
        yield TemplateError("V-T10", file, "must name rows such as S07, and may be empty only for a helper", key="seeds")


def _check_texts(file: str, activity: WrittenActivity) -> Problems:
    care, script = activity.care, activity.script
    if not (1 <= len(activity.title) <= 60 and 20 <= len(activity.purpose) <= 260):
        yield TemplateError("V-T04", file, "a title has 1 to 60 characters, a purpose 20 to 260", key="title and purpose")
    if not all(10 <= len(text) <= 260 for text in (care.note, care.sit_out, care.watch)):
        yield TemplateError("V-T11", file, "note, sit_out and watch have 10 to 260 characters each", key="care")
    lines = (*script.say, *script.ask, script.carry or "")
    if not (2 <= len(script.say) <= 4 and 1 <= len(script.ask) <= 3) or any(len(line) > 260 for line in lines):
        yield TemplateError("V-T12", file, "2 to 4 lines to say, 1 to 3 questions, each at most 260 characters", key="script")
    for text in _texts(msgspec.to_builtins(activity)):
        if found := NOT_OUR_WORDS.search(text):
            yield TemplateError("V-T13", file, f'"{found[0]}" is not a word we use with people')
    for text in _texts(msgspec.to_builtins([activity.stages, script.ask])):
        if found := DIAGNOSING.search(text):
            yield TemplateError("V-T13", file, f'"{found[0]}" must not stand on a phone')


def _check_stage_list(file: str, activity: WrittenActivity) -> Problems:
    stages = activity.stages
    if not 1 <= len(stages) <= 6 or len({stage.id for stage in stages}) != len(stages):
        yield TemplateError("V-T14", file, "needs 1 to 6 stages with different ids", key="stage")
    total = sum(stage.minutes for stage in stages)
    if total > activity.minutes.usual:
        yield TemplateError("V-T48", file, f"the stages take {total} minutes, more than usual", key="minutes.usual")
    in_rooms = sum(_room_seconds(stage) for stage in stages if isinstance(stage, WrittenRooms))
    if in_rooms > activity.minutes.short * 60:
        yield TemplateError("V-T49", file, f"the rooms alone take {in_rooms} seconds, more than short", key="minutes.short")


def _check_stage(file: str, activity: WrittenActivity, stage: AnyStage) -> Problems:
    def broken(rule: str, key: str, expected: str) -> TemplateError:
        return TemplateError(rule, file, expected, stage=stage.id, key=key)

    if not 0 < stage.minutes <= 40:
        yield broken("V-T17", "minutes", "must be 1 to 40")
    if not 5 <= len(stage.phone) <= 220:
        yield broken("V-T18", "phone", "must have 5 to 220 characters")
    screens = TALLY_SCREENS.get(type(stage.input), frozenset()) if isinstance(stage, WrittenTally) else SCREENS[type(stage)]
    if stage.screen not in screens:
        yield broken("V-T19", "screen", f"must be one of {', '.join(sorted(screens)) or 'none: this input has no picture'}")
    match stage:
        case WrittenGuide():
            yield from _check_guide(stage, broken)
        case WrittenTally():
            yield from _check_tally(stage, broken)
        case WrittenWall():
            yield from _check_wall(stage, broken)
        case WrittenRooms():
            yield from _check_rooms(stage, activity.people, broken)


Broken = Callable[[str, str, str], TemplateError]


def _check_guide(stage: WrittenGuide, broken: Broken) -> Problems:
    if not stage.steps or any(not step.text or (step.seconds is not None and step.seconds <= 0) for step in stage.steps):
        yield broken("V-T36", "steps", "needs at least one step, each with a text and, where given, seconds above 0")


def _check_tally(stage: WrittenTally, broken: Broken) -> Problems:
    yield from _check_input(stage.input, broken)
    if isinstance(stage.input, TextInput):
        yield broken("V-T21", "input.type", "a tally asks by choice, multi or scale; words belong on a wall")
    if stage.summary.form not in TALLY_FORMS.get(type(stage.input), {"none"}):
        yield broken("V-T31", "summary.form", "does not fit this input")


def _check_wall(stage: WrittenWall, broken: Broken) -> Problems:
    yield from _check_input(stage.input, broken)
    if not isinstance(stage.input, TextInput):
        yield broken("V-T21", "input.type", "a wall asks by text")
    if stage.summary.form not in WALL_FORMS:
        yield broken("V-T31", "summary.form", "must be themes, count or none, never what was written")


def _check_input(asked: Input, broken: Broken) -> Problems:
    match asked:
        case ChoiceInput(options=options) | MultiInput(options=options):
            if (
                not 2 <= len(options) <= 24
                or len(set(options)) != len(options)
                or not all(0 < len(text) <= 64 for text in options)
            ):
                yield broken("V-T22", "input.options", "must be 2 to 24 different texts of at most 64 characters")
            if isinstance(asked, MultiInput) and not 1 <= asked.pick < len(options):
                yield broken("V-T22", "input.pick", "must be at least 1 and less than the number of options")
        case ScaleInput(items=items):
            whole = all(KEY.fullmatch(item.key) and item.ask and item.low and item.high for item in items)
            if not 1 <= len(items) <= 4 or len({item.key for item in items}) != len(items) or not whole:
                yield broken("V-T23", "input.items", "must be 1 to 4 with different keys, each with ask, low and high")
        case TextInput(max=longest):
            if not 40 <= longest <= 280:
                yield broken("V-T28", "input.max", "must be 40 to 280 characters")


def _check_rooms(stage: WrittenRooms, people: Range, broken: Broken) -> Problems:
    known = {*stage.roles, "all"}
    if stage.size not in range(2, 7) or stage.rounds < 1:
        yield broken("V-T38", "size and rounds", "size is 2 to 6, rounds at least 1")
    if stage.roles != ("all",) and len(stage.roles) != stage.size:
        yield broken("V-T39", "roles", 'must be as many as people in a room, or only "all"')
    if not stage.steps or any(step.who not in known or not 5 <= step.seconds <= 900 for step in stage.steps):
        yield broken("V-T40", "steps", "each step needs a who among the roles or all, and 5 to 900 seconds")
    if stage.swap and not 1 < stage.rounds <= stage.size:
        yield broken("V-T41", "rounds", "with swap there are at least 2 rounds and at most one per person")
    if _room_seconds(stage) > stage.minutes * 60 + ROOMS_TOLERANCE:
        yield broken("V-T42", "minutes", f"the steps take {_room_seconds(stage)} seconds, more than that")
    if people.min < min(stage.size, 3):
        yield broken("V-T45", "size", "fewer people are allowed than one room needs")


def check_agenda(file: str, agenda: WrittenAgenda, activities: Mapping[str, WrittenActivity]) -> Problems:
    """Every rule that `agenda` (from `file`.toml) breaks. A practice agenda may be short and begins and ends as it likes."""
    names = [item.activity for item in agenda.items]
    if agenda.format != AGENDA_FORMAT or agenda.id != file:
        yield TemplateError("V-A00", file, f"format must be {AGENDA_FORMAT} and id the file's name", key="format and id")
    if not agenda.practice and not 60 <= agenda.minutes <= 120:
        yield TemplateError("V-A00", file, "must be 60 to 120", key="minutes")
    total = sum(item.minutes for item in agenda.items)
    if total != agenda.minutes or not agenda.items:
        yield TemplateError("V-A01", file, f"the items take {total} minutes and the agenda says {agenda.minutes}", key="minutes")
    if not agenda.practice and names[:2] != ["opening-frame", "group-agreements"]:
        yield TemplateError("V-A02", file, "must begin with opening-frame and group-agreements", key="item")
    if not agenda.practice and ("check-in" not in names[:3] or names[-1:] != ["check-out"]):
        yield TemplateError("V-A03", file, "check-in stands near the start and check-out last", key="item")
    if not _range_fits(agenda.people):
        yield TemplateError("V-T08", file, "min is at least 1, max at least min and at most 100", key="people")
    done: set[str] = set()
    for item in agenda.items:
        activity = activities.get(item.activity)
        if activity is None:
            yield TemplateError("V-A05", file, f"there is no activity {item.activity}", key="item")
            continue
        if item.minutes < activity.minutes.short:
            least = activity.minutes.short
            yield TemplateError(
                "V-A06", file, f"{item.activity} has {item.minutes} minutes and needs at least {least}", key="item"
            )
        narrow = activity.people.min > agenda.people.min or activity.people.max < agenda.people.max
        if narrow and not agenda.practice:
            fit = f"{activity.people.min} to {activity.people.max}"
            yield TemplateError("V-A07", file, f"{item.activity} is made for {fit} people", key="people")
        if missing := set(activity.needs) - done:
            yield TemplateError("V-A08", file, f"{item.activity} needs {', '.join(sorted(missing))} before it", key="item")
        done.add(item.activity)


def _range_fits(people: Range) -> bool:
    return 1 <= people.min <= people.max <= 100


def _room_seconds(stage: WrittenRooms) -> int:
    return sum(step.seconds for step in stage.steps) * stage.rounds


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list() | tuple():
            for inner in value:
                yield from _texts(inner)
