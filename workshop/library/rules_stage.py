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
        yield broken("V-T17", "minutes", f"must be 1 to 40, and is {stage.minutes}")
    if not 5 <= len(stage.phone) <= 220:
        yield broken("V-T18", "phone", f"must have 5 to 220 characters, and has {len(stage.phone)}")
    screens = _screens(stage)
    if stage.screen not in screens:
        yield broken(
            "V-T19",
            "screen",
            f'must be one of {", ".join(sorted(screens))}, which fit what is done here, and is "{stage.screen}"',
        )
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
            if not 10 <= stage.seconds <= 180:
                yield broken("V-T46", "seconds", f"must be 10 to 180 for each person, and is {stage.seconds}")
            if (stage.mode == "fishbowl") != (stage.seats is not None):
                yield broken("V-T46", "seats", "must stand there for a fishbowl, and for no other mode")
        case WrittenAgree():
            if not 3 <= len(stage.start) <= 10:
                yield broken("V-T47", "start", f"must be 3 to 10 lines to begin with, and has {len(stage.start)}")
        case WrittenJournal():
            pass


def _screens(stage: AnyStage) -> frozenset[str]:
    if isinstance(stage, WrittenTally):
        return TALLY_SCREENS.get(type(stage.input), frozenset()) | {"none"}
    return SCREENS[type(stage)]


def _check_guide(stage: WrittenGuide, broken: Broken) -> Problems:
    whole = all(step.text and (step.seconds is None or step.seconds > 0) for step in stage.steps)
    if bool(stage.steps) == (stage.pacer is not None) or not whole:
        yield broken("V-T36", "steps", "expected steps, each with a text (and seconds, if any, above 0), or else a pacer")
    pacer = stage.pacer
    if pacer is not None and not (2 <= pacer.breathe_in <= 6 and pacer.breathe_in <= pacer.breathe_out <= 10):
        yield broken(
            "V-T37", "pacer", "expected in of 2 to 6 seconds, and out of at least as long and at most 10; there is no holding"
        )


def _check_tally(stage: WrittenTally, broken: Broken) -> Problems:
    fits = TALLY_FORMS.get(type(stage.input), "none")
    if stage.summary.form not in {"none", fits}:
        yield broken("V-T31", "summary.form", f'must be {fits} or none for this input, and is "{stage.summary.form}"')
    may_travel = SENT.get(type(stage.input), frozenset())
    if not may_travel and stage.send is not None:
        yield broken("V-T32", "send", "is only for rings and line; leave it out")
    elif may_travel and (not stage.send or set(stage.send) - may_travel):
        names = " and ".join(f'"{name}"' for name in sorted(may_travel))
        yield broken("V-T32", "send", f"must name what leaves the phone, {names} or one of them: words never do")


def _check_wall(stage: WrittenWall, activity: WrittenActivity, broken: Broken) -> Problems:
    if stage.summary.form not in WALL_FORMS:
        yield broken("V-T31", "summary.form", "must be themes, count or none, never what was written")
    if stage.deal and activity.people.min < LEAST_FOR_DEALING:
        yield broken("V-T33", "deal", f"needs people.min of at least {LEAST_FOR_DEALING}, and it is {activity.people.min}")
    if stage.reply_to is not None:
        earlier = activity.stages[: activity.stages.index(stage)]
        if not any(isinstance(one, WrittenWall) and one.deal and one.id == stage.reply_to for one in earlier):
            yield broken("V-T34", "reply_to", f'must name an earlier wall with deal = true, and "{stage.reply_to}" is none')


def _check_rooms(stage: WrittenRooms, activity: WrittenActivity, known: Known, broken: Broken) -> Problems:
    roles = {*stage.roles, "all"}
    if stage.size not in range(2, 7):
        yield broken("V-T38", "size", f"must be 2 to 6, and is {stage.size}")
    if stage.rounds < 1:
        yield broken("V-T38", "rounds", f"must be at least 1, and is {stage.rounds}")
    if stage.roles != ("all",) and len(stage.roles) != stage.size:
        yield broken("V-T39", "roles", f'must be {stage.size} names, one for each person of a room, or ["all"]')
    if not stage.steps or any(step.who not in roles or not 5 <= step.seconds <= 900 for step in stage.steps):
        yield broken("V-T40", "steps", f"expected in each step a who of {', '.join(sorted(roles))}, and seconds of 5 to 900")
    if stage.swap and not 1 < stage.rounds <= stage.size:
        yield broken("V-T41", "rounds", f"must be at least 2 and at most {stage.size} with swap, and is {stage.rounds}")
    if room_seconds(stage) > stage.minutes * 60 + ROOMS_TOLERANCE:
        yield broken(
            "V-T42", "minutes", f"must be at least {-(-room_seconds(stage) // 60)}, which is what the steps of all rounds take"
        )
    decks = {*stage.decks, *((stage.deck,) if stage.deck is not None else ())}
    if unknown := decks - known.decks:
        yield broken(
            "V-T43", "deck", f"must name decks of {', '.join(sorted(known.decks))}; {', '.join(sorted(unknown))} is none"
        )
    if stage.deck is not None and not any(STEPPING_OUT.search(step.do) for step in stage.steps):
        yield broken(
            "V-T44", "steps", 'needs a step out of the roles, such as "Step out: say your own name", because there is a deck'
        )
    if activity.people.min < (stage.size if stage.size in (2, 3) else 2):
        yield broken(
            "V-T45", "size", f"does not fit people.min, which is {activity.people.min}: that is fewer than one room needs"
        )
