"""The write path on both engines."""

import pytest
from sqlalchemy import update

from tests.engines import ORGANIZATION, open_session
from workshop.domain.asides import NO_ASIDE, Aside, CardWords, aside_of
from workshop.domain.events import AnyEvent, CardWithdrawn, DoorLocked, DoorUnlocked, SessionEnded
from workshop.domain.words import CardId, CommandId, NodeId, SeatId, SessionId, TextId
from workshop.records import attached
from workshop.records.engine import Database
from workshop.records.errors import RecordConflict
from workshop.records.ledger import SessionGone, StaleEpoch, read_back, writing
from workshop.records.reading import Recorded, heads, read_cards, read_events, read_texts, seat_by_key
from workshop.records.sessions import bump_epoch, session_by_id
from workshop.records.tables import card

S1 = SessionId("s1")


def fact(seq: int, event: AnyEvent | None = None, command: str | None = None) -> Recorded:
    return Recorded(seq, CommandId(command or f"c{seq}"), 1000 * seq, event or (DoorLocked() if seq % 2 else DoorUnlocked()))


async def write(database: Database, *facts: Recorded, epoch: int = 1) -> None:
    async with writing(database, S1, after=facts[0].seq - 1, epoch=epoch) as batch:
        batch.add(facts)
        await batch.commit()


async def test_what_is_written_is_read_as_it_was(database: Database) -> None:
    await open_session(database)
    facts = [fact(1), fact(2), fact(3)]
    await write(database, *facts)
    assert await read_events(database, S1) == facts
    assert await read_events(database, S1, after=2) == facts[2:]
    assert await heads(database, [S1, SessionId("other")]) == {S1: (3, 1, "live")}


async def test_a_batch_gives_what_its_writer_missed(database: Database) -> None:
    await open_session(database)
    await write(database, fact(1), fact(2))
    async with writing(database, S1, after=1, epoch=1) as batch:
        assert (batch.head, batch.missed, batch.state) == (2, [fact(2)], "live")
        assert batch.organization_id == ORGANIZATION


async def test_without_commit_nothing_is_kept(database: Database) -> None:
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
    with pytest.raises(ValueError, match="go on"):
        async with writing(database, S1, after=0, epoch=1) as batch:
            batch.add([fact(1), fact(3)])
    assert await read_events(database, S1) == []
    await write(database, fact(1))


async def test_g_r2_an_id_that_had_its_effect_is_known_in_every_later_batch(database: Database) -> None:
    await open_session(database)
    await write(database, fact(1), fact(2, command="c1"))
    async with writing(database, S1, after=2, epoch=1) as batch:
        assert await batch.applied([CommandId("c1"), CommandId("c9")]) == {"c1"}
        assert await batch.applied([]) == frozenset()
    assert await read_back(database, S1, [CommandId("c1"), CommandId("c9")]) == {"c1"}


async def test_g_r2_events_must_go_on_without_a_gap(database: Database) -> None:
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
        for wrong in ([fact(1)], [fact(3)], [fact(2), fact(4)]):
            with pytest.raises(ValueError, match="go on from 2"):
                batch.add(wrong)
        batch.add([fact(2)])
        await batch.commit()
        assert batch.head == 2
    assert [one.seq for one in await read_events(database, S1)] == [1, 2]


async def test_g_r2_a_stale_epoch_is_refused_and_says_the_new_one(database: Database) -> None:
    await open_session(database)
    await write(database, fact(1))
    assert await bump_epoch(database, S1) == 2
    with pytest.raises(StaleEpoch) as refused:
        await write(database, fact(2))
    assert refused.value.epoch == 2
    await write(database, fact(2), epoch=2)


async def test_g_r2_a_head_behind_the_writer_is_a_restored_copy(database: Database) -> None:
    await open_session(database)
    with pytest.raises(StaleEpoch):
        await write(database, fact(5))


async def test_g_r2_an_erased_or_unknown_session_takes_nothing(database: Database) -> None:
    await open_session(database)
    await bump_epoch(database, S1, state="erased")
    with pytest.raises(SessionGone):
        await write(database, fact(1), epoch=2)
    with pytest.raises(SessionGone):
        async with writing(database, SessionId("nobody"), after=0, epoch=1):
            pass
    with pytest.raises(SessionGone):
        await bump_epoch(database, SessionId("nobody"))


async def test_the_last_fact_ends_the_session(database: Database) -> None:
    await open_session(database)
    await write(database, fact(1), fact(2, SessionEnded()))
    row = await session_by_id(database, S1)
    assert row is not None
    assert (row.state, row.head) == ("ended", 2)
    assert row.ended_ms is not None
    async with writing(database, S1, after=1, epoch=1) as batch:
        assert (batch.state, batch.missed) == ("ended", [fact(2, SessionEnded())])
        batch.add([fact(3)])
        with pytest.raises(SessionGone):
            await batch.commit()
    assert len(await read_events(database, S1)) == 2


async def test_a_card_taken_back_in_the_batch_that_ends_a_session_does_not_keep_it_open(database: Database) -> None:
    await open_session(database)
    await write(database, fact(1), fact(2, SessionEnded()), fact(3, CardWithdrawn(card=CardId("a"))))
    row = await session_by_id(database, S1)
    assert row is not None
    assert (row.state, row.head) == ("ended", 3)
    assert row.ended_ms is not None


async def test_a_row_that_breaks_a_rule_takes_its_whole_batch_back(database: Database) -> None:
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
        batch.add_text(TextId("t1"), "alias", "Robin")
        batch.add_seat(SeatId("p1"), TextId("t1"), "hash")
        batch.add_seat(SeatId("p2"), TextId("t1"), "hash")
        with pytest.raises(RecordConflict, match="key_hash"):
            await batch.commit()
    assert await read_events(database, S1) == []
    assert await read_texts(database, S1, [TextId("t1")]) == {}
    await write(database, fact(1))


async def test_rows_of_their_own_come_with_the_facts(database: Database) -> None:
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
        batch.add_text(TextId("t1"), "alias", "Robin")
        batch.add_seat(SeatId("p1"), TextId("t1"), "hash")
        batch.add_cards([(CardId("b"), "a long silence", "k1"), (CardId("a"), "żółw 🐢", "k2")])
        await batch.commit()
    assert await seat_by_key(database, S1, "hash") == "p1"
    assert await seat_by_key(database, S1, "other") is None
    cards = [CardId("a"), CardId("b"), CardId("gone")]
    assert await read_cards(database, S1, cards) == {"a": "żółw 🐢", "b": "a long silence"}
    assert await read_cards(database, S1, []) == {}
    async with writing(database, S1, after=1, epoch=1) as batch:
        assert await batch.seat_of("hash") == "p1"
        assert await batch.texts([TextId("t1"), TextId("gone")]) == {"t1": "Robin"}


async def test_what_stands_beside_a_card_is_kept_rewritten_and_agreed_to_in_its_row(database: Database) -> None:
    await open_session(database)
    full = Aside(veils=("loss", "family"), note="żółw 🐢 about my father", nameable=True)
    a, b, gone = CardId("a"), CardId("b"), CardId("gone")

    async def asides() -> dict[str, Aside]:
        return {card: aside_of(words) for card, words in (await read_cards(database, S1, [a, b, gone])).items()}

    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
        batch.add_cards([(a, CardWords("one", full), "k1"), (b, "plain words", "k2")])
        await batch.commit()
    assert await asides() == {"a": full, "b": NO_ASIDE}
    async with writing(database, S1, after=1, epoch=1) as batch:
        batch.add([fact(2)])
        batch.rewrite_card(a, CardWords("two", Aside(veils=("illness",))))
        batch.consent_card(b, True)
        batch.consent_card(gone, True)
        await batch.commit()
    assert await read_cards(database, S1, [a, b, gone]) == {"a": "two", "b": "plain words"}
    assert await asides() == {"a": Aside(veils=("illness",)), "b": Aside(nameable=True)}
    async with writing(database, S1, after=2, epoch=1) as batch:
        batch.add([fact(3)])
        batch.consent_card(a, True)
        batch.rewrite_card(a, CardWords("three", full))
        batch.rewrite_card(b, CardWords("other words"))
        batch.consent_card(b, True)
        await batch.commit()
    assert await asides() == {"a": full, "b": Aside(nameable=True)}, "what was said last"


async def test_a_topic_of_a_later_version_closes_its_card_all_the_same(database: Database) -> None:
    await open_session(database)
    async with writing(database, S1, after=0, epoch=1) as batch:
        batch.add([fact(1)])
        batch.add_cards([(CardId("a"), "one", "k1")])
        await batch.commit()
    async with database.changing() as connection:
        await connection.execute(update(card).values(veils="weather,loss"))
    (words,) = (await read_cards(database, S1, [CardId("a")])).values()
    assert set(aside_of(words).veils) == {"other", "loss"}


async def test_a_batch_sees_the_nodes_that_renewed_lately(database: Database) -> None:
    await open_session(database)
    assert await attached.attach(database, S1, NodeId("n2"))
    assert await attached.attach(database, S1, NodeId("n1"))
    async with writing(database, S1, after=0, epoch=1) as batch:
        assert await batch.live_nodes(within_ms=60_000) == ("n1", "n2")
        assert await batch.live_nodes(within_ms=-1) == ()


async def test_failpoints_are_named_in_order(database: Database) -> None:
    await open_session(database)
    passed: list[str] = []
    async with writing(database, S1, after=0, epoch=1, at=passed.append) as batch:
        batch.add([fact(1)])
        await batch.commit()
    assert passed == ["after_insert", "after_commit"]
