"""What only one person's phone, or one breakout, sees."""

from typing import Literal

from workshop.domain.parts.asked import Clock
from workshop.domain.words import CareOutcome, PersonState, RoomId, TextId, Value


class CareRequestView(Value, frozen=True):
    id: TextId
    outcome: CareOutcome | None
    """None: a person has not come yet."""


class RoleCardView(Value, frozen=True):
    """Only its own person sees it. Without a scene only `role` and `card` are filled."""

    role: str
    card: str
    scene: str = ""
    """The id of the scene: a wish for another one names it."""
    title: str = ""
    situation: str = ""
    twist: str = ""
    """Filled from the second take on."""
    may_swap: bool = False
    """Another scene may be taken, and this one kept for the next turn."""
    kept: bool = False
    """The room plays this scene again in the next turn."""


class SeatView(Value, frozen=True):
    """What only this person's phone sees."""

    alias: str
    mark: int
    state: PersonState
    room: RoomId | None
    place: int | None
    turn: Literal["now", "next", "later", "done", "inside", "asking"] | None = None
    """In a running round; `inside` a fishbowl, `asking` for one of its chairs."""
    role: "RoleCardView | None" = None
    """The private card of the role that this person has now."""
    care: CareRequestView | None = None
    """The newest request of this person."""


class RoomStepView(Value, frozen=True):
    do: str
    seconds: int
    places: tuple[int, ...]
    """Whose step it is; empty for everybody."""


class MemberView(Value, frozen=True):
    place: int
    alias: str
    mark: int
    role: str | None
    """The role in the current turn."""


class RoomView(Value, frozen=True):
    """One breakout, as its people see it. A room has no content: what is said in it is spoken."""

    id: RoomId
    number: int
    state: Literal["formed", "gathering", "running", "finished"]
    members: tuple[MemberView, ...]
    steps: tuple[RoomStepView, ...]
    step: int
    clock: Clock
