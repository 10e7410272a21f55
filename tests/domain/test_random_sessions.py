"""What holds in every session, whoever wishes what: live = replay = fresh view, and nobody is told more than is declared."""

import random
from collections import defaultdict
from itertools import combinations
from typing import get_args

import msgspec
import pytest

from tests.domain.given import FACILITATOR, SYSTEM, drawn
from tests.domain.pictures_of import changed, parts_of, vanished
from tests.domain.random_sessions import PINNED, SEEDS, Moment, all_played, changes, played
from tests.domain.random_wishes import MARK
from workshop.domain import commands as c
from workshop.domain import views
from workshop.domain.decider import decide, evolve, replay
from workshop.domain.events import AnyEvent, ClosingBegan, LinesKept, RoomsFormed, TallyClosed, WallClosed
from workshop.domain.kind_states import AgreeState, WallState
from workshop.domain.kinds import agree, circle, fishbowl, wall
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.next_step import next_step
from workshop.domain.parts import NextView, WallView
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import PartScope, SeatId

DECODE = msgspec.json.Decoder(AnyEvent)
ALL_SEEDS = (*SEEDS, *PINNED)


def named_in(event: AnyEvent) -> SeatId | None:
    return getattr(event, "seat", None)


def test_the_random_sessions_reach_every_fact() -> None:
    reached = {type(moment.event) for one in all_played() for moment in one.moments}
    assert reached == set(get_args(AnyEvent))
    assert sum(one.refused for one in all_played()) > 1_000


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_r3_live_state_equals_the_replay_of_what_was_stored(seed: int) -> None:
    one = played(seed)
    stored = [(msgspec.json.encode(moment.event), moment.at) for moment in one.moments]
    again = replay(one.start, ((DECODE.decode(body), at) for body, at in stored))
    assert again == one.end
    assert list(again.people) == list(one.end.people)


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_r3_every_picture_on_the_way_equals_a_fresh_one(seed: int) -> None:
    one = played(seed)
    session = one.start
    for change in changes(seed):
        moment = change.moment
        session = evolve(session, DECODE.decode(msgspec.json.encode(moment.event)), moment.at)
        assert parts_of(session, moment.texts_after) == change.after


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_a_fact_changes_only_the_parts_that_it_declares(seed: int) -> None:
    for change in changes(seed):
        assert changed(change.before, change.after) <= change.declared, f"seed {seed}: {change.moment.event!r}"


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_whoever_was_in_a_room_that_vanished_is_told_by_the_own_seat(seed: int) -> None:
    for change in changes(seed):
        before = change.moment.before
        for _, room in vanished(change.before, change.after):
            inside = {seat for seat in before.people if views.seat(before, seat, {}).room == room}
            assert {("seat", seat) for seat in inside} <= change.declared, f"seed {seed}: {change.moment.event!r}"


DECLARED_FOR_CARE: dict[PartScope, tuple[str, tuple[str, ...]]] = {
    "screen": (
        "the picture itself is in the shared part; the screen's own part is compared and, unchanged, not sent",
        (
            *(
                "GuideStepped",
                "PacerStarted",
                "StageExtended",
                "ClosingBegan",
                "ClosingFellShort",
                "StageReopened",
                "StageDropped",
            ),
            *("TallyClosed", "WallClosed", "PictureRevealed", "PictureHidden", "CardHidden", "CardsReleased", "LinesCollected"),
        ),
    ),
    "console": ("its clock is the shared part's; it is compared and, unchanged, not sent", ("StageExtended",)),
    "seats": (
        "a seat names its room and has no clock; every seat is compared and, unchanged, not sent",
        ("RoomCalmed", "RoomResumed", "DeadlinesShifted"),
    ),
    "rooms": (
        "the rooms that stood are gone, so none is left to send",
        ("StageOpened", "StageReturned", "RoomsFinished", "SessionEnded"),
    ),
}
"""Declared, but no run changes it: why that may stay, and by which facts. Over-declaring costs a comparison, never a frame."""


def test_every_declared_part_is_really_changed_by_some_run() -> None:
    really: dict[str, set[PartScope]] = defaultdict(set)
    declared: dict[str, frozenset[PartScope]] = {kind.__name__: kind.touches for kind in get_args(AnyEvent)}
    for seed in ALL_SEEDS:
        for change in changes(seed):
            name = type(change.moment.event).__name__
            for scope, of in changed(change.before, change.after):
                really[name].add(scope)
                if scope == "seat" and of != named_in(change.moment.event):
                    really[name].add("seats")
    never = {(name, scope) for name, scopes in declared.items() for scope in scopes - really[name]}
    assert never == {(name, scope) for scope, (_, names) in DECLARED_FOR_CARE.items() for name in names}


def sent_by_next(session: Session, ahead: NextView) -> c.AnyCommand | None:
    """The command that the console sends for this Next, with what the node adds."""
    run, dice = ahead.run, random.Random(3)
    match ahead.does:
        case "open_stage":
            return c.OpenStage(run=run, stage=ahead.stage)
        case "step_guide":
            return c.StepGuide(run=run, step=ahead.step)
        case "close_stage":
            return c.BeginClosing(run=run, nodes=(), grace=1, lapse=1)
        case "reveal_picture":
            return c.RevealPicture(run=run)
        case "release_cards":
            return c.ReleaseCards(run=run)
        case "make_rooms":
            return drawn(session, run, ahead.round, dice)
        case "announce_rooms":
            return c.AnnounceRooms(run=run, round=ahead.round)
        case "start_rooms":
            return c.StartRooms(run=run, round=ahead.round)
        case "end_rooms":
            return c.EndRooms(run=run) if ahead.waiting else c.EndRoomsSoftly(run=run)
        case "start_circle":
            return c.StartCircle(run=run)
        case "end_turn":
            return c.EndTurn(run=run, turn=ahead.turn)
        case "start_pacer":
            return c.StartPacer(run=run)
        case "end_circle":
            return c.EndCircle(run=run)
        case "adopt_lines":
            return c.KeepLines(run=run, lines=ahead.lines, questioned=())
        case "end_session":
            return c.EndSession()
        case "wait_closing" | "decide_short" | "ended":
            return None


MAY_WAIT = {
    "make_rooms": {"too_few_people"},
    "start_rooms": {"rooms_announced"},
    "start_circle": {"too_few_people"},
    "release_cards": {"batch_waits", "too_few_cards"},
    "end_session": {"care_open"},
}
"""What Next may be refused for: people or cards that are not there yet, rooms that are being announced, or somebody who waits for a
person."""


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_what_next_offers_is_granted(seed: int) -> None:
    for moment in played(seed).settled():
        ahead = next_step(moment.after)
        command = sent_by_next(moment.after, ahead)
        if command is None:
            continue
        outcome = decide(moment.after, command, FACILITATOR, moment.at, random.Random(3))
        if isinstance(outcome, Refusal):
            assert outcome.code in MAY_WAIT.get(ahead.does, set()), f"seed {seed}: {ahead!r} → {outcome.code}"
        else:
            assert outcome, f"seed {seed}: {ahead!r} would change nothing"


def fired(moment: Moment, late: int) -> Session:
    """The session after what is due in it. A round that is over is followed by the wish for the next one at the same time."""
    session, state = moment.after, room_state.state_of(moment.after)
    due = room_state.next_deadline(session)
    assert due is not None and state is not None and session.stage is not None
    at = max(due, moment.at) + late
    wish: c.AnyCommand = c.AdvanceRooms(run=session.stage.run, round=state.round, due=due)
    if room_state.due_wish(session) == "form":
        wish = drawn(session, session.stage.run, state.round + 1, random.Random(3))
    outcome = decide(session, wish, SYSTEM, at, random.Random(3))
    assert not isinstance(outcome, Refusal), f"{wish!r} → {outcome!r}"
    return replay(session, ((event, at) for event in outcome))


@pytest.mark.parametrize("seed", ALL_SEEDS)
@pytest.mark.parametrize("late", [0, 100_000])
def test_what_is_due_always_moves_the_rooms_on(seed: int, late: int) -> None:
    for moment in played(seed).settled():
        due = room_state.next_deadline(moment.after)
        if due is not None:
            after = fired(moment, late)
            follows = room_state.next_deadline(after)
            on = follows is None or (follows, room_state.due_wish(after)) > (due, room_state.due_wish(moment.after))
            assert on, f"seed {seed}: {moment.event!r}"


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_nobody_starts_a_round_alone(seed: int) -> None:
    for moment in played(seed).moments:
        state = room_state.state_of(moment.after)
        if type(moment.event).__name__ in ("RoomsStarted", "RoomsFormed") and state is not None:
            assert state.rooms
            begin = [room for room in state.rooms if not room.waits]
            assert all(len(room.seats) >= 2 for room in begin if room.step <= 0 and not room.ending), f"seed {seed}"


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_nobody_is_alone_in_a_room_while_another_takes_them(seed: int) -> None:
    for moment in played(seed).settled():
        session, state = moment.after, room_state.state_of(moment.after)
        if state is None or state.finished or not state.shown or session.phase == "ended":
            continue
        standing = [room for room in state.rooms if not room_state.over(session, room)]
        for lonely in (room for room in standing if len(room_state.there(state, room)) == 1):
            (alone,) = room_state.there(state, lonely)
            takes = [room for room in standing if room is not lonely and room_state.there(state, room) and not room.ending]
            assert not any(room_state.fits(session, moment.apart, alone, room) for room in takes), (
                f"seed {seed}: {moment.event!r}"
            )


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_who_is_kept_apart_is_never_put_into_one_room(seed: int) -> None:
    for moment in played(seed).moments:
        if type(moment.event).__name__ not in ("RoomsFormed", "SeatMoved", "SeatsExchanged"):
            continue
        state, apart = room_state.state_of(moment.after), room_state.apart_in(moment.after, moment.apart)
        moved = {getattr(moment.event, name, None) for name in ("seat", "one", "other")}
        for room in state.rooms if state is not None else ():
            for one, other in combinations(room.seats, 2):
                placed = isinstance(moment.event, RoomsFormed) or moved & {one, other}
                assert not placed or not {(one, other), (other, one)} & apart, f"seed {seed}: {moment.event!r}"


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_nobody_is_in_two_rooms_and_only_who_is_here_is_in_one(seed: int) -> None:
    for moment in played(seed).moments:
        state = room_state.state_of(moment.after)
        inside = [seat for room in state.rooms for seat in room.seats] if state is not None and not state.finished else []
        assert len(set(inside)) == len(inside)
        assert set(inside) <= set(moment.after.here())


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_a6_the_floor_holds_never_changes_and_a_stage_unseals_once(seed: int) -> None:
    one = played(seed)
    unsealed: list[int] = []
    for moment in one.moments:
        assert moment.after.settings == one.start.settings
        if isinstance(moment.event, TallyClosed | WallClosed):
            assert len(moment.event.receipts) >= one.start.settings.floor
            unsealed.append(moment.event.run)
    assert len(set(unsealed)) == len(unsealed)


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_a1_no_fact_repeats_what_a_person_wrote(seed: int) -> None:
    one = played(seed)
    log = b"".join(msgspec.json.encode(moment.event) for moment in one.moments)
    aliases = {text for text_id, text in one.moments[-1].texts_after.items() if text_id.startswith("alias-")}
    assert MARK.encode() not in log.replace(b"-canary", b"")
    assert not any(alias.encode() in log for alias in aliases)


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_m1_a_card_or_a_line_that_is_not_shown_is_in_no_part_but_the_console(seed: int) -> None:
    for change in changes(seed):
        moment = change.moment
        stage = moment.after.stage
        shown: set[str] = {line.id for line in moment.after.agreements}
        if stage is not None and isinstance(stage.kind, WallState):
            shown.update(stage.kind.released)
        if stage is not None and isinstance(stage.kind, AgreeState):
            shown.update(stage.kind.lines)
        hidden = [text for card, text in moment.texts_after.items() if MARK in text and card not in shown]
        told = b"".join(picture for (scope, _), picture in change.after.items() if scope != "console")
        assert not any(text.encode() in told for text in hidden), f"seed {seed}: {moment.event!r}"


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_no_part_but_the_list_of_people_names_a_seat_or_a_key(seed: int) -> None:
    for change in changes(seed):
        told = b"".join(picture for (scope, _), picture in change.after.items() if scope != "console")
        console = msgspec.json.decode(change.after["console", ""])
        # Facilitators admit, mark and merge people: their list names seats, and nothing else of the console does.
        del console["people"]
        # The board of the rooms moves them.
        del console["board"]
        assert b"seat-" not in told + msgspec.json.encode(console)
        assert not any(f"{number:064x}".encode() in told for number in range(1, 20))


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_g_a1_no_fact_between_opening_and_closing_names_who_answered(seed: int) -> None:
    """The only facts that name a seat are people who come, rest, return and leave, rooms and what people would like there, turns and
    chairs."""
    seats_in = {"SeatJoined", "PersonAdmitted", "PersonDeclined", "PersonRested", "PersonReturned", "PersonLeft"}
    seats_in |= {"SeatNamed", "SeatsMerged", "RoomsFormed", "CircleStarted", "ChairAsked", "ChairTaken", "ChairLeft"}
    seats_in |= {"SeatMoved", "SeatsExchanged", "PeopleBound", "RoundChosen", "PartnerMissed", "PartnerFound"}
    for moment in played(seed).moments:
        body = msgspec.json.encode(moment.event)
        if type(moment.event).__name__ not in seats_in:
            assert b"seat-" not in body.replace(b'"seat_', b"")
        if isinstance(moment.event, ClosingBegan):
            assert set(msgspec.to_builtins(moment.event)) == {"t", "run", "attempt", "nodes", "graceUntil", "lapsesAt"}


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_only_who_is_here_has_or_waits_for_a_turn_and_nobody_twice(seed: int) -> None:
    for moment in played(seed).moments:
        state = circle.state_of(moment.after)
        if state is None or not state.started or state.finished:
            continue
        ahead = [*((state.now,) if state.now is not None else ()), *state.waiting]
        assert set(ahead) <= set(moment.after.here()), f"seed {seed}: {moment.event!r}"
        assert len({*ahead, *state.done}) == len(ahead) + len(state.done), f"seed {seed}: {moment.event!r}"
        assert state.now is not None or not state.waiting


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_in_a_fishbowl_only_who_is_here_sits_or_asks_nobody_twice_and_no_chair_stays_free(seed: int) -> None:
    for moment in played(seed).moments:
        state = fishbowl.state_of(moment.after)
        if state is None:
            continue
        seats = [*state.inside, *state.asking]
        assert set(seats) <= set(moment.after.here()), f"seed {seed}: {moment.event!r}"
        assert len(set(seats)) == len(seats)
        chairs = moment.after.template.chairs if moment.after.template else 0
        assert len(state.inside) == chairs or not state.asking or not state.started, f"seed {seed}: {moment.event!r}"
        assert len(state.inside) <= chairs
        assert not seats or not state.finished
        assert state.started or not state.inside


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_what_is_dealt_stands_and_no_link_outlives_its_cards(seed: int) -> None:
    for moment in played(seed).settled():
        session, stage = moment.after, moment.after.stage
        if stage is None or session.phase == "ended" or not isinstance(stage.kind, WallState):
            continue
        assert set(wall.standing(session, stage)) <= moment.texts_after.keys(), f"seed {seed}: {moment.event!r}"
        shown = views.shared(session, moment.texts_after).stage
        assert shown is not None and isinstance(shown.body, WallView)
        links = {card.reply_to for card in shown.body.cards} - {None}
        assert links <= set(shown.body.standing)
        assert set(stage.kind.replies) <= set(stage.kind.queue)


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_every_stage_is_remembered_once_and_the_one_opened_last_is_known(seed: int) -> None:
    for moment in played(seed).moments:
        session, stage = moment.after, moment.after.stage
        runs = [one.run for one in session.past.values()]
        assert len(set(runs)) == len(runs)
        latest = session.latest()
        assert (latest.run if latest is not None else 0) == session.runs, f"seed {seed}: {moment.event!r}"
        if stage is not None and session.phase != "ended" and session.past.get(stage.index) is not None:
            # Only what asks nothing is played again; its earlier run is remembered until it is left.
            assert stage.index not in session.asked
            assert session.past[stage.index].run < stage.run


@pytest.mark.parametrize("seed", ALL_SEEDS)
def test_what_the_group_keeps_is_on_its_list(seed: int) -> None:
    for moment in played(seed).moments:
        if isinstance(moment.event, LinesKept):
            state = agree.state_of(moment.after)
            assert state is not None
            assert set(moment.event.lines) <= state.kept <= set(state.lines)
            assert {line.id for line in moment.after.agreements} >= set(moment.event.lines)
