"""The write path: a batch of commands is one transaction that locks the session's row, reads on, inserts, moves the head.

`(session_id, seq)` is the primary key, as proof that nobody wrote in between; the lock is what makes writers wait instead of fail.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Row, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncTransaction

from workshop.domain.asides import CardWords
from workshop.domain.events import CardConsentChanged, CardWithdrawn, SessionEnded
from workshop.domain.words import CardId, CommandId, NodeId, OrganizationId, SeatId, SessionId, TextId
from workshop.records.card_rows import CONSENT, REWRITE, columns_of
from workshop.records.engine import Database, commit
from workshop.records.errors import (
    CommitUnknown,
    RecordConflict,
    SessionGone,
    StaleEpoch,
    told_plainly,
)
from workshop.records.programme_writing import PSEUDONYMS, ProgrammeWriting
from workshop.records.programmes import History, history_on
from workshop.records.reading import Recorded, applied_of, events_after, seat_of_key, texts_of
from workshop.records.tables import attached, card, event, leaves_residue, now_ms, programme, seat, session, text

__all__ = [
    "CommitUnknown",
    "SessionGone",
    "StaleEpoch",
    "Writing",
    "read_back",
    "writing",
]


def _nowhere(name: str) -> None:
    """The failpoint of production."""


# Statements stand here ready made: building one anew costs more than sending it.

_THIS = session.c.id == bindparam("session_id")
# key_share: FOR NO KEY UPDATE, so that rows which refer to the session (a node attaching) need not wait for us.
_PROGRAMME = (
    select(programme.c.id).where(programme.c.id == session.c.programme_id, programme.c.erased_ms.is_(None)).scalar_subquery()
)
_LOCK = (
    select(session.c.organization_id, session.c.head, session.c.epoch, session.c.state, _PROGRAMME.label("programme_id"))
    .where(_THIS)
    .with_for_update(key_share=True)
)
_MOVE_HEAD = (
    update(session)
    .where(_THIS, session.c.epoch == bindparam("old_epoch"), session.c.head == bindparam("old_head"))
    .values(head=bindparam("new_head"))
)
_MOVE_HEAD_AND_END = _MOVE_HEAD.values(state="ended", ended_ms=now_ms())
_LIVE_NODES = select(attached.c.node).where(
    attached.c.session_id == bindparam("session_id"), attached.c.renewed_ms >= now_ms() - bindparam("within_ms", type_=BigInteger)
)
_INSERT = {table: insert(table) for table in (text, seat, card, event)}
_DELETE = {
    table: delete(table).where(table.c.session_id == bindparam("session_id"), table.c.id.in_(bindparam("ids", expanding=True)))
    for table in (text, card)
}
_DELETE_CARE = delete(text).where(text.c.session_id == bindparam("session_id"), text.c.kind == "care")
_LEAVES_RESIDUE = update(session).where(_THIS).values(leaves_residue())
_NOTE_KEY = select(card.c.note_key).where(card.c.session_id == bindparam("session_id"), card.c.id == bindparam("id"))

_encode = msgspec.json.Encoder()


class Writing:
    """An open transaction on one session. `missed` are the facts after the caller's position; nothing is kept without `commit`."""

    def __init__(
        self,
        connection: AsyncConnection,
        transaction: AsyncTransaction,
        locked: Row[str, int, int, str, str | None],
        session_id: SessionId,
        missed: list[Recorded],
        at: Callable[[str], None],
    ) -> None:
        self.session_id = session_id
        self.organization_id = OrganizationId(locked.organization_id)
        self.head: int = locked.head
        self.epoch: int = locked.epoch
        self.state: str = locked.state
        self.programme_id: str | None = locked.programme_id
        """None too where the programme was erased."""
        self.missed = missed
        self._connection = connection
        self._transaction = transaction
        self._at = at
        self._events: list[Recorded] = []
        self._seats: list[dict[str, Any]] = []
        self._texts: list[dict[str, Any]] = []
        self._cards: list[dict[str, Any]] = []
        self._gone_texts: list[str] = []
        self._gone_cards: list[str] = []
        self._care_ended = False
        self._rewritten: dict[CardId, CardWords] = {}
        self._consented: dict[CardId, bool] = {}
        self._programme = ProgrammeWriting(self.organization_id, session_id, self.programme_id)

    @told_plainly
    async def applied(self, ids: Sequence[CommandId]) -> frozenset[CommandId]:
        """Those of `ids` that already had their effect, in whichever batch."""
        return await applied_of(self._connection, self.session_id, ids)

    @told_plainly
    async def texts(self, ids: Iterable[TextId]) -> dict[TextId, str]:
        """What stands under the ids; one that is missing was taken back."""
        return await texts_of(self._connection, self.session_id, ids)

    @told_plainly
    async def note_key(self, card_id: CardId) -> str | None:
        """What seals a note to the card's unknown author; None where the card was taken back."""
        key: str | None = await self._connection.scalar(_NOTE_KEY, {"session_id": self.session_id, "id": card_id})
        return key

    @told_plainly
    async def live_nodes(self, within_ms: int) -> tuple[NodeId, ...]:
        """Nodes that renewed their hold on this session within that time by the database's clock, sorted."""
        rows = await self._connection.scalars(_LIVE_NODES, {"session_id": self.session_id, "within_ms": within_ms})
        return tuple(sorted(NodeId(node) for node in rows))

    @told_plainly
    async def seat_of(self, key_hash: str) -> SeatId | None:
        return await seat_of_key(self._connection, self.session_id, key_hash)

    @told_plainly
    async def member_at(self, place_hash: str) -> str | None:
        """The pseudonym of whoever has this place in the session's programme."""
        return None if self.programme_id is None else await self._programme.at_place(self._connection, place_hash)

    @told_plainly
    async def seat_of_member(self, pseudonym: str) -> SeatId | None:
        """A seat that this member has here already, be it one that goes on as another."""
        added = (SeatId(row["id"]) for row in self._seats if row["pseudonym"] == pseudonym)
        return next(added, None) or await self._programme.seat_of(self._connection, pseudonym)

    @told_plainly
    async def history(self) -> History:
        """What earlier sessions know of the people here, and who is kept apart: what was committed before this transaction."""
        return await history_on(self._connection, self.session_id)

    @told_plainly
    async def pseudonyms(self) -> dict[SeatId, str]:
        """Of the seats here that have one."""
        rows = await self._connection.execute(PSEUDONYMS, {"session_id": self.session_id})
        added = {SeatId(row["id"]): row["pseudonym"] for row in self._seats if row["pseudonym"]}
        return {**{SeatId(row.id): row.pseudonym for row in rows}, **added}

    def add(self, recorded: Sequence[Recorded]) -> None:
        """Facts to insert, contiguous after the head and what was added before. Raises ValueError where they are not."""
        expected = self.head + len(self._events) + 1
        if [one.seq for one in recorded] != list(range(expected, expected + len(recorded))):
            raise ValueError(f"events must go on from {expected}")
        self._events.extend(recorded)

    def add_seat(self, seat_id: SeatId, alias: TextId, key_hash: str, pseudonym: str = "") -> None:
        """`alias` names a row of `add_text`; `key_hash` is the SHA-256 of the phone's key, hex."""
        self._seats.append({**self._row(id=seat_id, alias=alias, key_hash=key_hash), "pseudonym": pseudonym or None})

    def add_member(self, pseudonym: str, place_hash: str, alias: str) -> None:
        """Somebody new in the session's programme. Raises RecordConflict where it has none."""
        self._programme.add_member(pseudonym, place_hash, alias)

    def rename_member(self, pseudonym: str, alias: str) -> None:
        self._programme.rename_member(pseudonym, alias)

    def carry_over(self, met: Mapping[tuple[str, str], int], lines: Sequence[str]) -> None:
        """What goes on after the end: pairs of pseudonyms and in how many rooms they met (added to what is there), and the agreements
        (instead of those that are there)."""
        self._programme.carry_over(met, lines)

    def add_apart(self, apart_id: str, sealed: str) -> None:
        """Two people who shall not share a room, in this programme, else in this session. The same id again replaces it."""
        self._programme.add_apart(apart_id, sealed)

    def delete_apart(self, ids: Iterable[str]) -> None:
        """Rows of `add_apart` to delete, also of what was added in this transaction."""
        self._programme.delete_apart(ids)

    def add_text(self, text_id: TextId, kind: str, words: str) -> None:
        self._texts.append(self._row(id=text_id, kind=kind, text=words))

    def add_cards(self, cards: Iterable[tuple[CardId, str, str]]) -> None:
        """(id, words, note key) in the order given, which must be shuffled already. Plain words have nothing beside them."""
        self._cards.extend(self._row(id=card_id, note_key=note_key, **columns_of(words)) for card_id, words, note_key in cards)

    def delete_texts(self, ids: Iterable[str]) -> None:
        """Rows to delete, also of what was added in this transaction."""
        gone = set(ids)
        self._texts = [row for row in self._texts if row["id"] not in gone]
        self._gone_texts.extend(gone)
        if self.state != "live":  # until the end the agreements are not carried over yet
            self._programme.take_back(gone)

    def end_care(self) -> None:
        """Nobody may read any more who asked for a person."""
        self._texts = [row for row in self._texts if row["kind"] != "care"]
        self._care_ended = True

    def delete_cards(self, ids: Iterable[str]) -> None:
        gone = set(ids)
        self._cards = [row for row in self._cards if row["id"] not in gone]
        self._gone_cards.extend(gone)

    def rewrite_card(self, card_id: CardId, words: CardWords) -> None:
        """Other words for a card that is there, with what stands beside them; nothing where it is not."""
        self._cards = [{**row, **columns_of(words)} if row["id"] == card_id else row for row in self._cards]
        self._rewritten[card_id] = words
        self._consented.pop(card_id, None)

    def consent_card(self, card_id: CardId, nameable: bool) -> None:
        """Whether a card that is there may be named as a theme."""
        self._cards = [{**row, "nameable": nameable} if row["id"] == card_id else row for row in self._cards]
        self._consented[card_id] = nameable

    async def commit(self) -> None:
        """Insert what was added, move the head, COMMIT. With nothing added it only ends the transaction.

        Raises SessionGone (ended meanwhile), StaleEpoch, RecordConflict (nothing was kept), DatabaseUnreachable (nothing was
        kept), CommitUnknown (read back by command ids). A task that is cancelled here doesn't know the outcome either.
        """
        if self._events and self.state != "live" and not self._is_about_own_cards():
            raise SessionGone(self.state)
        await self._insert()
        self._at("after_insert")
        await commit(self._connection, self._transaction)
        self.head += len(self._events)
        self._events = []
        self._at("after_commit")

    def _is_about_own_cards(self) -> bool:
        """A card may be taken back, and its naming agreed to or not, as long as it is there: also after the end, until it is erased."""
        allowed = (CardWithdrawn, CardConsentChanged)
        return self.state in ("ended", "signed") and all(isinstance(one.event, allowed) for one in self._events)

    def _row(self, **fields: object) -> dict[str, Any]:
        # Refused here, because PostgreSQL writes a row that lacks something into its log, with the words in it.
        if None in fields.values():
            raise RecordConflict("the rule that no column is empty")
        return {"organization_id": self.organization_id, "session_id": self.session_id, **fields}

    @told_plainly
    async def _insert(self) -> None:
        rows = [self._row(**_event_fields(one)) for one in self._events]
        for table, many in ((text, self._texts), (seat, self._seats), (card, self._cards), (event, rows)):
            if many:
                await self._connection.execute(_INSERT[table], many)
        overwritten = await self._programme.execute(self._connection)
        for table, gone in ((text, self._gone_texts), (card, self._gone_cards)):
            if gone:
                await self._connection.execute(_DELETE[table], {"session_id": self.session_id, "ids": gone})
        if self._care_ended:
            await self._connection.execute(_DELETE_CARE, {"session_id": self.session_id})
        if overwritten or self._gone_texts or self._gone_cards or self._rewritten or self._consented or self._care_ended:
            await self._connection.execute(_LEAVES_RESIDUE, {"session_id": self.session_id})
        for card_id, words in self._rewritten.items():
            values = {f"new_{name}": value for name, value in columns_of(words).items()}
            await self._connection.execute(REWRITE, {"of_session": self.session_id, "of_card": card_id, **values})
        for card_id, nameable in self._consented.items():
            of_card = {"of_session": self.session_id, "of_card": card_id}
            await self._connection.execute(CONSENT, {**of_card, "new_nameable": nameable})
        if self._events:
            await self._move_head()

    async def _move_head(self) -> None:
        ended = any(isinstance(one.event, SessionEnded) for one in self._events)  # a card may be taken back in the same batch
        moved = await self._connection.execute(
            _MOVE_HEAD_AND_END if ended else _MOVE_HEAD,
            {"session_id": self.session_id, "old_epoch": self.epoch, "old_head": self.head, "new_head": self._events[-1].seq},
        )
        if moved.rowcount != 1:
            raise StaleEpoch(self.epoch)
        if ended:
            # Who asked for a person: not kept beyond the end.
            await self._connection.execute(_DELETE_CARE, {"session_id": self.session_id})
            self.state = "ended"


@asynccontextmanager
async def writing(
    database: Database, session_id: SessionId, *, after: int, epoch: int, at: Callable[[str], None] = _nowhere
) -> AsyncIterator[Writing]:
    """One transaction on the session's locked row; rolled back unless `commit` was called.

    `after` is the position the caller has applied, `epoch` the one it loaded. `at` is called with the names of failpoints.
    An ended session still opens, so that the caller can catch up, but takes no events.
    Raises StaleEpoch, SessionGone (no such session, or erased), DatabaseUnreachable, DatabaseBusy.
    """
    async with database.transaction() as (connection, transaction):
        yield await _locked(connection, transaction, session_id, after, epoch, at)


@told_plainly
async def _locked(
    connection: AsyncConnection,
    transaction: AsyncTransaction,
    session_id: SessionId,
    after: int,
    epoch: int,
    at: Callable[[str], None],
) -> Writing:
    row = (await connection.execute(_LOCK, {"session_id": session_id})).one_or_none()
    if row is None or row.state == "erased":
        raise SessionGone("missing" if row is None else "erased")
    # A head behind the caller's position is a restored copy whose epoch nobody raised.
    if row.epoch != epoch or row.head < after:
        raise StaleEpoch(row.epoch)
    missed = await events_after(connection, session_id, after) if row.head > after else []
    return Writing(connection, transaction, row, session_id, missed, at)


@told_plainly
async def read_back(database: Database, session_id: SessionId, ids: Sequence[CommandId]) -> frozenset[CommandId]:
    """After CommitUnknown: those of `ids` that had their effect.

    Waits for the row of the session, because a transaction whose client is gone may still be on its way to COMMIT.
    """
    async with database.transaction() as (connection, _):
        await connection.execute(_LOCK, {"session_id": session_id})
        return await applied_of(connection, session_id, ids)


# --- the envelope


def _event_fields(one: Recorded) -> dict[str, object]:
    kind = type(one.event)
    return {
        "seq": one.seq,
        "type": kind.__struct_config__.tag,
        "version": kind.version,
        "command_id": one.command,
        "at_ms": one.at,
        "parts": _encode.encode(sorted(kind.touches)).decode(),
        "body": _encode.encode(one.event).decode(),
    }
