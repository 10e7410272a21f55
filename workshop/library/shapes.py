"""From a parsed file to a typed shape, and from msgspec's complaint to a sentence for the person who wrote the file."""

import re
from typing import TypeVar

import msgspec

from workshop.library.errors import TemplateError

T = TypeVar("T")

WORDS = {
    "str": "a text",
    "int": "a whole number",
    "bool": "true or false",
    "float": "a number with a point",
    "array": "a list",
    "object": "a table",
}
RULE_OF_KEY = {
    "level": "V-T06",
    "kind": "V-T15",
    "screen": "V-T19",
    "input.type": "V-T20",
    "input.steps": "V-T23",
    "reveal": "V-T30",
    "summary.form": "V-T31",
    "mix": "V-T38",
    "scenario.level": "V-C03",
}
"""Keys whose possible values are a rule of their own; other shapes are V-T00."""

_PLACE = re.compile(r"^(?P<reason>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$")
_NUMBER = re.compile(r"\[\d+\]")
_STAGE = re.compile(r"^stage\[(?P<index>\d+)\]\.?(?P<rest>.*)$")
_MISSING = re.compile(r"^Object missing required field `(.+)`$")
_UNKNOWN = re.compile(r"^Object contains unknown field `(.+)`$")
_TYPE = re.compile(r"^Expected `(.+)`, got `(.+)`$")
_VALUE = re.compile(r"^Invalid (?:enum )?value (.+)$")


def into(file: str, table: dict[str, object], shape: type[T]) -> T:
    """`table` as `shape`. Raises TemplateError for the first key that is missing, unknown, or of another type."""
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise _told(file, table, str(error)) from None


def _told(file: str, table: dict[str, object], complaint: str) -> TemplateError:
    found = _PLACE.match(complaint)
    reason, path = (found["reason"], found["path"] or "") if found else (complaint, "")
    stage, path = _stage_of(table, path)
    if missing := _MISSING.match(reason):
        return TemplateError("V-T00", file, "is missing", stage=stage, key=_join(path, missing[1]))
    if unknown := _UNKNOWN.match(reason):
        rule = "V-T02" if stage is None else "V-T16"
        return TemplateError(rule, file, "is not known here", stage=stage, key=_join(path, unknown[1]))
    rule = RULE_OF_KEY.get(_NUMBER.sub("", path), "V-T00")
    if wrong := _TYPE.match(reason):
        wanted, got = (_words(part) for part in wrong.groups())
        return TemplateError(rule, file, f"expected {wanted}, found {got}", stage=stage, key=path or None)
    if value := _VALUE.match(reason):
        return TemplateError(rule, file, f"{value[1]} is not one of its values", stage=stage, key=path or None)
    return TemplateError(rule, file, reason[:1].lower() + reason[1:], stage=stage, key=path or None)


def _stage_of(table: dict[str, object], path: str) -> tuple[str | None, str]:
    """The stage by its name, or by its number where the name is what is missing, and the path inside it."""
    found = _STAGE.match(path)
    if found is None:
        return None, path
    stages = table["stage"]
    index = int(found["index"])
    stage = stages[index] if isinstance(stages, list) else None
    name = stage.get("id") if isinstance(stage, dict) else None
    return (name if isinstance(name, str) else f"number {index + 1}"), found["rest"]


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _words(kinds: str) -> str:
    named = [WORDS.get(kind, kind) for kind in kinds.split(" | ") if kind != "null"]
    return " or ".join(named)
