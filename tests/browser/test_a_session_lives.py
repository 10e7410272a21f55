"""One console, one shared screen, seven phones and two nodes on one address play the taster; one node is killed on the way.

Every face is read as a person reads it: by headings, buttons and sentences. The session is real (F = 5), its clock runs 30 times as
fast as the wall's. The second run stands on a plain-http address of a room's network, which no browser trusts.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from realtime.opening import Opened
from tests.browser.conftest import Launch
from tests.browser.faces import Faces, Scheme
from tests.browser.gathering import (
    Workshop,
    they_answer_one_choice,
    they_come_in,
    they_mark_reasons_and_see_the_picture,
    they_read_the_frame,
)
from tests.browser.meeting import (
    cards_are_read_and_released,
    they_listen_in_turns,
    they_meet_three_people,
    they_part,
    they_say_how_it_was,
    they_write_cards_while_a_node_dies,
)
from tests.engines import Databases
from tests.nodes import Cluster, NodeProcess, cluster
from tests.proxy import Proxy, proxy
from workshop.library.loader import load_plan

PACE = 30.0
LAN = "192.168.1.20"
NODES: dict[str, object] = {
    "beat": 1000,
    "silence": 3000,
    "asleep_after": 30_000,
    "head_check": 500,
    "grace": 500,
    "lapse": 3000,
    "attach_renew": 600,
}
"""Durations that let a lost node take seconds, and let nine pages on two cores be slow."""
SEVEN = 7


@asynccontextmanager
async def played_by_two_nodes(
    folder: Path, databases: Databases
) -> AsyncIterator[tuple[Cluster, list[NodeProcess], Proxy, Opened]]:
    async with cluster(folder, databases.fresh("postgresql"), **NODES) as made:
        nodes = await made.start_many(2)
        opened = await made.open(load_plan("taster"), pace=PACE)
        async with proxy([node.port for node in nodes]) as in_front:
            yield made, nodes, in_front, opened


@pytest.mark.parametrize(("host", "scheme"), [("127.0.0.1", "light"), (LAN, "dark")], ids=["loopback", "lan"])
async def test_seven_people_live_through_a_session(
    host: str, scheme: Scheme, launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with played_by_two_nodes(tmp_path, databases) as (made, nodes, in_front, opened):
        browser = await launch(f"--host-resolver-rules=MAP {LAN} 127.0.0.1")
        faces = Faces(browser, f"http://{host}:{in_front.port}", scheme)
        workshop = Workshop(faces, opened, await faces.console(opened.console_secret), await faces.screen(opened.screen_secret))
        async with faces.pictured(tmp_path):
            await they_come_in(workshop)
            assert await workshop.phones[0].page.evaluate("isSecureContext") is (host != LAN)
            await they_read_the_frame(workshop)
            await they_answer_one_choice(workshop)
            await they_mark_reasons_and_see_the_picture(workshop)
            await they_write_cards_while_a_node_dies(workshop, nodes, in_front)
            await cards_are_read_and_released(workshop)
            await they_meet_three_people(workshop)
            await they_listen_in_turns(workshop)
            await they_say_how_it_was(workshop)
            await they_part(workshop)
            assert faces.troubles(but=plain_http_is_told if host == LAN else nothing_is_told) == []
            nobody_was_told_a_seat(databases, made.database_url, faces)


def plain_http_is_told(trouble: str) -> bool:
    """Chromium says aloud that it drops this one header on plain http; the server sends it for all who come by https."""
    return "Cross-Origin-Opener-Policy header has been ignored" in trouble


def nothing_is_told(trouble: str) -> bool:
    return False


def nobody_was_told_a_seat(databases: Databases, database_url: str, faces: Faces) -> None:
    """Seats are the server's own and the facilitators': no frame to a phone or to the screen names one."""
    name = database_url.removeprefix("postgresql://postgres@/").partition("?")[0]
    seats = databases.postgres.psql("SELECT id FROM seat", name).split()
    assert len(seats) == SEVEN
    for face in faces.all:
        assert any("Mika" in frame for frame in face.heard)
        if face.name != "the console":
            assert not [seat for seat in seats if any(seat in frame for frame in face.heard)], face.name
