"""The album that `look` fills: one picture for each state of each page, and a README that shows them."""

import re
import sys
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from msgspec import Struct
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page

from tests.browser.faces import Face

QUALITY = 60
"""Letters stay clear, and all pictures together stay under 4 MB (as JPEG they would be three times that)."""
SCALES = {"console": 0.66, "screen": 0.5, "closing": 0.66, "desk": 0.66}
"""How large the pictures of a page are, where not as large as the page."""
SMALL, NARROW = (360, 780), (390, 844)
PAGES = {
    "phone": "Phone, 360 × 780",
    "console": "Console, 1440 × 900",
    "console-narrow": "Console on a phone, 390 × 844",
    "screen": "Shared screen, 1920 × 1080",
    "closing": "Closing page, 1440 × 900",
    "desk": "Organizer’s desk, 1440 × 900",
}


class StateMissingError(Exception):
    """A state that should be pictured did not come; the message names it."""


class Picture(Struct, frozen=True):
    page: str
    state: str
    file: str


class Album:
    """Takes pictures into `folder`, which is emptied of earlier ones first."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for earlier in folder.glob("*.webp"):
            earlier.unlink()
        self.folder = folder
        self.pictures: list[Picture] = []

    @property
    def last(self) -> str:
        """The last state that came."""
        return f"{self.pictures[-1].page}, {self.pictures[-1].state}" if self.pictures else "the beginning"

    async def take(
        self,
        face: Face,
        page: str,
        state: str,
        *,
        heading: str = "",
        sees: tuple[str, ...] = (),
        at: Locator | None = None,
        dark: bool = False,
        whole: bool = False,
    ) -> None:
        """One picture once the face stands at `heading` and reads `sees`. `at`: scrolled to it. `dark`: one more in the dark.
        `whole`: the whole page, however long. Raises StateMissingError."""
        async with self.coming(f"{page}, {state}"):
            if heading:
                await face.stands_at(heading)
            await face.sees(*sees)
            if at is not None:
                await at.scroll_into_view_if_needed()
            await self.shoot(face.page, page, state, whole)
            if dark:
                await face.page.emulate_media(color_scheme="dark")
                await self.shoot(face.page, page, f"{state}, dark", whole)
                await face.page.emulate_media(color_scheme="light")

    @asynccontextmanager
    async def coming(self, state: str) -> AsyncIterator[None]:
        """What fails inside means that this state does not come. Raises StateMissingError."""
        try:
            yield
        except (AssertionError, PlaywrightError, TimeoutError) as error:
            raise StateMissingError(f"This state does not come: {state}.\n{error}") from error

    async def shoot(self, shown: Page, page: str, state: str, whole: bool = False) -> None:
        """One picture of `shown` as it stands."""
        number = sum(picture.page == page for picture in self.pictures) + 1
        file = f"{page}-{number:02d}-{re.sub('[^a-z0-9]+', '-', state.lower()).strip('-')}.webp"
        await shown.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        size = shown.viewport_size
        if whole and size is not None:
            # A higher window instead of a long picture: what sticks to its edges stays there.
            height = await shown.evaluate("document.documentElement.scrollHeight")
            await shown.set_viewport_size({"width": size["width"], "height": height})
        await self._capture(shown, file, SCALES.get(page, 1.0))
        if whole and size is not None:
            await shown.set_viewport_size(size)
        self.pictures.append(Picture(page, state, file))
        sys.stdout.write(f"  {len(self.pictures):3d}  {page}: {state}\n")
        sys.stdout.flush()

    async def _capture(self, page: Page, file: str, scale: float) -> None:
        """WebP, which Playwright's own screenshots cannot be."""
        assert page.viewport_size is not None
        top: float = await page.evaluate("scrollY")
        devtools = await page.context.new_cdp_session(page)
        clip = {"x": 0, "y": top, **page.viewport_size, "scale": scale}
        taken = await devtools.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "clip": clip})
        await devtools.detach()
        (self.folder / file).write_bytes(b64decode(taken["data"]))

    def write_readme(self, command: str) -> None:
        """All pictures, by page and state."""
        lines = [
            "# What every page looks like",
            "",
            f"Made by `{command}`, which plays the agendas with simulated people: do not edit. Names and cards are invented.",
        ]
        for page, title in PAGES.items():
            pictures = [picture for picture in self.pictures if picture.page == page]
            if not pictures:
                continue
            width = {"phone": 220, "console-narrow": 220}.get(page, 440)
            lines += ["", f"## {title}", ""]
            for picture in pictures:
                lines.append(f'<img src="{picture.file}" width="{width}" alt="{title.split(",")[0]}: {picture.state}">')
            lines += ["", *(f"{number}. {picture.state}" for number, picture in enumerate(pictures, 1))]
        (self.folder / "README.md").write_text("\n".join(lines) + "\n")
