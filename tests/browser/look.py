"""Pictures of every state of every page, to look at: `python -m tests.browser.look FOLDER [PART …]`.

Not a test. Sessions with simulated people on a server of its own. Its parts: `desk` (the organizer's desk and the doors of sessions
that are planned or cancelled), `small` (a practice session whose door is watched, with a break), `evening` (the first circle, from
the door to the signed summary), `stored` (what is stored now, and erasing), `exercises` (the other pictures and kinds), `asides` (what
stands beside a card), `rooms` (somebody in breakouts, on their phone), `board` (breakouts on console and shared screen), `signals` (what
facilitators may want to look at twice), `written` (what somebody wrote, on their phone), `check-in`; instead of them `taster`.
"""

import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from time import monotonic

from playwright.async_api import Error as PlaywrightError

from tests.browser.chromium import find, launched
from tests.browser.faces import Faces
from tests.browser.look_album import Album, StateMissingError
from tests.browser.look_asides import picture_what_stands_beside_cards
from tests.browser.look_board import picture_the_board
from tests.browser.look_check_in import picture_the_check_in
from tests.browser.look_desk import play_the_desk
from tests.browser.look_evening import play_the_evening
from tests.browser.look_exercises import picture_the_exercises
from tests.browser.look_own_rooms import picture_the_rooms
from tests.browser.look_scene import Scene
from tests.browser.look_signals import picture_the_signals
from tests.browser.look_small import play_the_small_plan
from tests.browser.look_stored import play_what_is_stored
from tests.browser.look_taster import play_the_taster
from tests.browser.look_what_i_wrote import picture_what_was_written
from tests.nodes import Cluster, NodeProcess, cluster
from workshop.library.loader import load_plan
from workshop.records.migrate import upgrade

PARTS = ("desk", "small", "evening", "stored", "exercises", "asides", "rooms", "board", "signals", "written", "check-in")
PACE = 4.0
PEOPLE = 11
COMMAND = "make screens"
DURATIONS: dict[str, object] = {
    "beat": 1000,
    "silence": 4000,
    "asleep_after": 45_000,
    "console_missing": 10_000,
    "grace": 500,
    "lapse": 15_000,
}
"""That nobody is at the console is noticed after ten seconds; else close to a deployment's."""


async def look(folder: Path, parts: tuple[str, ...]) -> None:
    """Raises StateMissingError for a state that does not come."""
    album = Album(folder)
    began = monotonic()
    async with AsyncExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="holdspace-look-")))
        url = f"sqlite:///{home / 'look.db'}"
        await upgrade(url)
        made = await stack.enter_async_context(cluster(home, url, **DURATIONS))
        serving = await made.start()
        browser = await stack.enter_async_context(launched(find(), home))
        faces = Faces(browser, serving.base, examined=False)
        try:
            await _play(parts, album, made, serving, faces)
            if "exercises" in parts:
                await picture_the_exercises(album, browser)
            if "asides" in parts:
                await picture_what_stands_beside_cards(album, browser)
            if "rooms" in parts:
                await picture_the_rooms(album, browser)
            if "check-in" in parts:
                await picture_the_check_in(album, browser)
            if "signals" in parts:
                await picture_the_signals(album, browser)
            if "written" in parts:
                await picture_what_was_written(album, browser)
            if "board" in parts:
                await picture_the_board(album, browser)
        except (AssertionError, PlaywrightError, TimeoutError) as error:
            raise StateMissingError(f"What comes after “{album.last}” does not come.\n{error}") from error
    album.write_readme(COMMAND)
    size = sum((folder / picture.file).stat().st_size for picture in album.pictures)
    took = monotonic() - began
    sys.stdout.write(f"{len(album.pictures)} pictures, {size / 1e6:.1f} MB, in {took:.0f} s: {folder / 'README.md'}\n")


async def _play(parts: tuple[str, ...], album: Album, made: Cluster, serving: NodeProcess, faces: Faces) -> None:
    if "desk" in parts:
        await play_the_desk(album, made, faces)
    if "small" in parts:
        await play_the_small_plan(album, made, serving, faces)
    if "evening" in parts:
        await play_the_evening(await _scene(album, made, serving, faces, "first-circle"))
    if "stored" in parts:
        await play_what_is_stored(album, made, serving, faces)
    if "taster" in parts:
        await play_the_taster(await _scene(album, made, serving, faces, "taster", practice=True))


async def _scene(album: Album, made: Cluster, serving: NodeProcess, faces: Faces, agenda: str, practice: bool = False) -> Scene:
    opened = await made.open(load_plan(agenda), practice=practice, pace=PACE)
    console = await faces.console(opened.console_secret)
    screen = await faces.screen(opened.screen_secret)
    return Scene(album, faces, serving, opened, console, screen, PEOPLE, made)


def main(arguments: list[str]) -> int:
    try:
        asyncio.run(look(Path(arguments[0]), tuple(arguments[1:]) or PARTS))
    except StateMissingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
