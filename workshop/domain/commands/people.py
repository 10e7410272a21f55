"""Wishes about people: who is here, under which name, and who would like a person to come."""

from workshop.domain.words import CareOutcome, Command, PersonState, SeatId, TextId


class AdmitPerson(Command, frozen=True, tag="admit_person"):
    seat: SeatId


class DeclinePerson(Command, frozen=True, tag="decline_person"):
    seat: SeatId


class AddPerson(Command, frozen=True, tag="add_person"):
    """Somebody without a phone. The node turns it into `Join`."""

    alias: str

    def __repr__(self) -> str:
        return "<AddPerson>"


class MarkPerson(Command, frozen=True, tag="mark_person"):
    """A facilitator says for somebody that they are here, rest or left."""

    seat: SeatId
    state: PersonState


class MergeSeats(Command, frozen=True, tag="merge_seats"):
    """`seat` and `into` are one person: from now on the phone of `seat` is a phone of `into`."""

    seat: SeatId
    into: SeatId


class SettleCare(Command, frozen=True, tag="settle_care"):
    """A care request was answered, or handed over to somebody who will."""

    care: TextId
    outcome: CareOutcome


class OfferHelp(Command, frozen=True, tag="offer_help"):
    """A quiet line on every phone: the help page is there, and a person. `offered`: how often that was said when this was wished."""

    offered: int


class Rest(Command, frozen=True, tag="rest"):
    pass


class ComeBack(Command, frozen=True, tag="come_back"):
    pass


class Leave(Command, frozen=True, tag="leave"):
    pass


class ChangeAlias(Command, frozen=True, tag="change_alias"):
    """The node adds the mark and turns it into `NameSeat`."""

    alias: str

    def __repr__(self) -> str:
        return "<ChangeAlias>"


class AskForPerson(Command, frozen=True, tag="ask_for_person"):
    """I would like a person to check on me: named, to facilitators only. The node turns it into `OpenCare`."""


class TakeBackCare(Command, frozen=True, tag="take_back_care"):
    care: TextId


class Join(Command, frozen=True, tag="join"):
    seat: SeatId
    key_hash: str
    """SHA-256 of the 128-bit seat key, hex."""
    alias: str
    alias_text: TextId
    mark: int
    phone: bool = True
    """False: a facilitator added somebody without one, and nobody has the key."""
    pseudonym: str = ""
    """Who this is in the session's programme; empty where it has none, or the phone no place in it. Stands in no event."""
    place_hash: str = ""
    """Of the phone's place. The node leaves it only where the programme does not know it yet and `pseudonym` is new."""
    into: SeatId | None = None
    """The seat that this pseudonym has here already: the node adds it, and both are one person from now on."""

    def __repr__(self) -> str:
        return f"<Join {self.seat}>"


class NameSeat(Command, frozen=True, tag="name_seat"):
    alias: str
    alias_text: TextId
    mark: int

    def __repr__(self) -> str:
        return "<NameSeat>"


class OpenCare(Command, frozen=True, tag="open_care"):
    """The row `care` names who asked; the event does not."""

    care: TextId
    waiting: TextId | None
    """The request of this person that is open already: then nothing happens."""
