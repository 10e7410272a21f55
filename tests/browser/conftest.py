"""A browser for the tests of this folder, and the databases of `tests.engines`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.chromium import NO_BROWSER, Chromium, NoBrowserError, find, launched
from tests.engines import databases

__all__ = ["databases"]

Launch = Callable[..., Awaitable[Browser]]


@pytest.fixture(scope="session")
def chromium() -> Chromium | None:
    try:
        return find()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


@pytest_asyncio.fixture
async def launch(chromium: Chromium | None, tmp_path: Path) -> AsyncIterator[Launch]:
    """Starts a browser with these arguments besides the usual ones; it ends with the test."""
    async with AsyncExitStack() as stack:

        async def start(*arguments: str) -> Browser:
            try:
                return await stack.enter_async_context(launched(chromium, tmp_path, arguments))
            except NoBrowserError as error:
                pytest.fail(f"{NO_BROWSER}\n({error})", pytrace=False)

        yield start
