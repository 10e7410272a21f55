"""Facts about breakouts."""

from workshop.domain.commands import FormedRoom
from workshop.domain.events.scopes import CARDS, ROOMS, SHOWN, STEPPED
from workshop.domain.words import Event, Millis, RoomId, SeatId


class RoomsFormed(Event, frozen=True, tag="rooms_formed"):
    touches = ROOMS
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...]
    starts_at: Millis | None
    """None: they wait for the facilitator's Go."""


class RoomsStarted(Event, frozen=True, tag="rooms_started"):
    touches = ROOMS
    run: int
    round: int
    at: Millis


class RoomStepped(Event, frozen=True, tag="room_stepped"):
    """The rooms whose step was over, each with the step it is in now."""

    touches = STEPPED
    run: int
    round: int
    steps: dict[RoomId, int]


class RoomsFinished(Event, frozen=True, tag="rooms_finished"):
    touches = ROOMS
    run: int


class DeckChosen(Event, frozen=True, tag="deck_chosen"):
    """Rooms that stand already are formed once more, with scenes of this deck."""

    touches = SHOWN
    run: int
    deck: str


class SceneSwapped(Event, frozen=True, tag="scene_swapped"):
    touches = CARDS
    run: int
    room: RoomId


class SceneKept(Event, frozen=True, tag="scene_kept"):
    touches = CARDS
    run: int
    room: RoomId
    keep: bool
