"""The JSON doors: what they say to whom, and that bad input is told plainly and changes nothing."""

import asyncio
import http.client
import json
from collections.abc import AsyncIterator
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
import pytest_asyncio

import facilitator_ui
from realtime.http import MOST_BODY
from tests import nodes, raw, waiting
from tests.ends import replayed_head
from tests.engines import Databases
from workshop.domain.published import RETENTION_DAYS
from workshop.domain.words import ALIAS_LENGTH

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[raw.Door]:
    """One for all: what these tests ask changes nothing, or only what each of them looks at."""
    async with raw.door(tmp_path_factory.mktemp("door"), databases.fresh("sqlite")) as made:
        yield made


async def said(door: raw.Door, path: str, body: bytes | dict[str, Any]) -> tuple[int, dict[str, Any]]:
    status, answer = await door.ask(path, body)
    return status, json.loads(answer)


async def test_a_code_shows_the_terms_however_it_is_typed(door: raw.Door) -> None:
    code = door.opened.code
    for typed in (code, code.lower(), f" {code[:4]}-{code[4:]} ", f"{code[:4]} {code[4:]}"):
        status, terms = await said(door, "/api/door", {"code": typed})
        assert (status, terms["state"], terms["floor"], terms["practice"]) == (200, "open", 1, True)
        assert (terms["approval"], terms["starts_ms"], terms["help"]) == (False, None, nodes.HELP), (
            "what a phone reads before joining"
        )
        assert terms["retention_days"] == RETENTION_DAYS


async def test_joining_twice_with_one_key_is_one_seat(door: raw.Door) -> None:
    key = token_hex(16)
    joins = {"code": door.opened.code, "alias": "Mika", "key": key}
    before = await replayed_head(door.node.tools.database, door.opened.id)
    assert [status for status, _ in await asyncio.gather(*(said(door, "/api/join", joins) for _ in range(4)))] == [200] * 4
    assert await replayed_head(door.node.tools.database, door.opened.id) == before + 1


BODIES: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "a list": b"[]",
    "no text": b"\xff\xfe",
    "an unknown field": b'{"code":"A","x":1}',
    "a number": b'{"code":1}',
    "a well": b'{"code":' + b"[" * 1500,
    "null": b"null",
}


@pytest.mark.parametrize("path", ["/api/door", "/api/join", "/api/ticket"])
@pytest.mark.parametrize("name", BODIES)
async def test_what_is_not_understood_is_said_so(door: raw.Door, path: str, name: str) -> None:
    assert await said(door, path, BODIES[name]) == (422, {"error": "not_understood"})


@pytest.mark.parametrize("path", ["/api/door", "/api/join", "/api/ticket"])
async def test_a_body_that_is_too_long_is_not_read_to_its_end(door: raw.Door, path: str) -> None:
    assert await said(door, path, b" " * (MOST_BODY + 1)) == (413, {"error": "not_understood"})


async def test_an_endless_body_is_answered_while_it_still_comes(door: raw.Door) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", door.node.port)
    head = f"POST /api/door HTTP/1.1\r\nHost: 127.0.0.1:{door.node.port}\r\nOrigin: {door.base}\r\nContent-Length: 1000000000\r\n\r\n"
    writer.write(head.encode() + b"x" * (MOST_BODY + 1))
    assert b" 413 " in await asyncio.wait_for(reader.readline(), 5)
    writer.close()


ALIASES = {
    "empty": ("", "text_empty"),
    "only spaces": (" \u00a0 ", "text_empty"),
    "only a joiner": ("\u200d", "text_empty"),
    "a control character": ("Mi\x07ka", "text_unreadable"),
    "a line break": ("Mi\nka", "text_unreadable"),
    "too long": ("x" * (ALIAS_LENGTH + 1), "text_too_long"),
}


@pytest.mark.parametrize("name", ALIASES)
async def test_an_alias_that_cannot_be_shown_is_refused_with_its_reason(door: raw.Door, name: str) -> None:
    alias, reason = ALIASES[name]
    before = await replayed_head(door.node.tools.database, door.opened.id)
    answer = await said(door, "/api/join", {"code": door.opened.code, "alias": alias, "key": token_hex(16)})
    assert answer == (422, {"error": reason})
    assert await replayed_head(door.node.tools.database, door.opened.id) == before


@pytest.mark.parametrize("key", ["", "short", "Z" * 32, "A" * 32, "0" * 33])
async def test_a_key_that_no_phone_makes_is_not_understood(door: raw.Door, key: str) -> None:
    answer = await said(door, "/api/join", {"code": door.opened.code, "alias": "Mika", "key": key})
    assert answer == (422, {"error": "not_understood"})


async def test_a_wrong_code_is_said_and_after_too_many_nothing_is_looked_up(databases: Databases, tmp_path: Path) -> None:
    async with raw.door(tmp_path, databases.fresh("sqlite")) as made:
        await _guess(made)


async def _guess(door: raw.Door) -> None:
    for _ in range(20):
        assert await said(door, "/api/door", {"code": "WRNGCODE"}) == (404, {"error": "no_session"})
    assert await said(door, "/api/door", {"code": door.opened.code}) == (429, {"error": "too_many_tries"})
    # The same address's facilitator gets in all the same.
    status, answer = await said(door, "/api/ticket", {"secret": door.opened.console_secret})
    assert (status, list(answer)) == (200, ["ticket"])


async def test_the_join_picture_is_a_picture_whatever_the_path_says(door: raw.Door) -> None:
    for code in (door.opened.code, "%3Cscript%3E", "..%2f..%2fetc", "A" * 500):
        status, picture = await door.ask(f"/qr/{code}.svg", b"", method="GET")
        assert status in (200, 404)
        assert b"script" not in picture


async def test_health_says_whether_sql_and_redis_answer(door: raw.Door) -> None:
    async def well() -> bool:
        return await door.ask("/health", b"", method="GET") == (200, b'{"database":true,"bus":true}')

    await waiting.until_so(well)


async def test_every_answer_forbids_whatever_is_not_ours(door: raw.Door) -> None:
    def ask() -> dict[str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", door.node.port, timeout=5)
        connection.request("GET", "/health")
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return {name.lower(): value for name, value in answer.getheaders()}

    headers = await asyncio.to_thread(ask)
    assert "default-src 'none'" in headers["content-security-policy"]
    # The console shows what a phone sees in a frame: our own pages may, and nobody else's.
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "frame-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/desk", "/console", "/screen"])
async def test_each_page_is_at_its_address(door: raw.Door, path: str) -> None:
    status, page = await door.ask(path, b"", method="GET")
    built = (facilitator_ui.DIST / f"{path[1:]}.html").is_file()
    assert (status, b"<!doctype html>" in page.lower()) == ((200, True) if built else (503, False))
