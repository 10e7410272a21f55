"""The only place that decides who sees what.

`shared` goes to everybody; `seat` and `room` to the people they are about; `console` and `screen` on top of `shared`.
`texts` holds the rows that events name: a missing one was taken back and is simply not there.
"""

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct

from workshop.domain.kinds import guide, room_views, rooms, tally, wall
from workshop.domain.next_step import next_step
from workshop.domain.parts import (
    ActivityView,
    ClosingView,
    ConsoleView,
    GuideView,
    PersonView,
    PlanItemView,
    ReceiptsView,
    ReceiptView,
    RoomsView,
    RoomView,
    ScreenView,
    SeatView,
    SharedView,
    StageView,
    TallyView,
    WallView,
)
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Closing, GuideState, Session, Stage, TallyState, WallState
from workshop.domain.words import CardId, PartScope, RoomId, SeatId, TextId

Texts = Mapping[str, str]


class Signs(Struct, frozen=True):
    """What is true of this moment and in no event: counts and presence. For consoles and screens only."""

    answered: int = 0
    asleep: frozenset[SeatId] = frozenset()
    coming_back: int = 0
    missing_nodes: int = 0
    alone_without_redis: bool = False


def _body(template: StageTemplate, stage: Stage, texts: Texts) -> GuideView | TallyView | WallView | RoomsView:
    state = stage.kind
    if isinstance(state, GuideState):
        return guide.view(template, state)
    if isinstance(state, TallyState):
        return tally.view(template, state)
    if isinstance(state, WallState):
        return wall.view(template, state, texts)
    return room_views.shared_view(template, state)


def _stage(session: Session, stage: Stage, texts: Texts) -> StageView:
    planned = session.stages[stage.index]
    phase = cast(Literal["open", "closing", "short", "closed"], "closed" if session.phase == "ended" else session.phase)
    outcome = cast(Literal["open", "unsealed", "discarded", "spoken", "done"], stage.outcome)
    return StageView(
        run=stage.run,
        kind=planned.template.kind,
        phase=phase,
        outcome=outcome,
        prompt=planned.template.phone,
        title=planned.template.title,
        number=planned.number,
        of=planned.of,
        clock=room_views.clock(session, stage.ends_at),
        body=_body(planned.template, stage, texts),
    )


def _activity(session: Session) -> ActivityView | None:
    planned = session.planned
    if planned is None:
        return None
    return ActivityView(
        title=planned.activity.title,
        note=planned.activity.care.note,
        sit_out=planned.activity.care.sit_out,
        number=planned.item + 1,
        of=len(session.plan.items),
    )


def shared(session: Session, texts: Texts) -> SharedView:
    """What everybody may know. Nothing unapproved, unreleased or personal."""
    ended = session.phase == "ended"
    return SharedView(
        title=session.plan.title,
        phase=session.phase,
        practice=session.settings.practice,
        presence=session.settings.presence,
        floor=session.settings.floor,
        people=session.staying(),
        calm=session.calm_since is not None,
        activity=None if ended else _activity(session),
        stage=None if ended or session.stage is None else _stage(session, session.stage, texts),
    )


def receipts(session: Session) -> ReceiptsView:
    return ReceiptsView(stages=tuple(ReceiptView(run=one.run, nonces=one.nonces) for one in session.receipts))


def seat(session: Session, seat_id: SeatId, texts: Texts) -> SeatView:
    person = session.people[seat_id]
    found = rooms.room_of(session, seat_id)
    return SeatView(
        alias=texts.get(person.alias, ""),
        mark=person.mark,
        state=person.state,
        room=found[0].id if found else None,
        place=found[1] if found else None,
    )


def room(session: Session, room_id: RoomId | None, texts: Texts) -> RoomView | None:
    state = rooms.state_of(session)
    if state is None or state.finished or session.phase == "ended":
        return None
    found = next((room for room in state.rooms if room.id == room_id), None)
    return None if found is None else room_views.room_view(session, found, texts)


def _plan(session: Session) -> tuple[PlanItemView, ...]:
    current = session.planned.item if session.planned else -1

    def state(index: int) -> Literal["done", "now", "ahead"]:
        if session.phase == "ended" or index < current:
            return "done"
        return "now" if index == current else "ahead"

    return tuple(
        PlanItemView(title=item.activity.title, minutes=item.minutes, state=state(index))
        for index, item in enumerate(session.plan.items)
    )


def _people(session: Session, texts: Texts, signs: Signs) -> tuple[PersonView, ...]:
    """In the order of the alphabet, never of activity. Who rests looks like everybody else: resting is only a number."""
    people = [
        PersonView(
            alias=texts.get(person.alias, ""),
            mark=person.mark,
            state="left" if person.state == "left" else "here",
            asleep=person.seat in signs.asleep and person.state != "left",
        )
        for person in session.people.values()
    ]
    return tuple(sorted(people, key=lambda person: (person.alias.casefold(), person.mark)))


def console(session: Session, texts: Texts, signs: Signs) -> ConsoleView:
    planned, stage = session.planned, session.stage
    script = planned.activity.script if planned else session.plan.items[0].activity.script
    care = planned.activity.care if planned else session.plan.items[0].activity.care
    state = stage.kind if stage else None
    closing = stage.closing if stage and session.phase == "closing" else None
    return ConsoleView(
        code=session.settings.code,
        locked=session.locked,
        plan=_plan(session),
        next=next_step(session),
        say=script.say,
        ask=script.ask,
        watch=care.watch,
        people=_people(session, texts, signs),
        here=len(session.here()),
        staying=session.staying(),
        resting=sum(person.state == "resting" for person in session.people.values()),
        answered=signs.answered,
        short_by=stage.short_by if stage else None,
        coming_back=signs.coming_back,
        picture=state.sums if isinstance(state, TallyState) else None,
        queue=wall.queue_view(state, texts) if isinstance(state, WallState) else (),
        rooms=room_views.tiles(session, texts),
        closing=_closing(closing, signs),
        shifted=session.shifted,
    )


def _closing(closing: Closing | None, signs: Signs) -> ClosingView | None:
    if closing is None:
        return None
    return ClosingView(missing=signs.missing_nodes, alone_without_redis=signs.alone_without_redis, gives_up_at=closing.lapses_at)


def screen(session: Session, texts: Texts, signs: Signs) -> ScreenView:
    return ScreenView(
        code=session.settings.code,
        locked=session.locked,
        answered=signs.answered,
        staying=session.staying(),
        rooms=room_views.tiles(session, texts),
    )


def text_ids(session: Session) -> frozenset[TextId]:
    """Rows of people's own words that a view may need now: aliases."""
    return frozenset(person.alias for person in session.people.values())


def card_ids(session: Session) -> frozenset[CardId]:
    """Cards that a view may need now: those of the current wall."""
    state = session.stage.kind if session.stage else None
    return frozenset(state.queue) if isinstance(state, WallState) else frozenset()


def touched(session: Session, scopes: frozenset[PartScope], named: SeatId | None) -> set[tuple[PartScope, str]]:
    """The parts, each as (scope, id), that events of these scopes may have changed. `session` is the state after them."""
    parts: set[tuple[PartScope, str]] = {(scope, "") for scope in scopes if scope in ("shared", "receipts", "console", "screen")}
    if "seats" in scopes:
        parts |= {("seat", seat_id) for seat_id in session.people}
    elif "seat" in scopes and named is not None:
        parts.add(("seat", named))
    state = rooms.state_of(session)
    if "rooms" in scopes and state is not None:
        parts |= {("rooms", room.id) for room in state.rooms}
    return parts
