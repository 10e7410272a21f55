"""Stages one after the other, their clocks, and the calm screen. A stage's clock at zero offers; it never closes anything."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from workshop.domain.commands import (
    CalmRoom,
    EndSession,
    ExtendStage,
    LookBack,
    MeetConsole,
    MissConsole,
    OpenStage,
    ResumeRoom,
    ShiftDeadlines,
    SkipStage,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    AnyEvent,
    ConsoleMet,
    ConsoleMissed,
    DeadlinesShifted,
    RoomCalmed,
    RoomResumed,
    SessionEnded,
    StageDropped,
    StageExtended,
    StageOpened,
    StageReturned,
)
from workshop.domain.kind_states import (
    AgreeState,
    CircleState,
    GuideState,
    JournalState,
    KindState,
    RoomsState,
    TallyState,
    WallState,
)
from workshop.domain.kinds import agree, circle, guide
from workshop.domain.kinds.rooms import course as rooms
from workshop.domain.kinds.rooms.state import next_deadline, running
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import ASKING_KINDS, Receipts, Session, Stage, with_stage
from workshop.domain.words import Millis, StageKind

MINUTE: Millis = 60_000
NEW_STATE: dict[StageKind, Callable[[StageTemplate], KindState]] = {
    "guide": lambda template: GuideState(),
    "tally": lambda template: TallyState(),
    "wall": lambda template: WallState(),
    "journal": lambda template: JournalState(),
    "rooms": lambda template: RoomsState(),
    "circle": lambda template: CircleState(),
    "agree": agree.opened,
}


def _current_run(session: Session) -> int:
    return session.stage.run if session.stage else 0


def _holds_answers(session: Session) -> bool:
    """Whether leaving the stage would lose what people wrote. Lines nobody collected are left out: writing them has no end."""
    planned = session.planned
    asks = planned is not None and planned.template.kind in ASKING_KINDS - {"agree"}
    return asks and session.phase in ("open", "closing", "short")


def _stays(session: Session) -> Refusal | None:
    """Why the current stage cannot be left yet."""
    if _holds_answers(session):
        return refuse("answers_open")
    return refuse("rooms_stand") if session.phase == "open" and running(session) else None


def _opened(session: Session, index: int, context: Context) -> StageOpened:
    ends_at = clock_now(session, context) + session.stages[index].seconds * 1000
    return StageOpened(run=session.runs + 1, stage=index, ends_at=ends_at)


def open_stage(session: Session, command: OpenStage, context: Context) -> Outcome:
    if command.run != _current_run(session):
        return refuse("stale_stage")
    if not 0 <= command.stage < len(session.stages):
        return refuse("unknown_stage")
    if command.stage in session.asked:
        return refuse("already_asked")
    return _stays(session) or (_opened(session, command.stage, context),)


def _finished(session: Session, stage: Stage) -> bool:
    """Whether an earlier stage has been played to its end, so that the next one follows."""
    match stage.kind:
        case GuideState():
            return guide.finished(session.stages[stage.index].template, stage.kind)
        case RoomsState(finished=finished) | CircleState(finished=finished):
            return finished
        case _:
            return True


def following(session: Session) -> int | None:
    """The stage that comes next: the first one ahead that was not played yet, None at the end.

    After looking back it goes on where it was left: with that stage again if it was not finished.
    """
    latest = session.latest()
    if latest is None:
        return 0
    if latest is not session.stage and not _finished(session, latest):
        return latest.index
    ahead = range(latest.index + 1, len(session.stages))
    return next((index for index in ahead if index not in session.asked and index not in session.past), None)


def skip_stage(session: Session, command: SkipStage, context: Context) -> Outcome:
    """Where something was asked, what was held is forgotten unopened. Who skips what is shown again goes back to where it was left."""
    if command.run != _current_run(session):
        return refuse("stale_stage")
    index = following(session)
    if index is None:
        return refuse("unknown_stage")
    opened = _opened(session, index, context)
    asks = session.planned is not None and session.planned.template.kind in ASKING_KINDS
    if asks and session.phase in ("open", "short"):
        return (StageDropped(run=command.run, outcome="skipped"), opened)
    return (opened,)


def look_back(session: Session, command: LookBack, context: Context) -> Outcome:
    """Only a stage that asked something is shown as it was left; the others can be played again (`OpenStage`)."""
    if command.run != _current_run(session):
        return refuse("stale_stage")
    earlier = session.past.get(command.stage)
    current = session.stage is not None and session.stage.index == command.stage
    if earlier is None or current or command.stage not in session.asked:
        return refuse("unknown_stage")
    return _stays(session) or (StageReturned(run=earlier.run, stage=earlier.index),)


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
    if next_deadline(session) != command.due or command.by <= 0:
        return refuse("stale_stage")
    return (DeadlinesShifted(by=command.by),)


def miss_console(session: Session, command: MissConsole, context: Context) -> Outcome:
    """Rooms finish their step first: `AdvanceRooms` and `FormRooms` bring the calm then. Before the first stage nothing is played."""
    if session.stage is None:
        return ()
    missed: tuple[AnyEvent, ...] = () if session.unled else (ConsoleMissed(),)
    return (*missed, RoomCalmed()) if _calm_is_due(session) else missed


def _calm_is_due(session: Session) -> bool:
    """Without a console it would become calm at once: nothing runs, or every room that is not through stands still."""
    return session.calm_since is None and (not running(session) or next_deadline(session) is None)


def to_be_missed(session: Session) -> bool:
    """Whether `MissConsole` would change anything: also once more, when rooms end in another way than by their steps."""
    return session.phase != "ended" and session.stage is not None and (not session.unled or _calm_is_due(session))


def meet_console(session: Session, command: MeetConsole, context: Context) -> Outcome:
    """What became calm stays so until a facilitator resumes."""
    return (ConsoleMet(),) if session.unled else ()


def end_session(session: Session, command: EndSession, context: Context) -> Outcome:
    return refuse("care_open") if session.open_care() else (SessionEnded(),)


def _left(session: Session) -> Session:
    """The session with its current stage as an earlier one. Lines that nobody collected are left out: phones learn it."""
    stage = session.stage
    if stage is None:
        return session
    changes: dict[str, Any] = {"closing": None, "short_by": None}
    if stage.outcome == "open":
        changes["outcome"] = "skipped" if _holds_answers(session) else "done"
    left = structs.replace(session, past={**session.past, stage.index: structs.replace(stage, **changes)})
    if session.phase in ("open", "closing") and isinstance(stage.kind, AgreeState):
        return structs.replace(left, receipts=(*left.receipts, Receipts(run=stage.run, nonces=())))
    return left


def stage_opened(session: Session, event: StageOpened, at: Millis) -> Session:
    planned = session.stages[event.stage]
    template, latest = planned.template, session.latest()
    same_item = latest is not None and session.stages[latest.index].item == planned.item
    return structs.replace(
        _left(session),
        phase="open",
        stage=Stage(run=event.run, index=event.stage, ends_at=event.ends_at, kind=NEW_STATE[template.kind](template)),
        runs=event.run,
        asked=session.asked | {event.stage} if template.kind in ASKING_KINDS else session.asked,
        started_at=at if session.started_at is None else session.started_at,
        item_started_at=session.item_started_at if same_item else at,
    )


def stage_returned(session: Session, event: StageReturned, at: Millis) -> Session:
    left = _left(session)
    past = {index: stage for index, stage in left.past.items() if index != event.stage}
    return structs.replace(left, phase="closed", stage=left.past[event.stage], past=past)


def console_missed(session: Session, event: ConsoleMissed, at: Millis) -> Session:
    return structs.replace(session, unled=True)


def console_met(session: Session, event: ConsoleMet, at: Millis) -> Session:
    return structs.replace(session, unled=False)


def stage_extended(session: Session, event: StageExtended, at: Millis) -> Session:
    return with_stage(session, ends_at=event.ends_at)


def room_calmed(session: Session, event: RoomCalmed, at: Millis) -> Session:
    return structs.replace(session, calm_since=at, calm_unled=session.unled)


def _shifted(session: Session, by: Millis) -> Session:
    if session.stage is None:
        return session
    moved = with_stage(session, ends_at=session.stage.ends_at + by)
    return guide.shifted(circle.shifted(rooms.shifted(moved, by), by), by)


def room_resumed(session: Session, event: RoomResumed, at: Millis) -> Session:
    return structs.replace(_shifted(session, event.by), calm_since=None, unled=False, calm_unled=False)


def deadlines_shifted(session: Session, event: DeadlinesShifted, at: Millis) -> Session:
    return structs.replace(_shifted(session, event.by), shifted=session.shifted + event.by)


def session_ended(session: Session, event: SessionEnded, at: Millis) -> Session:
    """The last stage is an earlier one too: the summary is made of them all."""
    return structs.replace(_left(session), phase="ended", calm_since=None, unled=False, calm_unled=False)


DECIDE: dict[type, Decide] = {
    OpenStage: open_stage,
    ExtendStage: extend_stage,
    CalmRoom: calm_room,
    ResumeRoom: resume_room,
    ShiftDeadlines: shift_deadlines,
    EndSession: end_session,
    SkipStage: skip_stage,
    LookBack: look_back,
    MissConsole: miss_console,
    MeetConsole: meet_console,
}
EVOLVE: EvolveTable = {
    StageOpened: stage_opened,
    StageExtended: stage_extended,
    RoomCalmed: room_calmed,
    RoomResumed: room_resumed,
    DeadlinesShifted: deadlines_shifted,
    SessionEnded: session_ended,
    StageReturned: stage_returned,
    ConsoleMissed: console_missed,
    ConsoleMet: console_met,
}
