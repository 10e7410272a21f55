"""What stands beside a card in pictures, on pages that are told what a server would tell: composer, covers, muted topics, queue."""

from msgspec import structs
from playwright.async_api import Browser, Page

from realtime import wire
from tests.browser.look_album import SMALL, Album
from tests.browser.shown import CODE, SHOWS_NEXT, ZOOMED, Shown, opened, shown
from tests.browser.states import CLOSED, SEAT, console_part, screen_part, shared, stage, wall
from tests.browser.states_of_the_desk import NAMEABLE, PAGE
from workshop.domain import parts
from workshop.domain.asides import Aside
from workshop.domain.words import CardId

CONSOLE, SCREEN = (1440, 900), (1920, 1080)
CARDS = (
    parts.CardView(id=CardId("card-0"), text="I hope to say one thing that I usually swallow."),
    parts.CardView(
        id=CardId("card-1"),
        text="Since he died nobody says his name at home.",
        veils=("loss", "family"),
        note="about my father",
        resonance=4,
    ),
    parts.CardView(id=CardId("card-2"), text="We shouted, and I left.", veils=("other",), note="a quarrel, and shouting"),
    parts.CardView(id=CardId("card-3"), text="I drink more than I say.", veils=("addiction",)),
)
ASIDES = (
    Aside(nameable=True),
    Aside(veils=("loss", "family"), note="about my father", nameable=True),
    Aside(note="a quarrel, and shouting"),
    Aside(veils=("addiction",)),
)
WRITING, ON_THE_WALL = shared(stage(wall())), shared(stage(wall(*CARDS), **CLOSED))


async def _phone_tells(page: Shown, view: parts.SharedView) -> None:
    own: list[wire.ToPage] = [
        wire.SharedPart(body=view),
        wire.ReceiptsPart(body=parts.ReceiptsView(stages=())),
        wire.NotesPart(body=parts.NotesView(sealed=())),
        wire.SeatPart(body=SEAT),
        wire.RoomPart(body=None),
    ]
    await page.tell(*own, wire.At(position="p"))


async def _phone(album: Album, page: Page, state: str) -> None:
    """In light, in the dark, and at 200 %; whole, so that what lies under the edge is seen too."""
    async with album.coming(f"phone, {state}"):
        await album.shoot(page, "phone", state, whole=True)
        await page.emulate_media(color_scheme="dark")
        await album.shoot(page, "phone", f"{state}, dark", whole=True)
        await page.emulate_media(color_scheme="light")
        await page.set_viewport_size({"width": ZOOMED[0], "height": ZOOMED[1]})
        await page.evaluate(SHOWS_NEXT)
        await album.shoot(page, "phone", f"{state}, at 200 %", whole=True)
        await page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})


async def picture_what_stands_beside_cards(album: Album, browser: Browser) -> None:
    await _on_a_phone(album, await opened(browser, "participant", f"/{CODE}", SMALL))
    console = await opened(browser, "facilitator", "/console#a-link", CONSOLE)
    desk = console_part("wall").body
    states = ("waiting", "waiting", "waiting", "released")
    queue = tuple(
        parts.QueueCardView(
            id=card.id,
            text=card.text,
            state=state,  # type: ignore[arg-type]
            veil="violence" if number == 2 else None,
            rewrites=0,
            late=False,
            aside=aside,
        )
        for number, (card, aside, state) in enumerate(zip(CARDS, ASIDES, states, strict=True))
    )
    view = structs.replace(ON_THE_WALL, stage=stage(wall(CARDS[3]), **CLOSED))
    told = wire.ConsolePart(body=structs.replace(desk, queue=queue, featured=None))
    await console.tell(wire.SharedPart(body=view), told, wire.At(position="p"))
    async with album.coming("console, cards with something beside them"):
        await console.page.get_by_text("Covered by its author: Loss, Family").wait_for()
        await album.shoot(console.page, "console", "cards with something beside them")
        await console.page.emulate_media(color_scheme="dark")
        await album.shoot(console.page, "console", "cards with something beside them, dark")
        await console.page.emulate_media(color_scheme="light")
        await console.page.get_by_role("article").nth(1).get_by_role("button", name="Veil", exact=True).click()
        await console.page.get_by_role("dialog").wait_for()
        await album.shoot(console.page, "console", "a veil beside the author's")
    closing = await shown(browser, "facilitator", "/console#a-link", {"/api/closing": PAGE, "/api/closing/cards": NAMEABLE})
    await closing.page.set_viewport_size({"width": CONSOLE[0], "height": CONSOLE[1]})
    await closing.welcome()
    await closing.show("the end")
    async with album.coming("closing, cards that may be named"):
        await closing.page.get_by_text("These may be named as a theme").wait_for()
        await album.shoot(closing.page, "closing", "cards that may be named")
    screen = await opened(browser, "screen", "/screen#a-link", SCREEN)
    await screen.tell(wire.SharedPart(body=ON_THE_WALL), screen_part("wall"), wire.At(position="p"))
    async with album.coming("screen, covered cards"):
        await screen.page.get_by_text("A card that may be heavy.").wait_for()
        await album.shoot(screen.page, "screen", "covered cards")


async def _on_a_phone(album: Album, phone: Shown) -> None:
    page = phone.page
    await _phone_tells(phone, WRITING)
    await page.get_by_role("textbox").fill("Since he died nobody says his name at home.")
    await _phone(album, page, "beside a card, nothing said")
    await page.get_by_role("button", name="Cover it at first").click()
    await page.get_by_role("checkbox", name="loss").check()
    await page.get_by_role("checkbox", name="family").check()
    await page.get_by_label("In a few words of your own").fill("about my father")
    await page.get_by_role("checkbox", name="May be named as a theme").check()
    await _phone(album, page, "beside a card, covered")
    await page.get_by_role("button", name="Add mine").click()
    await phone.tell(wire.Held(run=3, counter=1, nonce="n" * 32, receipt="r"))  # type: ignore[arg-type]
    await page.get_by_role("heading", name="Your card is held.").wait_for()
    await _phone(album, page, "card held, covered")
    await _phone_tells(phone, structs.replace(WRITING, stage=stage(wall(), **CLOSED)))
    await page.get_by_role("button", name="What I wrote").click()
    await _phone(album, page, "my cards, covered")
    await page.get_by_role("button", name="Back").click()
    await _phone_tells(phone, ON_THE_WALL)
    await page.get_by_text("a quarrel, and shouting").wait_for()
    await _phone(album, page, "wall, covered cards")
    await page.get_by_role("button", name="Veiled cards on this phone").click()
    await page.get_by_label("loss").select_option("covered")
    await page.get_by_label("addiction").select_option("open")
    await _phone(album, page, "veiled cards on this phone")
    await page.get_by_role("button", name="Back").click()
    await page.get_by_text("Covered, because you asked.").wait_for()
    await _phone(album, page, "wall, a topic stays covered")
