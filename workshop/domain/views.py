"""The only place that decides who sees what.

`shared` goes to everybody who was let in (`sees_session`); `seat` and `room` to the people they are about; `console` and `screen`
on top of `shared`.
`texts` holds the rows that events name: a missing one was taken back and is simply not there.
"""

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct, structs

from workshop.domain import check_in, desk_views, programme
from workshop.domain.clocks import clock
from workshop.domain.kind_states import AgreeState, CircleState, GuideState, JournalState, TallyState, WallState
from workshop.domain.kinds import agree, circle, guide, journal, tally, wall
from workshop.domain.kinds.rooms import cards as room_cards
from workshop.domain.kinds.rooms import views as room_views
from workshop.domain.kinds.rooms.draw import stood_before
from workshop.domain.kinds.rooms.state import choice_of, shown_room_of, state_of
from workshop.domain.next_step import next_step
from workshop.domain.parts import (
    ActivityView,
    AgreeView,
    CareRequestView,
    CircleView,
    ClosingView,
    ConsoleView,
    GuideView,
    JournalView,
    NotesView,
    QueueCardView,
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
from workshop.domain.plan import PlannedStage, StageTemplate
from workshop.domain.session import Closing, Session, Stage
from workshop.domain.signals import SignalsOf, no_signals
from workshop.domain.words import CardId, Nonce, PartScope, RoomId, SeatId, TextId

Texts = Mapping[str, str]


class Signs(Struct, frozen=True):
    """What is true of this moment and in no event: counts and presence. For consoles and screens; `quiet` for rooms as well."""

    answered: int = 0
    asleep: frozenset[SeatId] = frozenset()
    quiet: frozenset[SeatId] = frozenset()
    """Of whose phones there was no sign for so long that a partner is asked whether they are there."""
    coming_back: int = 0
    missing_nodes: int = 0
    alone_without_redis: bool = False


def _body(
    session: Session, template: StageTemplate, stage: Stage, texts: Texts
) -> GuideView | TallyView | WallView | JournalView | RoomsView | CircleView | AgreeView:
    state = stage.kind
    if isinstance(state, GuideState):
        return guide.view(template, state, agreements(session, texts))
    if isinstance(state, CircleState):
        return circle.view(session, template, state, texts)
    if isinstance(state, AgreeState):
        return agree.view(template, state, texts)
    if isinstance(state, TallyState):
        return tally.view(template, state)
    if isinstance(state, WallState):
        return wall.view(session, stage, state, texts)
    if isinstance(state, JournalState):
        return journal.view(template)
    return room_views.shared_view(template, state)


def agreements(session: Session, texts: Texts) -> tuple[str, ...]:
    """What the group keeps; a line whose row was taken back is not there."""
    return programme.kept_words(session, texts)


def _stage(session: Session, stage: Stage, texts: Texts) -> StageView:
    planned = session.stages[stage.index]
    phase = cast(Literal["open", "closing", "short", "closed"], "closed" if session.phase == "ended" else session.phase)
    outcome = cast(Literal["open", "unsealed", "discarded", "spoken", "skipped", "done"], stage.outcome)
    return StageView(
        run=stage.run,
        kind=planned.template.kind,
        phase=phase,
        outcome=outcome,
        prompt=planned.template.phone,
        title=planned.template.title,
        number=planned.number,
        of=planned.of,
        clock=clock(session, stage.ends_at),
        body=_body(session, planned.template, stage, texts),
        again=stage.run < session.runs,
        stage=stage.index,
        copied=_copied(session, planned),
        hint=planned.template.hint,
    )


def _copied(session: Session, planned: PlannedStage) -> int | None:
    """The index of the earlier stage of the same activity whose private page is copied on the phone."""
    name = getattr(planned.template.input, "copied", None)
    same = ((index, one) for index, one in enumerate(session.stages) if one.item == planned.item)
    return next((index for index, one in same if one.template.id == name), None)


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
        unattended=session.unattended,
        note=None if session.note is None else texts.get(session.note),
        agreements=agreements(session, texts),
        activity=None if ended else _activity(session),
        stage=None if ended or session.stage is None else _stage(session, session.stage, texts),
        programme=programme.view(session),
        check_in=session.open_check_in(),
        help_offered=session.help_offered,
    )


def at_the_door(session: Session) -> SharedView:
    """What everybody may know, for somebody whom nobody let in yet: where they are, and nothing of the group."""
    return structs.replace(
        shared(session, {}),
        phase="ended" if session.phase == "ended" else "lobby",
        people=0,
        calm=False,
        unattended=False,
        note=None,
        agreements=(),
        activity=None,
        stage=None,
        check_in=0,
        help_offered=0,
    )


def sees_session(session: Session, seat_id: SeatId) -> bool:
    """Whether this phone gets more than its own `seat`: whoever waits at the door, or was sent away from there, does not yet
    see what the group is asked, what it reads, or how many are there.
    """
    person = session.people.get(session.seat_of(seat_id))
    return person is not None and person.admitted


def receipts(session: Session) -> ReceiptsView:
    """One entry per run: agreement lines are collected several times in one."""
    merged: dict[int, tuple[Nonce, ...]] = {}
    for one in session.receipts:
        merged[one.run] = (*merged.get(one.run, ()), *one.nonces)
    return ReceiptsView(stages=tuple(ReceiptView(run=run, nonces=nonces) for run, nonces in merged.items()))


def notes(session: Session, texts: Texts) -> NotesView:
    return NotesView(sealed=tuple(texts[note] for note in session.notes if note in texts))


def _turn(session: Session, seat_id: SeatId) -> Literal["now", "next", "later", "done", "inside", "asking"] | None:
    state = circle.state_of(session)
    if state is None or state.finished:
        return None
    if seat_id in state.inside:
        return "inside"
    if seat_id in state.asking:
        return "asking"
    if state.now == seat_id:
        return "now"
    if seat_id in state.done:
        return "done"
    if seat_id not in state.waiting:
        return None
    return "next" if state.waiting[0] == seat_id else "later"


def _own_care(session: Session, seat_id: SeatId, texts: Texts) -> CareRequestView | None:
    own = [care for care in session.care if desk_views.asked_by(session, care, texts) == seat_id]
    return CareRequestView(id=own[-1], outcome=session.care[own[-1]]) if own else None


def seat(session: Session, seat_id: SeatId, texts: Texts) -> SeatView:
    """A phone of a merged seat is shown the person that it goes on as."""
    seat_id = session.seat_of(seat_id)
    person = session.people[seat_id]
    found, breakouts = shown_room_of(session, seat_id), state_of(session)
    return SeatView(
        alias=texts.get(person.alias, ""),
        mark=person.mark,
        state=person.state,
        room=found[0].id if found else None,
        place=found[1] if found else None,
        choice=choice_of(session, seat_id),
        away=breakouts is not None and seat_id in breakouts.away,
        turn=_turn(session, seat_id),
        role=room_cards.role_card(session, seat_id),
        care=_own_care(session, seat_id, texts),
    )


def room(session: Session, room_id: RoomId | None, texts: Texts, quiet: frozenset[SeatId] = frozenset()) -> RoomView | None:
    """`quiet`: see `Signs`."""
    state = state_of(session)
    if state is None or not state.shown or state.finished or session.phase == "ended":
        return None
    found = next((room for room in state.rooms if room.id == room_id), None)
    return None if found is None else room_views.room_view(session, found, texts, quiet)


def console(session: Session, texts: Texts, signs: Signs, signals_of: SignalsOf = no_signals) -> ConsoleView:
    """`signals_of` tells what to look at twice in somebody's words: no other view is given it."""
    planned, stage = session.planned, session.stage
    script = planned.activity.script if planned else session.plan.items[0].activity.script
    care = planned.activity.care if planned else session.plan.items[0].activity.care
    state = stage.kind if stage else None
    closing = stage.closing if stage and session.phase == "closing" else None
    return ConsoleView(
        code=session.settings.code,
        locked=session.locked,
        plan=desk_views.plan(session),
        next=next_step(session),
        say=script.say,
        ask=script.ask,
        watch=care.watch,
        people=desk_views.people(session, texts, signs.asleep),
        here=len(session.here()),
        staying=session.staying(),
        resting=sum(person.state == "resting" for person in session.people.values()),
        answered=signs.answered,
        short_by=stage.short_by if stage else None,
        coming_back=signs.coming_back,
        picture=state.sums if isinstance(state, TallyState) else None,
        queue=_queue(session, stage, texts, signals_of),
        featured=state.featured if isinstance(state, WallState) else None,
        lines=agree.queue_view(planned.template, state, texts, signals_of) if planned and isinstance(state, AgreeState) else (),
        board=room_views.board(session, texts, signs.asleep, stood_before(session)),
        closing=_closing(closing, signs),
        shifted=session.shifted,
        activity=planned.item if planned else -1,
        stage=stage.index if stage else -1,
        started_at=session.started_at,
        item_started_at=session.item_started_at,
        care=desk_views.care_requests(session, texts),
        approval=session.settings.approval,
        decks=room_views.decks(session),
        check_in=check_in.view(session),
    )


def _queue(session: Session, stage: Stage | None, texts: Texts, signals_of: SignalsOf) -> tuple[QueueCardView, ...]:
    if stage is None or not isinstance(stage.kind, WallState) or session.phase == "ended":
        return ()
    return wall.queue_view(session, stage, stage.kind, texts, signals_of)


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
    """Rows that a view may need now: aliases, agreement lines, notes, and who asked for a person."""
    aliases = {person.alias for person in session.people.values()}
    posted = {note for note in (session.note, *session.notes) if note is not None}
    state = session.stage.kind if session.stage else None
    lines = {*state.proposed, *state.lines, *state.hidden} if isinstance(state, AgreeState) else set()
    kept = {one.id for one in session.agreements if one.words is None}
    proposed = {TextId(line) for line in lines | kept if not line.startswith(agree.START)}
    care = set(session.care) if session.phase != "ended" else set()
    breakouts = state_of(session)
    posted |= {room.note for room in breakouts.rooms if room.note is not None} if breakouts is not None else set()
    return frozenset(aliases | posted | proposed | care)


def card_ids(session: Session) -> frozenset[CardId]:
    """Cards that a view may need now: those of the current wall, and those it replies to. After the end nobody is shown one."""
    stage = session.stage if session.phase != "ended" else None
    if stage is None or not isinstance(stage.kind, WallState):
        return frozenset()
    return frozenset(stage.kind.queue).union(wall.standing(session, stage))


def touched(session: Session, scopes: frozenset[PartScope], named: SeatId | None) -> set[tuple[PartScope, str]]:
    """The parts, each as (scope, id), that events of these scopes may have changed. `session` is the state after them."""
    parts: set[tuple[PartScope, str]] = {
        (scope, "") for scope in scopes if scope in ("shared", "receipts", "notes", "console", "screen")
    }
    if "seats" in scopes:
        parts |= {("seat", seat_id) for seat_id in session.people}
    elif "seat" in scopes and named is not None:
        parts |= {("seat", seat_id) for seat_id in (named, *session.merged) if session.seat_of(seat_id) == session.seat_of(named)}
    state = state_of(session)
    if "rooms" in scopes and state is not None:
        parts |= {("rooms", room.id) for room in state.rooms}
    return parts
