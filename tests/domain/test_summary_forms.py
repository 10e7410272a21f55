"""What is published of each kind of group picture: words with the floor of its form, the same whatever is known beside them."""

import json
import re
from typing import Literal

import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st
from msgspec import json as codec
from msgspec import structs

from tests.domain.asked import (
    BOTH,
    CHOICE,
    CURVE,
    DOTS,
    LINES,
    MAP,
    ORDER,
    SORT,
    SQUARE,
    a_line,
    a_map,
    flat,
    orders,
    piles,
    points,
)
from tests.domain.given import MULTI, Story, a_session, held, passed, with_template
from tests.domain.steady import steady
from workshop.domain.answers import Answer
from workshop.domain.commands import EndSession
from workshop.domain.kind_states import TallyState
from workshop.domain.pictures import (
    Density,
    HeatSums,
    HeatWords,
    LinePicture,
    LineSlot,
    NoPicture,
    OrderSums,
    OrderWords,
    RingsSums,
    RingsWords,
    SortSums,
    SortWords,
    Sums,
)
from workshop.domain.plan import Input, SummaryForm
from workshop.domain.published import HEAT_FLOOR, PublishedStage, Summary
from workshop.domain.session import Session
from workshop.domain.summary import summarize
from workshop.domain.summary_forms import NOTHING, Told, tally_told

FORMS: dict[Input, Literal["bands", "heat3", "shape"]] = {
    ORDER: "bands",
    SORT: "bands",
    MAP: "bands",
    SQUARE: "heat3",
    CURVE: "shape",
}
SENDS: dict[Input, tuple[str, ...]] = {MAP: DOTS, CURVE: BOTH}
ALL_ASKED = tuple(FORMS)
FAINT: tuple[Density, ...] = ("faint",) * 8
BEFORE = LineSlot(level=None, median=None)


def told(asked: Input, sums: Sums | None, *by_five: str, floor: int = 5) -> Told:
    titled = PublishedStage(stage=2, title="Where we are", form=FORMS.get(asked, "bands"))
    return tally_told(titled, asked, TallyState(sums=sums, by_five=frozenset(by_five)), floor)


def stage_of(asked: Input, sums: Sums, *by_five: str, floor: int = 5) -> PublishedStage:
    stage = told(asked, sums, *by_five, floor=floor).stage
    assert stage is not None
    return stage


@pytest.mark.parametrize("asked", [*ALL_ASKED, CHOICE, LINES])
@pytest.mark.parametrize("sums", [None, NoPicture()])
def test_nothing_is_told_of_no_picture(asked: Input, sums: Sums | None) -> None:
    assert told(asked, sums) == NOTHING


# --- bands of an order, of piles and of a map


def test_an_order_is_told_as_how_many_have_each_option_in_their_upper_half() -> None:
    stage = stage_of(ORDER, OrderSums(places=(15, 25, 30, 35, 45), upper=(8, 6, 3, 2, 1), answered=10))
    assert [(one.label, one.band) for one in stage.upper] == [
        ("a", "most"),
        ("b", "mixed"),
        ("c", "mixed"),
        ("d", "few"),
        ("e", "few"),
    ]
    assert stage.bands == ()


def test_piles_are_told_card_by_card_and_a_card_that_few_sorted_is_left_out_alone() -> None:
    told_piles = told(SORT, SortSums(piles=((9, 1, 0), (3, 1, 0), (4, 4, 1)), answered=10))
    assert told_piles.stage is not None
    rest, helped = told_piles.stage.cards
    assert (rest.card, [(one.label, one.band) for one in rest.piles]) == (
        "rest",
        [("yes", "most"), ("half", "few"), ("no", "few")],
    )
    assert (helped.card, [one.band for one in helped.piles]) == ("help", ["mixed", "mixed", "few"])
    assert told_piles.left == ("play",)


def test_where_every_card_was_sorted_by_few_nothing_is_told_of_them() -> None:
    assert told(SORT, SortSums(piles=((4, 0, 0), (), (1, 1, 1)), answered=9), floor=3) == NOTHING
    assert told(SORT, SortWords(bands=((), (), ()))) == NOTHING


def test_a_map_is_told_as_how_many_have_somebody_in_a_ring_and_with_a_mark() -> None:
    stage = stage_of(MAP, RingsSums(rings=(9, 5, 2), marks=(8, 3), answered=10))
    assert [(one.label, one.band) for one in stage.rings] == [("closest", "most"), ("close", "mixed"), ("around", "few")]
    assert [(one.label, one.band) for one in stage.marks] == [("strength", "most"), ("mixed", "mixed")]


def test_marks_and_rings_that_did_not_travel_are_not_told() -> None:
    assert stage_of(MAP, RingsSums(rings=(9, 5, 2), marks=(), answered=10)).marks == ()
    assert stage_of(MAP, RingsWords(rings=(), marks=("few", "most"))).rings == ()


@pytest.mark.parametrize(
    ("asked", "sums"),
    [
        (ORDER, OrderSums(places=(15, 25, 30, 35, 45), upper=(1, 1, 2, 2, 2), answered=4)),
        (SORT, SortSums(piles=((4, 0, 0), (1, 1, 1), ()), answered=4)),
        (MAP, RingsSums(rings=(1, 2, 3), marks=(1, 2), answered=4)),
    ],
)
def test_sums_of_fewer_than_five_are_not_told(asked: Input, sums: Sums) -> None:
    assert told(asked, sums, floor=3) == NOTHING


@pytest.mark.parametrize(
    ("asked", "sums", "known"),
    [
        (ORDER, OrderWords(bands=("most", "mixed", "mixed", "few", "few")), "answer"),
        (SORT, SortWords(bands=(("most", "few", "few"), (), ())), "card-0"),
        (MAP, RingsWords(rings=("few", "most", "few"), marks=("few", "few")), "answer"),
        (CURVE, LinePicture(slots=(LineSlot(level="low", median=None), *[BEFORE] * 5)), "slot-0"),
    ],
)
def test_words_are_told_where_the_floor_is_five_or_five_are_known_to_have_answered(asked: Input, sums: Sums, known: str) -> None:
    assert told(asked, sums, floor=4) == told(asked, sums, "slot-1", "card-1", floor=4) == NOTHING
    assert told(asked, sums, floor=5).stage == told(asked, sums, known, floor=4).stage is not None


# --- a square


def test_a_square_is_told_as_nine_densities_with_the_names_of_its_ends() -> None:
    stage = stage_of(SQUARE, HeatSums(counts=(5, 0, 0, 0, 3, 0, 0, 0, 2), answered=10))
    assert stage.heat is not None
    assert list(stage.heat.densities) == ["dense", *["faint"] * 3, "present", *["faint"] * 4]
    assert (stage.heat.ask, stage.heat.x, stage.heat.y) == ("Where?", ("left", "right"), ("bottom", "top"))


def test_sums_of_fewer_than_eight_are_no_square() -> None:
    for answered in range(5, HEAT_FLOOR):
        assert told(SQUARE, HeatSums(counts=(answered, *[0] * 8), answered=answered)) == NOTHING


def test_words_of_a_square_are_told_only_where_eight_are_known_to_have_answered_whatever_the_floor() -> None:
    words = HeatWords(densities=("dense", *FAINT))
    assert told(SQUARE, words, floor=5) == told(SQUARE, words, floor=8) == NOTHING
    assert stage_of(SQUARE, words, "answer").heat is not None


# --- lines


def test_lines_are_told_as_six_levels_and_a_sixth_below_the_floor_is_empty() -> None:
    slots = (
        BEFORE,
        BEFORE,
        LineSlot(level="low", median=3),
        LineSlot(level="middle", median=9),
        *[LineSlot(level="high", median=20)] * 2,
    )
    stage = stage_of(CURVE, LinePicture(slots=slots))
    assert stage.shape is not None
    assert stage.shape.levels == (None, None, "low", "middle", "high", "high")
    assert (stage.shape.x, stage.shape.y) == (("then", "now"), ("heavy", "light"))


# --- from the answers to the summary


def asks(asked: Input, floor: int = 5) -> Session:
    session = with_template(
        a_session(),
        MULTI,
        input=asked,
        summary=SummaryForm(form=FORMS[asked]),
        send=SENDS.get(asked, ()),
    )
    return structs.replace(session, settings=structs.replace(session.settings, floor=floor))


def after(asked: Input, answers: list[Answer], passes: int = 0, floor: int = 5) -> Summary:
    story = Story(asks(asked, floor)).people(max(9, len(answers) + passes)).open(MULTI)
    story.close([*(held(number, one) for number, one in enumerate(answers, start=1)), *passed(passes, first=len(answers) + 1)])
    story.do(EndSession())
    return summarize(story.session, story.at, ())


def of_stage(summary: Summary) -> PublishedStage | None:
    return next((stage for activity in summary.activities for stage in activity.stages if stage.stage == MULTI), None)


def reasons(summary: Summary) -> list[str]:
    planned = a_session().stages[MULTI]
    title = planned.template.title or planned.template.phone
    return [left.reason for left in summary.left_out if left.stage == title]


GIVEN: dict[Input, list[Answer]] = {
    ORDER: orders(*["abcde", "bacde", "edcba"] * 3),
    SORT: piles(*["012", "110", "201"] * 3),
    MAP: [a_map((0, 0)), a_map((1, 1), (2, None)), a_map((2, 0), (0, 1))] * 3,
    SQUARE: points(*[(1, 1), (10, 10), (20, 20)] * 2, (1, 1), (1, 1), (10, 10)),
    CURVE: [*flat(1, 9, 17, 2, 10), *[a_line((5, 2), (12, 18))] * 4],
}


@pytest.mark.parametrize("asked", ALL_ASKED)
@pytest.mark.parametrize("floor", [3, 5])
def test_of_enough_answers_words_are_published_and_no_number(asked: Input, floor: int) -> None:
    stage = of_stage(after(asked, GIVEN[asked], floor=floor))
    assert stage is not None
    texts = json.loads(codec.encode(stage))
    assert texts.pop("stage") == MULTI
    assert texts.pop("form") == FORMS[asked]
    assert not re.search(r"\d", json.dumps(texts))
    assert sum(bool(getattr(stage, name)) for name in ("bands", "upper", "cards", "rings", "heat", "shape")) == 1


@pytest.mark.parametrize("asked", ALL_ASKED)
@pytest.mark.parametrize(("answered", "floor"), [(4, 3), (4, 4), (4, 5)])
def test_of_fewer_than_five_nothing_is_published_even_with_passes_beside_them(asked: Input, answered: int, floor: int) -> None:
    summary = after(asked, GIVEN[asked][:answered], passes=5, floor=floor)
    assert of_stage(summary) is None
    assert reasons(summary) == ["below_floor"]


@pytest.mark.parametrize("asked", [ORDER, SORT, MAP, CURVE])
@pytest.mark.parametrize("floor", [3, 4, 5])
def test_of_five_words_are_published(asked: Input, floor: int) -> None:
    assert of_stage(after(asked, GIVEN[asked][:5], passes=4, floor=floor)) is not None


@pytest.mark.parametrize(("answered", "published"), [(5, False), (7, False), (8, True)])
@pytest.mark.parametrize("places", [[(1, 1), (10, 10), (20, 20)], [(1, 1), (1, 1)]])
def test_a_square_is_published_from_eight_answers_on_whether_people_agree_or_not(
    answered: int, published: bool, places: list[tuple[int, int]]
) -> None:
    answers = points(*(places * 4)[:answered])
    summary = after(SQUARE, answers, passes=9 - answered)
    assert (of_stage(summary) is not None) == published
    assert reasons(summary) == ([] if published else ["below_floor"])


def test_a_square_that_all_agree_about_looks_like_one_that_almost_all_agree_about() -> None:
    all_of_them = after(SQUARE, points(*[(10, 10)] * 12))
    almost = after(SQUARE, points(*[(10, 10)] * 10, (1, 1), (20, 20)))
    assert all_of_them == almost


def test_a_card_that_few_sorted_is_said_to_be_left_out() -> None:
    summary = after(SORT, piles(*["01-"] * 3, *["110"] * 4, "2--"))
    stage = of_stage(summary)
    assert stage is not None
    assert [one.card for one in stage.cards] == ["rest", "play"]
    assert [left.stage for left in summary.left_out if left.reason == "below_floor"] == ["help"]


@steady
@drawn_by(st.integers(8, 20), st.data())
def test_other_squares_with_the_same_words_look_the_same(answered: int, data: st.DataObject) -> None:
    def a_square() -> HeatSums:
        left, counts = answered, []
        for _ in range(8):
            counts.append(data.draw(st.integers(0, left)))
            left -= counts[-1]
        return HeatSums(counts=(*counts, left), answered=answered)

    one, other = told(SQUARE, a_square()).stage, told(SQUARE, a_square()).stage
    if one is None or other is None:
        return  # words that would give a count away
    assert one.heat is not None and other.heat is not None
    assert (one == other) == (one.heat.densities == other.heat.densities)
    assert set(one.heat.densities) <= {"faint", "present", "dense"}


@pytest.mark.parametrize("counts", [(4, 4, *[0] * 7), (3, 3, 3, *[0] * 6), (7, 3, 3, *[0] * 6)])
def test_a_square_whose_words_say_which_fields_are_empty_is_left_out(counts: tuple[int, ...]) -> None:
    assert told(SQUARE, HeatSums(counts=counts, answered=sum(counts))) == NOTHING


def test_an_order_and_a_card_whose_words_are_as_good_as_numbers_are_left_out() -> None:
    assert told(ORDER, OrderSums(places=(30,) * 5, upper=(2,) * 5, answered=5)) == NOTHING
    piles_told = told(SORT, SortSums(piles=((3, 3, 0), (5, 1, 0), (4, 3, 0)), answered=7))
    assert piles_told.stage is not None
    assert ([one.card for one in piles_told.stage.cards], piles_told.left) == (["play"], ("rest", "help"))
