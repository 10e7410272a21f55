"""Steps of rooms go on by themselves: once each, whichever node fires; what nobody fired in time is moved, and said."""

import pytest

from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from tests import checks, waiting
from tests.checks import all_show_the_truth, named_events
from tests.nodes import Cluster
from tests.plans import rooms_plan
from workshop.domain.events import DeadlinesShifted, RoomStepped

PACE = 10
"""The session's clock runs that fast: rooms can begin a second after they were announced."""


async def running_rooms(cluster: Cluster, base: str, bases: list[str], seconds: int) -> tuple[Opened, Desk, list[Phone]]:
    """Four people in pairs, in the first step of their rooms, each of so many wall seconds."""
    opened = await cluster.open(rooms_plan(seconds * PACE), pace=PACE)
    desk = await cluster.desk(base, opened)
    phones = await cluster.phones(bases, opened)
    run = await checks.open_next(desk, 0, *phones)
    await checks.begun(desk, run)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.state == "running")  # type: ignore[misc]
    return opened, desk, phones


def steps_in(phones: list[Phone]) -> int:
    assert phones[0].room is not None
    return len(phones[0].room.steps)


async def finished_with_each_step_once(cluster: Cluster, opened: Opened, desk: Desk, phones: list[Phone], steps: int) -> None:
    await desk.until(lambda: desk.desk is not None and desk.desk.next.does == "end_session")
    stepped = await named_events(cluster.database, opened.id, "room_stepped")
    rooms: dict[str, list[int]] = {}
    for event in stepped:
        assert isinstance(event, RoomStepped)
        for room, step in event.steps.items():
            rooms.setdefault(room, []).append(step)
    # A late node takes several steps at once; none is ever taken twice, and the last one always is.
    assert len(rooms) == 2
    for taken in rooms.values():
        assert taken == sorted(set(taken))
        assert taken[-1] == steps
    assert len(await named_events(cluster.database, opened.id, "rooms_finished")) == 1
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)


async def test_two_nodes_advance_each_step_once(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, first.base, [first.base] * 2 + [second.base] * 2, 1)
    await finished_with_each_step_once(cluster, opened, desk, phones, steps_in(phones))


async def test_another_node_goes_on_when_the_one_that_fired_dies(cluster: Cluster) -> None:
    firing, other = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, firing.base, [other.base] * 4, 1)
    steps = steps_in(phones)
    await firing.kill()
    await cluster.move(other, desk)
    await finished_with_each_step_once(cluster, opened, desk, phones, steps)


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
async def test_what_nobody_fired_is_moved_once_and_said(cluster: Cluster) -> None:
    cluster.settings["missed_deadline"] = 300
    only = await cluster.start()
    opened, desk, phones = await running_rooms(cluster, only.base, [only.base] * 4, 2)
    steps = steps_in(phones)
    first_end = phones[0].room.clock.ends_at if phones[0].room else None
    assert first_end is not None
    await only.kill()
    await waiting.until(lambda: desk.now() > first_end + 300 * PACE)
    fresh = await cluster.start_many(2)
    for page in (desk, *phones[:2]):
        page.base = fresh[0].base
    for page in phones[2:]:
        page.base = fresh[1].base
    await desk.until(lambda: desk.desk is not None and desk.desk.shifted > 300 * PACE)
    shifted = await named_events(cluster.database, opened.id, "deadlines_shifted")
    assert len(shifted) == 1
    assert isinstance(shifted[0], DeadlinesShifted)
    await finished_with_each_step_once(cluster, opened, desk, phones, steps)
