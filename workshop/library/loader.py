"""Reads the agendas and activities that come with the package, and turns them into what a session plays.

Strict: a file is either whole or refused with one sentence that names it, the stage, the key and what is expected.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from msgspec import Struct

from workshop.domain.plan import Activity, Plan, PlanItem, ProgrammePlace, Range
from workshop.domain.words import TENDER
from workshop.library.around import BREAK_WORDS, END, FRAME, PREFIX, agenda_around
from workshop.library.between import pause, recall
from workshop.library.errors import TemplateError, UnknownTemplate
from workshop.library.format import (
    WrittenActivity,
    WrittenAgenda,
    WrittenDeck,
    WrittenItem,
    WrittenProgramme,
    WrittenRows,
    WrittenSession,
    read_activity,
    read_agenda,
)
from workshop.library.offers import ProgrammeOffer, SessionOffer
from workshop.library.planned import planned_activity
from workshop.library.rules import Known
from workshop.library.rules_activity import check_activity
from workshop.library.rules_agenda import check_agenda, check_programme
from workshop.library.rules_deck import check_deck
from workshop.library.shapes import into


class Offer(Struct, frozen=True):
    """An agenda as it is offered."""

    id: str
    title: str
    aim: str
    minutes: int
    people: Range
    practice: bool
    met_before: bool
    """Only for a group that knows each other."""
    activities: tuple[str, ...]
    """Their titles, in order."""
    activity_minutes: tuple[int, ...]
    """Of each of them."""
    tender: tuple[str, ...]
    """Ids of its tender activities: a real session of it needs the organization's approval of each."""


class Library:
    """What stands under `root`: activities, agendas, decks of scenes, programmes. A file is read when it is first asked for."""

    def __init__(self, root: Traversable, own: Mapping[tuple[str, str], dict[str, object]] | None = None) -> None:
        """`own`: files beside those under `root`, or instead of them, by folder and name."""
        self.root = root
        self._own = own or {}
        self._tables: dict[tuple[str, str], dict[str, object]] = dict(self._own)
        self._names: dict[str, tuple[str, ...]] = {}
        self._activities_read: dict[str, WrittenActivity] = {}

    def activity_ids(self) -> tuple[str, ...]:
        return self._ids("activities")

    def agenda_ids(self) -> tuple[str, ...]:
        return self._ids("agendas")

    def deck_ids(self) -> tuple[str, ...]:
        return self._ids("scenarios")

    def programme_ids(self) -> tuple[str, ...]:
        return self._ids("programmes")

    def load_activity(self, activity_id: str) -> Activity:
        """Raises UnknownTemplate, TemplateError."""
        return planned_activity(self._sound_activity(activity_id), self._deck)

    def load_plan(self, agenda_id: str) -> Plan:
        """One agenda with the full text of its activities. Raises UnknownTemplate, TemplateError."""
        agenda = self._sound_agenda(agenda_id)
        return Plan(
            id=agenda.id,
            title=agenda.title,
            minutes=agenda.minutes,
            people=agenda.people,
            aim=agenda.aim,
            practice=agenda.practice,
            items=tuple(self._item(item) for item in agenda.items),
        )

    def load_programme(self, programme_id: str) -> ProgrammeOffer:
        """A series with what each of its sessions plays. Raises UnknownTemplate, TemplateError."""
        written = self._sound_programme(programme_id)
        return ProgrammeOffer(
            id=written.id,
            title=written.title,
            aim=written.aim,
            before=written.before,
            after=written.after,
            people=written.people,
            sessions=tuple(self._session_offer(session) for session in written.sessions),
        )

    def load_programme_session(self, programme_id: str, number: int) -> Plan:
        """One session of a series, from 1, with the full text of its activities. Raises UnknownTemplate, TemplateError."""
        written = self._sound_programme(programme_id)
        if not 1 <= number <= len(written.sessions):
            raise UnknownTemplate(f"The programme {programme_id} has the sessions 1 to {len(written.sessions)}.")
        session = written.sessions[number - 1]
        place = ProgrammePlace(
            title=written.title,
            number=number,
            of=len(written.sessions),
            phase=session.phase,
            focus=session.focus,
            since=written.sessions[number - 2].between if number > 1 else "",
            until=session.between if number < len(written.sessions) else "",
        )
        return Plan(
            id=f"{programme_id}-{number}",
            title=session.title,
            minutes=session.minutes,
            people=written.people,
            aim=written.aim,
            practice=False,
            items=tuple(self._item(_item_of(name, minutes)) for name, minutes in session.items),
            programme=place,
        )

    def exercise_ids(self) -> tuple[str, ...]:
        """The activities that an evening can be built around: all but those that frame each evening. Its agenda is `around-ID`."""
        return tuple(activity_id for activity_id in self.activity_ids() if activity_id not in (*FRAME, END))

    def evenings_around(self) -> tuple[Offer, ...]:
        """An evening around each exercise, by its name."""
        return tuple(self._offer(PREFIX + activity_id) for activity_id in self.exercise_ids())

    def load_agendas(self) -> tuple[Plan, ...]:
        """Every agenda, by name."""
        return tuple(self.load_plan(agenda_id) for agenda_id in self.agenda_ids())

    def offers(self) -> tuple[Offer, ...]:
        """Every agenda, by name, with what an organization has to approve first."""
        return tuple(self._offer(agenda_id) for agenda_id in self.agenda_ids())

    def tender(self) -> tuple[WrittenActivity, ...]:
        """The activities that an organization approves one by one, by name."""
        read = (self.written_activity(activity_id) for activity_id in self.activity_ids())
        return tuple(activity for activity in read if activity.level == TENDER)

    def problems_of_activity(self, activity_id: str) -> Iterator[TemplateError]:
        """Every rule it breaks. Raises UnknownTemplate, and TemplateError where the file cannot even be read."""
        return check_activity(activity_id, self.written_activity(activity_id), self.known())

    def problems_of_agenda(self, agenda_id: str) -> Iterator[TemplateError]:
        """Like `problems_of_activity`."""
        agenda = self._written_agenda(agenda_id)
        return check_agenda(agenda_id, agenda, self._activities(item.activity for item in agenda.items))

    def problems_of_deck(self, deck_id: str) -> Iterator[TemplateError]:
        """Like `problems_of_activity`."""
        return check_deck(deck_id, self._deck(deck_id))

    def problems_of_programme(self, programme_id: str) -> Iterator[TemplateError]:
        """Like `problems_of_activity`."""
        written = self._written_programme(programme_id)
        names = (name for session in written.sessions for name, _ in session.items)
        return check_programme(programme_id, written, self._activities(names))

    def rows(self) -> WrittenRows:
        """The exercises and practices of the founding texts."""
        return into("seed_rows", self._table("", "seed_rows"), WrittenRows)

    def known(self) -> Known:
        """Names that a template may refer to."""
        rows = frozenset(row.id for row in self.rows().rows)
        activities = frozenset(self.activity_ids())
        return Known(activities=activities, needs_of=self._needs_of, decks=frozenset(self.deck_ids()), rows=rows)

    def written_activity(self, activity_id: str) -> WrittenActivity:
        """As its file says. Raises UnknownTemplate, TemplateError."""
        if activity_id not in self.activity_ids():
            raise UnknownTemplate(f"There is no activity {activity_id}. There are: {', '.join(self.activity_ids())}.")
        if activity_id not in self._activities_read:
            self._activities_read[activity_id] = read_activity(activity_id, self._table("activities", activity_id))
        return self._activities_read[activity_id]

    def _needs_of(self, activity_id: str) -> tuple[str, ...]:
        """Read leniently: a file that is broken elsewhere must not break the rules of the others."""
        if activity_id not in self.activity_ids():
            return ()
        needs = self._table("activities", activity_id).get("needs", [])
        return tuple(need for need in needs if isinstance(need, str)) if isinstance(needs, list) else ()

    def _activities(self, names: Iterable[str | None]) -> dict[str, WrittenActivity]:
        """Those of them that exist."""
        known = self.activity_ids()
        return {name: self.written_activity(name) for name in names if name in known and name is not None}

    def _ids(self, folder: str) -> tuple[str, ...]:
        if folder not in self._names:
            own = (name for place, name in self._own if place == folder)
            self._names[folder] = tuple(sorted({*_ids(self.root / folder), *own}))
        return self._names[folder]

    def table(self, folder: str, name: str) -> dict[str, object]:
        """A file as it is written, unchecked. `folder` may be empty. Raises TemplateError where it is no TOML."""
        return self._table(folder, name)

    def _table(self, folder: str, name: str) -> dict[str, object]:
        if (folder, name) not in self._tables:
            self._tables[folder, name] = _parse(self.root / folder if folder else self.root, name)
        return self._tables[folder, name]

    def _sound_activity(self, activity_id: str) -> WrittenActivity:
        for problem in self.problems_of_activity(activity_id):
            raise problem
        return self.written_activity(activity_id)

    def _written_agenda(self, agenda_id: str) -> WrittenAgenda:
        around = agenda_id.removeprefix(PREFIX)
        if around != agenda_id and around in self.exercise_ids():
            return agenda_around(self.written_activity(around), self.written_activity)
        if around != agenda_id:
            raise UnknownTemplate(f"There is no exercise {around}. There are: {', '.join(self.exercise_ids())}.")
        if agenda_id not in self.agenda_ids():
            raise UnknownTemplate(f"There is no agenda {agenda_id}. There are: {', '.join(self.agenda_ids())}.")
        return read_agenda(agenda_id, self._table("agendas", agenda_id))

    def _sound_agenda(self, agenda_id: str) -> WrittenAgenda:
        for problem in self.problems_of_agenda(agenda_id):
            raise problem
        return self._written_agenda(agenda_id)

    def _written_programme(self, programme_id: str) -> WrittenProgramme:
        if programme_id not in self.programme_ids():
            raise UnknownTemplate(f"There is no programme {programme_id}. There are: {', '.join(self.programme_ids())}.")
        return into(programme_id, self._table("programmes", programme_id), WrittenProgramme)

    def _sound_programme(self, programme_id: str) -> WrittenProgramme:
        for problem in self.problems_of_programme(programme_id):
            raise problem
        return self._written_programme(programme_id)

    def _session_offer(self, session: WrittenSession) -> SessionOffer:
        items = [self._item(_item_of(name, minutes)) for name, minutes in session.items]
        return SessionOffer(
            number=session.n,
            phase=session.phase,
            title=session.title,
            minutes=session.minutes,
            focus=session.focus,
            activities=tuple(item.activity.title for item in items),
            tender=tuple(item.activity.id for item in items if item.activity.level == TENDER),
            until=session.between,
        )

    def _deck(self, deck_id: str) -> WrittenDeck:
        return into(deck_id, self._table("scenarios", deck_id), WrittenDeck)

    def _item(self, item: WrittenItem) -> PlanItem:
        if item.activity is not None:
            return PlanItem(activity=self.load_activity(item.activity), minutes=item.minutes)
        return pause(item.pause, item.minutes) if item.pause is not None else recall(item.recall or "", item.minutes)

    def _offer(self, agenda_id: str) -> Offer:
        agenda = self._sound_agenda(agenda_id)
        activities = [self.written_activity(item.activity) for item in agenda.items if item.activity is not None]
        return Offer(
            id=agenda.id,
            title=agenda.title,
            aim=agenda.aim,
            minutes=agenda.minutes,
            people=agenda.people,
            practice=agenda.practice,
            met_before=agenda.met_before,
            activities=tuple(self.written_activity(i.activity).title if i.activity else i.pause or "" for i in agenda.items),
            activity_minutes=tuple(item.minutes for item in agenda.items),
            tender=tuple(activity.id for activity in activities if activity.level == TENDER),
        )


def library() -> Library:
    """What comes with the package."""
    return Library(files("workshop.library"))


def load_activity(activity_id: str) -> Activity:
    return library().load_activity(activity_id)


def load_plan(agenda_id: str) -> Plan:
    return library().load_plan(agenda_id)


def load_programme(programme_id: str) -> ProgrammeOffer:
    return library().load_programme(programme_id)


def load_programme_session(programme_id: str, number: int) -> Plan:
    return library().load_programme_session(programme_id, number)


def load_agendas() -> tuple[Plan, ...]:
    return library().load_agendas()


def _item_of(name: str, minutes: int) -> WrittenItem:
    """A programme only names a break and the looking back; their words are the library's."""
    if name == "pause":
        return WrittenItem(minutes=minutes, pause=BREAK_WORDS)
    return WrittenItem(minutes=minutes, recall="") if name == "recall" else WrittenItem(minutes=minutes, activity=name)


def _ids(folder: Traversable) -> tuple[str, ...]:
    """Not of siblings such as `arrivals.de.toml`, which have the texts in another language: see `translations`."""
    names = (entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(name for name in names if "." not in name))


def _parse(folder: Traversable, name: str) -> dict[str, object]:
    try:
        return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TemplateError("V-T00", name, f"this is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    except UnicodeDecodeError:
        raise TemplateError("V-T00", name, "this is not UTF-8 text") from None
