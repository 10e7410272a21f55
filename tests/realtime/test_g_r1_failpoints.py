"""G-R1: at every named place a node may die as in a power cut. What was done is in SQL and on the survivor; what was held comes back."""

import asyncio
from secrets import token_hex

import pytest

from realtime.opening import Opened
from realtime.simulated import Desk, Phone
from tests import checks
from tests.checks import answered, named_events
from tests.nodes import Cluster, NodeProcess
from tests.plans import choice
from workshop.domain import commands as c
from workshop.domain.events import TallyClosed
from workshop.domain.words import CommandId

KILLED = -9


async def seated(cluster: Cluster, dying: NodeProcess, survivor: NodeProcess) -> tuple[Opened, Desk, list[Phone], list[Phone]]:
    """A console and three phones on the node that will die, three phones on the other."""
    opened = await cluster.open()
    desk = await cluster.desk(dying.base, opened)
    phones = await cluster.phones([dying.base] * 3 + [survivor.base] * 3, opened)
    return opened, desk, phones[:3], phones[3:]


@pytest.mark.parametrize("place", ["after_insert", "after_commit", "after_acknowledge"])
async def test_g_r1_a_wish_has_its_effect_once_wherever_its_node_dies(cluster: Cluster, place: str) -> None:
    dying, survivor = await asyncio.gather(cluster.start(failpoint=f"{place}:stage_opened"), cluster.start())
    opened, desk, theirs, others = await seated(cluster, dying, survivor)
    wish = CommandId(token_hex(16))
    asked = asyncio.create_task(desk.do(c.OpenStage(run=0, stage=0), wish))
    assert await dying.died() == KILLED
    if place == "after_acknowledge":
        assert await asked is None
        assert len(await named_events(cluster.database, opened.id, "stage_opened")) == 1
    await cluster.move(survivor, desk, *theirs)
    assert await asked is None
    await checks.all_show_the_truth(cluster.database, opened.id, [desk, *theirs, *others], 2)
    assert len(await named_events(cluster.database, opened.id, "stage_opened")) == 1
    assert checks.stage_run(desk) == 1


@pytest.mark.parametrize("place", ["after_closing", "after_handover", "after_gather", "after_closed"])
async def test_g_r1_a_closing_completes_once_with_everybodys_answer(cluster: Cluster, place: str) -> None:
    armed = {"failpoint": place}
    if place == "after_handover":  # whoever started first gathers, so the other one hands over
        second_settings, first_settings = armed, {}
    else:
        second_settings, first_settings = {}, armed
    first, second = await asyncio.gather(cluster.start(**first_settings), cluster.start(**second_settings))
    dying, survivor = (second, first) if place == "after_handover" else (first, second)
    opened, desk, theirs, others = await seated(cluster, dying, survivor)
    run = await checks.open_next(desk, 0, *theirs, *others)
    for phone in (*theirs, *others):
        await answered(phone, run, choice())
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == 6)
    assert await desk.do(c.CloseStage(run=run)) is None
    assert await dying.died() == KILLED
    await cluster.move(survivor, desk, *theirs)
    everybody = [*theirs, *others]
    await checks.all_closed([desk, *everybody], run)
    closed = await named_events(cluster.database, opened.id, "tally_closed")
    assert len(closed) == 1
    assert isinstance(closed[0], TallyClosed)
    for phone in everybody:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
        assert not phone.left_out
    assert sorted(closed[0].receipts) == sorted(phone.nonces[run] for phone in everybody)


async def test_g_r1_who_did_not_wake_in_time_is_left_out_and_knows_it(cluster: Cluster) -> None:
    survivor, dying = await cluster.start_many(2)
    opened, desk, theirs, others = await seated(cluster, dying, survivor)
    sixth = await cluster.phone(survivor.base, opened)
    everybody = [*theirs, *others, sixth]
    run = await checks.open_next(desk, 0, *everybody)
    for phone in everybody:
        await answered(phone, run, choice())
    await desk.until(lambda: desk.desk is not None and desk.desk.answered == 7)
    sleeper = theirs[0]
    await cluster.gone(sleeper)
    await dying.kill()
    await cluster.move(survivor, desk, *theirs[1:])
    await desk.until(lambda: desk.desk is not None and (desk.desk.answered, desk.desk.coming_back) == (6, 1))
    assert await desk.do(c.CloseStage(run=run)) is None
    awake = [*theirs[1:], *others, sixth]
    await checks.all_closed([desk, *awake], run)
    assert desk.desk is not None
    assert desk.desk.coming_back == 0
    for phone in awake:
        await phone.until(lambda phone=phone: phone.included == {run})  # type: ignore[misc]
    sleeper.base = survivor.base
    cluster.run(sleeper)
    await sleeper.until(lambda: sleeper.left_out == {run})
    assert not sleeper.included
