"""An evening around one exercise: what has to come before and after it, by the rules of every evening (V-A00 to V-A13).

So each activity can be played, also one that stands in no agenda. The frame, what the exercise needs, something light in pairs
before something personal, a break in the middle, and after something tender time to settle.
"""

from collections.abc import Callable, Sequence

from workshop.domain.plan import Range
from workshop.domain.words import TENDER
from workshop.library.format import AGENDA_FORMAT, WrittenActivity, WrittenAgenda, WrittenItem, WrittenRooms
from workshop.library.rules_activity import PERSONAL
from workshop.library.rules_agenda import BEFORE_THE_END, LONGEST_WITHOUT_BREAK

PREFIX = "around-"
FRAME = ("opening-frame", "group-agreements", "check-in")
END = "check-out"
LIGHT_PAIRS = "listening-turns"
SETTLING = "grounding-senses"
AFTER_TENDER = "support-web"
FILLING = ("settling-minutes", "hopes-and-hesitations", LIGHT_PAIRS, "arrivals")
"""What makes an evening long enough, in this order."""
LEAST_MINUTES = 60
BREAK_MINUTES = 7
BREAK_WORDS = "Water, air, a few steps"
Read = Callable[[str], WrittenActivity]


def agenda_around(activity: WrittenActivity, read: Read) -> WrittenAgenda:
    """`read` gives the activities of the library by id. The exercise gets its usual time, the others what is left."""
    before = [*FRAME, *_light_first([*_needed(activity, read), activity.id], read)[:-1]]
    after = [SETTLING, AFTER_TENDER, END] if activity.level == TENDER else [END]
    items = _long_enough(before, activity.id, after, read)
    if sum(minutes for _, minutes in items) > LONGEST_WITHOUT_BREAK:
        items.insert([name for name, _ in items].index(activity.id), ("pause", BREAK_MINUTES))
    items = _filled(items, activity, read)
    return WrittenAgenda(
        format=AGENDA_FORMAT,
        id=PREFIX + activity.id,
        title=activity.title,
        minutes=sum(minutes for _, minutes in items),
        people=_people([read(name) for name, _ in items if name != "pause"]),
        aim=activity.purpose,
        items=tuple(_item(name, minutes) for name, minutes in items),
        met_before=activity.level == TENDER,
    )


def _needed(activity: WrittenActivity, read: Read) -> list[str]:
    """Everything that it needs, and what that needs, the first first."""
    found: list[str] = []
    for name in activity.needs:
        found += [*_needed(read(name), read), name]
    return [name for name in dict.fromkeys(found) if name not in FRAME]


def _in_rooms(activity: WrittenActivity) -> bool:
    return any(isinstance(stage, WrittenRooms) for stage in activity.stages)


def _light_pairs(activity: WrittenActivity) -> bool:
    return activity.level < PERSONAL and _in_rooms(activity)


def _light_first(names: list[str], read: Read) -> list[str]:
    """Something light in pairs before the first personal exercise in rooms."""
    for place, name in enumerate(names):
        if _light_pairs(read(name)):
            return names
        if _in_rooms(read(name)) and read(name).level >= PERSONAL:
            return [*names[:place], LIGHT_PAIRS, *[other for other in names[place:] if other != LIGHT_PAIRS]]
    return names


def _long_enough(before: list[str], main: str, after: list[str], read: Read) -> list[tuple[str, int]]:
    """Each in its short form, the exercise itself in its usual one."""
    for name in FILLING:
        if sum(read(one).minutes.usual for one in (*before, main, *after)) >= LEAST_MINUTES:
            break
        if name not in before and name != main:
            before.insert(len(FRAME), name)
    usual = read(main).minutes.usual
    return [
        *((one, read(one).minutes.short) for one in before),
        (main, usual),
        *((one, read(one).minutes.short) for one in after),
    ]


def _filled(items: list[tuple[str, int]], activity: WrittenActivity, read: Read) -> list[tuple[str, int]]:
    """A minute more for whatever is shortest by its usual length, until the evening is long enough and, after something tender, its end."""
    filled = list(items)
    tail = 1 + [name for name, _ in items].index(activity.id)

    def short() -> range:
        if activity.level == TENDER and sum(minutes for _, minutes in filled[tail:]) < BEFORE_THE_END:
            return range(tail, len(filled))
        return range(len(filled) if sum(minutes for _, minutes in filled) < LEAST_MINUTES else 0)

    def share(place: int) -> float:
        name, minutes = filled[place]
        return 1.0 if name == "pause" else minutes / read(name).minutes.usual

    while (places := short()) and share(place := min(places, key=share)) < 1:
        filled[place] = (filled[place][0], filled[place][1] + 1)
    return filled


def _people(activities: Sequence[WrittenActivity]) -> Range:
    return Range(min=max(one.people.min for one in activities), max=min(one.people.max for one in activities))


def _item(name: str, minutes: int) -> WrittenItem:
    return WrittenItem(minutes=minutes, pause=BREAK_WORDS) if name == "pause" else WrittenItem(minutes=minutes, activity=name)
