"""Two seats that are one person: both phones work, each as the person they are now. And the door of a session with approval."""

from collections.abc import Sequence

import pytest

from realtime.simulated import Desk, Phone
from tests import checks
from tests.checks import all_closed, answered
from tests.nodes import Cluster
from tests.plans import card, choice_plan, wall_plan
from tests.realtime.circle_plans import of_kinds
from workshop.domain import commands as c
from workshop.domain.answers import PassAnswer
from workshop.domain.words import SeatId

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)


def named(desk: Desk, phone: Phone) -> list[SeatId]:
    """A phone's seat, as the console knows it; none before it has read the name."""
    assert desk.desk is not None
    assert phone.seat is not None
    name = (phone.seat.alias, phone.seat.mark)
    return [person.seat for person in desk.desk.people if (person.alias, person.mark) == name]


async def all_named(desk: Desk, phones: Sequence[Phone]) -> list[SeatId]:
    await desk.until(lambda: desk.desk is not None and all(phone.seat is not None and named(desk, phone) for phone in phones))
    return [named(desk, phone)[0] for phone in phones]


@ON_SQLITE
async def test_both_phones_of_a_merged_person_work_and_their_answer_counts_once(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open(wall_plan())
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base, second.base] * 3, opened)
    await desk.until(lambda: desk.desk is not None and len(desk.desk.people) == 6)
    old, into = phones[0], phones[1]
    seats = await all_named(desk, (old, into))
    run = await checks.open_next(desk, 0, *phones)
    for phone in phones:
        await answered(phone, run, card(f"By {phone.alias}"))
    assert await desk.do(c.MergeSeats(seat=seats[0], into=seats[1])) is None
    await old.until(lambda: old.seat is not None and old.seat == into.seat)
    assert old.closed is None
    assert into.closed is None
    # Anew with its own key: it is the other person from now on, and takes nobody's socket away.
    await cluster.move(second, old)
    await old.until(lambda: old.seat is not None and old.seat == into.seat)
    assert await old.do(c.Rest()) is None
    await into.until(lambda: into.seat is not None and into.seat.state == "resting")
    assert await into.do(c.ComeBack()) is None
    await old.until(lambda: old.seat is not None and old.seat.state == "here")
    await answered(old, run, card("The newest words of both"))
    assert await desk.do(c.CloseStage(run=run)) is None
    await all_closed([desk, *phones], run)
    await desk.until(lambda: desk.desk is not None and len(desk.desk.queue) == 5)
    assert into.closed is None


@ON_SQLITE
async def test_who_waits_at_the_door_sees_nothing_of_the_group_until_somebody_lets_them_in(cluster: Cluster) -> None:
    node = await cluster.start()
    opened = await cluster.open(of_kinds("wall", "circle"), approval=True)
    desk = await cluster.desk(node.base, opened)
    phones = await cluster.phones([node.base] * 2, opened)
    await desk.until(lambda: desk.desk is not None and len(desk.desk.people) == 2)
    assert await desk.do(c.SendNote(text="Welcome")) is None
    await checks.open_next(desk, 0)
    late, other = phones
    for phone in phones:
        assert phone.shared is not None
        await phone.until(lambda phone=phone: phone.seat is not None and phone.seat.state == "waiting")  # type: ignore[misc]
        assert (phone.shared.phase, phone.shared.stage, phone.shared.activity, phone.shared.note) == ("lobby", None, None, None)
        assert phone.shared.people == 0
        assert phone.receipts is None
        assert phone.notes is None
    (seat,) = await all_named(desk, [late])
    assert await desk.do(c.AdmitPerson(seat=seat)) is None
    await late.until(lambda: late.shared is not None and late.shared.stage is not None and late.shared.note == "Welcome")
    await late.until(lambda: late.receipts is not None and late.notes is not None)
    assert other.shared is not None
    assert other.shared.stage is None
    assert await desk.do(c.DeclinePerson(seat=(await all_named(desk, [other]))[0])) is None
    await other.until(lambda: other.seat is not None and other.seat.state == "left")
    assert other.closed is None
    assert other.shared.stage is None
    await other.answer(1, PassAnswer())
    await other.until(lambda: other.not_held == ["not_here"])


@ON_SQLITE
async def test_another_alias_reaches_both_nodes_and_the_old_one_is_in_no_row(cluster: Cluster) -> None:
    first, second = await cluster.start_many(2)
    opened = await cluster.open(choice_plan())
    desk = await cluster.desk(first.base, opened)
    (phone,) = await cluster.phones([second.base], opened)
    assert await desk.do(c.AddPerson(alias="Juniper")) is None
    assert await phone.do(c.ChangeAlias(alias="juniper")) is None
    await desk.until(
        lambda: (
            desk.desk is not None
            and sorted((one.alias, one.mark) for one in desk.desk.people) == [("Juniper", 0), ("juniper", 2)]
        )
    )
    assert await phone.do(c.ChangeAlias(alias="Juniper ")) is None
    await phone.until(lambda: phone.seat is not None and (phone.seat.alias, phone.seat.mark) == ("Juniper", 2))
    assert await phone.do(c.ChangeAlias(alias="x" * 25)) == "text_too_long"
    assert await phone.ask_for_person() is None
    assert await phone.ask_for_person() is None
    await desk.until(lambda: desk.desk is not None and [one.alias for one in desk.desk.care] == ["Juniper"])
    assert await desk.do(c.EndSession()) == "care_open"
    assert desk.desk is not None
    assert await phone.do(c.TakeBackCare(care=desk.desk.care[0].id)) is None
    assert await desk.do(c.EndSession()) is None
