"""Labelled lines: the card of a wall, one line per field in the order of the template. It is never summed.

A field is one line: line breaks in it become spaces, and one that says nothing is an empty line of the card. The limit counts
the letters of all fields together; the line breaks between them are nobody's words and count for nothing.
"""

from collections.abc import Sequence

from workshop.domain.answers import FieldsAnswer
from workshop.domain.inputs.card import card_problem
from workshop.domain.parts import InputView
from workshop.domain.pictures import NoPicture, Sums
from workshop.domain.plan import FieldsInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.writing import normalized, text_problem


def _line(words: str) -> str:
    """As it will be kept: one line, empty where nothing can be read in it (a zero-width space says nothing)."""
    line = normalized(words).replace("\n", " ")
    return "" if text_problem(line, len(line), lines=False) == "text_empty" else line


def lines_of(asked: FieldsInput, text: str) -> tuple[str, ...]:
    """The card's lines, one per field; a text that ends early has said nothing in the last ones. It may have too many."""
    lines = tuple(_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return lines + ("",) * (len(asked.fields) - len(lines))


def lines_problem(asked: FieldsInput, lines: Sequence[str]) -> RefusalCode | None:
    """Why these lines, in the order of the fields, are no card, or None."""
    if len(lines) != len(asked.fields):
        return "text_unreadable"  # a line break where none is welcome
    if not any(lines):
        return "text_empty"
    if sum(map(len, lines)) > asked.max:
        return "text_too_long"
    problems = [text_problem(line, asked.max, lines=False) for line in lines if line]
    return next((problem for problem in problems if problem is not None), None)


def _answered(asked: FieldsInput, answer: FieldsAnswer) -> tuple[str, ...]:
    return tuple(_line(answer.fields.get(field.key, "")) for field in asked.fields)


def card_text(asked: FieldsInput, answer: FieldsAnswer) -> str:
    """The words of the card, one line per field in the order of the template."""
    return "\n".join(_answered(asked, answer))


def problem(asked: FieldsInput, answer: FieldsAnswer) -> RefusalCode | None:
    if not answer.fields.keys() <= {field.key for field in asked.fields}:
        return "invalid_answer"
    return card_problem(answer) or lines_problem(asked, _answered(asked, answer))


def aggregate(asked: FieldsInput, answers: Sequence[FieldsAnswer], floor: int) -> Sums:
    return NoPicture()


def view(asked: FieldsInput) -> InputView:
    return InputView(type="fields", max=asked.max, fields=asked.fields)
