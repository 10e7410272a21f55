"""Options in an order, and cards on piles."""

import random

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import FLOOR, ORDER, SORT, orders, piles, with_passes
from tests.domain.steady import steady
from workshop.domain.answers import OrderAnswer, SortAnswer
from workshop.domain.inputs import WHOLE, aggregate, answer_problem, answered_by, input_view
from workshop.domain.inputs.blurred import gives_away
from workshop.domain.inputs.options import band
from workshop.domain.pictures import NoPicture, OrderSums, OrderWords, SortSums, SortWords
from workshop.domain.plan import OrderInput

# --- order


def test_an_order_of_all_options_fits() -> None:
    assert answer_problem(ORDER, OrderAnswer(options=(4, 3, 2, 1, 0))) is None


@pytest.mark.parametrize(
    "options", [(), (0,), (0, 1, 2, 3), (0, 1, 2, 3, 3), (0, 1, 2, 3, 5), (-1, 0, 1, 2, 3), (0, 1, 2, 3, 4, 0)]
)
def test_an_order_that_leaves_out_repeats_or_invents_an_option_does_not(options: tuple[int, ...]) -> None:
    assert answer_problem(ORDER, OrderAnswer(options=options)) == "invalid_answer"


MIXED = ("abcde", "bacde", "cabde", "dabce", "eabcd", "cdeab", "edcba", "bcdea")


def test_an_order_is_mean_places_and_how_many_have_it_in_their_upper_half() -> None:
    picture = aggregate(ORDER, orders(*MIXED, "eabcd"), FLOOR)
    # a stands on the places 1 2 2 2 2 2 4 5 5: 2.78 in the mean, and in the upper half of five, which is two, six times.
    assert picture == OrderSums(places=(28, 28, 28, 33, 33), upper=(6, 3, 3, 3, 3), answered=9)


def test_with_an_even_number_of_options_the_upper_half_is_one_of_two_equal_ones() -> None:
    four = OrderInput(options=("a", "b", "c", "d"))
    rows = [(0, 1, 2, 3)] * 4 + [(3, 2, 1, 0)] * 4
    assert aggregate(four, [OrderAnswer(options=row) for row in rows], FLOOR) == OrderSums(
        places=(25, 25, 25, 25), upper=(4, 4, 4, 4), answered=8
    )


def test_below_eight_orders_there_are_words() -> None:
    assert aggregate(ORDER, orders(*MIXED[:7]), FLOOR) == OrderWords(bands=("most", "few", "few", "mixed", "few"))


@pytest.mark.parametrize("last", ["abcde", "bacde", "abdec"])
def test_where_all_have_an_option_in_the_same_half_there_are_words(last: str) -> None:
    assert isinstance(aggregate(ORDER, orders(*["abcde"] * 11, last), FLOOR), OrderWords)


@pytest.mark.parametrize("last", [("acbde", "adbce"), ("acbde", "edabc"), ("ecabd", "edabc")])
def test_an_option_that_nobody_or_almost_nobody_has_in_the_upper_half_makes_the_same_words(last: tuple[str, str]) -> None:
    rows = ["abcde", "bacde", "cabde", "dabce", "cdabe", "dcbae", "bdace"]
    assert aggregate(ORDER, orders(*rows, *last), FLOOR) == OrderWords(bands=("mixed", "mixed", "mixed", "mixed", "few"))


@pytest.mark.parametrize("answered", range(FLOOR))
def test_fewer_orders_than_the_floor_are_no_picture(answered: int) -> None:
    assert aggregate(ORDER, with_passes(orders(*MIXED[:answered]), 20), FLOOR) == NoPicture()


def test_an_order_is_answered_as_a_whole() -> None:
    assert answered_by(ORDER, orders(*MIXED[:5]), 5) == (WHOLE,)
    assert answered_by(ORDER, with_passes(orders(*MIXED[:4]), 5), 5) == ()


@steady
@drawn_by(st.lists(st.permutations("abcde"), max_size=20), st.randoms())
def test_an_order_is_told_from_the_floor_on_and_counted_from_eight_on(rows: list[list[str]], chance: random.Random) -> None:
    answers = orders(*map("".join, rows))
    picture = aggregate(ORDER, answers, FLOOR)
    chance.shuffle(answers)
    assert aggregate(ORDER, answers, FLOOR) == picture
    match picture:
        case NoPicture():
            upper = [sum(row.index(option) < 2 for row in rows) for option in "abcde"]
            assert len(rows) < FLOOR or gives_away([band(count, len(rows)) for count in upper], len(rows), (2, 2))
        case OrderWords(bands=bands):
            assert len(rows) >= FLOOR and len(bands) == 5
        case OrderSums(places=places, upper=upper, answered=answered):
            assert answered == len(rows) >= 8
            assert sum(upper) == 2 * answered
            assert all(2 < count < answered - 2 for count in upper)
            assert all(10 <= place <= 50 for place in places)
            assert abs(sum(places) - 150) <= 2
        case _:
            raise AssertionError(picture)


# --- sort


@pytest.mark.parametrize("row", ["012", "--0", "222"])
def test_cards_on_piles_fit_also_where_some_are_left_out(row: str) -> None:
    (answer,) = piles(row)
    assert answer_problem(SORT, answer) is None


@pytest.mark.parametrize("row", [(), (0,), (0, 0, 0, 0), (None, None, None), (0, 0, 3), (-1, 0, 0)])
def test_too_many_piles_or_cards_and_nothing_sorted_at_all_do_not(row: tuple[int | None, ...]) -> None:
    assert answer_problem(SORT, SortAnswer(piles=row)) == "invalid_answer"


def test_each_card_is_counted_by_pile_and_who_left_it_out_is_on_none() -> None:
    rows = ["000", "011", "02-", "100", "111", "12-", "200", "211", "00-", "111", "120"]
    assert aggregate(SORT, piles(*rows), FLOOR) == SortSums(piles=((4, 5, 2), (4, 4, 3), (4, 4, 0)), answered=11)


def test_a_card_that_fewer_than_the_floor_sorted_is_empty() -> None:
    rows = ["00-", "11-", "02-", "10-", "11-", "12-", "200", "211"]
    assert aggregate(SORT, piles(*rows), FLOOR) == SortWords(bands=(("few", "mixed", "few"), ("mixed", "mixed", "few"), ()))


def test_cards_that_eight_sorted_and_did_not_agree_about_are_counted() -> None:
    rows = ["000", "111", "022", "100", "111", "122", "200", "211"]
    assert aggregate(SORT, piles(*rows), FLOOR) == SortSums(piles=((2, 4, 2), (3, 3, 2), (3, 3, 2)), answered=8)


def test_where_all_agree_about_a_card_or_fewer_than_eight_sorted_it_everything_is_in_words() -> None:
    agreed = ["000", "011", "002", "010", "011", "002", "020", "021"]
    assert aggregate(SORT, piles(*agreed), FLOOR) == SortWords(
        bands=(("most", "few", "few"), ("mixed", "mixed", "few"), ("mixed", "mixed", "few"))
    )
    rarely = ["00-", "01-", "12-", "100", "111", "122", "200", "211"]
    picture = aggregate(SORT, piles(*rarely), FLOOR)
    assert isinstance(picture, SortWords)
    assert picture.bands[2] == ("few", "few", "few")


def test_in_words_a_card_that_fewer_than_the_floor_sorted_is_empty_too() -> None:
    picture = aggregate(SORT, piles("0--", "0--", "1-0", "1-0", "1-1", "2-1"), FLOOR)
    assert picture == SortWords(bands=(("few", "mixed", "few"), (), ()))


def test_where_no_card_reaches_the_floor_there_is_no_picture() -> None:
    rows = [*["0--"] * 4, *["-0-"] * 4, *["--0"] * 4]
    assert aggregate(SORT, piles(*rows), FLOOR) == NoPicture()
    assert aggregate(SORT, [], FLOOR) == NoPicture()


def test_cards_count_as_answered_each_on_its_own() -> None:
    rows = [*["00-"] * 4, "0-0"]
    assert answered_by(SORT, with_passes(piles(*rows), 5), 5) == ("card-0",)
    assert answered_by(SORT, piles(*rows), 4) == ("card-0", "card-1")


@steady
@drawn_by(
    st.lists(st.text("012-", min_size=3, max_size=3).filter(lambda row: row != "---"), max_size=20),
    st.randoms(),
    st.integers(2, 8),
)
def test_no_card_is_told_below_the_floor_and_none_is_counted_below_eight(
    rows: list[str], chance: random.Random, floor: int
) -> None:
    answers = piles(*rows)
    picture = aggregate(SORT, answers, floor)
    chance.shuffle(answers)
    assert aggregate(SORT, answers, floor) == picture
    columns = [[row[card] for row in rows if row[card] != "-"] for card in range(3)]
    sorted_by = [len(column) for column in columns]
    kept = [not gives_away([band(row.count(pile), len(row)) for pile in "012"], len(row)) for row in columns]
    told = [people >= floor and words for people, words in zip(sorted_by, kept, strict=True)]
    match picture:
        case NoPicture():
            assert not any(told)
        case SortWords(bands=bands):
            assert [bool(of_card) for of_card in bands] == told
        case SortSums(piles=counts, answered=answered):
            assert answered == len(rows)
            assert [sum(of_card) for of_card in counts] == sorted_by
            assert min(sorted_by) >= max(floor, 8)
            assert all(max(of_card) < people - 2 for of_card, people in zip(counts, sorted_by, strict=True))
        case _:
            raise AssertionError(picture)


@steady
@drawn_by(st.lists(st.text("012", min_size=3, max_size=3), min_size=5, max_size=20), st.randoms())
def test_piles_say_nothing_of_what_one_person_put_together(rows: list[str], chance: random.Random) -> None:
    """Each card's piles dealt anew among the people give the same picture: it holds sums of single cards and nothing else."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    for column in columns:
        chance.shuffle(column)
    mixed = ["".join(row) for row in zip(*columns, strict=True)]
    assert aggregate(SORT, piles(*mixed), FLOOR) == aggregate(SORT, piles(*rows), FLOOR)


def test_the_phone_asks_for_options_and_for_cards_and_piles() -> None:
    assert (input_view(ORDER).type, input_view(ORDER).options) == ("order", ORDER.options)
    assert (input_view(SORT).type, input_view(SORT).cards, input_view(SORT).bins) == ("sort", SORT.cards, SORT.bins)
