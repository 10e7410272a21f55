"""What the library offers, as an organizer's desk shows it: agendas, an evening around each exercise, the tender activities."""

from msgspec import Struct

from realtime import desk_shapes as d
from workshop.library.format import WrittenActivity
from workshop.library.loader import Offer, library
from workshop.library.offers import ProgrammeOffer
from workshop.records.tender import TenderDecision


class Shelf(Struct, frozen=True):
    agendas: tuple[Offer, ...]
    exercises: tuple[tuple[WrittenActivity, Offer], ...]
    """Each with the evening around it, by title."""
    tender: tuple[WrittenActivity, ...]
    programmes: tuple[ProgrammeOffer, ...]


def read_shelf() -> Shelf:
    """Reads every file of the package's library: takes a moment. Raises TemplateError."""
    packaged = library()
    exercises = (packaged.written_activity(exercise) for exercise in packaged.exercise_ids())
    both = zip(exercises, packaged.evenings_around(), strict=True)
    return Shelf(
        agendas=packaged.offers(),
        exercises=tuple(sorted(both, key=lambda one: one[0].title.casefold())),
        tender=packaged.tender(),
        programmes=tuple(packaged.load_programme(programme_id) for programme_id in packaged.programme_ids()),
    )


def exercise_offer(exercise: WrittenActivity, evening: Offer, approved: frozenset[str]) -> d.ExerciseOffer:
    """`approved`: ids of the tender activities that the organization has approved; so in `agenda_offer`."""
    return d.ExerciseOffer(
        id=evening.id,
        title=exercise.title,
        purpose=exercise.purpose,
        theme=exercise.theme,
        level=exercise.level,
        minutes=evening.minutes,
        people_min=evening.people.min,
        people_max=evening.people.max,
        met_before=evening.met_before,
        activities=evening.activities,
        activity_minutes=evening.activity_minutes,
        tender=evening.tender,
        approved=tuple(one for one in evening.tender if one in approved),
    )


def tender_activity(activity: WrittenActivity, decision: TenderDecision | None) -> d.TenderActivity:
    return d.TenderActivity(
        id=activity.id,
        title=activity.title,
        purpose=activity.purpose,
        note=activity.care.note,
        watch=activity.care.watch,
        approved=decision is not None and decision.approved,
        decided_ms=None if decision is None else decision.decided_ms,
    )


def programme_offer(offer: ProgrammeOffer) -> d.ProgrammeOffer:
    return d.ProgrammeOffer(
        id=offer.id,
        title=offer.title,
        aim=offer.aim,
        before=offer.before,
        after=offer.after,
        people_min=offer.people.min,
        people_max=offer.people.max,
        sessions=tuple(
            d.ProgrammeSessionOffer(
                number=one.number,
                phase=one.phase,
                title=one.title,
                minutes=one.minutes,
                focus=one.focus,
                activities=one.activities,
                tender=one.tender,
                until=one.until,
            )
            for one in offer.sessions
        ),
    )


def agenda_offer(offer: Offer, approved: frozenset[str]) -> d.AgendaOffer:
    return d.AgendaOffer(
        id=offer.id,
        title=offer.title,
        aim=offer.aim,
        minutes=offer.minutes,
        people_min=offer.people.min,
        people_max=offer.people.max,
        practice=offer.practice,
        met_before=offer.met_before,
        activities=offer.activities,
        tender=offer.tender,
        approved=tuple(one for one in offer.tender if one in approved),
    )
