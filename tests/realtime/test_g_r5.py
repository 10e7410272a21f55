"""G-R5: one of three nodes is lost, suddenly or by standing still. Its phones are live on another, in the same seat and the same room.

The promise is ten seconds with the default durations: a phone that hears nothing for `silence` (7 s) looks for another node, which
leaves three seconds to come in there. Here `silence` is shortened and those three seconds are not.
"""

import asyncio
import random
import time
from collections.abc import Callable, Sequence

import pytest

from realtime import wire
from realtime.opening import Opened
from realtime.settings import Settings
from realtime.simulated import Phone
from tests import checks
from tests.checks import all_show_the_truth, answered, named_events
from tests.nodes import SHORT, Cluster, NodeProcess, _never
from tests.plans import choice, choice_plan, rooms_plan
from workshop.domain import commands as c
from workshop.domain.events import TallyClosed

PROMISED_MS = 10_000
SILENCE_MS = int(str(SHORT["silence"]))
BOUND = (PROMISED_MS - Settings().silence + SILENCE_MS) / 1000
"""Seconds."""
LONG_GRACE = 1_500
"""Milliseconds in which the stage is surely still closing when the node is lost."""
FAULTS: dict[str, Callable[[NodeProcess], None]] = {
    "dies": lambda node: node.process.kill(),
    "stands still": NodeProcess.freeze,
}
ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
pytestmark = [ON_POSTGRESQL, pytest.mark.parametrize("fault", FAULTS)]


class RoamingPhone(Phone):
    """A phone that goes to the next node when it has heard nothing for `silence`, as a page does behind one address."""

    def __init__(self, bases: Sequence[str], at: int, opened: Opened, alias: str) -> None:
        super().__init__(bases[at], opened.code, alias, random.Random(alias), _never)
        self._bases, self._at = bases, at
        self._heard = time.monotonic()
        self._welcomed_by = ""
        self.live_on = ""
        """The node that gave the view that this phone shows."""

    async def run(self) -> None:
        watching = asyncio.create_task(self._watch())
        try:
            await super().run()
        finally:
            watching.cancel()

    async def told(self, message: wire.ToPage) -> None:
        self._heard = time.monotonic()
        if isinstance(message, wire.Welcome):
            self._welcomed_by = self.base
        if isinstance(message, wire.At):
            self.live_on = self._welcomed_by
        await super().told(message)

    async def _watch(self) -> None:
        while self.closed is None:
            left = self._heard + SILENCE_MS / 1000 - time.monotonic()
            if left > 0:
                await asyncio.sleep(left)
                continue
            self._at = (self._at + 1) % len(self._bases)
            self.base, self._heard = self._bases[self._at], time.monotonic()
            await self.drop()


async def gathered(cluster: Cluster, nodes: list[NodeProcess], opened: Opened, people: int) -> list[RoamingPhone]:
    """Phones spread over the nodes."""
    bases = [node.base for node in nodes]
    phones = [RoamingPhone(bases, number % len(bases), opened, f"P{number}") for number in range(people)]
    for phone in phones:
        await phone.join()
        cluster.run(phone)
        await phone.until(lambda phone=phone: phone.live_on == phone.base)  # type: ignore[misc]
    return phones


async def live_elsewhere(phones: list[RoamingPhone], lost: NodeProcess, since: float) -> None:
    """All of these show a view that another node gave them, within the bound."""
    for phone in phones:
        left = since + BOUND - time.monotonic()
        await phone.until(lambda phone=phone: phone.live_on not in ("", lost.base), max(0.0, left))  # type: ignore[misc]
        assert phone.closed is None


async def test_g_r5_phones_of_a_lost_node_are_live_on_another_in_the_same_seat_and_room(cluster: Cluster, fault: str) -> None:
    nodes = await cluster.start_many(3)
    opened = await cluster.open(rooms_plan(600), pace=10)
    desk = await cluster.desk(nodes[0].base, opened)
    phones = await gathered(cluster, nodes, opened, 6)
    lost, theirs = nodes[2], phones[2::3]
    run = await checks.open_next(desk, 0, *phones)
    assert await theirs[0].do(c.Rest()) is None
    assert await theirs[0].do(c.ComeBack()) is None
    await checks.begun(desk, run)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.state == "running")  # type: ignore[misc]
    seats = [(phone.seat, phone.room) for phone in phones]
    since = time.monotonic()
    FAULTS[fault](lost)
    wished = asyncio.create_task(theirs[0].do(c.AskForPerson()))  # lies in the lost node's socket, or is sent again
    await live_elsewhere(theirs, lost, since)
    assert await wished is None
    assert [phone.room for phone in phones] == [room for _, room in seats]
    for phone, (seat, _) in zip(phones[:2] + phones[3:], seats[:2] + seats[3:], strict=True):
        assert phone.seat == seat
    asking = theirs[0]
    await asking.until(lambda: asking.seat is not None and asking.seat.care is not None)
    assert asking.seat is not None and asking.seat.room is not None
    for name in ("person_rested", "person_returned", "care_asked", "rooms_started"):
        assert len(await named_events(cluster.database, opened.id, name)) == 1, name
    if fault == "stands still":
        lost.thaw()
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)
    assert len(await named_events(cluster.database, opened.id, "seat_joined")) == 6, "nobody has a second seat"
    assert [phone.closed for phone in phones] == [None] * 6


async def test_g_r5_a_node_lost_while_a_stage_is_closing_loses_nobodys_answer(cluster: Cluster, fault: str) -> None:
    nodes = await cluster.start_many(3, grace=LONG_GRACE)
    opened = await cluster.open(choice_plan(1))
    desk = await cluster.desk(nodes[0].base, opened)
    phones = await gathered(cluster, nodes, opened, 7)
    lost, theirs = nodes[1], phones[1::3]
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones:
        await answered(phone, run, choice())
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == 7)
    assert await desk.do(c.CloseStage(run=run)) is None
    since = time.monotonic()
    FAULTS[fault](lost)
    await desk.until(lambda: checks.stage_phase(desk) != "open")
    assert checks.stage_phase(desk) == "closing", "or this test proves nothing"
    await live_elsewhere(theirs, lost, since)
    await checks.all_closed([desk, *phones], run)
    closed = await named_events(cluster.database, opened.id, "tally_closed")
    assert len(closed) == 1
    assert isinstance(closed[0], TallyClosed)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
        assert not phone.left_out
    assert sorted(closed[0].receipts) == sorted(phone.nonces[run] for phone in phones)
