"""What a page is shown can be printed without what people wrote: a log line or a traceback that names a view quotes nobody."""

from tests.domain.given import AGREE, WALL, Story, a_broad_session, held, text_answer
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.parts import AgreeView, CardView, ConsoleView, LineView, QueueCardView, QueueLineView, SharedView, WallView
from workshop.domain.words import TextId

WORDS = "what only I know"


def views_of(story: Story) -> tuple[SharedView, ConsoleView]:
    return views.shared(story.session, story.texts), views.console(story.session, story.texts, views.Signs())


def test_g_a1_cards_of_a_wall_and_of_its_queue_print_no_words() -> None:
    story = Story(a_broad_session()).people(6).open(WALL)
    story.close([held(number, text_answer(number, WORDS)) for number in range(1, 7)])
    for one in story.wall.queue:
        story.do(c.ApproveCard(run=1, card=one))
    story.do(c.ReleaseCards(run=1))
    shared, console = views_of(story)
    assert shared.stage is not None
    assert isinstance(shared.stage.body, WallView)
    card, queued = shared.stage.body.cards[0], console.queue[0]
    assert (type(card), card.text, type(queued), queued.text) == (CardView, WORDS, QueueCardView, WORDS)
    for view in (shared, console, shared.stage, shared.stage.body, card, queued):
        assert WORDS not in repr(view)


def test_g_a1_lines_and_the_list_of_proposed_ones_print_no_words() -> None:
    story = Story(a_broad_session()).people(6).open(AGREE)
    story.close([held(number, text_answer(number, WORDS)) for number in range(1, 7)])
    for one in story.agree.proposed:
        story.do(c.ApproveLine(run=1, line=one))
    shared, console = views_of(story)
    assert shared.stage is not None
    assert isinstance(shared.stage.body, AgreeView)
    line, queued = shared.stage.body.lines[-1], console.lines[-1]
    assert (type(line), line.text, type(queued), queued.text) == (LineView, WORDS, QueueLineView, WORDS)
    for view in (shared, console, shared.stage, shared.stage.body, line, queued):
        assert WORDS not in repr(view)


def test_a_note_to_everybody_and_the_names_of_people_are_not_printed_with_the_parts_that_hold_them() -> None:
    story = Story(a_broad_session()).people(6)
    story.do(c.PostNote(note=TextId("note-1"), text=WORDS))
    shared, console = views_of(story)
    assert shared.note == WORDS
    assert WORDS not in repr(shared)
    assert "Mika" not in repr(console)
