"""Taps of people whose phones move, who leave, or who look back: counted once, and never as a change when nothing changed."""

import msgspec

from realtime import wire
from realtime.sealed import tell_sealed
from realtime.taps import Gauged
from tests.realtime.tapping import LISTENED, Group, group, resonate
from workshop.domain import commands as c
from workshop.domain.deciding import Actor
from workshop.domain.events import LinesQuestioned
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.words import LineId

__all__ = ["group"]


async def test_a_phone_that_moves_to_another_node_is_counted_once(group: Group) -> None:
    for number in (0, 1, 4, 5):
        await group.tap(number, "support:start-0")
    await group.move(0, 1)
    await group.next_beat()
    assert await group.shown() == []
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [False, True]
    await group.tap(6, "support:start-0")
    await group.next_beat()
    assert await group.shown() == [{"support:start-0": 5}]


async def told_of_all(group: Group) -> None:
    """Everybody supports the first line, and the totals say so."""
    for number in range(7):
        await group.tap(number, "support:start-0")
    await group.next_beat()
    assert await group.shown() == [{"support:start-0": 7}]


async def one_change_is_not_told(group: Group) -> None:
    """What one person taps now is not shown, at no beat, and what three have tapped is."""
    await group.tap(0, "support:start-0", "support:start-1")
    await group.next_beat()
    await group.next_beat()
    assert len(await group.shown()) == 1
    for number in (1, 2):
        await group.tap(number, "support:start-0", "support:start-1")
    await group.next_beat()
    assert (await group.shown())[1:] == [{"support:start-0": 7, "support:start-1": 3}]


async def test_a_phone_that_moves_with_what_was_told_before_is_no_change(group: Group) -> None:
    await told_of_all(group)
    for number in range(1, 4):
        await group.move(number, 1)
    for number in range(4, 7):
        await group.move(number, 0)
    await one_change_is_not_told(group)


async def test_a_phone_that_comes_back_to_the_node_it_left_is_no_change(group: Group) -> None:
    await told_of_all(group)
    for number in range(3):
        await group.move(number, 1)
        await group.move(number, 0)
    await one_change_is_not_told(group)


async def test_a_group_that_looks_back_and_forth_changes_nothing(group: Group) -> None:
    await told_of_all(group)
    await group.wall()
    for run, stage in ((2, 0), (1, 1), (2, 0)):
        assert await group.do(c.LookBack(run=run, stage=stage)) is None
    group.run = 1
    for number in range(7):
        await group.again(number)
    await group.later(LISTENED)
    await one_change_is_not_told(group)


async def test_a_question_outlives_a_look_at_another_stage(group: Group) -> None:
    """Until the phones have said again what they had tapped, nobody may take it for settled."""
    await group.tap(5, "question:start-1")
    await group.wall()
    assert await group.do(c.LookBack(run=2, stage=0)) is None
    group.run = 1
    await group.later(1000)
    assert await group.do(c.AdoptLines(run=1, lines=(LineId("start-1"),)), place=1) == "line_questioned"
    await group.again(5)
    await group.later(LISTENED)
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-1"),)]


async def test_a_card_that_is_hidden_is_nobodys_change(group: Group) -> None:
    cards = await group.wall()
    for number in range(7):
        await group.tap(number, resonate(cards[0]), resonate(cards[1]))
    await group.next_beat()
    assert (await group.shown())[-1] == {resonate(cards[0]): 7, resonate(cards[1]): 7}
    assert await group.do(c.HideCard(run=2, card=cards[0])) is None
    await group.tap(0, resonate(cards[0]), resonate(cards[1]), resonate(cards[2]))
    await group.next_beat()
    assert len(await group.shown()) == 1


async def test_a_note_from_before_the_last_totals_counts_no_changes(group: Group) -> None:
    """What the other node says next, after it heard of the totals, is lost."""
    for number in range(7):
        await group.tap(number, "support:start-0")
    assert group.gauged(1) == []
    stale = Gauged(run=1, totals={"support:start-0": 3}, questioned=(), people=3, changes=3, since=None)
    await group.next_beat()
    assert len(await group.shown()) == 1
    await group.tap(0)
    now = group.there.clock.time
    group.there.clock.time = next_showing(now)
    tell_sealed(group.there.rooms[1].tools, group.there.session_id, "gauged", 1, 0, msgspec.msgpack.encode(stale))
    group.there.carry(1, lose=False)
    group.there.rooms[0].beat()
    await group.told()
    assert len(await group.shown()) == 1


async def test_a_phone_whose_move_was_not_heard_of_is_counted_once_after_the_next_beat(group: Group) -> None:
    await group.tap(0, "support:start-0")
    phone = group.phones[0]
    phone.drop()
    await phone.connect(group.there.rooms[1])
    while group.there.buses[1].told:
        group.there.carry(1, lose=True)
    phone.tap(wire.Tap(run=1, counter=1, marks=("support:start-0",)))
    await group.told()
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [True, True]
    await group.later(500)
    assert [room.gauges.held(group.seats[0]) for room in group.there.rooms] == [False, True]


async def test_who_leaves_takes_their_taps_along_and_who_rests_does_not(group: Group) -> None:
    for number in range(4):
        await group.tap(number, "support:start-0")
    await group.do(c.Rest(), Actor(role="participant", seat=group.seats[0]))
    await group.do(c.Leave(), Actor(role="participant", seat=group.seats[1]))
    assert [group.there.rooms[0].gauges.held(group.seats[number]) for number in (0, 1)] == [True, False]
    await group.tap(1, "support:start-0")
    assert isinstance(group.answers(1)[-1], wire.NotTapped)


async def test_an_older_set_of_taps_does_not_replace_a_newer_one(group: Group) -> None:
    group.phones[0].tap(wire.Tap(run=1, counter=2, marks=("question:start-0",)))
    group.phones[0].tap(wire.Tap(run=1, counter=1, marks=()))
    assert [type(answer) for answer in group.answers(0)] == [wire.Tapped] * 2
    await group.told()
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-0"),)]


async def test_of_two_phones_of_one_person_the_newer_one_is_heard(group: Group) -> None:
    group.counters[0] = 8
    await group.tap(0, "question:start-0")
    group.there.clock.time += 1
    group.phones[1].drop()
    await group.phones[1].connect(group.there.rooms[0])
    assert await group.do(c.MergeSeats(seat=group.seats[0], into=group.seats[1])) is None
    assert [one.lines for one in await group.facts(LinesQuestioned)] == [(LineId("start-0"),)]
    await group.tap(1)
    assert [one.lines for one in await group.facts(LinesQuestioned)][1:] == [()]


async def test_the_next_stage_knows_no_taps_of_the_one_before(group: Group) -> None:
    await group.tap(0, "question:start-0")
    assert await group.do(c.OpenStage(run=1, stage=1)) is None
    assert not any(room.gauges.held(group.seats[0]) for room in group.there.rooms)
    assert all(room.gauges.questioned() == () for room in group.there.rooms)
