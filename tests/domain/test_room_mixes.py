"""Who comes together by the rule of the stage: drawn, fresh, the rooms of before joined, or the same once more."""

import random

from msgspec import structs

from tests.domain.given import FRESH, GUIDE, SWAP, SYSTEM, Story, drawn, person, seats, with_template
from tests.domain.rehearsals import FOURS, REHEARSAL, TWOS, a_rehearsing_session
from tests.domain.test_rooms import to_the_end_of_the_round
from workshop.domain.commands import EndRooms, Leave, MergeSeats
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Session
from workshop.domain.words import SeatId

Rooms = list[frozenset[SeatId]]


def here(story: Story) -> Rooms:
    return [frozenset(room.seats) for room in story.rooms.rooms]


def mixed(mix: str, stage: int = FOURS) -> Session:
    return with_template(a_rehearsing_session(), stage, mix=mix)


def after(stage: int, people: int, session: Session | None = None) -> Story:
    """That many people have talked in the rooms of `stage`."""
    story = Story(a_rehearsing_session() if session is None else session).people(people).open(stage)
    story.form()
    story.go()
    story.do(EndRooms(run=story.run))
    return story


def then(story: Story, stage: int) -> Rooms:
    story.open(stage).form()
    return here(story)


def test_the_pairs_of_the_same_activity_are_joined_to_fours() -> None:
    story = after(TWOS, 12)
    pairs = here(story)
    fours = then(story, FOURS)
    assert sorted(map(len, fours)) == [4, 4, 4]
    assert all(sum(pair <= four for four in fours) == 1 for pair in pairs)


def test_who_left_is_out_and_who_came_is_in_a_four_too() -> None:
    story = after(TWOS, 8)
    pairs = here(story)
    story.do(Leave(), person(1))
    story.people(2, first=20)
    fours = then(story, FOURS)
    assert frozenset().union(*fours) == {*seats(7, 2), *seats(2, 20)}
    assert sorted(map(len, fours)) == [4, 5]
    whole = [pair for pair in pairs if seats(1)[0] not in pair]
    assert all(any(pair <= four for four in fours) for pair in whole)


def test_somebody_who_goes_on_as_another_seat_is_still_in_the_pair() -> None:
    story = after(TWOS, 16)
    partner = next(pair - seats_of(1) for pair in here(story) if pair & seats_of(1))
    story.people(1, first=20)
    story.do(MergeSeats(seat=seats(1)[0], into=seats(1, 20)[0]))
    story.do(Leave(), person(next(number for number in range(2, 17) if seats(1, number)[0] not in partner)))
    story.open(FOURS)
    for seed in range(20):
        plan = drawn(story.session, story.run, 1, random.Random(seed))
        assert all((partner <= set(room.seats)) == (seats(1, 20)[0] in room.seats) for room in plan.rooms)


def seats_of(number: int) -> frozenset[SeatId]:
    return frozenset(seats(1, number))


def test_the_latest_rooms_of_the_activity_count_and_rooms_that_never_started_do_not() -> None:
    story = after(TWOS, 8)
    pairs = here(story)
    story.open(REHEARSAL).form()
    fours = then(story, FOURS)
    assert all(any(pair <= four for four in fours) for pair in pairs)
    story.go()
    story.do(EndRooms(run=story.run))
    again = then(story, TWOS)
    story.go()
    story.do(EndRooms(run=story.run))
    assert all(any(pair <= four for four in then(story, FOURS)) for pair in again)


def test_rooms_of_another_activity_are_not_joined_they_are_drawn() -> None:
    story = after(FRESH, 8)
    story.open(GUIDE).open(FOURS)
    plans = [drawn(story.session, story.run, 1, random.Random(seed)) for seed in range(30)]
    assert all(sorted(len(room.seats) for room in plan.rooms) == [4, 4] for plan in plans)
    assert len({frozenset(frozenset(room.seats) for room in plan.rooms) for plan in plans}) > 15


def test_a_drawn_mix_asks_nothing_of_before() -> None:
    story = after(FRESH, 12, mixed("random", REHEARSAL))
    story.open(REHEARSAL)
    plans = {str([sorted(room.seats) for room in drawn(story.session, story.run, 1, random.Random(s)).rooms]) for s in range(30)}
    assert len(plans) == 30


def test_the_same_rooms_are_those_of_the_latest_stage_of_any_activity() -> None:
    story = after(SWAP, 9, mixed("same", TWOS))
    pairs = here(story)
    assert sorted(then(story, TWOS), key=sorted) == sorted(pairs, key=sorted)


def test_the_same_rooms_stay_for_a_second_round() -> None:
    base = a_rehearsing_session()
    template: StageTemplate = base.stages[FRESH].template
    session = with_template(base, FRESH, mix="same", size=3, roles=("first", "second", "third"), rounds=template.rounds)
    story = Story(session).people(7).open(FRESH)
    story.form()
    story.go()
    first = here(story)
    story.people(1, first=20)
    to_the_end_of_the_round(story)
    story.form(2, SYSTEM)
    second = here(story)
    assert sorted(map(len, second)) == [4, 4]
    assert all(any(room <= other for other in second) for room in first)


def test_with_nothing_before_the_same_rooms_are_drawn_and_with_nobody_there_is_none() -> None:
    story = Story(mixed("same")).people(9).open(FOURS)
    assert sorted(len(room.seats) for room in drawn(story.session, 1, 1, random.Random(1)).rooms) == [4, 5]
    for mix in ("same", "merge", "random", "fresh"):
        for people in (0, 1):
            empty = Story(mixed(mix)).people(people).open(FOURS)
            assert drawn(empty.session, 1, 1, random.Random(1)).rooms == ()
            assert empty.refused(drawn(empty.session, 1, 1, random.Random(1))) == "too_few_people"


def test_larger_rooms_meet_fresh_people_in_the_next_activity() -> None:
    story = after(TWOS, 12)
    known = story.session.met
    threes = then(story, REHEARSAL)
    assert not any(one in room and other in room for room in threes for one, other in known)


def test_outside_of_rooms_nobody_is_placed() -> None:
    story = Story().people(4)
    assert drawn(story.session, 0, 1, random.Random(1)).rooms == ()
    story.open(GUIDE)
    assert structs.asdict(drawn(story.session, 1, 1, random.Random(1)))["rooms"] == ()
