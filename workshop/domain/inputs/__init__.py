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

WHOLE = "answer"
"""An answer that has no parts."""


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


def answered_by(asked: Input, answers: Sequence[Answer], people: int) -> tuple[str, ...]:
    """What that many people or more answered, passes apart: the keys of the sliders they touched, else "answer" as a whole."""
    kind = INPUTS[type(asked)]
    given = [answer for answer in answers if isinstance(answer, kind.answer)]
    if isinstance(asked, ScaleInput):
        touched = [answer.steps.keys() for answer in given if isinstance(answer, ScaleAnswer)]
        return tuple(item.key for item in asked.items if sum(item.key in keys for keys in touched) >= people)
    return (WHOLE,) if len(given) >= people else ()


def input_view(asked: Input) -> InputView:
    return INPUTS[type(asked)].view(asked)
