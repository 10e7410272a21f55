"""What happens to people on a real evening: they rest, leave, come late, lose their line, write a hard card, ask for a person.

Each is a small story of one simulated phone. A story that does not come to its end is a failure of the rehearsal.
"""

import asyncio
from collections.abc import Awaitable, Callable

from msgspec import Struct

from realtime.lead import HARD_WORDS
from realtime.simulated import Phone
from workshop.domain import commands as c
from workshop.domain.plan import Plan, StageTemplate, TextInput

HARD_CARD = f"{HARD_WORDS} and everybody knows it."
OTHER_WORDS = "I am still angry, and I would like to put it down for today."
LONG = 200.0
"""Wall seconds a story waits for its moment: as long as a rehearsal may take."""


class Character(Struct, frozen=True):
    """`late`: stages that are opened before this person comes. `whole`: whether they see every stage from the first to the last;
    `counted`: whether all that they answer has to be included (somebody who leaves may be half way through an answer);
    `needs_a_wall`: whether it can only happen where cards are written."""

    name: str
    story: Callable[[Phone], Awaitable[None]] | None = None
    late: int = 0
    whole: bool = True
    counted: bool = True
    needs_a_wall: bool = False


def _run(phone: Phone) -> int:
    stage = phone.shared.stage if phone.shared else None
    return 0 if stage is None else stage.run


def _over(phone: Phone) -> bool:
    return phone.shared is not None and phone.shared.phase == "ended"


async def _rests(phone: Phone) -> None:
    await phone.until(lambda: _run(phone) >= 2, LONG)
    await phone.do(c.Rest())
    await phone.until(lambda: phone.seat is not None and phone.seat.state == "resting", LONG)
    await phone.until(lambda: _run(phone) >= 4, LONG)
    await phone.do(c.ComeBack())


async def _leaves(phone: Phone) -> None:
    await phone.until(lambda: _run(phone) >= 6, LONG)
    await phone.do(c.Leave())


async def _loses_the_line(phone: Phone) -> None:
    """Again with every stage, also during rooms and rounds: same seat, same room, nothing lost."""
    while not _over(phone):
        here = _run(phone)
        await phone.until(lambda here=here: _run(phone) > here or _over(phone), LONG)  # type: ignore[misc]
        await phone.drop()


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
    Character("rests for a while", _rests),
    Character("loses the line", _loses_the_line, whole=False),
    Character("writes a hard card", _writes_a_hard_card, needs_a_wall=True),
    Character("asks for a person", _asks_for_a_person),
    Character("comes late", late=3, whole=False),
    Character("leaves early", _leaves, whole=False, counted=False),
)
LEAST_FOR_STORIES = 8
"""In a smaller group everybody simply takes part: six of them with a story would leave too few."""


def character(number: int, people: int, plan: Plan) -> Character:
    """Who the person `number` (from 0) of so many is: the first of a larger group have a story, if `plan` has a place for it."""
    if people < LEAST_FOR_STORIES or number >= len(CHARACTERS):
        return ORDINARY
    one = CHARACTERS[number]
    return (
        one
        if not one.needs_a_wall or any(_takes_a_card(stage) for item in plan.items for stage in item.activity.stages)
        else ORDINARY
    )


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
