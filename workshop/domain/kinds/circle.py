"""Everybody in turn, in a drawn order. What is said is spoken: nothing is sent and nothing is kept.

A pass, a turn that is over and one that a facilitator ends are the same fact. A turn's clock offers to go on and cuts nobody off.
"""

from collections.abc import Mapping
from typing import Literal

from workshop.domain.deciding import Decide, EvolveTable
from workshop.domain.kinds.room_views import clock
from workshop.domain.parts import CircleView, NameView
from workshop.domain.plan import StageTemplate
from workshop.domain.session import CircleState, Session
from workshop.domain.words import SeatId


def state_of(session: Session) -> CircleState | None:
    kind = session.stage.kind if session.stage else None
    return kind if isinstance(kind, CircleState) else None


def name(session: Session, seat: SeatId | None, texts: Mapping[str, str]) -> NameView | None:
    person = None if seat is None else session.people.get(seat)
    return None if person is None else NameView(alias=texts.get(person.alias, ""), mark=person.mark)


def view(session: Session, template: StageTemplate, state: CircleState, texts: Mapping[str, str]) -> CircleView:
    phase: Literal["before", "running", "finished"]
    phase = "before" if not state.started else "finished" if state.finished else "running"
    running = phase == "running"
    return CircleView(
        mode=template.mode,
        state=phase,
        turn=state.turn,
        now=name(session, state.now, texts),
        next=name(session, state.waiting[0], texts) if running and state.waiting else None,
        done=len(state.done),
        of=len(state.done) + len(state.waiting) + (state.now is not None),
        clock=clock(session, state.ends_at),
    )


DECIDE: dict[type, Decide] = {}
EVOLVE: EvolveTable = {}
