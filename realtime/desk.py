"""The organizer's desk: one organization's sessions, its help page, and what the library offers.

Whoever holds the desk's secret acts for its organization. Every id is looked up inside that organization, so a foreign one is
simply unknown. What was said in a session reaches the desk only as its published summary.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from secrets import token_hex
from typing import TypeVar

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime import desk_shapes as d
from realtime.desk_offers import Shelf, agenda_offer, exercise_offer, read_shelf, tender_activity
from realtime.hub import Hub
from realtime.json_doors import answered, bearer_secret, body_of, may_read, own_address, problem
from realtime.opening import Terms, make_session, new_links
from realtime.secrets import hash_secret
from realtime.summary_pages import cards_until, published_page
from workshop.domain.commands import EndSession
from workshop.domain.deciding import Actor
from workshop.domain.words import PRACTICE_FLOOR, CommandId, SessionId
from workshop.library.errors import UnknownTemplate
from workshop.library.loader import load_plan
from workshop.records.erasure import erase_session
from workshop.records.errors import HelpPageMissing, RecordsError, SessionGone, TenderNotApproved
from workshop.records.sessions import (
    OrganizationRow,
    SessionRow,
    cancel_scheduled,
    find_desk_link,
    open_scheduled,
    organization_of,
    session_by_id,
    sessions_of,
    set_help_page,
)
from workshop.records.tender import decide_tender, tender_decisions, tender_in

MOST_DESK_BODY = 65_536
"""Bytes: a help page of 4000 letters, however they are spelled."""
FACILITATOR = Actor(role="facilitator")
T = TypeVar("T")
Endpoint = Callable[[Request], Awaitable[Response]]


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """`{}`"""


class DeskDoors:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._database, self._settings = hub.tools.database, hub.tools.settings
        self._known: Shelf | None = None

    def routes(self) -> list[Route]:
        one = "/api/desk/sessions/{id}"
        return [
            Route("/api/desk", self._reading(self._view)),
            Route("/api/desk/help", self._changing(d.SaveHelpPage, self._help), methods=["POST"]),
            Route("/api/desk/tender", self._changing(d.DecideTender, self._tender), methods=["POST"]),
            Route("/api/desk/sessions", self._changing(d.CreateSession, self._create), methods=["POST"]),
            Route(f"{one}/open", self._changing(Nothing, self._of_one(self._open)), methods=["POST"]),
            Route(f"{one}/duplicate", self._changing(Nothing, self._of_one(self._duplicate)), methods=["POST"]),
            Route(f"{one}/cancel", self._changing(Nothing, self._of_one(self._cancel)), methods=["POST"]),
            Route(f"{one}/end", self._changing(Nothing, self._of_one(self._end)), methods=["POST"]),
            Route(f"{one}/erase", self._changing(Nothing, self._of_one(self._erase)), methods=["POST"]),
            Route(f"{one}/summary", self._reading(self._summary)),
        ]

    # --- who asks

    def _reading(self, do: Callable[[Request, OrganizationRow], Awaitable[Response]]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            if not may_read(request, self._settings):
                return problem("foreign_page", 403)
            try:
                organization = await self._organization(request)
                return _link_ended() if organization is None else await do(request, organization)
            except RecordsError as error:
                return _not_now(error)

        return endpoint

    def _changing(self, kind: type[T], do: Callable[[Request, OrganizationRow, T], Awaitable[Response]]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            body = await body_of(request, kind, self._settings, MOST_DESK_BODY)
            if isinstance(body, Response):
                return body
            try:
                organization = await self._organization(request)
                return _link_ended() if organization is None else await do(request, organization, body)
            except RecordsError as error:
                return _not_now(error)

        return endpoint

    def _of_one(
        self, do: Callable[[Request, SessionRow], Awaitable[Response]]
    ) -> Callable[[Request, OrganizationRow, Nothing], Awaitable[Response]]:
        async def endpoint(request: Request, organization: OrganizationRow, _body: Nothing) -> Response:
            row = await self._row(request, organization)
            return _unknown_session() if row is None else await do(request, row)

        return endpoint

    async def _organization(self, request: Request) -> OrganizationRow | None:
        # Looked up by its SHA-256: how long that takes says nothing about a secret that is nearly right.
        found = await find_desk_link(self._database, hash_secret(bearer_secret(request)))
        return None if found is None else await organization_of(self._database, found)

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
        return answered(await self._made(made))

    async def _made(self, row: SessionRow) -> d.SessionRowView:
        decided = await tender_decisions(self._database, row.settings.organization_id)
        return row_view(row, frozenset(one.activity for one in decided if one.approved))

    # --- one session

    async def _open(self, request: Request, row: SessionRow) -> Response:
        if row.state == "scheduled":
            await open_scheduled(self._database, row.settings.id, self._hub.tools.wall.now())
        elif row.state not in ("live", "ended"):  # after the end the console signs the summary
            return _wrong_state()
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
        made = await make_session(self._database, row.plan, now, row.settings.organization_id, terms, agenda=row.agenda)
        return answered(await self._made(made))

    async def _cancel(self, _request: Request, row: SessionRow) -> Response:
        await cancel_scheduled(self._database, row.settings.id)
        return answered({})

    async def _end(self, _request: Request, row: SessionRow) -> Response:
        """Like the console's own wish: an open care request keeps it from ending here too."""
        room = await self._hub.room(row.settings.id) if row.state == "live" else None
        if room is None:
            return _wrong_state()
        refusal = await room.wish(CommandId(token_hex(16)), EndSession(), FACILITATOR)
        if refusal is None:
            return answered({})
        if refusal.code == "busy":
            return problem("busy", 503)
        return problem("care_open", 409) if refusal.code == "care_open" else _wrong_state()

    async def _erase(self, _request: Request, row: SessionRow) -> Response:
        if row.state not in ("ended", "signed", "cancelled"):
            return _wrong_state()
        await erase_session(self._database, row.settings.id)
        return answered({})

    async def _summary(self, request: Request, organization: OrganizationRow) -> Response:
        row = await self._row(request, organization)
        if row is None:
            return _unknown_session()
        page = await published_page(self._database, row, organization.name)
        return _wrong_state() if page is None else answered(page)


def row_view(row: SessionRow, approved: frozenset[str]) -> d.SessionRowView:
    """`approved`: ids of the tender activities that its organization has approved."""
    waits = row.state == "scheduled" and not row.settings.practice
    return d.SessionRowView(
        id=row.settings.id,
        title=row.plan.title,
        agenda=row.agenda,
        stage=row.state,
        practice=row.settings.practice,
        presence=row.settings.presence,
        floor=row.settings.floor,
        approval=row.settings.approval,
        code=row.settings.code,
        starts_ms=row.starts_ms,
        created_ms=row.created_ms,
        ended_ms=row.ended_ms,
        cards_until_ms=cards_until(row),
        has_summary=row.summary_version > 0,
        waits_for=tuple(one.title for one in tender_in(row.plan) if one.id not in approved) if waits else (),
    )


def _link_ended() -> Response:
    return problem("link_ended", 401)


def _unknown_session() -> Response:
    return problem("unknown_session", 404)


def _wrong_state() -> Response:
    return problem("wrong_state", 409)


def _not_now(error: RecordsError) -> Response:
    if isinstance(error, HelpPageMissing):
        return problem("help_page_missing", 409)
    if isinstance(error, TenderNotApproved):
        return problem("tender_not_approved", 409)
    return _wrong_state() if isinstance(error, SessionGone) else problem("busy", 503)
