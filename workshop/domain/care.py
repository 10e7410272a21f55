"""A note to everybody, and "I would like a person to check on me". Who asked stands in the request's row alone, never in a fact."""

from msgspec import structs

from workshop.domain.commands import OfferHelp, OpenCare, PostNote, SettleCare, TakeBackCare
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse
from workshop.domain.events import CareAsked, CareSettled, HelpOffered, NoteSent
from workshop.domain.session import Session
from workshop.domain.words import Millis
from workshop.domain.writing import note_problem


def post_note(session: Session, command: PostNote, context: Context) -> Outcome:
    """It replaces the one before; with nothing in it, there is none."""
    problem = note_problem(command.text)
    if problem == "text_empty":
        return () if session.note is None else (NoteSent(note=None),)
    return refuse(problem) if problem is not None else (NoteSent(note=command.note),)


def open_care(session: Session, command: OpenCare, context: Context) -> Outcome:
    """From everybody who has a seat, also at the door and after leaving. One open request of a person is enough."""
    if context.actor.seat is None or session.seat_of(context.actor.seat) not in session.people:
        return refuse("not_here")
    if command.waiting is not None and command.waiting in session.open_care():
        return ()
    return (CareAsked(care=command.care),)


def take_back_care(session: Session, command: TakeBackCare, context: Context) -> Outcome:
    """Whose request it is only its row says: the node lets nobody but that person come this far."""
    if command.care not in session.care:
        return refuse("unknown_person")
    return (CareSettled(care=command.care, outcome="taken_back"),) if session.care[command.care] is None else ()


def settle_care(session: Session, command: SettleCare, context: Context) -> Outcome:
    if command.care not in session.care:
        return refuse("unknown_person")
    if command.outcome == "taken_back":
        return refuse("not_permitted")
    return (CareSettled(care=command.care, outcome=command.outcome),) if session.care[command.care] is None else ()


def offer_help(session: Session, command: OfferHelp, context: Context) -> Outcome:
    """Two facilitators who offer it at the same moment offer it once."""
    return (HelpOffered(number=session.help_offered + 1),) if command.offered == session.help_offered else ()


def note_sent(session: Session, event: NoteSent, at: Millis) -> Session:
    return structs.replace(session, note=event.note)


def help_offered(session: Session, event: HelpOffered, at: Millis) -> Session:
    return structs.replace(session, help_offered=event.number)


def care_asked(session: Session, event: CareAsked, at: Millis) -> Session:
    return structs.replace(session, care={**session.care, event.care: None})


def care_settled(session: Session, event: CareSettled, at: Millis) -> Session:
    return structs.replace(session, care={**session.care, event.care: event.outcome})


DECIDE: dict[type, Decide] = {
    PostNote: post_note,
    OpenCare: open_care,
    TakeBackCare: take_back_care,
    SettleCare: settle_care,
    OfferHelp: offer_help,
}
EVOLVE: EvolveTable = {
    NoteSent: note_sent,
    CareAsked: care_asked,
    CareSettled: care_settled,
    HelpOffered: help_offered,
}
