"""The private engine: real Valkey processes, really killed."""

import asyncio
import contextlib
import os
import signal
import socket as sockets
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from redis.exceptions import RedisError

from realtime.engine import LOCK, PLACE, EngineError, connect, private_engine

OWNER = """
import asyncio, sys
from pathlib import Path
from realtime.engine import private_engine

async def main():
    async with private_engine(Path(sys.argv[1])) as url:
        print(url, flush=True)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def info(url: str) -> dict[str, object]:
    client = connect(url)
    try:
        return dict(await client.info())
    finally:
        await client.aclose()


async def answers(url: str) -> bool:
    try:
        await info(url)
    except (RedisError, OSError):
        return False
    return True


async def until_gone(url: str) -> None:
    """Returns when the engine no longer takes a connection."""
    async with asyncio.timeout(5):
        while await answers(url):
            pass


@contextlib.asynccontextmanager
async def owner(folder: Path) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """Another process that owns the engine of `folder`, and its URL."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", OWNER, str(folder), stdout=asyncio.subprocess.PIPE, cwd=Path(__file__).parents[2]
    )
    assert process.stdout is not None
    try:
        yield process, (await process.stdout.readline()).decode().strip()
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        # asyncio frees a pipe's end in a later turn of the loop; unfreed it is a warning, and warnings are errors.
        await process.stdout.read()


def socket_of(url: str) -> Path:
    return Path(unquote(urlsplit(url).path))


async def test_the_engine_answers_on_a_short_private_socket_and_keeps_nothing(tmp_path: Path) -> None:
    deep = tmp_path / ("deep " * 20) / "data"
    async with private_engine(deep) as url:
        socket = socket_of(url)
        assert len(str(socket)) < 100
        assert socket.stat().st_mode & 0o077 == 0
        assert socket.parent.stat().st_mode & 0o077 == 0
        client = connect(url)
        assert await client.set("word", "here")
        assert await client.get("word") == b"here"
        assert await client.config_get("save") == {"save": ""}
        assert await client.config_get("appendonly") == {"appendonly": "no"}
        assert (await client.info("server"))["tcp_port"] == 0
        await client.aclose()
    assert not socket.parent.exists()
    assert not await answers(url)


async def test_it_ends_with_the_block_also_when_the_block_fails(tmp_path: Path) -> None:
    urls: list[str] = []

    async def fail() -> None:
        async with private_engine(tmp_path) as url:
            urls.append(url)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert not await answers(urls[0])


async def test_it_dies_with_a_parent_that_is_killed_and_the_next_start_is_not_blocked(tmp_path: Path) -> None:
    async with owner(tmp_path) as (parent, url):
        assert await answers(url)
        parent.send_signal(signal.SIGKILL)
        await parent.wait()
        await until_gone(url)
        assert socket_of(url).exists(), "a killed engine leaves its socket behind"
        async with private_engine(tmp_path) as again:
            assert again != url
            assert await answers(again)
        assert not socket_of(url).parent.exists()


async def test_a_leftover_engine_is_ended_by_the_next_start(tmp_path: Path) -> None:
    """Where the kernel does not take it down with its parent (macOS): an engine that nobody owns and that still answers."""
    async with owner(tmp_path / "other") as (_, url):
        (tmp_path / LOCK).write_text(str(socket_of(url)))
        async with private_engine(tmp_path) as fresh:
            await until_gone(url)
            assert fresh != url
            assert await answers(fresh)


async def test_a_stale_socket_of_something_else_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    with sockets.socket(sockets.AF_UNIX) as deaf:
        deaf.bind(str(place / "s"))
        (tmp_path / LOCK).write_text(str(place / "s"))
        async with private_engine(tmp_path) as url:
            assert await answers(url)
    assert not place.name.startswith(PLACE)
    assert (place / "s").exists()


async def test_a_second_start_on_the_folder_shares_the_engine_and_does_not_end_it(tmp_path: Path) -> None:
    async with owner(tmp_path) as (_, url):
        async with private_engine(tmp_path) as shared:
            assert shared == url
        assert await answers(url)


async def test_starts_on_two_folders_are_strangers(tmp_path: Path) -> None:
    async with private_engine(tmp_path / "one") as one, private_engine(tmp_path / "two") as two:
        assert (await info(one))["process_id"] != (await info(two))["process_id"]


async def test_start_after_start_on_one_folder_works(tmp_path: Path) -> None:
    for _ in range(2):
        async with private_engine(tmp_path) as url:
            assert await answers(url)
        assert (tmp_path / LOCK).read_text() == ""


async def test_ctrl_c_in_the_terminal_does_not_reach_the_engine_before_us(tmp_path: Path) -> None:
    async with private_engine(tmp_path) as url:
        process = int(str((await info(url))["process_id"]))
        assert os.getpgid(process) != os.getpgid(0)


async def test_an_engine_that_cannot_start_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("realtime.engine.MEMORY", "plenty")
    with pytest.raises(EngineError, match=r"did not start.*HOLDSPACE_REDIS_URL"):
        async with private_engine(tmp_path):
            raise AssertionError("it started")


async def test_a_client_tries_once_and_a_reader_may_wait_for_ever(tmp_path: Path) -> None:
    async with private_engine(tmp_path) as url:
        client, reader = connect(url), connect(url, timeout=None)
        retry = client.get_retry()
        assert retry is not None
        assert retry.get_retries() == 0
        assert reader.connection_pool.connection_kwargs["socket_timeout"] is None
        await client.aclose()
        await reader.aclose()
