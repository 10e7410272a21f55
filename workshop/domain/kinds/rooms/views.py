"""What a breakout looks like: to its own people, on the shared screen, and on the facilitators' board. Never what is said in it."""

from collections.abc import Collection, Mapping
from typing import Literal

from workshop.domain.clocks import clock
from workshop.domain.kind_states import Room, RoomsState
from workshop.domain.kinds.rooms.scenes import deck_of
from workshop.domain.kinds.rooms.state import (
    bound_pairs,
    choice_of,
    last_round,
    observers,
    room_of,
    state_of,
    steps_of,
    takers,
    takers_there,
    unplaced,
)
from workshop.domain.kinds.rooms.steps import CutStep, role_at, rounds_of_rooms
from workshop.domain.parts import (
    BoardRoomView,
    BoardView,
    BoundView,
    Clock,
    DeckView,
    MemberView,
    PlacedView,
    RoomStepView,
    RoomsView,
    RoomView,
    TileView,
)
from workshop.domain.plan import StageTemplate
from workshop.domain.session import Session
from workshop.domain.words import OBSERVER, SeatId, TextId

RoomPhase = Literal["formed", "gathering", "running", "finished"]
Seats = Collection[SeatId]


def _phase(room: Room, steps: tuple[CutStep, ...]) -> RoomPhase:
    if room.step >= len(steps):
        return "finished"
    if room.step >= 0:
        return "running"
    return "formed" if room.waits else "gathering"


def _clock(session: Session, state: RoomsState, room: Room, phase: RoomPhase) -> Clock:
    """Of the step, or until an announced room can begin; of a room that stands still how much was left."""
    if phase == "formed":
        return clock(session, state.announced)
    if phase == "finished":
        return clock(session, None)
    if room.paused_at is not None:
        return Clock(ends_at=None, left=max(0, room.ends_at - room.paused_at))
    return clock(session, room.ends_at)


def role_of(room: Room, seat: SeatId, step: CutStep) -> str | None:
    """Whoever watches is the observer in every turn."""
    return OBSERVER if seat in room.watching else role_at(step, room.places.index(seat))


def _now(room: Room, steps: tuple[CutStep, ...]) -> CutStep:
    return steps[min(max(room.step, 0), len(steps) - 1)]


def _speakers(state: RoomsState, step: CutStep, room: Room) -> tuple[int, ...]:
    """The places whose step it is and where somebody is. With nobody there the step is everybody's: its time is not lost."""
    watching = tuple(place for place, seat in enumerate(room.places) if seat in room.watching)
    places = watching if step.watchers else step.places
    return tuple(
        place
        for place in places
        if place < len(room.places) and (seat := room.places[place]) is not None and seat not in state.away
    )


def _link(session: Session, room: Room) -> str | None:
    """Where the room meets: the organization's own service, under a name that nobody guesses."""
    template = session.settings.meeting_link
    if session.settings.presence != "apart" or not template or not room.door:
        return None
    return template.replace("{room}", room.door)


def room_view(session: Session, room: Room, texts: Mapping[str, str], quiet: Seats = ()) -> RoomView:
    """`quiet`: of whose phones there was no sign for a while; it is said only where people are apart."""
    state = state_of(session)
    assert state is not None
    steps = steps_of(session, room)
    phase, now = _phase(room, steps), _now(room, steps)
    apart = session.settings.presence == "apart"
    members = tuple(
        MemberView(
            place=place,
            alias=texts.get(session.people[seat].alias, ""),
            mark=session.people[seat].mark,
            role=role_of(room, seat, now),
            watching=seat in room.watching,
            away=seat in state.away,
            quiet=apart and seat in quiet,
        )
        for place, seat in enumerate(room.places)
        if seat is not None
    )
    return RoomView(
        id=room.id,
        number=room.number,
        state=phase,
        members=members,
        steps=tuple(
            RoomStepView(do=step.do, seconds=round(step.length / 1000), places=_speakers(state, step, room)) for step in steps
        ),
        step=room.step,
        clock=_clock(session, state, room, phase),
        paused=room.paused_at is not None,
        called=room.called,
        knock=room.knock,
        ending=room.ending and phase != "finished",
        last=last_round(session),
        note=None if room.note is None else texts.get(room.note),
        link=_link(session, room),
    )


def name_of(session: Session, seat: SeatId, texts: Mapping[str, str]) -> str:
    """Alias with its mark: "Mika", "Mika 2"."""
    person = session.people[seat]
    alias_text: TextId = person.alias
    alias = texts.get(alias_text, "")
    return f"{alias} {person.mark}" if person.mark else alias


def tiles(session: Session, texts: Mapping[str, str]) -> tuple[TileView, ...]:
    """For the shared screen: nothing of what is only proposed."""
    state = state_of(session)
    if state is None or not state.shown or state.finished or session.phase == "ended":
        return ()

    def tile(room: Room) -> TileView:
        steps = steps_of(session, room)
        phase = _phase(room, steps)
        return TileView(
            number=room.number,
            people=tuple(name_of(session, seat, texts) for seat in room.seats),
            step=steps[room.step].do if phase == "running" else "",
            clock=_clock(session, state, room, phase),
            state=phase,
            ending=room.ending and phase != "finished",
            turn=steps[room.step].turn + 1 if phase == "running" else 0,
            turns=steps[-1].turn + 1,
        )

    return tuple(tile(room) for room in state.rooms)


def _phase_of_all(state: RoomsState) -> Literal["before", "proposed", "announced", "running", "finished"]:
    if state.finished:
        return "finished"
    if state.started:
        return "running"
    if state.announced is not None:
        return "announced"
    return "proposed" if state.round else "before"


def board(session: Session, texts: Mapping[str, str], asleep: Seats, stood: bool) -> BoardView | None:
    """`stood`: whether rooms stood earlier in this session."""
    state, template = state_of(session), session.template
    if state is None or template is None or session.phase == "ended":
        return None

    def placed(seat: SeatId, role: str | None = None, *, watching: bool = False) -> PlacedView:
        away = seat in state.away
        name = name_of(session, seat, texts)
        return PlacedView(seat=seat, name=name, role=role, watching=watching, away=away, asleep=seat in asleep)

    def on_board(room: Room) -> BoardRoomView:
        steps = steps_of(session, room)
        phase, now = _phase(room, steps), _now(room, steps)
        return BoardRoomView(
            id=room.id,
            number=room.number,
            people=tuple(placed(seat, role_of(room, seat, now), watching=seat in room.watching) for seat in room.seats),
            state=phase,
            step=now.do if phase == "running" else "",
            turn=now.turn + 1 if phase == "running" else 0,
            turns=steps[-1].turn + 1,
            clock=_clock(session, state, room, phase),
            paused=room.paused_at is not None,
            called=room.called,
            knock=room.knock,
            ending=room.ending and phase != "finished",
            locked=room.locked,
            alone=len(takers_there(state, room)) < 2 and phase != "finished",
            note=None if room.note is None else texts.get(room.note),
            link=_link(session, room),
        )

    here = session.here()
    missed = tuple(seat for seat in here if seat in state.away and room_of(session, seat) is None)
    return BoardView(
        state=_phase_of_all(state),
        round=state.round,
        rounds=rounds_of_rooms(template),
        taking_part=len(takers(session)),
        observing=len(observers(session)),
        sitting_out=sum(choice_of(session, seat) == "sit_out" for seat in here),
        rooms=() if state.finished else tuple(on_board(room) for room in state.rooms),
        loose=() if state.finished or not state.rooms else tuple(placed(seat) for seat in (*unplaced(session), *missed)),
        bound=(
            *(BoundView(one=one, other=other, how="together") for one, other in bound_pairs(session, "together")),
            *(BoundView(one=one, other=other, how="apart") for one, other in bound_pairs(session, "apart")),
        ),
        ending=state.ending,
        before=stood,
        none=state.none,
    )


def shared_view(template: StageTemplate, state: RoomsState) -> RoomsView:
    phase: Literal["before", "formed", "running", "finished"] = (
        "finished" if state.finished else "running" if state.started else "formed" if state.shown else "before"
    )
    deck = deck_of(template, state)
    shown = state.round if state.shown else 0
    return RoomsView(
        round=shown,
        rounds=rounds_of_rooms(template),
        state=phase,
        roles=template.roles,
        deck="" if deck is None else deck.title,
    )


def decks(session: Session) -> tuple[DeckView, ...]:
    """What a facilitator may choose from until the rooms start, the chosen one first."""
    state, template = state_of(session), session.template
    if state is None or template is None or state.started or state.finished or session.phase != "open":
        return ()
    chosen = deck_of(template, state)
    ordered = sorted(template.decks, key=lambda deck: deck is not chosen)
    return tuple(DeckView(id=deck.id, title=deck.title, brief=deck.brief) for deck in ordered)
