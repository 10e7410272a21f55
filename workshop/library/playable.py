"""What a right template asks for and this version cannot play yet, each with the words that complete "… cannot be played yet: "."""

from collections.abc import Iterator

from workshop.domain.plan import ChoiceInput, MultiInput, ScaleInput
from workshop.library.format import (
    AnyStage,
    WrittenActivity,
    WrittenCircle,
    WrittenGuide,
    WrittenInput,
    WrittenJournal,
    WrittenRooms,
    WrittenTally,
    WrittenText,
    WrittenWall,
)

TENDER = 3
INPUT_NAMES = {
    "WrittenFields": "several labelled lines",
    "WrittenPoint": "a point in a square",
    "WrittenOrder": "putting things into an order",
    "WrittenSort": "sorting cards into piles",
    "WrittenRings": "a map of rings",
    "WrittenLine": "a drawn line",
}


def why_not(activity: WrittenActivity) -> str | None:
    """The first reason why it cannot be played; None where it can."""
    if activity.level == TENDER:
        return "it is tender, and an organization cannot approve tender activities yet"
    return next((f'its stage "{stage.id}" {reason}' for stage in activity.stages for reason in _reasons(stage)), None)


def _reasons(stage: AnyStage) -> Iterator[str]:
    match stage:
        case WrittenJournal():
            yield "is a private page"
        case WrittenGuide(pacer=pacer) if pacer is not None:
            yield "is a breath pacer"
        case WrittenTally(input=asked) if not isinstance(asked, ChoiceInput | MultiInput | ScaleInput):
            yield f"asks by {_input_name(asked)}"
        case WrittenWall(input=asked, deal=deal, reply_to=reply_to):
            if not isinstance(asked, WrittenText):
                yield f"asks by {_input_name(asked)}"
            if deal or reply_to is not None:
                yield "deals the cards to others"
        case WrittenRooms(size=size, mix=mix, deck=deck, cards=cards):
            if size != 2:
                yield f"has rooms of {size}; for now rooms are pairs"
            if mix == "merge":
                yield "joins rooms into larger ones"
            if deck is not None or cards:
                yield "has role cards"
        case WrittenCircle(mode="fishbowl"):
            yield "is a fishbowl"
        case _:
            return


def _input_name(asked: WrittenInput) -> str:
    return INPUT_NAMES.get(type(asked).__name__, "words")
