"""Who sees what: what is in a part, and what is in none."""

import re
from collections.abc import Callable

import msgspec
import pytest

from tests.domain.given import (
    AGREE,
    CHOICE,
    FACILITATOR,
    FRESH,
    GUIDE,
    PLAN,
    SYSTEM,
    WALL,
    Story,
    a_session,
    a_wide_session,
    card_id,
    held,
    person,
    seat,
    text_answer,
    written,
)
from tests.domain.pictures_of import Part, changed, parts_of
from workshop.domain import views
from workshop.domain.commands import (
    AdmitPerson,
    ApproveCard,
    ApproveLine,
    CalmRoom,
    EndSession,
    EndTurn,
    KeepLines,
    Leave,
    LockDoor,
    LookBack,
    MissConsole,
    OpenCare,
    PostNote,
    PostReturn,
    ReleaseCards,
    Rest,
)
from workshop.domain.deciding import Actor
from workshop.domain.kinds import circle
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import CircleView, Clock, NameView
from workshop.domain.words import LineId, PartScope, TextId

EVERYTHING: frozenset[PartScope] = frozenset({"shared", "receipts", "notes", "console", "screen", "seats", "rooms"})


def test_in_the_lobby_everybody_sees_the_title_the_floor_and_how_many_there_are() -> None:
    story = Story().people(3)
    shared = views.shared(story.session, story.texts)
    assert (shared.title, shared.phase, shared.floor, shared.people, shared.practice) == (PLAN.title, "lobby", 5, 3, False)
    assert (shared.activity, shared.stage, shared.calm) == (None, None, False)


@pytest.mark.parametrize("ended", [False, True])
def test_at_the_door_nothing_of_the_group_is_seen(ended: bool) -> None:
    story = Story(a_session(approval=True)).people(3)
    for number in (1, 2):
        story.do(AdmitPerson(seat=seat(number)))
    story.do(PostNote(note=TextId("note"), text="canary"))
    story.open(GUIDE)
    story.do(MissConsole(), SYSTEM)
    if ended:
        story.do(EndSession())
    door = views.at_the_door(story.session)
    assert (door.title, door.floor, door.phase) == (PLAN.title, 5, "ended" if ended else "lobby")
    assert (door.people, door.calm, door.unattended, door.note) == (0, False, False, None)
    assert (door.agreements, door.activity, door.stage) == ((), None, None)


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


# --- G-M2: what other people can tell


def lobby() -> Story:
    return Story(a_wide_session()).people(7)


def read_wall() -> Story:
    story = lobby().open(WALL)
    story.close(written(6))
    for number in range(1, 7):
        story.do(ApproveCard(run=1, card=card_id(number)))
    story.do(ReleaseCards(run=1))
    return story


SITUATIONS: dict[str, Callable[[], Story]] = {
    "lobby": lobby,
    "guide": lambda: lobby().open(GUIDE),
    "choice": lambda: lobby().open(CHOICE),
    "closing": lambda: lobby().open(WALL).begin_closing(),
    "wall": read_wall,
    "agree": lambda: lobby().open(AGREE),
    "circle": lambda: Story(a_wide_session()).in_circle(7),
    "rooms": lambda: Story(a_wide_session()).in_rooms(7),
}
COUNTED = re.compile(rb"\d+")


def of_others(story: Story, number: int) -> dict[Part, bytes]:
    """All parts but that person's own and the console's; the room that they are in is their partners', too."""
    own = {("console", ""), ("seat", seat(number))}
    return {part: picture for part, picture in parts_of(story.session, story.texts).items() if part not in own}


def quietest(story: Story) -> int:
    """Somebody who has neither the turn nor the next one."""
    state = circle.state_of(story.session)
    return 3 if state is None else next(number for number in range(1, 8) if seat(number) == state.waiting[-1])


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("tap", [Rest(), Leave()])
def test_g_m2_who_rests_or_leaves_changes_only_numbers_for_the_others(situation: str, tap: Rest | Leave) -> None:
    story = SITUATIONS[situation]()
    number = quietest(story)
    before = of_others(story, number)
    found = room_state.room_of(story.session, seat(number))
    story.do(tap, person(number))
    after = of_others(story, number)
    if found is not None:  # their own room sees an empty place, and may become one with another
        before = {part: picture for part, picture in before.items() if part[0] in ("shared", "receipts", "notes")}
        after = {part: after[part] for part in before}
    assert {part: COUNTED.sub(b"n", picture) for part, picture in after.items()} == {
        part: COUNTED.sub(b"n", picture) for part, picture in before.items()
    }
    if tap == Rest() and situation not in ("circle", "rooms"):
        assert after == before, "whoever rests still counts as one of those who came"


@pytest.mark.parametrize("situation", SITUATIONS)
def test_g_m2_asking_for_a_person_changes_nothing_for_the_others_in_any_situation(situation: str) -> None:
    story = SITUATIONS[situation]()
    before = of_others(story, 3)
    story.do(OpenCare(care=TextId("care-1"), waiting=None), person(3))
    assert of_others(story, 3) == before


def test_g_m2_a_pass_in_the_circle_a_turn_that_is_over_and_one_that_is_ended_for_somebody_are_the_same() -> None:
    def after(by_themselves: bool) -> dict[Part, bytes]:
        story = Story(a_wide_session()).in_circle(6).later(5_000)
        now = story.circle.now
        assert now is not None
        who = Actor(role="participant", seat=now) if by_themselves else FACILITATOR
        story.do(EndTurn(run=1, turn=story.circle.turn), who)
        return parts_of(story.session, story.texts)

    assert after(True) == after(False)


def test_g_m2_whoever_rests_in_their_turn_looks_to_the_others_like_a_turn_that_is_over() -> None:
    def after(rests: bool) -> tuple[NameView | None, NameView | None, Clock]:
        story = Story(a_wide_session()).in_circle(6).later(5_000)
        now = story.circle.now
        assert now is not None
        wish = Rest() if rests else EndTurn(run=1, turn=story.circle.turn)
        story.do(wish, Actor(role="participant", seat=now))
        stage = views.shared(story.session, story.texts).stage
        assert stage is not None
        assert isinstance(stage.body, CircleView)
        return stage.body.now, stage.body.next, stage.body.clock

    assert after(True) == after(False)


# --- receipts, rows and parts


def test_receipts_of_several_collections_of_one_run_are_one_entry() -> None:
    story = lobby().open(AGREE)
    story.close(written(2))
    story.close((held(3, text_answer(3)),))
    (entry,) = views.receipts(story.session).stages
    assert entry.run == 1
    assert set(entry.nonces) == {"nonce-1-1", "nonce-2-1", "nonce-3-1"}
    assert len(story.session.receipts) == 2


def test_the_rows_that_views_may_need_are_aliases_notes_lines_and_who_asked_for_a_person() -> None:
    story = lobby()
    story.do(PostNote(note=TextId("note-1"), text="Tea is ready"))
    story.do(OpenCare(care=TextId("care-1"), waiting=None), person(1))
    story.open(AGREE)
    story.close(written(2))
    aliases = {f"alias-{number}" for number in range(1, 8)}
    assert views.text_ids(story.session) == aliases | {"note-1", "care-1", card_id(1), card_id(2)}
    assert views.card_ids(story.session) == frozenset()


def test_an_agreement_that_is_kept_is_needed_in_every_later_stage_and_a_template_line_never() -> None:
    story = lobby().open(AGREE)
    story.close(written(2))
    story.do(ApproveLine(run=1, line=LineId(card_id(1))))
    story.do(KeepLines(run=1, lines=(LineId(card_id(1)), LineId("start-0")), questioned=()))
    story.open(GUIDE)
    needed = views.text_ids(story.session)
    assert TextId(card_id(1)) in needed
    assert TextId(card_id(2)) not in needed
    assert not any(one.startswith("start-") for one in needed)


def test_the_cards_that_views_may_need_are_those_of_the_wall_that_is_shown() -> None:
    story = read_wall()
    assert views.card_ids(story.session) == {card_id(number) for number in range(1, 7)}
    story.open(GUIDE)
    assert views.card_ids(story.session) == frozenset()
    story.do(LookBack(run=story.run, stage=WALL))
    assert views.card_ids(story.session) == {card_id(number) for number in range(1, 7)}


def test_notes_are_a_part_of_their_own_that_everybody_gets() -> None:
    assert views.touched(Story().session, frozenset({"notes"}), None) == {("notes", "")}
    story = read_wall()
    before = parts_of(story.session, story.texts)
    story.do(PostReturn(run=1, card=card_id(1), note=TextId("note-1"), sealed="sealed"))
    parts = changed(before, parts_of(story.session, story.texts))
    assert parts == {("shared", ""), ("notes", ""), ("console", "")}
