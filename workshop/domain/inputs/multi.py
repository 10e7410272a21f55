"""Up to `pick` of several options."""

from collections.abc import Sequence

from workshop.domain.answers import MultiAnswer
from workshop.domain.inputs.blurred import Each
from workshop.domain.inputs.options import option_sums
from workshop.domain.parts import InputView
from workshop.domain.pictures import Sums
from workshop.domain.plan import MultiInput
from workshop.domain.refusals import RefusalCode


def problem(asked: MultiInput, answer: MultiAnswer) -> RefusalCode | None:
    chosen = answer.options
    distinct = len(set(chosen)) == len(chosen)
    inside = all(0 <= option < len(asked.options) for option in chosen)
    return None if distinct and inside and 1 <= len(chosen) <= asked.pick else "invalid_answer"


def each_of(asked: MultiInput) -> Each:
    return 1, min(asked.pick, len(asked.options))


def aggregate(asked: MultiInput, answers: Sequence[MultiAnswer], floor: int) -> Sums:
    """Each option is a question of its own, yes or no: a 0 in numbers would be everybody's no, like a ring that is empty for all."""
    chosen = [answer.options for answer in answers]
    return option_sums(len(asked.options), chosen, floor, each=each_of(asked), nobody_tells=True)


def view(asked: MultiInput) -> InputView:
    return InputView(type="multi", options=asked.options, pick=asked.pick)
