"""The word lists of signals: strict files, none of them empty, and a sentence for whoever writes one wrongly."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from workshop.domain.signals import SignalWords
from workshop.library.errors import TemplateError
from workshop.library.loader import library
from workshop.library.signal_words import load_signal_reader
from workshop.library.translations import Translations

LISTS = files("workshop.library").joinpath("signals")
WHOLE = (
    'format = "workshop-signals/1"\nworry = ["kill myself"]\nidioms = []\nwords_too = []\nbefore = []\ntitles = []\nnever = []\n'
)


def test_every_language_of_the_library_has_its_list_and_every_list_all_its_parts() -> None:
    languages = {"en", *Translations(library()).languages()}
    assert {one.name for one in LISTS.iterdir()} == {f"{language}.toml" for language in languages}
    for one in LISTS.iterdir():
        table = tomllib.loads(one.read_text(encoding="utf-8"))
        for key in SignalWords.__struct_fields__:
            assert len(table[key]) == len(set(table[key])) > 5, (one.name, key)


def test_a_list_that_is_whole_is_read(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text(WHOLE)
    reader = load_signal_reader(tmp_path)
    assert [one.kind for one in reader.signals(reader.read("Kill myself"))] == ["worry"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (WHOLE.replace("workshop-signals/1", "workshop-signals/2"), "format"),
        (WHOLE.replace("idioms = []\n", ""), "idioms"),
        (WHOLE + "more = []\n", "more"),
        (WHOLE.replace('["kill myself"]', '"kill myself"'), "worry"),
        (WHOLE.replace("kill myself", "kill .."), "phrase"),
        ("worry = [", "TOML"),
    ],
)
def test_a_list_that_breaks_a_rule_is_refused_with_what_is_wrong(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "en.toml").write_text(written)
    with pytest.raises(TemplateError) as refused:
        load_signal_reader(tmp_path)
    assert said in str(refused.value)
