"""What a breakout looks like: to its own people, and from outside (who is where, never what is said)."""

from collections.abc import Mapping
from typing import Literal

from workshop.domain.clocks import clock
from workshop.domain.kinds.room_scenes import deck_of
from workshop.domain.kinds.room_steps import CutStep, cut_steps, role_at, rounds_of_rooms
from workshop.domain.kinds.rooms import state_of
from workshop.domain.parts import DeckView, MemberView, RoomStepView, RoomsView, RoomView, TileView
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Room, RoomsState, Session
from workshop.domain.words import Millis, SeatId, TextId

RoomPhase = Literal["formed", "gathering", "running", "finished"]


def _phase(state: RoomsState, room: Room, steps: tuple[CutStep, ...]) -> RoomPhase:
    if not state.started:
        return "formed"
    if room.step < 0:
        return "gathering"
    return "finished" if room.step >= len(steps) else "running"


def _ends_at(phase: RoomPhase, room: Room) -> Millis | None:
    return room.ends_at if phase in ("gathering", "running") else None


def _speakers(step: CutStep, room: Room) -> tuple[int, ...]:
    """The places whose step it is and where somebody is. With nobody there the step is everybody's: its time is not lost."""
    return tuple(place for place in step.places if place < len(room.places) and room.places[place] is not None)


def room_view(session: Session, room: Room, texts: Mapping[str, str]) -> RoomView:
    state, template = state_of(session), session.template
    assert state is not None
    assert template is not None
    steps = cut_steps(template, room.formed)
    phase = _phase(state, room, steps)
    members = tuple(
        MemberView(
            place=place,
            alias=texts.get(session.people[seat].alias, ""),
            mark=session.people[seat].mark,
            role=role_at(steps[min(max(room.step, 0), len(steps) - 1)], place),
        )
        for place, seat in enumerate(room.places)
        if seat is not None
    )
    return RoomView(
        id=room.id,
        number=room.number,
        state=phase,
        members=members,
        steps=tuple(RoomStepView(do=step.do, seconds=round(step.length / 1000), places=_speakers(step, room)) for step in steps),
        step=room.step,
        clock=clock(session, _ends_at(phase, room)),
    )


def name_of(session: Session, seat: SeatId, texts: Mapping[str, str]) -> str:
    """Alias with its mark: "Mika", "Mika 2"."""
    person = session.people[seat]
    alias_text: TextId = person.alias
    alias = texts.get(alias_text, "")
    return f"{alias} {person.mark}" if person.mark else alias


def tiles(session: Session, texts: Mapping[str, str]) -> tuple[TileView, ...]:
    state, template = state_of(session), session.template
    if state is None or template is None or state.finished or session.phase == "ended":
        return ()

    def tile(room: Room) -> TileView:
        steps = cut_steps(template, room.formed)
        phase = _phase(state, room, steps)
        return TileView(
            number=room.number,
            people=tuple(name_of(session, seat, texts) for seat in room.seats),
            step=steps[room.step].do if phase == "running" else "",
            clock=clock(session, _ends_at(phase, room)),
            state=phase,
            turn=steps[room.step].turn + 1 if phase == "running" else 0,
            turns=steps[-1].turn + 1,
        )

    return tuple(tile(room) for room in state.rooms)


def shared_view(template: StageTemplate, state: RoomsState) -> RoomsView:
    rounds = rounds_of_rooms(template)
    phase: Literal["before", "formed", "running", "finished"] = (
        "finished" if state.finished else "running" if state.started else "formed" if state.round else "before"
    )
    deck = deck_of(template, state)
    return RoomsView(round=state.round, rounds=rounds, state=phase, roles=template.roles, deck="" if deck is None else deck.title)


def decks(session: Session) -> tuple[DeckView, ...]:
    """What a facilitator may choose from until the rooms start, the chosen one first."""
    state, template = state_of(session), session.template
    if state is None or template is None or state.started or state.finished or session.phase != "open":
        return ()
    chosen = deck_of(template, state)
    ordered = sorted(template.decks, key=lambda deck: deck is not chosen)
    return tuple(DeckView(id=deck.id, title=deck.title, brief=deck.brief) for deck in ordered)
