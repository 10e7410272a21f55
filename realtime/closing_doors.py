"""After the end, for whoever led: the summary as it would be published, the themes for its walls, and the signature.

The console's link proves it. A facilitator writes themes from memory and from the wall that stood in the room; the only cards that are
shown here are those whose authors agree to be named as a theme.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from realtime.closing_cards import nameable_cards
from realtime.desk_shapes import SaveThemes, SignSummary
from realtime.hub import Hub
from realtime.json_doors import answered, bearer_secret, body_of, may_read, problem
from realtime.secrets import hash_secret
from realtime.summary_pages import as_it_would_be, closing_page, published_themes
from workshop.domain.plan import StageTemplate, stages_of
from workshop.domain.published import MOST_THEMES, ThemesOf
from workshop.domain.summary import theme_problem, tidy_theme
from workshop.records.errors import RecordsError, SessionGone, StaleVersion
from workshop.records.links import find_link
from workshop.records.sessions import SessionRow, SessionState, organization_of, session_by_id
from workshop.records.summaries import drafted_themes, latest, save_themes, sign

MOST_CLOSING_BODY = 65_536
"""Bytes: five themes for each of many walls, however they are spelled."""
KNOWN: frozenset[SessionState] = frozenset({"live", "ended", "signed", "erased"})
"""Of a session whose events are erased the published page is still there; its link is gone where everything was erased."""


class ClosingDoors:
    def __init__(self, hub: Hub) -> None:
        self._database, self._settings = hub.tools.database, hub.tools.settings

    def routes(self) -> list[Route]:
        return [
            Route("/api/closing", self.page),
            Route("/api/closing/cards", self.cards),
            Route("/api/closing/themes", self.themes, methods=["POST"]),
            Route("/api/closing/sign", self.sign, methods=["POST"]),
        ]

    async def page(self, request: Request) -> Response:
        if not may_read(request, self._settings):
            return problem("foreign_page", 403)
        return await self._of_ended(request, self._shown)

    async def cards(self, request: Request) -> Response:
        """Never with the summary: what is published is on a page of its own."""
        if not may_read(request, self._settings):
            return problem("foreign_page", 403)

        async def shown(row: SessionRow) -> Response:
            return answered(await nameable_cards(self._database, row))

        return await self._of_ended(request, shown)

    async def themes(self, request: Request) -> Response:
        """Keeps them as a draft, each tidied; one that cannot be published keeps all of them out."""
        body = await body_of(request, SaveThemes, self._settings, MOST_CLOSING_BODY)
        if isinstance(body, Response):
            return body
        themes = tuple(ThemesOf(stage=one.stage, themes=tuple(tidy_theme(theme) for theme in one.themes)) for one in body.themes)
        wrong = _problem_of(themes)
        if wrong is not None:
            return problem(wrong, 422)

        async def keep(row: SessionRow) -> Response:
            if not _for_walls(row, themes):
                return problem("not_understood", 422)
            await save_themes(self._database, row.settings.id, themes)
            return await self._shown(row)

        return await self._of_ended(request, keep)

    async def sign(self, request: Request) -> Response:
        """Publishes what the page showed; the cards are erased with it."""
        body = await body_of(request, SignSummary, self._settings, MOST_CLOSING_BODY)
        if isinstance(body, Response):
            return body

        async def publish(row: SessionRow) -> Response:
            session_id, themes = row.settings.id, await drafted_themes(self._database, row.settings.id)
            published = await latest(self._database, session_id)
            if not themes and published is not None:
                themes = published.themes
            summary = await as_it_would_be(self._database, row, themes, published)
            themes = published_themes(summary, themes)
            if body.themes is not None and published_themes(summary, body.themes) != themes:
                return problem("wrong_state", 409)  # nobody signs what they have not read
            await sign(self._database, session_id, summary, themes, body.version)
            again = await session_by_id(self._database, session_id)
            return await self._shown(again or row)

        return await self._of_ended(request, publish)

    async def _of_ended(self, request: Request, do: Callable[[SessionRow], Awaitable[Response]]) -> Response:
        try:
            link = await find_link(self._database, hash_secret(bearer_secret(request)), states=KNOWN)
            row = None if link is None or link.role != "facilitator" else await session_by_id(self._database, link.session_id)
            if row is None:
                return problem("link_ended", 401)
            return problem("wrong_state", 409) if row.state == "live" else await do(row)
        except (SessionGone, StaleVersion):
            return problem("wrong_state", 409)
        except RecordsError:
            return problem("busy", 503)

    async def _shown(self, row: SessionRow) -> Response:
        organization = await organization_of(self._database, row.settings.organization_id)
        return answered(await closing_page(self._database, row, "" if organization is None else organization.name))


def _for_walls(row: SessionRow, themes: tuple[ThemesOf, ...]) -> bool:
    """Each for another stage of this session that is published as themes."""
    walls = {index for index, stage in enumerate(stages_of(row.plan)) if _form(stage.template) == "themes"}
    stages = [one.stage for one in themes]
    return len(set(stages)) == len(stages) and set(stages) <= walls


def _form(template: StageTemplate) -> str | None:
    return None if template.summary is None else template.summary.form


def _problem_of(themes: tuple[ThemesOf, ...]) -> str | None:
    if any(len(one.themes) > MOST_THEMES for one in themes):
        return "too_many_themes"
    found = (theme_problem(theme) for one in themes for theme in one.themes)
    return next((wrong for wrong in found if wrong is not None), None)
