"""A console that is led by keyboard alone: single keys for what a facilitator does all the time, Tab and Enter for the rest."""

from playwright.async_api import expect

from tests.browser.faces import WITHIN, Face, words

MOST_TABS = 150
"""Stops that Tab may make before something counts as out of reach."""
_FOCUSED = """() => {
  const one = document.activeElement;
  return one === null || one === document.body ? "" : (one.getAttribute("aria-label") ?? one.innerText ?? "") + " " + (one.labels?.[0]?.innerText ?? "");
}"""

_ON_A_BUTTON = "document.activeElement !== null && document.activeElement.matches('button, a[href], summary')"


class Keyboard:
    """Presses keys on a console; the mouse is never touched."""

    def __init__(self, console: Face) -> None:
        self.console = console
        self._keys = console.page.keyboard

    async def next(self, says: str) -> None:
        """The one big Next, once it says this: by the space bar, or by Right while that belongs to a button that has the focus."""
        button = self.console.button(says)
        await expect(button, f"Next says “{says}”").to_be_visible(timeout=WITHIN)
        # Announced rooms can be started some seconds later.
        await expect(button).not_to_have_attribute("aria-disabled", "true", timeout=WITHIN)
        await self._keys.press("ArrowRight" if await self.console.page.evaluate(_ON_A_BUTTON) else "Space")

    async def press(self, key: str) -> None:
        await self._keys.press(key)

    async def press_on_card(self, key: str) -> None:
        """A letter that belongs to the card which has the focus."""
        await self._keys.press(key)

    async def write(self, text: str) -> None:
        """Into what has the focus."""
        await self._keys.type(text)

    async def reach(self, name: str) -> None:
        """Tab until what is called so has the focus. Fails where it cannot be reached."""
        for _ in range(MOST_TABS):
            if words(name).search(await self.console.page.evaluate(_FOCUSED)):
                return
            await self._keys.press("Tab")
        raise AssertionError(f"“{name}” cannot be reached by Tab")

    async def enter(self, name: str) -> None:
        """Tab to it, and Enter."""
        await self.reach(name)
        await self._keys.press("Enter")
