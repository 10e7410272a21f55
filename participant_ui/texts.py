"""`/texts/de.json`: the library's own texts in another language, for phones that speak it.

The product's text and nothing of any session, so it may be kept by anybody on the way. A phone asks for the whole language once, when
it is chosen, and looks up on its own what it is sent: nobody can see from its requests what it shows, or in which session it is.
"""

from functools import cache
from hashlib import sha256

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

from workshop.library.loader import library
from workshop.library.translations import Translations

TAG_LETTERS = 32


class _Served(Struct, frozen=True):
    body: bytes
    tag: str


@cache
def _served(language: str) -> _Served | None:
    """None: nobody has translated into it. The package's files do not change while a server runs."""
    translations = Translations(library())
    if language not in translations.languages():
        return None
    found = translations.texts(language)
    body = msgspec.json.encode({"texts": found.phone, "lines": found.lines})
    return _Served(body=body, tag=f'"{sha256(body).hexdigest()[:TAG_LETTERS]}"')


async def texts(request: Request) -> Response:
    """`texts`: source to text; `lines`: the same for what agreements begin with. Asked again, it says only whether it has changed."""
    served = _served(request.path_params["language"])
    if served is None:
        return Response(b'{"error":"no_language"}', 404, media_type="application/json")
    headers = {"ETag": served.tag, "Cache-Control": "public, no-cache"}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("If-None-Match", "").split(",")}
    if served.tag in known:
        return Response(status_code=304, headers=headers)
    return Response(served.body, media_type="application/json", headers=headers)
