"""Reading one sibling over its original, key by key: every pair of texts that fits, and every place that does not."""

from collections.abc import Iterator

from msgspec import Struct

from workshop.library.errors import TemplateError
from workshop.library.translated_keys import Keys, Reader, Tables, Text

HEAD = ("format", "language")
_NAMED = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number with a point",
    list: "a list",
    dict: "a table",
}
Table = dict[str, object]


class Pair(Struct, frozen=True):
    file: str
    reader: Reader
    source: str
    text: str
    key: str
    stage: str | None


class Reading:
    """What one sibling says. `head`: its keys that are no texts."""

    def __init__(self, file: str, head: Table) -> None:
        self.file, self.head = file, head
        self.pairs: list[Pair] = []
        self.problems: list[TemplateError] = []
        self._stage: str | None = None

    @classmethod
    def of(cls, file: str, original: Table, written: Table, keys: Keys) -> "Reading":
        reading = cls(file, {key: written[key] for key in HEAD if key in written})
        reading._table(original, {key: value for key, value in written.items() if key not in HEAD}, keys, "")
        return reading

    def _broken(self, rule: str, key: str, expected: str) -> None:
        self.problems.append(TemplateError(rule, self.file, expected, stage=self._stage, key=key or None))

    def _table(self, original: Table, written: Table, keys: Keys, place: str, name: str | None = None) -> None:
        """`name`: the key that says which table this is, besides its texts."""
        for key in written:
            if key != name and (key not in keys or key not in original):
                self._broken(
                    "V-L02", _join(place, key), "is not known here: a text of the original is expected, and nothing else"
                )
        for key, inner in keys.items():
            source = original.get(key)
            if source in (None, "", [], {}):
                continue
            if key not in written and _has_texts(source, inner):
                self._broken("V-L03", _join(place, key), "is missing: the original has a text here")
            elif key in written:
                self._value(source, written[key], inner, _join(place, key))

    def _value(self, source: object, written: object, keys: "Text | Tables | Keys", place: str) -> None:
        if isinstance(written, bool) or type(written) is not type(source):
            self._broken("V-L04", place, f"expected {_name(source)}, found {_name(written)}")
            return
        match keys, source, written:
            case Text(), str(), str():
                self._text(source, written, keys, place)
            case Text(), list(), list():
                self._texts(source, written, keys, place)
            case Text(), dict(), dict():
                self._table(source, written, {key: Text(keys.longest, keys.reader) for key in source}, place)
            case Tables(), list(), list():
                self._tables(source, written, keys, place)
            case dict(), dict(), dict():
                self._table(source, written, keys, place)

    def _text(self, source: str, text: str, keys: Text, place: str) -> None:
        if not text.strip():
            self._broken("V-L03", place, "is missing: the original has a text here")
        elif len(text) > keys.longest:
            self._broken("V-L05", place, f"has {len(text)} letters and may have at most {keys.longest}")
        else:
            self.pairs.append(Pair(self.file, keys.reader, source, text, place, self._stage))

    def _texts(self, source: list[object], written: list[object], keys: Text, place: str) -> None:
        if not self._as_many(source, written, place):
            return
        for index, (one, text) in enumerate(zip(source, written, strict=True)):
            self._value(one, text, keys, f"{place}[{index}]")
        if len(set(map(str, written))) < len(set(map(str, source))):
            self._broken("V-L08", place, "has one text twice where the original has two")

    def _tables(self, source: list[object], written: list[object], keys: Tables, place: str) -> None:
        if not self._as_many(source, written, place):
            return
        for index, (one, table) in enumerate(zip(source, written, strict=True)):
            where = f"{place}[{index}]"
            if not isinstance(one, dict) or not isinstance(table, dict):
                self._broken("V-L04", where, f"expected {_name(one)}, found {_name(table)}")
                continue
            named = None if keys.name is None else one.get(keys.name)
            if keys.name is not None and table.get(keys.name) != named:
                self._broken("V-L07", _join(where, keys.name), f'must be "{named}", as at this place of the original')
                continue
            if place == "stage":
                self._stage, where = str(named), ""
            self._table(one, table, keys.keys, where, keys.name)
        if place == "stage":
            self._stage = None

    def _as_many(self, source: list[object], written: list[object], place: str) -> bool:
        if len(source) == len(written):
            return True
        self._broken("V-L06", place, f"must have {len(source)} entries as in the original, and has {len(written)}")
        return False


def _has_texts(source: object, keys: "Text | Tables | Keys") -> bool:
    """Whether anything in `source` is a text: a list of items that are all activities has none."""
    return next(_texts(source, keys), None) is not None


def _texts(source: object, keys: "Text | Tables | Keys") -> Iterator[str]:
    match keys, source:
        case Text(), str():
            yield source
        case Text(), list():
            yield from (one for one in source if isinstance(one, str) and one)
        case Text(), dict():
            yield from (one for one in source.values() if isinstance(one, str) and one)
        case Tables(), list():
            for one in source:
                yield from _texts(one, keys.keys)
        case dict(), dict():
            for key, inner in keys.items():
                yield from _texts(source.get(key), inner)


def _name(value: object) -> str:
    return _NAMED.get(type(value), "something else")


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
