"""What every card has beside its words, whichever input it was written with."""

import re

from workshop.domain.answers import CardAnswer

_CARD = re.compile(r"[0-9a-f]{32}")
_NOTE_KEY = re.compile(r"[0-9a-f]{64}")


def is_card(answer: CardAnswer) -> bool:
    """Whether its id and the key for notes to its author have their form."""
    return _CARD.fullmatch(answer.card) is not None and _NOTE_KEY.fullmatch(answer.note_key) is not None
