"""The literal table phase × command → roles, tried in full: every wish, in every phase, by every role."""

import random
from typing import get_args

import pytest

from tests.domain.given import CHOICE, FACILITATOR, GUIDE, SCREEN, SYSTEM, WALL, Story, card_id, chosen, join, person, seat
from tests.domain.test_decider import MADE_BY_THE_NODE
from workshop.domain import commands as c
from workshop.domain.decider import decide
from workshop.domain.deciding import Actor
from workshop.domain.permits import PERMITS, permitted, table
from workshop.domain.refusals import Refusal
from workshop.domain.words import LineId, Phase, Role, RoomId, TextId

COMMANDS: tuple[type, ...] = get_args(c.AnyCommand)
BY_A_PARTICIPANT = {*get_args(c.ParticipantCommand), c.EndTurn, c.PutLater, c.NameSeat, c.OpenCare, c.SealApart}
"""What a person taps, in their own turn too, and what a node makes of a new alias, of asking for a person and of keeping apart."""
ACTORS: dict[Role, Actor] = {"participant": person(1), "facilitator": FACILITATOR, "screen": SCREEN, "system": SYSTEM}


def example(command: type, run: int) -> c.AnyCommand:
    """A wish of this type that names the current run."""
    examples: tuple[c.AnyCommand, ...] = (
        c.OpenStage(run=run, stage=GUIDE),
        c.StepGuide(run=run, step=1),
        c.StartPacer(run=run),
        c.ExtendStage(run=run, minutes=1),
        c.CloseStage(run=run),
        c.ReopenStage(run=run, minutes=1),
        c.DiscardStage(run=run),
        c.SpeakStage(run=run),
        c.RevealPicture(run=run),
        c.HidePicture(run=run),
        c.ApproveCard(run=run, card=card_id(1)),
        c.HideCard(run=run, card=card_id(1)),
        c.ReleaseCards(run=run),
        c.MakeRooms(run=run, round=1),
        c.StartRooms(run=run, round=1),
        c.EndRooms(run=run),
        c.EndRoomsSoftly(run=run),
        c.AnnounceRooms(run=run, round=1),
        c.MoveSeat(run=run, round=1, seat=seat(1), room=None),
        c.ExchangeSeats(run=run, round=1, one=seat(1), other=seat(2)),
        c.LockRoom(run=run, round=1, room=RoomId("1.1.1"), locked=True),
        c.BindPeople(one=seat(1), other=seat(2), how="apart"),
        c.GiveRoomTime(run=run, round=1, room=None, minutes=1),
        c.SendRoomNote(run=run, round=1, room=RoomId("1.1.1"), text="Two minutes"),
        c.PostRoomNote(run=run, round=1, room=RoomId("1.1.1"), note=TextId("note-1"), text="Two minutes"),
        c.KnockRoom(run=run, round=1, room=RoomId("1.1.1")),
        c.SettleRoom(run=run, round=1, room=RoomId("1.1.1")),
        c.JoinRooms(run=run, round=1, room=RoomId("1.1.1"), into=RoomId("1.1.2")),
        c.CloseRoom(run=run, round=1, room=RoomId("1.1.1")),
        c.ChooseRound(run=run, choice="observe"),
        c.KeepApart(seat=seat(2), apart=True),
        c.SealApart(id="0" * 32, sealed="sealed"),
        c.BeginRoom(run=run, round=1),
        c.PauseRoom(run=run, round=1),
        c.GoOnRoom(run=run, round=1),
        c.CallFacilitator(run=run, round=1),
        c.AnswerKnock(run=run, round=1, welcome=True),
        c.MissPartner(run=run, round=1, place=0),
        c.FindPartner(run=run, round=1),
        c.ChooseDeck(run=run, deck="boundaries"),
        c.SwapScene(run=run, round=1, scene="late-messages"),
        c.KeepScene(run=run, round=1, keep=True),
        c.LockDoor(),
        c.UnlockDoor(),
        c.CalmRoom(),
        c.ResumeRoom(),
        c.EndSession(),
        c.Rest(),
        c.ComeBack(),
        c.Leave(),
        join(9),
        c.BeginClosing(run=run, nodes=(), grace=1, lapse=1),
        c.CompleteClosing(run=run, attempt=1, held=()),
        c.FormRooms(run=run, round=1, rooms=()),
        c.AdvanceRooms(run=run, round=1, due=0),
        c.ShiftDeadlines(due=0, by=1),
        c.SkipStage(run=run),
        c.LookBack(run=run, stage=CHOICE),
        c.SendNote(text="A note"),
        c.ReconsiderCard(run=run, card=card_id(1)),
        c.ReturnCard(run=run, card=card_id(1), note="A note"),
        c.VeilCard(run=run, card=card_id(1), veil="loss"),
        c.FeatureCard(run=run, card=card_id(1)),
        c.StartCircle(run=run),
        c.EndTurn(run=run, turn=1),
        c.PutLater(run=run, turn=1),
        c.GiveTime(run=run, turn=1, seconds=30),
        c.EndCircle(run=run),
        c.AskForChair(run=run),
        c.LeaveChair(run=run),
        c.FreeChair(run=run, turn=0),
        c.CollectLines(run=run),
        c.ApproveLine(run=run, line=LineId(card_id(1))),
        c.HideLine(run=run, line=LineId(card_id(1))),
        c.AdoptLines(run=run, lines=()),
        c.AdmitPerson(seat=seat(1)),
        c.DeclinePerson(seat=seat(99)),
        c.AddPerson(alias="Noa"),
        c.MarkPerson(seat=seat(1), state="resting"),
        c.MergeSeats(seat=seat(1), into=seat(2)),
        c.SettleCare(care=TextId("care-1"), outcome="answered"),
        c.OfferHelp(offered=0),
        c.ChangeAlias(alias="Noa"),
        c.AskForPerson(),
        c.TakeBackCare(care=TextId("care-1")),
        c.NameSeat(alias="Noa", alias_text=TextId("alias-new"), mark=0),
        c.PostNote(note=TextId("note-1"), text="A note"),
        c.OpenCare(care=TextId("care-1"), waiting=None),
        c.PostReturn(run=run, card=card_id(1), note=TextId("note-1"), sealed="sealed"),
        c.WithdrawCard(card=card_id(1)),
        c.RewriteCard(card=card_id(1), text="Other words"),
        c.ConsentCard(card=card_id(1), nameable=True),
        c.KeepLines(run=run, lines=(), questioned=()),
        c.QuestionLines(run=run, lines=()),
        c.ShowGauge(run=run, totals={}, people=6, changes=6),
        c.MissConsole(),
        c.MeetConsole(),
        c.OpenCheckIn(after=0),
        c.CloseCheckIn(check_in=1),
        c.ShowCheckIn(check_in=1, feeling="mood", counts=(1, 1, 1, 1, 2), people=6, changes=6),
    )
    (found,) = [one for one in examples if type(one) is command]
    return found


def in_phase(phase: Phase) -> Story:
    story = Story().people(6)
    match phase:
        case "lobby":
            return story
        case "open":
            return story.open(WALL)
        case "closing":
            return story.open(WALL).begin_closing()
        case "short":
            story.open(WALL).close(())
        case "closed":
            story.open(CHOICE).close(chosen([0] * 5))
        case "ended":
            story.do(c.EndSession())
    return story


@pytest.mark.parametrize("phase", get_args(Phase))
def test_the_stories_reach_their_phase(phase: Phase) -> None:
    assert in_phase(phase).session.phase == phase


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("phase", get_args(Phase))
def test_whoever_may_not_wish_it_now_is_refused_and_whoever_may_is_heard(phase: Phase, role: Role) -> None:
    story = in_phase(phase)
    for command in COMMANDS:
        outcome = decide(story.session, example(command, story.run), ACTORS[role], story.at, random.Random(1))
        if phase == "ended" and not permitted(phase, command, role):
            assert outcome == Refusal(code="session_ended"), command
        elif role not in PERMITS[phase].get(command, frozenset()) or command in MADE_BY_THE_NODE:
            assert outcome == Refusal(code="not_permitted"), command
        elif command is c.BeginClosing and phase == "open":
            assert not isinstance(outcome, Refusal)
        else:
            assert outcome != Refusal(code="not_permitted"), command


def test_every_wish_is_permitted_to_somebody_in_some_phase() -> None:
    assert {command for row in PERMITS.values() for command in row} == set(COMMANDS)
    assert all(roles for row in PERMITS.values() for roles in row.values())
    assert set(PERMITS) == set(get_args(Phase))


def test_a_screen_may_wish_nothing() -> None:
    assert not any(permitted(phase, command, "screen") for phase in PERMITS for command in COMMANDS)


def test_what_the_system_makes_no_client_may_send() -> None:
    clients = set(get_args(c.ClientCommand))
    for row in PERMITS.values():
        for command, roles in row.items():
            if "participant" in roles:
                assert command in BY_A_PARTICIPANT
            if roles == {"system"}:
                assert command not in clients


def test_what_a_person_can_always_do_is_permitted_in_every_phase_until_the_end() -> None:
    always = {c.Rest, c.ComeBack, c.Leave, c.ChangeAlias, c.NameSeat, c.AskForPerson, c.OpenCare, c.TakeBackCare}
    for phase in set(PERMITS) - {"ended"}:
        assert all(permitted(phase, command, "participant") for command in always), phase


def test_after_the_end_a_card_can_still_be_withdrawn_or_its_naming_agreed_to_and_nothing_else_happens() -> None:
    assert PERMITS["ended"] == {c.WithdrawCard: frozenset({"system"}), c.ConsentCard: frozenset({"system"})}


def test_while_answers_are_gathered_or_too_few_nobody_moves_on_over_them() -> None:
    for command in (c.OpenStage, c.LookBack, c.SkipStage):
        assert command not in PERMITS["closing"]
    assert not {c.OpenStage, c.LookBack} & PERMITS["short"].keys()


def test_the_table_for_the_docs_names_every_wish_and_every_phase() -> None:
    text = table()
    assert all(f"| {command.__name__} |" in text for command in COMMANDS)
    assert all(phase in text for phase in PERMITS)
