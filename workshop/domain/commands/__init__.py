"""Every wish. `ClientCommand` travels over a socket; the rest is made by the node itself, because it carries facts
that are not in the log: drawn rooms, attached nodes, gathered answers.

Join's alias and the cards of `CompleteClosing` become rows of their own; no event repeats them."""

from workshop.domain.commands.agree import AdoptLines, ApproveLine, CollectLines, HideLine, KeepLines, QuestionLines
from workshop.domain.commands.cards import (
    ApproveCard,
    FeatureCard,
    HideCard,
    PostReturn,
    ReconsiderCard,
    ReleaseCards,
    ReturnCard,
    RewriteCard,
    ShowGauge,
    VeilCard,
    WithdrawCard,
)
from workshop.domain.commands.circle import (
    AskForChair,
    EndCircle,
    EndTurn,
    FreeChair,
    GiveTime,
    LeaveChair,
    PutLater,
    StartCircle,
)
from workshop.domain.commands.closing import (
    BeginClosing,
    CloseStage,
    CompleteClosing,
    DiscardStage,
    HeldAnswer,
    ReopenStage,
    SpeakStage,
)
from workshop.domain.commands.flow import (
    CalmRoom,
    EndSession,
    ExtendStage,
    HidePicture,
    LockDoor,
    LookBack,
    MeetConsole,
    MissConsole,
    OpenStage,
    PostNote,
    ResumeRoom,
    RevealPicture,
    SendNote,
    ShiftDeadlines,
    SkipStage,
    StartPacer,
    StepGuide,
    UnlockDoor,
)
from workshop.domain.commands.people import (
    AddPerson,
    AdmitPerson,
    AskForPerson,
    ChangeAlias,
    ComeBack,
    DeclinePerson,
    Join,
    Leave,
    MarkPerson,
    MergeSeats,
    NameSeat,
    OpenCare,
    Rest,
    SettleCare,
    TakeBackCare,
)
from workshop.domain.commands.rooms import (
    AdvanceRooms,
    ChooseDeck,
    EndRooms,
    FormedRoom,
    FormRooms,
    KeepScene,
    MakeRooms,
    StartRooms,
    SwapScene,
)

__all__ = [
    "AddPerson",
    "AdmitPerson",
    "AdoptLines",
    "AdvanceRooms",
    "AnyCommand",
    "ApproveCard",
    "ApproveLine",
    "AskForChair",
    "AskForPerson",
    "BeginClosing",
    "CalmRoom",
    "ChangeAlias",
    "ChooseDeck",
    "ClientCommand",
    "CloseStage",
    "CollectLines",
    "ComeBack",
    "CompleteClosing",
    "DeclinePerson",
    "DiscardStage",
    "EndCircle",
    "EndRooms",
    "EndSession",
    "EndTurn",
    "ExtendStage",
    "FacilitatorCommand",
    "FeatureCard",
    "FormRooms",
    "FormedRoom",
    "FreeChair",
    "GiveTime",
    "HeldAnswer",
    "HideCard",
    "HideLine",
    "HidePicture",
    "Join",
    "KeepLines",
    "KeepScene",
    "Leave",
    "LeaveChair",
    "LockDoor",
    "LookBack",
    "MakeRooms",
    "MarkPerson",
    "MeetConsole",
    "MergeSeats",
    "MissConsole",
    "NameSeat",
    "NodeCommand",
    "OpenCare",
    "OpenStage",
    "ParticipantCommand",
    "PostNote",
    "PostReturn",
    "PutLater",
    "QuestionLines",
    "ReconsiderCard",
    "ReleaseCards",
    "ReopenStage",
    "Rest",
    "ResumeRoom",
    "ReturnCard",
    "RevealPicture",
    "RewriteCard",
    "SendNote",
    "SettleCare",
    "ShiftDeadlines",
    "ShowGauge",
    "SkipStage",
    "SpeakStage",
    "StartCircle",
    "StartPacer",
    "StartRooms",
    "StepGuide",
    "SwapScene",
    "TakeBackCare",
    "UnlockDoor",
    "VeilCard",
    "WithdrawCard",
]

FacilitatorCommand = (
    OpenStage
    | StepGuide
    | StartPacer
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
    | FreeChair
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
    | ChooseDeck
    | StartRooms
    | EndRooms
    | LockDoor
    | UnlockDoor
    | CalmRoom
    | ResumeRoom
    | EndSession
)

ParticipantCommand = (
    Rest | ComeBack | Leave | ChangeAlias | AskForPerson | TakeBackCare | AskForChair | LeaveChair | SwapScene | KeepScene
)
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
