"""Short plans made of the first circle's stages."""

from msgspec import structs

from tests import plans
from workshop.domain.plan import Plan, stages_of
from workshop.library.loader import load_plan


def of_kinds(*kinds: str) -> Plan:
    """One stage of each kind, in that order."""
    found = {one.template.kind: (one.activity, one.template) for one in reversed(stages_of(load_plan("first-circle")))}
    activity, wall = found["wall"]
    found["wall"] = (activity, structs.replace(wall, resonate=True))
    return plans.plan_of(*(found[kind] for kind in kinds))  # type: ignore[index]
