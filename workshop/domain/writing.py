"""What text a person may send: trimmed, composed (NFC), readable, not too long. Lengths are Unicode code points."""

import unicodedata

from workshop.domain.refusals import RefusalCode
from workshop.domain.words import ALIAS_LENGTH, NOTE_LENGTH

_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Bidirectional embeddings and overrides: they can turn a neighbour's words around, and natural right-to-left text needs none."""


def normalized(text: str) -> str:
    """As it will be kept: one kind of line break, tabs as spaces, letters composed, nothing around it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", plain.translate(_OVERRIDES)).strip()


def _category(letter: str) -> str:
    """Like `unicodedata`, but a character younger than its tables (🩷 for Python 3.11) is a symbol, not unassigned."""
    category = unicodedata.category(letter)
    never_assigned = 0xFDD0 <= ord(letter) <= 0xFDEF or ord(letter) & 0xFFFE == 0xFFFE
    return "So" if category == "Cn" and not never_assigned else category


def unreadable(text: str, *, lines: bool) -> bool:
    """Control characters, lone surrogates, private characters and noncharacters; a line break only where lines are welcome."""
    return any(_category(letter) in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} and not (lines and letter == "\n") for letter in text)


def text_problem(text: str, limit: int, *, lines: bool = True) -> RefusalCode | None:
    """Why this text cannot be taken as it is, or None. `text` must be `normalized`."""
    if not any(_category(letter)[0] not in "ZCM" for letter in text):
        return "text_unreadable" if unreadable(text, lines=lines) else "text_empty"
    if len(text) > limit:
        return "text_too_long"
    if unreadable(text, lines=lines):
        return "text_unreadable"
    return None


def alias_problem(alias: str) -> RefusalCode | None:
    return text_problem(alias, ALIAS_LENGTH, lines=False)


def note_problem(note: str) -> RefusalCode | None:
    """Why a facilitator's note, to everybody or to an unknown author, cannot be taken. It need not be `normalized` yet."""
    return text_problem(normalized(note), NOTE_LENGTH)
