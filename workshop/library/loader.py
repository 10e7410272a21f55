"""Reads the agendas and activities that come with the package, and turns them into what a session plays.

Strict: a file is either whole or refused with one sentence that names it, the stage, the key and what is expected.
"""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import structs

from workshop.domain.plan import Activity, Plan, PlanItem, StageTemplate
from workshop.domain.words import StageKind
from workshop.library.errors import NotPlayableYet, TemplateError, UnknownTemplate
from workshop.library.format import (
    AnyStage,
    WrittenActivity,
    WrittenAgenda,
    WrittenGuide,
    WrittenRooms,
    WrittenTally,
    WrittenWall,
    read_activity,
    read_agenda,
)
from workshop.library.validator import check_activity, check_agenda

PLAYABLE_MIX = ("random", "fresh", "same")
KINDS: Mapping[type, StageKind] = {WrittenGuide: "guide", WrittenTally: "tally", WrittenWall: "wall", WrittenRooms: "rooms"}


class Library:
    """The activities and agendas under `root`, a folder with `activities/` and `agendas/`. Files are read when they are asked for."""

    def __init__(self, root: Traversable) -> None:
        self.root = root

    def activity_ids(self) -> tuple[str, ...]:
        return _ids(self.root / "activities")

    def agenda_ids(self) -> tuple[str, ...]:
        return _ids(self.root / "agendas")

    def load_activity(self, activity_id: str) -> Activity:
        """Raises UnknownTemplate, TemplateError, NotPlayableYet."""
        return _activity(activity_id, self._sound_activity(activity_id))

    def load_plan(self, agenda_id: str) -> Plan:
        """One agenda with the full text of its activities. Raises UnknownTemplate, TemplateError, NotPlayableYet."""
        agenda = self._written_agenda(agenda_id)
        activities = self._activities_of(agenda)
        for problem in check_agenda(agenda_id, agenda, activities):
            raise problem
        items = (
            PlanItem(activity=_activity(item.activity, activities[item.activity]), minutes=item.minutes) for item in agenda.items
        )
        return Plan(
            id=agenda.id,
            title=agenda.title,
            minutes=agenda.minutes,
            people=agenda.people,
            aim=agenda.aim,
            practice=agenda.practice,
            items=tuple(items),
        )

    def load_agendas(self) -> tuple[Plan, ...]:
        """Every agenda, by name."""
        return tuple(self.load_plan(agenda_id) for agenda_id in self.agenda_ids())

    def problems_of_activity(self, activity_id: str) -> Iterator[TemplateError]:
        """Every rule it breaks. Raises UnknownTemplate, NotPlayableYet, and TemplateError where the file cannot even be read."""
        return check_activity(activity_id, self._written_activity(activity_id), frozenset(self.activity_ids()))

    def problems_of_agenda(self, agenda_id: str) -> Iterator[TemplateError]:
        """Like `problems_of_activity`."""
        agenda = self._written_agenda(agenda_id)
        return check_agenda(agenda_id, agenda, self._activities_of(agenda))

    def _activities_of(self, agenda: WrittenAgenda) -> dict[str, WrittenActivity]:
        known = self.activity_ids()
        return {item.activity: self._sound_activity(item.activity) for item in agenda.items if item.activity in known}

    def _sound_activity(self, activity_id: str) -> WrittenActivity:
        for problem in self.problems_of_activity(activity_id):
            raise problem
        return self._written_activity(activity_id)

    def _written_activity(self, activity_id: str) -> WrittenActivity:
        if activity_id not in self.activity_ids():
            raise UnknownTemplate(f"There is no activity {activity_id}. There are: {', '.join(self.activity_ids())}.")
        return read_activity(activity_id, _parse(self.root / "activities", activity_id))

    def _written_agenda(self, agenda_id: str) -> WrittenAgenda:
        if agenda_id not in self.agenda_ids():
            raise UnknownTemplate(f"There is no agenda {agenda_id}. There are: {', '.join(self.agenda_ids())}.")
        return read_agenda(agenda_id, _parse(self.root / "agendas", agenda_id))


def library() -> Library:
    """What comes with the package."""
    return Library(files("workshop.library"))


def load_activity(activity_id: str) -> Activity:
    return library().load_activity(activity_id)


def load_plan(agenda_id: str) -> Plan:
    return library().load_plan(agenda_id)


def load_agendas() -> tuple[Plan, ...]:
    return library().load_agendas()


def _ids(folder: Traversable) -> tuple[str, ...]:
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def _parse(folder: Traversable, name: str) -> dict[str, object]:
    try:
        return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError("V-T00", name, f"this is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    except UnicodeDecodeError:
        raise TemplateError("V-T00", name, "this is not UTF-8 text") from None


def _activity(file: str, written: WrittenActivity) -> Activity:
    return Activity(
        id=written.id,
        title=written.title,
        theme=written.theme,
        level=written.level,
        short=written.minutes.short,
        usual=written.minutes.usual,
        people=written.people,
        needs=written.needs,
        purpose=written.purpose,
        care=written.care,
        script=written.script,
        stages=tuple(_stage(file, stage) for stage in written.stages),
    )


def _stage(file: str, written: AnyStage) -> StageTemplate:
    plain = StageTemplate(
        id=written.id,
        kind=KINDS[type(written)],
        minutes=written.minutes,
        phone=written.phone,
        screen=written.screen,
        title=written.title,
        hint=written.hint,
        optional=written.optional,
    )
    match written:
        case WrittenGuide():
            return structs.replace(plain, guide_steps=written.steps)
        case WrittenTally():
            return structs.replace(plain, input=written.input, reveal=written.reveal, summary=written.summary)
        case WrittenWall():
            return structs.replace(plain, input=written.input, resonate=written.resonate, summary=written.summary)
        case WrittenRooms():
            _look_at_rooms(file, written)
            return structs.replace(
                plain,
                room_steps=written.steps,
                size=written.size,
                rounds=written.rounds,
                mix=written.mix,
                roles=written.roles,
                swap=written.swap,
            )


def _look_at_rooms(file: str, written: WrittenRooms) -> None:
    if written.size != 2:
        raise NotPlayableYet(file, f'its stage "{written.id}" has rooms of {written.size}; for now rooms are pairs')
    if written.mix not in PLAYABLE_MIX:
        raise NotPlayableYet(file, f'its stage "{written.id}" joins rooms into larger ones, which comes later')
