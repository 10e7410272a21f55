"""A note to everybody, and asking for a person: known to facilitators, and to nobody else."""

import msgspec
import pytest

from tests.domain.given import CHOICE, FACILITATOR, Story, given, person, seat
from tests.domain.pictures_of import changed, parts_of
from workshop.domain import views
from workshop.domain.commands import (
    AskForPerson,
    ComeBack,
    EndSession,
    Leave,
    MergeSeats,
    NameSeat,
    OfferHelp,
    OpenCare,
    PostNote,
    SettleCare,
    TakeBackCare,
)
from workshop.domain.decider import kept
from workshop.domain.deciding import Actor
from workshop.domain.events import CareAsked, CareSettled, HelpOffered, NoteSent, SeatJoined
from workshop.domain.parts import CareRequestView
from workshop.domain.words import NOTE_LENGTH, CareOutcome, TextId

CARE = TextId("care-1")
SECOND = TextId("care-2")
NOTE = TextId("note-1")


def note(text: str, row: TextId = NOTE) -> PostNote:
    return PostNote(note=row, text=text)


def asked(number: int = 1, care: TextId = CARE) -> Story:
    story = Story().people(6).open(CHOICE)
    story.do(OpenCare(care=care, waiting=None), person(number))
    return story


def own_request(story: Story, number: int) -> CareRequestView | None:
    return views.seat(story.session, seat(number), story.texts).care


# --- notes


def test_a_note_stands_on_every_phone_and_the_fact_names_only_its_row() -> None:
    story = Story().people(1)
    assert story.do(note("  Tea is ready  ")) == (NoteSent(note=NOTE),)
    assert views.shared(story.session, story.texts).note == "Tea is ready"
    assert views.text_ids(story.session) >= {NOTE}


def test_the_next_note_replaces_the_one_before_and_its_row() -> None:
    story = Story()
    story.do(note("Tea is ready"))
    before = story.session
    rows = kept(before, note("Five minutes", SECOND), FACILITATOR, story.do(note("Five minutes", SECOND)))
    assert [(row.id, row.kind, row.words) for row in rows.texts] == [(SECOND, "note", "Five minutes")]
    assert rows.gone_texts == (NOTE,)
    assert views.shared(story.session, story.texts).note == "Five minutes"
    assert NOTE not in story.texts


@pytest.mark.parametrize("nothing", ["", "  \n ", "\u200b"])
def test_an_empty_note_takes_the_note_off_and_deletes_its_row(nothing: str) -> None:
    story = Story()
    assert story.do(note(nothing)) == (), "there was none"
    story.do(note("Tea is ready"))
    before = story.session
    events = story.do(note(nothing, SECOND))
    assert events == (NoteSent(note=None),)
    rows = kept(before, note(nothing, SECOND), FACILITATOR, events)
    assert (rows.texts, rows.gone_texts) == ((), (NOTE,))
    assert views.shared(story.session, story.texts).note is None


def test_a_note_has_a_length_and_is_readable() -> None:
    given().when(note("a" * NOTE_LENGTH)).then(NoteSent(note=NOTE))
    given().when(note("a" * (NOTE_LENGTH + 1))).refused("text_too_long")
    given().when(note("a\u0000b")).refused("text_unreadable")


# --- asking for a person


def test_a_person_is_asked_for_and_the_fact_does_not_say_by_whom() -> None:
    story = Story().people(6).open(CHOICE)
    (fact,) = story.do(OpenCare(care=CARE, waiting=None), person(3))
    assert fact == CareAsked(care=CARE)
    assert seat(3).encode() not in msgspec.json.encode(fact)
    console = views.console(story.session, story.texts, views.Signs())
    (request,) = console.care
    assert (request.id, request.alias, request.outcome) == (CARE, "Mika003", None)
    assert own_request(story, 3) == CareRequestView(id=CARE, outcome=None)
    assert own_request(story, 1) is None


def test_g_m2_asking_changes_no_part_but_the_console_and_the_own_seat() -> None:
    story = Story().people(6).open(CHOICE)
    before = parts_of(story.session, story.texts)
    story.do(OpenCare(care=CARE, waiting=None), person(3))
    own = {("console", ""), ("seat", seat(3))}
    assert changed(before, parts_of(story.session, story.texts)) == own
    before = parts_of(story.session, story.texts)
    story.do(SettleCare(care=CARE, outcome="answered"))
    assert changed(before, parts_of(story.session, story.texts)) == own


def test_the_row_of_a_request_holds_the_seat_and_no_repr_says_it() -> None:
    story = Story().people(3)
    command = OpenCare(care=CARE, waiting=None)
    rows = kept(story.session, command, person(3), story.do(command, person(3)))
    assert [(row.id, row.kind, row.words) for row in rows.texts] == [(CARE, "care", seat(3))]
    assert seat(3) not in repr(rows)


def test_who_waits_for_a_person_already_asks_once() -> None:
    story = asked()
    again = OpenCare(care=SECOND, waiting=CARE)
    assert story.do(again, person(1)) == ()
    assert kept(story.session, again, person(1), ()).texts == ()
    story.do(SettleCare(care=CARE, outcome="answered"))
    assert story.do(again, person(1)) == (CareAsked(care=SECOND),), "the one before was settled meanwhile"
    assert own_request(story, 1) == CareRequestView(id=SECOND, outcome=None)


def test_everybody_with_a_seat_may_ask_also_at_the_door_and_after_leaving() -> None:
    waits = SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0, waiting=True)
    given([waits]).when(OpenCare(care=CARE, waiting=None), person(1)).then(CareAsked(care=CARE))
    story = Story().people(1)
    story.do(Leave(), person(1))
    story.do(OpenCare(care=CARE, waiting=None), person(1))
    story.do(ComeBack(), person(1))
    assert own_request(story, 1) == CareRequestView(id=CARE, outcome=None)


@pytest.mark.parametrize("nobody", [person(7), Actor(role="participant")])
def test_somebody_without_a_seat_here_is_told_so(nobody: Actor) -> None:
    assert Story().people(1).refused(OpenCare(care=CARE, waiting=None), nobody) == "not_here"


def test_the_node_and_not_the_phone_opens_a_request() -> None:
    assert Story().people(1).refused(AskForPerson(), person(1)) == "not_permitted"


@pytest.mark.parametrize("outcome", ["answered", "handed_over"])
def test_a_request_is_settled_once(outcome: CareOutcome) -> None:
    story = asked()
    assert story.do(SettleCare(care=CARE, outcome=outcome)) == (CareSettled(care=CARE, outcome=outcome),)
    assert own_request(story, 1) == CareRequestView(id=CARE, outcome=outcome)
    assert story.do(SettleCare(care=CARE, outcome=outcome)) == ()
    assert story.do(TakeBackCare(care=CARE), person(1)) == ()
    assert story.session.open_care() == ()


def test_a_request_may_be_taken_back_and_a_facilitator_does_not_do_that_for_somebody() -> None:
    story = asked()
    assert story.refused(SettleCare(care=CARE, outcome="taken_back")) == "not_permitted"
    assert story.do(TakeBackCare(care=CARE), person(1)) == (CareSettled(care=CARE, outcome="taken_back"),)
    assert own_request(story, 1) == CareRequestView(id=CARE, outcome="taken_back")
    assert story.do(SettleCare(care=CARE, outcome="answered")) == ()


def test_a_request_that_nobody_made_is_unknown() -> None:
    story = Story().people(1)
    assert story.refused(SettleCare(care=CARE, outcome="answered")) == "unknown_person"
    assert story.refused(TakeBackCare(care=CARE), person(1)) == "unknown_person"


def test_open_requests_stand_first_on_the_console() -> None:
    story = asked(1)
    story.do(OpenCare(care=SECOND, waiting=None), person(2))
    story.do(SettleCare(care=CARE, outcome="answered"))
    console = views.console(story.session, story.texts, views.Signs())
    assert [(request.alias, request.outcome) for request in console.care] == [("Mika002", None), ("Mika001", "answered")]


def test_a_session_ends_only_when_nobody_waits_for_a_person_and_then_nobody_can_read_who_did() -> None:
    story = asked(1)
    assert story.refused(EndSession()) == "care_open"
    story.do(SettleCare(care=CARE, outcome="handed_over"))
    before = story.session
    events = story.do(EndSession())
    assert kept(before, EndSession(), FACILITATOR, events).end_care
    assert seat(1) not in story.texts.values()
    assert views.console(story.session, story.texts, views.Signs()).care == ()
    assert CARE not in views.text_ids(story.session)


def test_a_request_goes_on_under_another_name_and_after_a_merge() -> None:
    story = asked(1)
    story.do(NameSeat(alias="Robin", alias_text=TextId("alias-new"), mark=0), person(1))
    (request,) = views.console(story.session, story.texts, views.Signs()).care
    assert request.alias == "Robin"
    story.do(MergeSeats(seat=seat(1), into=seat(2)))
    (request,) = views.console(story.session, story.texts, views.Signs()).care
    assert request.alias == "Mika002"
    assert own_request(story, 2) == CareRequestView(id=CARE, outcome=None)


def test_help_is_offered_to_everybody_and_again_only_by_whoever_knows_of_the_first_time() -> None:
    story = Story().people(5)
    assert views.shared(story.session, story.texts).help_offered == 0
    assert story.do(OfferHelp(offered=0)) == (HelpOffered(number=1),)
    assert story.do(OfferHelp(offered=0)) == ()
    assert story.do(OfferHelp(offered=1)) == (HelpOffered(number=2),)
    assert views.shared(story.session, story.texts).help_offered == 2
    assert views.at_the_door(story.session).help_offered == 0


def test_help_is_offered_by_facilitators_alone_and_names_nobody() -> None:
    story = Story().people(5)
    assert story.refused(OfferHelp(offered=0), Actor(role="participant", seat=seat(1))) == "not_permitted"
    assert HelpOffered.touches == frozenset({"shared"})
    assert HelpOffered.__struct_fields__ == ("number",)
