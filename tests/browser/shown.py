"""One page of the built files in a browser, with a test as the server at the other end of its line and of its JSON doors.

No session is played: what a page is told comes from `states` and `states_of_the_desk`.
"""

import asyncio
import json
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from playwright.async_api import Browser, Page, Route, WebSocketRoute

from realtime import wire
from tests.browser.faces import AXE, RULES, WITHIN
from tests.browser.states import HELP, NOW, ROOM, SEAT, console_part, screen_part
from tests.browser.states_of_the_board import TOLD, console_of_board, screen_of_board
from tests.browser.states_of_the_exercises import ALL, EXERCISES, console_of, screen_of
from workshop.domain.parts import NotesView, ReceiptsView, SeatView

ROOT = Path(__file__).parents[2]
PHONE_FILES, DESK_FILES = ROOT / "participant_ui" / "dist", ROOT / "facilitator_ui" / "dist"
BASE = "http://holdspace.test"
CODE = "M7QK4RWT"
SMALL = (360, 780)
ZOOMED = (180, 390)
"""The same window at 200 % zoom: half as many CSS pixels each way."""
DOOR = {
    "title": "First circle: safe enough to begin",
    "practice": False,
    "floor": 5,
    "presence": "apart",
    "help": HELP,
    "approval": True,
    "starts_ms": 1_900_000_000_000,
    "retention_days": 7,
    "programme": None,
}
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
SHOWS_NEXT = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
EXAMINE = """async ([rules, colours, screen]) => {
    // Words said for readers alone are cut off on purpose; everything else has to fit.
    const wide = document.documentElement.scrollWidth - innerWidth;
    const found = await axe.run(document, {
        runOnly: { type: "tag", values: rules }, resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } },
    });
    const faults = found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
    // A sentence in a column of two or three letters is on the page, and nobody can read it. (The shared screen grows with its
    // window: nobody holds one in the hand.)
    const said = [...document.querySelectorAll("body *")].filter(one => one.childElementCount === 0 && one.textContent.trim().length > 12);
    const thin = screen ? [] : said.filter(one => {
        const { width, height } = one.getBoundingClientRect(), letter = parseFloat(getComputedStyle(one).fontSize);
        const across = one instanceof HTMLElement && getComputedStyle(one).writingMode === "horizontal-tb"; // not a turned line
        return across && width > 1 && width < 2 * letter && height > 6 * letter;
    }).map(one => `letter under letter: ${one.textContent}`);
    return [...(wide > 0 ? [`${wide} px beside the window`] : []), ...thin, ...faults];
}"""


class Shown:
    """One page, and the line that this test talks to it on."""

    def __init__(self, page: Page, role: str) -> None:
        self.page, self._role = page, role
        self._line: asyncio.Future[WebSocketRoute] = asyncio.get_running_loop().create_future()
        self.door = "open"
        self.heard: list[str] = []
        """Every frame that the page sent."""
        self.answers: dict[str, object] = {}
        """What the JSON doors answer, by path."""

    async def begin(self, path: str) -> None:
        await self.page.route("**/*", self._serve)
        await self.page.route_web_socket("**/ws", self._answer)
        await self.page.goto(BASE + path)
        await self.page.evaluate(AXE.read_text())

    async def reload(self) -> None:
        self._line = asyncio.get_running_loop().create_future()
        await self.page.reload()
        await self.page.evaluate(AXE.read_text())

    async def _serve(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path in self.answers:
            await route.fulfill(content_type="application/json", body=msgspec.json.encode(self.answers[path]))
        elif path == "/api/door":
            await route.fulfill(json={**DOOR, "state": self.door})
        elif path == "/api/ticket":
            await route.fulfill(json={"ticket": "a ticket"})
        elif path.startswith("/qr/"):
            await route.fulfill(content_type="image/svg+xml", body='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
        else:
            await self._file(route, path)

    async def _file(self, route: Route, path: str) -> None:
        name = Path(path).name
        for folder in (PHONE_FILES, DESK_FILES):
            if (folder / "assets" / name).is_file():
                await route.fulfill(path=folder / "assets" / name, content_type=TYPES[Path(name).suffix])
                return
        page = DESK_FILES / f"{path.removeprefix('/')}.html"
        await route.fulfill(path=page if page.is_file() else PHONE_FILES / "index.html", content_type="text/html")

    def _answer(self, line: WebSocketRoute) -> None:
        def hear(frame: str | bytes) -> None:
            self.heard.append(frame if isinstance(frame, str) else frame.decode())
            if json.loads(frame)["t"] == "hello" and not self._line.done():
                self._line.set_result(line)

        line.on_message(hear)

    async def tell(self, *messages: wire.ToPage) -> None:
        line = await self._line
        for message in messages:
            line.send(wire.encode(message).decode())

    async def lose(self) -> None:
        """The line breaks, and no other is answered."""
        await (await self._line).close()

    async def welcome(self) -> None:
        role = self._role
        await self.tell(
            wire.Welcome(
                protocol=wire.PROTOCOL,
                role=role,  # type: ignore[arg-type]
                now=NOW,
                pace=0.001,
                silence=600_000,
                help=HELP,
                retention_days=7,
            )
        )

    async def show(self, state: str, seat: SeatView = SEAT) -> None:
        shared = TOLD[state] if state in TOLD else ALL[state]
        mine: list[wire.ToPage] = [wire.SharedPart(body=shared)]
        if self._role == "participant":
            mine += [
                wire.ReceiptsPart(body=ReceiptsView(stages=())),
                wire.NotesPart(body=NotesView(sealed=())),
                wire.SeatPart(body=seat),
            ]
            mine.append(wire.RoomPart(body=ROOM if seat.room is not None else None))
        else:
            mine.append(_console(state) if self._role == "facilitator" else _screen(state))
        await self.tell(*mine, wire.At(position=state))

    async def faults(self, state: str) -> list[str]:
        """What is wrong with the page as it stands, at both sizes."""
        found: list[str] = []
        for width, height in (SMALL, ZOOMED):
            await self.page.set_viewport_size({"width": width, "height": height})
            await self.page.evaluate(SHOWS_NEXT)
            colours = (width, height) == SMALL  # they are the same at any size, and take axe the longest
            found += [
                f"{self._role}, {state}, {width} px: {fault}"
                for fault in await self.page.evaluate(EXAMINE, [RULES, colours, self._role == "screen"])
            ]
        return found


def _console(state: str) -> wire.ConsolePart:
    if state in TOLD:
        return wire.ConsolePart(body=console_of_board(state, console_part("lobby").body))
    if state not in EXERCISES:
        return console_part(state)
    return wire.ConsolePart(body=console_of(state, console_part("lobby").body))


def _screen(state: str) -> wire.ScreenPart:
    plain = screen_part(state)
    if state in TOLD:
        return wire.ScreenPart(body=screen_of_board(state, plain.body))
    return wire.ScreenPart(body=screen_of(state, plain.body)) if state in EXERCISES else plain


async def shown(browser: Browser, role: str, path: str, answers: dict[str, object] | None = None) -> Shown:
    """`role` is that of the page's line; `desk` has none. `answers`: what the JSON doors say from the beginning."""
    context = await browser.new_context(
        viewport={"width": SMALL[0], "height": SMALL[1]}, reduced_motion="reduce", locale="en-GB", has_touch=True
    )
    if role == "participant":
        kept = f"localStorage.setItem('holdspace:seat:{CODE}', '{'ab' * 16}'); localStorage.setItem('holdspace:last', '{CODE}')"
        await context.add_init_script(f"if (location.search !== '?new') {{ {kept} }}")
    context.set_default_timeout(WITHIN)
    page = Shown(await context.new_page(), role)
    page.answers.update(answers or {})
    await page.begin(path)
    return page


async def opened(browser: Browser, role: str, path: str, size: tuple[int, int]) -> Shown:
    """One that has been welcomed, in a window of this size."""
    page = await shown(browser, role, path)
    await page.page.set_viewport_size({"width": size[0], "height": size[1]})
    await page.welcome()
    return page
