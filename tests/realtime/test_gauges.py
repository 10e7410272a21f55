"""Taps: totals of enough people, seldom, on a beat, and never whose. Two nodes without sockets, and two real ones."""

import msgspec
import pytest

from realtime import wire
from realtime.bus import Sealed
from realtime.room import SYSTEM
from realtime.simulated import Page
from tests import checks
from tests.nodes import Cluster
from tests.realtime.circle_plans import of_kinds
from tests.realtime.tapping import Group, group, resonate
from workshop.domain import commands as c
from workshop.domain.events import GaugeShown
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.parts import AgreeView
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import GAUGE_EVERY, MOST_MARKS, CardId, LineId
from workshop.records.reading import read_events

__all__ = ["group"]

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


async def test_totals_are_shown_when_enough_people_on_all_nodes_used_the_gauge(group: Group) -> None:
    for number in (0, 1, 4, 5):
        await group.tap(number, "support:start-0")
    await group.next_beat()
    assert await group.shown() == []
    await group.tap(6, "support:start-1")
    await group.next_beat()
    assert await group.shown() == [{"support:start-0": 4, "support:start-1": 1}]


@pytest.mark.parametrize("waited", [0, 1, 7_000])
async def test_when_totals_are_shown_says_nothing_about_whose_tap_completed_them(group: Group, waited: int) -> None:
    group.there.clock.time += waited
    for number in range(5):
        await group.tap(number, "support:start-0")
    last_tap = group.there.clock.time
    assert await group.shown() == []
    await group.next_beat()
    recorded = await read_events(group.there.database, group.there.session_id)
    assert [one.at for one in recorded if isinstance(one.event, GaugeShown)] == [next_showing(last_tap)]
    await group.next_beat()
    await group.next_beat()
    group.there.clock.time += waited
    for number in range(3):
        await group.tap(number)
    assert len(await group.shown()) == 1


async def test_totals_are_shown_again_when_enough_changed_and_not_before_their_time(group: Group) -> None:
    for number in range(5):
        await group.tap(number, "support:start-0")
    await group.next_beat()
    for number in (0, 1, 4):
        await group.tap(number)
    assert len(await group.shown()) == 1
    await group.later(GAUGE_EVERY - 1000)
    assert len(await group.shown()) == 1
    await group.tap(5, "support:start-0")
    await group.tap(6, "support:start-0")
    await group.next_beat()
    # Five changed, and only four use it now.
    assert len(await group.shown()) == 1
    await group.tap(0, "support:start-2")
    await group.next_beat()
    assert (await group.shown())[1:] == [{"support:start-0": 4, "support:start-2": 1}]


async def test_two_changes_show_nothing(group: Group) -> None:
    for number in range(7):
        await group.tap(number, "support:start-0")
        if number == 4:
            await group.next_beat()
    assert await group.shown() == [{"support:start-0": 5}]
    await group.next_beat()
    assert len(await group.shown()) == 1
    await group.tap(0, "support:start-0", "support:start-1")
    await group.next_beat()
    assert (await group.shown())[1:] == [{"support:start-0": 7, "support:start-1": 1}]


async def test_nothing_between_the_nodes_names_a_seat_or_says_what_one_person_of_several_tapped(group: Group) -> None:
    for number in range(3):
        group.phones[number].tap(wire.Tap(run=1, counter=1, marks=("support:start-0", "question:start-1")))
    told = group.gauged(0)[-1]
    assert (told.totals, told.questioned) == ({"support:start-0": 3}, (LineId("start-1"),))
    assert b"seat-" not in msgspec.json.encode(told)


async def test_what_goes_over_redis_can_be_read_by_nodes_only(group: Group) -> None:
    """Where one person of a group is on a node, its totals are that person's taps."""
    for place in (0, 1):
        group.there.buses[place].told.clear()
    group.phones[4].tap(wire.Tap(run=1, counter=1, marks=("support:start-0", "question:start-1")))
    assert group.gauged(1)[-1].people == 1
    for note in group.there.buses[1].told:
        assert not any(
            word in msgspec.msgpack.encode(note) for word in (b"start-", b"support", b"question", b"totals", b"people")
        )
        assert "start-" not in repr(note)


async def test_how_long_a_note_is_does_not_say_whether_anybody_tapped(group: Group) -> None:
    lengths = set()
    for marks in ((), ("support:start-0",), ("support:start-0", "support:start-1", "question:start-2")):
        group.counters[4] += 1
        group.phones[4].tap(wire.Tap(run=1, counter=group.counters[4], marks=marks))
        group.there.rooms[1].beat()
        lengths |= {len(msgspec.msgpack.encode(note)) for note in group.there.buses[1].told if isinstance(note, Sealed)}
    assert len(lengths) == 1


async def test_what_is_not_shown_cannot_be_tapped_and_nobody_taps_without_end(group: Group) -> None:
    codes: list[RefusalCode] = []
    for marks in (
        ("support:unknown",),
        ("resonate:start-0",),
        ("applause:start-0",),
        tuple(["support:start-0"] * (MOST_MARKS + 1)),
    ):
        group.phones[0].tap(wire.Tap(run=1, counter=1, marks=marks))
    group.phones[0].tap(wire.Tap(run=2, counter=1, marks=()))
    for answer in group.answers(0):
        assert isinstance(answer, wire.NotTapped)
        codes.append(answer.code)
    assert codes == ["unknown_line"] * 3 + ["too_many_marks", "stale_stage"]
    assert not group.there.rooms[0].gauges.held(group.seats[0])


async def test_resonance_with_the_old_words_never_comes_back_to_the_new_ones(group: Group) -> None:
    cards = await group.wall()
    for number in range(7):
        await group.tap(number, resonate(cards[0]))
    await group.next_beat()
    assert (await group.shown())[-1] == {resonate(cards[0]): 7}
    await group.rewritten(cards[0])
    for number in range(7):
        await group.tap(number, resonate(cards[0]), resonate(cards[1]))  # as a phone that slept meanwhile says it
    await group.next_beat()
    assert (await group.shown())[-1] == {resonate(cards[1]): 7}
    for number in range(5):
        await group.tap(number, resonate(cards[1]))
        await group.tap(number, resonate(cards[0]), resonate(cards[1]))
    await group.next_beat()
    assert (await group.shown())[-1] == {resonate(cards[0]): 5, resonate(cards[1]): 7}


@pytest.mark.parametrize("again", [False, True])
async def test_a_phone_that_still_has_a_tap_on_a_card_that_is_gone_can_go_on_tapping(group: Group, again: bool) -> None:
    cards = await group.wall()
    await group.tap(0, resonate(cards[0]))
    assert await group.do(c.WithdrawCard(card=cards[0]), SYSTEM) is None
    if again:
        group.phones[0].drop()
        await group.phones[0].connect(group.there.rooms[1])
    await group.tap(0, resonate(cards[0]), resonate(cards[1]))
    assert isinstance(group.answers(0)[-1], wire.Tapped)
    await group.tap(0, resonate(CardId("0" * 32)))
    assert group.answers(0)[-1] == wire.NotTapped(run=2, counter=group.counters[0], code="unknown_card")


@ON_SQLITE
async def test_a_due_gauge_is_shown_by_itself_on_two_real_nodes(cluster: Cluster) -> None:
    """20 s of the session's clock pass; nobody taps again when they are over."""
    running = await cluster.start_many(2)
    opened = await cluster.open(of_kinds("agree", "wall"), pace=8)
    desk = await cluster.desk(running[0].base, opened)
    phones = await cluster.phones([node.base for node in running] * 3, opened)
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones:
        await phone.tap(run, ["support:start-0"])
    for page in (desk, *phones):
        # On both nodes: a tap that comes before its node knows of the totals counts as told with them.
        await page.until(lambda page=page: support(page) in (5, 6))  # type: ignore[misc]
    for phone in phones[:4]:
        await phone.tap(run, ["support:start-0", "support:start-1"])
    # The fourth comes with the next totals where these were due between two taps.
    await desk.until(lambda: support(desk, 1) in (3, 4))
    shown = await checks.named_events(cluster.database, opened.id, "gauge_shown")
    assert len(shown) >= 2
    await cluster.move(running[1], phones[0])
    await phones[0].until(lambda: phones[0].taps_taken == 2)
    await phones[1].tap(run, ["support:start-0", "question:start-1"])
    for phone in phones:
        await phone.until(lambda phone=phone: questioned(phone) == ["start-1"])  # type: ignore[misc]


def _lines(page: Page) -> AgreeView:
    assert page.shared is not None
    assert page.shared.stage is not None
    assert isinstance(page.shared.stage.body, AgreeView)
    return page.shared.stage.body


def support(page: Page, line: int = 0) -> int | None:
    return _lines(page).lines[line].support


def questioned(page: Page) -> list[str]:
    return [line.id for line in _lines(page).lines if line.question]
