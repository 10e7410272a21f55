"""G-M4: what the screens claim comes from the constants that the code runs on, and words that promise too much are on none of them."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from realtime.desk_shapes import CreateSession
from realtime.opening import CODE_LENGTH
from realtime.proof import CODE_LETTERS
from tests.words_not_said import not_said
from workshop.domain import published, words

ROOT = Path(__file__).parents[1]
STRINGS = tuple(
    sorted(
        path
        for folder in ("participant_ui", "facilitator_ui", "realtime/client")
        for path in (ROOT / folder).rglob("*.ftl")
        if not {"node_modules", "dist"} & set(path.parts)
    )
)
SOURCES = tuple(
    sorted(
        path
        for folder in ("participant_ui/src", "facilitator_ui/src", "realtime/client")
        for path in (ROOT / folder).rglob("*.ts*")
        if not {"node_modules", "dist", "tests"} & set(path.parts) and ".test." not in path.name
    )
)
SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SPELLED_IN_GERMAN = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
MORE = ("twenty", "thirty", "sixty", "hundred", "zwanzig", "dreißig", "sechzig", "hundert")
NUMBER = re.compile(rf"\d+|\b(?:{'|'.join((*SPELLED[2:], *SPELLED_IN_GERMAN[2:], *MORE))})\b", re.IGNORECASE)
"""`one` is mostly no number ("the last one"). A figure 1 is looked at."""
MESSAGE = re.compile(r"^(-?[a-z][a-z0-9-]*) = ?(.*)$")
VARIANT = re.compile(r"^\s*\*?\[([^\]]*)\]")

FLOORS: tuple[int, int] = get_args(get_type_hints(CreateSession)["floor"])
"""What an organizer can choose; the usual one is the last."""
FROM_CONSTANTS: dict[str, tuple[int, ...]] = {
    "closing-themes-how": (published.MOST_THEMES,),
    "problem-too-many-themes": (published.MOST_THEMES,),
    "problem-theme-too-long": (published.THEME_LENGTH,),
    "summary-small": (published.PUBLISH_FLOOR,),
    "summary-left-below-floor": (published.PUBLISH_FLOOR,),
    "summary-left-small-session": (published.PUBLISH_FLOOR,),
    "new-floor-summary": (published.PUBLISH_FLOOR,),
    "new-floor-five": (FLOORS[1],),
    "new-floor-four": (FLOORS[0],),
    "new-floor-four-how": (FLOORS[0] + 1, FLOORS[0] + 2),
    "enter-unlike-a-code": (CODE_LENGTH, 0, 1),
    "next-announce-rooms-detail": (words.ANNOUNCE_SECONDS,),
    "rooms-seconds-left": (words.LAST_SECONDS,),
    **dict.fromkeys(
        (
            *("programme-erase-what", "before-how", "before-ask", "join-truth-programme", "place-by-words", "place-words"),
            *("place-wiped", "place-unknown", "kept-programme", "kept-phone-programme", "remains-words", "save-holds-words"),
            *("stored-kind-places",),
        ),
        (words.PLACE_WORDS,),
    ),
}
"""Sentences with a number written in them, which this test holds against the code's. All others get theirs handed in."""
NO_CLAIM: dict[str, str] = {
    "room-with": "what is said where there are more than one other: three or more in the room",
    "eyes-close": "the two views that stand open side by side: the phone and the screen",
    "merge-no": "the two names that were chosen",
    "rooms-by-hand": "the two people that are exchanged",
    "room-more": "the number of people that was handed in, as a word",
    "minute-more": "what the button gives",
    "minute-less": "what the button takes",
    "all-minute-more": "what the button gives",
    "all-minute-less": "what the button takes",
    "solo-write": "an exercise on paper",
}
"""Numbers that say nothing about what Holdspace does, each with what it is."""


def sentences(path: Path) -> list[tuple[str, str, str]]:
    """(message, plural form or "", words without what is handed in) of every line."""
    found: list[tuple[str, str, str]] = []
    message = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        begins = MESSAGE.match(line)
        if begins is not None:
            message, line = begins.groups()  # noqa: PLW2901 — what is left of it
        variant = VARIANT.match(line)
        text = re.sub(r"\{[^{}]*\}", "", line[variant.end() :] if variant else line)
        found.append((message, variant.group(1) if variant else "", text))
    return found


def numbers(text: str) -> list[int]:
    return [int(found) if found.isdigit() else spelled(found) for found in NUMBER.findall(text)]


def spelled(word: str) -> int:
    return next((row.index(word.lower()) for row in (SPELLED, SPELLED_IN_GERMAN) if word.lower() in row), -1)


def unexplained(path: Path) -> list[str]:
    """Numbers that are written out and held against nothing. The 1 of a singular is what was handed in."""
    found: list[str] = []
    for message, form, text in sentences(path):
        written = [number for number in numbers(text) if not (form == "one" and number == 1)]
        if written and message not in NO_CLAIM and tuple(written) != FROM_CONSTANTS.get(message):
            found.append(f"{message}: {written}")
    return found


def all_messages() -> set[str]:
    return {message for path in STRINGS for message, _, _ in sentences(path)}


def test_the_strings_of_all_three_pages_are_read() -> None:
    assert {path.parts[len(ROOT.parts)] for path in STRINGS} == {"participant_ui", "facilitator_ui", "realtime"}
    assert len(all_messages()) > 500


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_g_m4_every_number_in_a_sentence_is_handed_in_or_is_the_codes_own(path: Path) -> None:
    assert unexplained(path) == []


def test_g_m4_what_is_held_against_the_code_is_still_said() -> None:
    assert set(FROM_CONSTANTS) | set(NO_CLAIM) <= all_messages()
    assert FLOORS[1] == words.ORGANIZATION_FLOOR
    assert not set("O0I1L") & set(CODE_LETTERS), "what `enter-unlike-a-code` says of letters"


@pytest.mark.parametrize("path", STRINGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_g_m4_no_screen_promises_too_much_gives_orders_or_labels_people(path: Path) -> None:
    wrong = {message: problems for message, _, text in sentences(path) if (problems := not_said(text))}
    assert wrong == {}


def test_g_m4_no_page_hands_a_number_of_its_own_into_a_sentence() -> None:
    handed = re.compile(r"\bt\(\s*[\"'][a-z0-9-]+[\"'],\s*\{[^}]*:\s*\d")
    found = [f"{path.relative_to(ROOT)}" for path in SOURCES if handed.search(path.read_text(encoding="utf-8"))]
    assert len(SOURCES) > 50
    assert found == []


def test_g_m4_the_hours_that_cards_are_kept_are_generated() -> None:
    generated = (ROOT / "realtime/client/wire.ts").read_text(encoding="utf-8")
    assert f"export const CARDS_LIVE_MS = {published.CARDS_LIVE_MS};" in generated
    kept = (ROOT / "participant_ui/src/kept.ts").read_text(encoding="utf-8")
    assert "export const CARDS_HOURS = CARDS_LIVE_MS / HOUR;" in kept
    for message in ("kept-cards", "cards-truth", "remains-cards"):
        used = [path for path in SOURCES if f't("{message}"' in path.read_text(encoding="utf-8")]
        assert used, message
        assert all("hours: CARDS_HOURS" in path.read_text(encoding="utf-8") for path in used), message


def test_g_m4_when_sessions_end_by_themselves_is_generated() -> None:
    generated = (ROOT / "realtime/client/desk.ts").read_text(encoding="utf-8")
    assert f"export const ABANDONED_HOURS = {published.ABANDONED_HOURS};" in generated
    assert f"export const NEVER_OPENED_DAYS = {published.NEVER_OPENED_DAYS};" in generated
    said = (ROOT / "facilitator_ui/src/desk/Sessions.tsx").read_text(encoding="utf-8")
    assert 't("sessions-by-themselves", { hours: ABANDONED_HOURS, days: NEVER_OPENED_DAYS })' in said


def test_g_m4_a_sentence_that_says_too_much_would_be_found(tmp_path: Path) -> None:
    spoiled = tmp_path / "en.ftl"
    spoiled.write_text(
        "claim = Opened only if at least 7 people answer.\n"
        "people = { $people ->\n    [one] 1 person\n   *[other] { $people } people and six more\n}\n"
        "fine = Practice: not anonymous. Opened from { $floor } on.\n"
        "wrong = This is 100 % anonymous, you must try it!\n",
        encoding="utf-8",
    )
    assert unexplained(spoiled) == ["claim: [7]", "people: [6]", "wrong: [100]"]
    assert not_said("Practice: not anonymous. Opened from on.") == []
    assert not_said("Probe: nicht anonym.") == []
    assert len(not_said("Das ist völlig anonym und sicher; du musst nur deine Diagnose nennen!")) == 7
    assert len(not_said("This is 100 % anonymous, you must try it!")) == 5
