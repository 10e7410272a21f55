"""A session of which nothing is kept: everything of it is erased as soon as it has ended.

Every node that follows it tries, and the first one does it. If all of them die before, housekeeping of whoever starts next does.
"""

import asyncio
import logging
from collections.abc import Callable

from realtime.tools import Tools
from workshop.domain.session import Session
from workshop.domain.words import SessionId
from workshop.records.erasure import erase_events
from workshop.records.errors import RecordsError

log = logging.getLogger("holdspace.no_trace")

AGAIN_AFTER = 1.0
"""Seconds until it is tried again where the database did not answer."""


class NoTrace:
    def __init__(self, tools: Tools, session_id: SessionId, retention_days: int, session: Callable[[], Session]) -> None:
        self._tools, self._session_id, self._session = tools, session_id, session
        self._wanted = retention_days == 0
        self._erasing: asyncio.Task[None] | None = None

    def follow(self) -> None:
        if self._wanted and self._erasing is None and self._session().phase == "ended":
            self._erasing = asyncio.get_running_loop().create_task(self._erase())

    def stop(self) -> None:
        if self._erasing is not None:
            self._erasing.cancel()

    async def _erase(self) -> None:
        # The pages hear first that it has ended: an erased session closes their lines.
        await asyncio.sleep(2 * self._tools.settings.fan_out / 1000)
        while True:
            try:
                await erase_events(self._tools.database, self._session_id)
                return
            except RecordsError:
                log.info("a session of which nothing is kept is not erased yet; trying again")
            await asyncio.sleep(AGAIN_AFTER)
