"""Scenes: dealt to each room in a drawn order, swapped at a tap, kept for the next turn, from the deck that was chosen."""

import random

import pytest

from tests.domain.given import FACILITATOR, FRESH, PLAN, SYSTEM, Story, drawn, person, seat, seats, settings, with_template
from tests.domain.rehearsals import REHEARSAL, a_rehearsing_session, card_of, only_room, rehearsing
from tests.domain.test_rooms import advance, due
from workshop.domain import views
from workshop.domain.commands import (
    AdvanceRooms,
    AnnounceRooms,
    CalmRoom,
    ChooseDeck,
    EndRooms,
    KeepScene,
    Leave,
    MoveSeat,
    Rest,
    SwapScene,
)
from workshop.domain.events import DeckChosen, RoomsFormed, RoomStepped, SceneKept, SceneSwapped
from workshop.domain.kind_states import Room
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import RoomsView
from workshop.domain.plan import Deck, Scene
from workshop.domain.session import new_session

DECKS = {deck.id: deck for deck in a_rehearsing_session().stages[REHEARSAL].template.decks}


def scenes(deck: str) -> dict[str, Scene]:
    return {scene.id: scene for scene in DECKS[deck].scenes}


def played(room: Room) -> str:
    return room.scenes[room.scene]


def level(name: str) -> int:
    (found,) = [deck.scenes for deck in DECKS.values() if any(scene.id == name for scene in deck.scenes)]
    return next(scene.level for scene in found if scene.id == name)


def swap(story: Story, number: int = 1, scene: str | None = None) -> None:
    story.do(SwapScene(run=1, round=1, scene=played(only_room(story)) if scene is None else scene), person(number))


def to_turn(story: Story, turn: int) -> None:
    """The first step of that turn, 0-based."""
    steps = len(story.template.room_steps)
    while only_room(story).step < turn * steps:
        advance(story)


# --- dealing


def test_every_room_is_dealt_all_scenes_of_the_deck_in_an_order_of_its_own_a_plain_one_first() -> None:
    story = rehearsing(12)
    orders = [room.scenes for room in story.rooms.rooms]
    assert all(sorted(order) == sorted(scenes("boundaries")) for order in orders)
    assert len(set(orders)) > 1
    for seed in range(30):
        for formed in drawn(Story(a_rehearsing_session()).people(9).open(REHEARSAL).session, 1, 1, random.Random(seed)).rooms:
            assert level(formed.scenes[0]) == 1


def test_a_difficult_scene_may_be_the_second_one() -> None:
    session = Story(a_rehearsing_session()).people(3).open(REHEARSAL).session
    seconds = {level(drawn(session, 1, 1, random.Random(seed)).rooms[0].scenes[1]) for seed in range(30)}
    assert seconds == {1, 2}


def test_rooms_without_a_deck_are_dealt_nothing() -> None:
    story = Story().in_rooms(4)
    assert {room.scenes for room in story.rooms.rooms} == {()}
    found = room_state.room_of(story.session, seat(1))
    assert found is not None
    wish = SwapScene(run=1, round=1, scene="late-messages")
    assert story.refused(wish, person(1)) == "stale_stage"
    assert story.refused(KeepScene(run=1, round=1, keep=True), person(1)) == "stale_stage"
    assert views.console(story.session, story.texts, views.Signs()).decks == ()


def test_scenes_of_another_deck_are_refused_in_a_formed_room() -> None:
    story = Story(a_rehearsing_session()).people(3).open(REHEARSAL)
    wish = drawn(story.session, 1, 1, random.Random(1))
    foreign = tuple(scenes("loss"))
    made = tuple(type(room)(id=room.id, seats=room.seats, scenes=foreign) for room in wish.rooms)
    assert story.refused(type(wish)(run=1, round=1, rooms=made, ring=wish.ring)) == "rooms_changed"


# --- the next one, another one, the same one


def test_each_turn_plays_the_next_scene_in_the_drawn_order() -> None:
    story = rehearsing(3)
    order = only_room(story).scenes
    for turn in range(3):
        to_turn(story, turn)
        assert played(only_room(story)) == order[turn]


def test_a_scene_that_is_kept_is_played_in_the_next_turn_and_only_there() -> None:
    story = rehearsing(3)
    order = only_room(story).scenes
    keep = KeepScene(run=1, round=1, keep=True)
    assert story.do(keep, person(2)) == (SceneKept(run=1, room=only_room(story).id, keep=True),)
    assert story.do(keep, person(3)) == ()
    kept = card_of(story, seat(1))
    assert kept is not None
    assert kept.kept
    to_turn(story, 1)
    assert (played(only_room(story)), only_room(story).keeps) == (order[0], False)
    to_turn(story, 2)
    assert played(only_room(story)) == order[1]


def test_keeping_can_be_taken_back() -> None:
    story = rehearsing(3)
    order = only_room(story).scenes
    for keep in (True, False):
        story.do(KeepScene(run=1, round=1, keep=keep), person(1))
    to_turn(story, 1)
    assert played(only_room(story)) == order[1]


def test_a_swap_takes_another_plain_scene_at_once_in_the_first_turn() -> None:
    for seed in range(12):
        story = Story(a_rehearsing_session(), random.Random(seed)).people(3).open(REHEARSAL)
        story.form()
        story.go()
        met = [played(only_room(story))]
        for _ in range(2):
            swap(story)
            met.append(played(only_room(story)))
        assert [level(name) for name in met] == [1, 1, 1]
        assert len(set(met)) == 3
        swap(story)
        assert played(only_room(story)) == met[0]


def test_from_the_second_turn_on_a_swap_takes_whatever_comes() -> None:
    found = set()
    for seed in range(12):
        story = Story(a_rehearsing_session(), random.Random(seed)).people(3).open(REHEARSAL)
        story.form()
        story.go()
        to_turn(story, 1)
        order, now = only_room(story).scenes, only_room(story).scene
        swap(story)
        assert played(only_room(story)) == order[now + 1]
        found.add(level(played(only_room(story))))
    assert found == {1, 2}


def test_after_the_last_scene_comes_the_first_again() -> None:
    story = rehearsing(3)
    to_turn(story, 1)
    order = only_room(story).scenes
    for _ in range(len(order) - 1):
        swap(story)
    assert played(only_room(story)) == order[0]


def test_two_taps_at_once_are_one_wish_and_a_swap_forgets_what_was_kept() -> None:
    story = rehearsing(3)
    before = played(only_room(story))
    story.do(KeepScene(run=1, round=1, keep=True), person(1))
    assert story.do(SwapScene(run=1, round=1, scene=before), person(1)) == (SceneSwapped(run=1, room=only_room(story).id),)
    assert not only_room(story).keeps
    after = played(only_room(story))
    assert after != before
    assert story.refused(SwapScene(run=1, round=1, scene=before), person(2)) == "stale_stage"
    assert played(only_room(story)) == after


def test_a_swap_changes_nothing_but_the_private_cards_of_the_own_room() -> None:
    story = rehearsing(6)
    mine, other = story.rooms.rooms
    room = views.room(story.session, mine.id, story.texts)
    swapper = next(number for number in range(1, 7) if seat(number) in mine.places)
    theirs = [card_of(story, one) for one in other.seats]
    ends_at, step = mine.ends_at, mine.step
    story.do(SwapScene(run=1, round=1, scene=played(mine)), person(swapper))
    assert [card_of(story, one) for one in other.seats] == theirs
    assert views.room(story.session, mine.id, story.texts) == room
    assert (story.rooms.rooms[0].ends_at, story.rooms.rooms[0].step) == (ends_at, step)


def test_while_everything_is_calm_a_scene_may_be_swapped() -> None:
    story = rehearsing(3)
    story.do(CalmRoom())
    swap(story)


def test_rooms_late_by_several_turns_have_the_scene_of_the_turn_they_are_in() -> None:
    story = rehearsing(3)
    order = only_room(story).scenes
    story.do(KeepScene(run=1, round=1, keep=True), person(1))
    wish = AdvanceRooms(run=1, round=1, due=due(story))
    story.at = wish.due + 2 * 480_000
    (stepped, *_) = story.do(wish, SYSTEM)
    assert isinstance(stepped, RoomStepped)
    assert stepped.steps[only_room(story).id] >= 2 * len(story.template.room_steps)
    # The first of the two turns kept it.
    assert played(only_room(story)) == order[1]


def test_who_is_in_no_running_room_swaps_nothing() -> None:
    story = rehearsing(3)
    scene = played(only_room(story))
    story.people(1, first=9)
    story.do(Rest(), person(9))
    assert story.refused(SwapScene(run=1, round=1, scene=scene), person(9)) == "not_here"
    story.do(Leave(), person(3))
    assert story.refused(KeepScene(run=1, round=1, keep=True), person(3)) == "not_here"
    for run, number in ((0, 1), (1, 2), (2, 1)):
        assert story.refused(SwapScene(run=run, round=number, scene=scene), person(1)) == "stale_stage"
    assert story.refused(SwapScene(run=1, round=1, scene=scene), FACILITATOR) == "not_permitted"
    story.do(EndRooms(run=1))
    assert story.refused(SwapScene(run=1, round=1, scene=scene), person(1)) == "not_here"


def test_before_the_start_and_after_the_last_step_nothing_is_swapped() -> None:
    story = Story(a_rehearsing_session()).people(6).open(REHEARSAL)
    story.form()
    wish = SwapScene(run=1, round=1, scene=played(story.rooms.rooms[0]))
    assert story.refused(wish, person(1)) == "stale_stage"


# --- rounds with new partners


def test_in_a_new_round_what_somebody_has_just_played_comes_last_and_the_same_people_go_on_in_their_order() -> None:
    base = new_session(settings(), PLAN)
    session = with_template(base, FRESH, decks=(DECKS["needs"],), rounds=3)
    story = Story(session).people(4).open(FRESH)
    story.form()
    story.go()
    before = {one: played(room) for room in story.rooms.rooms for one in room.seats}
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    story.form(2, SYSTEM)
    for room in story.rooms.rooms:
        assert {before[one] for one in room.seats} <= set(room.scenes[-2:])
        assert played(room) not in {before[one] for one in room.seats}

    pair = Story(session).people(2).open(FRESH)
    pair.form()
    pair.go()
    order = only_room(pair).scenes
    while room_state.due_wish(pair.session) == "advance":
        advance(pair)
    pair.form(2, SYSTEM)
    assert only_room(pair).scenes == (*order[1:], order[0])


# --- the deck


def decks_of(story: Story) -> list[str]:
    return [deck.id for deck in views.console(story.session, story.texts, views.Signs()).decks]


def deck_title(story: Story) -> str:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, RoomsView)
    return stage.body.deck


def test_the_first_deck_is_played_unless_another_is_chosen_and_the_chosen_one_stands_first() -> None:
    story = Story(a_rehearsing_session()).people(3).open(REHEARSAL)
    assert decks_of(story) == ["boundaries", "conflict", "needs", "loss", "change", "closeness"]
    assert deck_title(story) == DECKS["boundaries"].title
    assert story.do(ChooseDeck(run=1, deck="loss")) == (DeckChosen(run=1, deck="loss"),)
    assert story.do(ChooseDeck(run=1, deck="loss")) == ()
    assert decks_of(story)[0] == "loss"
    assert sorted(decks_of(story)) == sorted(DECKS)
    assert deck_title(story) == DECKS["loss"].title
    story.form()
    assert sorted(only_room(story).scenes) == sorted(scenes("loss"))


def test_rooms_that_are_formed_keep_their_people_and_are_dealt_the_new_deck() -> None:
    story = Story(a_rehearsing_session()).people(7).open(REHEARSAL)
    story.form()
    places = [room.places for room in story.rooms.rooms]
    _, formed = story.do(ChooseDeck(run=1, deck="needs"))
    assert isinstance(formed, RoomsFormed)
    assert [room.places for room in story.rooms.rooms] == places
    assert all(sorted(room.scenes) == sorted(scenes("needs")) and level(room.scenes[0]) == 1 for room in story.rooms.rooms)
    story.go()
    card = card_of(story, seat(1))
    assert card is not None
    assert card.scene in scenes("needs")


def test_once_rooms_talk_the_deck_stays_and_the_console_has_none_to_offer() -> None:
    story = rehearsing(3)
    assert story.refused(ChooseDeck(run=1, deck="needs")) == "rooms_stand"
    assert decks_of(story) == []
    assert deck_title(story) == DECKS["boundaries"].title


@pytest.mark.parametrize("deck", ["elsewhere", ""])
def test_an_unknown_deck_is_refused(deck: str) -> None:
    story = Story(a_rehearsing_session()).people(3).open(REHEARSAL)
    assert story.refused(ChooseDeck(run=1, deck=deck)) == "not_permitted"
    assert story.refused(ChooseDeck(run=0, deck="needs")) == "stale_stage"
    assert story.refused(ChooseDeck(run=1, deck="needs"), person(1)) == "not_permitted"
    plain = Story().people(4).open(FRESH)
    assert plain.refused(ChooseDeck(run=1, deck="needs")) == "not_permitted"


def test_where_one_is_left_alone_the_chosen_deck_is_dealt_too_because_a_hand_may_bring_them_company() -> None:
    story = Story(a_rehearsing_session()).people(5).open(REHEARSAL)
    story.form()
    small, large = sorted(story.rooms.rooms, key=lambda room: len(room.seats))
    story.do(Leave(), person(1 + seats(5).index(small.seats[0])))
    story.do(ChooseDeck(run=1, deck="needs"))
    assert story.refused(AnnounceRooms(run=1, round=1)) == "rooms_changed"
    story.do(MoveSeat(run=1, round=1, seat=large.seats[0], room=small.id))
    story.go()
    assert [len(room.seats) for room in story.rooms.rooms] == [2, 2]
    assert all(sorted(room.scenes) == sorted(scenes("needs")) for room in story.rooms.rooms)


def test_a_deck_of_difficult_scenes_only_is_played_all_the_same() -> None:
    hard = tuple(scene for scene in DECKS["loss"].scenes if scene.level == 2)
    deck = Deck(id="hard", title="Hard", brief="Only difficult ones.", scenes=hard)
    story = Story(with_template(a_rehearsing_session(), REHEARSAL, decks=(deck,))).people(3).open(REHEARSAL)
    story.form()
    story.go()
    card = card_of(story, seat(1))
    assert card is not None
    assert (card.scene in {scene.id for scene in hard}, card.may_swap) == (True, False)
    assert story.refused(SwapScene(run=1, round=1, scene=card.scene), person(1)) == "stale_stage"
