"""The list of promises is readable, says how each is proved, and claims none of which nobody has a test."""

import re
from pathlib import Path

from tests.words_not_said import not_said
from workshop.domain import permits

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| G-([RASM]\d{1,2}) \| (.+) \| (.+) \|$", re.MULTILINE)
PROOFS = {"faults", "random sessions", "adversary", "marked words", "unit", "browser"}
NAMED = re.compile(r"test_g_([rasm]\d{1,2})(?=[_.])|[\"'`]G-([RASM]\d{1,2})\b")
"""A test or its file, in Python and in the pages."""


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "docs/guarantees.md").read_text(encoding="utf-8"))


def test_every_number_stands_once_in_order_with_a_sentence_and_a_kind_of_proof() -> None:
    numbers = [number for number, _, _ in rows()]
    assert numbers == sorted(set(numbers), key=lambda number: ("RASM".index(number[0]), int(number[1:])))
    for _, promise, proof in rows():
        assert promise.endswith(".")
        assert not_said(promise) == []
        assert set(proof.split(", ")) <= PROOFS


def test_the_numbers_in_names_of_tests_and_their_files_are_those_of_the_list() -> None:
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        names = [path.name, *re.findall(r"def (test_g_\w+)", path.read_text(encoding="utf-8"))]
        found |= {python.upper() for name in names for python, _ in NAMED.findall(name)}
    for folder in ("realtime/client", "participant_ui", "facilitator_ui", "tests"):
        for path in (ROOT / folder).rglob("*.test.ts*"):
            if "node_modules" not in path.parts:
                found |= {page for _, page in NAMED.findall(path.read_text(encoding="utf-8")) if page}
    assert found == {number for number, _, _ in rows()}


def test_the_table_of_permits_is_fresh() -> None:
    assert (ROOT / "docs/permits.md").read_text(encoding="utf-8") == permits.table()
