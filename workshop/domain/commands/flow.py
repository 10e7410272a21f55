"""Wishes about the way through the plan, the door and the calm screen."""

from workshop.domain.words import Command, Millis, TextId


class OpenStage(Command, frozen=True, tag="open_stage"):
    """Open the planned stage `stage` (index in playing order). `run` is the current stage's run, 0 in the lobby."""

    run: int
    stage: int


class StepGuide(Command, frozen=True, tag="step_guide"):
    run: int
    step: int


class StartPacer(Command, frozen=True, tag="start_pacer"):
    run: int


class ExtendStage(Command, frozen=True, tag="extend_stage"):
    run: int
    minutes: int


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


class PostNote(Command, frozen=True, tag="post_note"):
    """`SendNote` with the id of its row."""

    note: TextId
    text: str

    def __repr__(self) -> str:
        return "<PostNote>"


class MissConsole(Command, frozen=True, tag="miss_console"):
    """No console for 60 s: rooms finish their step, then everything is calm (guarantee M5)."""


class MeetConsole(Command, frozen=True, tag="meet_console"):
    """A console is here again."""


class ShiftDeadlines(Command, frozen=True, tag="shift_deadlines"):
    """Nobody ran for a while: what was missed moves by that long."""

    due: Millis
    by: Millis
