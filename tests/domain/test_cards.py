"""What an author does with a card by its key alone, in the current stage and in one that the session has left."""

import pytest

from tests.domain.given import (
    CHOICE,
    FACILITATOR,
    GUIDE,
    SYSTEM,
    WALL,
    Story,
    card_id,
    held,
    text_answer,
)
from tests.domain.pictures_of import changed, parts_of
from tests.domain.test_moderation import in_the_queue, read, returned, wall_of
from tests.domain.test_wall import approve, hide, on_the_wall, queue, told_to_all_but_the_console
from workshop.domain import views
from workshop.domain.commands import (
    AnyCommand,
    ApproveCard,
    EndSession,
    FeatureCard,
    LookBack,
    ReleaseCards,
    RewriteCard,
    VeilCard,
    WithdrawCard,
)
from workshop.domain.decider import kept
from workshop.domain.events import CardRewritten, CardsReleased, CardWithdrawn
from workshop.domain.kind_states import WallState
from workshop.domain.kinds import wall
from workshop.domain.plan import TextInput
from workshop.domain.words import CardId, TextId


def withdraw(story: Story, number: object) -> None:
    story.do(WithdrawCard(card=card_id(number)), SYSTEM)


def rewrite(story: Story, number: int, text: str = "Other words") -> None:
    story.do(RewriteCard(card=card_id(number), text=text), SYSTEM)


def everywhere_in(state: WallState) -> set[CardId]:
    lists = {*state.queue, *state.approved, *state.hidden, *state.released, *state.returned, *state.late, *state.veils}
    resonance = {CardId(key.removeprefix("resonate:")) for key in state.totals}
    return lists | resonance | ({state.featured} if state.featured else set())


def past_wall(story: Story) -> WallState:
    state = story.session.past[WALL].kind
    assert isinstance(state, WallState)
    return state


# --- withdrawn


@pytest.mark.parametrize(
    "before",
    [
        [],
        [returned(1)],
        [VeilCard(run=1, card=card_id(1), veil="loss")],
        [FeatureCard(run=1, card=card_id(1))],
    ],
)
def test_a_withdrawn_card_is_nowhere_any_more(before: list[AnyCommand]) -> None:
    story = read()
    for wish in before:
        story.do(wish)
    assert story.do(WithdrawCard(card=card_id(1)), SYSTEM) == (CardWithdrawn(card=card_id(1)),)
    assert card_id(1) not in everywhere_in(story.wall)
    assert b"canary 1." not in told_to_all_but_the_console(story)
    assert card_id(1) not in {card.id for card in views.console(story.session, story.texts, views.Signs()).queue}
    assert len(on_the_wall(story)) == 2


def test_the_notes_to_the_author_of_a_withdrawn_card_go_with_it() -> None:
    story = queue()
    story.do(returned(1))
    story.do(returned(2, "note-2"))
    story.do(returned(1, "note-3"))
    rows = kept(story.session, WithdrawCard(card=card_id(1)), SYSTEM, (CardWithdrawn(card=card_id(1)),))
    assert rows.gone_texts == (TextId("note-1"), TextId("note-3"))
    before = parts_of(story.session, story.texts)
    withdraw(story, 1)
    assert views.notes(story.session, story.texts).sealed == ("sealed note-2",)
    assert story.texts.keys() & {"note-1", "note-2", "note-3"} == {"note-2"}
    parts = changed(before, parts_of(story.session, story.texts))
    assert ("notes", "") in parts
    assert parts <= views.touched(story.session, CardWithdrawn.touches, None)


def test_a_note_stays_when_its_card_is_rewritten() -> None:
    story = queue()
    story.do(returned(1))
    rewrite(story, 1)
    assert views.notes(story.session, story.texts).sealed == ("sealed note-1",)


@pytest.mark.parametrize("number", [1, 4, 5, 6])
def test_a_card_is_withdrawn_whatever_was_decided_about_it(number: int) -> None:
    story = read()
    approve(story, 4)
    hide(story, 5)
    withdraw(story, number)
    assert card_id(number) not in everywhere_in(story.wall)
    assert len(story.wall.queue) == 5


def test_what_the_group_felt_about_a_withdrawn_card_is_gone_too() -> None:
    both = {f"resonate:{card_id(1)}": 3, f"resonate:{card_id(2)}": 2}
    state = WallState(queue=(card_id(1), card_id(2)), released=(card_id(1), card_id(2)), totals=both, totals_at=1)
    assert wall.withdrawn(state, card_id(1)).totals == {f"resonate:{card_id(2)}": 2}


def test_a_late_card_that_is_withdrawn_keeps_nothing_back() -> None:
    story = read()
    rewrite(story, 1)
    withdraw(story, 1)
    assert story.wall.late == frozenset()


def test_the_row_of_a_withdrawn_card_is_deleted() -> None:
    story = queue()
    command = WithdrawCard(card=card_id(1))
    rows = kept(story.session, command, SYSTEM, (CardWithdrawn(card=card_id(1)),))
    assert (rows.gone_cards, rows.gone_texts) == ((card_id(1),), ())
    withdraw(story, 1)
    assert card_id(1) not in story.texts


def test_a_card_is_withdrawn_once_and_its_id_is_never_used_again() -> None:
    story = queue()
    withdraw(story, 1)
    assert story.refused(WithdrawCard(card=card_id(1)), SYSTEM) == "unknown_card"
    assert card_id(1) in story.session.cards


def test_a_card_that_was_never_here_is_unknown_and_so_is_one_that_is_still_being_written() -> None:
    story = Story().people(6).open(WALL)
    for wish in (WithdrawCard(card=card_id(1)), RewriteCard(card=card_id(1), text="Other words")):
        assert story.refused(wish, SYSTEM) == "unknown_card"


@pytest.mark.parametrize("wish", [WithdrawCard(card=card_id(1)), RewriteCard(card=card_id(1), text="Other words")])
def test_a_facilitator_cannot_do_it_for_an_author(wish: WithdrawCard | RewriteCard) -> None:
    assert queue().refused(wish, FACILITATOR) == "not_permitted"


def test_a_card_of_a_stage_that_was_left_is_withdrawn_from_there() -> None:
    story = read().open(GUIDE)
    withdraw(story, 1)
    assert card_id(1) not in everywhere_in(past_wall(story))
    story.do(LookBack(run=story.run, stage=WALL))
    assert set(on_the_wall(story)) == {card_id(2), card_id(3)}


def test_a_card_of_a_stage_that_is_shown_again_is_withdrawn_there_and_stays_so() -> None:
    story = read().open(GUIDE)
    story.do(LookBack(run=story.run, stage=WALL))
    withdraw(story, 1)
    assert card_id(1) not in on_the_wall(story)
    story.open(CHOICE)
    assert card_id(1) not in everywhere_in(past_wall(story))


def test_a_card_is_withdrawn_after_the_end_until_it_is_erased_and_no_longer_rewritten() -> None:
    story = read()
    story.do(EndSession())
    withdraw(story, 1)
    assert card_id(1) not in everywhere_in(story.wall)
    assert card_id(1) not in story.texts
    assert story.refused(RewriteCard(card=card_id(2), text="Other words"), SYSTEM) == "session_ended"


def test_withdrawing_the_last_waiting_card_lets_the_rest_out() -> None:
    story = queue(5)
    approve(story, 1, 2, 3)
    story.do(ReleaseCards(run=1))
    approve(story, 4)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"
    withdraw(story, 5)
    story.do(ReleaseCards(run=1))
    assert len(on_the_wall(story)) == 4


# --- rewritten


def test_a_rewritten_card_leaves_the_wall_waits_again_and_is_late() -> None:
    story = read()
    story.do(FeatureCard(run=1, card=card_id(1)))
    wish = RewriteCard(card=card_id(1), text="  Other words ")
    assert story.do(wish, SYSTEM) == (CardRewritten(card=card_id(1)),)
    assert b"canary 1." not in told_to_all_but_the_console(story)
    assert b"Other words" not in told_to_all_but_the_console(story)
    card = in_the_queue(story, 1)
    assert (card.text, card.state, card.late) == ("Other words", "waiting", True)
    assert story.wall.featured is None


def test_a_rewritten_card_goes_out_only_with_the_whole_wall_shuffled_anew() -> None:
    story = read()
    rewrite(story, 1)
    approve(story, 1, 4, 5)
    assert story.refused(ReleaseCards(run=1)) == "batch_waits"
    approve(story, 6)
    (released,) = story.do(ReleaseCards(run=1))
    assert isinstance(released, CardsReleased)
    assert set(released.cards) == {card_id(number) for number in range(1, 7)}
    assert on_the_wall(story) == released.cards


def test_a_card_that_was_returned_or_hidden_waits_again_when_it_is_rewritten_and_keeps_its_veil() -> None:
    story = queue()
    story.do(VeilCard(run=1, card=card_id(1), veil="violence"))
    story.do(returned(1))
    hide(story, 2)
    rewrite(story, 1)
    rewrite(story, 2)
    assert [in_the_queue(story, number).state for number in (1, 2)] == ["waiting", "waiting"]
    assert in_the_queue(story, 1).veil == "violence"
    assert (story.wall.hidden, story.wall.returned) == ((), ())


def test_resonance_with_the_old_words_is_not_shown_beside_the_new_ones() -> None:
    state = WallState(queue=(card_id(1),), released=(card_id(1),), totals={f"resonate:{card_id(1)}": 3}, totals_at=1)
    assert wall.rewritten(state, card_id(1)).totals == {}


@pytest.mark.parametrize(("text", "code"), [("", "text_empty"), (" \n ", "text_empty"), ("a\u0000", "text_unreadable")])
def test_new_words_follow_the_rules_of_the_stage(text: str, code: str) -> None:
    assert queue().refused(RewriteCard(card=card_id(1), text=text), SYSTEM) == code


def test_new_words_are_as_long_as_the_stage_allows() -> None:
    story = queue()
    asked = story.template.input
    assert isinstance(asked, TextInput)
    assert story.refused(RewriteCard(card=card_id(1), text="a" * (asked.max + 1)), SYSTEM) == "text_too_long"
    rewrite(story, 1, f"  {'a' * asked.max}  ")


def test_new_words_are_a_changed_row_that_no_repr_quotes() -> None:
    story = queue()
    command = RewriteCard(card=card_id(1), text=" \u202eSecret canary ")
    rows = kept(story.session, command, SYSTEM, story.do(command, SYSTEM))
    assert [(row.id, row.text) for row in rows.rewritten] == [(card_id(1), "Secret canary")]
    assert "canary" not in repr(rows) + repr(command)
    assert (rows.cards, rows.gone_cards) == ((), ())


def test_a_card_of_a_stage_that_was_left_is_rewritten_there_and_decided_when_it_is_shown_again() -> None:
    story = read().open(GUIDE)
    rewrite(story, 1)
    assert card_id(1) in past_wall(story).late
    story.do(LookBack(run=story.run, stage=WALL))
    assert in_the_queue(story, 1).state == "waiting"
    approve(story, 1)
    assert wall_of(story).cards[0].id in {card_id(2), card_id(3)}


# --- proposed agreements


def test_of_several_answers_of_one_person_the_newest_has_the_words_of_the_row() -> None:
    for order in (1, -1):
        twice = (held(1, text_answer(1, "first"), counter=1), held(1, text_answer(1, "second"), counter=2))[::order]
        story = Story().people(6).open(WALL)
        story.close((*twice, *(held(number, text_answer(number)) for number in range(2, 6))))
        assert story.texts[card_id(1)] == "second"


def test_g_m1_nobody_approves_words_that_they_have_not_read() -> None:
    """The approval was on its way when the author found other words."""
    story = queue()
    rewrite(story, 1)
    assert story.refused(ApproveCard(run=1, card=card_id(1))) == "stale_card"
    rewrite(story, 1, "And others again")
    assert story.refused(ApproveCard(run=1, card=card_id(1), rewrites=1)) == "stale_card"
    story.do(ApproveCard(run=1, card=card_id(1), rewrites=2))
