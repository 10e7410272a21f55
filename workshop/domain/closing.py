"""How a stage that asked something ends: intake stops, the nodes hand over, and once, at or above the floor, it is unsealed.

Below the floor nothing is written: the facilitator gives more time, drops it unopened, or asks it aloud.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from workshop.domain.answers import TakenBack
from workshop.domain.commands import (
    BeginClosing,
    CompleteClosing,
    DiscardStage,
    HeldAnswer,
    ReopenStage,
    SpeakStage,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import ClosingBegan, ClosingFellShort, StageDropped, StageReopened, TallyClosed, WallClosed
from workshop.domain.flow import MINUTE
from workshop.domain.inputs import answer_problem
from workshop.domain.kinds import tally, wall
from workshop.domain.refusals import Refusal
from workshop.domain.session import Closing, Receipts, Session, Stage, WallState, with_stage
from workshop.domain.words import Millis, Nonce


def begin_closing(session: Session, command: BeginClosing, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if stage.index not in session.asked:
        return refuse("not_permitted")
    grace_until = context.at + command.grace
    return (
        ClosingBegan(
            run=stage.run,
            attempt=stage.attempts + 1,
            nodes=command.nodes,
            grace_until=grace_until,
            lapses_at=grace_until + command.lapse,
        ),
    )


def one_each(session: Session, stage: Stage, held: Sequence[HeldAnswer]) -> list[HeldAnswer]:
    """The valid answers, one per person of the session: the highest counter wins, what was taken back is gone."""
    asked = session.stages[stage.index].template.input
    assert asked is not None
    latest: dict[str, HeldAnswer] = {}
    for one in held:
        known = one.seat in session.people
        newer = one.seat not in latest or one.counter > latest[one.seat].counter
        if known and newer and answer_problem(asked, one.answer) is None:
            latest[one.seat] = one
    return [one for one in latest.values() if not isinstance(one.answer, TakenBack)]


def complete_closing(session: Session, command: CompleteClosing, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if stage.closing is None or stage.closing.attempt != command.attempt:
        return refuse("stale_stage")
    if context.at < stage.closing.grace_until:
        return refuse("closing_not_due")
    held = one_each(session, stage, command.held)
    if len(held) < session.settings.floor:
        return (ClosingFellShort(run=stage.run, attempt=command.attempt, count=len(held)),)
    receipts = [one.nonce for one in held]
    context.dice.shuffle(receipts)
    answers = [one.answer for one in held]
    context.dice.shuffle(answers)
    if isinstance(stage.kind, WallState):
        return wall.unseal(session, stage, answers, tuple(receipts))
    return tally.unseal(session, stage, answers, tuple(receipts))


def reopen_stage(session: Session, command: ReopenStage, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not 1 <= command.minutes <= 10:
        return refuse("not_permitted")
    return (StageReopened(run=stage.run, ends_at=clock_now(session, context) + command.minutes * MINUTE),)


def discard_stage(session: Session, command: DiscardStage, context: Context) -> Outcome:
    """Below the floor; or while gathering, once that has lasted so long that a node may never hand over."""
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if stage.closing is not None and context.at < stage.closing.lapses_at:
        return refuse("closing_not_due")
    return (StageDropped(run=stage.run, outcome="discarded"),)


def speak_stage(session: Session, command: SpeakStage, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    return stage if isinstance(stage, Refusal) else (StageDropped(run=stage.run, outcome="spoken"),)


def closing_began(session: Session, event: ClosingBegan, at: Millis) -> Session:
    closing = Closing(attempt=event.attempt, nodes=event.nodes, grace_until=event.grace_until, lapses_at=event.lapses_at)
    return structs.replace(with_stage(session, closing=closing, attempts=event.attempt), phase="closing")


def closing_fell_short(session: Session, event: ClosingFellShort, at: Millis) -> Session:
    return structs.replace(with_stage(session, closing=None, short_by=event.count), phase="short")


def stage_reopened(session: Session, event: StageReopened, at: Millis) -> Session:
    return structs.replace(with_stage(session, short_by=None, ends_at=event.ends_at), phase="open")


def stage_dropped(session: Session, event: StageDropped, at: Millis) -> Session:
    dropped = structs.replace(with_stage(session, closing=None, short_by=None, outcome=event.outcome), phase="closed")
    return _with_receipts(dropped, event.run, ())


def _with_receipts(session: Session, run: int, nonces: tuple[Nonce, ...]) -> Session:
    return structs.replace(session, receipts=(*session.receipts, Receipts(run=run, nonces=nonces)))


def _unsealed(session: Session, receipts: tuple[Nonce, ...], **stage: Any) -> Session:
    assert session.stage is not None
    closed = structs.replace(with_stage(session, closing=None, outcome="unsealed", **stage), phase="closed")
    return _with_receipts(closed, session.stage.run, receipts)


def tally_closed(session: Session, event: TallyClosed, at: Millis) -> Session:
    assert session.stage is not None
    kind = structs.replace(session.stage.kind, sums=event.sums)
    return _unsealed(session, event.receipts, kind=kind)


def wall_closed(session: Session, event: WallClosed, at: Millis) -> Session:
    assert session.stage is not None
    kind = structs.replace(session.stage.kind, queue=event.cards)
    closed = _unsealed(session, event.receipts, kind=kind)
    return structs.replace(closed, cards=session.cards.union(event.cards))


DECIDE: dict[type, Decide] = {
    BeginClosing: begin_closing,
    CompleteClosing: complete_closing,
    ReopenStage: reopen_stage,
    DiscardStage: discard_stage,
    SpeakStage: speak_stage,
}
EVOLVE: EvolveTable = {
    ClosingBegan: closing_began,
    ClosingFellShort: closing_fell_short,
    StageReopened: stage_reopened,
    StageDropped: stage_dropped,
    TallyClosed: tally_closed,
    WallClosed: wall_closed,
}
