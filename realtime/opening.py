"""A new session with its code and its links: what `run`, `rehearse` and the tests begin with."""

from secrets import choice, token_hex

from msgspec import Struct

from realtime.proof import CODE_LETTERS
from realtime.secrets import hash_secret, new_secret
from workshop.domain.plan import Plan
from workshop.domain.session import Settings as SessionSettings
from workshop.domain.words import (
    DEFAULT_CAPACITY,
    ORGANIZATION_FLOOR,
    PRACTICE_FLOOR,
    RELEASE_BATCH,
    Millis,
    OrganizationId,
    Presence,
    SessionId,
)
from workshop.records.engine import Database
from workshop.records.sessions import (
    NewSession,
    add_link,
    count_live,
    create_organization,
    create_session,
    set_help_page,
)

PRACTICE_ORGANIZATION = OrganizationId("practice")
PRACTICE_HELP = (
    "This is a practice session with an invented help page.\n"
    "In a real session your organization writes here whom you can turn to, today or later: people, places and numbers, "
    "with the date when somebody last checked them.\n"
    "If you are in danger now, call the emergency number of the place where you are."
)
CODE_LENGTH = 8


def code_length(live: int) -> int:
    """Letters in a new code: 8, and one more for each 31 times as many live sessions beyond 1,000."""
    length, room = CODE_LENGTH, 1_000
    while live > room:
        length, room = length + 1, room * len(CODE_LETTERS)
    return length


class Opened(Struct, frozen=True, kw_only=True):
    """A session that can be entered. The secrets are in no store: only their SHA-256 is."""

    id: SessionId
    code: str
    console_secret: str
    screen_secret: str

    def __repr__(self) -> str:
        return "<Opened>"


async def practice_organization(database: Database, now: Millis) -> None:
    await create_organization(database, PRACTICE_ORGANIZATION, "Practice")
    await set_help_page(database, PRACTICE_ORGANIZATION, PRACTICE_HELP, now)


async def open_session(
    database: Database,
    plan: Plan,
    now: Millis,
    *,
    organization: OrganizationId = PRACTICE_ORGANIZATION,
    practice: bool = True,
    presence: Presence = "together",
    floor: int | None = None,
    capacity: int = DEFAULT_CAPACITY,
    pace: float = 1.0,
) -> Opened:
    """A live session of this plan. In practice the floor and the batch are 1, so that one person can try everything.

    Raises HelpPageMissing for a real session of an organization without a help page, CodeTaken, DatabaseUnreachable.
    """
    length = code_length(await count_live(database))
    code = "".join(choice(CODE_LETTERS) for _ in range(length))
    session_id = SessionId(token_hex(16))
    settings = SessionSettings(
        id=session_id,
        organization_id=organization,
        code=code,
        practice=practice,
        presence=presence,
        floor=floor or (PRACTICE_FLOOR if practice else ORGANIZATION_FLOOR),
        batch=1 if practice else RELEASE_BATCH,
        capacity=capacity,
    )
    await create_session(database, NewSession(settings=settings, plan=plan, pace=pace, origin_ms=now, created_ms=now))
    console, screen = new_secret(), new_secret()
    await add_link(database, session_id, "facilitator", hash_secret(console))
    await add_link(database, session_id, "screen", hash_secret(screen))
    return Opened(id=session_id, code=code, console_secret=console, screen_secret=screen)
