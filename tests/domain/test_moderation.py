"""What a facilitator does with single cards: wait again, return to the unknown author, veil, feature."""

import pytest

from tests.domain.given import CHOICE, FACILITATOR, Story, card_id, chosen
from tests.domain.test_wall import approve, hide, on_the_wall, queue, told_to_all_but_the_console
from workshop.domain import views
from workshop.domain.commands import ApproveCard, FeatureCard, HideCard, PostReturn, ReconsiderCard, ReleaseCards, VeilCard
from workshop.domain.decider import kept
from workshop.domain.events import CardFeatured, CardReconsidered, CardReturned, CardVeiled
from workshop.domain.parts import QueueCardView, WallView
from workshop.domain.words import TextId

ELSEWHERE = card_id("elsewhere")


def returned(number: int, note: str = "note-1") -> PostReturn:
    return PostReturn(run=1, card=card_id(number), note=TextId(note), sealed=f"sealed {note}")


def read(cards: int = 6) -> Story:
    """A wall with cards 1, 2 and 3 on it; the others wait."""
    story = queue(cards)
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    return story


def wall_of(story: Story) -> WallView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, WallView)
    return stage.body


def in_the_queue(story: Story, number: int) -> QueueCardView:
    console = views.console(story.session, story.texts, views.Signs())
    return next(card for card in console.queue if card.id == card_id(number))


@pytest.mark.parametrize(
    "wish",
    [
        ReconsiderCard(run=1, card=ELSEWHERE),
        PostReturn(run=1, card=ELSEWHERE, note=TextId("note-1"), sealed="sealed"),
        VeilCard(run=1, card=ELSEWHERE, veil="loss"),
        FeatureCard(run=1, card=ELSEWHERE),
    ],
)
def test_a_card_that_is_not_in_the_queue_is_unknown(wish: ReconsiderCard | PostReturn | VeilCard | FeatureCard) -> None:
    assert queue().refused(wish) == "unknown_card"


@pytest.mark.parametrize("run", [0, 2])
def test_a_wish_about_a_card_of_another_run_is_stale(run: int) -> None:
    card = card_id(1)
    for wish in (
        ReconsiderCard(run=run, card=card),
        PostReturn(run=run, card=card, note=TextId("note-1"), sealed="sealed"),
        VeilCard(run=run, card=card, veil="loss"),
        FeatureCard(run=run, card=card),
    ):
        assert queue().refused(wish) == "stale_stage"


def test_a_tally_has_no_card_to_return_or_feature() -> None:
    story = Story().people(5).open(CHOICE)
    story.close(chosen([0] * 5))
    assert story.refused(returned(1)) == "stale_stage"
    assert story.refused(FeatureCard(run=1, card=None)) == "stale_stage"


def test_an_approved_or_a_hidden_card_waits_again() -> None:
    story = queue()
    approve(story, 1)
    hide(story, 2)
    for number in (1, 2):
        wish = ReconsiderCard(run=1, card=card_id(number))
        assert story.do(wish) == (CardReconsidered(run=1, card=card_id(number)),)
        assert in_the_queue(story, number).state == "waiting"
        assert story.do(wish) == (), "it waits already"
    assert (story.wall.approved, story.wall.hidden, story.wall.late) == ((), (), frozenset())


def test_a_card_on_the_wall_is_hidden_before_it_is_decided_anew() -> None:
    story = read()
    wish = ReconsiderCard(run=1, card=card_id(1))
    assert story.refused(wish) == "unknown_card"
    hide(story, 1)
    story.do(wish)
    assert in_the_queue(story, 1).state == "waiting"


def test_undoing_a_hidden_card_is_no_way_around_being_late() -> None:
    story = read()
    hide(story, 4)
    story.do(ReconsiderCard(run=1, card=card_id(4)))
    assert in_the_queue(story, 4).late
    approve(story, 4, 5)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"
    approve(story, 6)
    story.do(ReleaseCards(run=1))
    assert len(on_the_wall(story)) == 6
    assert not in_the_queue(story, 4).late


def test_undoing_an_approval_does_not_make_a_card_late() -> None:
    story = read()
    approve(story, 4)
    story.do(ReconsiderCard(run=1, card=card_id(4)))
    assert story.wall.late == frozenset()


def test_a_returned_card_leaves_the_wall_and_its_note_goes_to_every_phone_sealed() -> None:
    story = read()
    assert story.do(returned(1)) == (CardReturned(run=1, card=card_id(1), note=TextId("note-1")),)
    assert in_the_queue(story, 1).state == "returned"
    assert b"canary 1." not in told_to_all_but_the_console(story)
    assert views.notes(story.session, story.texts).sealed == ("sealed note-1",)
    assert TextId("note-1") in views.text_ids(story.session)
    assert views.touched(story.session, CardReturned.touches, None) == {
        ("shared", ""),
        ("notes", ""),
        ("console", ""),
    }


def test_a_second_note_to_the_same_author_comes_after_the_first() -> None:
    story = queue()
    story.do(returned(1))
    story.do(returned(1, "note-2"))
    assert views.notes(story.session, story.texts).sealed == ("sealed note-1", "sealed note-2")
    assert (story.wall.hidden, story.wall.returned) == ((card_id(1),), (card_id(1),))


def test_a_returned_card_may_be_hidden_for_good_approved_as_it_is_or_wait_again() -> None:
    for wish, state in (
        (ApproveCard(run=1, card=card_id(1)), "approved"),
        (ReconsiderCard(run=1, card=card_id(1)), "waiting"),
    ):
        story = queue()
        story.do(returned(1))
        assert story.do(HideCard(run=1, card=card_id(1))) == (), "it is hidden already"
        story.do(wish)
        assert in_the_queue(story, 1).state == state
        assert story.wall.returned == ()


def test_the_sealed_note_is_a_row_and_no_repr_quotes_it() -> None:
    story = queue()
    rows = kept(story.session, returned(1), FACILITATOR, story.do(returned(1)))
    (row,) = rows.texts
    assert (row.id, row.kind, row.words) == (TextId("note-1"), "note", "sealed note-1")
    assert "sealed" not in repr(rows)
    assert (rows.gone_texts, rows.gone_cards) == ((), ())


def test_a_veil_lies_on_a_card_wherever_it_is_shown_until_it_is_taken_off() -> None:
    story = read()
    veil = VeilCard(run=1, card=card_id(1), veil="loss")
    assert story.do(veil) == (CardVeiled(run=1, card=card_id(1), veil="loss"),)
    assert story.do(veil) == ()
    assert {card.id: card.veils for card in wall_of(story).cards}[card_id(1)] == ("loss",)
    assert in_the_queue(story, 1).veil == "loss"
    story.do(VeilCard(run=1, card=card_id(1), veil="illness"))
    assert in_the_queue(story, 1).veil == "illness"
    story.do(VeilCard(run=1, card=card_id(1), veil=None))
    assert (in_the_queue(story, 1).veil, story.wall.veils) == (None, {})


def test_a_card_is_veiled_before_it_is_approved_and_stays_so() -> None:
    story = queue()
    story.do(VeilCard(run=1, card=card_id(1), veil="violence"))
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    assert {card.veils for card in wall_of(story).cards} == {("violence",), ()}


def test_one_card_of_the_wall_stands_large_on_the_screen_until_all_of_them_do_again() -> None:
    story = read()
    feature = FeatureCard(run=1, card=card_id(2))
    assert story.do(feature) == (CardFeatured(run=1, card=card_id(2)),)
    assert story.do(feature) == ()
    assert wall_of(story).featured == card_id(2)
    assert views.console(story.session, story.texts, views.Signs()).featured == card_id(2)
    story.do(FeatureCard(run=1, card=None))
    assert wall_of(story).featured is None
    assert story.do(FeatureCard(run=1, card=None)) == ()


def test_a_card_that_nobody_has_seen_is_not_featured() -> None:
    story = read()
    approve(story, 4)
    assert story.refused(FeatureCard(run=1, card=card_id(4))) == "unknown_card"


@pytest.mark.parametrize("wish", [HideCard(run=1, card=card_id(2)), returned(2)])
def test_a_featured_card_that_leaves_the_wall_is_not_featured_any_more(wish: HideCard | PostReturn) -> None:
    story = read()
    story.do(FeatureCard(run=1, card=card_id(2)))
    story.do(wish)
    assert story.wall.featured is None
