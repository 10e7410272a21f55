"""A session as one of a series: what it begins with, what everybody sees of it, and what it leaves to the next one."""

from msgspec import structs

from tests.domain.given import (
    AGREE,
    FACILITATOR,
    PLAN,
    START_LINES,
    SYSTEM,
    Story,
    a_session,
    a_wide_session,
    given,
    join,
    seat,
    settings,
    wide_plan,
)
from workshop.domain import programme, views
from workshop.domain.commands import EndSession, Join, KeepLines, LockDoor, MergeSeats
from workshop.domain.decider import kept
from workshop.domain.events import DoorLocked, PersonLeft, SeatJoined, SeatsMerged, SessionEnded
from workshop.domain.parts import ProgrammeView
from workshop.domain.plan import ProgrammePlace
from workshop.domain.session import Session, new_session
from workshop.domain.words import LineId, SeatId, TextId

PLACE = ProgrammePlace(
    title="Tuesdays", number=2, of=12, phase="arrive", focus=("loss",), since="Listen.", until="One small contact."
)
CARRIED = ("We begin on time.", "Passing is fine")
A, B, C = "a" * 32, "b" * 32, "c" * 32


def a_later_session() -> Session:
    return new_session(settings(), structs.replace(wide_plan(), programme=PLACE), CARRIED)


def member(number: int, pseudonym: str, *, place_hash: str = "", into: SeatId | None = None) -> Join:
    return structs.replace(join(number), pseudonym=pseudonym, place_hash=place_hash, into=into)


def test_a_later_session_begins_with_the_agreements_of_the_one_before() -> None:
    session = a_later_session()
    assert views.shared(session, {}).agreements == CARRIED
    assert views.text_ids(session) == frozenset(), "their words are no rows"
    assert new_session(settings(), PLAN).agreements == ()


def test_what_is_agreed_on_later_is_added_to_what_was_carried_over() -> None:
    story = Story(a_later_session()).people(5).open(AGREE)
    story.do(KeepLines(run=1, lines=(LineId("start-0"), LineId("start-1")), questioned=()))
    assert views.shared(story.session, story.texts).agreements == (*CARRIED, *START_LINES[:2])
    assert programme.to_carry(story.session, story.texts) == (*CARRIED, START_LINES[0]), "the same promise is one promise"


def test_everybody_sees_which_session_of_what_it_is() -> None:
    seen = ProgrammeView(title="Tuesdays", number=2, of=12, focus=("loss",), since="Listen.", until="One small contact.")
    assert views.shared(a_later_session(), {}).programme == seen
    assert views.at_the_door(a_later_session()).programme == seen
    assert views.at_the_door(a_later_session()).agreements == ()
    assert views.shared(a_session(), {}).programme is None


# --- joining


def test_no_fact_and_no_view_has_a_pseudonym() -> None:
    story = Story(a_later_session())
    events = story.do(member(1, A, place_hash="hash"), SYSTEM)
    assert events == (SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0),)
    told = (events, views.shared(story.session, story.texts), views.seat(story.session, seat(1), story.texts), story.session)
    assert A not in str(told)
    assert A not in str(views.console(story.session, story.texts, views.Signs()).people)
    assert A not in repr(member(1, A))


def test_the_row_of_a_new_seat_has_the_pseudonym_and_the_place_of_a_new_member() -> None:
    wish = member(1, A, place_hash="hash")
    (row,) = kept(a_later_session(), wish, SYSTEM, (SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0),)).seats
    assert (row.pseudonym, row.place_hash) == (A, "hash")
    assert A not in repr(row)


def test_another_phone_of_somebody_who_is_here_becomes_the_same_person() -> None:
    story = Story(a_later_session()).people(2)
    assert story.do(member(3, A, into=seat(1)), SYSTEM) == (
        SeatJoined(seat=seat(3), alias=TextId("alias-3"), mark=0),
        SeatsMerged(seat=seat(3), into=seat(1)),
    )
    assert (story.session.seat_of(seat(3)), story.session.staying()) == (seat(1), 2)


def test_another_phone_takes_up_no_place_and_comes_to_the_person_as_they_are_now() -> None:
    full = Story(a_session(capacity=2)).people(2)
    assert full.refused(member(3, B), SYSTEM) == "session_full"
    full.do(MergeSeats(seat=seat(1), into=seat(2)))
    full.people(1, first=4)
    assert full.do(member(3, A, into=seat(1)), SYSTEM)[-1] == SeatsMerged(seat=seat(3), into=seat(2))
    gone = Story().people(1)
    gone.apply(PersonLeft(seat=seat(1)))
    gone.do(member(2, A, into=seat(1)), SYSTEM)
    assert gone.session.people[seat(1)].state == "here", "who comes again has come back"
    given([SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0), DoorLocked()]).when(
        member(2, A, into=seat(1)), SYSTEM
    ).refused("door_locked")


def test_who_was_let_in_is_let_in_with_another_phone() -> None:
    story = Story(a_session(approval=True))
    story.do(member(1, A), SYSTEM)
    story.do(member(2, A, into=seat(1)), SYSTEM)
    assert story.session.people[seat(1)].state == "waiting"


# --- what goes on


def test_only_the_end_of_a_programmes_session_is_carried_over() -> None:
    ended = (SessionEnded(),)
    assert kept(a_later_session(), EndSession(), FACILITATOR, ended).carries_over
    assert not kept(a_wide_session(), EndSession(), FACILITATOR, ended).carries_over
    assert not kept(a_later_session(), LockDoor(), FACILITATOR, (DoorLocked(),)).carries_over


def test_who_met_is_told_by_pseudonyms_and_each_person_once() -> None:
    session = structs.replace(
        Story(a_later_session()).people(6).session,
        met={(seat(1), seat(2)): 2, (seat(2), seat(3)): 1, (seat(1), seat(4)): 1, (seat(5), seat(6)): 3, (seat(3), seat(6)): 1},
        merged={seat(3): seat(2), seat(4): seat(1)},
    )
    # Person 2 was added without a phone and is known by the seat that was merged into it; person 5 has no place at all.
    pseudonyms = {seat(1): B, seat(3): A, seat(4): C, seat(6): C}
    assert programme.met(session, pseudonyms) == {(A, B): 2, (A, C): 1}
    assert programme.met(session, {}) == {}
    # Two seats of one person, both with that pseudonym, have not met each other.
    assert programme.met(session, {seat(1): A, seat(2): A}) == {}


def test_a_line_that_was_taken_back_is_not_carried_over() -> None:
    story = Story(a_later_session())
    line = structs.replace(story.session.agreements[0], id=LineId("l1"), words=None)
    session = structs.replace(story.session, agreements=(*story.session.agreements, line))
    assert programme.to_carry(session, {"l1": "Nobody interrupts."}) == (*CARRIED, "Nobody interrupts.")
    assert programme.to_carry(session, {}) == CARRIED
