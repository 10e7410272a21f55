"""Cards that are dealt instead of hung up, and replies to them: what stands may be dealt, and a link says nothing about a person."""

import msgspec
import pytest

from tests.domain.given import (
    DEAL,
    FACILITATOR,
    PACER,
    REPLY,
    SYSTEM,
    WALL,
    Story,
    a_broad_session,
    card_id,
    held,
    text_answer,
    written,
)
from tests.domain.pictures_of import parts_of
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.answers import Answer
from workshop.domain.closing import intake_problem
from workshop.domain.deciding import Actor
from workshop.domain.events import CardHidden, CardVeiled, WallClosed
from workshop.domain.kind_states import WallState
from workshop.domain.parts import QueueCardView, WallView
from workshop.domain.words import CardId, Phase

DEALT = tuple(card_id(number) for number in range(1, 7))
"""Six people's cards; `written` names them by number."""


def dealt(people: int = 6) -> Story:
    """Cards of all people, approved and released in the stage that deals."""
    story = Story(a_broad_session()).people(people).open(DEAL)
    story.close(written(people))
    release(story)
    return story


def release(story: Story) -> None:
    for card in story.wall.queue:
        story.do(c.ApproveCard(run=story.run, card=card))
    story.do(c.ReleaseCards(run=story.run))


def replying() -> Story:
    return dealt().open(REPLY)


def replied(*links: CardId | None) -> Story:
    """The first people have replied to these cards; everybody else wrote to no card in particular. Nothing is read yet."""
    story = replying()
    given = [*links, *[None] * (6 - len(links))]
    story.close([held(number, text_answer(f"reply {number}", f"Reply {number}", link)) for number, link in enumerate(given, 1)])
    return story


def body(story: Story) -> WallView:
    stage = views.shared(story.session, story.texts).stage
    assert stage is not None
    assert isinstance(stage.body, WallView)
    return stage.body


def queue(story: Story) -> tuple[QueueCardView, ...]:
    return views.console(story.session, story.texts, views.Signs()).queue


def problem(story: Story, answer: Answer) -> str | None:
    assert story.session.stage is not None
    return intake_problem(story.session, story.session.stage, answer)


def test_released_cards_of_a_dealing_stage_are_on_no_wall_but_stand() -> None:
    story = dealt()
    assert body(story).deals
    assert body(story).cards == ()
    assert sorted(body(story).standing) == sorted(DEALT)
    told = b"".join(part for (scope, _), part in parts_of(story.session, story.texts).items() if scope != "console")
    assert b"A hope" not in told


def test_before_they_are_released_none_stands() -> None:
    story = Story(a_broad_session()).people(6).open(DEAL)
    story.close(written(6))
    story.do(c.ApproveCard(run=1, card=DEALT[0]))
    assert body(story).standing == ()


def test_a_dealt_card_is_not_shown_large() -> None:
    assert dealt().refused(c.FeatureCard(run=1, card=DEALT[0])) == "unknown_card"


def test_an_ordinary_wall_neither_deals_nor_replies() -> None:
    story = Story().people(6).open(WALL)
    story.close(written(6))
    release(story)
    assert (body(story).deals, body(story).replies, body(story).standing) == (False, False, ())
    assert len(body(story).cards) == 6


def test_the_replying_stage_says_which_cards_stand_and_needs_their_words() -> None:
    story = replying()
    assert body(story).replies
    assert not body(story).deals
    assert sorted(body(story).standing) == sorted(DEALT)
    assert views.card_ids(story.session) == frozenset(DEALT)


def test_another_stage_in_between_does_not_matter_but_another_activity_does() -> None:
    story = dealt()
    story.do(c.OpenStage(run=1, stage=0))
    assert views.card_ids(story.session) == frozenset()
    story.do(c.OpenStage(run=2, stage=REPLY))
    assert sorted(body(story).standing) == sorted(DEALT)


def test_of_several_stages_that_were_played_only_the_named_one_deals() -> None:
    story = Story(a_broad_session()).people(6).open(PACER).open(DEAL)
    story.close(written(6))
    release(story)
    story.open(REPLY)
    assert sorted(body(story).standing) == sorted(DEALT)


def test_where_nothing_was_dealt_nothing_stands_and_a_reply_is_a_card_like_any_other() -> None:
    story = Story(a_broad_session()).people(6).open(REPLY)
    assert (body(story).replies, body(story).standing) == (True, ())
    story.close(written(6))
    assert len(story.wall.queue) == 6


@pytest.mark.parametrize("wish", [c.WithdrawCard(card=DEALT[2]), c.RewriteCard(card=DEALT[2], text="Other words")])
@pytest.mark.parametrize("stage", [DEAL, REPLY])
def test_a_dealt_card_that_is_taken_back_or_rewritten_stands_no_longer(wish: c.AnyCommand, stage: int) -> None:
    story = dealt() if stage == DEAL else replying()
    (event,) = story.do(wish, SYSTEM)
    assert DEALT[2] not in body(story).standing
    assert len(body(story).standing) == 5
    assert "shared" in event.touches


def test_a_hidden_card_stands_no_longer() -> None:
    story = dealt()
    story.do(c.HideCard(run=1, card=DEALT[0]))
    assert DEALT[0] not in body(story).standing
    assert DEALT[0] not in body(story.open(REPLY)).standing


def test_a_reply_names_a_card_that_stands_or_none() -> None:
    story = replying()
    assert problem(story, text_answer("reply", reply_to=DEALT[0])) is None
    assert problem(story, text_answer("reply")) is None
    assert problem(story, text_answer("reply", reply_to=card_id("never dealt"))) == "invalid_answer"


@pytest.mark.parametrize(
    ("wish", "actor"),
    [
        (c.WithdrawCard(card=DEALT[0]), SYSTEM),
        (c.RewriteCard(card=DEALT[0], text="Other words"), SYSTEM),
        (c.HideCard(run=2, card=DEALT[0]), FACILITATOR),
    ],
)
def test_a_reply_is_taken_though_the_dealt_card_went_while_it_was_written(wish: c.AnyCommand, actor: Actor) -> None:
    story = replying()
    story.do(wish, actor)
    assert problem(story, text_answer("reply", reply_to=DEALT[0])) is None
    story.close([held(number, text_answer(f"reply {number}", "A reply", DEALT[0])) for number in range(1, 6)])
    assert len(story.wall.queue) == 5
    assert story.wall.replies == {}


def test_where_nothing_is_replied_to_no_card_is_named() -> None:
    story = dealt().open(WALL)
    assert problem(story, text_answer("a card", reply_to=DEALT[0])) == "invalid_answer"


def test_a_reply_is_kept_with_the_card_it_names_and_never_with_a_seat() -> None:
    story = replied(DEALT[0], DEALT[0], DEALT[1])
    (closed,) = [event for event, _ in story.log if isinstance(event, WallClosed)][1:]
    first, second, third = (card_id(f"reply {number}") for number in (1, 2, 3))
    assert closed.replies == {first: DEALT[0], second: DEALT[0], third: DEALT[1]}
    assert b"seat-" not in msgspec.json.encode(closed)


def test_a_reply_to_a_card_that_was_taken_back_while_it_was_written_stands_for_itself() -> None:
    story = replying()
    story.begin_closing()
    story.do(c.WithdrawCard(card=DEALT[0]), SYSTEM)
    links = (DEALT[0], *DEALT[1:])
    story.complete([held(number, text_answer(f"reply {number}", "A reply", link)) for number, link in enumerate(links, 1)])
    assert len(story.wall.queue) == 6
    assert card_id("reply 1") not in story.wall.replies
    assert story.wall.replies[card_id("reply 2")] == DEALT[1]


def test_everybody_sees_which_dealt_card_a_reply_is_for_while_that_stands() -> None:
    story = replied(DEALT[0], DEALT[1])
    release(story)
    links = {card.id: card.reply_to for card in body(story).cards}
    assert links[card_id("reply 1")] == DEALT[0]
    assert links[card_id("reply 3")] is None
    story.do(c.WithdrawCard(card=DEALT[0]), SYSTEM)
    story.do(c.RewriteCard(card=DEALT[1], text="Other words"), SYSTEM)
    assert {card.reply_to for card in body(story).cards} == {None}
    assert DEALT[0] not in story.wall.replies.values()


def test_the_facilitator_reads_what_a_reply_is_for_and_sees_which_cards_have_none() -> None:
    story = replied(DEALT[0], DEALT[0], DEALT[1])
    story.texts[DEALT[0]] = "I am too much"
    assert {one.id: one.reply_to for one in queue(story)}[card_id("reply 1")] == "I am too much"
    for number in (1, 2):
        story.do(c.ApproveCard(run=2, card=card_id(f"reply {number}")))
    replies = {one.id: one.replies for one in queue(story) if one.replies is not None}
    assert replies == {card: 2 if card == DEALT[0] else 0 for card in DEALT}
    assert sum(one.replies is None for one in queue(story)) == 6


def replying_in(phase: Phase) -> Story:
    """While people reply; or their replies are gathered, fell short, or are read. One reply may be to the first card."""
    if phase == "closed":
        return replied(DEALT[0])
    story = replying()
    if phase in ("closing", "short"):
        story.begin_closing()
    if phase == "short":
        story.complete([held(1, text_answer("reply 1", "A reply", DEALT[0]))])
    assert story.session.phase == phase
    return story


PHASES: tuple[Phase, ...] = ("open", "closing", "short", "closed")


@pytest.mark.parametrize("phase", PHASES)
def test_a_dealt_card_can_be_hidden_while_people_reply_to_it(phase: Phase) -> None:
    story, closed = replying_in(phase), phase == "closed"
    assert DEALT[0] in [one.id for one in queue(story)]
    assert story.do(c.HideCard(run=2, card=DEALT[0])) == (CardHidden(run=1, card=DEALT[0]),)
    assert DEALT[0] not in body(story).standing
    assert DEALT[0] not in [one.id for one in queue(story)]
    dealing = story.session.past[DEAL].kind
    assert isinstance(dealing, WallState)
    assert dealing.hidden == (DEALT[0],)
    if closed:
        assert story.do(c.HideCard(run=2, card=card_id("reply 1"))) == (CardHidden(run=2, card=card_id("reply 1")),)


def test_a_dealt_card_that_is_hidden_while_replies_are_gathered_is_named_by_none() -> None:
    story = replying_in("closing")
    story.do(c.HideCard(run=2, card=DEALT[0]))
    story.complete([held(number, text_answer(f"reply {number}", "A reply", DEALT[0])) for number in range(1, 6)])
    assert (len(story.wall.queue), story.wall.replies) == (5, {})


@pytest.mark.parametrize("phase", PHASES)
def test_a_dealt_card_can_be_veiled_and_unveiled_while_people_reply_to_it(phase: Phase) -> None:
    story = replying_in(phase)
    assert story.do(c.VeilCard(run=2, card=DEALT[0], veil="loss")) == (CardVeiled(run=1, card=DEALT[0], veil="loss"),)
    assert {one.id: one.veil for one in queue(story)}[DEALT[0]] == "loss"
    assert DEALT[0] in body(story).standing
    assert story.do(c.VeilCard(run=2, card=DEALT[0], veil="loss")) == ()
    assert story.do(c.VeilCard(run=2, card=DEALT[0], veil=None)) == (CardVeiled(run=1, card=DEALT[0], veil=None),)
    assert {one.id: one.veil for one in queue(story)}[DEALT[0]] is None
    if phase == "closed":
        reply = card_id("reply 1")
        assert story.do(c.VeilCard(run=2, card=reply, veil="loss")) == (CardVeiled(run=2, card=reply, veil="loss"),)


@pytest.mark.parametrize("phase", PHASES[:3])
def test_while_replies_are_written_or_gathered_no_other_card_can_be_hidden_or_veiled(phase: Phase) -> None:
    story = replying_in(phase)
    assert story.refused(c.HideCard(run=2, card=card_id("somebody's"))) == "unknown_card"
    assert story.refused(c.HideCard(run=1, card=DEALT[0])) in ("unknown_card", "stale_stage")
    assert story.refused(c.VeilCard(run=2, card=card_id("somebody's"), veil="loss")) == "unknown_card"
    assert story.refused(c.VeilCard(run=1, card=DEALT[0], veil="loss")) in ("unknown_card", "stale_stage")


def test_no_dealt_card_is_approved_again() -> None:
    story = replied(DEALT[0])
    assert story.refused(c.HideCard(run=1, card=DEALT[0])) == "stale_stage"
    assert story.refused(c.ApproveCard(run=2, card=DEALT[0])) == "unknown_card"


def test_rewritten_words_are_not_shown_as_what_was_replied_to() -> None:
    story = replied(DEALT[0])
    story.do(c.RewriteCard(card=DEALT[0], text="Other words"), SYSTEM)
    assert {one.reply_to for one in queue(story)} == {""}
