"""What people and facilitators do in single exercises, in a transcript's words: pages of one's own, maps, lines, chairs, scenes, deals."""

import re
from collections.abc import Callable

from msgspec import Struct

from realtime.opening import Opened
from realtime.simulated import Phone
from realtime.simulated_answers import own_lines
from tests.nodes import Cluster, NodeProcess
from tests.transcripts.evening import Doing, Evening, HeardPhone
from workshop.domain import commands as c
from workshop.domain.answers import (
    DoneAnswer,
    Dot,
    LineAnswer,
    LinePoint,
    OrderAnswer,
    PointAnswer,
    RingsAnswer,
    SortAnswer,
    TakenBack,
)
from workshop.domain.inputs.line import even_places
from workshop.domain.parts import CircleView, InputView, RoomsView, StageView, TallyView, WallView
from workshop.domain.plan import Activity


class Kept(Struct, frozen=True):
    """Something on a page of one's own: its words stay on the phone."""

    words: str
    dot: Dot | None = None
    height: int | None = None


class Exercise(Evening):
    """An evening of one exercise."""

    def __init__(self, cluster: Cluster, node: NodeProcess, opened: Opened, activity: Activity) -> None:
        super().__init__(cluster, node, opened)
        self.activity = activity
        self.pages: dict[tuple[str, int], list[Kept]] = {}
        """By alias and stage; nothing of it is ever sent but the numbers that a stage asks for."""

    def keep(self, phone: HeardPhone, kept: Kept) -> None:
        self.pages.setdefault((phone.alias, self.stage.stage), []).append(kept)

    @property
    def stage(self) -> StageView:
        assert self.console.shared is not None
        assert self.console.shared.stage is not None
        return self.console.shared.stage

    @property
    def asked(self) -> InputView:
        body = self.stage.body
        assert isinstance(body, TallyView | WallView)
        return body.input

    def copied(self, phone: HeardPhone) -> list[Kept]:
        """What this phone copies from the earlier page that the stage names."""
        assert self.stage.copied is not None
        return self.pages[phone.alias, self.stage.copied]

    async def do(self, says: str) -> None:
        if says == "everybody draws a card":
            for phone in self.phones.values():
                await phone.draw(self.run)
        else:
            await super().do(says)

    async def _console(self, says: str) -> str | None:
        for pattern, wish in WISHES.items():
            match = re.fullmatch(pattern, says)
            if match is not None:
                return await self.console.do(wish(self, *match.groups()))
        before = self.desk.next
        refused = await super()._console(says)
        if says == "goes on" and refused is None:
            await self.console.until(lambda: self.desk.next != before)
        return refused

    async def _person(self, name: str, says: str) -> None:
        for pattern, doing in DOES.items():
            match = re.fullmatch(pattern, says)
            if match is not None:
                await doing(self, self.phones[name], *match.groups())
                return
        await super()._person(name, says)


def _numbers(said: str) -> list[int]:
    return [int(number) for number in said.split(", ")]


async def keeps(evening: Exercise, phone: HeardPhone, words: str) -> None:
    evening.keep(phone, Kept(words))


async def places(evening: Exercise, phone: HeardPhone, words: str, ring: str, mark: str) -> None:
    evening.keep(phone, Kept(words, dot=Dot(ring=int(ring) - 1, mark=int(mark) - 1)))


async def marks(evening: Exercise, phone: HeardPhone, words: str, _place: str, height: str) -> None:
    evening.keep(phone, Kept(words, height=int(height)))


async def finishes(evening: Exercise, phone: HeardPhone) -> None:
    await evening.answers(phone, DoneAnswer())


async def takes_back(evening: Exercise, phone: HeardPhone) -> None:
    await evening.answers(phone, TakenBack())


async def adds_numbers(evening: Exercise, phone: HeardPhone) -> None:
    dots = tuple(kept.dot for kept in evening.copied(phone) if kept.dot is not None)
    assert set(evening.asked.send) == {"ring", "mark"}
    await evening.answers(phone, RingsAnswer(dots=dots))


async def adds_line(evening: Exercise, phone: HeardPhone) -> None:
    heights = [kept.height for kept in evening.copied(phone)]
    assert evening.asked.send == ("y",)
    points = tuple(LinePoint(x=x, y=y) for x, y in zip(even_places(len(heights)), heights, strict=True))
    await evening.answers(phone, LineAnswer(points=points))


async def points(evening: Exercise, phone: HeardPhone, x: str, y: str) -> None:
    await evening.answers(phone, PointAnswer(x=int(x), y=int(y)))


async def orders(evening: Exercise, phone: HeardPhone, numbers: str) -> None:
    await evening.answers(phone, OrderAnswer(options=tuple(number - 1 for number in _numbers(numbers))))


async def sorts(evening: Exercise, phone: HeardPhone, piles: str) -> None:
    await evening.answers(phone, SortAnswer(piles=tuple(None if one == "-" else int(one) - 1 for one in piles.split(", "))))


async def fills_in(evening: Exercise, phone: HeardPhone, one: str, other: str) -> None:
    keys = [field.key for field in evening.asked.fields]
    await phone.hand_in(evening.run, own_lines(dict(zip(keys, (one, other), strict=True))))
    await phone.until(lambda: phone.given[evening.run].receipt is not None)


async def replies(evening: Exercise, phone: HeardPhone, text: str) -> None:
    await phone.reply(evening.run, text)
    await phone.until(lambda: phone.given[evening.run].receipt is not None)


async def passes(evening: Exercise, phone: HeardPhone) -> None:
    await evening.passes(phone)


async def asks_for_chair(evening: Exercise, phone: Phone) -> None:
    await evening.wishes(phone, c.AskForChair(run=evening.run))


async def leaves_chair(evening: Exercise, phone: Phone) -> None:
    await evening.wishes(phone, c.LeaveChair(run=evening.run))


async def swaps_scene(evening: Exercise, phone: Phone) -> None:
    assert isinstance(evening.stage.body, RoomsView)
    before = phone.seat.role if phone.seat is not None else None
    assert before is not None
    await evening.wishes(phone, c.SwapScene(run=evening.run, round=evening.stage.body.round, scene=before.scene))
    await phone.until(
        lambda: phone.seat is not None and phone.seat.role is not None and phone.seat.role.scene not in ("", before.scene)
    )


async def leaves(evening: Exercise, phone: Phone) -> None:
    await evening.wishes(phone, c.Leave())


def stage_named(evening: Exercise, title: str) -> c.ClientCommand:
    """A stage that is not the next one, from the plan."""
    stages = [stage for item in evening.desk.plan for stage in item.stages]
    return c.OpenStage(run=evening.run, stage=next(stage.stage for stage in stages if stage.title == title))


def frees_a_chair(evening: Exercise) -> c.FreeChair:
    assert isinstance(evening.stage.body, CircleView)
    return c.FreeChair(run=evening.run, turn=evening.stage.body.turn)


WISHES: dict[str, Callable[..., c.ClientCommand]] = {
    "skips to “(.+)”": stage_named,
    "hides the picture": lambda evening: c.HidePicture(run=evening.run),
    "hides “(.+)”": lambda evening, text: c.HideCard(run=evening.run, card=evening.card(text)),
    "calms the room": lambda evening: c.CalmRoom(),
    "lets it go on": lambda evening: c.ResumeRoom(),
    "opens it again": lambda evening: c.ReopenStage(run=evening.run, minutes=1),
    "frees a chair": frees_a_chair,
}
DOES: dict[str, Doing] = {
    "keeps “(.+)”": keeps,
    "places “(.+)” in ring (.+) as (.+)": places,
    "marks “(.+)” at (.+), (.+)": marks,
    "finish(?:es)? the page": finishes,
    "takes the answer back": takes_back,
    "adds? their numbers": adds_numbers,
    "adds? their line": adds_line,
    "points? at (.+), (.+)": points,
    "orders? (.+)": orders,
    "sorts? (.+)": sorts,
    "fills in “(.*)” and “(.*)”": fills_in,
    "replies “(.+)”": replies,
    "pass(?:es)?": passes,
    "asks for a chair": asks_for_chair,
    "leaves the chair": leaves_chair,
    "swaps the scene": swaps_scene,
    "leaves": leaves,
}
