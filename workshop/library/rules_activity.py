"""Rules of a whole activity: V-T01 to V-T14 and V-T48 to V-T52; its stages' own are in `rules_stage`."""

import re

import msgspec

from workshop.domain.words import TENDER
from workshop.library.errors import TemplateError
from workshop.library.format import ACTIVITY_FORMAT, WrittenActivity, WrittenJournal, WrittenRooms
from workshop.library.rules import DIAGNOSING, ID, NOT_OUR_WORDS, Known, Problems, range_fits, said_twice, texts
from workshop.library.rules_stage import check_stage, room_seconds

THEMES = frozenset(
    {
        *("frame", "arrive", "connection", "patterns", "attachment", "boundaries", "needs", "listening", "regulation"),
        *("self", "grief", "transition", "conflict", "younger-self", "future"),
    }
)
AGREEMENTS = "group-agreements"
PERSONAL = 2
STAGE = re.compile(r"stage\[(?P<index>\d+)\]\.(?P<key>.*)")


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
        yield TemplateError("V-T03", file, f'must be the file\'s name, "{file}", in small letters, digits and hyphens', key="id")
    if activity.theme not in THEMES:
        yield TemplateError("V-T05", file, f"must be one of {', '.join(sorted(THEMES))}", key="theme")
    if not 0 < minutes.short <= minutes.usual <= 60:
        yield TemplateError(
            "V-T07", file, "expected short of at least 1, and usual of at least short and at most 60", key="minutes"
        )
    if not range_fits(activity.people):
        yield TemplateError("V-T08", file, "expected min of at least 1, and max of at least min and at most 100", key="people")
    for need in activity.needs:
        if need not in known.activities or need == activity.id:
            yield TemplateError("V-T09", file, f'must name other activities of the library, and "{need}" is none', key="needs")
    if not activity.seeds and not activity.helper:
        yield TemplateError("V-T10", file, "must name at least one row such as S07, or helper must be true", key="seeds")
    for seed in activity.seeds:
        if seed not in known.rows:
            yield TemplateError("V-T10", file, f'must name rows of seed_rows.toml such as S07, and "{seed}" is none', key="seeds")


def _check_texts(file: str, activity: WrittenActivity) -> Problems:
    care, script = activity.care, activity.script
    for rule, key, text, least, most in (
        ("V-T04", "title", activity.title, 1, 60),
        ("V-T04", "purpose", activity.purpose, 20, 260),
        ("V-T11", "care.note", care.note, 10, 260),
        ("V-T11", "care.sit_out", care.sit_out, 10, 260),
        ("V-T11", "care.watch", care.watch, 10, 260),
    ):
        if not least <= len(text) <= most:
            yield TemplateError(rule, file, f"must have {least} to {most} characters, and has {len(text)}", key=key)
    if not 2 <= len(script.say) <= 4:
        yield TemplateError("V-T12", file, f"must be 2 to 4 lines, and has {len(script.say)}", key="script.say")
    if not 1 <= len(script.ask) <= 3:
        yield TemplateError("V-T12", file, f"must be 1 to 3 questions, and has {len(script.ask)}", key="script.ask")
    for place, text in texts(msgspec.to_builtins(script), "script"):
        if len(text) > 260:
            yield TemplateError("V-T12", file, f"must have at most 260 characters, and has {len(text)}", key=place)
    yield from _check_words(file, activity)


def _check_words(file: str, activity: WrittenActivity) -> Problems:
    ids = [stage.id for stage in activity.stages]
    for place, text in texts(msgspec.to_builtins(activity)):
        of_stage = STAGE.match(place)
        stage, key = (ids[int(of_stage["index"])], of_stage["key"]) if of_stage else (None, place)
        on_phone = stage is not None or place.startswith("script.ask")
        if found := NOT_OUR_WORDS.search(text):
            expected = f'"{found[0]}" is not a word we use with people; say it in other words'
            yield TemplateError("V-T13", file, expected, stage=stage, key=key)
        if on_phone and (found := DIAGNOSING.search(text)):
            expected = f'"{found[0]}" must not stand on a phone; say it in other words'
            yield TemplateError("V-T13", file, expected, stage=stage, key=key)


def _check_stage_list(file: str, activity: WrittenActivity) -> Problems:
    stages = activity.stages
    if not 1 <= len(stages) <= 6 or len({stage.id for stage in stages}) != len(stages):
        found = said_twice([stage.id for stage in stages]) or f"there are {len(stages)}"
        yield TemplateError("V-T14", file, f"needs 1 to 6 stages with different ids; {found}", key="stage")
    total = sum(stage.minutes for stage in stages)
    if total > activity.minutes.usual:
        yield TemplateError(
            "V-T48", file, f"must be at least {total}, which is what the stages take together", key="minutes.usual"
        )
    in_rooms = sum(room_seconds(stage) for stage in stages if isinstance(stage, WrittenRooms))
    if in_rooms > activity.minutes.short * 60:
        least = -(-in_rooms // 60)
        yield TemplateError(
            "V-T49", file, f"must be at least {least}, because the rooms alone take that long", key="minutes.short"
        )


def _check_place(file: str, activity: WrittenActivity, known: Known) -> Problems:
    needed = known.needed_by(activity.id)
    if activity.id in needed:
        yield TemplateError(
            "V-T50", file, f"must not lead back to {activity.id}, and it does: the needs run in a circle", key="needs"
        )
    if activity.level >= PERSONAL and AGREEMENTS not in needed:
        yield TemplateError(
            "V-T51", file, f"must lead to {AGREEMENTS}, directly or not, because level is {activity.level}", key="needs"
        )
    if activity.level == TENDER and not any(isinstance(stage, WrittenJournal) for stage in activity.stages):
        yield TemplateError(
            "V-T52", file, f"needs a private page (kind journal) among its stages, because level is {TENDER}", key="stage"
        )
