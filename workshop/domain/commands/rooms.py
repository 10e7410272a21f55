"""Wishes about breakouts."""

from msgspec import field

from workshop.domain.words import Command, Millis, RoomId, SeatId, Value


class MakeRooms(Command, frozen=True, tag="make_rooms"):
    """Form round `round`. The node draws the rooms and turns it into `FormRooms`."""

    run: int
    round: int


class StartRooms(Command, frozen=True, tag="start_rooms"):
    run: int
    round: int


class EndRooms(Command, frozen=True, tag="end_rooms"):
    run: int


class ChooseDeck(Command, frozen=True, tag="choose_deck"):
    """Which scenes are dealt when rooms are made."""

    run: int
    deck: str


class SwapScene(Command, frozen=True, tag="swap_scene"):
    """Another scene for the own room, in this turn. `scene` is the one they have: two taps at once are one wish."""

    run: int
    round: int
    scene: str


class KeepScene(Command, frozen=True, tag="keep_scene"):
    """The own room plays the same scene again in the next turn; `keep` False: a new one."""

    run: int
    round: int
    keep: bool


class FormedRoom(Value, frozen=True):
    id: RoomId
    seats: tuple[SeatId, ...]
    scenes: tuple[str, ...] = ()
    """Scene ids in the order that this room plays them."""


class FormRooms(Command, frozen=True, tag="form_rooms"):
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...] = field(default=())


class AdvanceRooms(Command, frozen=True, tag="advance_rooms"):
    """Steps whose time is over go on. `due` is the deadline that the node saw."""

    run: int
    round: int
    due: Millis
