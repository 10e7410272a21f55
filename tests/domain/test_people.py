"""Seats, the door, and who is here, resting or gone."""

import pytest

from tests.domain.given import SYSTEM, Story, a_session, given, join, person, seat
from workshop.domain import views
from workshop.domain.commands import ComeBack, EndSession, Join, Leave, LockDoor, Rest, UnlockDoor
from workshop.domain.decider import kept
from workshop.domain.events import AnyEvent, DoorLocked, DoorUnlocked, PersonLeft, PersonRested, PersonReturned, SeatJoined
from workshop.domain.words import TextId

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
    (row,) = kept(command, Story().do(command, SYSTEM)).seats
    assert (row.alias, row.alias_text, row.seat, row.key_hash) == ("Zöe", TextId("alias-1"), seat(1), f"{1:064x}")


def test_a_join_that_changed_nothing_leaves_no_row() -> None:
    assert kept(join(1), ()).seats == ()


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
    assert "Wilhelmina" not in repr(kept(command, Story().do(command, SYSTEM)))
