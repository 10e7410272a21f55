"""The inputs, reached through one table. An input knows nothing of the kinds that use it.

Per input: `problem` (why an answer does not fit, or None), `aggregate` (marginal sums), `view` (what the phone asks). For a map
and a line the template says what travels (`send`); their `problem` and `aggregate` take it as one argument more.
"""

from collections.abc import Callable, Collection, Sequence

from msgspec import Struct, structs

from workshop.domain.answers import (
    Answer,
    CardAnswer,
    ChoiceAnswer,
    FieldsAnswer,
    LineAnswer,
    MultiAnswer,
    OrderAnswer,
    PassAnswer,
    PointAnswer,
    RingsAnswer,
    ScaleAnswer,
    SortAnswer,
    TakenBack,
    TextAnswer,
)
from workshop.domain.asides import NO_ASIDE, Aside, CardWords
from workshop.domain.inputs import choice, fields, line, multi, order, point, rings, scale, sort, text
from workshop.domain.inputs.card import aside_problem, kept_words
from workshop.domain.parts import InputView, Travels
from workshop.domain.pictures import Sums
from workshop.domain.plan import (
    ChoiceInput,
    FieldsInput,
    Input,
    LineInput,
    MultiInput,
    OrderInput,
    PointInput,
    RingsInput,
    ScaleInput,
    SortInput,
    TextInput,
)
from workshop.domain.published import HEAT_FLOOR
from workshop.domain.refusals import RefusalCode
from workshop.domain.writing import normalized

WHOLE = "answer"
"""An answer that has no parts."""


class InputType(Struct, frozen=True):
    answer: type
    problem: Callable[..., RefusalCode | None]
    aggregate: Callable[..., Sums]
    view: Callable[..., InputView]
    travels: bool = False
    """Whether the template says what of it leaves the phone."""


INPUTS: dict[type, InputType] = {
    TextInput: InputType(TextAnswer, text.problem, text.aggregate, text.view),
    FieldsInput: InputType(FieldsAnswer, fields.problem, fields.aggregate, fields.view),
    ChoiceInput: InputType(ChoiceAnswer, choice.problem, choice.aggregate, choice.view),
    MultiInput: InputType(MultiAnswer, multi.problem, multi.aggregate, multi.view),
    ScaleInput: InputType(ScaleAnswer, scale.problem, scale.aggregate, scale.view),
    PointInput: InputType(PointAnswer, point.problem, point.aggregate, point.view),
    OrderInput: InputType(OrderAnswer, order.problem, order.aggregate, order.view),
    SortInput: InputType(SortAnswer, sort.problem, sort.aggregate, sort.view),
    RingsInput: InputType(RingsAnswer, rings.problem, rings.aggregate, rings.view, travels=True),
    LineInput: InputType(LineAnswer, line.problem, line.aggregate, line.view, travels=True),
}


def answer_problem(asked: Input, answer: Answer, send: Collection[str] = ()) -> RefusalCode | None:
    """Why this answer cannot be taken for what is asked, or None. A pass and taking back always fit."""
    if isinstance(answer, (PassAnswer, TakenBack)):
        return None
    kind = INPUTS[type(asked)]
    if not isinstance(answer, kind.answer):
        return "invalid_answer"
    return kind.problem(asked, answer, send) if kind.travels else kind.problem(asked, answer)


def aggregate(asked: Input, answers: Sequence[Answer], floor: int, send: Collection[str] = ()) -> Sums:
    """The group picture of the answers that are not passes."""
    kind = INPUTS[type(asked)]
    given = [answer for answer in answers if isinstance(answer, kind.answer)]
    return kind.aggregate(asked, given, floor, send) if kind.travels else kind.aggregate(asked, given, floor)


def answered_by(asked: Input, answers: Sequence[Answer], people: int) -> tuple[str, ...]:
    """What that many people or more answered, passes apart: the keys of the sliders they touched, of the cards they sorted, of the
    sixths their lines touch, else "answer" as a whole. A square needs 8 at least: below that nothing of it is published (domain §5).
    """
    kind = INPUTS[type(asked)]
    given = [answer for answer in answers if isinstance(answer, kind.answer)]
    if isinstance(asked, ScaleInput):
        touched = [answer.steps.keys() for answer in given if isinstance(answer, ScaleAnswer)]
        return tuple(item.key for item in asked.items if sum(item.key in keys for keys in touched) >= people)
    if isinstance(asked, SortInput):
        return sort.answered_cards(asked, [answer for answer in given if isinstance(answer, SortAnswer)], people)
    if isinstance(asked, LineInput):
        return line.answered_slots([answer for answer in given if isinstance(answer, LineAnswer)], people)
    enough = max(people, HEAT_FLOOR) if isinstance(asked, PointInput) else people
    return (WHOLE,) if len(given) >= enough else ()


def input_view(asked: Input, send: tuple[Travels, ...] = ()) -> InputView:
    view = INPUTS[type(asked)].view(asked)
    return structs.replace(view, send=send) if send else view


def card_words(asked: Input, answer: CardAnswer) -> CardWords:
    """The words of a card as they will be kept. `answer` has no `answer_problem`."""
    if isinstance(answer, TextAnswer):
        return kept_words(normalized(answer.text), answer.aside)
    assert isinstance(asked, FieldsInput)
    return kept_words(fields.card_text(asked, answer), answer.aside)


def other_words(asked: Input, words: str, aside: Aside = NO_ASIDE) -> CardWords:
    """The new words for a card of what was asked, as they will be kept; with labelled lines, one line per field."""
    kept = "\n".join(fields.lines_of(asked, words)) if isinstance(asked, FieldsInput) else normalized(words)
    return kept_words(kept, aside)


def other_words_problem(asked: Input, words: str, aside: Aside = NO_ASIDE) -> RefusalCode | None:
    """Why these cannot be the new words for a card of what was asked, or None."""
    beside = aside_problem(aside)
    if beside is not None:
        return beside
    if isinstance(asked, FieldsInput):
        return fields.lines_problem(asked, fields.lines_of(asked, words))
    return text.words_problem(asked, words) if isinstance(asked, TextInput) else "unknown_card"
