"""Private role cards: everybody sees the own one and the situation, the twist comes with the second take."""

import msgspec
import pytest
from msgspec import structs

from tests.domain.given import FRESH, SYSTEM, Story, person, seat, with_template
from tests.domain.rehearsals import FOURS, MIRROR, REHEARSAL, a_rehearsing_session, card_of, only_room, rehearsing
from tests.domain.test_room_scenes import DECKS, played
from tests.domain.test_rooms import advance, to_the_end_of_the_round
from workshop.domain import views
from workshop.domain.commands import CalmRoom, Leave
from workshop.domain.kind_states import Room
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.parts import RoleCardView
from workshop.domain.plan import Scene, StageTemplate
from workshop.domain.words import SeatId
from workshop.library.loader import load_activity


def scene_in(room: Room) -> Scene:
    return next(scene for deck in DECKS.values() for scene in deck.scenes if scene.id == played(room))


def own(story: Story, who: SeatId) -> RoleCardView:
    card = card_of(story, who)
    assert card is not None
    return card


def by_place(story: Story) -> list[RoleCardView]:
    return [own(story, who) for who in only_room(story).seats]


def template_of(activity: str) -> StageTemplate:
    (found,) = [stage for stage in load_activity(activity).stages if stage.kind == "rooms"]
    return found


def playing(activity: str, people: int) -> Story:
    """That many people in the rooms of another activity."""
    template = template_of(activity)
    changes = {name: getattr(template, name) for name in template.__struct_fields__}
    return rehearsing(people, session=with_template(a_rehearsing_session(), REHEARSAL, **changes))


def test_first_role_speaks_second_responds_third_observes() -> None:
    story = rehearsing(3)
    scene = scene_in(only_room(story))
    assert [(card.role, card.card) for card in by_place(story)] == [
        ("speaker", scene.speaker),
        ("responder", scene.responder),
        ("observer", scene.observer),
    ]
    assert {(card.scene, card.title, card.situation) for card in by_place(story)} == {(scene.id, scene.title, scene.situation)}


def test_the_cards_move_on_with_the_roles_in_the_next_turn() -> None:
    story = rehearsing(3)
    for _ in story.template.room_steps:
        advance(story)
    scene = scene_in(only_room(story))
    assert [card.card for card in by_place(story)] == [scene.observer, scene.speaker, scene.responder]


def test_in_a_four_there_are_two_observers_and_in_a_pair_none() -> None:
    four, pair = rehearsing(4), rehearsing(2)
    scene = scene_in(only_room(four))
    assert [card.card for card in by_place(four)] == [scene.speaker, scene.responder, scene.observer, scene.observer]
    assert [card.role for card in by_place(pair)] == ["speaker", "responder"]


@pytest.mark.parametrize("people", [2, 3, 4])
def test_nobody_is_ever_told_another_ones_card_and_the_room_and_the_desk_none(people: int) -> None:
    story = rehearsing(people)
    while not story.rooms.finished:
        room = only_room(story)
        scene = scene_in(room)
        for who in room.seats:
            told = msgspec.json.encode(views.seat(story.session, who, story.texts)).decode()
            mine = own(story, who).card
            others = {scene.speaker, scene.responder, scene.observer} - {mine}
            assert mine in told
            assert not any(card in told for card in others)
        parts = (
            views.shared(story.session, story.texts),
            views.room(story.session, room.id, story.texts),
            views.console(story.session, story.texts, views.Signs()),
            views.screen(story.session, story.texts, views.Signs()),
        )
        everybody = b"".join(map(msgspec.json.encode, parts)).decode()
        hidden = (scene.speaker, scene.responder, scene.observer, scene.twist, scene.situation, scene.title)
        assert not any(words in everybody for words in hidden)
        advance(story)


def test_the_twist_comes_with_the_second_take_to_everybody_in_the_room_and_goes_with_the_turn() -> None:
    story = rehearsing(3)
    told: list[bool] = []
    while not story.rooms.finished:
        twist = scene_in(only_room(story)).twist
        shown = {card.twist for card in by_place(story)}
        assert shown in ({""}, {twist})
        told.append(shown == {twist})
        advance(story)
    assert told == [False, False, False, False, True, True] * 3


def test_without_a_second_take_there_is_no_twist() -> None:
    story = playing("conflict-steps", 3)
    while not story.rooms.finished:
        assert {card.twist for card in by_place(story)} == {""}
        advance(story)


def test_conflict_steps_gives_the_cards_to_both_sides_and_the_guide() -> None:
    story = playing("conflict-steps", 3)
    scene = scene_in(only_room(story))
    assert scene in DECKS["conflict"].scenes
    assert [(card.role, card.card) for card in by_place(story)] == [
        ("first side", scene.speaker),
        ("second side", scene.responder),
        ("guide", scene.observer),
    ]


def test_a_deck_in_pairs_has_cards_for_both_and_in_a_three_the_third_shares_the_second() -> None:
    pair, three = playing("four-line-ask", 2), playing("four-line-ask", 3)
    scene = scene_in(only_room(pair))
    assert [card.card for card in by_place(pair)] == [scene.speaker, scene.responder]
    scene = scene_in(only_room(three))
    assert [card.card for card in by_place(three)] == [scene.speaker, scene.responder, scene.responder]


def test_role_cards_of_a_template_need_no_scene() -> None:
    story = rehearsing(3, MIRROR)
    cards = story.template.role_cards
    assert by_place(story) == [RoleCardView(role=role, card=cards[role]) for role in ("speaker", "mirror", "observer")]
    bare = with_template(a_rehearsing_session(), MIRROR, role_cards={"mirror": "Give back"})
    half = rehearsing(3, MIRROR, bare)
    assert [card_of(half, who) for who in only_room(half).seats] == [None, RoleCardView(role="mirror", card="Give back"), None]


def test_where_all_have_one_role_or_no_words_for_it_there_is_no_card() -> None:
    for story in (rehearsing(4, FOURS), rehearsing(2, FRESH)):
        assert {card_of(story, who) for who in only_room(story).seats} == {None}


def test_cards_are_there_from_the_start_to_the_last_step_and_stay_while_it_is_calm() -> None:
    story = Story(a_rehearsing_session()).people(3).open(REHEARSAL)
    assert card_of(story, seat(1)) is None
    story.form()
    assert card_of(story, seat(1)) is None
    story.go()
    before = own(story, seat(1))
    story.do(CalmRoom())
    assert own(story, seat(1)) == before
    done = rehearsing(3)
    to_the_end_of_the_round(done)
    assert done.rooms.finished
    assert card_of(done, seat(1)) is None


def test_between_two_rounds_nobody_has_a_card() -> None:
    story = rehearsing(4, FRESH, with_template(a_rehearsing_session(), FRESH, decks=tuple(DECKS.values())))
    assert own(story, seat(1)).scene
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    assert not story.rooms.finished
    assert {card_of(story, seat(number)) for number in range(1, 5)} == {None}
    story.form(2, SYSTEM)
    assert own(story, seat(1)).scene


def test_a_card_may_be_swapped_while_there_is_another_scene() -> None:
    assert {card.may_swap for card in by_place(rehearsing(3))} == {True}
    (deck, *_) = DECKS.values()
    single = structs.replace(deck, scenes=deck.scenes[:1])
    story = rehearsing(3, session=with_template(a_rehearsing_session(), REHEARSAL, decks=(single,)))
    assert {card.may_swap for card in by_place(story)} == {False}


def test_who_joins_a_standing_room_observes_its_scene_and_who_left_has_no_card() -> None:
    story = rehearsing(5)
    pair = next(room for room in story.rooms.rooms if len(room.seats) == 2)
    three = next(room for room in story.rooms.rooms if len(room.seats) == 3)
    gone, alone = pair.seats
    number = next(one for one in range(1, 6) if seat(one) == gone)
    story.do(Leave(), person(number))
    assert card_of(story, gone) is None
    scene = scene_in(three)
    assert (own(story, alone).role, own(story, alone).card) == ("observer", scene.observer)
