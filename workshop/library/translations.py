"""The library's texts in other languages: sibling files (`arrivals.de.toml`) with the texts of their original and nothing else.

A sibling has the structure of its original: the same stages by id, the same scales and fields by key, as many options and steps. What
is no text (minutes, kinds, seconds) stands in the original only, so the two can never play differently. `languages/de.toml` names the
language and the words that are not used with people in it.

What is read here are pairs, source text to text. A session keeps one language, its agenda's; a phone looks texts up by what it was
sent, so one source has one text in a language, wherever it stands.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Literal

import msgspec
from msgspec import Struct

from workshop.domain.plan import PlanItem
from workshop.library.between import pause, recall
from workshop.library.errors import TemplateError, UnknownTemplate
from workshop.library.format import Written
from workshop.library.loader import Library
from workshop.library.shapes import into
from workshop.library.translated_keys import ACTIVITY, AGENDA, BETWEEN, Keys
from workshop.library.translating import Pair, Reading

TEXTS_FORMAT = "workshop-texts/1"
LANGUAGE_FORMAT = "workshop-language/1"
BETWEEN_FILE = "between"

_SIBLING = re.compile(r"(?P<of>[a-z0-9-]+)\.(?P<language>[a-z]{2,3})\.toml")
Folder = Literal["activities", "agendas"]
KEYS: Mapping[Folder, Keys] = {"activities": ACTIVITY, "agendas": AGENDA}


class Language(Written, frozen=True):
    """`not_our_words` and `diagnosing` are regular expressions of whole words."""

    format: str
    id: str
    name: str
    not_our_words: tuple[str, ...]
    diagnosing: tuple[str, ...]

    def unsaid(self, pair: Pair) -> str | None:
        """A word of it that is not used, or None. Facilitators may say that nobody is diagnosed here; a phone does not."""
        aside = pair.stage is None and not pair.key.startswith("script.ask")
        words = self.not_our_words if aside else (*self.not_our_words, *self.diagnosing)
        found = re.search(rf"\b({'|'.join(words)})\b", pair.text, re.IGNORECASE)
        return found[0] if found is not None else None


class Texts(Struct, frozen=True):
    """One language, source to text. `phone`: what phones show; `lines`: what agreements start with, which stand among lines that
    people propose; `facilitators`: what only they read."""

    phone: dict[str, str]
    lines: dict[str, str]
    facilitators: dict[str, str]


class Translations:
    """The siblings under a library's root."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def languages(self) -> tuple[str, ...]:
        """Those that have a file, by id. The originals' own is none of them."""
        folder = self._library.root / "languages"
        return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))

    def language(self, language: str) -> Language:
        """Raises UnknownTemplate, TemplateError."""
        if language not in self.languages():
            raise UnknownTemplate(f"There is no language {language}. There are: {', '.join(self.languages())}.")
        return into(language, self._library.table("languages", language), Language)

    def translated(self, folder: Folder, language: str) -> tuple[str, ...]:
        """Ids of what has a sibling in this language."""
        return tuple(of for of, found in _siblings(self._library.root / folder) if found == language)

    def texts(self, language: str) -> Texts:
        """Raises UnknownTemplate, and TemplateError for the first rule that a sibling breaks."""
        problems, pairs = self._read(language)
        for problem in problems:
            raise problem
        return Texts(
            phone={pair.source: pair.text for pair in pairs if pair.reader == "phone"},
            lines={pair.source: pair.text for pair in pairs if pair.reader == "line"},
            facilitators={pair.source: pair.text for pair in pairs if pair.reader == "facilitator"},
        )

    def problems(self, language: str) -> Iterator[TemplateError]:
        """Every rule that the siblings of this language break. Raises UnknownTemplate, and TemplateError where a file cannot be read."""
        yield from self._read(language)[0]

    def _read(self, language: str) -> tuple[list[TemplateError], list[Pair]]:
        spoken = self.language(language)
        problems: list[TemplateError] = []
        pairs: list[Pair] = []
        for reading in self._readings(language):
            problems += [*_head(reading, language), *reading.problems, *_unsaid(reading, spoken)]
            pairs += reading.pairs
        problems += [*self._orphans(language), *self._incomplete(language), *_contradictions(pairs)]
        return problems, pairs

    def _readings(self, language: str) -> Iterator[Reading]:
        library = self._library
        originals: Mapping[Folder, tuple[str, ...]] = {"activities": library.activity_ids(), "agendas": library.agenda_ids()}
        for folder, keys in KEYS.items():
            for name in self.translated(folder, language):
                if name in originals[folder]:
                    file = f"{name}.{language}"
                    yield Reading.of(file, library.table(folder, name), library.table(folder, file), keys)
        file = f"{BETWEEN_FILE}.{language}"
        if (library.root / f"{file}.toml").is_file():
            yield Reading.of(file, _between(), library.table("", file), BETWEEN)

    def _orphans(self, language: str) -> Iterator[TemplateError]:
        library = self._library
        known: Mapping[Folder, tuple[str, ...]] = {"activities": library.activity_ids(), "agendas": library.agenda_ids()}
        for folder, originals in known.items():
            for of, found in _siblings(library.root / folder):
                if found == language and of not in originals:
                    yield TemplateError("V-L11", f"{of}.{language}", f"there is no {of}.toml that it could be the text of")
                if found not in self.languages():
                    yield TemplateError("V-L11", f"{of}.{found}", f"there is no language {found} in the folder languages")

    def _incomplete(self, language: str) -> Iterator[TemplateError]:
        """Half an evening in one language and half in another is worse than a whole one in either."""
        done = self.translated("activities", language)
        for name in self.translated("agendas", language):
            items = self._library.table("agendas", name).get("item", []) if name in self._library.agenda_ids() else []
            played = [item.get("activity") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
            for activity in played:
                if isinstance(activity, str) and activity not in done:
                    yield TemplateError(
                        "V-L12", f"{name}.{language}", f"plays {activity}, which has no {activity}.{language}.toml"
                    )


def _siblings(folder: Traversable) -> list[tuple[str, str]]:
    """(id, language) of every sibling in a folder."""
    found = [_SIBLING.fullmatch(entry.name) for entry in folder.iterdir()]
    return sorted((match["of"], match["language"]) for match in found if match is not None)


def _between() -> dict[str, object]:
    """The texts of what stands between activities, as a table like a file's. A pause's words are its agenda's."""

    def table(item: PlanItem) -> dict[str, object]:
        activity, stage = item.activity, item.activity.stages[0]
        return {
            "title": activity.title,
            "phone": stage.phone,
            "care": msgspec.to_builtins(activity.care),
            "script": {"say": [*activity.script.say], "ask": [*activity.script.ask]},
        }

    return {"pause": table(pause("", 1)), "recall": table(recall("", 1))}


def _head(reading: Reading, language: str) -> Iterator[TemplateError]:
    if reading.head != {"format": TEXTS_FORMAT, "language": language}:
        expected = f'must be "{TEXTS_FORMAT}" and "{language}", as the file\'s name says'
        yield TemplateError("V-L01", reading.file, expected, key="format and language")


def _unsaid(reading: Reading, language: Language) -> Iterator[TemplateError]:
    for pair in reading.pairs:
        if found := language.unsaid(pair):
            yield TemplateError(
                "V-L09", reading.file, f'"{found}" is not a word we use with people', stage=pair.stage, key=pair.key
            )


def _contradictions(pairs: list[Pair]) -> Iterator[TemplateError]:
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        earlier = first.setdefault((pair.reader, pair.source), pair)
        if earlier.text != pair.text:
            expected = f'"{pair.source}" is "{earlier.text}" in {earlier.file}.toml and has to be the same everywhere'
            yield TemplateError("V-L10", pair.file, expected, stage=pair.stage, key=pair.key)
