"""A round: everybody in turn in a drawn order, where a pass, a turn that is over and a rest look the same."""

import pytest

from tests.domain.given import (
    CIRCLE,
    FACILITATOR,
    GUIDE,
    OPEN_CIRCLE,
    START,
    SYSTEM,
    AsTheyCame,
    Story,
    a_wide_session,
    join,
    person,
    seat,
    seats,
)
from tests.domain.pictures_of import parts_of
from workshop.domain import views
from workshop.domain.commands import (
    CalmRoom,
    ComeBack,
    EndCircle,
    EndTurn,
    GiveTime,
    Leave,
    MergeSeats,
    OpenStage,
    PutLater,
    Rest,
    ResumeRoom,
    StartCircle,
)
from workshop.domain.deciding import Actor
from workshop.domain.events import CircleFinished, CircleStarted, TurnEnded, TurnExtended, TurnPutLater
from workshop.domain.kinds import circle
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import CircleView

TURN = 30_000
"""The wide session's round has 30 s a turn."""


def a_round(people: int = 4) -> Story:
    """In the order of coming."""
    return Story(a_wide_session(), AsTheyCame()).in_circle(people)


def now(story: Story) -> Actor:
    assert story.circle.now is not None
    return Actor(role="participant", seat=story.circle.now)


def end_turn(story: Story) -> EndTurn:
    return EndTurn(run=story.run, turn=story.circle.turn)


def body(story: Story) -> CircleView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None and isinstance(stage.body, CircleView)
    return stage.body


def turns(story: Story) -> list[str | None]:
    return [views.seat(story.session, one, story.texts).turn for one in story.session.people]


def test_a_round_draws_the_order_of_everybody_who_is_here() -> None:
    story = Story(a_wide_session()).people(6).open(CIRCLE)
    story.do(Rest(), person(6))
    (started,) = story.do(StartCircle(run=1))
    assert isinstance(started, CircleStarted)
    assert set(started.order) == set(seats(5))
    assert started.order != seats(5)
    assert (started.seconds, started.ends_at) == (30, START + TURN)


def test_the_first_of_the_order_has_the_first_turn() -> None:
    story = a_round()
    assert (story.circle.now, story.circle.waiting, story.circle.done) == (seat(1), seats(3, 2), ())
    assert turns(story) == ["now", "next", "later", "later"]


@pytest.mark.parametrize(("people", "seconds"), [(1, 30), (10, 30), (12, 25), (29, 10), (60, 10)])
def test_more_people_have_shorter_turns_but_never_under_ten_seconds(people: int, seconds: int) -> None:
    """The round has five minutes."""
    assert a_round(people).circle.seconds == seconds


def test_a_round_without_anybody_does_not_start() -> None:
    assert Story(a_wide_session()).open(CIRCLE).refused(StartCircle(run=1)) == "too_few_people"


def test_starting_twice_draws_once() -> None:
    assert a_round().wish(StartCircle(run=1)) == ()


def test_the_wishes_of_a_round_name_its_stage_and_are_for_rounds_alone() -> None:
    story, guide = a_round(), Story(a_wide_session()).people(2).open(GUIDE)
    for run in (0, 2):
        for wish in (StartCircle(run=run), EndTurn(run=run, turn=1), PutLater(run=run, turn=1), EndCircle(run=run)):
            assert story.refused(wish) == "stale_stage"
    for other in (StartCircle(run=1), EndTurn(run=1, turn=0), GiveTime(run=1, turn=0, seconds=30), EndCircle(run=1)):
        assert guide.refused(other) == "stale_stage"


def test_whose_turn_it_is_ends_it_and_the_next_one_has_a_whole_turn() -> None:
    story = a_round().later(12_000)
    assert story.do(end_turn(story), now(story)) == (TurnEnded(run=1, turn=1, ends_at=START + 12_000 + TURN),)
    assert (story.circle.now, story.circle.turn, story.circle.done) == (seat(2), 2, (seat(1),))
    assert story.circle.ends_at == START + 12_000 + TURN
    assert turns(story) == ["done", "now", "next", "later"]


def test_g_m2_a_pass_a_turn_that_is_over_and_one_ended_by_a_facilitator_are_the_same_fact() -> None:
    story = a_round()
    assert story.wish(end_turn(story), person(1)) == story.wish(end_turn(story), FACILITATOR)


def test_nobody_ends_the_turn_of_somebody_else() -> None:
    story = a_round()
    for number in (2, 3, 99):
        assert story.refused(end_turn(story), person(number)) == "not_your_turn"
        assert story.refused(PutLater(run=1, turn=1), person(number)) == "not_your_turn"


def test_a_second_tap_does_not_end_the_next_turn() -> None:
    story = a_round()
    wish = end_turn(story)
    story.do(wish, person(1))
    assert story.refused(wish, person(1)) == "stale_stage"
    assert story.refused(wish, FACILITATOR) == "stale_stage"
    assert story.circle.now == seat(2)


def test_no_turn_ends_before_the_round_began() -> None:
    story = Story(a_wide_session()).people(3).open(CIRCLE)
    assert story.refused(EndTurn(run=1, turn=0)) == "stale_stage"
    assert story.refused(EndCircle(run=1)) == "stale_stage"


def test_later_puts_a_person_at_the_end_of_the_order() -> None:
    story = a_round().later(5_000)
    assert story.do(PutLater(run=1, turn=1), person(1)) == (TurnPutLater(run=1, turn=1, ends_at=START + 5_000 + TURN),)
    assert (story.circle.now, story.circle.waiting, story.circle.done) == (seat(2), (seat(3), seat(4), seat(1)), ())


def test_later_for_the_last_one_is_a_fresh_clock() -> None:
    story = a_round(1).later(20_000)
    story.do(PutLater(run=1, turn=1), person(1))
    assert (story.circle.now, story.circle.turn, story.circle.ends_at) == (seat(1), 2, START + 20_000 + TURN)


def test_more_time_is_added_to_what_is_left_or_counts_from_now() -> None:
    story = a_round()
    assert story.wish(GiveTime(run=1, turn=1, seconds=30)) == (TurnExtended(run=1, turn=1, ends_at=START + TURN + 30_000),)
    story.later(50_000).do(GiveTime(run=1, turn=1, seconds=20))
    assert story.circle.ends_at == START + 70_000
    assert story.circle.now == seat(1)


@pytest.mark.parametrize("seconds", [-5, 0, 4, 121])
def test_no_more_time_than_makes_sense(seconds: int) -> None:
    assert a_round().refused(GiveTime(run=1, turn=1, seconds=seconds)) == "not_permitted"


@pytest.mark.parametrize("seconds", [5, 120])
def test_five_seconds_to_two_minutes_more(seconds: int) -> None:
    assert a_round().do(GiveTime(run=1, turn=1, seconds=seconds))


def test_more_time_is_the_facilitators_to_give_and_means_the_turn_it_names() -> None:
    story = a_round()
    assert story.refused(GiveTime(run=1, turn=1, seconds=30), person(1)) == "not_permitted"
    assert story.refused(GiveTime(run=1, turn=2, seconds=30)) == "stale_stage"


def test_the_last_turn_ends_the_round() -> None:
    story = a_round(2)
    story.do(end_turn(story))
    assert [type(event) for event in story.do(end_turn(story), now(story))] == [TurnEnded, CircleFinished]
    assert (story.circle.finished, story.circle.now, story.circle.done) == (True, None, seats(2))
    assert (body(story).state, body(story).now, body(story).clock.ends_at) == ("finished", None, None)
    assert turns(story) == [None, None]
    assert story.wish(EndCircle(run=1)) == ()


def test_a_facilitator_ends_the_round_early() -> None:
    story = a_round()
    assert story.do(EndCircle(run=1)) == (CircleFinished(run=1),)
    assert story.refused(EndTurn(run=1, turn=1), person(1)) == "stale_stage"


@pytest.mark.parametrize("wish", [Rest(), Leave()])
def test_g_m2_whose_turn_it_is_may_rest_or_leave_and_it_looks_like_a_turn_that_is_over(wish: Rest | Leave) -> None:
    story, over = a_round().later(7_000), a_round().later(7_000)
    story.do(wish, person(1))
    over.do(end_turn(over), person(1))
    assert story.circle == over.circle
    assert story.circle.ends_at == START + 7_000 + TURN
    assert body(story) == body(over)


def test_who_rests_before_the_own_turn_has_none_and_nobody_else_notices() -> None:
    story = a_round()
    story.do(Rest(), person(3))
    assert (story.circle.now, story.circle.turn, story.circle.waiting) == (seat(1), 1, (seat(2), seat(4)))


def test_who_comes_back_without_a_turn_has_one_at_the_end() -> None:
    story = a_round()
    story.do(Rest(), person(2))
    story.do(ComeBack(), person(2))
    assert story.circle.waiting == (seat(3), seat(4), seat(2))


def test_who_had_a_turn_and_comes_back_has_no_second_one() -> None:
    story = a_round()
    story.do(Rest(), person(1))
    story.do(ComeBack(), person(1))
    assert (story.circle.waiting, story.circle.done) == ((seat(3), seat(4)), (seat(1),))


def test_who_comes_late_has_a_turn_at_the_end() -> None:
    story = a_round(2)
    story.people(1, first=3)
    assert story.circle.waiting == (seat(2), seat(3))
    story.do(join(3), SYSTEM)
    assert story.circle.waiting == (seat(2), seat(3))


def test_who_comes_after_the_round_has_no_turn() -> None:
    story = a_round(1)
    story.do(end_turn(story))
    story.people(1, first=2)
    assert (story.circle.finished, story.circle.now, story.circle.waiting) == (True, None, ())


def test_the_round_is_over_when_the_last_one_who_waits_has_left() -> None:
    story = a_round(2)
    story.do(Leave(), person(2))
    story.do(Leave(), person(1))
    assert (story.circle.finished, story.circle.now) == (True, None)


def test_a_merged_phone_ends_the_turn_of_its_person() -> None:
    story = a_round(3)
    story.do(MergeSeats(seat=seat(3), into=seat(1)))
    assert story.circle.waiting == (seat(2),)
    story.do(end_turn(story), person(3))
    assert story.circle.now == seat(2)


def test_a_calm_room_stops_the_turn_and_gives_back_what_was_left() -> None:
    story = a_round().later(10_000)
    story.do(CalmRoom())
    assert (body(story).clock.ends_at, body(story).clock.left) == (None, TURN - 10_000)
    story.later(60_000).do(ResumeRoom())
    assert story.circle.ends_at == START + 60_000 + TURN


def test_a_turn_that_begins_while_everything_is_calm_is_whole_afterwards() -> None:
    for end in (EndTurn(run=1, turn=1), Rest()):
        story = a_round()
        story.do(CalmRoom())
        story.later(40_000).do(end, person(1))
        story.later(20_000).do(ResumeRoom())
        assert story.circle.ends_at == story.at + TURN


def test_a_turn_is_no_deadline() -> None:
    story = a_round().later(10 * TURN)
    assert room_state.next_deadline(story.session) is None
    assert (story.circle.now, story.circle.turn) == (seat(1), 1)


def test_a_round_may_run_again_and_everybody_has_a_turn_again() -> None:
    story = a_round(2)
    story.do(EndCircle(run=1))
    story.do(OpenStage(run=1, stage=CIRCLE))
    assert not story.circle.started
    story.do(StartCircle(run=2))
    assert (story.circle.now, story.circle.done) == (seat(1), ())


def test_an_open_circle_has_no_order_and_no_turns() -> None:
    story = Story(a_wide_session()).people(3).open(OPEN_CIRCLE)
    assert body(story).state == "before"
    (started,) = story.do(StartCircle(run=1))
    assert isinstance(started, CircleStarted)
    assert started.order == ()
    story.people(1, first=4)
    story.do(Rest(), person(1))
    assert (body(story).mode, body(story).state, body(story).now, body(story).of) == ("open", "running", None, 0)
    assert story.refused(EndTurn(run=1, turn=0)) == "stale_stage"
    story.do(EndCircle(run=1))
    assert body(story).state == "finished"


def test_the_helpers_change_nothing_where_no_round_runs() -> None:
    for session in (a_wide_session(), Story(a_wide_session()).people(2).open(GUIDE).session):
        assert circle.without(session, seat(1), START) is session
        assert circle.joined(session, seat(1), START) is session
        assert circle.shifted(session, 5_000) is session


def test_everybody_knows_whose_turn_it_is_and_whose_is_next_by_their_alias() -> None:
    story = a_round(3)
    now_name, next_name = body(story).now, body(story).next
    assert now_name is not None and next_name is not None
    assert (now_name.alias, next_name.alias) == ("Mika001", "Mika002")
    assert (body(story).done, body(story).of) == (0, 3)


def test_no_part_of_a_round_but_the_list_of_people_names_a_seat() -> None:
    parts = parts_of(a_round(3).session, {})
    assert not any(b"seat-" in picture for (scope, _), picture in parts.items() if scope != "console")
