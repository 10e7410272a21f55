"""Moments of somebody in breakouts as their phone is told of them: the choice, announced, in a room, missed, alone, through."""

from msgspec import structs

from realtime import wire
from tests.browser.states import LONG_NAME, NOW, QUIET, RUNS, SEAT, STANDS, shared, stage
from workshop.domain import parts
from workshop.domain.words import RoomId, SeatId

IN = structs.replace(SEAT, alias="River", mark=0, room=RoomId("room-1"), place=0)
OUT = structs.replace(IN, room=None, place=None)
CARD = parts.RoleCardView(
    role="speaker",
    card="You like this colleague and you are tired. You want evenings free from next week. Say it once, simply, and offer when you "
    "can be reached.",
    scene="after-ten",
    title="Messages after ten",
    situation="A colleague writes to you about work most evenings, often after ten. You have answered every time so far.",
    twist="This time the colleague is worried about losing the job, and says so.",
    may_swap=True,
    starters=("After ten I would like …", "You can reach me …"),
)
PLAYS = structs.replace(IN, role=CARD)
RIVER = parts.MemberView(place=0, alias="River", mark=0, role="speaker")
MIKA = parts.MemberView(place=1, alias="Mika", mark=0, role="responder")
JO = parts.MemberView(place=2, alias="Jo", mark=0, role="observer", watching=True)
TURN = (
    parts.RoomStepView(do="Read your cards", seconds=60, places=()),
    parts.RoomStepView(do="First take", seconds=180, places=()),
    parts.RoomStepView(do="Say what made you soften, what made you stiffen", seconds=90, places=(1,)),
    parts.RoomStepView(do="Take it again, with something new", seconds=180, places=()),
)
ROOM = parts.RoomView(
    id=RoomId("room-1"), number=3, state="running", members=(RIVER, MIKA), steps=TURN, step=3, clock=RUNS, last=False
)
TALK = structs.replace(
    ROOM,
    members=(structs.replace(RIVER, role=None), structs.replace(MIKA, role=None)),
    steps=(parts.RoomStepView(do="Two minutes each", seconds=120, places=(0,)), TURN[1]),
    step=0,
)
FORMED = structs.replace(TALK, state="formed", step=-1, clock=parts.Clock(ends_at=NOW + 7_000, left=None))
READY = structs.replace(FORMED, clock=parts.Clock(ends_at=NOW, left=None))
LINK = "https://meet.example.org/a-long-name-that-nobody-guesses-4f7k2m9q"


def _rooms(state: str, deck: str = "", now: int = 1) -> parts.SharedView:
    body = parts.RoomsView(
        round=0 if state == "before" else now,
        rounds=3,
        state=state,  # type: ignore[arg-type]
        roles=("speaker", "responder", "observer") if deck else (),
        deck=deck,
    )
    return structs.replace(
        shared(stage(body, prompt="What helps you to say no, and what makes it hard?")),
        activity=parts.ActivityView(title="Rehearsal room", note="", sit_out="Reading along is enough.", number=2, of=7),
    )


def _with(room: parts.RoomView, **changes: object) -> parts.RoomView:
    return structs.replace(room, **changes)


BEFORE, FORM, GOES, PLAY = _rooms("before"), _rooms("formed"), _rooms("running"), _rooms("running", "Saying no kindly")
AWAY = _with(TALK, members=(TALK.members[0], structs.replace(MIKA, role=None, away=True)))

Moment = tuple[parts.SharedView, parts.SeatView, parts.RoomView | None]
ROOMS: dict[str, Moment] = {
    "the choice, before rooms": (BEFORE, OUT, None),
    "announced": (FORM, IN, FORMED),
    "announced, Go": (FORM, IN, READY),
    "announced, apart, with a link": (FORM, IN, _with(READY, link=LINK, members=(*TALK.members, JO))),
    "a talk": (GOES, IN, TALK),
    "a talk, apart": (GOES, IN, _with(TALK, link=LINK)),
    "a role card with scene and twist": (PLAY, PLAYS, ROOM),
    "an observer": (
        PLAY,
        structs.replace(IN, place=2, role=structs.replace(CARD, role="observer", may_swap=False)),
        _with(ROOM, members=(RIVER, MIKA, JO)),
    ),
    "paused": (PLAY, PLAYS, _with(ROOM, paused=True, clock=STANDS)),
    "called": (PLAY, PLAYS, _with(ROOM, paused=True, called=True, clock=STANDS)),
    "a knock": (PLAY, PLAYS, _with(ROOM, knock="knocking")),
    "somebody is on the way, and a note": (
        GOES,
        IN,
        _with(TALK, called=True, knock="welcome", note="Two minutes more for each of you."),
    ),
    "ending": (PLAY, PLAYS, _with(ROOM, ending=True, clock=parts.Clock(ends_at=NOW + 58_000, left=None))),
    "the last ten seconds": (GOES, IN, _with(TALK, ending=True, clock=parts.Clock(ends_at=NOW + 8_000, left=None))),
    "is Mika not with you": (GOES, IN, _with(TALK, members=(TALK.members[0], structs.replace(MIKA, role=None, quiet=True)))),
    "Mika was not found": (GOES, IN, _with(TALK, members=(*AWAY.members, structs.replace(JO, watching=False, role=None)))),
    "I was not found": (GOES, structs.replace(IN, away=True), TALK),
    "alone": (GOES, IN, AWAY),
    "sitting out": (GOES, structs.replace(OUT, choice="sit_out"), None),
    "this round is over": (GOES, IN, _with(TALK, state="finished", step=2, clock=QUIET)),
    "after a role play": (PLAY, IN, _with(ROOM, state="finished", step=4, clock=QUIET, last=True)),
}
"""What one phone is told, by what it is called. The last comes after the role card."""
NAMES = wire.Names(
    unmet=False,
    people=(
        wire.NamedPerson(seat=SeatId("seat-1"), alias=LONG_NAME, mark=2, apart=False),
        wire.NamedPerson(seat=SeatId("seat-2"), alias="Jo", mark=0, apart=False),
        wire.NamedPerson(seat=SeatId("seat-3"), alias="Mika", mark=0, apart=True),
    ),
)


def told(name: str) -> tuple[wire.ToPage, ...]:
    """Everything that a phone is told at this moment."""
    view, seat, room = ROOMS[name]
    return (
        wire.SharedPart(body=view),
        wire.ReceiptsPart(body=parts.ReceiptsView(stages=())),
        wire.NotesPart(body=parts.NotesView(sealed=())),
        wire.SeatPart(body=seat),
        wire.RoomPart(body=room),
        wire.At(position=name),
    )
