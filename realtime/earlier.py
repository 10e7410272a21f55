"""Who has met whom in earlier sessions, and who would rather not be in a room with whom: told in the seats of this session.

Both stand in SQL under ids that are no seats: pseudonyms of a programme, and wishes that only the deployment secret opens.
"""

from collections.abc import Mapping

from msgspec import Struct

from realtime.secrets import Secrets
from workshop.domain.deciding import Apart
from workshop.domain.matching import pair
from workshop.domain.session import Session
from workshop.domain.words import SeatId, SessionId
from workshop.records.programmes import History


class Earlier(Struct, frozen=True):
    apart: Apart = frozenset()
    """(asker, other)."""
    met: Mapping[tuple[SeatId, SeatId], int] = {}
    """Pairs, smaller id first, and in how many rooms of earlier sessions they were together."""

    def __repr__(self) -> str:
        return "<Earlier>"


def scope_of(session_id: SessionId, history: History) -> str:
    """What a wish to be apart holds for: the programme, else this session."""
    return history.programme_id or session_id


def identity(seat: SeatId, history: History) -> str:
    """Under which a person is known in that scope. Somebody without a phone has no pseudonym, and their seat stands for them."""
    return history.pseudonyms.get(seat) or seat


def earlier(session: Session, history: History, secrets: Secrets, coming: SeatId | None = None) -> Earlier:
    """A seat that goes on as another is that one. `coming`: of somebody who is just being let in."""
    seats: dict[str, SeatId] = {}
    for seat in (*session.people, *(() if coming is None else (coming,))):
        seats.setdefault(identity(seat, history), session.seat_of(seat))
    scope = scope_of(session.settings.id, history)
    wishes = (secrets.open_apart(scope, sealed) for sealed in history.sealed)
    here = [(seats[wish[0]], seats[wish[1]]) for wish in wishes if wish is not None and wish[0] in seats and wish[1] in seats]
    met: dict[tuple[SeatId, SeatId], int] = {}
    for (one, other), times in history.met.items():
        # Two members can turn out to be one person: they did not meet themselves.
        if one in seats and other in seats and seats[one] != seats[other]:
            couple = pair(seats[one], seats[other])
            met[couple] = met.get(couple, 0) + times
    return Earlier(apart=frozenset((asker, other) for asker, other in here if asker != other), met=met)
