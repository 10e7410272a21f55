"""The one big Next, through a whole workshop: it leads from the lobby to the end."""

from tests.domain.given import (
    AGREE,
    CHOICE,
    CIRCLE,
    FRESH,
    GUIDE,
    MULTI,
    OPEN_CIRCLE,
    PLAN,
    SCALE,
    SWAP,
    SYSTEM,
    WALL,
    Story,
    a_wide_session,
    card_id,
    chosen,
    drawn,
    person,
    written,
)
from workshop.domain import commands as c
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.next_step import next_step


def test_a_session_begins_with_its_first_stage() -> None:
    ahead = next_step(Story().session)
    assert (ahead.does, ahead.run, ahead.stage, ahead.title) == ("open_stage", 0, GUIDE, PLAN.items[0].activity.title)


def test_a_guide_is_read_to_its_last_step_and_then_the_next_stage_opens() -> None:
    story = Story().open(GUIDE)
    for step in (1, 2, 3):
        assert (next_step(story.session).does, next_step(story.session).step) == ("step_guide", step)
        story.do(c.StepGuide(run=1, step=step))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", CHOICE)


def test_an_open_question_is_closed_then_waited_for_then_unsealed() -> None:
    story = Story().people(6).open(MULTI)
    assert next_step(story.session).does == "close_stage"
    story.begin_closing()
    assert next_step(story.session).does == "wait_closing"
    story.complete(())
    assert (next_step(story.session).does, next_step(story.session).count) == ("decide_short", 0)
    story.do(c.DiscardStage(run=1))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", WALL)


def test_a_picture_is_revealed_before_the_next_stage_where_the_template_has_one() -> None:
    never = Story().people(5).open(CHOICE)
    never.close(chosen([0] * 5))
    assert next_step(never.session).does == "open_stage"


def test_cards_are_read_and_released_before_the_next_stage() -> None:
    story = Story().people(6).open(WALL)
    story.close(written(6))
    assert (next_step(story.session).does, next_step(story.session).count, next_step(story.session).waiting) == (
        "release_cards",
        0,
        6,
    )
    for number in range(1, 7):
        story.do(c.ApproveCard(run=1, card=card_id(number)))
    assert (next_step(story.session).count, next_step(story.session).waiting) == (6, 0)
    story.do(c.ReleaseCards(run=1))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", FRESH)


def test_rooms_are_made_started_and_ended() -> None:
    story = Story().people(4).open(FRESH)
    assert (next_step(story.session).does, next_step(story.session).count) == ("make_rooms", 4)
    story.form()
    assert (next_step(story.session).does, next_step(story.session).count) == ("announce_rooms", 2)
    story.announce()
    assert (next_step(story.session).does, next_step(story.session).count) == ("start_rooms", 2)
    story.do(c.StartRooms(run=1, round=1))
    assert (next_step(story.session).does, next_step(story.session).waiting) == ("end_rooms", 0)
    story.do(c.EndRoomsSoftly(run=1))
    assert (next_step(story.session).does, next_step(story.session).waiting) == ("end_rooms", 1)
    story.do(c.EndRooms(run=1))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", SWAP)


def test_rooms_that_do_not_hold_everybody_or_leave_somebody_alone_are_made_again() -> None:
    story = Story().people(2).open(FRESH)
    story.form()
    story.do(c.Rest(), person(1))
    assert next_step(story.session).does == "make_rooms"
    story.people(1, first=3)
    assert (next_step(story.session).does, next_step(story.session).count) == ("make_rooms", 2)


def test_what_was_asked_is_passed_over_and_after_the_last_stage_the_session_ends() -> None:
    story = Story().people(5).open(SCALE)
    story.close(())
    story.do(c.SpeakStage(run=1))
    assert next_step(story.session).does == "end_session"
    story.do(c.EndSession())
    assert next_step(story.session).does == "ended"


def test_next_alone_leads_from_the_lobby_to_the_end() -> None:
    story, seen = Story().people(6), list[str]()
    while (ahead := next_step(story.session)).does != "ended":
        seen.append(ahead.does)
        run = ahead.run
        match ahead.does:
            case "open_stage":
                story.open(ahead.stage)
            case "step_guide":
                story.do(c.StepGuide(run=run, step=ahead.step))
            case "close_stage":
                story.begin_closing()
            case "wait_closing":
                story.complete(written(6) if story.template.kind == "wall" else ())
            case "decide_short":
                story.do(c.SpeakStage(run=run))
            case "release_cards" if ahead.count:
                story.do(c.ReleaseCards(run=run))
            case "release_cards":
                for card in story.wall.queue:
                    story.do(c.ApproveCard(run=run, card=card))
            case "make_rooms":
                story.form()
            case "announce_rooms":
                story.announce()
            case "start_rooms":
                story.do(c.StartRooms(run=run, round=ahead.round))
            case "end_rooms" if room_state.due_wish(story.session) == "form":
                story.do(drawn(story.session, run, story.rooms.round + 1, story.dice), SYSTEM)
            case "end_rooms":
                due = room_state.next_deadline(story.session)
                assert due is not None
                story.at = due
                story.do(c.AdvanceRooms(run=run, round=story.rooms.round, due=due), SYSTEM)
            case "end_session":
                story.do(c.EndSession())
            case _:
                raise AssertionError(ahead)
    assert seen.count("open_stage") == 7


def test_a_round_starts_goes_on_turn_by_turn_and_is_followed_by_the_next_stage() -> None:
    story = Story(a_wide_session()).people(2).open(CIRCLE)
    ahead = next_step(story.session)
    assert (ahead.does, ahead.run, ahead.count) == ("start_circle", 1, 2)
    story.do(c.StartCircle(run=1))
    for turn, waiting in ((1, 1), (2, 0)):
        ahead = next_step(story.session)
        assert (ahead.does, ahead.run, ahead.turn, ahead.count, ahead.title) == ("end_turn", 1, turn, waiting, "")
        story.do(c.EndTurn(run=1, turn=turn))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", OPEN_CIRCLE)


def test_an_open_circle_is_started_and_ended() -> None:
    story = Story(a_wide_session()).people(2).open(OPEN_CIRCLE)
    assert next_step(story.session).does == "start_circle"
    story.do(c.StartCircle(run=1))
    assert (next_step(story.session).does, next_step(story.session).run) == ("end_circle", 1)
    story.do(c.EndCircle(run=1))
    assert (next_step(story.session).does, next_step(story.session).stage) == ("open_stage", AGREE)


def test_lines_without_a_question_are_kept_before_the_next_stage() -> None:
    story = Story(a_wide_session()).people(5).open(AGREE)
    first, second, third = story.agree.lines
    story.do(c.QuestionLines(run=1, lines=(second,)), SYSTEM)
    ahead = next_step(story.session)
    assert (ahead.does, ahead.lines, ahead.count, ahead.waiting) == ("adopt_lines", (first, third), 2, 1)
    story.do(c.KeepLines(run=1, lines=ahead.lines, questioned=(second,)))
    ahead = next_step(story.session)
    assert (ahead.does, ahead.waiting) == ("end_session", 1)
    story.do(c.QuestionLines(run=1, lines=()), SYSTEM)
    assert next_step(story.session).lines == (second,)


def test_agreements_that_are_gathered_are_waited_for() -> None:
    story = Story(a_wide_session()).people(5).open(AGREE).begin_closing()
    assert next_step(story.session).does == "wait_closing"
