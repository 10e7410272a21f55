"""Short plans made of the taster's stages, and what people answer in them."""

import functools
import hashlib
import os
from secrets import token_hex

from msgspec import structs

from workshop.domain.answers import ChoiceAnswer, TextAnswer
from workshop.domain.asides import NO_ASIDE, Aside
from workshop.domain.plan import Activity, Plan, PlanItem, StageTemplate, stages_of
from workshop.domain.words import CardId
from workshop.library.loader import load_plan


@functools.cache
def taster() -> Plan:
    return load_plan("taster")


def stages_of_kind(plan: Plan, kind: str) -> list[tuple[Activity, StageTemplate]]:
    return [(one.activity, one.template) for one in stages_of(plan) if one.template.kind == kind]


def plan_of(*stages: tuple[Activity, StageTemplate]) -> Plan:
    """A plan that plays these stages, each as an activity of its own."""
    whole = taster()
    items = tuple(
        PlanItem(activity=structs.replace(activity, id=f"{activity.id}-{number}", stages=(template,)), minutes=5)
        for number, (activity, template) in enumerate(stages)
    )
    return structs.replace(whole, items=items)


def choice_plan(times: int = 3) -> Plan:
    """`times` stages that ask one choice of the group."""
    return plan_of(*stages_of_kind(taster(), "tally")[:1] * times)


def wall_plan(times: int = 2) -> Plan:
    return plan_of(*stages_of_kind(taster(), "wall")[:1] * times)


def rooms_plan(seconds: int = 2) -> Plan:
    """One stage of rooms with two steps per person of that many seconds each, one round."""
    activity, template = stages_of_kind(taster(), "rooms")[-1]
    steps = tuple(structs.replace(step, seconds=seconds) for step in template.room_steps)
    return plan_of((activity, structs.replace(template, room_steps=steps, rounds=1)))


def choice(option: int = 0) -> ChoiceAnswer:
    return ChoiceAnswer(option=option)


def card(text: str, aside: Aside = NO_ASIDE) -> TextAnswer:
    """A card as a phone makes it: its id comes from a key that only the phone has."""
    return TextAnswer(
        text=text, card=CardId(hashlib.sha256(os.urandom(16)).hexdigest()[:32]), note_key=token_hex(32), aside=aside
    )
