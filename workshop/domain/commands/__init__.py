"""Every wish. `ClientCommand` travels over a socket; the rest is made by the node itself, because it carries facts
that are not in the log: drawn rooms, attached nodes, gathered answers.

Join's alias and the cards of `CompleteClosing` become rows of their own; no event repeats them."""

from workshop.domain.commands.agree import AdoptLines, ApproveLine, CollectLines, HideLine, KeepLines, QuestionLines
from workshop.domain.commands.cards import (
    ApproveCard,
    ConsentCard,
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
from workshop.domain.commands.check_in import CloseCheckIn, OpenCheckIn, ShowCheckIn
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
from workshop.domain.commands.in_rooms import (
    AnswerKnock,
    BeginRoom,
    CallFacilitator,
    ChooseRound,
    FindPartner,
    GoOnRoom,
    KeepApart,
    KeepScene,
    MissPartner,
    PauseRoom,
    SealApart,
    SwapScene,
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
    OfferHelp,
    OpenCare,
    Rest,
    SettleCare,
    TakeBackCare,
)
from workshop.domain.commands.rooms import (
    AdvanceRooms,
    AnnounceRooms,
    BindPeople,
    ChooseDeck,
    CloseRoom,
    EndRooms,
    EndRoomsSoftly,
    ExchangeSeats,
    FormedRoom,
    FormRooms,
    GiveRoomTime,
    JoinRooms,
    KnockRoom,
    LockRoom,
    MakeRooms,
    MoveSeat,
    PostRoomNote,
    SendRoomNote,
    SettleRoom,
    StartRooms,
)

__all__ = [
    "AddPerson",
    "AdmitPerson",
    "AdoptLines",
    "AdvanceRooms",
    "AnnounceRooms",
    "AnswerKnock",
    "AnyCommand",
    "ApproveCard",
    "ApproveLine",
    "AskForChair",
    "AskForPerson",
    "BeginClosing",
    "BeginRoom",
    "BindPeople",
    "CallFacilitator",
    "CalmRoom",
    "ChangeAlias",
    "ChooseDeck",
    "ChooseRound",
    "ClientCommand",
    "CloseCheckIn",
    "CloseRoom",
    "CloseStage",
    "CollectLines",
    "ComeBack",
    "CompleteClosing",
    "ConsentCard",
    "DeclinePerson",
    "DiscardStage",
    "EndCircle",
    "EndRooms",
    "EndRoomsSoftly",
    "EndSession",
    "EndTurn",
    "ExchangeSeats",
    "ExtendStage",
    "FacilitatorCommand",
    "FeatureCard",
    "FindPartner",
    "FormRooms",
    "FormedRoom",
    "FreeChair",
    "GiveRoomTime",
    "GiveTime",
    "GoOnRoom",
    "HeldAnswer",
    "HideCard",
    "HideLine",
    "HidePicture",
    "Join",
    "JoinRooms",
    "KeepApart",
    "KeepLines",
    "KeepScene",
    "KnockRoom",
    "Leave",
    "LeaveChair",
    "LockDoor",
    "LockRoom",
    "LookBack",
    "MakeRooms",
    "MarkPerson",
    "MeetConsole",
    "MergeSeats",
    "MissConsole",
    "MissPartner",
    "MoveSeat",
    "NameSeat",
    "NodeCommand",
    "OfferHelp",
    "OpenCare",
    "OpenCheckIn",
    "OpenStage",
    "ParticipantCommand",
    "PauseRoom",
    "PostNote",
    "PostReturn",
    "PostRoomNote",
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
    "SealApart",
    "SendNote",
    "SendRoomNote",
    "SettleCare",
    "SettleRoom",
    "ShiftDeadlines",
    "ShowCheckIn",
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
    | OfferHelp
    | MakeRooms
    | ChooseDeck
    | StartRooms
    | EndRooms
    | MoveSeat
    | ExchangeSeats
    | LockRoom
    | BindPeople
    | AnnounceRooms
    | GiveRoomTime
    | SendRoomNote
    | KnockRoom
    | SettleRoom
    | JoinRooms
    | CloseRoom
    | EndRoomsSoftly
    | LockDoor
    | UnlockDoor
    | CalmRoom
    | ResumeRoom
    | EndSession
    | OpenCheckIn
    | CloseCheckIn
)

ParticipantCommand = (
    Rest
    | ComeBack
    | Leave
    | ChangeAlias
    | AskForPerson
    | TakeBackCare
    | AskForChair
    | LeaveChair
    | SwapScene
    | KeepScene
    | ChooseRound
    | KeepApart
    | BeginRoom
    | PauseRoom
    | GoOnRoom
    | CallFacilitator
    | AnswerKnock
    | MissPartner
    | FindPartner
)
"""… and `EndTurn`, `PutLater` in their own turn."""

ClientCommand = FacilitatorCommand | ParticipantCommand

NodeCommand = (
    Join
    | BeginClosing
    | CompleteClosing
    | FormRooms
    | AdvanceRooms
    | PostRoomNote
    | SealApart
    | ShiftDeadlines
    | NameSeat
    | PostNote
    | OpenCare
    | PostReturn
    | WithdrawCard
    | RewriteCard
    | ConsentCard
    | KeepLines
    | QuestionLines
    | ShowGauge
    | MissConsole
    | MeetConsole
    | ShowCheckIn
)

AnyCommand = ClientCommand | NodeCommand
