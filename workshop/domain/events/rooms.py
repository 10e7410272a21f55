"""Facts about breakouts."""

from workshop.domain.commands import FormedRoom
from workshop.domain.events.scopes import BOARD, CARDS, PLACED, ROOM, ROOM_CLOCK, ROOMS, SHOWN, STEPPED
from workshop.domain.words import Binding, Event, Knock, Millis, RoomId, RoundChoice, SeatId, TextId


class RoomsFormed(Event, frozen=True, tag="rooms_formed"):
    touches = ROOMS
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...]
    starts_at: Millis | None
    """None: proposed to the facilitators, who announce them."""
    out: tuple[SeatId, ...] = ()
    """Who takes part and has no room this time."""


class RoomAdded(Event, frozen=True, tag="room_added"):
    """An empty one, for who is moved into it with the same wish."""

    touches = BOARD
    run: int
    room: FormedRoom


class RoomsAnnounced(Event, frozen=True, tag="rooms_announced"):
    touches = ROOMS
    run: int
    round: int
    until: Millis
    """From then on they can begin."""


class RoomsStarted(Event, frozen=True, tag="rooms_started"):
    touches = ROOMS
    run: int
    round: int
    at: Millis
    rooms: tuple[RoomId, ...]


class RoomStepped(Event, frozen=True, tag="room_stepped"):
    """The rooms whose step was over, each with the step it is in now."""

    touches = STEPPED
    run: int
    round: int
    steps: dict[RoomId, int]


class RoomsNotFound(Event, frozen=True, tag="rooms_not_found"):
    """Two or more take part, and as they would have it no room can be made of them. Whose wish it was is in no fact."""

    touches = BOARD
    run: int


class RoomsFinished(Event, frozen=True, tag="rooms_finished"):
    touches = ROOMS
    run: int


class RoundChosen(Event, frozen=True, tag="round_chosen"):
    """Who sits out is in no room from then on. Who takes part or observes again keeps the room they are in."""

    touches = PLACED | {"shared"}
    run: int
    seat: SeatId
    choice: RoundChoice


class SeatMoved(Event, frozen=True, tag="seat_moved"):
    """From wherever they were."""

    touches = PLACED
    run: int
    seat: SeatId
    room: RoomId


class SeatsExchanged(Event, frozen=True, tag="seats_exchanged"):
    touches = BOARD
    run: int
    one: SeatId
    other: SeatId


class RoomLocked(Event, frozen=True, tag="room_locked"):
    touches = BOARD
    run: int
    room: RoomId
    locked: bool


class PeopleBound(Event, frozen=True, tag="people_bound"):
    touches = BOARD
    one: SeatId
    other: SeatId
    how: Binding


class RoomPaused(Event, frozen=True, tag="room_paused"):
    touches = ROOM_CLOCK
    run: int
    room: RoomId
    at: Millis
    called: bool
    """It calls for a facilitator as well."""


class RoomWentOn(Event, frozen=True, tag="room_went_on"):
    touches = ROOM_CLOCK
    run: int
    room: RoomId
    by: Millis
    """How long its clock stood still."""


class RoomKnocked(Event, frozen=True, tag="room_knocked"):
    touches = ROOM
    run: int
    room: RoomId
    knock: Knock


class RoomSettled(Event, frozen=True, tag="room_settled"):
    """Nobody knocks and nobody calls any more."""

    touches = ROOM
    run: int
    room: RoomId


class PartnerMissed(Event, frozen=True, tag="partner_missed"):
    touches = ROOM | {"seat"}
    run: int
    seat: SeatId


class PartnerFound(Event, frozen=True, tag="partner_found"):
    touches = ROOM | {"seat"}
    run: int
    seat: SeatId


class RoomsTimed(Event, frozen=True, tag="rooms_timed"):
    """By how much the step of each room got longer, negative: shorter."""

    touches = ROOM_CLOCK
    run: int
    by: dict[RoomId, Millis]


class RoomNoted(Event, frozen=True, tag="room_noted"):
    """The row of the note before is deleted with this fact."""

    touches = ROOM
    run: int
    room: RoomId
    note: TextId | None


class RoomsEnding(Event, frozen=True, tag="rooms_ending"):
    """These rooms come to a close at `ends_at`; `last`: all of them, and there is no further round."""

    touches = ROOM_CLOCK
    run: int
    rooms: tuple[RoomId, ...]
    ends_at: Millis
    last: bool


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
