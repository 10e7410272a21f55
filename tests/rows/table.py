"""docs/rows.md: which row of the founding texts which activity serves, and whether its play came to its end as the template says."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from workshop.library.format import WrittenProgramme
from workshop.library.loader import library
from workshop.library.shapes import into

ROWS = Path(__file__).parents[2] / "docs" / "rows.md"
TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
PROGRAMME, PROGRAMME_ROW = "twelve-weeks", "S21"
HEAD = """# The rows: exercises and practices of the founding texts, and the activities that serve them

Written by `make rows`, which plays every activity of the library on a real server with six or more simulated phones and compares what
each phone, the console, the shared screen and the summary saw with the template. Played: it came to its end without a difference.
Transcript: what everybody must see, written by hand, and played by `make test`.

| row | what it is | activity | played | transcript |
|---|---|---|---|---|
"""


def activities_of_rows() -> dict[str, tuple[str, ...]]:
    """Row id to the activities that serve it; the row of the programme has all that its sessions hold."""
    shelf = library()
    serve: dict[str, list[str]] = {row.id: [] for row in shelf.rows().rows}
    for name in shelf.activity_ids():
        for row in shelf.written_activity(name).seeds:
            serve[row].append(name)
    return {row: tuple(names) for row, names in serve.items()}


def programme_rows() -> dict[str, tuple[str, ...]]:
    """The row that a whole programme serves, and the activities of its sessions."""
    shelf = library()
    known = set(shelf.activity_ids())
    table = tomllib.loads((shelf.root / "programmes" / f"{PROGRAMME}.toml").read_text(encoding="utf-8"))
    programme = into(PROGRAMME, table, WrittenProgramme)
    names = {name for session in programme.sessions for name, _ in session.items if name in known}
    return {PROGRAMME_ROW: tuple(sorted(names))}


def played_rows(sound: Mapping[str, bool]) -> list[str]:
    """Rows all of whose activities were played without a failure."""
    rows = activities_of_rows()
    for row, names in programme_rows().items():
        rows[row] = (*rows[row], *names)
    return [row for row, names in rows.items() if names and all(sound.get(name, False) for name in names)]


def written_table(sound: Mapping[str, bool]) -> str:
    served, programmes, played = activities_of_rows(), programme_rows(), set(played_rows(sound))
    helpers = [name for name in library().activity_ids() if not library().written_activity(name).seeds]
    lines = []
    for row in library().rows().rows:
        names = [*served[row.id], *([f"programmes/{PROGRAMME}"] if row.id in programmes else [])]
        lines.append((row.id, row.name, ", ".join(names), "yes" if row.id in played else "no", transcripts_of(names)))
    lines += [("—", "helper", name, "yes" if sound.get(name, False) else "no", transcripts_of([name])) for name in helpers]
    return HEAD + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def transcripts_of(names: list[str]) -> str:
    """Its own one, or the one of an evening that holds it."""
    shelf = library()
    evenings = {one: [item.activity.id for item in shelf.load_plan(one).items] for one in shelf.agenda_ids() if _written(one)}
    found = [name for name in names if _written(name)]
    found += [evening for evening, held in evenings.items() if set(held) & set(names)]
    return ", ".join(f"[{name}](../tests/transcripts/{_file(name)})" for name in found) or "—"


def _file(name: str) -> str:
    return f"{name.replace('-', '_')}.md"


def _written(name: str) -> bool:
    return (TRANSCRIPTS / _file(name)).exists()
