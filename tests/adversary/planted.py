"""The simpler ways, each as a fault that is planted into a node of the tests: functions that change classes of the running process.

Every one is called once, in a process that has not served yet, and is gone with it.
"""

import asyncio
import hashlib
import logging
import random
import time
import traceback
from collections.abc import Awaitable, Callable
from secrets import token_hex
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec import structs
from redis.asyncio import Redis
from sqlalchemy import Column, Text, text
from starlette.requests import Request
from starlette.responses import Response

from realtime import app, wire
from realtime.engine import connect
from realtime.gauges import Gauges
from realtime.held import HeldAnswers, Taken
from realtime.http import Doors
from realtime.intake import Intake
from realtime.taps import RESONATE
from realtime.tools import Tools
from workshop.domain import decider
from workshop.domain.answers import Hidden, TextAnswer
from workshop.domain.commands import HeldAnswer, ReleaseCards
from workshop.domain.deciding import Context, Outcome
from workshop.domain.events import CardsReleased
from workshop.domain.kind_states import WallState
from workshop.domain.kinds.wall import ready
from workshop.domain.session import Session
from workshop.domain.words import CardId, Millis, Nonce, SeatId
from workshop.records import tables
from workshop.records.card_rows import columns_of
from workshop.records.ledger import Writing

MUTANT = "ADVERSARY_MUTANT"
"""The variable that names the fault of a node; not one of Holdspace's own."""
SALT = "salt-of-this-deployment"
"""Kept where a deployment keeps such a thing: in a column beside what was salted."""
log = logging.getLogger("holdspace.mutant")
_patch = pytest.MonkeyPatch()
_background: set[asyncio.Task[None]] = set()


def meanwhile(work: Awaitable[Any]) -> None:
    async def done() -> None:
        await work

    task = asyncio.get_running_loop().create_task(done())
    _background.add(task)
    task.add_done_callback(_background.discard)


def sql(tools: Tools, statement: str, **values: object) -> None:
    async def change() -> None:
        async with tools.database.changing() as connection:
            await connection.execute(text(statement), values)

    meanwhile(change())


def on_card(then: Callable[[Intake, SeatId, TextAnswer], TextAnswer]) -> None:
    """`then` sees every card that comes in, with whose it is, and may change it. A repeat is seen only once."""
    take, seen = Intake.take, dict[tuple[int, SeatId, int], TextAnswer]()

    def told(
        intake: Intake, session: Session, seats: tuple[SeatId, SeatId], given: wire.GiveAnswer, since: Millis
    ) -> wire.Held | wire.NotHeld:
        if isinstance(given.answer, TextAnswer):
            key = (given.run, seats[0], given.counter)
            if key not in seen:
                seen[key] = then(intake, seats[0], given.answer)
            given = structs.replace(given, answer=seen[key])
        return take(intake, session, seats, given, since)

    _patch.setattr(Intake, "take", told)


def column(name: str, of: Callable[[Intake, SeatId, TextAnswer], str]) -> None:
    """A column of the cards' table that is filled from what was known when the card came in."""
    known: dict[CardId, str] = {}

    def remember(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        known[answer.card] = of(intake, seat, answer)
        return answer

    def add_cards(writing: Writing, cards: list[tuple[CardId, str, str]]) -> None:
        writing._cards.extend(
            writing._row(id=card, note_key=key, **columns_of(words), **{name: known.get(card, "")}) for card, words, key in cards
        )

    on_card(remember)
    tables.card.append_column(Column(name, Text))
    _patch.setattr(Writing, "add_cards", add_cards)


def author_null() -> None:
    """Who wrote it stands in the row while people write; at the reveal it is set to NULL."""

    def insert(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        sql(
            intake._tools,
            "INSERT INTO card (organization_id, session_id, id, text, note_key, veils, content_note, nameable, author)"
            " SELECT organization_id, id, :card, :words, :key, '', '', :no, :seat FROM session WHERE id = :session",
            card=answer.card, words=answer.text, key=answer.note_key, no=False, seat=seat, session=intake._session_id,
        )  # fmt: skip
        return answer

    inserted, revealing = Writing._insert, list[Writing]()

    def add_cards(writing: Writing, cards: list[tuple[CardId, str, str]]) -> None:
        if list(cards):
            revealing.append(writing)

    async def reveal(writing: Writing) -> None:
        await inserted(writing)
        if writing in revealing:
            revealing.remove(writing)
            await writing._connection.execute(text("UPDATE card SET author = NULL WHERE author IS NOT NULL"))

    on_card(insert)
    _patch.setattr(Writing, "add_cards", add_cards)
    _patch.setattr(Writing, "_insert", reveal)


def created_at() -> None:
    column("created_at", lambda intake, seat, answer: f"{time.time():.6f}")


def salted_hash() -> None:
    column("person", lambda intake, seat, answer: f"{SALT}${hashlib.sha256(f'{SALT}{seat}'.encode()).hexdigest()}")


def time_ordered_ids() -> None:
    def named(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        return structs.replace(answer, card=CardId(f"{time.time_ns() // 1000:016x}{token_hex(8)}"))

    on_card(named)


def _dice(shuffle: Callable[[random.Random, list[Any]], None]) -> None:
    """Only what was answered is shuffled like this."""

    class Dice(random.SystemRandom):
        def shuffle(self, x: Any) -> None:
            if x and isinstance(x[0], Hidden):
                shuffle(self, x)
            else:
                super().shuffle(x)

    _patch.setattr(app, "random", SimpleNamespace(SystemRandom=Dice))


def unshuffled() -> None:
    _dice(lambda chance, x: None)


def badly_shuffled() -> None:
    """Some are exchanged by chance, a quarter as many times as there are cards."""

    def exchange(chance: random.Random, x: list[Any]) -> None:
        for _ in range(len(x) // 4):
            one, other = chance.randrange(len(x)), chance.randrange(len(x))
            x[one], x[other] = x[other], x[one]

    _dice(exchange)


def plaintext_redis() -> None:
    """On its way between nodes in the clear, and deleted when the cards are kept."""
    clients: list[Redis] = []
    keys: list[str] = []

    async def put(key: str, words: str) -> None:
        await clients[0].set(key, words)

    def send(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        if not clients:
            assert intake._tools.settings.redis_url is not None
            clients.append(connect(intake._tools.settings.redis_url))
        keys.append(f"answer:{intake._session_id}:{seat}")
        meanwhile(put(keys[-1], answer.text))
        return answer

    add = Writing.add_cards

    def kept(writing: Writing, cards: list[tuple[CardId, str, str]]) -> None:
        if cards:
            meanwhile(clients[0].delete(*keys))
            keys.clear()
        add(writing, cards)

    on_card(send)
    _patch.setattr(Writing, "add_cards", kept)


def log_id_length() -> None:
    def say(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        log.info("an answer of %s with %d letters", seat, len(answer.text))
        return answer

    on_card(say)


def done_event() -> None:
    def write(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        sql(
            intake._tools,
            "INSERT INTO done (session_id, run, seat, at_ms) VALUES (:session, :run, :seat, :at)",
            session=intake._session_id, run=intake.held.run, seat=seat, at=intake._clock.now(),
        )  # fmt: skip
        return answer

    on_card(write)


def resonance_by_seat() -> None:
    take = Gauges.take

    def told(gauges: Gauges, seats: tuple[SeatId, SeatId], tap: wire.Tap, since: Millis) -> wire.Tapped | wire.NotTapped:
        for mark in tap.marks:
            statement = "INSERT INTO resonated (session_id, seat, card) VALUES (:session, :seat, :card)"
            sql(gauges._tools, statement, session=gauges._session_id, seat=seats[0], card=mark.removeprefix(RESONATE))
        return take(gauges, seats, tap, since)

    _patch.setattr(Gauges, "take", told)


def rewritten_out_of_turn() -> None:
    """A card that comes late goes out by itself, in the order in which the late ones came."""
    release = decider.DECIDE[ReleaseCards]

    def out_of_turn(session: Session, command: ReleaseCards, context: Context) -> Outcome:
        state = session.stage.kind if session.stage is not None else None
        if not isinstance(state, WallState) or not state.late.intersection(ready(state)):
            return release(session, command, context)
        late = [card for card in ready(state) if card in state.late]
        return (CardsReleased(run=command.run, cards=(*state.released, *late)),)

    decider.DECIDE[ReleaseCards] = out_of_turn


def limiter_by_address() -> None:
    change, clients = Doors.card, list[Redis]()

    async def limited(doors: Doors, request: Request) -> Response:
        if not clients:
            url = doors._settings.redis_url
            assert url is not None
            clients.append(connect(url))
        address = request.client.host if request.client else ""
        await clients[0].incr(f"share:{address}")
        await clients[0].expire(f"share:{address}", 60)
        return await change(doors, request)

    _patch.setattr(Doors, "card", limited)


def locals_in_tracebacks() -> None:
    def fail(intake: Intake, seat: SeatId, answer: TextAnswer) -> TextAnswer:
        words = answer.text
        try:
            raise TimeoutError(len(words))
        except TimeoutError as error:
            shown = traceback.TracebackException.from_exception(error, capture_locals=True)
            log.error("%s", "".join(shown.format()))
        return answer

    on_card(fail)


def receipt_logged() -> None:
    """Harmless as long as a receipt says nothing of the card: a defence that must hold."""
    take = HeldAnswers.take

    def told(held: HeldAnswers, answer: HeldAnswer, since: Millis, phone: SeatId, shown: Nonce | None) -> Taken:
        taken = take(held, answer, since, phone, shown)
        log.info("%s has the receipt %s", answer.seat, taken.nonce)
        return taken

    _patch.setattr(HeldAnswers, "take", told)


def receipt_is_the_key() -> None:
    receipt_logged()
    told = HeldAnswers.take

    def by_key(held: HeldAnswers, answer: HeldAnswer, since: Millis, phone: SeatId, shown: Nonce | None) -> Taken:
        given = answer.answer
        nonce = Nonce(given.card) if isinstance(given, TextAnswer) else answer.nonce
        return told(held, structs.replace(answer, nonce=nonce), since, phone, shown)

    _patch.setattr(HeldAnswers, "take", by_key)


PLANTS: dict[str, Callable[[], None]] = {
    plant.__name__: plant
    for plant in (
        author_null, created_at, time_ordered_ids, unshuffled, badly_shuffled, salted_hash, plaintext_redis, log_id_length,
        done_event, resonance_by_seat, rewritten_out_of_turn, limiter_by_address, locals_in_tracebacks, receipt_is_the_key,
        receipt_logged,
    )
}  # fmt: skip


def plant(name: str) -> None:
    """Nothing for the product itself. Raises KeyError for a fault that nobody knows."""
    if name:
        PLANTS[name]()
