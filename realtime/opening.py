"""A new session with its code and its links: what `run`, the desk, `rehearse` and the tests begin with."""

import hashlib
from secrets import choice, token_hex

from msgspec import Struct

from realtime.proof import CODE_LETTERS
from realtime.secrets import hash_secret, new_secret
from workshop.domain.plan import Plan
from workshop.domain.published import RETENTION_DAYS
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
from workshop.records.links import add_desk_link, replace_desk_links, replace_links
from workshop.records.sessions import NewSession, SessionRow, count_live, create_organization, create_session, organizations

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


async def practice_organization(database: Database) -> None:
    """Without a help page of its own: a real session needs one that somebody wrote."""
    await create_organization(database, PRACTICE_ORGANIZATION, "Practice")


def help_of(row: SessionRow) -> str:
    """The organization's help page; the invented one only where nothing is real."""
    return row.help_page or (PRACTICE_HELP if row.settings.practice else "")


class Terms(Struct, frozen=True, kw_only=True):
    """What is decided about a session when it is made. In practice the batch is 1, so that one person can try everything.

    `starts_ms`: for when it is announced, ms since 1970. `scheduled`: nobody can come before it is opened.
    """

    practice: bool
    presence: Presence
    floor: int
    approval: bool = False
    capacity: int = DEFAULT_CAPACITY
    scheduled: bool = False
    starts_ms: Millis | None = None
    retention_days: int = RETENTION_DAYS


async def make_session(
    database: Database,
    plan: Plan,
    now: Millis,
    organization: OrganizationId,
    terms: Terms,
    *,
    agenda: str = "",
    pace: float = 1.0,
    programme: tuple[str, int] | None = None,
) -> SessionRow:
    """A session with a code of its own, without links yet. `agenda`: its id in the library, where it is not the plan's. `programme`: the
    id of the one it belongs to, and which of its sessions it is, from 1.

    Raises HelpPageMissing for a real session of an organization without a help page, CodeTaken, ProgrammeGone, DatabaseUnreachable.
    """
    length = code_length(await count_live(database))
    settings = SessionSettings(
        id=SessionId(token_hex(16)),
        organization_id=organization,
        code="".join(choice(CODE_LETTERS) for _ in range(length)),
        practice=terms.practice,
        presence=terms.presence,
        floor=terms.floor,
        batch=1 if terms.practice else RELEASE_BATCH,
        capacity=terms.capacity,
        approval=terms.approval,
    )
    return await create_session(
        database,
        NewSession(
            settings=settings,
            plan=plan,
            pace=pace,
            origin_ms=now,
            created_ms=now,
            agenda=agenda,
            starts_ms=terms.starts_ms,
            retention_days=terms.retention_days,
            state="scheduled" if terms.scheduled else "live",
            programme_id=None if programme is None else programme[0],
            programme_number=None if programme is None else programme[1],
        ),
    )


async def new_links(database: Database, row: SessionRow) -> Opened:
    """A console's and a screen's link; earlier ones lead nowhere any more. Raises SessionGone, DatabaseUnreachable."""
    console, screen = new_secret(), new_secret()
    await replace_links(database, row.settings.id, {"facilitator": hash_secret(console), "screen": hash_secret(screen)})
    return Opened(id=row.settings.id, code=row.settings.code, console_secret=console, screen_secret=screen)


async def new_desk_link(database: Database, organization: OrganizationId) -> str:
    """The secret of one more link to the organizer's desk. Raises DatabaseUnreachable."""
    secret = new_secret()
    await add_desk_link(database, organization, hash_secret(secret))
    return secret


async def only_desk_link(database: Database, name: str) -> str:
    """The secret of the one desk link of the organization of this name, which is made where there is none; earlier links end.

    Raises DatabaseUnreachable.
    """
    found = next((one.id for one in await organizations(database) if one.name.casefold() == name.casefold()), None)
    # The same id whoever makes it: two who do so at once make one.
    organization = found or OrganizationId(hashlib.sha256(f"organization:{name.casefold()}".encode()).hexdigest()[:32])
    if found is None:
        await create_organization(database, organization, name)
    secret = new_secret()
    await replace_desk_links(database, organization, hash_secret(secret))
    return secret


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
    approval: bool = False,
    retention_days: int = RETENTION_DAYS,
) -> Opened:
    """A live session of this plan, with its links. The floor is 1 in practice and 5 otherwise, unless said.

    Raises HelpPageMissing for a real session of an organization without a help page, CodeTaken, DatabaseUnreachable.
    """
    terms = Terms(
        practice=practice,
        presence=presence,
        floor=floor or (PRACTICE_FLOOR if practice else ORGANIZATION_FLOOR),
        approval=approval,
        capacity=capacity,
        retention_days=retention_days,
    )
    return await new_links(database, await make_session(database, plan, now, organization, terms, pace=pace))
