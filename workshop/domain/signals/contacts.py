"""Telephone numbers, mail and web addresses in a folded text: what would let somebody be found outside the room.

Every expression has a bound and starts only where a word does, so that a text made to be slow is read as fast as any other.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""From and to, in the folded text."""

_AT = re.compile(r"@| {0,2}[(\[{] {0,2}(?:at|aet) {0,2}[)\]}] {0,2}")
_DOT = r"(?:\.| {0,2}[(\[{] {0,2}(?:dot|punkt) {0,2}[)\]}] {0,2})"
_HOST = re.compile(rf"[^\W_][\w-]{{0,62}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}")
_BOX = re.compile(r"[\w.+-]")
_LONGEST_BOX = 64

_ENDINGS = (
    "com|net|org|edu|gov|info|biz|eu|de|ch|uk|fr|nl|pl|cz|dk|se|es|pt|us|ca|au|nz|ie|io|co|app|dev|online|site|page|blog|shop|"
    "berlin|wien|hamburg|koeln|bayern|social|chat|link|gg|ly|xyz"
)
"""Of addresses that are recognised without `www.`: endings that are no words, as a forgotten space after a full stop is common."""
_MORE_ENDINGS = f"{_ENDINGS}|at|me|it|in|is|to|be|no|so|am|tv|be"
"""… and those that are: with `www.` before or a path behind."""
_HOSTS = r"(?:[^\W_][\w-]{0,62}\.){1,4}"
_PATH = r"[/?#][^\s<>\"]{0,300}"
_WEB = re.compile(
    r"(?<![\w@.-])(?:"
    r"(?:https?|ftp)://[^\s<>\"]{1,300}"
    rf"|www\.{_HOSTS}[a-z]{{2,20}}(?![\w-])(?:{_PATH})?"
    rf"|{_HOSTS}(?:{_ENDINGS})(?![\w@-])(?:{_PATH})?"
    rf"|{_HOSTS}(?:{_MORE_ENDINGS})/[^\s<>\"]{{1,300}}"
    r")"
)
_AFTER = ".,;:!?)]}'\"’”"
"""Ends a sentence, not an address."""

_NUMBER = re.compile(r"(?<![\w.,+])[+(]{0,2}\d(?:[ ().\-/\u00a0\u2010-\u2013]{0,3}\d)*")
_DATE = re.compile(r"(?<![\d./-])(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})?(?!\d)")
_MONEY = re.compile(r" {0,2}(?:€|\$|£|%|eur|usd|chf|euro|dollar|pound|franken|prozent|percent|mio|million)")
_COINS = frozenset("€$£#")
_AMERICAN = ([3, 3, 4], [1, 3, 3, 4])
_LEAST, _MOST = 7, 15


def mails(letters: str) -> Iterator[Span]:
    """Also written as "mika (at) example (dot) org"."""
    for at in _AT.finditer(letters):
        start = at.start()
        while start > 0 and at.start() - start < _LONGEST_BOX and _BOX.match(letters, start - 1):
            start -= 1
        host = _HOST.match(letters, at.end(), at.end() + 255) if start < at.start() else None
        if host is not None:
            yield start, host.end()


def webs(letters: str) -> Iterator[Span]:
    """With or without `https://`."""
    for match in _WEB.finditer(letters):
        yield match.start(), match.start() + len(match[0].rstrip(_AFTER))


def _dates(letters: str) -> Iterator[Span]:
    for match in _DATE.finditer(letters):
        one, mark, two, year = match[1], match[2], int(match[3]), match[4]
        goes_on = letters[match.end() : match.end() + 2]
        if goes_on[:1] == mark and goes_on[1:].isdigit():
            continue
        iso = len(one) == 4 and two <= 12
        plain = len(one) <= 2 and min(int(one), two) <= 12 and max(int(one), two) <= 31 and (year is not None or mark == ".")
        if iso or plain:
            yield match.span()


def _is_phone(written: str, before: str, after: str) -> bool:
    digits = [one for one in written if one.isdigit()]
    if not _LEAST <= len(digits) <= _MOST or after[:1].isalpha() or before in _COINS or _MONEY.match(after):
        return False
    groups = re.findall(r"\d+", written)
    if written.startswith(("+", "(+", "00")):
        return len(digits) > _LEAST
    if written.lstrip("(").startswith("0"):
        return len(groups[0]) > 1 or written.startswith("(")
    if len(groups) == 1:
        return len(digits) >= 10
    return [len(group) for group in groups] in _AMERICAN


def phones(letters: str) -> Iterator[Span]:
    """International (+49 …, 0044 …), with a leading nought, or in American groups; no dates, years, prices or counts."""
    seen = list(letters)
    for start, end in _dates(letters):
        seen[start:end] = "x" * (end - start)
    masked = "".join(seen)
    for match in _NUMBER.finditer(masked):
        if _is_phone(match[0], masked[max(0, match.start() - 1) : match.start()].strip(), masked[match.end() : match.end() + 16]):
            yield match.span()
