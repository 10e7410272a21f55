"""What text a person may send: trimmed, composed (NFC), readable, not too long. Lengths are Unicode code points."""

import unicodedata

from workshop.domain.refusals import RefusalCode
from workshop.domain.words import ALIAS_LENGTH

_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Bidirectional embeddings and overrides: they can turn a neighbour's words around, and natural right-to-left text needs none."""


def normalized(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_OVERRIDES)).strip()


def unreadable(text: str, *, lines: bool) -> bool:
    """Control characters, lone surrogates, private or unassigned characters; a line break only where lines are welcome."""
    return any(
        unicodedata.category(letter) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} and not (lines and letter == "\n") for letter in text
    )


def text_problem(text: str, limit: int, *, lines: bool = True) -> RefusalCode | None:
    """Why this text cannot be taken as it is, or None. `text` must be `normalized`."""
    if not any(unicodedata.category(letter)[0] not in "ZCM" for letter in text):
        return "text_unreadable" if unreadable(text, lines=lines) else "text_empty"
    if len(text) > limit:
        return "text_too_long"
    if unreadable(text, lines=lines):
        return "text_unreadable"
    return None


def alias_problem(alias: str) -> RefusalCode | None:
    return text_problem(alias, ALIAS_LENGTH, lines=False)
