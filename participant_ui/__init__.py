"""The phone's page: TypeScript in `src`, built by vite into `dist`, served from here."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from participant_ui.texts import texts
from realtime.pages import page

DIST = Path(__file__).parent / "dist"


async def _worker(request: Request) -> Response:
    """Lets the phone's page be loaded again without a network. It may serve addresses outside of its own folder."""
    answer = page(DIST / "worker.js")
    answer.headers["Service-Worker-Allowed"] = "/"
    return answer


async def _phone(request: Request) -> Response:
    return page(DIST / "index.html")


def routes() -> list[BaseRoute]:
    """The page at `/` and at `/CODE`; the last route of an app, because any short path may be a code."""
    return [
        Route("/phone/worker.js", _worker),
        Route("/texts/{language}.json", texts),
        Mount("/phone", StaticFiles(directory=DIST, check_dir=False)),
        Route("/", _phone),
        Route("/{code}", _phone),
    ]
