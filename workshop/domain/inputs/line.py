"""A line through points of one's own. Its words stay on the phone, and no single line is ever drawn: only the middle of all.

`send = ["x", "y"]`: places and heights travel. `send = ["y"]`: only the heights do; when something was stays on the phone, and
the points stand evenly spread from the left end to the right one (`even_places`), so that the group picture shows how lines go
from their beginning to their end. `send = ["x"]` travels without heights and makes no picture.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from workshop.domain.answers import LineAnswer, LinePoint
from workshop.domain.inputs.blurred import middle_floor
from workshop.domain.inputs.options import in_words
from workshop.domain.parts import InputView
from workshop.domain.pictures import LINE_SLOTS, LinePicture, LineSlot, Middle, NoPicture, Sums
from workshop.domain.plan import LineInput
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import GRID

LEAST_POINTS = 2
_LEVELS: tuple[Middle, ...] = ("low", "middle", "high")


def even_places(points: int) -> tuple[int, ...]:
    """Where so many points (two or more) stand when their places do not travel: evenly from 0 to GRID, a half rounded up."""
    gaps = points - 1
    return tuple((2 * point * GRID + gaps) // (2 * gaps) for point in range(points))


def problem(asked: LineInput, answer: LineAnswer, send: Collection[str]) -> RefusalCode | None:
    points = answer.points
    if not LEAST_POINTS <= len(points) <= asked.max:
        return "invalid_answer"
    places = tuple(point.x for point in points)
    onwards = all(0 <= place <= GRID for place in places) and list(places) == sorted(places)
    placed = onwards if "x" in send else places == even_places(len(points))
    return None if placed and all(_height_fits(point, send) for point in points) else "invalid_answer"


def _height_fits(point: LinePoint, send: Collection[str]) -> bool:
    return point.y is not None and 0 <= point.y <= GRID if "y" in send else point.y is None


def _height_at(heights: Sequence[tuple[int, int]], place: float) -> float:
    """Straight between the two points beside it; where several stand in one place, the mean of them. Within the line's ends."""
    here = [height for x, height in heights if x == place]
    if here:
        return sum(here) / len(here)
    left = max(index for index, (x, _) in enumerate(heights) if x < place)
    (x, height), (next_x, next_height) = heights[left], heights[left + 1]
    return height + (next_height - height) * (place - x) / (next_x - x)


def _slot_of(place: int) -> int:
    return min(LINE_SLOTS - 1, place * LINE_SLOTS // GRID)


def slot_heights(answer: LineAnswer) -> tuple[int | None, ...]:
    """A height per sixth, 0 … GRID: in its middle, or as near to it as the line comes. None where it neither passes nor ends."""
    heights = [(point.x, point.y) for point in answer.points if point.y is not None]
    if not heights:
        return (None,) * LINE_SLOTS
    first, last = heights[0][0], heights[-1][0]
    found: list[int | None] = []
    for slot in range(LINE_SLOTS):
        middle = (slot + 0.5) * GRID / LINE_SLOTS
        touched = _slot_of(first) <= slot <= _slot_of(last)
        found.append(int(_height_at(heights, min(max(middle, first), last)) + 0.5) if touched else None)
    return tuple(found)


def slot_key(slot: int) -> str:
    """What a sixth is called among the things that enough people answered (`answered_by`)."""
    return f"slot-{slot}"


def answered_slots(answers: Sequence[LineAnswer], people: int) -> tuple[str, ...]:
    """The sixths that so many lines touch."""
    rows = [slot_heights(answer) for answer in answers]
    return tuple(slot_key(slot) for slot in range(LINE_SLOTS) if sum(row[slot] is not None for row in rows) >= people)


def _slot(heights: Sequence[int], floor: int) -> LineSlot:
    """Words alone below 8 lines or where (almost) all are at one height, because then the number would be everybody's."""
    if len(heights) < middle_floor(floor) or not heights:
        return LineSlot(level=None, median=None)
    median = sorted(heights)[(len(heights) - 1) // 2]
    level = _LEVELS[median * len(_LEVELS) // (GRID + 1)]
    told_in_words = in_words(tuple(Counter(heights).values()), len(heights))
    return LineSlot(level=level, median=None if told_in_words else median)


def aggregate(asked: LineInput, answers: Sequence[LineAnswer], floor: int, send: Collection[str]) -> Sums:
    """The median per sixth on its own: no row of one person's heights survives."""
    columns = zip(*(slot_heights(answer) for answer in answers), strict=True)
    slots = tuple(_slot([height for height in column if height is not None], floor) for column in columns)
    return LinePicture(slots=slots) if any(slot.level is not None for slot in slots) else NoPicture()


def view(asked: LineInput) -> InputView:
    return InputView(type="line", max=asked.max, x=asked.x, y=asked.y, mode=asked.mode)
