"""What a page shows, as the plain words that a transcript is written in. Clocks are left out: they never stand still."""

from collections.abc import Callable, Iterable

from realtime.simulated import Desk, Phone
from tests.transcripts.pictures import asked, in_one_line, picture
from tests.transcripts.reading import Facts
from workshop.domain.parts import (
    AgreeView,
    BoardRoomView,
    CardView,
    CircleView,
    ConsoleView,
    GuideView,
    JournalView,
    NameView,
    PacerView,
    RoomsView,
    ScreenView,
    SharedView,
    TallyView,
    TileView,
    WallView,
)

ASKING = TallyView | WallView | AgreeView | JournalView
Named = Callable[[str], str]
"""A transcript's name for an alias: in a round its place in the drawn order."""


def listed(words: Iterable[str], between: str = ", ") -> str:
    return between.join(words) or "none"


def _card(card: CardView, large: bool) -> str:
    signs = [*(["large"] if large else []), *card.veils]
    signs += [] if card.resonance is None else [f"resonance {card.resonance}"]
    return in_one_line(card.text) + (f" [{', '.join(signs)}]" if signs else "")


def _circle(body: CircleView, named: Named) -> str:
    def name(of: NameView | None) -> str:
        return "nobody" if of is None else named(of.alias)

    if body.mode == "open":
        return {"before": "open talk, not begun", "running": "open talk", "finished": "open talk, over"}[body.state]
    if body.mode == "fishbowl":
        return _fishbowl(body)
    if body.state == "before":
        return "not started"
    if body.state == "finished":
        return f"the round is over, {body.done} had a turn"
    return f"{body.done} of {body.of} had a turn, {name(body.now)} speaks, then {name(body.next)}"


def _fishbowl(body: CircleView) -> str:
    if body.state == "finished":
        return f"{body.chairs} chairs, over"
    names = [one.alias for one in body.inside]
    inside = (
        " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) + " inside" if names else "nobody inside"
    )
    asking = f"{body.asking} ask{'s' if body.asking == 1 else ''}, {body.next.alias} first" if body.next else "nobody asks"
    return f"{body.chairs} chairs, {'not begun' if body.state == 'before' else inside}, {asking}"


def _agree(body: AgreeView) -> str:
    questioned = [str(number) for number, line in enumerate(body.lines, start=1) if line.question]
    kept = sum(line.kept for line in body.lines)
    told = all(line.support is not None for line in body.lines)
    return ", ".join(
        (
            f"{len(body.lines)} lines",
            f"a question about line {' and '.join(questioned)}" if questioned else "no question",
            f"{kept or 'none'} kept",
            "support " + (" ".join(str(line.support) for line in body.lines) if told else "not shown"),
        )
    )


def _rooms(body: RoomsView) -> str:
    where = f"round {body.round or 1} of {body.rounds}"
    told = {"before": f"before {where}", "finished": f"over after {where}"}.get(body.state, f"{where}, {body.state}")
    return told + (f", scenes: {body.deck}" if body.deck else "")


def _pacer(pacer: PacerView) -> str:
    begun = "not begun" if pacer.began is None else "begun"
    return f"in {pacer.breathe_in} s, out {pacer.breathe_out} s, {pacer.cycles} breaths, {begun}"


def _wall(body: WallView) -> str:
    if body.deals:
        return f"{len(body.standing) or 'none'} to deal"
    return " / ".join(sorted(_card(card, card.id == body.featured) for card in body.cards)) or "no cards"


def _shows(body: object, named: Named) -> str:
    match body:
        case GuideView(pacer=PacerView() as pacer):
            return _pacer(pacer)
        case JournalView():
            return "a page of one's own"
        case GuideView():
            return f"step {body.step + 1} of {body.of}: {body.steps[-1]}"
        case TallyView():
            return picture(body.picture, "no picture")
        case WallView():
            return _wall(body)
        case RoomsView():
            return _rooms(body)
        case CircleView():
            return _circle(body, named)
        case AgreeView():
            return _agree(body)
    raise AssertionError(body)


def everybody(shared: SharedView, named: Named) -> Facts:
    stage, activity = shared.stage, shared.activity
    given = stage.body.input if stage is not None and isinstance(stage.body, ASKING) else None
    outcome = "" if stage is None or stage.outcome in ("open", "done") else f", {stage.outcome}"
    return {
        "stage": shared.phase if stage is None else f"{stage.kind} {stage.phase}{outcome}",
        "activity": "none" if activity is None else f"{activity.number} of {activity.of} {activity.title}",
        "asks": "nothing" if stage is None else asked(stage.prompt, given, own_page=stage.kind == "journal"),
        "shows": "nothing" if stage is None else _shows(stage.body, named),
        "people": str(shared.people),
        "kept": str(len(shared.agreements)),
        "calm": "yes" if shared.calm else "no",
        "note": shared.note or "none",
    }


def own(phone: Phone) -> Facts:
    """What this phone shows besides, for its person alone."""
    seat = phone.seat
    assert seat is not None
    notes = [note for found in phone.read_notes().values() for note in found]
    return {
        "me": seat.state,
        "turn": seat.turn or "none",
        "care": "none" if seat.care is None else seat.care.outcome or "open",
        "room": "none" if phone.room is None else phone.room.state,
        "included": str(len(phone.included)),
        "left out": str(len(phone.left_out)),
        "returned": listed(notes) if notes else "nothing",
    }


def _tiles(tiles: Iterable[TileView | BoardRoomView]) -> str:
    found = list(tiles)
    sizes = ", ".join(map(str, sorted(len(tile.people) for tile in found)))
    return f"{sizes} {' or '.join(sorted({tile.state for tile in found}))}" if found else "none"


def _next(desk: ConsoleView) -> str:
    ahead = desk.next
    words = [ahead.does, *([str(ahead.count)] if ahead.count else []), *([ahead.title] if ahead.title else [])]
    return " ".join(words) + (f", {ahead.waiting} waiting" if ahead.waiting else "")


def _lines(desk: ConsoleView) -> str:
    proposed = [f"proposed: {line.text}" for line in desk.lines if line.state == "proposed"]
    states = [line.state for line in desk.lines if line.state != "proposed"]
    return listed([*(f"{states.count(state)} {state}" for state in dict.fromkeys(states)), *proposed])


def _plan(desk: ConsoleView) -> str:
    states = [item.state for item in desk.plan]
    if "now" in states:
        return f"now {states.index('now') + 1} of {len(states)}"
    return "over" if set(states) == {"done"} else "ahead"


def _queue(desk: ConsoleView) -> str:
    def one(text: str, signs: list[str]) -> str:
        return f"{text} [{', '.join(signs)}]"

    cards = (
        one(in_one_line(card.text), [card.state, *([card.veil] if card.veil else []), *(["late"] if card.late else [])])
        for card in desk.queue
    )
    return listed(sorted(cards), " / ")


def console(page: Desk) -> Facts:
    desk = page.desk
    assert desk is not None
    return {
        "next": _next(desk),
        "answered": f"{desk.answered} of {desk.staying}",
        "resting": str(desk.resting),
        "picture": picture(desk.picture, "none"),
        "queue": _queue(desk),
        "lines": _lines(desk),
        "care": listed(f"{care.alias} {care.outcome or 'open'}" for care in desk.care),
        "rooms": _tiles(() if desk.board is None else desk.board.rooms),
        "plan": _plan(desk),
        "short": "none" if desk.short_by is None else str(desk.short_by),
        "people": listed(person.alias + (" left" if person.state == "left" else "") for person in desk.people),
    }


def screen(page: Desk) -> Facts:
    view: ScreenView | None = page.screen
    assert view is not None
    return {"answered": f"{view.answered} of {view.staying}", "rooms": _tiles(view.rooms)}
