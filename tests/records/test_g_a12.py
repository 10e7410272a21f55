"""G-A12: of a session without trace no text, name, seat or fact is in any live file after its end, except PostgreSQL's log."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from msgspec import structs

from tests.engines import ORGANIZATION, Databases, EngineName, new_session
from tests.records.test_g_a8 import Store
from workshop.domain.events import DoorLocked, DoorUnlocked, SessionEnded
from workshop.domain.words import CardId, CommandId, SeatId, SessionId, TextId
from workshop.records import erasure
from workshop.records.erasure import erase_events
from workshop.records.ledger import writing
from workshop.records.reading import Recorded
from workshop.records.sessions import create_organization, create_session, set_help_page
from workshop.records.stored import stored_of

S1 = SessionId("s1")
PEOPLE = 40
CARDS = tuple(f"canary-card-{number:03d}-qzz the thing I never told anybody" for number in range(PEOPLE))
NAMES = tuple(f"canary-name-{number:03d}-qzz" for number in range(PEOPLE))
SEATS = tuple(f"canary-seat-{number:03d}-qzz" for number in range(PEOPLE))
KEYS = tuple(f"canary-key-{number:03d}-qzz" for number in range(PEOPLE))
FACTS = tuple(f"canary-fact-{number:03d}-qzz" for number in range(PEOPLE * 4))
IDS = tuple(f"canary-id-{number:03d}-qzz" for number in range(PEOPLE))
TRACES = (*CARDS, *NAMES, *SEATS, *KEYS, *FACTS, *IDS)


@asynccontextmanager
async def ended(databases: Databases, engine: EngineName) -> AsyncIterator[Store]:
    """A session without trace that has just ended: forty people, a card each, and what they did."""
    store = Store(databases, engine)
    try:
        await create_organization(store.database, ORGANIZATION, "Harbour")
        await set_help_page(store.database, ORGANIZATION, "You can call 000 at any time.", 1)
        await create_session(store.database, structs.replace(new_session("s1"), retention_days=0))
        async with writing(store.database, S1, after=0, epoch=1) as batch:
            for seat, key, name in zip(SEATS, KEYS, NAMES, strict=True):
                batch.add_text(TextId(f"alias-{seat}"), "alias", name)
                batch.add_seat(SeatId(seat), TextId(f"alias-{seat}"), key)
            batch.add_cards([(CardId(one), words, f"note-{one}") for one, words in zip(IDS, CARDS, strict=True)])
            facts = [DoorLocked() if number % 2 else DoorUnlocked() for number in range(len(FACTS) - 1)]
            steps = zip(FACTS, [*facts, SessionEnded()], strict=True)
            batch.add([Recorded(seq, CommandId(name), 1000 * seq, fact) for seq, (name, fact) in enumerate(steps, start=1)])
            await batch.commit()
        if engine == "postgresql":
            store.psql("ANALYZE")
        held = store.found(TRACES)
        assert sum(held.values()) >= len(TRACES), "the scan reads nothing"
        yield store
    finally:
        await store.database.dispose()


def sampled(store: Store) -> str:
    """What PostgreSQL keeps of values: it compresses its samples, so they are asked for, not searched for."""
    shown = "SELECT string_agg(coalesce(histogram_bounds::text, '') || coalesce(most_common_vals::text, ''), ' ') FROM pg_stats"
    of_ours = f"{shown} WHERE tablename IN ('event', 'seat', 'card', 'text', 'attached')"
    return store.psql(of_ours) if store.engine == "postgresql" else ""


async def test_g_a12_no_file_holds_a_text_a_name_a_seat_or_a_fact(databases: Databases, engine_name: EngineName) -> None:
    async with ended(databases, engine_name) as store:
        assert await erase_events(store.database, S1)
        assert store.found(TRACES) == {}
        assert "canary" not in sampled(store)
        found = await stored_of(store.database, S1)
        assert found is not None
        assert found.state == "erased"


async def test_g_a12_the_mutant_that_leaves_the_record_in_its_files_is_caught_on_postgresql(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ended(databases, "postgresql") as store:
        monkeypatch.setattr(erasure, "HOLD_STEPS", ())
        assert await erase_events(store.database, S1)
        assert store.found(FACTS)
        assert store.found(SEATS)


async def test_g_a12_the_mutant_that_lets_facts_be_sampled_is_caught_on_postgresql(databases: Databases) -> None:
    async with ended(databases, "postgresql") as store:
        store.psql('ALTER TABLE event ALTER COLUMN "command_id" SET STATISTICS 100')
        store.psql("ANALYZE event")
        assert await erase_events(store.database, S1)
        assert "canary" in sampled(store)
