"""Who may come to the organizer's desk, and what its doors answer with: shared by all that stand behind it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from realtime import desk_shapes as d
from realtime.json_doors import bearer_secret, body_of, may_read, problem
from realtime.secrets import hash_secret
from realtime.summary_pages import cards_until
from realtime.tools import Tools
from workshop.records.errors import HelpPageMissing, ProgrammeGone, RecordsError, SessionGone, TenderNotApproved
from workshop.records.links import find_desk_link
from workshop.records.sessions import OrganizationRow, SessionRow, organization_of
from workshop.records.tender import tender_decisions, tender_in

MOST_DESK_BODY = 65_536
"""Bytes: a help page of 4000 letters, however they are spelled."""
T = TypeVar("T")
Endpoint = Callable[[Request], Awaitable[Response]]


class DeskAccess:
    """Whoever holds the desk's secret acts for its organization."""

    def __init__(self, tools: Tools) -> None:
        self._database, self._settings = tools.database, tools.settings

    def reading(self, do: Callable[[Request, OrganizationRow], Awaitable[Response]]) -> Endpoint:
        async def endpoint(request: Request) -> Response:
            if not may_read(request, self._settings):
                return problem("foreign_page", 403)
            try:
                organization = await self._organization(request)
                return _link_ended() if organization is None else await do(request, organization)
            except RecordsError as error:
                return _not_now(error)

        return endpoint

    def changing(self, kind: type[T], do: Callable[[Request, OrganizationRow, T], Awaitable[Response]]) -> Endpoint:
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

    async def made(self, row: SessionRow) -> d.SessionRowView:
        decided = await tender_decisions(self._database, row.settings.organization_id)
        return row_view(row, frozenset(one.activity for one in decided if one.approved))

    async def _organization(self, request: Request) -> OrganizationRow | None:
        # Looked up by its SHA-256: how long that takes says nothing about a secret that is nearly right.
        found = await find_desk_link(self._database, hash_secret(bearer_secret(request)))
        return None if found is None else await organization_of(self._database, found)


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
        retention_days=row.retention_days,
        waits_for=tuple(one.title for one in tender_in(row.plan) if one.id not in approved) if waits else (),
        programme=None if row.plan.programme is None else row.plan.programme.title,
        number=row.programme_number,
    )


def wrong_state() -> Response:
    return problem("wrong_state", 409)


def _link_ended() -> Response:
    return problem("link_ended", 401)


def _not_now(error: RecordsError) -> Response:
    if isinstance(error, HelpPageMissing):
        return problem("help_page_missing", 409)
    if isinstance(error, TenderNotApproved):
        return problem("tender_not_approved", 409)
    if isinstance(error, ProgrammeGone):
        return problem("unknown_programme", 404)
    return wrong_state() if isinstance(error, SessionGone) else problem("busy", 503)
