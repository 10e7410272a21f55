"""Wishes to facts: a queue drained in batches, each one transaction on the session's locked row.

One bad command is refused alone. If it is unknown whether a batch was committed, it is simply tried again: a command id that had
its effect is recognised inside the transaction, which is the reading back.
"""

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable
from secrets import token_hex
from typing import Protocol

from msgspec import Struct

from realtime.clock import SessionClock
from realtime.tools import Tools
from workshop.domain import views
from workshop.domain.commands import (
    AnyCommand,
    BeginClosing,
    CloseStage,
    FormedRoom,
    FormRooms,
    Join,
    MakeRooms,
)
from workshop.domain.decider import Kept, decide, evolve, kept, replay
from workshop.domain.deciding import Actor, refuse
from workshop.domain.matching import fresh_rooms, next_ring
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import CommandId, RoomId, SessionId, TextId
from workshop.domain.writing import normalized
from workshop.records.errors import (
    CommitUnknown,
    DatabaseUnreachable,
    RecordsError,
    SessionGone,
    StaleEpoch,
)
from workshop.records.ledger import Recorded, Writing, writing

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
    texts: dict[str, str]
    turn: asyncio.Lock
    clock: SessionClock

    def advance(self, session: Session, recorded: list[Recorded]) -> None: ...
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
            room.texts.update(drafted.texts)
            room.advance(drafted.session, [*transaction.missed, *drafted.recorded])
        for wish, refusal in drafted.outcomes:
            wish.answer(refusal)
        hit("after_acknowledge", names)
        room.publish(drafted.recorded)
        if "closing_began" in names:
            hit("after_closing", names)
        if "tally_closed" in names or "wall_closed" in names:
            hit("after_closed", names)


def _name(recorded: Recorded) -> str:
    return str(type(recorded.event).__struct_config__.tag)


class _Draft:
    """One batch while its transaction is open: the state as it would be, and what each wish came to."""

    def __init__(self, session: Session, seq: int, texts: dict[str, str], transaction: Writing, clock: SessionClock) -> None:
        self.session, self.seq, self.texts = session, seq, texts
        self._transaction, self._clock = transaction, clock
        self.recorded: list[Recorded] = []
        self.outcomes: list[tuple[Wish, Refusal | None]] = []
        self._applied: set[CommandId] = set()

    @classmethod
    async def start(cls, room: Ledger, transaction: Writing, batch: list[Wish]) -> "_Draft":
        session = replay(room.session, ((one.event, one.at) for one in transaction.missed))
        texts = dict(room.texts)
        unknown = [text for text in views.text_ids(session) if text not in texts]
        texts.update((str(text), words) for text, words in (await transaction.texts(unknown)).items())
        draft = cls(session, transaction.head, texts, transaction, room.clock)
        draft._applied = set(await transaction.applied([wish.id for wish in batch]))
        return draft

    async def try_one(self, wish: Wish, tools: Tools) -> None:
        if wish.id in self._applied:
            self.outcomes.append((wish, None))
            return
        command = await self._prepared(wish.command, tools)
        at = max(self._clock.now(), self.session.last_at)
        outcome = decide(self.session, command, wish.actor, at, tools.dice)
        if isinstance(outcome, Refusal):
            self.outcomes.append((wish, outcome))
            return
        self._applied.add(wish.id)
        self.outcomes.append((wish, None))
        fresh = [Recorded(self.seq + number, wish.id, at, event) for number, event in enumerate(outcome, start=1)]
        for one in fresh:
            self.session = evolve(self.session, one.event, one.at)
        self.seq += len(fresh)
        self.recorded += fresh
        self._transaction.add(fresh)
        self._keep(kept(command, outcome))

    def _keep(self, rows: Kept) -> None:
        for seat in rows.seats:
            self._transaction.add_text(seat.alias_text, "alias", seat.alias)
            self._transaction.add_seat(seat.seat, seat.alias_text, seat.key_hash)
            self.texts[seat.alias_text] = seat.alias
        self._transaction.add_cards([(card.id, card.text, card.note_key) for card in rows.cards])
        self.texts.update({card.id: card.text for card in rows.cards})

    async def _prepared(self, command: AnyCommand, tools: Tools) -> AnyCommand:
        """The wish with the facts that it needs and that no event has: who is attached, who was drawn, whose alias is taken."""
        match command:
            case CloseStage(run=run):
                settings = tools.settings
                nodes = {*await self._transaction.live_nodes(tools.lease.lapse), tools.node}
                grace, lapse = self._clock.of_wall(settings.grace), self._clock.of_wall(settings.lapse)
                return BeginClosing(run=run, nodes=tuple(sorted(nodes)), grace=grace, lapse=lapse)
            case MakeRooms(run=run, round=number):
                ring = next_ring(self.session.ring, self.session.here(), tools.dice)
                rooms = fresh_rooms(ring, self.session.met, tools.dice)
                formed = tuple(
                    FormedRoom(id=RoomId(f"{run}.{number}.{place}"), seats=tuple(room))
                    for place, room in enumerate(rooms, start=1)
                )
                return FormRooms(run=run, round=number, rooms=formed, ring=ring)
            case Join():
                return _marked(command, self.session, self.texts)
            case _:
                return command


def _marked(command: Join, session: Session, texts: dict[str, str]) -> Join:
    """A taken alias is never refused: the second Mika is "Mika 2"."""
    alias = normalized(command.alias)
    same = [person.mark for person in session.people.values() if texts.get(person.alias, "").casefold() == alias.casefold()]
    mark = 0 if not same else max(2, max(same) + 1)
    return Join(seat=command.seat, key_hash=command.key_hash, alias=alias, alias_text=command.alias_text, mark=mark)


def new_text_id() -> TextId:
    return TextId(token_hex(16))


def join_id(key_hash: str) -> CommandId:
    """The same key joins once, whatever is retried."""
    return CommandId(hashlib.sha256(f"join:{key_hash}".encode()).hexdigest()[:32])
