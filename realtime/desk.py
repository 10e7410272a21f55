"""The organizer's desk: one organization's sessions, its help page, and what the library offers.

Whoever holds the desk's secret acts for its organization. Every id is looked up inside that organization, so a foreign one is
simply unknown. What was said in a session reaches the desk only as its published summary.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from secrets import token_hex

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime import desk_shapes as d
from realtime.desk_access import DeskAccess, row_view, wrong_state
from realtime.desk_offers import Shelf, agenda_offer, exercise_offer, programme_offer, read_shelf, tender_activity
from realtime.desk_programmes import DeskProgrammes
from realtime.hub import Hub
from realtime.json_doors import answered, own_address, problem
from realtime.opening import Terms, make_session, new_links
from realtime.summary_exports import EXPORTS, as_file
from realtime.summary_pages import published_page
from workshop.domain.commands import EndSession
from workshop.domain.deciding import Actor
from workshop.domain.words import PRACTICE_FLOOR, CommandId, SessionId
from workshop.library.errors import UnknownTemplate
from workshop.library.loader import load_plan
from workshop.records.erasure import erase_session
from workshop.records.errors import RecordsError
from workshop.records.sessions import (
    OrganizationRow,
    SessionRow,
    cancel_scheduled,
    open_scheduled,
    session_by_id,
    sessions_of,
    set_help_page,
)
from workshop.records.tender import decide_tender, tender_decisions

FACILITATOR = Actor(role="facilitator")


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """`{}`"""


class DeskDoors:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._database, self._settings = hub.tools.database, hub.tools.settings
        self._access = DeskAccess(hub.tools)
        self._programmes = DeskProgrammes(hub.tools, self._access)
        self._known: Shelf | None = None

    def routes(self) -> list[Route]:
        one = "/api/desk/sessions/{id}"
        return [
            Route("/api/desk", self._access.reading(self._view)),
            Route("/api/desk/help", self._access.changing(d.SaveHelpPage, self._help), methods=["POST"]),
            Route("/api/desk/tender", self._access.changing(d.DecideTender, self._tender), methods=["POST"]),
            Route("/api/desk/sessions", self._access.changing(d.CreateSession, self._create), methods=["POST"]),
            Route(f"{one}/open", self._access.changing(Nothing, self._of_one(self._open)), methods=["POST"]),
            Route(f"{one}/duplicate", self._access.changing(Nothing, self._of_one(self._duplicate)), methods=["POST"]),
            Route(f"{one}/cancel", self._access.changing(Nothing, self._of_one(self._cancel)), methods=["POST"]),
            Route(f"{one}/end", self._access.changing(Nothing, self._of_one(self._end)), methods=["POST"]),
            Route(f"{one}/erase", self._access.changing(Nothing, self._of_one(self._erase)), methods=["POST"]),
            Route(f"{one}/summary", self._access.reading(self._summary)),
            Route(f"{one}/export.{{format}}", self._access.reading(self._export)),
            *self._programmes.routes(),
        ]

    # --- who asks

    def _of_one(
        self, do: Callable[[Request, SessionRow], Awaitable[Response]]
    ) -> Callable[[Request, OrganizationRow, Nothing], Awaitable[Response]]:
        async def endpoint(request: Request, organization: OrganizationRow, _body: Nothing) -> Response:
            row = await self._row(request, organization)
            return _unknown_session() if row is None else await do(request, row)

        return endpoint

    async def _row(self, request: Request, organization: OrganizationRow) -> SessionRow | None:
        row = await session_by_id(self._database, SessionId(request.path_params["id"]))
        return None if row is None or row.settings.organization_id != organization.id else row

    # --- the desk

    async def _view(self, _request: Request, organization: OrganizationRow) -> Response:
        rows = await sessions_of(self._database, organization.id)
        shelf = await self._shelf()
        decided = {one.activity: one for one in await tender_decisions(self._database, organization.id)}
        approved = frozenset(one.activity for one in decided.values() if one.approved)
        return answered(
            d.DeskView(
                organization=organization.name,
                help_page=d.HelpPage(text=organization.help_page or "", checked_ms=organization.help_checked_ms),
                sessions=tuple(row_view(row, approved) for row in rows),
                agendas=tuple(agenda_offer(offer, approved) for offer in shelf.agendas),
                exercises=tuple(exercise_offer(activity, evening, approved) for activity, evening in shelf.exercises),
                tender=tuple(tender_activity(activity, decided.get(activity.id)) for activity in shelf.tender),
                programmes=await self._programmes.rows(organization, rows, shelf.programmes),
                programme_offers=tuple(programme_offer(offer) for offer in shelf.programmes),
                meeting_link=organization.meeting_link,
            )
        )

    async def _shelf(self) -> Shelf:
        """Read once: it comes with the package."""
        if self._known is None:
            self._known = await asyncio.to_thread(read_shelf)
        return self._known

    async def _help(self, _request: Request, organization: OrganizationRow, body: d.SaveHelpPage) -> Response:
        await set_help_page(self._database, organization.id, body.text.strip() or None, self._hub.tools.wall.now())
        return answered({})

    async def _tender(self, _request: Request, organization: OrganizationRow, body: d.DecideTender) -> Response:
        shelf = await self._shelf()
        if body.activity not in {activity.id for activity in shelf.tender}:
            return problem("unknown_activity", 404)
        now = self._hub.tools.wall.now()
        await decide_tender(self._database, organization.id, body.activity, approved=body.approved, decided_ms=now)
        return answered({})

    async def _create(self, _request: Request, organization: OrganizationRow, body: d.CreateSession) -> Response:
        try:
            plan = await asyncio.to_thread(load_plan, body.agenda)
        except UnknownTemplate:
            return problem("unknown_agenda", 404)
        if plan.practice and not body.practice:
            return problem("only_practice", 409)
        terms = Terms(
            practice=body.practice,
            presence=body.presence,
            floor=PRACTICE_FLOOR if body.practice else body.floor,
            approval=body.approval,
            scheduled=body.starts_ms is not None,
            starts_ms=body.starts_ms,
            retention_days=body.retention_days,
        )
        now = self._hub.tools.wall.now()
        made = await make_session(self._database, plan, now, organization.id, terms, agenda=body.agenda)
        return answered(await self._access.made(made))

    # --- one session

    async def _open(self, request: Request, row: SessionRow) -> Response:
        if row.state == "scheduled":
            await open_scheduled(self._database, row.settings.id, self._hub.tools.wall.now())
        elif row.state not in ("live", "ended"):  # after the end the console signs the summary
            return wrong_state()
        opened, base = await new_links(self._database, row), own_address(request, self._settings)
        with suppress(RecordsError):  # what is open with the old ones ends here at once, else, as on the other nodes, in a second
            await self._hub.check_links()
        return answered(
            d.SessionLinks(
                code=opened.code,
                join=f"{base}/{opened.code}",
                console=f"{base}/console#{opened.console_secret}",
                screen=f"{base}/screen#{opened.screen_secret}",
            )
        )

    async def _duplicate(self, _request: Request, row: SessionRow) -> Response:
        """Scheduled without a time: somebody opens it when the group is there."""
        terms = Terms(
            practice=row.settings.practice,
            presence=row.settings.presence,
            floor=row.settings.floor,
            approval=row.settings.approval,
            capacity=row.settings.capacity,
            scheduled=True,
            retention_days=row.retention_days,
        )
        now = self._hub.tools.wall.now()
        of = None if row.programme_id is None else (row.programme_id, row.programme_number or 1)
        owner = row.settings.organization_id
        made = await make_session(self._database, row.plan, now, owner, terms, agenda=row.agenda, programme=of)
        return answered(await self._access.made(made))

    async def _cancel(self, _request: Request, row: SessionRow) -> Response:
        await cancel_scheduled(self._database, row.settings.id)
        return answered({})

    async def _end(self, _request: Request, row: SessionRow) -> Response:
        """Like the console's own wish: an open care request keeps it from ending here too."""
        room = await self._hub.room(row.settings.id) if row.state == "live" else None
        if room is None:
            return wrong_state()
        refusal = await room.wish(CommandId(token_hex(16)), EndSession(), FACILITATOR)
        if refusal is None:
            return answered({})
        if refusal.code == "busy":
            return problem("busy", 503)
        return problem("care_open", 409) if refusal.code == "care_open" else wrong_state()

    async def _erase(self, _request: Request, row: SessionRow) -> Response:
        if row.state not in ("ended", "signed", "cancelled"):
            return wrong_state()
        await erase_session(self._database, row.settings.id)
        return answered({})

    async def _summary(self, request: Request, organization: OrganizationRow) -> Response:
        row = await self._row(request, organization)
        if row is None:
            return _unknown_session()
        page = await published_page(self._database, row, organization.name)
        return wrong_state() if page is None else answered(page)

    async def _export(self, request: Request, organization: OrganizationRow) -> Response:
        """The newest published version as a file."""
        row, export = await self._row(request, organization), EXPORTS.get(request.path_params["format"])
        if row is None or export is None:
            return _unknown_session()
        page = await published_page(self._database, row, organization.name)
        return wrong_state() if page is None else as_file(page, request.path_params["format"], export)


def _unknown_session() -> Response:
    return problem("unknown_session", 404)
