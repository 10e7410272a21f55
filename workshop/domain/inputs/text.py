"""A few lines: the card of a wall. It is never summed."""

from collections.abc import Sequence

from workshop.domain.answers import TextAnswer
from workshop.domain.inputs.card import card_problem
from workshop.domain.parts import InputView
from workshop.domain.pictures import NoPicture, Sums
from workshop.domain.plan import TextInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.writing import normalized, text_problem


def problem(asked: TextInput, answer: TextAnswer) -> RefusalCode | None:
    return card_problem(answer) or words_problem(asked, answer.text)


def words_problem(asked: TextInput, text: str) -> RefusalCode | None:
    return text_problem(normalized(text), asked.max)


def aggregate(asked: TextInput, answers: Sequence[TextAnswer], floor: int) -> Sums:
    return NoPicture()


def view(asked: TextInput) -> InputView:
    return InputView(type="text", max=asked.max, starter=asked.starter or "")
