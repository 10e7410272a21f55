"""What people do with the scenes of a rehearsal: another one, the same once more; and which deck a facilitator chose."""

from msgspec import structs

from workshop.domain.commands import ChooseDeck, FormedRoom, KeepScene, SwapScene
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import AnyEvent, DeckChosen, RoomsFormed, SceneKept, SceneSwapped
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.scenes import begins_plainly, deal, deck_of, next_scene, scene_of
from workshop.domain.kinds.rooms.state import over, room_of, state_of, steps_of, with_room
from workshop.domain.plan import Deck
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, with_stage
from workshop.domain.words import Dice, Millis


def choose_deck(session: Session, command: ChooseDeck, context: Context) -> Outcome:
    """Before the rooms start. Rooms that stand already keep their people and are dealt scenes of the new deck."""
    stage, state, template = stage_of(session, command.run), state_of(session), session.template
    if isinstance(stage, Refusal) or state is None or template is None:
        return refuse("stale_stage")
    if state.shown or state.finished:
        return refuse("rooms_stand")
    deck, current = next((deck for deck in template.decks if deck.id == command.deck), None), deck_of(template, state)
    if deck is None or current is None:
        return refuse("not_permitted")
    if deck.id == current.id:
        return ()
    return (DeckChosen(run=stage.run, deck=deck.id), *_formed_again(session, state, deck, context.dice))


def _formed_again(session: Session, state: RoomsState, deck: Deck, dice: Dice) -> tuple[AnyEvent, ...]:
    """Proposed rooms with scenes of this deck, also one in which somebody is alone: a hand may bring them company."""
    if not state.rooms:
        return ()
    assert session.stage is not None
    rooms = tuple(
        FormedRoom(
            id=room.id,
            seats=room.takers,
            watching=room.watching,
            scenes=deal(deck, dice, first_round=True),
            door=room.door,
            locked=room.locked,
        )
        for room in state.rooms
    )
    formed = RoomsFormed(
        run=session.stage.run, round=state.round, rooms=rooms, ring=session.ring, starts_at=None, out=tuple(sorted(state.out))
    )
    return (formed,)


def _own_room(session: Session, run: int, number: int, context: Context) -> Room | Refusal:
    """The running room of whoever taps."""
    state, seat = state_of(session), context.actor.seat
    if isinstance(stage_of(session, run), Refusal) or state is None or state.round != number or not state.shown:
        return refuse("stale_stage")
    found = None if seat is None else room_of(session, session.seat_of(seat))
    if found is None:
        return refuse("not_here")
    return refuse("stale_stage") if over(session, found[0]) else found[0]


def other_scene(session: Session, room: Room) -> int | None:
    """The place of the scene that a swap would take; None where there is no other that fits this turn."""
    state, template = state_of(session), session.template
    assert state is not None
    assert template is not None
    deck = deck_of(template, state)
    if scene_of(deck, room) is None or deck is None:
        return None
    other = next_scene(deck, room, plain_only=begins_plainly(state, steps_of(session, room), room))
    return None if other == room.scene else other


def swap_scene(session: Session, command: SwapScene, context: Context) -> Outcome:
    """Another scene for this turn, at once. Who names a scene that the room has no more was too late."""
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    if not room.scenes or room.scenes[room.scene] != command.scene or other_scene(session, room) is None:
        return refuse("stale_stage")
    return (SceneSwapped(run=command.run, room=room.id),)


def keep_scene(session: Session, command: KeepScene, context: Context) -> Outcome:
    room = _own_room(session, command.run, command.round, context)
    if isinstance(room, Refusal):
        return room
    if not room.scenes:
        return refuse("stale_stage")
    return () if room.keeps == command.keep else (SceneKept(run=command.run, room=room.id, keep=command.keep),)


def deck_chosen(session: Session, event: DeckChosen, at: Millis) -> Session:
    state = state_of(session)
    assert state is not None
    return with_stage(session, kind=structs.replace(state, deck=event.deck))


def scene_swapped(session: Session, event: SceneSwapped, at: Millis) -> Session:
    """What was kept for the next turn was the scene before."""
    state = state_of(session)
    assert state is not None
    room = next(room for room in state.rooms if room.id == event.room)
    other = other_scene(session, room)
    return session if other is None else with_room(session, room.id, scene=other, keeps=False)


def scene_kept(session: Session, event: SceneKept, at: Millis) -> Session:
    return with_room(session, event.room, keeps=event.keep)


DECIDE: dict[type, Decide] = {
    ChooseDeck: choose_deck,
    SwapScene: swap_scene,
    KeepScene: keep_scene,
}
EVOLVE: EvolveTable = {
    DeckChosen: deck_chosen,
    SceneSwapped: scene_swapped,
    SceneKept: scene_kept,
}
