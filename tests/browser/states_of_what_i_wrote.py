"""A phone on which somebody has written: a long card before it leaves, what became of cards, and wiping it all, one moment after another."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

from msgspec import structs

from realtime import wire
from tests.browser.shown import CODE, Shown
from tests.browser.states import CARDS, CLOSED, LONG_NAME, SEAT, TEXT, shared, stage, wall
from workshop.domain import parts
from workshop.domain.parts import NotesView, ReceiptsView, ReceiptView
from workshop.domain.words import Nonce

NOTE = json.loads((Path(__file__).parents[1] / "vectors" / "note.json").read_text(encoding="utf-8"))
LONG = "I hope that I can say it once in here, and that nobody tells me that it will pass, because it has not yet passed."
SHORT = "I would like to be asked twice."
PROMPT = "One hope or one hesitation. No names, no places."
WRITING = shared(stage(wall(), prompt=PROMPT))
LETTER = shared(
    stage(
        parts.JournalView(input=structs.replace(TEXT, max=1500, starter="Dear younger me,")),
        run=4,
        stage=6,
        prompt="A few lines to somebody who was small once.",
    )
)


def keys(number: int, prompt: str, **changes: object) -> dict[str, object]:
    """What a phone keeps of a card, as the page writes it."""
    return {
        "run": 9,
        "prompt": prompt,
        "labels": [],
        "cardKey": f"{number:032x}",
        "noteKey": f"{number:064x}",
        "max": 140,
        "shared": False,
        "withdrawn": False,
        "answered": None,
        **changes,
    }


KEPT = [
    keys(1, "One word for this evening.", withdrawn=True),
    keys(2, "What helps when it is loud?", shared=True),
    keys(3, "A sentence for the group.", rewritten="waits"),
    keys(4, "What would you not say aloud?", cardKey=NOTE["cardKey"], noteKey=NOTE["noteKey"]),
]
"""Cards from before, in the order in which they were given."""


async def told(
    phone: Shown,
    view: parts.SharedView,
    receipts: tuple[ReceiptView, ...] = (),
    sealed: tuple[str, ...] = (),
) -> None:
    await phone.tell(
        wire.SharedPart(body=view),
        wire.ReceiptsPart(body=ReceiptsView(stages=receipts)),
        wire.NotesPart(body=NotesView(sealed=sealed)),
        wire.SeatPart(body=structs.replace(SEAT, alias=LONG_NAME)),
        wire.RoomPart(body=None),
        wire.At(position="told"),
    )


async def _held(phone: Shown) -> None:
    """The node says that it has the newest answer."""
    newest = next(json.loads(frame) for frame in reversed(phone.heard) if json.loads(frame)["t"] == "answer")
    await phone.tell(wire.Held(run=newest["run"], counter=newest["counter"], nonce=Nonce("n1"), receipt="r"))


async def moments(phone: Shown) -> AsyncIterator[str]:
    """Each is on the page while its name is in hand."""
    page = phone.page

    async def tap(name: str) -> None:
        await page.get_by_role("button", name=name, exact=True).click()

    await phone.welcome()
    await told(phone, WRITING)
    await page.get_by_role("textbox").fill(LONG)
    yield "a long card is written"
    await tap("Add mine")
    await page.get_by_role("timer").wait_for()
    yield "a long card before it leaves"
    if await page.get_by_role("timer").is_hidden():
        raise AssertionError("the pause was over before it was looked at")
    await tap("Help")
    yield "before it leaves, with the help page open"
    await tap("Take it back")
    await tap("Back")
    await page.get_by_role("textbox").fill(SHORT)
    await tap("Add mine")
    await _held(phone)
    await page.get_by_role("heading", name="Your card is held.").wait_for()
    yield "a card is held"
    await told(phone, LETTER)
    await page.get_by_role("textbox").fill("Dear younger me, you could not know it.")
    await told(phone, WRITING)
    await tap("What I wrote")
    yield "what I wrote"
    await tap("Wipe what I wrote")
    await page.get_by_role("button", name="Wipe it now").scroll_into_view_if_needed()
    yield "wipe it?"
    await tap("Wipe it now")
    yield "wiped"
    await tap("Back")
    yield "a card is held whose words were wiped"

    await page.evaluate(
        "([code, cards]) => { localStorage.setItem(`holdspace:cards:${code}`, JSON.stringify({ endedAt: null, cards }));"
        " sessionStorage.clear(); }",
        [CODE, KEPT],
    )
    await phone.reload()
    await phone.welcome()
    await told(phone, WRITING)
    await page.get_by_role("textbox").fill(SHORT)
    await tap("Add mine")
    await _held(phone)
    await page.get_by_role("heading", name="Your card is held.").wait_for()
    closed = shared(stage(wall(*CARDS), prompt=PROMPT, **CLOSED))
    await told(phone, closed, (ReceiptView(run=3, nonces=(Nonce("another"),)),), (NOTE["sealed"],))
    yield "a card was not included"
    await tap("What I wrote")
    yield "what became of cards"
    await page.get_by_role("button", name="Find other words").first.click()
    await page.get_by_role("textbox").scroll_into_view_if_needed()
    yield "other words"
