"""Every wish. `ClientCommand` travels over a socket; the rest is made by the node itself, because it carries facts
that are not in the log: drawn rooms, attached nodes, gathered answers.

Join's alias and the cards of `CompleteClosing` become rows of their own; no event repeats them.
"""

from msgspec import field

from workshop.domain.answers import Answer
from workshop.domain.words import CardId, Command, Millis, NodeId, Nonce, RoomId, SeatId, TextId, Value

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


class RevealPicture(Command, frozen=True, tag="reveal_picture"):
    run: int


class HidePicture(Command, frozen=True, tag="hide_picture"):
    run: int


class ApproveCard(Command, frozen=True, tag="approve_card"):
    run: int
    card: CardId


class HideCard(Command, frozen=True, tag="hide_card"):
    """Not shown, or taken off the wall again."""

    run: int
    card: CardId


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


# --- made by the node


class Join(Command, frozen=True, tag="join"):
    seat: SeatId
    key_hash: str
    """SHA-256 of the 128-bit seat key, hex."""
    alias: str
    alias_text: TextId
    mark: int

    def __repr__(self) -> str:
        return f"<Join {self.seat}>"


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
    | MakeRooms
    | StartRooms
    | EndRooms
    | LockDoor
    | UnlockDoor
    | CalmRoom
    | ResumeRoom
    | EndSession
)
ParticipantCommand = Rest | ComeBack | Leave
ClientCommand = FacilitatorCommand | ParticipantCommand
NodeCommand = Join | BeginClosing | CompleteClosing | FormRooms | AdvanceRooms | ShiftDeadlines
AnyCommand = ClientCommand | NodeCommand
