"""Something to read, step by step."""

import pytest

from tests.domain.given import CHOICE, GUIDE, Story
from workshop.domain import views
from workshop.domain.commands import StepGuide
from workshop.domain.events import GuideStepped
from workshop.domain.parts import GuideView


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
