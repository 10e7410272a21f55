"""What an answer may be, and what is left of many: marginal sums, or words where sums would say too much."""

from typing import get_args

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import CARD, CHOICE, CURVE, FLOOR, LINES, MAP, ORDER, SEVERAL, SLIDERS, SORT, SQUARE
from tests.domain.given import MULTI, PLAN, SCALE, WALL, text_answer
from tests.domain.steady import steady
from workshop.domain.answers import Answer, ChoiceAnswer, DoneAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TakenBack, TextAnswer
from workshop.domain.inputs import INPUTS, aggregate, answer_problem, input_view
from workshop.domain.inputs.options import band
from workshop.domain.inputs.scale import middle_of, spread_of
from workshop.domain.pictures import NoPicture, OptionSums, OptionWords, ScalePicture
from workshop.domain.plan import Input, stages_of
from workshop.domain.words import CardId

EVERYTHING = (CHOICE, SEVERAL, SLIDERS, CARD, LINES, SQUARE, ORDER, SORT, MAP, CURVE)


def test_every_input_is_in_the_table_and_every_answer_but_three_belongs_to_one() -> None:
    assert set(INPUTS) == set(get_args(Input)) == {type(asked) for asked in EVERYTHING}
    assert {kind.answer for kind in INPUTS.values()} == set(get_args(Answer)) - {PassAnswer, TakenBack, DoneAnswer}


@pytest.mark.parametrize("asked", EVERYTHING)
def test_a_bare_done_is_no_answer_to_anything_that_is_asked(asked: Input) -> None:
    assert answer_problem(asked, DoneAnswer()) == "invalid_answer"


@pytest.mark.parametrize("asked", EVERYTHING)
def test_a_pass_and_taking_back_fit_every_input(asked: Input) -> None:
    assert answer_problem(asked, PassAnswer()) is None
    assert answer_problem(asked, TakenBack()) is None


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (CHOICE, ChoiceAnswer(option=0)),
        (CHOICE, ChoiceAnswer(option=2)),
        (SEVERAL, MultiAnswer(options=(2,))),
        (SEVERAL, MultiAnswer(options=(2, 0))),
        (SLIDERS, ScaleAnswer(steps={"one": 1})),
        (SLIDERS, ScaleAnswer(steps={"one": 5, "two": 1})),
        (CARD, text_answer(1, "x" * 10)),
        (CARD, text_answer(1, f"  {'x' * 10}\n ")),
        (CARD, text_answer(1, "one\ntwo")),
        (CARD, text_answer(1, "🌱🩷")),
        (CARD, text_answer(1, "שלום")),
        (CARD, text_answer(1, "\u2067שלום\u2069")),
    ],
)
def test_an_answer_that_fits(asked: Input, answer: Answer) -> None:
    assert answer_problem(asked, answer) is None


@pytest.mark.parametrize(
    ("asked", "answer", "code"),
    [
        (CHOICE, ChoiceAnswer(option=-1), "invalid_answer"),
        (CHOICE, ChoiceAnswer(option=3), "invalid_answer"),
        (CHOICE, MultiAnswer(options=(0,)), "invalid_answer"),
        (SEVERAL, MultiAnswer(options=()), "invalid_answer"),
        (SEVERAL, MultiAnswer(options=(0, 0)), "invalid_answer"),
        (SEVERAL, MultiAnswer(options=(0, 1, 2)), "invalid_answer"),
        (SEVERAL, MultiAnswer(options=(3,)), "invalid_answer"),
        (SLIDERS, ScaleAnswer(steps={}), "invalid_answer"),
        (SLIDERS, ScaleAnswer(steps={"one": 0}), "invalid_answer"),
        (SLIDERS, ScaleAnswer(steps={"one": 6}), "invalid_answer"),
        (SLIDERS, ScaleAnswer(steps={"three": 1}), "invalid_answer"),
        (CARD, ChoiceAnswer(option=0), "invalid_answer"),
        (CARD, text_answer(1, ""), "text_empty"),
        (CARD, text_answer(1, " \n\u200b"), "text_empty"),
        (CARD, text_answer(1, "x" * 11), "text_too_long"),
        (CARD, text_answer(1, "a\u0007b"), "text_unreadable"),
        (CARD, TextAnswer(text="x", card=CardId("a" * 31), note_key=text_answer(1).note_key), "invalid_answer"),
        (CARD, TextAnswer(text="x", card=text_answer(1).card, note_key="zz"), "invalid_answer"),
    ],
)
def test_an_answer_that_does_not_fit(asked: Input, answer: Answer, code: str) -> None:
    assert answer_problem(asked, answer) == code


def choices(*counts: int) -> list[Answer]:
    return [ChoiceAnswer(option=option) for option, count in enumerate(counts) for _ in range(count)]


def test_from_eight_answers_on_there_are_numbers() -> None:
    assert aggregate(CHOICE, choices(4, 3, 1), FLOOR) == OptionSums(counts=(4, 3, 1), answered=8)


def test_below_eight_answers_there_are_words() -> None:
    assert aggregate(CHOICE, choices(3, 2, 2), FLOOR) == OptionWords(bands=("mixed", "few", "few"))
    assert aggregate(CHOICE, choices(5, 0, 0), FLOOR) == OptionWords(bands=("most", "few", "few"))


@pytest.mark.parametrize("counts", [(3, 3, 0), (2, 2, 2), (4, 3, 0), (3, 3, 1)])
def test_words_that_are_as_good_as_a_number_are_not_told(counts: tuple[int, ...]) -> None:
    assert aggregate(CHOICE, choices(*counts), FLOOR) == NoPicture()


def test_where_almost_all_agree_there_are_words_however_many_they_are() -> None:
    for counts in ((0, 30, 0), (0, 29, 1), (1, 28, 1), (2, 28, 0)):
        assert aggregate(CHOICE, choices(*counts), FLOOR) == OptionWords(bands=("few", "most", "few"))
    assert aggregate(CHOICE, choices(3, 27, 0), FLOOR) == OptionSums(counts=(3, 27, 0), answered=30)
    both = [MultiAnswer(options=(0, number % 3)) if number % 3 else MultiAnswer(options=(0,)) for number in range(12)]
    assert isinstance(aggregate(SEVERAL, both, FLOOR), OptionWords)


@pytest.mark.parametrize("there", [0, 1, 2])
def test_one_of_several_that_almost_nobody_chose_makes_words_and_so_does_one_that_nobody_chose(there: int) -> None:
    answers: list[Answer] = [MultiAnswer(options=(number % 2, 2) if number < there else (number % 2,)) for number in range(12)]
    assert aggregate(SEVERAL, answers, FLOOR) == OptionWords(bands=("mixed", "mixed", "few"))


@pytest.mark.parametrize("answered", range(5))
def test_fewer_answers_than_the_floor_are_no_picture_even_with_passes_beside_them(answered: int) -> None:
    answers: list[Answer] = [*choices(answered), *[PassAnswer() for _ in range(20)]]
    assert aggregate(CHOICE, answers, FLOOR) == NoPicture()


@pytest.mark.parametrize("passes", [0, 1, 9])
def test_a_picture_is_the_same_however_many_passed(passes: int) -> None:
    answers: list[Answer] = [*choices(4, 3, 1), *[PassAnswer() for _ in range(passes)]]
    assert aggregate(CHOICE, answers, FLOOR) == aggregate(CHOICE, choices(4, 3, 1), FLOOR)


@pytest.mark.parametrize(
    ("count", "answered", "word"),
    [
        (0, 5, "few"),
        (2, 5, "few"),
        (3, 5, "most"),
        (3, 7, "mixed"),
        (5, 7, "most"),
        (7, 7, "most"),
        (17, 20, "mixed"),
        (18, 20, "most"),
    ],
)
def test_both_ends_are_blurred(count: int, answered: int, word: str) -> None:
    assert band(count, answered) == word


def sliders(one: list[int], two: list[int]) -> list[Answer]:
    """The answers to the first item, and beside them those to the second."""
    longest = max(len(one), len(two))
    pairs = zip([*one, *[0] * (longest - len(one))], [*two, *[0] * (longest - len(two))], strict=True)
    return [ScaleAnswer(steps={key: step for key, step in zip(("one", "two"), steps, strict=True) if step}) for steps in pairs]


def test_each_item_of_a_scale_has_its_own_floor() -> None:
    picture = aggregate(SLIDERS, sliders([1, 2, 3, 4, 5, 5, 5, 5], [3, 3, 3, 3]), FLOOR)
    assert isinstance(picture, ScalePicture)
    one, two = picture.items
    assert one.counts == (1, 1, 1, 1, 4)
    assert (two.counts, two.middle, two.spread) == (None, None, None)


def test_a_scale_in_words_below_eight_or_where_all_agree() -> None:
    picture = aggregate(SLIDERS, sliders([1, 1, 2, 2, 1], [4] * 12), FLOOR)
    assert isinstance(picture, ScalePicture)
    one, two = picture.items
    assert (one.counts, one.middle, one.spread) == (None, "low", None)
    assert (two.counts, two.middle, two.spread) == (None, "high", "close")


def test_a_scale_that_too_few_touched_is_no_picture() -> None:
    assert aggregate(SLIDERS, sliders([1, 2, 3, 4], [1, 2, 3]), FLOOR) == NoPicture()


def test_cards_are_never_summed() -> None:
    assert aggregate(CARD, [text_answer(number) for number in range(30)], FLOOR) == NoPicture()


@pytest.mark.parametrize(
    ("values", "steps", "middle"),
    [([1], 5, "low"), ([2, 2], 5, "low"), ([3], 5, "middle"), ([4], 5, "high"), ([3, 4], 7, "middle"), ([7, 1, 6], 7, "high")],
)
def test_the_middle_is_the_third_of_the_scale_in_which_the_median_lies(values: list[int], steps: int, middle: str) -> None:
    assert middle_of(values, steps) == middle


@pytest.mark.parametrize(
    ("values", "spread"),
    [([3] * 8, "close"), ([1, 1, 3, 3, 4, 4, 5, 5], "close"), ([1, 1, 1, 3, 3, 5, 5, 5], "spread"), ([3] * 7, None)],
)
def test_close_means_that_the_middle_half_spans_a_quarter_of_the_scale(values: list[int], spread: str | None) -> None:
    assert spread_of(values, 5) == spread


@steady
@drawn_by(st.lists(st.integers(0, 2), max_size=30), st.integers(0, 30))
def test_a_picture_never_has_numbers_below_eight_or_words_that_name_everybody(options: list[int], passes: int) -> None:
    answers: list[Answer] = [*[ChoiceAnswer(option=option) for option in options], *[PassAnswer() for _ in range(passes)]]
    picture = aggregate(CHOICE, answers, FLOOR)
    match picture:
        case NoPicture():
            assert len(options) < FLOOR
        case OptionWords(bands=bands):
            assert len(options) >= FLOOR
            assert len(options) < 8 or max(map(options.count, options)) >= len(options) - 2
            assert set(bands) <= {"few", "mixed", "most"}
        case OptionSums(counts=counts, answered=answered):
            assert sum(counts) == answered == len(options) >= 8
            assert max(counts) < answered - 2
        case _:
            raise AssertionError(picture)


def test_the_phone_asks_what_the_template_says() -> None:
    stages = [stage.template.input for stage in stages_of(PLAN)]
    several, text, scale = stages[MULTI], stages[WALL], stages[SCALE]
    assert several is not None and text is not None and scale is not None
    assert (input_view(several).type, input_view(several).pick, len(input_view(several).options)) == ("multi", 3, 7)
    assert (input_view(text).type, input_view(text).max) == ("text", 140)
    assert (input_view(scale).type, input_view(scale).steps, len(input_view(scale).items)) == ("scale", 7, 2)
    assert input_view(CHOICE).options == ("a", "b", "c")
