"""`/texts/de.json`: the library's texts for phones that speak another language; the same for everybody, and nothing of any session."""

import asyncio
import http.client
import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests import raw
from tests.engines import Databases
from workshop.library.loader import library
from workshop.library.translations import Translations

pytestmark = pytest.mark.asyncio(loop_scope="module")
Answer = tuple[int, dict[str, str], bytes]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[raw.Door]:
    async with raw.door(tmp_path_factory.mktemp("door"), databases.fresh("sqlite")) as made:
        yield made


async def texts(door: raw.Door, language: str, **headers: str) -> Answer:
    def ask() -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", door.node.port, timeout=10)
        try:
            connection.request(
                "GET", f"/texts/{language}.json", headers={name.replace("_", "-"): text for name, text in headers.items()}
            )
            answer = connection.getresponse()
            return answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    return await asyncio.to_thread(ask)


async def test_a_language_is_given_whole_without_what_facilitators_read(door: raw.Door) -> None:
    status, headers, body = await texts(door, "de")
    expected = Translations(library()).texts("de")
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body) == {"texts": expected.phone, "lines": expected.lines}
    assert not set(expected.facilitators.values()) & set(json.loads(body)["texts"].values())


async def test_it_is_the_same_for_everybody_and_may_be_kept_until_it_changes(door: raw.Door) -> None:
    status, headers, body = await texts(door, "de")
    other = await texts(door, "de", Cookie="somebody=1", Accept_Language="fr", Origin="https://elsewhere.example")
    assert (other[0], other[2], other[1]["etag"]) == (status, body, headers["etag"])
    assert headers["cache-control"] == "public, no-cache"
    assert not {"set-cookie", "vary"} & set(headers)
    again = await texts(door, "de", If_None_Match=f'"other", W/{headers["etag"]}')
    assert (again[0], again[2], again[1]["etag"]) == (304, b"", headers["etag"])
    assert (await texts(door, "de", If_None_Match='"other"'))[0] == 200


@pytest.mark.parametrize("language", ["fr", "en", "..", "%2e%2e%2fbetween.de", "de.de", "x" * 2000])
async def test_what_nobody_translated_is_not_there(door: raw.Door, language: str) -> None:
    status, _, _ = await texts(door, language)
    assert status == 404
