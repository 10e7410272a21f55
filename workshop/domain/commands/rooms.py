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


class FormedRoom(Value, frozen=True):
    id: RoomId
    seats: tuple[SeatId, ...]


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
