"""What a phone asks, and clocks."""

from typing import Literal

from workshop.domain.plan import ScaleItem
from workshop.domain.words import Millis, Value

InputType = Literal["text", "choice", "multi", "scale"]


class InputView(Value, frozen=True):
    """What the phone asks. Only the fields of its type are filled."""

    type: InputType
    options: tuple[str, ...] = ()
    pick: int = 1
    steps: int = 0
    items: tuple[ScaleItem, ...] = ()
    max: int = 0


class Clock(Value, frozen=True):
    """`ends_at` while it runs; `left` (milliseconds) while the room is calm and every clock stands still."""

    ends_at: Millis | None
    left: Millis | None


class NameView(Value, frozen=True):
    alias: str
    mark: int
