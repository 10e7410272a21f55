"""Phrases of a word list, found among the words of a text in time that grows with the text alone.

A phrase is words with spaces between them, all in one sentence. `a|b` is one of several words, `word*` also with any ending,
`..` up to three words of anything, and `$` at its end says that the clause ends there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from workshop.domain.signals.folding import Token, folded

GAP: Final = 3
"""Words that `..` may stand for."""
_STEM = 3
"""A beginning with any ending is looked up by so many letters, so it has at least as many."""


class PhraseError(ValueError):
    """A phrase of a word list is not written as phrases are."""


class _Step(Struct, frozen=True):
    """Which words may stand here; `gap`: up to three others may come before."""

    words: frozenset[str]
    stems: tuple[str, ...]
    gap: bool

    def fits(self, word: str) -> bool:
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


class _Phrase(Struct, frozen=True):
    steps: tuple[_Step, ...]
    closed: bool
    """The clause ends with it."""


class Phrases(Struct, frozen=True):
    """Made once by `phrases`; by the word that a phrase begins with."""

    by_word: Mapping[str, tuple[_Phrase, ...]]
    by_stem: Mapping[str, tuple[_Phrase, ...]]


def _step(written: str, gap: bool, phrase: str) -> _Step:
    words, stems = set(), []
    for option in written.split("|"):
        stem = option.endswith("*")
        word = folded(option.removesuffix("*")).letters
        if not word.isalnum() or (stem and len(word) < _STEM):
            raise PhraseError(f"“{option}” in “{phrase}” is no word")
        if stem:
            stems.append(word)
        else:
            words.add(word)
    return _Step(frozenset(words), tuple(stems), gap)


def _phrase(written: str) -> _Phrase:
    steps: list[_Step] = []
    gap, closed = False, False
    for part in written.split():
        if closed or (part == ".." and (gap or not steps)):
            raise PhraseError(f"“{written}” does not end as it should")
        if part == "$":
            closed = True
        elif part == "..":
            gap = True
        else:
            steps.append(_step(part, gap, written))
            gap = False
    if gap or not steps:
        raise PhraseError(f"“{written}” does not end as it should")
    return _Phrase(tuple(steps), closed)


def phrases(written: Iterable[str]) -> Phrases:
    """Raises PhraseError."""
    by_word: dict[str, list[_Phrase]] = {}
    by_stem: dict[str, list[_Phrase]] = {}
    for one in written:
        phrase = _phrase(one)
        for word in phrase.steps[0].words:
            by_word.setdefault(word, []).append(phrase)
        for stem in {stem[:_STEM] for stem in phrase.steps[0].stems}:
            by_stem.setdefault(stem, []).append(phrase)
    return Phrases(
        {word: tuple(found) for word, found in by_word.items()}, {stem: tuple(found) for stem, found in by_stem.items()}
    )


def _end(phrase: _Phrase, words: Sequence[Token], place: int, number: int = 0) -> int | None:
    """The last word of the phrase where its step `number` stands at `place`; the longest way to say it."""
    step = phrase.steps[number]
    if place >= len(words) or not step.fits(words[place].word):
        return None
    if number + 1 == len(phrase.steps):
        return place if not phrase.closed or words[place].last else None
    ends: list[int] = []
    for ahead in range(1, (GAP if phrase.steps[number + 1].gap else 0) + 2):
        if place + ahead >= len(words) or words[place + ahead].first:
            break
        end = _end(phrase, words, place + ahead, number + 1)
        if end is not None:
            ends.append(end)
    return max(ends, default=None)


def found(known: Phrases, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The phrases as (first word, last word). They may overlap."""
    for place, token in enumerate(words):
        for phrase in (*known.by_word.get(token.word, ()), *known.by_stem.get(token.word[:_STEM], ())):
            end = _end(phrase, words, place)
            if end is not None:
                yield place, end
