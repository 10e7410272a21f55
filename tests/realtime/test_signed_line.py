"""A signed line is checked whole, whatever stands around it, and nobody makes one without the deployment's secret."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realtime.secrets import Secrets, is_signed
from realtime.signed_line import checked, signed_line

OURS, THEIRS = Secrets(b"r" * 32), Secrets(b"t" * 32)
ENDED, ERASED = 1_796_150_000_000, 1_796_157_667_999


def a_line(secrets: Secrets = OURS, title: str = "First circle", *, summary: bool = False) -> str:
    return signed_line(secrets, code="ABCD2345", title=title, day_ms=ENDED, erased_ms=ERASED, summary=summary)


def test_g_a11_a_line_says_what_was_erased_and_is_known_by_the_deployment_that_signed_it() -> None:
    found = checked(OURS, a_line())
    assert found.verdict == "signed"
    assert found.says is not None
    assert (found.says.title, found.says.code, found.says.day, found.says.summary) == (
        "First circle",
        "ABCD2345",
        "2026-12-01",
        False,
    )
    assert found.says.erased_ms == ERASED // 1000 * 1000
    kept = checked(OURS, a_line(summary=True))
    assert kept.says is not None
    assert kept.says.summary


def test_the_same_facts_give_the_same_line() -> None:
    assert a_line() == a_line()


def test_g_a11_a_line_of_another_deployment_is_told_from_ours() -> None:
    found = checked(OURS, a_line(THEIRS))
    assert (found.verdict, found.says is not None) == ("other_key", True)


def test_g_a11_a_line_in_which_one_letter_was_changed_is_not_signed() -> None:
    line = a_line()
    for place, letter in enumerate(line):
        other = line[:place] + ("x" if letter != "x" else "y") + line[place + 1 :]
        assert checked(OURS, other).verdict == "not_signed", place


def test_a_line_is_found_in_the_file_that_a_phone_saves() -> None:
    text = f"Session “First circle”\r\n\r\n{a_line()}\r\n\r\nWhat this shows\r\n"
    assert checked(OURS, text).verdict == "signed"


@pytest.mark.parametrize(
    "text", ["", "holdspace-erased/1;", "\x00", "x" * 4000, a_line()[:-1], a_line() + "A", a_line().replace("Z;", "z;")]
)
def test_what_is_no_line_is_not_signed(text: str) -> None:
    assert checked(OURS, text).verdict == "not_signed"


def test_a_moment_that_is_none_is_not_signed_even_with_a_signature() -> None:
    said = a_line().partition("; signature=")[0].replace("erased=2026-12", "erased=2026-99")
    assert checked(OURS, f"{said}; signature={OURS.sign(said)}").verdict == "not_signed"


@given(st.text(max_size=80))
def test_no_title_breaks_a_line_or_becomes_another_part_of_it(title: str) -> None:
    found = checked(OURS, a_line(title=title))
    assert found.verdict == "signed"
    assert found.says is not None
    assert (found.says.code, found.says.title) == ("ABCD2345", " ".join(title.split()))


@given(st.text(max_size=60), st.text(max_size=100), st.text(max_size=100))
def test_no_key_or_signature_that_is_none_stops_anything(key: str, said: str, signature: str) -> None:
    assert not is_signed(key, said, signature)
