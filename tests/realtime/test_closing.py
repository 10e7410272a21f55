"""Closing on several nodes: every answer once, the floor on what is really there, and the truth on both screens."""

import pytest

from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from tests import checks
from tests.checks import all_closed, answered, named_events, stage_phase
from tests.nodes import Cluster
from tests.plans import choice
from tests.proxy import proxy
from workshop.domain import commands as c
from workshop.domain.events import TallyClosed
from workshop.domain.words import SessionId

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
"""For faults that storage has no part in."""
ON_POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"], indirect=True)
"""For processes that stand still: one that holds SQLite's one write lock would stop the others too."""


def shows(desk: Desk, answered: int, coming_back: int = 0) -> bool:
    return desk.desk is not None and (desk.desk.answered, desk.desk.coming_back) == (answered, coming_back)


async def asked(cluster: Cluster, opened: Opened, desk: Desk, phones: list[Phone]) -> int:
    """A stage is open and everybody has answered; the console knows it."""
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones:
        await answered(phone, run, choice())
    await desk.until(lambda: shows(desk, len(phones)))
    return run


async def included_once(cluster: Cluster, session: SessionId, run: int, phones: list[Phone]) -> None:
    """Exactly these phones' answers were unsealed, once, and each phone knows it."""
    closed = await named_events(cluster.database, session, "tally_closed")
    assert len(closed) == 1
    assert isinstance(closed[0], TallyClosed)
    for phone in phones:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
        assert not phone.left_out
    assert sorted(closed[0].receipts) == sorted(phone.nonces[run] for phone in phones)


@ON_POSTGRESQL
async def test_a_phone_that_moves_to_another_node_is_counted_once(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base] * 3 + [second.base] * 3, opened)
    run = await asked(cluster, opened, desk, phones)
    await cluster.move(second, phones[0])
    await cluster.move(first, phones[5])
    await answered(phones[1], run, choice(1))
    await desk.until(lambda: shows(desk, 6))
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    await included_once(cluster, opened.id, run, phones)


@ON_SQLITE
async def test_a_line_that_breaks_before_the_receipt_leaves_one_answer_with_the_newer_receipt(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    async with proxy([first.port]) as line:
        phones = await cluster.phones([line.base] + [second.base] * 5, opened)
        run = await checks.open_next(desk, 0, *phones)
        for phone in phones[1:]:
            await answered(phone, run, choice())
        line.mute = True
        await phones[0].answer(run, choice())
        await desk.until(lambda: shows(desk, 6))
        assert run not in phones[0].nonces
        await cluster.move(second, phones[0])
        await phones[0].until(lambda: run in phones[0].nonces)
    await desk.until(lambda: shows(desk, 6))
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    await included_once(cluster, opened.id, run, phones)


@ON_SQLITE
async def test_too_few_answers_are_not_unsealed_until_there_are_enough(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(second.base, opened)
    phones = await cluster.phones([first.base] * 3 + [second.base] * 3, opened)
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones[:4]:
        await answered(phone, run, choice())
    assert await desk.do(c.CloseStage(run=run)) is None
    await desk.until(lambda: stage_phase(desk) == "short")
    assert desk.desk is not None
    assert desk.desk.short_by == 4
    assert not await named_events(cluster.database, opened.id, "tally_closed")
    assert await desk.do(c.ReopenStage(run=run, minutes=1)) is None
    await phones[4].until(lambda: stage_phase(phones[4]) == "open")
    await answered(phones[4], run, choice())
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    await included_once(cluster, opened.id, run, phones[:5])


@ON_SQLITE
@pytest.mark.parametrize("drop", [c.DiscardStage, c.SpeakStage])
async def test_what_was_too_little_is_dropped_everywhere_unopened(
    cluster: Cluster, drop: type[c.DiscardStage | c.SpeakStage]
) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base, second.base], opened)
    run = await asked(cluster, opened, desk, phones)
    assert await desk.do(c.CloseStage(run=run)) is None
    await desk.until(lambda: stage_phase(desk) == "short")
    assert await desk.do(drop(run=run)) is None
    await all_closed([desk, *phones], run)
    await desk.until(lambda: shows(desk, 0))
    assert not await named_events(cluster.database, opened.id, "tally_closed")
    assert not any(phone.included or phone.left_out for phone in phones)


@ON_SQLITE
async def test_with_redis_away_and_two_nodes_named_it_waits_and_every_console_says_so(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open()
    desks = [await cluster.desk(first.base, opened), await cluster.desk(second.base, opened)]
    phones = await cluster.phones([first.base] * 3 + [second.base] * 3, opened)
    run = await asked(cluster, opened, desks[0], phones)
    await cluster.redis.kill()
    assert await desks[0].do(c.CloseStage(run=run)) is None
    for desk in desks:
        await desk.until(
            lambda desk=desk: desk.desk is not None and desk.desk.closing is not None and desk.desk.closing.alone_without_redis  # type: ignore[misc]
        )
    assert not await named_events(cluster.database, opened.id, "tally_closed")
    await cluster.redis.start()
    await all_closed([*desks, *phones], run)
    await included_once(cluster, opened.id, run, phones)


async def test_a_node_that_is_asked_to_go_hands_over_first(cluster: Cluster) -> None:
    first, going, third = await cluster.start_many(3)
    opened = await cluster.open()
    desk = await cluster.desk(third.base, opened)
    phones = await cluster.phones([first.base] * 2 + [third.base] * 2 + [going.base] * 2, opened)
    run = await asked(cluster, opened, desk, phones)
    asleep = phones[4:]
    for phone in asleep:
        await cluster.gone(phone)
    going.terminate()
    assert await going.died() == 0
    # One heir: nobody counts twice, and nobody is missing.
    await desk.until(lambda: shows(desk, 6))
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones[:4]], run)
    for phone in asleep:
        phone.base = first.base
        cluster.run(phone)
    await included_once(cluster, opened.id, run, phones)


@ON_POSTGRESQL
async def test_after_the_grace_a_repeat_is_taken_and_a_first_answer_is_not(cluster: Cluster) -> None:
    first = await cluster.start(lapse=4000)
    frozen = await cluster.start(lapse=4000)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base] * 5 + [frozen.base] * 2, opened)
    *in_time, repeating, asleep = phones
    late = in_time.pop()
    run = await checks.open_next(desk, 0, *phones)
    for phone in (*in_time, repeating, asleep):
        await answered(phone, run, choice())
    await desk.until(lambda: shows(desk, 6))
    frozen.freeze()
    assert await desk.do(c.CloseStage(run=run)) is None
    # The gathering node waits for the frozen one: intake has ended, and the stage is not closed yet.
    await desk.until(lambda: desk.desk is not None and desk.desk.closing is not None and desk.desk.closing.missing == 1)
    await late.answer(run, choice())
    await late.until(lambda: late.not_held == ["intake_closed"])
    await cluster.move(first, repeating)
    await all_closed([desk, *in_time, repeating, late], run)
    await included_once(cluster, opened.id, run, [*in_time, repeating])
    frozen.thaw()
    await asleep.until(lambda: asleep.left_out == {run})


@ON_POSTGRESQL
async def test_answers_repeated_to_a_node_that_was_not_named_are_in(cluster: Cluster) -> None:
    first, dying = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base] * 3 + [dying.base] * 3, opened)
    run = await asked(cluster, opened, desk, phones)
    fresh = await cluster.start()
    dying.freeze()
    assert await desk.do(c.CloseStage(run=run)) is None
    await cluster.move(fresh, *phones[3:])
    await all_closed([desk, *phones], run)
    await included_once(cluster, opened.id, run, phones)
    await dying.kill()


@ON_POSTGRESQL
async def test_a_session_that_ends_while_a_stage_closes_gathers_nothing_more(cluster: Cluster) -> None:
    first, frozen = await cluster.start_many(2)
    opened = await cluster.open()
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base] * 5 + [frozen.base], opened)
    run = await asked(cluster, opened, desk, phones)
    frozen.freeze()
    assert await desk.do(c.CloseStage(run=run)) is None
    assert await desk.do(c.EndSession()) is None
    await desk.until(lambda: desk.shared is not None and desk.shared.phase == "ended")
    frozen.thaw()
    await phones[5].until(lambda: phones[5].shared is not None and phones[5].shared.phase == "ended")
    assert not await named_events(cluster.database, opened.id, "tally_closed")
