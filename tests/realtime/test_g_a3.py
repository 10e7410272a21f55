"""G-A3: marked words sent to every door appear in no log, no traceback, and no answer but their rightful receiver's.

The same scan is run with safe defaults switched off one by one; each of these mutants must be caught.
"""

import asyncio
import json
import logging
import random
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

import msgspec
import pytest
from sqlalchemy import delete, insert

from realtime.intake import Intake
from realtime.simulated import Desk, Phone, post
from tests import checks, nodes, plans, raw, waiting
from tests.engines import Databases, EngineName
from workshop.domain import commands as c
from workshop.domain.answers import Hidden, TextAnswer
from workshop.domain.asides import Aside
from workshop.domain.words import CardId
from workshop.records import errors, tables
from workshop.records.card_rows import columns_of
from workshop.records.ledger import Writing

MARK = "zzq"
"""In every marked word, and nowhere else."""
HEX_MARK = "deadbeefcafe"
"""The same for what has to be hex: keys, ids, notes."""
KEY = (HEX_MARK + "00112233445566778899")[:32]
NOTE_KEY = (HEX_MARK * 6)[:64]
CARD = CardId((HEX_MARK + "99887766554433221100")[:32])
ALIAS = f"Alias {MARK}"
WORDS = f"a card {MARK} nobody may quote"


class Ear(logging.Handler):
    """Everything that any logger says, in every form in which it could be printed."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        told = [record.name, record.getMessage(), repr(record.args), str(record.exc_text), str(record.stack_info)]
        if record.exc_info and record.exc_info[1] is not None:
            told += traceback.format_exception(record.exc_info[1])
        self.heard.append(" ".join(told))

    def leaks(self) -> list[str]:
        return [line[:400] for line in self.heard if MARK in line or HEX_MARK in line]


@contextmanager
def listening() -> Iterator[Ear]:
    """All loggers that do not say otherwise are at DEBUG."""
    ear, root = Ear(), logging.getLogger()
    level = root.level
    root.addHandler(ear)
    root.setLevel(logging.DEBUG)
    try:
        yield ear
    finally:
        root.removeHandler(ear)
        root.setLevel(level)


class Taped(Phone):
    def __init__(self, door: raw.Door, alias: str, key: str) -> None:
        super().__init__(door.base, door.opened.code, alias, random.Random(0), nodes._never)
        self.key = key
        self.tape: list[str] = []

    async def _received(self, text: str) -> None:
        self.tape.append(text)
        await super()._received(text)


class People:
    """Somebody whose every word is marked, somebody beside them, and the console."""

    def __init__(self, door: raw.Door) -> None:
        self.door = door
        self.writer, self.other = Taped(door, ALIAS, KEY), Taped(door, "Robin", token_hex(16))
        self.desk = Desk(door.base, door.opened.console_secret)
        self.answers: list[str] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def come(self) -> None:
        for phone in (self.writer, self.other):
            await phone.join()
        for page in (self.writer, self.other, self.desk):
            self._tasks.append(asyncio.create_task(page.run()))
            await page.until(lambda page=page: page.position is not None)  # type: ignore[misc]

    async def go(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def knock_everywhere(self) -> None:
        """Every door with marked words where they belong and where they do not."""
        code = self.door.opened.code
        bodies: list[tuple[str, bytes | dict[str, Any]]] = [
            ("/api/door", {"code": MARK}),
            ("/api/door", {"code": code, "extra": MARK}),
            ("/api/join", {"code": code, "alias": ALIAS, "key": KEY}),
            ("/api/join", {"code": code, "alias": ALIAS * 20, "key": token_hex(16)}),
            ("/api/join", {"code": code, "alias": f"{MARK}\x07", "key": token_hex(16)}),
            ("/api/join", {"code": MARK, "alias": MARK, "key": MARK}),
            ("/api/ticket", {"secret": MARK}),
            ("/api/card", {"code": code, "key": KEY, "text": MARK}),
            ("/api/card", {"code": code, "key": MARK, "text": MARK}),
            (
                "/api/card",
                {"code": code, "key": KEY, "text": "x", "aside": {"veils": [MARK], "note": MARK * 9, "nameable": True}},
            ),
            *((path, content) for path in ("/api/door", "/api/join", "/api/ticket", "/api/card") for content in self._garbage()),
        ]
        for path, body in bodies:
            self.answers.append((await self.door.ask(path, body))[1].decode())
        self.answers.append((await self.door.ask("/api/join", {"alias": MARK}, "https://elsewhere.example"))[1].decode())
        for path in (f"/qr/{MARK}.svg", f"/{MARK}/x/y?secret={MARK}", f"/health?x={MARK}", f"/api/{MARK}"):
            self.answers.append((await self.door.ask(path, b"", method="GET"))[1].decode(errors="replace"))

    def _garbage(self) -> list[bytes]:
        return [
            f'{{"code":"{MARK}"'.encode(),
            MARK.encode() * 3000,
            f'{{"code":{{"{MARK}":1}}}}'.encode(),
            b"\xff" + MARK.encode(),
        ]

    async def shake_hands(self) -> None:
        """First frames and later ones with marked words, until the socket is closed."""
        code = self.door.opened.code
        for hello in (raw.hello_of_seat(code, MARK), raw.hello_of_ticket(MARK), f'{{"t":"hello","{MARK}":1}}', MARK):
            self.answers += (await self.door.knock(hello))[1]
        seat = await self.door.seated("Ash")
        stray: list[str | bytes] = [
            f'{{"t":"{MARK}"}}',
            json.dumps({"t": "do", "id": MARK, "command": {"t": "rest"}}),
            json.dumps({"t": "do", "id": KEY, "command": {"t": MARK}}),
            json.dumps({"t": "answer", "run": 1, "counter": 1, "answer": {"t": "text", "text": MARK}}),
            MARK.encode(),
            MARK * 30_000,
            '{"a":' + "[" * 20_000 + MARK,
        ]
        for frame in stray:
            async with self.door.live(seat) as line:
                await line.send(frame)
                self.answers += (await raw.closed(line))[1]

    async def write(self) -> int:
        run = await checks.open_next(self.desk, 0, self.writer, self.other)
        await checks.answered(self.other, run, plans.card("A plain one."))
        long = TextAnswer(text=WORDS * 40, card=CARD, note_key=NOTE_KEY)
        await self.writer.answer(run, long)
        await self.writer.until(lambda: self.writer.not_held == ["text_too_long"])
        await checks.answered(self.writer, run, TextAnswer(text=WORDS, card=CARD, note_key=NOTE_KEY, aside=Aside(note=WORDS)))
        return run

    async def close(self, run: int) -> None:
        """The closing breaks a rule of the schema first: another row has the marked card's id already."""
        database, opened = self.door.node.tools.database, self.door.opened
        row = {"organization_id": nodes.ORGANIZATION, "session_id": opened.id, "id": CARD, "note_key": "x", **columns_of("x")}
        async with database.changing() as connection:
            await connection.execute(insert(tables.card).values(row))
        ears = [handler for handler in logging.getLogger().handlers if isinstance(handler, Ear)]
        assert await self.desk.do(c.CloseStage(run=run)) is None
        await waiting.until(lambda: any("could not be kept" in line for ear in ears for line in ear.heard))
        async with database.changing() as connection:
            await connection.execute(delete(tables.card).where(tables.card.c.id == CARD))
        await checks.all_closed([self.desk, self.writer, self.other], run)
        await self.desk.until(lambda: self.desk.desk is not None and len(self.desk.desk.queue) == 2)


async def marked(door: raw.Door, *, thorough: bool) -> list[str]:
    """A session in which everything is marked; what the others were told of it."""
    people = People(door)
    try:
        await people.come()
        if thorough:
            await people.knock_everywhere()
            await people.shake_hands()
        run = await people.write()
        await people.close(run)
        assert people.desk.desk is not None
        assert {WORDS, "A plain one."} == {card.text for card in people.desk.desk.queue}
        assert people.writer.seat is not None
        assert people.writer.seat.alias == ALIAS
        assert any(person.alias == ALIAS for person in people.desk.desk.people)
    finally:
        await people.go()
    strangers = [*people.answers, *people.other.tape, *(text for text in people.writer.tape if WORDS in text)]
    return [text[:400] for text in strangers if MARK in text or HEX_MARK in text or "Traceback" in text]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_g_a3_marked_words_are_in_no_log_and_no_answer(
    databases: Databases, tmp_path: Path, engine: EngineName, capfd: pytest.CaptureFixture[str]
) -> None:
    with listening() as ear:
        async with raw.door(tmp_path, databases.fresh(engine), plans.wall_plan()) as door:
            told = await marked(door, thorough=True)
    assert ear.leaks() == []
    assert told == []
    assert any("could not be kept" in line for line in ear.heard)
    printed = capfd.readouterr()
    assert MARK not in printed.out + printed.err
    assert HEX_MARK not in printed.out + printed.err
    if engine == "postgresql":
        log = databases.postgres.log.read_text(errors="replace")
        assert "duplicate key" in log
        assert MARK not in log


async def test_g_a3_a_database_that_is_down_quotes_nobody(databases: Databases, tmp_path: Path) -> None:
    url = databases.fresh("postgresql")
    name = url.removeprefix("postgresql://postgres@/").partition("?")[0]
    with listening() as ear:
        async with raw.door(tmp_path, url) as door:
            await door.ask("/api/door", {"code": door.opened.code})
            databases.postgres.psql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
            databases.postgres.psql(f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'")
            status, answer = await door.ask("/api/join", {"code": door.opened.code, "alias": ALIAS, "key": KEY})
            code, frames = await door.knock(raw.hello_of_seat(door.opened.code, KEY))
            health, _ = await door.ask("/health", b"", method="GET")
            databases.postgres.psql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
            assert (status, answer) == (503, b'{"error":"busy"}')
            assert (code, frames, health) == (4005, [], 503)
            back, _ = await post(door.base, "/api/join", {"code": door.opened.code, "alias": ALIAS, "key": KEY})
            assert back == 200
    assert ear.leaks() == []
    assert [line for line in ear.heard if "Traceback" in line] == []


# --- mutants: safe defaults switched off, each of which the scan must catch


def loud(name: str) -> Callable[[ExitStack, pytest.MonkeyPatch], None]:
    """A logger that the product keeps quiet, at DEBUG."""

    def switch(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
        logger = logging.getLogger(name)
        stack.callback(logger.setLevel, logger.level)
        logger.setLevel(logging.DEBUG)

    return switch


def _said_by_the_driver(error: BaseException) -> errors.RecordsError:
    logging.getLogger("holdspace.mutant").error("%s", error)
    return errors.RecordsFault("mutant")


def parameters_shown(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
    """Somebody logs the database's error, and statements show their parameters."""
    from sqlalchemy.engine import Engine

    patch.setattr(errors, "plain_error", _said_by_the_driver)
    patch.setattr(Engine, "hide_parameters", property(lambda engine: False, lambda engine, value: None), raising=False)


def parameters_hidden(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(errors, "plain_error", _said_by_the_driver)


def _taking(patch: pytest.MonkeyPatch) -> None:
    take = Intake.take

    def told(intake: Intake, *args: object) -> object:
        logging.getLogger("holdspace.mutant").debug("took %r", args[2])
        logging.getLogger("holdspace.mutant").debug("took %r", getattr(args[2], "answer", None))
        return take(intake, *args)  # type: ignore[arg-type]

    patch.setattr(Intake, "take", told)


def answers_logged(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
    _taking(patch)


def repr_not_hidden(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
    _taking(patch)
    for kind in (Hidden, TextAnswer):
        patch.setattr(kind, "__repr__", msgspec.Struct.__repr__)


def a_careless_line(stack: ExitStack, patch: pytest.MonkeyPatch) -> None:
    add = Writing.add_cards

    def told(writing: Writing, cards: list[tuple[CardId, str, str]]) -> None:
        kept = list(cards)
        logging.getLogger("holdspace.mutant").info(
            "%d cards, the longest %s", len(kept), max((text for _, text, _ in kept), default="")
        )
        add(writing, kept)

    patch.setattr(Writing, "add_cards", told)


Switch = Callable[[ExitStack, pytest.MonkeyPatch], None]
MUTANTS: dict[str, Switch] = {
    "uvicorn tells frames and paths": loud("uvicorn.error"),
    "the driver tells its rows": loud("aiosqlite"),
    "parameters are not hidden": parameters_shown,
    "an answer prints itself": repr_not_hidden,
    "a careless line": a_careless_line,
}
HARMLESS: dict[str, Switch] = {"parameters are hidden": parameters_hidden, "answers hide themselves": answers_logged}


async def _scanned(databases: Databases, folder: Path, patch: pytest.MonkeyPatch, switch: Switch) -> list[str]:
    with ExitStack() as stack:
        ear = stack.enter_context(listening())
        async with raw.door(folder, databases.fresh("sqlite"), plans.wall_plan()) as door:
            switch(stack, patch)
            told = await marked(door, thorough=False)
    return [*ear.leaks(), *told]


@pytest.mark.parametrize("mutant", MUTANTS)
async def test_g_a3_each_mutant_is_caught(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mutant: str
) -> None:
    assert await _scanned(databases, tmp_path, monkeypatch, MUTANTS[mutant]) != []


@pytest.mark.parametrize("defended", HARMLESS)
async def test_g_a3_the_defence_behind_a_mutant_holds(
    databases: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, defended: str
) -> None:
    assert await _scanned(databases, tmp_path, monkeypatch, HARMLESS[defended]) == []
