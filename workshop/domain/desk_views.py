"""What the console alone lists: the plan, the people, and who asked for a person."""

from collections.abc import Mapping
from typing import Literal

from workshop.domain.parts import CareView, PersonView, PlanItemView, PlanStageView
from workshop.domain.session import ASKING_KINDS, Session
from workshop.domain.words import SeatId, TextId

Texts = Mapping[str, str]


def plan(session: Session) -> tuple[PlanItemView, ...]:
    current = session.planned.item if session.planned else -1

    def state(index: int) -> Literal["done", "now", "ahead"]:
        if session.phase == "ended" or index < current:
            return "done"
        return "now" if index == current else "ahead"

    return tuple(
        PlanItemView(
            title=item.activity.title,
            minutes=item.minutes,
            least=min(item.minutes, item.activity.short),
            stages=_plan_stages(session, index),
            state=state(index),
        )
        for index, item in enumerate(session.plan.items)
    )


def _plan_stages(session: Session, item: int) -> tuple[PlanStageView, ...]:
    current = session.stage.index if session.stage else -1

    def does(index: int) -> Literal["open_stage", "look_back"] | None:
        if index == current or session.phase == "ended":
            return None
        if session.stages[index].template.kind not in ASKING_KINDS:
            return "open_stage"
        if index in session.asked:
            return "look_back" if index in session.past else None
        return "open_stage"

    return tuple(
        PlanStageView(
            stage=index,
            title=planned.template.title or planned.template.phone,
            kind=planned.template.kind,
            does=does(index),
        )
        for index, planned in enumerate(session.stages)
        if planned.item == item
    )


def asked_by(session: Session, care: TextId, texts: Texts) -> SeatId | None:
    """The row of a request holds the seat that asked, as it was named then."""
    return session.seat_of(SeatId(texts[care])) if care in texts else None


def care_requests(session: Session, texts: Texts) -> tuple[CareView, ...]:
    """Open requests first. One whose row is gone (the session has ended) names nobody and is not there."""

    def one(care: TextId) -> CareView | None:
        seat = asked_by(session, care, texts)
        person = None if seat is None else session.people.get(seat)
        if person is None:
            return None
        return CareView(id=care, alias=texts.get(person.alias, ""), mark=person.mark, outcome=session.care[care])

    found = [view for view in map(one, session.care) if view is not None]
    return tuple(sorted(found, key=lambda view: view.outcome is not None))


def people(session: Session, texts: Texts, asleep: frozenset[SeatId]) -> tuple[PersonView, ...]:
    """In the order of the alphabet, never of activity. Who rests looks like everybody else: resting is only a number."""
    found = [
        PersonView(
            seat=person.seat,
            alias=texts.get(person.alias, ""),
            mark=person.mark,
            state="here" if person.state == "resting" else person.state,
            asleep=person.phone and person.seat in asleep and person.state != "left",
            phone=person.phone,
        )
        for person in session.people.values()
        if person.seat not in session.merged
    ]
    return tuple(sorted(found, key=lambda person: (person.alias.casefold(), person.mark)))
