"""Reads a hand-written transcript: steps, what is done in them, what each page must then show, and who must not have read what."""

import re
from pathlib import Path

from msgspec import Struct

SHARED = ("stage", "activity", "asks", "shows", "people", "kept", "calm", "note")
OWN = ("me", "turn", "care", "room", "included", "left out", "returned")
CONSOLE = (
    *("next", "answered", "resting", "picture", "queue", "lines", "care", "rooms", "plan", "short", "people"),
)  # fmt: skip
SCREEN = ("answered", "rooms")
Facts = dict[str, str]
_LINE = re.compile(r"- ([^:]+): (.+)")


class Step(Struct, frozen=True):
    """One `##` of a transcript. `faces`: by page, the facts that are different from now on."""

    title: str
    does: tuple[str, ...]
    faces: tuple[tuple[str, Facts], ...]
    rules: tuple[tuple[str, str], ...]
    """Every other line, as (what it is about, what it says)."""


def facts_of(text: str, known: tuple[str, ...]) -> Facts:
    """`key words · key words`. Raises AssertionError for a key that nobody knows: a misspelled line must not pass unread."""
    found: Facts = {}
    for fact in text.split(" · "):
        key = next((key for key in sorted(known, key=len, reverse=True) if fact.startswith(f"{key} ")), None)
        assert key is not None, f"no such fact: {fact}"
        found[key] = fact.removeprefix(f"{key} ")
    return found


def _known(page: str) -> tuple[str, ...] | None:
    if page.startswith("phone"):
        return OWN
    return {"everybody": SHARED, "console": CONSOLE, "screen": SCREEN}.get(page)


def _step(title: str, lines: list[str]) -> Step:
    does: list[str] = []
    faces: list[tuple[str, Facts]] = []
    rules: list[tuple[str, str]] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        assert match is not None, f"not understood: {line}"
        about, says = match.groups()
        known = _known(about)
        if about == "does":
            does.append(says)
        elif known is not None:
            faces.append((about, facts_of(says, known)))
        else:
            rules.append((about, says))
    return Step(title=title, does=tuple(does), faces=tuple(faces), rules=tuple(rules))


def steps_of(transcript: Path) -> list[Step]:
    _, *blocks = transcript.read_text(encoding="utf-8").split("\n## ")
    steps = []
    for block in blocks:
        title, *lines = block.splitlines()
        steps.append(_step(title, [line for line in lines if line.strip() and not line.startswith("# ")]))
    return steps
