"""What lapses by itself: spent tickets. At start and hourly on every node; retention and erasure join here."""

import asyncio
import logging

from realtime.tools import Tools
from workshop.records.errors import RecordsError
from workshop.records.sessions import sweep_tickets

log = logging.getLogger("holdspace.housekeeping")

EVERY = 3600.0


async def housekeeping(tools: Tools) -> None:
    while True:
        try:
            await sweep_tickets(tools.database)
        except RecordsError:
            log.info("the database did not answer; lapsed tickets wait for the next hour")
        await asyncio.sleep(EVERY)
