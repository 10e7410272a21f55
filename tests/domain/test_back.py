"""Looking back, skipping, and what the session remembers of the stages that it has left."""

import pytest

from tests.domain.given import (
    AGREE,
    CHOICE,
    CIRCLE,
    FRESH,
    GUIDE,
    MULTI,
    SCALE,
    START,
    SWAP,
    SYSTEM,
    WALL,
    Story,
    a_wide_session,
    card_id,
    held,
    passed,
    written,
)
from workshop.domain import views
from workshop.domain.answers import MultiAnswer
from workshop.domain.commands import (
    ApproveCard,
    BeginClosing,
    EndRooms,
    EndSession,
    LookBack,
    OpenCare,
    OpenStage,
    ReleaseCards,
    RevealPicture,
    SettleCare,
    SkipStage,
    StepGuide,
)
from workshop.domain.deciding import Actor
from workshop.domain.events import CareAsked, SessionEnded, StageDropped, StageOpened, StageReturned
from workshop.domain.kind_states import TallyState, WallState
from workshop.domain.next_step import next_step
from workshop.domain.session import Receipts
from workshop.domain.words import SeatId, TextId


def asked(*stages: int) -> Story:
    """Stages that asked something, each closed with enough answers, one after the other."""
    story = Story(a_wide_session()).people(6)
    for stage in stages:
        story.open(stage)
        if stage == WALL:
            story.close(written(6))
        elif stage == MULTI:
            story.close([held(number, MultiAnswer(options=(number % 3,))) for number in range(1, 7)])
        else:
            story.close(passed(6))
    return story


def look_back(story: Story, stage: int) -> None:
    story.do(LookBack(run=story.run, stage=stage))


def test_an_earlier_stage_is_shown_again_as_it_was_left() -> None:
    story = asked(MULTI)
    story.do(RevealPicture(run=1))
    left = story.session.stage
    assert left is not None and isinstance(left.kind, TallyState) and left.kind.shown
    story.open(GUIDE)
    assert story.do(LookBack(run=2, stage=MULTI)) == (StageReturned(run=1, stage=MULTI),)
    assert story.session.stage == left
    assert (story.session.phase, story.session.runs) == ("closed", 2)
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None and (stage.again, stage.run, stage.outcome) == (True, 1, "unsealed")


def test_what_changes_while_it_is_shown_again_is_remembered() -> None:
    story = asked(WALL).open(GUIDE)
    look_back(story, WALL)
    for number in (1, 2, 3):
        story.do(ApproveCard(run=1, card=card_id(number)))
    story.do(ReleaseCards(run=1))
    story.open(GUIDE)
    kept = story.session.past[WALL].kind
    assert isinstance(kept, WallState)
    assert len(kept.released) == 3


def test_wishes_name_the_run_that_is_shown_and_the_next_stage_has_a_new_one() -> None:
    story = asked(CHOICE).open(GUIDE)
    look_back(story, CHOICE)
    assert story.refused(OpenStage(run=2, stage=FRESH)) == "stale_stage"
    (opened,) = story.do(OpenStage(run=1, stage=FRESH))
    assert isinstance(opened, StageOpened)
    assert opened.run == 3
    assert story.session.runs == 3


def test_what_is_shown_again_is_not_asked_again() -> None:
    story = asked(CHOICE).open(GUIDE)
    look_back(story, CHOICE)
    assert story.refused(OpenStage(run=1, stage=CHOICE)) == "already_asked"
    assert story.refused(BeginClosing(run=1, nodes=(), grace=0, lapse=0)) == "not_permitted"


@pytest.mark.parametrize("stage", [-1, 99, CHOICE, FRESH, SCALE, GUIDE])
def test_only_another_stage_that_asked_something_is_shown_again(stage: int) -> None:
    """Here the guide was played and left, the rooms and the scale were not reached, and the choice is the current one."""
    story = Story(a_wide_session()).people(6).open(GUIDE).open(CHOICE)
    story.close(passed(6))
    assert story.refused(LookBack(run=2, stage=stage)) == "unknown_stage"


def test_looking_back_names_the_stage_that_it_leaves() -> None:
    story = asked(CHOICE, MULTI)
    assert story.refused(LookBack(run=1, stage=CHOICE)) == "stale_stage"


def test_open_answers_and_running_rooms_are_not_left_by_looking_back() -> None:
    story = asked(CHOICE).open(MULTI)
    assert story.refused(LookBack(run=2, stage=CHOICE)) == "answers_open"
    rooms = asked(CHOICE).in_rooms(0)
    assert rooms.refused(LookBack(run=2, stage=CHOICE)) == "rooms_stand"
    rooms.do(EndRooms(run=2))
    assert rooms.do(LookBack(run=2, stage=CHOICE))


def test_looking_back_from_agreements_tells_phones_what_was_left_out() -> None:
    story = asked(CHOICE).open(AGREE)
    look_back(story, CHOICE)
    assert story.session.receipts[-1] == Receipts(run=2, nonces=())
    look_back(story, AGREE)
    assert story.session.phase == "closed"
    look_back(story, CHOICE)
    assert [one.run for one in story.session.receipts] == [1, 2]


def test_from_one_earlier_stage_to_another() -> None:
    story = asked(CHOICE, MULTI, WALL)
    look_back(story, CHOICE)
    look_back(story, MULTI)
    assert sorted(story.session.past) == [CHOICE, WALL]
    look_back(story, WALL)
    assert story.run == 3
    assert views.shared(story.session, story.texts).stage is not None


def test_after_looking_back_next_goes_on_where_it_was_left() -> None:
    story = asked(CHOICE, MULTI)
    look_back(story, CHOICE)
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", WALL)
    story = asked(CHOICE).open(GUIDE)
    look_back(story, CHOICE)
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", GUIDE)
    story.open(GUIDE)
    for step in (1, 2, 3):
        story.do(StepGuide(run=3, step=step))
    look_back(story, CHOICE)
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", MULTI)


def test_a_round_that_was_left_unfinished_is_where_next_goes_back_to() -> None:
    story = asked(CHOICE).open(CIRCLE)
    look_back(story, CHOICE)
    assert next_step(story.session).stage == CIRCLE


def test_next_passes_over_what_was_played_already() -> None:
    story = Story(a_wide_session()).people(6).open(FRESH).open(GUIDE)
    for step in (1, 2, 3):
        story.do(StepGuide(run=2, step=step))
    story.open(CHOICE)
    story.close(passed(6))
    story.open(MULTI)
    story.close(passed(6))
    story.open(WALL)
    story.close(passed(6))
    assert next_step(story.session).stage == SWAP


def test_skipping_an_open_question_forgets_its_answers_and_opens_the_next_stage() -> None:
    story = Story(a_wide_session()).people(6).open(CHOICE).later(5_000)
    ends_at = story.at + story.session.stages[MULTI].seconds * 1000
    assert story.do(SkipStage(run=1)) == (
        StageDropped(run=1, outcome="skipped"),
        StageOpened(run=2, stage=MULTI, ends_at=ends_at),
    )
    assert story.session.receipts == (Receipts(run=1, nonces=()),)
    assert story.session.past[CHOICE].outcome == "skipped"
    assert story.refused(OpenStage(run=2, stage=CHOICE)) == "already_asked"


def test_skipping_below_the_floor_drops_what_was_held() -> None:
    story = Story(a_wide_session()).people(6).open(CHOICE)
    story.close(passed(2))
    assert story.session.phase == "short"
    dropped, _ = story.do(SkipStage(run=1))
    assert dropped == StageDropped(run=1, outcome="skipped")
    assert story.session.past[CHOICE].short_by is None


@pytest.mark.parametrize("stage", [GUIDE, FRESH, CIRCLE])
def test_skipping_what_asks_nothing_opens_the_next_stage(stage: int) -> None:
    story = Story(a_wide_session()).people(4).open(stage)
    (opened,) = story.do(SkipStage(run=1))
    assert isinstance(opened, StageOpened)
    assert opened.stage == stage + 1
    assert story.session.past[stage].outcome == "done"


def test_skipping_ends_running_rooms_and_a_running_round() -> None:
    for story in (Story(a_wide_session()).in_rooms(4), Story(a_wide_session()).in_circle(4)):
        assert story.do(SkipStage(run=1))
        assert story.run == 2


def test_skipping_what_was_unsealed_drops_nothing() -> None:
    story = asked(CHOICE)
    (opened,) = story.do(SkipStage(run=1))
    assert isinstance(opened, StageOpened)
    assert story.session.past[CHOICE].outcome == "unsealed"


def test_skipping_in_the_lobby_begins() -> None:
    (opened,) = Story(a_wide_session()).do(SkipStage(run=0))
    assert isinstance(opened, StageOpened)
    assert opened.stage == 0


def test_there_is_nothing_to_skip_to_at_the_end_and_a_stale_skip_is_refused() -> None:
    story = Story(a_wide_session()).people(5).open(AGREE)
    assert story.refused(SkipStage(run=1)) == "unknown_stage"
    assert story.session.phase == "open"
    assert Story(a_wide_session()).open(GUIDE).refused(SkipStage(run=0)) == "stale_stage"


def test_the_session_knows_when_it_and_its_current_activity_began() -> None:
    story = Story(a_wide_session()).people(6)
    assert (story.session.started_at, story.session.item_started_at) == (None, None)
    story.open(GUIDE)
    assert (story.session.started_at, story.session.item_started_at) == (START, START)
    story.later(60_000).open(FRESH)
    assert (story.session.started_at, story.session.item_started_at) == (START, START + 60_000)


def test_a_second_stage_of_an_activity_and_looking_back_begin_no_activity() -> None:
    story = Story(a_wide_session()).people(6)
    items = [stage.item for stage in story.session.stages]
    first = next(index for index in range(1, len(items)) if items[index] == items[index - 1])
    story.open(first - 1)
    began = story.session.item_started_at
    if story.session.stages[first - 1].template.kind in ("tally", "wall"):
        story.close(passed(6))
    story.later(30_000).open(first)
    assert story.session.item_started_at == began
    story = asked(CHOICE).later(10_000).open(FRESH)
    began = story.session.item_started_at
    look_back(story, CHOICE)
    assert story.session.item_started_at == began
    story.later(10_000).open(FRESH)
    assert story.session.item_started_at == began


def test_the_end_keeps_the_last_stage_with_the_others() -> None:
    story = asked(CHOICE, MULTI)
    story.do(EndSession())
    assert sorted(story.session.past) == [CHOICE, MULTI]
    assert [story.session.past[index].outcome for index in (CHOICE, MULTI)] == ["unsealed", "unsealed"]


def test_the_end_keeps_an_open_question_as_skipped() -> None:
    story = Story(a_wide_session()).people(6).open(CHOICE)
    story.do(EndSession())
    assert story.session.past[CHOICE].outcome == "skipped"


def test_the_end_of_a_session_that_never_began_keeps_nothing() -> None:
    story = Story(a_wide_session())
    assert story.do(EndSession()) == (SessionEnded(),)
    assert story.session.past == {}


def test_g_m3_nobody_who_asked_for_a_person_is_left_alone_by_the_end() -> None:
    story = Story(a_wide_session()).people(2)
    asks = Actor(role="participant", seat=SeatId("seat-0001-canary"))
    assert story.do(OpenCare(care=TextId("care-1"), waiting=None), asks) == (CareAsked(care=TextId("care-1")),)
    assert story.refused(EndSession()) == "care_open"
    story.do(SettleCare(care=TextId("care-1"), outcome="handed_over"))
    assert story.do(EndSession()) == (SessionEnded(),)


def test_looking_back_and_skipping_are_not_the_systems_to_wish() -> None:
    story = asked(CHOICE, MULTI)
    assert story.refused(LookBack(run=2, stage=CHOICE), SYSTEM) == "not_permitted"
    assert story.refused(SkipStage(run=2), SYSTEM) == "not_permitted"
