"""What a rehearsal would notice about its rooms: somebody alone, two together who are kept apart, somebody who is still in one."""

from msgspec import structs

from realtime import wire
from realtime.opening import Opened
from realtime.rehearse import Rehearsal
from realtime.rooms_seen import MOMENT, RoomsSeen
from realtime.simulated import Phone
from tests.domain.given import Story
from workshop.domain import views
from workshop.domain.commands import StartRooms
from workshop.domain.parts import ConsoleView, RoomView
from workshop.domain.words import SessionId
from workshop.library.loader import load_plan


def desk_of(story: Story) -> ConsoleView:
    return views.console(story.session, story.texts, views.Signs())


def with_somebody_alone(desk: ConsoleView, rooms: int) -> ConsoleView:
    """The first of so many rooms has lost all but one of its people."""
    assert desk.board is not None
    first, *others = desk.board.rooms[:rooms]
    lonely = structs.replace(first, people=first.people[:1], alone=True)
    return structs.replace(desk, board=structs.replace(desk.board, rooms=(lonely, *others)))


def test_somebody_who_is_alone_for_longer_than_a_moment_is_seen() -> None:
    desk, seen = desk_of(Story().in_rooms(6)), RoomsSeen()
    alone = with_somebody_alone(desk, 3)
    for now in (0.0, MOMENT / 2):
        seen.look(alone, now)
    seen.look(desk, MOMENT)
    seen.look(alone, 2 * MOMENT)
    seen.look(alone, 3 * MOMENT)
    assert not seen.alone
    seen.look(alone, 3 * MOMENT + 0.1)
    assert desk.board is not None
    assert set(seen.alone) == {desk.board.rooms[0].id}


def test_whoever_could_go_to_one_room_alone_may_be_kept_apart_from_somebody_there() -> None:
    alone, seen = with_somebody_alone(desk_of(Story().in_rooms(6)), 2), RoomsSeen()
    for now in (0.0, 2 * MOMENT, 4 * MOMENT):
        seen.look(alone, now)
    assert not seen.alone


def test_it_counts_what_happened_once_each() -> None:
    story, seen = Story().people(4).open(4), RoomsSeen()
    story.form()
    story.announce()
    seen.look(desk_of(story), 0.0)
    story.do(StartRooms(run=story.run, round=1))
    for _ in range(2):
        seen.look(desk_of(story), 0.0)
    assert {kind: number for kind, number in seen.counts().items() if number} == {"announced": 2, "begun": 2}


async def test_two_who_are_kept_apart_and_somebody_still_in_a_room_are_failures_of_a_rehearsal() -> None:
    opened = Opened(id=SessionId("s1"), code="abcdefgh", console_secret="console", screen_secret="screen")
    rehearsal = Rehearsal("http://127.0.0.1:1", opened, load_plan("taster"), people=2, pace=1)
    one, other = rehearsal.phones
    one.apart_from = (other.alias, 0)
    for phone in (one, other):
        await told_a_room(phone, other.alias)
    failures = rehearsal.result([])["failures"]
    assert isinstance(failures, list)
    assert [failure for failure in failures if "kept apart" in failure] == [
        f"{one.alias} was in 1 rooms with somebody whom they are kept apart from"
    ]
    assert sum("is still in a room" in failure for failure in failures) == 2
    one.room = other.room = None
    failures = rehearsal.result([])["failures"]
    assert isinstance(failures, list)
    assert not any("is still in a room" in failure for failure in failures)


async def told_a_room(phone: Phone, *aliases: str) -> None:
    """A room of a story, its first people called so."""
    story = Story().in_rooms(len(aliases) + 3)
    room = views.room(story.session, story.rooms.rooms[0].id, story.texts)
    assert isinstance(room, RoomView)
    members = tuple(structs.replace(one, alias=alias, mark=0) for one, alias in zip(room.members, aliases, strict=False))
    phone.room = structs.replace(room, members=members)
    await phone.told(wire.RoomPart(body=phone.room))
