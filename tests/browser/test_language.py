"""One session in two languages: phones that chose German read it everywhere, others stay in English, and people's words stay theirs."""

import os
import re
from pathlib import Path

from msgspec import structs
from playwright.async_api import expect

from tests.browser.conftest import Launch
from tests.browser.faces import WITHIN, Face, Faces, words
from tests.engines import Databases
from tests.nodes import HELP, cluster
from workshop.domain.plan import Plan
from workshop.library.loader import library, load_plan
from workshop.library.translations import Translations

ROOT = Path(__file__).parents[2]
SMALL, DOUBLED = (360, 780), (180, 390)
"""A small phone, and the same at 200 %."""
CARD = "plain curiosity"
"""What a person writes: word by word one of the options of the stage before."""
LONG_ENOUGH = 8
"""Letters from which on a sentence is looked for: shorter ones stand inside of German words too."""
PLAIN = re.compile(r"^([a-z][a-z0-9-]*) = ([^{}]+)$", re.MULTILINE)
GERMAN = Translations(library()).texts("de")


def own_words(language: str) -> dict[str, str]:
    """The phone's own sentences that are handed nothing."""
    return dict(PLAIN.findall((ROOT / f"participant_ui/src/strings/{language}.ftl").read_text(encoding="utf-8")))


def english() -> set[str]:
    """Every sentence that a German phone has another one for, the library's and its own."""
    said, german = own_words("en"), own_words("de")
    own = {text for name, text in said.items() if german.get(name) not in (None, text)}
    return {text for text in {*own, *GERMAN.phone, *GERMAN.lines} if len(text) >= LONG_ENOUGH}


def two_language_plan() -> Plan:
    """Reading, a choice, agreements, several options, cards."""
    whole = load_plan("first-circle")
    return structs.replace(whole, items=(whole.items[0], whole.items[1], whole.items[3]))


class German:
    """A phone that speaks it, read sentence by sentence at every place it comes to."""

    def __init__(self, phone: Face) -> None:
        self.phone, self.seen = phone, 0
        self._pictures = os.environ.get("HOLDSPACE_PICTURES")

    async def stands_at(self, heading: str, *texts: str, theirs: tuple[str, ...] = ()) -> None:
        """`theirs`: people's words, which may stand here in any language."""
        await self.phone.stands_at(heading)
        await self.phone.sees(*texts)
        shown: str = await self.phone.page.evaluate("document.body.innerText")
        for text in theirs:
            assert text in shown
            shown = shown.replace(text, "")
        assert sorted(text for text in english() if text in shown) == []
        assert await self.phone.page.evaluate("document.documentElement.lang") == "de"
        self.seen += 1
        await self._take("")
        await self._fits()

    async def _fits(self) -> None:
        """Nothing is wider than the page, at 200 % neither."""
        page = self.phone.page
        for width, height in (DOUBLED, SMALL):
            await page.set_viewport_size({"width": width, "height": height})
            wide = """() => [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > innerWidth + 1
                && !one.closest(".hidden") || one.matches(".button") && one.scrollWidth > one.clientWidth + 1)
                .map(one => one.outerHTML.slice(0, 120))"""
            assert await page.evaluate(wide) == []
            assert await page.evaluate("document.documentElement.scrollWidth") <= width
            thin = """() => [...document.querySelectorAll("main *")].filter(one => one.childElementCount === 0 && one.innerText?.length > 12
                && one.clientWidth > 0 && one.clientWidth < 48 && !one.closest(".hidden")).map(one => one.outerHTML.slice(0, 120))"""
            assert await page.evaluate(thin) == []
            if width == DOUBLED[0]:
                await self._take(" doubled")

    async def _take(self, how: str) -> None:
        if self._pictures is not None:
            await self.phone.page.screenshot(path=Path(self._pictures) / f"{self.seen:02}{how}.png", full_page=bool(how))


async def test_a_phone_reads_the_session_in_german_and_another_one_in_english(
    launch: Launch, databases: Databases, tmp_path: Path
) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite")) as made:
        node = await made.start()
        opened = await made.open(two_language_plan(), practice=True)
        faces = Faces(await launch(), node.base)
        async with faces.pictured(tmp_path):
            console = await faces.console(opened.console_secret)
            phone, other = await faces.phone("Ada", opened.code, SMALL), await faces.phone("Bo", opened.code)
            german = German(phone)
            await phone.stands_at("First circle: safe enough to begin")
            await phone.tap("Deutsch")
            await german.stands_at("Erster Kreis: vertraut genug für den Anfang", "Wie dürfen wir dich hier nennen?")
            await phone.examine()
            for name, one in (("Wie dürfen wir dich hier nennen?", phone), ("What shall we call you here?", other)):
                await one.page.get_by_label(name).fill(one.name)
            await phone.tap("Hereinkommen")
            await other.tap("Come in")
            await german.stands_at("Du bist da, Ada.", "2 Menschen sind da")
            await other.stands_at("You are in, Bo.")
            await console.press("Begin “What this is, and what it is not”")
            await german.stands_at("Wie wir uns begegnen", "Was das hier ist und was nicht", "Er ersetzt keine ärztliche")
            await other.stands_at("How we meet here")
            await help_and_back(german)
            await another_language_and_back(phone)
            for _ in range(3):
                await console.press("Next step")
            await german.stands_at("Wie wir uns begegnen", "ruh dich aus, oder bitte darum")
            await console.press("Begin")
            await german.stands_at("Wo stehst du damit?", "Ich habe vorher eine Frage", "Probe: nicht anonym.")
            await phone.page.get_by_label("Ich habe es gelesen und kann weitergehen").tap()
            await phone.tap("Dazugeben")
            await german.stands_at("Deine Antwort ist gehalten.")
            await phone.tap("Ausruhen")
            await german.stands_at("Du ruhst dich aus.", "Mitlesen genügt")
            await phone.tap("Zurückkommen")
            await console.press("Close the question")
            await german.stands_at("Das ist geschlossen.")
            await console.press("Begin “What we promise each other”")
            await other.sees("I speak for myself and from my own life.")
            await german.stands_at("Unterstütze, frage oder schlag eine Zeile vor.", *GERMAN.lines.values())
            await phone.examine()
            await console.press("Read them with the group")
            await console.press("Keep 7 agreements")
            await expect(phone.page.get_by_text("Das behalten wir")).to_have_count(7, timeout=WITHIN)
            await german.stands_at("Unterstütze, frage oder schlag eine Zeile vor.")
            await console.press("Begin “Hopes and hesitations”")
            await reasons_and_cards(console, german, other)
            await without_a_network(phone)
            assert faces.troubles(but=lambda trouble: "ERR_INTERNET_DISCONNECTED" in trouble or "ERR_ABORTED" in trouble) == []


async def reasons_and_cards(console: Face, german: German, other: Face) -> None:
    """Options are the library's and are put into German; a card with the same words is a person's and stays."""
    phone = german.phone
    await german.stands_at("Ich bin hier wegen ...", "einfach Neugier", "Wähle bis zu 3.")
    for one, option in ((phone, "einfach Neugier"), (other, CARD)):
        await one.page.get_by_label(option).tap()
    await phone.tap("Dazugeben")
    await other.tap("Add mine")
    await console.press("Close the question")
    await console.press("Show the picture")
    await german.stands_at("Hier ist die ganze Gruppe.", "einfach Neugier")
    await other.sees(CARD)
    await console.press("Begin")
    await german.stands_at("Eine Hoffnung oder ein Zögern.")
    await other.page.get_by_role("textbox").fill(CARD)
    await other.tap("Add mine")
    await phone.tap("Passen")
    await german.stands_at("Du hast gepasst.")
    await console.press("Close writing")
    await console.page.get_by_role("article").get_by_role("button", name="Share", exact=True).click()
    await console.press("Release 1 card")
    await german.stands_at("Was Menschen geschrieben haben", theirs=(CARD,))


async def help_and_back(german: German) -> None:
    """The organization's page stands in its own words, and says so to those who have it read to them."""
    phone = german.phone
    await phone.tap("Hilfe")
    await german.stands_at("Wo du Hilfe findest", HELP, "Leise gehen", theirs=(HELP,))
    await expect(phone.page.locator(".help")).to_have_attribute("lang", "")
    await phone.examine()
    await phone.tap("Zurück")


async def another_language_and_back(phone: Face) -> None:
    await phone.tap("Hilfe")
    await phone.tap("Dein Name")
    await phone.tap("English")
    await phone.stands_at("The group sees you as Ada.")
    await phone.tap("Back")
    await phone.stands_at("How we meet here")
    await phone.tap("Help")
    await phone.tap("Your name")
    await phone.tap("Deutsch")
    await phone.stands_at("Die Gruppe sieht dich als Ada.")
    await phone.tap("Zurück")
    await phone.stands_at("Wie wir uns begegnen")


async def without_a_network(phone: Face) -> None:
    """What was chosen stays with the place: after a reload, without a network too."""
    await phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await phone.page.wait_for_function("async () => (await (await caches.open('phone')).match('/texts/de.json')) !== undefined")
    await phone.page.context.set_offline(True)
    await phone.page.reload()
    await phone.button("Hilfe").wait_for()
    kept = "async () => Object.keys((await (await fetch('/texts/de.json')).json()).texts).length"
    assert await phone.page.evaluate(kept) == len(GERMAN.phone)
    await phone.page.context.set_offline(False)
    await phone.stands_at("Was Menschen geschrieben haben")


async def test_a_phone_that_is_set_to_german_begins_in_it(launch: Launch, databases: Databases, tmp_path: Path) -> None:
    async with cluster(tmp_path, databases.fresh("sqlite")) as made:
        node = await made.start()
        opened = await made.open(two_language_plan(), practice=True)
        faces = Faces(await launch(), node.base)
        async with faces.pictured(tmp_path):
            phone = await faces.phone("Ada", opened.code, SMALL, locale="de-AT")
            await phone.stands_at("Erster Kreis: vertraut genug für den Anfang")
            await expect(phone.button("Deutsch")).to_have_attribute("aria-pressed", "true")
            await phone.tap("English")
            await phone.stands_at("First circle: safe enough to begin")
            await phone.page.wait_for_load_state("networkidle")  # what is fetched ahead would be cut off, and told as a trouble
            await phone.page.reload()
            await phone.stands_at("First circle: safe enough to begin")
            await expect(phone.page.get_by_text(words("Come in"))).to_be_visible()
            assert faces.troubles(but=lambda trouble: False) == []
