"""Rules of one stage: V-T17 to V-T19 and V-T30 to V-T47."""

import re
from collections.abc import Mapping

from workshop.domain.plan import (
    ChoiceInput,
    LineInput,
    MultiInput,
    OrderInput,
    PointInput,
    RingsInput,
    ScaleInput,
    SortInput,
)
from workshop.library.errors import TemplateError
from workshop.library.format import (
    AnyStage,
    WrittenActivity,
    WrittenAgree,
    WrittenCircle,
    WrittenGuide,
    WrittenJournal,
    WrittenRooms,
    WrittenTally,
    WrittenWall,
)
from workshop.library.rules import Broken, Known, Problems
from workshop.library.rules_input import check_input

SCREENS: Mapping[type, frozenset[str]] = {
    WrittenGuide: frozenset({"none", "text", "pacer"}),
    WrittenWall: frozenset({"none", "wall"}),
    WrittenJournal: frozenset({"none", "text"}),
    WrittenRooms: frozenset({"none", "rooms"}),
    WrittenCircle: frozenset({"none", "turns"}),
    WrittenAgree: frozenset({"list"}),
}
TALLY_SCREENS: Mapping[type, frozenset[str]] = {
    ChoiceInput: frozenset({"bars"}),
    MultiInput: frozenset({"bars", "words"}),
    ScaleInput: frozenset({"histogram"}),
    PointInput: frozenset({"heat"}),
    OrderInput: frozenset({"bars"}),
    SortInput: frozenset({"bars"}),
    RingsInput: frozenset({"rings"}),
    LineInput: frozenset({"lines"}),
}
TALLY_FORMS: Mapping[type, str] = {
    ChoiceInput: "bands",
    MultiInput: "bands",
    ScaleInput: "middle",
    PointInput: "heat3",
    OrderInput: "bands",
    SortInput: "bands",
    RingsInput: "bands",
    LineInput: "shape",
}
SENT: Mapping[type, frozenset[str]] = {RingsInput: frozenset({"ring", "mark"}), LineInput: frozenset({"x", "y"})}
"""What of a map or a line may travel: never a word."""
WALL_FORMS = frozenset({"themes", "count", "none"})
LEAST_FOR_DEALING = 5
ROOMS_TOLERANCE = 30
"""Seconds by which the steps of rooms may exceed the minutes of their stage."""
STEPPING_OUT = re.compile(r"step out|own name|handshake|shake hands|put the card|how it was to ask|cards away", re.IGNORECASE)


def room_seconds(stage: WrittenRooms) -> int:
    return sum(step.seconds for step in stage.steps) * stage.rounds


def check_stage(file: str, activity: WrittenActivity, stage: AnyStage, known: Known) -> Problems:
    def broken(rule: str, key: str, expected: str) -> TemplateError:
        return TemplateError(rule, file, expected, stage=stage.id, key=key)

    if not 0 < stage.minutes <= 40:
        yield broken("V-T17", "minutes", "must be 1 to 40")
    if not 5 <= len(stage.phone) <= 220:
        yield broken("V-T18", "phone", "must have 5 to 220 characters")
    screens = _screens(stage)
    if stage.screen not in screens:
        yield broken("V-T19", "screen", f"must be one of {', '.join(sorted(screens))}")
    if isinstance(stage, WrittenTally | WrittenWall | WrittenJournal):
        earlier = activity.stages[: activity.stages.index(stage)]
        yield from check_input(stage, earlier, broken)
    match stage:
        case WrittenGuide():
            yield from _check_guide(stage, broken)
        case WrittenTally():
            yield from _check_tally(stage, broken)
        case WrittenWall():
            yield from _check_wall(stage, activity, broken)
        case WrittenRooms():
            yield from _check_rooms(stage, activity, known, broken)
        case WrittenCircle():
            if not 10 <= stage.seconds <= 180 or (stage.mode == "fishbowl") != (stage.seats is not None):
                yield broken("V-T46", "seconds", "a circle has 10 to 180 seconds for each, and seats only as a fishbowl")
        case WrittenAgree():
            if not 3 <= len(stage.start) <= 10:
                yield broken("V-T47", "start", "must be 3 to 10 lines to begin with")
        case WrittenJournal():
            pass


def _screens(stage: AnyStage) -> frozenset[str]:
    if isinstance(stage, WrittenTally):
        return TALLY_SCREENS.get(type(stage.input), frozenset()) | {"none"}
    return SCREENS[type(stage)]


def _check_guide(stage: WrittenGuide, broken: Broken) -> Problems:
    whole = all(step.text and (step.seconds is None or step.seconds > 0) for step in stage.steps)
    if bool(stage.steps) == (stage.pacer is not None) or not whole:
        yield broken("V-T36", "steps", "has either steps, each with a text and where given seconds above 0, or a pacer")
    pacer = stage.pacer
    if pacer is not None and not (2 <= pacer.breathe_in <= 6 and pacer.breathe_in <= pacer.breathe_out <= 10):
        yield broken("V-T37", "pacer", "in is 2 to 6 seconds, out at least as long and at most 10; there is no holding")


def _check_tally(stage: WrittenTally, broken: Broken) -> Problems:
    if stage.summary.form not in {"none", TALLY_FORMS.get(type(stage.input), "none")}:
        yield broken("V-T31", "summary.form", "does not fit this input")
    may_travel = SENT.get(type(stage.input), frozenset())
    if bool(may_travel) != (stage.send is not None) or set(stage.send or ()) - may_travel or stage.send == ():
        yield broken("V-T32", "send", "a map and a line name what leaves the phone, and words never do")


def _check_wall(stage: WrittenWall, activity: WrittenActivity, broken: Broken) -> Problems:
    if stage.summary.form not in WALL_FORMS:
        yield broken("V-T31", "summary.form", "must be themes, count or none, never what was written")
    if stage.deal and activity.people.min < LEAST_FOR_DEALING:
        yield broken("V-T33", "deal", "dealing cards needs at least five people")
    if stage.reply_to is not None:
        earlier = activity.stages[: activity.stages.index(stage)]
        if not any(isinstance(one, WrittenWall) and one.deal and one.id == stage.reply_to for one in earlier):
            yield broken("V-T34", "reply_to", "must name an earlier wall whose cards are dealt")


def _check_rooms(stage: WrittenRooms, activity: WrittenActivity, known: Known, broken: Broken) -> Problems:
    roles = {*stage.roles, "all"}
    if stage.size not in range(2, 7) or stage.rounds < 1:
        yield broken("V-T38", "size and rounds", "size is 2 to 6, rounds at least 1")
    if stage.roles != ("all",) and len(stage.roles) != stage.size:
        yield broken("V-T39", "roles", 'must be as many as people in a room, or only "all"')
    if not stage.steps or any(step.who not in roles or not 5 <= step.seconds <= 900 for step in stage.steps):
        yield broken("V-T40", "steps", "each step needs a who among the roles or all, and 5 to 900 seconds")
    if stage.swap and not 1 < stage.rounds <= stage.size:
        yield broken("V-T41", "rounds", "with swap there are at least 2 rounds and at most one per person")
    if room_seconds(stage) > stage.minutes * 60 + ROOMS_TOLERANCE:
        yield broken("V-T42", "minutes", f"the steps take {room_seconds(stage)} seconds, more than that")
    decks = {*stage.decks, *((stage.deck,) if stage.deck is not None else ())}
    if unknown := decks - known.decks:
        yield broken("V-T43", "deck", f"there is no deck {', '.join(sorted(unknown))}")
    if stage.deck is not None and not any(STEPPING_OUT.search(step.do) for step in stage.steps):
        yield broken("V-T44", "steps", "a role-play needs a step in which people step out of their roles")
    if activity.people.min < (stage.size if stage.size in (2, 3) else 2):
        yield broken("V-T45", "size", "fewer people are allowed than one room needs")
