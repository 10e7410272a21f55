"""What travels over the doors that say what is stored about a session, and what was erased. Types for the pages are generated.

`POST /api/stored` asks with the session's code, as its door does. `GET /api/closing/stored` and `POST /api/closing/erase` carry the
console link's secret, `GET /api/desk/sessions/ID/stored` the desk's. An answer that is not 200 is `{"error": code}`.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from workshop.domain.stored import StoredState, StoredThing
from workshop.domain.words import Value

MOST_LINE = 4000
"""Letters that are looked through for a signed line: the whole file that a phone saves fits."""


class AskStored(Struct, frozen=True, forbid_unknown_fields=True):
    """`POST /api/stored` → `StoredPage`, as the group sees it."""

    code: str


class StoredPage(Value, frozen=True):
    """Read from the database for this answer. `GET /api/closing/stored` and `POST /api/closing/erase` (which takes `{}`, at any time
    after the end, and again while it is `erasing`) give it with numbers."""

    title: str
    code: str
    practice: bool
    state: StoredState
    day_ms: int
    """When the session ended, else for when it was made (ms since 1970)."""
    erased_ms: int | None
    """When the files were found clean."""
    retention_days: int
    """0: nothing is kept after the end."""
    engine: Literal["sqlite", "postgresql"]
    things: tuple[StoredThing, ...]
    line: str
    """The signed one, where it is `erased`; else empty."""
    public_key: str


class CheckLine(Struct, frozen=True, forbid_unknown_fields=True):
    """`POST /api/stored/check` → `CheckedLine`. Nothing is looked up: the signature is in the text."""

    text: Annotated[str, Meta(max_length=MOST_LINE)]


class SignedErasure(Value, frozen=True):
    """What a signed line says. `summary`: the published summary stayed."""

    title: str
    code: str
    day: str
    """YYYY-MM-DD, UTC."""
    erased_ms: int
    summary: bool


class CheckedLine(Value, frozen=True):
    """`signed`: by this deployment. `other_key`: whole, but with a key that is not this deployment's. `not_signed`: no such line in
    it, or not as it was signed."""

    verdict: Literal["signed", "other_key", "not_signed"]
    says: SignedErasure | None
    """None where it is `not_signed`."""
