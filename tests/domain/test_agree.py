"""Agreements: collected as often as one likes, shown once approved, supported and questioned as gauges, kept for the session."""

import pytest

from tests.domain.given import (
    AGREE,
    GUIDE,
    START_LINES,
    SYSTEM,
    WALL,
    AsTheyCame,
    Story,
    a_wide_session,
    card_id,
    held,
    passed,
    person,
    seat,
    text_answer,
    with_template,
    written,
)
from workshop.domain import views
from workshop.domain.answers import TakenBack, TextAnswer
from workshop.domain.commands import (
    AnyCommand,
    ApproveLine,
    BeginClosing,
    CompleteClosing,
    DiscardStage,
    EndSession,
    HeldAnswer,
    HideLine,
    KeepLines,
    MergeSeats,
    OpenCare,
    OpenStage,
    QuestionLines,
    ShowGauge,
    SkipStage,
)
from workshop.domain.events import (
    LineApproved,
    LineHidden,
    LinesCollected,
    LinesKept,
    LinesQuestioned,
    StageDropped,
    StageReopened,
)
from workshop.domain.parts import AgreeView, LineView
from workshop.domain.session import Agreement, Receipts
from workshop.domain.words import LINE_LENGTH, LineId, Nonce, TextId

STARTS = (LineId("start-0"), LineId("start-1"), LineId("start-2"))


def line(name: object) -> LineId:
    return LineId(card_id(name))


def an_agreement(people: int = 6) -> Story:
    return Story(a_wide_session(), AsTheyCame()).people(people).open(AGREE)


def collected(count: int = 2) -> Story:
    """`count` people have proposed a line each, and it was collected."""
    story = an_agreement()
    story.close(written(count))
    return story


def body(story: Story) -> AgreeView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None and isinstance(stage.body, AgreeView)
    return stage.body


def shown(story: Story) -> list[str]:
    return [one.text for one in body(story).lines]


def keep(*lines: LineId, questioned: tuple[LineId, ...] = ()) -> KeepLines:
    return KeepLines(run=1, lines=lines, questioned=questioned)


def test_it_begins_with_the_lines_of_the_template() -> None:
    story = an_agreement()
    assert story.agree.lines == STARTS
    assert body(story).lines[0] == LineView(id=STARTS[0], text=START_LINES[0], support=None, question=False, kept=False)
    assert shown(story) == list(START_LINES)
    assert (body(story).propose, body(story).input.type, body(story).input.max) == (True, "text", LINE_LENGTH)


def test_collecting_needs_no_floor_and_writing_goes_on() -> None:
    story = an_agreement()
    events = story.close([held(1, text_answer(1))])
    assert events == (LinesCollected(run=1, attempt=1, lines=(line(1),), receipts=(Nonce("nonce-1-1"),)),)
    assert story.session.phase == "open"
    assert story.session.stage is not None and story.session.stage.closing is None
    assert story.agree.proposed == (line(1),)
    assert story.session.receipts == (Receipts(run=1, nonces=(Nonce("nonce-1-1"),)),)


def test_collecting_nothing_is_no_reason_to_wait() -> None:
    story = an_agreement()
    assert story.close(()) == (LinesCollected(run=1, attempt=1, lines=(), receipts=()),)
    assert story.session.phase == "open"


def test_a_second_collection_adds_what_was_written_since() -> None:
    story = collected(2)
    story.close(written(1, first=3))
    assert story.agree.proposed == (line(1), line(2), line(3))
    assert [len(one.nonces) for one in story.session.receipts] == [2, 1]


def test_the_order_of_collected_lines_is_drawn() -> None:
    story = Story(a_wide_session()).people(12).open(AGREE)
    story.close(written(12))
    assert sorted(story.agree.proposed) == sorted(line(number) for number in range(1, 13))
    assert story.agree.proposed != tuple(line(number) for number in range(1, 13))


def test_a_line_whose_id_is_known_is_dropped() -> None:
    story = collected(1)
    (event,) = story.close([held(2, text_answer(1)), held(3, text_answer(3)), held(4, text_answer(3))])
    assert isinstance(event, LinesCollected)
    assert event.lines == (line(3),)
    assert card_id(3) in story.session.cards


def test_a_card_of_a_wall_does_not_become_a_line() -> None:
    story = Story(a_wide_session()).people(6).open(WALL)
    story.close(written(6))
    story.open(AGREE)
    (event,) = story.close(written(1))
    assert isinstance(event, LinesCollected)
    assert event.lines == ()


@pytest.mark.parametrize("text", ["", "x" * (LINE_LENGTH + 1)])
def test_what_is_no_line_is_left_out(text: str) -> None:
    story = an_agreement()
    (event,) = story.close([held(1, text_answer(1, text)), held(2, text_answer(2, "x" * LINE_LENGTH))])
    assert isinstance(event, LinesCollected)
    assert (event.lines, event.receipts) == ((line(2),), (Nonce("nonce-2-1"),))


def test_passing_counts_like_an_answer_and_what_was_taken_back_does_not() -> None:
    story = an_agreement()
    (event,) = story.close([*passed(2), held(3, TakenBack())])
    assert isinstance(event, LinesCollected)
    assert (event.lines, len(event.receipts)) == ((), 2)


def test_two_phones_of_one_person_propose_one_line() -> None:
    story = an_agreement(3)
    story.do(MergeSeats(seat=seat(2), into=seat(1)))
    answers: list[HeldAnswer] = [held(1, text_answer("first"), 1), held(2, text_answer("second"), 4)]
    (event,) = story.close(answers)
    assert isinstance(event, LinesCollected)
    assert event.lines == (line("second"),)


def test_what_was_proposed_is_for_facilitators_until_it_is_approved() -> None:
    story = collected(2)
    assert shown(story) == list(START_LINES)
    console = views.console(story.session, story.texts, views.Signs())
    assert [(one.id, one.state) for one in console.lines][:2] == [(line(1), "proposed"), (line(2), "proposed")]
    assert story.do(ApproveLine(run=1, line=line(2))) == (LineApproved(run=1, line=line(2)),)
    assert (story.agree.lines, story.agree.proposed) == ((*STARTS, line(2)), (line(1),))
    assert shown(story) == [*START_LINES, "A hope"]


def test_a_line_is_hidden_and_shown_again() -> None:
    story = collected(1)
    assert story.do(HideLine(run=1, line=line(1))) == (LineHidden(run=1, line=line(1)),)
    assert (story.agree.hidden, story.agree.proposed) == ((line(1),), ())
    story.do(ApproveLine(run=1, line=line(1)))
    assert (story.agree.hidden, story.agree.lines[-1]) == ((), line(1))
    story.do(HideLine(run=1, line=STARTS[0]))
    assert story.agree.lines == (*STARTS[1:], line(1))


def test_what_is_so_already_changes_nothing() -> None:
    story = collected(1)
    story.do(HideLine(run=1, line=line(1)))
    assert story.wish(HideLine(run=1, line=line(1))) == ()
    assert story.wish(ApproveLine(run=1, line=STARTS[0])) == ()
    assert story.wish(QuestionLines(run=1, lines=()), SYSTEM) == ()


def test_a_line_that_is_not_there_is_unknown() -> None:
    story = collected(1)
    for wish in (ApproveLine(run=1, line=line(9)), HideLine(run=1, line=line(9)), keep(line(9)), keep(line(1))):
        assert story.refused(wish) == "unknown_line"


def test_wishes_name_the_stage_and_are_for_agreements_alone() -> None:
    story, guide = collected(1), Story(a_wide_session()).people(2).open(GUIDE)
    for run in (0, 2):
        wishes: list[AnyCommand] = [
            ApproveLine(run=run, line=line(1)),
            HideLine(run=run, line=line(1)),
            KeepLines(run=run, lines=STARTS, questioned=()),
        ]
        assert [story.refused(wish) for wish in wishes] == ["stale_stage"] * 3
        assert story.refused(QuestionLines(run=run, lines=()), SYSTEM) == "stale_stage"
        assert story.refused(ShowGauge(run=run, totals={}, people=9, changes=9), SYSTEM) == "stale_stage"
    assert guide.refused(ApproveLine(run=1, line=line(1))) == "stale_stage"
    assert guide.refused(ShowGauge(run=1, totals={}, people=9, changes=9), SYSTEM) == "stale_stage"


def test_whether_a_line_has_an_open_question_is_yes_or_no_at_once() -> None:
    story = an_agreement()
    assert story.do(QuestionLines(run=1, lines=(STARTS[1], line(7))), SYSTEM) == (LinesQuestioned(run=1, lines=(STARTS[1],)),)
    assert [one.question for one in body(story).lines] == [False, True, False]
    assert story.wish(QuestionLines(run=1, lines=(STARTS[1],)), SYSTEM) == ()
    story.do(QuestionLines(run=1, lines=()), SYSTEM)
    assert not any(one.question for one in body(story).lines)


def test_a_questioned_line_is_not_kept() -> None:
    story = an_agreement()
    assert story.refused(keep(*STARTS, questioned=(STARTS[2],))) == "line_questioned"
    assert story.do(keep(*STARTS[:2], questioned=(STARTS[2],))) == (LinesKept(run=1, lines=STARTS[:2]),)


def test_what_the_nodes_know_now_goes_before_what_was_shown_last() -> None:
    story = an_agreement()
    story.do(QuestionLines(run=1, lines=(STARTS[0],)), SYSTEM)
    assert story.do(keep(STARTS[0])) == (LinesKept(run=1, lines=(STARTS[0],)),)


def test_what_is_kept_stays_with_the_session_in_the_order_of_the_list() -> None:
    story = collected(1)
    story.do(ApproveLine(run=1, line=line(1)))
    story.do(keep(line(1), STARTS[2]))
    story.do(keep(STARTS[0], STARTS[2]))
    assert story.session.agreements == (
        Agreement(id=STARTS[0], words=START_LINES[0]),
        Agreement(id=STARTS[2], words=START_LINES[2]),
        Agreement(id=line(1), words=None),
    )
    assert views.shared(story.session, story.texts).agreements == (START_LINES[0], START_LINES[2], "A hope")
    assert story.wish(keep(STARTS[0], line(1))) == ()
    assert story.wish(keep()) == ()
    story.open(GUIDE)
    assert views.shared(story.session, story.texts).agreements == (START_LINES[0], START_LINES[2], "A hope")


def test_a_kept_line_that_is_hidden_is_kept_no_longer() -> None:
    story = an_agreement()
    story.do(keep(*STARTS))
    story.do(HideLine(run=1, line=STARTS[1]))
    assert [one.id for one in story.session.agreements] == [STARTS[0], STARTS[2]]
    assert STARTS[1] not in story.agree.kept


def test_agreements_of_another_stage_stay() -> None:
    story = an_agreement()
    story.do(keep(*STARTS))
    other = with_template(story.session, GUIDE, kind="agree", start=("Another promise",), propose=True)
    story.session = other
    story.open(GUIDE)
    story.do(KeepLines(run=2, lines=(STARTS[0],), questioned=()))
    assert [one.words for one in story.session.agreements] == [*START_LINES, "Another promise"]


def test_going_on_from_agreements_needs_no_closing_and_tells_phones_what_was_left_out() -> None:
    story = collected(1).open(GUIDE)
    assert story.session.receipts[-1] == Receipts(run=1, nonces=())
    assert story.session.past[AGREE].outcome == "done"
    merged = views.receipts(story.session).stages
    assert [one.run for one in merged] == [1]
    assert merged[0].nonces == (Nonce("nonce-1-1"),)


def test_skipping_agreements_drops_what_was_not_collected() -> None:
    story = Story(a_wide_session()).people(5).open(AGREE)
    story.session = with_template(story.session, GUIDE, kind="guide")
    assert story.refused(SkipStage(run=1)) == "unknown_stage"
    story = Story(a_wide_session()).people(5)
    story.session = with_template(story.session, GUIDE, kind="agree", start=START_LINES)
    story.open(GUIDE)
    dropped, _ = story.do(SkipStage(run=1))
    assert dropped == StageDropped(run=1, outcome="skipped")
    assert story.session.receipts == (Receipts(run=1, nonces=()),)


def test_the_end_of_the_session_leaves_out_what_was_not_collected() -> None:
    story = an_agreement()
    story.do(EndSession())
    assert story.session.receipts == (Receipts(run=1, nonces=()),)
    assert story.session.past[AGREE].outcome == "done"


def test_a_collection_that_lasts_too_long_is_given_up_and_the_agreements_go_on() -> None:
    story = an_agreement().begin_closing()
    assert story.session.phase == "closing"
    assert story.refused(DiscardStage(run=1)) == "closing_not_due"
    story.later(60_000)
    (event,) = story.do(DiscardStage(run=1))
    assert isinstance(event, StageReopened)
    assert (story.session.phase, story.session.receipts) == ("open", ())
    assert story.refused(CompleteClosing(run=1, attempt=1, held=()), SYSTEM) == "not_permitted"
    assert story.close(written(1)) == (LinesCollected(run=1, attempt=2, lines=(line(1),), receipts=(Nonce("nonce-1-1"),)),)


def test_an_agreement_is_asked_once() -> None:
    story = an_agreement().open(GUIDE)
    assert story.refused(OpenStage(run=2, stage=AGREE)) == "already_asked"


def test_collecting_is_a_facilitators_wish() -> None:
    story = an_agreement()
    wish = BeginClosing(run=1, nodes=(), grace=0, lapse=0)
    assert story.refused(wish, person(1)) == "not_permitted"


def test_g_a1_no_fact_of_an_agreement_says_what_was_written() -> None:
    story = collected(0)
    answer = TextAnswer(text="A promise of mine", card=card_id("promise"), note_key="0" * 64)
    events = story.close([held(1, answer)])
    assert story.texts[line("promise")] == "A promise of mine"
    assert "promise of mine" not in repr(events)
    assert "seat-" not in repr(events)


def test_a_line_with_the_id_of_another_row_is_dropped_and_keeps_nobody_else_from_being_collected() -> None:
    """A phone knows the id of its own care request; rows of words have one table."""
    story = an_agreement()
    story.do(OpenCare(care=TextId(card_id("care")), waiting=None), person(1))
    held_lines = [
        held(number, TextAnswer(text=f"Line {number}", card=card_id(name), note_key="0" * 64))
        for number, name in ((1, "care"), (2, "another"))
    ]
    (collected_lines,) = [event for event in story.close(held_lines) if isinstance(event, LinesCollected)]
    assert collected_lines.lines == (line("another"),)


def test_a_line_with_the_id_of_one_that_was_collected_before_is_dropped() -> None:
    """Everybody knows the ids of the shown ones."""
    story = collected(2)
    other = [held(3, text_answer(1, "Other words")), held(4, text_answer("another"))]
    (collected_lines,) = [event for event in story.close(other) if isinstance(event, LinesCollected)]
    assert collected_lines.lines == (line("another"),)
    assert story.texts[line(1)] == "A hope"
