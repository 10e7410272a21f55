"""Who sits with whom in the next round, and which scenes each room is dealt: what a node makes of the wish for rooms."""

from workshop.domain.commands import FormedRoom, FormRooms, MakeRooms
from workshop.domain.kinds.room_scenes import deal, deck_of, next_scene, scene_of
from workshop.domain.kinds.rooms import state_of
from workshop.domain.matching import fresh_rooms, merged_rooms, next_ring, random_rooms, same_rooms
from workshop.domain.plan import Deck, StageTemplate
from workshop.domain.session import RoomsState, Session
from workshop.domain.words import Dice, RoomId, SeatId


def draw_rooms(session: Session, command: MakeRooms, dice: Dice) -> FormRooms:
    """Everybody who is here in rooms by the rule of the stage. Outside of such a stage nobody is placed, and the wish is refused."""
    state, template = state_of(session), session.template
    ring = next_ring(session.ring, session.here(), dice)
    if state is None or template is None:
        return FormRooms(run=command.run, round=command.round, rooms=(), ring=ring)
    rooms = _rooms(session, template, state, ring, dice)
    deck = deck_of(template, state)
    formed = tuple(
        FormedRoom(
            id=RoomId(f"{command.run}.{command.round}.{number}"),
            seats=tuple(room),
            scenes=() if deck is None else _scenes(deck, state, room, command.round, dice),
        )
        for number, room in enumerate(rooms, start=1)
    )
    return FormRooms(run=command.run, round=command.round, rooms=formed, ring=ring)


def _rooms(
    session: Session, template: StageTemplate, state: RoomsState, ring: tuple[SeatId, ...], dice: Dice
) -> list[list[SeatId]]:
    size = template.size
    match template.mix:
        case "fresh":
            return fresh_rooms(ring, session.met, dice, size)
        case "random":
            return random_rooms(ring, size, dice)
        case "merge":
            before = _earlier(session, of_activity=True)
            return merged_rooms(before, ring, size, dice) if before else random_rooms(ring, size, dice)
        case "same":
            before = _seated(session, state) if state.started else _earlier(session, of_activity=False)
            return same_rooms(before, ring, size, dice)


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
