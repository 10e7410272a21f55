"""Who of a programme is here: for whoever leads, who recognises somebody that has lost their key.

The console's link proves it. A member is an id and an alias; nothing here says what a seat did.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime.desk_shapes import MembersPage, ProgrammeMemberView, RecogniseMember
from realtime.hub import Hub
from realtime.json_doors import answered, bearer_secret, body_of, may_read, problem
from realtime.room import Room
from realtime.secrets import hash_secret
from workshop.domain.words import SeatId, SessionId
from workshop.records.errors import MemberElsewhere, RecordsError, UnknownMember
from workshop.records.links import find_link
from workshop.records.programmes import members, recognise

MOST_MEMBER_BODY = 1024
"""Bytes: two ids."""


class MemberDoors:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._database, self._settings = hub.tools.database, hub.tools.settings

    def routes(self) -> list[Route]:
        return [
            Route("/api/members", self.page),
            Route("/api/members/recognise", self.recognise, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        if not may_read(request, self._settings):
            return problem("foreign_page", 403)

        async def shown(session_id: SessionId) -> Response:
            found = await members(self._database, session_id)
            views = (ProgrammeMemberView(id=one.id, alias=one.alias, here=one.here) for one in found)
            return answered(MembersPage(members=tuple(views)))

        return await self._led(request, shown)

    async def recognise(self, request: Request) -> Response:
        """The phone of a seat is that member from now on, and brings them back next time."""
        body = await body_of(request, RecogniseMember, self._settings, MOST_MEMBER_BODY)
        if isinstance(body, Response):
            return body

        async def known(session_id: SessionId) -> Response:
            seat, room = SeatId(body.seat), await self._hub.room(session_id)
            reseal = self._hub.tools.secrets.reseal_apart
            await recognise(self._database, session_id, seat, body.member, reseal, _of_same(room, seat))
            return answered({})

        return await self._led(request, known)

    async def _led(self, request: Request, do: Callable[[SessionId], Awaitable[Response]]) -> Response:
        try:
            link = await find_link(self._database, hash_secret(bearer_secret(request)))
            if link is None or link.role != "facilitator":
                return problem("link_ended", 401)
            return await do(link.session_id)
        except UnknownMember:
            return problem("unknown_member", 404)
        except MemberElsewhere:
            return problem("wrong_state", 409)
        except RecordsError:
            return problem("busy", 503)


def _of_same(room: Room | None, seat: SeatId) -> frozenset[SeatId]:
    """The seats of the person whose phone this is: those that facilitators merged."""
    if room is None:
        return frozenset()
    session = room.session
    return frozenset(one for one in session.people if session.seat_of(one) == session.seat_of(seat))
