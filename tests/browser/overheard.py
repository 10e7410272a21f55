"""Everything that leaves a page or that it leaves behind, so that a word that was typed there can be looked for in all of it."""

import base64
import json
from collections.abc import Iterable
from typing import Any

from playwright.async_api import Page, Request, WebSocket

_STANDING = """async () => {
    const said = [
        ["the address", location.href], ["the title", document.title], ["the history's state", JSON.stringify(history.state)],
        ["cookies", document.cookie], ["the window's name", window.name],
    ];
    for (const [key, value] of Object.entries(localStorage)) said.push(["localStorage", `${key} ${value}`]);
    for (const { name } of performance.getEntries()) said.push(["the list of what was fetched", name]);
    const done = asked => new Promise((settle, fail) => { asked.onsuccess = () => settle(asked.result); asked.onerror = fail; });
    for (const { name } of await indexedDB.databases()) {
        const database = await done(indexedDB.open(name));
        for (const of of database.objectStoreNames) {
            const store = database.transaction(of).objectStore(of);
            const all = [await done(store.getAllKeys()), await done(store.getAll())];
            said.push(["IndexedDB", `${name} ${of} ${JSON.stringify(all)}`]);
        }
        database.close();
    }
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const asked of await cache.keys()) said.push(["a cache", `${name} ${asked.url} ${await (await cache.match(asked)).text()}`]);
    }
    for await (const [name, file] of (await navigator.storage.getDirectory()).entries())
        said.push(["a file of the page's own", `${name} ${file.kind === "file" ? await (await file.getFile()).text() : ""}`]);
    for (const { scope, active } of await navigator.serviceWorker.getRegistrations()) said.push(["a worker", `${scope} ${active?.scriptURL}`]);
    return said;
}"""
_IN_THIS_TAB = "Object.entries(sessionStorage).map(([key, value]) => `${key} ${value}`).join('\\n')"


def forms_of(word: str) -> tuple[bytes, ...]:
    """How a word may stand somewhere: as it is, in wide letters, as hexadecimal, escaped letter by letter, in base64."""
    plain = word.encode()
    return (
        plain,
        word.encode("utf-16-le"),
        plain.hex().encode(),
        "".join(f"%{byte:02x}" for byte in plain).encode(),
        "".join(f"\\u{byte:04x}" for byte in plain).encode(),
        *(_in_base64(plain, shift) for shift in range(3)),
    )


def _in_base64(plain: bytes, shift: int) -> bytes:
    """What always stands there, whatever is around: `shift` is how many bytes of a group of three come before."""
    first, end = -(-shift * 8 // 6), (shift + len(plain)) * 8 // 6
    return base64.b64encode(bytes(shift) + plain + bytes(3))[first:end]


def holds(content: bytes, forms: Iterable[bytes]) -> bool:
    """Base64 with its letters as they are, all else in small letters too."""
    small = content.lower()
    return any(form in content or form in small for form in forms)


class Overheard:
    """Listens from the moment it is made. `pieces`: (where, what) of all that was heard and read so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pieces: list[tuple[str, bytes]] = []
        self.sent: list[str] = []
        """Frames of the line, as this page sent them."""
        self._requests: list[Request] = []
        self._left = 0
        page.on("websocket", self._opened)
        page.on("framenavigated", lambda frame: self._hear("an address", frame.url))
        page.context.on("request", lambda request: self._requests.append(request))
        page.context.on("console", lambda message: self._hear("the console", message.text))
        page.context.on("weberror", lambda error: self._hear("an error report", f"{error.error} {error.error.stack}"))

    def _hear(self, where: str, what: str | bytes) -> None:
        self.pieces.append((where, what if isinstance(what, bytes) else what.encode()))

    def _opened(self, socket: WebSocket) -> None:
        def sent(frame: str | bytes) -> None:
            self.sent.append(frame if isinstance(frame, str) else frame.decode())
            self._hear("a frame that was sent", frame)

        self._hear("an address of the line", socket.url)
        socket.on("framesent", sent)
        socket.on("framereceived", lambda frame: self._hear("a frame that was received", frame))

    async def look(self) -> None:
        """Reads what stands in the page's stores now, and what was asked for since the last time."""
        for where, what in await self.page.evaluate(_STANDING):
            self._hear(where, what)
        self._hear("cookies", json.dumps(await self.page.context.cookies(), default=str))
        line = await self.page.context.new_cdp_session(self.page)
        self._hear("the history", json.dumps(await line.send("Page.getNavigationHistory")))
        await line.detach()
        for request in self._requests[self._left :]:
            self._hear("a request", request.url)
            self._hear("a request's headers", json.dumps(await request.all_headers()))
            self._hear("a request's body", request.post_data_buffer or b"")
        self._left = len(self._requests)

    def places_of(self, forms: Iterable[bytes]) -> list[str]:
        """Where it was found, each place once."""
        wanted = tuple(forms)
        return sorted({where for where, what in self.pieces if holds(what, wanted)})

    def answers(self) -> list[tuple[dict[str, Any], int]]:
        """Each answer that was sent, with the bytes of its frame."""
        told = [(json.loads(frame), len(frame.encode())) for frame in self.sent]
        return [(message, size) for message, size in told if message["t"] == "answer"]

    async def in_this_tab(self) -> str:
        """What sessionStorage holds: the one place where private pages may stand."""
        text: str = await self.page.evaluate(_IN_THIS_TAB)
        return text
