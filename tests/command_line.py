"""The `holdspace` command as somebody at a terminal has it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from click.testing import CliRunner

from realtime.cli import main
from tests import nodes

COMMAND = ("-m", "realtime.cli")


def holdspace(*words: str, **settings: object) -> tuple[int, str]:
    """(exit code, everything it said) of a command that ends by itself. An error that nobody expected is not in what it said."""
    environment = {f"HOLDSPACE_{name.upper()}": str(value) for name, value in settings.items()}
    done = CliRunner().invoke(main, list(words), env=environment)
    return done.exit_code, done.output


def is_plain(code: int, said: str, *parts: str) -> None:
    """One sentence or a few, with these words in it."""
    assert code == 1, said
    assert "Traceback" not in said
    assert said.startswith("Error: ")
    assert said.count("\n") == 1, said
    for part in parts:
        assert part in said


@asynccontextmanager
async def running(
    folder: Path, *words: str, command: tuple[str, ...] = COMMAND, **variables: str
) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """`holdspace run` once it has printed its links, and those. `variables` of the environment, by their whole names."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        "run",
        *("--port", "0", *words),
        env={**nodes.environment({"data": folder}), **variables},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    said = ""
    try:
        async with asyncio.timeout(30):
            while "Stop with Ctrl+C" not in said:
                line = (await process.stdout.readline()).decode()
                assert line, said
                said += line
        yield process, said
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
