"""The door through which an author's card is changed: limited by card, never by address, and silent about what it finds."""

import logging
from pathlib import Path

import pytest

from realtime.cards import MOST_IN_WINDOW, WINDOW, Often, card_of
from realtime.simulated_answers import own_card
from tests import plans, raw
from tests.engines import Databases
from workshop.domain.words import CardId

CARDS = [CardId(f"{number:032x}") for number in range(1_000)]


def test_the_limit_is_one_of_a_card_and_ends_with_its_window() -> None:
    often = Often()
    assert all(often.allowed("ABC", CARDS[0], now) for now in range(MOST_IN_WINDOW))
    assert not often.allowed("ABC", CARDS[0], MOST_IN_WINDOW)
    assert often.allowed("ABC", CARDS[1], MOST_IN_WINDOW)
    assert often.allowed("DEF", CARDS[0], MOST_IN_WINDOW)
    assert often.allowed("ABC", CARDS[0], WINDOW)


def test_a_clock_that_went_back_locks_nobody_out() -> None:
    often = Often()
    assert all(often.allowed("ABC", CARDS[0], WINDOW) for _ in range(MOST_IN_WINDOW))
    assert often.allowed("ABC", CARDS[0], 0)


@pytest.mark.parametrize("code", ["ABC", "made up"])
def test_who_makes_up_keys_by_the_hundred_thousand_keeps_no_author_from_their_card(code: str) -> None:
    """Also who knows the code and every card on the wall: their names say nothing about the bucket."""
    often, made_up = Often(), range(300_000)
    for number in made_up:
        often.allowed(code if code == "ABC" else f"{code} {number}", CardId(f"00{number:030x}"), 0)
    refused = sum(not often.allowed("ABC", card, 1) for card in CARDS)
    assert refused <= len(CARDS) // 100


def test_a_cards_name_comes_from_its_key_as_on_the_phones() -> None:
    card = own_card("x")
    assert card_of(card.key) == card.id


async def test_the_door_refuses_what_is_no_request_and_says_nothing_in_the_log(
    databases: Databases, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with raw.door(tmp_path, databases.fresh("sqlite"), plans.wall_plan()) as door:
        code, key = door.opened.code, own_card("x").key
        fine = {"code": code, "key": key, "text": None}
        assert await door.ask("/api/card", fine) == (200, b"{}")
        assert await door.ask("/api/card", {**fine, "pad": "x" * 3000, "text": "marked-zzq"}) == (200, b"{}")
        assert (await door.ask("/api/card", fine, origin="https://elsewhere.example"))[0] == 403
        assert (await door.ask("/api/card", fine, origin=None))[0] == 403
        assert (await door.ask("/api/card", {**fine, "seat": "s1"}))[0] == 422
        assert (await door.ask("/api/card", {**fine, "key": "zz"}))[0] == 422
        assert (await door.ask("/api/card", {**fine, "pad": "x" * 20_000}))[0] == 413
        codes = [(await door.ask("/api/card", fine))[0] for _ in range(MOST_IN_WINDOW)]
        assert codes.count(200) == MOST_IN_WINDOW - 2
        assert codes[-1] == 429
    said = [line for line in caplog.messages if "127.0.0.1" in line or "/api/card" in line or key in line or "zzq" in line]
    assert said == []
