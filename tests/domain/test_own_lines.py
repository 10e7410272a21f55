"""A line that somebody proposed for the agreements: its author takes it back, whatever became of it."""

import pytest

from tests.domain.given import (
    AGREE,
    GUIDE,
    START_LINES,
    SYSTEM,
    Story,
    a_wide_session,
    card_id,
    held,
    text_answer,
)
from tests.domain.test_cards import withdraw
from workshop.domain import views
from workshop.domain.commands import (
    ApproveLine,
    CompleteClosing,
    HideLine,
    KeepLines,
    QuestionLines,
    RewriteCard,
    ShowGauge,
    WithdrawCard,
)
from workshop.domain.decider import kept
from workshop.domain.events import CardWithdrawn, LinesCollected
from workshop.domain.kind_states import AgreeState
from workshop.domain.words import LineId, TextId


def collected(lines: int = 6) -> Story:
    """Agreements with that many proposed lines, none decided. Line n says "canary n."."""
    story = Story(a_wide_session()).people(6).open(AGREE)
    story.close(tuple(held(number, text_answer(number, f"canary {number}.")) for number in range(1, lines + 1)))
    return story


def line(number: int) -> LineId:
    return LineId(card_id(number))


def agreements(story: Story) -> tuple[str, ...]:
    return views.shared(story.session, story.texts).agreements


@pytest.mark.parametrize("decided", ["proposed", "shown", "hidden", "kept"])
def test_a_proposed_agreement_is_withdrawn_whatever_became_of_it(decided: str) -> None:
    story = collected()
    if decided in ("shown", "kept"):
        story.do(ApproveLine(run=1, line=line(1)))
    if decided == "hidden":
        story.do(HideLine(run=1, line=line(1)))
    if decided == "kept":
        story.do(KeepLines(run=1, lines=(line(1), LineId("start-0")), questioned=()))
        assert set(agreements(story)) == {START_LINES[0], "canary 1."}
    withdraw(story, 1)
    state = story.agree
    assert line(1) not in {*state.proposed, *state.lines, *state.hidden, *state.kept}
    assert agreements(story) == ((START_LINES[0],) if decided == "kept" else ())
    assert line(1) not in {one.id for one in story.session.agreements}
    assert card_id(1) not in story.texts


def test_an_agreement_is_withdrawn_after_its_stage_was_left() -> None:
    story = collected()
    story.do(ApproveLine(run=1, line=line(1)))
    story.do(KeepLines(run=1, lines=(line(1),), questioned=()))
    story.open(GUIDE)
    assert agreements(story) == ("canary 1.",)
    withdraw(story, 1)
    assert agreements(story) == ()
    past = story.session.past[AGREE].kind
    assert isinstance(past, AgreeState)
    assert line(1) not in {*past.lines, *past.kept}


def test_the_row_of_a_withdrawn_agreement_is_one_of_the_texts() -> None:
    story = collected()
    rows = kept(story.session, WithdrawCard(card=card_id(1)), SYSTEM, (CardWithdrawn(card=card_id(1)),))
    assert (rows.gone_texts, rows.gone_cards) == ((TextId(card_id(1)),), ())


def test_an_agreement_is_not_rewritten() -> None:
    assert collected().refused(RewriteCard(card=card_id(1), text="Other words"), SYSTEM) == "unknown_card"


def test_a_question_about_a_withdrawn_agreement_is_open_no_longer() -> None:
    story = collected()
    story.do(ApproveLine(run=1, line=line(1)))
    story.do(QuestionLines(run=1, lines=(line(1), LineId("start-0"))), SYSTEM)
    withdraw(story, 1)
    assert story.agree.questioned == {LineId("start-0")}


def test_support_for_a_withdrawn_agreement_is_gone_with_it() -> None:
    story = collected()
    story.do(ApproveLine(run=1, line=line(1)))
    story.do(ShowGauge(run=1, totals={f"support:{line(1)}": 4, "support:start-0": 5}, people=6, changes=6), SYSTEM)
    withdraw(story, 1)
    assert story.agree.totals == {"support:start-0": 5}


def test_collected_lines_are_rows_in_the_shuffled_order_of_their_fact() -> None:
    story = Story(a_wide_session()).people(6).open(AGREE).begin_closing()
    answers = tuple(held(number, text_answer(number, f" canary {number}. ")) for number in range(1, 7))
    command = CompleteClosing(run=1, attempt=1, held=answers)
    (fact,) = story.do(command, SYSTEM)
    assert isinstance(fact, LinesCollected)
    before = Story(a_wide_session()).people(6).open(AGREE).begin_closing().session
    rows = kept(before, command, SYSTEM, (fact,))
    assert [row.id for row in rows.texts] == [TextId(one) for one in fact.lines]
    assert {row.kind for row in rows.texts} == {"line"}
    assert {row.words for row in rows.texts} == {f"canary {number}." for number in range(1, 7)}
    assert [row.id for row in rows.texts] != [TextId(card_id(number)) for number in range(1, 7)]
    assert "canary" not in repr(rows)
    assert rows.cards == (), "the way back to their authors is dropped"
