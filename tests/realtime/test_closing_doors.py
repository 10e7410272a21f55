"""After the end: the summary as it would be published, its themes, the signature, and that no card ever comes with it."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from realtime.opening import Opened, new_desk_link
from realtime.simulated import Desk, Phone
from tests import checks, nodes, plans
from tests.bearer import Bearer
from tests.engines import Databases
from tests.nodes import Cluster
from workshop.domain import commands as c
from workshop.domain.events import WallClosed
from workshop.domain.published import CARDS_LIVE_MS
from workshop.records.reading import read_cards

PEOPLE = 5
WORDS = tuple(f"canary-{number}-zzq what I hope for" for number in range(PEOPLE))
THEMES = [{"stage": 0, "themes": ["being heard", "a calmer home"]}]


class Evening:
    """A session with one wall, and everybody who was there."""

    def __init__(self, cluster: Cluster, base: str, opened: Opened, desk: Desk, phones: list[Phone], organizer: Bearer) -> None:
        self.cluster, self.opened, self.console, self.phones, self.organizer = cluster, opened, desk, phones, organizer
        self.closing = Bearer(base, opened.console_secret)
        self.one = f"desk/sessions/{opened.id}"

    async def ended(self) -> None:
        assert await self.console.do(c.EndSession()) is None

    async def cards_left(self) -> int:
        closed = await checks.named_events(self.cluster.database, self.opened.id, "wall_closed")
        ids = [card for event in closed if isinstance(event, WallClosed) for card in event.cards]
        assert len(ids) == PEOPLE
        return len(await read_cards(self.cluster.database, self.opened.id, ids))


@pytest_asyncio.fixture
async def evening(databases: Databases, tmp_path: Path) -> AsyncIterator[Evening]:
    """Five people wrote a card each; the wall is closed, and nobody has ended it yet."""
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        node = await cluster.start()
        opened = await cluster.open(plans.wall_plan(1))
        desk, phones = await cluster.desk(node.base, opened), await cluster.phones([node.base] * PEOPLE, opened)
        run = await checks.open_next(desk, 0, *phones)
        for phone, words in zip(phones, WORDS, strict=True):
            await checks.answered(phone, run, plans.card(words))
        assert await desk.do(c.CloseStage(run=run)) is None
        await checks.all_closed([desk, *phones], run)
        secret = await new_desk_link(cluster.database, nodes.ORGANIZATION)
        yield Evening(cluster, node.base, opened, desk, phones, Bearer(node.base, secret))


def stages(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [stage for activity in page["summary"]["activities"] for stage in activity["stages"]]


async def test_nothing_of_a_summary_before_the_end(evening: Evening) -> None:
    assert await evening.closing.ask("closing") == (409, {"error": "wrong_state"})
    assert await evening.closing.ask("closing/themes", {"themes": THEMES}) == (409, {"error": "wrong_state"})
    assert await evening.closing.ask("closing/sign", {"version": 0}) == (409, {"error": "wrong_state"})
    assert await evening.organizer.ask(f"{evening.one}/summary") == (409, {"error": "wrong_state"})


async def test_themes_are_shown_as_they_will_be_published_and_signing_erases_the_cards(evening: Evening) -> None:
    await evening.ended()
    page = await evening.closing.get("closing")
    assert (page["version"], page["signedMs"], page["organization"], page["themes"]) == (
        0,
        None,
        "Harbour",
        [{"stage": 0, "themes": []}],
    )
    assert [left["reason"] for left in page["summary"]["leftOut"]] == ["no_themes"]
    assert page["cardsUntilMs"] == page["endedMs"] + CARDS_LIVE_MS
    drafted = await evening.closing.post("closing/themes", {"themes": THEMES})
    assert [stage["themes"] for stage in stages(drafted)] == [["being heard", "a calmer home"]]
    assert await evening.closing.get("closing") == drafted, "another console would see them too"
    assert (await evening.organizer.row(evening.opened.id))["hasSummary"] is False
    assert await evening.organizer.ask(f"{evening.one}/summary") == (409, {"error": "wrong_state"})
    assert await evening.cards_left() == PEOPLE
    signed = await evening.closing.post("closing/sign", {"version": 0})
    assert signed["summary"] == drafted["summary"], "what was shown is what was published"
    assert (signed["version"], signed["cardsUntilMs"]) == (1, None)
    assert signed["signedMs"] >= page["endedMs"]
    assert await evening.cards_left() == 0
    row = await evening.organizer.row(evening.opened.id)
    assert (row["stage"], row["hasSummary"], row["cardsUntilMs"]) == ("signed", True, None)
    assert await evening.organizer.get(f"{evening.one}/summary") == signed


async def test_a_link_that_was_made_after_the_end_signs_and_the_one_before_it_does_not(evening: Evening) -> None:
    await evening.ended()
    await evening.closing.post("closing/themes", {"themes": THEMES})
    links = await evening.organizer.post(f"{evening.one}/open")
    for path, body in (("closing", None), ("closing/themes", {"themes": []}), ("closing/sign", {"version": 0})):
        assert await evening.closing.ask(path, body) == (401, {"error": "link_ended"})
    assert await evening.cards_left() == PEOPLE
    anew = Bearer(evening.closing.base, links["console"].partition("#")[2])
    signed = await anew.post("closing/sign", {"version": 0})
    assert [stage["themes"] for stage in stages(signed)] == [["being heard", "a calmer home"]]
    assert await evening.cards_left() == 0
    assert (await evening.organizer.row(evening.opened.id))["stage"] == "signed"


async def test_who_signs_an_older_version_is_told_to_look_again(evening: Evening) -> None:
    await evening.ended()
    await evening.closing.post("closing/themes", {"themes": THEMES})
    await evening.closing.post("closing/sign", {"version": 0})
    assert await evening.closing.ask("closing/sign", {"version": 0}) == (409, {"error": "wrong_state"})
    await evening.closing.post("closing/themes", {"themes": [{"stage": 0, "themes": ["being heard"]}]})
    again = await evening.closing.post("closing/sign", {"version": 1})
    assert (again["version"], [stage["themes"] for stage in stages(again)]) == (2, [["being heard"]])
    assert await evening.organizer.get(f"{evening.one}/summary") == again


async def test_what_the_page_shows_can_be_signed_as_it_stands_also_without_a_theme(evening: Evening) -> None:
    await evening.ended()
    page = await evening.closing.get("closing")
    assert page["themes"] == [{"stage": 0, "themes": []}]
    signed = await evening.closing.post("closing/sign", {"version": 0, "themes": page["themes"]})
    assert (signed["version"], stages(signed)) == (1, [])


async def test_nobody_signs_themes_that_somebody_else_wrote_meanwhile(evening: Evening) -> None:
    await evening.ended()
    mine = await evening.closing.post("closing/themes", {"themes": THEMES})
    theirs = await evening.closing.post("closing/themes", {"themes": [{"stage": 0, "themes": ["being heard"]}]})
    sign = {"version": 0, "themes": mine["themes"]}
    assert await evening.closing.ask("closing/sign", sign) == (409, {"error": "wrong_state"})
    assert await evening.cards_left() == PEOPLE
    signed = await evening.closing.post("closing/sign", {**sign, "themes": theirs["themes"]})
    assert [stage["themes"] for stage in stages(signed)] == [["being heard"]]


@pytest.mark.parametrize(
    ("themes", "reason"),
    [
        ([{"stage": 0, "themes": [" \u00a0 "]}], "theme_empty"),
        ([{"stage": 0, "themes": ["x" * 61]}], "theme_too_long"),
        ([{"stage": 0, "themes": ["one"] * 6}], "too_many_themes"),
        ([{"stage": 1, "themes": ["of no stage"]}], "not_understood"),
        ([{"stage": -1, "themes": ["of no stage"]}], "not_understood"),
        ([{"stage": 0, "themes": ["one"]}] * 2, "not_understood"),
    ],
)
async def test_themes_that_cannot_be_published_are_refused_and_change_nothing(
    evening: Evening, themes: list[dict[str, Any]], reason: str
) -> None:
    await evening.ended()
    kept = await evening.closing.post("closing/themes", {"themes": THEMES})
    assert await evening.closing.ask("closing/themes", {"themes": themes}) == (422, {"error": reason})
    assert await evening.closing.get("closing") == kept


async def test_only_a_console_closes_and_only_from_our_pages(evening: Evening) -> None:
    await evening.ended()
    for secret in ("", evening.opened.screen_secret, evening.organizer.secret, "0" * 22):
        stranger = Bearer(evening.closing.base, secret)
        assert await stranger.ask("closing") == (401, {"error": "link_ended"})
        assert await stranger.ask("closing/themes", {"themes": THEMES}) == (401, {"error": "link_ended"})
        assert await stranger.ask("closing/sign", {"version": 0}) == (401, {"error": "link_ended"})
    foreign = "https://elsewhere.example"
    assert await evening.closing.ask("closing", origin=foreign) == (403, {"error": "foreign_page"})
    assert await evening.closing.ask("closing/sign", {"version": 0}, origin=foreign) == (403, {"error": "foreign_page"})
    assert (await evening.organizer.row(evening.opened.id))["stage"] == "ended"


async def test_no_card_comes_through_these_doors(evening: Evening) -> None:
    await evening.ended()
    said = [
        await evening.closing.get("closing"),
        await evening.closing.post("closing/themes", {"themes": THEMES}),
        await evening.closing.post("closing/sign", {"version": 0}),
        await evening.organizer.get(f"{evening.one}/summary"),
        await evening.organizer.get("desk"),
    ]
    assert "zzq" not in json.dumps(said)
    assert not [phone.alias for phone in evening.phones if phone.alias in json.dumps(said)]


async def test_the_desk_ends_a_session_but_not_over_somebody_who_asked_for_a_person(evening: Evening) -> None:
    asking = random.Random(3).choice(evening.phones)
    assert await asking.do(c.AskForPerson()) is None
    assert await evening.organizer.ask(f"{evening.one}/end", {}) == (409, {"error": "care_open"})
    await asking.until(lambda: asking.seat is not None and asking.seat.care is not None)
    assert asking.seat is not None
    assert asking.seat.care is not None
    assert await asking.do(c.TakeBackCare(care=asking.seat.care.id)) is None
    assert await evening.organizer.post(f"{evening.one}/end") == {}
    assert (await evening.organizer.row(evening.opened.id))["stage"] == "ended"
    assert await evening.organizer.ask(f"{evening.one}/end", {}) == (409, {"error": "wrong_state"})


async def test_erasing_takes_everything_but_the_row(evening: Evening) -> None:
    assert await evening.organizer.ask(f"{evening.one}/erase", {}) == (409, {"error": "wrong_state"}), "it is live"
    await evening.ended()
    assert await evening.cards_left() == PEOPLE
    assert await evening.organizer.post(f"{evening.one}/erase") == {}
    row = await evening.organizer.row(evening.opened.id)
    assert (row["stage"], row["hasSummary"]) == ("erased", False)
    assert await checks.events_of(evening.cluster.database, evening.opened.id) == []
    assert await evening.closing.ask("closing") == (401, {"error": "link_ended"})
    for what in ("open", "end", "erase", "cancel"):
        assert await evening.organizer.ask(f"{evening.one}/{what}", {}) == (409, {"error": "wrong_state"})


async def test_the_page_stands_when_the_events_are_gone(evening: Evening) -> None:
    await evening.ended()
    await evening.closing.post("closing/themes", {"themes": THEMES})
    signed = await evening.closing.post("closing/sign", {"version": 0})
    await evening.closing.post("closing/erase")
    assert (await evening.organizer.row(evening.opened.id))["stage"] == "erased"
    assert await checks.events_of(evening.cluster.database, evening.opened.id) == []
    assert await evening.closing.get("closing") == signed
    assert await evening.closing.ask("closing/themes", {"themes": THEMES}) == (409, {"error": "wrong_state"})
    assert await evening.closing.ask("closing/sign", {"version": 1}) == (409, {"error": "wrong_state"})


async def test_a_published_summary_is_given_as_a_file_to_its_own_organization_alone(evening: Evening) -> None:
    path = f"{evening.one}/export.json"
    assert await evening.organizer.ask(path) == (409, {"error": "wrong_state"}), "not before it is published"
    await evening.ended()
    await evening.closing.post("closing/themes", {"themes": THEMES})
    await evening.closing.post("closing/sign", {"version": 0})
    told = await evening.organizer.get(path)
    assert (told["format"], told["version"], told["signed"]) == ("holdspace-summary/1", 1, True)
    assert [stage["themes"] for activity in told["activities"] for stage in activity["stages"]] == [THEMES[0]["themes"]]
    assert not any(words in json.dumps(told) for words in WORDS)
    assert await evening.organizer.ask(f"{evening.one}/export.pdf") == (404, {"error": "unknown_session"})
    assert await evening.organizer.ask("desk/sessions/nowhere/export.json") == (404, {"error": "unknown_session"})
    stranger = Bearer(evening.organizer.base, "x" * 43)
    assert (await stranger.ask(path))[0] == 401


async def test_of_two_who_sign_at_once_one_is_told_that_it_stands_already(evening: Evening) -> None:
    await evening.ended()
    await evening.closing.post("closing/themes", {"themes": THEMES})
    both = await asyncio.gather(*(evening.closing.ask("closing/sign", {"version": 0}) for _ in range(2)))
    assert sorted(status for status, _ in both) == [200, 409]
    assert await evening.closing.ask("closing/sign", {"version": 0}) == (409, {"error": "wrong_state"}), "and once more later"
    assert (await evening.closing.get("closing"))["version"] == 1
    assert await evening.cards_left() == 0
