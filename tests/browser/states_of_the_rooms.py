"""Moments of breakouts, as console and shared screen are told of them."""

from msgspec import structs

from tests.browser.states import LONG_NAME, NOW, QUIET, board, placed, rooms, shared, stage
from workshop.domain import parts
from workshop.domain.words import SeatId

NAMES = (("River", "Mika"), ("Rosa", "Amal"), ("Jonas", "Petra"), ("Lin", "Sam", "Dario"), ("Yusuf", LONG_NAME))
HELD = parts.Clock(ends_at=None, left=84_000)
PROMPT = "Speaker: something about connection that has been on your mind. Listener: stay with them."


def _until(millis: int) -> parts.Clock:
    return parts.Clock(ends_at=NOW + millis, left=None)


def _tiles(state: str, clock: parts.Clock, **changes: object) -> tuple[parts.TileView, ...]:
    step, turn = ("Speaker has the time", 1) if state == "running" else ("", 0)
    return tuple(
        structs.replace(
            parts.TileView(number=number, people=people, step=step, clock=clock, state=state, turn=turn, turns=1),  # type: ignore[arg-type]
            **changes,
        )
        for number, people in enumerate(NAMES, start=1)
    )


FORMED = _tiles("formed", QUIET)
RUNNING = _tiles("running", _until(130_000))
ENDING = _tiles("running", _until(41_000), ending=True)
FADING = _tiles("running", _until(8_000), ending=True)
FORTY = tuple(
    parts.TileView(
        number=number,
        people=(f"Ada {number}", f"Ben {number}"),
        step="Speaker has the time",
        clock=_until(130_000),
        state="running",
        turn=1,
        turns=1,
    )
    for number in range(1, 41)
)


def _changed(plain: parts.BoardView, **of: dict[str, object]) -> parts.BoardView:
    """`of`: changes of rooms by "r" and their number."""
    return structs.replace(plain, rooms=tuple(structs.replace(room, **of.get(f"r{room.number}", {})) for room in plain.rooms))


def _busy() -> parts.BoardView:
    plain = board("running", RUNNING, loose=(placed("Kim"), placed("Tove", away=True)))
    four, five = plain.rooms[3].people, plain.rooms[4].people
    return _changed(
        plain,
        r2={"called": True, "paused": True, "clock": HELD},
        r3={"paused": True, "clock": HELD, "knock": "later"},
        r4={"people": (*four[:2], structs.replace(four[2], asleep=True)), "knock": "welcome"},
        r5={"people": (five[0], structs.replace(five[1], away=True)), "alone": True, "note": "You can join room 3, if you like."},
    )


def _bound(one: str, other: str, how: str) -> parts.BoundView:
    return parts.BoundView(one=SeatId(f"seat-of-{one}"), other=SeatId(f"seat-of-{other}"), how=how)  # type: ignore[arg-type]


BOARDS = {
    "rooms, to propose": board("before", (), before=True),
    "rooms, proposed": structs.replace(
        _changed(board("proposed", FORMED), r1={"locked": True}),
        before=True,
        bound=(_bound("Rosa", "Amal", "together"), _bound("Jonas", "Sam", "apart")),
    ),
    "rooms, one alone": _changed(
        board("proposed", FORMED, loose=(placed("Kim"),)), r5={"people": (placed("Yusuf"),), "alone": True}
    ),
    "rooms, announced": board("announced", _tiles("formed", _until(7_000))),
    "rooms, waiting for Go": board("announced", _tiles("formed", _until(-1))),
    "rooms, some need somebody": _busy(),
    "rooms, forty": _changed(board("running", FORTY), r17={"called": True, "paused": True, "clock": HELD}),
    "rooms, ending": board("running", ENDING, ending=True),
    "rooms, the last seconds": board("running", FADING, ending=True),
}
"""What facilitators see, by what it is called."""
NEXT = {
    "before": parts.NextView(does="make_rooms", run=3, round=1, count=14),
    "proposed": parts.NextView(does="announce_rooms", run=3, round=1, count=5),
    "announced": parts.NextView(does="start_rooms", run=3, round=1, count=5),
    "running": parts.NextView(does="end_rooms", run=3, round=1),
}


def _told(state: str) -> parts.SharedView:
    of = BOARDS[state].state
    body = structs.replace(rooms({"announced": "formed", "proposed": "before"}.get(of, of)), rounds=1)
    return shared(stage(body, prompt=PROMPT, clock=QUIET))


ROOMS = {state: _told(state) for state in BOARDS}
"""What everybody is told."""


def _next(on: parts.BoardView) -> parts.NextView:
    if any(room.alone for room in on.rooms) and on.state == "proposed":
        return NEXT["before"]
    return structs.replace(NEXT[on.state], waiting=int(on.ending))


def console_in_rooms(state: str, plain: parts.ConsoleView) -> parts.ConsoleView:
    return structs.replace(plain, board=BOARDS[state], next=_next(BOARDS[state]))


def screen_in_rooms(state: str, plain: parts.ScreenView) -> parts.ScreenView:
    on = BOARDS[state]
    tiles = tuple(
        parts.TileView(
            number=room.number,
            people=tuple(person.name for person in room.people),
            step=room.step,
            clock=room.clock,
            state=room.state,
            ending=room.ending,
            turn=room.turn,
            turns=room.turns,
        )
        for room in on.rooms
    )
    return structs.replace(plain, rooms=tiles if on.state in ("announced", "running") else ())
