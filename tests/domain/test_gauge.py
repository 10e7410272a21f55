"""Gauges: totals of support and resonance, shown seldom, only when enough people tapped, and nobody's in particular."""

from tests.domain.given import (
    AGREE,
    FACILITATOR,
    SYSTEM,
    WALL,
    Story,
    a_wide_session,
    person,
    with_template,
    written,
)
from tests.domain.test_agree import an_agreement, body, collected, line
from workshop.domain.commands import ApproveCard, QuestionLines, ReleaseCards, ShowGauge
from workshop.domain.events import GaugeShown
from workshop.domain.words import GAUGE_EVERY


def totals(**of: int) -> dict[str, int]:
    return {f"support:start-{key.removeprefix('line')}": count for key, count in of.items()}


def show(people: int = 5, changes: int = 3, run: int = 1, **of: int) -> ShowGauge:
    return ShowGauge(run=run, totals=totals(**of), people=people, changes=changes)


def test_support_is_shown_as_totals_once_enough_people_used_it() -> None:
    story = an_agreement()
    assert story.refused(show(people=4, line0=4), SYSTEM) == "gauge_not_due"
    assert story.do(show(line0=4, line2=1), SYSTEM) == (GaugeShown(run=1, totals=totals(line0=4, line2=1)),)
    assert [one.support for one in body(story).lines] == [4, 0, 1]


def test_totals_are_shown_seldom_and_only_when_enough_people_changed_theirs() -> None:
    story = an_agreement()
    assert story.refused(show(changes=2, line0=4), SYSTEM) == "gauge_not_due"
    story.do(show(line0=4), SYSTEM)
    story.later(GAUGE_EVERY - 1)
    assert story.refused(show(line0=5), SYSTEM) == "gauge_not_due"
    story.later(1)
    assert story.refused(show(changes=2, line0=5), SYSTEM) == "gauge_not_due"
    assert story.do(show(line0=5), SYSTEM)


def test_in_practice_one_tap_of_one_person_is_enough() -> None:
    story = Story(a_wide_session(practice=True)).people(1).open(AGREE)
    assert story.refused(show(people=1, changes=0, line0=1), SYSTEM) == "gauge_not_due"
    assert story.do(show(people=1, changes=1, line0=1), SYSTEM)


def test_totals_of_what_is_not_shown_are_left_out() -> None:
    story = collected(1)
    wish = ShowGauge(run=1, totals={"support:start-0": 3, f"support:{line(1)}": 5, "resonate:x": 5}, people=5, changes=5)
    assert story.wish(wish, SYSTEM) == (GaugeShown(run=1, totals={"support:start-0": 3}),)


def a_wall(resonate: bool) -> Story:
    story = Story(with_template(a_wide_session(), WALL, resonate=resonate)).people(6).open(WALL)
    story.close(written(6))
    return story


def test_resonance_is_shown_for_cards_that_are_on_the_wall() -> None:
    story = a_wall(resonate=True)
    cards = story.wall.queue[:3]
    tapped = {f"resonate:{card}": 2 for card in story.wall.queue}
    wish = ShowGauge(run=1, totals=tapped, people=6, changes=6)
    assert story.refused(wish, SYSTEM) == "gauge_not_due"
    for card in cards:
        story.do(ApproveCard(run=1, card=card))
    story.do(ReleaseCards(run=1))
    assert story.do(wish, SYSTEM) == (GaugeShown(run=1, totals={f"resonate:{card}": 2 for card in cards}),)
    assert story.wall.totals_at == story.at


def test_a_wall_without_resonance_shows_none() -> None:
    story = a_wall(resonate=False)
    for card in story.wall.queue:
        story.do(ApproveCard(run=1, card=card))
    story.do(ReleaseCards(run=1))
    tapped = {f"resonate:{card}": 2 for card in story.wall.queue}
    assert story.refused(ShowGauge(run=1, totals=tapped, people=6, changes=6), SYSTEM) == "gauge_not_due"


def test_gauges_are_the_nodes_to_show() -> None:
    story = an_agreement()
    for actor in (FACILITATOR, person(1)):
        assert story.refused(show(line0=5), actor) == "not_permitted"
        assert story.refused(QuestionLines(run=1, lines=()), actor) == "not_permitted"
