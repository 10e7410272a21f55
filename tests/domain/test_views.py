"""Who sees what: what is in a part, and what is in none."""

import msgspec

from tests.domain.given import CHOICE, FRESH, GUIDE, PLAN, Story, person, seat
from tests.domain.pictures_of import parts_of
from workshop.domain import views
from workshop.domain.commands import CalmRoom, Leave, LockDoor, Rest
from workshop.domain.words import PartScope

EVERYTHING: frozenset[PartScope] = frozenset({"shared", "receipts", "console", "screen", "seats", "rooms"})


def test_in_the_lobby_everybody_sees_the_title_the_floor_and_how_many_there_are() -> None:
    story = Story().people(3)
    shared = views.shared(story.session, story.texts)
    assert (shared.title, shared.phase, shared.floor, shared.people, shared.practice) == (PLAN.title, "lobby", 5, 3, False)
    assert (shared.activity, shared.stage, shared.calm) == (None, None, False)


def test_an_activity_says_what_will_be_asked_and_how_to_sit_out() -> None:
    story = Story().open(GUIDE)
    activity = views.shared(story.session, story.texts).activity
    assert activity is not None
    assert (activity.note, activity.sit_out) == (PLAN.items[0].activity.care.note, PLAN.items[0].activity.care.sit_out)
    assert (activity.number, activity.of) == (1, 4)


def test_the_plan_on_the_console_says_where_the_session_is() -> None:
    story = Story()
    states = [item.state for item in views.console(story.session, {}, views.Signs()).plan]
    assert states == ["ahead"] * 4
    story.open(FRESH)
    assert [item.state for item in views.console(story.session, {}, views.Signs()).plan] == ["done", "done", "now", "ahead"]


def test_people_are_listed_by_the_alphabet_not_by_when_they_came() -> None:
    story = Story().people(1, first=9).people(3)
    assert [one.alias for one in views.console(story.session, story.texts, views.Signs()).people] == [
        "Mika001",
        "Mika002",
        "Mika003",
        "Mika009",
    ]


def test_signs_are_numbers_on_the_console_and_the_screen_and_nowhere_else() -> None:
    story = Story().people(6).open(CHOICE)
    quiet = parts_of(story.session, story.texts)
    busy = parts_of(
        story.session, story.texts, views.Signs(answered=4, asleep=frozenset({seat(1)}), coming_back=1, missing_nodes=1)
    )
    assert {scope for (scope, _), picture in busy.items() if quiet[scope, _] != picture} == {"console", "screen"}
    screen = views.screen(story.session, story.texts, views.Signs(answered=4))
    assert (screen.answered, screen.staying) == (4, 6)


def test_who_left_is_not_called_asleep() -> None:
    story = Story().people(1)
    story.do(Leave(), person(1))
    (one,) = views.console(story.session, story.texts, views.Signs(asleep=frozenset({seat(1)}))).people
    assert (one.state, one.asleep) == ("left", False)


def test_the_console_counts_who_is_here_and_who_rests() -> None:
    story = Story().people(5)
    story.do(Rest(), person(1))
    story.do(Leave(), person(2))
    console = views.console(story.session, story.texts, views.Signs())
    assert (console.here, console.resting, views.shared(story.session, story.texts).people) == (3, 1, 4)


def test_a_seat_sees_the_own_alias_mark_and_state() -> None:
    story = Story().people(1)
    mine = views.seat(story.session, seat(1), story.texts)
    assert (mine.alias, mine.mark, mine.state, mine.room, mine.place) == ("Mika001", 0, "here", None, None)
    assert views.seat(story.session, seat(1), {}).alias == ""


def test_a_calm_room_shows_what_was_left_on_the_clock() -> None:
    story = Story().open(GUIDE).later(30_000)
    story.do(CalmRoom())
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert (stage.clock.ends_at, stage.clock.left) == (None, 150_000)


def test_the_door_is_shown_to_the_console_and_the_screen() -> None:
    story = Story()
    story.do(LockDoor())
    assert views.console(story.session, {}, views.Signs()).locked
    assert views.screen(story.session, {}, views.Signs()).locked
    assert b"locked" not in msgspec.json.encode(views.shared(story.session, {}))


def test_the_scopes_name_the_parts_that_exist_after_the_fact() -> None:
    story = Story().in_rooms(4)
    parts = set(parts_of(story.session, story.texts))
    assert views.touched(story.session, EVERYTHING, None) == parts
    assert views.touched(story.session, frozenset({"seat"}), seat(2)) == {("seat", seat(2))}
    assert views.touched(story.session, frozenset({"seat"}), None) == set()
    assert views.touched(Story().session, frozenset({"rooms"}), None) == set()


def test_the_rows_that_views_may_need_are_the_aliases() -> None:
    story = Story().people(2)
    assert views.text_ids(story.session) == {"alias-1", "alias-2"}
    assert views.card_ids(story.session) == frozenset()
