"""What a facilitator's eye may want to rest on in a card: a name of somebody here, a number or an address, words of worry or harm.

A signal decides nothing. It is worked out anew from the words whenever the console's view is made, is in no event, no table and no
other view, and claims no more than that there *may* be something: no list of words hears what somebody means.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from workshop.domain.signals.contacts import mails, phones, webs
from workshop.domain.signals.folding import Token, folded, tokens, words_in
from workshop.domain.signals.phrases import Phrases, found, phrases
from workshop.domain.words import Signal, SignalKind

Span = tuple[SignalKind, int, int]
SHORTEST_NAME = 3
"""Letters. Shorter names would be found in every other card."""


class SignalWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language, as they stand in its file."""

    worry: tuple[str, ...]
    """Phrases (`signals.phrases`) about harm: to oneself, or by somebody, happening now."""
    idioms: tuple[str, ...]
    """Phrases that say something else with the same words: a phrase of worry that shares a word with one is none."""
    words_too: tuple[str, ...]
    """Names that are words: taken for a name only with a capital letter in the middle of a sentence, and not after one of `before`."""
    before: tuple[str, ...]
    """Words that a thing follows, not a name: articles and the like."""
    titles: tuple[str, ...]
    """Before a name, and no part of it."""
    never: tuple[str, ...]
    """The commonest words: who chose one of them as a name would be found in every card."""


class Names(Struct, frozen=True):
    """Names of people, by their first word. Made by `SignalReader.names` whenever somebody comes or is named anew."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]] = {}

    def __repr__(self) -> str:
        return f"<Names {len(self.by_first)}>"


NOBODY = Names()


class ReadText(Struct, frozen=True):
    """A text, its words, and every signal but the names."""

    text: str
    words: tuple[Token, ...]
    spans: tuple[Span, ...]

    def __repr__(self) -> str:
        return f"<ReadText {len(self.text)}>"


SignalsOf = Callable[[str, str], tuple[Signal, ...]]
"""(id of a row, its words): how a view that facilitators see asks for signals."""


def no_signals(row: str, words: str) -> tuple[Signal, ...]:
    return ()


def _folded(lists: Iterable[Sequence[str]]) -> frozenset[str]:
    return frozenset(folded(word).letters for words in lists for word in words)


class SignalReader:
    """Reads texts by the word lists of all languages at once: people write in the one that is nearest to them. Raises PhraseError."""

    def __init__(self, languages: Sequence[SignalWords]) -> None:
        self._worry: Phrases = phrases(phrase for words in languages for phrase in words.worry)
        self._idioms: Phrases = phrases(phrase for words in languages for phrase in words.idioms)
        self._words_too = _folded([words.words_too for words in languages])
        self._before = _folded([words.before for words in languages])
        self._titles = _folded([words.titles for words in languages])
        self._never = (self._titles | _folded([words.never for words in languages])) - self._words_too

    def names(self, aliases: Iterable[str]) -> Names:
        """The whole name as it was typed, and its first word alone."""
        by_first: dict[str, set[tuple[str, ...]]] = {}
        for alias in aliases:
            for name in self._ways_to_say(words_in(alias)):
                by_first.setdefault(name[0], set()).add(name)
        return Names({first: tuple(sorted(names, key=len, reverse=True)) for first, names in by_first.items()})

    def _ways_to_say(self, alias: tuple[Token, ...]) -> Iterator[tuple[str, ...]]:
        for way in ([token.word for token in alias], [token.bare for token in alias]):
            telling = [word for word in way if len(word) >= SHORTEST_NAME and word not in self._never and not word.isdecimal()]
            if telling:
                yield tuple(way)
                if way[0] == telling[0] or way[0] in self._titles:
                    yield (telling[0],)

    def read(self, text: str) -> ReadText:
        """All that does not depend on who is here."""
        fold = folded(text)
        words = tokens(text, fold)
        spans: list[Span] = [
            *(("mail", *fold.span(start, end)) for start, end in mails(fold.letters)),
            *(("web", *fold.span(start, end)) for start, end in webs(fold.letters)),
            *(("phone", *fold.span(start, end)) for start, end in phones(fold.letters)),
            *(("worry", words[first].start, words[last].end) for first, last in self._worries(words)),
        ]
        return ReadText(text, words, tuple(spans))

    def signals(self, read: ReadText, names: Names = NOBODY) -> tuple[Signal, ...]:
        """In the order of the text; none overlaps another."""
        words = read.words
        named: list[Span] = [("name", words[first].start, words[last].end) for first, last in self._named(words, names)]
        return _without_overlaps([*read.spans, *named])

    def _worries(self, words: Sequence[Token]) -> Iterator[tuple[int, int]]:
        idioms = list(found(self._idioms, words))
        meant = (
            (first, last)
            for first, last in found(self._worry, words)
            if not any(first <= end and start <= last for start, end in idioms)
        )
        yield from _joined(meant)

    def _named(self, words: Sequence[Token], names: Names) -> Iterator[tuple[int, int]]:
        for place, token in enumerate(words):
            ends = (self._named_at(words, place, name) for name in _starting(names, token))
            end = next((end for end in ends if end is not None), None)
            if end is not None:
                yield place, end

    def _named_at(self, words: Sequence[Token], place: int, name: tuple[str, ...]) -> int | None:
        """The last word of this name where it begins at `place`."""
        last = place + len(name) - 1
        if last >= len(words) or not all(_says(words[place + number], word) for number, word in enumerate(name)):
            return None
        token = words[place]
        if len(name) == 1 and name[0] in self._words_too:
            after = words[place - 1].word if place > 0 else ""
            if not token.capital or token.first or token.word != name[0] or after in self._before:
                return None
        return last


def _starting(names: Names, token: Token) -> Iterator[tuple[str, ...]]:
    for form in dict.fromkeys((token.word, token.bare, token.owner, token.word.removesuffix("s"))):
        yield from names.by_first.get(form, ())


def _says(token: Token, word: str) -> bool:
    """Also as an owner: "Anna's", "Annas"."""
    return word in (token.word, token.bare, token.owner) or (len(word) > SHORTEST_NAME and token.word == word + "s")


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Phrases that overlap are one."""
    first = last = -1
    for start, end in sorted(spans):
        if start > last:
            if last >= 0:
                yield first, last
            first, last = start, end
        else:
            last = max(last, end)
    if last >= 0:
        yield first, last


def _without_overlaps(spans: Sequence[Span]) -> tuple[Signal, ...]:
    """Of two that overlap the one that was named first stays: a name in a mail address is part of the address."""
    kept: list[Signal] = []
    taken: set[int] = set()
    for kind, start, end in spans:
        if taken.isdisjoint(range(start, end)):
            kept.append(Signal(kind=kind, start=start, end=end))
            taken.update(range(start, end))
    return tuple(sorted(kept, key=lambda signal: signal.start))
