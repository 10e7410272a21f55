"""Check-ins: opened at any moment, told in words to facilitators alone, and never what one person made of them."""

from typing import get_args

import msgspec
import pytest

from tests.domain.given import CHOICE, FACILITATOR, GUIDE, SYSTEM, WALL, Story, a_session, chosen, person
from tests.domain.pictures_of import parts_of
from tests.domain.test_permits import in_phase
from workshop.domain import views
from workshop.domain.check_in import words_for
from workshop.domain.commands import (
    CalmRoom,
    CloseCheckIn,
    EndSession,
    OpenCare,
    OpenCheckIn,
    ShowCheckIn,
)
from workshop.domain.events import CareAsked, CheckInClosed, CheckInOpened, CheckInShown
from workshop.domain.parts import CheckInView, FeelingView
from workshop.domain.summary import summarize
from workshop.domain.words import CHECK_IN_STEPS, GAUGE_EVERY, Feeling, Phase, TextId

OPEN = OpenCheckIn(after=0)
LOW, HIGH, MIDDLE = (3, 2, 1, 1, 0), (0, 1, 1, 2, 3), (1, 1, 3, 1, 1)
"""Seven people."""


def show(counts: tuple[int, ...] = LOW, changes: int = 3, check_in: int = 1, feeling: Feeling = "mood") -> ShowCheckIn:
    return ShowCheckIn(check_in=check_in, feeling=feeling, counts=counts, people=sum(counts), changes=changes)


def opened() -> Story:
    story = Story().people(7)
    story.do(OPEN)
    return story


def on_console(story: Story) -> CheckInView:
    return views.console(story.session, story.texts, views.Signs()).check_in


def of(story: Story, feeling: Feeling = "mood") -> FeelingView:
    return next(one for one in on_console(story).feelings if one.feeling == feeling)


# --- open and closed


@pytest.mark.parametrize("phase", [phase for phase in get_args(Phase) if phase != "ended"])
def test_a_check_in_is_opened_in_every_phase_and_changes_nothing_else(phase: Phase) -> None:
    story = in_phase(phase)
    before = story.session
    assert story.do(OPEN) == (CheckInOpened(check_in=1),)
    changed = {
        name
        for name in before.__struct_fields__
        if getattr(before, name) != getattr(story.session, name) and name not in ("check_in", "last_at")
    }
    assert changed == set()
    assert views.shared(story.session, story.texts).check_in == 1
    assert story.do(CloseCheckIn(check_in=1)) == (CheckInClosed(check_in=1),)
    assert views.shared(story.session, story.texts).check_in == 0


def test_of_two_facilitators_who_open_at_once_one_opens_it_and_both_are_told_it_is_open() -> None:
    story = opened()
    assert story.do(OPEN) == ()
    assert on_console(story).number == 1
    assert story.refused(OpenCheckIn(after=1)) == "stale_check_in", "one is open"
    assert story.refused(OpenCheckIn(after=2)) == "stale_check_in"


def test_closing_names_which_and_closing_twice_closes_once() -> None:
    story = Story()
    assert story.refused(CloseCheckIn(check_in=0)) == "stale_check_in"
    story.do(OPEN)
    assert story.refused(CloseCheckIn(check_in=2)) == "stale_check_in"
    story.do(CloseCheckIn(check_in=1))
    assert story.do(CloseCheckIn(check_in=1)) == ()
    assert story.refused(OPEN) == "stale_check_in", "that one is over"
    assert story.do(OpenCheckIn(after=1)) == (CheckInOpened(check_in=2),)
    assert story.refused(CloseCheckIn(check_in=1)) == "stale_check_in"


def test_only_facilitators_open_and_close_and_only_nodes_show() -> None:
    story = Story().people(2)
    assert story.refused(OPEN, person(1)) == "not_permitted"
    story.do(OPEN)
    assert story.refused(CloseCheckIn(check_in=1), person(1)) == "not_permitted"
    for actor in (FACILITATOR, person(1)):
        assert story.refused(show(), actor) == "not_permitted"


def test_it_stays_open_over_stages_and_the_calm_and_ends_with_the_session() -> None:
    story = opened()
    story.open(CHOICE).close(chosen([0] * 5))
    story.open(GUIDE)
    story.do(CalmRoom())
    assert views.shared(story.session, story.texts).check_in == 1
    story.do(EndSession())
    assert views.shared(story.session, story.texts).check_in == 0
    assert not on_console(story).open
    assert story.refused(show(), SYSTEM) == "session_ended"


def test_who_stands_at_the_door_is_not_asked() -> None:
    story = opened()
    assert views.at_the_door(story.session).check_in == 0


# --- what is shown


def test_nothing_is_shown_before_enough_people_answered() -> None:
    story = opened()
    assert story.refused(show((4, 0, 0, 0, 0)), SYSTEM) == "gauge_not_due"
    assert of(story) == FeelingView(feeling="mood")
    assert story.do(show((5, 0, 0, 0, 0)), SYSTEM) == (CheckInShown(check_in=1, feeling="mood", low="most", high="few"),)


def test_what_is_shown_is_words_for_facilitators_alone() -> None:
    story = opened()
    before = parts_of(story.session, story.texts)
    (event,) = story.do(show(), SYSTEM)
    assert not any(isinstance(value, int) for name, value in msgspec.structs.asdict(event).items() if name != "check_in")
    after = parts_of(story.session, story.texts)
    assert {part for part in after if after[part] != before[part]} == {("console", "")}
    assert of(story) == FeelingView(feeling="mood", low="most", high="few")
    assert of(story, "energy") == FeelingView(feeling="energy"), "each is shown by itself"


def test_it_is_shown_anew_seldom_and_only_when_enough_answers_changed() -> None:
    story = opened()
    story.do(show(), SYSTEM)
    story.later(GAUGE_EVERY - 1)
    assert story.refused(show(HIGH), SYSTEM) == "gauge_not_due"
    story.later(1)
    assert story.refused(show(HIGH, changes=2), SYSTEM) == "gauge_not_due"
    assert story.do(show(HIGH), SYSTEM)
    assert of(story) == FeelingView(feeling="mood", low="few", high="most")


@pytest.mark.parametrize("counts", [(5, 0, 0, 0), (5, 0, 0, 0, 0, 0), ()])
def test_counts_of_another_scale_show_nothing(counts: tuple[int, ...]) -> None:
    assert opened().refused(show(counts), SYSTEM) == "gauge_not_due"


def test_counts_that_are_not_of_these_people_show_nothing() -> None:
    wish = ShowCheckIn(check_in=1, feeling="mood", counts=(1, 0, 0, 0, 0), people=6, changes=6)
    assert opened().refused(wish, SYSTEM) == "gauge_not_due"


def test_what_belongs_to_another_check_in_or_to_none_is_refused() -> None:
    story = opened()
    assert story.refused(show(check_in=2), SYSTEM) == "stale_check_in"
    story.do(CloseCheckIn(check_in=1))
    assert story.refused(show(), SYSTEM) == "stale_check_in"


def test_in_practice_one_answer_of_one_person_is_enough() -> None:
    story = Story(a_session(practice=True)).people(1)
    story.do(OPEN)
    assert story.refused(show((1, 0, 0, 0, 0), changes=0), SYSTEM) == "gauge_not_due"
    assert story.do(show((1, 0, 0, 0, 0), changes=1), SYSTEM)


# --- the next one of the same evening


def a_second(first: tuple[int, ...]) -> Story:
    story = opened()
    story.do(show(first), SYSTEM)
    story.do(CloseCheckIn(check_in=1))
    story.later(GAUGE_EVERY)
    story.do(OpenCheckIn(after=1))
    return story


def test_words_of_an_earlier_check_in_stand_and_say_so_until_there_are_others() -> None:
    story = a_second(LOW)
    assert of(story) == FeelingView(feeling="mood", low="most", high="few", earlier=True)
    story.do(show(HIGH, check_in=2), SYSTEM)
    assert of(story) == FeelingView(feeling="mood", low="few", high="most", trend="higher")


@pytest.mark.parametrize(
    ("then", "now", "trend"),
    [(LOW, LOW, "same"), (LOW, MIDDLE, "higher"), (HIGH, MIDDLE, "lower"), (HIGH, LOW, "lower"), (MIDDLE, MIDDLE, "same")],
)
def test_the_trend_is_what_the_shown_words_say(then: tuple[int, ...], now: tuple[int, ...], trend: str) -> None:
    story = a_second(then)
    story.do(show(now, check_in=2), SYSTEM)
    assert of(story).trend == trend


def test_the_trend_stays_against_the_earlier_check_in_however_often_this_one_is_shown() -> None:
    story = a_second(LOW)
    for counts in (MIDDLE, HIGH):
        story.do(show(counts, check_in=2), SYSTEM)
        story.later(GAUGE_EVERY)
    assert of(story).trend == "higher"
    story.do(show(LOW, check_in=2), SYSTEM)
    assert of(story).trend == "same"


# --- asking for a person has nothing to do with it


def test_a_low_value_asks_for_nobody_and_who_asks_for_a_person_leaves_no_value() -> None:
    story = opened()
    lowest = tuple(7 if step == 0 else 0 for step in range(CHECK_IN_STEPS))
    shown = story.do(show(lowest, feeling="safety"), SYSTEM)
    assert [type(event) for event in shown] == [CheckInShown]
    assert story.session.care == {}
    felt = story.session.check_in
    asked = story.do(OpenCare(care=TextId("care-1"), waiting=None), person(1))
    assert asked == (CareAsked(care=TextId("care-1")),)
    assert set(CareAsked.__struct_fields__) == {"care"}
    assert story.session.check_in == felt


def test_the_summary_says_nothing_of_check_ins() -> None:
    def summary_of(story: Story) -> object:
        story.open(CHOICE).close(chosen([0, 0, 0, 1, 1]))
        story.open(WALL)
        story.do(EndSession())
        return summarize(story.session, 0, ())

    with_one = opened()
    with_one.do(show(), SYSTEM)
    assert summary_of(with_one) == summary_of(Story().people(7))


def test_words_that_would_give_a_count_away_are_not_told() -> None:
    assert words_for((4, 0, 0, 0, 0)) is None, "of four, three or more low ones and a high one of one's own are all"
    assert words_for((5, 0, 0, 0, 0)) == ("most", "few")
