"""The log of one session as this node follows it: what others commit arrives over the bus or is found by the head check; what is
ours is applied after COMMIT. SQL is the truth.
"""

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from realtime.bus import Committed
from realtime.texts import Found, Texts
from realtime.tools import Tools
from workshop.domain.decider import evolve, replay
from workshop.domain.session import Session, new_session
from workshop.records.errors import RecordsError
from workshop.records.reading import Recorded, heads, read_events
from workshop.records.sessions import SessionRow, session_by_id

log = logging.getLogger("holdspace.room")

MOST_READINGS = 5
"""Tries to read words while nothing changes; after that the facts are shown without them, and they are read again."""


class Following(ABC):
    """The state of a session and its position, kept up with the log. What follows from a fact is for whoever inherits to say."""

    def __init__(self, tools: Tools, row: SessionRow) -> None:
        self.tools, self.row = tools, row
        self.id = row.settings.id
        self.session: Session = new_session(row.settings, row.plan, row.carried)
        self.seq, self.epoch = 0, row.epoch
        self.ended = row.state != "live"
        self.turn = asyncio.Lock()
        """Held by whoever moves the position with a wait in between."""
        self.wrote_last = False
        """The newest facts are of this node."""
        self._words = Texts(tools.database, self.id)
        self._behind = asyncio.Event()

    # --- what follows from it

    @abstractmethod
    def changed(self, recorded: Sequence[Recorded]) -> None:
        """The session is another one after these facts."""

    @abstractmethod
    def words_came(self) -> None:
        """Words that were missing were found."""

    @abstractmethod
    def restored(self) -> None:
        """Everything was read anew: people who were here may never have come."""

    @abstractmethod
    def gone(self) -> None:
        """No such session any more."""

    # --- keeping up

    @property
    def texts(self) -> Mapping[str, str]:
        return self._words.known

    def advance(self, session: Session, recorded: list[Recorded], words: Mapping[str, str]) -> None:
        """These facts were committed by this node (or found on the way), with these words: called with `turn` held."""
        self._words.heard(recorded)
        self._words.learn(words)
        self.session = session
        self.seq = recorded[-1].seq if recorded else self.seq
        self.wrote_last = bool(recorded)
        if recorded:  # a batch of refusals alone must not start anything anew: what asks again would do so without a pause
            self.changed(recorded)
        if self._words.lacks(self.session):
            self._behind.set()  # what was found on the way may name cards of another node's batch

    def hear_committed(self, note: Committed) -> None:
        """Contiguous facts are applied at once; anything else is read from SQL. Texts never travel, so those are read too."""
        if note.epoch < self.epoch:
            return  # from before a restore
        if note.epoch > self.epoch or note.after > self.seq or self.turn.locked():
            self._behind.set()
            return
        fresh = [
            Recorded(note.after + number, command, at, event)
            for number, (command, at, event) in enumerate(note.events, start=1)
            if note.after + number > self.seq
        ]
        if fresh:
            self._words.heard(fresh)
            self._apply(fresh)
            if self._words.lacks(self.session):
                self._behind.set()

    async def catch_up_when_behind(self) -> None:
        """Never ends."""
        while True:
            await self._behind.wait()
            self._behind.clear()
            try:
                await self.read_on()
            except RecordsError:
                log.info("could not read on; the head check tries again")

    async def check(self, epoch: int, head: int) -> None:
        """SQL stands at `head` (the head check, or a phone's position): reads on, or anew after a restore."""
        try:
            if epoch != self.epoch:
                await self.reload()
            elif head > self.seq:
                await self.read_on()
        except RecordsError:
            log.info("could not read on; the head check tries again")

    async def read_on(self) -> None:
        """Raises RecordsError."""
        async with self.turn:
            fresh = await read_events(self.tools.database, self.id, self.seq)
            # Looked at after the reading: facts from after a restore go on from another history than ours.
            same = not fresh or await self._epoch() == self.epoch
            if same:
                self._words.heard(fresh)
                found = await self._words_of(self.session, self.seq, fresh, self._words)
                self._words.keep(found)
                self._apply(fresh)
                if found.words:
                    self.words_came()
        if not same:
            await self.reload()

    async def _words_of(self, session: Session, seq: int, fresh: list[Recorded], words: Texts) -> Found:
        """What a view of `session` (which stands at `seq`) after `fresh` lacks. Facts that came while it was read are added to `fresh`.

        Otherwise a card could be shown with words that its author has given since and no facilitator has read.
        """
        for _ in range(MOST_READINGS):
            found = await words.look_up(replay(session, ((one.event, one.at) for one in fresh)))
            stands = fresh[-1].seq if fresh else seq
            later = await read_events(self.tools.database, self.id, stands) if found.words else []
            if not later:
                return found
            words.heard(later)
            fresh += later
        self._behind.set()
        return Found({}, frozenset())

    async def _epoch(self) -> int | None:
        found = (await heads(self.tools.database, [self.id])).get(self.id)
        return None if found is None else found[1]

    async def reload(self) -> None:
        """The session was restored or erased: everything from the start, and what was held belongs to no stage any more.

        Raises RecordsError.
        """
        row = await session_by_id(self.tools.database, self.id)
        if row is None or row.state == "erased":
            self.gone()
            return
        async with self.turn:
            fresh = await read_events(self.tools.database, self.id, 0)
            begun, words = new_session(row.settings, row.plan, row.carried), Texts(self.tools.database, self.id)
            words.keep(await self._words_of(begun, 0, fresh, words))
            # From here on nothing waits: nobody may see a session that is half read.
            self.row, self.epoch, self.ended = row, row.epoch, row.state != "live"
            self.session, self.seq, self._words = begun, 0, words
            self._apply(fresh)
        self.restored()

    def _apply(self, recorded: Sequence[Recorded]) -> None:
        for one in recorded:
            self.session = evolve(self.session, one.event, one.at)
            self.seq = one.seq
        self.wrote_last = False
        self.changed(recorded)
