"""The scenes of a rehearsal: which deck is played, in which order a room meets its scenes, and which one comes next.

Nobody begins with a difficult scene: those of level 2 come from the second turn on (in a room that stands) or from the second round.
"""

from collections.abc import Collection

from msgspec import structs

from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.steps import CutStep
from workshop.domain.plan import Deck, Scene, StageTemplate
from workshop.domain.words import Dice

PLAIN = 1
"""The level of the scenes that may come first."""


def deck_of(template: StageTemplate, state: RoomsState) -> Deck | None:
    """The chosen deck, else the first; None where nothing is played."""
    decks = {deck.id: deck for deck in template.decks}
    return decks.get(state.deck or "", template.decks[0] if template.decks else None)


def scene_of(deck: Deck | None, room: Room) -> Scene | None:
    """The one that this room plays now; None where nothing was dealt, or from another deck."""
    if deck is None or not room.scenes:
        return None
    return _scene(deck, room.scenes[room.scene])


def deal(deck: Deck, dice: Dice, *, first_round: bool, played: Collection[str] = ()) -> tuple[str, ...]:
    """All scenes of the deck in a drawn order; in the first round a plain one is first, and those `played` already come last."""
    order = list(deck.scenes)
    dice.shuffle(order)
    order.sort(key=lambda scene: scene.id in played)
    plain = next((scene for scene in order if scene.level == PLAIN), None)
    if first_round and plain is not None:
        order.remove(plain)
        order.insert(0, plain)
    return tuple(scene.id for scene in order)


def next_scene(deck: Deck, room: Room, *, plain_only: bool) -> int:
    """The place in `room.scenes` of the scene after the current one; the same place where there is no other."""
    count = len(room.scenes)
    for ahead in range(room.scene + 1, room.scene + count):
        scene = _scene(deck, room.scenes[ahead % count])
        if scene is not None and (scene.level == PLAIN or not plain_only):
            return ahead % count
    return room.scene


def begins_plainly(state: RoomsState, steps: tuple[CutStep, ...], room: Room) -> bool:
    """Whether this room is in its first turn of the first round."""
    return state.round <= 1 and steps[min(max(room.step, 0), len(steps) - 1)].turn == 0


def turned(deck: Deck | None, room: Room, turns: int) -> Room:
    """The room after so many turns more: each takes the next scene, the first of them the same one where the room keeps it."""
    if deck is None:
        return room
    for _ in range(turns):
        scene = room.scene if room.keeps else next_scene(deck, room, plain_only=False)
        room = structs.replace(room, scene=scene, keeps=False)
    return room


def _scene(deck: Deck, name: str) -> Scene | None:
    return next((scene for scene in deck.scenes if scene.id == name), None)
