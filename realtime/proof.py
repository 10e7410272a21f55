"""What lets somebody in: a page of our own origin, a code as people type it, a key as the database knows it."""

import hashlib
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from realtime.settings import Settings

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 letters and digits without those that look alike (0 O, 1 I L)."""
LONGEST_CODE = 16


def same_origin(connection: HTTPConnection, settings: Settings) -> bool:
    """A page may speak to the host it came from, and to no other. A browser always says where a page came from."""
    origin = connection.headers.get("origin")
    if origin is None:
        return False
    allowed = {*settings.allowed_origins, *((settings.public_url,) if settings.public_url else ())}
    return origin in allowed or _host_of(origin) == connection.headers.get("host", "").casefold()


def _host_of(origin: str) -> str | None:
    """Host and port of an origin; None for `null` and for what is no address, which equal no host, not even a missing one."""
    try:
        return urlsplit(origin).netloc.casefold() or None
    except ValueError:
        return None


def tidy_code(code: str) -> str:
    """As typed by hand: spaces, dashes and case do not matter."""
    return "".join(letter for letter in code.upper() if letter in CODE_LETTERS)[:LONGEST_CODE]


def is_key(key: str) -> bool:
    """128 bits as 32 lower-case hex digits."""
    return len(key) == 32 and all(letter in "0123456789abcdef" for letter in key)


def key_hash(key: str) -> str:
    """SHA-256 of the seat key's hex text, as hex: what the database knows of it."""
    return hashlib.sha256(key.encode()).hexdigest()
