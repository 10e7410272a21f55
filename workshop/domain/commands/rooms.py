"""Wishes about breakouts: how they are made, changed by hand, begun and ended. What people wish in a room is in `in_rooms`."""

from msgspec import field

from workshop.domain.words import Binding, Command, Millis, Mix, RoomId, SeatId, TextId, Value


class MakeRooms(Command, frozen=True, tag="make_rooms"):
    """Propose round `round`, to the facilitators alone. The node draws the rooms and turns it into `FormRooms`.

    Proposed again, locked rooms stay. `mix`: another way than the stage's own ("the same rooms as before", "all new").
    """

    run: int
    round: int
    mix: Mix | None = None


class MoveSeat(Command, frozen=True, tag="move_seat"):
    """Into another room; `room` None: into one of their own, of a proposal that is still being changed."""

    run: int
    round: int
    seat: SeatId
    room: RoomId | None


class ExchangeSeats(Command, frozen=True, tag="exchange_seats"):
    """Two people of proposed rooms change places."""

    run: int
    round: int
    one: SeatId
    other: SeatId


class LockRoom(Command, frozen=True, tag="lock_room"):
    run: int
    round: int
    room: RoomId
    locked: bool


class BindPeople(Command, frozen=True, tag="bind_people"):
    """A couple, or relatives: always in one room, never, or as it comes again."""

    one: SeatId
    other: SeatId
    how: Binding


class AnnounceRooms(Command, frozen=True, tag="announce_rooms"):
    """From now on everybody sees who is with whom; they can begin `ANNOUNCE_SECONDS` later."""

    run: int
    round: int


class StartRooms(Command, frozen=True, tag="start_rooms"):
    """Go: every announced room that has not begun."""

    run: int
    round: int


class GiveRoomTime(Command, frozen=True, tag="give_room_time"):
    """A minute more (1) or less (-1) in the step of this room; `room` None: of all."""

    run: int
    round: int
    room: RoomId | None
    minutes: int


class SendRoomNote(Command, frozen=True, tag="send_room_note"):
    """To one room; an empty one takes the last back. The node turns it into `PostRoomNote`."""

    run: int
    round: int
    room: RoomId
    text: str

    def __repr__(self) -> str:
        return "<SendRoomNote>"


class KnockRoom(Command, frozen=True, tag="knock_room"):
    """A facilitator would like to visit: the room is asked first. Where it has called, it is told that somebody comes."""

    run: int
    round: int
    room: RoomId


class SettleRoom(Command, frozen=True, tag="settle_room"):
    """The visit is over, the call answered."""

    run: int
    round: int
    room: RoomId


class JoinRooms(Command, frozen=True, tag="join_rooms"):
    """Everybody of `room` goes to `into`, which stays in its step."""

    run: int
    round: int
    room: RoomId
    into: RoomId


class CloseRoom(Command, frozen=True, tag="close_room"):
    """This room comes to a close, softly."""

    run: int
    round: int
    room: RoomId


class EndRoomsSoftly(Command, frozen=True, tag="end_rooms_softly"):
    """All rooms come to a close within `ENDING_SECONDS`; there is no further round."""

    run: int


class EndRooms(Command, frozen=True, tag="end_rooms"):
    """Now."""

    run: int


class ChooseDeck(Command, frozen=True, tag="choose_deck"):
    """Which scenes are dealt when rooms are made."""

    run: int
    deck: str


class FormedRoom(Value, frozen=True):
    id: RoomId
    seats: tuple[SeatId, ...]
    """Who takes part, in the order of the places."""
    watching: tuple[SeatId, ...] = ()
    """Who only observes."""
    scenes: tuple[str, ...] = ()
    """Scene ids in the order that this room plays them."""
    door: str = ""
    """What stands for `{room}` in the meeting link."""
    locked: bool = False


class FormRooms(Command, frozen=True, tag="form_rooms"):
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...] = field(default=())
    out: tuple[SeatId, ...] = ()
    """Who takes part and has no room this time."""


class AdvanceRooms(Command, frozen=True, tag="advance_rooms"):
    """Steps whose time is over go on. `due` is the deadline that the node saw."""

    run: int
    round: int
    due: Millis


class PostRoomNote(Command, frozen=True, tag="post_room_note"):
    run: int
    round: int
    room: RoomId
    note: TextId
    text: str

    def __repr__(self) -> str:
        return "<PostRoomNote>"
