"""The phone's page: TypeScript in `src`, built by vite into `dist`, served from here."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from realtime.pages import page

DIST = Path(__file__).parent / "dist"


async def _phone(request: Request) -> Response:
    return page(DIST / "index.html")


def routes() -> list[BaseRoute]:
    """The page at `/` and at `/CODE`; the last route of an app, because any short path may be a code."""
    return [
        Mount("/phone", StaticFiles(directory=DIST, check_dir=False)),
        Route("/", _phone),
        Route("/{code}", _phone),
    ]
