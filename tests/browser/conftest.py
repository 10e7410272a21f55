"""A browser for the tests of this folder, and the databases of `tests.engines`.

Starting Chromium and its driver costs more than most of these tests, so each worker starts one, and every test gets contexts of its
own in it: nothing that a page keeps outlives its context. The browser belongs to one event loop, which these tests therefore share.
"""

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
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def chromium() -> Chromium | None:
    try:
        return find()
    except NoBrowserError as error:
        pytest.fail(str(error), pytrace=False)


class Browsers:
    """Of one worker. What was started ends with `stack`."""

    def __init__(self, chromium: Chromium | None, folder: Path, stack: AsyncExitStack) -> None:
        self._chromium, self._folder, self._stack = chromium, folder, stack
        self._usual: Browser | None = None

    async def usual(self) -> Browser:
        """The one without arguments; another one where that has crashed."""
        if self._usual is None or not self._usual.is_connected():
            self._usual = await self.started((), self._stack)
        return self._usual

    async def started(self, arguments: tuple[str, ...], stack: AsyncExitStack) -> Browser:
        try:
            return await stack.enter_async_context(launched(self._chromium, self._folder, arguments))
        except NoBrowserError as error:
            pytest.fail(f"{NO_BROWSER}\n({error})", pytrace=False)

    async def emptied(self) -> None:
        for context in self._usual.contexts if self._usual is not None else ():
            await context.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browsers(chromium: Chromium | None, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Browsers]:
    async with AsyncExitStack() as stack:
        yield Browsers(chromium, tmp_path_factory.mktemp("browser"), stack)


@pytest_asyncio.fixture(loop_scope="session")
async def launch(browsers: Browsers) -> AsyncIterator[Launch]:
    """A browser without any page. With arguments besides the usual ones it is one of its own, which ends with the test."""
    async with AsyncExitStack() as stack:

        async def start(*arguments: str) -> Browser:
            return await (browsers.started(arguments, stack) if arguments else browsers.usual())

        yield start
    await browsers.emptied()
