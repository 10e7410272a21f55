"""The desk's doors to programmes: a series of the library that a group goes through, and its sessions one after the other."""

import asyncio
from collections.abc import Iterable
from secrets import token_hex
from urllib.parse import urlsplit

from msgspec import Struct, structs
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime import desk_shapes as d
from realtime.desk_access import DeskAccess
from realtime.json_doors import answered, problem
from realtime.opening import Terms, make_session
from realtime.tools import Tools
from workshop.domain.plan import Plan
from workshop.domain.words import PRACTICE_FLOOR
from workshop.domain.writing import normalized, text_problem, unreadable
from workshop.library.errors import UnknownTemplate
from workshop.library.loader import load_programme, load_programme_session
from workshop.library.offers import ProgrammeOffer
from workshop.records.erasure import erase_programme
from workshop.records.programmes import ProgrammeRow, create_programme, programme_by_id, programmes_of
from workshop.records.sessions import OrganizationRow, SessionRow, set_meeting_link

LONGEST_TITLE = 80
LONGEST_MEETING_LINK = 300
ROOM = "{room}"
"""What stands in a meeting link for the name of the room."""
NEVER_IN_A_LINK = frozenset(' "<>\\^`{|}')


class _Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """`{}`"""


class DeskProgrammes:
    def __init__(self, tools: Tools, access: DeskAccess) -> None:
        self._database, self._wall, self._access = tools.database, tools.wall, access

    def routes(self) -> list[Route]:
        one, changing = "/api/desk/programmes/{id}", self._access.changing
        return [
            Route("/api/desk/meeting", changing(d.SaveMeetingLink, self._meeting), methods=["POST"]),
            Route("/api/desk/programmes", changing(d.CreateProgramme, self._create), methods=["POST"]),
            Route(f"{one}/sessions", changing(d.CreateProgrammeSession, self._session), methods=["POST"]),
            Route(f"{one}/erase", changing(_Nothing, self._erase), methods=["POST"]),
        ]

    async def rows(
        self, organization: OrganizationRow, sessions: Iterable[SessionRow], offers: Iterable[ProgrammeOffer]
    ) -> tuple[d.ProgrammeRowView, ...]:
        """`sessions`: all of this organization, the newest first. A programme whose series this version has no more is not shown."""
        known, found = {offer.id: offer for offer in offers}, tuple(sessions)
        rows = await programmes_of(self._database, organization.id)
        return tuple(programme_view(row, known[row.template], found) for row in rows if row.template in known)

    async def _meeting(self, _request: Request, organization: OrganizationRow, body: d.SaveMeetingLink) -> Response:
        link = body.link.strip()
        if not is_meeting_link(link):
            return problem("meeting_link_wrong", 422)
        await set_meeting_link(self._database, organization.id, link)
        return answered({})

    async def _create(self, _request: Request, organization: OrganizationRow, body: d.CreateProgramme) -> Response:
        title = normalized(body.title)
        if text_problem(title, LONGEST_TITLE, lines=False) is not None:
            return problem("not_understood", 422)
        try:
            offer = await asyncio.to_thread(load_programme, body.offer)
        except UnknownTemplate:
            return problem("unknown_programme", 404)
        programme_id, now = token_hex(16), self._wall.now()
        await create_programme(self._database, organization.id, programme_id, title, offer.id, now)
        made = await programme_by_id(self._database, organization.id, programme_id)
        return _unknown() if made is None else answered(programme_view(made, offer, ()))

    async def _session(self, request: Request, organization: OrganizationRow, body: d.CreateProgrammeSession) -> Response:
        row = await programme_by_id(self._database, organization.id, request.path_params["id"])
        if row is None:
            return _unknown()
        try:
            plan = await asyncio.to_thread(load_programme_session, row.template, body.number)
        except UnknownTemplate:
            return _unknown()
        terms = Terms(
            practice=body.practice,
            presence=body.presence,
            floor=PRACTICE_FLOOR if body.practice else body.floor,
            approval=body.approval,
            scheduled=body.starts_ms is not None,
            starts_ms=body.starts_ms,
            retention_days=body.retention_days,
        )
        made = await make_session(
            self._database,
            named(plan, row.title),
            self._wall.now(),
            organization.id,
            terms,
            programme=(row.id, body.number),
        )
        return answered(await self._access.made(made))

    async def _erase(self, request: Request, organization: OrganizationRow, _body: _Nothing) -> Response:
        row = await programme_by_id(self._database, organization.id, request.path_params["id"])
        if row is None:
            return _unknown()
        await erase_programme(self._database, row.id)
        return answered({})


def named(plan: Plan, title: str) -> Plan:
    """The plan of a session as one of the programme that its organization calls so."""
    assert plan.programme is not None
    return structs.replace(plan, programme=structs.replace(plan.programme, title=title))


def programme_view(row: ProgrammeRow, offer: ProgrammeOffer, sessions: tuple[SessionRow, ...]) -> d.ProgrammeRowView:
    """`sessions`: the newest first, also of other programmes. Practice does not stand for a session that is still to come."""
    newest: dict[int | None, SessionRow] = {}
    for one in sessions:
        if one.programme_id == row.id and one.state != "cancelled" and not one.settings.practice:
            newest.setdefault(one.programme_number, one)

    def view(number: int, title: str, until: str) -> d.ProgrammeSessionView:
        found = newest.get(number)
        return d.ProgrammeSessionView(
            number=number,
            title=title,
            session=None if found is None else found.settings.id,
            state=None if found is None else found.state,
            until=until,
        )

    return d.ProgrammeRowView(
        id=row.id,
        title=row.title,
        offer=row.template,
        created_ms=row.created_ms,
        people=row.people,
        lines=row.lines,
        sessions=tuple(view(one.number, one.title, one.until) for one in offer.sessions),
    )


def is_meeting_link(link: str) -> bool:
    """Empty, or https with `{room}` once after the address of the server."""
    if not link:
        return True
    if len(link) > LONGEST_MEETING_LINK or link.count(ROOM) != 1 or unreadable(link, lines=False):
        return False
    plain = link.replace(ROOM, "room")
    if any(letter in NEVER_IN_A_LINK or letter.isspace() for letter in plain):
        return False
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    # A name before an @ would look like the server to whoever reads the link.
    return parts.scheme == "https" and bool(host) and ROOM not in parts.netloc and "@" not in parts.netloc


def _unknown() -> Response:
    return problem("unknown_programme", 404)
