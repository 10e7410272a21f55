"""Every claim that a page, an export or the README makes is in `docs/claims.toml`, with the guarantee or the test that it rests on."""

import fnmatch
import importlib
import re
import tomllib
from collections import Counter
from typing import Any

import pytest

from realtime import summary_told
from tests.test_claims import ROOT, STRINGS, sentences
from tests.test_guarantees import rows

LIST: dict[str, Any] = tomllib.loads((ROOT / "docs/claims.toml").read_text(encoding="utf-8"))
CLAIMS: list[dict[str, Any]] = LIST["claim"]
IDS = [claim["id"] for claim in CLAIMS]
CLAIMING = ("truth-", "kept-", "join-truth", "stored", "check-", "without-", "not-protected", "remains", "erase-", "no-trace")
"""Sentences whose id begins so claim something, whatever their words are; those with `-truth` in it too."""
WORDS = re.compile(
    r"\b(nobody|no one|never|anonym\w*|only|erased?|secret|sealed)\b|in memory|not (?:kept|stored|shown)", re.IGNORECASE
)
"""Words that mostly stand in claims."""
FAMILIES = {"stored-kind-*", "stored-of-*"}
"""Names of things: they make no claim alone, and `stored-now` has them all."""
WHAT_TO_DO = (
    "Each of these sentences claims something, or uses a word that mostly stands in a claim. Add its id to the claim of "
    "docs/claims.toml that it makes (or a new one, with the guarantee or the test that it rests on), or to [plain] with what it is: "
)


def english() -> dict[str, str]:
    """Every English sentence that a page can show, by its id. The other languages say the same under the same ids."""
    found: dict[str, str] = {}
    for path in STRINGS:
        if path.name.endswith("en.ftl"):
            for message, _, words in sentences(path):
                found[message] = f"{found.get(message, '')} {words}".strip()
    return found


def claiming(said: dict[str, str]) -> set[str]:
    return {one for one, words in said.items() if one.startswith(CLAIMING) or "-truth" in one or WORDS.search(words)}


def listed() -> list[str]:
    """Ids of sentences as the list has them."""
    plain = [one for ids in LIST["plain"].values() for one in ids]
    return [one for claim in CLAIMS for one in claim.get("strings", ())] + plain


def unlisted(said: dict[str, str]) -> list[str]:
    patterns = listed()
    return sorted(one for one in claiming(said) if not any(fnmatch.fnmatchcase(one, pattern) for pattern in patterns))


def test_g_m4_every_sentence_that_claims_something_is_in_the_list_of_claims() -> None:
    assert unlisted(english()) == [], WHAT_TO_DO


def test_g_m4_a_new_sentence_that_claims_something_would_be_found() -> None:
    new = {"truth-new": "Plain words.", "else": "Nobody will ever know.", "card-truth-new": "Words.", "fine": "You are welcome."}
    assert unlisted(new) == ["card-truth-new", "else", "truth-new"]


def test_g_m4_every_sentence_in_the_list_is_still_said_and_stands_there_once() -> None:
    said = english()
    assert [one for one in listed() if not fnmatch.filter(said, one)] == []
    assert [one for one, times in Counter(listed()).items() if times > 1] == []
    assert {one for one in listed() if "*" in one} == FAMILIES


@pytest.mark.parametrize("claim", CLAIMS, ids=IDS)
def test_g_m4_a_claim_rests_on_guarantees_and_tests_that_exist(claim: dict[str, Any]) -> None:
    known = {"id", "says", "guarantees", "tests", "constants", "strings", "exports", "readme"}
    assert set(claim) <= known
    promised = {f"G-{number}" for number, _, _ in rows()}
    assert set(claim.get("guarantees", ())) <= promised
    assert [path for path in claim.get("tests", ()) if not (ROOT / path).is_file()] == []
    assert claim.get("guarantees") or claim.get("tests"), "a claim that nothing shows is made nowhere"
    assert claim["says"].endswith(".")


def test_every_claim_has_a_name_of_its_own() -> None:
    assert len(IDS) == len(set(IDS))


@pytest.mark.parametrize("claim", CLAIMS, ids=IDS)
def test_g_m4_numbers_of_a_claim_come_from_constants(claim: dict[str, Any]) -> None:
    handed = set()
    for path in STRINGS:
        text = path.read_text(encoding="utf-8")
        for one in claim.get("strings", ()):
            message = re.search(rf"^{re.escape(one)} =.*(?:\n[ \t}}\[*].*)*", text, re.MULTILINE)
            handed |= set(re.findall(r"\$(hours|days|floor)\b", message.group())) if message else set()
    constants = claim.get("constants", ())
    assert bool(constants) or not handed, f"name in `constants` where {sorted(handed)} come from"
    for name in constants:
        module, _, constant = name.rpartition(".")
        assert isinstance(getattr(importlib.import_module(module), constant), int), name


def test_g_m4_the_claims_of_an_exported_summary_are_in_the_list() -> None:
    told = {
        name
        for name, value in vars(summary_told).items()
        if name.isupper() and WORDS.search(" ".join(map(str, value.values())) if isinstance(value, dict) else str(value))
    }
    known = [one for claim in CLAIMS for one in claim.get("exports", ())]
    assert told - {"BANDS"} <= set(known), WHAT_TO_DO
    assert all(hasattr(summary_told, one) for one in known)


def readme() -> list[str]:
    """Its sentences and rows, without blocks of code."""
    text = re.sub(r"```.*?```", "", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    return [" ".join(one.split()).removeprefix("- ") for one in re.split(r"(?<=[.:])\s+|\n\||\n\n", text)]


def test_g_m4_the_claims_of_the_readme_are_in_the_list() -> None:
    quotes = [one for claim in CLAIMS for one in claim.get("readme", ())] + [
        one for plain in LIST["plain-readme"].values() for one in plain
    ]
    said = [one for one in readme() if WORDS.search(one)]
    assert [one for one in said if not any(one.startswith(quote) for quote in quotes)] == [], WHAT_TO_DO
    assert [quote for quote in quotes if not any(one.startswith(quote) for one in readme())] == []
