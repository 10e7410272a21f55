"""G-M5: without a console the rooms finish their step, then everybody sees the calm screen; another console goes on at once."""

import pytest

from realtime.opening import Opened
from tests import checks, waiting
from tests.checks import named_events
from tests.nodes import Cluster
from tests.plans import choice_plan
from tests.realtime.test_faults_deadlines import running_rooms
from workshop.domain import commands as c
from workshop.domain.events import RoomStepped

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
MISSING = 1_500
"""Milliseconds: more than three of the shortened beats."""


@pytest.fixture(autouse=True)
def soon_missing(cluster: Cluster) -> None:
    cluster.settings["console_missing"] = MISSING


async def test_g_m5_rooms_finish_their_step_and_another_console_goes_on(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, desk, phones = await running_rooms(cluster, first.base, [first.base] * 2 + [second.base] * 2, 5)
    screen = await cluster.screen(second.base, opened)
    await cluster.gone(desk)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.shared is not None and phone.shared.unattended)  # type: ignore[misc]
        assert phone.shared is not None
        assert not phone.shared.calm, "the step that runs is finished first"
    for page in (*phones, screen):
        await page.until(lambda page=page: page.shared is not None and page.shared.calm)  # type: ignore[misc]
    for phone in phones:
        assert phone.room is not None
        assert (phone.room.step, phone.room.clock.ends_at) == (0, None), "the clock stands"
    assert len(await named_events(cluster.database, opened.id, "console_missed")) == 1
    assert len(await named_events(cluster.database, opened.id, "room_calmed")) == 1
    again = await cluster.desk(second.base, opened)
    await named(cluster, opened, "console_met")
    assert again.shared is not None
    assert again.shared.calm, "whoever leads says when it goes on"
    assert again.shared.unattended, "and sees why it is calm"
    assert await again.do(c.ResumeRoom()) is None
    await again.until(lambda: again.shared is not None and not again.shared.unattended)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.step == 1)  # type: ignore[misc]
    stepped = await named_events(cluster.database, opened.id, "room_stepped")
    assert all(isinstance(event, RoomStepped) and min(event.steps.values()) >= 1 for event in stepped)


async def named(cluster: Cluster, opened: Opened, tag: str) -> None:
    """Until such a fact has happened."""

    async def there() -> bool:
        return len(await named_events(cluster.database, opened.id, tag)) == 1

    await waiting.until_so(there)


@ON_SQLITE
async def test_g_m5_rooms_that_end_because_everybody_leaves_become_calm_too(cluster: Cluster) -> None:
    node = await cluster.start()
    opened, desk, phones = await running_rooms(cluster, node.base, [node.base] * 2, 60)
    screen = await cluster.screen(node.base, opened)
    await cluster.gone(desk)
    await screen.until(lambda: screen.shared is not None and screen.shared.unattended)
    for phone in phones:
        assert await phone.do(c.Leave()) is None
    await screen.until(lambda: screen.shared is not None and screen.shared.calm)
    assert len(await named_events(cluster.database, opened.id, "console_missed")) == 1
    assert len(await named_events(cluster.database, opened.id, "room_calmed")) == 1


async def test_g_m5_without_rooms_calm_comes_at_once_and_once(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open(choice_plan())
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base, second.base], opened)
    await checks.open_next(desk, 0, *phones)
    await cluster.gone(desk)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.shared is not None and phone.shared.calm)  # type: ignore[misc]
        assert phone.shared is not None
        assert phone.shared.unattended
    assert len(await named_events(cluster.database, opened.id, "console_missed")) == 1
