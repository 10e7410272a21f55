"""Wishes about rooms through real sockets: who is told of them, who is not, and what becomes of them."""

import asyncio
from secrets import token_hex

import msgspec

from realtime import wire
from realtime.room import Room
from tests import waiting
from tests.checks import announced, begun, board, named_events
from tests.domain.given import FACILITATOR
from tests.ends import passed
from tests.nodes import ORGANIZATION
from tests.realtime.in_rooms import Group, Opening, door, kinds, nothing, opening, rows
from tests.transcripts.evening import HeardPhone
from workshop.domain import commands as c
from workshop.domain.commands import FormRooms, Join
from workshop.domain.events import RoomsFormed
from workshop.domain.parts import ConsoleView
from workshop.domain.words import CommandId
from workshop.records.sessions import set_meeting_link

__all__ = ["door", "opening"]
DRAWN = 12
"""Times that rooms of four are made: by chance alone two of them are in one room at least once in all but one run of 130."""


# --- not with this person


async def test_a_wish_to_be_apart_is_kept_sealed_and_told_to_nobody(opening: Opening) -> None:
    group = await opening("Zoe", "ada", "Mika", "Bo")
    only_the_note = await group.told_of(nothing)
    before, events = await rows(group.database), await named_count(group)
    assert await group.told_of(lambda: group.keep_apart("Zoe", "Mika")) == only_the_note
    after = await rows(group.database)
    fresh = {table: [row for row in after[table] if row not in before[table]] for table in after}
    (wish,) = fresh["apart"]
    seats = [person.seat for person in group.console.desk.people] if group.console.desk is not None else []
    told = "\n".join(str(row) for found in fresh.values() for row in found)
    assert len(seats) == 4
    assert not [word for word in (*seats, "Zoe", "Mika") if word in told]
    assert await named_count(group) == events + 1, "of the note"
    await group.keep_apart("Bo", "ada")
    lengths = {len(str(row)) for row in (await rows(group.database))["apart"]}
    assert lengths == {len(str(wish))}, "whoever they are"


async def named_count(group: Group) -> int:
    return len((await rows(group.database))["event"])


async def test_only_the_asker_is_told_who_is_here_in_the_order_of_the_alphabet_with_their_own_marks(opening: Opening) -> None:
    group = await opening("Zoe", "ada", "Mika", "Mika", "Bo")
    await group.keep_apart("Zoe", "Bo")
    people = await group.phone("Zoe").ask_names()
    assert [(one.alias, one.mark, one.apart) for one in people] == [
        ("ada", 0, False),
        ("Bo", 0, True),
        ("Mika", 0, False),
        ("Mika", 2, False),
    ]
    assert await group.told_of(group.phone("Zoe").ask_names) == await group.told_of(nothing)
    asked = [page for page in group.pages if any('"t":"names"' in frame for frame in page.heard)]
    assert asked == [group.phone("Zoe")]
    theirs = await group.phone("Bo").ask_names()
    assert ("Zoe", False) in [(one.alias, one.apart) for one in theirs], "and nobody is told who would rather not be with them"


async def test_two_who_are_kept_apart_are_in_no_room_together_until_it_is_taken_back(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara")
    await group.keep_apart("Ada", "Bo")
    made = [room for _ in range(DRAWN) for room in await group.make()]
    assert len(made) == 2 * DRAWN
    assert not [room for room in made if {"Ada", "Bo"} <= room]
    await group.keep_apart("Ada", "Bo", apart=False)
    assert (await rows(group.database))["apart"] == []
    assert [one.apart for one in await group.phone("Ada").ask_names()] == [False] * 3
    assert [room for _ in range(2 * DRAWN) for room in await group.make() if {"Ada", "Bo"} <= room]


async def test_whoever_is_alone_because_somebody_left_goes_where_nobody_is_whom_they_are_kept_apart_from(
    opening: Opening,
) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara", "Emre", "Finn")
    await group.keep_apart("Ada", "Bo")
    made = await group.make()
    (with_ada,), others = [room for room in made if "Ada" in room], [room for room in made if "Ada" not in room]
    if "Bo" not in others[0]:
        # Whoever is alone goes to the first room that takes them: that is the one where Bo is.
        one = group.seat(min(others[0]))
        await group.lead(c.ExchangeSeats(run=group.run, round=1, one=one, other=group.seat("Bo")))
    await begun_as_it_stands(group)
    (partner,) = with_ada - {"Ada"}
    assert await group.phone(partner).do(c.Leave()) is None
    ada = group.phone("Ada")
    await ada.until(lambda: ada.room is not None and len(ada.room.members) == 3)
    assert ada.room is not None
    assert ada.room.number == 1 + made.index(others[1])
    assert "Bo" not in {member.alias for member in ada.room.members}


async def begun_as_it_stands(group: Group) -> None:
    """The proposal is announced and begun."""
    await group.lead(c.AnnounceRooms(run=group.run, round=1))
    await group.console.until(lambda: board(group.console).state == "announced")
    ready = max(room.clock.ends_at or 0 for room in board(group.console).rooms)
    await waiting.until(lambda: group.console.now() >= ready)
    await group.lead(c.StartRooms(run=group.run, round=1))


async def test_where_it_cannot_be_only_the_asker_is_without_a_room(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo")
    for other in ("Bo", "Cleo"):
        await group.keep_apart("Ada", other)
    assert await group.make() == [{"Bo", "Cleo"}]
    await group.console.until(lambda: [person.name for person in board(group.console).loose] == ["Ada"])
    await group.keep_apart("Ada", "Cleo", apart=False)
    await group.keep_apart("Ada", "Bo", apart=False)
    assert await group.make() == [{"Ada", "Bo", "Cleo"}]
    for other in ("Bo", "Cleo"):
        await group.keep_apart("Ada", other)
    assert await group.make() == [{"Bo", "Cleo"}]
    await begun_as_it_stands(group)
    for alias in ("Bo", "Cleo"):
        phone = group.phone(alias)
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.state == "running")  # type: ignore[misc]
    ada = group.phone("Ada")
    assert ada.room is None
    assert ada.seat is not None
    assert (ada.seat.room, ada.seat.state, ada.seat.choice) == (None, "here", "take_part")


async def test_where_no_rooms_can_be_made_the_facilitators_see_that_and_only_the_asker_learns_why(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo")
    await group.keep_apart("Ada", "Bo")
    ada, bo = group.phone("Ada"), group.phone("Bo")
    assert await group.phone("Cleo").do(c.ChooseRound(run=group.run, choice="sit_out")) is None
    told = await group.told_of(lambda: group.lead(c.MakeRooms(run=group.run, round=1, mix="random")))
    assert "console" in told["console"]
    assert told["Bo"] == told["screen"] == ["shared", "at"], "nothing but the note that everybody is sent"
    await ada.until(lambda: ada.unmet)
    assert bo.names == []
    assert board(group.console).none
    assert not board(group.console).rooms
    await ada.drop()
    ada.unmet = False
    await ada.until(lambda: ada.unmet)
    await group.keep_apart("Ada", "Bo", apart=False)
    assert await group.make() == [{"Ada", "Bo"}]
    assert not board(group.console).none


# --- take part, observe, sit out


async def test_what_somebody_chooses_changes_their_phone_and_numbers_on_the_console(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara", "Emre")
    only_the_note = await group.told_of(nothing)
    ada, before = group.phone("Ada"), seen(group)
    choices: tuple[tuple[c.ChooseRound, tuple[int, int, int]], ...] = (
        (c.ChooseRound(run=group.run, choice="observe"), (4, 1, 0)),
        (c.ChooseRound(run=group.run, choice="sit_out"), (4, 0, 1)),
        (c.ChooseRound(run=group.run, choice="take_part"), (5, 0, 0)),
    )
    for wish, numbers in choices:
        told = await group.told_of(lambda wish=wish: ada.do(wish))  # type: ignore[misc]
        others = {name: frames for name, frames in told.items() if name not in ("console", "Ada")}
        assert others == {name: only_the_note[name] for name in others}
        await ada.until(lambda wish=wish: ada.seat is not None and ada.seat.choice == wish.choice)  # type: ignore[misc]
        assert ada.refusals == []
        await group.console.until(lambda numbers=numbers: board_numbers(group) == numbers)  # type: ignore[misc]
        assert without_numbers(seen(group)) == without_numbers(before), "no name, only numbers"


def seen(group: Group) -> ConsoleView:
    assert group.console.desk is not None
    return group.console.desk


def board_numbers(group: Group) -> tuple[int, int, int]:
    rooms = board(group.console)
    return rooms.taking_part, rooms.observing, rooms.sitting_out


def without_numbers(desk: ConsoleView) -> ConsoleView:
    assert desk.board is not None
    rooms = msgspec.structs.replace(desk.board, taking_part=0, observing=0, sitting_out=0)
    return msgspec.structs.replace(desk, board=rooms, next=msgspec.structs.replace(desk.next, count=0))


# --- a partner of whom there is no sign


class Locked(HeardPhone):
    """A phone whose screen can be locked: its line stays open, nothing is read or said."""

    def __init__(self, base: str, code: str, alias: str) -> None:
        super().__init__(base, code, alias)
        self.awake = asyncio.Event()
        self.awake.set()

    async def _received(self, text: str) -> None:
        await self.awake.wait()
        await super()._received(text)


def quiet_in(phone: HeardPhone) -> set[str]:
    """Of whom this phone was ever told that there is no sign."""
    rooms = [part for frame in phone.heard if (part := msgspec.json.decode(frame))["t"] == "room"]
    return {one["alias"] for room in rooms if room["body"] is not None for one in room["body"]["members"] if one["quiet"]}


async def with_a_locked_one(group: Group) -> tuple[Locked, HeardPhone, list[HeardPhone]]:
    """Four people in two running rooms: whose phone is locked now, their partner, and the others."""
    locked = Locked(group.door.base, group.opened.code, "Lou")
    await group.come(locked)
    await begun(group.console, group.run)
    for phone in group.phones:
        await phone.until(lambda phone=phone: phone.room is not None and phone.room.state == "running")  # type: ignore[misc]
    locked.awake.clear()
    together = [phone for phone in group.phones if phone is not locked and phone.room == locked.room]
    others = [phone for phone in group.phones if phone.room != locked.room]
    assert (len(together), len(others)) == (1, 2)
    return locked, together[0], others


async def test_a_quiet_partner_is_told_to_that_room_alone_and_only_where_people_are_apart(opening: Opening) -> None:
    near, far = await opening("Ada", "Bo", "Cleo"), await opening("Ada", "Bo", "Cleo", presence="apart")
    _, beside, _ = await with_a_locked_one(near)
    locked, partner, others = await with_a_locked_one(far)
    rooms_told = [kinds(phone.heard).count("room") for phone in others]
    await partner.until(lambda: quiet_in(partner) == {"Lou"})
    assert partner.room is not None
    assert [member.alias for member in partner.room.members if member.quiet] == ["Lou"]
    # In one place the phone was locked even longer, and is asleep by now; its partner sees them sit there.
    await near.console.until(lambda: any(person.asleep for person in seen(near).people))
    beats = len(beside.heard)
    await beside.until(lambda: sum('"t":"beat"' in frame for frame in beside.heard[beats:]) > 1)
    assert quiet_in(beside) == set()
    assert [kinds(phone.heard).count("room") for phone in others] == rooms_told
    locked.awake.set()
    await partner.until(lambda: partner.room is not None and not any(member.quiet for member in partner.room.members))
    assert [kinds(phone.heard).count("room") for phone in others] == rooms_told
    assert '"quiet":true' not in "".join(far.screen.heard)
    assert [quiet_in(phone) for phone in others] == [set(), set()]


# --- where a room meets


async def links_of(group: Group) -> dict[str, set[str | None]]:
    """By room, the links on the phones of its people."""
    await announced(group.console, group.run)
    found: dict[str, set[str | None]] = {}
    for phone in group.phones:
        await phone.until(lambda phone=phone: phone.room is not None)  # type: ignore[misc]
        assert phone.room is not None
        found.setdefault(phone.room.id, set()).add(phone.room.link)
    return found


async def test_each_room_has_a_link_of_its_own_only_where_people_are_apart_and_there_is_a_service(opening: Opening) -> None:
    bare = await opening("Ada", "Bo", "Cleo", "Dara", presence="apart")
    await set_meeting_link(bare.database, ORGANIZATION, "https://meet.example/{room}?lang=en")
    near = await opening("Ada", "Bo", "Cleo", "Dara")
    far = await opening("Ada", "Bo", "Cleo", "Dara", presence="apart")
    for group in (bare, near):
        assert list((await links_of(group)).values()) == [{None}, {None}]
    found = await links_of(far)
    links = [link for (link,) in found.values() if link is not None]
    assert len(set(links)) == len(found) == 2
    for room, link in zip(found, links, strict=True):
        name = link.removeprefix("https://meet.example/").removesuffix("?lang=en")
        assert len(name) == 12
        assert room not in link
    assert not any("meet.example" in frame for frame in far.screen.heard)
    for phone in far.phones:
        assert sum(link in "".join(phone.heard) for link in links) == 1, "nobody knows the way into another room"


# --- a proposal is the facilitators' alone


async def test_a_proposal_is_in_no_frame_of_a_phone_or_screen(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara")
    only_the_note = await group.told_of(nothing)
    told = await group.told_of(group.make)
    others = [name for name in told if name != "console"]
    assert {name: told[name] for name in others} == {name: only_the_note[name] for name in others}
    rooms = [f'"{group.run}.1.{number}"' for number in (1, 2)]
    heard = [frame for page in group.pages[1:] for frame in page.heard]
    assert not [frame for frame in heard if any(room in frame for room in rooms)]
    assert any(rooms[0] in frame for frame in group.console.heard)
    await group.lead(c.AnnounceRooms(run=group.run, round=1))
    for phone in group.phones:
        await phone.until(lambda phone=phone: any(room in frame for room in rooms for frame in phone.heard))  # type: ignore[misc]


# --- made once, of those who are here when it is decided


async def test_the_same_wish_for_rooms_twice_has_one_effect(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara")
    wish = wire.Do(id=CommandId(token_hex(16)), command=c.MakeRooms(run=group.run, round=1))
    await group.console.send(wish)
    assert await group.console.do(wish.command, wish.id) is None
    assert await group.console.do(wish.command, wish.id) is None
    assert len(await named_events(group.database, group.opened.id, "rooms_formed")) == 1


async def test_who_comes_while_rooms_are_worked_out_is_in_one(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara")
    room = group.door.node.hub.rooms[group.opened.id]
    late = HeardPhone(group.door.base, group.opened.code, "Late")
    async with room.turn:  # nothing is decided while it is held
        first = room.wish(CommandId(token_hex(16)), c.SendNote(text="One moment"), FACILITATOR)
        await passed()  # it is the one that waits for the turn; what comes now waits behind it
        joining = asyncio.create_task(late.join())
        await waiting.until(lambda: waits_for(room, Join))
        making = asyncio.create_task(group.console.do(c.MakeRooms(run=group.run, round=1)))
        await waiting.until(lambda: waits_for(room, FormRooms))
    assert await first is None
    await joining
    assert await making is None
    (formed,) = await named_events(group.database, group.opened.id, "rooms_formed")
    assert isinstance(formed, RoomsFormed)
    assert sorted(len(one.seats) for one in formed.rooms) == [2, 3]


def waits_for(room: Room, command: type) -> bool:
    return any(isinstance(wish.command, command) for wish in room.decisions._waiting)


async def test_a_console_that_loses_its_line_while_rooms_are_worked_out_is_answered_on_the_next_one(opening: Opening) -> None:
    group = await opening("Ada", "Bo", "Cleo", "Dara")
    room = group.door.node.hub.rooms[group.opened.id]
    async with room.turn:  # nothing is decided until it has come back
        making = asyncio.create_task(group.console.do(c.MakeRooms(run=group.run, round=1)))
        await waiting.until(lambda: len(room.drawing._under_way) == 1)
        await group.console.drop()
        await waiting.until(lambda: [len(asked) for asked in room.drawing._asked.values()] == [2])
    assert await making is None
