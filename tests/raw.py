"""A node in this process and whoever knocks at it: raw websockets and raw requests, exactly as a test spells them."""

import asyncio
import http.client
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from realtime.app import Node
from realtime.opening import Opened, open_session
from realtime.simulated import post
from realtime.wire import PROTOCOL
from tests import nodes, plans
from workshop.domain.plan import Plan
from workshop.records.sessions import create_organization, set_help_page


class Door:
    """A node that serves, and one session on it."""

    def __init__(self, node: Node, opened: Opened) -> None:
        self.node, self.opened = node, opened
        self.base = f"http://127.0.0.1:{node.port}"

    async def seated(self, alias: str = "Mika") -> str:
        """The key of somebody who joined."""
        key = token_hex(16)
        status, answer = await post(self.base, "/api/join", {"code": self.opened.code, "alias": alias, "key": key})
        assert status == 200, answer
        return key

    async def ticket(self, secret: str | None = None) -> str:
        status, answer = await post(self.base, "/api/ticket", {"secret": secret or self.opened.console_secret})
        assert status == 200, answer
        return str(answer["ticket"])

    @asynccontextmanager
    async def socket(self, origin: str | None = "own", **options: Any) -> AsyncIterator[ClientConnection]:
        given = self.base if origin == "own" else origin
        url = self.base.replace("http", "ws", 1) + "/ws"
        async with connect(url, origin=given, proxy=None, max_size=None, compression=None, **options) as opened:  # type: ignore[arg-type]
            yield opened

    @asynccontextmanager
    async def live(self, key: str) -> AsyncIterator[ClientConnection]:
        """A phone's socket after its first view."""
        async with self.socket() as opened:
            await opened.send(hello_of_seat(self.opened.code, key))
            await frame(opened, "at")
            yield opened

    async def knock(self, hello: str) -> tuple[int, list[str]]:
        """What a socket gets for this first frame until it is closed: (close code, frames)."""
        async with self.socket() as opened:
            await opened.send(hello)
            return await closed(opened)

    async def ask(
        self, path: str, body: bytes | dict[str, Any], origin: str | None = "own", method: str = "POST"
    ) -> tuple[int, bytes]:
        """One request, spelled as given."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        given = self.base if origin == "own" else origin
        if given is not None:
            headers["Origin"] = given

        def send() -> tuple[int, bytes]:
            connection = http.client.HTTPConnection("127.0.0.1", urlsplit(self.base).port, timeout=10)
            try:
                connection.request(method, path, content, headers)
                answer = connection.getresponse()
                return answer.status, answer.read()
            finally:
                connection.close()

        return await asyncio.to_thread(send)


def hello_of_seat(code: str, key: str, **fields: Any) -> str:
    return json.dumps({"t": "hello", "protocol": PROTOCOL, "proof": {"t": "seat", "code": code, "key": key}, **fields})


def hello_of_ticket(ticket: str, **fields: Any) -> str:
    return json.dumps({"t": "hello", "protocol": PROTOCOL, "proof": {"t": "ticket", "ticket": ticket}, **fields})


async def frame(opened: ClientConnection, kind: str) -> dict[str, Any]:
    """The next frame of this kind; others before it are passed over."""
    async with asyncio.timeout(10):
        while True:
            message = json.loads(await opened.recv())
            if message["t"] == kind:
                return dict(message)


async def closed(opened: ClientConnection) -> tuple[int, list[str]]:
    """Everything that still comes, until the socket is closed."""
    frames: list[str] = []
    async with asyncio.timeout(15):
        try:
            while True:
                frames.append(str(await opened.recv()))
        except ConnectionClosed:
            assert opened.close_code is not None
            return opened.close_code, frames


@asynccontextmanager
async def door(
    folder: Path, database_url: str, plan: Plan | None = None, *, practice: bool = True, capacity: int = 200, **settings: object
) -> AsyncIterator[Door]:
    """A node with a private engine, and a session that is open on it."""
    given = {"data": folder, "database_url": database_url, "secret": nodes.SECRET, **nodes.SHORT, **settings}
    async with nodes.node_here(given) as running:
        database, now = running.tools.database, running.tools.wall.now()
        await create_organization(database, nodes.ORGANIZATION, "Harbour")
        await set_help_page(database, nodes.ORGANIZATION, nodes.HELP, now)
        opened = await open_session(
            database, plan or plans.choice_plan(), now, organization=nodes.ORGANIZATION, practice=practice, capacity=capacity
        )
        yield Door(running, opened)
