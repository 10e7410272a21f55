"""A session without trace on real servers: told at the door, and gone with its end, whichever node ends it and whoever dies."""

from pathlib import Path

import pytest
from sqlalchemy import select

from realtime.simulated import post
from tests import checks, nodes
from tests.engines import Databases, EngineName
from tests.realtime.test_stored_doors import PEOPLE, WORDS, an_evening, left
from tests.records.test_g_a8 import content_holds
from workshop.domain import commands as c
from workshop.domain.events import SessionEnded
from workshop.domain.words import CommandId
from workshop.records.engine import Database
from workshop.records.ledger import writing
from workshop.records.reading import Recorded
from workshop.records.tables import card, event, seat, text


async def traces(database: Database) -> list[str]:
    """Names of everything that was written down."""
    async with database.reading() as connection:
        columns = (seat.c.id, seat.c.key_hash, event.c.command_id, card.c.id, card.c.note_key, text.c.id, text.c.text)
        return [str(one) for column in columns for one in await connection.scalars(select(column))]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_g_a12_when_it_has_ended_nothing_of_it_is_there(databases: Databases, tmp_path: Path, engine: EngineName) -> None:
    async with an_evening(databases, tmp_path, engine, retention_days=0) as evening:
        door = await post(evening.node.base, "/api/door", {"code": evening.opened.code})
        assert door[1]["retention_days"] == 0
        assert {one["until"] for one in (await evening.seen())["things"] if one["kind"] in ("cards", "names", "record")} == {
            "end"
        }
        known = [*WORDS, *await traces(evening.cluster.database)]
        assert len(known) > 6 * PEOPLE
        phones, desk = evening.phones, evening.console
        await evening.ended()
        page = await evening.until("erased")
        assert left(page) == {"links", "session"}
        assert page["line"]
        for told in (*phones, desk):
            await told.until(lambda told=told: told.shared is not None and told.shared.phase == "ended")  # type: ignore[misc]
        # It has no summary, and its console is told so.
        assert await evening.closing.ask("closing") == (409, {"error": "wrong_state"})
        assert await evening.closing.ask("closing/sign", {"version": 0}) == (409, {"error": "wrong_state"})
        assert await checks.events_of(evening.cluster.database, evening.opened.id) == []
        if engine == "sqlite":
            path = Path(evening.cluster.database.place.removeprefix("sqlite:///"))
            held = {one.name: content_holds(one, known) for one in path.parent.glob(path.name + "*")}
        else:
            data = databases.postgres.data
            name = evening.url.removeprefix("postgresql://postgres@/").partition("?")[0]
            databases.postgres.psql("CHECKPOINT")
            own = data / "base" / databases.postgres.psql("SELECT oid FROM pg_database WHERE datname = current_database()", name)
            held = {one.name: content_holds(one, known) for one in own.rglob("*") if one.is_file()}
        assert {name: count for name, count in held.items() if count} == {}


async def test_g_a12_a_session_that_a_dead_node_had_just_ended_is_erased_by_whoever_starts_next(
    databases: Databases, tmp_path: Path
) -> None:
    async with an_evening(databases, tmp_path, "sqlite", retention_days=0) as evening:
        await evening.node.kill()
        head = len(await checks.events_of(evening.cluster.database, evening.opened.id))
        async with writing(evening.cluster.database, evening.opened.id, after=head, epoch=1) as batch:
            batch.add([Recorded(head + 1, CommandId("end"), 10**15, SessionEnded())])
            await batch.commit()
        evening.node = await evening.cluster.start()
        assert left(await evening.until("erased")) == {"links", "session"}


async def test_a_session_with_a_trace_is_still_there_after_its_end(databases: Databases, tmp_path: Path) -> None:
    async with nodes.cluster(tmp_path, databases.fresh("sqlite")) as cluster:
        node = await cluster.start()
        opened = await cluster.open(retention_days=1)
        desk = await cluster.desk(node.base, opened)
        assert await desk.do(c.EndSession()) is None
        status, page = await post(node.base, "/api/stored", {"code": opened.code})
        assert (status, page["state"]) == (200, "over")
