"""The shapes of what an audience sees: one struct per part, generated as types for the pages.

A phone gets `shared`, its `seat` and (in a breakout) its `room`; the console `shared` and `console`; the screen `shared` and
`screen`. Whatever is in `shared` is known to everybody, so nothing unapproved, unreleased or personal may ever stand there.
Times are milliseconds of the session's clock; the pages know its offset and pace from `welcome`."""

from workshop.domain.parts.asked import Clock, InputType, InputView, NameView
from workshop.domain.parts.console import (
    CareView,
    ClosingView,
    ConsoleView,
    NextView,
    PersonView,
    PlanItemView,
    PlanStageView,
    QueueCardView,
    QueueLineView,
    ScreenView,
    TileView,
)
from workshop.domain.parts.phone import CareRequestView, MemberView, RoomStepView, RoomView, SeatView
from workshop.domain.parts.shared import (
    ActivityView,
    AgreeView,
    CardView,
    CircleView,
    GuideView,
    LineView,
    NotesView,
    ReceiptsView,
    ReceiptView,
    RoomsView,
    SharedView,
    StageView,
    TallyView,
    WallView,
)

__all__ = [
    "ActivityView",
    "AgreeView",
    "CardView",
    "CareRequestView",
    "CareView",
    "CircleView",
    "Clock",
    "ClosingView",
    "ConsoleView",
    "GuideView",
    "InputType",
    "InputView",
    "LineView",
    "MemberView",
    "NameView",
    "NextView",
    "NotesView",
    "PersonView",
    "PlanItemView",
    "PlanStageView",
    "QueueCardView",
    "QueueLineView",
    "ReceiptView",
    "ReceiptsView",
    "RoomStepView",
    "RoomView",
    "RoomsView",
    "ScreenView",
    "SeatView",
    "SharedView",
    "StageView",
    "TallyView",
    "TileView",
    "WallView",
]
