"""What the JSON doors have in common: bodies are small and typed, pages are our own, every answer is JSON and never kept."""

from typing import TypeVar

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from realtime.proof import same_origin
from realtime.settings import Settings

T = TypeVar("T")
BEARER = "bearer "


def answered(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json", headers={"Cache-Control": "no-store"})


def problem(code: str, status: int) -> Response:
    return answered({"error": code}, status)


async def body_of(request: Request, kind: type[T], settings: Settings, most: int) -> T | Response:
    """The body of a page of ours, at most `most` bytes; else the answer that says what is wrong with it."""
    if not same_origin(request, settings):
        return problem("foreign_page", 403)
    content = b""
    async for piece in request.stream():
        content += piece
        if len(content) > most:
            return problem("not_understood", 413)
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return problem("not_understood", 422)


def may_read(request: Request, settings: Settings) -> bool:
    """A browser names the page's origin with every request to elsewhere, and with a plain reading of its own host not."""
    return request.headers.get("origin") is None or same_origin(request, settings)


def bearer_secret(request: Request) -> str:
    """What `Authorization: Bearer SECRET` carries; empty where there is none."""
    given = request.headers.get("authorization", "")
    return given[len(BEARER) :].strip() if given.lower().startswith(BEARER) else ""


def own_address(request: Request, settings: Settings) -> str:
    """How pages and phones reach this server, without a slash at the end."""
    return settings.public_url or f"{request.url.scheme}://{request.url.netloc}"
