"""The inputs, reached through one table. An input knows nothing of the kinds that use it.

Per input: `problem` (why an answer does not fit, or None), `aggregate` (marginal sums), `view` (what the phone asks).
"""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TakenBack, TextAnswer
from workshop.domain.inputs import choice, multi, scale, text
from workshop.domain.parts import InputView
from workshop.domain.pictures import Sums
from workshop.domain.plan import ChoiceInput, Input, MultiInput, ScaleInput, TextInput
from workshop.domain.refusals import RefusalCode


class InputType(Struct, frozen=True):
    answer: type
    problem: Callable[[Any, Any], RefusalCode | None]
    aggregate: Callable[[Any, Sequence[Any], int], Sums]
    view: Callable[[Any], InputView]


INPUTS: dict[type, InputType] = {
    TextInput: InputType(TextAnswer, text.problem, text.aggregate, text.view),
    ChoiceInput: InputType(ChoiceAnswer, choice.problem, choice.aggregate, choice.view),
    MultiInput: InputType(MultiAnswer, multi.problem, multi.aggregate, multi.view),
    ScaleInput: InputType(ScaleAnswer, scale.problem, scale.aggregate, scale.view),
}


def answer_problem(asked: Input, answer: Answer) -> RefusalCode | None:
    """Why this answer cannot be taken for what is asked, or None. A pass and taking back always fit."""
    if isinstance(answer, (PassAnswer, TakenBack)):
        return None
    kind = INPUTS[type(asked)]
    return kind.problem(asked, answer) if isinstance(answer, kind.answer) else "invalid_answer"


def aggregate(asked: Input, answers: Sequence[Answer], floor: int) -> Sums:
    """The group picture of the answers that are not passes."""
    kind = INPUTS[type(asked)]
    return kind.aggregate(asked, [answer for answer in answers if isinstance(answer, kind.answer)], floor)


def input_view(asked: Input) -> InputView:
    return INPUTS[type(asked)].view(asked)
