"""Breakouts: steps on one clock, fresh partners each round, and a leaver never ends anybody's round."""

import random

import pytest

from tests.domain.given import FRESH, GUIDE, SWAP, SYSTEM, Story, drawn, person, seat, seats
from workshop.domain import views
from workshop.domain.commands import (
    AdvanceRooms,
    AnnounceRooms,
    CalmRoom,
    ComeBack,
    EndRooms,
    FormedRoom,
    FormRooms,
    Leave,
    Rest,
    ResumeRoom,
    ShiftDeadlines,
    StartRooms,
)
from workshop.domain.events import RoomsAnnounced, RoomsFinished, RoomsFormed, RoomsStarted, RoomStepped
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import RoomsView
from workshop.domain.words import GATHER_SECONDS, RoomId, SeatId


def due(story: Story) -> int:
    deadline = room_state.next_deadline(story.session)
    assert deadline is not None
    return deadline


def advance(story: Story, late: int = 0) -> tuple[object, ...]:
    wish = AdvanceRooms(run=story.run, round=story.rooms.round, due=due(story))
    story.at = wish.due + late
    return story.do(wish, SYSTEM)


def to_the_end_of_the_round(story: Story) -> None:
    while room_state.running(story.session) and room_state.due_wish(story.session) == "advance":
        advance(story)


def two_rooms(stage: int = FRESH) -> Story:
    """Rooms of (1, 2) and (3, 4), running."""
    story = Story().people(4).open(stage)
    formed = (FormedRoom(id=RoomId("a"), seats=seats(2)), FormedRoom(id=RoomId("b"), seats=seats(2, first=3)))
    story.do(FormRooms(run=1, round=1, rooms=formed, ring=seats(4)))
    story.go()
    return story


def places(story: Story) -> dict[str, tuple[SeatId | None, ...]]:
    return {room.id: room.places for room in story.rooms.rooms}


# --- forming and starting


def test_rooms_are_formed_then_wait_for_the_facilitator() -> None:
    story = Story().people(5).open(FRESH)
    (formed,) = story.form()
    assert isinstance(formed, RoomsFormed)
    assert formed.starts_at is None
    assert room_state.next_deadline(story.session) is None
    assert story.refused(StartRooms(run=1, round=1)) == "stale_stage"
    assert story.do(AnnounceRooms(run=1, round=1)) == (RoomsAnnounced(run=1, round=1, until=story.at + 10_000),)
    assert story.do(AnnounceRooms(run=1, round=1)) == ()
    assert story.later(9_999).refused(StartRooms(run=1, round=1)) == "rooms_announced"
    rooms = tuple(room.id for room in story.rooms.rooms)
    assert story.later(1).do(StartRooms(run=1, round=1)) == (RoomsStarted(run=1, round=1, at=story.at, rooms=rooms),)
    assert due(story) == story.at + 73_333
    assert story.do(StartRooms(run=1, round=1)) == ()


def formed_for(story: Story, *groups: tuple[SeatId, ...], number: int = 1) -> FormRooms:
    made = tuple(FormedRoom(id=RoomId(f"r{place}"), seats=group) for place, group in enumerate(groups))
    return FormRooms(run=story.run, round=number, rooms=made)


@pytest.mark.parametrize(
    "groups",
    [
        (),
        (seats(2),),
        (seats(3), seats(1, first=4)),
        (seats(4),),
        (seats(2), seats(2)),
        (seats(2), (seat(3), seat(9))),
    ],
)
def test_rooms_that_do_not_hold_exactly_who_is_here_with_nobody_alone_are_refused(groups: tuple[tuple[SeatId, ...], ...]) -> None:
    story = Story().people(4).open(FRESH)
    assert story.refused(formed_for(story, *groups)) == "rooms_changed"


@pytest.mark.parametrize("count", [0, 1])
def test_one_person_alone_makes_no_rooms(count: int) -> None:
    story = Story().people(count).open(FRESH)
    assert story.refused(drawn(story.session, 1, 1, random.Random(1))) == "too_few_people"


def test_the_first_round_is_drawn_again_until_it_starts() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.people(1, first=5)
    assert story.refused(AnnounceRooms(run=1, round=1)) == "rooms_changed"
    story.form()
    story.go()
    assert story.refused(drawn(story.session, 1, 1, random.Random(1))) == "stale_stage"


def test_the_second_round_is_not_formed_before_the_first_was_played() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    assert story.refused(drawn(story.session, 1, 2, random.Random(1))) == "stale_stage"


def test_rooms_with_nobody_or_somebody_alone_are_not_announced() -> None:
    story = Story().people(2).open(SWAP)
    story.form()
    story.do(Rest(), person(1))
    assert story.refused(AnnounceRooms(run=1, round=1)) == "rooms_changed"
    story.do(Rest(), person(2))
    assert story.refused(AnnounceRooms(run=1, round=1)) == "rooms_changed"
    assert room_state.next_deadline(story.session) is None


def test_who_only_formed_rooms_did_not_meet() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    assert story.session.met == {}
    story.go()
    assert len(story.session.met) == 2


def test_rounds_and_runs_that_are_not_now_are_stale() -> None:
    story = Story().people(4).open(FRESH)
    assert story.refused(StartRooms(run=1, round=0)) == "stale_stage"
    assert story.refused(EndRooms(run=1)) == "stale_stage"
    story.form()
    story.announce()
    for wish in (StartRooms(run=0, round=1), StartRooms(run=1, round=2), EndRooms(run=0)):
        assert story.refused(wish) == "stale_stage"
    assert story.refused(drawn(story.session, 0, 1, random.Random(1))) == "stale_stage"
    guide = Story().people(4).open(GUIDE)
    assert guide.refused(drawn(guide.session, 1, 1, random.Random(1))) == "stale_stage"
    assert guide.refused(StartRooms(run=1, round=1)) == "stale_stage"
    assert guide.refused(EndRooms(run=1)) == "stale_stage"
    assert guide.refused(AdvanceRooms(run=1, round=1, due=guide.at), SYSTEM) == "stale_stage"


# --- the clock


def test_steps_advance_by_themselves_and_the_same_deadline_counts_once() -> None:
    story = two_rooms()
    wish = AdvanceRooms(run=1, round=1, due=due(story))
    story.at = wish.due
    assert story.do(wish, SYSTEM) == (RoomStepped(run=1, round=1, steps={RoomId("a"): 1, RoomId("b"): 1}),)
    assert story.refused(wish, SYSTEM) == "stale_stage"


def test_nothing_advances_before_its_time_or_in_another_round() -> None:
    story = two_rooms()
    story.at = due(story) - 1
    for run, number, at in ((1, 1, due(story)), (0, 1, due(story)), (1, 2, due(story)), (1, 1, story.at)):
        assert story.refused(AdvanceRooms(run=run, round=number, due=at), SYSTEM) == "stale_stage"


def test_late_by_several_steps_the_rooms_are_where_they_would_be() -> None:
    slow, swift = Story().in_rooms(5), Story().in_rooms(5)
    start = due(slow)
    late = 110_000 + 70_000
    advance(slow, late)
    while room_state.due_wish(swift.session) == "advance" and due(swift) <= start + late:
        advance(swift)
    assert {room.id: (room.step, room.ends_at) for room in slow.rooms.rooms} == {
        room.id: (room.step, room.ends_at) for room in swift.rooms.rooms
    }


def test_three_rounds_are_played_with_new_partners_and_time_to_find_each_other() -> None:
    story = Story().in_rooms(6)
    for number in (2, 3):
        to_the_end_of_the_round(story)
        assert (room_state.due_wish(story.session), due(story)) == ("form", story.at)
        assert story.do(AdvanceRooms(run=1, round=number - 1, due=due(story)), SYSTEM) == ()
        (formed,) = story.form(number, SYSTEM)
        assert isinstance(formed, RoomsFormed)
        assert formed.starts_at == due(story) == story.at + GATHER_SECONDS * 1000
        assert views.screen(story.session, story.texts, views.Signs()).rooms[0].state == "gathering"
    assert len(story.session.met) == 9
    to_the_end_of_the_round(story)
    assert story.rooms.finished
    assert story.log[-1][0] == RoomsFinished(run=1)
    assert room_state.next_deadline(story.session) is None
    assert story.refused(drawn(story.session, 1, 4, random.Random(1)), SYSTEM) == "stale_stage"


def test_the_next_round_is_not_formed_while_rooms_still_talk() -> None:
    story = two_rooms()
    assert story.refused(drawn(story.session, 1, 2, random.Random(1)), SYSTEM) == "rooms_stand"


def test_a_last_round_three_and_pairs_finish_in_one_moment() -> None:
    story = Story().in_rooms(5, SWAP)
    start = story.at
    to_the_end_of_the_round(story)
    assert story.rooms.finished
    assert story.at - start == 490_000


def test_calm_stops_every_deadline_and_resuming_moves_it() -> None:
    story = two_rooms()
    before = due(story)
    story.later(10_000).do(CalmRoom())
    assert room_state.next_deadline(story.session) is None
    assert story.refused(AdvanceRooms(run=1, round=1, due=before), SYSTEM) == "stale_stage"
    room = views.room(story.session, RoomId("a"), story.texts)
    assert room is not None
    assert (room.clock.ends_at, room.clock.left) == (None, 100_000)
    story.later(500_000).do(ResumeRoom())
    assert due(story) == before + 500_000


def test_shifted_rooms_stay_together() -> None:
    story = Story().in_rooms(5)
    before = {room.id: room.ends_at for room in story.rooms.rooms}
    story.do(ShiftDeadlines(due=due(story), by=7_000), SYSTEM)
    assert {room.id: room.ends_at - before[room.id] for room in story.rooms.rooms} == dict.fromkeys(before, 7_000)


def test_rooms_end_early_once() -> None:
    story = two_rooms()
    assert story.do(EndRooms(run=1)) == (RoomsFinished(run=1),)
    assert story.do(EndRooms(run=1)) == ()
    assert views.room(story.session, RoomId("a"), story.texts) is None
    assert views.seat(story.session, seat(1), story.texts).room is None


# --- people who leave and come


@pytest.mark.parametrize("wish", [Rest(), Leave()])
def test_who_would_be_alone_joins_the_smallest_other_room(wish: Rest | Leave) -> None:
    story = two_rooms()
    story.do(wish, person(1))
    assert places(story) == {"b": (seat(3), seat(4), seat(2))}
    assert views.seat(story.session, seat(2), story.texts).place == 2
    room = views.room(story.session, RoomId("b"), story.texts)
    assert room is not None
    assert [member.role for member in room.members] == ["first", "second", "second"]


def test_a_leaver_leaves_an_empty_place_and_ends_nobodys_round() -> None:
    story = Story().in_rooms(3)
    (room,) = story.rooms.rooms
    gone = next(number for number in (1, 2, 3) if seat(number) == room.places[1])
    story.do(Leave(), person(gone))
    (after,) = story.rooms.rooms
    assert after.places == (room.places[0], None, room.places[2])
    assert (after.formed, after.step, after.ends_at) == (3, room.step, room.ends_at)


def test_the_last_two_leave_one_who_stays_until_the_round_is_over() -> None:
    story = Story().in_rooms(2)
    story.do(Leave(), person(1))
    assert [room.seats for room in story.rooms.rooms] == [(seat(2),)]
    to_the_end_of_the_round(story)
    assert story.form(2, SYSTEM) == (RoomsFinished(run=1),)


def test_when_everybody_rests_the_rooms_are_over_and_nothing_is_due() -> None:
    story = two_rooms()
    for number in range(1, 5):
        story.do(Rest(), person(number))
    assert (story.rooms.rooms, story.rooms.finished) == ((), True)
    assert room_state.next_deadline(story.session) is None


def test_who_comes_late_or_returns_is_in_the_next_round() -> None:
    story = two_rooms()
    story.do(Rest(), person(1))
    story.do(ComeBack(), person(1))
    story.people(1, first=5)
    assert room_state.unplaced(story.session) == (seat(1), seat(5))
    to_the_end_of_the_round(story)
    story.form(2, SYSTEM)
    assert room_state.unplaced(story.session) == ()
    assert sorted(len(room.seats) for room in story.rooms.rooms) == [2, 3]


def test_a_returner_finds_no_old_place_in_a_room() -> None:
    story = two_rooms()
    story.do(Leave(), person(1))
    story.do(ComeBack(), person(1))
    mine = views.seat(story.session, seat(1), story.texts)
    assert (mine.state, mine.room, mine.place) == ("here", None, None)


def test_everybody_in_rooms_sees_only_the_own_one_and_the_screen_who_is_where() -> None:
    story = two_rooms()
    room = views.room(story.session, RoomId("a"), story.texts)
    assert room is not None
    assert [member.alias for member in room.members] == ["Mika001", "Mika002"]
    tiles = views.screen(story.session, story.texts, views.Signs()).rooms
    assert [(tile.people, tile.step, tile.state) for tile in tiles] == [
        (("Mika001", "Mika002"), "First person answers", "running"),
        (("Mika003", "Mika004"), "First person answers", "running"),
    ]
    shared = views.shared(story.session, story.texts).stage
    assert shared is not None
    assert shared.body == RoomsView(round=1, rounds=3, state="running", roles=("first", "second"))


def test_from_outside_one_sees_which_turn_a_room_plays_and_how_many_it_has() -> None:
    def turns(story: Story) -> set[tuple[int, int]]:
        board = views.console(story.session, story.texts, views.Signs()).board
        assert board is not None
        return {(room.turn, room.turns) for room in board.rooms}

    formed = Story().people(4).open(SWAP)
    formed.do(drawn(formed.session, 1, 1, random.Random(1)))
    assert turns(formed) == {(0, 2)}
    story = two_rooms(SWAP)
    played = [turns(story)]
    while room_state.running(story.session) and room_state.due_wish(story.session) == "advance":
        advance(story)
        played.append(turns(story))
    steps = len(story.template.room_steps)
    assert played == [{(1, 2)}] * steps + [{(2, 2)}] * steps + [set()]
    once = two_rooms(FRESH)
    assert turns(once) == {(1, 1)}


def test_a_room_of_no_such_name_is_none() -> None:
    assert views.room(two_rooms().session, RoomId("elsewhere"), {}) is None
    assert views.room(two_rooms().session, None, {}) is None
