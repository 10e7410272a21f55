"""Bad input to a session that runs: each a clear refusal, nothing lost, nothing changed."""

import asyncio
import json
import random
from collections.abc import AsyncIterator
from pathlib import Path
from secrets import token_hex

import pytest_asyncio

from realtime.codes import Close
from realtime.simulated import Desk, Phone, post
from tests import checks, nodes, plans, raw
from tests.ends import replayed_head
from tests.engines import Databases
from workshop.domain import commands as c
from workshop.domain.words import CommandId


class Bench(raw.Door):
    """The door with a console and one phone at it."""

    desk: Desk
    phone: Phone

    async def join(self, alias: str, key: str | None = None) -> tuple[int, dict[str, object]]:
        return await post(self.base, "/api/join", {"code": self.opened.code, "alias": alias, "key": key or token_hex(16)})

    async def head(self) -> int:
        return await replayed_head(self.node.tools.database, self.opened.id)


@pytest_asyncio.fixture
async def bench(databases: Databases, tmp_path: Path) -> AsyncIterator[Bench]:
    async with raw.door(tmp_path, databases.fresh("sqlite"), plans.wall_plan(), capacity=3) as door:
        made = Bench(door.node, door.opened)
        made.desk = Desk(made.base, made.opened.console_secret)
        made.phone = Phone(made.base, made.opened.code, "Mika", random.Random(0), nodes._never)
        await made.phone.join()
        tasks = [asyncio.create_task(page.run()) for page in (made.desk, made.phone)]
        for page in (made.desk, made.phone):
            await page.until(lambda page=page: page.position is not None)  # type: ignore[misc]
        yield made
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_taken_alias_gets_a_mark_and_is_never_refused(bench: Bench) -> None:
    for alias in ("Mika", " mika "):
        assert await bench.join(alias) == (200, {})
    await bench.desk.until(lambda: bench.desk.desk is not None and len(bench.desk.desk.people) == 3)
    assert bench.desk.desk is not None
    assert sorted((person.alias.casefold(), person.mark) for person in bench.desk.desk.people) == [
        ("mika", 0),
        ("mika", 2),
        ("mika", 3),
    ]


async def test_a_full_session_says_so_and_has_room_again_when_somebody_leaves(bench: Bench) -> None:
    assert [await bench.join(alias) for alias in ("Ash", "Robin")] == [(200, {})] * 2
    assert await bench.join("Wren") == (409, {"error": "session_full"})
    assert json.loads((await bench.ask("/api/door", {"code": bench.opened.code}))[1])["state"] == "full"
    assert await bench.phone.do(c.Leave()) is None
    assert await bench.join("Wren") == (200, {})


async def test_a_locked_door_says_so_and_lets_old_seats_back_in(bench: Bench) -> None:
    assert await bench.desk.do(c.LockDoor()) is None
    assert await bench.join("Ash") == (409, {"error": "door_locked"})
    assert json.loads((await bench.ask("/api/door", {"code": bench.opened.code}))[1])["state"] == "locked"
    assert await bench.join("Mika", bench.phone.key) == (200, {})
    await bench.phone.drop()
    before = bench.phone.welcome
    await bench.phone.until(lambda: bench.phone.welcome is not before)


async def test_an_ended_session_says_so_at_every_door(bench: Bench) -> None:
    assert await bench.desk.do(c.EndSession()) is None
    assert await bench.join("Ash") == (410, {"error": "session_ended"})
    assert json.loads((await bench.ask("/api/door", {"code": bench.opened.code}))[1])["state"] == "ended"
    assert await bench.knock(raw.hello_of_seat(bench.opened.code, bench.phone.key)) == (Close.ENDED.code, [])


async def test_a_command_out_of_role_or_phase_is_refused_and_changes_nothing(bench: Bench) -> None:
    before = await bench.head()
    for wish in (c.OpenStage(run=0, stage=0), c.LockDoor(), c.EndSession(), c.CalmRoom()):
        assert await bench.phone.do(wish) == "not_permitted"
    for other in (c.Rest(), c.Leave(), c.CloseStage(run=0), c.ReleaseCards(run=0)):
        assert await bench.desk.do(other) == "not_permitted"
    assert await bench.head() == before


async def test_a_stale_or_unknown_stage_is_refused(bench: Bench) -> None:
    run = await checks.open_next(bench.desk, 0, bench.phone)
    before = await bench.head()
    assert await bench.desk.do(c.OpenStage(run=run - 1, stage=1)) == "stale_stage"
    assert await bench.desk.do(c.CloseStage(run=run + 1)) == "stale_stage"
    assert await bench.desk.do(c.CloseStage(run=10**30)) == "stale_stage"
    for stage in (-1, 2, 10**30):
        assert await bench.desk.do(c.OpenStage(run=run, stage=stage)) == "unknown_stage"
    assert await bench.desk.do(c.OpenStage(run=run, stage=1)) == "answers_open"
    for minutes in (-5, 0, 11, 10**30):
        assert await bench.desk.do(c.ExtendStage(run=run, minutes=minutes)) == "not_permitted"
    assert await bench.head() == before


async def test_the_same_command_twice_has_one_effect(bench: Bench) -> None:
    identity, before = CommandId(token_hex(16)), await bench.head()
    assert await bench.desk.do(c.LockDoor(), identity) is None
    assert await bench.desk.do(c.UnlockDoor()) is None
    assert await bench.desk.do(c.LockDoor(), identity) is None
    assert await bench.head() == before + 2
    await bench.desk.until(lambda: bench.desk.desk is not None and not bench.desk.desk.locked)


CARDS = {
    "empty": ("", "text_empty"),
    "spaces": (" \n ", "text_empty"),
    "control": ("a\x00b", "text_unreadable"),
    "over-long": ("x" * 141, "text_too_long"),
}


async def test_a_card_that_cannot_be_taken_says_why_and_the_next_one_counts(bench: Bench) -> None:
    run = await checks.open_next(bench.desk, 0, bench.phone)
    for text, reason in CARDS.values():
        bench.phone.not_held.clear()
        await bench.phone.answer(run, plans.card(text))
        await bench.phone.until(lambda reason=reason: bench.phone.not_held == [reason])  # type: ignore[misc]
    bench.phone.not_held.clear()
    await bench.phone.answer(run, plans.choice(0))
    await bench.phone.until(lambda: bench.phone.not_held == ["invalid_answer"])
    await bench.phone.answer(run + 1, plans.card("too early"))
    await bench.phone.until(lambda: bench.phone.not_held == ["invalid_answer", "stale_stage"])
    await checks.answered(bench.phone, run, plans.card("a good one"))
    await bench.desk.until(lambda: bench.desk.desk is not None and bench.desk.desk.answered == 1)


async def test_nobody_answers_for_a_console(bench: Bench) -> None:
    run = await checks.open_next(bench.desk, 0, bench.phone)
    async with bench.socket() as line:
        await line.send(raw.hello_of_ticket(await bench.ticket()))
        await raw.frame(line, "at")
        await line.send(json.dumps({"t": "answer", "run": run, "counter": 1, "answer": {"t": "pass"}}))
        assert (await raw.frame(line, "not_held"))["code"] == "not_permitted"
