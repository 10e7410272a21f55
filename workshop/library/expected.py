"""What a shape expects at a place of a file: its keys, or its possible values. For the sentences that refuse a file."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import inspect as shape

_TOKEN = re.compile(r"\[(\d+)\]|\[\.\.\.\]|([^.\[\]]+)")
KINDS: Mapping[type, str] = {
    shape.StrType: "a text",
    shape.IntType: "a whole number",
    shape.BoolType: "true or false",
    shape.VarTupleType: "a list",
    shape.TupleType: "a list",
    shape.StructType: "a table",
    shape.DictType: "a table",
}
MOST = 40
"""So many names are listed at most."""


def keys_at(kind: type, table: object, path: str) -> str:
    """The keys that a table may have at `path` ("stage[0].input"), or an empty string where none can be named."""
    return ", ".join(_keys(_at(shape.type_info(kind), table, tokens(path))))


def values_at(kind: type, table: object, path: str) -> str:
    """The values that may stand at `path` ("stage[0].input.type"), or an empty string where they are no short list."""
    *before, last = tokens(path) or [""]
    holder = _at(shape.type_info(kind), table, before)
    found = _tags(holder, str(last)) or _literals(_field(holder, table, before, last))
    return ", ".join(str(value) for value in found[:MOST])


def kind_at(kind: type, table: object, path: str) -> str:
    """What may stand at `path` in a word or two: "a text", "a list"; empty where that depends."""
    *before, last = tokens(path) or [""]
    found = {KINDS.get(type(one), "") for one in _field(_at(shape.type_info(kind), table, before), table, before, last)}
    return found.pop() if len(found) == 1 else ""


def tokens(path: str) -> list[str | int]:
    """ "stage[0].input" as its steps: a key is a text, a place in a list a number."""
    return [int(index) if index else name for index, name in _TOKEN.findall(path)]


def _value(table: object, tokens: Sequence[str | int]) -> object:
    for token in tokens:
        match table, token:
            case (dict(), str()) if token in table:
                table = table[token]
            case (list(), int()) if token < len(table):
                table = table[token]
            case _:
                return None
    return table


def _at(kind: shape.Type, table: object, tokens: Sequence[str | int]) -> list[shape.Type]:
    """The shapes that may stand there: one, or all of a choice whose tag says nothing known."""
    kinds = _options(kind, table)
    for place, token in enumerate(tokens):
        inner = _value(table, tokens[: place + 1])
        kinds = [option for one in kinds for step in _step(one, token) for option in _options(step, inner)]
    return kinds


def _step(kind: shape.Type, token: str | int) -> list[shape.Type]:
    match kind:
        case shape.StructType(fields=fields):
            return [field.type for field in fields if field.encode_name == token]
        case shape.VarTupleType(item_type=item) | shape.ListType(item_type=item):
            return [item]
        case shape.TupleType(item_types=items) if isinstance(token, int) and token < len(items):
            return [items[token]]
        case shape.DictType(value_type=value):
            return [value]
        case _:
            return []


def _options(kind: shape.Type, value: object) -> list[shape.Type]:
    """One of a choice of tables by its tag; all of them where the tag is missing or unknown."""
    if not isinstance(kind, shape.UnionType):
        return [kind]
    options: list[shape.Type] = [option for option in kind.types if not isinstance(option, shape.NoneType)]
    tagged: list[shape.Type] = [
        option
        for option in options
        if isinstance(option, shape.StructType) and isinstance(value, dict) and value.get(option.tag_field) == option.tag
    ]
    return tagged or options


def _field(holder: Iterable[shape.Type], table: object, before: Sequence[str | int], last: str | int) -> list[shape.Type]:
    inner = _value(table, [*before, last])
    return [option for one in holder for step in _step(one, last) for option in _options(step, inner)]


def _keys(kinds: Iterable[shape.Type]) -> list[str]:
    structs = [kind for kind in kinds if isinstance(kind, shape.StructType)]
    if len(structs) != 1:
        return []
    return [name for name in (structs[0].tag_field, *(field.encode_name for field in structs[0].fields)) if name]


def _tags(kinds: Iterable[shape.Type], key: str) -> list[object]:
    return [kind.tag for kind in kinds if isinstance(kind, shape.StructType) and kind.tag_field == key]


def _literals(kinds: Iterable[shape.Type]) -> list[object]:
    return [value for kind in kinds if isinstance(kind, shape.LiteralType) for value in kind.values]
