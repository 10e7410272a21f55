"""Text as it is compared: one case, no accents, no invisible letters, so that a trick of writing is no way around a signal.

Letters with two dots become two (`ö` is `oe`), as German is written without them: "töten" must not be read as "toten".
"""

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Look like nothing and count as letters or symbols."""
_DOTS = "\u0308"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"[!?\n]|(?<!\.)\.(?!\.)")
"""Three dots are a pause, not an end."""


class Folded(Struct, frozen=True):
    """`letters[i]` came from the letter of the text at `places[i]`; both are equally long."""

    letters: str
    places: range | list[int]

    def __repr__(self) -> str:
        return f"<Folded {len(self.letters)}>"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `letters[start:end]` stands in the text. `start` < `end`."""
        return self.places[start], self.places[end - 1] + 1


class Token(Struct, frozen=True):
    """One word. `word` is folded and without apostrophes; `bare` also without the `e` of two dots."""

    word: str
    bare: str
    owner: str
    """Before an apostrophe: "Anna" of "Anna's"; empty without one."""
    start: int
    end: int
    capital: bool
    first: bool
    """It begins a sentence."""
    last: bool
    """It ends a clause: nothing, or a mark, stands between it and the next."""

    def __repr__(self) -> str:
        return f"<Token {self.start} {self.end}>"


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """One letter as it is compared, dots kept; empty where nothing of it is to be seen."""
    if letter in _FILLERS or unicodedata.category(letter) == "Cf":
        return ""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    kept = (one for one in spread if one == _DOTS or unicodedata.category(one) not in ("Mn", "Me", "Cf"))
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in kept)


def folded(text: str) -> Folded:
    if text.isascii():
        return Folded(text.lower(), range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in _plain(letter):
            dots = one == _DOTS
            if dots and (not letters or letters[-1] not in "aou"):
                continue
            letters.append("e" if dots else one)
            places.append(place)
    return Folded("".join(letters), places)


def _bare(letters: str) -> str:
    """Without accents and dots: how somebody writes a name who has no such keys."""
    return "".join(one for letter in letters for one in _plain(letter) if one != _DOTS)


def words_in(text: str) -> tuple[Token, ...]:
    """The words of a whole text or of a name."""
    return tokens(text, folded(text))


def tokens(text: str, fold: Folded) -> tuple[Token, ...]:
    found: list[Token] = []
    first = True
    matches = list(_WORD.finditer(fold.letters))
    ends = [*(match.start() for match in matches[1:]), len(fold.letters)]
    for match, behind in zip(matches, ends, strict=False):
        letters, between = match[0], fold.letters[match.end() : behind]
        start, end = fold.span(match.start(), match.end())
        written = text[start:end]
        word = _joined(letters)
        found.append(
            Token(
                word=word,
                bare=word if written.isascii() else _joined(_bare(written)),
                owner="" if word == letters else letters.replace("’", "'").partition("'")[0],
                start=start,
                end=end,
                capital=written[0].isupper(),
                first=first,
                last=between != " " and (between.strip(" ") != "" or behind == len(fold.letters)),
            )
        )
        first = between != " " and _SENTENCE.search(between) is not None
    return tuple(found)


def _joined(word: str) -> str:
    """ "don’t" is "dont"."""
    return word.replace("'", "").replace("’", "")
