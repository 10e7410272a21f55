"""A few lines: the card of a wall. It is never summed."""

import re
from collections.abc import Sequence

from workshop.domain.answers import TextAnswer
from workshop.domain.parts import InputView
from workshop.domain.pictures import NoPicture, Sums
from workshop.domain.plan import TextInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.writing import normalized, text_problem

_CARD = re.compile(r"[0-9a-f]{32}")
_NOTE_KEY = re.compile(r"[0-9a-f]{64}")


def problem(asked: TextInput, answer: TextAnswer) -> RefusalCode | None:
    if not _CARD.fullmatch(answer.card) or not _NOTE_KEY.fullmatch(answer.note_key):
        return "invalid_answer"
    return text_problem(normalized(answer.text), asked.max)


def aggregate(asked: TextInput, answers: Sequence[TextAnswer], floor: int) -> Sums:
    return NoPicture()


def view(asked: TextInput) -> InputView:
    return InputView(type="text", max=asked.max)
