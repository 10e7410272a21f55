"""What guessing reaches is counted right: against all permutations, written out."""

import random
from collections import Counter
from itertools import permutations, product
from math import isclose

import pytest

from tests.adversary.chance import deviation, expected, hits_of_one, p_of
from tests.adversary.orders import best_first, laid
from tests.adversary.verdict import verdict


@pytest.mark.parametrize(("cards", "people"), [(1, 1), (1, 5), (3, 3), (3, 5), (5, 6)])
def test_hits_of_one_stage_are_those_of_all_permutations(cards: int, people: int) -> None:
    counted = Counter(sum(at == one for at, one in enumerate(true)) for true in permutations(range(people), cards))
    whole = counted.total()
    assert [round(share * whole) for share in hits_of_one(cards, people)] == [counted[hits] for hits in range(cards + 1)]


def test_stages_add_up() -> None:
    stages = [(2, 3), (3, 3)]
    orders = product(permutations(range(3), 2), permutations(range(3), 3))
    counted = [sum(at == one for true in both for at, one in enumerate(true)) for both in orders]
    for hits in range(6):
        assert isclose(p_of(stages, hits), sum(one >= hits for one in counted) / len(counted))
    mean = sum(counted) / len(counted)
    assert isclose(expected(stages), mean)
    assert isclose(deviation(stages) ** 2, sum((one - mean) ** 2 for one in counted) / len(counted))


def test_a_laid_order_gives_every_card_to_another_person() -> None:
    people = [f"p{number}" for number in range(7)]
    for cards in range(1, 8):
        guess = laid([f"c{number}" for number in range(cards)], people)
        assert len(set(guess.values())) == cards
    assert laid(["a", "b"], ["x"]) == {}


def test_the_best_pair_goes_first() -> None:
    scores = {("a", "x"): 2.0, ("b", "x"): 3.0, ("a", "y"): 1.0}
    assert best_first(scores, random.Random(1)) == {"b": "x", "a": "y"}


def test_guessing_alone_is_hardly_ever_called_linked() -> None:
    """Three hundred attacks that know nothing, on sixty loots."""
    chance, wolves = random.Random(7), 0
    for _ in range(60):
        attacks = {}
        for number in range(300):
            hits = [sum(at == one for at, one in enumerate(chance.sample(range(10), 9))) for _ in range(6)]
            attacks[str(number)] = [((9, 10), one) for one in hits]
        wolves += verdict(attacks, 54).linked
    assert wolves <= 1


def test_a_little_more_than_guessing_is_called_linked() -> None:
    """One card in four instead of one in ten, of two hundred, among three hundred attacks."""
    chance = random.Random(7)
    attacks = {str(number): [((10, 10), 1)] * 20 for number in range(300)}
    attacks["good"] = [((10, 10), chance.choice((2, 2, 3, 3))) for _ in range(20)]
    found = verdict(attacks, 200)
    assert found.linked
    assert found.linked_by == ("good",)
