"""Stages one after the other, their clocks, and the calm screen. A stage's clock at zero offers; it never closes anything."""

from typing import Any

from msgspec import structs

from workshop.domain.commands import CalmRoom, EndSession, ExtendStage, OpenStage, ResumeRoom, ShiftDeadlines
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    DeadlinesShifted,
    RoomCalmed,
    RoomResumed,
    SessionEnded,
    StageExtended,
    StageOpened,
)
from workshop.domain.kinds import rooms
from workshop.domain.refusals import Refusal
from workshop.domain.session import (
    ASKING_KINDS,
    AgreeState,
    CircleState,
    GuideState,
    KindState,
    RoomsState,
    Session,
    Stage,
    TallyState,
    WallState,
    with_stage,
)
from workshop.domain.words import Millis, StageKind

MINUTE: Millis = 60_000
NEW_STATE: dict[StageKind, type[KindState]] = {
    "guide": GuideState,
    "tally": TallyState,
    "wall": WallState,
    "rooms": RoomsState,
    "circle": CircleState,
    "agree": AgreeState,
}


def open_stage(session: Session, command: OpenStage, context: Context) -> Outcome:
    run = session.stage.run if session.stage else 0
    if command.run != run:
        return refuse("stale_stage")
    if not 0 <= command.stage < len(session.stages):
        return refuse("unknown_stage")
    if command.stage in session.asked:
        return refuse("already_asked")
    if session.stage is not None and session.phase == "open":
        planned = session.stages[session.stage.index]
        if planned.template.kind in ASKING_KINDS:
            return refuse("answers_open")
        if rooms.running(session):
            return refuse("rooms_stand")
    ends_at = clock_now(session, context) + session.stages[command.stage].seconds * 1000
    return (StageOpened(run=run + 1, stage=command.stage, ends_at=ends_at),)


def extend_stage(session: Session, command: ExtendStage, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not 1 <= command.minutes <= 10:
        return refuse("not_permitted")
    start = max(stage.ends_at, clock_now(session, context))
    return (StageExtended(run=stage.run, ends_at=start + command.minutes * MINUTE),)


def calm_room(session: Session, command: CalmRoom, context: Context) -> Outcome:
    return () if session.calm_since is not None else (RoomCalmed(),)


def resume_room(session: Session, command: ResumeRoom, context: Context) -> Outcome:
    return () if session.calm_since is None else (RoomResumed(by=max(0, context.at - session.calm_since)),)


def shift_deadlines(session: Session, command: ShiftDeadlines, context: Context) -> Outcome:
    if rooms.next_deadline(session) != command.due or command.by <= 0:
        return refuse("stale_stage")
    return (DeadlinesShifted(by=command.by),)


def end_session(session: Session, command: EndSession, context: Context) -> Outcome:
    return (SessionEnded(),)


def stage_opened(session: Session, event: StageOpened, at: Millis) -> Session:
    kind = session.stages[event.stage].template.kind
    asked = session.asked | {event.stage} if kind in ASKING_KINDS else session.asked
    stage = Stage(run=event.run, index=event.stage, ends_at=event.ends_at, kind=NEW_STATE[kind]())
    return structs.replace(session, phase="open", stage=stage, asked=asked)


def stage_extended(session: Session, event: StageExtended, at: Millis) -> Session:
    return with_stage(session, ends_at=event.ends_at)


def room_calmed(session: Session, event: RoomCalmed, at: Millis) -> Session:
    return structs.replace(session, calm_since=at)


def _shifted(session: Session, by: Millis) -> Session:
    if session.stage is None:
        return session
    return rooms.shifted(with_stage(session, ends_at=session.stage.ends_at + by), by)


def room_resumed(session: Session, event: RoomResumed, at: Millis) -> Session:
    return structs.replace(_shifted(session, event.by), calm_since=None)


def deadlines_shifted(session: Session, event: DeadlinesShifted, at: Millis) -> Session:
    return structs.replace(_shifted(session, event.by), shifted=session.shifted + event.by)


def session_ended(session: Session, event: SessionEnded, at: Millis) -> Session:
    changes: dict[str, Any] = {"phase": "ended", "calm_since": None}
    return structs.replace(session, **changes)


DECIDE: dict[type, Decide] = {
    OpenStage: open_stage,
    ExtendStage: extend_stage,
    CalmRoom: calm_room,
    ResumeRoom: resume_room,
    ShiftDeadlines: shift_deadlines,
    EndSession: end_session,
}
EVOLVE: EvolveTable = {
    StageOpened: stage_opened,
    StageExtended: stage_extended,
    RoomCalmed: room_calmed,
    RoomResumed: room_resumed,
    DeadlinesShifted: deadlines_shifted,
    SessionEnded: session_ended,
}
