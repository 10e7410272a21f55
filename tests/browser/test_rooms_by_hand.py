"""Rooms by a facilitator's hand in real browsers: proposed, changed with the mouse, locked, announced, begun, paused by a phone, ended."""

import asyncio
from pathlib import Path

from msgspec import structs
from playwright.async_api import Locator, expect

from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces, words
from tests.browser.meeting import ends_softly, rooms_on
from tests.engines import Databases
from tests.nodes import cluster
from tests.plans import choice_plan, rooms_plan
from workshop.domain.plan import Plan

PACE = 60.0
STEP_SECONDS = 600
"""At this pace ten seconds a step: more than it takes to pause and to go on, on any machine that is not at its end."""
NAMES = ("Ada", "Bo", "Cleo", "Dara", "Eli")
ARRIVE = "Arrive: three breaths, look up"


def rooms_and_a_question() -> Plan:
    rooms = rooms_plan(STEP_SECONDS)
    return structs.replace(rooms, items=(*rooms.items, *choice_plan(1).items))


async def _comes_in(faces: Faces, code: str, name: str) -> Face:
    phone = await faces.phone(name, code)
    await phone.page.get_by_label("What shall we call you here?").fill(name)
    await phone.tap("Come in")
    await phone.stands_at(f"You are in, {name}.")
    return phone


def _tile(console: Face, number: int) -> Locator:
    return console.page.locator("li.tile", has=console.page.get_by_role("heading", name=f"Room {number}", exact=True))


async def _drag(console: Face, name: str, onto: Locator) -> None:
    """By mouse, in several moves, as a hand does."""
    mouse = console.page.mouse
    await console.page.locator(".proposal .placed", has_text=words(name)).hover()
    await mouse.down()
    await onto.hover()
    await mouse.move(*await _middle(onto), steps=3)
    await expect(console.page.locator(".carried")).to_have_text(name)
    await mouse.up()
    await expect(console.page.locator(".carried, [data-over]")).to_have_count(0)


async def _middle(of: Locator) -> tuple[float, float]:
    box = await of.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def test_rooms_are_led_by_hand_from_the_proposal_to_what_comes_after(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite"), beat=1000, silence=15_000, asleep_after=30_000) as made:
        node = await made.start()
        opened = await made.open(rooms_and_a_question(), pace=PACE)
        faces = Faces(await launch(), node.base, examined=False)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phones = await asyncio.gather(*(_comes_in(faces, opened.code, name) for name in NAMES))
            by_name = dict(zip(NAMES, phones, strict=True))
            await console.press("Begin")
            await console.press("Propose rooms for 5")
            await console.sees("Announce 2 rooms")
            before = await rooms_on(console)
            assert sorted(len(room) for room in before) == [2, 3]

            # One of the three goes over to the two.
            three, two = (1, 2) if len(before[0]) == 3 else (2, 1)
            goes = before[three - 1][0]
            await _drag(console, goes, _tile(console, two).get_by_role("heading"))
            await expect(_tile(console, two).locator(".placed", has_text=words(goes))).to_be_visible(timeout=WITHIN)
            after = await rooms_on(console)
            assert set(after[two - 1]) == {*before[two - 1], goes}
            assert set(after[three - 1]) == {*before[three - 1]} - {goes}
            await expect(console.page.get_by_role("dialog")).to_have_count(0)

            # A locked room stays as it was put together, whatever is drawn for the rest.
            await console.press(f"Lock room {two}")
            await expect(_tile(console, two)).to_have_class("tile locked")
            await console.press("Shuffle the rest")
            # Locked rooms come first when rooms are drawn.
            await expect(_tile(console, 1)).to_have_class("tile locked", timeout=WITHIN)
            rooms = await rooms_on(console)
            assert {frozenset(room) for room in rooms} == {frozenset(room) for room in after}
            for phone in phones:
                await phone.sees_not("You are with")  # nobody knows before it is announced

            await console.press("Announce 2 rooms")
            for room in rooms:
                for name in room:
                    for other in set(room) - {name}:
                        await by_name[name].sees(other)
            await console.press("Go: start 2 rooms")
            for phone in phones:
                await phone.stands_at(ARRIVE)

            # A pause holds one room, and the console says which.
            paused = next(number for number, room in enumerate(rooms, start=1) if "Ada" in room)
            await by_name["Ada"].tap("Pause")
            for name in rooms[paused - 1]:
                await by_name[name].stands_at("Paused for ")
            await expect(_tile(console, paused)).to_contain_text("paused", timeout=WITHIN)
            goes_on = 3 - paused
            await expect(_tile(console, goes_on)).not_to_contain_text("paused")
            await by_name[rooms[goes_on - 1][0]].sees_not("Paused for ")
            await by_name["Ada"].tap("Go on")
            await expect(_tile(console, paused)).not_to_contain_text("paused", timeout=WITHIN)

            await ends_softly(console)
            await console.press("Begin")
            for phone in phones:
                await phone.stands_at("Where are you with this?")
            assert faces.troubles(but=lambda trouble: False) == []
