"""Cards and lines with something to look at twice, and what phones are told when help is offered: moments without a session."""

from msgspec import structs

from realtime import wire
from tests.browser.states import AGREE, CLOSED, SEAT, console_part, shared, stage, wall
from workshop.domain import parts
from workshop.domain.signals import ReadText
from workshop.domain.words import CardId, LineId, Signal
from workshop.library.signal_words import load_signal_reader

READER = load_signal_reader()
NAMES = READER.names(["Mika", "Rosa"])
WORRY = "Since spring I often think that they would all be better off without me. I have told nobody."
TEXTS = (
    WORRY,
    "That Mika, who sits next to me at work, hears what I say.",
    "If it gets late you can reach me: 0171 2345678.",
    "Write to me afterwards, rosa@example.org or www.example.org/rosa.",
    "To laugh once.",
)
CARDS = "cards with something to look at twice"
DECIDED = "cards with something to look at twice, decided"
LINES = "lines with something to look at twice"
OFFERED = "help is offered"
TRUE_STATES = (CARDS, DECIDED, LINES)
"""What a console is told."""


def signals(text: str) -> tuple[Signal, ...]:
    read: ReadText = READER.read(text)
    return READER.signals(read, NAMES)


def _card(number: int, state: str = "waiting") -> parts.QueueCardView:
    text = TEXTS[number]
    return parts.QueueCardView(
        id=CardId(f"signal-{number}"),
        text=text,
        state=state,  # type: ignore[arg-type]
        veil=None,
        rewrites=0,
        late=False,
        signals=signals(text),
    )


def told(name: str) -> tuple[wire.ToPage, ...]:
    """What a console, or for `OFFERED` a phone, is told of that moment."""
    if name == OFFERED:
        mine: tuple[wire.ToPage, ...] = (wire.SeatPart(body=SEAT), wire.RoomPart(body=None))
        return (*mine, wire.SharedPart(body=shared(stage(wall()), help_offered=1)), wire.At(position=name))
    desk = console_part("agreements" if name == LINES else "wall").body
    if name == LINES:
        line = parts.QueueLineView(
            id=LineId("signal-line"),
            text="We call Mika before we decide.",
            state="proposed",
            question=False,
            signals=signals("We call Mika before we decide."),
        )
        return (
            wire.SharedPart(body=shared(stage(AGREE))),
            wire.ConsolePart(body=structs.replace(desk, lines=(line, *desk.lines), care=())),
            wire.At(position=name),
        )
    states = ("waiting",) * len(TEXTS) if name == CARDS else ("returned", "hidden", "approved", "released", "released")
    queue = tuple(_card(number, state) for number, state in enumerate(states))
    return (
        wire.SharedPart(body=shared(stage(wall(), **CLOSED))),
        wire.ConsolePart(body=structs.replace(desk, queue=queue, care=(), featured=None)),
        wire.At(position=name),
    )
