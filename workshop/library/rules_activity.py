"""Rules of a whole activity: V-T01 to V-T14 and V-T48 to V-T52; its stages' own are in `rules_stage`."""

import msgspec

from workshop.domain.words import TENDER
from workshop.library.errors import TemplateError
from workshop.library.format import ACTIVITY_FORMAT, WrittenActivity, WrittenJournal, WrittenRooms
from workshop.library.rules import DIAGNOSING, ID, NOT_OUR_WORDS, Known, Problems, range_fits, texts
from workshop.library.rules_stage import check_stage, room_seconds

THEMES = frozenset(
    {
        *("frame", "arrive", "connection", "patterns", "attachment", "boundaries", "needs", "listening", "regulation"),
        *("self", "grief", "transition", "conflict", "younger-self", "future"),
    }
)
AGREEMENTS = "group-agreements"
PERSONAL = 2


def check_activity(file: str, activity: WrittenActivity, known: Known) -> Problems:
    """Every rule that `activity` (from `file`.toml) breaks."""
    yield from _check_head(file, activity, known)
    yield from _check_texts(file, activity)
    yield from _check_stage_list(file, activity)
    for stage in activity.stages:
        yield from check_stage(file, activity, stage, known)
    yield from _check_place(file, activity, known)


def _check_head(file: str, activity: WrittenActivity, known: Known) -> Problems:
    minutes = activity.minutes
    if activity.format != ACTIVITY_FORMAT:
        yield TemplateError("V-T01", file, f"must be {ACTIVITY_FORMAT}", key="format")
    if not ID.fullmatch(activity.id) or activity.id != file:
        yield TemplateError("V-T03", file, "must be small letters with hyphens and the same as the file's name", key="id")
    if activity.theme not in THEMES:
        yield TemplateError("V-T05", file, f"must be one of {', '.join(sorted(THEMES))}", key="theme")
    if not 0 < minutes.short <= minutes.usual <= 60:
        yield TemplateError("V-T07", file, "short is at least 1, usual at least short and at most 60", key="minutes")
    if not range_fits(activity.people):
        yield TemplateError("V-T08", file, "min is at least 1, max at least min and at most 100", key="people")
    for need in activity.needs:
        if need not in known.activities or need == activity.id:
            yield TemplateError("V-T09", file, f"names an activity that does not exist, {need}", key="needs")
    if (not activity.seeds and not activity.helper) or not set(activity.seeds) <= known.rows:
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
    for text in texts(msgspec.to_builtins(activity)):
        if found := NOT_OUR_WORDS.search(text):
            yield TemplateError("V-T13", file, f'"{found[0]}" is not a word we use with people')
    for text in texts(msgspec.to_builtins([activity.stages, script.ask])):
        if found := DIAGNOSING.search(text):
            yield TemplateError("V-T13", file, f'"{found[0]}" must not stand on a phone')


def _check_stage_list(file: str, activity: WrittenActivity) -> Problems:
    stages = activity.stages
    if not 1 <= len(stages) <= 6 or len({stage.id for stage in stages}) != len(stages):
        yield TemplateError("V-T14", file, "needs 1 to 6 stages with different ids", key="stage")
    total = sum(stage.minutes for stage in stages)
    if total > activity.minutes.usual:
        yield TemplateError("V-T48", file, f"the stages take {total} minutes, more than usual", key="minutes.usual")
    in_rooms = sum(room_seconds(stage) for stage in stages if isinstance(stage, WrittenRooms))
    if in_rooms > activity.minutes.short * 60:
        yield TemplateError("V-T49", file, f"the rooms alone take {in_rooms} seconds, more than short", key="minutes.short")


def _check_place(file: str, activity: WrittenActivity, known: Known) -> Problems:
    needed = known.needed_by(activity.id)
    if activity.id in needed:
        yield TemplateError("V-T50", file, "the needs run in a circle", key="needs")
    if activity.level >= PERSONAL and AGREEMENTS not in needed:
        yield TemplateError("V-T51", file, f"what is personal needs {AGREEMENTS} before it, directly or not", key="needs")
    if activity.level == TENDER and not any(isinstance(stage, WrittenJournal) for stage in activity.stages):
        yield TemplateError("V-T52", file, "what is tender needs a private page", key="stage")
