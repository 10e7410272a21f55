"""What is published of a session: words with floors, never a number of answers, and what was left out is said."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json as codec
from msgspec import structs

from tests.domain.given import (
    CHOICE,
    FRESH,
    GUIDE,
    MULTI,
    SCALE,
    SYSTEM,
    WALL,
    Story,
    a_session,
    card_id,
    held,
    join,
    passed,
    seat,
    with_template,
    written,
)
from workshop.domain.answers import MultiAnswer, ScaleAnswer
from workshop.domain.commands import (
    AdmitPerson,
    DeclinePerson,
    DiscardStage,
    EndSession,
    HeldAnswer,
    MergeSeats,
    SpeakStage,
)
from workshop.domain.inputs import WHOLE
from workshop.domain.inputs.options import band
from workshop.domain.kind_states import TallyState, WallState
from workshop.domain.pictures import NoPicture, OptionSums, OptionWords, ScalePicture, ScaleSums, Sums
from workshop.domain.plan import SummaryForm
from workshop.domain.published import (
    CARDS_LIVE_HOURS,
    CARDS_LIVE_MS,
    PUBLISH_FLOOR,
    THEME_LENGTH,
    LeftOut,
    MiddleLine,
    PublishedStage,
    Summary,
    ThemesOf,
)
from workshop.domain.session import Session, Stage
from workshop.domain.summary import came, rounded_minutes, stage_title, summarize, theme_problem, tidy_theme

THEMES = (ThemesOf(stage=WALL, themes=("being heard", "małe kroki")),)
MINUTE = 60_000


def multi(*options: tuple[int, ...]) -> tuple[HeldAnswer, ...]:
    return tuple(held(number, MultiAnswer(options=chosen)) for number, chosen in enumerate(options, start=1))


def scales(**steps: list[int]) -> tuple[HeldAnswer, ...]:
    people = max(len(values) for values in steps.values())
    rows = [{key: values[n] for key, values in steps.items() if n < len(values)} for n in range(people)]
    return tuple(held(number, ScaleAnswer(steps=row)) for number, row in enumerate(rows, start=1))


def summed(story: Story, themes: tuple[ThemesOf, ...] = THEMES) -> Summary:
    if story.session.phase != "ended":
        story.do(EndSession())
    return summarize(story.session, story.at, themes)


def published(summary: Summary) -> dict[int, PublishedStage]:
    return {stage.stage: stage for activity in summary.activities for stage in activity.stages}


def reasons(summary: Summary, stage: int) -> list[str]:
    """Why the stage is left out; empty where it is not."""
    planned = a_session().stages[stage]
    return [
        left.reason for left in summary.left_out if (left.activity, left.stage) == (planned.activity.title, stage_title(planned))
    ]


def evening(people: int = 9) -> Story:
    """Everything of the taster that is published, answered by everybody."""
    story = Story().people(people).open(GUIDE).later(3 * MINUTE)
    story.open(CHOICE).close(passed(people))
    story.open(MULTI).close(multi(*[(0,)] * (people - 3), *[(1, 2)] * 3))
    story.open(WALL).close(written(people))
    story.open(FRESH)
    story.open(SCALE).close(scales(speak=[6] * people, listen=[1] * (people // 2) + [7] * (people - people // 2)))
    return story.later(40 * MINUTE)


def test_a_whole_evening_is_told_in_words() -> None:
    summary = summed(evening())
    options = a_session().stages[MULTI].template.input
    stages = published(summary)
    assert (summary.title, summary.minutes, summary.people) == (a_session().plan.title, 45, "8-11")
    assert [one.title for one in summary.activities] == [item.activity.title for item in a_session().plan.items]
    assert list(stages) == [MULTI, WALL, SCALE]
    words = ["mixed", "mixed", "mixed", "few", "few", "few", "few"]
    assert [one.band for one in stages[MULTI].bands] == words
    assert [one.label for one in stages[MULTI].bands] == list(getattr(options, "options", ()))
    assert stages[WALL].themes == THEMES[0].themes
    assert [(one.middle, one.spread) for one in stages[SCALE].middles] == [("high", "close"), ("high", "spread")]
    assert reasons(summary, CHOICE) == ["never_published"]
    assert len(summary.left_out) == 1


def test_rooms_and_texts_are_not_listed_at_all() -> None:
    summary = summed(evening())
    titles = {stage.title for activity in summary.activities for stage in activity.stages} | {
        one.stage for one in summary.left_out
    }
    planned = a_session().stages
    assert not titles & {stage_title(planned[GUIDE]), stage_title(planned[FRESH])}


@pytest.mark.parametrize("people", [1, 4])
def test_below_five_people_only_title_and_minutes_are_published(people: int) -> None:
    story = Story(a_session(practice=True)).people(people).open(MULTI)
    story.close(multi(*[(0,)] * people))
    story.open(WALL).close(written(people))
    summary = summed(story)
    assert (summary.people, summary.activities) == (None, ())
    assert [reasons(summary, stage) for stage in (MULTI, WALL)] == [["small_session"]] * 2
    assert [reasons(summary, stage) for stage in (CHOICE, SCALE)] == [["not_played"]] * 2, "nobody was there too few for it"


def test_a_session_that_nobody_opened_has_a_summary_too() -> None:
    story = Story()
    story.do(EndSession())
    assert (summed(story).minutes, summed(story).people) == (0, None)


@pytest.mark.parametrize(("people", "told"), [(5, "5-7"), (7, "5-7"), (8, "8-11"), (11, "8-11"), (12, "12-19"), (20, "20+")])
def test_people_are_told_as_a_range(people: int, told: str) -> None:
    assert summed(Story().people(people)).people == told


def test_people_are_those_who_were_let_in_and_one_person_counts_once() -> None:
    story = Story(a_session(approval=True))
    for number in range(1, 8):
        story.do(join(number), SYSTEM)
    for number in range(1, 6):
        story.do(AdmitPerson(seat=seat(number)))
    story.do(DeclinePerson(seat=seat(6)))
    assert came(story.session) == 5
    story.do(MergeSeats(seat=seat(5), into=seat(4)))
    assert came(story.session) == 4


@pytest.mark.parametrize(("millis", "minutes"), [(0, 0), (149_999, 0), (150_000, 5), (75 * MINUTE, 75), (73 * MINUTE, 75)])
def test_minutes_are_rounded_to_five(millis: int, minutes: int) -> None:
    assert rounded_minutes(millis) == minutes


def test_what_was_dropped_or_asked_aloud_was_not_asked_and_what_nobody_opened_was_not_played() -> None:
    story = Story().people(9).open(MULTI)
    story.close(multi((0,), (1,)))
    story.do(DiscardStage(run=story.run))
    story.open(WALL).close(written(2))
    story.do(SpeakStage(run=story.run))
    summary = summed(story)
    assert [reasons(summary, stage) for stage in (MULTI, WALL, SCALE)] == [["not_asked"], ["not_asked"], ["not_played"]]
    assert reasons(summary, CHOICE) == ["not_played"], "also where no picture of it would ever leave the room"
    assert published(summary) == {}


def test_a_stage_left_while_people_answer_was_not_asked() -> None:
    summary = summed(Story().people(9).open(MULTI))
    assert reasons(summary, MULTI) == ["not_asked"]


def test_a_wall_needs_five_cards_and_themes() -> None:
    story = Story().people(9).open(WALL)
    story.close((*written(4), *passed(5, first=5)))
    assert reasons(summed(story), WALL) == ["below_floor"]
    enough = Story().people(9).open(WALL)
    enough.close((*written(5), *passed(4, first=6)))
    assert published(summed(enough))[WALL].themes == THEMES[0].themes
    assert reasons(summed(enough, ()), WALL) == ["no_themes"]


def test_themes_of_another_stage_are_published_nowhere() -> None:
    summary = summed(evening(), (ThemesOf(stage=MULTI, themes=("not a wall",)), ThemesOf(stage=99, themes=("nowhere",))))
    assert b"not a wall" not in codec.encode(summary)
    assert b"nowhere" not in codec.encode(summary)


# --- forms over a tally or a wall, put into the state as they are


def after(session: Session, index: int, kind: TallyState | WallState, *, people: int = 9) -> Summary:
    """The summary of a session in which only this stage was played."""
    story = Story(session).people(people)
    past = {index: Stage(run=1, index=index, ends_at=0, kind=kind, outcome="unsealed")}
    return summarize(structs.replace(story.session, past=past), 0, THEMES)


def of_multi(sums: Sums | None, **changes: object) -> Summary:
    return after(_with_floor(changes), MULTI, TallyState(sums=sums))


def _with_floor(changes: dict[str, object]) -> Session:
    session = a_session()
    return structs.replace(session, settings=structs.replace(session.settings, **changes))


@pytest.mark.parametrize("sums", [OptionSums(counts=(4, 0, 0, 0, 0, 0, 0), answered=4), NoPicture(), None])
def test_sums_of_fewer_than_five_are_left_out(sums: Sums | None) -> None:
    summary = of_multi(sums)
    assert reasons(summary, MULTI) == ["below_floor"]
    assert published(summary) == {}


def test_sums_of_five_are_bands() -> None:
    bands = published(of_multi(OptionSums(counts=(0, 1, 2, 3, 4, 5, 0), answered=5)))[MULTI].bands
    assert [one.band for one in bands] == ["few", "few", "few", "most", "most", "most", "few"]


def test_words_are_published_where_the_floor_is_five_or_five_are_known_to_have_answered() -> None:
    words = OptionWords(bands=("few", "most", "few", "few", "few", "few", "few"))
    assert [one.band for one in published(of_multi(words))[MULTI].bands] == list(words.bands)
    assert reasons(of_multi(words, floor=4), MULTI) == ["below_floor"]
    known = after(_with_floor({"floor": 4}), MULTI, TallyState(sums=words, by_five=frozenset({WHOLE})))
    assert [one.band for one in published(known)[MULTI].bands] == list(words.bands)


@pytest.mark.parametrize(("answered", "told"), [(4, []), (5, [MULTI]), (7, [MULTI]), (8, [MULTI])])
def test_with_a_floor_of_four_what_five_answered_is_published_and_passes_do_not_count(answered: int, told: list[int]) -> None:
    story = Story(_with_floor({"floor": 4})).people(9).open(MULTI)
    story.close((*multi(*[(0,)] * answered), *passed(9 - answered, first=answered + 1)))
    assert list(published(summed(story))) == told
    assert reasons(summed(story), MULTI) == ([] if told else ["below_floor"])


def test_with_a_floor_of_four_a_slider_that_five_touched_is_published_and_one_that_four_did_is_not() -> None:
    story = Story(_with_floor({"floor": 4})).people(9).open(SCALE)
    story.close(scales(speak=[6, 7, 7, 6, 7], listen=[1, 1, 7, 7]))
    stage = published(summed(story))[SCALE]
    speak, listen = story.session.stages[SCALE].template.input.items  # type: ignore[union-attr]
    assert [one.ask for one in stage.middles] == [speak.ask]
    assert [left.stage for left in summed(story).left_out if left.stage == listen.ask] == [listen.ask]


def test_a_slider_that_few_touched_is_left_out_alone_and_said() -> None:
    touched = ScaleSums(key="speak", counts=(0, 0, 0, 0, 0, 4, 4), middle=None, spread=None)
    barely = ScaleSums(key="listen", counts=(1, 0, 0, 0, 0, 0, 3), middle="high", spread="close")
    summary = after(a_session(), SCALE, TallyState(sums=ScalePicture(items=(touched, barely))))
    speak, listen = a_session().stages[SCALE].template.input.items  # type: ignore[union-attr]
    expected = MiddleLine(ask=speak.ask, low=speak.low, high=speak.high, middle="high", spread="close")
    assert published(summary)[SCALE].middles == (expected,)
    title = a_session().stages[SCALE].activity.title
    assert LeftOut(activity=title, stage=listen.ask, reason="below_floor") in summary.left_out


def test_sliders_that_nobody_moved_are_left_out_as_one() -> None:
    untouched = ScalePicture(items=(ScaleSums(key="speak", counts=None, middle=None, spread=None),))
    for sums in (untouched, NoPicture(), None):
        assert reasons(after(a_session(), SCALE, TallyState(sums=sums)), SCALE) == ["below_floor"]


@pytest.mark.parametrize(("cards", "told"), [(5, "5-7"), (8, "8-11"), (12, "12-19"), (40, "20+")])
def test_a_count_is_a_range(cards: int, told: str) -> None:
    session = with_template(a_session(), WALL, summary=SummaryForm(form="count"))
    wall = WallState(queue=tuple(card_id(number) for number in range(cards)))
    assert published(after(session, WALL, wall))[WALL].count == told
    few = WallState(queue=tuple(card_id(number) for number in range(4)))
    assert reasons(after(session, WALL, few), WALL) == ["below_floor"]


# --- nothing can be counted


@given(st.integers(PUBLISH_FLOOR, 20), st.data())
def test_only_words_appear_and_other_counts_with_the_same_words_look_the_same(answered: int, data: st.DataObject) -> None:
    counts = [data.draw(st.integers(0, answered)) for _ in range(7)]
    stage = published(of_multi(OptionSums(counts=tuple(counts), answered=answered))).get(MULTI)
    alike = [[other for other in range(answered + 1) if band(other, answered) == band(count, answered)] for count in counts]
    others = tuple(data.draw(st.sampled_from(same)) for same in alike)
    assert published(of_multi(OptionSums(counts=others, answered=answered))).get(MULTI) == stage
    if stage is None:
        return  # words that would give a count away
    assert all(line.band in ("few", "mixed", "most") for line in stage.bands)
    texts = json.loads(codec.encode(stage))
    assert texts.pop("stage") == MULTI
    assert not re.search(r"\d", json.dumps(texts))


@pytest.mark.parametrize("people", [range(5, 8), range(8, 12), range(12, 20), range(20, 40)])
def test_no_word_is_one_count_for_somebody_who_knows_the_range_of_people(people: range) -> None:
    possible: dict[str, set[int]] = {}
    for answered in people:
        for count in range(answered + 1):
            possible.setdefault(band(count, answered), set()).add(count)
    assert all(len(counts) >= 2 for counts in possible.values())
    assert {0, 1, 2} <= possible["few"]


@given(st.integers(0, PUBLISH_FLOOR - 1), st.data())
def test_nothing_of_a_tally_below_the_floor_is_published(answered: int, data: st.DataObject) -> None:
    counts = tuple(data.draw(st.integers(0, answered)) for _ in range(7))
    one, other = of_multi(OptionSums(counts=counts, answered=answered)), of_multi(NoPicture())
    assert one == other


# --- themes


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("being heard", None),
        ("x" * THEME_LENGTH, None),
        ("x" * (THEME_LENGTH + 1), "theme_too_long"),
        ("", "theme_empty"),
        (" \n ", "theme_empty"),
        ("\u200b", "theme_empty"),
        ("bell\x07", "theme_empty"),
    ],
)
def test_a_theme_is_one_readable_phrase(text: str, problem: str | None) -> None:
    assert theme_problem(tidy_theme(text)) == problem


def test_a_theme_is_one_line() -> None:
    assert tidy_theme("  being \n heard  ") == "being heard"


def test_the_words_about_cards_come_from_the_constant_that_erases_them() -> None:
    assert CARDS_LIVE_MS == CARDS_LIVE_HOURS * 60 * MINUTE
