"""Each rule has at least one spoiled example (`spoiled`), and refuses it under its own number."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

import workshop.library
from tests.library import spoiled
from tests.library.refusals import refusals
from tests.library.shelf import copied, spoil
from workshop.library.errors import LibraryError, TemplateError
from workshop.library.loader import Library
from workshop.library.loader import library as packaged


def rules_broken(check: Callable[[], Iterable[TemplateError]]) -> set[str]:
    try:
        return {problem.rule for problem in check()}
    except TemplateError as found_while_reading:
        return {found_while_reading.rule}


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize(("rule", "file", "old", "new"), spoiled.ACTIVITIES)
def test_an_activity_that_breaks_a_rule_is_refused_by_that_rule(shelf: Path, rule: str, file: str, old: str, new: str) -> None:
    library = spoil(shelf, f"activities/{file}", old, new)
    assert rule in rules_broken(lambda: library.problems_of_activity(file))
    with pytest.raises(TemplateError):
        library.load_activity(file)


@pytest.mark.parametrize(("rule", "file", "old", "new"), spoiled.AGENDAS)
def test_an_agenda_that_breaks_a_rule_is_refused_by_that_rule(shelf: Path, rule: str, file: str, old: str, new: str) -> None:
    library = spoil(shelf, f"agendas/{file}", old, new)
    assert rule in rules_broken(lambda: library.problems_of_agenda(file))
    with pytest.raises(TemplateError):
        library.load_plan(file)


@pytest.mark.parametrize(("rule", "old", "new"), spoiled.DECKS)
def test_a_deck_that_breaks_a_rule_is_refused_by_that_rule(shelf: Path, rule: str, old: str, new: str) -> None:
    library = spoil(shelf, "scenarios/loss", old, new)
    assert rule in rules_broken(lambda: library.problems_of_deck("loss"))


@pytest.mark.parametrize(("rule", "old", "new"), spoiled.PROGRAMMES)
def test_a_programme_that_breaks_a_rule_is_refused_by_that_rule(shelf: Path, rule: str, old: str, new: str) -> None:
    library = spoil(shelf, "programmes/twelve-weeks", old, new)
    assert rule in rules_broken(lambda: library.problems_of_programme("twelve-weeks"))


@pytest.mark.parametrize("rule", ["V-A02", "V-A03", "V-A07"])
def test_only_a_practice_agenda_may_begin_and_end_as_it_likes(shelf: Path, rule: str) -> None:
    library = spoil(shelf, "agendas/taster", "practice = true", "practice = false")
    assert rule in {problem.rule for problem in library.problems_of_agenda("taster")}
    assert list(packaged().problems_of_agenda("taster")) == []


EXAMPLES = (*spoiled.ACTIVITIES, *spoiled.AGENDAS, *spoiled.DECKS, *spoiled.PROGRAMMES)
BESIDE = ("L", "S")
"""Rules of sibling texts (V-L…) and of word lists (V-S…) have their examples beside their own tests."""


def test_every_rule_that_the_library_knows_has_its_spoiled_example_and_every_example_its_rule() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in Path(workshop.library.__path__[0]).glob("*.py"))
    rules = {rule for rule in re.findall(r'"(V-[A-Z]\d\d)"', written) if rule[2] not in BESIDE}
    assert len(rules) > 70
    assert rules == {rule for rule, *_ in EXAMPLES}


def test_every_sentence_names_the_file_the_key_and_what_is_expected(shelf: Path) -> None:
    for rule, problem in refusals(shelf):
        said = str(problem)
        assert problem.key is not None, said
        assert said.startswith(f"{problem.file}.toml, "), said
        assert said.endswith(f" ({rule})."), said
        assert re.search(r"\b(must|needs?|expected|known are|is only for|has no place|is not a word)\b", said), said


def test_the_packaged_library_breaks_no_rule() -> None:
    library = packaged()
    for check, names in (
        (library.problems_of_activity, library.activity_ids()),
        (library.problems_of_agenda, library.agenda_ids()),
        (library.problems_of_deck, library.deck_ids()),
        (library.problems_of_programme, library.programme_ids()),
    ):
        for name in names:
            assert list(check(name)) == []


def unserved(library: Library) -> set[str]:
    """Rule V-R01: rows that no activity serves. S21 is the programme itself."""
    served = {row for activity_id in library.activity_ids() for row in library.written_activity(activity_id).seeds}
    return {row.id for row in library.rows().rows} - served - {"S21"}


def test_v_r01_every_row_of_the_founding_texts_has_an_activity(shelf: Path) -> None:
    assert len(packaged().rows().rows) == 62
    assert unserved(packaged()) == set()
    assert unserved(spoil(shelf, "activities/quiet-page", 'seeds = ["S17"]', 'seeds = ["S18"]')) == {"S17"}


def test_a_rule_is_told_in_one_sentence_with_its_place() -> None:
    error = TemplateError("V-T22", "arrivals", "must be two", stage="meet", key="input.options")
    assert isinstance(error, LibraryError)
    assert str(error) == 'arrivals.toml, stage "meet", key input.options: must be two (V-T22).'
