"""What is stored about a session now, for everybody who may ask, and erasing it in front of the group.

Phones and the shared screen ask with the code that they have anyway, also after their keys and links are gone: they see no number.
An answer is read from the database each time, and the signed line is there only when its files are clean.
"""

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime.desk_access import DeskAccess
from realtime.hub import Hub
from realtime.json_doors import answered, bearer_secret, body_of, may_read, problem
from realtime.limits import Limiter
from realtime.proof import tidy_code
from realtime.secrets import hash_secret
from realtime.signed_line import checked, signed_line
from realtime.stored_shapes import AskStored, CheckLine, StoredPage
from workshop.domain.stored import StoredAudience, things
from workshop.domain.words import SessionId
from workshop.records.erasure import clean_residue, erase_events
from workshop.records.errors import DatabaseBusy, RecordsError
from workshop.records.links import find_link
from workshop.records.sessions import OrganizationRow, SessionRow, SessionState, session_by_code, session_by_id
from workshop.records.stored import stored_of

MOST_STORED_BODY = 16_384
"""Bytes: a saved file with a signed line, however it is spelled."""
KNOWN: frozenset[SessionState] = frozenset({"live", "ended", "signed", "erased"})


class _Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """`{}`"""


class StoredDoors:
    def __init__(self, hub: Hub, limiter: Limiter) -> None:
        self._tools, self._limiter = hub.tools, limiter
        self._database, self._settings = hub.tools.database, hub.tools.settings
        self._access = DeskAccess(hub.tools)

    def routes(self) -> list[Route]:
        return [
            Route("/api/stored", self.by_code, methods=["POST"]),
            Route("/api/stored/check", self.check, methods=["POST"]),
            Route("/api/closing/stored", self.by_link),
            Route("/api/closing/erase", self.erase, methods=["POST"]),
            Route("/api/desk/sessions/{id}/stored", self._access.reading(self._of_desk)),
        ]

    async def by_code(self, request: Request) -> Response:
        """One answer for every code that leads nowhere; wrong ones count as tries, as at the door."""
        body = await body_of(request, AskStored, self._settings, MOST_STORED_BODY)
        if isinstance(body, Response):
            return body
        address, now = request.client.host if request.client else "", self._tools.wall.now()
        if not self._limiter.allowed(address, now):
            return problem("too_many_tries", 429)
        try:
            row = await session_by_code(self._database, tidy_code(body.code), erased=True)
            if row is not None:
                return await self._shown(row, "group")
        except RecordsError:
            return problem("busy", 503)
        self._limiter.failed(address, now)
        return problem("no_session", 404)

    async def check(self, request: Request) -> Response:
        """Whether this deployment signed the line in this text."""
        body = await body_of(request, CheckLine, self._settings, MOST_STORED_BODY)
        return body if isinstance(body, Response) else answered(checked(self._tools.secrets, body.text))

    async def by_link(self, request: Request) -> Response:
        if not may_read(request, self._settings):
            return problem("foreign_page", 403)
        try:
            row = await self._led(request)
            return problem("link_ended", 401) if row is None else await self._shown(row, "leads")
        except RecordsError:
            return problem("busy", 503)

    async def erase(self, request: Request) -> Response:
        """Everything but the title and what was published. Asked again, it goes on where it was: rows first, then the files."""
        body = await body_of(request, _Nothing, self._settings, MOST_STORED_BODY)
        if isinstance(body, Response):
            return body
        try:
            row = await self._led(request)
            if row is None:
                return problem("link_ended", 401)
            if row.state == "live":
                return problem("wrong_state", 409)
            if not await erase_events(self._database, row.settings.id):
                await self._clean()
            return await self._shown(row, "leads")
        except RecordsError:
            return problem("busy", 503)

    async def _clean(self) -> None:
        """Somebody erased it before: its files may wait still. Where they cannot be cleaned now the page says that it waits."""
        try:
            await clean_residue(self._database)
        except DatabaseBusy:
            return

    async def _of_desk(self, request: Request, organization: OrganizationRow) -> Response:
        row = await session_by_id(self._database, SessionId(request.path_params["id"]))
        if row is None or row.settings.organization_id != organization.id:
            return problem("unknown_session", 404)
        return await self._shown(row, "group")

    async def _led(self, request: Request) -> SessionRow | None:
        link = await find_link(self._database, hash_secret(bearer_secret(request)), states=KNOWN)
        found = link is not None and link.role == "facilitator"
        return await session_by_id(self._database, link.session_id) if found and link is not None else None

    async def _shown(self, row: SessionRow, audience: StoredAudience) -> Response:
        found = await stored_of(self._database, row.settings.id)
        if found is None:
            return problem("no_session", 404)
        day_ms = found.times.ended_ms or row.starts_ms or row.created_ms
        line = ""
        if found.state == "erased" and found.erased_ms is not None:
            line = signed_line(
                self._tools.secrets,
                code=row.settings.code,
                title=row.plan.title,
                day_ms=day_ms,
                erased_ms=found.erased_ms,
                summary=found.counts["summary"] > 0,
            )
        return answered(
            StoredPage(
                title=row.plan.title,
                code=row.settings.code,
                practice=row.settings.practice,
                state=found.state,
                day_ms=day_ms,
                erased_ms=found.erased_ms if found.state == "erased" else None,
                retention_days=found.times.retention_days,
                engine=self._database.dialect,
                things=things(found.counts, found.times, found.state, audience, programme=found.programme),
                line=line,
                public_key=self._tools.secrets.public_key(),
            )
        )
