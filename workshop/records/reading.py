"""Reading what the ledger wrote: facts in their order, positions, and the rows of words that facts name."""

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct
from sqlalchemy import bindparam, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.asides import CardWords
from workshop.domain.events import AnyEvent
from workshop.domain.words import CardId, CommandId, Millis, SeatId, SessionId, TextId
from workshop.records.card_rows import words_of
from workshop.records.engine import Database
from workshop.records.errors import DatabaseNewer, told_plainly
from workshop.records.tables import card, event, seat, session, text


class Recorded(Struct, frozen=True):
    """A fact as it stands in the log. `at` is by the session's clock."""

    seq: int
    command: CommandId
    at: Millis
    event: AnyEvent


# Statements stand here ready made: building one anew costs more than sending it.

_HEADS = select(session.c.id, session.c.head, session.c.epoch, session.c.state).where(
    session.c.id.in_(bindparam("ids", expanding=True))
)
_EVENTS = (
    select(event.c.seq, event.c.type, event.c.version, event.c.command_id, event.c.at_ms, event.c.body)
    .where(event.c.session_id == bindparam("session_id"), event.c.seq > bindparam("after"))
    .order_by(event.c.seq)
)
_APPLIED = (
    select(event.c.command_id)
    .where(event.c.session_id == bindparam("session_id"), event.c.command_id.in_(bindparam("ids", expanding=True)))
    .distinct()
)
_TEXTS = select(text.c.id, text.c.text).where(
    text.c.session_id == bindparam("session_id"), text.c.id.in_(bindparam("ids", expanding=True))
)
_CARDS = select(card.c.id, card.c.text, card.c.veils, card.c.content_note, card.c.nameable).where(
    card.c.session_id == bindparam("session_id"), card.c.id.in_(bindparam("ids", expanding=True))
)
_SEAT = select(seat.c.id).where(seat.c.session_id == bindparam("session_id"), seat.c.key_hash == bindparam("key_hash"))
# A code may be used again after a session has ended, and the key may be of a card of that one.
_SESSION_OF_CARD = union_all(
    *(
        select(session.c.id, session.c.created_ms)
        .join(table, table.c.session_id == session.c.id)
        .where(session.c.code == bindparam("code"), session.c.state != "erased", table.c.id == bindparam("card"))
        for table in (card, text)
    )
)

_decode: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


@told_plainly
async def read_events(database: Database, session_id: SessionId, after: int = 0) -> list[Recorded]:
    """The facts with seq > after, in order. Raises DatabaseNewer for a fact this program does not know."""
    async with database.reading() as connection:
        return await events_after(connection, session_id, after)


@told_plainly
async def heads(database: Database, session_ids: Sequence[SessionId]) -> dict[SessionId, tuple[int, int, str]]:
    """(head, epoch, state) of each session that exists, in one query."""
    if not session_ids:
        return {}
    async with database.reading() as connection:
        rows = await connection.execute(_HEADS, {"ids": list(session_ids)})
        return {SessionId(row.id): (row.head, row.epoch, row.state) for row in rows}


@told_plainly
async def read_texts(database: Database, session_id: SessionId, ids: Iterable[TextId]) -> dict[TextId, str]:
    async with database.reading() as connection:
        return await texts_of(connection, session_id, ids)


@told_plainly
async def read_cards(database: Database, session_id: SessionId, ids: Iterable[CardId]) -> dict[CardId, CardWords]:
    """Those cards that are there, each with what stands beside it; a missing one was taken back."""
    async with database.reading() as connection:
        rows = await connection.execute(_CARDS, {"session_id": session_id, "ids": list(ids)})
        return {CardId(row.id): words_of(row.text, row.veils, row.content_note, row.nameable) for row in rows}


@told_plainly
async def session_of_card(database: Database, code: str, card_id: CardId) -> SessionId | None:
    """The session of this code, live or ended, in which such a card or proposed line still is."""
    async with database.reading() as connection:
        found = (await connection.execute(_SESSION_OF_CARD, {"code": code, "card": card_id})).first()
    return None if found is None else SessionId(found.id)


@told_plainly
async def seat_by_key(database: Database, session_id: SessionId, key_hash: str) -> SeatId | None:
    """Whose key this is: how a phone proves itself."""
    async with database.reading() as connection:
        return await seat_of_key(connection, session_id, key_hash)


async def events_after(connection: AsyncConnection, session_id: SessionId, after: int) -> list[Recorded]:
    rows = await connection.execute(_EVENTS, {"session_id": session_id, "after": after})
    return [Recorded(row.seq, CommandId(row.command_id), row.at_ms, _fact(row.type, row.version, row.body)) for row in rows]


async def applied_of(connection: AsyncConnection, session_id: SessionId, ids: Sequence[CommandId]) -> frozenset[CommandId]:
    rows = await connection.scalars(_APPLIED, {"session_id": session_id, "ids": list(ids)})
    return frozenset(CommandId(one) for one in rows)


async def texts_of(connection: AsyncConnection, session_id: SessionId, ids: Iterable[TextId]) -> dict[TextId, str]:
    rows = await connection.execute(_TEXTS, {"session_id": session_id, "ids": list(ids)})
    return {TextId(row.id): row.text for row in rows}


async def seat_of_key(connection: AsyncConnection, session_id: SessionId, key_hash: str) -> SeatId | None:
    found = await connection.scalar(_SEAT, {"session_id": session_id, "key_hash": key_hash})
    return None if found is None else SeatId(found)


def _fact(kind: str, version: int, body: str) -> AnyEvent:
    try:
        fact = _decode.decode(body)
    except msgspec.ValidationError:
        fact = None
    if fact is None or version > fact.version:
        raise DatabaseNewer(
            f"This session holds a fact ({kind}, version {version}) that this version does not know. Update Holdspace."
        )
    return fact
