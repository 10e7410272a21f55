"""Stages one after the other, their clocks, and the calm screen."""

import pytest

from tests.domain.given import CHOICE, FRESH, GUIDE, MULTI, START, SWAP, SYSTEM, WALL, Story, chosen, given
from workshop.domain import views
from workshop.domain.commands import (
    AdvanceRooms,
    BeginClosing,
    CalmRoom,
    EndRooms,
    EndSession,
    ExtendStage,
    OpenStage,
    ReopenStage,
    ResumeRoom,
    ShiftDeadlines,
    StartRooms,
)
from workshop.domain.events import DeadlinesShifted, RoomCalmed, RoomResumed, SessionEnded, StageExtended, StageOpened
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.words import GATHER_SECONDS

MINUTE = 60_000
FIRST = StageOpened(run=1, stage=GUIDE, ends_at=START + 3 * MINUTE)
"""The guide of the opening frame has 180 seconds in the taster."""


def test_the_first_stage_opens_with_its_seconds() -> None:
    given().when(OpenStage(run=0, stage=GUIDE)).then(FIRST)


@pytest.mark.parametrize("run", [-1, 1, 2])
def test_opening_names_the_run_that_it_follows(run: int) -> None:
    given().when(OpenStage(run=run, stage=GUIDE)).refused("stale_stage")


def test_the_same_opening_again_is_stale_not_a_second_run() -> None:
    given([FIRST]).when(OpenStage(run=0, stage=GUIDE)).refused("stale_stage")


@pytest.mark.parametrize("stage", [-1, 7, 100])
def test_a_stage_that_is_not_planned_is_unknown(stage: int) -> None:
    given().when(OpenStage(run=0, stage=stage)).refused("unknown_stage")


def test_what_was_asked_is_not_asked_again_even_if_it_was_dropped() -> None:
    story = Story().people(5).open(CHOICE)
    story.close(chosen([0] * 5))
    story.open(GUIDE)
    assert story.refused(OpenStage(run=story.run, stage=CHOICE)) == "already_asked"


@pytest.mark.parametrize("stage", [GUIDE, FRESH, SWAP])
def test_a_stage_that_asks_nothing_may_run_again(stage: int) -> None:
    assert Story().open(stage).open(stage).run == 2


@pytest.mark.parametrize("stage", [CHOICE, MULTI, WALL])
def test_a_stage_with_open_answers_is_closed_before_the_next(stage: int) -> None:
    story = Story().open(stage)
    assert story.refused(OpenStage(run=1, stage=GUIDE)) == "answers_open"


def test_running_rooms_end_before_the_next_stage_and_rooms_that_only_stand_do_not_hinder() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.do(OpenStage(run=1, stage=FRESH))
    story.form()
    story.go()
    assert story.refused(OpenStage(run=2, stage=GUIDE)) == "rooms_stand"
    story.do(EndRooms(run=2))
    story.open(GUIDE)


def test_a_stage_is_extended_from_its_end_or_from_now_if_that_is_over() -> None:
    given([FIRST]).when(ExtendStage(run=1, minutes=1)).then(StageExtended(run=1, ends_at=START + 4 * MINUTE))
    late = START + 10 * MINUTE
    given([FIRST]).when(ExtendStage(run=1, minutes=2), at=late).then(StageExtended(run=1, ends_at=late + 2 * MINUTE))


@pytest.mark.parametrize("minutes", [-1, 0, 11])
def test_one_to_ten_minutes_are_added(minutes: int) -> None:
    given([FIRST]).when(ExtendStage(run=1, minutes=minutes)).refused("not_permitted")
    short = Story().people(1).open(CHOICE)
    short.close(())
    assert short.refused(ReopenStage(run=1, minutes=minutes)) == "not_permitted"


def test_another_run_is_not_extended() -> None:
    given([FIRST]).when(ExtendStage(run=0, minutes=1)).refused("stale_stage")


def test_a_clock_at_zero_closes_nothing() -> None:
    story = Story().people(5).open(CHOICE).later(100 * MINUTE)
    assert story.session.phase == "open"
    assert room_state.next_deadline(story.session) is None


def test_calm_and_resume_take_effect_once() -> None:
    given().when(CalmRoom()).then(RoomCalmed())
    given([RoomCalmed()]).when(CalmRoom()).nothing()
    given().when(ResumeRoom()).nothing()
    given([RoomCalmed()]).when(ResumeRoom(), at=START + 5_000).then(RoomResumed(by=5_000))


def test_resuming_by_an_earlier_clock_moves_nothing_back() -> None:
    given([RoomCalmed()]).when(ResumeRoom(), at=START - 5_000).then(RoomResumed(by=0))


def left(story: Story) -> int | None:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    return stage.clock.left if story.session.calm_since is not None else (stage.clock.ends_at or 0) - story.at


def test_while_it_is_calm_every_clock_stands_still() -> None:
    story = Story().people(4).open(GUIDE).later(60_000)
    story.do(CalmRoom())
    assert left(story) == left(story.later(40_000)) == 2 * MINUTE
    story.do(ResumeRoom())
    assert left(story) == 2 * MINUTE


def test_a_stage_opened_while_it_is_calm_has_its_own_minutes_and_no_more() -> None:
    story = Story().people(4).open(GUIDE)
    story.do(CalmRoom())
    story.later(5 * MINUTE).open(GUIDE)
    assert left(story) == 3 * MINUTE
    story.later(MINUTE).do(ResumeRoom())
    assert left(story) == 3 * MINUTE


def test_rooms_started_while_it_is_calm_have_their_own_seconds_and_no_more() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.announce()
    story.do(CalmRoom())
    story.later(5 * MINUTE).do(StartRooms(run=1, round=1))
    assert room_state.next_deadline(story.session) is None
    story.do(ResumeRoom())
    assert room_state.next_deadline(story.session) == story.at + 110_000


def test_a_round_formed_while_it_is_calm_has_its_seconds_to_find_each_other_and_no_more() -> None:
    story = Story().in_rooms(4)
    while room_state.due_wish(story.session) == "advance":
        story.at = room_state.next_deadline(story.session) or 0
        story.do(AdvanceRooms(run=1, round=1, due=story.at), SYSTEM)
    story.do(CalmRoom())
    story.later(5 * MINUTE).form(2)
    story.do(ResumeRoom())
    assert room_state.next_deadline(story.session) == story.at + GATHER_SECONDS * 1000


def test_a_stage_reopened_while_it_is_calm_has_the_minutes_that_were_given() -> None:
    story = Story().people(4).open(CHOICE)
    story.close(())
    story.do(CalmRoom())
    story.later(5 * MINUTE).do(ReopenStage(run=1, minutes=2))
    assert left(story) == 2 * MINUTE


def test_extending_while_it_is_calm_adds_to_what_is_left() -> None:
    story = Story().people(4).open(GUIDE).later(MINUTE)
    story.do(CalmRoom())
    story.later(9 * MINUTE).do(ExtendStage(run=1, minutes=1))
    assert left(story) == 3 * MINUTE


def test_missed_deadlines_move_and_the_console_says_by_how_much() -> None:
    story = Story().in_rooms(4)
    due = room_state.next_deadline(story.session)
    assert due is not None
    story.do(ShiftDeadlines(due=due, by=45_000), SYSTEM)
    assert room_state.next_deadline(story.session) == due + 45_000
    assert views.console(story.session, story.texts, views.Signs()).shifted == 45_000


@pytest.mark.parametrize(("off", "by"), [(1, 45_000), (0, 0), (0, -1)])
def test_a_shift_names_the_deadline_it_moves_and_moves_it_on(off: int, by: int) -> None:
    story = Story().in_rooms(4)
    due = room_state.next_deadline(story.session)
    assert due is not None
    assert story.refused(ShiftDeadlines(due=due + off, by=by), SYSTEM) == "stale_stage"


def test_the_same_shift_twice_moves_once() -> None:
    story = Story().in_rooms(4)
    due = room_state.next_deadline(story.session)
    assert due is not None
    wish = ShiftDeadlines(due=due, by=45_000)
    assert story.do(wish, SYSTEM) == (DeadlinesShifted(by=45_000),)
    assert story.refused(wish, SYSTEM) == "stale_stage"


def test_after_the_end_every_wish_is_told_that_it_ended() -> None:
    given().when(EndSession()).then(SessionEnded())
    given([SessionEnded()]).when(EndSession()).refused("session_ended")
    given([SessionEnded()]).when(OpenStage(run=0, stage=0)).refused("session_ended")


def test_a_session_that_ended_shows_no_stage_no_rooms_no_waiting_and_no_calm() -> None:
    story = Story().in_rooms(4)
    story.do(CalmRoom())
    story.do(EndSession())
    screen, shared = views.screen(story.session, story.texts, views.Signs()), views.shared(story.session, story.texts)
    assert (screen.rooms, shared.stage, shared.activity, shared.calm) == ((), None, None, False)
    assert room_state.next_deadline(story.session) is None
    closing = Story().people(5).open(CHOICE)
    closing.do(BeginClosing(run=1, nodes=(), grace=1, lapse=1))
    assert views.console(closing.session, closing.texts, views.Signs(missing_nodes=1)).closing is not None
    closing.do(EndSession())
    assert views.console(closing.session, closing.texts, views.Signs(missing_nodes=1)).closing is None
