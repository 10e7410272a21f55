"""Moments of breakouts as console and shared screen are told of them."""

from msgspec import structs

from tests.browser.states import LONG_NAME, NOW, QUIET, board, placed, rooms, shared, stage
from workshop.domain import parts
from workshop.domain.words import SeatId

NAMES = (("River", "Mika"), ("Rosa", "Amal"), ("Jonas", "Petra"), ("Lin", "Sam", "Dario"), ("Yusuf", LONG_NAME))
HELD = parts.Clock(ends_at=None, left=84_000)
PROMPT = "Speaker: something about connection that has been on your mind. Listener: stay with them."


def _until(millis: int) -> parts.Clock:
    return parts.Clock(ends_at=NOW + millis, left=None)


def _tiles(state: str, clock: parts.Clock, *, ending: bool = False) -> tuple[parts.TileView, ...]:
    step, turn = ("Speaker has the time", 1) if state == "running" else ("", 0)
    return tuple(
        parts.TileView(
            number=number,
            people=people,
            step=step,
            clock=clock,
            state=state,  # type: ignore[arg-type]
            ending=ending,
            turn=turn,
            turns=1,
        )
        for number, people in enumerate(NAMES, start=1)
    )


FORMED = _tiles("formed", QUIET)
RUNNING = _tiles("running", _until(130_000))
FORTY = tuple(structs.replace(RUNNING[0], number=number, people=(f"Ada {number}", f"Ben {number}")) for number in range(1, 41))


def _changed(plain: parts.BoardView, of: dict[int, dict[str, object]]) -> parts.BoardView:
    """`of`: changes of rooms by their number."""
    return structs.replace(plain, rooms=tuple(structs.replace(room, **of.get(room.number, {})) for room in plain.rooms))


def _busy() -> parts.BoardView:
    plain = board("running", RUNNING, loose=(placed("Kim"), placed("Tove", away=True)))
    four, five = plain.rooms[3].people, plain.rooms[4].people
    return _changed(
        plain,
        {
            2: {"called": True, "paused": True, "clock": HELD},
            3: {"paused": True, "clock": HELD, "knock": "later"},
            4: {"people": (*four[:2], structs.replace(four[2], asleep=True)), "knock": "welcome"},
            5: {
                "people": (five[0], structs.replace(five[1], away=True)),
                "alone": True,
                "note": "You can join room 3, if you like.",
            },
        },
    )


def _bound(one: str, other: str, how: str) -> parts.BoundView:
    return parts.BoundView(one=SeatId(f"seat-of-{one}"), other=SeatId(f"seat-of-{other}"), how=how)  # type: ignore[arg-type]


BOARDS = {
    "rooms, to propose": board("before", (), before=True),
    "rooms, proposed": structs.replace(
        _changed(board("proposed", FORMED), {1: {"locked": True}}),
        before=True,
        bound=(_bound("Rosa", "Amal", "together"), _bound("Jonas", "Sam", "apart")),
    ),
    "rooms, one alone": _changed(
        board("proposed", FORMED, loose=(placed("Kim"),)), {5: {"people": (placed("Yusuf"),), "alone": True}}
    ),
    "rooms, announced": board("announced", _tiles("formed", _until(7_000))),
    "rooms, waiting for Go": board("announced", _tiles("formed", _until(-1))),
    "rooms, some need somebody": _busy(),
    "rooms, forty": _changed(board("running", FORTY), {17: {"called": True, "paused": True, "clock": HELD}}),
    "rooms, ending": board("running", _tiles("running", _until(41_000), ending=True), ending=True),
    "rooms, the last seconds": board("running", _tiles("running", _until(8_000), ending=True), ending=True),
    "rooms, back": board("finished", ()),
}
"""What facilitators see, by what it is called."""
PANELS = (
    ("rooms, proposed", "Rosa"),
    ("rooms, some need somebody", "Kim"),
    ("rooms, some need somebody", "More for room 5"),
    ("rooms, forty", "More for room 17"),
    ("rooms, ending", "End now"),
)
"""What opens over it: in which moment, and by which button."""
NEXT = {
    "before": parts.NextView(does="make_rooms", run=3, round=1, count=14),
    "proposed": parts.NextView(does="announce_rooms", run=3, round=1, count=5),
    "announced": parts.NextView(does="start_rooms", run=3, round=1, count=5),
    "running": parts.NextView(does="end_rooms", run=3, round=1),
    "finished": parts.NextView(does="open_stage", run=3, stage=2, title="How I leave"),
}


def _told(on: parts.BoardView) -> parts.SharedView:
    body = rooms({"announced": "formed", "proposed": "before"}.get(on.state, on.state))
    return shared(stage(structs.replace(body, rounds=1), prompt=PROMPT, clock=QUIET))


TOLD = {state: _told(on) for state, on in BOARDS.items()}
"""What everybody is told."""


def _next(on: parts.BoardView) -> parts.NextView:
    if on.state == "proposed" and any(room.alone for room in on.rooms):
        return NEXT["before"]
    return structs.replace(NEXT[on.state], waiting=int(on.ending))


def console_of_board(state: str, plain: parts.ConsoleView) -> parts.ConsoleView:
    return structs.replace(plain, board=BOARDS[state], next=_next(BOARDS[state]))


def screen_of_board(state: str, plain: parts.ScreenView) -> parts.ScreenView:
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
