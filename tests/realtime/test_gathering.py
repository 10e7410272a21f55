"""Hand-overs between nodes: one that comes when nothing is closing any more is dropped, with the seats that are in it."""

from realtime import wire
from realtime.bus import Sealed
from realtime.held import Kept, one_per_person
from realtime.room import SYSTEM, Room
from realtime.simulated_answers import own_card
from tests.realtime.tapping import Group, group
from workshop.domain import commands as c

__all__ = ["group"]


def handed(room: Room) -> list[Kept]:
    """What this node keeps of other nodes' answers for a closing."""
    return [one for many in vars(room.gathering)["_sets"].values() for one in many]


async def closing(group: Group) -> Sealed:
    """Everybody wrote a card, the stage closes, and the second node's answers are on their way to the first."""
    assert await group.do(c.OpenStage(run=1, stage=1)) is None
    for number, phone in enumerate(group.phones):
        phone.answer(wire.GiveAnswer(run=2, counter=1, answer=own_card(f"Card {number}").answer()))
    assert await group.do(c.CloseStage(run=2)) is None
    group.there.rooms[1].gathering.hand_over()
    (note,) = [note for note in group.there.buses[1].told if isinstance(note, Sealed)]
    group.there.buses[1].told.remove(note)
    return note


async def test_a_hand_over_is_kept_while_its_stage_closes(group: Group) -> None:
    note = await closing(group)
    group.there.buses[0].hear(note)
    assert len(handed(group.there.rooms[0])) == 3


async def test_a_hand_over_that_comes_after_its_stage_has_closed_is_dropped(group: Group) -> None:
    note = await closing(group)
    stage = group.there.rooms[0].session.stage
    assert stage is not None
    assert stage.closing is not None
    group.there.clock.time = stage.closing.grace_until
    held = one_per_person([one for room in group.there.rooms for one in room.intake.held.all()], lambda seat: seat)
    assert await group.do(c.CompleteClosing(run=2, attempt=1, held=held), SYSTEM) is None
    assert group.there.rooms[0].session.phase == "closed"
    group.there.buses[0].hear(note)
    assert handed(group.there.rooms[0]) == []


async def test_what_was_handed_over_is_forgotten_when_the_session_ends_meanwhile(group: Group) -> None:
    note = await closing(group)
    group.there.buses[0].hear(note)
    assert await group.do(c.EndSession()) is None
    assert handed(group.there.rooms[0]) == []
    group.there.buses[0].hear(note)
    assert handed(group.there.rooms[0]) == []
