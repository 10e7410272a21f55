"""The library that comes with the package, and how a file that is wrong is refused."""

from pathlib import Path

import pytest

from workshop.domain.plan import ChoiceInput, MultiInput, ScaleInput, TextInput, stages_of
from workshop.library.errors import LibraryError, NotPlayableYet, TemplateError, UnknownTemplate
from workshop.library.loader import Library, library, load_activity, load_agendas, load_plan


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A copy of the packaged library that a test may spoil."""
    for kind in ("activities", "agendas"):
        (tmp_path / kind).mkdir()
        for entry in (library().root / kind).iterdir():
            (tmp_path / kind / entry.name).write_text(entry.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def spoil(shelf: Path, file: str, old: str, new: str) -> Library:
    path = shelf / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(shelf)


def test_the_taster_is_a_practice_of_45_minutes_with_its_four_activities() -> None:
    plan = load_plan("taster")
    assert plan.practice
    assert (plan.minutes, plan.people.min, plan.people.max) == (45, 2, 40)
    assert [item.activity.id for item in plan.items] == ["opening-frame", "hopes-and-hesitations", "arrivals", "listening-turns"]
    assert sum(item.minutes for item in plan.items) == 45


def test_the_stages_of_the_taster_fit_into_their_items() -> None:
    plan = load_plan("taster")
    for index, item in enumerate(plan.items):
        assert sum(stage.seconds for stage in stages_of(plan) if stage.item == index) <= item.minutes * 60


def test_steps_become_guide_steps_or_room_steps_by_the_kind_of_the_stage() -> None:
    guide = load_activity("opening-frame").stages[0]
    rooms = load_activity("arrivals").stages[0]
    assert (len(guide.guide_steps), guide.room_steps) == (4, ())
    assert (rooms.guide_steps, [step.seconds for step in rooms.room_steps]) == ((), [110, 110, 20])
    assert [step.third for step in rooms.room_steps] == [None, "Third person answers", None]
    assert (rooms.size, rooms.rounds, rooms.mix, rooms.roles, rooms.swap) == (2, 3, "fresh", ("first", "second"), False)


def test_every_input_that_can_be_played_is_read() -> None:
    inputs = [stage.template.input for stage in stages_of(load_plan("taster")) if stage.template.input is not None]
    assert [type(asked) for asked in inputs] == [ChoiceInput, MultiInput, TextInput, ScaleInput]


def test_a_tally_keeps_its_reveal_and_its_summary_and_a_wall_its_resonance() -> None:
    reasons, cards = load_activity("hopes-and-hesitations").stages
    assert reasons.reveal == "manual"
    assert reasons.summary is not None
    assert reasons.summary.form == "bands"
    assert cards.resonate


def test_all_agendas_load() -> None:
    assert [plan.id for plan in load_agendas()] == ["taster"]


def test_every_packaged_activity_loads() -> None:
    for activity_id in library().activity_ids():
        assert load_activity(activity_id).id == activity_id


@pytest.mark.parametrize("name", ["nothing", "../activities/arrivals", ""])
def test_an_unknown_name_is_told_with_the_names_there_are(name: str) -> None:
    with pytest.raises(UnknownTemplate, match="There are: taster"):
        load_plan(name)
    with pytest.raises(UnknownTemplate, match="There are: arrivals"):
        load_activity(name)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Three', 'titel = "Three', "arrivals.toml, key titel: is not known here (V-T02)."),
        ('title = "Three short meetings"\n', "", "arrivals.toml, key title: is missing (V-T00)."),
        (
            'title = "Three short meetings"',
            "title = 3",
            "arrivals.toml, key title: expected a text, found a whole number (V-T00).",
        ),
        (
            "rounds = 3",
            "rounds = 2.5",
            'arrivals.toml, stage "meet", key rounds: expected a whole number, found a number with a point',
        ),
        ('id = "meet"\n', "", 'arrivals.toml, stage "number 1", key id: is missing (V-T00).'),
        ("seconds = 20", 'seconds = "long"', 'stage "meet", key steps[2].seconds: expected a whole number, found a text'),
        ('do = "Thank', 'does = "Thank', 'stage "meet", key steps[2].does: is not known here (V-T16)'),
        ('mix = "fresh"', 'mix = "stirred"', "stage \"meet\", key mix: 'stirred' is not one of its values (V-T38)."),
        ("level = 1", "level = 4", "arrivals.toml, key level: 4 is not one of its values (V-T06)."),
        ("[[stage]]", "[[stage]", "arrivals.toml: this is not TOML: "),
    ],
)
def test_a_file_of_the_wrong_shape_is_refused_with_its_place_and_what_is_expected(
    shelf: Path, old: str, new: str, sentence: str
) -> None:
    with pytest.raises(TemplateError) as refused:
        spoil(shelf, "activities/arrivals", old, new).load_activity("arrivals")
    assert sentence in str(refused.value)
    assert refused.value.file == "arrivals"


def test_a_file_that_is_no_text_is_refused(shelf: Path) -> None:
    (shelf / "activities" / "arrivals.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(TemplateError, match="not UTF-8"):
        Library(shelf).load_activity("arrivals")


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("listening-turns", 'kind = "tally"', 'kind = "journal"', "a private page"),
        ("listening-turns", 'kind = "tally"', 'kind = "circle"', "speaking turns"),
        ("listening-turns", 'kind = "tally"', 'kind = "agree"', "agreements"),
        ("listening-turns", 'type = "scale"', 'type = "point"', "asks by point"),
        ("hopes-and-hesitations", 'type = "text"', 'type = "fields"', "asks by fields"),
        ("hopes-and-hesitations", "resonate = true", "deal = true", "dealt cards"),
        ("opening-frame", 'screen = "text"', 'screen = "text"\npacer = { in = 4, out = 6 }', "a breath pacer"),
        ("arrivals", "swap = false", 'swap = false\ndeck = "boundaries"', "role cards"),
        ("arrivals", 'size = 2\nrounds = 3\nmix = "fresh"\nroles = ["first", "second"]', 'size = 3\nrounds = 3\nmix = "fresh"\nroles = ["first", "second", "third"]', "rooms of 3"),
        ("arrivals", 'mix = "fresh"', 'mix = "merge"', "joins rooms"),
    ],
)  # fmt: skip
def test_what_is_right_and_comes_later_is_named_kindly(shelf: Path, file: str, old: str, new: str, reason: str) -> None:
    with pytest.raises(NotPlayableYet) as refused:
        spoil(shelf, f"activities/{file}", old, new).load_activity(file)
    assert reason in refused.value.reason
    assert str(refused.value).startswith(f"{file}.toml cannot be played yet: ")


def test_an_agenda_with_a_break_comes_later(shelf: Path) -> None:
    spoiled = spoil(shelf, "agendas/taster", 'activity = "arrivals"', 'pause = "Break"')
    with pytest.raises(NotPlayableYet, match="breaks"):
        spoiled.load_plan("taster")


def test_every_refusal_is_one_sentence_for_the_writer(shelf: Path) -> None:
    with pytest.raises(LibraryError) as refused:
        spoil(shelf, "activities/arrivals", "rounds = 3", "rounds = 0").load_activity("arrivals")
    assert str(refused.value).count("\n") == 0
    assert str(refused.value).endswith(".")
