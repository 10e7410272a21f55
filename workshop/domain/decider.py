"""The two dispatch tables: `decide` turns a wish into events or a refusal, `evolve` folds an event into the state.

Both are total over their closed unions; a test proves it. `kept` says which rows of their own come and go with the events.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct, structs

from workshop.domain import cards, care, check_in, closing, flow, people
from workshop.domain.answers import CardAnswer
from workshop.domain.asides import CardWords
from workshop.domain.commands import (
    AnyCommand,
    CompleteClosing,
    ConsentCard,
    Join,
    NameSeat,
    OpenCare,
    PostNote,
    PostReturn,
    PostRoomNote,
    RewriteCard,
    SealApart,
    WithdrawCard,
)
from workshop.domain.deciding import Actor, Apart, Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import AnyEvent, LinesCollected, NoteSent, SessionEnded, WallClosed
from workshop.domain.inputs import card_words
from workshop.domain.kinds import agree, circle, fishbowl, gauge, guide, tally, wall_queue
from workshop.domain.kinds.rooms import board as room_board
from workshop.domain.kinds.rooms import course as rooms
from workshop.domain.kinds.rooms import forming as room_forming
from workshop.domain.kinds.rooms import moves as room_moves
from workshop.domain.kinds.rooms import people as room_people
from workshop.domain.kinds.rooms import play as room_play
from workshop.domain.kinds.rooms.mending import mended
from workshop.domain.kinds.rooms.state import room_named, state_of
from workshop.domain.permits import permitted
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import CardId, Dice, Millis, SeatId, TextId
from workshop.domain.writing import normalized

MODULES = (
    people,
    care,
    check_in,
    cards,
    flow,
    closing,
    guide,
    tally,
    wall_queue,
    room_forming,
    rooms,
    room_moves,
    room_people,
    room_board,
    room_play,
    circle,
    fishbowl,
    agree,
    gauge,
)
DECIDE: dict[type, Decide] = {command: handler for module in MODULES for command, handler in module.DECIDE.items()}
EVOLVE: EvolveTable = {event: fold for module in MODULES for event, fold in module.EVOLVE.items()}


def decide(session: Session, command: AnyCommand, actor: Actor, at: Millis, dice: Dice, apart: Apart = frozenset()) -> Outcome:
    """The events that grant this wish (none if it is already so), or why not. Changes nothing.

    `apart`: who would rather not be in a room with whom. Whatever the wish was about, nobody is left alone in a room by it.
    """
    if not permitted(session.phase, type(command), actor.role) or type(command) not in DECIDE:
        return refuse("session_ended" if session.phase == "ended" else "not_permitted")
    context = Context(actor=actor, at=at, dice=dice, apart=apart)
    outcome = DECIDE[type(command)](session, command, context)
    if isinstance(outcome, Refusal) or not outcome or state_of(session) is None:
        return outcome
    return (*outcome, *mended(replay(session, ((event, at) for event in outcome)), context))


def evolve(session: Session, event: AnyEvent, at: Millis) -> Session:
    """The session after this fact, which happened at `at`."""
    return structs.replace(EVOLVE[type(event)](session, event, at), last_at=max(at, session.last_at))


def replay(session: Session, events: Iterable[tuple[AnyEvent, Millis]]) -> Session:
    for event, at in events:
        session = evolve(session, event, at)
    return session


class NewSeat(Struct, frozen=True):
    seat: SeatId
    key_hash: str
    alias_text: TextId
    alias: str
    phone: bool
    pseudonym: str = ""
    """Who this is in the session's programme, in this row alone."""
    place_hash: str = ""
    """Of somebody whom the programme does not know yet: they become a member."""

    def __repr__(self) -> str:
        return "<NewSeat>"


class NewCard(Struct, frozen=True):
    id: CardId
    text: CardWords
    note_key: str

    def __repr__(self) -> str:
        return "<NewCard>"


class NewText(Struct, frozen=True):
    """A row of words. Of kind `care` they are the seat that asked, of kind `note` a note to all or a sealed one."""

    id: TextId
    kind: Literal["alias", "line", "note", "care"]
    words: str

    def __repr__(self) -> str:
        return f"<NewText {self.kind}>"


class Rewritten(Struct, frozen=True):
    id: CardId
    text: CardWords

    def __repr__(self) -> str:
        return "<Rewritten>"


class Consented(Struct, frozen=True):
    """Whether a card may be named as a theme, from now on."""

    id: CardId
    nameable: bool

    def __repr__(self) -> str:
        return "<Consented>"


class SealedApart(Struct, frozen=True):
    """A wish to be apart from somebody, as only the deployment secret opens it; `sealed` None: taken back."""

    id: str
    sealed: str | None

    def __repr__(self) -> str:
        return "<SealedApart>"


class Kept(Struct, frozen=True):
    """Rows that are written, changed and deleted in the same transaction as the events, and nowhere else."""

    seats: tuple[NewSeat, ...] = ()
    cards: tuple[NewCard, ...] = ()
    """In the order in which they must be inserted: that of the shuffled queue."""
    texts: tuple[NewText, ...] = ()
    """In the order in which they must be inserted. The alias of a new seat is not among them."""
    rewritten: tuple[Rewritten, ...] = ()
    consented: tuple[Consented, ...] = ()
    gone_texts: tuple[TextId, ...] = ()
    gone_cards: tuple[CardId, ...] = ()
    end_care: bool = False
    """Nobody may read any more who asked for a person: all rows of kind `care` go."""
    apart: tuple[SealedApart, ...] = ()
    """The one kind of rows that a wish leaves without a fact."""
    carries_over: bool = False
    """A session of a programme, not one for practice, has ended: who met whom and the agreements are kept for the next one (`programme`)."""


def _unsealed(session: Session, command: CompleteClosing, events: Sequence[AnyEvent]) -> Kept:
    """The cards or lines in the shuffled order of their fact. Of several answers of one person the newest has the words."""
    stage = session.stage
    if stage is None or not events:
        return Kept()
    held = closing.one_each(session, stage, command.held)
    asked = closing.asked_input(session.stages[stage.index].template)
    written = {one.answer.card: one.answer for one in held if isinstance(one.answer, CardAnswer)}
    cards: list[NewCard] = []
    lines: list[NewText] = []
    for event in events:
        if isinstance(event, WallClosed):
            cards += [NewCard(card, card_words(asked, written[card]), written[card].note_key) for card in event.cards]
        if isinstance(event, LinesCollected):
            lines += [NewText(TextId(line), "line", str(card_words(asked, written[CardId(line)]))) for line in event.lines]
    return Kept(cards=tuple(cards), texts=tuple(lines))


def _withdrawn(session: Session, card: CardId) -> Kept:
    if cards.found_as(session, card) == "line":
        return Kept(gone_texts=(TextId(card),))
    return Kept(gone_cards=(card,), gone_texts=cards.notes_about(session, card))


def kept(session: Session, command: AnyCommand, actor: Actor, events: Sequence[AnyEvent]) -> Kept:
    """The rows that a granted wish leaves beside its events. `session` is the state in which the wish was decided."""
    if isinstance(command, SealApart):
        return Kept(apart=(SealedApart(command.id, command.sealed),))
    if not events:
        return Kept()
    match command:
        case Join():
            alias = normalized(command.alias)
            new = NewSeat(command.seat, command.key_hash, command.alias_text, alias, command.phone)
            return Kept(seats=(structs.replace(new, pseudonym=command.pseudonym, place_hash=command.place_hash),))
        case NameSeat() if actor.seat is not None:
            old = session.people[session.seat_of(actor.seat)].alias
            return Kept(texts=(NewText(command.alias_text, "alias", normalized(command.alias)),), gone_texts=(old,))
        case PostNote():
            gone = () if session.note is None else (session.note,)
            there = NoteSent(note=command.note) in events
            return Kept(texts=(NewText(command.note, "note", normalized(command.text)),) if there else (), gone_texts=gone)
        case PostRoomNote():
            room = room_named(session, command.room)
            gone = () if room is None or room.note is None else (room.note,)
            new_note = (NewText(command.note, "note", command.text),) if command.text else ()
            return Kept(texts=new_note, gone_texts=gone)
        case PostReturn():
            return Kept(texts=(NewText(command.note, "note", command.sealed),))
        case OpenCare() if actor.seat is not None:
            return Kept(texts=(NewText(command.care, "care", session.seat_of(actor.seat)),))
        case CompleteClosing():
            return _unsealed(session, command, events)
        case WithdrawCard():
            return _withdrawn(session, command.card)
        case RewriteCard():
            return Kept(rewritten=(Rewritten(command.card, cards.new_words(session, command)),))
        case ConsentCard():
            return Kept(consented=(Consented(command.card, command.nameable),))
        case _:
            ends = any(isinstance(event, SessionEnded) for event in events)
            carries = ends and session.plan.programme is not None and not session.settings.practice
            return Kept(end_care=ends, carries_over=carries)
