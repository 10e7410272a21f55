"""The few JSON doors beside the socket: look at a code, join, trade a link's secret for a ticket, a QR picture, health.

Every answer is JSON with `error` naming what is wrong; the pages have the sentence. No answer differs by whether a code exists
before the limiter was asked, and no path that leads to a person's words is logged with an address.
"""

import io
import logging
from secrets import token_hex
from typing import Literal, TypeVar

import msgspec
import segno
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime.decisions import join_id, new_text_id
from realtime.hub import Hub
from realtime.limits import Limiter
from realtime.proof import is_key, key_hash, same_origin, tidy_code
from realtime.room import SYSTEM, Room
from realtime.secrets import hash_secret
from workshop.domain.commands import Join
from workshop.domain.refusals import RefusalCode
from workshop.domain.words import SeatId
from workshop.domain.writing import alias_problem, normalized
from workshop.records.errors import RecordsError
from workshop.records.ledger import seat_by_key
from workshop.records.sessions import find_link

log = logging.getLogger("holdspace.http")
T = TypeVar("T")

MOST_BODY = 4096
"""Bytes of a JSON body; none of ours comes near."""
HTTP_PROBLEM = Literal["no_session", "too_many_tries", "link_ended", "not_understood", "foreign_page"]


class DoorBody(Struct, frozen=True, forbid_unknown_fields=True):
    code: str


class JoinBody(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    alias: str
    key: str

    def __repr__(self) -> str:
        return "<JoinBody>"


class TicketBody(Struct, frozen=True, forbid_unknown_fields=True):
    secret: str

    def __repr__(self) -> str:
        return "<TicketBody>"


def _json(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json", headers={"Cache-Control": "no-store"})


def _problem(code: HTTP_PROBLEM | RefusalCode, status: int) -> Response:
    return _json({"error": code}, status)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


class Doors:
    def __init__(self, hub: Hub, limiter: Limiter) -> None:
        self._hub, self._limiter = hub, limiter
        self._settings = hub.tools.settings

    def routes(self) -> list[Route]:
        return [
            Route("/api/door", self.door, methods=["POST"]),
            Route("/api/join", self.join, methods=["POST"]),
            Route("/api/ticket", self.ticket, methods=["POST"]),
            Route("/qr/{code}.svg", self.qr),
            Route("/health", self.health),
        ]

    async def door(self, request: Request) -> Response:
        """What a person may know before joining: the title and the terms of this session, and whether its door is open."""
        body = await self._body(request, DoorBody)
        if isinstance(body, Response):
            return body
        room = await self._room(request, body.code)
        if isinstance(room, Response):
            return room
        session = room.session
        full = session.staying() >= session.settings.capacity
        state = "ended" if room.ended else "locked" if session.locked else "full" if full else "open"
        return _json(
            {
                "title": session.plan.title,
                "practice": session.settings.practice,
                "floor": session.settings.floor,
                "presence": session.settings.presence,
                "state": state,
            }
        )

    async def join(self, request: Request) -> Response:
        """A seat for this key, once: the same key again is the same seat."""
        body = await self._body(request, JoinBody)
        if isinstance(body, Response):
            return body
        if not is_key(body.key):
            return _problem("not_understood", 422)
        room = await self._room(request, body.code)
        if isinstance(room, Response):
            return room
        if room.ended:
            return _problem("session_ended", 410)
        hashed = key_hash(body.key)
        try:
            if await seat_by_key(self._hub.tools.database, room.id, hashed) is not None:
                return _json({})
        except RecordsError:
            return _problem("busy", 503)
        problem = alias_problem(normalized(body.alias))
        if problem is not None:
            return _problem(problem, 422)
        seat, text = SeatId(token_hex(8)), new_text_id()
        wish = Join(seat=seat, key_hash=hashed, alias=normalized(body.alias), alias_text=text, mark=0)
        refusal = await room.wish(join_id(hashed), wish, SYSTEM)
        return _json({}) if refusal is None else _problem(refusal.code, 409 if refusal.code != "busy" else 503)

    async def ticket(self, request: Request) -> Response:
        """A console's or screen's link for one ticket: 30 s, one socket."""
        body = await self._body(request, TicketBody)
        if isinstance(body, Response):
            return body
        now = self._hub.tools.wall.now()
        try:
            # Not limited: 128 random bits are not guessed, and somebody's wrong codes must not keep a facilitator out.
            link = await find_link(self._hub.tools.database, hash_secret(body.secret))
        except RecordsError:
            return _problem("busy", 503)
        if link is None:
            return _problem("link_ended", 404)
        expires = now + self._settings.ticket_life
        return _json({"ticket": self._hub.tools.secrets.issue_ticket(link.session_id, link.role, expires)})

    async def qr(self, request: Request) -> Response:
        """The join link as a picture: black on white with four modules of quiet in every theme."""
        code = tidy_code(request.path_params["code"])
        base = self._settings.public_url or f"{request.url.scheme}://{request.url.netloc}"
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
            return _json({"database": False, "bus": self._hub.tools.bus.hears}, 503)
        return _json({"database": True, "bus": self._hub.tools.bus.hears})

    async def _body(self, request: Request, kind: type[T]) -> T | Response:
        if not same_origin(request, self._settings):
            return _problem("foreign_page", 403)
        content = b""
        async for piece in request.stream():
            content += piece
            if len(content) > MOST_BODY:
                return _problem("not_understood", 413)
        try:
            return msgspec.json.decode(content, type=kind)
        except (msgspec.ValidationError, msgspec.DecodeError):
            return _problem("not_understood", 422)

    async def _room(self, request: Request, code: str) -> Room | Response:
        address, now = _address(request), self._hub.tools.wall.now()
        if not self._limiter.allowed(address, now):
            return _problem("too_many_tries", 429)
        try:
            room = await self._hub.room_of_code(tidy_code(code))
        except RecordsError:
            return _problem("busy", 503)
        if room is None:
            self._limiter.failed(address, now)
            return _problem("no_session", 404)
        return room
