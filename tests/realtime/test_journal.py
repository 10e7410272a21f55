"""A private page on two nodes: only that it is done is held, counted on both, and forgotten when the group goes on."""

import pytest

from realtime.simulated import Desk, Phone
from tests import checks
from tests.checks import answered
from tests.nodes import Cluster
from tests.plans import card
from tests.realtime.dealing_plans import DEAL, PAGE, dealing_plan
from workshop.domain import commands as c
from workshop.domain.answers import Answer, DoneAnswer, PassAnswer, TakenBack

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


async def counted(desk: Desk, answers: int) -> None:
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == answers)


async def a_page(cluster: Cluster) -> tuple[list[Desk], list[Phone], int]:
    """Six phones on two nodes with a console each; the private page is open."""
    first, second = await cluster.start_many(2)
    opened = await cluster.open(dealing_plan())
    desks = [await cluster.desk(node.base, opened) for node in (first, second)]
    phones = await cluster.phones([first.base, second.base] * 3, opened)
    return desks, phones, await checks.open_next(desks[0], PAGE, *phones, desks[1])


@ON_SQLITE
async def test_done_and_passed_pages_are_counted_on_both_nodes_and_one_taken_up_again_is_not(cluster: Cluster) -> None:
    desks, phones, run = await a_page(cluster)
    given: list[Answer] = [DoneAnswer(), DoneAnswer(), PassAnswer(), PassAnswer(), DoneAnswer(), DoneAnswer()]
    for phone, answer in zip(phones, given, strict=True):
        await answered(phone, run, answer)
    for desk in desks:
        await counted(desk, 6)
    await phones[0].answer(run, TakenBack())
    await phones[1].answer(run, PassAnswer())
    for desk in desks:
        await counted(desk, 5)


@ON_SQLITE
async def test_when_the_group_goes_on_what_was_done_is_forgotten_without_receipts_and_asked_anew_another_time(
    cluster: Cluster,
) -> None:
    desks, phones, run = await a_page(cluster)
    for phone in phones:
        await answered(phone, run, DoneAnswer())
    await counted(desks[1], 6)
    assert await desks[0].do(c.CloseStage(run=run)) == "not_permitted"
    await checks.open_next(desks[0], DEAL, *phones, desks[1])
    for desk in desks:
        await counted(desk, 0)
    await phones[0].answer(run, DoneAnswer())
    await phones[0].until(lambda: phones[0].not_held == ["stale_stage"])
    assert all(checks.receipts(phone) == () for phone in phones)
    assert all(phone.receipts is not None and phone.receipts.stages == () for phone in phones)


@ON_SQLITE
async def test_no_word_of_a_private_page_is_taken_even_where_a_phone_sends_one(cluster: Cluster) -> None:
    _desks, phones, run = await a_page(cluster)
    await phones[0].answer(run, card("This was only for me"))
    await phones[0].until(lambda: phones[0].not_held == ["invalid_answer"])


@ON_SQLITE
async def test_a_page_that_was_done_is_repeated_to_another_node_and_counts_once(cluster: Cluster) -> None:
    desks, phones, run = await a_page(cluster)
    await answered(phones[0], run, DoneAnswer())
    await cluster.move(cluster.nodes[1], phones[0])
    for desk in desks:
        await counted(desk, 1)
    await answered(phones[1], run, DoneAnswer())
    for desk in desks:
        await counted(desk, 2)
