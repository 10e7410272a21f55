"""G-S4: new links end what is open with the old ones, on every node and without Redis too; the phones notice nothing."""

import time

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Origin

from realtime.opening import new_desk_link
from realtime.simulated import Desk, Phone
from realtime.simulated_pages import post
from tests import nodes, raw
from tests.bearer import Bearer
from tests.nodes import Cluster
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c

UNPROVED = 4401
AT_LATEST = 2.0
"""Seconds."""


class Watched(Desk):
    """A console or screen that says how its sockets ended."""

    ended_with: tuple[int | None, ...] = ()

    def _ended(self, code: int | None) -> None:
        self.ended_with = (*self.ended_with, code)
        super()._ended(code)
        self._changed.set()


async def watched(cluster: Cluster, base: str, secret: str) -> Watched:
    page = Watched(base, secret)
    cluster.run(page)
    await page.until(lambda: page.position is not None)
    return page


@pytest.mark.parametrize("with_redis", [True, False])
async def test_g_s4_new_links_close_what_the_old_ones_opened_within_two_seconds(cluster: Cluster, with_redis: bool) -> None:
    here, there = await cluster.start_many(2, head_check=1000)  # as it is by default
    opened = await cluster.open(of_kinds("agree", "wall"))
    pages = [await watched(cluster, node.base, opened.console_secret) for node in (here, there)]
    pages += [await watched(cluster, there.base, opened.screen_secret)]
    phones = await cluster.phones([here.base, there.base], opened)
    before = [phone.welcome for phone in phones]
    status, early = await post(there.base, "/api/ticket", {"secret": opened.console_secret})
    assert status == 200
    if not with_redis:
        cluster.redis.freeze()
    organizer = Bearer(here.base, await new_desk_link(cluster.database, nodes.ORGANIZATION))
    links = await organizer.post(f"desk/sessions/{opened.id}/open")
    asked = time.monotonic()
    for page in pages:
        await page.until(lambda page=page: page.ended_with != ())  # type: ignore[misc]
    assert time.monotonic() - asked < AT_LATEST
    assert [page.ended_with for page in pages] == [(UNPROVED,)] * 3
    assert await knocked(there.base, raw.hello_of_ticket(early["ticket"])) == (UNPROVED, [])
    leads = await watched(cluster, there.base, links["console"].partition("#")[2])
    assert await leads.do(c.OpenStage(run=0, stage=0)) is None
    await all_see_a_stage(phones)
    assert [phone.welcome for phone in phones] == before, "no phone had to come back"
    assert leads.ended_with == ()


async def knocked(base: str, hello: str) -> tuple[int, list[str]]:
    """What a socket gets for this first frame until it is closed."""
    async with connect(base.replace("http", "ws", 1) + "/ws", origin=Origin(base), proxy=None) as socket:
        await socket.send(hello)
        return await raw.closed(socket)


async def all_see_a_stage(phones: list[Phone]) -> None:
    for phone in phones:
        await phone.until(lambda phone=phone: phone.shared is not None and phone.shared.stage is not None)  # type: ignore[misc]
