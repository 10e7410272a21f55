"""Something to read, step by step, or a breath to follow together. Nothing is asked and nothing is kept."""

from msgspec import structs

from workshop.domain.commands import StartPacer, StepGuide
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, clock_now, refuse, stage_of
from workshop.domain.events import GuideStepped, PacerStarted
from workshop.domain.kind_states import GuideState
from workshop.domain.parts import GuideView, PacerView
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, with_stage
from workshop.domain.words import Millis

LEAD_SECONDS = 3
"""Between the tap that starts the pacer and its first breath: it reaches every phone before, so that all breathe together."""


def step_guide(session: Session, command: StepGuide, context: Context) -> Outcome:
    """One step on, or one step back to read it again."""
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not isinstance(stage.kind, GuideState):
        return refuse("stale_stage")
    steps = len(session.stages[stage.index].template.guide_steps)
    if abs(command.step - stage.kind.step) != 1 or not 0 <= command.step < steps:
        return refuse("stale_stage")
    return (GuideStepped(run=stage.run, step=command.step),)


def start_pacer(session: Session, command: StartPacer, context: Context) -> Outcome:
    """From its first breath, also when it runs already. While everything is calm it waits with all other clocks."""
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not isinstance(stage.kind, GuideState) or session.stages[stage.index].template.pacer is None:
        return refuse("stale_stage")
    return (PacerStarted(run=stage.run, began=clock_now(session, context) + LEAD_SECONDS * 1000),)


def _with(session: Session, **changes: object) -> Session:
    assert session.stage is not None
    return with_stage(session, kind=structs.replace(session.stage.kind, **changes))


def guide_stepped(session: Session, event: GuideStepped, at: Millis) -> Session:
    return _with(session, step=event.step)


def pacer_started(session: Session, event: PacerStarted, at: Millis) -> Session:
    return _with(session, began=event.began)


def shifted(session: Session, by: Millis) -> Session:
    """The breath goes on where it stood; other kinds have none."""
    state = session.stage.kind if session.stage else None
    return session if not isinstance(state, GuideState) or state.began is None else _with(session, began=state.began + by)


def finished(template: StageTemplate, state: GuideState) -> bool:
    """Whether the last step is read, or the pacer was started."""
    return state.began is not None if template.pacer is not None else state.step + 1 >= len(template.guide_steps)


def view(template: StageTemplate, state: GuideState, agreements: tuple[str, ...]) -> GuideView:
    """The steps read so far: what comes later is not sent early. Looking back reads the agreements that the group keeps."""
    steps = tuple(step.text for step in template.guide_steps[: state.step + 1])
    if template.purpose == "recall":
        steps += agreements
    return GuideView(
        steps=steps, step=state.step, of=len(template.guide_steps), purpose=template.purpose, pacer=_pacer(template, state)
    )


def _pacer(template: StageTemplate, state: GuideState) -> PacerView | None:
    pacer = template.pacer
    if pacer is None:
        return None
    return PacerView(breathe_in=pacer.breathe_in, breathe_out=pacer.breathe_out, cycles=pacer.cycles, began=state.began)


DECIDE: dict[type, Decide] = {StepGuide: step_guide, StartPacer: start_pacer}
EVOLVE: EvolveTable = {GuideStepped: guide_stepped, PacerStarted: pacer_started}
