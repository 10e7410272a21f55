"""What happens to people on a real evening: they rest, leave, come late, lose their line, write a hard card, ask for a person.

Each is a small story of one simulated phone; what happens to people in rooms is in `room_characters`. A story that does not come to
its end is a failure of the rehearsal.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Literal

from msgspec import Struct

from realtime import room_characters as rooms
from realtime.lead import HARD_WORDS
from realtime.room_characters import LONG, is_over
from realtime.simulated import Phone
from workshop.domain import commands as c
from workshop.domain.plan import Plan, StageTemplate, TextInput

HARD_CARD = f"{HARD_WORDS} and everybody knows it."
OTHER_WORDS = "I am still angry, and I would like to put it down for today."


class Character(Struct, frozen=True):
    """`late`: stages that are opened before this person comes. `whole`: whether they see every stage from the first to the last;
    `counted`: whether all that they answer has to be included (somebody who leaves may be half way through an answer);
    `needs`: what the plan must have for it: a wall on which cards are written, or rooms; `asked`: whether whoever leads waits for them
    before the first rooms are made."""

    name: str
    story: Callable[[Phone], Awaitable[None]] | None = None
    late: int = 0
    whole: bool = True
    counted: bool = True
    needs: Literal["nothing", "wall", "rooms"] = "nothing"
    asked: bool = False


def _run(phone: Phone) -> int:
    stage = phone.shared.stage if phone.shared else None
    return 0 if stage is None else stage.run


async def _rests(phone: Phone) -> None:
    await phone.until(lambda: _run(phone) >= 2, LONG)
    await phone.do(c.Rest())
    await phone.until(lambda: phone.seat is not None and phone.seat.state == "resting", LONG)
    await phone.until(lambda: _run(phone) >= 4, LONG)
    await phone.do(c.ComeBack())


async def _leaves(phone: Phone) -> None:
    """Where that is a stage with rooms: out of a room, whose other people go on."""
    await phone.until(lambda: _run(phone) >= 6 and not rooms.waits(phone), LONG)
    await phone.do(c.Leave())


async def _loses_the_line(phone: Phone) -> None:
    """Again with every stage, and as soon as rooms are announced: same seat, same room, nothing lost."""
    while not is_over(phone):
        here = _moment(phone)
        await phone.until(lambda here=here: _moment(phone) > here or is_over(phone), LONG)  # type: ignore[misc]
        if rooms.announced(phone):
            await rooms.loses_the_line(phone)
        else:
            await phone.drop()


def _moment(phone: Phone) -> tuple[int, bool]:
    return _run(phone), rooms.announced(phone)


async def _rests_and_keeps_apart(phone: Phone) -> None:
    await asyncio.gather(rooms.keeps_apart(phone), _rests(phone))


async def _writes_a_hard_card(phone: Phone) -> None:
    """The facilitator's note reaches the phone and nobody else; other words go the same way."""
    phone.own_words = HARD_CARD
    await phone.until(lambda: bool(phone.read_notes()), LONG)
    card = next(card for card in phone.read_notes() if HARD_WORDS in phone.cards[card].text)
    await phone.rewrite(phone.cards[card], OTHER_WORDS)


async def _asks_for_a_person(phone: Phone) -> None:
    await phone.until(lambda: _run(phone) >= 3, LONG)
    await phone.do(c.AskForPerson())
    await phone.until(
        lambda: phone.seat is not None and phone.seat.care is not None and phone.seat.care.outcome == "answered", LONG
    )


ORDINARY = Character("takes part")
CHARACTERS = (
    Character("rests for a while and would rather not be with somebody", _rests_and_keeps_apart),
    Character("loses the line", _loses_the_line, whole=False),
    Character("writes a hard card", _writes_a_hard_card, needs="wall"),
    Character("asks for a person", _asks_for_a_person),
    Character("comes late", late=3, whole=False),
    Character("leaves early", _leaves, whole=False, counted=False),
    Character("observes the first rooms", rooms.observes, needs="rooms", asked=True),
    Character("sits a round out", rooms.sits_a_round_out, needs="rooms", asked=True),
    Character("begins their room", rooms.begins_their_room, needs="rooms"),
    Character("pauses their room", rooms.pauses, needs="rooms"),
    Character("calls a facilitator", rooms.calls, needs="rooms"),
    Character("does not find a partner", rooms.misses_a_partner, needs="rooms"),
)
LEAST_FOR_STORIES = 8
"""In a smaller group everybody simply takes part: six of them with a story would leave too few."""


def character(number: int, people: int, plan: Plan) -> Character:
    """Who the person `number` (from 0) of so many is: the first of a larger group have a story, if `plan` has a place for it."""
    there = {need for item in plan.items for stage in item.activity.stages for need in _offered(stage)}
    told = [one for one in CHARACTERS if one.needs == "nothing" or one.needs in there]
    return ORDINARY if people < LEAST_FOR_STORIES or number >= len(told) else told[number]


def _offered(stage: StageTemplate) -> set[str]:
    return {"rooms"} if stage.kind == "rooms" else {"wall"} if _takes_a_card(stage) else set()


def _takes_a_card(stage: StageTemplate) -> bool:
    return stage.kind == "wall" and isinstance(stage.input, TextInput)


async def told(phone: Phone, one: Character) -> str | None:
    """Plays the story; None when it came to its end."""
    if one.story is None:
        return None
    try:
        await one.story(phone)
    except TimeoutError:
        return f"{phone.alias}, who {one.name}: it never came to that"
    return None


async def cancelled(stories: list[asyncio.Task[str | None]]) -> None:
    for story in stories:
        story.cancel()
    await asyncio.gather(*stories, return_exceptions=True)
