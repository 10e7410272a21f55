"""Every state of phone, console and shared screen on a small window, and at 200 % zoom: nothing for axe, nothing beside the window.

No session is played: the pages come from the built files, and the test itself is the server at the other end of their line.
"""

import asyncio
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, Route, WebSocketRoute

from realtime import wire
from tests.browser.conftest import Launch
from tests.browser.faces import AXE, RULES
from tests.browser.states import HELP, NOW, ROOM, SEAT, SEATS, SHARED, console_part, screen_part
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
}
DOORS = ("open", "scheduled", "locked", "full", "ended", "cancelled")
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
SHOWS_NEXT = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
EXAMINE = """async ([rules, colours]) => {
    // Words said for readers alone are cut off on purpose; everything else has to fit.
    const wide = document.documentElement.scrollWidth - innerWidth;
    const found = await axe.run(document, {
        runOnly: { type: "tag", values: rules }, resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } },
    });
    const faults = found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
    return wide > 0 ? [`${wide} px beside the window`, ...faults] : faults;
}"""


class Shown:
    """One page, and the line that this test talks to it on."""

    def __init__(self, page: Page, role: str) -> None:
        self.page, self._role = page, role
        self._line: asyncio.Future[WebSocketRoute] = asyncio.get_running_loop().create_future()
        self.door = "open"

    async def begin(self, path: str) -> None:
        await self.page.route("**/*", self._serve)
        await self.page.route_web_socket("**/ws", self._answer)
        await self.page.goto(BASE + path)
        await self.page.evaluate(AXE.read_text())

    async def _serve(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/api/door":
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
        page = {"/console": DESK_FILES / "console.html", "/screen": DESK_FILES / "screen.html"}.get(
            path, PHONE_FILES / "index.html"
        )
        await route.fulfill(path=page, content_type="text/html")

    def _answer(self, line: WebSocketRoute) -> None:
        def hear(frame: str | bytes) -> None:
            if json.loads(frame)["t"] == "hello" and not self._line.done():
                self._line.set_result(line)

        line.on_message(hear)

    async def tell(self, *messages: wire.ToPage) -> None:
        line = await self._line
        for message in messages:
            line.send(wire.encode(message).decode())

    async def welcome(self) -> None:
        role = self._role
        await self.tell(
            wire.Welcome(protocol=wire.PROTOCOL, role=role, now=NOW, pace=0.001, silence=600_000, help=HELP)  # type: ignore[arg-type]
        )

    async def show(self, state: str, seat: SeatView = SEAT) -> None:
        shared = SHARED[state]
        mine: list[wire.ToPage] = [wire.SharedPart(body=shared)]
        if self._role == "participant":
            mine += [
                wire.ReceiptsPart(body=ReceiptsView(stages=())),
                wire.NotesPart(body=NotesView(sealed=())),
                wire.SeatPart(body=seat),
            ]
            mine.append(wire.RoomPart(body=ROOM if seat.room is not None else None))
        else:
            mine.append(console_part(state) if self._role == "facilitator" else screen_part(state))
        await self.tell(*mine, wire.At(position=state))

    async def faults(self, state: str) -> list[str]:
        """What is wrong with the page as it stands, at both sizes."""
        found: list[str] = []
        for width, height in (SMALL, ZOOMED):
            await self.page.set_viewport_size({"width": width, "height": height})
            await self.page.evaluate(SHOWS_NEXT)
            colours = (width, height) == SMALL  # they are the same at any size, and take axe the longest
            found += [
                f"{self._role}, {state}, {width} px: {fault}" for fault in await self.page.evaluate(EXAMINE, [RULES, colours])
            ]
        return found


async def shown(browser: Browser, role: str, path: str) -> Shown:
    context = await browser.new_context(
        viewport={"width": SMALL[0], "height": SMALL[1]}, reduced_motion="reduce", locale="en-GB", has_touch=True
    )
    if role == "participant":
        kept = f"localStorage.setItem('holdspace:seat:{CODE}', '{'ab' * 16}'); localStorage.setItem('holdspace:last', '{CODE}')"
        await context.add_init_script(f"if (location.search !== '?new') {{ {kept} }}")
    page = Shown(await context.new_page(), role)
    await page.begin(path)
    return page


@pytest.mark.parametrize(("role", "path"), [("facilitator", "/console#a-link"), ("screen", "/screen#a-link")])
async def test_every_state_of_console_and_screen_fits_and_can_be_read(launch: Launch, role: str, path: str) -> None:
    page = await shown(await launch(), role, path)
    await page.welcome()
    found: list[str] = []
    for state in SHARED:
        if role == "facilitator" and state == "the end":
            continue  # that is the closing page, which has its own tests
        await page.show(state)
        found += await page.faults(state)
    assert not found, "\n".join(found)


async def test_every_state_of_the_phone_fits_and_can_be_read(launch: Launch) -> None:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    found: list[str] = []
    for state in SHARED:
        await page.show(state)
        found += await page.faults(state)
    for name, (state, seat) in SEATS.items():
        await page.show(state, seat)
        found += await page.faults(name)
    await page.show("guide")
    await page.page.get_by_role("button", name="Help").click()
    found += await page.faults("help")
    for name in ("Agreements", "Your name", "Leave quietly"):
        if await page.page.get_by_role("button", name="Help").is_visible():
            await page.page.get_by_role("button", name="Help").click()
        await page.page.get_by_role("button", name=name).click()
        found += await page.faults(name)
        await page.page.get_by_role("button", name="Stay" if name == "Leave quietly" else "Back").click()
    assert not found, "\n".join(found)


async def test_every_door_of_the_phone_fits_and_can_be_read(launch: Launch) -> None:
    page = await shown(await launch(), "participant", "/?new")
    found = await page.faults("enter a code")
    for door in DOORS:
        page.door = door
        await page.page.goto(f"{BASE}/{CODE}?new")
        await page.page.evaluate(AXE.read_text())
        await page.page.get_by_role("heading", level=1).wait_for()
        for closed in await page.page.locator("summary").all():
            await closed.click()
        found += await page.faults(f"door {door}")
    assert not found, "\n".join(found)


async def test_the_watch_tells_what_does_not_fit(launch: Launch) -> None:
    page = await shown(await launch(), "participant", f"/{CODE}")
    await page.welcome()
    await page.show("lobby")
    await page.page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<img style=\"width: 500px\" src=\"x\">')"
    )
    told = "\n".join(await page.faults("lobby"))
    assert "px beside the window" in told
    assert "image-alt" in told
