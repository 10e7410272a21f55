"""Steps of a room: a pair and a three take the same time, and everybody has the same part of it."""

import pytest
from msgspec import structs

from tests.domain.given import FRESH, SWAP
from workshop.domain.kinds.rooms.steps import cut_steps, rounds_of_rooms
from workshop.domain.plan import RoomStep, StageTemplate, stages_of
from workshop.library.loader import load_plan

TEMPLATES = {stage: stages_of(load_plan("taster"))[stage].template for stage in (FRESH, SWAP)}


@pytest.mark.parametrize("stage", [FRESH, SWAP])
def test_a_pair_and_a_three_end_together(stage: int) -> None:
    pair, three = (sum(step.length for step in cut_steps(TEMPLATES[stage], people)) for people in (2, 3))
    assert pair == three


@pytest.mark.parametrize("seconds", [[1], [7, 11, 13], [100, 1], [20, 210, 15], [59, 61, 67, 71]])
@pytest.mark.parametrize("swap", [True, False])
@pytest.mark.parametrize("turns", [2, 4, 5])
def test_rooms_of_any_template_end_together_to_the_millisecond(seconds: list[int], swap: bool, turns: int) -> None:
    who = ("first", "second", "all")
    steps = tuple(RoomStep(do="x", who=who[place % 3], seconds=each) for place, each in enumerate(seconds))
    template: StageTemplate = structs.replace(
        TEMPLATES[FRESH], room_steps=steps, swap=swap, rounds=turns, roles=("first", "second")
    )
    assert sum(step.length for step in cut_steps(template, 2)) == sum(step.length for step in cut_steps(template, 3))


def test_each_person_of_a_three_has_the_same_time_within_a_millisecond() -> None:
    named = [step.length for step in cut_steps(TEMPLATES[FRESH], 3) if step.places]
    assert (len(named), sum(named)) == (3, 220_000)
    assert max(named) - min(named) <= 1
    turns = [step.length for step in cut_steps(TEMPLATES[SWAP], 3) if step.do.startswith("Speaker")]
    assert (len(turns), sum(turns)) == (3, 420_000)


def test_roles_move_on_by_one_place_a_turn_and_each_of_a_three_has_the_first_once() -> None:
    pair = [step.places for step in cut_steps(TEMPLATES[SWAP], 2) if step.do.startswith("Speaker")]
    three = [step.places for step in cut_steps(TEMPLATES[SWAP], 3) if step.do.startswith("Speaker")]
    assert (pair, three) == ([(0,), (1,)], [(0,), (1,), (2,)])
    assert {step.roles for step in cut_steps(TEMPLATES[SWAP], 3)} == {
        ("speaker", "listener", "listener"),
        ("listener", "speaker", "listener"),
        ("listener", "listener", "speaker"),
    }


def test_the_third_person_has_a_step_of_an_own_name() -> None:
    steps = cut_steps(TEMPLATES[FRESH], 3)
    assert [(step.do, step.places) for step in steps] == [
        ("First person answers", (0,)),
        ("Second person answers", (1,)),
        ("Third person answers", (2,)),
        ("Thank each other and move on", ()),
    ]


def test_with_swap_rooms_are_formed_once() -> None:
    assert [rounds_of_rooms(TEMPLATES[stage]) for stage in (FRESH, SWAP)] == [3, 1]
