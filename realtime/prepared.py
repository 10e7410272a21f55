"""Wishes with the facts that they need and that no event has: who is attached, who was drawn, whose alias is taken, ids of rows.

Everything is looked up inside the transaction that decides the wish. A wish that is refused anyway is handed on as it is.
"""

import hashlib
from collections.abc import Mapping
from secrets import token_hex

from msgspec import Struct, structs

from realtime.clock import SessionClock
from realtime.earlier import identity, scope_of
from realtime.proof import key_hash
from realtime.secrets import seal_note
from realtime.tools import Tools
from workshop.domain.commands import (
    AddPerson,
    AdoptLines,
    AnyCommand,
    AskForPerson,
    BeginClosing,
    ChangeAlias,
    CloseStage,
    CollectLines,
    Join,
    KeepApart,
    KeepLines,
    NameSeat,
    OpenCare,
    PostNote,
    PostReturn,
    PostRoomNote,
    ReturnCard,
    SealApart,
    SendNote,
    SendRoomNote,
    TakeBackCare,
)
from workshop.domain.deciding import Actor, refuse
from workshop.domain.permits import permitted
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session
from workshop.domain.words import NOTE_LENGTH, CommandId, LineId, SeatId, TextId
from workshop.domain.writing import normalized, note_problem
from workshop.records.ledger import Writing

NOTE_BYTES = 4 * NOTE_LENGTH
"""What every sealed note is padded to: as many letters as there may be, in any script."""


class Standing(Struct, frozen=True):
    """What a wish is looked at with: the state as it would be in this transaction."""

    session: Session
    texts: Mapping[str, str]
    transaction: Writing
    clock: SessionClock
    tools: Tools
    questioned: tuple[LineId, ...]
    """Lines with an open question, as this node knows it now."""

    def __repr__(self) -> str:
        return "<Standing>"


async def prepared(command: AnyCommand, actor: Actor, standing: Standing) -> AnyCommand | Refusal:
    """The wish as it can be decided. Raises RecordsError."""
    if not permitted(standing.session.phase, type(command), actor.role):
        return command
    match command:
        case CloseStage(run=run) | CollectLines(run=run):
            return await _begin_closing(run, standing)
        case Join():
            return _marked(await _as_member(command, standing), standing)
        case AddPerson(alias=alias):
            # Nobody has the key of somebody without a phone.
            added = Join(
                seat=new_seat_id(), key_hash=key_hash(token_hex(16)), alias=alias, alias_text=new_text_id(), mark=0, phone=False
            )
            return _marked(added, standing)
        case ChangeAlias(alias=alias):
            seat = None if actor.seat is None else standing.session.seat_of(actor.seat)
            plain = normalized(alias)
            return NameSeat(alias=plain, alias_text=new_text_id(), mark=_mark(plain, standing, but=seat))
        case SendNote(text=text):
            return PostNote(note=new_text_id(), text=normalized(text))
        case SendRoomNote(text=text):
            return PostRoomNote(
                run=command.run, round=command.round, room=command.room, note=new_text_id(), text=normalized(text)
            )
        case KeepApart():
            return await _sealed_apart(command, actor, standing)
        case AskForPerson():
            return OpenCare(care=new_text_id(), waiting=_open_care(actor, standing))
        case TakeBackCare(care=care):
            return command if _is_own(care, actor, standing) else refuse("unknown_person")
        case ReturnCard():
            return await _return(command, standing)
        case AdoptLines(run=run, lines=lines):
            return KeepLines(run=run, lines=lines, questioned=standing.questioned)
        case _:
            return command


async def _sealed_apart(command: KeepApart, actor: Actor, standing: Standing) -> SealApart | Refusal:
    """Known by the ids that hold beyond this session, where it is one of a programme."""
    session = standing.session
    if actor.seat is None:
        return refuse("not_permitted")
    asker, other = session.seat_of(actor.seat), session.seat_of(command.seat)
    if asker == other or other not in session.people:
        return refuse("unknown_person")
    history = await standing.transaction.history()
    scope, one, two = scope_of(session.settings.id, history), identity(asker, history), identity(other, history)
    sealed = standing.tools.secrets.seal_apart(scope, one, two) if command.apart else None
    return SealApart(id=standing.tools.secrets.apart_id(scope, one, two), sealed=sealed)


async def _begin_closing(run: int, standing: Standing) -> BeginClosing:
    tools, clock = standing.tools, standing.clock
    nodes = {*await standing.transaction.live_nodes(tools.lease.lapse), tools.node}
    grace, lapse = clock.of_wall(tools.settings.grace), clock.of_wall(tools.settings.lapse)
    return BeginClosing(run=run, nodes=tuple(sorted(nodes)), grace=grace, lapse=lapse)


async def _as_member(command: Join, standing: Standing) -> Join:
    """Whose place it is in the session's programme is looked up here, where nobody else can join at the same time."""
    transaction = standing.transaction
    if transaction.programme_id is None or not command.place_hash:
        return structs.replace(command, pseudonym="", place_hash="", into=None)
    known = await transaction.member_at(command.place_hash)
    if known is None:
        return structs.replace(command, into=None)
    here = await transaction.seat_of_member(known)
    return structs.replace(command, pseudonym=known, place_hash="", into=here)


def _marked(command: Join, standing: Standing) -> Join:
    """A taken alias is never refused: the second Mika is "Mika 2"."""
    alias = normalized(command.alias)
    return structs.replace(command, alias=alias, mark=_mark(alias, standing, but=None))


def _mark(alias: str, standing: Standing, *, but: SeatId | None) -> int:
    """`but`: who is named anew may keep what was theirs."""
    session, texts = standing.session, standing.texts
    others = [person for person in session.people.values() if person.seat != but and person.seat not in session.merged]
    same = [person.mark for person in others if texts.get(person.alias, "").casefold() == alias.casefold()]
    return 0 if not same else max(2, max(same) + 1)


def _is_own(care: TextId, actor: Actor, standing: Standing) -> bool:
    """Whether this person asked: its row says so and nothing else."""
    seat, session = standing.texts.get(care), standing.session
    return actor.seat is not None and seat is not None and session.seat_of(SeatId(seat)) == session.seat_of(actor.seat)


def _open_care(actor: Actor, standing: Standing) -> TextId | None:
    """The request of this person that nobody has answered yet."""
    return next((care for care in standing.session.open_care() if _is_own(care, actor, standing)), None)


async def _return(command: ReturnCard, standing: Standing) -> PostReturn | Refusal:
    plain = normalized(command.note)
    problem = note_problem(plain)
    if problem is not None:
        return refuse(problem)
    key = await standing.transaction.note_key(command.card)
    if key is None:
        return refuse("unknown_card")
    try:
        sealed = seal_note(key, plain, NOTE_BYTES)
    except ValueError:
        return refuse("unknown_card")  # a page gave a key that is none: nobody could read a note
    return PostReturn(run=command.run, card=command.card, note=new_text_id(), sealed=sealed, seen=command.seen)


def new_seat_id() -> SeatId:
    return SeatId(token_hex(8))


def new_member_id() -> str:
    """The pseudonym of somebody in a programme."""
    return token_hex(16)


def new_text_id() -> TextId:
    return TextId(token_hex(16))


def join_id(key_hash: str) -> CommandId:
    """The same key joins once, whatever is retried."""
    return CommandId(hashlib.sha256(f"join:{key_hash}".encode()).hexdigest()[:32])
