"""Each rule has one spoiled example: a good file with one change that breaks it."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from workshop.library import shapes, validator
from workshop.library.errors import TemplateError
from workshop.library.loader import Library
from workshop.library.loader import library as packaged

LONG = "x" * 300
SPOILED_ACTIVITIES = [
    ("V-T00", "arrivals", 'theme = "arrive"\n', ""),
    ("V-T01", "arrivals", "workshop-activity/1", "workshop-activity/9"),
    ("V-T02", "arrivals", "needs = []", 'needs = []\ncolour = "red"'),
    ("V-T03", "arrivals", 'id = "arrivals"', 'id = "departures"'),
    ("V-T04", "arrivals", "Let members of a new group meet three people in quick, light conversations, as a warm-up for pair work later.", "short"),
    ("V-T05", "arrivals", 'theme = "arrive"', 'theme = "magic"'),
    ("V-T06", "arrivals", "level = 1", "level = 4"),
    ("V-T07", "arrivals", "short = 12", "short = 16"),
    ("V-T08", "arrivals", "min = 4", "min = 0"),
    ("V-T09", "arrivals", "needs = []", 'needs = ["nothing"]'),
    ("V-T10", "arrivals", 'seeds = ["S16"]', "seeds = []"),
    ("V-T10", "arrivals", 'seeds = ["S16"]', 'seeds = ["sixteen"]'),
    ("V-T11", "arrivals", "The questions stay light. You choose how much you say.", "Light."),
    ("V-T12", "arrivals", "What did you hear more than once?", LONG),
    ("V-T13", "arrivals", "The questions stay light.", "You should tell us your symptoms."),
    ("V-T13", "arrivals", "Take turns: what brings you here", "What is your diagnosis"),
    ("V-T14", "opening-frame", 'id = "ready"', 'id = "frame"'),
    ("V-T15", "arrivals", 'kind = "rooms"', 'kind = "video"'),
    ("V-T16", "arrivals", "swap = false", "swap = false\nresonate = true"),
    ("V-T17", "opening-frame", "minutes = 1\n", "minutes = 0\n"),
    ("V-T18", "opening-frame", "Where are you with this?", LONG),
    ("V-T19", "arrivals", 'screen = "rooms"', 'screen = "wall"'),
    ("V-T19", "arrivals", 'screen = "rooms"', 'screen = "cinema"'),
    ("V-T20", "opening-frame", 'type = "choice"', 'type = "guess"'),
    ("V-T21", "hopes-and-hesitations", 'type = "text"\nmax = 140', 'type = "choice"\noptions = ["one", "two"]'),
    ("V-T21", "opening-frame", 'type = "choice"\noptions = ["I have read it and I am ready to go on", "I have a question first"]', 'type = "text"\nmax = 140'),
    ("V-T22", "opening-frame", '"I have a question first"', '"I have read it and I am ready to go on"'),
    ("V-T22", "hopes-and-hesitations", "pick = 3", "pick = 7"),
    ("V-T23", "listening-turns", "steps = 7", "steps = 10"),
    ("V-T23", "listening-turns", 'key = "listen"', 'key = "speak"'),
    ("V-T28", "hopes-and-hesitations", "max = 140", "max = 900"),
    ("V-T30", "hopes-and-hesitations", 'reveal = "manual"', 'reveal = "auto"'),
    ("V-T31", "hopes-and-hesitations", 'form = "bands"', 'form = "middle"'),
    ("V-T31", "hopes-and-hesitations", 'form = "themes"', 'form = "bands"'),
    ("V-T31", "hopes-and-hesitations", 'form = "themes"', 'form = "text"'),
    ("V-T36", "opening-frame", "Please read at your own pace.\"\nscreen = \"text\"\n[[stage.steps]]\ntext = \"This workshop offers education and practice. It does not replace medical, psychological or crisis care.\"", "Please read at your own pace.\"\nscreen = \"text\"\n[[stage.steps]]\ntext = \"\""),
    ("V-T38", "arrivals", "size = 2", "size = 9"),
    ("V-T38", "arrivals", 'mix = "fresh"', 'mix = "stirred"'),
    ("V-T39", "arrivals", 'roles = ["first", "second"]', 'roles = ["first"]'),
    ("V-T40", "arrivals", 'who = "second"', 'who = "boss"'),
    ("V-T41", "listening-turns", "rounds = 2", "rounds = 5"),
    ("V-T42", "arrivals", "minutes = 13", "minutes = 5"),
    ("V-T45", "arrivals", "min = 4", "min = 1"),
    ("V-T48", "arrivals", "usual = 15", "usual = 12"),
    ("V-T49", "arrivals", "short = 12", "short = 9"),
]  # fmt: skip
SPOILED_AGENDAS = [
    ("V-A00", "workshop-agenda/1", "workshop-agenda/2"),
    ("V-A00", "practice = true", "practice = false"),
    ("V-A01", "minutes = 45", "minutes = 44"),
    ("V-A05", 'activity = "arrivals"', 'activity = "no-such-thing"'),
    ("V-A06", "minutes = 13\n[[item]]", "minutes = 3\n[[item]]"),
    ("V-A08", 'activity = "opening-frame"', 'activity = "arrivals"'),
    ("V-T02", "practice = true", "practise = true"),
    ("V-T08", "min = 2", "min = 50"),
]


def spoiled(shelf: Path, kind: str, file: str, old: str, new: str) -> Library:
    """The packaged library with one file changed in one place."""
    for folder in ("activities", "agendas"):
        (shelf / folder).mkdir()
        for entry in (packaged().root / folder).iterdir():
            text = entry.read_text(encoding="utf-8")
            if (folder, entry.name) == (kind, f"{file}.toml"):
                assert old in text
                text = text.replace(old, new, 1)
            (shelf / folder / entry.name).write_text(text, encoding="utf-8")
    return Library(shelf)


def rules_broken(check: Callable[[], Iterable[TemplateError]]) -> set[str]:
    try:
        return {problem.rule for problem in check()}
    except TemplateError as found_while_reading:
        return {found_while_reading.rule}


@pytest.mark.parametrize(("rule", "file", "old", "new"), SPOILED_ACTIVITIES)
def test_an_activity_that_breaks_a_rule_is_refused_by_that_rule(tmp_path: Path, rule: str, file: str, old: str, new: str) -> None:
    library = spoiled(tmp_path, "activities", file, old, new)
    assert rule in rules_broken(lambda: library.problems_of_activity(file))
    with pytest.raises(TemplateError):
        library.load_activity(file)


@pytest.mark.parametrize(("rule", "old", "new"), SPOILED_AGENDAS)
def test_an_agenda_that_breaks_a_rule_is_refused_by_that_rule(tmp_path: Path, rule: str, old: str, new: str) -> None:
    library = spoiled(tmp_path, "agendas", "taster", old, new)
    assert rule in rules_broken(lambda: library.problems_of_agenda("taster"))
    with pytest.raises(TemplateError):
        library.load_plan("taster")


@pytest.mark.parametrize("rule", ["V-A02", "V-A03", "V-A07"])
def test_only_a_practice_agenda_may_begin_and_end_as_it_likes(tmp_path: Path, rule: str) -> None:
    library = spoiled(tmp_path, "agendas", "taster", "practice = true", "practice = false")
    assert rule in {problem.rule for problem in library.problems_of_agenda("taster")}
    assert list(packaged().problems_of_agenda("taster")) == []


def test_every_rule_has_its_spoiled_example_and_every_example_its_rule() -> None:
    written = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (validator, shapes))
    rules = set(re.findall(r'"(V-[TA]\d\d)"', written))
    shown = {rule for rule, *_ in (*SPOILED_ACTIVITIES, *SPOILED_AGENDAS)} | {"V-A02", "V-A03", "V-A07"}
    assert rules == shown


def test_the_packaged_library_breaks_no_rule() -> None:
    library = packaged()
    for activity_id in library.activity_ids():
        assert list(library.problems_of_activity(activity_id)) == []
    for agenda_id in library.agenda_ids():
        assert list(library.problems_of_agenda(agenda_id)) == []
