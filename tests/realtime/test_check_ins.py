"""Check-ins on two nodes without sockets, and on real ones: words for facilitators, on a beat, of enough people, and nobody's."""

import msgspec
import pytest

from realtime import wire
from realtime.bus import Sealed
from realtime.simulated import Page
from tests import checks
from tests.nodes import Cluster
from tests.realtime.circle_plans import of_kinds
from tests.realtime.tapping import LISTENED, Group, group
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.deciding import Actor
from workshop.domain.events import CheckInShown
from workshop.domain.kinds.gauge import next_showing
from workshop.domain.words import GAUGE_EVERY, Feeling
from workshop.records.reading import read_events

__all__ = ["group"]


class Asked:
    """A check-in of the seven, beside whatever they play."""

    def __init__(self, group: Group) -> None:
        self.group = group
        self.counters = [0] * 7
        self.number = 0
        self.ever: set[int] = set()
        self.last: dict[int, tuple[str, ...]] = {}

    async def open(self) -> None:
        assert await self.group.do(c.OpenCheckIn(after=self.number)) is None
        self.number += 1
        self.last = {}
        await self.group.later(LISTENED)

    async def close(self) -> None:
        assert await self.group.do(c.CloseCheckIn(check_in=self.number)) is None

    async def feel(self, number: int, *marks: str) -> wire.ToPage:
        """What this person has chosen from now on."""
        self.counters[number] += 1
        self.last[number] = marks
        answer = self.say(number, marks, first=number not in self.ever)
        self.ever.add(number)
        await self.group.told()
        return answer

    async def again(self, number: int) -> None:
        self.say(number, self.last[number], first=False)
        await self.group.told()

    def say(self, number: int, marks: tuple[str, ...], *, first: bool = False, run: int | None = None) -> wire.ToPage:
        tap = wire.Tap(
            run=self.number if run is None else run, counter=self.counters[number], marks=marks, about="check_in", first=first
        )
        self.group.phones[number].tap(tap)
        return self.group.answers(number)[-1]

    async def shown(self, feeling: Feeling = "safety") -> list[tuple[str, str]]:
        facts = await self.group.facts(CheckInShown)
        return [(one.low, one.high) for one in facts if one.feeling == feeling]


@pytest.fixture
def asked(group: Group) -> Asked:
    return Asked(group)


def not_taken(answer: wire.ToPage) -> str:
    assert isinstance(answer, wire.NotTapped)
    assert answer.about == "check_in"
    return answer.code


# --- when words are shown


async def test_words_are_shown_once_enough_people_on_all_nodes_have_answered(asked: Asked) -> None:
    await asked.open()
    for number in (0, 1, 4, 5):
        await asked.feel(number, "mood:4", "safety:1")
    await asked.group.next_beat()
    assert await asked.shown() == []
    await asked.feel(6, "safety:5")
    await asked.group.next_beat()
    assert await asked.shown() == [("most", "few")]
    assert await asked.shown("mood") == [], "four have answered that"
    for room in asked.group.there.rooms:
        felt = {one.feeling: one for one in views.console(room.session, {}, views.Signs()).check_in.feelings}
        assert (felt["safety"].low, felt["mood"].low) == ("most", None)


@pytest.mark.parametrize("waited", [0, 1, 7_000])
async def test_when_words_are_shown_says_nothing_about_whose_tap_completed_them(asked: Asked, waited: int) -> None:
    await asked.open()
    asked.group.there.clock.time += waited
    for number in range(5):
        await asked.feel(number, "safety:3")
    last = asked.group.there.clock.time
    assert await asked.shown() == []
    await asked.group.next_beat()
    recorded = await read_events(asked.group.there.database, asked.group.there.session_id)
    assert [one.at for one in recorded if isinstance(one.event, CheckInShown)] == [next_showing(last)]


async def test_each_of_the_three_waits_for_three_changes_of_its_own(asked: Asked) -> None:
    await asked.open()
    for number in range(7):
        await asked.feel(number, "mood:1", "safety:1")
    await asked.group.next_beat()
    for number in range(7):
        await asked.feel(number, "mood:5", "safety:5" if number < 2 else "safety:1")
    await asked.group.next_beat()
    assert await asked.shown("mood") == [("most", "few"), ("few", "most")]
    assert await asked.shown("safety") == [("most", "few")], "two changed that"
    await asked.feel(2, "mood:5", "safety:5")
    await asked.group.later(GAUGE_EVERY)
    assert len(await asked.shown("safety")) == 2


async def test_nothing_between_the_nodes_can_be_read_and_notes_of_one_or_none_are_of_one_length(asked: Asked) -> None:
    await asked.open()
    lengths = set()
    for marks in ((), ("safety:1",), ("mood:1", "energy:5", "safety:3")):
        asked.group.there.buses[1].told.clear()
        asked.counters[4] += 1
        asked.say(4, marks)
        asked.group.there.rooms[1].beat()
        notes = [
            note for note in asked.group.there.buses[1].told if isinstance(note, Sealed) and note.purpose.startswith("felt:")
        ]
        assert {note.purpose for note in notes} == {"felt:mood", "felt:energy", "felt:safety"}
        lengths |= {len(note.content) for note in notes}
        assert not any(
            word in msgspec.msgpack.encode(note)
            for note in notes
            for word in (b"totals", b"people", b"mood:", b"safety:", b"seat-")
        )
    assert len(lengths) == 1


# --- another one in the same evening


async def a_second(asked: Asked) -> None:
    """All seven were low, and are asked again."""
    await asked.open()
    for number in range(7):
        await asked.feel(number, "safety:1")
    await asked.group.next_beat()
    assert await asked.shown() == [("most", "few")]
    await asked.close()
    await asked.open()


async def test_the_same_again_from_all_but_one_who_is_gone_shows_nothing_new(asked: Asked) -> None:
    await a_second(asked)
    assert await asked.group.do(c.Leave(), Actor(role="participant", seat=asked.group.seats[6])) is None
    for number in range(6):
        await asked.feel(number, "safety:1")
    for _ in range(2):
        await asked.group.next_beat()
    assert len(await asked.shown()) == 1
    for number in (0, 1):
        await asked.feel(number, "safety:5")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 1
    await asked.feel(2, "safety:4")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 2


async def test_what_people_answer_otherwise_than_in_the_check_in_before_is_shown_with_a_trend(asked: Asked) -> None:
    await a_second(asked)
    for number in range(2):
        await asked.feel(number, "safety:5")
    for number in range(2, 6):
        await asked.feel(number, "safety:1")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 1, "two are not enough"
    await asked.feel(6, "safety:5")
    await asked.group.next_beat()
    assert (await asked.shown())[1:] == [("mixed", "mixed")]
    check_in = views.console(asked.group.there.rooms[1].session, {}, views.Signs()).check_in
    assert [(one.feeling, one.trend, one.earlier) for one in check_in.feelings] == [
        ("mood", None, False),
        ("energy", None, False),
        ("safety", "higher", False),
    ]


async def test_a_node_that_does_not_know_what_was_told_before_takes_it_for_told(asked: Asked) -> None:
    await a_second(asked)
    for number in range(4):
        asked.group.phones[number].drop()
        await asked.group.phones[number].connect(asked.group.there.rooms[1])
        await asked.feel(number, "safety:5")
    for number in range(4, 7):
        await asked.feel(number, "safety:1")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 1
    for number in range(3):
        await asked.feel(number, "safety:4")
    await asked.group.next_beat()
    assert (await asked.shown())[1:] == [("mixed", "mixed")]


async def test_who_comes_later_and_answers_for_the_first_time_is_a_change(asked: Asked) -> None:
    await asked.open()
    for number in range(5):
        await asked.feel(number, "safety:1")
    await asked.group.next_beat()
    await asked.close()
    await asked.open()
    for number in range(3):
        await asked.feel(number, "safety:1")
    for number in (5, 6):
        await asked.feel(number, "safety:5")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 1, "two are new"
    await asked.feel(0, "safety:5")
    await asked.group.next_beat()
    assert len(await asked.shown()) == 2


# --- beside what is played


async def test_taps_of_a_check_in_and_of_the_stage_do_not_touch_each_other(asked: Asked) -> None:
    group = asked.group
    await asked.open()
    for number in range(7):
        await group.tap(number, "support:start-0")
        await asked.feel(number, "safety:5")
    await group.next_beat()
    assert await group.shown() == [{"support:start-0": 7}]
    assert await asked.shown() == [("few", "most")]
    await asked.close()
    assert await group.do(c.OpenStage(run=1, stage=1)) is None
    await asked.open()
    assert isinstance(await asked.feel(0, "mood:3"), wire.Tapped)


async def test_what_the_other_phones_receive_is_the_same_whatever_somebody_does(asked: Asked) -> None:
    """Guarantee A4: a value, another one, "not now", or nothing at all."""
    await asked.open()
    group = asked.group
    said: tuple[tuple[str, ...] | None, ...] = (("mood:1", "energy:1", "safety:1"), ("safety:5",), (), None)
    for marks in said:
        for phone in group.phones:
            phone.deliver()
        if marks is not None:
            await asked.feel(0, *marks)
        await group.next_beat()
        for number in range(1, 7):
            frames = [msgspec.json.decode(frame)["t"] for frame in group.phones[number].wire.on_the_way]  # type: ignore[union-attr]
            assert set(frames) <= {"beat"}, marks


# --- what is not taken


async def test_what_is_no_answer_is_not_taken_and_leaves_no_part_of_it(asked: Asked) -> None:
    await asked.open()
    group = asked.group
    for marks in (
        ("mood:0",),
        ("mood:6",),
        ("mood:",),
        ("mood:01",),
        ("joy:3",),
        ("support:start-0",),
        ("mood:1", "mood:2"),
        ("mood:1", "mood:1"),
        ("mood:3", "safety:9"),
    ):
        asked.counters[0] += 1
        assert not_taken(asked.say(0, marks)) == "invalid_answer", marks
    assert not group.there.rooms[0].gauges.held(group.seats[0])


async def test_after_closing_and_before_opening_nothing_is_taken_and_closing_forgets(asked: Asked) -> None:
    assert not_taken(asked.say(0, ("mood:3",), run=0)) == "stale_check_in"
    assert not_taken(asked.say(0, ("mood:3",), run=1)) == "stale_check_in"
    await asked.open()
    assert isinstance(await asked.feel(0, "mood:3"), wire.Tapped)
    assert asked.group.there.rooms[0].gauges.held(asked.group.seats[0])
    await asked.close()
    assert not_taken(await asked.feel(0, "mood:3")) == "stale_check_in"
    assert not any(room.gauges.held(asked.group.seats[0]) for room in asked.group.there.rooms)


async def test_who_rests_may_answer_and_who_left_may_not(asked: Asked) -> None:
    await asked.open()
    group = asked.group
    await group.do(c.Rest(), Actor(role="participant", seat=group.seats[0]))
    assert isinstance(await asked.feel(0, "safety:2"), wire.Tapped)
    await group.do(c.Leave(), Actor(role="participant", seat=group.seats[0]))
    assert not group.there.rooms[0].gauges.held(group.seats[0])
    assert not_taken(await asked.feel(0, "safety:2")) == "not_here"


async def test_a_phone_that_moves_while_it_is_open_is_counted_once(asked: Asked) -> None:
    await asked.open()
    for number in (0, 1, 4, 5):
        await asked.feel(number, "safety:2")
    asked.group.phones[0].drop()
    await asked.group.phones[0].connect(asked.group.there.rooms[1])
    await asked.again(0)
    await asked.group.next_beat()
    assert await asked.shown() == []
    assert [room.gauges.held(asked.group.seats[0]) for room in asked.group.there.rooms] == [False, True]
    await asked.feel(6, "safety:2")
    await asked.group.next_beat()
    assert await asked.shown() == [("most", "few")]


async def test_asking_for_a_person_in_a_check_in_changes_no_totals_and_a_low_value_asks_for_nobody(asked: Asked) -> None:
    await asked.open()
    group = asked.group
    await asked.feel(0, "mood:1", "energy:1", "safety:1")
    assert group.there.rooms[0].session.care == {}
    assert await group.do(c.AskForPerson(), Actor(role="participant", seat=group.seats[1])) is None
    assert len(group.there.rooms[0].session.care) == 1
    assert not group.there.rooms[0].gauges.held(group.seats[1])


# --- real nodes


async def test_on_two_real_nodes_it_opens_for_all_is_answered_and_outlives_a_lost_node(cluster: Cluster) -> None:
    """Beside an open question whose answers are held; SQLite and PostgreSQL."""
    running = await cluster.start_many(2)
    opened = await cluster.open(of_kinds("wall", "agree"), pace=8)
    desk, other = [await cluster.desk(node.base, opened) for node in running]
    phones = await cluster.phones([node.base for node in running] * 4, opened)
    run = await checks.open_next(desk, 0, *phones)
    await phones[0].write(run, "A card that is held")
    await phones[0].until(lambda: run in phones[0].nonces)
    both = [desk.do(c.OpenCheckIn(after=0)), other.do(c.OpenCheckIn(after=0))]
    assert [await one for one in both] == [None, None]
    for page in (desk, other, *phones):
        await page.until(lambda page=page: page.shared is not None and page.shared.check_in == 1)  # type: ignore[misc]
    for number, phone in enumerate(phones):
        await phone.feel(1, ["safety:1", f"mood:{1 + number % 5}"])
        await phone.until(lambda phone=phone: phone.felt is not None and phone.felt_taken == phone.felt.counter)  # type: ignore[misc]
    for page in (desk, other):
        await page.until(lambda page=page: low_end(page, "safety") == "most")  # type: ignore[misc]
    for phone in phones[1::2]:
        phone.felt_taken = 0
    await running[1].kill()
    await cluster.move(running[0], *phones[1::2])
    for phone in phones[1::2]:
        await phone.until(lambda phone=phone: phone.felt_taken == 1)  # type: ignore[misc]
        await phone.feel(1, ["safety:5", "mood:5"])
        await phone.until(lambda phone=phone: phone.felt is not None and phone.felt_taken == phone.felt.counter)  # type: ignore[misc]
    # The other four alone are too few: what is shown next has everybody's, as the phones brought them.
    await desk.until(lambda: low_end(desk, "safety") == "mixed")
    assert phones[0].not_held == [] and run in phones[0].nonces, "the held answer is still held"
    assert await desk.do(c.CloseCheckIn(check_in=1)) is None
    await phones[3].until(lambda: phones[3].shared is not None and phones[3].shared.check_in == 0)
    await phones[3].feel(1, ["safety:2"])
    await phones[3].until(lambda: phones[3].not_tapped == ["stale_check_in"])
    recorded = await checks.named_events(cluster.database, opened.id, "check_in_shown")
    assert recorded
    assert len(await checks.named_events(cluster.database, opened.id, "check_in_opened")) == 1


def low_end(page: Page, feeling: Feeling) -> str | None:
    desk = getattr(page, "desk", None)
    found = [one.low for one in desk.check_in.feelings if one.feeling == feeling] if desk is not None else []
    return found[0] if found else None
