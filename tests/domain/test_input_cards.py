"""Cards: a few lines, or labelled lines of which each is one line of the card."""

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.asked import CARD, FLOOR, LINES, fields_answer
from tests.domain.given import SYSTEM, WALL, Story, a_session, card_id, held, text_answer, with_template
from tests.domain.steady import steady
from workshop.domain.answers import FieldsAnswer
from workshop.domain.asides import CardWords
from workshop.domain.commands import RewriteCard
from workshop.domain.decider import Rewritten, kept
from workshop.domain.events import CardRewritten
from workshop.domain.inputs import aggregate, answer_problem, card_words, input_view, other_words, other_words_problem
from workshop.domain.inputs.fields import card_text, lines_of
from workshop.domain.pictures import NoPicture
from workshop.domain.words import CardId


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"part": "one", "other": "two", "both": "three"}, "one\ntwo\nthree"),
        ({"both": "three", "part": "one"}, "one\n\nthree"),
        ({"part": "one"}, "one\n\n"),
        ({"other": "two"}, "\ntwo\n"),
        ({"part": "  one\r\nmore ", "other": " \t\n"}, "one more\n\n"),
        ({"part": "one", "other": "\u200b"}, "one\n\n"),
        ({"part": "🌱🩷"}, "🌱🩷\n\n"),
        ({"part": "שלום", "both": "\u2067سلام\u2069"}, "שלום\n\nسلام"),
        ({"part": "e\u0301"}, "é\n\n"),
        ({"part": "x" * 10, "other": "y" * 10}, f"{'x' * 10}\n{'y' * 10}\n"),
    ],
)
def test_a_card_of_labelled_lines_has_one_line_per_field_in_the_order_of_the_template(fields: dict[str, str], text: str) -> None:
    answer = fields_answer(1, **fields)
    assert answer_problem(LINES, answer) is None
    assert card_text(LINES, answer) == card_words(LINES, answer) == text
    assert "\n".join(lines_of(LINES, text)) == text


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "text_empty"),
        ({"part": "", "other": " \n", "both": "\u200b"}, "text_empty"),
        ({"elsewhere": "one"}, "invalid_answer"),
        ({"part": "one", "elsewhere": ""}, "invalid_answer"),
        ({"part": "x" * 21}, "text_too_long"),
        ({"part": "x" * 7, "other": "x" * 7, "both": "x" * 7}, "text_too_long"),
        ({"part": "x" * 10_000}, "text_too_long"),
        ({"part": "🌱" * 21}, "text_too_long"),
        ({"part": "one", "other": "a\u0007b"}, "text_unreadable"),
        ({"part": "one\u2028two"}, "text_unreadable"),
        ({"part": "\ud800"}, "text_unreadable"),
    ],
)
def test_labelled_lines_that_are_no_card(fields: dict[str, str], code: str) -> None:
    assert answer_problem(LINES, fields_answer(1, **fields)) == code


def test_a_card_of_labelled_lines_needs_its_id_and_its_note_key() -> None:
    good = fields_answer(1, part="one")
    for card, note_key in ((CardId("a" * 31), good.note_key), (good.card, "zz"), (CardId("A" * 32), good.note_key)):
        answer = FieldsAnswer(fields=good.fields, card=card, note_key=note_key)
        assert answer_problem(LINES, answer) == "invalid_answer"


def test_a_text_is_no_answer_to_labelled_lines_and_the_other_way_round() -> None:
    assert answer_problem(LINES, text_answer(1, "one")) == "invalid_answer"
    assert answer_problem(CARD, fields_answer(1, part="one")) == "invalid_answer"


def test_cards_of_labelled_lines_are_never_summed() -> None:
    assert aggregate(LINES, [fields_answer(number, part="one") for number in range(30)], FLOOR) == NoPicture()


def test_what_was_written_is_in_no_print_of_it() -> None:
    assert "secret" not in repr(fields_answer(1, part="secret"))


@pytest.mark.parametrize(
    ("words", "text"),
    [("one\ntwo\nthree", "one\ntwo\nthree"), ("\n two\n", "\ntwo\n"), ("one", "one\n\n"), ("one\r\ntwo\r\n", "one\ntwo\n")],
)
def test_other_words_for_a_card_keep_each_line_at_its_field(words: str, text: str) -> None:
    assert other_words_problem(LINES, words) is None
    assert other_words(LINES, words) == text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("a\nb\nc\nd", "text_unreadable"),
        ("\n\n", "text_empty"),
        ("", "text_empty"),
        ("x" * 21, "text_too_long"),
        ("a\u0007b", "text_unreadable"),
    ],
)
def test_other_words_are_validated_by_the_same_rule(words: str, code: str) -> None:
    assert other_words_problem(LINES, words) == code


def test_other_words_for_a_text_are_a_text() -> None:
    assert other_words(CARD, "  one\r\ntwo ") == "one\ntwo"
    assert other_words_problem(CARD, "x" * 11) == "text_too_long"


@steady
@drawn_by(st.dictionaries(st.sampled_from(["part", "other", "both"]), st.text(max_size=12)))
def test_a_card_that_is_taken_always_has_as_many_lines_as_fields_and_is_not_too_long(fields: dict[str, str]) -> None:
    answer = fields_answer(1, **fields)
    text = card_text(LINES, answer)
    assert len(text.split("\n")) == len(LINES.fields)
    if answer_problem(LINES, answer) is None:
        assert 0 < len(text.replace("\n", "")) <= LINES.max
        assert other_words_problem(LINES, text) is None
        assert other_words(LINES, text) == text


def wall_of_lines() -> Story:
    story = Story(with_template(a_session(), WALL, input=LINES)).people(5).open(WALL)
    story.close([held(number, fields_answer(number, part=f"part {number}", both="both")) for number in range(1, 6)])
    return story


def test_a_wall_takes_cards_of_labelled_lines_and_their_rows_have_one_line_per_field() -> None:
    story = wall_of_lines()
    assert set(story.wall.queue) == {card_id(number) for number in range(1, 6)}
    assert {story.texts[card_id(number)] for number in range(1, 6)} == {f"part {number}\n\nboth" for number in range(1, 6)}


def test_a_card_of_labelled_lines_is_rewritten_by_the_rule_of_its_wall() -> None:
    story = wall_of_lines()
    assert story.refused(RewriteCard(card=card_id(1), text="a\nb\nc\nd"), SYSTEM) == "text_unreadable"
    assert story.refused(RewriteCard(card=card_id(1), text="\n \n"), SYSTEM) == "text_empty"
    wish = RewriteCard(card=card_id(1), text="\nanother ")
    assert kept(story.session, wish, SYSTEM, (CardRewritten(card=card_id(1)),)).rewritten == (
        Rewritten(card_id(1), CardWords("\nanother\n")),
    )
    story.do(wish, SYSTEM)
    assert story.wall.rewrites[card_id(1)] == 1


def test_the_phone_asks_for_the_fields_and_how_a_sentence_may_begin() -> None:
    asked = input_view(LINES)
    assert (asked.type, asked.max, asked.fields) == ("fields", 20, LINES.fields)
    assert input_view(CARD).starter == "I wish"
