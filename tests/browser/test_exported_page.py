"""An exported summary, opened from a disk in a real browser: it runs nothing, asks for nothing, and prints."""

from pathlib import Path

from realtime.summary_exports import as_html, one_line
from tests.browser.conftest import Launch
from tests.realtime.test_summary_exports import HOSTILE, a_page


async def test_g_s5_a_page_full_of_hostile_names_runs_nothing_and_asks_for_nothing(launch: Launch, tmp_path: Path) -> None:
    browser = await launch()
    page = await browser.new_page()
    noticed: list[str] = []
    page.on("console", lambda message: noticed.append(message.text))
    page.on("pageerror", lambda error: noticed.append(str(error)))
    page.on("dialog", lambda dialog: noticed.append(dialog.message))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number, name in enumerate(HOSTILE):
        file = tmp_path / f"{number}.html"
        file.write_text(as_html(a_page(name)), encoding="utf-8")
        await page.goto(file.as_uri())
        assert await page.locator("h1").text_content() == one_line(name)
        assert await page.locator("script, img, a, iframe, form").count() == 0
        await page.mouse.move(200, 200)
    assert noticed == []
    assert {url.rpartition(":")[0] for url in asked} == {"file"}
    assert len(asked) == len(HOSTILE)


async def test_an_exported_page_prints_to_pdf_and_is_no_wider_than_a_phone(launch: Launch, tmp_path: Path) -> None:
    browser = await launch()
    page = await browser.new_page(viewport={"width": 360, "height": 640})
    file = tmp_path / "summary.html"
    file.write_text(as_html(a_page("Donaudampfschifffahrtsgesellschaft and whoever else")), encoding="utf-8")
    await page.goto(file.as_uri())
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    assert (await page.pdf())[:5] == b"%PDF-"
