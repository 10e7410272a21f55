"""Closing on several nodes: each named node hands its sealed set to the lowest live one, which completes the closing once.

Every node keeps its own set until it sees `closed`; if the collector lapses, the next one collects. A node is waited for while it
renews its row in SQL; with Redis away and several nodes named the closing waits, and the console says so.
"""

import asyncio
import hashlib
import logging
from collections.abc import Awaitable, Callable

from realtime.bus import Sealed
from realtime.clock import SessionClock
from realtime.held import Kept, one_per_person
from realtime.intake import Intake
from realtime.tools import Tools
from workshop.domain.commands import CompleteClosing
from workshop.domain.session import Closing, Session
from workshop.domain.words import CommandId, Millis, NodeId, SessionId
from workshop.records import attached
from workshop.records.errors import RecordsError

log = logging.getLogger("holdspace.closing")

AGAIN_EVERY = 0.25
"""Seconds between two looks at who has handed over; a hand-over is repeated as often until `closed` is seen."""


class Gathering:
    def __init__(
        self,
        tools: Tools,
        session_id: SessionId,
        created: Millis,
        clock: SessionClock,
        intake: Intake,
        session: Callable[[], Session],
        complete: Callable[[CommandId, CompleteClosing], Awaitable[None]],
        waiting: Callable[[], None],
    ) -> None:
        """`complete` submits the wish and returns when it was decided; `waiting` is called when `missing` changes."""
        self._tools, self._session_id, self._created = tools, session_id, created
        self._clock, self._intake, self._session = clock, intake, session
        self._complete, self._waiting = complete, waiting
        self._sets: dict[tuple[int, int, NodeId], tuple[Kept, ...]] = {}
        self._task: asyncio.Task[None] | None = None
        self.missing = 0
        """Live nodes that have not handed over to this one yet."""
        self.alone = False
        """Others are named, and this node does not hear Redis."""

    def follow(self, session: Session) -> None:
        """Starts when a closing began, and lets go of everything when it is over."""
        if session.phase == "closing":
            if self._task is None or self._task.done():
                self._task = asyncio.get_running_loop().create_task(self._run())
            return
        self._sets.clear()
        self._say(0, False)

    def hear(self, note: Sealed) -> None:
        held = self._intake.handed_over(note)
        # One that comes too late would stay here with its seats; one that comes too early is repeated.
        if held is not None and self._session().phase == "closing":
            self._sets[note.run, note.attempt, note.node] = held

    def hand_over(self) -> None:
        """This node goes: the others get its set now, if a stage is closing."""
        found = self._closing()
        if found is not None:
            self._intake.hand_over(found[0], found[1].attempt)

    def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _closing(self) -> tuple[int, Closing] | None:
        session = self._session()
        stage = session.stage
        # A session may end while a stage is closing: then nothing is gathered any more.
        return None if session.phase != "closing" or stage is None or stage.closing is None else (stage.run, stage.closing)

    async def _run(self) -> None:
        while (found := self._closing()) is not None:
            run, closing = found
            grace = self._clock.seconds_until(closing.grace_until)
            if grace > 0:
                # Answers still come: a set handed over now would be missing them.
                await asyncio.sleep(grace)
                continue
            try:
                await self._turn(run, closing)
            except RecordsError:
                log.info("the database did not answer while a stage is closing; trying again")
            await asyncio.sleep(AGAIN_EVERY)

    async def _turn(self, run: int, closing: Closing) -> None:
        live = set(await attached.live(self._tools.database, self._session_id, self._tools.lease.lapse))
        self._intake.lost(self._intake.known_elsewhere() - live)
        me = self._tools.node
        candidates = [node for node in closing.nodes if node in live] or sorted({*live, me})
        if min(candidates) != me:
            self._intake.hand_over(run, closing.attempt)
            self._say(0, not self._tools.bus.hears)
            await self._tools.bus.flushed()
            self._tools.failpoints.reach("after_handover")
            return
        missing = [node for node in candidates if node != me and (run, closing.attempt, node) not in self._sets]
        self._say(len(missing), bool(missing) and not self._tools.bus.hears)
        if not missing and self._old_enough():
            self._tools.failpoints.reach("after_gather")
            await self._write_closed(run, closing.attempt)

    async def _write_closed(self, run: int, attempt: int) -> None:
        kept = list(self._intake.held.all())
        for (of_run, of_attempt, _), handed in self._sets.items():
            if (of_run, of_attempt) == (run, attempt):
                kept += handed
        named = f"{self._session_id}:closed:{run}:{attempt}"
        command = CommandId(hashlib.sha256(named.encode()).hexdigest()[:32])
        await self._complete(
            command, CompleteClosing(run=run, attempt=attempt, held=one_per_person(kept, self._session().seat_of))
        )

    def _old_enough(self) -> bool:
        """A node that just started gives the phones of a lost one time to come back, unless the session is younger than it."""
        started = self._tools.started
        return self._created >= started or self._tools.wall.now() - started >= self._tools.settings.lapse

    def _say(self, missing: int, alone: bool) -> None:
        if (missing, alone) != (self.missing, self.alone):
            self.missing, self.alone = missing, alone
            self._waiting()
