"""Something to read, step by step."""

import pytest

from tests.domain.given import CHOICE, GUIDE, JOURNAL, PACER, Story, a_broad_session, chosen, person
from workshop.domain import views
from workshop.domain.commands import CalmRoom, LookBack, OpenStage, ResumeRoom, StartPacer, StepGuide
from workshop.domain.events import GuideStepped, PacerStarted
from workshop.domain.kinds.guide import LEAD_SECONDS
from workshop.domain.next_step import next_step
from workshop.domain.parts import GuideView, PacerView


def read_so_far(story: Story) -> tuple[str, ...]:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, GuideView)
    return stage.body.steps


def test_a_guide_goes_one_step_on_and_one_step_back() -> None:
    story = Story().open(GUIDE)
    assert story.do(StepGuide(run=1, step=1)) == (GuideStepped(run=1, step=1),)
    assert story.do(StepGuide(run=1, step=0)) == (GuideStepped(run=1, step=0),)


@pytest.mark.parametrize("step", [-1, 0, 2, 3])
def test_a_guide_does_not_jump_or_repeat(step: int) -> None:
    assert Story().open(GUIDE).refused(StepGuide(run=1, step=step)) == "stale_stage"


def test_the_same_tap_twice_goes_one_step() -> None:
    story = Story().open(GUIDE)
    story.do(StepGuide(run=1, step=1))
    assert story.refused(StepGuide(run=1, step=1)) == "stale_stage"


def test_there_is_no_step_after_the_last() -> None:
    story = Story().open(GUIDE)
    for step in (1, 2, 3):
        story.do(StepGuide(run=1, step=step))
    assert story.refused(StepGuide(run=1, step=4)) == "stale_stage"


@pytest.mark.parametrize("run", [0, 2])
def test_a_step_names_the_run(run: int) -> None:
    assert Story().open(GUIDE).refused(StepGuide(run=run, step=1)) == "stale_stage"


def test_another_kind_has_no_steps() -> None:
    assert Story().open(CHOICE).refused(StepGuide(run=1, step=1)) == "stale_stage"


def test_what_comes_later_is_not_sent_early() -> None:
    story = Story().open(GUIDE)
    texts = [step.text for step in story.template.guide_steps]
    assert read_so_far(story) == tuple(texts[:1])
    story.do(StepGuide(run=1, step=1))
    assert read_so_far(story) == tuple(texts[:2])


LEAD = LEAD_SECONDS * 1000


def a_breath() -> Story:
    return Story(a_broad_session()).people(3).open(PACER)


def pacer(story: Story) -> PacerView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, GuideView)
    assert stage.body.pacer is not None
    return stage.body.pacer


def test_a_breath_waits_until_a_facilitator_starts_it_and_begins_a_little_later_for_everybody() -> None:
    story = a_breath()
    assert pacer(story) == PacerView(breathe_in=4, breathe_out=6, cycles=5, began=None)
    assert next_step(story.session).does == "start_pacer"
    assert story.do(StartPacer(run=1)) == (PacerStarted(run=1, began=story.at + LEAD),)
    assert pacer(story).began == story.at + LEAD
    ahead = next_step(story.session)
    assert (ahead.does, ahead.stage) == ("open_stage", JOURNAL)


def test_started_again_it_begins_with_its_first_breath() -> None:
    story = a_breath()
    story.do(StartPacer(run=1))
    story.later(20_000).do(StartPacer(run=1))
    assert pacer(story).began == story.at + LEAD


def test_while_everything_is_calm_a_breath_stands_still_and_goes_on_where_it_stood() -> None:
    story = a_breath()
    story.do(StartPacer(run=1))
    began = pacer(story).began
    assert began is not None
    story.later(10_000).do(CalmRoom())
    story.later(30_000).do(ResumeRoom())
    assert pacer(story).began == began + 30_000


def test_a_breath_started_in_the_calm_begins_when_it_is_over() -> None:
    story = a_breath()
    story.do(CalmRoom())
    story.later(60_000).do(StartPacer(run=1))
    story.later(5_000).do(ResumeRoom())
    assert pacer(story).began == story.at + LEAD


def test_only_a_breath_can_be_started_and_only_by_a_facilitator_who_means_this_run() -> None:
    assert Story().open(GUIDE).refused(StartPacer(run=1)) == "stale_stage"
    assert Story().open(CHOICE).refused(StartPacer(run=1)) == "stale_stage"
    assert a_breath().refused(StartPacer(run=0)) == "stale_stage"
    assert a_breath().refused(StartPacer(run=1), person(1)) == "not_permitted"


def test_a_breath_has_no_steps_and_what_is_read_no_breath() -> None:
    assert a_breath().refused(StepGuide(run=1, step=1)) == "stale_stage"
    story = Story().open(GUIDE)
    shared = views.shared(story.session, story.texts)
    assert shared.stage is not None and isinstance(shared.stage.body, GuideView)
    assert shared.stage.body.pacer is None


def test_whoever_looks_back_before_the_breath_was_started_comes_back_to_it() -> None:
    story = Story(a_broad_session()).people(5).open(CHOICE)
    story.close(chosen([0] * 5))
    story.do(OpenStage(run=story.run, stage=PACER))
    story.do(LookBack(run=story.run, stage=CHOICE))
    assert next_step(story.session).stage == PACER
