"""Two seats that are one person: one of them goes on as the other."""

import pytest
from msgspec import structs

from tests.domain.given import CHOICE, CIRCLE, Story, a_session, a_wide_session, given, held, join, person, seat
from tests.domain.pictures_of import changed, parts_of
from workshop.domain import views
from workshop.domain.answers import ChoiceAnswer
from workshop.domain.commands import AdmitPerson, ComeBack, EndTurn, Leave, MergeSeats, Rest, StartCircle
from workshop.domain.events import ClosingFellShort, SeatsMerged, TallyClosed
from workshop.domain.parts import CircleView
from workshop.domain.words import PersonState

MERGE = MergeSeats(seat=seat(1), into=seat(2))


def test_two_seats_become_one_person() -> None:
    story = Story().people(6)
    assert story.do(MERGE) == (SeatsMerged(seat=seat(1), into=seat(2)),)
    assert story.session.seat_of(seat(1)) == seat(2)
    assert story.session.staying() == 5
    assert seat(1) not in story.session.here()
    console = views.console(story.session, story.texts, views.Signs())
    assert [one.alias for one in console.people] == [f"Mika00{number}" for number in range(2, 7)]


@pytest.mark.parametrize(
    "wish",
    [
        MergeSeats(seat=seat(1), into=seat(1)),
        MergeSeats(seat=seat(1), into=seat(9)),
        MergeSeats(seat=seat(9), into=seat(1)),
        MergeSeats(seat=seat(3), into=seat(2)),
        MergeSeats(seat=seat(2), into=seat(3)),
    ],
)
def test_nobody_is_merged_with_themselves_with_a_stranger_or_with_a_seat_that_was_merged(wish: MergeSeats) -> None:
    given([SeatsMerged(seat=seat(3), into=seat(4))], Story().people(5).session).when(wish).refused("unknown_person")


def test_the_phone_of_a_merged_seat_speaks_for_the_person_it_goes_on_as() -> None:
    story = Story().people(6)
    story.do(MERGE)
    story.do(Rest(), person(1))
    assert story.session.people[seat(2)].state == "resting"
    assert story.session.people[seat(1)].state == "left"
    story.do(ComeBack(), person(1))
    assert story.session.people[seat(2)].state == "here"


def test_a_phone_of_a_merged_seat_is_shown_that_person_and_every_later_change_of_theirs() -> None:
    story = Story().people(6)
    story.do(MERGE)
    assert views.seat(story.session, seat(1), story.texts) == views.seat(story.session, seat(2), story.texts)
    before = parts_of(story.session, story.texts)
    (event,) = story.do(Rest(), person(2))
    parts = changed(before, parts_of(story.session, story.texts))
    assert {("seat", seat(1)), ("seat", seat(2))} <= parts
    assert parts <= views.touched(story.session, type(event).touches, seat(2))
    assert views.touched(story.session, frozenset({"seat"}), seat(2)) == {("seat", seat(1)), ("seat", seat(2))}


def test_seats_are_merged_one_after_the_other() -> None:
    story = Story().people(6)
    story.do(MERGE)
    story.do(MergeSeats(seat=seat(2), into=seat(3)))
    assert story.session.seat_of(seat(1)) == seat(3)
    assert story.session.staying() == 4


@pytest.mark.parametrize(
    ("old", "into", "after"),
    [
        ("here", "left", "here"),
        ("left", "here", "here"),
        ("resting", "here", "here"),
        ("resting", "left", "resting"),
        ("left", "left", "left"),
    ],
)
def test_the_person_is_as_present_as_the_more_present_of_the_two(old: PersonState, into: PersonState, after: PersonState) -> None:
    story = Story().people(6)
    for number, state in ((1, old), (2, into)):
        if state != "here":
            story.do(Rest() if state == "resting" else Leave(), person(number))
    story.do(MERGE)
    assert story.session.people[seat(2)].state == after


def test_who_was_let_in_once_need_not_wait_with_another_phone() -> None:
    story = Story(a_session(approval=True)).people(2)
    story.do(AdmitPerson(seat=seat(1)))
    assert [one.state for one in story.session.people.values()] == ["here", "waiting"]
    assert not views.sees_session(story.session, seat(2))
    story.do(MergeSeats(seat=seat(2), into=seat(1)))
    assert views.sees_session(story.session, seat(2))
    assert story.session.people[seat(1)].state == "here"


@pytest.mark.parametrize(("old", "into"), [(1, 2), (2, 1)])
def test_whoever_left_and_stands_at_the_door_with_another_phone_is_here_again(old: int, into: int) -> None:
    story = Story(a_session(approval=True)).people(2)
    story.do(AdmitPerson(seat=seat(1)))
    story.do(Leave(), person(1))
    story.do(MergeSeats(seat=seat(old), into=seat(into)))
    assert views.sees_session(story.session, seat(into))
    assert story.session.here() == (seat(into),)


def test_two_phones_of_one_person_at_the_door_still_wait() -> None:
    story = Story(a_session(approval=True)).people(2)
    story.do(Leave(), person(1))
    story.do(MergeSeats(seat=seat(1), into=seat(2)))
    assert story.session.people[seat(2)].state == "waiting"
    assert not views.sees_session(story.session, seat(2))


def test_answers_of_both_phones_count_once_and_the_newer_one_wins() -> None:
    both = (
        held(1, ChoiceAnswer(option=0), counter=1),
        held(2, ChoiceAnswer(option=1), counter=2),
        *(held(number, ChoiceAnswer(option=1)) for number in (3, 4, 5)),
    )
    story = Story().people(6).open(CHOICE)
    story.do(MERGE)
    (fact,) = story.close(both)
    assert isinstance(fact, ClosingFellShort)
    assert fact.count == 4
    story = Story().people(6).open(CHOICE)
    story.do(MERGE)
    (fact,) = story.close((*both, held(6, ChoiceAnswer(option=1))))
    assert isinstance(fact, TallyClosed)
    assert len(fact.receipts) == 5
    assert both[1].nonce in fact.receipts
    assert both[0].nonce not in fact.receipts


def test_whose_turn_it_was_as_the_merged_seat_has_had_it() -> None:
    story = Story(a_wide_session()).in_circle(4)
    now = story.circle.now
    assert now is not None
    other = story.circle.waiting[-1]
    story.do(MergeSeats(seat=now, into=other))
    assert story.circle.now not in (now, other, None)
    assert story.circle.done == (other,)
    assert other not in story.circle.waiting


def test_nobody_has_a_second_turn_as_the_seat_they_go_on_as() -> None:
    story = Story(a_wide_session()).in_circle(4)
    spoken, *_, last = (story.circle.now, *story.circle.waiting)
    assert spoken is not None
    assert last is not None
    story.do(EndTurn(run=1, turn=1))
    story.do(MergeSeats(seat=spoken, into=last))
    assert story.circle.done == (last,)
    assert last not in story.circle.waiting
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, CircleView)
    assert (stage.body.done, stage.body.of) == (1, 3)


def test_a_turn_that_runs_is_not_cut_off_because_the_person_had_one_as_another_seat() -> None:
    story = Story(a_wide_session()).in_circle(4)
    spoken = story.circle.now
    assert spoken is not None
    story.do(EndTurn(run=1, turn=1))
    speaks = story.circle.now
    assert speaks is not None
    story.do(MergeSeats(seat=spoken, into=speaks))
    assert (story.circle.now, story.circle.done) == (speaks, ())
    story.do(EndTurn(run=1, turn=2))
    assert story.circle.done == (speaks,)


def test_a_round_is_over_when_only_the_other_seat_of_whoever_spoke_last_still_waited() -> None:
    story = Story(a_wide_session()).in_circle(2)
    now, (other,) = story.circle.now, story.circle.waiting
    assert now is not None
    story.do(MergeSeats(seat=now, into=other))
    assert (story.circle.finished, story.circle.now, story.circle.done) == (True, None, (other,))


def test_who_had_a_turn_and_is_here_again_as_a_seat_that_was_away_has_none_left() -> None:
    story = Story(a_wide_session()).people(6)
    story.do(Leave(), person(2))
    story.open(CIRCLE)
    story.do(StartCircle(run=1))
    spoken = story.circle.now
    assert spoken is not None
    story.do(EndTurn(run=1, turn=1))
    story.do(MergeSeats(seat=spoken, into=seat(2)))
    assert story.session.people[seat(2)].state == "here"
    assert seat(2) not in story.circle.waiting
    assert story.circle.done == (seat(2),)


def test_who_was_in_a_room_as_the_merged_seat_leaves_an_empty_place() -> None:
    story = Story().in_rooms(6)
    room = story.rooms.rooms[0]
    inside, outside = room.seats[0], story.rooms.rooms[1].seats[0]
    story.do(MergeSeats(seat=inside, into=outside))
    assert not any(inside in one.seats for one in story.rooms.rooms)
    assert sum(outside in one.seats for one in story.rooms.rooms) == 1


def test_who_was_away_as_one_seat_and_is_here_as_the_other_has_a_turn_in_the_round() -> None:
    story = Story(a_wide_session()).people(6)
    story.do(Leave(), person(2))
    story.open(CIRCLE)
    story.do(StartCircle(run=1))
    assert seat(2) not in (story.circle.now, *story.circle.waiting)
    one = next(number for number in range(1, 7) if seat(number) == story.circle.waiting[0])
    story.do(MergeSeats(seat=seat(one), into=seat(2)))
    assert story.circle.waiting[-1] == seat(2)


@pytest.mark.parametrize(("old", "into"), [(1, 7), (7, 1)])
def test_somebody_who_was_added_without_a_phone_and_found_one_has_a_phone(old: int, into: int) -> None:
    story = Story().people(6)
    story.do(structs.replace(join(7), phone=False))
    story.do(MergeSeats(seat=seat(old), into=seat(into)))
    assert story.session.people[seat(into)].phone
