"""Files of one's own: every problem of a template, an agenda, a deck of scenes or a programme, not only the first one.

First the shape, then the rules: where keys are missing, unknown or of another type, no rule can be asked yet.
"""

import copy
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from workshop.library.errors import TemplateError
from workshop.library.expected import kind_at, tokens, values_at
from workshop.library.format import (
    ACTIVITY_FORMAT,
    AGENDA_FORMAT,
    PROGRAMME_FORMAT,
    SCENARIOS_FORMAT,
    WrittenActivity,
    WrittenAgenda,
    WrittenDeck,
    WrittenProgramme,
)
from workshop.library.loader import Library, library
from workshop.library.shapes import place_of, told

Table = dict[str, object]
Check = Callable[[Library, str], Iterator[TemplateError]]
FORMATS: Mapping[str, tuple[str, type, Check]] = {
    ACTIVITY_FORMAT: ("activities", WrittenActivity, Library.problems_of_activity),
    AGENDA_FORMAT: ("agendas", WrittenAgenda, Library.problems_of_agenda),
    SCENARIOS_FORMAT: ("scenarios", WrittenDeck, Library.problems_of_deck),
    PROGRAMME_FORMAT: ("programmes", WrittenProgramme, Library.problems_of_programme),
}
MOST_PROBLEMS = 100
STAND_IN: Mapping[str, object] = {"a text": "words", "a whole number": 1, "true or false": False, "a list": [], "a table": {}}


def check_files(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """Sentences about each file; none where it is whole. The files may name each other and everything of the library."""
    read = {path: _read(path) for path in paths}
    tables = [(path.stem, table) for path, table in read.items() if isinstance(table, dict)]
    return {
        path: [table] if isinstance(table, str) else problems_in(path.stem, table, beside=tables) for path, table in read.items()
    }


def problems_in(name: str, table: Table, *, beside: Sequence[tuple[str, Table]] = ()) -> list[str]:
    """Sentences about one file that has been read already. `beside`: others that it may name."""
    own: dict[tuple[str, str], Table] = {}
    for of, one in (*beside, (name, table)):  # the last one counts where two have the same name
        if found := FORMATS.get(str(one.get("format"))):
            own[found[0], of] = one
    return _problems(name, table, Library(library().root, own))


def _read(path: Path) -> Table | str:
    """The file, or what is wrong with it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return f"{path.name}: it cannot be read ({error.strerror})."
    except UnicodeDecodeError:
        return str(TemplateError("V-T00", path.stem, "this is not UTF-8 text"))
    except tomllib.TOMLDecodeError as error:
        return str(TemplateError("V-T00", path.stem, f"this is not TOML: {str(error)[:1].lower()}{str(error)[1:]}"))


def _problems(name: str, table: Table, everything: Library) -> list[str]:
    known = FORMATS.get(str(table.get("format")))
    if known is None:
        expected = f"must be one of {', '.join(FORMATS)}; texts in another language are checked with the library they belong to"
        return [str(TemplateError("V-T01", name, expected, key="format"))]
    _folder, shape, check = known
    misfits = [str(problem) for problem in misfits_of(name, table, shape)]
    if misfits:
        return misfits
    try:
        return [str(problem) for problem in check(everything, name)]
    except TemplateError as in_another_file:
        return [str(in_another_file)]


def misfits_of(name: str, table: Table, shape: type) -> Iterator[TemplateError]:
    """Every key that is missing, unknown, or of another type. What is found is mended in a copy, to find what comes after it."""
    mended = copy.deepcopy(table)
    gone: list[str] = []
    for _ in range(MOST_PROBLEMS):
        try:
            msgspec.convert(mended, shape)
            return
        except msgspec.ValidationError as error:
            reason, path = place_of(str(error))
            problem = told(name, mended, shape, str(error))
        if not any(
            path.startswith((f"{one}.", f"{one}[")) for one in gone
        ):  # of a table that is missing, its keys are not listed
            yield problem
        if not _mend(mended, shape, path, unknown="unknown field" in reason):
            return
        gone.append(path)


def _mend(table: Table, shape: type, path: str, *, unknown: bool) -> bool:
    """Whether something could be put in the place, or taken from it."""
    *before, last = tokens(path) or [""]
    holder: object = table
    for token in before:
        holder = holder[token] if isinstance(holder, dict | list) else None  # type: ignore[index]
    if isinstance(holder, dict) and unknown:
        return holder.pop(last, None) is not None
    values = values_at(shape, table, path).split(", ")
    stand_in = _typed(values[0]) if values[0] else STAND_IN.get(kind_at(shape, table, path))
    if stand_in is None or not isinstance(holder, dict | list):
        return False
    try:
        holder[last] = copy.deepcopy(stand_in)  # type: ignore[index]
    except (IndexError, TypeError):
        return False
    return True


def _typed(value: str) -> object:
    return int(value) if value.isdigit() else value
