"""What one transaction on a session keeps of its programme: who came, who met whom, which agreements go on, who is kept apart.

Collected first and executed at the transaction's commit, like everything else that `ledger.Writing` takes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.words import OrganizationId, SeatId, SessionId
from workshop.records.errors import RecordConflict
from workshop.records.tables import apart, met, programme_line, programme_seat, seat, text

# Statements stand here ready made: building one anew costs more than sending it.

_AT_PLACE = select(programme_seat.c.id).where(
    programme_seat.c.programme_id == bindparam("programme_id"), programme_seat.c.place_hash == bindparam("place_hash")
)
_SEAT_OF = (
    select(seat.c.id)
    .where(seat.c.session_id == bindparam("session_id"), seat.c.pseudonym == bindparam("pseudonym"))
    .order_by(seat.c.id)
    .limit(1)
)
PSEUDONYMS = select(seat.c.id, seat.c.pseudonym).where(
    seat.c.session_id == bindparam("session_id"), seat.c.pseudonym.is_not(None)
)
_INSERT_MEMBER, _INSERT_LINES = insert(programme_seat), insert(programme_line)
_RENAME = (
    update(programme_seat)
    .where(
        programme_seat.c.programme_id == bindparam("of_programme"),
        programme_seat.c.id == bindparam("of_member"),
        programme_seat.c.alias != bindparam("new_alias"),
    )
    .values(alias=bindparam("new_alias"))
)
_DELETE_LINES = delete(programme_line).where(programme_line.c.programme_id == bindparam("of_programme"))
# A line that its author takes back after the end is no agreement of the next session either.
_DELETE_TAKEN_BACK = _DELETE_LINES.where(
    programme_line.c.text.in_(
        select(text.c.text).where(
            text.c.session_id == bindparam("session_id"), text.c.kind == "line", text.c.id.in_(bindparam("ids", expanding=True))
        )
    )
)
_DELETE_APART = delete(apart).where(apart.c.scope == bindparam("of_scope"), apart.c.id.in_(bindparam("ids", expanding=True)))


class ProgrammeWriting:
    """`id`: of the session's programme; None where it has none, or it was erased. Then only who is kept apart is written, for
    this session alone."""

    def __init__(self, organization_id: OrganizationId, session_id: SessionId, programme_id: str | None) -> None:
        self.id = programme_id
        self._organization_id, self._session_id = organization_id, session_id
        self._members: list[dict[str, Any]] = []
        self._renamed: dict[str, str] = {}
        self._met: Mapping[tuple[str, str], int] = {}
        self._lines: Sequence[str] | None = None
        self._apart: dict[str, str] = {}
        self._no_longer_apart: list[str] = []
        self._taken_back: list[str] = []

    def __repr__(self) -> str:
        return "<ProgrammeWriting>"

    @property
    def scope(self) -> str:
        """What rows of `apart` belong to."""
        return self.id or self._session_id

    def add_member(self, pseudonym: str, place_hash: str, alias: str) -> None:
        """Somebody whom the programme does not know yet. Raises RecordConflict where one of them is empty."""
        if self.id is None or "" in (pseudonym, place_hash, alias):
            raise RecordConflict("the rule that a member has a programme, a place and an alias")
        self._members.append(self._row(id=pseudonym, place_hash=place_hash, alias=alias))

    def rename_member(self, pseudonym: str, alias: str) -> None:
        self._renamed[pseudonym] = alias

    def carry_over(self, met: Mapping[tuple[str, str], int], lines: Sequence[str]) -> None:
        """`met`: pairs of pseudonyms, the smaller first, and in how many more rooms they were together. `lines` are the agreements
        from now on, instead of those that were there."""
        self._met = met
        self._lines = lines

    def add_apart(self, apart_id: str, sealed: str) -> None:
        self._apart[apart_id] = sealed

    def delete_apart(self, ids: Iterable[str]) -> None:
        """Also of what was added in this transaction."""
        gone = list(ids)
        for one in gone:
            self._apart.pop(one, None)
        self._no_longer_apart.extend(gone)

    def take_back(self, ids: Iterable[str]) -> None:
        """Rows of `text` that go in this transaction: a line among them is not carried over any more."""
        self._taken_back.extend(ids)

    async def at_place(self, connection: AsyncConnection, place_hash: str) -> str | None:
        """Whose place it is, also where they were added in this transaction."""
        for row in self._members:
            if row["place_hash"] == place_hash:
                return str(row["id"])
        wanted = {"programme_id": self.id, "place_hash": place_hash}
        found: str | None = await connection.scalar(_AT_PLACE, wanted)
        return found

    async def seat_of(self, connection: AsyncConnection, pseudonym: str) -> SeatId | None:
        """One of the seats that this person has in this session."""
        found = await connection.scalar(_SEAT_OF, {"session_id": self._session_id, "pseudonym": pseudonym})
        return None if found is None else SeatId(found)

    async def execute(self, connection: AsyncConnection) -> bool:
        """Whether words were deleted or overwritten, so that the files may hold them still."""
        deleted = await self._execute_apart(connection)
        if self.id is None:
            return deleted
        of_programme = {"of_programme": self.id}
        if self._members:
            await connection.execute(_INSERT_MEMBER, self._members)
        for pseudonym, alias in sorted(self._renamed.items()):
            renamed = await connection.execute(_RENAME, {**of_programme, "of_member": pseudonym, "new_alias": alias})
            deleted = renamed.rowcount > 0 or deleted
        if self._met:
            await self._meet(connection)
        if self._taken_back:
            ids = {"session_id": self._session_id, "ids": self._taken_back}
            deleted = (await connection.execute(_DELETE_TAKEN_BACK, {**of_programme, **ids})).rowcount > 0 or deleted
        if self._lines is not None:
            deleted = (await connection.execute(_DELETE_LINES, of_programme)).rowcount > 0 or deleted
            rows = [self._row(place=place, text=words) for place, words in enumerate(self._lines)]
            if rows:
                await connection.execute(_INSERT_LINES, rows)
        return deleted

    async def _execute_apart(self, connection: AsyncConnection) -> bool:
        if self._no_longer_apart:
            await connection.execute(_DELETE_APART, {"of_scope": self.scope, "ids": self._no_longer_apart})
        if self._apart:
            new = _insert(connection, apart)
            rows = [
                {"organization_id": self._organization_id, "scope": self.scope, "id": apart_id, "sealed": sealed}
                for apart_id, sealed in sorted(self._apart.items())
            ]
            changed = {"sealed": new.excluded.sealed}
            await connection.execute(new.on_conflict_do_update(index_elements=["scope", "id"], set_=changed), rows)
        return bool(self._no_longer_apart)

    async def _meet(self, connection: AsyncConnection) -> None:
        new = _insert(connection, met)
        # In one order, so that two sessions that end at once do not wait for each other.
        rows = [self._row(one=one, other=other, times=times) for (one, other), times in sorted(self._met.items())]
        counted = {"times": met.c.times + new.excluded.times}
        await connection.execute(new.on_conflict_do_update(index_elements=["programme_id", "one", "other"], set_=counted), rows)

    def _row(self, **fields: object) -> dict[str, Any]:
        return {"organization_id": self._organization_id, "programme_id": self.id, **fields}


def _insert(connection: AsyncConnection, table: Any) -> sqlite.Insert | postgresql.Insert:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)
