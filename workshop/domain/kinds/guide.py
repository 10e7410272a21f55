"""Something to read, step by step. Nothing is asked and nothing is kept."""

from workshop.domain.commands import StepGuide
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import GuideStepped
from workshop.domain.parts import GuideView
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import GuideState, Session, with_stage
from workshop.domain.words import Millis


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


def guide_stepped(session: Session, event: GuideStepped, at: Millis) -> Session:
    return with_stage(session, kind=GuideState(step=event.step))


def view(template: StageTemplate, state: GuideState, agreements: tuple[str, ...]) -> GuideView:
    """The steps read so far: what comes later is not sent early. Looking back reads the agreements that the group keeps."""
    steps = tuple(step.text for step in template.guide_steps[: state.step + 1])
    if template.purpose == "recall":
        steps += agreements
    return GuideView(steps=steps, step=state.step, of=len(template.guide_steps), purpose=template.purpose)


DECIDE: dict[type, Decide] = {StepGuide: step_guide}
EVOLVE: EvolveTable = {GuideStepped: guide_stepped}
