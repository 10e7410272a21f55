"""G-A7: whoever reads everything that check-ins have shown solves for nobody's answer and for no count that words blur.

The exact solver tries every group there can be. A showing after another one is granted only when three people or more answered
otherwise; somebody who went away, or did not answer again, is never one of them (`realtime.gauges`).
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement, product

import pytest

from tests.domain.given import SYSTEM, Story
from workshop.domain.check_in import words_for
from workshop.domain.commands import CloseCheckIn, OpenCheckIn, ShowCheckIn
from workshop.domain.published import Band
from workshop.domain.words import CHECK_IN_STEPS, GAUGE_CHANGES, GAUGE_EVERY

Step = int
"""0 … 4, or `NONE`."""
NONE: Step = CHECK_IN_STEPS
Words = tuple[Band, Band] | None
FLOORS = (4, 5)


def words_of(answers: tuple[Step, ...], floor: int) -> Words:
    counts = tuple(answers.count(step) for step in range(CHECK_IN_STEPS))
    return words_for(counts) if sum(counts) >= floor else None


def ends_of(answers: tuple[Step, ...]) -> tuple[int, int]:
    return sum(step < 2 for step in answers), sum(2 < step < NONE for step in answers)


@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("people", range(4, 10))
def test_g_a7_one_showing_tells_no_count_at_an_end_and_nobodys_answer(people: int, floor: int) -> None:
    counts: dict[tuple[Words, Step | None], set[tuple[int, int]]] = defaultdict(set)
    others: dict[tuple[Words, Step | None], set[Step]] = defaultdict(set)
    for group in combinations_with_replacement(range(CHECK_IN_STEPS), people):
        seen = words_of(group, floor)
        for own in (None, *set(group)):
            counts[seen, own].add(ends_of(group))
            others[seen, own].update(set(group) if own is None or group.count(own) > 1 else set(group) - {own})
    for (seen, own), possible in counts.items():
        assert len(others[seen, own]) > 1, f"{own}: everybody else answered {others[seen, own]}"
        if seen is None:
            continue
        for end, word in enumerate(seen):
            assert word == "mixed" or len({pair[end] for pair in possible}) > 1, f"{own} knows how many are {word} in {seen}"


END_OF = (0, 0, 1, 2, 2, 3)
"""By step: low, between, high, none."""
Both = tuple[int, int, bool]
"""Of one person: where they were, where they are, and whether they answered otherwise."""


Seen = tuple[tuple[Band, Band], tuple[Band, Band], Both | None, int]
"""Both showings, what one did oneself, and how many went away."""


def twice() -> list[Both]:
    found = {(END_OF[one], END_OF[two], one != two and two != NONE) for one, two in product(range(CHECK_IN_STEPS + 1), repeat=2)}
    return sorted(one for one in found if one[:2] != (3, 3))


@cache
def told_of(places: tuple[int, ...], floor: int) -> Words:
    """Only how many are where matters for the words."""
    return words_of(tuple((0, 2, 4, NONE)[place] for place in places), floor)


def groups(people: int) -> Iterator[tuple[Both, ...]]:
    """All in which at least three changed."""
    return (
        group
        for group in combinations_with_replacement(twice(), people)
        if sum(changed for _, _, changed in group) >= GAUGE_CHANGES
    )


@pytest.mark.parametrize("people", [5, 6])
def test_g_a7_two_showings_with_people_who_come_go_and_change_tell_nobodys_answer(people: int) -> None:
    """Also for one of them who knows both of their own answers, and that one person is gone."""
    known: dict[Seen, tuple[set[int], set[int], set[tuple[int, int]]]] = defaultdict(lambda: (set(), set(), set()))
    for group in groups(people):
        then, now = tuple(one[0] for one in group), tuple(one[1] for one in group)
        before, after = told_of(then, 5), told_of(now, 5)
        if before is None or after is None:
            continue
        went = sum(one[1] == 3 and one[0] != 3 for one in group)
        for own in (None, *set(group)):
            rest = list(group)
            if own is not None:
                rest.remove(own)
            first, second, counts = known[before, after, own, went]
            first.update(one[0] for one in rest if one[0] != 3)
            second.update(one[1] for one in rest if one[1] != 3)
            counts.add((now.count(0), now.count(2)))
    assert known
    for (before, after, own, _), (first, second, counts) in known.items():
        assert len(first) > 1 and len(second) > 1, f"{own} of {before} and {after}: all others were {first}, are {second}"
        for end, word in enumerate(after):
            assert word == "mixed" or len({pair[end] for pair in counts}) > 1, f"{own}: how many are {word} in {before}, {after}"


@pytest.mark.parametrize("people", [6, 7, 8])
def test_g_a7_without_the_rule_of_three_the_one_who_is_gone_would_be_found(people: int) -> None:
    """Why the rule counts across check-ins: where all others answer as before, other words say at which end the missing one was."""
    gone_from: dict[tuple[Words, Words], set[int]] = defaultdict(set)
    for group in combinations_with_replacement(range(CHECK_IN_STEPS), people):
        for gone in set(group):
            rest = list(group)
            rest.remove(gone)
            gone_from[words_of(group, 5), words_of(tuple(rest), 5)].add(END_OF[gone])
    found = {words for words, ends in gone_from.items() if len(ends) == 1}
    assert found, "the words alone do not keep it"
    assert all(then != now for then, now in found), "the same words again tell nothing"
    story = Story().people(people)
    story.do(OpenCheckIn(after=0))
    counts = (people, 0, 0, 0, 0)
    story.do(ShowCheckIn(check_in=1, feeling="safety", counts=counts, people=people, changes=people), SYSTEM)
    story.do(CloseCheckIn(check_in=1))
    story.later(GAUGE_EVERY)
    story.do(OpenCheckIn(after=1))
    one_fewer = ShowCheckIn(check_in=2, feeling="safety", counts=(people - 1, 0, 0, 0, 0), people=people - 1, changes=0)
    assert story.refused(one_fewer, SYSTEM) == "gauge_not_due"
