"""Simulated people answer whatever the library asks, in a way that is taken."""

import random

import pytest
from msgspec import structs

from realtime.simulated import ALIASES
from realtime.simulated_answers import own_lines, some_answer, some_page
from tests.domain.given import MULTI, WALL, Story, a_session, held
from workshop.domain import views
from workshop.domain.answers import Answer, CardAnswer, DoneAnswer, FieldsAnswer, PassAnswer, TextAnswer
from workshop.domain.asides import NO_ASIDE
from workshop.domain.commands import EndSession
from workshop.domain.inputs import INPUTS, answer_problem, input_view
from workshop.domain.parts import Travels
from workshop.domain.pictures import NoPicture
from workshop.domain.plan import Input, RingsInput, StageTemplate, TextInput
from workshop.domain.published import ThemesOf
from workshop.domain.summary import summarize
from workshop.library.loader import library
from workshop.library.signal_words import load_signal_reader

TIMES = 60


def asking() -> list[StageTemplate]:
    ours = library()
    stages = [stage for name in ours.activity_ids() for stage in ours.load_activity(name).stages]
    return [stage for stage in stages if stage.kind in ("tally", "wall")]


def answers(asked: Input, send: tuple[Travels, ...] = ()) -> list[Answer]:
    view = input_view(asked, send)
    chance = random.Random(7)
    return [some_answer(view, chance) for _ in range(TIMES)]


def test_every_stage_of_the_library_that_asks_is_answered_so_that_it_is_taken() -> None:
    found = set()
    for stage in asking():
        assert stage.input is not None
        found.add(type(stage.input))
        for answer in answers(stage.input, stage.send):
            assert answer_problem(stage.input, answer, stage.send) is None, (stage.id, type(stage.input))
    assert found == set(INPUTS), "the library asks in all ten ways"


@pytest.mark.parametrize("send", [("ring",), ("mark",), ("ring", "mark")])
def test_only_what_may_travel_is_sent_of_a_map(send: tuple[Travels, ...]) -> None:
    asked = RingsInput(max=20, rings=("a", "b", "c"), marks=("x", "y"))
    assert [answer_problem(asked, answer, send) for answer in answers(asked, send)] == [None] * TIMES


def test_people_differ_and_some_pass() -> None:
    for stage in asking():
        assert stage.input is not None
        given = answers(stage.input, stage.send)
        assert any(isinstance(answer, PassAnswer) for answer in given)
        assert len({type(answer) for answer in given}) == 2


def test_some_say_something_beside_their_card_and_some_nothing() -> None:
    wall = next(stage for stage in asking() if stage.kind == "wall" and stage.input is not None)
    assert wall.input is not None
    asides = [answer.aside for answer in answers(wall.input) if isinstance(answer, CardAnswer)]
    assert NO_ASIDE in asides
    assert (
        {bool(one.veils) for one in asides}
        == {bool(one.note) for one in asides}
        == {one.nameable for one in asides}
        == {True, False}
    )


def test_of_a_private_page_nothing_leaves_but_that_it_is_done() -> None:
    chance = random.Random(7)
    pages = [some_page(chance) for _ in range(TIMES)]
    assert {type(page) for page in pages} == {DoneAnswer, PassAnswer}


def test_a_card_of_labelled_lines_is_its_author_s_own() -> None:
    card = own_lines({"one": "words", "two": ""})
    answer = card.answer()
    assert isinstance(answer, FieldsAnswer)
    assert (answer.card, answer.fields) == (card.id, {"one": "words", "two": ""})
    assert "words" not in repr(card)


def test_every_stage_of_the_library_that_asks_comes_through_to_a_picture_or_a_wall_and_to_the_summary() -> None:
    chance = random.Random(7)
    for template in asking():
        assert template.input is not None
        at = MULTI if template.kind == "tally" else WALL
        stages = list(a_session().stages)
        stages[at] = structs.replace(stages[at], template=template)
        story = Story(structs.replace(a_session(), stages=tuple(stages))).people(20).open(at)
        view = input_view(template.input, template.send)
        story.close([held(number, some_answer(view, chance)) for number in range(1, 21)])
        console = views.console(story.session, story.texts, views.Signs())
        assert (console.picture is not None) == (template.kind == "tally"), template.id
        assert not isinstance(console.picture, NoPicture), template.id
        story.do(EndSession())
        told = summarize(story.session, story.at, [ThemesOf(stage=at, themes=("small steps",))])
        published = [stage.stage for activity in told.activities for stage in activity.stages]
        form = template.summary.form if template.summary is not None else "none"
        assert published == ([] if form == "none" else [at]), template.id


def test_now_and_then_a_card_names_somebody_or_leaves_a_number_and_mostly_not() -> None:
    reader = load_signal_reader()
    names = reader.names([ALIASES[0]])
    asked = input_view(TextInput(max=140))
    chance = random.Random(7)
    texts = [answer.text for answer in (some_answer(asked, chance) for _ in range(400)) if isinstance(answer, TextAnswer)]
    found = [signal.kind for text in texts for signal in reader.signals(reader.read(text), names)]
    assert set(found) == {"name", "phone"}
    assert len(texts) / 20 < len(found) < len(texts) / 4
