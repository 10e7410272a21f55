"""An exact solver: every group of answers that would have been told as this one was, and what all of those groups have in common.

What it assumes of whoever solves: they know everything that is published of the session, the rules of the product, how many people
were there, and at most their own answer. They do not know who passed: a pass is an answer like any other. Stages say nothing of
each other but through the number of people, since no two of them ask the same.

Only a few of the answers that an input allows are possible here. With more of them, less would be certain.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement

from msgspec import Struct, structs

from tests.domain.given import CHOICE, MULTI, SCALE, Story, a_session, with_template
from workshop.domain.answers import Answer, PassAnswer
from workshop.domain.inputs import aggregate, answered_by
from workshop.domain.kind_states import TallyState
from workshop.domain.pictures import (
    HeatSums,
    HeatWords,
    LinePicture,
    NoPicture,
    OptionSums,
    OptionWords,
    OrderSums,
    OrderWords,
    RingsSums,
    RingsWords,
    ScalePicture,
    SortSums,
    SortWords,
    Sums,
)
from workshop.domain.plan import Input, SummaryForm
from workshop.domain.published import PUBLISH_FLOOR, PublishedStage, Summary
from workshop.domain.session import Stage
from workshop.domain.summary import stage_title, summarize

Cell = tuple[str | int, ...]
"""How many answers there are of this: ("option", 2), ("card", 0, "touched")"""
Group = tuple[int, ...]
"""The answers of all who were there, as places among the possible ones; the place after the last is a pass."""
ENDS = frozenset({"few", "most", "faint", "dense"})
"""Words that blur a count. One in the middle would be a number on the screen from eight answers on."""
STAGES = (MULTI, SCALE, CHOICE)


class Question(Struct, frozen=True):
    asked: Input
    form: SummaryForm
    possible: tuple[tuple[Answer, frozenset[Cell]], ...]
    """Each answer, and the cells in which it counts."""
    send: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    @property
    def passing(self) -> int:
        return len(self.possible)

    def cells(self) -> tuple[Cell, ...]:
        return tuple(sorted(frozenset().union(*(cells for _, cells in self.possible)), key=str))

    def rows(self) -> list[tuple[int, ...]]:
        """Per answer, in the order of the cells, whether it counts there; at last a pass."""
        cells = self.cells()
        return [*(tuple(int(cell in counted) for cell in cells) for _, counted in self.possible), (0,) * len(cells)]

    def answers(self, group: Iterable[int]) -> list[Answer]:
        return [self.possible[one][0] if one < self.passing else PassAnswer() for one in group]


class Told(Struct, frozen=True):
    """Of one stage: the picture on the screens, and what the summary has of it."""

    screen: Sums | None
    """None for whoever has the summary alone, and where it is never shown."""
    stage: PublishedStage | None
    left: tuple[str, ...]


Publish = Callable[[Question, Group, int], Told]
"""What is published of a group, by the floor of its session."""


def closed(question: Question, group: Group, floor: int) -> TallyState:
    answers = question.answers(group)
    sums = aggregate(question.asked, answers, floor, question.send)
    return TallyState(sums=sums, by_five=frozenset(answered_by(question.asked, answers, PUBLISH_FLOOR)))


def summary_of(questions: Sequence[Question], tallies: Sequence[TallyState], people: int, floor: int) -> Summary:
    """The summary of a session in which just these were asked."""
    session, past = a_session(), {}
    for index, question, tally in zip(STAGES, questions, tallies, strict=False):
        session = with_template(session, index, input=question.asked, summary=question.form, send=question.send)
        past[index] = Stage(run=index, index=index, ends_at=0, kind=tally, outcome="unsealed")
    session = structs.replace(session, settings=structs.replace(session.settings, floor=floor))
    return summarize(structs.replace(Story(session).people(people).session, past=past), 0, ())


@cache
def _told(question: Question, tally: TallyState, people: int, floor: int) -> Told:
    summary = summary_of([question], [tally], people, floor)
    titled = stage_title(a_session().stages[STAGES[0]])
    stages = [stage for activity in summary.activities for stage in activity.stages]
    left = {one.stage for one in summary.left_out if one.reason == "below_floor"} - {titled}
    return Told(screen=tally.sums, stage=stages[0] if stages else None, left=tuple(sorted(left)))


def published(question: Question, group: Group, floor: int) -> Told:
    """As the product does it."""
    return _told(question, closed(question, group, floor), len(group), floor)


class Open(Struct, frozen=True):
    """What can still be after everything that is published."""

    counts: tuple[set[int], ...]
    """In the order of the cells."""
    answers: set[int]
    """Of anybody (else)."""

    def add(self, counts: tuple[int, ...], others: set[int]) -> None:
        for known, count in zip(self.counts, counts, strict=True):
            known.add(count)
        self.answers.update(others)

    def join(self, other: "Open") -> None:
        for known, more in zip(self.counts, other.counts, strict=True):
            known.update(more)
        self.answers.update(other.answers)


Known = dict[tuple[Told, int | None], Open]
"""By what is published, and one's own answer (None: one was not there)."""


@cache
def solve(question: Question, people: int, floor: int, publish: Publish = published) -> Known:
    """For whoever saw the screens, and for whoever has the summary alone."""
    known: Known = {}
    rows, cells = question.rows(), len(question.cells())
    for group in combinations_with_replacement(range(question.passing + 1), people):
        told, counts = publish(question, group, floor), tuple(map(sum, zip(*(rows[one] for one in group), strict=True)))
        alone = structs.replace(told, screen=None)
        for own in (None, *sorted(set(group))):
            others = set(group) if own is None or group.count(own) > 1 else set(group) - {own}
            for seen in {told, alone}:
                known.setdefault((seen, own), Open(tuple(set() for _ in range(cells)), set())).add(counts, others)
    return known


def solved(question: Question, known: Known) -> Iterator[str]:
    """What somebody could know: a hidden count, or an answer of somebody else."""
    cells = question.cells()
    for (told, own), left in known.items():
        who = "who was not there" if own is None else f"who answered {own}"
        if len(left.answers) == 1:
            yield f"{who}: everybody answered {left.answers} from {told}"
        for cell, counts in zip(cells, left.counts, strict=True):
            if len(counts) == 1 and hidden(cell, told):
                yield f"{who}: {cell} is {counts} from {told}"


def hidden(cell: Cell, told: Told) -> bool:
    """Whether neither the screens nor the summary say this count, or that it is in the middle. How many there are of what was told
    at all is no secret."""
    if cell[-1] == "touched":
        return not _part_told(cell, told)
    return _hidden_on_screen(cell, told.screen) and _word(cell, told.stage) not in ("mixed", "present")


def _part_told(cell: Cell, told: Told) -> bool:
    at = int(cell[1])
    match told.screen:
        case SortSums(piles=parts) | SortWords(bands=parts):
            return bool(parts[at])
        case ScalePicture(items=items):
            return items[at].middle is not None
        case LinePicture(slots=slots):
            return slots[at].level is not None
    stage = told.stage
    names = () if stage is None else tuple(one.ask for one in stage.middles) + tuple(one.card for one in stage.cards)
    return _name(cell) in names or (stage is not None and stage.shape is not None and stage.shape.levels[at] is not None)


def _name(cell: Cell) -> str:
    """What a card or a slider is called here."""
    return "rst"[int(cell[1])] if cell[0] == "card" else f"{'ab'[int(cell[1])]}?" if cell[0] == "item" else ""


def _hidden_on_screen(cell: Cell, screen: Sums | None) -> bool:
    kind, at = cell[0], int(cell[1])
    match screen:
        case OptionSums() | OrderSums() | HeatSums():
            return False
        case OptionWords(bands=words) | OrderWords(bands=words) | HeatWords(densities=words):
            return words[at] in ENDS
        case RingsSums():
            return False
        case RingsWords(rings=rings, marks=marks):
            return (rings if kind == "ring" else marks)[at] in ENDS
        case SortSums(piles=piles):
            return not piles[at]
        case SortWords(bands=bands):
            return not bands[at] or bands[at][int(cell[2])] in ENDS
        case ScalePicture(items=items):
            return items[at].counts is None
        case LinePicture() | NoPicture() | None:
            return True


def _word(cell: Cell, stage: PublishedStage | None) -> str | None:
    """What the summary says of it."""
    if stage is None:
        return None
    kind, at = cell[0], int(cell[1])
    if kind == "field":
        return None if stage.heat is None else stage.heat.densities[at]
    if kind == "card":
        return next((one.piles[int(cell[2])].band for one in stage.cards if one.card == _name(cell)), None)
    lines = {"option": stage.bands or stage.upper, "ring": stage.rings, "mark": stage.marks}.get(str(kind), ())
    return lines[at].band if lines else None
