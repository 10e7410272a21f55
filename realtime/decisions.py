"""Wishes to facts: a queue drained in batches, each one transaction on the session's locked row.

One bad command is refused alone. If it is unknown whether a batch was committed, it is simply tried again: a command id that had
its effect is recognised inside the transaction, which is the reading back.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from msgspec import Struct, structs

from realtime.clock import SessionClock
from realtime.earlier import earlier
from realtime.prepared import Standing, prepared
from realtime.tools import Tools
from workshop.domain import programme, views
from workshop.domain.asides import with_consent
from workshop.domain.commands import AnyCommand, Join
from workshop.domain.decider import Kept, decide, evolve, kept, replay
from workshop.domain.deciding import Actor, Apart, refuse
from workshop.domain.kinds.rooms.state import state_of
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import CommandId, LineId, SessionId
from workshop.records.errors import (
    CommitUnknown,
    DatabaseUnreachable,
    RecordsError,
    SessionGone,
    StaleEpoch,
)
from workshop.records.ledger import Writing, writing
from workshop.records.reading import Recorded

log = logging.getLogger("holdspace.decisions")

MOST_IN_A_BATCH = 64
MOST_WAITING = 2000
"""Wishes that may wait for the database; one more is refused as busy."""
GIVE_UP_AFTER = 10.0
"""Seconds without the database until waiting wishes are refused as busy, unless one of them may have been committed."""
TRY_AGAIN = 0.25
"""Seconds between two tries while the database does not answer."""


class Wish(Struct, frozen=True):
    id: CommandId
    command: AnyCommand
    actor: Actor
    answer: Callable[[Refusal | None], None]
    """Called once: None when it is done."""


class Ledger(Protocol):
    """What the decisions need of their room."""

    id: SessionId
    session: Session
    seq: int
    epoch: int
    turn: asyncio.Lock
    clock: SessionClock

    @property
    def texts(self) -> Mapping[str, str]: ...
    def questioned(self) -> tuple[LineId, ...]: ...
    def advance(self, session: Session, recorded: list[Recorded], words: Mapping[str, str]) -> None: ...
    def publish(self, recorded: list[Recorded]) -> None: ...
    async def reload(self) -> None: ...
    def gone(self) -> None: ...


class Decisions:
    def __init__(self, room: Ledger, tools: Tools) -> None:
        self._room, self._tools = room, tools
        self._waiting: list[Wish] = []
        self._wake = asyncio.Event()

    def submit(self, wish: Wish) -> None:
        if len(self._waiting) >= MOST_WAITING:
            wish.answer(refuse("busy"))
            return
        self._waiting.append(wish)
        self._wake.set()

    async def run(self) -> None:
        while True:
            await self._wake.wait()
            batch, self._waiting = self._waiting[:MOST_IN_A_BATCH], self._waiting[MOST_IN_A_BATCH:]
            if not self._waiting:
                self._wake.clear()
            await self._decide(batch)

    async def _decide(self, batch: list[Wish]) -> None:
        started, unsure = time.monotonic(), False
        while unsure or time.monotonic() - started < GIVE_UP_AFTER:
            try:
                await self._transact(batch)
                return
            except StaleEpoch:
                await self._reload()
            except SessionGone:
                self._room.gone()
                self._refuse(batch, refuse("session_ended"))
                return
            except CommitUnknown:
                # It may have happened: "busy" would say that nothing changed, so only the database can tell now.
                unsure = True
                log.warning("a commit was not answered; reading back")
                await asyncio.sleep(TRY_AGAIN)
            except DatabaseUnreachable:
                log.warning("the database did not answer; trying again")
                await asyncio.sleep(TRY_AGAIN)
            except RecordsError:
                await self._one_by_one(batch)
                return
        self._refuse(batch, refuse("busy"))

    async def _one_by_one(self, batch: list[Wish]) -> None:
        """Something in this batch cannot be kept: only that is refused."""
        if len(batch) == 1:
            log.error("a command could not be kept: %s", type(batch[0].command).__name__)
            self._refuse(batch, refuse("busy"))
            return
        for wish in batch:
            await self._decide([wish])

    async def _reload(self) -> None:
        try:
            await self._room.reload()
        except RecordsError:
            await asyncio.sleep(TRY_AGAIN)

    def _refuse(self, batch: list[Wish], refusal: Refusal) -> None:
        for wish in batch:
            wish.answer(refusal)

    async def _transact(self, batch: list[Wish]) -> None:
        room = self._room
        async with room.turn:
            names: list[str] = []
            hit = self._tools.failpoints.reach
            async with writing(
                self._tools.database, room.id, after=room.seq, epoch=room.epoch, at=lambda place: hit(place, names)
            ) as transaction:
                drafted = await _Draft.start(room, transaction, batch)
                for wish in batch:
                    await drafted.try_one(wish, self._tools)
                names += [_name(one) for one in drafted.recorded]
                await transaction.commit()
            room.advance(drafted.session, [*transaction.missed, *drafted.recorded], drafted.fresh)
        for wish, refusal in drafted.outcomes:
            wish.answer(refusal)
        hit("after_acknowledge", names)
        room.publish(drafted.recorded)
        if "closing_began" in names:
            hit("after_closing", names)
        if {"tally_closed", "wall_closed", "lines_collected"}.intersection(names):
            hit("after_closed", names)


def _name(recorded: Recorded) -> str:
    return str(type(recorded.event).__struct_config__.tag)


class _Draft:
    """One batch while its transaction is open: the state as it would be, and what each wish came to."""

    def __init__(self, room: Ledger, session: Session, transaction: Writing) -> None:
        self.session, self.seq, self.texts = session, transaction.head, dict(room.texts)
        self.fresh: dict[str, str] = {}
        """Words that were read or written here: the newest that there are."""
        self._room, self._transaction = room, transaction
        self.recorded: list[Recorded] = []
        self.outcomes: list[tuple[Wish, Refusal | None]] = []
        self._applied: set[CommandId] = set()
        self._apart: Apart | None = None

    @classmethod
    async def start(cls, room: Ledger, transaction: Writing, batch: list[Wish]) -> "_Draft":
        session = replay(room.session, ((one.event, one.at) for one in transaction.missed))
        draft = cls(room, session, transaction)
        unknown = [text for text in views.text_ids(session) if text not in draft.texts]
        draft._learn({str(text): words for text, words in (await transaction.texts(unknown)).items()})
        draft._applied = set(await transaction.applied([wish.id for wish in batch]))
        return draft

    async def try_one(self, wish: Wish, tools: Tools) -> None:
        if wish.id in self._applied:
            self.outcomes.append((wish, None))
            return
        standing = Standing(self.session, self.texts, self._transaction, self._room.clock, tools, self._room.questioned())
        command = await prepared(wish.command, wish.actor, standing)
        if isinstance(command, Refusal):
            self.outcomes.append((wish, command))
            return
        at = max(self._room.clock.now(), self.session.last_at)
        outcome = decide(self.session, command, wish.actor, at, tools.dice, await self._kept_apart(command, tools))
        if isinstance(outcome, Refusal):
            self.outcomes.append((wish, outcome))
            return
        self._applied.add(wish.id)
        self.outcomes.append((wish, None))
        rows = kept(self.session, command, wish.actor, outcome)
        fresh = [Recorded(self.seq + number, wish.id, at, event) for number, event in enumerate(outcome, start=1)]
        for one in fresh:
            self.session = evolve(self.session, one.event, one.at)
        self.seq += len(fresh)
        self.recorded += fresh
        self._transaction.add(fresh)
        self._keep(rows)
        if rows.carries_over:
            met = programme.met(self.session, await self._transaction.pseudonyms())
            self._transaction.carry_over(met, programme.to_carry(self.session, self.texts))

    def _keep(self, rows: Kept) -> None:
        write = self._transaction
        for seat in rows.seats:
            write.add_text(seat.alias_text, "alias", seat.alias)
            write.add_seat(seat.seat, seat.alias_text, seat.key_hash, seat.pseudonym)
            if seat.place_hash:
                write.add_member(seat.pseudonym, seat.place_hash, seat.alias)
            elif seat.pseudonym:
                write.rename_member(seat.pseudonym, seat.alias)
        for text in rows.texts:
            write.add_text(text.id, text.kind, text.words)
        write.add_cards([(card.id, card.text, card.note_key) for card in rows.cards])
        for card in rows.rewritten:
            write.rewrite_card(card.id, card.text)
        for consented in rows.consented:
            write.consent_card(consented.id, consented.nameable)
        for wish in rows.apart:
            if wish.sealed is None:
                write.delete_apart([wish.id])
            else:
                write.add_apart(wish.id, wish.sealed)
            self._apart = None
        write.delete_texts(rows.gone_texts)
        write.delete_cards(rows.gone_cards)
        if rows.end_care:
            write.end_care()
        self._learn({seat.alias_text: seat.alias for seat in rows.seats})
        self._learn({text.id: text.words for text in rows.texts})
        self._learn({card.id: card.text for card in rows.cards})
        self._learn({card.id: card.text for card in rows.rewritten})
        known = [one for one in rows.consented if one.id in self.texts]
        self._learn({one.id: with_consent(self.texts[one.id], one.nameable) for one in known})
        for gone in (*rows.gone_texts, *rows.gone_cards):
            self.texts.pop(gone, None)
            self.fresh.pop(gone, None)

    async def _kept_apart(self, command: AnyCommand, tools: Tools) -> Apart:
        """Read only while there are rooms, and once in a batch until somebody comes: whoever does may have wishes of earlier weeks."""
        if state_of(self.session) is None:
            return frozenset()
        comes = command if isinstance(command, Join) and command.pseudonym else None
        if self._apart is None or comes is not None:
            history = await self._transaction.history()
            pseudonyms = await self._transaction.pseudonyms()
            if comes is not None:
                pseudonyms[comes.seat] = comes.pseudonym
            known = structs.replace(history, pseudonyms=pseudonyms)
            self._apart = earlier(self.session, known, tools.secrets, None if comes is None else comes.seat).apart
        return self._apart

    def _learn(self, words: Mapping[str, str]) -> None:
        self.texts.update(words)
        self.fresh.update(words)
