"""Seats, the door, and who is here, resting or gone."""

import pytest
from msgspec import structs

from tests.domain.given import FACILITATOR, SYSTEM, Story, a_session, a_wide_session, given, join, person, seat
from workshop.domain import views
from workshop.domain.commands import (
    AdmitPerson,
    ComeBack,
    DeclinePerson,
    EndSession,
    Join,
    Leave,
    LockDoor,
    MarkPerson,
    Rest,
    UnlockDoor,
)
from workshop.domain.decider import kept
from workshop.domain.events import (
    AnyEvent,
    DoorLocked,
    DoorUnlocked,
    PersonAdmitted,
    PersonDeclined,
    PersonLeft,
    PersonRested,
    PersonReturned,
    SeatJoined,
    SeatsMerged,
)
from workshop.domain.words import PersonState, TextId

JOINED = SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0)
RESTED = PersonRested(seat=seat(1))
RETURNED = PersonReturned(seat=seat(1))
LEFT = PersonLeft(seat=seat(1))


def test_a_person_joins_and_the_fact_names_the_row_of_the_alias_not_the_alias() -> None:
    given().when(join(1), SYSTEM).then(JOINED)


def test_a_mark_that_was_found_for_a_taken_alias_is_kept() -> None:
    given([JOINED]).when(join(2, mark=2), SYSTEM).then(SeatJoined(seat=seat(2), alias=TextId("alias-2"), mark=2))


def test_the_same_seat_joins_once_even_when_the_door_is_locked_and_the_session_full() -> None:
    given([JOINED, DoorLocked()], a_session(capacity=1)).when(join(1), SYSTEM).nothing()


def test_nobody_joins_through_a_locked_door_but_who_left_returns() -> None:
    locked: list[AnyEvent] = [JOINED, LEFT, DoorLocked()]
    given(locked).when(join(2), SYSTEM).refused("door_locked")
    given(locked).when(ComeBack(), person(1)).then(RETURNED)


def test_a_session_is_full_at_two_hundred_people_unless_created_with_another_number() -> None:
    story = Story().people(200)
    assert story.refused(join(201), SYSTEM) == "session_full"
    assert Story(a_session(capacity=3)).people(3).refused(join(4), SYSTEM) == "session_full"


def test_whoever_rests_keeps_a_place_and_whoever_leaves_frees_one() -> None:
    story = Story(a_session(capacity=3)).people(3)
    story.do(Rest(), person(1))
    assert story.refused(join(4), SYSTEM) == "session_full"
    story.do(Leave(), person(1))
    story.do(join(4), SYSTEM)


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("", "text_empty"),
        ("   ", "text_empty"),
        ("\u200d\u200b", "text_empty"),
        ("\u202e", "text_empty"),
        ("a" * 25, "text_too_long"),
        ("Mi\u0000ka", "text_unreadable"),
        ("Mi\nka", "text_unreadable"),
        ("\ue000", "text_unreadable"),
        ("\ufffe", "text_unreadable"),
    ],
)
def test_an_alias_that_cannot_be_read_aloud_is_refused(alias: str, code: str) -> None:
    assert Story().refused(join(1, alias), SYSTEM) == code


@pytest.mark.parametrize(
    "alias", ["Mika", "🌱", "🩷🫨", "👩🏽‍🌾", "ميكا", "מיקה", "Žofie", "Zo\u0308e", "米卡", "a" * 24, " Mika ", f"  {'a' * 24}  "]
)
def test_an_alias_in_any_script_or_only_of_emoji_is_welcome(alias: str) -> None:
    given().when(join(1, alias), SYSTEM).then(JOINED)


def test_the_alias_is_kept_trimmed_composed_and_without_overrides() -> None:
    command = join(1, "  \u202eZo\u0308e ")
    (row,) = kept(a_session(), command, SYSTEM, Story().do(command, SYSTEM)).seats
    assert (row.alias, row.alias_text, row.seat, row.key_hash) == ("Zöe", TextId("alias-1"), seat(1), f"{1:064x}")


def test_a_join_that_changed_nothing_leaves_no_row() -> None:
    assert kept(a_session(), join(1), SYSTEM, ()).seats == ()


@pytest.mark.parametrize(
    ("before", "wish", "after"),
    [
        ([], Rest(), RESTED),
        ([], Leave(), LEFT),
        ([RESTED], Leave(), LEFT),
        ([RESTED], ComeBack(), RETURNED),
        ([LEFT], ComeBack(), RETURNED),
        ([RESTED], Rest(), None),
        ([LEFT], Leave(), None),
        ([], ComeBack(), None),
    ],
)
def test_a_tap_changes_a_person_once(
    before: list[PersonRested | PersonLeft],
    wish: Rest | Leave | ComeBack,
    after: PersonRested | PersonLeft | PersonReturned | None,
) -> None:
    given([JOINED, *before]).when(wish, person(1)).then(*([after] if after is not None else []))


def test_who_left_comes_back_before_resting() -> None:
    given([JOINED, LEFT]).when(Rest(), person(1)).refused("not_here")


@pytest.mark.parametrize("wish", [Rest(), ComeBack(), Leave()])
def test_somebody_without_a_seat_here_is_told_so(wish: Rest | ComeBack | Leave) -> None:
    given([JOINED]).when(wish, person(2)).refused("not_here")


def test_the_door_is_locked_and_unlocked_once() -> None:
    given().when(LockDoor()).then(DoorLocked())
    given([DoorLocked()]).when(LockDoor()).nothing()
    given([DoorLocked()]).when(UnlockDoor()).then(DoorUnlocked())
    given().when(UnlockDoor()).nothing()


def test_a_person_taps_in_every_phase_until_the_end() -> None:
    story = Story().people(1)
    story.do(EndSession())
    assert story.refused(Rest(), person(1)) == "session_ended"
    assert story.refused(join(2), SYSTEM) == "session_ended"


def test_resting_and_leaving_change_only_a_number_for_the_others() -> None:
    story = Story().people(6)
    before = views.shared(story.session, story.texts)
    story.do(Rest(), person(1))
    assert views.shared(story.session, story.texts) == before
    story.do(Leave(), person(1))
    assert before.people - views.shared(story.session, story.texts).people == 1


def test_the_console_and_the_screen_do_not_say_who_rests() -> None:
    asleep = views.Signs(asleep=frozenset({seat(1), seat(3)}))

    def seen(resting: int) -> tuple[object, object]:
        story = Story().people(6)
        story.do(Rest(), person(resting))
        return views.console(story.session, story.texts, asleep), views.screen(story.session, story.texts, asleep)

    assert seen(1) == seen(2) == seen(3)


def test_the_repr_of_a_join_does_not_say_the_alias_or_the_key() -> None:
    command = join(1, "Wilhelmina")
    assert "Wilhelmina" not in repr(command)
    assert command.key_hash not in repr(command)
    assert isinstance(command, Join)
    assert "Wilhelmina" not in repr(kept(a_session(), command, SYSTEM, Story().do(command, SYSTEM)))


# --- the door of a session whose facilitator admits each person

WAITS = SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0, waiting=True)
ADMITTED = PersonAdmitted(seat=seat(1))
DECLINED = PersonDeclined(seat=seat(1))


def test_with_approval_a_person_waits_at_the_door_until_somebody_lets_them_in() -> None:
    story = Story(a_session(approval=True))
    assert story.do(join(1), SYSTEM) == (WAITS,)
    assert (story.session.staying(), story.session.here()) == (0, ())
    assert story.do(AdmitPerson(seat=seat(1))) == (ADMITTED,)
    assert (story.session.staying(), story.session.here()) == (1, (seat(1),))
    assert story.do(AdmitPerson(seat=seat(1))) == ()


def test_who_waits_sees_the_own_page_and_nothing_of_the_session() -> None:
    story = Story(a_session(approval=True)).people(1)
    assert not views.sees_session(story.session, seat(1))
    assert not views.sees_session(story.session, seat(9))
    assert views.seat(story.session, seat(1), story.texts).state == "waiting"
    story.do(AdmitPerson(seat=seat(1)))
    assert views.sees_session(story.session, seat(1))
    story.do(Leave(), person(1))
    assert views.sees_session(story.session, seat(1))


def test_who_was_sent_away_from_the_door_does_not_see_the_session_either_and_may_knock_again() -> None:
    story = Story(a_session(approval=True)).people(1)
    assert story.do(DeclinePerson(seat=seat(1))) == (DECLINED,)
    assert story.do(DeclinePerson(seat=seat(1))) == ()
    assert views.seat(story.session, seat(1), story.texts).state == "left"
    assert not views.sees_session(story.session, seat(1))
    assert story.do(ComeBack(), person(1)) == (RETURNED,)
    assert story.session.people[seat(1)].state == "waiting"
    assert not views.sees_session(story.session, seat(1))


def test_who_was_sent_away_by_mistake_is_let_in_without_knocking_again() -> None:
    given([WAITS, DECLINED]).when(AdmitPerson(seat=seat(1))).then(ADMITTED)


def test_who_was_let_in_is_never_sent_away() -> None:
    given([WAITS, ADMITTED]).when(DeclinePerson(seat=seat(1))).refused("not_permitted")
    given([JOINED]).when(DeclinePerson(seat=seat(1))).refused("not_permitted")


def test_who_waits_may_leave_and_has_nothing_to_rest_from() -> None:
    given([WAITS]).when(Rest(), person(1)).refused("not_here")
    given([WAITS]).when(ComeBack(), person(1)).nothing()
    given([WAITS]).when(Leave(), person(1)).then(LEFT)
    story = Story(a_session(approval=True)).people(1)
    story.do(Leave(), person(1))
    story.do(ComeBack(), person(1))
    assert story.session.people[seat(1)].state == "waiting", "leaving is no way in"


def test_who_waits_takes_a_place_so_that_everybody_at_the_door_can_be_let_in() -> None:
    story = Story(a_session(capacity=2, approval=True)).people(2)
    assert story.refused(join(3), SYSTEM) == "session_full"
    story.do(DeclinePerson(seat=seat(1)))
    story.do(join(3), SYSTEM)


def test_a_person_without_a_phone_is_added_by_a_facilitator_and_need_not_wait() -> None:
    added = structs.replace(join(1), phone=False)
    story = Story(a_session(approval=True))
    story.do(LockDoor())
    assert story.do(added) == (SeatJoined(seat=seat(1), alias=TextId("alias-1"), mark=0, phone=False),)
    (one,) = views.console(story.session, story.texts, views.Signs(asleep=frozenset({seat(1)}))).people
    assert (one.state, one.phone, one.asleep) == ("here", False, False)
    (row,) = kept(a_session(), added, FACILITATOR, (JOINED,)).seats
    assert not row.phone


def test_a_full_session_is_full_for_people_without_a_phone_too() -> None:
    story = Story(a_session(capacity=1)).people(1)
    assert story.refused(structs.replace(join(2), phone=False)) == "session_full"


# --- what a facilitator says for somebody


@pytest.mark.parametrize(
    ("before", "state", "after"),
    [
        ([JOINED], "resting", RESTED),
        ([JOINED], "left", LEFT),
        ([JOINED], "here", None),
        ([JOINED, RESTED], "here", RETURNED),
        ([JOINED, RESTED], "left", LEFT),
        ([JOINED, RESTED], "resting", None),
        ([JOINED, LEFT], "here", RETURNED),
        ([JOINED, LEFT], "resting", RESTED),
        ([WAITS], "here", ADMITTED),
        ([WAITS], "left", DECLINED),
        ([WAITS, DECLINED], "here", ADMITTED),
        ([WAITS, DECLINED], "left", None),
    ],
)
def test_a_facilitator_marks_a_person_with_the_same_fact_as_their_own_tap(
    before: list[AnyEvent], state: PersonState, after: AnyEvent | None
) -> None:
    given(before).when(MarkPerson(seat=seat(1), state=state)).then(*([] if after is None else [after]))


def test_nobody_is_marked_as_waiting_and_nobody_rests_at_the_door() -> None:
    given([JOINED]).when(MarkPerson(seat=seat(1), state="waiting")).refused("not_permitted")
    given([WAITS]).when(MarkPerson(seat=seat(1), state="resting")).refused("not_here")
    given([WAITS, DECLINED]).when(MarkPerson(seat=seat(1), state="resting")).refused("not_here")


@pytest.mark.parametrize("wish", [AdmitPerson(seat=seat(9)), DeclinePerson(seat=seat(9)), MarkPerson(seat=seat(9), state="here")])
def test_a_person_who_never_came_is_unknown(wish: AdmitPerson | DeclinePerson | MarkPerson) -> None:
    given([JOINED]).when(wish).refused("unknown_person")


@pytest.mark.parametrize("wish", [AdmitPerson(seat=seat(1)), DeclinePerson(seat=seat(1)), MarkPerson(seat=seat(1), state="here")])
def test_a_merged_seat_is_nobody_to_let_in_or_mark(wish: AdmitPerson | DeclinePerson | MarkPerson) -> None:
    other = SeatJoined(seat=seat(2), alias=TextId("alias-2"), mark=0)
    given([JOINED, other, SeatsMerged(seat=seat(1), into=seat(2))]).when(wish).refused("unknown_person")


# --- a round that goes on


def test_whoever_comes_or_is_let_in_while_a_round_goes_on_has_a_turn_at_its_end() -> None:
    wide = a_wide_session()
    approved = structs.replace(wide, settings=structs.replace(wide.settings, approval=True))
    story = Story(wide).in_circle(3)
    story.session = structs.replace(story.session, settings=approved.settings)
    story.do(join(4), SYSTEM)
    assert seat(4) not in story.circle.waiting
    story.do(AdmitPerson(seat=seat(4)))
    assert story.circle.waiting[-1] == seat(4)
    story.do(structs.replace(join(5), phone=False))
    assert story.circle.waiting[-1] == seat(5)


@pytest.mark.parametrize("state", ["resting", "left"])
def test_whose_turn_it_is_and_who_rests_or_leaves_looks_like_a_turn_that_is_over(state: PersonState) -> None:
    story = Story(a_wide_session()).in_circle(3)
    now, following = story.circle.now, story.circle.waiting[0]
    assert now is not None
    story.do(MarkPerson(seat=now, state=state))
    assert (story.circle.now, story.circle.done) == (following, (now,))
