"""What only one person's phone, or one breakout, sees."""

from typing import Literal

from workshop.domain.parts.asked import Clock, quiet
from workshop.domain.words import CareOutcome, Knock, PersonState, RoomId, RoundChoice, TextId, Value


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
    starters: tuple[str, ...] = ()
    """Ways to begin a sentence, for whoever does not know how."""


class SeatView(Value, frozen=True):
    """What only this person's phone sees."""

    alias: str
    mark: int
    state: PersonState
    room: RoomId | None
    place: int | None
    choice: RoundChoice = "take_part"
    """Of rooms: what they would like in the next ones."""
    away: bool = False
    """Their partners could not find them."""
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
    watching: bool = False
    """Observes in every turn."""
    away: bool = False
    """Somebody in the room has said that they are not here."""
    quiet: bool = False
    """Where people are apart: no sign of their phone for a while."""


class RoomView(Value, frozen=True):
    """One breakout, as its people see it. A room has no content: what is said in it is spoken."""

    id: RoomId
    number: int
    state: Literal["formed", "gathering", "running", "finished"]
    """`formed`: announced, it waits for Go."""
    members: tuple[MemberView, ...]
    steps: tuple[RoomStepView, ...]
    step: int
    clock: Clock
    """Of the step; `left` while it stands still. Of a `formed` room: until it can begin."""
    paused: bool = False
    """Somebody in it has stopped its clock; not the calm of the whole session."""
    called: bool = False
    """It calls for a facilitator."""
    knock: Knock = "none"
    ending: bool = False
    """It comes to a close: the clock is that of the end, whatever the step."""
    last: bool = False
    """When it is through, everybody meets again; else another round follows."""
    note: str | None = None
    """The facilitators' note to this room."""
    link: str | None = None
    """Where its people meet, where they are apart and their organization has named a service."""

    __repr__ = quiet
