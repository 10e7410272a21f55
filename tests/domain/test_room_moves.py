"""Proposed and standing rooms changed by hand, and what a new drawing leaves as it is."""

import random

import pytest

from tests.domain.given import FRESH, GUIDE, SWAP, SYSTEM, Story, drawn, person, seat, seats
from tests.domain.rehearsals import REHEARSAL, a_rehearsing_session
from tests.domain.test_rooms import places, to_the_end_of_the_round, two_rooms
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.events import PeopleBound, RoomAdded, RoomLocked, RoomsStarted, SeatMoved, SeatsExchanged
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.kinds.rooms.draw import draw_rooms
from workshop.domain.matching import pair
from workshop.domain.next_step import next_step
from workshop.domain.words import Mix, RoomId, SeatId

A, B, C = RoomId("a"), RoomId("b"), RoomId("c")


def proposed(people: int = 6, stage: int = FRESH) -> Story:
    """Rooms of two, proposed: a (1, 2), b (3, 4), c (5, 6)."""
    story = Story().people(people).open(stage)
    groups = [seats(2, first=first) for first in range(1, people + 1, 2)]
    formed = tuple(c.FormedRoom(id=RoomId(name), seats=group) for name, group in zip("abcdef", groups, strict=False))
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=seats(people)))
    return story


def move(story: Story, number: int, room: RoomId | None) -> tuple[object, ...]:
    return story.do(c.MoveSeat(run=1, round=1, seat=seat(number), room=room))


# --- a proposal


def test_nobody_but_the_facilitators_knows_of_a_proposal() -> None:
    story = proposed()
    assert all(views.seat(story.session, one, story.texts).room is None for one in seats(6))
    assert views.room(story.session, A, story.texts) is None
    screen = views.screen(story.session, story.texts, views.Signs())
    assert screen.rooms == ()
    shared = views.shared(story.session, story.texts).stage
    assert shared is not None
    assert b"seat" not in repr(shared).encode()
    board = views.console(story.session, story.texts, views.Signs()).board
    assert board is not None
    assert (board.state, [room.number for room in board.rooms]) == ("proposed", [1, 2, 3])
    story.announce()
    assert views.room(story.session, A, story.texts) is not None


def test_somebody_is_moved_and_the_proposal_waits_until_nobody_is_alone() -> None:
    story = proposed()
    assert move(story, 1, B) == (SeatMoved(run=1, seat=seat(1), room=B),)
    assert move(story, 1, B) == ()
    assert next_step(story.session).does == "make_rooms"
    assert story.refused(c.AnnounceRooms(run=1, round=1)) == "rooms_changed"
    move(story, 2, C)
    assert places(story) == {"b": (seat(3), seat(4), seat(1)), "c": (seat(5), seat(6), seat(2))}
    assert next_step(story.session).does == "announce_rooms"


def test_two_change_places_and_keep_the_others() -> None:
    story = proposed()
    assert story.do(c.ExchangeSeats(run=1, round=1, one=seat(1), other=seat(4))) == (
        SeatsExchanged(run=1, one=seat(1), other=seat(4)),
    )
    assert places(story) == {"a": (seat(4), seat(2)), "b": (seat(3), seat(1)), "c": (seat(5), seat(6))}
    assert story.do(c.ExchangeSeats(run=1, round=1, one=seat(4), other=seat(2))) == ()
    assert story.refused(c.ExchangeSeats(run=1, round=1, one=seat(4), other=seat(9))) == "rooms_changed"


def test_a_new_room_is_made_for_whoever_is_moved_into_it_with_scenes_of_its_own() -> None:
    story = Story(a_rehearsing_session()).people(6).open(REHEARSAL)
    story.form()
    mover = story.rooms.rooms[0].seats[0]
    events = story.do(c.MoveSeat(run=1, round=1, seat=mover, room=None))
    assert [type(event) for event in events] == [RoomAdded, SeatMoved]
    new = story.rooms.rooms[-1]
    assert (new.seats, new.number, len(set(new.scenes)) > 3) == ((mover,), 3, True)
    other = story.rooms.rooms[1].seats[0]
    story.do(c.MoveSeat(run=1, round=1, seat=other, room=new.id))
    story.go()
    assert all(len(room.seats) == 2 for room in story.rooms.rooms)


def test_once_they_are_announced_people_are_moved_into_rooms_and_no_new_ones_are_made() -> None:
    story = proposed()
    story.announce()
    assert story.refused(c.MoveSeat(run=1, round=1, seat=seat(1), room=None)) == "rooms_stand"
    assert story.refused(c.ExchangeSeats(run=1, round=1, one=seat(1), other=seat(3))) == "rooms_stand"
    events = move(story, 1, B)
    assert events == (SeatMoved(run=1, seat=seat(1), room=B), SeatMoved(run=1, seat=seat(2), room=C))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (c.MoveSeat(run=1, round=1, seat=seat(1), room=RoomId("no")), "rooms_changed"),
        (c.MoveSeat(run=1, round=1, seat=seat(9), room=B), "not_here"),
        (c.MoveSeat(run=1, round=2, seat=seat(1), room=B), "stale_stage"),
        (c.MoveSeat(run=0, round=1, seat=seat(1), room=B), "stale_stage"),
    ],
)
def test_moves_to_nowhere_are_refused(wish: c.MoveSeat, code: str) -> None:
    assert proposed().refused(wish) == code


def test_a_hand_cannot_break_a_wish_and_is_told_no_more_than_of_a_full_room() -> None:
    story = proposed()
    story.apart = frozenset({(seat(3), seat(1))})
    assert story.refused(c.MoveSeat(run=1, round=1, seat=seat(1), room=B)) == "room_unfit"
    assert story.refused(c.ExchangeSeats(run=1, round=1, one=seat(1), other=seat(4))) == "room_unfit"
    assert story.refused(c.JoinRooms(run=1, round=1, room=A, into=B)) == "room_unfit"
    full = proposed(12)
    for number in (3, 4, 5, 6):
        move(full, number, A)
    assert full.refused(c.MoveSeat(run=1, round=1, seat=seat(7), room=A)) == "room_unfit"


def test_two_rooms_are_joined_in_the_step_of_the_one_they_go_to() -> None:
    story = two_rooms()
    step, ends_at = story.rooms.rooms[1].step, story.rooms.rooms[1].ends_at
    story.do(c.JoinRooms(run=1, round=1, room=A, into=B))
    (room,) = story.rooms.rooms
    assert (room.seats, room.step, room.ends_at) == ((seat(3), seat(4), seat(1), seat(2)), step, ends_at)
    assert story.refused(c.JoinRooms(run=1, round=1, room=B, into=B)) == "rooms_changed"


# --- locked, together, apart, again


def test_made_again_locked_rooms_stay_as_they_are_and_the_rest_is_shuffled() -> None:
    story = proposed(10)
    assert story.do(c.LockRoom(run=1, round=1, room=B, locked=True)) == (RoomLocked(run=1, room=B, locked=True),)
    assert story.do(c.LockRoom(run=1, round=1, room=B, locked=True)) == ()
    before = story.rooms.rooms[1]
    seen = set[frozenset[frozenset[SeatId]]]()
    for seed in range(12):
        story.do(drawn(story.session, 1, 1, random.Random(seed)))
        rooms = {frozenset(room.seats) for room in story.rooms.rooms}
        assert frozenset(before.seats) in rooms
        assert next(room for room in story.rooms.rooms if room.locked).door == before.door
        seen.add(frozenset(rooms))
    assert len(seen) > 4


@pytest.mark.parametrize("mix", ["fresh", "same", None])
def test_rooms_are_made_in_another_way_when_it_is_wished(mix: Mix | None) -> None:
    story = Story().in_rooms(6)
    first = {frozenset(room.seats) for room in story.rooms.rooms}
    story.do(c.EndRooms(run=1))
    story.open(SWAP)
    again = draw_rooms(story.session, c.MakeRooms(run=2, round=1, mix=mix), random.Random(2))
    story.do(again)
    now = {frozenset(room.seats) for room in story.rooms.rooms}
    assert (now == first) is (mix == "same")
    board = views.console(story.session, story.texts, views.Signs()).board
    assert board is not None
    assert board.before


def test_a_couple_is_kept_together_or_apart() -> None:
    story = Story().people(8).open(FRESH)
    assert story.do(c.BindPeople(one=seat(5), other=seat(2), how="together")) == (
        PeopleBound(one=seat(5), other=seat(2), how="together"),
    )
    assert story.do(c.BindPeople(one=seat(2), other=seat(5), how="together")) == ()
    for seed in range(10):
        rooms = drawn(story.session, 1, 1, random.Random(seed)).rooms
        assert any({seat(2), seat(5)} <= set(room.seats) for room in rooms)
    story.do(c.BindPeople(one=seat(2), other=seat(5), how="apart"))
    for seed in range(10):
        rooms = drawn(story.session, 1, 1, random.Random(seed)).rooms
        assert not any({seat(2), seat(5)} <= set(room.seats) for room in rooms)
    story.form()
    story.announce()
    room = room_state.room_of(story.session, seat(5))
    assert room is not None
    assert story.refused(c.MoveSeat(run=1, round=1, seat=seat(2), room=room[0].id)) == "room_unfit"
    story.do(c.BindPeople(one=seat(2), other=seat(5), how="free"))
    assert story.session.bound == {}
    assert story.refused(c.BindPeople(one=seat(2), other=seat(2), how="apart")) == "unknown_person"
    assert story.refused(c.BindPeople(one=seat(2), other=seat(99), how="apart")) == "unknown_person"


def test_who_met_in_an_earlier_session_meets_somebody_else() -> None:
    story = Story().people(4).open(FRESH)
    met = {pair(seat(1), seat(2)): 1, pair(seat(3), seat(4)): 1}
    for seed in range(20):
        rooms = draw_rooms(story.session, c.MakeRooms(run=1, round=1), random.Random(seed), met=met).rooms
        assert not any(pair(*room.seats) in met for room in rooms)


# --- go


def test_one_of_a_room_says_go_for_all_and_the_facilitator_for_the_rest() -> None:
    story = proposed()
    story.do(c.AnnounceRooms(run=1, round=1))
    assert story.refused(c.BeginRoom(run=1, round=1), person(1)) == "rooms_announced"
    story.later(10_000)
    assert story.do(c.BeginRoom(run=1, round=1), person(2)) == (RoomsStarted(run=1, round=1, at=story.at, rooms=(A,)),)
    assert story.do(c.BeginRoom(run=1, round=1), person(1)) == ()
    assert (next_step(story.session).does, next_step(story.session).count) == ("start_rooms", 2)
    story.later(30_000)
    assert story.do(c.StartRooms(run=1, round=1)) == (RoomsStarted(run=1, round=1, at=story.at, rooms=(B, C)),)
    ends = {room.id: room.ends_at for room in story.rooms.rooms}
    assert (ends[B] - ends[A], ends[C]) == (30_000, ends[B])
    assert len(story.session.met) == 3


def test_the_round_is_over_when_the_room_that_began_last_is() -> None:
    story = proposed(4)
    story.announce()
    story.do(c.BeginRoom(run=1, round=1), person(1))
    to_the_end_of_the_round_of(story, A)
    assert (story.rooms.finished, room_state.next_deadline(story.session)) == (False, None)
    story.do(c.StartRooms(run=1, round=1))
    to_the_end_of_the_round(story)
    assert room_state.due_wish(story.session) == "form"


def to_the_end_of_the_round_of(story: Story, name: RoomId) -> None:
    while (due := room_state.next_deadline(story.session)) is not None:
        story.at = due
        story.do(c.AdvanceRooms(run=1, round=1, due=due), SYSTEM)
    room = room_state.room_named(story.session, name)
    assert room is not None and room_state.over(story.session, room)


def test_nobody_says_go_for_a_room_they_are_not_in() -> None:
    story = proposed()
    story.announce()
    story.do(c.ChooseRound(run=1, choice="sit_out"), person(1))
    assert story.refused(c.BeginRoom(run=1, round=1), person(1)) == "not_here"
    assert story.refused(c.BeginRoom(run=1, round=2), person(3)) == "stale_stage"
    guide = Story().people(2).open(GUIDE)
    assert guide.refused(c.BeginRoom(run=1, round=1), person(1)) == "stale_stage"


def test_steps_are_cut_for_those_who_are_there_when_a_room_begins() -> None:
    story = proposed(6, SWAP)
    story.announce()
    story.do(c.Leave(), person(1))
    assert {len(room.seats) for room in story.rooms.rooms} == {2, 3}
    story.do(c.StartRooms(run=1, round=1))
    assert sorted(room.formed for room in story.rooms.rooms) == [2, 3]
    assert all(None not in room.places for room in story.rooms.rooms)
