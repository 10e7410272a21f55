"""A console anywhere keeps the group going; what a node cannot know proves nothing."""

import pytest

from realtime.bus import DEAF_AFTER
from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from tests import checks, waiting
from tests.checks import named_events
from tests.nodes import Cluster, NodeProcess
from tests.plans import choice_plan

MISSING = 1_500
"""Milliseconds: more than three of the shortened beats."""
LONGER = 2.5 * MISSING / 1000
"""Seconds in which every node would have noticed twice."""
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
"""Nodes hear of consoles from each other; one engine for each of these is enough."""


@pytest.fixture(autouse=True)
def soon_missing(cluster: Cluster) -> None:
    cluster.settings["console_missing"] = MISSING


async def led_from(cluster: Cluster, console: NodeProcess, phones: NodeProcess) -> tuple[Opened, Desk, Phone]:
    """A session in its first stage: the console on one node, somebody on the other."""
    opened = await cluster.open(choice_plan())
    desk, phone = await cluster.desk(console.base, opened), await cluster.phone(phones.base, opened)
    await checks.open_next(desk, 0, phone)
    return opened, desk, phone


async def nobody_missed_it(phone: Phone, within: float = LONGER) -> None:
    """For as long as it takes to notice."""
    with pytest.raises(TimeoutError):
        await phone.until(lambda: phone.shared is not None and phone.shared.unattended, within)


@ON_POSTGRESQL
async def test_a_console_on_another_node_is_enough(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, _, phone = await led_from(cluster, first, second)
    await nobody_missed_it(phone)
    assert await named_events(cluster.database, opened.id, "console_missed") == []


@ON_SQLITE
async def test_a_group_in_the_lobby_needs_nobody_yet(cluster: Cluster) -> None:
    node = await cluster.start()
    opened = await cluster.open(choice_plan())
    await nobody_missed_it(await cluster.phone(node.base, opened))


@ON_SQLITE
async def test_the_console_moves_to_another_node_in_time(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    _, desk, phone = await led_from(cluster, first, second)
    await cluster.move(second, desk)
    await nobody_missed_it(phone)


@ON_SQLITE
async def test_a_node_that_stood_still_has_not_missed_anybody(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened, _, phone = await led_from(cluster, first, second)
    second.freeze()
    thawed = waiting.now_ms() + 2 * MISSING
    await waiting.until(lambda: waiting.now_ms() > thawed)
    second.thaw()
    await nobody_missed_it(phone)
    assert await named_events(cluster.database, opened.id, "console_missed") == []


@ON_SQLITE
async def test_without_redis_a_node_that_is_not_alone_cannot_know(cluster: Cluster) -> None:
    cluster.settings["console_missing"] = (
        round(DEAF_AFTER * 1000) + MISSING
    )  # as in production: a node knows sooner that it is deaf
    first, second = await cluster.start_many(2)
    _, desk, phone = await led_from(cluster, first, second)
    await cluster.redis.kill()

    async def deaf() -> bool:
        return (await second.health()).get("bus") is False

    await waiting.until_so(deaf)
    await nobody_missed_it(phone, 2 * LONGER)
    await cluster.gone(desk)
    await first.kill()
    # Alone now, as soon as the dead node has lapsed: nobody else can have a console.
    await phone.until(lambda: phone.shared is not None and phone.shared.unattended)
