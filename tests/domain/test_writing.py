"""What text a person may send."""

import unicodedata

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.steady import steady
from workshop.domain.words import NOTE_LENGTH
from workshop.domain.writing import normalized, note_problem, text_problem


def test_text_is_trimmed_and_composed_and_overrides_are_taken_out() -> None:
    assert normalized("  Zo\u0308e \n") == "Zöe"
    assert normalized("a\u202eb\u2066c\u2069d") == "abcd"
    assert normalized("\u200fשלום") == "\u200fשלום"


def test_a_line_break_is_welcome_on_a_card_and_not_in_a_name() -> None:
    assert text_problem("one\ntwo", 20) is None
    assert text_problem("one\ntwo", 20, lines=False) == "text_unreadable"


@pytest.mark.parametrize("text", ["🩷", "🫨", "👨‍👩‍👧‍👦", "🏳️‍🌈", "\U0001fac6", "1", "?", "…"])
def test_emoji_are_text_also_when_they_are_younger_than_our_tables(text: str) -> None:
    assert text_problem(normalized(text), 20) is None


@pytest.mark.parametrize("text", ["\u0000", "a\u0000", "\ud800", "\ue000", "\ufdd0", "\uffff", "\U0001fffe", "a\u2028b", "a\x7f"])
def test_what_no_screen_shows_is_unreadable(text: str) -> None:
    assert text_problem(text, 20) == "text_unreadable"


@pytest.mark.parametrize("text", ["", "\u200b", "\u0301", "\u200d\ufe0f"])
def test_nothing_to_see_is_empty(text: str) -> None:
    assert text_problem(normalized(text), 20) == "text_empty"


def test_length_is_counted_in_code_points_after_trimming() -> None:
    assert text_problem("🌱" * 20, 20) is None
    assert text_problem("🌱" * 21, 20) == "text_too_long"


def test_a_note_is_measured_as_it_will_be_kept() -> None:
    assert note_problem(f"  {'a' * NOTE_LENGTH} ") is None
    assert note_problem("a" * (NOTE_LENGTH + 1)) == "text_too_long"
    assert note_problem("Would you\nsay it without a name?") is None
    assert note_problem(" \u200b ") == "text_empty"


LETTERS = " \t\n\u200b\u200d\u202a\u202e\u2066\u2069\u0301\u0308aoZö\u212b\uac00\u1100\u1161שم🌱🩷\u0000\ue000"


@steady
@drawn_by(st.text(alphabet=st.sampled_from(LETTERS), max_size=40))
def test_normalizing_twice_is_normalizing_once_and_leaves_no_override(text: str) -> None:
    once = normalized(text)
    assert normalized(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {unicodedata.bidirectional(letter) for letter in once} & {
        "LRO",
        "RLO",
        "LRE",
        "RLE",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
