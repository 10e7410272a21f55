"""G-R6: a late close, a late frame and a node that stood still change nothing."""

import pytest

from realtime.codes import Close
from tests import checks, nodes, waiting
from tests.checks import all_closed, all_show_the_truth, answered, named_events
from tests.nodes import Cluster
from tests.plans import choice
from workshop.domain import commands as c
from workshop.domain.events import TallyClosed

ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
"""A process that stands still with SQLite's one write lock would stop the others too."""
ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


@ON_POSTGRESQL
async def test_g_r6_a_node_that_stood_still_changes_nothing_when_it_goes_on(cluster: Cluster) -> None:
    first, frozen = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base] * 4 + [frozen.base] * 2, opened)
    mover, stayer = phones[4:]
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones[:4]:
        await answered(phone, run, choice(0))
    await answered(stayer, run, choice(0))
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == 5)
    frozen.freeze()
    await mover.answer(run, choice(0))  # lies in the frozen node's socket
    await cluster.move(first, mover)
    await answered(mover, run, choice(1))
    assert await desk.do(c.ExtendStage(run=run, minutes=1)) is None
    await desk.until(lambda: desk.desk is not None and desk.desk.coming_back == 1)
    frozen.thaw()
    await all_show_the_truth(cluster.database, opened.id, [desk, *phones], 5)
    await desk.until(lambda: desk.desk is not None and (desk.desk.answered, desk.desk.coming_back) == (6, 0))
    assert mover.closed is None
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
    closed = await named_events(cluster.database, opened.id, "tally_closed")
    assert len(closed) == 1
    assert isinstance(closed[0], TallyClosed)
    assert sorted(closed[0].receipts) == sorted(phone.nonces[run] for phone in phones)


@ON_POSTGRESQL
async def test_g_r6_the_late_close_of_a_superseded_socket_changes_nothing(cluster: Cluster) -> None:
    first, frozen = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phone = await cluster.phone(frozen.base, opened)
    frozen.freeze()
    await cluster.move(first, phone)  # its old socket is closed, and nobody reads that yet
    frozen.thaw()
    await waiting.until_so(lambda: _hears(frozen))
    run = await checks.open_next(desk, 0, phone)
    await answered(phone, run, choice())
    assert desk.desk is not None
    assert [person.asleep for person in desk.desk.people] == [False]


async def _hears(node: nodes.NodeProcess) -> bool:
    return (await node.health()).get("bus") is True


@ON_SQLITE
async def test_g_r6_a_late_word_of_an_older_socket_does_not_end_the_newer_one(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phone = await cluster.phone(first.base, opened)
    cluster.redis.freeze()
    await cluster.move(second, phone)  # the second node's word to the first lies in the frozen Redis
    await cluster.move(first, phone)
    cluster.redis.thaw()
    for node in (first, second):
        await waiting.until_so(lambda node=node: _hears(node))  # type: ignore[misc]
    run = await checks.open_next(desk, 0, phone)
    await answered(phone, run, choice())
    assert phone.closed is None


@ON_SQLITE
async def test_g_r6_a_seat_is_in_one_place_the_newest(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    phone = await cluster.phone(first.base, opened)
    for node in (first, second):
        await waiting.until_so(lambda node=node: _hears(node))  # type: ignore[misc]
    twin = type(phone)(second.base, opened.code, phone.alias, phone.chance, phone.think)
    twin.key = phone.key
    cluster.run(twin)
    await phone.until(lambda: phone.closed == Close.OVERTAKEN.code)
    await twin.until(lambda: twin.shared is not None)
    assert twin.closed is None
