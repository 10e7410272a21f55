"""One structured answer per person, shown only as a group picture.

`unseal` sees the answers without their seats and leaves only sums; single answers end with it.
"""

from collections.abc import Sequence

from msgspec import structs

from workshop.domain.answers import Answer
from workshop.domain.commands import HidePicture, RevealPicture
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import AnyEvent, PictureHidden, PictureRevealed, TallyClosed
from workshop.domain.inputs import aggregate, answered_by, input_view
from workshop.domain.kind_states import TallyState
from workshop.domain.parts import TallyView
from workshop.domain.pictures import NoPicture
from workshop.domain.plan import StageTemplate
from workshop.domain.published import PUBLISH_FLOOR
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, Stage, with_stage
from workshop.domain.words import Millis, Nonce


def unseal(session: Session, stage: Stage, answers: Sequence[Answer], receipts: tuple[Nonce, ...]) -> tuple[AnyEvent, ...]:
    template = session.stages[stage.index].template
    asked = template.input
    assert asked is not None
    sums = aggregate(asked, answers, session.settings.floor, template.send)
    by_five = answered_by(asked, answers, PUBLISH_FLOOR)
    return (TallyClosed(run=stage.run, sums=sums, receipts=receipts, by_five=by_five),)


def can_reveal(template: StageTemplate, state: TallyState) -> bool:
    return template.reveal == "manual" and state.sums is not None and not isinstance(state.sums, NoPicture)


def reveal_picture(session: Session, command: RevealPicture, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not isinstance(stage.kind, TallyState) or not can_reveal(session.stages[stage.index].template, stage.kind):
        return refuse("no_picture")
    return () if stage.kind.shown else (PictureRevealed(run=stage.run),)


def hide_picture(session: Session, command: HidePicture, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not isinstance(stage.kind, TallyState):
        return refuse("no_picture")
    return (PictureHidden(run=stage.run),) if stage.kind.shown else ()


def _shown(session: Session, shown: bool) -> Session:
    assert session.stage is not None
    return with_stage(session, kind=structs.replace(session.stage.kind, shown=shown))


def picture_revealed(session: Session, event: PictureRevealed, at: Millis) -> Session:
    return _shown(session, True)


def picture_hidden(session: Session, event: PictureHidden, at: Millis) -> Session:
    return _shown(session, False)


def view(template: StageTemplate, state: TallyState) -> TallyView:
    assert template.input is not None
    return TallyView(
        input=input_view(template.input, template.send),
        picture=state.sums if state.shown else None,
        reveals=template.reveal == "manual",
        as_words=template.screen == "words",
    )


DECIDE: dict[type, Decide] = {RevealPicture: reveal_picture, HidePicture: hide_picture}
EVOLVE: EvolveTable = {PictureRevealed: picture_revealed, PictureHidden: picture_hidden}
