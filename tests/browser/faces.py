"""The three faces of a session in a real browser: how a test reads and touches them, and what it must not see there."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, Response, WebSocket, expect
from playwright.async_api import Error as PlaywrightError

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WITHIN = 15_000
"""Milliseconds after which something that should be seen counts as never shown."""
PHONE, CONSOLE, SCREEN = (390, 844), (1440, 900), (1920, 1080)
Scheme = Literal["light", "dark"]

_ISOLATES = "[\u2066-\u2069]*"
"""What keeps a name from turning its sentence around; nobody sees it."""
_EXAMINE = """async rules => {
    const found = await axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}"""


def words(text: str) -> re.Pattern[str]:
    """This text anywhere, however its white space falls and whatever isolates stand in it."""
    pieces = re.findall(r"\w+|\s+|[^\w\s]", text)
    return re.compile(_ISOLATES.join(r"\s+" if piece.isspace() else re.escape(piece) for piece in pieces))


class Face:
    """One page in a context of its own. `troubles` is what must not have happened there, `heard` every frame it was sent."""

    def __init__(self, page: Page, name: str, host: str, examined: bool) -> None:
        self.page, self.name = page, name
        self.sockets = 0
        self.troubles: list[str] = []
        self.heard: list[str] = []
        self._host, self._examined = host, examined
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"an error: {error}"))
        page.on("request", self._asked)
        page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url} {request.failure}"))
        page.on("response", self._answered)
        page.on("websocket", self._opened)

    def _said(self, message: ConsoleMessage) -> None:
        # A violation of the page's policy is told here too, as an error.
        if message.type in ("error", "warning"):
            self.troubles.append(f"console {message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != self._host:
            self.troubles.append(f"asked another host: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")

    def _opened(self, socket: WebSocket) -> None:
        self.sockets += 1
        if urlsplit(socket.url).netloc != self._host:
            self.troubles.append(f"a socket to another host: {socket.url}")
        socket.on("framereceived", lambda frame: self.heard.append(str(frame)))

    def text(self, text: str) -> Locator:
        return self.page.get_by_text(words(text)).first

    def heading(self, text: str) -> Locator:
        return self.page.get_by_role("heading", level=1, name=words(text))

    def button(self, text: str) -> Locator:
        return self.page.get_by_role("button", name=words(text))

    async def sees(self, *texts: str) -> None:
        for text in texts:
            await expect(self.text(text), f"{self.name} reads “{text}”").to_be_visible(timeout=WITHIN)

    async def sees_not(self, *texts: str) -> None:
        for text in texts:
            await expect(self.page.get_by_text(words(text)), f"{self.name} does not read “{text}”").to_have_count(
                0, timeout=WITHIN
            )

    async def stands_at(self, heading: str) -> None:
        await expect(self.heading(heading), f"{self.name} stands at “{heading}”").to_be_visible(timeout=WITHIN)

    async def press(self, text: str) -> None:
        await self.button(text).click(timeout=WITHIN)

    async def answer(self, text: str) -> None:
        """In the dialog that asks once more."""
        await self.page.get_by_role("dialog").get_by_role("button", name=text, exact=True).click(timeout=WITHIN)

    async def tap(self, text: str) -> None:
        await self.button(text).tap(timeout=WITHIN)

    async def examine(self) -> None:
        """Fails with what axe finds on the page as it stands."""
        if not self._examined:
            return
        # Playwright's own evaluation is not the page's script: the page's policy stays as it is.
        if not await self.page.evaluate("typeof axe === 'object'"):
            await self.page.evaluate(AXE.read_text())
        found: list[str] = await self.page.evaluate(_EXAMINE, list(RULES))
        self.troubles += [f"axe at “{await self.page.title()}”: {one}" for one in found]


class Faces:
    """Opens faces of one server in one browser."""

    def __init__(self, browser: Browser, base: str, scheme: Scheme = "light", examined: bool = True) -> None:
        self.browser, self.base, self.scheme = browser, base, scheme
        self._examined = examined
        self.all: list[Face] = []

    async def open(self, name: str, path: str, size: tuple[int, int], locale: str = "en-GB", **context: Any) -> Face:
        width, height = size
        opened = await self.browser.new_context(
            base_url=self.base,
            viewport={"width": width, "height": height},
            color_scheme=self.scheme,
            reduced_motion="reduce",
            locale=locale,
            **context,
        )
        opened.set_default_timeout(WITHIN)
        face = Face(await opened.new_page(), name, urlsplit(self.base).netloc, self._examined)
        self.all.append(face)
        await face.page.goto(path)
        return face

    async def phone(self, name: str, code: str, size: tuple[int, int] = PHONE, locale: str = "en-GB") -> Face:
        return await self.open(name, f"/{code}", size, locale=locale, has_touch=True, is_mobile=True)

    async def console(self, secret: str, size: tuple[int, int] = CONSOLE) -> Face:
        return await self.open("the console", f"/console#{secret}", size)

    async def screen(self, secret: str, size: tuple[int, int] = SCREEN) -> Face:
        return await self.open("the shared screen", f"/screen#{secret}", size)

    def troubles(self, but: Callable[[str], bool]) -> list[str]:
        """Everything that went wrong on any face, each thing once, except what `but` expects."""
        return sorted({f"{face.name}: {trouble}" for face in self.all for trouble in face.troubles if not but(trouble)})

    @asynccontextmanager
    async def pictured(self, folder: Path) -> AsyncIterator[None]:
        """What fails inside tells where the pictures of all faces are, and what else went wrong on them."""
        try:
            yield
        except (AssertionError, PlaywrightError, TimeoutError) as error:
            for face in self.all:
                await face.page.screenshot(path=folder / f"{face.name}.png")
            error.add_note("\n".join([f"Pictures of all faces are in {folder}.", *self.troubles(but=lambda trouble: False)]))
            raise
