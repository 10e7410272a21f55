"""What a phone asks, and clocks."""

from typing import Literal

from workshop.domain.plan import Field, ScaleItem
from workshop.domain.words import Millis, Value

InputType = Literal["text", "fields", "choice", "multi", "scale", "point", "order", "sort", "rings", "line"]
Travels = Literal["ring", "mark", "x", "y"]


def quiet(view: object) -> str:
    """The `repr` of a view that holds words or names: only what it is, so that no log line or traceback can quote one."""
    return f"<{type(view).__name__}>"


class InputView(Value, frozen=True):
    """What the phone asks. Only the fields of its type are filled."""

    type: InputType
    options: tuple[str, ...] = ()
    pick: int = 1
    steps: int = 0
    items: tuple[ScaleItem, ...] = ()
    max: int = 0
    starter: str = ""
    fields: tuple[Field, ...] = ()
    ask: str = ""
    x: tuple[str, ...] = ()
    """Both ends, of a point and of a line."""
    y: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    bins: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    mode: Literal["points", "curve"] = "points"
    send: tuple[Travels, ...] = ()
    """What may travel of a map or a line. Without "mark" every mark is sent as null, without "ring" every ring as 0; without "y"
    every height as null, without "x" the places are spread evenly (`inputs.line.even_places`)."""


class Clock(Value, frozen=True):
    """`ends_at` while it runs; `left` (milliseconds) while the room is calm and every clock stands still."""

    ends_at: Millis | None
    left: Millis | None


class NameView(Value, frozen=True):
    alias: str
    mark: int
