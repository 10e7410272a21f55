"""Two facilitators decide about one card at the same moment: each wish names what it saw, hiding always works, and both can tell."""

import pytest

from tests.domain.given import Story, card_id
from tests.domain.test_moderation import in_the_queue, returned
from tests.domain.test_wall import approve, hide, queue
from workshop.domain.cards import notes_about
from workshop.domain.commands import ApproveCard, HideCard, PostReturn, ReconsiderCard, ReleaseCards, RewriteCard
from workshop.domain.deciding import Actor
from workshop.domain.events import CardApproved, CardHidden, CardReturned, CardsReleased
from workshop.domain.words import CardState, TextId

SYSTEM = Actor(role="system")
CARD = card_id(1)


def approval(seen: CardState | None = "waiting") -> ApproveCard:
    return ApproveCard(run=1, card=CARD, seen=seen)


def note(row: str = "note-1", seen: CardState | None = "waiting") -> PostReturn:
    return PostReturn(run=1, card=CARD, note=TextId(row), sealed=f"sealed {row}", seen=seen)


def stands(story: Story) -> tuple[CardState, CardState]:
    """What the card is, and what it was before its last decision."""
    card = in_the_queue(story, 1)
    return card.state, card.before


def test_who_approves_a_card_that_was_just_hidden_is_told_and_it_stays_hidden() -> None:
    story = queue()
    hide(story, 1)
    assert story.refused(approval()) == "card_hidden"
    assert stands(story) == ("hidden", "waiting")


def test_who_hides_a_card_that_was_just_approved_hides_it_and_can_see_what_it_was() -> None:
    story = queue()
    approve(story, 1)
    assert story.do(HideCard(run=1, card=CARD)) == (CardHidden(run=1, card=CARD),)
    assert stands(story) == ("hidden", "approved")


def test_a_note_to_a_card_that_was_just_hidden_is_refused_and_can_be_sent_with_what_is_seen_now() -> None:
    story = queue()
    hide(story, 1)
    assert story.refused(note()) == "card_hidden"
    assert story.do(note(seen="hidden")) == (CardReturned(run=1, card=CARD, note=TextId("note-1")),)
    assert stands(story) == ("returned", "hidden")


def test_who_hides_a_card_that_was_just_returned_leaves_the_note_where_it_is() -> None:
    story = queue()
    story.do(note())
    assert story.do(HideCard(run=1, card=CARD)) == ()
    assert stands(story) == ("returned", "waiting")
    assert notes_about(story.session, CARD) == (TextId("note-1"),)


def test_two_notes_at_once_are_two_notes_only_if_the_second_was_meant_so() -> None:
    story = queue()
    story.do(note())
    assert story.refused(note("note-2")) == "card_returned"
    story.do(note("note-2", seen="returned"))
    assert notes_about(story.session, CARD) == (TextId("note-1"), TextId("note-2"))


def test_who_hides_a_card_that_just_went_out_takes_it_off_the_wall_and_can_see_that_it_was_out() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1, count=3))
    assert stands(story) == ("released", "approved")
    assert story.do(HideCard(run=1, card=CARD)) == (CardHidden(run=1, card=CARD),)
    assert stands(story) == ("hidden", "released")


def test_who_lets_cards_go_of_which_one_was_just_hidden_is_told_before_anything_goes_out() -> None:
    story = queue()
    approve(story, 1, 2, 3, 4)
    hide(story, 1)
    assert story.refused(ReleaseCards(run=1, count=4)) == "cards_changed"
    (released,) = story.do(ReleaseCards(run=1, count=3))
    assert isinstance(released, CardsReleased)
    assert CARD not in released.cards


def test_who_lets_cards_go_where_too_few_are_left_is_told_that_they_changed() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    hide(story, 1)
    assert story.refused(ReleaseCards(run=1, count=3)) == "cards_changed"
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"


def test_two_who_let_the_same_cards_go_let_them_go_once() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1, count=3))
    assert story.refused(ReleaseCards(run=1, count=3)) == "cards_changed"


def test_the_undo_of_one_does_not_take_back_what_the_other_decided() -> None:
    story = queue()
    story.do(approval())
    hide(story, 1)
    assert story.refused(ReconsiderCard(run=1, card=CARD, seen="approved")) == "card_hidden"
    assert stands(story) == ("hidden", "approved")
    story.do(ReconsiderCard(run=1, card=CARD, seen="hidden"))
    assert story.refused(note(seen="hidden")) == "card_waits"


@pytest.mark.parametrize("seen", ["waiting", "approved", None])
def test_two_who_decide_the_same_decide_it_once(seen: CardState | None) -> None:
    story = queue()
    assert story.do(approval()) == (CardApproved(run=1, card=CARD),)
    assert story.do(approval(seen)) == ()


def test_a_page_that_names_nothing_decides_as_it_always_did() -> None:
    story = queue()
    hide(story, 1)
    assert story.do(approval(None)) == (CardApproved(run=1, card=CARD),)
    assert story.do(returned(1)) != ()


def test_other_words_were_decided_about_by_nobody_yet() -> None:
    story = queue()
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1, count=3))
    story.do(RewriteCard(card=CARD, text="Other words"), SYSTEM)
    assert stands(story) == ("waiting", "waiting")
    assert story.refused(ApproveCard(run=1, card=CARD, rewrites=0, seen="released")) == "stale_card"
