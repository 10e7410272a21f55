"""One address for several nodes, as in front of a deployment: TCP, no sticky sessions, a dead node leaves the rotation."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import NamedTuple

HOST = "127.0.0.1"
AT_ONCE = 65_536
"""Bytes read at a time; the other side is waited for before more is read."""


class NoNodeError(Exception):
    """Every node has left the rotation."""


class _Line(NamedTuple):
    port: int
    to_page: asyncio.StreamWriter
    to_node: asyncio.StreamWriter

    def cut(self) -> None:
        self.to_page.transport.abort()
        self.to_node.transport.abort()


class Proxy:
    """Connections go to `nodes` (ports) in turn. One that refuses a connection has left; `add` lets it back in."""

    def __init__(self, nodes: Iterable[int]) -> None:
        self.nodes = list(nodes)
        self.port = 0
        self.mute = False
        """Pages are heard, and hear nothing any more: what comes back for them is lost."""
        self._turn = 0
        self._lines: dict[asyncio.Task[None], _Line] = {}

    @property
    def base(self) -> str:
        return f"http://{HOST}:{self.port}"

    def add(self, node: int) -> None:
        if node not in self.nodes:
            self.nodes.append(node)

    def lines_to(self, node: int) -> int:
        """How many connections to this node are open."""
        return sum(1 for line in self._lines.values() if line.port == node)

    async def _next_node(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, int]:
        while self.nodes:
            self._turn += 1
            port = self.nodes[self._turn % len(self.nodes)]
            try:
                reader, writer = await asyncio.open_connection(HOST, port)
            except ConnectionRefusedError:
                if port in self.nodes:  # else somebody else has noticed too
                    self.nodes.remove(port)
            else:
                return reader, writer, port
        raise NoNodeError

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        try:
            back_reader, back_writer, port = await self._next_node()
        except NoNodeError:
            writer.transport.abort()
            return
        line = self._lines[task] = _Line(port, writer, back_writer)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(_carry(reader, back_writer, lambda: False))
                both.create_task(_carry(back_reader, writer, lambda: self.mute))
        except* OSError:
            pass  # one side is gone: so is the line
        finally:
            del self._lines[task]
            line.cut()

    async def close(self) -> None:
        lines = dict(self._lines)
        for line in lines.values():
            line.cut()
        await asyncio.gather(*lines)


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, loses: Callable[[], bool]) -> None:
    """Until this side ends; then the other one is told so."""
    while piece := await reader.read(AT_ONCE):
        if loses():
            continue
        writer.write(piece)
        await writer.drain()
    if not writer.is_closing():
        writer.write_eof()


@asynccontextmanager
async def proxy(nodes: Iterable[int]) -> AsyncIterator[Proxy]:
    made = Proxy(nodes)
    server = await asyncio.start_server(made._serve, HOST, 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        await made.close()
        await server.wait_closed()
