"""One structured answer per person, shown only as a group picture, and only once it is revealed."""

import pytest

from tests.domain.given import CHOICE, GUIDE, MULTI, WALL, Story, chosen, held, passed, written
from workshop.domain import views
from workshop.domain.answers import MultiAnswer
from workshop.domain.commands import HeldAnswer, HidePicture, OpenStage, RevealPicture
from workshop.domain.events import PictureHidden, PictureRevealed, TallyClosed
from workshop.domain.parts import TallyView
from workshop.domain.pictures import NoPicture, OptionSums, Sums


def reasons(*options: tuple[int, ...]) -> tuple[HeldAnswer, ...]:
    return tuple(held(number, MultiAnswer(options=chosen)) for number, chosen in enumerate(options, start=1))


def closed(people: int = 9) -> Story:
    story = Story().people(people).open(MULTI)
    story.close(reasons(*[(number % 7,) for number in range(people)]))
    return story


def shown(story: Story) -> Sums | None:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, TallyView)
    return stage.body.picture


def test_a_closed_tally_is_sums_for_the_console_and_nothing_for_the_others_until_revealed() -> None:
    story = closed(24)
    picture = views.console(story.session, story.texts, views.Signs()).picture
    assert picture == OptionSums(counts=(4, 4, 4, 3, 3, 3, 3), answered=24)
    assert shown(story) is None
    story.do(RevealPicture(run=1))
    assert shown(story) == picture
    story.do(HidePicture(run=1))
    assert shown(story) is None


def test_a_picture_is_revealed_once_and_hidden_once() -> None:
    story = closed()
    assert story.wish(HidePicture(run=1)) == ()
    assert story.do(RevealPicture(run=1)) == (PictureRevealed(run=1),)
    assert story.do(RevealPicture(run=1)) == ()
    assert story.do(HidePicture(run=1)) == (PictureHidden(run=1),)
    assert story.do(HidePicture(run=1)) == ()


@pytest.mark.parametrize("wish", [RevealPicture(run=0), HidePicture(run=0), RevealPicture(run=2), HidePicture(run=2)])
def test_a_picture_of_another_run_is_not_shown(wish: RevealPicture | HidePicture) -> None:
    assert closed().refused(wish) == "stale_stage"


def test_a_stage_whose_template_says_never_has_no_picture_to_reveal() -> None:
    story = Story().people(9).open(CHOICE)
    story.close(chosen([0, 1] * 4))
    assert story.refused(RevealPicture(run=1)) == "no_picture"


def test_a_wall_has_no_picture() -> None:
    story = Story().people(5).open(WALL)
    story.close(written(5))
    assert story.refused(RevealPicture(run=1)) == "no_picture"
    assert story.refused(HidePicture(run=1)) == "no_picture"


def test_enough_people_but_too_few_answers_make_no_picture_for_anybody() -> None:
    story = Story().people(8).open(MULTI)
    (unsealed,) = story.close((*reasons((0,), (0,), (1,), (2,)), *passed(4, first=5)))
    assert isinstance(unsealed, TallyClosed)
    assert unsealed.sums == NoPicture()
    assert story.refused(RevealPicture(run=1)) == "no_picture"


def test_a_dropped_stage_has_no_picture_and_an_open_one_has_none_yet() -> None:
    story = Story().people(5).open(MULTI)
    assert views.console(story.session, story.texts, views.Signs()).picture is None
    assert story.refused(RevealPicture(run=1)) == "not_permitted"


def test_the_next_stage_takes_the_picture_away() -> None:
    story = closed()
    story.do(RevealPicture(run=1))
    story.do(OpenStage(run=1, stage=GUIDE))
    assert views.console(story.session, story.texts, views.Signs()).picture is None
    assert story.refused(HidePicture(run=1)) == "not_permitted"
