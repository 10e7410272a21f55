"""The few JSON doors beside the socket: look at a code, join, trade a link's secret for a ticket, a QR picture, health.

Every answer is JSON with `error` naming what is wrong; the pages have the sentence. No answer differs by whether a code exists
before the limiter was asked, and no path that leads to a person's words is logged with an address.
"""

import io
import logging
from typing import Annotated, Literal

import segno
from msgspec import Meta, Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime.cards import Cards
from realtime.desk_shapes import CardRequest
from realtime.hub import Hub
from realtime.json_doors import answered, body_of, own_address, problem
from realtime.limits import Limiter
from realtime.opening import help_of
from realtime.prepared import join_id, new_member_id, new_seat_id, new_text_id
from realtime.proof import is_key, key_hash, tidy_code
from realtime.room import SYSTEM, Room
from realtime.secrets import hash_secret
from workshop.domain.commands import Join
from workshop.domain.refusals import RefusalCode
from workshop.domain.writing import alias_problem, normalized
from workshop.records.errors import ProgrammeGone, RecordsError
from workshop.records.links import find_link
from workshop.records.programmes import member_at
from workshop.records.reading import seat_by_key
from workshop.records.sessions import SessionRow

log = logging.getLogger("holdspace.http")

MOST_CARD = 16_384
"""Bytes of the body that changes a card: padded to one length for all cards of a stage."""
MOST_BODY = 4096
"""Bytes of a JSON body; none of ours comes near."""
HTTP_PROBLEM = Literal[
    "no_session", "too_many_tries", "link_ended", "not_understood", "foreign_page", "not_open_yet", "unknown_place"
]
DoorState = Literal["scheduled", "cancelled", "open", "locked", "full", "ended"]


class DoorBody(Struct, frozen=True, forbid_unknown_fields=True):
    code: str


class JoinBody(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    alias: str
    key: str
    place: Annotated[str, Meta(pattern=r"^([0-9a-f]{32})?\Z")] = ""
    """What the phone's four words lead to; empty: none."""
    known: bool = False
    """Somebody says that the programme knows this place, and does not only bring a new one."""

    def __repr__(self) -> str:
        return "<JoinBody>"


class TicketBody(Struct, frozen=True, forbid_unknown_fields=True):
    secret: str

    def __repr__(self) -> str:
        return "<TicketBody>"


class _Visit(Struct, frozen=True):
    """A phone's place in a programme, and the alias of whoever is known to have it; both may be empty."""

    place_hash: str = ""
    alias: str = ""
    unknown: bool = False
    """Nobody has that place."""

    def __repr__(self) -> str:
        return "<_Visit>"


def _problem(code: HTTP_PROBLEM | RefusalCode, status: int) -> Response:
    return problem(code, status)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


class Doors:
    def __init__(self, hub: Hub, limiter: Limiter) -> None:
        self._hub, self._limiter = hub, limiter
        self._settings = hub.tools.settings
        self._cards = Cards(hub)

    def routes(self) -> list[Route]:
        return [
            Route("/api/door", self.door, methods=["POST"]),
            Route("/api/join", self.join, methods=["POST"]),
            Route("/api/ticket", self.ticket, methods=["POST"]),
            Route("/api/card", self.card, methods=["POST"]),
            Route("/qr/{code}.svg", self.qr),
            Route("/health", self.health),
        ]

    async def door(self, request: Request) -> Response:
        """What a person may know before joining: the title and the terms of this session, and whether its door is open."""
        body = await body_of(request, DoorBody, self._settings, MOST_BODY)
        if isinstance(body, Response):
            return body
        found = await self._found(request, body.code)
        if isinstance(found, Response):
            return found
        row = found.row if isinstance(found, Room) else found
        return answered(
            {
                "title": row.plan.title,
                "practice": row.settings.practice,
                "floor": row.settings.floor,
                "presence": row.settings.presence,
                "approval": row.settings.approval,
                "starts_ms": row.starts_ms,
                "help": help_of(row),
                "retention_days": row.retention_days,
                "state": _door_state(found),
                "programme": _programme(row),
            }
        )

    async def join(self, request: Request) -> Response:
        """A seat for this key, once: the same key again is the same seat."""
        body = await body_of(request, JoinBody, self._settings, MOST_BODY)
        if isinstance(body, Response):
            return body
        if not is_key(body.key):
            return _problem("not_understood", 422)
        room = await self._found(request, body.code)
        if isinstance(room, Response):
            return room
        if not isinstance(room, Room):
            return _problem("not_open_yet", 409) if room.state == "scheduled" else _problem("session_ended", 410)
        if room.ended:
            return _problem("session_ended", 410)
        hashed = key_hash(body.key)
        try:
            if await seat_by_key(self._hub.tools.database, room.id, hashed) is not None:
                return answered({})
        except RecordsError:
            return _problem("busy", 503)
        visit = await self._visit(request, room, body)
        if isinstance(visit, Response):
            return visit
        alias = normalized(body.alias or visit.alias)
        wrong = alias_problem(alias)
        if wrong is not None:
            self._guessed(request, visit)
            return _problem(wrong, 422)
        seat, text = new_seat_id(), new_text_id()
        member = new_member_id() if visit.place_hash else ""
        wish = Join(
            seat=seat, key_hash=hashed, alias=alias, alias_text=text, mark=0, pseudonym=member, place_hash=visit.place_hash
        )
        refusal = await room.wish(join_id(hashed), wish, SYSTEM)
        if refusal is None:
            return answered({})
        self._guessed(request, visit)
        return _problem(refusal.code, 409 if refusal.code != "busy" else 503)

    def _guessed(self, request: Request, visit: _Visit) -> None:
        """A place that nobody has, named without coming in: trying one after the other would cost nothing else."""
        if visit.unknown:
            self._limiter.failed(_address(request), self._hub.tools.wall.now())

    async def _visit(self, request: Request, room: Room, body: JoinBody) -> _Visit | Response:
        """Where this phone belongs in the session's programme. Whoever names a place that nobody has may be guessing."""
        programme, tools = room.row.programme_id, self._hub.tools
        if programme is None or not body.place or room.row.settings.practice:
            return _Visit()
        hashed = tools.secrets.place_hash(programme, body.place)
        try:
            member = await member_at(tools.database, room.id, hashed)
        except ProgrammeGone:
            return _Visit()
        except RecordsError:
            return _problem("busy", 503)
        if member is None and body.known:
            self._limiter.failed(_address(request), tools.wall.now())
            return _problem("unknown_place", 404)
        return _Visit(hashed, "" if member is None else member.alias, unknown=member is None)

    async def ticket(self, request: Request) -> Response:
        """A console's or screen's link for one ticket: 30 s, one socket."""
        body = await body_of(request, TicketBody, self._settings, MOST_BODY)
        if isinstance(body, Response):
            return body
        now = self._hub.tools.wall.now()
        try:
            # Not limited: 128 random bits are not guessed, and somebody's wrong codes must not keep a facilitator out.
            hashed = hash_secret(body.secret)
            link = await find_link(self._hub.tools.database, hashed)
        except RecordsError:
            return _problem("busy", 503)
        if link is None:
            return _problem("link_ended", 404)
        expires = now + self._settings.ticket_life
        return answered({"ticket": self._hub.tools.secrets.issue_ticket(link.session_id, link.role, hashed, expires)})

    async def card(self, request: Request) -> Response:
        """An author's own card: taken back, or in other words. Nobody is asked who they are, and no answer says whether it was there."""
        body = await body_of(request, CardRequest, self._settings, MOST_CARD)
        if isinstance(body, Response):
            return body
        try:
            refused = await self._cards.change(body)
        except RecordsError:
            return _problem("busy", 503)
        if refused is None:
            return answered({})
        return _problem(refused, {"busy": 503, "session_ended": 410, "too_many_tries": 429}.get(refused, 422))

    async def qr(self, request: Request) -> Response:
        """The join link as a picture: black on white with four modules of quiet in every theme."""
        code = tidy_code(request.path_params["code"])
        base = own_address(request, self._settings)
        picture = io.BytesIO()
        segno.make(f"{base}/{code}", error="m", micro=False).save(
            picture, kind="svg", border=4, dark="#000", light="#fff", scale=4
        )
        return Response(picture.getvalue(), media_type="image/svg+xml")

    async def health(self, request: Request) -> Response:
        """Whether this node reaches SQL and hears Redis. Without Redis it still serves everybody on this node."""
        try:
            await self._hub.tools.database.reach()
        except RecordsError:
            return answered({"database": False, "bus": self._hub.tools.bus.hears}, 503)
        return answered({"database": True, "bus": self._hub.tools.bus.hears})

    async def _found(self, request: Request, code: str) -> Room | SessionRow | Response:
        """The session of this code; its row alone where it is not open and nobody can be in it."""
        address, now = _address(request), self._hub.tools.wall.now()
        if not self._limiter.allowed(address, now):
            return _problem("too_many_tries", 429)
        try:
            found = await self._hub.found(tidy_code(code))
        except RecordsError:
            return _problem("busy", 503)
        if found is None:
            self._limiter.failed(address, now)
            return _problem("no_session", 404)
        return found


def _programme(row: SessionRow) -> dict[str, str | int] | None:
    place = row.plan.programme
    # Practice leaves nothing in the programme, so a phone is asked for no place in it.
    return None if place is None or row.settings.practice else {"title": place.title, "number": place.number, "of": place.of}


def _door_state(found: Room | SessionRow) -> DoorState:
    if not isinstance(found, Room):
        return "scheduled" if found.state == "scheduled" else "cancelled"
    if found.ended:
        return "ended"
    if found.session.locked:
        return "locked"
    return "full" if found.session.staying() >= found.session.settings.capacity else "open"
