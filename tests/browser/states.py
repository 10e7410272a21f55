"""Moments of a session as its pages are told of them, to be shown without a session: names and cards are invented."""

from msgspec import structs

from realtime import wire
from workshop.domain import parts
from workshop.domain.asides import Aside
from workshop.domain.pictures import OptionSums, ScalePicture, ScaleSums
from workshop.domain.plan import ScaleItem
from workshop.domain.words import CardId, LineId, RoomId, SeatId, TextId

NOW = 1_000_000
HELP = "In the house: Ines Amara, room 2, until 22:00.\nAny time: call 000.\n\nhttps://example.org/a-long-address-of-a-help-page"
RUNS = parts.Clock(ends_at=NOW + 93_000, left=None)
STANDS = parts.Clock(ends_at=None, left=93_000)
QUIET = parts.Clock(ends_at=None, left=None)
LONG_NAME = "Bartholomew of the Hills"
TEXTS = (
    "What is told here stays here; what I learned may travel, other people's stories may not.",
    "I may pass, rest or leave, and so may you, without a reason.",
    "Donaudampfschifffahrtsgesellschaftskapitän is one word, and it has to break somewhere.",
)

CHOICE = parts.InputView(type="choice", options=("I have read it and I am ready to go on", "I have a question first"))
MULTI = parts.InputView(type="multi", pick=3, options=("plain curiosity", "old hurts that still show up", "a change or a loss"))
SCALE = parts.InputView(
    type="scale",
    steps=7,
    items=(
        ScaleItem(key="a", ask="My energy", low="running on empty", high="buzzing"),
        ScaleItem(key="b", ask="My ease in this group", low="on guard", high="at home"),
    ),
)
TEXT = parts.InputView(type="text", max=140)
SUMS = OptionSums(counts=(9, 4, 2), answered=12)
STEPS = ScalePicture(
    items=(
        ScaleSums(key="a", counts=(0, 1, 2, 4, 3, 2, 0), middle=None, spread=None),
        ScaleSums(key="b", counts=(1, 1, 1, 3, 3, 2, 1), middle=None, spread=None),
    )
)
CARDS = tuple(
    parts.CardView(
        id=CardId(f"card-{number}"),
        text=text,
        veils=("loss",) if number == 1 else (),
        note="about my father" if number == 1 else "",
        resonance=number * 3 or None,
    )
    for number, text in enumerate(TEXTS)
)
LINES = tuple(
    parts.LineView(id=LineId(f"start-{number}"), text=text, support=number or None, question=number == 1, kept=number == 0)
    for number, text in enumerate(TEXTS)
)
SEAT = parts.SeatView(alias=LONG_NAME, mark=2, state="here", room=None, place=None)
ROOM = parts.RoomView(
    id=RoomId("room-1"),
    number=3,
    state="running",
    members=(
        parts.MemberView(place=0, alias=LONG_NAME, mark=2, role="speaker"),
        parts.MemberView(place=1, alias="Mika", mark=0, role="listener"),
        parts.MemberView(place=2, alias="Rosa", mark=0, role="witness"),
    ),
    steps=(
        parts.RoomStepView(do="Speaker has the time", seconds=120, places=(0,)),
        parts.RoomStepView(do="Listener says only: thank you", seconds=20, places=(1,)),
    ),
    step=0,
    clock=RUNS,
)
TILES = tuple(
    parts.TileView(
        number=number,
        people=(LONG_NAME, "Mika", "Rosa")[: 2 + number % 2],
        step="Speaker has the time",
        clock=RUNS,
        state="running",
    )
    for number in range(1, 7)
)


def placed(name: str, **changes: object) -> parts.PlacedView:
    return structs.replace(parts.PlacedView(seat=SeatId(f"seat-of-{name}"), name=name), **changes)


def board(state: str, tiles: tuple[parts.TileView, ...], **changes: object) -> parts.BoardView:
    """The facilitators' board of the rooms that the shared screen shows as `tiles`."""
    plain = parts.BoardView(
        state=state,  # type: ignore[arg-type]
        round=0 if state == "before" else 1,
        rounds=1,
        taking_part=14,
        observing=1,
        sitting_out=1,
        rooms=tuple(
            parts.BoardRoomView(
                id=RoomId(f"room-{tile.number}"),
                number=tile.number,
                people=tuple(placed(name, role="listener" if place else "speaker") for place, name in enumerate(tile.people)),
                state=tile.state,
                step=tile.step,
                turn=tile.turn,
                turns=tile.turns,
                clock=tile.clock,
                paused=False,
                called=False,
                knock="none",
                ending=tile.ending,
                locked=False,
                alone=False,
                note=None,
                link=None,
            )
            for tile in tiles
        ),
        loose=(),
        bound=(),
        ending=False,
        before=False,
        none=False,
    )
    return structs.replace(plain, **changes)


KINDS = {
    "GuideView": "guide",
    "TallyView": "tally",
    "WallView": "wall",
    "RoomsView": "rooms",
    "CircleView": "circle",
    "AgreeView": "agree",
    "JournalView": "journal",
}


def stage(body: object, **changes: object) -> parts.StageView:
    """An open stage of the kind of its body."""
    kind = KINDS[type(body).__name__]
    plain = parts.StageView(
        run=3,
        kind=kind,  # type: ignore[arg-type]
        phase="open",
        outcome="open",
        prompt="Where are you with this, just now and just here?",
        title=None,
        number=1,
        of=2,
        clock=RUNS,
        body=body,  # type: ignore[arg-type]
    )
    return structs.replace(plain, **changes)


def shared(now: parts.StageView | None = None, **changes: object) -> parts.SharedView:
    plain = parts.SharedView(
        title="First circle: safe enough to begin",
        phase="lobby" if now is None else "open",
        practice=False,
        presence="together",
        floor=5,
        people=12,
        calm=False,
        unattended=False,
        note=None,
        agreements=TEXTS,
        activity=None
        if now is None
        else parts.ActivityView(title="Hopes and hesitations", note="", sit_out="Reading along is enough.", number=2, of=7),
        stage=now,
    )
    return structs.replace(plain, **changes)


def tally(asked: parts.InputView, picture: OptionSums | ScalePicture | None = None) -> parts.TallyView:
    return parts.TallyView(input=asked, picture=picture, reveals=True)


def guide(purpose: str) -> parts.GuideView:
    return parts.GuideView(steps=TEXTS, step=2, of=4, purpose=purpose)  # type: ignore[arg-type]


def wall(*cards: parts.CardView, featured: CardId | None = None) -> parts.WallView:
    return parts.WallView(input=TEXT, cards=cards, resonates=True, featured=featured)


def circle(**changes: object) -> parts.CircleView:
    plain = parts.CircleView(
        mode="round",
        state="running",
        turn=4,
        now=parts.NameView(alias=LONG_NAME, mark=2),
        next=parts.NameView(alias="Rosa", mark=0),
        done=3,
        of=12,
        clock=RUNS,
    )
    return structs.replace(plain, **changes)


def rooms(state: str) -> parts.RoomsView:
    return parts.RoomsView(round=0 if state == "before" else 1, rounds=3, state=state, roles=("speaker", "listener"))  # type: ignore[arg-type]


AGREE = parts.AgreeView(lines=LINES, propose=True, input=TEXT)
CLOSED: dict[str, object] = {"phase": "closed", "outcome": "unsealed", "clock": QUIET}

SHARED = {
    "lobby": shared(),
    "a note, practice": shared(note="The corridor is free too. We begin again at ten past.", practice=True),
    "guide": shared(stage(guide("read"))),
    "a break": shared(stage(guide("pause"), title="A break")),
    "reading the agreements again": shared(stage(guide("recall"), title="What we promised")),
    "calm": shared(stage(guide("read")), calm=True),
    "calm, nobody leads": shared(stage(guide("read"), clock=STANDS), calm=True, unattended=True),
    "choice": shared(stage(tally(CHOICE))),
    "choose up to three": shared(stage(tally(MULTI))),
    "sliders": shared(stage(tally(SCALE))),
    "closing": shared(stage(tally(CHOICE), phase="closing")),
    "too few": shared(stage(tally(CHOICE), phase="short")),
    "let go unopened": shared(stage(tally(CHOICE), phase="closed", outcome="discarded")),
    "asked aloud": shared(stage(tally(CHOICE), phase="closed", outcome="spoken")),
    "closed": shared(stage(tally(CHOICE), **CLOSED)),
    "picture of choices": shared(stage(tally(MULTI, SUMS), **CLOSED)),
    "picture of steps": shared(stage(tally(SCALE, STEPS), **CLOSED)),
    "agreements": shared(stage(AGREE)),
    "agreements, collecting": shared(stage(AGREE, phase="closing")),
    "round, before": shared(stage(circle(state="before", now=None, next=None, clock=QUIET))),
    "round": shared(stage(circle())),
    "round, complete": shared(stage(circle(state="finished", now=None, next=None))),
    "open round": shared(stage(circle(mode="open", now=None, next=None, clock=QUIET))),
    "writing": shared(stage(wall())),
    "writing has closed": shared(stage(wall(), **CLOSED)),
    "wall": shared(stage(wall(*CARDS, featured=CARDS[0].id), **CLOSED)),
    "rooms, before": shared(stage(rooms("before"))),
    "rooms": shared(stage(rooms("running"))),
    "rooms, over": shared(stage(rooms("finished"))),
    "the end": shared(phase="ended"),
}
"""What everybody is told, by what it is called."""
IN_ROOMS = {"rooms"}
SEATS = {
    "waiting at the door": ("lobby", structs.replace(SEAT, state="waiting")),
    "resting": ("choice", structs.replace(SEAT, state="resting")),
    "left": ("choice", structs.replace(SEAT, state="left")),
    "my turn": ("round", structs.replace(SEAT, turn="now")),
    "next": ("round", structs.replace(SEAT, turn="next")),
    "had my turn": ("round", structs.replace(SEAT, turn="done")),
    "asked for a person": ("guide", structs.replace(SEAT, care=parts.CareRequestView(id=TextId("care-1"), outcome=None))),
    "in a room": ("rooms", structs.replace(SEAT, room=RoomId("room-1"), place=0)),
}
"""What one person's phone is told besides."""


def screen_part(state: str) -> wire.ScreenPart:
    tiles = TILES if state in IN_ROOMS else ()
    return wire.ScreenPart(body=parts.ScreenView(code="M7QK4RWT", locked=False, answered=4, staying=12, rooms=tiles))


def console_part(state: str) -> wire.ConsolePart:
    return wire.ConsolePart(body=_console(state))


def _console(state: str) -> parts.ConsoleView:
    now = SHARED[state].stage
    kind = "" if now is None else now.kind
    people = tuple(
        parts.PersonView(seat=SeatId(f"seat-{number}"), alias=alias, mark=0, state=its, asleep=number == 1, phone=number != 2)  # type: ignore[arg-type]
        for number, (alias, its) in enumerate(
            ((LONG_NAME, "here"), ("Mika", "here"), ("Rosa", "here"), ("Sol", "waiting"), ("Wren", "left"))
        )
    )
    queue = tuple(
        parts.QueueCardView(
            id=card.id,
            text=card.text,
            state=its,  # type: ignore[arg-type]
            veil=card.veils[0] if card.veils else None,
            rewrites=0,
            late=its == "waiting",
            aside=Aside(note=card.note, nameable=its == "waiting"),
        )
        for card, its in zip(CARDS, ("waiting", "approved", "released"), strict=True)
    )
    lines = tuple(
        parts.QueueLineView(id=line.id, text=line.text, state=its, question=line.question)  # type: ignore[arg-type]
        for line, its in zip(LINES, ("proposed", "shown", "kept"), strict=True)
    )
    does = {
        "guide": "step_guide",
        "tally": "close_stage",
        "wall": "release_cards",
        "rooms": "end_rooms",
        "circle": "end_turn",
        "agree": "adopt_lines",
    }
    body = None if now is None else now.body
    return parts.ConsoleView(
        code="M7QK4RWT",
        locked=False,
        plan=(
            parts.PlanItemView(
                title="What this is, and what it is not",
                minutes=10,
                least=8,
                stages=(parts.PlanStageView(stage=0, title="How this works", kind="guide", does="look_back"),),
                state="done",
            ),
            parts.PlanItemView(
                title="Hopes and hesitations",
                minutes=14,
                least=10,
                stages=(parts.PlanStageView(stage=1, title="One hope", kind="wall", does=None),),
                state="now",
            ),
            parts.PlanItemView(
                title="How I leave",
                minutes=8,
                least=6,
                stages=(parts.PlanStageView(stage=2, title="One word", kind="wall", does="open_stage"),),
                state="ahead",
            ),
        ),
        next=parts.NextView(does=does.get(kind, "open_stage"), run=3, title="How I leave", count=2, waiting=1),  # type: ignore[arg-type]
        say=("Here are a few to start from; change them until they are ours.",),
        ask=("What should we do, kindly, when one of them slips?",),
        watch="Say the limits out loud.",
        people=people,
        here=4,
        staying=4,
        resting=1,
        answered=2,
        short_by=1 if now is not None and now.phase == "short" else None,
        coming_back=1,
        picture=body.picture if isinstance(body, parts.TallyView) else None,
        queue=queue if kind == "wall" else (),
        board=board("running", TILES) if state in IN_ROOMS else None,
        closing=None,
        shifted=60_000,
        activity=1,
        stage=1,
        started_at=NOW - 600_000,
        item_started_at=NOW - 60_000,
        care=(parts.CareView(id=TextId("care-1"), alias="Mika", mark=0, outcome=None),),
        lines=lines if kind == "agree" else (),
        featured=CARDS[2].id if kind == "wall" else None,
        approval=True,
    )
