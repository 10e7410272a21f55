"""What a thief carries away: every file of every store as it lies there, a backup, the exports, and what can be seen in the room.

Seen in the room: who put the phone away first, second, …; who typed again later; which network address is whose. Never who wrote what.
"""

import asyncio
import json
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field
from sqlalchemy import text as sql

from tests.adversary.play import Evening, Truth
from tests.engines import Databases, EngineName
from tests.nodes import Cluster
from tests.realtime.test_g_a1 import KeepingRedis, content_of
from workshop.records.engine import Database

Row = dict[str, str]


class Seat(Struct, frozen=True):
    id: str
    alias: str
    marks: tuple[str, ...]
    """Whatever names this person somewhere."""
    address: str


class Card(Struct, frozen=True):
    id: str
    text: str
    row: Row


class Event(Struct, frozen=True):
    seq: int
    type: str
    body: dict[str, Any]
    words: str
    """The body as it is stored."""


class Stage(Struct, frozen=True):
    """A stage that was closed, its cards that are still there, and who was in the session then."""

    session: str
    run: int
    cards: tuple[Card, ...]
    people: tuple[Seat, ...]
    events: tuple[Event, ...]
    """Of this stage, from its opening until the next one's."""
    put_down: tuple[str, ...]
    """Seats in the order in which the phones were put away."""
    typed_again: tuple[str, ...]

    def named(self, kind: str) -> list[Event]:
        return [event for event in self.events if event.type == kind]

    @property
    def closed_at(self) -> int:
        return self.named("wall_closed")[0].seq


class Loot(Struct):
    stages: list[Stage] = field(default_factory=list)
    files: dict[str, list[bytes]] = field(default_factory=dict)
    """By store: database, log (write-ahead), redis, said (what processes write to their logs), backup, earlier (one that was made while
    a question was open), exports."""
    tables: dict[str, list[Row]] = field(default_factory=dict)
    """Every table there is, in the order in which its rows lie in the file."""


async def backup(database: Database, engine: EngineName) -> list[bytes]:
    """As `pg_dump` and `.dump` write it: the rows of every table in the order in which they lie."""
    return _dumped(await _tables(database, engine))


def _dumped(tables: dict[str, list[Row]]) -> list[bytes]:
    return ["\n".join("\t".join(row.values()) for row in rows).encode() for rows in tables.values()]


async def taken(cluster: Cluster, databases: Databases, engine: EngineName, redis: KeepingRedis, evenings: list[Evening]) -> Loot:
    await redis.dump()
    if engine == "postgresql":
        await asyncio.to_thread(databases.postgres.psql, "CHECKPOINT")
    loot = Loot(files=await asyncio.to_thread(_files, cluster, databases, engine, redis))
    sessions = [evening.session.encode() for evening in evenings]
    for group in ("database", "log"):  # a server keeps its log for other sessions as well, and every row of this one names it
        loot.files[group] = [content for content in loot.files[group] if any(one in content for one in sessions)]
    loot.files["exports"] = [json.dumps(evening.exports).encode() for evening in evenings]
    loot.tables = await _tables(cluster.database, engine)
    loot.files["backup"] = _dumped(loot.tables)
    for evening in evenings:
        loot.stages += _stages(loot.tables, evening.session, evening.truth)
    return loot


def _files(cluster: Cluster, databases: Databases, engine: EngineName, redis: KeepingRedis) -> dict[str, list[bytes]]:
    said = [node.log for node in cluster.nodes]
    if engine == "postgresql":
        server = databases.postgres
        name = cluster.database_url.removeprefix("postgresql://postgres@/").partition("?")[0]
        folder = server.data / "base" / server.psql("SELECT oid FROM pg_database WHERE datname = current_database()", name)
        kept, logged = _below(folder), _below(server.data / "pg_wal")
        said.append(server.log)
    else:
        path = Path(cluster.database_url.removeprefix("sqlite:///"))
        kept, logged = [path], [path.with_name(path.name + "-wal")]
    groups = {"database": kept, "log": logged, "redis": sorted(redis.files()), "said": said}
    return {group: [content for path in paths if (content := content_of(path))] for group, paths in groups.items()}


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


async def _tables(database: Database, engine: EngineName) -> dict[str, list[Row]]:
    names, place = {
        "sqlite": ("SELECT name FROM sqlite_master WHERE type = 'table'", "rowid"),
        "postgresql": ("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", "ctid"),
    }[engine]
    found: dict[str, list[Row]] = {}
    async with database.reading() as connection:
        for name in sorted(await connection.scalars(sql(names))):
            rows = await connection.execute(sql(f'SELECT * FROM "{name}" ORDER BY {place}'))
            found[name] = [{key: str(value) for key, value in row.items()} for row in rows.mappings()]
    return found


def _stages(tables: dict[str, list[Row]], session: str, truth: Truth) -> list[Stage]:
    events = _events(tables, session)
    cards = {row["id"]: Card(row["id"], row["text"], row) for row in tables["card"] if row["session_id"] == session}
    by_alias = {seat.alias: seat for seat in _seats(tables, session, truth)}
    joined = {event.body["seat"]: event.seq for event in events if event.type == "seat_joined"}
    opened = [event for event in events if event.type == "stage_opened"]
    stages: list[Stage] = []
    for number, start in enumerate(opened):
        until = opened[number + 1].seq if number + 1 < len(opened) else events[-1].seq + 1
        own, run = tuple(event for event in events if start.seq <= event.seq < until), start.body["run"]
        closed = next(event for event in own if event.type == "wall_closed")
        stages.append(
            Stage(
                session=session,
                run=run,
                cards=tuple(cards[card] for card in sorted(closed.body["cards"]) if card in cards),
                people=tuple(seat for seat in by_alias.values() if joined[seat.id] < closed.seq),
                events=own,
                put_down=tuple(by_alias[alias].id for alias in truth.put_down[run]),
                typed_again=tuple(by_alias[alias].id for alias in truth.typed_again.get(run, ())),
            )
        )
    return stages


def _events(tables: dict[str, list[Row]], session: str) -> list[Event]:
    rows = sorted((row for row in tables["event"] if row["session_id"] == session), key=lambda row: int(row["seq"]))
    return [Event(int(row["seq"]), row["type"], msgspec.json.decode(row["body"]), row["body"]) for row in rows]


def _seats(tables: dict[str, list[Row]], session: str, truth: Truth) -> list[Seat]:
    aliases = {row["id"]: row["text"] for row in tables["text"] if row["kind"] == "alias"}
    return [
        Seat(
            id=row["id"],
            alias=aliases[row["alias"]],
            marks=(row["id"], row["alias"], row["key_hash"], aliases[row["alias"]]),
            address=truth.addresses[aliases[row["alias"]]],
        )
        for row in tables["seat"]
        if row["session_id"] == session
    ]


def places(contents: list[bytes], mark: str) -> list[int]:
    """Where it stands in these files laid one behind the other."""
    found, begins, wanted = [], 0, mark.encode()
    for content in contents:
        at = content.find(wanted)
        while at >= 0:
            found.append(begins + at)
            at = content.find(wanted, at + 1)
        begins += len(content) + 4096
    return found
