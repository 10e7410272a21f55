"""A fishbowl: a few chairs, whoever likes asks for one, and nobody waits while one is free."""

import pytest

from tests.domain.given import CIRCLE, FACILITATOR, FISHBOWL, SYSTEM, Story, a_broad_session, alias_of, person, seat
from tests.domain.pictures_of import changed, parts_of
from workshop.domain import views
from workshop.domain.commands import (
    AskForChair,
    CalmRoom,
    ComeBack,
    EndCircle,
    EndTurn,
    FreeChair,
    Leave,
    LeaveChair,
    MergeSeats,
    Rest,
    ResumeRoom,
    StartCircle,
)
from workshop.domain.events import ChairAsked, ChairLeft, ChairTaken, CircleStarted
from workshop.domain.next_step import next_step
from workshop.domain.parts import CircleView

STAY = 90_000
"""What the broad session suggests for a chair; it has two."""


def a_bowl(people: int = 6) -> Story:
    return Story(a_broad_session()).people(people).open(FISHBOWL)


def running(people: int = 6, *asking: int) -> Story:
    story = a_bowl(people)
    story.do(StartCircle(run=1))
    for number in asking:
        ask(story, number)
    return story


def ask(story: Story, number: int) -> None:
    story.do(AskForChair(run=1), person(number))


def body(story: Story) -> CircleView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, CircleView)
    return stage.body


def inside(story: Story) -> list[str]:
    return [one.alias for one in body(story).inside]


def free(story: Story) -> FreeChair:
    """What a console sends that has seen everything so far."""
    return FreeChair(run=1, turn=body(story).turn)


def turn(story: Story, number: int) -> str | None:
    return views.seat(story.session, seat(number), story.texts).turn


def test_it_starts_with_empty_chairs_and_whoever_asks_sits_down_at_once() -> None:
    story = a_bowl()
    assert body(story).state == "before"
    assert story.do(StartCircle(run=1)) == (CircleStarted(run=1, order=(), seconds=90, ends_at=story.at + STAY),)
    assert (inside(story), body(story).chairs, body(story).asking) == ([], 2, 0)
    assert story.do(AskForChair(run=1), person(3)) == (ChairTaken(run=1, seat=seat(3)),)
    assert inside(story) == [alias_of(3)]
    assert (turn(story, 3), turn(story, 4)) == ("inside", None)


def test_who_asked_before_it_started_sits_down_first() -> None:
    story = a_bowl()
    for number in (4, 2, 5):
        assert story.do(AskForChair(run=1), person(number)) == (ChairAsked(run=1, seat=seat(number)),)
    assert (turn(story, 4), body(story).asking, inside(story)) == ("asking", 3, [])
    story.do(StartCircle(run=1))
    assert inside(story) == [alias_of(4), alias_of(2)]
    following = body(story).next
    assert following is not None
    assert (body(story).asking, following.alias) == (1, alias_of(5))


def test_when_all_chairs_are_taken_one_waits_in_the_order_of_asking() -> None:
    story = running(6, 1, 2, 3, 4)
    assert (inside(story), body(story).asking) == ([alias_of(1), alias_of(2)], 2)
    assert (turn(story, 3), turn(story, 4)) == ("asking", "asking")
    assert story.do(LeaveChair(run=1), person(1)) == (ChairLeft(run=1, seat=seat(1)),)
    assert (inside(story), body(story).asking) == ([alias_of(2), alias_of(3)], 1)
    assert turn(story, 1) is None


def test_to_ask_twice_or_to_leave_no_chair_is_nothing() -> None:
    story = running(6, 1, 2, 3)
    assert story.do(AskForChair(run=1), person(1)) == ()
    assert story.do(AskForChair(run=1), person(3)) == ()
    assert story.do(LeaveChair(run=1), person(5)) == ()


def test_who_waits_can_step_out_of_the_queue() -> None:
    story = running(6, 1, 2, 3, 4)
    story.do(LeaveChair(run=1), person(3))
    story.do(LeaveChair(run=1), person(2))
    assert inside(story) == [alias_of(1), alias_of(4)]


def test_a_facilitator_frees_the_chair_of_who_has_sat_longest_for_who_has_asked_longest() -> None:
    story = running(6, 1, 2)
    assert story.refused(free(story)) == "nobody_asks"
    ask(story, 3)
    assert story.do(free(story)) == (ChairLeft(run=1, seat=seat(1)),)
    assert inside(story) == [alias_of(2), alias_of(3)]
    assert story.refused(free(story)) == "nobody_asks"


def test_two_facilitators_who_free_a_chair_at_once_send_one_person_out() -> None:
    story = running(6, 1, 2, 3, 4)
    wish = free(story)
    story.do(wish)
    assert story.refused(wish) == "stale_stage"
    assert inside(story) == [alias_of(2), alias_of(3)]
    story.do(free(story))
    assert inside(story) == [alias_of(3), alias_of(4)]


@pytest.mark.parametrize("wish", [LeaveChair(run=1), Rest(), Leave()])
def test_a_chair_that_another_person_took_meanwhile_is_not_freed_by_an_old_tap(wish: LeaveChair | Rest | Leave) -> None:
    story = running(6, 1, 2, 3, 4)
    old = free(story)
    story.do(wish, person(1))
    assert story.refused(old) == "stale_stage"


def test_who_asks_or_stops_asking_makes_no_tap_stale() -> None:
    story = running(6, 1, 2, 3)
    wish = free(story)
    ask(story, 4)
    story.do(LeaveChair(run=1), person(3))
    assert story.do(wish) == (ChairLeft(run=1, seat=seat(1)),)


def test_who_sits_down_on_a_free_chair_makes_an_old_tap_stale() -> None:
    story = running(6, 1)
    before = body(story).turn
    ask(story, 2)
    assert body(story).turn != before


@pytest.mark.parametrize("gone", [Rest(), Leave()])
def test_whoever_rests_or_leaves_frees_the_chair_or_the_place_in_the_queue(gone: Rest | Leave) -> None:
    story = running(6, 1, 2, 3, 4)
    story.do(gone, person(3))
    story.do(gone, person(1))
    assert (inside(story), body(story).asking) == ([alias_of(2), alias_of(4)], 0)
    story.do(ComeBack(), person(1))
    assert turn(story, 1) is None


def test_before_it_started_whoever_goes_waits_no_longer() -> None:
    story = a_bowl()
    ask(story, 1)
    story.do(Rest(), person(1))
    assert body(story).asking == 0


@pytest.mark.parametrize("starts", [False, True])
def test_a_second_seat_of_the_same_person_gives_its_chair_away(starts: bool) -> None:
    story = a_bowl()
    ask(story, 1)
    if starts:
        story.do(StartCircle(run=1))
    story.do(MergeSeats(seat=seat(1), into=seat(2)))
    assert (inside(story), body(story).asking) == ([], 0)
    ask(story, 1)
    assert turn(story, 2) == ("inside" if starts else "asking")


def test_the_clock_suggests_how_long_whoever_sat_down_last_may_stay() -> None:
    story = running(6)
    assert body(story).clock.ends_at is None
    story.later(5_000)
    ask(story, 1)
    assert body(story).clock.ends_at == story.at + STAY
    story.later(5_000).do(CalmRoom())
    assert body(story).clock.left == STAY - 5_000
    story.later(7_000).do(ResumeRoom())
    assert body(story).clock.ends_at == story.at + STAY - 5_000


def test_only_who_is_here_asks_and_only_in_a_fishbowl_that_is_not_over() -> None:
    story = running(6, 1)
    story.do(Rest(), person(2))
    assert story.refused(AskForChair(run=1), person(2)) == "not_here"
    assert story.refused(AskForChair(run=1), person(99)) == "not_here"
    assert story.refused(AskForChair(run=0), person(3)) == "stale_stage"
    assert story.refused(AskForChair(run=1), FACILITATOR) == "not_permitted"
    assert story.refused(free(story), person(3)) == "not_permitted"
    assert story.refused(EndTurn(run=1, turn=0), person(1)) == "stale_stage"
    story.do(EndCircle(run=1))
    assert (inside(story), body(story).state, turn(story, 1)) == ([], "finished", None)
    for wish, actor in ((AskForChair(run=1), person(3)), (LeaveChair(run=1), person(1)), (free(story), FACILITATOR)):
        assert story.refused(wish, actor) == "stale_stage"
    other = Story(a_broad_session()).people(3).open(CIRCLE)
    assert other.refused(AskForChair(run=1), person(1)) == "stale_stage"


def test_next_starts_it_and_ends_it_and_says_how_many_sit_and_ask() -> None:
    story = a_bowl()
    assert next_step(story.session).does == "start_circle"
    story.do(StartCircle(run=1))
    for number in (1, 2, 3):
        ask(story, number)
    ahead = next_step(story.session)
    assert (ahead.does, ahead.count, ahead.waiting) == ("end_circle", 2, 1)
    story.do(EndCircle(run=1))
    assert next_step(story.session).does == "open_stage"


def test_who_asks_is_told_to_nobody_but_by_the_number_and_the_first_name() -> None:
    story = running(6, 1, 2, 3)
    before = parts_of(story.session, story.texts)
    ask(story, 4)
    after = parts_of(story.session, story.texts)
    assert changed(before, after) == {("shared", ""), ("console", ""), ("seat", seat(4))}
    assert alias_of(4).encode() not in after["shared", ""]


def test_the_system_takes_no_chair() -> None:
    assert running(6).refused(AskForChair(run=1), SYSTEM) == "not_permitted"
