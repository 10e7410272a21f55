"""A copy of the packaged library that a test may spoil."""

import shutil
from pathlib import Path

from workshop.library.loader import Library
from workshop.library.loader import library as packaged


def copied(folder: Path) -> Path:
    shutil.copytree(Path(str(packaged().root)), folder / "library", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder / "library"


def spoil(shelf: Path, file: str, old: str, new: str) -> Library:
    """The library with one place changed in `file` (without its ending)."""
    path = shelf / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(shelf)
