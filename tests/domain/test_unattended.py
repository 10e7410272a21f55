"""G-M5: without a console rooms finish their step, then everything is calm; whoever comes resumes, there is nothing to take over."""

from tests.domain.given import (
    CHOICE,
    CIRCLE,
    FACILITATOR,
    FRESH,
    GUIDE,
    SYSTEM,
    Story,
    a_wide_session,
    drawn,
    person,
)
from workshop.domain import views
from workshop.domain.commands import (
    AdvanceRooms,
    CalmRoom,
    EndRooms,
    EndSession,
    Leave,
    MeetConsole,
    MissConsole,
    PauseRoom,
    ResumeRoom,
    StartCircle,
)
from workshop.domain.events import (
    AnyEvent,
    ConsoleMet,
    ConsoleMissed,
    RoomCalmed,
    RoomResumed,
    RoomsFinished,
    RoomsFormed,
    RoomStepped,
)
from workshop.domain.flow import to_be_missed
from workshop.domain.kinds.rooms import state as room_state


def advance(story: Story, late: int = 0) -> tuple[AnyEvent, ...]:
    """What is due in the rooms happens when it is due, or that much later."""
    due = room_state.next_deadline(story.session)
    assert due is not None
    story.at = due + late
    if room_state.due_wish(story.session) == "form":
        return story.do(drawn(story.session, story.run, story.rooms.round + 1, story.dice), SYSTEM)
    return story.do(AdvanceRooms(run=story.run, round=story.rooms.round, due=due), SYSTEM)


def miss(story: Story) -> tuple[AnyEvent, ...]:
    return story.do(MissConsole(), SYSTEM)


def unattended_rooms(people: int = 4) -> Story:
    story = Story(a_wide_session()).in_rooms(people)
    story.later(1_000)
    miss(story)
    return story


def test_g_m5_without_a_console_everything_is_calm() -> None:
    story = Story(a_wide_session()).people(3).open(GUIDE)
    assert miss(story) == (ConsoleMissed(), RoomCalmed())
    shared = views.shared(story.session, story.texts)
    assert (shared.calm, shared.unattended) == (True, True)


def test_a_round_and_a_question_become_calm_at_once() -> None:
    for stage in (CHOICE, CIRCLE):
        assert miss(Story(a_wide_session()).people(3).open(stage)) == (ConsoleMissed(), RoomCalmed())
    turns = Story(a_wide_session()).people(3).open(CIRCLE)
    turns.do(StartCircle(run=1))
    assert miss(turns) == (ConsoleMissed(), RoomCalmed())


def test_before_the_first_stage_nothing_is_played_that_could_stop() -> None:
    assert Story(a_wide_session()).people(3).wish(MissConsole(), SYSTEM) == ()


def test_g_m5_rooms_finish_their_step_first() -> None:
    story = Story(a_wide_session()).in_rooms(4)
    assert miss(story) == (ConsoleMissed(),)
    due = room_state.next_deadline(story.session)
    assert due is not None
    assert advance(story) == (RoomCalmed(),)
    assert story.session.calm_since == due
    assert room_state.next_deadline(story.session) is None
    assert all(room.step == 0 for room in story.rooms.rooms)


def test_missing_the_console_twice_changes_nothing_more() -> None:
    story = unattended_rooms()
    assert story.wish(MissConsole(), SYSTEM) == ()
    advance(story)
    assert story.wish(MissConsole(), SYSTEM) == ()


def test_a_room_that_is_calm_already_stays_so() -> None:
    story = Story(a_wide_session()).people(3).open(GUIDE)
    story.do(CalmRoom())
    assert miss(story) == (ConsoleMissed(),)


def test_no_new_round_begins_without_a_console() -> None:
    story = Story(a_wide_session()).in_rooms(4)
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    assert story.rooms.round == 1
    miss(story)
    assert advance(story) == (RoomCalmed(),)
    assert story.rooms.round == 1


def at_the_last_step(story: Story) -> bool:
    steps = len(story.template.room_steps)
    return story.rooms.round == story.template.rounds and all(room.step == steps - 1 for room in story.rooms.rooms)


def test_the_last_step_of_all_ends_as_it_would_and_then_it_is_calm() -> None:
    story = Story(a_wide_session()).in_rooms(4)
    while not at_the_last_step(story):
        advance(story)
    miss(story)
    assert [type(event) for event in advance(story)] == [RoomStepped, RoomsFinished, RoomCalmed]
    assert story.rooms.finished


def test_rooms_that_ended_because_everybody_left_become_calm_with_the_next_look() -> None:
    story = unattended_rooms(2)
    story.do(Leave(), person(1))
    story.do(Leave(), person(2))
    assert not room_state.running(story.session)
    assert to_be_missed(story.session)
    assert miss(story) == (RoomCalmed(),)
    assert not to_be_missed(story.session)


def test_a_node_looks_again_only_where_missing_the_console_would_change_something() -> None:
    story = Story(a_wide_session()).people(4)
    assert not to_be_missed(story.session)
    story.open(FRESH).form()
    story.go()
    assert to_be_missed(story.session)
    miss(story)
    assert not to_be_missed(story.session), "the rooms' step brings the calm"
    story.do(EndRooms(run=1))
    assert to_be_missed(story.session)
    story.do(EndSession())
    assert not to_be_missed(story.session)


def test_a_console_in_time_and_the_rooms_go_on() -> None:
    story = unattended_rooms()
    assert story.do(MeetConsole(), SYSTEM) == (ConsoleMet(),)
    assert [type(event) for event in advance(story)] == [RoomStepped]


def test_a_console_alone_resumes_nothing() -> None:
    story = unattended_rooms()
    advance(story)
    story.later(30_000).do(MeetConsole(), SYSTEM)
    shared = views.shared(story.session, story.texts)
    assert (shared.calm, shared.unattended) == (True, True), "a console that is opened now still says why it is calm"
    assert story.wish(MeetConsole(), SYSTEM) == ()
    assert story.wish(MissConsole(), SYSTEM) == (ConsoleMissed(),), "and it may be missed again"


def test_the_notice_ends_with_resuming_and_a_facilitators_own_calm_needs_none() -> None:
    story = unattended_rooms()
    advance(story)
    story.do(MeetConsole(), SYSTEM)
    story.do(ResumeRoom())
    story.do(CalmRoom())
    shared = views.shared(story.session, story.texts)
    assert (shared.calm, shared.unattended) == (True, False)
    miss(story)
    story.do(MeetConsole(), SYSTEM)
    assert not views.shared(story.session, story.texts).unattended, "it was calm before anybody was missed"


def test_resuming_gives_back_what_was_left_and_the_step_that_was_due_follows() -> None:
    story = unattended_rooms()
    advance(story, late=500)
    story.later(90_000)
    assert story.do(ResumeRoom()) == (RoomResumed(by=90_000),)
    assert (story.session.unattended, story.session.calm_since) == (False, None)
    assert [type(event) for event in advance(story)] == [RoomStepped]


def test_the_next_round_follows_after_resuming() -> None:
    story = Story(a_wide_session()).in_rooms(4)
    while room_state.due_wish(story.session) == "advance":
        advance(story)
    miss(story)
    advance(story)
    story.later(60_000).do(ResumeRoom())
    assert [type(event) for event in advance(story)] == [RoomsFormed]


def test_missing_and_meeting_are_the_nodes_to_say() -> None:
    story = Story(a_wide_session()).people(2).open(FRESH)
    for actor in (FACILITATOR, person(1)):
        assert story.refused(MissConsole(), actor) == "not_permitted"
        assert story.refused(MeetConsole(), actor) == "not_permitted"


def test_a_session_that_has_ended_misses_nobody() -> None:
    story = Story(a_wide_session()).people(2).open(GUIDE)
    miss(story)
    story.do(EndSession())
    assert not story.session.unattended
    assert story.refused(MissConsole(), SYSTEM) == "session_ended"


def test_rooms_that_stand_but_were_not_started_are_calm_at_once() -> None:
    story = Story(a_wide_session()).people(4).open(FRESH)
    story.form()
    assert miss(story) == (ConsoleMissed(), RoomCalmed())
    story.later(5_000).do(ResumeRoom())
    assert story.go()


def test_rooms_that_all_stand_still_are_calm_at_once() -> None:
    story = Story().in_rooms(4)
    paused = [int(room.seats[0].split("-")[1]) for room in story.rooms.rooms]
    story.do(PauseRoom(run=1, round=1), person(paused[0]))
    assert miss(story) == (ConsoleMissed(),)
    story.do(MeetConsole(), SYSTEM)
    story.do(PauseRoom(run=1, round=1), person(paused[1]))
    assert miss(story) == (ConsoleMissed(), RoomCalmed())
