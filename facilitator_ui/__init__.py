"""The console, the shared screen, the organizer's desk, and what "without names" means: TypeScript in `src`, built by vite into `dist`, served from here."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from realtime.pages import page

DIST = Path(__file__).parent / "dist"


async def _console(request: Request) -> Response:
    return page(DIST / "console.html")


async def _desk(request: Request) -> Response:
    return page(DIST / "desk.html")


async def _screen(request: Request) -> Response:
    return page(DIST / "screen.html")


async def _without_names(request: Request) -> Response:
    return page(DIST / "without-names.html")


def routes() -> list[BaseRoute]:
    return [
        Mount("/desk", StaticFiles(directory=DIST, check_dir=False)),
        Route("/console", _console),
        Route("/desk", _desk),
        Route("/screen", _screen),
        Route("/without-names", _without_names),
    ]
