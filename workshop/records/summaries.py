"""What is published of a session: drafts of themes, the signed versions, and the numbers when nobody signed in time."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from workshop.domain.decider import replay
from workshop.domain.events import SessionEnded
from workshop.domain.published import Summary, ThemesOf
from workshop.domain.session import new_session
from workshop.domain.summary import summarize
from workshop.domain.words import SessionId
from workshop.records.engine import Database
from workshop.records.erasure import clean_when_possible, forget_cards
from workshop.records.errors import SessionGone, StaleVersion, told_plainly
from workshop.records.reading import read_events
from workshop.records.sessions import SessionRow
from workshop.records.tables import leaves_residue, now_ms, session, summary, text

THEMES = "themes"
"""The kind of the rows of `text` that hold a draft, one per wall."""


class SignedSummary(Struct, frozen=True):
    """`signed_ms` None: nobody signed in time, so only the numbers were published."""

    summary: Summary
    themes: tuple[ThemesOf, ...]
    version: int
    signed_ms: int | None

    def __repr__(self) -> str:
        return f"<SignedSummary {self.version}>"


class _Body(Struct, frozen=True):
    summary: Summary
    themes: tuple[ThemesOf, ...]


_encode = msgspec.json.Encoder()
_body = msgspec.json.Decoder(_Body)
_phrases = msgspec.json.Decoder(tuple[str, ...])


async def summary_of(database: Database, row: SessionRow, themes: Sequence[ThemesOf] = ()) -> Summary:
    """The summary of an ended session as its events give it, with these themes.

    Raises SessionGone (not ended, or its events are erased), DatabaseNewer, DatabaseUnreachable.
    """
    if row.state not in ("ended", "signed"):
        raise SessionGone(row.state)
    facts = await read_events(database, row.settings.id)
    played = replay(new_session(row.settings, row.plan, row.carried), ((one.event, one.at) for one in facts))
    ended_at = next((one.at for one in reversed(facts) if isinstance(one.event, SessionEnded)), played.last_at)
    return summarize(played, ended_at, themes)


@told_plainly
async def drafted_themes(database: Database, session_id: SessionId) -> tuple[ThemesOf, ...]:
    """What facilitators wrote so far and nobody published, by stage."""
    wanted = select(text.c.id, text.c.text).where(text.c.session_id == session_id, text.c.kind == THEMES)
    async with database.reading() as connection:
        rows = (await connection.execute(wanted)).all()
    drafts = (ThemesOf(stage=int(row.id.partition(":")[2]), themes=_phrases.decode(row.text)) for row in rows)
    return tuple(sorted(drafts, key=lambda one: one.stage))


@told_plainly
async def save_themes(database: Database, session_id: SessionId, themes: Sequence[ThemesOf]) -> None:
    """These are the drafts now; those of other stages are gone. Raises SessionGone (not ended)."""
    async with database.changing() as connection:
        organization_id = await _ended(connection, session_id)
        await connection.execute(delete(text).where(text.c.session_id == session_id, text.c.kind == THEMES))
        rows = [
            {
                "organization_id": organization_id,
                "session_id": session_id,
                "id": f"{THEMES}:{one.stage}",
                "kind": THEMES,
                "text": _encode.encode(one.themes).decode(),
            }
            for one in themes
        ]
        if rows:
            await connection.execute(insert(text), rows)
        # A draft after signing is not covered by the erasing of the cards any more: its old words go with the next cleaning.
        await connection.execute(
            update(session).where(session.c.id == session_id, session.c.cards_erased_ms.is_not(None)).values(leaves_residue())
        )


@told_plainly
async def latest(database: Database, session_id: SessionId) -> SignedSummary | None:
    """The newest published version."""
    wanted = select(summary).where(summary.c.session_id == session_id).order_by(summary.c.version.desc()).limit(1)
    async with database.reading() as connection:
        row = (await connection.execute(wanted)).one_or_none()
    if row is None:
        return None
    body = _body.decode(row.body)
    return SignedSummary(summary=body.summary, themes=body.themes, version=row.version, signed_ms=row.signed_ms)


@told_plainly
async def sign(database: Database, session_id: SessionId, signed: Summary, themes: Sequence[ThemesOf], version: int) -> int:
    """Publish it as the next version, and erase the cards with it; the new version.

    `version` is the newest one that the signer saw (0: none). Raises StaleVersion (somebody published another one), SessionGone
    (not ended, erased, or without trace). Where the files cannot be cleaned at once, housekeeping does it.
    """
    async with database.changing() as connection:
        organization_id = await _ended(connection, session_id)
        newest = await _newest(connection, session_id)
        if newest != version:
            raise StaleVersion(newest)
        now = await connection.scalar(select(now_ms()))
        await _publish(connection, organization_id, session_id, _Body(signed, tuple(themes)), version + 1, now)
        await connection.execute(
            update(session)
            .where(session.c.id == session_id)
            .values(state="signed", signed_ms=func.coalesce(session.c.signed_ms, now))
        )
        await forget_cards(connection, session_id)
    await clean_when_possible(database)
    return version + 1


@told_plainly
async def publish_unsigned(database: Database, session_id: SessionId, numbers: Summary) -> bool:
    """Nobody signed in time: the numbers are published as version 1 and the cards are erased. False: another node did it."""
    async with database.changing() as connection:
        organization_id = await _ended(connection, session_id)
        if not await forget_cards(connection, session_id):
            return False
        if await _newest(connection, session_id) == 0:
            await _publish(connection, organization_id, session_id, _Body(numbers, ()), 1, None)
    await clean_when_possible(database)
    return True


async def _publish(
    connection: AsyncConnection, organization_id: str, session_id: SessionId, body: _Body, version: int, signed_ms: int | None
) -> None:
    await connection.execute(
        insert(summary).values(
            organization_id=organization_id,
            session_id=session_id,
            version=version,
            body=_encode.encode(body).decode(),
            signed_ms=signed_ms,
            published_ms=now_ms(),
        )
    )


async def _newest(connection: AsyncConnection, session_id: SessionId) -> int:
    return await connection.scalar(select(func.max(summary.c.version)).where(summary.c.session_id == session_id)) or 0


async def _ended(connection: AsyncConnection, session_id: SessionId) -> str:
    """The organization of this ended session, whose row is locked now. Raises SessionGone, also where nothing of it is kept."""
    columns = select(session.c.organization_id, session.c.state, session.c.retention_days)
    row = (await connection.execute(columns.where(session.c.id == session_id).with_for_update())).one_or_none()
    if row is None or row.state not in ("ended", "signed") or row.retention_days == 0:
        raise SessionGone("missing" if row is None else row.state)
    return str(row.organization_id)
