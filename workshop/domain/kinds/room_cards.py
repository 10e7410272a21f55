"""The private card of the role that a person has now. It holds their own words and the situation, never another role's."""

from workshop.domain.kinds.room_play import other_scene
from workshop.domain.kinds.room_scenes import deck_of, scene_of
from workshop.domain.kinds.room_steps import EVERYBODY, CutStep, cut_steps, role_at
from workshop.domain.kinds.rooms import room_of, state_of
from workshop.domain.parts import RoleCardView
from workshop.domain.plan import Scene
from workshop.domain.session import Room, Session
from workshop.domain.words import SeatId

SECOND_TAKE = 2


def role_card(session: Session, seat: SeatId) -> RoleCardView | None:
    """From the rooms' start until this room is through; None without a role, or where its role has no card."""
    found, state, template = room_of(session, seat), state_of(session), session.template
    if found is None or state is None or template is None or not state.started or template.roles == EVERYBODY:
        return None
    room, place = found
    steps = cut_steps(template, room.formed)
    if room.step >= len(steps):
        return None
    now = steps[max(room.step, 0)]
    role = role_at(now, place)
    if role is None:
        return None
    scene = scene_of(deck_of(template, state), room)
    if scene is not None:
        return _scene_card(session, room, scene, role, now)
    card = template.role_cards.get(role)
    return None if card is None else RoleCardView(role=role, card=card)


def _scene_card(session: Session, room: Room, scene: Scene, role: str, now: CutStep) -> RoleCardView:
    assert session.template is not None
    # A deck's cards go by place: whatever the roles are called, the first speaks, the second responds, any others observe.
    cards = (scene.speaker, scene.responder, scene.observer)
    return RoleCardView(
        role=role,
        card=cards[min(session.template.roles.index(role), len(cards) - 1)],
        scene=scene.id,
        title=scene.title,
        situation=scene.situation,
        twist=scene.twist if now.take >= SECOND_TAKE else "",
        may_swap=other_scene(session, room) is not None,
        kept=room.keeps,
    )
