"""Faults of breakouts that a second pair of eyes found, each with what led to it."""

import pytest

from tests.domain.given import FRESH, SWAP, Story, person, seat, seats
from tests.domain.test_rooms import advance, places
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.words import RoomId

A, B = RoomId("a"), RoomId("b")


def watched() -> Story:
    """Two pairs whose roles swap, each with somebody who observes: a (1, 2 | 3), b (4, 5 | 6), begun."""
    story = Story().people(6).open(SWAP)
    for number in (3, 6):
        story.do(c.ChooseRound(run=1, choice="observe"), person(number))
    formed = (
        c.FormedRoom(id=A, seats=seats(2), watching=(seat(3),)),
        c.FormedRoom(id=B, seats=seats(2, first=4), watching=(seat(6),)),
    )
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=(*seats(2), *seats(2, first=4))))
    story.go()
    return story


def test_a_room_that_stood_still_before_it_began_has_its_whole_first_step() -> None:
    story = four()
    story.announce()
    story.do(c.PauseRoom(run=1, round=1), person(1))
    story.later(60_000).do(c.StartRooms(run=1, round=1))
    room = next(room for room in story.rooms.rooms if room.id == A)
    shown = views.room(story.session, A, story.texts)
    assert shown is not None
    assert shown.clock.left == room_state.steps_of(story.session, room)[0].length


@pytest.mark.parametrize("softly", [True, False])
def test_nobody_is_sent_to_and_fro_between_two_who_watch(softly: bool) -> None:
    story = watched()
    if softly:
        story.do(c.EndRoomsSoftly(run=1))
    else:
        story.apart = frozenset({(seat(1), seat(4))})
    for number in (2, 5, 4):
        story.do(c.Leave(), person(number))
    inside = [one for room in story.rooms.rooms for one in room.seats]
    assert sorted(inside) == [seat(1), seat(3), seat(6)]


def test_nobody_is_left_alone_with_watching() -> None:
    story = watched()
    story.people(1, first=7)
    story.do(c.ChooseRound(run=1, choice="observe"), person(7))
    story.do(c.MoveSeat(run=1, round=1, seat=seat(7), room=B))
    for number in (4, 5, 1, 2):
        story.do(c.Leave(), person(number))
        assert all(len(room_state.there(story.rooms, room)) != 1 for room in story.rooms.rooms), f"after {number} left"
    inside = [one for room in story.rooms.rooms for one in room.seats]
    assert sorted(inside) == [seat(3), seat(6), seat(7)]


def test_a_room_that_is_begun_by_those_who_watch_can_still_be_shown() -> None:
    story = Story().people(3).open(SWAP)
    story.do(c.ChooseRound(run=1, choice="observe"), person(3))
    story.form()
    story.announce()
    story.people(1, first=4)
    story.do(c.ChooseRound(run=1, choice="observe"), person(4))
    story.do(c.Leave(), person(1))
    story.do(c.Leave(), person(2))
    story.do(c.StartRooms(run=1, round=1))
    story.people(1, first=5)
    board = views.console(story.session, story.texts, views.Signs()).board
    assert board is not None
    assert [len(room.people) for room in board.rooms] == [3]
    assert all(views.room(story.session, room.id, story.texts) is not None for room in story.rooms.rooms)


def four() -> Story:
    """a (1, 2), b (3, 4), proposed."""
    story = Story().people(4).open(FRESH)
    formed = (c.FormedRoom(id=A, seats=seats(2)), c.FormedRoom(id=B, seats=seats(2, first=3)))
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=seats(4)))
    return story


def test_a_wish_that_was_said_after_the_proposal_is_not_announced_away() -> None:
    story = four()
    story.apart = frozenset({(seat(1), seat(2))})
    assert story.refused(c.AnnounceRooms(run=1, round=1)) == "rooms_unfit"
    story.form()
    assert story.do(c.AnnounceRooms(run=1, round=1))


def test_who_goes_on_as_another_seat_is_kept_apart_as_before() -> None:
    story = four()
    story.people(1, first=9)
    story.do(c.BindPeople(one=seat(1), other=seat(2), how="apart"))
    story.do(c.MergeSeats(seat=seat(1), into=seat(9)))
    assert room_state.bound_pairs(story.session, "apart") == [(seat(2), seat(9))]
    for _ in range(10):
        story.form()
        assert not any({seat(2), seat(9)} <= set(room.seats) for room in story.rooms.rooms)
    story.do(c.BindPeople(one=seat(9), other=seat(2), how="free"))
    assert room_state.bound_pairs(story.session, "apart") == []


def test_a_merge_while_rooms_run_breaks_no_wish() -> None:
    story = Story().people(3).open(FRESH)
    story.people(1, first=9)
    formed = (c.FormedRoom(id=A, seats=(seat(1), seat(9))), c.FormedRoom(id=B, seats=seats(2, first=2)))
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=(*seats(3), seat(9))))
    story.go()
    story.apart = frozenset({(seat(1), seat(2))})
    story.do(c.MergeSeats(seat=seat(1), into=seat(9)))
    assert places(story)["b"] == seats(2, first=2)


def test_who_sat_out_and_comes_with_another_phone_sits_out() -> None:
    story = Story().people(4).open(FRESH)
    story.do(c.ChooseRound(run=1, choice="sit_out"), person(1))
    story.people(1, first=9)
    story.do(c.MergeSeats(seat=seat(1), into=seat(9)))
    assert room_state.choice_of(story.session, seat(9)) == "sit_out"


def test_a_room_that_comes_to_a_close_and_is_stopped_can_be_closed_once_more() -> None:
    story = four()
    story.announce()
    story.do(c.StartRooms(run=1, round=1))
    story.do(c.CloseRoom(run=1, round=1, room=A))
    story.do(c.PauseRoom(run=1, round=1), person(1))
    assert story.later(300_000).do(c.CloseRoom(run=1, round=1, room=A))
    assert story.do(c.CloseRoom(run=1, round=1, room=A)) == ()
    story.do(c.EndRoomsSoftly(run=1))
    story.do(c.CallFacilitator(run=1, round=1), person(3))
    assert story.do(c.EndRoomsSoftly(run=1))
    while not story.rooms.finished:
        advance(story)
