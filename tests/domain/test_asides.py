"""What an author says beside a card: taken or refused with it, kept in its row alone, added to and never taken away by facilitators."""

import msgspec
import pytest

from tests.domain.given import AGREE, SYSTEM, WALL, Story, a_wide_session, card_id, held, text_answer
from tests.domain.pictures_of import changed, parts_of
from tests.domain.test_moderation import in_the_queue, read, wall_of
from tests.domain.test_wall import approve, queue
from workshop.domain import views
from workshop.domain.answers import TextAnswer
from workshop.domain.asides import NO_ASIDE, VEILS, Aside, CardWords, aside_of, veils_over
from workshop.domain.closing import intake_problem
from workshop.domain.commands import ConsentCard, EndSession, OpenStage, ReleaseCards, RewriteCard, VeilCard, WithdrawCard
from workshop.domain.decider import Consented, kept
from workshop.domain.events import AnyEvent, CardConsentChanged
from workshop.domain.inputs import answer_problem, card_words
from workshop.domain.plan import TextInput
from workshop.domain.words import CONTENT_NOTE_LENGTH, Veil

CANARY = "zzq a note of mine"
BESIDE = Aside(veils=("loss",), note=CANARY, nameable=True)
ASKED = TextInput(max=140)


def with_aside(aside: Aside, name: object = 1) -> TextAnswer:
    return msgspec.structs.replace(text_answer(name), aside=aside)


def closed_wall() -> Story:
    """Five cards wait; something stands beside the first."""
    story = Story().people(5).open(WALL)
    story.close([held(1, with_aside(BESIDE)), *(held(number, text_answer(number)) for number in range(2, 6))])
    return story


@pytest.mark.parametrize(
    ("aside", "problem"),
    [
        (NO_ASIDE, None),
        (Aside(veils=VEILS, note="é" * CONTENT_NOTE_LENGTH, nameable=True), None),
        (Aside(note="two\nlines"), None),
        (Aside(note=" \u200b "), None),
        (Aside(note="x" * (CONTENT_NOTE_LENGTH + 1)), "text_too_long"),
        (Aside(note="a\x00b"), "text_unreadable"),
        (Aside(note="a\x1b[31m"), "text_unreadable"),
        (Aside(note="\ud800"), "text_unreadable"),
        (Aside(veils=("loss", "loss")), "invalid_answer"),
        (Aside(veils=("weather",)), "invalid_answer"),  # type: ignore[arg-type]
    ],
)
def test_what_stands_beside_a_card_is_taken_or_refused_with_it(aside: Aside, problem: str | None) -> None:
    assert answer_problem(ASKED, with_aside(aside)) == problem


def test_a_topic_that_nobody_knows_is_not_even_read() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"veils":["weather"],"note":"","nameable":false}', type=Aside)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"veils":[],"note":"","nameable":false,"seat":"s"}', type=Aside)


def test_it_is_kept_as_one_line_its_topics_in_the_order_of_the_list() -> None:
    words = card_words(ASKED, with_aside(Aside(veils=("family", "loss"), note="  two\r\nlines \u202e")))
    assert aside_of(words) == Aside(veils=("loss", "family"), note="two lines")
    assert aside_of(card_words(ASKED, with_aside(Aside(note="\u200b")))) == NO_ASIDE


def test_words_and_what_covers_them_are_one_value_that_prints_neither() -> None:
    words = CardWords("A hope", BESIDE)
    assert words == "A hope"
    assert CANARY not in f"{words!r} {BESIDE!r} {with_aside(BESIDE)!r} {NO_ASIDE!r}"
    assert "A hope" not in repr(words)


@pytest.mark.parametrize(
    ("aside", "veil", "over"),
    [
        (NO_ASIDE, None, ()),
        (NO_ASIDE, "family", ("family",)),
        (Aside(veils=("loss",)), None, ("loss",)),
        (Aside(veils=("family",)), "loss", ("loss", "family")),
        (Aside(veils=("loss",)), "loss", ("loss",)),
        (Aside(note="something"), None, ("other",)),
        (Aside(note="something"), "illness", ("illness",)),
    ],
)
def test_a_card_is_closed_under_its_authors_topics_and_the_facilitators_together(
    aside: Aside, veil: Veil | None, over: tuple[Veil, ...]
) -> None:
    assert veils_over(aside, veil) == over


def test_it_goes_into_the_cards_row_and_into_no_fact() -> None:
    story = closed_wall()
    assert aside_of(story.texts[card_id(1)]) == BESIDE
    facts = msgspec.json.encode([event for event, _ in story.log])
    assert CANARY.encode() not in facts
    assert b"nameable" not in facts
    assert b'"loss"' not in facts


def test_the_facilitator_reads_it_and_the_group_sees_the_cover_and_never_the_consent() -> None:
    story = closed_wall()
    assert in_the_queue(story, 1).aside == BESIDE
    assert CANARY.encode() not in msgspec.json.encode(views.shared(story.session, story.texts))
    approve_all(story)
    shown = {card.id: card for card in wall_of(story).cards}
    assert (shown[card_id(1)].veils, shown[card_id(1)].note) == (("loss",), CANARY)
    assert {card.veils for card in wall_of(story).cards} == {("loss",), ()}
    assert b"nameable" not in msgspec.json.encode(views.shared(story.session, story.texts))


def approve_all(story: Story) -> None:
    approve(story, 1, 2, 3, 4, 5)
    story.do(ReleaseCards(run=1))


def test_facilitators_add_a_veil_and_take_off_only_their_own() -> None:
    story = closed_wall()
    approve_all(story)

    def veils() -> tuple[Veil, ...]:
        return next(card.veils for card in wall_of(story).cards if card.id == card_id(1))

    story.do(VeilCard(run=1, card=card_id(1), veil="family"))
    assert veils() == ("loss", "family")
    story.do(VeilCard(run=1, card=card_id(1), veil=None))
    assert veils() == ("loss",)
    assert story.do(VeilCard(run=1, card=card_id(1), veil=None)) == ()
    assert veils() == ("loss",)


def test_it_is_rewritten_with_the_card_and_by_the_same_rules() -> None:
    story = closed_wall()
    too_long = Aside(note="x" * (CONTENT_NOTE_LENGTH + 1))
    assert story.refused(RewriteCard(card=card_id(1), text="Other words", aside=too_long), SYSTEM) == "text_too_long"
    assert story.refused(RewriteCard(card=card_id(1), text="Other words", aside=Aside(note="\x07")), SYSTEM) == "text_unreadable"
    story.do(RewriteCard(card=card_id(1), text="Other words", aside=Aside(veils=("family",))), SYSTEM)
    assert in_the_queue(story, 1).text == "Other words"
    assert in_the_queue(story, 1).aside == Aside(veils=("family",))


def consented(story: Story, nameable: bool) -> tuple[AnyEvent, ...]:
    return story.do(ConsentCard(card=card_id(1), nameable=nameable), SYSTEM)


def test_an_author_agrees_to_a_theme_or_takes_that_back_and_only_the_console_hears_of_it() -> None:
    story = read()
    before = parts_of(story.session, story.texts)
    assert consented(story, True) == (CardConsentChanged(card=card_id(1)),)
    assert in_the_queue(story, 1).aside.nameable
    assert changed(before, parts_of(story.session, story.texts)) <= views.touched(story.session, CardConsentChanged.touches, None)
    assert in_the_queue(story, 1).state == "released", "it stays where it is"
    consented(story, False)
    assert not in_the_queue(story, 1).aside.nameable


def test_the_fact_of_a_consent_does_not_say_which() -> None:
    story = queue()
    wish = ConsentCard(card=card_id(1), nameable=True)
    assert kept(story.session, wish, SYSTEM, (CardConsentChanged(card=card_id(1)),)).consented == (Consented(card_id(1), True),)
    yes, no = consented(story, True), consented(story, False)
    assert yes == no
    assert repr(wish) == repr(msgspec.structs.replace(wish, nameable=False))


def test_a_consent_is_said_from_a_later_stage_and_after_the_end_and_not_for_a_card_that_is_gone() -> None:
    story = read()
    story.do(OpenStage(run=story.run, stage=WALL + 1))
    consented(story, True)
    story.do(EndSession())
    consented(story, False)
    story.do(WithdrawCard(card=card_id(1)), SYSTEM)
    assert story.refused(ConsentCard(card=card_id(1), nameable=True), SYSTEM) == "unknown_card"
    assert story.refused(ConsentCard(card=card_id("nobody's"), nameable=True), SYSTEM) == "unknown_card"


def test_nothing_stands_beside_a_proposed_agreement() -> None:
    story = Story(a_wide_session()).people(5).open(AGREE)
    assert story.session.stage is not None
    line = text_answer(1, "We listen")
    assert intake_problem(story.session, story.session.stage, line) is None
    assert intake_problem(story.session, story.session.stage, with_aside(BESIDE)) == "invalid_answer"
    assert intake_problem(story.session, story.session.stage, with_aside(Aside(nameable=True))) == "invalid_answer"
