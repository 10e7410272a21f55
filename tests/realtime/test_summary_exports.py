"""A published summary as a file: whatever things are called, each format keeps its structure and says every word."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import json as codec
from msgspec import structs

from realtime.desk_shapes import SummaryPage
from realtime.summary_exports import CSV_HEAD, EXPORTS, FORMULA, ExportedSummary, as_file, file_name, one_line
from realtime.summary_schema import TARGET, document, schema
from tests.domain.steady import steady
from tests.words_not_said import not_said
from workshop.domain.published import (
    BandLine,
    HeatField,
    LeftOut,
    MiddleLine,
    PublishedActivity,
    PublishedStage,
    Shape,
    SortedCard,
    Summary,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    '=HYPERLINK("http://evil","x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    'a,b;c"d"\r\n=1',
    "# not a title",
    "[a](javascript:alert(1)) ![b](http://x) <http://x>",
    "1. a list\n- of *two*\n\n---\n> quoted\n```\ncode",
    "| a | table |\n|---|---|",
    "&lt;b&gt; &amp; \\*",
    "***",
    "\u202egnp.exe\u2028next",
    "\x00\x07",
    "",
)


def a_page(name: str, mark: str = "", **changes: object) -> SummaryPage:
    """Every form there is, and everything in it called so."""

    def lines(*bands: str) -> tuple[BandLine, ...]:
        return tuple(BandLine(label=name, band=band) for band in bands)  # type: ignore[arg-type]

    stages = (
        PublishedStage(stage=0, title=name, form="bands", bands=lines("few", "mixed", "most"), upper=lines("few")),
        PublishedStage(stage=1, title=name, form="bands", cards=(SortedCard(card=name, piles=lines("most", "few")),)),
        PublishedStage(stage=2, title=name, form="bands", rings=lines("few"), marks=lines("most")),
        PublishedStage(
            stage=3, title=name, form="middle", middles=(MiddleLine(ask=name, low=name, high=name, middle="low", spread=None),)
        ),
        PublishedStage(
            stage=4, title=name, form="heat3", heat=HeatField(ask=name, x=(name, name), y=(name, name), densities=("faint",) * 9)
        ),
        PublishedStage(stage=5, title=name, form="shape", shape=Shape(x=(name, name), y=(name, name), levels=("low", None) * 3)),
        PublishedStage(stage=6, title=name, form="themes", themes=(name, f"{mark}{name}")),
        PublishedStage(stage=7, title=name, form="count", count="8-11"),
    )
    summary = Summary(
        title=name,
        minutes=45,
        people="8-11",
        activities=(PublishedActivity(title=name, stages=stages), PublishedActivity(title=name)),
        left_out=(
            LeftOut(activity=name, stage=name, reason="below_floor"),
            LeftOut(activity=name, stage=name, reason="no_themes"),
        ),
    )
    page = SummaryPage(
        summary=summary,
        themes=(),
        version=1,
        signed_ms=1,
        practice=False,
        organization=name,
        ended_ms=1_795_000_000_000,
        cards_until_ms=None,
    )
    return structs.replace(page, **changes)


def written(form: str, page: SummaryPage) -> str:
    return EXPORTS[form].write(page)


class Structure(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.texts: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def html_structure(name: str) -> list[object]:
    return list(Structure(written("html", a_page(name))).tags)


def markdown_structure(source: str) -> list[object]:
    found: list[object] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source):
        found.append((token.type, token.tag))
        found += [(child.type, child.tag) for child in token.children or () if child.type not in ("text", "text_special")]
    return found


def csv_rows(source: str) -> list[list[str]]:
    assert source.startswith("\ufeff")
    return list(csv.reader(io.StringIO(source[1:], newline=""), strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_g_s5_hostile_words_change_no_tag_of_the_page(name: str) -> None:
    assert html_structure(name) == html_structure("plain")
    assert one_line(name) in " ".join(Structure(written("html", a_page(name))).texts)


@pytest.mark.parametrize("name", [name for name in HOSTILE if one_line(name)])
def test_g_s5_hostile_words_change_no_block_and_no_span_of_the_markdown(name: str) -> None:
    source = written("md", a_page(name))
    assert markdown_structure(source) == markdown_structure(written("md", a_page("plain")))
    shown = Structure(MarkdownIt("commonmark").render(source))
    assert one_line(name) in " ".join(shown.texts)


@pytest.mark.parametrize("name", HOSTILE)
def test_g_s5_no_cell_begins_a_formula_and_no_row_has_another_number_of_cells(name: str) -> None:
    rows = csv_rows(written("csv", a_page(name)))
    assert rows[0] == list(CSV_HEAD)
    assert len(rows) == len(csv_rows(written("csv", a_page("plain"))))
    assert {len(row) for row in rows} == {len(CSV_HEAD)}
    for one in (one for row in rows for one in row):
        assert not one.startswith((*FORMULA, "\t", "\r", "\n"))
        assert "\n" not in one and "\r" not in one


@pytest.mark.parametrize("name", HOSTILE)
def test_g_s5_the_json_is_what_was_published_and_nothing_else(name: str) -> None:
    page = a_page(name)
    told = codec.decode(written("json", page), type=ExportedSummary, strict=True)
    assert told.activities == page.summary.activities
    assert (told.title, told.organization) == (name, name)


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(lambda text: one_line(text) != "")


@steady
@given(names)
def test_g_s5_no_words_at_all_change_the_structure_of_a_file(name: str) -> None:
    page, plain = a_page(name), a_page("plain")
    assert html_structure(name) == html_structure("plain")
    assert markdown_structure(written("md", page)) == markdown_structure(written("md", plain))
    rows = csv_rows(written("csv", page))
    assert len(rows) == len(csv_rows(written("csv", plain)))
    assert not any(one.startswith((*FORMULA, "\t", "\r")) for row in rows for one in row)
    json.loads(written("json", page))


@pytest.mark.parametrize("form", EXPORTS)
def test_a_file_is_kept_and_not_shown_and_its_name_says_nothing_of_people(form: str) -> None:
    page = a_page("Ines and Tomas")
    answer = as_file(page, form, EXPORTS[form])
    assert answer.headers["content-disposition"] == f'attachment; filename="session-summary-2026-11-18.{form}"'
    assert answer.headers["content-type"] == EXPORTS[form].media_type
    assert (answer.headers["x-content-type-options"], answer.headers["cache-control"]) == ("nosniff", "no-store")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert file_name(a_page("="), form) == file_name(page, form)


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    tags = Structure(written("html", a_page("plain"))).tags
    assert {tag for tag, _ in tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form", "a"})
    assert all(name not in ("src", "href", "style") and not name.startswith("on") for _, found in tags for name, _ in found)


@pytest.mark.parametrize("form", ["html", "md", "csv", "json"])
def test_what_was_left_out_is_said_with_its_reason_and_no_sentence_promises_too_much(form: str) -> None:
    told = written(form, a_page("plain")).replace("\\", "")
    assert "Which of these it was is not said" in told.replace("&#x27;", "'")
    words = " ".join(Structure(told).texts) if form == "html" else told
    assert not_said(words) == []


def test_of_fewer_than_five_there_is_only_the_title_and_the_minutes() -> None:
    page = a_page("plain")
    small = structs.replace(page, summary=structs.replace(page.summary, people=None, activities=(), left_out=()))
    for form in EXPORTS:
        assert "45" in written(form, small)
        assert "few or none" not in written(form, small)
    assert json.loads(written("json", small))["people"] is None


def test_the_schema_is_fresh_and_names_every_field() -> None:
    assert TARGET.read_text(encoding="utf-8") == document()
    told = json.loads(written("json", a_page("plain")))
    definition = json.loads(codec.encode(schema()))["$defs"]["ExportedSummary"]
    assert set(told) == set(definition["properties"])
    assert set(definition["required"]) == set(told)
