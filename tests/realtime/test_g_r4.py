"""G-R4 and G-R7: Redis may lose everything and be away; a lost publication and a deaf bus are repaired from SQL."""

import pytest

from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from tests import checks
from tests.checks import all_closed, all_show_the_truth, answered, stage_run
from tests.nodes import Cluster, NodeProcess
from tests.plans import choice
from tests.waiting import until_so
from workshop.domain import commands as c

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
NEVER = 600_000
"""A head check that does not come while a test runs: the repair is off."""


async def bus_is(node: NodeProcess, hears: bool) -> None:
    async def so() -> bool:
        return (await node.health()).get("bus") is hears

    await until_so(so)


@ON_SQLITE
async def test_g_r4_on_one_node_nothing_stops_without_redis(cluster: Cluster) -> None:
    node = await cluster.start()
    opened = await cluster.open()
    desk = await cluster.desk(node.base, opened)
    phones = await cluster.phones([node.base] * 4, opened)
    await bus_is(node, True)
    await cluster.redis.kill()
    run = await checks.open_next(desk, 0, *phones)
    phones.append(await cluster.phone(node.base, opened))
    await cluster.move(node, phones[0])
    for phone in phones:
        await answered(phone, run, choice())
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == 5)
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)
    await bus_is(node, False)
    assert (await node.health())["database"] is True
    await cluster.redis.start()
    await bus_is(node, True)
    await cluster.redis.ask("FLUSHALL")
    await checks.open_next(desk, 1, *phones)
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)


async def on_two_nodes(cluster: Cluster, first: NodeProcess, second: NodeProcess) -> tuple[Opened, Desk, Desk, list[Phone]]:
    """A console on each node and two phones on the second; the bus works."""
    opened = await cluster.open()
    here, there = await cluster.desk(first.base, opened), await cluster.desk(second.base, opened)
    phones = await cluster.phones([second.base] * 2, opened)
    for node in (first, second):
        await bus_is(node, True)
    await checks.open_next(here, 0, there, *phones)
    return opened, here, there, phones


async def test_g_r4_two_nodes_agree_with_sql_within_seconds_while_redis_is_away_and_after(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2, head_check=1000)
    opened, here, there, phones = await on_two_nodes(cluster, first, second)
    await cluster.redis.kill()
    assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
    await all_show_the_truth(cluster.database, opened.id, [here, there, *phones], 5)
    assert await there.do(c.ExtendStage(run=1, minutes=1)) is None
    await all_show_the_truth(cluster.database, opened.id, [here, there, *phones], 5)
    await cluster.redis.start()
    assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
    await all_show_the_truth(cluster.database, opened.id, [here, there, *phones], 5)
    # How many have answered is known between nodes by publication only: it comes back with Redis.
    for phone in phones:
        await answered(phone, 1, choice())
    await here.until(lambda: here.desk is not None and here.desk.answered == 2)


@ON_SQLITE
@pytest.mark.parametrize("fault", ["deaf", "lost"])
async def test_g_r7_a_deaf_bus_and_a_lost_publication_are_repaired_within_two_seconds(cluster: Cluster, fault: str) -> None:
    first, second = await cluster.start_many(2, head_check=1000)
    opened, here, there, phones = await on_two_nodes(cluster, first, second)
    await break_bus(cluster, fault)
    assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
    await all_show_the_truth(cluster.database, opened.id, [there, *phones], 2)
    if fault == "deaf":
        for node in (first, second):
            await bus_is(node, False)
        cluster.redis.thaw()
        await bus_is(first, True)


@ON_SQLITE
@pytest.mark.parametrize("fault", ["deaf", "lost"])
async def test_g_r7_without_the_head_check_the_same_faults_show(cluster: Cluster, fault: str) -> None:
    first, second = await cluster.start_many(2, head_check=NEVER)
    opened, here, there, phones = await on_two_nodes(cluster, first, second)
    await break_bus(cluster, fault)
    assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
    with pytest.raises(TimeoutError):
        await all_show_the_truth(cluster.database, opened.id, [there, *phones], 2)
    if fault == "deaf":
        cluster.redis.thaw()
    else:
        for node in (first, second):
            await bus_is(node, True)
        # The next publication shows the gap.
        assert await here.do(c.ExtendStage(run=1, minutes=1)) is None
    await all_show_the_truth(cluster.database, opened.id, [there, *phones], 10)
    assert stage_run(there) == 1


async def break_bus(cluster: Cluster, fault: str) -> None:
    if fault == "deaf":
        cluster.redis.freeze()
    else:
        assert await cluster.redis.ask("CLIENT", "KILL", "TYPE", "pubsub") == 2
