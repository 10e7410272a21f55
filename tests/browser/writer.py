"""Somebody who writes a marked word wherever a private page has room for words, by keys and by touch."""

import itertools
import string

from playwright.async_api import Locator, expect

from tests.browser.faces import Face, words
from tests.browser.test_drawn import touch
from workshop.domain.plan import FieldsInput, LineInput, PointInput, RingsInput, TextInput

STEM = "zvykorel"
"""Every mark begins with it, and nothing else does."""


class Writer:
    """Writes a new mark wherever there is room for words."""

    def __init__(self, face: Face) -> None:
        self.face, self.page = face, face.page
        self.marks: list[str] = []
        self._letters = itertools.product(string.ascii_lowercase, repeat=2)

    async def write(self, field: Locator) -> None:
        """Key by key, at the end of what stands there."""
        self.marks.append(STEM + "".join(next(self._letters)))
        await field.tap()
        await self.page.keyboard.press("End")
        await self.page.keyboard.type(f" {self.marks[-1]}")
        await expect(field).to_have_value(words(self.marks[-1]))

    async def fill(self, asked: object) -> None:
        match asked:
            case TextInput():
                await self._write_lines(1)
            case FieldsInput(fields=fields):
                await self._write_lines(len(fields))
            case RingsInput():
                await self._map(asked)
            case LineInput(mode="points"):
                await self._points()
            case LineInput():
                await touch(self._picture(), [(0.1, 0.7), (0.4, 0.3), (0.9, 0.5)])
            case PointInput():
                await touch(self._picture(), [(0.3, 0.7)])
            case _:
                raise AssertionError(f"a private page asks what this test cannot give: {asked}")

    def _picture(self) -> Locator:
        return self.page.locator("[data-picture]")

    async def _write_lines(self, number: int) -> None:
        lines = self.page.locator("main textarea")
        await expect(lines).to_have_count(number)
        for index in range(number):
            await self.write(lines.nth(index))

    async def _map(self, asked: RingsInput) -> None:
        """Somebody on the picture, with a sign; somebody else on the list."""
        await self.face.tap("Add someone")
        await self.write(self.page.get_by_label("First name or a sign"))
        await self.face.tap("Next: their place")
        await self.page.get_by_role("button", name=asked.rings[0], exact=True).tap()
        await self.page.get_by_role("button", name=words(asked.marks[0])).tap()
        await self.page.get_by_role("button", name="Done", exact=True).tap()
        await self.face.tap("As a list")
        await self.face.tap("Add someone")
        await self.write(self.page.get_by_label("First name or a sign").last)
        await self.face.tap("As a picture")
        await touch(self._picture().locator("[data-person='1']"), [(0.5, 0.5), (0.9, 0.5), (0.9, 1.2)])

    async def _points(self) -> None:
        """Two on the picture, one more on the list."""
        await touch(self._picture(), [(0.2, 0.3)])
        await touch(self._picture(), [(0.7, 0.6)])
        for number in (1, 2):
            await self.write(self.page.get_by_label(f"Words for point {number}"))
        await self.face.tap("As a list")
        await self.face.tap("Add a point")
        await self.write(self.page.get_by_label("Words for point 3"))
        await self.face.tap("As a picture")
