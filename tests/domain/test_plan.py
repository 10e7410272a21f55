"""Minutes: an activity that has less time than its stages want."""

from msgspec import structs

from tests.domain.given import PLAN, wide_plan
from workshop.domain.plan import Plan, PlanItem, StageTemplate, stages_of
from workshop.domain.words import StageKind


def seconds(minutes: int, *stages: tuple[StageKind, int]) -> list[int]:
    """What an item of that many minutes gives to stages of these kinds and minutes."""
    templates = tuple(
        StageTemplate(id=f"stage-{number}", kind=kind, minutes=own, phone="Now", screen="text")
        for number, (kind, own) in enumerate(stages, start=1)
    )
    activity = structs.replace(PLAN.items[0].activity, stages=templates)
    return [one.seconds for one in stages_of(_plan(PlanItem(activity=activity, minutes=minutes)))]


def _plan(*items: PlanItem) -> Plan:
    return structs.replace(PLAN, items=items)


def test_stages_that_fit_keep_their_minutes() -> None:
    assert seconds(10, ("guide", 3), ("circle", 5), ("rooms", 2)) == [180, 300, 120]
    assert seconds(30, ("guide", 3), ("circle", 5)) == [180, 300]


def test_stages_that_do_not_fit_shrink_in_proportion() -> None:
    assert seconds(6, ("guide", 4), ("circle", 8)) == [120, 240]


def test_rooms_keep_their_seconds_and_the_others_share_what_is_left() -> None:
    assert seconds(10, ("rooms", 6), ("tally", 4), ("wall", 4)) == [360, 120, 120]


def test_no_stage_is_under_a_minute_and_the_longer_ones_pay_for_it() -> None:
    assert seconds(6, ("guide", 1), ("circle", 11)) == [60, 300]
    assert seconds(8, ("guide", 1), ("tally", 2), ("circle", 13)) == [60, 60, 360]


def test_where_not_even_that_fits_every_stage_has_its_minute() -> None:
    assert seconds(2, ("guide", 2), ("tally", 2), ("wall", 2)) == [60, 60, 60]
    assert seconds(5, ("rooms", 9), ("tally", 2)) == [540, 60]


def test_shrunk_stages_never_take_more_than_the_item() -> None:
    assert sum(seconds(7, ("guide", 3), ("tally", 4), ("wall", 6))) <= 7 * 60


def test_stages_count_within_their_activity() -> None:
    wide = [one for one in stages_of(wide_plan()) if one.activity.id == "wide"]
    assert [(one.number, one.of, one.seconds) for one in wide] == [(1, 3, 300), (2, 3, 180), (3, 3, 480)]
