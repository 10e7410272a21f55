"""Another alias for somebody who is here: the same rules as at the door, and the old one is forgotten."""

from tests.domain.given import Story, alias_of, given, person, seat
from tests.domain.test_people import JOINED, LEFT, WAITS
from workshop.domain import views
from workshop.domain.commands import (
    NameSeat,
)
from workshop.domain.decider import kept
from workshop.domain.events import (
    SeatNamed,
)
from workshop.domain.words import TextId

NAMED = NameSeat(alias=" Robin ", alias_text=TextId("alias-new"), mark=2)


def test_another_alias_replaces_the_old_one_and_its_row() -> None:
    story = Story().people(2)
    before = story.session
    events = story.do(NAMED, person(1))
    assert events == (SeatNamed(seat=seat(1), alias=TextId("alias-new"), mark=2),)
    rows = kept(before, NAMED, person(1), events)
    assert [(row.id, row.kind, row.words) for row in rows.texts] == [(TextId("alias-new"), "alias", "Robin")]
    assert rows.gone_texts == (TextId("alias-1"),)
    assert "Robin" not in repr(rows) + repr(NAMED)
    mine = views.seat(story.session, seat(1), story.texts)
    assert (mine.alias, mine.mark) == ("Robin", 2)
    assert alias_of(1) not in story.texts.values()


def test_another_alias_is_read_aloud_too() -> None:
    given([JOINED]).when(NameSeat(alias="", alias_text=TextId("alias-new"), mark=0), person(1)).refused("text_empty")
    given([JOINED]).when(NameSeat(alias="a" * 25, alias_text=TextId("alias-new"), mark=0), person(1)).refused("text_too_long")


def test_who_waits_may_change_the_alias_and_who_left_or_never_came_may_not() -> None:
    given([WAITS]).when(NAMED, person(1)).then(SeatNamed(seat=seat(1), alias=TextId("alias-new"), mark=2))
    given([JOINED, LEFT]).when(NAMED, person(1)).refused("not_here")
    given([JOINED]).when(NAMED, person(2)).refused("not_here")
