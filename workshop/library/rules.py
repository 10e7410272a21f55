"""What all rules share: names that a template may refer to, words we do not use with people, and small helpers.

The rules are numbered: V-T… for activities (`rules_activity`, `rules_stage`, `rules_input`), V-C… for decks of scenes (`rules_deck`),
V-A… for agendas and V-P… for programmes (`rules_agenda`), V-R… for the whole library. A test has a spoiled example for each.
What a shape alone can say (a missing, unknown or wrongly typed key, a value that is none of the possible) is found while reading
(`shapes`).
"""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from workshop.domain.plan import Range
from workshop.library.errors import TemplateError

Problems = Iterator[TemplateError]
Broken = Callable[[str, str, str], TemplateError]
"""(rule, key, what is expected) of one stage."""

ID = re.compile(r"[a-z][a-z0-9-]{2,39}")
KEY = re.compile(r"[a-z][a-z0-9_]{0,23}")
NOT_OUR_WORDS = re.compile(
    r"\b(you must|you should|patients?|disorders?|symptoms?|toxic|narciss\w*|codependen\w*|broken people|"
    r"DBT|DEAR ?MAN|NVC|ECR(-R)?|PHQ|GAD-7|Gottman|four horsemen|TKI|36 questions)\b",
    re.IGNORECASE,
)
DIAGNOSING = re.compile(r"\bdiagnos\w*", re.IGNORECASE)
VIOLENCE = re.compile(r"\b(hit|beat|rape|suicid\w*|kill\w*|gun|knife)\b", re.IGNORECASE)


class Known(Struct, frozen=True):
    """Ids; `needs_of` gives the activities that one of them needs."""

    activities: frozenset[str]
    needs_of: Callable[[str], tuple[str, ...]]
    decks: frozenset[str]
    rows: frozenset[str]

    def needed_by(self, activity_id: str) -> frozenset[str]:
        """Everything that has to come before it, directly or not; itself where the needs run in a circle."""
        seen: set[str] = set()
        left = list(self.needs_of(activity_id))
        while left:
            one = left.pop()
            if one not in seen:
                seen.add(one)
                left += self.needs_of(one)
        return frozenset(seen)


def range_fits(people: Range) -> bool:
    return 1 <= people.min <= people.max <= 100


def distinct(words: tuple[str, ...], least: int, most: int, longest: int = 64) -> bool:
    """`least` to `most` different texts, none empty or longer than `longest`."""
    fits = all(0 < len(text) <= longest for text in words)
    return least <= len(words) <= most and len(set(words)) == len(words) and fits


def twice(names: Sequence[str]) -> list[str]:
    """Those that stand there more than once."""
    return sorted({name for name in names if names.count(name) > 1})


def said_twice(names: Sequence[str]) -> str:
    """A clause about those, or an empty string."""
    repeated = ", ".join(f'"{name}"' for name in twice(names))
    return f"{repeated} stands there twice" if repeated else ""


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a table, however deep, with its place ("script.say[1]")."""
    match value:
        case str():
            yield place, value
        case dict():
            for name, inner in value.items():
                yield from texts(inner, f"{place}.{name}" if place else str(name))
        case list() | tuple():
            for index, inner in enumerate(value):
                yield from texts(inner, f"{place}[{index}]")
