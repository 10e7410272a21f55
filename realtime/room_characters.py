"""What happens to people in rooms: they observe, sit out, begin, pause, call, lose the line, and look for a partner in vain.

Each is a small story of one simulated phone, as in `characters`.
"""

from collections.abc import Callable

from realtime.simulated import Phone
from workshop.domain import commands as c
from workshop.domain.parts import RoomsView, RoomView
from workshop.domain.words import RoundChoice

LONG = 200.0
"""Wall seconds a story waits for its moment: as long as a rehearsal may take."""
AGAIN = 0.5
"""Session seconds until a room that cannot begin yet is tried again."""


def is_over(phone: Phone) -> bool:
    return phone.shared is not None and phone.shared.phase == "ended"


async def comes(phone: Phone, true: Callable[[], bool]) -> None:
    """Raises TimeoutError where the session ends before."""
    await phone.until(lambda: true() or is_over(phone), LONG)
    if not true():
        raise TimeoutError


def _stage(phone: Phone) -> RoomsView | None:
    stage = phone.shared.stage if phone.shared is not None else None
    return stage.body if stage is not None and isinstance(stage.body, RoomsView) else None


def _run(phone: Phone) -> int:
    stage = phone.shared.stage if phone.shared is not None else None
    return 0 if stage is None else stage.run


def _round(phone: Phone) -> int:
    rooms = _stage(phone)
    return 0 if rooms is None else rooms.round


def in_a_room(phone: Phone, *states: str) -> bool:
    """Whether this phone knows its place in a room of one of these states."""
    return _stage(phone) is not None and phone.room is not None and phone.room.state in states and _places(phone) is not None


def waits(phone: Phone) -> bool:
    """Whether rooms have not begun."""
    rooms = _stage(phone)
    return rooms is not None and rooms.state in ("before", "formed")


def announced(phone: Phone) -> bool:
    return in_a_room(phone, "formed")


def _places(phone: Phone) -> tuple[int, list[int]] | None:
    """The own place and the others': None while the two parts that say it do not belong together."""
    room, seat = phone.room, phone.seat
    if room is None or seat is None or seat.room != room.id or seat.place is None:
        return None
    places = [member.place for member in room.members if not member.away]
    return (seat.place, [place for place in places if place != seat.place]) if seat.place in places else None


def _room(phone: Phone) -> RoomView:
    assert phone.room is not None
    return phone.room


async def _chooses(phone: Phone, choice: RoundChoice) -> None:
    """Before the first rooms are made: whoever leads waits for it."""
    phone.undecided = True
    await comes(phone, lambda: _stage(phone) is not None)
    await phone.do(c.ChooseRound(run=_run(phone), choice=choice))
    await phone.until(lambda: phone.seat is not None and phone.seat.choice == choice)
    phone.undecided = False


async def observes(phone: Phone) -> None:
    await _chooses(phone, "observe")
    await comes(phone, lambda: in_a_room(phone, "running") and _watches(phone))


def _watches(phone: Phone) -> bool:
    places = _places(phone)
    return places is not None and any(member.watching for member in _room(phone).members if member.place == places[0])


async def sits_a_round_out(phone: Phone) -> None:
    """Without a room while the others are in theirs; afterwards in one again."""
    await _chooses(phone, "sit_out")
    await comes(phone, lambda: _running(phone))
    await phone.think()
    if phone.room is not None:
        raise TimeoutError
    await phone.do(c.ChooseRound(run=_run(phone), choice="take_part"))
    await comes(phone, lambda: in_a_room(phone, "running"))


def _running(phone: Phone) -> bool:
    rooms = _stage(phone)
    return rooms is not None and rooms.state == "running"


async def begins_their_room(phone: Phone) -> None:
    """Go, for the own room, in the moment in which it can begin."""
    while True:
        await comes(phone, lambda: announced(phone))
        ends_at = _room(phone).clock.ends_at or 0
        while (refused := await phone.do(c.BeginRoom(run=_run(phone), round=_round(phone)))) == "rooms_announced":
            await phone.wait(max(AGAIN, (ends_at - phone.now()) / 1000))
        if refused is None:
            return
        await phone.until(lambda: not announced(phone), LONG)


async def pauses(phone: Phone) -> None:
    """The room stands still for a while; nobody asks why."""
    while not await _paused(phone):
        await phone.think()
    room = _room(phone).id
    await phone.think()
    # Where somebody else has called meanwhile, the room waits for whoever comes.
    await comes(phone, lambda: not _is(phone, room) or not _room(phone).called)
    await phone.do(c.GoOnRoom(run=_run(phone), round=_round(phone)))
    await comes(phone, lambda: not _is(phone, room) or not _room(phone).paused)


async def _paused(phone: Phone) -> bool:
    """Whether the own room stands still; a wish that comes when it is over is refused."""
    await comes(phone, lambda: in_a_room(phone, "running"))
    if await phone.do(c.PauseRoom(run=_run(phone), round=_round(phone))) is not None:
        return False
    await comes(phone, lambda: not in_a_room(phone, "running") or _room(phone).paused)
    return in_a_room(phone, "running")


def _is(phone: Phone, room: str) -> bool:
    return phone.room is not None and phone.room.id == room


async def calls(phone: Phone) -> None:
    """A facilitator comes, and the room goes on when they have gone."""
    while True:
        await comes(phone, lambda: in_a_room(phone, "running"))
        if await phone.do(c.CallFacilitator(run=_run(phone), round=_round(phone))) is None:
            break
        await phone.think()
    room = _room(phone).id
    await comes(phone, lambda: not _is(phone, room) or _room(phone).knock == "welcome")
    await comes(phone, lambda: not _is(phone, room) or not _room(phone).called)
    await phone.do(c.GoOnRoom(run=_run(phone), round=_round(phone)))


async def misses_a_partner(phone: Phone) -> None:
    """Somebody of the announced room is not found. Nobody has to be alone for it, and whoever was missed says that they are here."""
    while True:
        await comes(phone, lambda: announced(phone))
        places = _places(phone)
        assert places is not None
        if places[1] and await phone.do(c.MissPartner(run=_run(phone), round=_round(phone), place=places[1][0])) is None:
            break
        await phone.think()
    await comes(phone, lambda: in_a_room(phone, "running") and len(_room(phone).members) > 1)


async def loses_the_line(phone: Phone) -> None:
    """And finds a room again that knows them."""
    welcome, phone.room = phone.welcome, None
    await phone.drop()
    await phone.until(lambda: phone.welcome is not welcome, LONG)
    await comes(phone, lambda: phone.room is not None or not waits(phone))
    if waits(phone) and not any(member.alias == phone.alias for member in _room(phone).members):
        raise TimeoutError


async def keeps_apart(phone: Phone) -> None:
    """Not with a certain person, said before anything begins. From then on their phone watches that it is so."""
    await phone.until(lambda: phone.shared is not None and phone.shared.people > 2, LONG)
    people = await phone.ask_names()
    other = phone.chance.choice(people)
    if await phone.do(c.KeepApart(seat=other.seat, apart=True)) is not None:
        raise TimeoutError
    phone.apart_from = (other.alias, other.mark)
    again = await phone.ask_names()
    if [one.seat for one in again if one.apart] != [other.seat]:
        raise TimeoutError
