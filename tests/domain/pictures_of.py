"""Every part of a session at one moment, as bytes: what the tests compare and search."""

from collections.abc import Mapping

import msgspec

from workshop.domain import views
from workshop.domain.kinds.rooms import state as room_state
from workshop.domain.session import Session
from workshop.domain.words import PartScope

Part = tuple[PartScope, str]
Parts = dict[Part, bytes]


def parts_of(session: Session, texts: Mapping[str, str], signs: views.Signs | None = None) -> Parts:
    """All that anybody can be shown now, by (scope, id). A room that is no longer there has no part."""
    signs = views.Signs() if signs is None else signs
    found: dict[Part, object] = {
        ("shared", ""): views.shared(session, texts),
        ("receipts", ""): views.receipts(session),
        ("notes", ""): views.notes(session, texts),
        ("console", ""): views.console(session, texts, signs),
        ("screen", ""): views.screen(session, texts, signs),
    }
    found |= {("seat", seat): views.seat(session, seat, texts) for seat in session.people}
    state = room_state.state_of(session)
    for room in state.rooms if state is not None else ():
        view = views.room(session, room.id, texts)
        if view is not None:
            found["rooms", room.id] = view
    return {part: msgspec.json.encode(view) for part, view in found.items()}


def changed(before: Parts, after: Parts) -> set[Part]:
    """Parts that are new or other than before. One that vanished is not sent: who saw it is told by the seat."""
    return {part for part, picture in after.items() if before.get(part) != picture}


def vanished(before: Parts, after: Parts) -> set[Part]:
    return before.keys() - after.keys()
