"""One activity that has a private page, then cards that are dealt, then replies to them."""

from msgspec import structs

from tests import plans
from workshop.domain.plan import Plan, StageTemplate, TextInput
from workshop.library.loader import load_plan

PAGE, DEAL, REPLY = range(3)
_CARD = TextInput(max=280)


def dealing_plan() -> Plan:
    """`PAGE`, `DEAL` and `REPLY`, in one activity, as replies need it."""
    activity, wall = plans.stages_of_kind(load_plan("taster"), "wall")[0]
    page = StageTemplate(id="page", kind="journal", minutes=4, phone="For yourself", screen="none", input=TextInput(max=1200))
    deal = structs.replace(wall, id="sentence", screen="none", input=_CARD, deal=True)
    reply = structs.replace(wall, id="reply", input=_CARD, reply_to="sentence")
    whole = plans.plan_of((activity, page))
    item = structs.replace(whole.items[0], activity=structs.replace(activity, stages=(page, deal, reply)), minutes=15)
    return structs.replace(whole, items=(item,))
