"""Every fact of a session. The closed union is what the log holds; `touches` is proved by a property test.

An event names ids, never words. No event between a stage's opening and closing names a seat because it answered or passed."""

from workshop.domain.events.agree import LineApproved, LineHidden, LinesCollected, LinesKept, LinesQuestioned
from workshop.domain.events.cards import (
    CardApproved,
    CardConsentChanged,
    CardFeatured,
    CardHidden,
    CardReconsidered,
    CardReturned,
    CardRewritten,
    CardsReleased,
    CardVeiled,
    CardWithdrawn,
    GaugeShown,
)
from workshop.domain.events.check_in import CheckInClosed, CheckInOpened, CheckInShown
from workshop.domain.events.circle import (
    ChairAsked,
    ChairLeft,
    ChairTaken,
    CircleFinished,
    CircleStarted,
    TurnEnded,
    TurnExtended,
    TurnPutLater,
)
from workshop.domain.events.flow import (
    ClosingBegan,
    ClosingFellShort,
    ConsoleMet,
    ConsoleMissed,
    DeadlinesShifted,
    GuideStepped,
    NoteSent,
    PacerStarted,
    PictureHidden,
    PictureRevealed,
    RoomCalmed,
    RoomResumed,
    SessionEnded,
    StageDropped,
    StageExtended,
    StageOpened,
    StageReopened,
    StageReturned,
    TallyClosed,
    WallClosed,
)
from workshop.domain.events.people import (
    CareAsked,
    CareSettled,
    DoorLocked,
    DoorUnlocked,
    HelpOffered,
    PersonAdmitted,
    PersonDeclined,
    PersonLeft,
    PersonRested,
    PersonReturned,
    SeatJoined,
    SeatNamed,
    SeatsMerged,
)
from workshop.domain.events.rooms import (
    DeckChosen,
    PartnerFound,
    PartnerMissed,
    PeopleBound,
    RoomAdded,
    RoomKnocked,
    RoomLocked,
    RoomNoted,
    RoomPaused,
    RoomsAnnounced,
    RoomsEnding,
    RoomSettled,
    RoomsFinished,
    RoomsFormed,
    RoomsNotFound,
    RoomsStarted,
    RoomStepped,
    RoomsTimed,
    RoomWentOn,
    RoundChosen,
    SceneKept,
    SceneSwapped,
    SeatMoved,
    SeatsExchanged,
)

__all__ = [
    "AnyEvent",
    "CardApproved",
    "CardConsentChanged",
    "CardFeatured",
    "CardHidden",
    "CardReconsidered",
    "CardReturned",
    "CardRewritten",
    "CardVeiled",
    "CardWithdrawn",
    "CardsReleased",
    "CareAsked",
    "CareSettled",
    "ChairAsked",
    "ChairLeft",
    "ChairTaken",
    "CheckInClosed",
    "CheckInOpened",
    "CheckInShown",
    "CircleFinished",
    "CircleStarted",
    "ClosingBegan",
    "ClosingFellShort",
    "ConsoleMet",
    "ConsoleMissed",
    "DeadlinesShifted",
    "DeckChosen",
    "DoorLocked",
    "DoorUnlocked",
    "GaugeShown",
    "GuideStepped",
    "HelpOffered",
    "LineApproved",
    "LineHidden",
    "LinesCollected",
    "LinesKept",
    "LinesQuestioned",
    "NoteSent",
    "PacerStarted",
    "PartnerFound",
    "PartnerMissed",
    "PeopleBound",
    "PersonAdmitted",
    "PersonDeclined",
    "PersonLeft",
    "PersonRested",
    "PersonReturned",
    "PictureHidden",
    "PictureRevealed",
    "RoomAdded",
    "RoomCalmed",
    "RoomKnocked",
    "RoomLocked",
    "RoomNoted",
    "RoomPaused",
    "RoomResumed",
    "RoomSettled",
    "RoomStepped",
    "RoomWentOn",
    "RoomsAnnounced",
    "RoomsEnding",
    "RoomsFinished",
    "RoomsFormed",
    "RoomsNotFound",
    "RoomsStarted",
    "RoomsTimed",
    "RoundChosen",
    "SceneKept",
    "SceneSwapped",
    "SeatJoined",
    "SeatMoved",
    "SeatNamed",
    "SeatsExchanged",
    "SeatsMerged",
    "SessionEnded",
    "StageDropped",
    "StageExtended",
    "StageOpened",
    "StageReopened",
    "StageReturned",
    "TallyClosed",
    "TurnEnded",
    "TurnExtended",
    "TurnPutLater",
    "WallClosed",
]

AnyEvent = (
    SeatJoined
    | PersonRested
    | PersonReturned
    | PersonLeft
    | DoorLocked
    | DoorUnlocked
    | StageOpened
    | GuideStepped
    | StageExtended
    | ClosingBegan
    | ClosingFellShort
    | StageReopened
    | StageDropped
    | TallyClosed
    | WallClosed
    | PictureRevealed
    | PictureHidden
    | CardApproved
    | CardHidden
    | CardsReleased
    | RoomsFormed
    | RoomsStarted
    | RoomStepped
    | RoomsFinished
    | RoomsNotFound
    | RoomCalmed
    | RoomResumed
    | DeadlinesShifted
    | SessionEnded
    | PersonAdmitted
    | PersonDeclined
    | SeatNamed
    | SeatsMerged
    | StageReturned
    | NoteSent
    | CardReconsidered
    | CardReturned
    | CardVeiled
    | CardFeatured
    | CardWithdrawn
    | CardRewritten
    | CardConsentChanged
    | GaugeShown
    | LinesCollected
    | LineApproved
    | LineHidden
    | LinesQuestioned
    | LinesKept
    | CircleStarted
    | TurnEnded
    | TurnPutLater
    | TurnExtended
    | CircleFinished
    | CareAsked
    | CareSettled
    | HelpOffered
    | ConsoleMissed
    | ConsoleMet
    | PacerStarted
    | ChairAsked
    | ChairTaken
    | ChairLeft
    | DeckChosen
    | SceneSwapped
    | SceneKept
    | RoomsAnnounced
    | RoundChosen
    | SeatMoved
    | RoomAdded
    | SeatsExchanged
    | RoomLocked
    | PeopleBound
    | RoomPaused
    | RoomWentOn
    | RoomKnocked
    | RoomSettled
    | PartnerMissed
    | PartnerFound
    | RoomsTimed
    | RoomNoted
    | RoomsEnding
    | CheckInOpened
    | CheckInClosed
    | CheckInShown
)
