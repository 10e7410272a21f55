"""Who would like what in the rooms, partners who cannot be found, and who is kept apart: nobody is alone who could be with somebody."""

import random

import pytest

from tests.domain.given import FRESH, SWAP, SYSTEM, Story, drawn, person, seat, seats
from tests.domain.rehearsals import REHEARSAL, a_rehearsing_session, card_of
from tests.domain.test_rooms import advance, places, to_the_end_of_the_round, two_rooms
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.events import PartnerFound, PartnerMissed, RoomsFinished, RoomsNotFound, RoundChosen, SeatMoved
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import BoardView
from workshop.domain.words import OBSERVER, RoomId, SeatId

A, B = RoomId("a"), RoomId("b")


def board(story: Story) -> BoardView:
    found = views.console(story.session, story.texts, views.Signs()).board
    assert found is not None
    return found


def choose(story: Story, number: int, choice: str) -> tuple[object, ...]:
    return story.do(c.ChooseRound(run=story.run, choice=choice), person(number))  # type: ignore[arg-type]


def everybody(story: Story) -> list[SeatId]:
    return [one for room in story.rooms.rooms for one in room.seats]


# --- take part, observe, sit out


def test_who_sits_out_is_in_no_room_and_only_a_number_to_the_facilitators() -> None:
    story = Story().people(5).open(FRESH)
    assert choose(story, 1, "sit_out") == (RoundChosen(run=1, seat=seat(1), choice="sit_out"),)
    assert choose(story, 1, "sit_out") == ()
    assert (board(story).taking_part, board(story).observing, board(story).sitting_out) == (4, 0, 1)
    story.form()
    assert seat(1) not in everybody(story)
    assert board(story).loose == ()
    assert views.seat(story.session, seat(1), story.texts).choice == "sit_out"
    assert views.seat(story.session, seat(2), story.texts).choice == "take_part"


def test_a_choice_holds_for_the_next_rounds_and_not_for_the_next_stage() -> None:
    story = Story().people(5).open(FRESH)
    choose(story, 1, "sit_out")
    story.form()
    story.go()
    to_the_end_of_the_round(story)
    story.form(2, SYSTEM)
    assert seat(1) not in everybody(story)
    choose(story, 1, "take_part")
    to_the_end_of_the_round(story)
    story.form(3, SYSTEM)
    assert seat(1) in everybody(story)
    story.do(c.EndRooms(run=1))
    story.open(SWAP)
    assert views.seat(story.session, seat(1), story.texts).choice == "take_part"


def test_who_sits_out_of_a_room_that_runs_leaves_it_and_nobody_stays_alone() -> None:
    story = two_rooms()
    events = choose(story, 1, "sit_out")
    assert events[1:] == (SeatMoved(run=1, seat=seat(2), room=B),)
    assert places(story) == {"b": (seat(3), seat(4), seat(2))}


def test_an_observer_sits_with_a_pair_and_watches_in_every_turn() -> None:
    story = Story().people(5).open(SWAP)
    choose(story, 5, "observe")
    story.form()
    story.go()
    watched = [room for room in story.rooms.rooms if room.watching]
    assert [room.watching for room in watched] == [(seat(5),)]
    assert [len(room.takers) for room in story.rooms.rooms] == [2, 2]
    roles = set[str | None]()
    while room_state.running(story.session):
        room = views.room(story.session, watched[0].id, story.texts)
        assert room is not None
        roles |= {member.role for member in room.members if member.watching}
        advance(story)
    assert roles == {OBSERVER}


def test_where_the_scene_has_an_observer_whoever_observes_has_that_card_and_the_other_two_swap() -> None:
    story = Story(a_rehearsing_session()).people(3).open(REHEARSAL)
    choose(story, 3, "observe")
    story.form()
    story.go()
    (room,) = story.rooms.rooms
    steps = room_state.steps_of(story.session, room)
    assert {step.roles for step in steps} == {("speaker", "responder"), ("responder", "speaker")}
    assert any(step.watchers for step in steps)
    shown = views.room(story.session, room.id, story.texts)
    assert shown is not None
    assert {one.places for step, one in zip(steps, shown.steps, strict=True) if step.watchers} == {(2,)}
    card = card_of(story, seat(3))
    assert card is not None
    assert card.role == OBSERVER
    while room_state.running(story.session):
        card = card_of(story, seat(3))
        assert card is None or card.role == OBSERVER
        advance(story)


def test_one_willing_person_makes_no_rooms() -> None:
    story = Story().people(4).open(FRESH)
    for number in (1, 2, 3):
        choose(story, number, "observe" if number == 1 else "sit_out")
    assert story.refused(c.FormRooms(run=1, round=1, rooms=())) == "too_few_people"


def two_kept_apart() -> Story:
    story = Story().people(2).open(FRESH)
    story.form()
    story.apart = frozenset({(seat(1), seat(2))})
    return story


def test_where_two_take_part_and_one_would_rather_not_there_are_no_rooms_and_no_fact_says_whose_wish_it_was() -> None:
    story = two_kept_apart()
    assert board(story).state == "proposed"
    assert story.form() == (RoomsNotFound(run=1),)
    assert board(story).state == "before"
    assert (story.rooms.rooms, story.rooms.round, story.rooms.none) == ((), 0, True)
    assert board(story).none
    assert story.form() == (), "wished again while nothing has changed"
    assert story.refused(c.AnnounceRooms(run=1, round=1)) == "stale_stage"
    story.people(1, first=3)
    story.form()
    assert not story.rooms.none
    assert [len(room.seats) for room in story.rooms.rooms] == [2]


def test_no_rooms_are_only_believed_of_everybody_who_is_here() -> None:
    story = two_kept_apart()
    drawn = c.FormRooms(run=1, round=1, rooms=(), ring=seats(2), out=seats(2))
    story.people(1, first=3)
    assert story.refused(drawn) == "rooms_changed"


def test_where_no_next_round_can_be_made_it_is_said_before_the_rooms_close() -> None:
    story = Story().people(2).open(FRESH)
    story.form()
    story.go()
    story.apart = frozenset({(seat(1), seat(2))})
    while story.rooms.rooms[0].step < len(room_state.steps_of(story.session, story.rooms.rooms[0])):
        advance(story)
    assert story.form(2, SYSTEM) == (RoomsNotFound(run=1), RoomsFinished(run=1))
    assert board(story).none


def test_before_a_room_begins_somebody_may_still_only_watch() -> None:
    story = Story().people(3).open(SWAP)
    story.form()
    story.announce()
    choose(story, 2, "observe")
    (room,) = story.rooms.rooms
    assert room.watching == (seat(2),)
    story.do(c.StartRooms(run=1, round=1))
    (room,) = story.rooms.rooms
    assert (room.formed, set(room.places[:2])) == (2, {seat(1), seat(3)})
    two = Story().people(2).open(SWAP)
    two.form()
    two.announce()
    choose(two, 1, "observe")
    assert two.rooms.rooms[0].watching == ()


def test_a_choice_from_nowhere_is_refused() -> None:
    story = Story().people(2).open(FRESH)
    assert story.refused(c.ChooseRound(run=2, choice="observe"), person(1)) == "stale_stage"
    assert story.refused(c.ChooseRound(run=1, choice="observe"), person(9)) == "not_here"
    story.do(c.Rest(), person(1))
    assert story.refused(c.ChooseRound(run=1, choice="observe"), person(1)) == "not_here"


# --- a partner who is not here


def test_whose_partner_is_not_here_joins_another_room_and_the_partner_keeps_nobody_waiting() -> None:
    story = two_rooms()
    before = {room.id: (room.step, room.ends_at) for room in story.rooms.rooms}
    events = story.do(c.MissPartner(run=1, round=1, place=1), person(1))
    assert events == (PartnerMissed(run=1, seat=seat(2)), SeatMoved(run=1, seat=seat(1), room=B))
    assert places(story) == {"b": (seat(3), seat(4), seat(1))}
    assert story.rooms.rooms[0].ends_at == before[B][1]
    mine = views.seat(story.session, seat(2), story.texts)
    assert (mine.away, mine.room, mine.state) == (True, None, "here")
    assert [(one.name, one.away) for one in board(story).loose] == [("Mika002", True)]


def test_who_is_back_where_the_room_is_gone_joins_as_a_third() -> None:
    story = two_rooms()
    story.do(c.MissPartner(run=1, round=1, place=1), person(1))
    events = story.do(c.FindPartner(run=1, round=1), person(2))
    assert events == (PartnerFound(run=1, seat=seat(2)), SeatMoved(run=1, seat=seat(2), room=B))
    assert story.do(c.FindPartner(run=1, round=1), person(2)) == ()


def test_who_is_back_finds_the_same_room_if_it_stands() -> None:
    story = Story().in_rooms(3, SWAP)
    (room,) = story.rooms.rooms
    missed = room.places[1]
    assert missed is not None
    story.do(c.MissPartner(run=1, round=1, place=1), person(int(str(room.places[0]).split("-")[1])))
    shown = views.room(story.session, room.id, story.texts)
    assert shown is not None
    assert [(member.place, member.away) for member in shown.members] == [(0, False), (1, True), (2, False)]
    assert all(1 not in step.places for step in shown.steps)
    number = int(missed.split("-")[1])
    assert story.do(c.FindPartner(run=1, round=1), person(number)) == (PartnerFound(run=1, seat=missed),)
    assert story.rooms.rooms[0].places == room.places


def test_in_the_only_room_whoever_is_left_waits_there_and_the_partner_comes_back_to_them() -> None:
    story = Story().in_rooms(2, SWAP)
    (room,) = story.rooms.rooms
    first, second = (int(str(one).split("-")[1]) for one in room.places)
    assert story.do(c.MissPartner(run=1, round=1, place=1), person(first)) == (PartnerMissed(run=1, seat=seat(second)),)
    assert board(story).rooms[0].alone
    story.do(c.FindPartner(run=1, round=1), person(second))
    assert (story.rooms.rooms[0].places, board(story).rooms[0].alone) == (room.places, False)


def test_two_who_were_left_alone_are_put_together_and_the_room_that_is_less_far_goes_on() -> None:
    story = Story().people(6).open(FRESH)
    groups = (seats(2), seats(2, first=3), seats(2, first=5))
    formed = tuple(c.FormedRoom(id=RoomId(name), seats=group) for name, group in zip("abc", groups, strict=True))
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=seats(6)))
    story.go()
    story.apart = frozenset({(seat(1), seat(3)), (seat(1), seat(5)), (seat(3), seat(5))})
    story.do(c.MissPartner(run=1, round=1, place=1), person(1))
    assert places(story)["a"] == (seat(1), seat(2))
    story.apart = frozenset({(seat(1), seat(5)), (seat(3), seat(5))})
    events = story.do(c.MissPartner(run=1, round=1, place=1), person(3))
    assert events[-1] == SeatMoved(run=1, seat=seat(3), room=A)


def test_nobody_misses_themselves_an_empty_place_or_somebody_in_another_room() -> None:
    story = two_rooms()
    for place in (0, 2, -1, 99):
        assert story.refused(c.MissPartner(run=1, round=1, place=place), person(1)) == "rooms_changed"
    assert story.refused(c.MissPartner(run=1, round=2, place=1), person(1)) == "stale_stage"
    story.people(1, first=5)
    assert story.refused(c.MissPartner(run=1, round=1, place=1), person(5)) == "stale_stage"
    assert story.do(c.FindPartner(run=1, round=1), person(1)) == ()


def test_whoever_was_missed_does_not_send_others_away() -> None:
    story = Story().in_rooms(3, SWAP)
    (room,) = story.rooms.rooms
    numbers = [int(str(one).split("-")[1]) for one in room.places]
    story.do(c.MissPartner(run=1, round=1, place=1), person(numbers[0]))
    assert story.refused(c.MissPartner(run=1, round=1, place=0), person(numbers[1])) == "not_here"


def test_whoever_was_missed_is_not_drawn_again_until_they_are_back_or_a_facilitator_places_them() -> None:
    story = two_rooms()
    story.do(c.MissPartner(run=1, round=1, place=1), person(1))
    to_the_end_of_the_round(story)
    story.form(2, SYSTEM)
    assert seat(2) not in everybody(story)
    room = story.rooms.rooms[0]
    story.do(c.MoveSeat(run=1, round=2, seat=seat(2), room=room.id))
    assert not views.seat(story.session, seat(2), story.texts).away


def test_the_room_of_a_partner_who_was_missed_before_go_is_not_begun() -> None:
    story = Story().people(2).open(FRESH)
    story.form()
    story.announce()
    first, second = (int(str(one).split("-")[1]) for one in story.rooms.rooms[0].places)
    story.do(c.MissPartner(run=1, round=1, place=1), person(first))
    assert story.refused(c.BeginRoom(run=1, round=1), person(first)) == "too_few_people"
    assert story.do(c.StartRooms(run=1, round=1)) == ()
    story.do(c.FindPartner(run=1, round=1), person(second))
    assert story.do(c.BeginRoom(run=1, round=1), person(second))


# --- not with this person


@pytest.mark.parametrize("asker", [1, 3])
def test_who_is_left_alone_is_not_put_with_somebody_they_are_kept_apart_from(asker: int) -> None:
    story = two_rooms()
    other = 3 if asker == 1 else 1
    story.apart = frozenset({(seat(asker), seat(other))})
    story.do(c.Leave(), person(2))
    assert places(story) == {"a": (seat(1), None), "b": (seat(3), seat(4))}
    story.people(1, first=5)
    assert places(story)["a"] == (seat(1), seat(5))


def test_rooms_that_would_break_a_wish_are_refused_whoever_drew_them() -> None:
    story = Story().people(4).open(FRESH)
    story.apart = frozenset({(seat(2), seat(1))})
    formed = tuple(c.FormedRoom(id=RoomId(str(first)), seats=seats(2, first=first)) for first in (1, 3))
    assert story.refused(c.FormRooms(run=1, round=1, rooms=formed)) == "rooms_changed"
    story.form()
    assert {frozenset(room.seats) for room in story.rooms.rooms} != {frozenset(seats(2)), frozenset(seats(2, first=3))}


def test_where_a_wish_cannot_be_met_only_the_asker_has_no_room() -> None:
    story = Story().people(3).open(FRESH)
    story.apart = frozenset({(seat(1), seat(2))})
    (formed,) = story.form()
    assert getattr(formed, "out", None) == (seat(1),)
    assert places(story) and set(everybody(story)) == {seat(2), seat(3)}
    story.go()
    told = [views.seat(story.session, one, story.texts).room is None for one in seats(3)]
    assert told == [True, False, False]


def test_for_hundreds_of_draws_no_wish_is_broken_and_nobody_is_alone() -> None:
    chance = random.Random(5)
    for _ in range(120):
        people = chance.randint(3, 9)
        story = Story(dice=chance).people(people).open(FRESH)
        pairs = [tuple(chance.sample(seats(people), 2)) for _ in range(chance.randint(1, 4))]
        story.apart = frozenset((one, other) for one, other in pairs)
        drawing = drawn(story.session, 1, 1, chance, story.apart)
        if not drawing.rooms:
            assert people <= 3, "of four and more some two can always be together here"
            continue
        story.do(drawing)
        for room in story.rooms.rooms:
            assert len(room.seats) > 1
            assert not any((one, other) in story.apart for one in room.seats for other in room.seats)


# --- coming late


def test_while_rooms_are_announced_whoever_comes_joins_one() -> None:
    story = Story().people(4).open(FRESH)
    story.form()
    story.announce()
    story.people(1, first=5)
    assert seat(5) in everybody(story)


def test_in_the_last_round_whoever_comes_joins_one() -> None:
    story = Story().in_rooms(4)
    for number in (2, 3):
        to_the_end_of_the_round(story)
        story.form(number, SYSTEM)
    advance(story)
    story.people(1, first=5)
    assert seat(5) in everybody(story)


def test_when_the_last_rooms_that_talk_are_left_the_rooms_are_over() -> None:
    story = Story().people(4).open(SWAP)
    formed = tuple(c.FormedRoom(id=RoomId(str(first)), seats=seats(2, first=first)) for first in (1, 3))
    story.do(c.FormRooms(run=1, round=1, rooms=formed, ring=seats(4)))
    story.go()
    story.do(c.CloseRoom(run=1, round=1, room=RoomId("1")))
    while not room_state.over(story.session, story.rooms.rooms[0]):
        advance(story)
    assert not story.rooms.finished
    story.do(c.Leave(), person(3))
    story.do(c.Leave(), person(4))
    assert story.rooms.finished
