"""A session with scenes to rehearse and rooms that are joined: the wide one and one more activity."""

from functools import cache

from msgspec import structs

from tests.domain.given import PLAN, Story, settings, wide_plan
from workshop.domain.kind_states import Room
from workshop.domain.parts import RoleCardView
from workshop.domain.plan import Activity, Plan, PlanItem, StageTemplate
from workshop.domain.session import Session, new_session
from workshop.domain.views import seat as seat_view
from workshop.domain.words import SeatId
from workshop.library.loader import load_activity

REHEARSAL, TWOS, FOURS, MIRROR = range(10, 14)
"""What the rehearsing session has after the wide one's stages: scenes in threes, pairs, the pairs joined to fours, cards of a role."""


def _stage_of(activity: str, name: str) -> StageTemplate:
    (found,) = [stage for stage in load_activity(activity).stages if stage.id == name]
    return found


@cache
def rehearsing_plan() -> Plan:
    stages = (
        _stage_of("role-play", "threes"),
        _stage_of("one-two-four", "twos"),
        _stage_of("one-two-four", "fours"),
        _stage_of("mirror-listening", "mirror"),
    )
    activity: Activity = structs.replace(PLAN.items[0].activity, id="rehearsing", title="Try it out", stages=stages)
    wide = wide_plan()
    return structs.replace(wide, items=(*wide.items, PlanItem(activity=activity, minutes=54)))


def a_rehearsing_session(*, practice: bool = False, capacity: int = 200, approval: bool = False) -> Session:
    return new_session(settings(practice=practice, capacity=capacity, approval=approval), rehearsing_plan())


def rehearsing(people: int, stage: int = REHEARSAL, session: Session | None = None) -> Story:
    """That many people in the running rooms of `stage`."""
    story = Story(a_rehearsing_session() if session is None else session).people(people).open(stage)
    story.form()
    story.go()
    return story


def only_room(story: Story) -> Room:
    (room,) = story.rooms.rooms
    return room


def card_of(story: Story, seat: SeatId) -> RoleCardView | None:
    return seat_view(story.session, seat, story.texts).role
