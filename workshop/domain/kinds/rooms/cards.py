"""The private card of the role that a person has now. It holds their own words and the situation, never another role's."""

from workshop.domain.kind_states import Room
from workshop.domain.kinds.rooms.play import other_scene
from workshop.domain.kinds.rooms.scenes import deck_of, scene_of
from workshop.domain.kinds.rooms.state import shown_room_of, state_of, steps_of
from workshop.domain.kinds.rooms.steps import EVERYBODY, CutStep
from workshop.domain.kinds.rooms.views import role_of
from workshop.domain.parts import RoleCardView
from workshop.domain.plan import Deck, Scene
from workshop.domain.session import Session
from workshop.domain.words import SeatId

SECOND_TAKE = 2


def role_card(session: Session, seat: SeatId) -> RoleCardView | None:
    """From the announcement until this room is through; None without a role, or where its role has no card."""
    found, state, template = shown_room_of(session, seat), state_of(session), session.template
    if found is None or state is None or template is None or template.roles == EVERYBODY:
        return None
    room = found[0]
    steps = steps_of(session, room)
    if room.step >= len(steps):
        return None
    now = steps[max(room.step, 0)]
    role = role_of(room, seat, now)
    if role is None:
        return None
    deck = deck_of(template, state)
    scene = scene_of(deck, room)
    if scene is not None and deck is not None:
        return _scene_card(session, room, deck, scene, role, now)
    card = template.role_cards.get(role)
    return None if card is None else RoleCardView(role=role, card=card)


def _scene_card(session: Session, room: Room, deck: Deck, scene: Scene, role: str, now: CutStep) -> RoleCardView:
    assert session.template is not None
    # A deck's cards go by place: whatever the roles are called, the first speaks, the second responds, any others observe.
    cards, roles = (scene.speaker, scene.responder, scene.observer), session.template.roles
    place = len(cards) - 1 if role not in roles else min(roles.index(role), len(cards) - 1)
    return RoleCardView(
        role=role,
        card=cards[place],
        scene=scene.id,
        title=scene.title,
        situation=scene.situation,
        twist=scene.twist if now.take >= SECOND_TAKE else "",
        may_swap=other_scene(session, room) is not None,
        kept=room.keeps,
        starters=(deck.starters.speaker, deck.starters.responder, deck.starters.observer)[place],
    )
