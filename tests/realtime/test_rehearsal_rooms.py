"""A role-play in threes over real sockets, on two nodes: scenes, private cards, another scene, the twist, the same scene once more."""

import asyncio

import msgspec
from msgspec import structs

from realtime.simulated import Desk, Phone
from tests import checks
from tests.nodes import Cluster
from tests.plans import plan_of
from workshop.domain import commands as c
from workshop.domain.parts import RoleCardView, RoomsView
from workshop.domain.plan import Plan, Scene
from workshop.library.loader import load_activity

PLAY = load_activity("role-play")
PACE = 10
"""The session's clock runs that fast: rooms can begin a second after they were announced."""
(ROOMS,) = [stage for stage in PLAY.stages if stage.kind == "rooms"]
SCENES: dict[str, Scene] = {scene.id: scene for deck in ROOMS.decks for scene in deck.scenes}


def quick_plan() -> Plan:
    """Two turns of six steps of a second or two by the wall; with the second take the twist stands for four."""
    steps = tuple(
        structs.replace(step, seconds=seconds * PACE) for step, seconds in zip(ROOMS.room_steps, (1, 1, 1, 1, 2, 2), strict=True)
    )
    return plan_of((PLAY, structs.replace(ROOMS, room_steps=steps, rounds=2)))


def card(phone: Phone) -> RoleCardView:
    assert phone.seat is not None
    assert phone.seat.role is not None
    return phone.seat.role


def role(phone: Phone) -> str:
    return card(phone).role


def by_room(phones: list[Phone]) -> list[list[Phone]]:
    rooms: dict[str, list[Phone]] = {}
    for phone in phones:
        assert phone.seat is not None
        assert phone.seat.room is not None
        rooms.setdefault(phone.seat.room, []).append(phone)
    return list(rooms.values())


def assert_only_the_own_card(people: list[Phone]) -> None:
    """Everybody of one room has the same situation and a card of the own role that the others' parts do not hold."""
    scene = SCENES[card(people[0]).scene]
    words = {"speaker": scene.speaker, "responder": scene.responder, "observer": scene.observer}
    assert sorted(map(role, people)) == ["observer", "responder", "speaker"]
    for phone in people:
        assert card(phone).card == words[role(phone)]
        assert (card(phone).title, card(phone).situation) == (scene.title, scene.situation)
        told = msgspec.json.encode([phone.shared, phone.seat, phone.room]).decode()
        assert not any(words[other] in told for other in words if other != role(phone))


async def started(cluster: Cluster) -> tuple[Desk, list[Phone]]:
    """Six people in two rooms of a deck that the facilitator chose; the clock stands still in the first step."""
    first, second = await cluster.start_many(2)
    opened = await cluster.open(quick_plan(), pace=PACE)
    desk = await cluster.desk(first.base, opened)
    phones = await cluster.phones([first.base, second.base] * 3, opened)
    run = await checks.open_next(desk, 0, *phones)
    await desk.until(lambda: desk.desk is not None and [deck.id for deck in desk.desk.decks][:1] == ["boundaries"])
    assert await desk.do(c.ChooseDeck(run=run, deck="needs")) is None
    await desk.until(lambda: desk.desk is not None and [deck.id for deck in desk.desk.decks][:1] == ["needs"])
    await checks.announced(desk, run)
    # Both are decided in one moment: nobody's first second is over before the clock stands still.
    refusals = await asyncio.gather(desk.do(c.StartRooms(run=run, round=1)), desk.do(c.CalmRoom()))
    assert set(refusals) == {None}
    for phone in phones:
        await phone.until(lambda phone=phone: phone.seat is not None and phone.seat.role is not None)  # type: ignore[misc]
        await phone.until(lambda phone=phone: phone.shared is not None and phone.shared.calm)  # type: ignore[misc]
    return desk, phones


async def test_a_role_play_in_threes_with_another_scene_the_twist_and_the_same_scene_once_more(cluster: Cluster) -> None:
    desk, phones = await started(cluster)
    mine, others = by_room(phones)
    assert_only_the_own_card(mine)
    assert_only_the_own_card(others)
    assert {SCENES[card(phone).scene].level for phone in phones} == {1}
    assert desk.shared is not None
    assert desk.shared.stage is not None
    assert isinstance(desk.shared.stage.body, RoomsView)
    assert desk.shared.stage.body.deck == next(deck.title for deck in ROOMS.decks if deck.id == "needs")

    dealt, theirs = card(mine[0]).scene, card(others[0]).scene
    assert card(mine[0]).may_swap
    assert await mine[0].do(c.SwapScene(run=1, round=1, scene=dealt)) is None
    for phone in mine:
        await phone.until(lambda phone=phone: card(phone).scene != dealt)  # type: ignore[misc]
    assert_only_the_own_card(mine)
    assert {card(phone).scene for phone in others} == {theirs}
    # Somebody of the room had the same idea at the same moment: it stays one wish.
    assert await mine[1].do(c.SwapScene(run=1, round=1, scene=dealt)) == "stale_stage"
    taken = card(mine[0]).scene
    assert await mine[2].do(c.KeepScene(run=1, round=1, keep=True)) is None
    for phone in mine:
        await phone.until(lambda phone=phone: card(phone).kept)  # type: ignore[misc]
    assert {card(phone).kept for phone in others} == {False}
    assert {card(phone).twist for phone in phones} == {""}

    speakers = [phone for phone in phones if role(phone) == "speaker"]
    assert await desk.do(c.ResumeRoom()) is None
    await asyncio.gather(*(phone.until(lambda phone=phone: card(phone).twist != "") for phone in phones))  # type: ignore[misc]
    assert {card(phone).twist for phone in mine} == {SCENES[taken].twist}
    assert {card(phone).twist for phone in others} == {SCENES[theirs].twist}

    turned = [phone.until(lambda phone=phone: card(phone).twist == "") for phone in phones]  # type: ignore[misc]
    await asyncio.gather(*turned)
    assert {card(phone).scene for phone in mine} == {taken}
    assert all(card(phone).scene not in ("", theirs) for phone in others)
    assert not [phone for phone in speakers if role(phone) == "speaker"]
    for people in (mine, others):
        assert_only_the_own_card(people)
    assert not any(card(phone).kept for phone in phones)

    await desk.until(lambda: desk.desk is not None and desk.desk.next.does == "end_session")
    for phone in phones:
        await phone.until(lambda phone=phone: phone.seat is not None and phone.seat.role is None)  # type: ignore[misc]
    assert [phone.refusals for phone in phones if phone is not mine[1]] == [[]] * 5


async def test_a_phone_that_comes_back_finds_its_card_again(cluster: Cluster) -> None:
    _, phones = await started(cluster)
    for phone in phones:
        before, welcome = card(phone), phone.welcome
        phone.seat = None
        phone.position = None
        await phone.drop()
        await phone.until(lambda phone=phone, old=welcome: phone.welcome is not old and phone.seat is not None)  # type: ignore[misc]
        assert card(phone) == before
