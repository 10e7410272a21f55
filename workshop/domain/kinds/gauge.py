"""Totals of taps per line or card, as they are shown: seldom, on a beat, only when enough people used them, and nobody's in particular.

The taps themselves are in no event: each node holds its own in memory and tells the others sums.
"""

from msgspec import structs

from workshop.domain.commands import ShowGauge
from workshop.domain.deciding import Context, Decide, EvolveTable, Outcome, refuse, stage_of
from workshop.domain.events import GaugeShown
from workshop.domain.kind_states import AgreeState, KindState, WallState
from workshop.domain.plan import StageTemplate
from workshop.domain.refusals import Refusal
from workshop.domain.session import Session, with_stage
from workshop.domain.words import GAUGE_CHANGES, GAUGE_EVERY, Millis

SUPPORT = "support:"
RESONATE = "resonate:"


def keys(template: StageTemplate, state: KindState) -> frozenset[str]:
    """What may be tapped now: lines that are shown, cards that are on the wall."""
    if isinstance(state, AgreeState):
        return frozenset(f"{SUPPORT}{line}" for line in state.lines)
    if isinstance(state, WallState) and template.resonate:
        return frozenset(f"{RESONATE}{card}" for card in state.released)
    return frozenset()


def next_showing(at: Millis) -> Millis:
    """The next beat at which totals may be shown. It lies fixed on the session's clock, whenever somebody tapped."""
    return (at // GAUGE_EVERY + 1) * GAUGE_EVERY


def show_gauge(session: Session, command: ShowGauge, context: Context) -> Outcome:
    stage = stage_of(session, command.run)
    if isinstance(stage, Refusal):
        return stage
    if not isinstance(stage.kind, AgreeState | WallState):
        return refuse("stale_stage")
    settings, last = session.settings, stage.kind.totals_at
    too_soon = last is not None and context.at < next_showing(last)
    too_few = command.people < settings.floor or command.changes < (1 if settings.practice else GAUGE_CHANGES)
    tapped = keys(session.stages[stage.index].template, stage.kind)
    if too_soon or too_few or not tapped:
        return refuse("gauge_not_due")
    totals = {key: total for key, total in command.totals.items() if key in tapped}
    return (GaugeShown(run=command.run, totals=totals),)


def gauge_shown(session: Session, event: GaugeShown, at: Millis) -> Session:
    assert session.stage is not None
    return with_stage(session, kind=structs.replace(session.stage.kind, totals=event.totals, totals_at=at))


DECIDE: dict[type, Decide] = {ShowGauge: show_gauge}
EVOLVE: EvolveTable = {GaugeShown: gauge_shown}
