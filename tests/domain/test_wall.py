"""Cards without a name: shuffled, read by a facilitator, released in batches."""

import msgspec
import pytest

from tests.domain.given import (
    AGREE,
    CHOICE,
    GUIDE,
    WALL,
    Story,
    a_session,
    a_wide_session,
    card_id,
    chosen,
    held,
    person,
    text_answer,
    written,
)
from workshop.domain import views
from workshop.domain.commands import ApproveCard, HideCard, OpenCare, ReleaseCards
from workshop.domain.events import CardApproved, CardHidden, CardsReleased
from workshop.domain.kind_states import WallState
from workshop.domain.parts import WallView
from workshop.domain.words import CardId, TextId


def queue(cards: int = 6, *, practice: bool = False) -> Story:
    """A wall that was closed with that many cards, none of them read yet. Card n says "canary n."."""
    story = Story(a_session(practice=practice)).people(max(cards, 5)).open(WALL)
    story.close(tuple(held(number, text_answer(number, f"canary {number}.")) for number in range(1, cards + 1)))
    return story


def approve(story: Story, *numbers: int) -> None:
    """The words that stand there now."""
    for number in numbers:
        state = story.session.stage.kind if story.session.stage else None
        assert isinstance(state, WallState)
        story.do(ApproveCard(run=1, card=card_id(number), rewrites=state.rewrites.get(card_id(number), 0)))


def hide(story: Story, *numbers: int) -> None:
    for number in numbers:
        story.do(HideCard(run=1, card=card_id(number)))


def on_the_wall(story: Story) -> tuple[CardId, ...]:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, WallView)
    return tuple(card.id for card in stage.body.cards)


def told_to_all_but_the_console(story: Story) -> bytes:
    session, texts = story.session, story.texts
    seats = [views.seat(session, seat, texts) for seat in session.people]
    return msgspec.json.encode([views.shared(session, texts), views.screen(session, texts, views.Signs()), seats])


def test_after_closing_the_console_reads_every_card_and_nobody_else_any() -> None:
    story = queue()
    read = views.console(story.session, story.texts, views.Signs()).queue
    assert {card.text for card in read} == {f"canary {number}." for number in range(1, 7)}
    assert {card.state for card in read} == {"waiting"}
    assert b"canary" not in told_to_all_but_the_console(story)


def test_a_card_with_the_id_of_another_row_is_dropped_and_the_row_keeps_its_words() -> None:
    """A phone knows the id of its own care request, and everybody those of the agreements' lines."""
    story = Story(a_wide_session()).people(7).open(AGREE)
    story.close((held(1, text_answer("line", "We listen")),))
    story.open(WALL)
    story.do(OpenCare(care=TextId(card_id("care")), waiting=None), person(1))
    rows = {row: story.texts[row] for row in (card_id("care"), card_id("line"))}
    story.close((held(1, text_answer("care")), held(2, text_answer("line")), *written(5, first=3)))
    assert set(story.wall.queue) == {card_id(number) for number in range(3, 8)}
    assert rows.items() <= story.texts.items()


def test_g_m1_an_approved_card_is_still_only_on_the_console() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    assert b"canary" not in told_to_all_but_the_console(story)


def test_g_m1_a_hidden_card_leaves_the_wall_at_once() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    assert b"canary 2." in told_to_all_but_the_console(story)
    hide(story, 2)
    assert b"canary 2." not in told_to_all_but_the_console(story)
    assert set(on_the_wall(story)) == {card_id(1), card_id(3)}


def test_a_card_is_decided_once_and_may_be_decided_again() -> None:
    story = queue()
    wish = ApproveCard(run=1, card=card_id(1))
    assert story.do(wish) == (CardApproved(run=1, card=card_id(1)),)
    assert story.do(wish) == ()
    assert story.do(HideCard(run=1, card=card_id(1))) == (CardHidden(run=1, card=card_id(1)),)
    assert story.do(HideCard(run=1, card=card_id(1))) == ()
    approve(story, 1)
    assert (story.wall.approved, story.wall.hidden) == ((card_id(1),), ())


@pytest.mark.parametrize("wish", [ApproveCard, HideCard])
def test_a_card_that_is_not_in_the_queue_is_unknown(wish: type[ApproveCard | HideCard]) -> None:
    assert queue().refused(wish(run=1, card=card_id("elsewhere"))) == "unknown_card"


@pytest.mark.parametrize("run", [0, 2])
def test_a_card_of_another_run_is_stale(run: int) -> None:
    story = queue()
    assert story.refused(ApproveCard(run=run, card=card_id(1))) == "stale_stage"
    assert story.refused(HideCard(run=run, card=card_id(1))) == "stale_stage"
    assert story.refused(ReleaseCards(run=run)) == "stale_stage"


def test_a_tally_has_no_cards() -> None:
    story = Story().people(5).open(CHOICE)
    story.close(chosen([0] * 5))
    for wish in (ApproveCard(run=1, card=card_id(1)), HideCard(run=1, card=card_id(1)), ReleaseCards(run=1)):
        assert story.refused(wish) == "stale_stage"


def test_cards_come_to_the_wall_three_or_more_at_once() -> None:
    story = queue()
    approve(story, 1, 2)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"
    approve(story, 3)
    (released,) = story.do(ReleaseCards(run=1))
    assert isinstance(released, CardsReleased)
    assert set(released.cards) == {card_id(1), card_id(2), card_id(3)}
    assert on_the_wall(story) == released.cards


def test_the_last_one_or_two_cards_wait_until_all_are_decided() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    approve(story, 4)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"
    hide(story, 5, 6)
    story.do(ReleaseCards(run=1))
    assert set(on_the_wall(story)) == {card_id(number) for number in (1, 2, 3, 4)}


def test_fewer_than_three_approved_cards_in_all_make_no_wall() -> None:
    story = queue()
    approve(story, 1, 2)
    hide(story, 3, 4, 5, 6)
    assert story.refused(ReleaseCards(run=1)) == "too_few_cards"


def test_a_wall_that_was_hidden_down_to_two_cards_lets_no_late_one_out() -> None:
    story = queue(5)
    approve(story, 1, 2, 3)
    hide(story, 4, 5)
    story.do(ReleaseCards(run=1))
    hide(story, 1, 2)
    approve(story, 1)
    assert story.refused(ReleaseCards(run=1)) == "too_few_cards"


def test_releasing_again_when_all_are_on_the_wall_changes_nothing() -> None:
    story = queue()
    approve(story, 1, 2, 3, 4, 5, 6)
    story.do(ReleaseCards(run=1))
    assert story.do(ReleaseCards(run=1)) == ()


def test_a_card_hidden_after_it_was_read_comes_back_only_with_the_whole_wall_shuffled_anew() -> None:
    story = queue(8)
    approve(story, 1, 2, 3, 4, 5)
    story.do(ReleaseCards(run=1))
    before = on_the_wall(story)
    hide(story, 2)
    approve(story, 2)
    approve(story, 6, 7)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits", "a late card does not help to fill a batch"
    approve(story, 8)
    (released,) = story.do(ReleaseCards(run=1))
    assert isinstance(released, CardsReleased)
    assert on_the_wall(story) == released.cards
    assert set(released.cards) == {card_id(number) for number in range(1, 9)}
    assert tuple(card for card in released.cards if card in before) != before
    assert story.wall.late == frozenset()


def test_while_cards_wait_a_batch_goes_out_without_the_late_one() -> None:
    story = queue(8)
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    hide(story, 1)
    approve(story, 1, 4, 5, 6)
    (released,) = story.do(ReleaseCards(run=1))
    assert isinstance(released, CardsReleased)
    assert set(released.cards) == {card_id(4), card_id(5), card_id(6)}
    assert on_the_wall(story)[2:] == released.cards


def test_a_card_hidden_and_approved_before_anything_was_read_is_not_late() -> None:
    story = queue()
    hide(story, 1)
    approve(story, 1, 2, 3)
    assert story.wall.late == frozenset()
    (released,) = story.do(ReleaseCards(run=1))
    assert isinstance(released, CardsReleased)
    assert card_id(1) in released.cards


def test_the_order_of_a_batch_is_not_the_order_in_which_cards_were_approved() -> None:
    story = queue(12)
    approve(story, *range(1, 13))
    story.do(ReleaseCards(run=1))
    assert on_the_wall(story) != tuple(card_id(number) for number in range(1, 13))
    assert on_the_wall(story) != story.wall.queue


def test_in_practice_one_card_may_stand_alone() -> None:
    story = queue(1, practice=True)
    approve(story, 1)
    story.do(ReleaseCards(run=1))
    assert on_the_wall(story) == (card_id(1),)


def test_a_card_whose_row_is_gone_is_nowhere() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    del story.texts[card_id(1)]
    assert card_id(1) not in on_the_wall(story)
    assert len(views.console(story.session, story.texts, views.Signs()).queue) == 5


def test_the_next_stage_takes_the_wall_and_its_queue_away() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    story.open(GUIDE)
    assert b"canary" not in told_to_all_but_the_console(story)
    assert views.console(story.session, story.texts, views.Signs()).queue == ()
    assert views.card_ids(story.session) == frozenset()
