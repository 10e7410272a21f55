"""G-A7: from everything published of a session nobody without knowledge of the others' answers can solve for a hidden count.

`solving` says what is assumed of whoever tries. Hidden is a count that words blur at an end, and whatever is left out; how lines and
several sliders lie beside each other is published as middles alone, and of them the people behind each part are hidden.
"""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from realtime.simulated_answers import some_answer
from tests.domain.solved_inputs import BESIDE, QUESTIONS, most_people, multi
from tests.domain.solving import STAGES, Group, Known, Open, Question, Told, closed, published, solve, solved, summary_of
from tests.domain.steady import steady
from workshop.domain.answers import MultiAnswer, OrderAnswer, PassAnswer, PointAnswer
from workshop.domain.inputs import aggregate, input_view
from workshop.domain.inputs.options import band
from workshop.domain.inputs.point import density, field_of
from workshop.domain.pictures import HeatWords, NoPicture, OptionWords, OrderWords, ScalePicture, SortSums, Sums
from workshop.domain.plan import ChoiceInput, MultiInput, OrderInput, PointInput, SortInput, StageTemplate, stages_of
from workshop.library.loader import load_agendas

FLOORS = (5, 4)
RANGES = (range(5, 8), range(8, 12))


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("floor", FLOORS)
def test_g_a7_no_hidden_count_and_nobodys_answer_can_be_solved_for(name: str, floor: int) -> None:
    for people in range(floor, most_people(QUESTIONS[name]) + 1):
        assert list(solved(QUESTIONS[name], solve(QUESTIONS[name], people, floor)))[:3] == [], f"{people} people"


def test_g_a7_a_card_left_out_beside_others_that_many_sorted_stays_open() -> None:
    known = solve(BESIDE, 12, 5)
    assert list(solved(BESIDE, known)) == []
    assert any(isinstance(told.screen, SortSums) for told, _ in known), "where no card is left out there are numbers"


# --- several stages of one session, with the range of people


ASKED_TOGETHER = ("choice of 3", "both of 2", "order of 3", "one ring of 3", "one card", "slider")


@pytest.mark.parametrize("seed", range(12))
def test_g_a7_several_stages_and_the_range_of_people_together_solve_nothing(seed: int) -> None:
    chance = random.Random(seed)
    questions = [QUESTIONS[name] for name in chance.sample(ASKED_TOGETHER, k=len(STAGES))]
    people = chance.randint(5, 9)
    groups = [tuple(sorted(chance.choices(range(one.passing + 1), k=people))) for one in questions]
    told = [published(one, group, 5) for one, group in zip(questions, groups, strict=True)]
    whole = summary_of(questions, [closed(one, group, 5) for one, group in zip(questions, groups, strict=True)], people, 5)
    listed = {stage.stage: stage for activity in whole.activities for stage in activity.stages}
    for index, one in zip(STAGES, told, strict=True):
        assert _words_of(listed.get(index)) == _words_of(one.stage), "each stage is told as if it were the only one"
    possible = next(range_ for range_ in RANGES if people in range_)
    assert whole.people == f"{possible[0]}-{possible[-1]}"
    for question, seen in zip(questions, told, strict=True):
        together: Known = {}
        for many in (many for many in possible if many < 10 and _all_can_be(questions, told, many)):
            left = solve(question, many, 5)[seen, None]
            known = together.setdefault((seen, None), Open(tuple(set() for _ in question.cells()), set()))
            known.join(left)
        assert list(solved(question, together)) == [], f"seed {seed}"


def _all_can_be(questions: Sequence[Question], told: Sequence[Told], people: int) -> bool:
    return all((one, None) in solve(question, people, 5) for question, one in zip(questions, told, strict=True))


def _words_of(stage: object) -> object:
    return None if stage is None else structs.replace(stage, stage=0, title="")  # type: ignore[type-var]


# --- random tables of what the library asks, against reasoning with whole numbers


def _asked() -> list[StageTemplate]:
    found = {
        stage.template.id: stage.template
        for plan in load_agendas()
        for stage in stages_of(plan)
        if stage.template.kind == "tally"
    }
    with_ends = (ChoiceInput, MultiInput, OrderInput, PointInput, SortInput)
    return [template for template in found.values() if isinstance(template.input, with_ends)]


ASKED = _asked()


def can_be(words: Sequence[str], answered: int, each: tuple[int, int], own: frozenset[int] | None) -> list[set[int]]:
    """Every count that each of the words can stand for, by trying all of them."""
    tell = density if set(words) & {"faint", "present", "dense"} else band
    spans = [{count for count in range(answered + 1) if tell(count, answered) == word} for word in words]
    least, most = each[0] * answered, each[1] * answered
    if own is not None:
        spans = [
            {count for count in span if (count >= 1 if place in own else count < answered)} for place, span in enumerate(spans)
        ]
        least, most = (len(own) + (answered - 1) * side for side in each)
    found: list[set[int]] = []
    for place, span in enumerate(spans):
        sums = {0}
        for other in (*spans[:place], *spans[place + 1 :]):
            sums = {one + count for one in sums for count in other}
        found.append({count for count in span if any(least <= count + one <= most for one in sums)})
    return found


def _each_and_owns(asked: object, answers: Sequence[object]) -> tuple[tuple[int, int], set[frozenset[int]]]:
    match asked:
        case MultiInput(options=options, pick=pick):
            return (1, min(pick, len(options))), {frozenset(one.options) for one in answers if isinstance(one, MultiAnswer)}
        case OrderInput(options=options):
            half = len(options) // 2
            return (half, half), {frozenset(one.options[:half]) for one in answers if isinstance(one, OrderAnswer)}
        case PointInput():
            return (1, 1), {frozenset({field_of(one)}) for one in answers if isinstance(one, PointAnswer)}
    return (1, 1), {frozenset({getattr(one, "option", 0)}) for one in answers}


def _bands(sums: Sums) -> Sequence[str]:
    match sums:
        case OptionWords(bands=words) | OrderWords(bands=words) | HeatWords(densities=words):
            return words
    return ()


@steady
@given(st.sampled_from(ASKED), st.integers(5, 30), st.randoms(use_true_random=False))
def test_g_a7_words_of_what_the_library_asks_stand_for_more_than_one_count(
    template: StageTemplate, people: int, chance: random.Random
) -> None:
    asked = template.input
    assert asked is not None
    view = input_view(asked, template.send)
    some = [some_answer(view, chance) for _ in range(people)]
    answers = [one for one in chance.choices(some, k=people) if not isinstance(one, PassAnswer)]
    words = _bands(aggregate(asked, answers, 5, template.send))
    each, owns = _each_and_owns(asked, answers)
    for own in (None, *owns):
        for word, counts in zip(words, can_be(words, len(answers), each, own), strict=True):
            assert len(counts) > 1 or word in ("mixed", "present"), f"{own}: {word} is {counts} in {words}"


# --- the solver finds what is spoiled


def told_regardless(question: Question, group: Group, floor: int) -> Told:
    """Words stand also where they give a count away."""
    counts = [sum(column) for column in zip(*(question.rows()[one] for one in group), strict=True)]
    answered = sum(one < question.passing for one in group)
    words = OptionWords(bands=tuple(band(count, answered) for count in counts)) if answered >= floor else NoPicture()
    return Told(screen=words, stage=None, left=())


def ends_not_blurred(question: Question, group: Group, floor: int) -> Told:
    """Nobody is "few", one is "mixed", everybody "most"."""
    counts = [sum(column) for column in zip(*(question.rows()[one] for one in group), strict=True)]
    answered = sum(one < question.passing for one in group)
    bands = tuple("few" if count == 0 else "most" if count == answered else "mixed" for count in counts)
    return Told(screen=OptionWords(bands=bands) if answered >= floor else NoPicture(), stage=None, left=())  # type: ignore[arg-type]


def reason_told(question: Question, group: Group, floor: int) -> Told:
    """That words would give a count away is said apart from that too few answered."""
    told, answered = published(question, group, floor), sum(one < question.passing for one in group)
    return structs.replace(told, left=("given away",)) if isinstance(told.screen, NoPicture) and answered >= floor else told


def spread_told(question: Question, group: Group, floor: int) -> Told:
    """Whether the middle half is close together, also of five."""
    told = published(question, group, floor)
    if not isinstance(told.screen, ScalePicture):
        return told
    steps = sorted(one + 1 for one in group if one < question.passing)
    low, high = steps[len(steps) // 4], steps[(3 * len(steps) - 1) // 4]
    return structs.replace(told, left=("close" if high - low <= 1 else "spread",))


def numbers_beside_a_card_left_out(question: Question, group: Group, floor: int) -> Told:
    columns = [sum(column) for column in zip(*(question.rows()[one] for one in group), strict=True)]
    counts = dict(zip(question.cells(), columns, strict=True))
    piles = [(counts["card", card, "touched"],) for card in (0, 1)]
    told = tuple(of_card if sum(of_card) >= floor else () for of_card in piles)
    answered = sum(one < question.passing for one in group)
    return Told(screen=SortSums(piles=told, answered=answered) if any(told) else NoPicture(), stage=None, left=())


SPOILED = {
    "words regardless": (QUESTIONS["choice of 3"], 6, told_regardless, "('option', 2) is {0}"),
    "ends not blurred": (QUESTIONS["choice of 3"], 5, ends_not_blurred, "everybody answered {0}"),
    "reasons told apart": (QUESTIONS["choice of 4"], 6, reason_told, "('option', 0) is {3}"),
    "spread of few": (QUESTIONS["slider"], 5, spread_told, "('item', 0, 5) is {0}"),
    "numbers beside a gap": (BESIDE, 12, numbers_beside_a_card_left_out, "'touched') is {4}"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_g_a7_a_spoiled_rule_is_found(name: str) -> None:
    question, people, publish, expected = SPOILED[name]
    assert any(expected in found for found in solved(question, solve(question, people, 5, publish))), name
    assert list(solved(question, solve(question, people, 5))) == [], "the rule as it is holds for the same people"


def test_g_a7_reasoning_with_whole_numbers_finds_what_trying_finds() -> None:
    assert can_be(("mixed", "mixed", "few"), 6, (1, 1), None)[2] == {0}
    assert can_be(("mixed", "mixed", "few"), 7, (1, 1), None)[2] == {0, 1}
    assert can_be(("mixed", "mixed", "few"), 7, (1, 1), frozenset({2}))[2] == {1}
    assert can_be(("few",) * 5, 10, (1, 3), None) == [{2}] * 5
    question = multi(3, 2)
    for own in (None, frozenset({0, 1})):
        words, place = ("few", "few", "few"), None if own is None else list(combinations(range(3), 2)).index((0, 1)) + 3
        known = solve(question, 5, 5, told_regardless)
        seen = Told(screen=OptionWords(bands=words), stage=None, left=())  # type: ignore[arg-type]
        assert list(known[seen, place].counts) == can_be(words, 5, (1, 2), own)
