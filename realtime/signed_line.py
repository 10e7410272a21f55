"""The line that says that a session was erased: written for people and for checking, in no language, signed by the deployment.

`holdspace-erased/1; session=CODE; day=2026-12-01; erased=2026-12-01T20:41:07Z; left=title; key=…; title=…; signature=…`

It proves that whoever holds the deployment secret said so and that nobody changed a letter since; not that it is true, nor anything
of copies that somebody made before. The title stands last but one and has no line breaks, so that it cannot be taken for another part.
"""

import re
from datetime import UTC, datetime

from realtime.secrets import Secrets, is_signed
from realtime.stored_shapes import CheckedLine, SignedErasure

_LINE = re.compile(
    r"^(?P<said>holdspace-erased/1; session=(?P<code>[0-9A-Z]{1,16}); day=(?P<day>\d{4}-\d\d-\d\d); erased=(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ); "
    r"left=(?P<left>title|title\+summary); key=(?P<key>[\w-]{43}); title=(?P<title>.*)); signature=(?P<signature>[\w-]{86})$",
    re.MULTILINE | re.ASCII,
)
NOT_SIGNED = CheckedLine(verdict="not_signed", says=None)


def signed_line(secrets: Secrets, *, code: str, title: str, day_ms: int, erased_ms: int, summary: bool) -> str:
    """Moments in ms since 1970. `summary`: the published one stays. The same facts give the same line."""
    one_line = " ".join(title.split())
    left = "title+summary" if summary else "title"
    at = _utc(erased_ms).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = (
        f"holdspace-erased/1; session={code}; day={_utc(day_ms):%Y-%m-%d}; erased={at}; left={left}; key={secrets.public_key()}; "
        f"title={one_line}"
    )
    return f"{said}; signature={secrets.sign(said)}"


def checked(secrets: Secrets, text: str) -> CheckedLine:
    """The first line in it that is one. Whatever stands around it, such as the rest of a saved file, does not matter."""
    found = _LINE.search(text.replace("\r", ""))
    if found is None or not is_signed(found["key"], found["said"], found["signature"]):
        return NOT_SIGNED
    try:
        erased = datetime.strptime(found["at"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return NOT_SIGNED
    says = SignedErasure(
        title=found["title"],
        code=found["code"],
        day=found["day"],
        erased_ms=int(erased.timestamp()) * 1000,
        summary=found["left"] != "title",
    )
    return CheckedLine(verdict="signed" if found["key"] == secrets.public_key() else "other_key", says=says)


def _utc(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
