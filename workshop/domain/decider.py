"""The two dispatch tables: `decide` turns a wish into events or a refusal, `evolve` folds an event into the state.

Both are total over their closed unions; a test proves it. `kept` says which rows of their own come with the events.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from workshop.domain import closing, flow, people
from workshop.domain.answers import TextAnswer
from workshop.domain.commands import AnyCommand, CompleteClosing, Join
from workshop.domain.deciding import Actor, Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import AnyEvent, WallClosed
from workshop.domain.kinds import agree, circle, guide, rooms, tally, wall
from workshop.domain.permits import permitted
from workshop.domain.session import Session
from workshop.domain.words import CardId, Dice, Millis, SeatId, TextId
from workshop.domain.writing import normalized

_MODULES = (people, flow, closing, guide, tally, wall, rooms, circle, agree)
DECIDE: dict[type, Decide] = {command: handler for module in _MODULES for command, handler in module.DECIDE.items()}
EVOLVE: EvolveTable = {event: fold for module in _MODULES for event, fold in module.EVOLVE.items()}


def decide(session: Session, command: AnyCommand, actor: Actor, at: Millis, dice: Dice) -> Outcome:
    """The events that grant this wish (none if it is already so), or why not. Changes nothing."""
    if session.phase == "ended":
        return refuse("session_ended")
    if not permitted(session.phase, type(command), actor.role) or type(command) not in DECIDE:
        return refuse("not_permitted")
    return DECIDE[type(command)](session, command, Context(actor=actor, at=at, dice=dice))


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

    def __repr__(self) -> str:
        return "<NewSeat>"


class NewCard(Struct, frozen=True):
    id: CardId
    text: str
    note_key: str

    def __repr__(self) -> str:
        return "<NewCard>"


class Kept(Struct, frozen=True):
    """Rows that are written in the same transaction as the events, and nowhere else."""

    seats: tuple[NewSeat, ...] = ()
    cards: tuple[NewCard, ...] = ()
    """In the order in which they must be inserted: that of the shuffled queue."""


def kept(command: AnyCommand, events: Sequence[AnyEvent]) -> Kept:
    """What a granted wish leaves beside its events: a seat with its alias, or the cards that were unsealed."""
    if isinstance(command, Join) and events:
        seat = NewSeat(command.seat, command.key_hash, command.alias_text, normalized(command.alias))
        return Kept(seats=(seat,))
    if isinstance(command, CompleteClosing):
        written = {one.answer.card: one.answer for one in command.held if isinstance(one.answer, TextAnswer)}
        order = [card for event in events if isinstance(event, WallClosed) for card in event.cards]
        return Kept(cards=tuple(NewCard(card, normalized(written[card].text), written[card].note_key) for card in order))
    return Kept()
