"""Which keys of a template are texts: how long each may be, and who reads it. Every other key stands in the original only."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from workshop.domain.words import LINE_LENGTH

Reader = Literal["phone", "line", "facilitator"]


class Text(Struct, frozen=True):
    """A text, a list of texts, or a table of texts by name; at most `longest` letters each."""

    longest: int
    reader: Reader = "phone"


class Tables(Struct, frozen=True):
    """A list of tables. Each is known by its `name`, a key that says the same in both files, or by its place where that is None."""

    keys: "Keys"
    name: str | None = None


Keys = Mapping[str, "Text | Tables | Keys"]

_TITLE = 60
_SENTENCES = 260
_PROMPT = 220
_OPTION = 64
_ROLE = 30

CARE: Keys = {
    "note": Text(_SENTENCES),
    "sit_out": Text(_SENTENCES),
    "watch": Text(_SENTENCES, "facilitator"),
}
SCRIPT: Keys = {
    "say": Text(_SENTENCES, "facilitator"),
    "ask": Text(_SENTENCES, "facilitator"),
    "carry": Text(_SENTENCES, "facilitator"),
}
INPUT: Keys = {
    "starter": Text(_OPTION),
    "options": Text(_OPTION),
    "ask": Text(_PROMPT),
    "x": Text(_OPTION),
    "y": Text(_OPTION),
    "cards": Text(_OPTION),
    "bins": Text(_OPTION),
    "rings": Text(_OPTION),
    "marks": Text(_OPTION),
    "items": Tables({"ask": Text(_PROMPT), "low": Text(_OPTION), "high": Text(_OPTION)}, name="key"),
    "fields": Tables({"label": Text(_PROMPT)}, name="key"),
}
STAGE: Keys = {
    "title": Text(_TITLE),
    "phone": Text(_PROMPT),
    "hint": Text(_SENTENCES),
    "steps": Tables({"text": Text(_SENTENCES), "do": Text(_SENTENCES), "third": Text(_SENTENCES)}),
    "roles": Text(_ROLE),
    "cards": Text(_SENTENCES),
    "start": Text(LINE_LENGTH, "line"),
    "input": INPUT,
}
ACTIVITY: Keys = {
    "title": Text(_TITLE),
    "purpose": Text(_SENTENCES, "facilitator"),
    "care": CARE,
    "script": SCRIPT,
    "stage": Tables(STAGE, name="id"),
}
AGENDA: Keys = {
    "title": Text(_TITLE),
    "aim": Text(_SENTENCES, "facilitator"),
    "item": Tables({"pause": Text(_PROMPT), "recall": Text(_PROMPT)}),
}
BETWEEN: Keys = {
    name: {"title": Text(_TITLE), "phone": Text(_PROMPT), "care": CARE, "script": SCRIPT} for name in ("pause", "recall")
}
