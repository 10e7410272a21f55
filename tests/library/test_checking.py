"""Files of one's own are checked whole: every problem at once, each with its place."""

import copy
import random
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workshop.library.checking import FORMATS, check_files, problems_in
from workshop.library.loader import library

ACTIVITIES = Path(str(library().root)) / "activities"


def copied(folder: Path, name: str, *changes: tuple[str, str], kind: str = "activities") -> Path:
    """A packaged file with these changes, under its own name in `folder`."""
    text = (ACTIVITIES.parent / kind / f"{name}.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_whole_library_would_pass_as_files_of_ones_own() -> None:
    folders = {folder for folder, _shape, _check in FORMATS.values()}
    files = [path for folder in folders for path in sorted((ACTIVITIES.parent / folder).glob("*.toml")) if "." not in path.stem]
    assert len(files) >= 66 + 5 + 6 + 1
    assert {path: problems for path, problems in check_files(files).items() if problems} == {}


def test_every_misfit_is_told_at_once_with_its_stage_and_key(tmp_path: Path) -> None:
    path = copied(
        tmp_path,
        "arrivals",
        ("level = 1", "level = 9"),
        ('phone = "', 'fone = "'),
        ("rounds = 3", 'rounds = "three"'),
        ('mix = "fresh"', 'mix = "stirred"'),
    )
    said = check_files([path])[path]
    assert [problem.partition(":")[0] for problem in said] == [
        "arrivals.toml, key level",
        'arrivals.toml, stage "meet", key fone',
        'arrivals.toml, stage "meet", key rounds',
        'arrivals.toml, stage "meet", key mix',
        'arrivals.toml, stage "meet", key phone',
    ]


def test_a_missing_table_is_told_once_and_not_for_each_of_its_keys(tmp_path: Path) -> None:
    path = copied(tmp_path, "arrivals", ("[care]", "[cares]"))
    said = check_files([path])[path]
    assert [problem.partition(":")[0] for problem in said] == ["arrivals.toml, key cares", "arrivals.toml, key care"]
    assert "expected a table" in said[1]


def test_every_broken_rule_is_told_at_once(tmp_path: Path) -> None:
    path = copied(
        tmp_path, "arrivals", ('theme = "arrive"', 'theme = "magic"'), ("usual = 15", "usual = 12"), ("size = 2", "size = 9")
    )
    rules = [problem[-7:-2] for problem in check_files([path])[path]]
    assert {"V-T05", "V-T48", "V-T38"} <= set(rules)


def test_files_that_are_given_together_may_name_each_other(tmp_path: Path) -> None:
    own = copied(tmp_path, "arrivals", ('id = "arrivals"', 'id = "our-arrivals"')).rename(tmp_path / "our-arrivals.toml")
    agenda = copied(tmp_path, "taster", ('activity = "arrivals"', 'activity = "our-arrivals"'), kind="agendas")
    assert check_files([own, agenda]) == {own: [], agenda: []}
    assert "V-A05" in "".join(check_files([agenda])[agenda])


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"format = 3", "key format: must be one of workshop-activity/1, workshop-agenda/1"),
        (b"[[stage]", "this is not TOML"),
        (b"\xff", "this is not UTF-8 text"),
        (b'format = "workshop-activity/1"\nstage = 3\ncare = []', "key stage: expected a list, found a whole number"),
        (b'format = "workshop-agenda/1"\nitem = [3]', "key item[0]: expected a table, found a whole number"),
    ],
)
def test_what_is_no_such_file_is_said_plainly(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    assert part in "\n".join(check_files([path])[path])


def test_two_files_of_one_name_are_each_checked_for_themselves(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    whole, broken = copied(tmp_path, "arrivals"), copied(tmp_path / "other", "arrivals", ("size = 2", "size = 9"))
    for files in ([whole, broken], [broken, whole]):
        found = check_files(files)
        assert (found[whole], len(found[broken]) > 0) == ([], True)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = tmp_path / "gone.toml"
    assert check_files([path]) == {path: ["gone.toml: it cannot be read (No such file or directory)."]}


# --- files that nobody would write


STRANGE: tuple[object, ...] = (None, "", "x", 0, -1, 10**30, 1.5, True, [], [[]], [{}], {}, {"id": 3}, "nothing", [3, "x"])


def places(value: object, before: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a table, however deep."""
    items: Iterable[tuple[str | int, object]] = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, inner in items:
        yield (*before, step)
        yield from places(inner, (*before, step))


def spoiled_at(table: dict[str, object], place: tuple[str | int, ...], value: object) -> dict[str, object]:
    """`table` with `value` at this place; without it where the value is None."""
    spoiled = copy.deepcopy(table)
    holder: Any = spoiled
    for step in place[:-1]:
        holder = holder[step]
    if value is None:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return spoiled


@pytest.mark.parametrize("format_name", FORMATS)
def test_whatever_stands_anywhere_in_a_file_is_told_in_sentences(format_name: str) -> None:
    folder, _shape, _check = FORMATS[format_name]
    paths = [path for path in sorted((ACTIVITIES.parent / folder).glob("*.toml")) if "." not in path.stem]
    dice = random.Random(7)
    found = 0
    for _ in range(40):
        path = dice.choice(paths)
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        place = dice.choice(list(places(table)))
        said = problems_in(path.stem, spoiled_at(table, place, dice.choice(STRANGE)))
        assert all(one.startswith(f"{path.stem}.toml") and one.endswith(").") for one in said), (path.stem, place, said)
        found += bool(said)
    assert found > 20
