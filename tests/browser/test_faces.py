"""The watch over the faces is awake: a page with every fault is told on every count."""

from urllib.parse import quote

from tests.browser.conftest import Launch
from tests.browser.faces import PHONE, Faces, words

FAULTY = """<!doctype html><html><title>Faulty</title>
<p style="color: #ccc; background: #fff">Hardly to be read</p><img src="http://127.0.0.1:9/elsewhere.png">
<script>console.error("something broke"); setTimeout(() => { throw new Error("thrown") })</script>"""


async def test_a_face_tells_every_trouble(launch: Launch) -> None:
    faces = Faces(await launch(), "http://127.0.0.1:1")
    face = await faces.open("a page", "data:text/html," + quote(FAULTY), PHONE)
    await face.sees("Hardly to be read")
    await face.examine()
    told = "\n".join(faces.troubles(but=lambda trouble: "ERR_UNSAFE_PORT" in trouble))
    for expected in (
        "asked another host: http://127.0.0.1:9/elsewhere.png",
        "console error: something broke",
        "an error: thrown",
        "color-contrast",
        "image-alt",
        "html-has-lang",
    ):
        assert expected in told


def test_words_are_found_with_the_isolates_of_names() -> None:
    assert words("You are with Mika 2.").search("You are with \u2068Mika 2\u2069.")
    assert not words("You are with Mika.").search("You are with \u2068Mika 2\u2069.")
