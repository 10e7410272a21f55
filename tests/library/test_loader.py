"""The library that comes with the package, and how a file that is wrong is refused."""

from pathlib import Path

import msgspec
import pytest

from tests.library.shelf import copied, spoil
from workshop.domain.plan import ChoiceInput, MultiInput, Plan, ProgrammePlace, RingsInput, ScaleInput, TextInput, stages_of
from workshop.domain.words import LINE_LENGTH
from workshop.library.errors import LibraryError, TemplateError, UnknownTemplate
from workshop.library.loader import (
    Library,
    library,
    load_activity,
    load_agendas,
    load_plan,
    load_programme,
    load_programme_session,
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return copied(tmp_path)


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


def test_a_session_of_a_programme_is_a_plan_that_knows_its_place() -> None:
    first, second, last = (load_programme_session("twelve-weeks", number) for number in (1, 2, 12))
    assert (first.id, first.title, first.minutes, first.practice) == ("twelve-weeks-1", "Arriving", 90, False)
    assert [item.activity.id for item in second.items][:3] == ["recall", "check-in", "carry-over"]
    assert first.programme is not None and second.programme is not None and last.programme is not None
    assert (first.programme.since, second.programme.since) == ("", first.programme.until)
    assert (second.programme.number, second.programme.of, second.programme.phase) == (2, 12, "arrive")
    assert (last.programme.until, last.programme.phase) == ("", "carry")
    assert load_programme_session("twelve-weeks", 8).programme == ProgrammePlace(
        title="Twelve weeks of interpersonal practice",
        number=8,
        of=12,
        phase="work",
        focus=("loss",),
        since="Ask one person who has made a similar crossing.",
        until="One small time for the loss, one small time for life.",
    )


def test_every_session_of_every_programme_loads_as_it_is_offered() -> None:
    for programme_id in library().programme_ids():
        offer = load_programme(programme_id)
        for session in offer.sessions:
            plan = load_programme_session(programme_id, session.number)
            assert tuple(item.activity.title for item in plan.items) == session.activities
            assert sum(item.minutes for item in plan.items) == session.minutes == plan.minutes
            assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan
    assert load_programme("twelve-weeks").sessions[7].tender == ("grief-line",)


@pytest.mark.parametrize(("name", "number"), [("nothing", 1), ("twelve-weeks", 0), ("twelve-weeks", 13)])
def test_an_unknown_session_of_a_programme_is_said_with_what_there_is(name: str, number: int) -> None:
    with pytest.raises(UnknownTemplate, match="twelve-weeks"):
        load_programme_session(name, number)


def test_every_agenda_loads() -> None:
    names = ["change-and-loss", "clear-and-kind", "first-circle", "heard", "taster", "younger-self"]
    assert [plan.id for plan in load_agendas()] == names
    assert [offer.id for offer in library().offers()] == names


def test_every_packaged_activity_loads() -> None:
    assert len(library().activity_ids()) == 66
    for activity_id in library().activity_ids():
        assert load_activity(activity_id).id == activity_id


def test_an_agenda_names_its_tender_activities() -> None:
    tender = {offer.id: offer.tender for offer in library().offers() if offer.tender}
    assert tender == {"change-and-loss": ("grief-line",), "younger-self": ("younger-self-letter",)}


def test_rooms_bring_the_whole_text_of_their_scenes() -> None:
    threes = load_activity("role-play").stages[1]
    assert [deck.id for deck in threes.decks] == ["boundaries", "conflict", "needs", "loss", "change", "closeness"]
    assert [len(deck.scenes) for deck in threes.decks] == [6] * 6


def test_a_tally_of_rings_says_what_leaves_the_phone() -> None:
    counts = load_activity("interpersonal-inventory").stages[2]
    assert counts.send == ("ring", "mark")
    assert isinstance(counts.input, RingsInput)
    assert counts.input.copied == "map"


def test_the_first_circle_is_75_minutes_of_seven_activities() -> None:
    plan = load_plan("first-circle")
    assert (plan.practice, plan.minutes, len(plan.items)) == (False, 75, 7)
    kinds = [stage.template.kind for stage in stages_of(plan)]
    assert kinds == ["guide", "tally", "agree", "tally", "circle", "tally", "wall", "rooms", "rooms", "tally", "tally", "circle"]
    agree = next(stage.template for stage in stages_of(plan) if stage.template.kind == "agree")
    assert (len(agree.start), agree.propose, agree.keep, agree.input) == (7, True, "programme", TextInput(max=LINE_LENGTH))
    circle = next(stage.template for stage in stages_of(plan) if stage.template.kind == "circle")
    assert (circle.mode, circle.turn_seconds) == ("round", 20)


def test_a_break_and_a_look_back_are_guides_with_their_own_purpose(shelf: Path) -> None:
    spoil(shelf, "agendas/taster", 'activity = "arrivals"', 'pause = "Tea"')
    plan = spoil(shelf, "agendas/taster", 'activity = "listening-turns"', 'recall = ""').load_plan("taster")
    looked_back, paused = plan.items[3].activity, plan.items[2].activity
    assert [stage.purpose for stage in looked_back.stages] == ["recall"]
    assert (paused.stages[0].kind, paused.stages[0].purpose, paused.stages[0].phone) == ("guide", "pause", "Tea")
    assert plan.items[2].minutes == 13


@pytest.mark.parametrize("name", ["nothing", "../activities/arrivals", ""])
def test_an_unknown_name_is_told_with_the_names_there_are(name: str) -> None:
    with pytest.raises(UnknownTemplate, match="There are: change-and-loss"):
        load_plan(name)
    with pytest.raises(UnknownTemplate, match="There are: arrivals"):
        load_activity(name)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Three', 'titel = "Three', "arrivals.toml, key titel: is not known here; known are format, id, title, theme, "),
        ('title = "Three short meetings"\n', "", "arrivals.toml, key title: is missing; expected a text (V-T00)."),
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
        ('id = "meet"\n', "", 'arrivals.toml, stage "number 1", key id: is missing; expected a text (V-T00).'),
        ("seconds = 20", 'seconds = "long"', 'stage "meet", key steps[2].seconds: expected a whole number, found a text'),
        (
            'do = "Thank',
            'does = "Thank',
            'stage "meet", key steps[2].does: is not known here; known are do, who, seconds, third (V-T16)',
        ),
        (
            'mix = "fresh"',
            'mix = "stirred"',
            'stage "meet", key mix: "stirred" is not one of its values; expected fresh, merge, random, same (V-T38).',
        ),
        ("level = 1", "level = 4", "arrivals.toml, key level: 4 is not one of its values; expected 1, 2, 3 (V-T06)."),
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


def test_every_refusal_is_one_sentence_for_the_writer(shelf: Path) -> None:
    with pytest.raises(LibraryError) as refused:
        spoil(shelf, "activities/arrivals", "rounds = 3", "rounds = 0").load_activity("arrivals")
    assert str(refused.value).count("\n") == 0
    assert str(refused.value).endswith(".")
