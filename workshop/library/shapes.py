"""From a parsed file to a typed shape, and from msgspec's complaint to a sentence for the person who wrote the file."""

import re
from typing import TypeVar

import msgspec

from workshop.library.errors import TemplateError
from workshop.library.expected import keys_at, kind_at, values_at

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
        raise told(file, table, shape, str(error)) from None


def place_of(complaint: str) -> tuple[str, str]:
    """What msgspec complains about: the reason, and the path to the key ("stage[0].minutes"), also where it is missing or unknown."""
    found = _PLACE.match(complaint)
    reason, path = (found["reason"], found["path"] or "") if found else (complaint, "")
    named = _MISSING.match(reason) or _UNKNOWN.match(reason)
    return reason, _join(path, named[1]) if named else path


def told(file: str, table: dict[str, object], shape: type, complaint: str) -> TemplateError:
    """The complaint as a sentence for the person who wrote the file."""
    found = _PLACE.match(complaint)
    reason, path = (found["reason"], found["path"] or "") if found else (complaint, "")
    whole = path
    stage, path = _stage_of(table, path)
    if missing := _MISSING.match(reason):
        values = values_at(shape, table, _join(whole, missing[1]))
        kind = f"one of {values}" if values else kind_at(shape, table, _join(whole, missing[1]))
        expected = f"is missing; expected {kind}" if kind else "is missing"
        return TemplateError("V-T00", file, expected, stage=stage, key=_join(path, missing[1]))
    if unknown := _UNKNOWN.match(reason):
        rule = "V-T02" if stage is None else "V-T16"
        keys = keys_at(shape, table, whole)
        expected = f"is not known here; known are {keys}" if keys else "is not known here"
        return TemplateError(rule, file, expected, stage=stage, key=_join(path, unknown[1]))
    rule = RULE_OF_KEY.get(_NUMBER.sub("", path), "V-T00")
    if wrong := _TYPE.match(reason):
        wanted, got = (_words(part) for part in wrong.groups())
        return TemplateError(rule, file, f"expected {wanted}, found {got}", stage=stage, key=path or None)
    if value := _VALUE.match(reason):
        values = values_at(shape, table, whole)
        said = f"{value[1].replace(chr(39), chr(34))} is not one of its values"
        return TemplateError(rule, file, f"{said}; expected {values}" if values else said, stage=stage, key=path or None)
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
