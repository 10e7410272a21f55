"""One to four sliders of 5 or 7 steps. An item left untouched is no answer to it."""

from collections.abc import Sequence

from workshop.domain.answers import ScaleAnswer
from workshop.domain.inputs.blurred import middle_floor
from workshop.domain.inputs.options import in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import Middle, NoPicture, ScalePicture, ScaleSums, Spread, Sums
from workshop.domain.plan import ScaleInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import WORDS_BELOW


def problem(asked: ScaleInput, answer: ScaleAnswer) -> RefusalCode | None:
    keys = {item.key for item in asked.items}
    inside = all(key in keys and 1 <= step <= asked.steps for key, step in answer.steps.items())
    return None if inside and answer.steps else "invalid_answer"


def middle_of(values: Sequence[int], steps: int) -> Middle:
    """Where the median lies, in thirds of the scale."""
    median = sorted(values)[(len(values) - 1) // 2]
    third = (median - 0.5) / steps
    return "low" if third < 1 / 3 else "high" if third > 2 / 3 else "middle"


def spread_of(values: Sequence[int], steps: int) -> Spread | None:
    """Close together: the middle half of the answers spans at most a quarter of the scale. None below 8 answers: then all but one
    at each end are the middle half, and the one who stands apart would know about all others.
    """
    if len(values) < WORDS_BELOW:
        return None
    ordered = sorted(values)
    low, high = ordered[len(ordered) // 4], ordered[(3 * len(ordered) - 1) // 4]
    return "close" if (high - low) <= (steps - 1) / 4 else "spread"


def _item(key: str, values: Sequence[int], steps: int, floor: int) -> ScaleSums:
    if len(values) < middle_floor(floor):
        return ScaleSums(key=key, counts=None, middle=None, spread=None)
    per_step = tuple(values.count(step) for step in range(1, steps + 1))
    counts = None if in_words(per_step, len(values)) else per_step
    return ScaleSums(key=key, counts=counts, middle=middle_of(values, steps), spread=spread_of(values, steps))


def aggregate(asked: ScaleInput, answers: Sequence[ScaleAnswer], floor: int) -> Sums:
    """Sums per item on their own: no row of one person's items survives."""
    items = tuple(
        _item(item.key, [answer.steps[item.key] for answer in answers if item.key in answer.steps], asked.steps, floor)
        for item in asked.items
    )
    return ScalePicture(items=items) if any(item.middle is not None for item in items) else NoPicture()


def view(asked: ScaleInput) -> InputView:
    return InputView(type="scale", steps=asked.steps, items=asked.items)
