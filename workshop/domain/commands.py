"""Every wish. `ClientCommand` travels over a socket; the rest is made by the node itself, because it carries facts
that are not in the log: drawn rooms, attached nodes, gathered answers.

Join's alias and the cards of `CompleteClosing` become rows of their own; no event repeats them.
"""

from msgspec import field

from workshop.domain.answers import Answer
from workshop.domain.words import (
    CardId,
    CareOutcome,
    Command,
    LineId,
    Millis,
    NodeId,
    Nonce,
    PersonState,
    RoomId,
    SeatId,
    TextId,
    Value,
    Veil,
)

# --- flow: facilitators


class OpenStage(Command, frozen=True, tag="open_stage"):
    """Open the planned stage `stage` (index in playing order). `run` is the current stage's run, 0 in the lobby."""

    run: int
    stage: int


class StepGuide(Command, frozen=True, tag="step_guide"):
    run: int
    step: int


class ExtendStage(Command, frozen=True, tag="extend_stage"):
    run: int
    minutes: int


class CloseStage(Command, frozen=True, tag="close_stage"):
    """Ends intake. The node turns it into `BeginClosing`, which names who holds answers."""

    run: int


class ReopenStage(Command, frozen=True, tag="reopen_stage"):
    """Too few people: let them answer a while longer."""

    run: int
    minutes: int


class DiscardStage(Command, frozen=True, tag="discard_stage"):
    run: int


class SpeakStage(Command, frozen=True, tag="speak_stage"):
    """Too few people: drop what was written and ask it aloud."""

    run: int


class SkipStage(Command, frozen=True, tag="skip_stage"):
    """On without this stage: what was held is forgotten unopened, and the next stage that may be opened begins."""

    run: int


class LookBack(Command, frozen=True, tag="look_back"):
    """Show an earlier stage that asked something again, with its picture or queue. It is not asked again."""

    run: int
    stage: int


class SendNote(Command, frozen=True, tag="send_note"):
    """A short note to everybody; it replaces the one before. Empty: no note."""

    text: str

    def __repr__(self) -> str:
        return "<SendNote>"


class RevealPicture(Command, frozen=True, tag="reveal_picture"):
    run: int


class HidePicture(Command, frozen=True, tag="hide_picture"):
    run: int


class ApproveCard(Command, frozen=True, tag="approve_card"):
    """`rewrites` says which words were read: those after so many times that its author found others."""

    run: int
    card: CardId
    rewrites: int = 0


class HideCard(Command, frozen=True, tag="hide_card"):
    """Not shown, or taken off the wall again."""

    run: int
    card: CardId


class ReconsiderCard(Command, frozen=True, tag="reconsider_card"):
    """Undo: an approved card that is not on the wall, a hidden or a returned one waits again."""

    run: int
    card: CardId


class ReturnCard(Command, frozen=True, tag="return_card"):
    """Ask the unknown author for other words. The node seals `note` to the card's note key."""

    run: int
    card: CardId
    note: str

    def __repr__(self) -> str:
        return f"<ReturnCard {self.card}>"


class VeilCard(Command, frozen=True, tag="veil_card"):
    run: int
    card: CardId
    veil: Veil | None


class FeatureCard(Command, frozen=True, tag="feature_card"):
    """Large on the shared screen; None: all of them again."""

    run: int
    card: CardId | None


class ReleaseCards(Command, frozen=True, tag="release_cards"):
    run: int


class MakeRooms(Command, frozen=True, tag="make_rooms"):
    """Form round `round`. The node draws the rooms and turns it into `FormRooms`."""

    run: int
    round: int


class StartRooms(Command, frozen=True, tag="start_rooms"):
    run: int
    round: int


class EndRooms(Command, frozen=True, tag="end_rooms"):
    run: int


class StartCircle(Command, frozen=True, tag="start_circle"):
    """Draws the order of everybody who is here."""

    run: int


class EndTurn(Command, frozen=True, tag="end_turn"):
    """From the person whose turn it is or from a facilitator. Passing is this very wish, so that nobody can tell them apart."""

    run: int
    turn: int


class PutLater(Command, frozen=True, tag="put_later"):
    """Whose turn it is goes to the end of the order."""

    run: int
    turn: int


class GiveTime(Command, frozen=True, tag="give_time"):
    run: int
    turn: int
    seconds: int


class EndCircle(Command, frozen=True, tag="end_circle"):
    run: int


class CollectLines(Command, frozen=True, tag="collect_lines"):
    """Gather the agreement lines that people wrote. The node turns it into `BeginClosing`; writing goes on afterwards."""

    run: int


class ApproveLine(Command, frozen=True, tag="approve_line"):
    run: int
    line: LineId


class HideLine(Command, frozen=True, tag="hide_line"):
    run: int
    line: LineId


class AdoptLines(Command, frozen=True, tag="adopt_lines"):
    """Keep these lines. The node adds which of them have an open question and turns it into `KeepLines`."""

    run: int
    lines: tuple[LineId, ...]


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


class LockDoor(Command, frozen=True, tag="lock_door"):
    pass


class UnlockDoor(Command, frozen=True, tag="unlock_door"):
    pass


class CalmRoom(Command, frozen=True, tag="calm_room"):
    """A quiet picture everywhere; every clock stands still."""


class ResumeRoom(Command, frozen=True, tag="resume_room"):
    pass


class EndSession(Command, frozen=True, tag="end_session"):
    pass


# --- people: participants


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


# --- made by the node


class Join(Command, frozen=True, tag="join"):
    seat: SeatId
    key_hash: str
    """SHA-256 of the 128-bit seat key, hex."""
    alias: str
    alias_text: TextId
    mark: int
    phone: bool = True
    """False: a facilitator added somebody without one, and nobody has the key."""

    def __repr__(self) -> str:
        return f"<Join {self.seat}>"


class NameSeat(Command, frozen=True, tag="name_seat"):
    alias: str
    alias_text: TextId
    mark: int

    def __repr__(self) -> str:
        return "<NameSeat>"


class PostNote(Command, frozen=True, tag="post_note"):
    """`SendNote` with the id of its row."""

    note: TextId
    text: str

    def __repr__(self) -> str:
        return "<PostNote>"


class OpenCare(Command, frozen=True, tag="open_care"):
    """The row `care` names who asked; the event does not."""

    care: TextId
    waiting: TextId | None
    """The request of this person that is open already: then nothing happens."""


class PostReturn(Command, frozen=True, tag="post_return"):
    """`ReturnCard` with the sealed note (base64url), as it stands in the row `note` and goes to all phones."""

    run: int
    card: CardId
    note: TextId
    sealed: str


class WithdrawCard(Command, frozen=True, tag="withdraw_card"):
    """By whoever has the card's key, without identity. Its row is deleted in the same transaction."""

    card: CardId


class RewriteCard(Command, frozen=True, tag="rewrite_card"):
    """New words for a card, by its key: it waits for a facilitator again and goes out only with the whole wall."""

    card: CardId
    text: str

    def __repr__(self) -> str:
        return f"<RewriteCard {self.card}>"


class KeepLines(Command, frozen=True, tag="keep_lines"):
    """`AdoptLines` with what only the nodes' memory knows: which lines of the stage have an open question now."""

    run: int
    lines: tuple[LineId, ...]
    questioned: tuple[LineId, ...]


class QuestionLines(Command, frozen=True, tag="question_lines"):
    """All lines that have an open question now: yes or no, never how many."""

    run: int
    lines: tuple[LineId, ...]


class ShowGauge(Command, frozen=True, tag="show_gauge"):
    """Totals of taps per line or card. `people` is how many used it, `changes` how many of them changed since it was shown."""

    run: int
    totals: dict[str, int]
    people: int
    changes: int


class MissConsole(Command, frozen=True, tag="miss_console"):
    """No console for 60 s: rooms finish their step, then everything is calm (guarantee M5)."""


class MeetConsole(Command, frozen=True, tag="meet_console"):
    """A console is here again."""


class BeginClosing(Command, frozen=True, tag="begin_closing"):
    run: int
    nodes: tuple[NodeId, ...]
    grace: Millis
    lapse: Millis


class HeldAnswer(Value, frozen=True):
    """One person's answer as a node hands it over. `counter` is the phone's own; the highest wins."""

    seat: SeatId
    counter: int
    nonce: Nonce
    answer: Answer

    def __repr__(self) -> str:
        return "<HeldAnswer>"


class CompleteClosing(Command, frozen=True, tag="complete_closing"):
    """The gathered answers, one per person. Decide checks the floor, strips the seats, shuffles, and keeps sums or cards."""

    run: int
    attempt: int
    held: tuple[HeldAnswer, ...]

    def __repr__(self) -> str:
        return f"<CompleteClosing run={self.run}>"


class FormedRoom(Value, frozen=True):
    id: RoomId
    seats: tuple[SeatId, ...]


class FormRooms(Command, frozen=True, tag="form_rooms"):
    run: int
    round: int
    rooms: tuple[FormedRoom, ...]
    ring: tuple[SeatId, ...] = field(default=())


class AdvanceRooms(Command, frozen=True, tag="advance_rooms"):
    """Steps whose time is over go on. `due` is the deadline that the node saw."""

    run: int
    round: int
    due: Millis


class ShiftDeadlines(Command, frozen=True, tag="shift_deadlines"):
    """Nobody ran for a while: what was missed moves by that long."""

    due: Millis
    by: Millis


FacilitatorCommand = (
    OpenStage
    | StepGuide
    | ExtendStage
    | CloseStage
    | ReopenStage
    | DiscardStage
    | SpeakStage
    | RevealPicture
    | HidePicture
    | ApproveCard
    | HideCard
    | ReleaseCards
    | SkipStage
    | LookBack
    | SendNote
    | ReconsiderCard
    | ReturnCard
    | VeilCard
    | FeatureCard
    | StartCircle
    | EndTurn
    | PutLater
    | GiveTime
    | EndCircle
    | CollectLines
    | ApproveLine
    | HideLine
    | AdoptLines
    | AdmitPerson
    | DeclinePerson
    | AddPerson
    | MarkPerson
    | MergeSeats
    | SettleCare
    | MakeRooms
    | StartRooms
    | EndRooms
    | LockDoor
    | UnlockDoor
    | CalmRoom
    | ResumeRoom
    | EndSession
)
ParticipantCommand = Rest | ComeBack | Leave | ChangeAlias | AskForPerson | TakeBackCare
"""… and `EndTurn`, `PutLater` in their own turn."""
ClientCommand = FacilitatorCommand | ParticipantCommand
NodeCommand = (
    Join
    | BeginClosing
    | CompleteClosing
    | FormRooms
    | AdvanceRooms
    | ShiftDeadlines
    | NameSeat
    | PostNote
    | OpenCare
    | PostReturn
    | WithdrawCard
    | RewriteCard
    | KeepLines
    | QuestionLines
    | ShowGauge
    | MissConsole
    | MeetConsole
)
AnyCommand = ClientCommand | NodeCommand
