"""How much is stored about a session now: every table has its line here, and the counts are read in one statement.

A new table without its line fails `tests/records/test_stored.py`: give it a kind in `workshop.domain.stored` and its rows here.
"""

from collections.abc import Mapping
from typing import get_args

from msgspec import Struct
from sqlalchemy import ColumnElement, RowMapping, Table, and_, func, literal, select, true

from workshop.domain.stored import SessionTimes, StoredKind, StoredState
from workshop.domain.words import SessionId
from workshop.records import tables as t
from workshop.records.engine import Database
from workshop.records.errors import told_plainly


class Rows(Struct, frozen=True):
    """Which rows of a table are of this kind, for the session that the statement is about."""

    table: Table
    which: ColumnElement[bool]


def _of_session(table: Table) -> ColumnElement[bool]:
    return table.c.session_id == t.session.c.id


def _of_programme(table: Table) -> ColumnElement[bool]:
    return table.c.programme_id == t.session.c.programme_id


def _of_organization(table: Table) -> ColumnElement[bool]:
    return table.c.organization_id == t.session.c.organization_id


def _words(kind: str) -> Rows:
    return Rows(t.text, and_(_of_session(t.text), t.text.c.kind == kind))


_scope_of_programme = and_(t.apart.c.scope == t.session.c.programme_id, t.session.c.programme_id.is_not(None))
ROWS: Mapping[StoredKind, Rows] = {
    "cards": Rows(t.card, _of_session(t.card)),
    "notes": _words("note"),
    "lines": _words("line"),
    "themes": _words("themes"),
    "care": _words("care"),
    "names": _words("alias"),
    "seats": Rows(t.seat, _of_session(t.seat)),
    # Those of a programme go with it, and are counted with it.
    "apart": Rows(t.apart, t.apart.c.scope == t.session.c.id),
    "record": Rows(t.event, _of_session(t.event)),
    "nodes": Rows(t.attached, _of_session(t.attached)),
    "summary": Rows(t.summary, _of_session(t.summary)),
    "links": Rows(t.link, _of_session(t.link)),
    "session": Rows(t.session, true()),
    "programme": Rows(t.programme, t.programme.c.id == t.session.c.programme_id),
    "programme_places": Rows(t.programme_seat, _of_programme(t.programme_seat)),
    "programme_met": Rows(t.met, _of_programme(t.met)),
    "programme_lines": Rows(t.programme_line, _of_programme(t.programme_line)),
    "organization": Rows(t.organization, t.organization.c.id == t.session.c.organization_id),
    "desk_links": Rows(t.desk_link, _of_organization(t.desk_link)),
    "tickets": Rows(t.spent_ticket, _of_organization(t.spent_ticket)),
    "approvals": Rows(t.tender_decision, _of_organization(t.tender_decision)),
}
ALSO: Mapping[StoredKind, Rows] = {"programme_met": Rows(t.apart, _scope_of_programme)}
"""A second table of the same kind."""


class Stored(Struct, frozen=True):
    """`erased_ms`: when the files were found clean of a session that was erased whole, ms since 1970; None: never, or not noted."""

    state: StoredState
    times: SessionTimes
    erased_ms: int | None
    programme: bool
    counts: Mapping[StoredKind, int]


def _counted(rows: Rows) -> ColumnElement[int]:
    if rows.table is t.session:
        return literal(1)
    return select(func.count()).select_from(rows.table).where(rows.which).correlate(t.session).scalar_subquery()


def _count(kind: StoredKind) -> ColumnElement[int]:
    counted = _counted(ROWS[kind])
    return counted + _counted(ALSO[kind]) if kind in ALSO else counted


_KINDS: tuple[StoredKind, ...] = get_args(StoredKind)
_TIMES = (t.session.c.retention_days, t.session.c.ended_ms, t.session.c.signed_ms, t.session.c.cards_erased_ms)
_STORED = select(
    t.session.c.state,
    t.session.c.residue,
    t.session.c.erased_ms,
    t.session.c.programme_id,
    *_TIMES,
    *(_count(kind).label(f"n_{kind}") for kind in _KINDS),
)


@told_plainly
async def stored_of(database: Database, session_id: SessionId) -> Stored | None:
    """As the database has it at this moment: one statement, so that nothing is counted before and something else after a change.

    None: no such session.
    """
    async with database.reading() as connection:
        row = (await connection.execute(_STORED.where(t.session.c.id == session_id))).mappings().one_or_none()
    if row is None:
        return None
    return Stored(
        state=_state(row),
        times=SessionTimes(*(row[column] for column in _TIMES)),
        erased_ms=row["erased_ms"],
        programme=row["programme_id"] is not None,
        counts={kind: row[f"n_{kind}"] for kind in _KINDS},
    )


def _state(row: RowMapping) -> StoredState:
    if row["state"] == "erased":
        return "erasing" if row["residue"] else "erased"
    return "open" if row["state"] in ("scheduled", "live") else "over"
