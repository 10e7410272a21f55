"""What every card has beside its words, whichever input it was written with."""

import re

from workshop.domain.answers import CardAnswer
from workshop.domain.asides import VEILS, Aside, CardWords
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CONTENT_NOTE_LENGTH
from workshop.domain.writing import normalized, text_problem

_CARD = re.compile(r"[0-9a-f]{32}")
_NOTE_KEY = re.compile(r"[0-9a-f]{64}")


def card_problem(answer: CardAnswer) -> RefusalCode | None:
    """Whether its id and the key for notes to its author have their form, and what it says beside its words can be taken."""
    formed = _CARD.fullmatch(answer.card) is not None and _NOTE_KEY.fullmatch(answer.note_key) is not None
    return aside_problem(answer.aside) if formed else "invalid_answer"


def aside_problem(aside: Aside) -> RefusalCode | None:
    """Why this cannot stand beside a card, or None."""
    if len(set(aside.veils)) < len(aside.veils) or not set(aside.veils) <= set(VEILS):
        return "invalid_answer"
    note = note_line(aside.note)
    return text_problem(note, CONTENT_NOTE_LENGTH, lines=False) if note else None


def note_line(note: str) -> str:
    """A content note as it will be kept: one line, empty where nothing can be read in it."""
    line = normalized(note).replace("\n", " ")
    return "" if text_problem(line, len(line), lines=False) == "text_empty" else line


def kept_words(words: str, aside: Aside) -> CardWords:
    """The words of a card with what stands beside them, both as they will be kept."""
    topics = tuple(veil for veil in VEILS if veil in aside.veils)
    return CardWords(words, Aside(veils=topics, note=note_line(aside.note), nameable=aside.nameable))
