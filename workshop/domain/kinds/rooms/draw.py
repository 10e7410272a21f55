"""Who sits with whom in the next round, and which scenes each room is dealt: what a node makes of the wish for rooms.

It may take a while for a large group, so it is worked out beside the session and only checked when it is decided.
"""

from collections.abc import Mapping

from workshop.domain.commands import FormedRoom, FormRooms, MakeRooms
from workshop.domain.deciding import Apart
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.moves import door_name
from workshop.domain.kinds.rooms.scenes import deal, deck_of, next_scene, scene_of
from workshop.domain.kinds.rooms.state import apart_in, bound_pairs, observers, state_of, takers, takers_there, there
from workshop.domain.kinds.rooms.steps import has_observer, rounds_of_rooms
from workshop.domain.matching import Seated, Wanted, next_ring, seated
from workshop.domain.plan import Deck, StageTemplate
from workshop.domain.session import Session
from workshop.domain.words import Dice, RoomId, SeatId

Met = Mapping[tuple[SeatId, SeatId], int]


def draw_rooms(
    session: Session, command: MakeRooms, dice: Dice, *, apart: Apart = frozenset(), met: Met | None = None
) -> FormRooms:
    """Everybody who would like to be in one, in rooms by the rule of the stage, or by `command.mix`. Locked rooms stay.

    `apart`: (asker, other) who are never in one room. `met`: pairs of earlier sessions, smaller id first, and how often.
    Outside of such a stage nobody is placed, and the wish is refused.
    """
    state, template = state_of(session), session.template
    # Made again, they shall be others: the order that the rounds go by is drawn anew.
    again = state is not None and state.round == command.round
    ring = next_ring(() if again else session.ring, takers(session), dice)
    if state is None or template is None:
        return FormRooms(run=command.run, round=command.round, rooms=(), ring=ring)
    locked = () if state.started else tuple(room for room in state.rooms if room.locked and len(takers_there(state, room)) > 1)
    how = command.mix or template.mix
    before = _before(session, template, state, how)
    wanted = Wanted(
        ring=ring,
        observers=observers(session),
        size=template.size,
        observes=has_observer(template),
        met=_together_before(session, met or {}),
        extra=session.extra,
        apart=apart_in(session, apart),
        together=frozenset(bound_pairs(session, "together")),
        locked=tuple(there(state, room) for room in locked),
        rounds_left=max(1, rounds_of_rooms(template) - command.round + 1),
    )
    seating = seated(wanted, "random" if how == "merge" and not before else how, before, dice)
    deck = deck_of(template, state)
    kept = {frozenset(there(state, room)): room for room in locked}
    rooms = tuple(
        _formed(RoomId(f"{command.run}.{command.round}.{number}"), room, kept, deck, state, command.round, dice)
        for number, room in enumerate(seating.rooms, start=1)
    )
    return FormRooms(run=command.run, round=command.round, rooms=rooms, ring=ring, out=seating.out)


def _together_before(session: Session, earlier: Met) -> Met:
    met = dict(earlier)
    for couple, times in session.met.items():
        met[couple] = met.get(couple, 0) + times
    return met


def _before(session: Session, template: StageTemplate, state: RoomsState, how: str) -> list[list[SeatId]]:
    """The rooms that `same` and `merge` start from."""
    if how == "same":
        return _seated(session, state) if state.started else _earlier(session, of_activity=False)
    return _earlier(session, of_activity=True) if how == "merge" else []


def _formed(
    room_id: RoomId,
    room: Seated,
    kept: Mapping[frozenset[SeatId], Room],
    deck: Deck | None,
    state: RoomsState,
    number: int,
    dice: Dice,
) -> FormedRoom:
    """A locked room keeps its scenes and its door."""
    people = [*room.seats, *room.observers]
    stays = kept.get(frozenset(people))
    if stays is not None:
        scenes, door = stays.scenes, stays.door
    else:
        scenes = () if deck is None else _scenes(deck, state, people, number, dice)
        door = door_name(dice)
    return FormedRoom(id=room_id, seats=room.seats, watching=room.observers, scenes=scenes, door=door, locked=stays is not None)


def stood_before(session: Session) -> bool:
    """Whether people were in rooms earlier in this session."""
    return bool(_earlier(session, of_activity=False))


def _earlier(session: Session, *, of_activity: bool) -> list[list[SeatId]]:
    """The rooms of the latest earlier stage in which people were in rooms; none where there was no such stage."""
    planned = session.planned
    past = [
        (stage.run, stage.kind)
        for stage in session.past.values()
        if isinstance(stage.kind, RoomsState)
        and stage.kind.started
        and session.stage is not None
        and stage.index != session.stage.index
        and (not of_activity or (planned is not None and session.stages[stage.index].item == planned.item))
    ]
    return _seated(session, max(past, key=lambda one: one[0])[1]) if past else []


def _seated(session: Session, state: RoomsState) -> list[list[SeatId]]:
    """Each room's people, somebody who goes on as another seat as that one."""
    return [[session.seat_of(seat) for seat in room.seats] for room in state.rooms]


def _scenes(deck: Deck, state: RoomsState, people: list[SeatId], number: int, dice: Dice) -> tuple[str, ...]:
    """A room that stands for another round goes on in its order; in new ones what somebody has just played comes last."""
    before = [room for room in state.rooms if state.started and scene_of(deck, room) is not None]
    for room in before:
        if set(room.seats) == set(people):
            begin = room.scene if room.keeps else next_scene(deck, room, plain_only=False)
            return (*room.scenes[begin:], *room.scenes[:begin])
    played = {room.scenes[room.scene] for room in before if not set(room.seats).isdisjoint(people)}
    return deal(deck, dice, first_round=number == 1, played=played)
