"""Rooms that are formed once: whoever comes or returns while they run joins one, and nobody's steps are left to an empty place."""

import pytest

from tests.domain.given import FRESH, SWAP, SYSTEM, Story, a_session, join, person, seat, seats
from tests.domain.pictures_of import changed, parts_of
from tests.domain.rehearsals import REHEARSAL, a_rehearsing_session, card_of, only_room, rehearsing
from tests.domain.test_rooms import advance, due, places, to_the_end_of_the_round
from workshop.domain import views
from workshop.domain.commands import (
    AdmitPerson,
    ComeBack,
    EndRooms,
    FormedRoom,
    FormRooms,
    Leave,
    MarkPerson,
    MergeSeats,
    Rest,
)
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.kinds.rooms.steps import cut_steps
from workshop.domain.matching import pair
from workshop.domain.parts import RoomView
from workshop.domain.words import RoomId


def swapping(*, approval: bool = False) -> Story:
    """A three of (1, 2, 3) and a pair of (4, 5), whose roles move inside the room, running."""
    story = Story(a_session(approval=approval)).people(5)
    if approval:
        for number in range(1, 6):
            story.do(AdmitPerson(seat=seat(number)))
    story.open(SWAP)
    formed = (FormedRoom(id=RoomId("three"), seats=seats(3)), FormedRoom(id=RoomId("two"), seats=seats(2, first=4)))
    story.do(FormRooms(run=1, round=1, rooms=formed, ring=seats(5)))
    story.go()
    return story


def room_of(story: Story, number: int) -> RoomView:
    room = views.room(story.session, views.seat(story.session, seat(number), story.texts).room, story.texts)
    assert room is not None
    return room


def test_who_returns_after_a_short_rest_has_the_same_place_and_role_again() -> None:
    story = swapping()
    story.do(Rest(), person(1))
    story.later(20_000).do(ComeBack(), person(1))
    assert places(story) == {"three": (seat(1), seat(2), seat(3)), "two": (seat(4), seat(5))}
    assert room_state.unplaced(story.session) == ()
    room = room_of(story, 1)
    assert [member.role for member in room.members if member.alias == "Mika001"] == ["speaker"]


def test_who_comes_late_fills_an_empty_place_rather_than_the_smallest_room() -> None:
    story = swapping()
    story.do(Leave(), person(3))
    story.people(2, first=6)
    assert places(story) == {"three": (seat(1), seat(2), seat(6)), "two": (seat(4), seat(5), seat(7))}


def test_who_comes_late_is_admitted_late_or_is_marked_here_joins_too() -> None:
    story = swapping(approval=True)
    story.do(join(6), SYSTEM)
    assert room_state.room_of(story.session, seat(6)) is None
    story.do(AdmitPerson(seat=seat(6)))
    assert places(story)["two"] == (seat(4), seat(5), seat(6))
    story.do(MarkPerson(seat=seat(6), state="left"))
    story.do(MarkPerson(seat=seat(6), state="here"))
    assert room_state.unplaced(story.session) == ()


def test_who_joined_has_met_the_people_of_that_room() -> None:
    story = swapping()
    story.people(1, first=6)
    assert {pair(seat(6), other) for other in seats(2, first=4)} <= story.session.met.keys()


def test_who_was_left_alone_and_moved_has_met_the_people_of_the_other_room() -> None:
    story = swapping()
    story.do(Leave(), person(4))
    assert {pair(seat(5), other) for other in seats(3)} <= story.session.met.keys()


def test_who_joins_changes_no_clock_and_no_step() -> None:
    story = swapping()
    advance(story)
    before = {room.id: (room.formed, room.step, room.ends_at) for room in story.rooms.rooms}
    story.people(1, first=6)
    assert {room.id: (room.formed, room.step, room.ends_at) for room in story.rooms.rooms} == before
    to_the_end_of_the_round(story)
    assert story.rooms.finished


def test_before_they_start_and_after_they_end_nobody_joins() -> None:
    story = Story().people(4).open(SWAP)
    story.form()
    story.people(1, first=5)
    assert room_state.unplaced(story.session) == (seat(5),)
    over = swapping()
    over.do(EndRooms(run=1))
    over.people(1, first=6)
    assert room_state.room_of(over.session, seat(6)) is None


def test_with_new_partners_each_round_whoever_returns_waits_for_the_next_one() -> None:
    story = Story().in_rooms(4, FRESH)
    story.do(Rest(), person(1))
    story.do(ComeBack(), person(1))
    assert room_state.unplaced(story.session) == (seat(1),)


def test_a_second_phone_that_brings_its_person_back_brings_them_into_a_room() -> None:
    story = swapping()
    story.do(Rest(), person(4))
    story.people(1, first=6)
    story.do(MergeSeats(seat=seat(6), into=seat(4)))
    assert room_state.unplaced(story.session) == ()
    assert room_state.room_of(story.session, seat(4)) is not None


def test_everybody_in_the_joined_room_is_told() -> None:
    story = swapping()
    story.do(Rest(), person(1))
    before = parts_of(story.session, story.texts)
    events = story.do(ComeBack(), person(1))
    seen = changed(before, parts_of(story.session, story.texts))
    assert any(scope == "rooms" for scope, _ in seen)
    assert seen <= set().union(*(views.touched(story.session, type(event).touches, seat(1)) for event in events))


def test_in_a_rehearsal_a_speaker_who_rested_speaks_again_and_who_comes_late_watches() -> None:
    story = rehearsing(4, REHEARSAL, a_rehearsing_session())
    story.do(Rest(), person(1))
    story.do(ComeBack(), person(1))
    story.people(1, first=9)
    roles = [card.role for number in (1, 9) if (card := card_of(story, seat(number))) is not None]
    assert roles == ["speaker", "observer"]


# --- an empty place


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_step_whose_person_left_is_everybodys(place: int) -> None:
    story = Story().in_rooms(3, SWAP)
    room = only_room(story)
    gone = room.places[place]
    number = next(number for number in (1, 2, 3) if seat(number) == gone)
    until = due(story)
    story.do(Leave(), person(number))
    assert due(story) == until
    stays = next(other for other in (1, 2, 3) if other != number)
    shown = room_of(story, stays).steps
    steps = cut_steps(story.template, 3)
    assert [step.places for step in shown] == [tuple(one for one in step.places if one != place) for step in steps]
    assert any(step.places == (place,) and one.places == () for step, one in zip(steps, shown, strict=True))


def test_only_the_view_changes_the_rooms_still_end_together() -> None:
    story = swapping()
    before = [step.seconds for step in room_of(story, 2).steps]
    story.do(Leave(), person(1))
    assert [step.seconds for step in room_of(story, 2).steps] == before
    to_the_end_of_the_round(story)
    assert len({room.ends_at for room in story.rooms.rooms}) == 1
