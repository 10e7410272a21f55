"""The one big Next: what it would do now. The console only says it and sends it."""

from msgspec import structs

from workshop.domain.flow import following
from workshop.domain.kind_states import AgreeState, CircleState, GuideState, JournalState, RoomsState, TallyState, WallState
from workshop.domain.kinds import tally, wall
from workshop.domain.kinds.rooms.state import standing, takers, waiting
from workshop.domain.parts import NextView
from workshop.domain.plan import PlannedStage, StageTemplate
from workshop.domain.session import Session


def _onward(session: Session) -> NextView:
    """The next stage that may still be opened, or the end."""
    run, index = session.stage.run if session.stage else 0, following(session)
    if index is None:
        return NextView(does="end_session", run=run)
    return NextView(does="open_stage", run=run, stage=index, title=_name(session.stages[index]))


def _name(planned: PlannedStage) -> str:
    """What begins: the activity, or within it what its next stage says to the phones."""
    return planned.activity.title if planned.number == 1 else planned.template.title or planned.template.phone


def _rooms(session: Session, state: RoomsState, run: int) -> NextView:
    if state.finished:
        return _onward(session)
    wait = waiting(state)
    if state.shown and wait and not state.ending:
        return NextView(does="start_rooms", run=run, round=state.round, count=len(wait))
    if state.started:
        return NextView(does="end_rooms", run=run, round=state.round, waiting=int(state.ending))
    if standing(session):
        return NextView(does="announce_rooms", run=run, round=state.round, count=len(state.rooms))
    return NextView(does="make_rooms", run=run, round=1, count=len(takers(session)))


def _circle(session: Session, template: StageTemplate, state: CircleState, run: int) -> NextView:
    if state.finished:
        return _onward(session)
    if not state.started:
        return NextView(does="start_circle", run=run, count=len(session.here()))
    if template.mode != "round":
        return NextView(does="end_circle", run=run, count=len(state.inside), waiting=len(state.asking))
    return NextView(does="end_turn", run=run, turn=state.turn, count=len(state.waiting))


def _agree(session: Session, state: AgreeState, run: int) -> NextView:
    """What nobody has a question about is kept; what somebody has one about is spoken about first."""
    lines = tuple(line for line in state.lines if line not in state.questioned and line not in state.kept)
    waiting = len(state.questioned)
    if lines:
        return NextView(does="adopt_lines", run=run, lines=lines, count=len(lines), waiting=waiting)
    return structs.replace(_onward(session), waiting=waiting)


def _closed(session: Session, run: int) -> NextView:
    stage, template = session.stage, session.template
    assert stage is not None
    assert template is not None
    if isinstance(stage.kind, TallyState) and not stage.kind.shown and tally.can_reveal(template, stage.kind):
        return NextView(does="reveal_picture", run=run)
    if stage.outcome == "unsealed" and isinstance(stage.kind, WallState):
        unread, ready = len(wall.waiting(stage.kind)), wall.releasable(stage.kind, session.settings.batch)
        if ready or unread:
            return NextView(does="release_cards", run=run, count=len(ready), waiting=unread)
    return _onward(session)


def next_step(session: Session) -> NextView:
    stage, template = session.stage, session.template
    if session.phase == "ended":
        return NextView(does="ended", run=stage.run if stage else 0)
    if stage is None or template is None:
        return _onward(session)
    if session.phase == "closing":
        return NextView(does="wait_closing", run=stage.run)
    if session.phase == "short":
        return NextView(does="decide_short", run=stage.run, count=stage.short_by or 0)
    if session.phase == "closed":
        return _closed(session, stage.run)
    if isinstance(stage.kind, GuideState):
        if template.pacer is not None and stage.kind.began is None:
            return NextView(does="start_pacer", run=stage.run)
        if stage.kind.step + 1 < len(template.guide_steps):
            return NextView(does="step_guide", run=stage.run, step=stage.kind.step + 1)
        return _onward(session)
    if isinstance(stage.kind, RoomsState):
        return _rooms(session, stage.kind, stage.run)
    if isinstance(stage.kind, CircleState):
        return _circle(session, template, stage.kind, stage.run)
    if isinstance(stage.kind, AgreeState):
        return _agree(session, stage.kind, stage.run)
    if isinstance(stage.kind, JournalState):
        return structs.replace(_onward(session), count=len(session.here()))
    return NextView(does="close_stage", run=stage.run)
