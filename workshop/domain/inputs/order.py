"""Options in an order of one's own. What is told of many is each option's mean place and how many have it in their upper half."""

from collections.abc import Sequence

from workshop.domain.answers import OrderAnswer
from workshop.domain.inputs.blurred import Each, gives_away
from workshop.domain.inputs.options import band, in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import NoPicture, OrderSums, OrderWords, Sums
from workshop.domain.plan import OrderInput
from workshop.domain.refusals import RefusalCode


def problem(asked: OrderInput, answer: OrderAnswer) -> RefusalCode | None:
    """Every option once: an order that leaves one out says less than it seems to."""
    fits = len(answer.options) == len(asked.options) and set(answer.options) == set(range(len(asked.options)))
    return None if fits else "invalid_answer"


def _half(asked: OrderInput) -> int:
    return len(asked.options) // 2


def each_of(asked: OrderInput) -> Each:
    return _half(asked), _half(asked)


def _tenths(places: Sequence[int]) -> int:
    """Their mean in tenths, half a tenth rounded up."""
    return (20 * sum(places) + len(places)) // (2 * len(places))


def aggregate(asked: OrderInput, answers: Sequence[OrderAnswer], floor: int) -> Sums:
    """Sums per option on its own; words below 8 answers or where (almost) all have an option in the same half; nothing below the floor,
    and no words that give a count away.
    """
    answered = len(answers)
    if answered < floor:
        return NoPicture()
    places = [[answer.options.index(option) + 1 for answer in answers] for option in range(len(asked.options))]
    half = _half(asked)
    upper = tuple(sum(place <= half for place in of_option) for of_option in places)
    if in_words(upper, answered, nobody_tells=True):
        bands = tuple(band(count, answered) for count in upper)
        return NoPicture() if gives_away(bands, answered, each_of(asked)) else OrderWords(bands=bands)
    return OrderSums(places=tuple(_tenths(of_option) for of_option in places), upper=upper, answered=answered)


def view(asked: OrderInput) -> InputView:
    return InputView(type="order", options=asked.options)
