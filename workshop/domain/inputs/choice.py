"""One of several options."""

from collections.abc import Sequence

from workshop.domain.answers import ChoiceAnswer
from workshop.domain.inputs.options import option_sums
from workshop.domain.parts import InputView
from workshop.domain.pictures import Sums
from workshop.domain.plan import ChoiceInput
from workshop.domain.refusals import RefusalCode


def problem(asked: ChoiceInput, answer: ChoiceAnswer) -> RefusalCode | None:
    return None if 0 <= answer.option < len(asked.options) else "invalid_answer"


def aggregate(asked: ChoiceInput, answers: Sequence[ChoiceAnswer], floor: int) -> Sums:
    return option_sums(len(asked.options), [(answer.option,) for answer in answers], floor)


def view(asked: ChoiceInput) -> InputView:
    return InputView(type="choice", options=asked.options)
