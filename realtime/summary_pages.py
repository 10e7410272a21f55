"""What the console shows of a summary before and after it is signed, and the desk once it is published."""

from collections.abc import Sequence

from realtime.desk_shapes import SummaryPage
from workshop.domain.plan import stages_of
from workshop.domain.published import CARDS_LIVE_MS, Summary, ThemesOf
from workshop.domain.summary import corrected
from workshop.domain.words import Millis
from workshop.records.engine import Database
from workshop.records.errors import SessionGone
from workshop.records.sessions import SessionRow
from workshop.records.summaries import SignedSummary, drafted_themes, latest, summary_of


def cards_until(row: SessionRow) -> Millis | None:
    """When the cards of an ended session are erased at the latest, ms since 1970; None: they are gone, or it has not ended."""
    waits = row.state == "ended" and row.cards_erased_ms is None and row.ended_ms is not None
    return row.ended_ms + CARDS_LIVE_MS if waits and row.ended_ms is not None else None


async def published_page(database: Database, row: SessionRow, organization: str) -> SummaryPage | None:
    """The newest published version; None: there is none. Raises RecordsError."""
    found = await latest(database, row.settings.id)
    return None if found is None else _page(row, organization, found.summary, found.themes, found)


async def closing_page(database: Database, row: SessionRow, organization: str) -> SummaryPage:
    """With the drafted themes where there are some, as it would be published; else the newest published version.

    Until it is published, its `themes` have an entry for each wall that can have some, also for one that has none yet.

    Raises SessionGone (it has not ended, or nothing is left to make a summary from), RecordsError.
    """
    found, drafts = await latest(database, row.settings.id), await drafted_themes(database, row.settings.id)
    if found is not None and not drafts:
        return _page(row, organization, found.summary, found.themes, found)
    try:
        summary = await as_it_would_be(database, row, drafts, found)
    except SessionGone:
        if found is None:
            raise
        return _page(row, organization, found.summary, found.themes, found)
    return _page(row, organization, summary, await _with_every_wall(database, row, drafts), found)


async def as_it_would_be(database: Database, row: SessionRow, themes: Sequence[ThemesOf], found: SignedSummary | None) -> Summary:
    """With these themes: numbers are told once, and a later version changes themes alone. Raises SessionGone, RecordsError."""
    summary = await summary_of(database, row, themes)
    return summary if found is None else corrected(found.summary, summary)


async def _with_every_wall(database: Database, row: SessionRow, drafts: tuple[ThemesOf, ...]) -> tuple[ThemesOf, ...]:
    """Which walls have enough cards is the summary's own rule: it is asked what it would publish if each of them had a theme."""
    asked = [(index, stage.template.summary) for index, stage in enumerate(stages_of(row.plan))]
    tried = [ThemesOf(stage=index, themes=("?",)) for index, told in asked if told is not None and told.form == "themes"]
    summary = await summary_of(database, row, tried)
    walls = [stage.stage for activity in summary.activities for stage in activity.stages if stage.form == "themes"]
    written = {one.stage: one.themes for one in drafts}
    return tuple(ThemesOf(stage=index, themes=written.get(index, ())) for index in walls)


def published_themes(summary: Summary, themes: Sequence[ThemesOf]) -> tuple[ThemesOf, ...]:
    """Of what was written only that which this summary publishes: a wall that fell below the floor takes its themes with it."""
    walls = {stage.stage for activity in summary.activities for stage in activity.stages if stage.form == "themes"}
    return tuple(sorted((one for one in themes if one.themes and one.stage in walls), key=lambda one: one.stage))


def _page(
    row: SessionRow, organization: str, summary: Summary, themes: tuple[ThemesOf, ...], found: SignedSummary | None
) -> SummaryPage:
    return SummaryPage(
        summary=summary,
        themes=themes,
        version=0 if found is None else found.version,
        signed_ms=None if found is None else found.signed_ms,
        practice=row.settings.practice,
        organization=organization,
        ended_ms=row.ended_ms or 0,
        cards_until_ms=cards_until(row),
    )
