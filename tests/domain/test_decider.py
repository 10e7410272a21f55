"""The dispatch tables are total over the closed unions, and everything declared once is used."""

from pathlib import Path
from typing import get_args

import msgspec

import workshop.domain
from tests.domain.given import START, SYSTEM, Story, join
from workshop.domain import commands as c
from workshop.domain.decider import DECIDE, EVOLVE, MODULES, evolve
from workshop.domain.events import AnyEvent, DoorLocked
from workshop.domain.refusals import REFUSAL_CODES
from workshop.domain.words import PartScope

MADE_BY_THE_NODE = {
    c.CloseStage,
    c.MakeRooms,
    c.SendRoomNote,
    c.KeepApart,
    c.CollectLines,
    c.AdoptLines,
    c.AddPerson,
    c.ChangeAlias,
    c.SendNote,
    c.AskForPerson,
    c.ReturnCard,
}
OUTSIDE_THE_CORE = {"intake_closed", "too_many_marks", "busy"}
"""Said by the node: answers and taps are held there, and the database is not of the core."""


def test_every_wish_has_a_handler_but_those_that_the_node_turns_into_facts() -> None:
    assert set(DECIDE) == set(get_args(c.AnyCommand)) - MADE_BY_THE_NODE


def test_every_fact_is_folded() -> None:
    assert set(EVOLVE) == set(get_args(AnyEvent))


def test_no_handler_is_registered_twice() -> None:
    assert sum(len(module.DECIDE) for module in MODULES) == len(DECIDE)
    assert sum(len(module.EVOLVE) for module in MODULES) == len(EVOLVE)


def test_every_fact_declares_what_it_touches() -> None:
    for event in get_args(AnyEvent):
        assert event.touches, event
        assert event.touches <= set(get_args(PartScope)), event


def test_tags_are_unique_and_every_type_has_one() -> None:
    for union in (AnyEvent, c.AnyCommand):
        tags = [kind.__struct_config__.tag for kind in get_args(union)]
        assert all(tags)
        assert len(set(tags)) == len(tags)


def test_every_refusal_of_the_core_is_used_by_it() -> None:
    folder = Path(workshop.domain.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path.name != "refusals.py")
    unused = {code for code in REFUSAL_CODES if f'"{code}"' not in source}
    assert unused == OUTSIDE_THE_CORE


def test_a_wish_changes_nothing_by_itself() -> None:
    story = Story()
    before = msgspec.json.encode(msgspec.structs.asdict(story.session)["settings"]), dict(story.session.people)
    story.wish(join(1), SYSTEM)
    assert (msgspec.json.encode(msgspec.structs.asdict(story.session)["settings"]), dict(story.session.people)) == before


def test_time_never_runs_backwards() -> None:
    session = evolve(evolve(Story().session, DoorLocked(), START), DoorLocked(), START - 5_000)
    assert session.last_at == START
