"""The literal table phase × command → roles, tried in full: every wish, in every phase, by every role."""

import random
from typing import get_args

import pytest

from tests.domain.given import CHOICE, FACILITATOR, GUIDE, SCREEN, SYSTEM, WALL, Story, card_id, chosen, join, person
from workshop.domain import commands as c
from workshop.domain.decider import decide
from workshop.domain.deciding import Actor
from workshop.domain.permits import PERMITS, permitted, table
from workshop.domain.refusals import Refusal
from workshop.domain.words import Phase, Role

COMMANDS: tuple[type, ...] = get_args(c.AnyCommand)
MADE_BY_THE_NODE = (c.CloseStage, c.MakeRooms)
"""Wishes that a node turns into `BeginClosing` and `FormRooms` before it decides."""
ACTORS: dict[Role, Actor] = {"participant": person(1), "facilitator": FACILITATOR, "screen": SCREEN, "system": SYSTEM}


def example(command: type, run: int) -> c.AnyCommand:
    """A wish of this type that names the current run."""
    examples: tuple[c.AnyCommand, ...] = (
        c.OpenStage(run=run, stage=GUIDE),
        c.StepGuide(run=run, step=1),
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
        if phase == "ended":
            assert outcome == Refusal(code="session_ended")
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
                assert command in get_args(c.ParticipantCommand)
            if roles == {"system"}:
                assert command not in clients


def test_the_table_for_the_docs_names_every_wish_and_every_phase() -> None:
    text = table()
    assert all(f"| {command.__name__} |" in text for command in COMMANDS)
    assert all(phase in text for phase in PERMITS)
