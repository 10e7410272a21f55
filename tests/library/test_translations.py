"""Siblings in another language: texts and nothing else, each rule with its spoiled example, and the pairs that phones look up."""

import re
from pathlib import Path

import pytest

from tests.library.shelf import copied, spoil
from workshop.domain.plan import stages_of
from workshop.library import translating, translations
from workshop.library.between import pause, recall
from workshop.library.errors import TemplateError, UnknownTemplate
from workshop.library.loader import Library, load_plan
from workshop.library.loader import library as packaged
from workshop.library.translations import Translations

ARRIVALS, READY, SLIDERS = "activities/arrivals.de", "activities/opening-frame.de", "activities/check-in.de"
SPOILED = [
    ("V-L01", ARRIVALS, 'language = "de"', 'language = "en"', "key format and language: must be"),
    ("V-L01", ARRIVALS, '"workshop-texts/1"', '"workshop-activity/1"', 'must be "workshop-texts/1" and "de"'),
    ("V-L02", ARRIVALS, 'title = "Drei kurze', 'titel = "Drei kurze', "key titel: is not known here: a text of the original"),
    ("V-L02", ARRIVALS, 'id = "meet"\n', 'id = "meet"\nminutes = 3\n', 'stage "meet", key minutes: is not known here'),
    ("V-L02", ARRIVALS, 'id = "meet"\n', 'id = "meet"\nhint = "Mehr"\n', 'stage "meet", key hint: is not known here'),
    ("V-L03", ARRIVALS, 'title = "Drei erste Treffen"\n', "", 'stage "meet", key title: is missing'),
    ("V-L03", ARRIVALS, '"Die erste Person antwortet"', '" "', 'stage "meet", key steps[0].do: is missing'),
    ("V-L03", SLIDERS, 'low = "ganz leer"\n', "", 'stage "sliders", key input.items[0].low: is missing'),
    ("V-L03", "between.de", 'sit_out = "Eine Pause ist eine Pause."\n', "", "between.de.toml, key pause.care.sit_out: is missing"),
    ("V-L04", ARRIVALS, 'title = "Drei erste Treffen"', "title = 3", 'key title: expected a text, found a whole number'),
    ("V-L04", READY, 'options = ["Ich', 'options = [7, "Ich', 'stage "ready", key input.options: must have 2 entries'),
    ("V-L04", ARRIVALS, '["zuerst", "danach"]', '["zuerst", 2]', 'key roles[1]: expected a text, found a whole number'),
    ("V-L04", ARRIVALS, '["zuerst", "danach"]', '"zuerst"', 'stage "meet", key roles: expected a list, found a text'),
    ("V-L05", ARRIVALS, '"Drei kurze Begegnungen"', f'"{"Drei kurze Begegnungen " * 3}"', "key title: has 69 letters and may have at most 60"),
    ("V-L06", ARRIVALS, '["zuerst", "danach"]', '["zuerst"]', 'key roles: must have 2 entries as in the original, and has 1'),
    ("V-L07", ARRIVALS, 'id = "meet"', 'id = "treffen"', 'key stage[0].id: must be "meet", as at this place of the original'),
    ("V-L07", SLIDERS, 'key = "ease"', 'key = "leicht"', 'stage "sliders", key input.items[1].key: must be "ease"'),
    ("V-L08", ARRIVALS, '["zuerst", "danach"]', '["zuerst", "zuerst"]', "key roles: has one text twice where the original has two"),
    ("V-L09", ARRIVALS, "Du entscheidest, wie viel", "Du musst sagen, wie viel", 'key care.note: "Du musst" is not a word we use'),
    ("V-L09", READY, "Wo stehst du damit?", "Was ist deine Diagnose?", 'stage "ready", key phone: "Diagnose" is not a word we use'),
    ("V-L10", SLIDERS, '"ganz leer"', '"leer"', ""),
    ("V-L12", "agendas/first-circle.de", "", "", "first-circle.de.toml: plays check-in, which has no check-in.de.toml"),
]  # fmt: skip
"""Rule, file, what stands there, what is put in its place, and what the refusal says."""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return copied(tmp_path)


def german(library: Library) -> Translations:
    return Translations(library)


def spoiled(shelf: Path, rule: str, file: str, old: str, new: str) -> Library:
    if rule == "V-L10":  # two stages that say the same in the original
        spoil(shelf, "activities/check-in", 'low = "on guard"', 'low = "running on empty"')
    if rule == "V-L12":
        (shelf / "activities/check-in.de.toml").unlink()
        return Library(shelf)
    return spoil(shelf, file, old, new)


@pytest.mark.parametrize(("rule", "file", "old", "new", "sentence"), SPOILED)
def test_a_sibling_that_breaks_a_rule_is_refused_with_its_place(
    shelf: Path, rule: str, file: str, old: str, new: str, sentence: str
) -> None:
    found = list(german(spoiled(shelf, rule, file, old, new)).problems("de"))
    said = [str(problem) for problem in found]
    if rule != "V-L04" or "expected" in sentence:
        assert rule in {problem.rule for problem in found}
    assert any(sentence in one for one in said), said
    with pytest.raises(TemplateError):
        german(Library(shelf)).texts("de")


def test_a_sibling_of_nothing_or_in_a_language_that_has_no_file_is_refused(shelf: Path) -> None:
    head = 'format = "workshop-texts/1"\nlanguage = "de"\n'
    (shelf / "activities/nothing.de.toml").write_text(head, encoding="utf-8")
    (shelf / "agendas/taster.fr.toml").write_text(head.replace("de", "fr"), encoding="utf-8")
    found = {(problem.rule, problem.file) for problem in german(Library(shelf)).problems("de")}
    assert found == {("V-L11", "nothing.de"), ("V-L11", "taster.fr")}


def test_a_sibling_that_cannot_be_read_is_refused(shelf: Path) -> None:
    with pytest.raises(TemplateError, match=r"arrivals\.de\.toml: this is not TOML"):
        german(spoil(shelf, ARRIVALS, "[[stage]]", "[[stage]")).texts("de")


def test_every_rule_has_its_spoiled_example_and_every_example_its_rule() -> None:
    written = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (translating, translations))
    assert set(re.findall(r'"(V-L\d\d)"', written)) == {rule for rule, *_ in SPOILED} | {"V-L11"}


def test_the_packaged_siblings_break_no_rule() -> None:
    library = german(packaged())
    assert library.languages() == ("de",)
    assert library.language("de").name == "Deutsch"
    assert list(library.problems("de")) == []


def test_a_language_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UnknownTemplate, match=r"There is no language fr\. There are: de"):
        german(packaged()).texts("fr")


def test_siblings_are_no_activities_and_no_agendas(shelf: Path) -> None:
    library = Library(shelf)
    assert [name for name in (*library.activity_ids(), *library.agenda_ids()) if "." in name] == []
    assert {"first-circle", "taster"} == set(german(library).translated("agendas", "de"))


def shown_on_phones(agenda: str) -> set[str]:
    """Every text of an agenda that a phone may be sent, taken from the plan that a session plays."""
    plan = load_plan(agenda)
    shown: set[str] = {plan.title}
    for item in plan.items:
        shown |= {item.activity.title, item.activity.care.note, item.activity.care.sit_out}
    for planned in stages_of(plan):
        stage = planned.template
        shown |= {stage.title or "", stage.phone, stage.hint or "", *(step.text for step in stage.guide_steps)}
        shown |= {text for step in stage.room_steps for text in (step.do, step.third or "")} | set(stage.roles) - {"all"}
        asked = stage.input
        shown |= set(getattr(asked, "options", ()))
        shown |= {text for one in getattr(asked, "items", ()) for text in (one.ask, one.low, one.high)}
    return shown - {""}


@pytest.mark.parametrize("agenda", ["first-circle", "taster"])
def test_every_text_of_a_translated_agenda_that_a_phone_shows_has_its_pair(agenda: str) -> None:
    texts = german(packaged()).texts("de")
    assert shown_on_phones(agenda) - set(texts.phone) == set()
    starts = {line for planned in stages_of(load_plan(agenda)) for line in planned.template.start}
    assert starts <= set(texts.lines)
    assert len(shown_on_phones(agenda)) > 40


def test_what_stands_between_activities_has_its_pairs() -> None:
    texts = german(packaged()).texts("de")
    for item in (pause("Tea", 5), recall("", 5)):
        shown = {item.activity.title, item.activity.care.note, item.activity.care.sit_out, item.activity.stages[0].phone} - {
            "Tea"
        }
        assert shown <= set(texts.phone)


def test_what_facilitators_read_does_not_go_to_phones_and_lines_stand_apart() -> None:
    texts = german(packaged()).texts("de")
    agreements = packaged().load_activity("group-agreements")
    assert set(agreements.script.say) <= set(texts.facilitators)
    assert not {*agreements.script.say, agreements.care.watch, agreements.purpose} & set(texts.phone)
    assert set(agreements.stages[0].start) == set(texts.lines)
    assert not set(texts.lines) & set(texts.phone)
