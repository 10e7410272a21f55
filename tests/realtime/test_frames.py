"""Frames made once and written to many: the bytes are what a websocket parser expects, and both ways out deliver the same."""

import asyncio
import json
from collections.abc import AsyncIterator, Generator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

from realtime.app import bind
from realtime.frames import FrameProtocol, FrameWriter, PlainWriter, text_frame, unframed, writer_of
from realtime.outbox import Outbox
from tests import waiting

SIZES = (0, 1, 125, 126, 127, 65535, 65536, 100_000)


def parsed(content: bytes) -> Frame:
    """What websockets' own parser reads."""
    reader = StreamReader()
    reader.feed_data(content)
    reader.feed_eof()
    parsing: Generator[None, None, Frame] = Frame.parse(reader.read_exact, mask=False)
    try:
        while True:
            next(parsing)
    except StopIteration as done:
        frame: Frame = done.value
        return frame


@pytest.mark.parametrize("size", SIZES)
def test_a_frame_is_what_a_parser_of_websockets_reads(size: int) -> None:
    content = text_frame(b"x" * size)
    frame = parsed(content)
    assert (frame.opcode, frame.fin, bytes(frame.data)) == (Opcode.TEXT, True, b"x" * size)
    assert content == Frame(Opcode.TEXT, b"x" * size).serialize(mask=False)


def test_frames_that_were_joined_come_apart_again() -> None:
    texts = ["", "żółw", "x" * 126, "y" * 65536, "{}"]
    assert unframed(b"".join(text_frame(text.encode()) for text in texts)) == texts


class Server:
    """A small application whose one endpoint hands its writer to the test."""

    def __init__(self) -> None:
        self.writers: asyncio.Queue[tuple[FrameWriter | PlainWriter, WebSocket]] = asyncio.Queue()
        self.base = ""

    async def endpoint(self, websocket: WebSocket) -> None:
        await websocket.accept()
        writer: Any = writer_of(websocket)
        await self.writers.put((writer, websocket))
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass


@asynccontextmanager
async def serving(ws: Any) -> AsyncIterator[Server]:
    made, listening = Server(), bind("127.0.0.1", 0)
    made.base = f"ws://127.0.0.1:{listening.getsockname()[1]}/ws"
    config = uvicorn.Config(
        Starlette(routes=[WebSocketRoute("/ws", made.endpoint)]),
        ws=ws,
        lifespan="off",
        log_config=None,
        access_log=False,
        ws_per_message_deflate=False,
    )
    server = uvicorn.Server(config)
    task = asyncio.create_task(server._serve(sockets=[listening]))
    try:
        yield made
    finally:
        server.should_exit = True
        await task
        listening.close()


WAYS = {"our protocol": FrameProtocol, "a plain server": "websockets-sansio"}
TEXTS = ["{}", "żółw", "x" * 126, "y" * 70_000, "last"]


@pytest.mark.parametrize("way", WAYS)
async def test_both_ways_deliver_the_same_to_a_real_client(way: str) -> None:
    async with serving(WAYS[way]) as server, connect(server.base, proxy=None, compression=None) as client:
        writer, _ = await server.writers.get()
        assert isinstance(writer, FrameWriter if way == "our protocol" else PlainWriter)
        writer.write(b"".join(text_frame(text.encode()) for text in TEXTS[:3]))
        writer.write(text_frame(TEXTS[3].encode()))
        writer.write(text_frame(TEXTS[4].encode()))
        assert [await asyncio.wait_for(client.recv(), 5) for _ in TEXTS] == TEXTS


@pytest.mark.parametrize("way", WAYS)
async def test_prepared_frames_and_ordinary_sends_keep_their_order(way: str) -> None:
    async with serving(WAYS[way]) as server, connect(server.base, proxy=None, compression=None) as client:
        writer, websocket = await server.writers.get()
        outbox = Outbox(writer, lambda: None)
        for number in range(40):
            outbox.reply(text_frame(str(number).encode()))
        assert [await asyncio.wait_for(client.recv(), 5) for _ in range(40)] == [str(number) for number in range(40)]
        await websocket.send_text("an ordinary one")
        assert await asyncio.wait_for(client.recv(), 5) == "an ordinary one"


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_written_after_a_close(way: str, caplog: pytest.LogCaptureFixture) -> None:
    async with serving(WAYS[way]) as server, connect(server.base, proxy=None, compression=None) as client:
        writer, websocket = await server.writers.get()
        outbox = Outbox(writer, lambda: None)
        await websocket.close(4001, "enough")
        outbox.reply(text_frame(b"too late"))
        outbox.parts({"shared": text_frame(b"too late")}, text_frame(b"at"))
        with pytest.raises(ConnectionClosed):
            await asyncio.wait_for(client.recv(), 5)
        assert client.close_code == 4001
        writer.write(text_frame(b"much too late"))
        if isinstance(writer, PlainWriter) and writer._task is not None:
            await writer._task
    assert caplog.records == []


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_written_to_a_line_that_broke(way: str, caplog: pytest.LogCaptureFixture) -> None:
    async with serving(WAYS[way]) as server:
        async with connect(server.base, proxy=None, compression=None) as client:
            writer, websocket = await server.writers.get()
            client.transport.abort()
            await waiting.until(lambda: websocket.client_state.name == "DISCONNECTED")
        writer.write(text_frame(b"nobody is there"))
        if isinstance(writer, PlainWriter) and writer._task is not None:
            await writer._task
        assert not writer.paused
    assert caplog.records == []


async def test_a_reader_that_stops_pauses_its_writer_only_and_then_gets_the_newest() -> None:
    async with serving(FrameProtocol) as server, connect(server.base, proxy=None, compression=None, max_queue=1) as slow:
        writer, _ = await server.writers.get()
        outbox = Outbox(writer, lambda: None)
        slow.transport.pause_reading()
        sent = 0
        while not writer.paused:
            outbox.parts({"shared": text_frame(json.dumps({"number": sent, "pad": "x" * 20_000}).encode())}, text_frame(b"{}"))
            sent += 1
            await asyncio.sleep(0)
            assert sent < 500, "the kernel took 10 MB for a peer that does not read"
        for number in range(sent, sent + 100):
            outbox.parts({"shared": text_frame(json.dumps({"number": number}).encode())}, text_frame(b"{}"))
        slow.transport.resume_reading()
        newest = 0
        async with asyncio.timeout(10):
            while newest < sent + 99:
                newest = max(newest, json.loads(await slow.recv()).get("number", 0))
        assert outbox.sent_frames == 2 * (sent + 1)
        slow.transport.abort()
