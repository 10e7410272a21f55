"""Standing rooms as they are led and stopped: time, notes, knocks, calls, pauses, a soft end."""

import pytest

from tests.domain.given import FACILITATOR, FRESH, SWAP, SYSTEM, Story, person, seat
from tests.domain.test_rooms import advance, due, two_rooms
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.events import (
    RoomKnocked,
    RoomNoted,
    RoomPaused,
    RoomsEnding,
    RoomSettled,
    RoomsFinished,
    RoomsTimed,
    RoomWentOn,
)
from workshop.domain.kind_states import Room
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.kinds.rooms.state import steps_of
from workshop.domain.parts import BoardRoomView, RoomView
from workshop.domain.words import ENDING_SECONDS, LAST_SECONDS, RoomId, TextId

A, B = RoomId("a"), RoomId("b")
MINUTE = 60_000


def room(story: Story, name: RoomId = A) -> Room:
    found = room_state.room_named(story.session, name)
    assert found is not None
    return found


def seen(story: Story, name: RoomId = A) -> RoomView:
    found = views.room(story.session, name, story.texts)
    assert found is not None
    return found


def on_board(story: Story, name: RoomId = A) -> BoardRoomView:
    board = views.console(story.session, story.texts, views.Signs()).board
    assert board is not None
    return next(one for one in board.rooms if one.id == name)


# --- time


def test_a_minute_more_for_one_room_or_for_all() -> None:
    story = two_rooms()
    before = room(story).ends_at
    assert story.do(c.GiveRoomTime(run=1, round=1, room=A, minutes=1)) == (RoomsTimed(run=1, by={A: MINUTE}),)
    assert (room(story).ends_at, room(story, B).ends_at) == (before + MINUTE, before)
    story.do(c.GiveRoomTime(run=1, round=1, room=None, minutes=1))
    assert (room(story).ends_at, room(story, B).ends_at) == (before + 2 * MINUTE, before + MINUTE)


@pytest.mark.parametrize(("left", "taken"), [(90_000, MINUTE), (40_000, 30_000), (10_000, 0), (4_000, 0)])
def test_a_minute_less_never_cuts_anybody_off(left: int, taken: int) -> None:
    story = two_rooms()
    story.at = due(story) - left
    story.do(c.GiveRoomTime(run=1, round=1, room=A, minutes=-1))
    assert room(story).ends_at - story.at == left - taken
    assert left - taken >= min(left, LAST_SECONDS * 1000)


def test_a_paused_room_loses_and_gains_what_is_left_on_its_own_clock() -> None:
    story = two_rooms()
    story.later(50_000).do(c.PauseRoom(run=1, round=1), person(1))
    story.later(600_000).do(c.GiveRoomTime(run=1, round=1, room=A, minutes=-1))
    assert seen(story).clock.left == LAST_SECONDS * 1000


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.GiveRoomTime(run=1, round=1, room=RoomId("elsewhere"), minutes=1), "rooms_changed"),
        (c.GiveRoomTime(run=1, round=2, room=None, minutes=1), "stale_stage"),
        (c.GiveRoomTime(run=2, round=1, room=None, minutes=1), "stale_stage"),
        (c.GiveRoomTime(run=1, round=1, room=None, minutes=5), "not_permitted"),
        (c.GiveRoomTime(run=1, round=1, room=None, minutes=0), "not_permitted"),
    ],
)
def test_time_for_a_room_that_is_not_there_is_refused(wish: c.GiveRoomTime, code: str) -> None:
    assert two_rooms().refused(wish) == code


def test_rooms_that_have_not_begun_have_no_time_to_change() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    assert story.refused(c.GiveRoomTime(run=1, round=1, room=None, minutes=1)) == "stale_stage"


# --- notes


def test_a_note_reaches_one_room_and_its_board_and_goes_when_it_is_taken_back() -> None:
    story = two_rooms()
    note = c.PostRoomNote(run=1, round=1, room=A, note=TextId("n1"), text="Two more minutes are fine.")
    assert story.do(note) == (RoomNoted(run=1, room=A, note=TextId("n1")),)
    assert (seen(story).note, seen(story, B).note) == ("Two more minutes are fine.", None)
    assert on_board(story).note == "Two more minutes are fine."
    assert TextId("n1") in views.text_ids(story.session)
    story.do(c.PostRoomNote(run=1, round=1, room=A, note=TextId("n2"), text="Or three."))
    assert "n1" not in story.texts
    story.do(c.PostRoomNote(run=1, round=1, room=A, note=TextId("n3"), text=""))
    assert (seen(story).note, {"n2", "n3"} & story.texts.keys()) == (None, set())
    assert story.do(c.PostRoomNote(run=1, round=1, room=A, note=TextId("n4"), text="")) == ()


def test_a_note_that_is_too_long_or_for_no_room_is_refused() -> None:
    story = two_rooms()
    assert story.refused(c.PostRoomNote(run=1, round=1, room=A, note=TextId("n"), text="x" * 281)) == "text_too_long"
    assert story.refused(c.PostRoomNote(run=1, round=1, room=RoomId("no"), note=TextId("n"), text="x")) == "rooms_changed"


# --- a pause


def test_a_pause_stops_the_clock_of_that_room_alone_and_nobody_is_named() -> None:
    story = two_rooms()
    until = due(story)
    story.later(30_000)
    (paused,) = story.do(c.PauseRoom(run=1, round=1), person(2))
    assert paused == RoomPaused(run=1, room=A, at=story.at, called=False)
    assert (seen(story).paused, seen(story).clock.left) == (True, until - story.at)
    assert (seen(story, B).paused, due(story)) == (False, until)
    assert story.do(c.PauseRoom(run=1, round=1), person(1)) == ()
    advance(story)
    assert (room(story).step, room(story, B).step) == (0, 1)
    assert story.do(c.GoOnRoom(run=1, round=1), person(1)) == (RoomWentOn(run=1, room=A, by=story.at - until + 80_000),)
    assert room(story).ends_at - story.at == 80_000
    assert story.do(c.GoOnRoom(run=1, round=1), person(1)) == ()


def test_a_room_that_stands_still_keeps_the_round_open() -> None:
    story = two_rooms()
    story.do(c.PauseRoom(run=1, round=1), person(1))
    while room_state.next_deadline(story.session) is not None:
        advance(story)
    assert room_state.over(story.session, room(story, B))
    assert room_state.due_wish(story.session) == "advance"
    assert story.refused(c.FormRooms(run=1, round=2, rooms=()), SYSTEM) == "rooms_stand"


def test_calm_over_a_paused_room_counts_no_second_twice() -> None:
    story = two_rooms()
    left = due(story) - story.at - 10_000
    story.later(10_000).do(c.PauseRoom(run=1, round=1), person(1))
    story.later(20_000).do(c.CalmRoom())
    assert seen(story).clock.left == left
    story.later(300_000).do(c.ResumeRoom())
    assert seen(story).clock.left == left
    story.later(5_000).do(c.GoOnRoom(run=1, round=1), person(1))
    assert room(story).ends_at == story.at + left


def test_who_is_in_no_room_or_in_one_that_is_through_pauses_nothing() -> None:
    story = two_rooms()
    story.people(1, first=5)
    assert story.refused(c.PauseRoom(run=1, round=1), person(5)) == "not_here"
    assert story.refused(c.PauseRoom(run=1, round=2), person(1)) == "stale_stage"
    assert story.refused(c.PauseRoom(run=1, round=1), FACILITATOR) == "not_permitted"
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    assert story.refused(c.PauseRoom(run=1, round=1), person(1)) == "stale_stage"


# --- a call and a visit


def test_a_call_stops_the_clock_and_stands_on_the_board_until_it_is_settled() -> None:
    story = two_rooms()
    assert story.do(c.CallFacilitator(run=1, round=1), person(1)) == (RoomPaused(run=1, room=A, at=story.at, called=True),)
    assert (on_board(story).called, on_board(story, B).called, seen(story).called) == (True, False, True)
    assert story.do(c.CallFacilitator(run=1, round=1), person(2)) == ()
    assert story.do(c.KnockRoom(run=1, round=1, room=A)) == (RoomKnocked(run=1, room=A, knock="welcome"),)
    assert story.do(c.SettleRoom(run=1, round=1, room=A)) == (RoomSettled(run=1, room=A),)
    assert (on_board(story).called, on_board(story).knock, seen(story).paused) == (False, "none", True)
    assert story.do(c.SettleRoom(run=1, round=1, room=A)) == ()


def test_a_call_from_a_paused_room_keeps_its_clock_and_can_be_taken_back() -> None:
    story = two_rooms()
    story.later(10_000).do(c.PauseRoom(run=1, round=1), person(1))
    since = story.at
    story.later(60_000).do(c.CallFacilitator(run=1, round=1), person(2))
    assert room(story).paused_at == since
    assert story.do(c.CallFacilitator(run=1, round=1, call=False), person(1)) == (RoomSettled(run=1, room=A),)
    assert (room(story).called, room(story).paused_at) == (False, since)


@pytest.mark.parametrize(("welcome", "said"), [(True, "welcome"), (False, "later")])
def test_a_room_that_did_not_call_is_asked_before_a_visit(welcome: bool, said: str) -> None:
    story = two_rooms()
    assert story.refused(c.AnswerKnock(run=1, round=1, welcome=True), person(1)) == "stale_stage"
    assert story.do(c.KnockRoom(run=1, round=1, room=A)) == (RoomKnocked(run=1, room=A, knock="knocking"),)
    assert story.do(c.KnockRoom(run=1, round=1, room=A)) == ()
    assert (seen(story).knock, seen(story, B).knock) == ("knocking", "none")
    story.do(c.AnswerKnock(run=1, round=1, welcome=welcome), person(2))
    assert (seen(story).knock, on_board(story).knock) == (said, said)
    assert story.do(c.AnswerKnock(run=1, round=1, welcome=True), person(1)) == ()
    assert story.refused(c.AnswerKnock(run=1, round=1, welcome=True), person(3)) == "stale_stage"


# --- a soft end


def test_a_soft_end_gives_everybody_a_minute_whatever_their_step_and_no_round_follows() -> None:
    story = two_rooms()
    ends_at = story.at + ENDING_SECONDS * 1000
    assert story.do(c.EndRoomsSoftly(run=1)) == (RoomsEnding(run=1, rooms=(A, B), ends_at=ends_at, last=True),)
    assert story.do(c.EndRoomsSoftly(run=1)) == ()
    assert (seen(story).ending, seen(story).clock.ends_at, seen(story).last) == (True, ends_at, True)
    assert due(story) == ends_at
    events = advance(story)
    assert events[-1] == RoomsFinished(run=1)
    assert story.rooms.finished


def test_a_room_whose_last_step_is_shorter_ends_with_it() -> None:
    story = two_rooms(SWAP)
    while room(story).step < len(steps_of(story.session, room(story))) - 1:
        advance(story)
    story.at = due(story) - 20_000
    story.do(c.EndRoomsSoftly(run=1))
    assert due(story) == story.at + 20_000


def test_a_room_that_stands_still_comes_to_its_end_too() -> None:
    story = two_rooms()
    story.do(c.PauseRoom(run=1, round=1), person(1))
    story.later(500_000).do(c.EndRoomsSoftly(run=1))
    assert (seen(story).paused, seen(story).clock.ends_at) == (False, story.at + ENDING_SECONDS * 1000)
    advance(story)
    assert story.rooms.finished


def test_rooms_that_nobody_has_begun_are_over_at_once() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.announce()
    assert story.do(c.EndRoomsSoftly(run=1)) == (RoomsFinished(run=1),)
    some = Story().people(4).open(FRESH)
    some.form()
    some.announce()
    first = some.rooms.rooms[0].seats[0]
    some.do(c.BeginRoom(run=1, round=1), person(int(first.split("-")[1])))
    some.do(c.EndRoomsSoftly(run=1))
    advance(some)
    assert some.rooms.finished


def test_one_room_is_closed_softly_and_the_others_go_on() -> None:
    story = two_rooms()
    until = due(story)
    story.do(c.CloseRoom(run=1, round=1, room=A))
    assert story.do(c.CloseRoom(run=1, round=1, room=A)) == ()
    assert (on_board(story).ending, on_board(story, B).ending, room(story, B).ends_at) == (True, False, until)
    advance(story)
    assert room_state.over(story.session, room(story))
    assert (story.rooms.finished, room(story, B).step) == (False, 0)
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    assert (story.rooms.round, story.rooms.finished, room_state.due_wish(story.session)) == (1, False, "form")


def test_a_room_that_was_not_begun_cannot_be_closed_softly() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.announce()
    assert story.refused(c.CloseRoom(run=1, round=1, room=story.rooms.rooms[0].id)) == "rooms_changed"


def test_after_the_rooms_nobody_is_in_one() -> None:
    story = two_rooms()
    story.do(c.EndRoomsSoftly(run=1))
    advance(story)
    assert all(views.seat(story.session, seat(number), story.texts).room is None for number in range(1, 5))
    assert views.screen(story.session, story.texts, views.Signs()).rooms == ()
