"""Plays a variant, takes everything, lets every attack try, and judges."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from sqlalchemy import text as sql

from tests import nodes
from tests.adversary import linkers
from tests.adversary.loot import Loot, backup, taken
from tests.adversary.mutants import Variant
from tests.adversary.node import MutantCluster
from tests.adversary.play import Evening, Script
from tests.adversary.verdict import Attack, Judged, Verdict, attack, judged, verdict
from tests.engines import Databases
from tests.realtime.test_g_a1 import KeepingRedis
from workshop.records.engine import open_database

PACE = 40.0
LONGEST = 110.0
"""Wall seconds in which the evenings of one loot are over."""


class Tried(Struct):
    """All attacks on one or several loots of a variant."""

    variant: str
    attacks: dict[str, Judged]
    outside: dict[str, Judged]
    cards: int
    sessions: int
    seconds: float

    def verdict(self) -> Verdict:
        return verdict(self.attacks, self.cards)

    def left_open(self) -> list[Attack]:
        return [attack(name, stages, 1) for name, stages in self.outside.items() if stages]


async def tried(variant: Variant, databases: Databases, first_seed: int = 1, pace: float = PACE) -> Tried:
    started = time.monotonic()
    loot, authors = await _played(variant, databases, first_seed, pace)
    attacks = await asyncio.to_thread(linkers.every_attack, loot)
    return Tried(
        variant=variant.name,
        attacks={name: judged(loot, authors, name, guesses) for name, guesses in attacks.items()},
        outside={name: judged(loot, authors, name, guesses) for name, guesses in linkers.outside(loot).items()},
        cards=sum(len(stage.cards) for stage in loot.stages),
        sessions=variant.evenings,
        seconds=time.monotonic() - started,
    )


async def _played(variant: Variant, databases: Databases, first_seed: int, pace: float) -> tuple[Loot, dict[str, str]]:
    folder = Path(tempfile.mkdtemp(prefix="holdspace-v-"))
    for part in ("redis", "nodes"):
        (folder / part).mkdir()
    redis, url = KeepingRedis(folder / "redis"), databases.fresh(variant.engine)
    database = open_database(url)
    cluster = MutantCluster(folder / "nodes", url, database, redis, {**nodes.SHORT, "log_level": "debug"})
    cluster.mutant = variant.planted
    try:
        await redis.start()
        async with database.changing() as connection:
            for statement in variant.schema:
                await connection.execute(sql(statement))
        started = await cluster.start_many(variant.nodes)
        scripts = [
            Script(seed=first_seed + number, stages=variant.stages, pace=pace, changes=variant.changes)
            for number in range(variant.evenings)
        ]
        evenings, earlier = [Evening(cluster, script) for script in scripts], list[bytes]()

        async def in_between() -> None:
            earlier.extend(await backup(database, variant.engine))

        for evening in evenings:
            evening.in_between = in_between
        async with asyncio.timeout(LONGEST):
            await asyncio.gather(*(evening.play(started) for evening in evenings))
        loot = await taken(cluster, databases, variant.engine, redis, evenings)
        loot.files["earlier"] = earlier
        return loot, {words: alias for evening in evenings for words, alias in evening.truth.all_authors().items()}
    finally:
        await cluster.close()
        await redis.kill()
        await database.dispose()
        shutil.rmtree(folder, ignore_errors=True)


def together(parts: Sequence[Tried]) -> Tried:
    """Several loots of one variant, judged as one. An attack that found nothing to guess in one of them guesses fewer cards."""
    first = parts[0]
    for one in parts[1:]:
        for mine, theirs in ((first.attacks, one.attacks), (first.outside, one.outside)):
            for name, stages in theirs.items():
                mine.setdefault(name, []).extend(stages)
        first.cards += one.cards
        first.sessions += one.sessions
        first.seconds += one.seconds
    return first
