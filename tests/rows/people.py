"""Simulated people who play one activity whole: they answer all that is asked, write marked words on every private page, and keep
every frame that they sent or were told.
"""

import asyncio
import random
from secrets import token_hex

import msgspec
from msgspec import Struct

from realtime import wire
from realtime.opening import Opened
from realtime.simulated import ALIASES, Desk, Page, Phone
from realtime.simulated_answers import some_answer
from workshop.domain.answers import (
    Answer,
    DoneAnswer,
    Dot,
    FieldsAnswer,
    LineAnswer,
    LinePoint,
    PassAnswer,
    RingsAnswer,
    SortAnswer,
    TextAnswer,
)
from workshop.domain.commands import AskForChair, SwapScene
from workshop.domain.inputs.line import even_places
from workshop.domain.parts import ConsoleView, InputView, RoleCardView, RoomsView, RoomView, SharedView, StageView, WallView
from workshop.domain.pictures import LINE_SLOTS
from workshop.domain.words import GRID

MARK = "only-for-me"
"""Stands in everything that is written on a private page, and beside every dot and point: it must be found nowhere."""
THINK = (2.0, 12.0)
"""Session seconds a person takes to answer."""


class Marked(Struct, frozen=True):
    """One line, dot or point of a private page, with its words."""

    words: str
    dot: Dot | None = None
    point: LinePoint | None = None


class Heard:
    """Every frame of one page, and each state of `shared` that it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.sent: list[str] = []
        self.shared: list[SharedView] = []

    def stages(self, index: int) -> list[StageView]:
        """How the stage with this index in playing order looked, one after the other."""
        return [one.stage for one in self.shared if one.stage is not None and one.stage.stage == index]

    def keep(self, message: wire.ToPage) -> None:
        self.told.append(wire.encode(message).decode())
        if isinstance(message, wire.SharedPart):
            self.shared.append(message.body)


class RowDesk(Desk):
    """A console or a shared screen."""

    def __init__(self, base: str, secret: str) -> None:
        super().__init__(base, secret)
        self.heard = Heard()
        self.desks: list[ConsoleView] = []

    async def told(self, message: wire.ToPage) -> None:
        self.heard.keep(message)
        if isinstance(message, wire.ConsolePart):
            self.desks.append(message.body)
        await super().told(message)


class RowPhone(Phone):
    """Passes whatever is asked where `passes`; else answers all of it."""

    def __init__(self, base: str, opened: Opened, number: int, pace: float, passes: bool) -> None:
        chance = random.Random(number)

        async def think() -> None:
            await asyncio.sleep(chance.uniform(*THINK) / pace)

        super().__init__(base, opened.code, ALIASES[number % len(ALIASES)], chance, think)
        self.number, self.passes = number, passes
        self.heard = Heard()
        self.pages: dict[int, list[Marked]] = {}
        """What stays on this phone, by the stage's index."""
        self.rooms: list[tuple[int, RoomView]] = []
        """Each with the index of its stage."""
        self.roles: list[RoleCardView] = []
        self.turns: dict[int, set[str]] = {}
        """By run: what this person was in a circle."""
        self.swapped: set[int] = set()
        self._swapping: set[asyncio.Task[object]] = set()

    def thought(self, asked: InputView) -> Answer:
        if self.passes:
            return PassAnswer()
        stage = self._stage()
        match asked.type:
            case "rings":
                return RingsAnswer(dots=tuple(self._travelling(asked, stage)))
            case "line":
                return LineAnswer(points=tuple(self._points(asked, stage)))
            case _:
                return self._whole(asked)

    def _whole(self, asked: InputView) -> Answer:
        """Until nothing is left out: then everybody who answers counts everywhere."""
        while True:
            match answer := some_answer(asked, self.chance):
                case PassAnswer():
                    continue
                case SortAnswer(piles=piles) if None in piles:
                    continue
                case TextAnswer():
                    return TextAnswer(text=self._words("card")[: asked.max], card=answer.card, note_key=answer.note_key)
                case FieldsAnswer(fields=fields):
                    return FieldsAnswer(
                        fields=dict.fromkeys(fields, self._words("card")[: asked.max // len(fields)]),
                        card=answer.card,
                        note_key=answer.note_key,
                    )
                case _:
                    return answer

    def _words(self, what: str) -> str:
        """Words of this person alone, so that it is known where they went."""
        return f"{token_hex(4)} {what} of {self.number}"

    def _stage(self) -> StageView:
        assert self.shared is not None
        assert self.shared.stage is not None
        return self.shared.stage

    def _travelling(self, asked: InputView, stage: StageView) -> list[Dot]:
        """The own map, or the one that an earlier page has, without its words and without what must not travel."""
        dots = [one.dot for one in self._page(asked, stage) if one.dot is not None]
        return [
            Dot(ring=dot.ring if "ring" in asked.send else 0, mark=dot.mark if "mark" in asked.send else None) for dot in dots
        ]

    def _points(self, asked: InputView, stage: StageView) -> list[LinePoint]:
        points = [one.point for one in self._page(asked, stage) if one.point is not None]
        places = [point.x for point in points] if "x" in asked.send else even_places(len(points))
        return [LinePoint(x=place, y=point.y if "y" in asked.send else None) for place, point in zip(places, points, strict=True)]

    def _page(self, asked: InputView, stage: StageView) -> list[Marked]:
        """What this phone shows of its own: copied from an earlier page, or made now."""
        earlier = self.pages.get(stage.copied) if stage.copied is not None else None
        self.pages[stage.stage] = list(earlier) if earlier else self._written(asked)
        return self.pages[stage.stage]

    def _written(self, asked: InputView) -> list[Marked]:
        def words(about: str) -> str:
            return f"{MARK} {self._words(about)}"

        match asked.type:
            case "rings":
                marks = len(asked.marks)
                return [
                    Marked(words("dot"), dot=Dot(ring=number % len(asked.rings), mark=number % marks if marks else None))
                    for number in range(min(asked.max, 4))
                ]
            case "line":
                places = [GRID * (2 * slot + 1) // (2 * LINE_SLOTS) for slot in range(min(asked.max, LINE_SLOTS))]
                return [Marked(words("point"), point=LinePoint(x=place, y=self.chance.randint(0, GRID))) for place in places]
            case "fields":
                return [Marked(words(field.key)) for field in asked.fields]
            case _:
                return [Marked(words(asked.type))]

    async def finish_page(self, run: int, asked: InputView) -> None:
        if self._plays(run) and run not in self.given:
            self._page(asked, self._stage())
            await self.answer(run, PassAnswer() if self.passes else DoneAnswer())

    async def _sit_inside(self, run: int) -> None:
        if self._plays(run) and not self.passes:
            await self.do(AskForChair(run=run))

    async def send(self, message: wire.FromPage) -> None:
        self.heard.sent.append(msgspec.json.encode(message).decode())
        await super().send(message)

    async def told(self, message: wire.ToPage) -> None:
        self.heard.keep(message)
        match message:
            case wire.RoomPart(body=room) if room is not None:
                self.rooms.append((self._stage().stage, room))
            case wire.SeatPart(body=seat):
                if seat.role is not None:
                    self.roles.append(seat.role)
                    self._swap(seat.role)
                if seat.turn is not None and self.shared is not None and self.shared.stage is not None:
                    self.turns.setdefault(self.shared.stage.stage, set()).add(seat.turn)
        await super().told(message)

    def _swap(self, role: RoleCardView) -> None:
        """The first of the group asks for another scene once."""
        stage = self.shared.stage if self.shared is not None else None
        body = stage.body if stage is not None else None
        if self.number == 0 and role.may_swap and stage is not None and isinstance(body, RoomsView) and not self.swapped:
            self.swapped.add(stage.run)
            task: asyncio.Task[object] = asyncio.create_task(
                self.do(SwapScene(run=stage.run, round=body.round, scene=role.scene))
            )
            self._swapping.add(task)
            task.add_done_callback(self._swapping.discard)

    def rooms_of(self, index: int) -> dict[str, list[RoomView]]:
        """Room by room, how each looked while the stage with this index was played."""
        found: dict[str, list[RoomView]] = {}
        for at, room in self.rooms:
            if at == index:
                found.setdefault(room.id, []).append(room)
        return found

    def dealt_on(self, index: int) -> bool:
        """Whether this phone was dealt somebody's card for the stage with this index."""
        runs = {one.run for one in self.heard.stages(index) if isinstance(one.body, WallView)}
        return any(self.dealt.get(run) for run in runs)


def frames(pages: list[Page]) -> list[str]:
    """All that these pages ever sent or were told."""
    return [frame for page in pages if isinstance(page, RowPhone | RowDesk) for frame in (*page.heard.told, *page.heard.sent)]
