"""A whole session played by simulated people on a server of its own, its clock faster than the wall's: practice and load in one."""

import asyncio
import functools
import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import click

from realtime.app import Node, bind, serve
from realtime.opening import Opened, open_session, practice_organization
from realtime.settings import load_settings
from realtime.simulated import ALIASES, Desk, JoinRefused, Phone
from workshop.domain import commands as c
from workshop.domain.plan import Plan
from workshop.domain.words import CommandId
from workshop.records.migrate import upgrade

LONGEST = 230.0
"""Wall seconds a rehearsal may take."""
THINK = (2.0, 25.0)
"""Session seconds a simulated person takes to answer."""
READ = 15.0
"""Session seconds a simulated facilitator leaves for a text."""
AT_ONCE = 20
"""People who join at the same time."""


def _phone(base: str, code: str, number: int, pace: float) -> Phone:
    chance = random.Random(number)

    async def think() -> None:
        await asyncio.sleep(chance.uniform(*THINK) / pace)

    return Phone(base, code, ALIASES[number % len(ALIASES)], chance, think)


async def _seated(phones: list[Phone], tasks: asyncio.TaskGroup) -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async def sit(phone: Phone) -> None:
        async with gate:
            await phone.join()
            tasks.create_task(phone.run())
            await phone.until(lambda: phone.shared is not None)

    await asyncio.gather(*(sit(phone) for phone in phones))


async def simulate_people(base: str, code: str, people: int) -> None:
    """Lets simulated people into a practice session, until the process ends."""

    async def stay() -> None:
        try:
            async with asyncio.TaskGroup() as tasks:
                await _seated([_phone(base, code, number, 1.0) for number in range(people)], tasks)
        except* JoinRefused as refused:
            click.echo(f"The simulated people could not come in: {refused.exceptions[0]}.", err=True)

    task = asyncio.create_task(stay())
    _STAYING.add(task)
    task.add_done_callback(_STAYING.discard)


_STAYING: set[asyncio.Task[None]] = set()


class Lead:
    """A facilitator who does what the one big Next says, after the time that a group would need."""

    def __init__(self, console: Desk, phones: list[Phone], pace: float) -> None:
        self.console, self.phones, self.pace = console, phones, pace
        self.latencies: list[float] = []
        self.stages = 0

    async def play(self) -> None:
        """Until the session has ended. Raises TimeoutError where something never happens."""
        await self.console.until(lambda: self.console.desk is not None)
        while True:
            desk = self.console.desk
            assert desk is not None
            step = desk.next
            match step.does:
                case "ended":
                    return
                case "open_stage":
                    await self._measured(c.OpenStage(run=step.run, stage=step.stage))
                    self.stages += 1
                    self._say_progress()
                case "step_guide":
                    await self._pause(READ)
                    await self._measured(c.StepGuide(run=step.run, step=step.step))
                case "close_stage":
                    await self.console.until(self._everybody_answered)
                    await self._measured(c.CloseStage(run=step.run))
                case "wait_closing":
                    await self.console.until(lambda: self._next() != "wait_closing", within=60)
                case "decide_short":
                    await self.console.do(c.SpeakStage(run=step.run))
                case "reveal_picture":
                    await self._measured(c.RevealPicture(run=step.run))
                    await self._pause(READ)
                case "release_cards":
                    await self._read_queue(step.run)
                case "make_rooms":
                    await self.console.do(c.MakeRooms(run=step.run, round=1))
                case "start_rooms":
                    await self._measured(c.StartRooms(run=step.run, round=step.round))
                case "end_rooms":
                    await self.console.until(lambda: self._next() != "end_rooms", within=180)
                case "end_session":
                    await self._measured(c.EndSession())
                    await self.console.until(lambda: self._next() == "ended")

    def _next(self) -> str:
        assert self.console.desk is not None
        return self.console.desk.next.does

    def _everybody_answered(self) -> bool:
        desk = self.console.desk
        return desk is not None and desk.answered >= desk.here

    async def _read_queue(self, run: int) -> None:
        assert self.console.desk is not None
        for card in self.console.desk.queue:
            if card.state == "waiting":
                await self.console.do(c.ApproveCard(run=run, card=card.id))
        await self.console.until(lambda: self.console.desk is not None and self.console.desk.next.waiting == 0)
        if self._next() == "release_cards":
            await self._measured(c.ReleaseCards(run=run))
            await self._pause(READ)

    async def _pause(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.pace)

    async def _measured(self, command: c.ClientCommand) -> None:
        """Sends the wish and waits until the last phone has seen what it changed."""
        before = set(self.console.arrivals)
        start = time.perf_counter()
        if await self.console.do(command, CommandId(os.urandom(16).hex())) is not None:
            return
        await self.console.until(lambda: set(self.console.arrivals) != before)
        changed = next(key for key in self.console.arrivals if key not in before)
        await asyncio.gather(*(_saw(phone, changed) for phone in self.phones))
        self.latencies.append(max(phone.arrivals[changed] for phone in self.phones) - start)

    def _say_progress(self) -> None:
        shared = self.console.shared
        title = shared.activity.title if shared is not None and shared.activity is not None else ""
        click.echo(f"stage {self.stages}: {title}", err=True)


def _failures(phones: list[Phone], lead: Lead) -> list[str]:
    failures = []
    for phone in phones:
        if len(phone.stages) != lead.stages:
            failures.append(f"{phone.alias} saw {len(phone.stages)} of {lead.stages} stages")
        if phone.left_out or phone.not_held:
            failures.append(f"{phone.alias}: {len(phone.left_out)} answers not included, {len(phone.not_held)} not taken")
        if phone.shared is None or phone.shared.phase != "ended":
            failures.append(f"{phone.alias} did not see the end")
    return failures


async def rehearse(plan: Plan, people: int, pace: float) -> int:
    """Plays `plan` and prints one JSON line last. Returns the exit code: 1 on any failure."""
    with tempfile.TemporaryDirectory(prefix="holdspace-") as folder:
        settings = load_settings({"HOLDSPACE_DATA": folder, "HOLDSPACE_LOG_LEVEL": "warning"})
        Path(settings.data).mkdir(exist_ok=True)
        await upgrade(settings.database_url)
        listening = bind("127.0.0.1", 0)
        results: list[dict[str, object]] = []

        async def ready(running: Node) -> None:
            database, now = running.tools.database, running.tools.wall.now()
            await practice_organization(database, now)
            opened = await open_session(database, plan, now, pace=pace, capacity=max(people, 200))
            results.append(await _played(f"http://127.0.0.1:{running.port}", opened, people, pace))
            running.server.should_exit = True

        await serve(settings, listening, ready)
    result = results[0] if results else {"failures": ["the server ended early"]}
    sys.stdout.write(json.dumps(result) + "\n")
    return 1 if result["failures"] else 0


async def _played(base: str, opened: Opened, people: int, pace: float) -> dict[str, object]:
    phones = [_phone(base, opened.code, number, pace) for number in range(people)]
    console, screen = Desk(base, opened.console_secret), Desk(base, opened.screen_secret)
    lead = Lead(console, phones, pace)
    failures: list[str] = []
    started = time.perf_counter()
    try:
        async with asyncio.timeout(LONGEST), asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(page.run()) for page in (console, screen)]
            await _seated(phones, tasks)
            await lead.play()
            await asyncio.gather(*(phone.until(functools.partial(_has_ended, phone)) for phone in phones))
            for page in (console, screen, *phones):
                page.closed = page.closed or 0
                await page.drop()
            del running
    except* TimeoutError:
        failures.append(f"something never happened; Next was {console.desk.next.does if console.desk else 'unknown'}")
    except* JoinRefused as refused:
        failures += [f"the door refused somebody: {one}" for one in refused.exceptions]
    failures += _failures(phones, lead)
    ordered = sorted(lead.latencies) or [0.0]
    return {
        "people": people,
        "stages": lead.stages,
        "commands_done": console.done,
        "commands_refused": len(console.refusals),
        "frames": sum(page.frames for page in (console, screen, *phones)),
        "p50_ms": round(statistics.median(ordered) * 1000, 1),
        "p99_ms": round(ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))] * 1000, 1),
        "seconds": round(time.perf_counter() - started, 1),
        "failures": failures,
    }


async def _saw(phone: Phone, state: str) -> None:
    await phone.until(lambda: state in phone.arrivals)


def _has_ended(phone: Phone) -> bool:
    return phone.shared is not None and phone.shared.phase == "ended"
