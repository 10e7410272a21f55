"""The tables. Every one carries organization_id, and rows of a session refer to it by both ids.

No table has a seat beside what it wrote: `card` has no time, no seat and no sequence, and its rows come in shuffled order.
No CHECK on text columns and no unique rule over text: an error would quote what a person wrote.
PostgreSQL gathers no statistics of columns with words (migrations 0002, 0003, 0005, 0006, 0007): its samples would outlive the rows.
Columns ending in `_ms` are milliseconds; `at_ms` and `origin_ms` by the session's clock, the others since 1970.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _of_session() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["organization_id", "session_id"], ["session.organization_id", "session.id"])


def _of_programme() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["organization_id", "programme_id"], ["programme.organization_id", "programme.id"])


def _key(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


_TAKES_CODE = "state IN ('live', 'scheduled')"

organization = Table(
    "organization",
    metadata,
    _key("id"),
    Column("name", Text, nullable=False),
    Column("help_page", Text),
    Column("help_checked_ms", BigInteger),
    # Where people who are apart meet: a link with `{room}` in it, or nothing.
    Column("meeting_link", Text, nullable=False),
    PrimaryKeyConstraint("id"),
)

programme = Table(
    "programme",
    metadata,
    _key("organization_id"),
    _key("id"),
    Column("title", Text, nullable=False),
    # The library's id of the series that it plays.
    Column("template", Text, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("erased_ms", BigInteger),
    PrimaryKeyConstraint("organization_id", "id"),
    UniqueConstraint("id"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
)

session = Table(
    "session",
    metadata,
    _key("organization_id"),
    _key("id"),
    Column("code", Text, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("presence", Text, nullable=False),
    Column("floor", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("pace", Float, nullable=False),
    Column("origin_ms", BigInteger, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
    Column("plan", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("head", BigInteger, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("approval", Boolean, nullable=False),
    Column("agenda", Text, nullable=False),
    Column("starts_ms", BigInteger),
    Column("retention_days", Integer, nullable=False),
    Column("signed_ms", BigInteger),
    # When its cards were erased: the UPDATE that sets it is the claim, so that one node does it.
    Column("cards_erased_ms", BigInteger),
    # Rows of it were deleted, and the database's files may hold them still.
    Column("residue", Boolean, nullable=False),
    # How often that happened: who cleans clears the mark that was there before, and no later one.
    Column("deletions", BigInteger, nullable=False),
    # When the files were found clean of a session that was erased whole.
    Column("erased_ms", BigInteger),
    Column("programme_id", Text),
    # Which session of the programme it is, from 1.
    Column("programme_number", Integer),
    # The agreements that it begins with, as a JSON list of texts.
    Column("carried", Text, nullable=False),
    Column("meeting_link", Text, nullable=False),
    PrimaryKeyConstraint("organization_id", "id"),
    UniqueConstraint("id"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
    ForeignKeyConstraint(["organization_id", "programme_id"], ["programme.organization_id", "programme.id"]),
    # A scheduled session's code is on its invitation: it is taken already.
    Index("uq_session_live_code", "code", unique=True, sqlite_where=sql(_TAKES_CODE), postgresql_where=sql(_TAKES_CODE)),
)


def leaves_residue() -> dict[str, Any]:
    """Values for `session` in each transaction that deletes rows with words."""
    return {"residue": True, "deletions": session.c.deletions + 1}


link = Table(
    "link",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    Column("role", Text, nullable=False),
    _key("secret_hash"),
    PrimaryKeyConstraint("secret_hash"),
    _of_session(),
)

desk_link = Table(
    "desk_link",
    metadata,
    _key("organization_id"),
    _key("secret_hash"),
    PrimaryKeyConstraint("secret_hash"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
)

attached = Table(
    "attached",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    _key("node"),
    Column("renewed_ms", BigInteger, nullable=False),
    Column("started_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("session_id", "node"),
    _of_session(),
)

seat = Table(
    "seat",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    _key("id"),
    Column("alias", Text, nullable=False),
    Column("key_hash", Text, nullable=False),
    # The `programme_seat` that this seat is, where the session belongs to a programme and its phone had a place there.
    Column("pseudonym", Text),
    PrimaryKeyConstraint("session_id", "id"),
    UniqueConstraint("session_id", "key_hash"),
    _of_session(),
)

# One person over the sessions of a programme. The id is random and stands in no event, log or view of a session.
programme_seat = Table(
    "programme_seat",
    metadata,
    _key("organization_id"),
    _key("programme_id"),
    _key("id"),
    # Keyed with the deployment secret, so that a copy of the database opens no place by trying four words.
    Column("place_hash", Text, nullable=False),
    Column("alias", Text, nullable=False),
    PrimaryKeyConstraint("programme_id", "id"),
    UniqueConstraint("programme_id", "place_hash"),
    _of_programme(),
)

# In how many rooms two people of a programme were together, in its sessions that have ended; the smaller id first.
met = Table(
    "met",
    metadata,
    _key("organization_id"),
    _key("programme_id"),
    _key("one"),
    _key("other"),
    Column("times", Integer, nullable=False),
    PrimaryKeyConstraint("programme_id", "one", "other"),
    _of_programme(),
)

# The agreements that the next session begins with, in their order from 0.
programme_line = Table(
    "programme_line",
    metadata,
    _key("organization_id"),
    _key("programme_id"),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("programme_id", "place"),
    _of_programme(),
)

# "Not with this person": who and with whom is sealed. `scope` is a programme's id, or that of a session of none.
apart = Table(
    "apart",
    metadata,
    _key("organization_id"),
    _key("scope"),
    _key("id"),
    Column("sealed", Text, nullable=False),
    PrimaryKeyConstraint("scope", "id"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
)

event = Table(
    "event",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    Column("seq", BigInteger, nullable=False),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("at_ms", BigInteger, nullable=False),
    Column("parts", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("session_id", "seq"),
    _of_session(),
    Index("ix_event_session_id_command_id", "session_id", "command_id"),
)

card = Table(
    "card",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    _key("id"),
    Column("text", Text, nullable=False),
    Column("note_key", Text, nullable=False),
    # What its author says beside it: topics with commas between, a line of their own, and whether it may be named as a theme.
    Column("veils", Text, nullable=False),
    Column("content_note", Text, nullable=False),
    Column("nameable", Boolean, nullable=False),
    PrimaryKeyConstraint("session_id", "id"),
    _of_session(),
)

text = Table(
    "text",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    _key("id"),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("session_id", "id"),
    _of_session(),
)

summary = Table(
    "summary",
    metadata,
    _key("organization_id"),
    _key("session_id"),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    # None: only the numbers, published because nobody signed in time.
    Column("signed_ms", BigInteger),
    Column("published_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("session_id", "version"),
    _of_session(),
)

spent_ticket = Table(
    "spent_ticket",
    metadata,
    _key("organization_id"),
    _key("id"),
    Column("expires_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("id"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
)

# What an organization's owner decided about each tender activity, whoever it was: the newest decision.
tender_decision = Table(
    "tender_decision",
    metadata,
    _key("organization_id"),
    _key("activity"),
    Column("approved", Boolean, nullable=False),
    Column("decided_ms", BigInteger, nullable=False),
    PrimaryKeyConstraint("organization_id", "activity"),
    ForeignKeyConstraint(["organization_id"], ["organization.id"]),
)


class DatabaseClock(FunctionElement[int]):
    type = BigInteger()
    inherit_cache = True


def now_ms() -> DatabaseClock:
    """The database's own clock, in whole milliseconds since 1970."""
    return DatabaseClock()


@compiles(DatabaseClock, "sqlite")
def _sqlite_clock(_element: DatabaseClock, _compiler: SQLCompiler, **_options: object) -> str:
    return "CAST(ROUND((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"


@compiles(DatabaseClock, "postgresql")
def _postgresql_clock(_element: DatabaseClock, _compiler: SQLCompiler, **_options: object) -> str:
    return "CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)"
