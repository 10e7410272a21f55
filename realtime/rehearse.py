"""A whole session played by simulated people on a server of its own, its clock faster than the wall's: practice and load in one."""

import asyncio
import functools
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import click

from realtime.app import Node, bind, serve
from realtime.characters import Character, cancelled, character, told
from realtime.lead import Lead
from realtime.opening import Opened, open_session, practice_organization
from realtime.rooms_seen import WatchingDesk
from realtime.settings import load_settings
from realtime.simulated import ALIASES, Desk, JoinRefused, Phone
from workshop.domain.plan import Plan
from workshop.records.migrate import upgrade

LONGEST = 230.0
"""Wall seconds a rehearsal may take."""
THINK = (2.0, 25.0)
"""Session seconds a simulated person takes to answer."""
AT_ONCE = 20
"""People who join at the same time."""
CHECK_IN_AT = 2
"""In this stage a check-in is opened."""
ENDED_EARLY = "the server ended early"


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
        except* (JoinRefused, OSError) as refused:
            click.echo(f"The simulated people could not come in: {refused.exceptions[0]}.", err=True)

    task = asyncio.create_task(stay())
    _STAYING.add(task)
    task.add_done_callback(_STAYING.discard)


_STAYING: set[asyncio.Task[None]] = set()


class Rehearsal:
    """One session, everybody in it, and what became of it."""

    def __init__(self, base: str, opened: Opened, plan: Plan, people: int, pace: float) -> None:
        self.phones = [_phone(base, opened.code, number, pace) for number in range(people)]
        self.characters = [character(number, people, plan) for number in range(people)]
        self.console, self.screen = WatchingDesk(base, opened.console_secret), Desk(base, opened.screen_secret)
        steady = [phone for phone, one in zip(self.phones, self.characters, strict=True) if one.whole]
        asked = [phone for phone, one in zip(self.phones, self.characters, strict=True) if one.asked]
        self.lead = Lead(self.console, steady, pace, asked, CHECK_IN_AT)
        self.unfinished: list[str] = []
        self._started = time.perf_counter()

    async def play(self, longest: float) -> None:
        """From the door to the end. Raises what went wrong: TimeoutError after `longest` seconds, or a group of what pages raised."""
        pages = (self.console, self.screen, *self.phones)
        stories: list[asyncio.Task[str | None]] = []
        try:
            async with asyncio.timeout(longest), asyncio.TaskGroup() as tasks:
                for desk in (self.console, self.screen):
                    tasks.create_task(desk.run())
                people = list(zip(self.phones, self.characters, strict=True))
                await _seated([phone for phone, one in people if not one.late], tasks)
                coming = tasks.create_task(self._come_late([(phone, one) for phone, one in people if one.late], tasks))
                stories += [asyncio.create_task(told(phone, one)) for phone, one in people if one.story is not None]
                await self.lead.play()
                await coming
                await asyncio.gather(*(phone.until(functools.partial(_has_ended, phone)) for phone in self.phones))
                self.unfinished += [sentence for sentence in await asyncio.gather(*stories) if sentence is not None]
                for page in pages:
                    page.closed = page.closed or 0
                    await page.drop()
        finally:
            await cancelled(stories)
            for phone in self.phones:
                phone.stop_thinking()

    async def _come_late(self, people: list[tuple[Phone, Character]], tasks: asyncio.TaskGroup) -> None:
        for phone, one in sorted(people, key=lambda pair: pair[1].late):
            await self.console.until(lambda one=one: self.lead.stages >= one.late, LONGEST)  # type: ignore[misc]
            await _seated([phone], tasks)

    def result(self, failures: list[str]) -> dict[str, object]:
        """What is printed. `failures` come first: what ended it explains what people did not see."""
        ordered = sorted(self.lead.latencies) or [0.0]
        return {
            "people": len(self.phones),
            "stages": self.lead.stages,
            "commands_done": self.console.done,
            "commands_refused": len(self.console.refusals),
            "frames": sum(page.frames for page in (self.console, self.screen, *self.phones)),
            "p50_ms": round(statistics.median(ordered) * 1000, 1),
            "p99_ms": round(ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))] * 1000, 1),
            "seconds": round(time.perf_counter() - self._started, 1),
            "rooms": {
                **self.console.seen.counts(),
                "missed": sum(phone.missed for phone in self.phones),
                "found": sum(phone.found for phone in self.phones),
            },
            "checked_in": sum(phone.felt_taken > 0 for phone in self.phones),
            "failures": [
                *failures,
                *self.unfinished,
                *(f"room {room}: somebody was alone in it" for room in self.console.seen.alone),
                *(failure for person in zip(self.phones, self.characters, strict=True) for failure in self._failures_of(*person)),
            ],
        }

    def sentence(self, error: BaseException) -> str:
        """What an error means for the rehearsal."""
        if isinstance(error, TimeoutError):
            return f"something never happened; Next was {self.console.desk.next.does if self.console.desk else 'unknown'}"
        if isinstance(error, JoinRefused):
            return f"the door refused somebody: {error}"
        return f"{type(error).__name__}: {error}"

    def _failures_of(self, phone: Phone, one: Character) -> list[str]:
        failures = []
        if one.whole and len(phone.stages) != self.lead.stages:
            failures.append(f"{phone.alias} saw {len(phone.stages)} of {self.lead.stages} stages")
        if one.counted and (phone.left_out or phone.not_held):
            failures.append(f"{phone.alias}: {len(phone.left_out)} answers not included, {len(phone.not_held)} not taken")
        if one.counted and phone.missed > phone.found:
            failures.append(f"{phone.alias} was missed by a partner and could not say that they are here")
        if phone.was_with:
            failures.append(f"{phone.alias} was in {len(phone.was_with)} rooms with somebody whom they are kept apart from")
        if phone.room is not None or (phone.seat is not None and phone.seat.room is not None):
            failures.append(f"{phone.alias} is still in a room")
        if not _has_ended(phone):
            failures.append(f"{phone.alias} did not see the end")
        return failures


async def rehearse(plan: Plan, people: int, pace: float, longest: float = LONGEST) -> int:
    """Plays `plan` for at most `longest` wall seconds and prints one JSON line last. Returns the exit code: 1 on any failure.

    Whatever goes wrong while people play is a line of `failures`. Raises what `serve` raises where the server does not start.
    """
    with tempfile.TemporaryDirectory(prefix="holdspace-") as folder:
        settings = load_settings({"HOLDSPACE_DATA": folder, "HOLDSPACE_LOG_LEVEL": "warning"})
        Path(settings.data).mkdir(exist_ok=True)
        await upgrade(settings.database_url)
        rehearsals: asyncio.Queue[tuple[Rehearsal, Node]] = asyncio.Queue()

        async def ready(running: Node) -> None:
            database, now = running.tools.database, running.tools.wall.now()
            await practice_organization(database)
            opened = await open_session(database, plan, now, pace=pace, capacity=max(people, 200))
            rehearsals.put_nowait((Rehearsal(f"http://127.0.0.1:{running.port}", opened, plan, people, pace), running))

        with bind("127.0.0.1", 0) as listening:
            serving = asyncio.create_task(serve(settings, listening, ready))
            result = await _played(serving, rehearsals, longest)
    sys.stdout.write(json.dumps(result) + "\n")
    return 1 if result["failures"] else 0


async def _played(
    serving: asyncio.Task[None], rehearsals: asyncio.Queue[tuple[Rehearsal, Node]], longest: float
) -> dict[str, object]:
    """The result, once the server has ended too."""
    coming = asyncio.create_task(rehearsals.get())
    await asyncio.wait({serving, coming}, return_when=asyncio.FIRST_COMPLETED)
    if not coming.done():
        coming.cancel()
        await serving
        return {"failures": [ENDED_EARLY]}
    rehearsal, running = coming.result()
    failures = await failures_of(rehearsal, serving, longest)
    running.server.should_exit = True
    await serving
    return rehearsal.result(failures)


async def failures_of(rehearsal: Rehearsal, serving: asyncio.Task[None], longest: float) -> list[str]:
    """Plays it while `serving` serves. What ended it before its end; empty when nothing did."""
    playing = asyncio.create_task(rehearsal.play(longest))
    await asyncio.wait({serving, playing}, return_when=asyncio.FIRST_COMPLETED)
    early = not playing.done()
    playing.cancel()
    # Not by `except`: whatever a page or the lead raised, of any type, is a failure of the rehearsal.
    await asyncio.wait({playing})
    error = None if playing.cancelled() else playing.exception()
    return [ENDED_EARLY] * early + [rehearsal.sentence(one) for one in _singly(error)]


def _singly(error: BaseException | None) -> list[BaseException]:
    """The errors of a group, however deep."""
    if isinstance(error, BaseExceptionGroup):
        return [single for one in error.exceptions for single in _singly(one)]
    return [] if error is None else [error]


def _has_ended(phone: Phone) -> bool:
    return phone.shared is not None and phone.shared.phase == "ended"
