"""The sentence that refuses each spoiled example."""

from collections.abc import Iterator
from pathlib import Path

from tests.library import spoiled
from tests.library.shelf import spoil
from workshop.library.errors import TemplateError


def refusals(shelf: Path) -> Iterator[tuple[str, TemplateError]]:
    """Each spoiled example with the problem that names its rule."""
    examples = [
        *(("activities", *one) for one in spoiled.ACTIVITIES),
        *(("agendas", *one) for one in spoiled.AGENDAS),
        *(("scenarios", rule, "loss", old, new) for rule, old, new in spoiled.DECKS),
        *(("programmes", rule, "twelve-weeks", old, new) for rule, old, new in spoiled.PROGRAMMES),
    ]
    for folder, rule, file, old, new in examples:
        path = shelf / folder / f"{file}.toml"
        whole = path.read_text(encoding="utf-8")
        library = spoil(shelf, f"{folder}/{file}", old, new)
        problems = {
            "activities": library.problems_of_activity,
            "agendas": library.problems_of_agenda,
            "scenarios": library.problems_of_deck,
            "programmes": library.problems_of_programme,
        }[folder]
        try:
            yield rule, next(problem for problem in problems(file) if problem.rule == rule)
        except TemplateError as found_while_reading:
            yield rule, found_while_reading
        path.write_text(whole, encoding="utf-8")
