"""What can go wrong with the records, as types. No message holds a credential or anything that a person wrote.

RecordsError
├── DatabaseUnreachable   it cannot be reached, or the connection was lost before COMMIT: nothing was changed
│   └── DatabaseBusy      another writer held it for too long: nothing was changed
├── DatabaseNewer         written by a newer version of this program
├── RecordConflict        a row breaks a rule of the schema; `constraint` says which
├── RecordsFault          the database refused otherwise; `kind` is its error class or SQLSTATE
├── CommitUnknown         the connection was lost during COMMIT: read back what became of it
├── StaleEpoch            the session was restored or erased since: load it anew
├── SessionGone           no such session, or its state takes no more events
├── CodeTaken             another live or scheduled session has this code
├── StaleVersion          somebody published another version of the summary in between
├── ProgrammeGone         no such programme of this organization, or it was erased
├── UnknownMember         nobody of this programme, or no seat of this session
├── MemberElsewhere       this member is somebody else in the session, or its phone somebody whom the programme knows
├── HelpPageMissing       a real session needs the organization's help page first
└── TenderNotApproved     a real session needs the organization's approval of its tender activities first

A database's own words are dropped, not chained: PostgreSQL's DETAIL quotes the failing row, and asyncpg quotes arguments.
"""

import functools
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError, SQLAlchemyError

P = ParamSpec("P")
R = TypeVar("R")


class RecordsError(Exception):
    """Anything below."""


class DatabaseUnreachable(RecordsError):
    def __init__(
        self, message: str = "The connection to the database was lost. Check that it runs; nothing was changed."
    ) -> None:
        super().__init__(message)
        self.message = message


class DatabaseBusy(DatabaseUnreachable):
    def __init__(self) -> None:
        super().__init__("Another writer held the database for too long. Nothing was changed; try again.")


class DatabaseNewer(RecordsError):
    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RecordConflict(RecordsError):
    def __init__(self, constraint: str) -> None:
        super().__init__(f"A row breaks {constraint}.")
        self.constraint = constraint


class RecordsFault(RecordsError):
    def __init__(self, kind: str) -> None:
        super().__init__(f"The database refused ({kind}).")
        self.kind = kind


class CommitUnknown(RecordsError):
    def __init__(self) -> None:
        super().__init__("The connection was lost during COMMIT. It may have taken effect; read back.")


class StaleEpoch(RecordsError):
    def __init__(self, epoch: int) -> None:
        super().__init__(f"The session is at epoch {epoch} now.")
        self.epoch = epoch


class SessionGone(RecordsError):
    def __init__(self, state: str) -> None:
        super().__init__(f"The session takes no more events ({state}).")
        self.state = state


class CodeTaken(RecordsError):
    def __init__(self) -> None:
        super().__init__("Another live session has this code.")


class StaleVersion(RecordsError):
    def __init__(self, version: int) -> None:
        super().__init__(f"The summary is at version {version} now.")
        self.version = version


class ProgrammeGone(RecordsError):
    def __init__(self) -> None:
        super().__init__("There is no such programme, or it was erased.")


class UnknownMember(RecordsError):
    def __init__(self) -> None:
        super().__init__("Nobody of this programme, or no seat of this session.")


class MemberElsewhere(RecordsError):
    def __init__(self) -> None:
        super().__init__("They are somebody else in this programme.")


class HelpPageMissing(RecordsError):
    def __init__(self) -> None:
        super().__init__("A real session needs the organization's help page first.")


class TenderNotApproved(RecordsError):
    """`activities`: ids of those that are not approved, by name."""

    def __init__(self, activities: tuple[str, ...]) -> None:
        super().__init__(f"A real session needs the organization's approval of {', '.join(activities)} first.")
        self.activities = activities


DATABASE_ERRORS = (SQLAlchemyError, OSError, UnicodeError)
"""What a statement may raise: connection errors come unwrapped from asyncpg, text that is no UTF-8 from sqlite3."""


def told_plainly(function: Callable[P, Awaitable[R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """The function, raising our errors instead of the driver's."""

    @functools.wraps(function)
    async def plain(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await function(*args, **kwargs)
        except DATABASE_ERRORS as error:
            failure = plain_error(error)
        # Raised outside the handler: as `__context__` the original would still reach logs that walk the chain.
        raise failure

    return plain


def plain_error(error: BaseException) -> RecordsError:
    """Our error for the driver's, with nothing of its text but names from the schema."""
    if isinstance(error, OSError):
        return DatabaseUnreachable()
    if not isinstance(error, DBAPIError):
        return RecordsFault(type(error).__name__)
    state = sqlstate(error)
    if isinstance(error, IntegrityError):
        return RecordConflict(_constraint(error))
    if is_busy(error):
        return DatabaseBusy()
    if error.connection_invalidated or state[:2] in _LOST or (not state and isinstance(error, InterfaceError)):
        return DatabaseUnreachable()
    if isinstance(error, OperationalError) and _sqlite_code(error).startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return DatabaseUnreachable("The database file cannot be read or written. Check its folder, its rights and the disk.")
    return RecordsFault(state or _sqlite_code(error) or type(error).__name__)


_BUSY = frozenset({"55P03", "40P01", "57014"})
"""lock_timeout, deadlock, statement cancelled."""
_LOST = frozenset({"08", "25", "53", "57"})
"""Classes: connection exception, transaction ended by the server, out of resources, operator intervention (shutdown)."""


def is_busy(error: DBAPIError) -> bool:
    """Somebody else held what it needs; trying again may help."""
    return sqlstate(error) in _BUSY or _sqlite_code(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def sqlstate(error: DBAPIError) -> str:
    """PostgreSQL's five characters, or an empty string."""
    return str(getattr(error.orig, "sqlstate", None) or "")


def _sqlite_code(error: DBAPIError) -> str:
    """Such as SQLITE_BUSY, or an empty string."""
    return str(getattr(error.orig, "sqlite_errorname", None) or "")


def _constraint(error: IntegrityError) -> str:
    """The constraint's name on PostgreSQL; on SQLite "UNIQUE constraint failed: card.id", which names columns only."""
    cause = getattr(error.orig, "__cause__", None)
    if sqlstate(error):
        return str(getattr(cause, "constraint_name", None) or sqlstate(error))
    return str(error.orig) if _sqlite_code(error).startswith("SQLITE_CONSTRAINT") else "a constraint"
