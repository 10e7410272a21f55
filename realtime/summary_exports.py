"""A published summary as a file: HTML, Markdown, CSV or JSON. Hostile words change the structure of none of them.

What people called things is text everywhere: escaped in HTML and Markdown, quoted in CSV and never the beginning of a formula there.
"""

import csv
import html
import io
import re
import string
from collections.abc import Callable, Iterable
from typing import Final, Literal

import msgspec
from msgspec import Struct
from starlette.responses import Response

from realtime.desk_shapes import SummaryPage
from realtime.summary_told import LEFT_OUT, NOTHING, NOTHING_LEFT_OUT, REASONS, ToldLine, ToldStage, day_of, told
from workshop.domain.published import LeftOutReason, PeopleRange, PublishedActivity
from workshop.domain.words import Value

FORMAT: Final = "holdspace-summary/1"
CSV_HEAD: Final = ("activity", "stage", "form", "part", "of", "words")
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Also in the page itself, which is opened from a disk."""
STYLE: Final = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#14232b;background:#fff}"
    "h1,h2,h3{line-height:1.2}h2{margin-top:2rem;border-top:1px solid #ccc;padding-top:1rem}section{break-inside:avoid-page}"
    "body{overflow-wrap:anywhere;hyphens:auto}"
    "dl{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,12rem);gap:.2rem 1.5rem}dd{margin:0;font-weight:bold}"
    "@media print{body{margin:0;max-width:none}}"
)


class ExportedLeftOut(Value, frozen=True):
    activity: str
    stage: str
    reason: LeftOutReason
    why: str


class ExportedSummary(Value, frozen=True):
    """`people` is null below five people: then there are only the title and the minutes."""

    format: Literal["holdspace-summary/1"]
    organization: str
    title: str
    day: str
    minutes: int
    people: PeopleRange | None
    version: int
    signed: bool
    practice: bool
    activities: tuple[PublishedActivity, ...]
    left_out: tuple[ExportedLeftOut, ...]


class Export(Struct, frozen=True):
    media_type: str
    write: Callable[[SummaryPage], str]


def as_file(page: SummaryPage, ending: str, export: Export) -> Response:
    """To be kept, never to be shown in place: a page of ours it is not."""
    return Response(
        export.write(page),
        media_type=export.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(page, ending)}"',
            "Content-Security-Policy": f"{POLICY}; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def file_name(page: SummaryPage, ending: str) -> str:
    """Nothing of people, and no title either: a download folder is often shared."""
    return f"session-summary-{day_of(page)}.{ending}"


def one_line(text: str) -> str:
    """Whatever it holds, without line breaks and control characters."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", " ", text).split())


# --- JSON


def as_json(page: SummaryPage) -> str:
    summary = page.summary
    exported = ExportedSummary(
        format=FORMAT,
        organization=page.organization,
        title=summary.title,
        day=day_of(page),
        minutes=summary.minutes,
        people=summary.people,
        version=page.version,
        signed=page.signed_ms is not None,
        practice=page.practice,
        activities=summary.activities,
        left_out=tuple(ExportedLeftOut(one.activity, one.stage, one.reason, REASONS[one.reason]) for one in summary.left_out),
    )
    return msgspec.json.format(msgspec.json.encode(exported), indent=2).decode()


# --- CSV


FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def cell(text: str) -> str:
    """A cell that no table program takes for a formula: an apostrophe stands before whatever could begin one."""
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(FORMULA) or text[:1] in ("\t", "\r", "\n") else plain


def as_csv(page: SummaryPage) -> str:
    """One row per word, for table programs: UTF-8 with a mark, quoted, lines end as RFC 4180 has it."""
    document = told(page)
    written = io.StringIO(newline="")
    table = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")

    def row(*cells: str) -> None:
        table.writerow([cell(one) for one in cells])

    row(*CSV_HEAD)
    row("", document.title, "session", "", "", " · ".join(document.facts))
    for activity in document.activities:
        for stage in activity.stages:
            for line in stage.lines:
                row(activity.title, stage.title, stage.form, line.part, line.of, line.words)
    for left in document.left_out:
        row(left.activity, left.stage, "left out", "", "", left.why)
    for note in document.notes:
        row("", "", "note", "", "", note)
    return "\ufeff" + written.getvalue()


# --- Markdown


_MARKS: Final = str.maketrans({mark: f"\\{mark}" for mark in string.punctuation})


def marked(text: str) -> str:
    """Text in which no sign means anything to Markdown. A backslash before punctuation is that punctuation (CommonMark)."""
    return one_line(text).translate(_MARKS)


def _item(line: ToldLine) -> str:
    before = ", ".join(marked(one) for one in (line.part, line.of) if one_line(one))
    return f"- {before}: **{marked(line.words)}**" if before else f"- {marked(line.words)}"


def as_markdown(page: SummaryPage) -> str:
    document = told(page)

    def parts() -> Iterable[str]:
        yield f"# {marked(document.title)}"
        yield "\n".join(f"- {marked(fact)}" for fact in document.facts)
        for activity in document.activities:
            yield f"## {marked(activity.title)}"
            yield from [] if activity.stages else [marked(NOTHING)]
            for stage in activity.stages:
                yield f"### {marked(stage.title)}"
                yield "\n".join(_item(line) for line in stage.lines)
        yield f"## {marked(LEFT_OUT)}"
        left = [f"- {marked(one.activity)}, {marked(one.stage)}: {marked(one.why)}" for one in document.left_out]
        yield "\n".join(left) or marked(NOTHING_LEFT_OUT)
        yield from map(marked, document.notes)

    return "\n\n".join(parts()) + "\n"


# --- HTML


def _text(text: str) -> str:
    return html.escape(one_line(text), quote=True)


def _lines(stage: ToldStage) -> Iterable[str]:
    if stage.form in ("themes", "count"):
        yield "<ul>" + "".join(f"<li>{_text(line.words)}</li>" for line in stage.lines) + "</ul>"
        return
    yield "<dl>"
    for line in stage.lines:
        before = ", ".join(one for one in (line.part, line.of) if one)
        yield f"<dt>{_text(before)}</dt><dd>{_text(line.words)}</dd>"
    yield "</dl>"


def as_html(page: SummaryPage) -> str:
    """One page that needs nothing else, loads nothing and runs nothing; it prints as it is."""
    document = told(page)

    def parts() -> Iterable[str]:
        yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{html.escape(POLICY, quote=True)}">'
        yield '<meta name="viewport" content="width=device-width">'
        yield f"<title>{_text(document.title)}</title><style>{STYLE}</style></head><body>"
        yield f"<h1>{_text(document.title)}</h1><p>{_text(' · '.join(document.facts))}</p>"
        for activity in document.activities:
            yield f"<section><h2>{_text(activity.title)}</h2>"
            yield "" if activity.stages else f"<p>{_text(NOTHING)}</p>"
            for stage in activity.stages:
                yield f"<h3>{_text(stage.title)}</h3>"
                yield from _lines(stage)
            yield "</section>"
        yield f"<section><h2>{_text(LEFT_OUT)}</h2>"
        left = (
            f"<li><strong>{_text(one.activity)}: {_text(one.stage)}</strong><br>{_text(one.why)}</li>"
            for one in document.left_out
        )
        yield f"<ul>{''.join(left)}</ul>" if document.left_out else f"<p>{_text(NOTHING_LEFT_OUT)}</p>"
        yield "</section>"
        yield from (f"<p>{_text(note)}</p>" for note in document.notes)
        yield "</body></html>"

    return "\n".join(part for part in parts() if part) + "\n"


EXPORTS: Final[dict[str, Export]] = {
    "html": Export("text/html; charset=utf-8", as_html),
    "md": Export("text/markdown; charset=utf-8", as_markdown),
    "csv": Export("text/csv; charset=utf-8", as_csv),
    "json": Export("application/json", as_json),
}
