"""A private page: nothing of it is known here but that it may be opened again, and that leaving it loses nothing."""

import pytest

from tests.domain.given import FISHBOWL, JOURNAL, SYSTEM, WALL, Story, a_broad_session, text_answer
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.answers import Answer, ChoiceAnswer, DoneAnswer, PassAnswer, TakenBack
from workshop.domain.closing import intake_problem
from workshop.domain.next_step import next_step
from workshop.domain.parts import JournalView
from workshop.domain.words import NodeId


def a_page() -> Story:
    return Story(a_broad_session()).people(6).open(JOURNAL)


def problem(story: Story, answer: Answer) -> str | None:
    assert story.session.stage is not None
    return intake_problem(story.session, story.session.stage, answer)


def test_the_phone_is_told_what_to_write_and_where_to_keep_it() -> None:
    story = a_page()
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, JournalView)
    assert (stage.stage, stage.body.input.type, stage.body.input.max) == (JOURNAL, "text", 400)


@pytest.mark.parametrize("answer", [DoneAnswer(), PassAnswer(), TakenBack()])
def test_a_page_can_be_done_passed_or_taken_up_again(answer: Answer) -> None:
    assert problem(a_page(), answer) is None


@pytest.mark.parametrize("answer", [text_answer(1), ChoiceAnswer(option=0)])
def test_nothing_that_was_written_is_taken(answer: Answer) -> None:
    assert problem(a_page(), answer) == "invalid_answer"


def test_done_is_no_answer_to_a_question() -> None:
    assert problem(Story().people(6).open(WALL), DoneAnswer()) == "invalid_answer"


def test_there_is_nothing_to_close_to_unseal_or_to_drop() -> None:
    story = a_page()
    begin = c.BeginClosing(run=1, nodes=(NodeId("node-1"),), grace=1, lapse=1)
    assert story.refused(begin) == "not_permitted"
    assert story.refused(c.CompleteClosing(run=1, attempt=0, held=()), SYSTEM) == "not_permitted"
    for wish in (c.DiscardStage(run=1), c.SpeakStage(run=1), c.ReopenStage(run=1, minutes=1), c.RevealPicture(run=1)):
        assert story.refused(wish) == "not_permitted"


def test_next_goes_on_and_says_how_many_people_are_here() -> None:
    ahead = next_step(a_page().session)
    assert (ahead.does, ahead.stage, ahead.count) == ("open_stage", FISHBOWL, 6)


def test_leaving_it_is_always_possible_leaves_no_receipts_and_it_may_be_opened_again() -> None:
    story = a_page()
    story.do(c.OpenStage(run=1, stage=FISHBOWL))
    assert story.session.receipts == ()
    assert story.session.past[JOURNAL].outcome == "done"
    assert JOURNAL not in story.session.asked
    assert story.refused(c.LookBack(run=2, stage=JOURNAL)) == "unknown_stage"
    story.do(c.OpenStage(run=2, stage=JOURNAL))
    assert story.run == 3


def test_skipping_it_drops_nothing() -> None:
    story = a_page()
    story.do(c.SkipStage(run=1))
    assert story.session.receipts == ()
    assert story.session.template is not None
    assert story.session.template.id == "bowl"
