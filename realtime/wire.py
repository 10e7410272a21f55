"""Everything that travels over a socket, by direction. Strict: an undeclared field is an error.

A page says its `PROTOCOL` in the first frame; a server speaks this version and the one before.
The TypeScript types in `realtime/client/wire.ts` are generated from here and checked fresh by a test.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from workshop.domain.answers import Answer
from workshop.domain.commands import ClientCommand
from workshop.domain.parts import ConsoleView, NotesView, ReceiptsView, RoomView, ScreenView, SeatView, SharedView
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import CardId, CommandId, Millis, Nonce, SeatId, Veil

PROTOCOL = 1
SPOKEN = (PROTOCOL,)
"""Versions this server understands: n and, from the second on, n−1."""
MAX_FRAME = 65536
"""Bytes; a longer frame closes the socket with 1009."""
CommandName = Annotated[CommandId, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Counter = Annotated[int, Meta(ge=0, le=2**53 - 1)]
"""What a page can count to. A larger one could be held, but not packed for another node."""


class Message(Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, tag_field="t"):
    """A frame."""


# --- from a page


class SeatProof(Message, frozen=True, tag="seat"):
    """A phone: the session's code and the 128-bit seat key it made itself (32 hex digits)."""

    code: str
    key: str

    def __repr__(self) -> str:
        return "<SeatProof>"


class TicketProof(Message, frozen=True, tag="ticket"):
    """A console or screen: a ticket of at most 30 s, spent here."""

    ticket: str

    def __repr__(self) -> str:
        return "<TicketProof>"


class Hello(Message, frozen=True, tag="hello"):
    """The first frame. `position` is the last one this page was given, so that time never runs backwards."""

    protocol: int
    proof: SeatProof | TicketProof
    position: str | None = None


class Do(Message, frozen=True, tag="do"):
    """A wish with a client-made id (32 hex digits): the same id twice has one effect."""

    id: CommandName
    command: ClientCommand


class GiveAnswer(Message, frozen=True, tag="answer"):
    """A held answer. `pad` fills the frame to one length per stage, so that sharing and passing look alike on the line.

    `receipt` is the sealed proof of an earlier `held`, shown when the answer is repeated.
    """

    run: Counter
    counter: Counter
    answer: Answer
    receipt: str | None = None
    pad: str = ""

    def __repr__(self) -> str:
        return f"<GiveAnswer run={self.run}>"


class Tap(Message, frozen=True, tag="tap"):
    """Everything this person has tapped in a stage, as one set: `support:LINE`, `question:LINE`, `resonate:CARD`. Sent anew whole with
    every change and after every reconnect; only totals ever leave this node's memory. About a check-in, `run` is its number, and the
    set has at most one step of each: `mood:STEP`, `energy:STEP`, `safety:STEP`.

    `first`: this phone has sent none in this stage before, or in no check-in. What it only says again counts as no change.

    `pad` (spaces) fills the frame to the next whole multiple of 512 bytes, so that its length does not tell how many things were
    tapped: the same for none as for nine.
    """

    run: Counter
    counter: Counter
    marks: tuple[str, ...]
    about: Literal["stage", "check_in"] = "stage"
    first: bool = False
    pad: str = ""

    def __repr__(self) -> str:
        return f"<Tap run={self.run}>"


class Draw(Message, frozen=True, tag="draw"):
    """A phone that has no card to reply to asks to be dealt one. Only this node's memory knows who was dealt what."""

    run: Counter


class AskNames(Message, frozen=True, tag="ask_names"):
    """A phone that opens "not with this person" asks who is here."""


class Alive(Message, frozen=True, tag="alive"):
    """Proof of life, in answer to a beat."""


FromPage = Hello | Do | GiveAnswer | Tap | Draw | AskNames | Alive

# --- to a page


class Welcome(Message, frozen=True, tag="welcome"):
    """The session's clock: session time = `now` + (elapsed since receipt) × `pace`. Durations a page needs, in wall milliseconds."""

    protocol: int
    role: Literal["participant", "facilitator", "screen"]
    now: Millis
    pace: float
    silence: Millis
    """Hearing nothing for this long means the line is dead: reconnect."""
    help: str
    """The organization's help page, kept on the phone while the page is open."""
    retention_days: int
    """What the session's record is kept for after its summary; 0: everything goes when it ends."""


class SharedPart(Message, frozen=True, tag="shared"):
    body: SharedView


class ReceiptsPart(Message, frozen=True, tag="receipts"):
    """To phones only: which answers were included, stage by stage."""

    body: ReceiptsView


class NotesPart(Message, frozen=True, tag="notes"):
    """To all phones alike."""

    body: NotesView


class SeatPart(Message, frozen=True, tag="seat"):
    body: SeatView


class RoomPart(Message, frozen=True, tag="room"):
    body: RoomView | None
    """None: in no breakout now."""


class ConsolePart(Message, frozen=True, tag="console"):
    body: ConsoleView


class ScreenPart(Message, frozen=True, tag="screen"):
    body: ScreenView


class At(Message, frozen=True, tag="at"):
    """Where the view stands, opaque and of one length. Ends a batch of parts: show them together."""

    position: str


class Done(Message, frozen=True, tag="done"):
    """In SQL; survives the loss of any part."""

    id: CommandId


class Refused(Message, frozen=True, tag="refused"):
    id: CommandId
    code: RefusalCode


class Held(Message, frozen=True, tag="held"):
    """With this node. The phone keeps the answer and repeats it, with `receipt`, after every reconnect."""

    run: int
    counter: int
    nonce: Nonce
    receipt: str


class NotHeld(Message, frozen=True, tag="not_held"):
    run: int
    counter: int
    code: RefusalCode


class Tapped(Message, frozen=True, tag="tapped"):
    """The taps of this counter are with this node."""

    run: int
    counter: int
    about: Literal["stage", "check_in"] = "stage"


class NotTapped(Message, frozen=True, tag="not_tapped"):
    run: int
    counter: int
    code: RefusalCode
    about: Literal["stage", "check_in"] = "stage"


class DealtCard(Struct, frozen=True, kw_only=True, rename="camel"):
    id: CardId
    text: str
    veils: tuple[Veil, ...]
    note: str

    def __repr__(self) -> str:
        return "<DealtCard>"


class Dealt(Message, frozen=True, tag="dealt"):
    """Two neighbours of a shuffled ring: the phone draws one that is not its own. `run` is the asked one; none stand: empty."""

    run: int
    cards: tuple[DealtCard, ...]

    def __repr__(self) -> str:
        return f"<Dealt run={self.run}>"


class NamedPerson(Struct, frozen=True, kw_only=True, rename="camel"):
    seat: SeatId
    alias: str
    mark: int
    apart: bool
    """This person would rather not be in a room with them. Nobody else is ever told."""

    def __repr__(self) -> str:
        return "<NamedPerson>"


class Names(Message, frozen=True, tag="names"):
    """Who is here or rests, without the asker, in the order of the alphabet. To the one phone that asked, or that asked for something
    which is why there are no rooms.
    """

    people: tuple[NamedPerson, ...]
    unmet: bool
    """No rooms can be made of those who take part, and this phone's person would rather not be with somebody."""

    def __repr__(self) -> str:
        return "<Names>"


class Beat(Message, frozen=True, tag="beat"):
    now: Millis


ToPage = (
    Welcome
    | SharedPart
    | ReceiptsPart
    | NotesPart
    | SeatPart
    | RoomPart
    | ConsolePart
    | ScreenPart
    | At
    | Done
    | Refused
    | Held
    | NotHeld
    | Tapped
    | NotTapped
    | Dealt
    | Names
    | Beat
)

_decoder: msgspec.json.Decoder[FromPage] = msgspec.json.Decoder(FromPage)
_encoder = msgspec.json.Encoder()


def decode(text: str) -> FromPage | None:
    """The message, or None for anything that is not exactly one. Never says what was in it."""
    try:
        return _decoder.decode(text)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None


def encode(message: ToPage) -> bytes:
    return _encoder.encode(message)
