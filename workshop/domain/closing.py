"""How a stage that asked something ends: intake stops, the nodes hand over, and once, at or above the floor, it is unsealed.

Below the floor nothing is written: the facilitator gives more time, drops it unopened, or asks it aloud.
Agreement lines are gathered the same way, as often as a facilitator likes, and writing goes on afterwards.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import structs

from workshop.domain.answers import Answer, CardAnswer, DoneAnswer, PassAnswer, TakenBack
from workshop.domain.asides import NO_ASIDE
from workshop.domain.commands import (
    BeginClosing,
    CompleteClosing,
    DiscardStage,
    HeldAnswer,
    ReopenStage,
    SpeakStage,
)
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import (
    ClosingBegan,
    ClosingFellShort,
    LinesCollected,
    StageDropped,
    StageReopened,
    TallyClosed,
    WallClosed,
)
from workshop.domain.flow import MINUTE
from workshop.domain.inputs import answer_problem
from workshop.domain.kind_states import AgreeState, WallState
from workshop.domain.kinds import agree, tally, wall
from workshop.domain.plan import Input, StageTemplate
from workshop.domain.refusals import Refusal, RefusalCode
from workshop.domain.session import Closing, Receipts, Session, Stage, with_stage
from workshop.domain.words import Millis, Nonce, SeatId


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


def asked_input(template: StageTemplate) -> Input:
    """What an answer to this stage may be."""
    if template.kind == "agree":
        return agree.PROPOSAL
    assert template.input is not None
    return template.input


def intake_problem(session: Session, stage: Stage, answer: Answer) -> RefusalCode | None:
    """Why this answer to `stage` cannot be taken, or None. A reply may name any card of the session: the dealt one may have been taken
    back, hidden or rewritten while it was answered, and then the reply stands for itself (`wall.unseal` drops the link).
    """
    template = session.stages[stage.index].template
    if template.kind == "journal":
        # Nothing of a private page travels, not even by mistake.
        return None if isinstance(answer, DoneAnswer | PassAnswer | TakenBack) else "invalid_answer"
    if template.kind == "agree" and isinstance(answer, CardAnswer) and answer.aside != NO_ASIDE:
        return "invalid_answer"  # an agreement has nothing beside its words
    dealt = wall.replied_to(answer)
    if dealt is not None and (template.reply_to is None or dealt not in session.cards):
        return "invalid_answer"
    return answer_problem(asked_input(template), answer, template.send)


def one_each(session: Session, stage: Stage, held: Sequence[HeldAnswer]) -> list[HeldAnswer]:
    """The valid answers, one per person of the session, whatever phones it has: the highest counter wins, what was taken back is gone."""
    template = session.stages[stage.index].template
    asked = asked_input(template)
    latest: dict[SeatId, HeldAnswer] = {}
    for one in held:
        seat = session.seat_of(one.seat)
        person = session.people.get(seat)
        newer = seat not in latest or one.counter > latest[seat].counter
        # Who was never let in is nobody of the session: with strangers at the door a few people could look like enough.
        fits = answer_problem(asked, one.answer, template.send) is None
        if person is not None and person.admitted and newer and fits:
            latest[seat] = one
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
    collects = isinstance(stage.kind, AgreeState)
    # Proposed lines have no floor: most people propose none, and a facilitator reads each before anybody else does.
    if not collects and len(held) < session.settings.floor:
        return (ClosingFellShort(run=stage.run, attempt=command.attempt, count=len(held)),)
    receipts = [one.nonce for one in held]
    context.dice.shuffle(receipts)
    answers = [one.answer for one in held]
    context.dice.shuffle(answers)
    if collects:
        return agree.collect(session, stage, answers, tuple(receipts))
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
    if isinstance(stage.kind, AgreeState):
        # The agreements go on: only this collection is given up, and phones hand their lines over at the next one.
        return (StageReopened(run=stage.run, ends_at=stage.ends_at),)
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
    return structs.replace(with_stage(session, closing=None, short_by=None, ends_at=event.ends_at), phase="open")


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
    kind = structs.replace(session.stage.kind, sums=event.sums, by_five=frozenset(event.by_five))
    return _unsealed(session, event.receipts, kind=kind)


def wall_closed(session: Session, event: WallClosed, at: Millis) -> Session:
    assert session.stage is not None
    kind = structs.replace(session.stage.kind, queue=event.cards, replies=event.replies)
    closed = _unsealed(session, event.receipts, kind=kind)
    return structs.replace(closed, cards=session.cards.union(event.cards))


def lines_collected(session: Session, event: LinesCollected, at: Millis) -> Session:
    """Writing goes on. What was held is in the receipts now, and forgotten on every node."""
    opened = structs.replace(with_stage(agree.lines_collected(session, event, at), closing=None), phase="open")
    return _with_receipts(opened, event.run, event.receipts)


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
    LinesCollected: lines_collected,
}
