"""G-A5: the order of the cards says nothing. A chi-square test over all 120 orders of five cards, on the production dice.

`ALPHA` is how often a perfect shuffle would be called biased: once in a million runs of this file. The same test must reject
every planted bias, or it would prove nothing.
"""

import functools
import math
import random
from collections import Counter
from collections.abc import Callable, Hashable
from itertools import permutations
from statistics import NormalDist
from typing import Any, Final

import pytest

from tests.domain.given import START, SYSTEM, WALL, Story, written
from workshop.domain.commands import CompleteClosing
from workshop.domain.decider import decide
from workshop.domain.events import WallClosed
from workshop.domain.session import Session
from workshop.domain.words import CardId, Dice, Nonce

ALPHA: Final = 1e-6
PEOPLE: Final = 5
ORDERS: Final = math.factorial(PEOPLE)
ROUNDS: Final = ORDERS * 40

ANSWERS: Final = written(PEOPLE)
COMMAND: Final = CompleteClosing(run=1, attempt=1, held=ANSWERS)
PLACE_OF_CARD: Final[dict[CardId, int]] = {
    one.answer.card: place for place, one in enumerate(ANSWERS) if hasattr(one.answer, "card")
}
PLACE_OF_NONCE: Final[dict[Nonce, int]] = {one.nonce: place for place, one in enumerate(ANSWERS)}

Order = tuple[int, ...]


def chi_square(counts: Counter[Hashable], cells: int) -> float:
    expected = counts.total() / cells
    seen = sum((count - expected) ** 2 for count in counts.values())
    return (seen + (cells - len(counts)) * expected**2) / expected


def critical(cells: int, alpha: float = ALPHA) -> float:
    """The value that chi-square of `cells` equal cells passes with probability `alpha` (Wilson and Hilferty 1931)."""
    freedom = cells - 1
    step = 2 / (9 * freedom)
    return float(freedom * (1 - step + NormalDist().inv_cdf(1 - alpha) * math.sqrt(step)) ** 3)


def is_uniform(counts: Counter[Hashable], cells: int) -> bool:
    return chi_square(counts, cells) < critical(cells)


@pytest.fixture(scope="module")
def closing() -> Session:
    return Story().people(PEOPLE).open(WALL).begin_closing().session


def unsealed(session: Session, dice: Dice) -> tuple[Order, Order]:
    """The orders of cards and receipts after the real closing, as places in which their people stood."""
    outcome = decide(session, COMMAND, SYSTEM, START + 60_000, dice)
    assert isinstance(outcome, tuple)
    (closed,) = outcome
    assert isinstance(closed, WallClosed)
    return tuple(PLACE_OF_CARD[card] for card in closed.cards), tuple(PLACE_OF_NONCE[nonce] for nonce in closed.receipts)


def drawn_orders(session: Session, dice: Dice) -> list[tuple[Order, Order]]:
    return [unsealed(session, dice) for _ in range(ROUNDS)]


def relative(orders: tuple[Order, Order]) -> Order:
    """Where the receipt of each card stands: the same person's two things, seen together."""
    cards, receipts = orders
    return tuple(receipts.index(place) for place in cards)


class Planted:
    """Dice whose shuffle is the given one, with a seed."""

    def __init__(self, shuffle: Callable[[random.Random, list[Any]], None]) -> None:
        self._chance, self._shuffle = random.Random(5), shuffle

    def shuffle(self, x: list[Any], /) -> None:
        self._shuffle(self._chance, x)


def naive_swap(chance: random.Random, x: list[Any]) -> None:
    for place in range(len(x)):
        other = chance.randrange(len(x))
        x[place], x[other] = x[other], x[place]


def by_random_comparison(chance: random.Random, x: list[Any]) -> None:
    x.sort(key=functools.cmp_to_key(lambda one, other: chance.choice((-1, 1))))


def one_short(chance: random.Random, x: list[Any]) -> None:
    """Sattolo's variant: a Fisher and Yates that never leaves anything in its place."""
    for place in range(len(x) - 1, 0, -1):
        other = chance.randrange(place)
        x[place], x[other] = x[other], x[place]


def cut(chance: random.Random, x: list[Any]) -> None:
    at = chance.randrange(len(x))
    x[:] = x[at:] + x[:at]


def not_at_all(chance: random.Random, x: list[Any]) -> None:
    """Nothing happens."""


def test_g_a5_the_production_dice_give_every_order_of_cards_equally_often(closing: Session) -> None:
    drawn = drawn_orders(closing, random.SystemRandom())
    assert is_uniform(Counter(cards for cards, _ in drawn), ORDERS)
    assert is_uniform(Counter(receipts for _, receipts in drawn), ORDERS)


def test_g_a5_the_order_of_receipts_says_nothing_of_the_order_of_cards(closing: Session) -> None:
    drawn = drawn_orders(closing, random.SystemRandom())
    assert is_uniform(Counter(relative(orders) for orders in drawn), ORDERS)


@pytest.mark.parametrize("shuffle", [naive_swap, by_random_comparison, one_short, cut, not_at_all])
def test_g_a5_a_biased_shuffle_is_rejected_by_the_same_test(
    closing: Session, shuffle: Callable[[random.Random, list[Any]], None]
) -> None:
    drawn = drawn_orders(closing, Planted(shuffle))
    assert not is_uniform(Counter(cards for cards, _ in drawn), ORDERS)


def test_g_a5_one_order_for_both_cards_and_receipts_is_rejected_by_the_same_test() -> None:
    together = [(order, order) for order in permutations(range(PEOPLE))] * (ROUNDS // ORDERS)
    assert is_uniform(Counter(cards for cards, _ in together), ORDERS)
    assert not is_uniform(Counter(relative(orders) for orders in together), ORDERS)


def test_the_critical_value_agrees_with_the_printed_tables() -> None:
    """Abramowitz and Stegun, table 26.8: chi-square of 100 degrees of freedom is 149.449 at .001, of 30 is 59.703."""
    assert critical(101, 0.001) == pytest.approx(149.449, rel=1e-3)
    assert critical(31, 0.001) == pytest.approx(59.703, rel=2e-3)


def test_a_seeded_uniform_shuffle_passes(closing: Session) -> None:
    drawn = drawn_orders(closing, random.Random(11))
    assert is_uniform(Counter(cards for cards, _ in drawn), ORDERS)
