"""How a stage that asked something ends: at or above the floor it is unsealed once, below it nothing is written."""

import random
from itertools import permutations

import msgspec
import pytest
from hypothesis import given as drawn_by
from hypothesis import strategies as st

from tests.domain.given import (
    CHOICE,
    GRACE,
    LAPSE,
    MULTI,
    SCALE,
    START,
    SYSTEM,
    WALL,
    Story,
    a_session,
    card_id,
    chosen,
    held,
    passed,
    seat,
    text_answer,
    written,
)
from tests.domain.steady import steady
from workshop.domain import views
from workshop.domain.answers import Answer, ChoiceAnswer, MultiAnswer, PassAnswer, ScaleAnswer, TakenBack
from workshop.domain.commands import (
    AdmitPerson,
    BeginClosing,
    CompleteClosing,
    DiscardStage,
    HeldAnswer,
    Leave,
    MergeSeats,
    OpenStage,
    ReopenStage,
    SpeakStage,
)
from workshop.domain.decider import kept
from workshop.domain.deciding import Actor
from workshop.domain.events import ClosingBegan, ClosingFellShort, StageDropped, StageReopened, TallyClosed, WallClosed
from workshop.domain.refusals import Refusal
from workshop.domain.words import NodeId, Nonce

NODES = (NodeId("node-1"), NodeId("node-2"))


def closing(stage: int, people: int = 8, *, practice: bool = False) -> Story:
    """The stage's intake has ended and its grace is over."""
    return Story(a_session(practice=practice)).people(people).open(stage).begin_closing()


def completed(run: int, attempt: int, answers: tuple[HeldAnswer, ...]) -> CompleteClosing:
    return CompleteClosing(run=run, attempt=attempt, held=answers)


def test_closing_names_the_nodes_that_may_hold_answers_and_when_it_lapses() -> None:
    story = Story().people(5).open(WALL)
    began = story.do(BeginClosing(run=1, nodes=NODES, grace=GRACE, lapse=LAPSE))
    until = START + GRACE
    assert began == (ClosingBegan(run=1, attempt=1, nodes=NODES, grace_until=until, lapses_at=until + LAPSE),)
    assert story.session.phase == "closing"


def test_a_stage_that_asks_nothing_has_nothing_to_close() -> None:
    assert Story().open(0).refused(BeginClosing(run=1, nodes=(), grace=1, lapse=1)) == "not_permitted"


@pytest.mark.parametrize("run", [0, 2])
def test_closing_names_the_run(run: int) -> None:
    assert Story().open(WALL).refused(BeginClosing(run=run, nodes=(), grace=1, lapse=1)) == "stale_stage"
    assert closing(WALL).refused(completed(run, 1, written(5)), SYSTEM) == "stale_stage"


@pytest.mark.parametrize("attempt", [0, 2])
def test_g_r6_a_closing_of_another_attempt_changes_nothing(attempt: int) -> None:
    assert closing(WALL).refused(completed(1, attempt, written(5)), SYSTEM) == "stale_stage"


def test_nothing_is_unsealed_before_the_grace_is_over() -> None:
    story = closing(WALL).later(-1)
    assert story.refused(completed(1, 1, written(5)), SYSTEM) == "closing_not_due"
    story.later(1).complete(written(5))


@pytest.mark.parametrize("stage", [CHOICE, MULTI, WALL, SCALE])
@pytest.mark.parametrize("count", range(5))
def test_g_a6_below_the_floor_nothing_is_unsealed(stage: int, count: int) -> None:
    story = closing(stage)
    assert story.complete(passed(count)) == (ClosingFellShort(run=1, attempt=1, count=count),)
    assert (story.session.phase, story.session.cards, story.session.receipts) == ("short", frozenset(), ())


def test_g_a6_a_pass_is_a_full_answer_for_the_floor() -> None:
    (closed,) = closing(WALL).complete((*written(2), *passed(3, first=3)))
    assert isinstance(closed, WallClosed)
    assert (len(closed.cards), len(closed.receipts)) == (2, 5)


def test_g_a6_several_answers_of_one_person_are_one_person() -> None:
    many = tuple(held(1, text_answer(counter), counter) for counter in range(20))
    assert closing(WALL).complete((*many, *written(3, first=2))) == (ClosingFellShort(run=1, attempt=1, count=4),)


def test_g_a6_seats_of_nobody_and_answers_that_do_not_fit_do_not_count() -> None:
    stranger = HeldAnswer(seat=seat(999), counter=1, nonce=Nonce("stranger"), answer=PassAnswer())
    unfit = held(5, ChoiceAnswer(option=0))
    assert closing(WALL).complete((*written(4), stranger, unfit)) == (ClosingFellShort(run=1, attempt=1, count=4),)


def test_g_a6_two_phones_of_one_person_are_one_person() -> None:
    story = Story().people(6).open(CHOICE)
    story.do(MergeSeats(seat=seat(6), into=seat(1)))
    story.begin_closing()
    answers = [*chosen([0, 0, 0, 0]), held(6, ChoiceAnswer(option=1), counter=2)]
    assert story.complete(answers) == (ClosingFellShort(run=1, attempt=1, count=4),)
    merged = Story().people(6).open(CHOICE)
    merged.do(MergeSeats(seat=seat(6), into=seat(1)))
    (event,) = merged.close([*chosen([0, 0, 0, 0, 0]), held(6, ChoiceAnswer(option=1), counter=2)])
    assert isinstance(event, TallyClosed)
    assert Nonce("nonce-6-2") in event.receipts
    assert Nonce("nonce-1-1") not in event.receipts


def test_g_a6_who_waits_at_the_door_does_not_count() -> None:
    story = Story(a_session(approval=True)).people(5)
    for number in range(1, 5):
        story.do(AdmitPerson(seat=seat(number)))
    story.open(CHOICE)
    assert story.close(chosen([0] * 5)) == (ClosingFellShort(run=1, attempt=1, count=4),)
    story.do(AdmitPerson(seat=seat(5)))
    story.do(ReopenStage(run=1, minutes=1))
    (event,) = story.close(chosen([0] * 5))
    assert isinstance(event, TallyClosed)


def test_the_highest_counter_wins_in_whatever_order_nodes_hand_over() -> None:
    first, second = held(1, text_answer("old"), 1), held(1, text_answer("new"), 2)
    for order in permutations((first, second, *written(2, first=2))):
        (closed,) = closing(WALL).complete((*order, *passed(3, first=4)))
        assert isinstance(closed, WallClosed)
        assert card_id("new") in closed.cards
        assert card_id("old") not in closed.cards


def test_what_was_taken_back_is_gone_and_does_not_count() -> None:
    story = closing(WALL)
    back = held(1, TakenBack(), 2)
    assert story.complete((back, *written(5))) == (ClosingFellShort(run=1, attempt=1, count=4),)


def test_whoever_left_after_answering_is_still_in_it() -> None:
    story = Story().people(5).open(WALL)
    story.do(Leave(), Actor(role="participant", seat=seat(1)))
    (closed,) = story.close(written(5))
    assert isinstance(closed, WallClosed)
    assert len(closed.cards) == 5


def test_g_a6_fell_short_then_more_time_then_unsealed_once() -> None:
    story = closing(WALL)
    story.complete(written(4))
    assert story.do(ReopenStage(run=1, minutes=2)) == (StageReopened(run=1, ends_at=story.at + 120_000),)
    assert story.session.phase == "open"
    story.begin_closing()
    assert story.refused(completed(1, 1, written(8)), SYSTEM) == "stale_stage"
    (closed,) = story.complete(written(6))
    assert isinstance(closed, WallClosed)
    assert story.refused(completed(1, 2, written(8)), SYSTEM) == "not_permitted"
    assert story.refused(BeginClosing(run=1, nodes=(), grace=1, lapse=1)) == "not_permitted"


@pytest.mark.parametrize(("wish", "outcome"), [(DiscardStage(run=1), "discarded"), (SpeakStage(run=1), "spoken")])
def test_a_dropped_stage_keeps_nothing_and_is_not_asked_again(wish: DiscardStage | SpeakStage, outcome: str) -> None:
    story = closing(WALL)
    story.complete(written(4))
    (dropped,) = story.do(wish)
    assert isinstance(dropped, StageDropped)
    assert dropped.outcome == outcome
    assert (story.session.phase, story.session.cards, story.wall.queue) == ("closed", frozenset(), ())
    assert story.refused(wish) == "not_permitted"
    assert story.refused(OpenStage(run=1, stage=WALL)) == "already_asked"


def test_a_closing_that_never_ends_can_be_given_up_once_it_has_lapsed() -> None:
    story = closing(WALL).later(LAPSE - 1)
    assert story.refused(DiscardStage(run=1)) == "closing_not_due"
    story.later(1).do(DiscardStage(run=1))
    assert (story.session.phase, story.session.cards) == ("closed", frozenset())
    assert story.refused(completed(1, 1, written(5)), SYSTEM) == "not_permitted"


@pytest.mark.parametrize("wish", [ReopenStage(run=0, minutes=1), DiscardStage(run=0), SpeakStage(run=2)])
def test_what_to_do_with_too_few_names_the_run(wish: ReopenStage | DiscardStage | SpeakStage) -> None:
    story = closing(WALL)
    story.complete(written(4))
    assert story.refused(wish) == "stale_stage"


def test_g_a6_a_practice_session_has_a_floor_of_one_and_nobody_is_still_too_few() -> None:
    assert closing(WALL, practice=True).complete(()) == (ClosingFellShort(run=1, attempt=1, count=0),)
    (closed,) = closing(WALL, practice=True).complete(written(1))
    assert isinstance(closed, WallClosed)


def test_how_many_were_there_is_told_to_the_console_only() -> None:
    story = closing(WALL)
    story.complete(written(4))
    assert views.console(story.session, story.texts, views.Signs()).short_by == 4
    assert "short" not in msgspec.json.encode(views.shared(story.session, story.texts)).decode().replace('"phase":"short"', "")


def test_rows_are_written_in_the_order_of_the_queue_and_only_for_its_cards() -> None:
    story = closing(WALL)
    command = completed(1, 1, (*written(6), *passed(2, first=7)))
    outcome = story.wish(command, SYSTEM)
    assert not isinstance(outcome, Refusal)
    (closed,) = outcome
    assert isinstance(closed, WallClosed)
    rows = kept(story.session, command, SYSTEM, outcome).cards
    assert tuple(row.id for row in rows) == closed.cards
    assert all(row.text not in repr(row) for row in rows)


def test_a_card_whose_id_was_there_before_is_dropped_and_so_is_its_row() -> None:
    twice = held(5, text_answer(1, "second of its id"))
    story = closing(WALL)
    command = completed(1, 1, (*written(4), twice))
    outcome = story.wish(command, SYSTEM)
    assert not isinstance(outcome, Refusal)
    assert len(kept(story.session, command, SYSTEM, outcome).cards) == 4


def test_closing_that_fell_short_leaves_no_row() -> None:
    story = closing(WALL)
    command = completed(1, 1, written(4))
    outcome = story.wish(command, SYSTEM)
    assert not isinstance(outcome, Refusal)
    assert kept(story.session, command, SYSTEM, outcome).cards == ()


def test_g_a1_the_wish_and_the_answers_say_nothing_in_their_repr() -> None:
    command = completed(1, 1, (held(1, text_answer(1, "a canary sings")),))
    for shown in (repr(command), str(command), repr(command.held), repr(command.held[0].answer), f"{command.held[0].answer!s}"):
        assert "canary" not in shown
        assert card_id(1) not in shown


def test_g_a1_a_closed_tally_is_the_same_whoever_gave_which_answer() -> None:
    answers = [ChoiceAnswer(option=option) for option in (0, 0, 0, 1, 1, 1, 1, 1, 1)]
    bodies = set()
    for seed in range(20):
        random.Random(seed).shuffle(answers)
        story = Story(dice=random.Random(1)).people(9).open(CHOICE)
        (closed,) = story.close(tuple(held(number, answer) for number, answer in enumerate(answers, start=1)))
        bodies.add(msgspec.json.encode(closed))
    assert len(bodies) == 1


def test_a_closed_tally_keeps_sums_and_receipts_and_nothing_else() -> None:
    (closed,) = closing(CHOICE).complete(chosen([0] * 4 + [1] * 4))
    assert isinstance(closed, TallyClosed)
    assert set(msgspec.to_builtins(closed)) == {"t", "run", "sums", "receipts", "byFive"}


def test_each_person_who_is_in_it_finds_the_own_receipt() -> None:
    story = closing(CHOICE)
    answers = (*chosen([0, 1, 0, 1, 0]), *passed(2, first=6), held(8, TakenBack()))
    story.complete(answers)
    (receipts,) = views.receipts(story.session).stages
    assert sorted(receipts.nonces) == sorted(one.nonce for one in answers[:7])


ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    st.just(PassAnswer()),
    st.just(TakenBack()),
    st.builds(ChoiceAnswer, option=st.integers(-1, 5)),
    st.builds(MultiAnswer, options=st.lists(st.integers(0, 7), max_size=4).map(tuple)),
    st.builds(ScaleAnswer, steps=st.dictionaries(st.sampled_from(["speak", "listen", "other"]), st.integers(0, 8))),
    st.builds(text_answer, st.integers(1, 6), st.sampled_from(["A hope", "", "x" * 200, "🩷"])),
)
HELD = st.builds(held, st.integers(1, 9), ANSWERS, st.integers(0, 3))
ATTEMPTS = st.lists(st.tuples(st.lists(HELD, max_size=14), st.integers(0, 2)), min_size=1, max_size=5)


@steady
@drawn_by(ATTEMPTS, st.sampled_from([CHOICE, MULTI, WALL, SCALE]), st.booleans())
def test_g_a6_whatever_is_handed_over_however_often_one_unsealing_at_or_above_the_floor(
    attempts: list[tuple[list[HeldAnswer], int]], stage: int, practice: bool
) -> None:
    story = closing(stage, people=7, practice=practice)
    floor = story.session.settings.floor
    for answers, stale in attempts:
        assert story.session.stage is not None
        command = completed(1, story.session.stage.attempts - stale, tuple(answers))
        outcome = story.wish(command, SYSTEM)
        if not isinstance(outcome, Refusal):
            story.grant(command, outcome)
        if story.session.phase == "short":
            story.do(ReopenStage(run=1, minutes=1))
            story.begin_closing()
    unsealed = [event for event, _ in story.log if isinstance(event, TallyClosed | WallClosed)]
    assert len(unsealed) <= 1
    assert story.session.settings.floor == floor == (1 if practice else 5)
    assert all(len(set(event.receipts)) == len(event.receipts) >= floor for event in unsealed)
