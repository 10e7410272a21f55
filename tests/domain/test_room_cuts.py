"""Steps for fewer and for more people than roles: every packaged activity, every size of room that can be."""

from collections import Counter

import pytest
from msgspec import structs

from workshop.domain.kinds.rooms.steps import EVERYBODY, CutStep, cut_steps, role_at
from workshop.domain.matching import room_sizes
from workshop.domain.plan import RoomStep, StageTemplate
from workshop.library.loader import library

TEMPLATES = {
    f"{activity}/{stage.id}": stage
    for activity in library().activity_ids()
    for stage in library().load_activity(activity).stages
    if stage.kind == "rooms"
}
PLAY = TEMPLATES["role-play/threes"]


def rooms_of(template: StageTemplate) -> range:
    return range(2, template.size + 2)


def turns(steps: tuple[CutStep, ...]) -> int:
    return 1 + steps[-1].turn


@pytest.mark.parametrize("name", TEMPLATES)
def test_all_rooms_of_a_round_end_at_the_same_moment(name: str) -> None:
    template = TEMPLATES[name]
    seconds = sum(step.seconds for step in template.room_steps) * (template.rounds if template.swap else 1)
    assert {people: sum(step.length for step in cut_steps(template, people)) for people in rooms_of(template)} == dict.fromkeys(
        rooms_of(template), seconds * 1000
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_step_is_without_anybody_or_without_time(name: str) -> None:
    template = TEMPLATES[name]
    named = {step.do for step in template.room_steps if step.who != "all"}
    for people in rooms_of(template):
        for step in cut_steps(template, people):
            assert step.length >= 5_000, f"{people} people: {step!r}"
            assert set(step.places) <= set(range(people))
            assert bool(step.places) == (step.do in named or step.do not in {one.do for one in template.room_steps}), step
            assert len(step.roles) == people


@pytest.mark.parametrize("name", [name for name, template in TEMPLATES.items() if template.swap])
def test_where_roles_move_nobody_has_a_role_of_the_own_twice_and_with_a_turn_each_everybody_has_all(name: str) -> None:
    template = TEMPLATES[name]
    for people in rooms_of(template):
        steps = cut_steps(template, people)
        assert turns(steps) == (people if people > template.size else min(template.rounds, people))
        there = template.roles[:people]
        for place in range(people):
            had = Counter(next(step.roles[place] for step in steps if step.turn == turn) for turn in range(turns(steps)))
            assert all(had[role] <= 1 for role in there[:-1]), f"{people} people, place {place}: {had}"
            if turns(steps) == people:
                assert set(had) == set(there), f"{people} people, place {place}: {had}"
        firsts = [step.places for step in steps if step.take == 1 and step.places]
        assert {place for places in firsts for place in places} >= set(range(turns(steps)))


@pytest.mark.parametrize("name", TEMPLATES)
def test_in_each_turn_every_role_is_there_that_there_are_people_for(name: str) -> None:
    template = TEMPLATES[name]
    for people in rooms_of(template):
        for step in cut_steps(template, people):
            roles = set(step.roles) - {None}
            assert roles == (set() if template.roles == EVERYBODY else set(template.roles[:people])), f"{people} people: {step!r}"


def by_turn(steps: tuple[CutStep, ...], turn: int = 0) -> list[tuple[str, tuple[int, ...], int]]:
    return [
        (step.do.split(":")[0].split(" from")[0], step.places, round(step.length / 1000)) for step in steps if step.turn == turn
    ]


def test_in_pairs_the_observers_step_is_left_out_and_its_seconds_go_to_the_others() -> None:
    steps = cut_steps(PLAY, 2)
    assert by_turn(steps) == [
        ("Read your card in silence", (), 77),
        ("First take", (0,), 257),
        ("Responder", (1,), 77),
        ("Second take", (0,), 206),
        ("Step out", (), 103),
    ]
    assert [step.roles for step in steps if step.do == "First take"] == [("speaker", "responder"), ("responder", "speaker")]


def test_in_a_four_there_are_two_observers_and_one_turn_each() -> None:
    steps = cut_steps(PLAY, 4)
    assert turns(steps) == 4
    assert by_turn(steps, 1) == [
        ("Read your card in silence", (), 34),
        ("First take", (1,), 112),
        ("Observer", (0, 3), 45),
        ("Responder", (2,), 34),
        ("Second take", (1,), 90),
        ("Step out", (), 45),
    ]
    assert steps[1].roles == ("speaker", "responder", "observer", "observer")


def test_takes_are_counted_anew_in_each_turn() -> None:
    for people in (2, 3, 4):
        for turn in range(turns(cut_steps(PLAY, people))):
            takes = [step.take for step in cut_steps(PLAY, people) if step.turn == turn]
            assert takes == ([0, 1, 1, 2, 2] if people == 2 else [0, 1, 1, 1, 2, 2])


def test_who_joined_a_standing_room_is_one_more_of_its_last_role() -> None:
    (first, *_) = cut_steps(PLAY, 3)
    assert [role_at(first, place) for place in range(5)] == ["speaker", "responder", "observer", "observer", "observer"]


def test_sizes_of_four_to_six_with_roles_of_their_own() -> None:
    steps = tuple(RoomStep(do=who, who=who, seconds=60) for who in ("one", "two", "three", "four", "five", "all"))
    template = structs.replace(PLAY, size=5, rounds=5, roles=("one", "two", "three", "four", "five"), room_steps=steps)
    assert {people: sum(step.length for step in cut_steps(template, people)) for people in range(2, 7)} == dict.fromkeys(
        range(2, 7), 5 * 360_000
    )
    assert [step.do for step in cut_steps(template, 3) if step.turn == 0] == ["one", "two", "three", "all"]
    assert [step.places for step in cut_steps(template, 6) if step.do == "five" and step.turn == 0] == [(4, 5)]
    once = structs.replace(template, swap=False)
    assert [step.do for step in cut_steps(once, 4)] == ["one", "two", "three", "four", "all"]
    assert sum(step.length for step in cut_steps(once, 4)) == 360_000


def test_where_only_a_missing_role_has_steps_they_are_everybodys() -> None:
    template = structs.replace(PLAY, room_steps=(RoomStep(do="Watch", who="observer", seconds=60),))
    assert {step.places for step in cut_steps(template, 2)} == {()}
    assert sum(step.length for step in cut_steps(template, 2)) == 180_000


def test_every_size_that_is_ever_formed_is_tried_here() -> None:
    for template in TEMPLATES.values():
        formed = {size for people in range(2, 61) for size in room_sizes(people, template.size)}
        assert formed <= set(rooms_of(template))
